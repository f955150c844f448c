#pragma once

#include "perception/contact_memory.h"
#include "perception/long_memory.h"
#include "perception/perceiver.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wayreeve::perception {

/// What the documents say, compiled so that a turn looks nothing up by text but the event's name and properties.
struct Perceiver::Impl {
    struct PlannedProperty {
        std::string id;
        int slot = -1;
        documents::PropertyType type = documents::PropertyType::Text;
        std::string object{}; ///< the kind of object it names; empty = none
    };
    struct Planned {
        const documents::PlannedEvent* definition = nullptr;
        Sym symbol = 0;
        Value name; ///< the fact event.name, made once
        std::vector<PlannedProperty> properties;
        bool hasDates = false;
        bool namesObjects = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>; ///< looked up, never walked

    Impl(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);

    /// The properties as the plan types them, for history; the event's own where nothing changes.
    [[nodiscard]] Value typedProperties(const Event& event) const;
    [[nodiscard]] const Planned* planned(std::string_view name) const;
    [[nodiscard]] Sym symbolOf(const Event& event) const;
    void absorbTraits(Customer& customer, const Event& event) const;
    void absorbGroup(Customer& account, const Event& event) const;
    void setAccount(const Customer* account, const std::vector<Value>& rollUp, Instant now, Facts& facts) const;
    [[nodiscard]] Value sumOf(std::size_t measure, std::span<const std::vector<Value>> results) const;
    [[nodiscard]] std::vector<Value> measured(const Customer& customer, Instant now) const;
    [[nodiscard]] Zone zoneOf(const Customer& customer) const;
    void lookForMachines(Customer& customer, const Event& event) const;
    void absorbConsent(Customer& customer, const Event& event) const;
    void fillEvent(const Event* event, Facts& facts) const;

    std::shared_ptr<const documents::TrackingPlan> plan;
    const Symbols* symbols;
    LongMemory memory;
    HistoryNeeds needs;
    std::size_t slots = 0; ///< of a frame
    ByText<Planned> events;
    std::vector<PlannedProperty> shared; ///< every event property once, for events nobody planned
    ByText<std::size_t> traitIndex;
    std::vector<int> traitSlots;
    std::vector<int> eventSlots; ///< of event properties, to be cleared
    int eventName = -1;
    int zoneSlot = -1;
    int armSlot = -1;
    int machineSlot = -1;
    int quality = -1; ///< slots, as the next two
    int openCases = -1;
    int openCaseSince = -1;
    ContactMemory contacts;
    CaseMemory cases;
    std::array<Sym, 2> pages{}; ///< page and screen views
    documents::FactSchema::AccountSlots account;
    std::size_t contractTrait = SIZE_MAX; ///< position among the account's traits
    std::size_t roleTrait = SIZE_MAX;     ///< position among the customer's
    struct Health {
        std::optional<rules::Expression> share; ///< none: broken, counts as 0
        Decimal points;
    };
    std::vector<Health> health; ///< beside account.parts
    std::array<Value, 3> armNames;
    std::optional<rules::Measures> measures;
    std::vector<int> measureSlots;    ///< beside `measures`
    std::vector<int> offMeasureSlots; ///< set to null
    std::vector<Zone> plausibleZones; ///< never empty
    ByText<Value> zoneNames;          ///< facts for the workspace's zones, made once
    ByText<documents::Channel> channels;
    Sym marketing = 0;

private:
    void compileEvents(const documents::FactSchema& schema, Symbols& table);
    void compileTraits(const documents::FactSchema& schema);
    void compileAccounts(const documents::Workspace& workspace, const documents::FactSchema& schema);
    void compileNeeds();
    void compileMeasures(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& table);
};

/// Stores one trait of the given list as written at `at`; see Perceiver::setTrait.
bool storeTrait(Customer& customer, const std::vector<documents::Property>& traits, std::size_t index,
                const Value& value, Instant at);

} // namespace wayreeve::perception
