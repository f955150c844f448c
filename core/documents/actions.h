#pragma once

#include "base/time.h"
#include "base/value.h"
#include "documents/facts.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

/// One entry of the action catalogue (D4).
struct Action {
    std::string id;
    std::string name;
    Slot slot = Slot::Marketing;
    Channel channel = Channel::None; ///< the default; an agent's dimensions may allow others
    std::string purpose;             ///< consent purpose ("marketing", "service"); empty = none needed
    std::vector<std::string> tags;
    Decimal cost;         ///< money for each execution
    std::string costRule; ///< FEEL number added to `cost` (a discount's share of the cart), empty = none
    std::string amount;   ///< FEEL number: the money at stake, `action.amount` in rules; empty = 0
    Risk baseRisk = Risk::Low;
    Reversibility reversibility = Reversibility::Reversible;
    std::string connector = "sandbox";
    std::string undo;                        ///< action that undoes it
    bool internal = false;                   ///< no customer effect: assisted means *suggest*
    bool transactional = false;              ///< quiet hours may exempt it, explicitly
    bool handoff = false;                    ///< hands the case to a person
    std::string when;                        ///< FEEL: applicability
    std::string family;                      ///< offer family, for exclusions
    std::vector<std::string> excludes;       ///< actions that must not be chosen beside it
    std::string after;                       ///< held until that action's dispatch succeeded
    std::optional<Duration> cooldown;        ///< per customer
    std::vector<std::string> cooldownFrom{}; ///< actions from which the cool-down runs too
    int urgency = 2;                         ///< class at the merge: 0 most urgent … 3
    /// FEEL numbers: where many want the same thing at once, who has the least comes first within the urgency class
    /// (minutes until the connection, `-loyalty`); equal ones go by the next, an unknown one comes last.
    std::vector<std::string> batchOrder{};
    std::vector<std::string> contactRole{}; ///< of an account: whom it addresses, best first; empty = anybody
    std::vector<FactNeed> needs;            ///< facts of systems of record without which it is not done
    Context parameters;                     ///< `action.<name>` in rules
    bool operator==(const Action&) const = default;
};

struct ActionCatalogue {
    std::vector<Action> actions;
    [[nodiscard]] const Action* find(std::string_view id) const;
    bool operator==(const ActionCatalogue&) const = default;
};

} // namespace wayreeve::documents
