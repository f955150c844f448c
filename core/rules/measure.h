#pragma once

#include "base/result.h"
#include "base/symbols.h"
#include "base/time.h"
#include "base/value.h"
#include "base/zone.h"
#include "rules/expression.h"
#include "rules/schema.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wayreeve::rules {

/// What a measure does with the events of its window. Numbers are stored in records: entries are added, never
/// renumbered.
enum class MeasureFunction : std::uint8_t {
    Count = 0,
    Sum = 1,
    Average = 2,
    Minimum = 3,
    Maximum = 4,
    Last = 5,
    Distinct = 6,
    /// "A then B within T": how many events (A) were followed by a `then` (B) no later than `within` after them. With a
    /// property, only by one with the same value of it.
    Followed = 7,
    Unanswered = 8, ///< the others, as far as `within` is over: A, and no B within T
    /// Events, or the numbers of a property, each halved every `halfLife`: Σ x · 2^(−age / halfLife), to six digits.
    Decayed = 9
};

/// Which events count, seen from `now`.
struct MeasureWindow {
    enum class Kind : std::uint8_t {
        All,         ///< everything up to now
        Rolling,     ///< (now − length, now]
        CalendarDays ///< from the start of the local day days−1 before today's, to now: 1 is "today"
    };
    Kind kind = Kind::All;
    Duration length;
    int days = 0;

    bool operator==(const MeasureWindow&) const = default;
};

/// A named aggregate over one customer's event history.
struct MeasureDefinition {
    std::string id;
    MeasureFunction function = MeasureFunction::Count;
    std::string event;    ///< the event's name; empty: every event
    std::string property; ///< dotted path inside the properties; Last without one answers the event's time
    std::string filter;   ///< a FEEL condition over event.*; empty: none. Null leaves the event out
    MeasureWindow window;
    Duration minimumHistory;  ///< known for less than this: null, never zero
    std::string then{};       ///< Followed, Unanswered: the second event's name
    std::string thenFilter{}; ///< a FEEL condition over event.* of the second event; empty: none
    Duration within{};
    Duration halfLife{}; ///< Decayed

    bool operator==(const MeasureDefinition&) const = default;
};

/// The function works on a property's values, and so needs one.
[[nodiscard]] bool needsProperty(MeasureFunction function);
/// It asks what followed what.
[[nodiscard]] bool isSequence(MeasureFunction function);

/// One event as the memory keeps it. `properties` is a context (or null).
struct HistoryItem {
    Instant time;
    Sym event = 0;
    Value properties;

    bool operator==(const HistoryItem&) const = default;
};

/// Of this event, the memory gave up all until and including this instant, although somebody may ask for them.
struct HistoryCut {
    Sym event = 0;
    Instant until;

    bool operator==(const HistoryCut&) const = default;
};

/// What a customer's measures are computed from; refers to the caller's memory.
struct MeasureInput {
    std::span<const HistoryItem> history; ///< ascending by time
    Instant now;
    const Zone* zone = nullptr; ///< nullptr: UTC
    Instant firstSeen;          ///< since when this customer is known
    std::span<const HistoryCut> cut{};
};

/// The compiled measures of one document set. Immutable, thread-safe.
///
/// Values (docs/formats/feel.md, "Measures"): Count, Distinct, Followed, Unanswered, Decayed and Sum are 0 over an
/// empty window, which is the first events' (what follows may be up to now); Average, Minimum, Maximum and Last are
/// null there. Properties that are missing, null or of an unfit type are left out. Sums are exact decimals. Where the
/// memory gave up events that the window reaches, what only all of them tell is null.
class Measures {
public:
    /// Filters see the entries of `events` that begin with "event": entries "event.amount" bind to the property
    /// `amount` (dotted paths descend), "event.time" to the event's time, "event.name" to its name unless it has a
    /// property `name`, and an entry "event" to all properties as a context. Interns the event names. Errors: the
    /// filter's, with parameter "measure"; "measure.window" for a length that is not positive or days outside 1 …
    /// 36,500; "measure.property" where the function needs one; "measure.then" without second event or `within`,
    /// "measure.half-life" without one.
    [[nodiscard]] static Result<Measures> compile(std::span<const MeasureDefinition> definitions, const Schema& events,
                                                  Symbols& symbols);

    [[nodiscard]] std::size_t size() const { return m_measures.size(); }
    [[nodiscard]] const MeasureDefinition& definition(std::size_t index) const { return m_measures[index].definition; }
    /// For a Schema's entry. The second form knows the type of minimum, maximum and last too, from the property's
    /// entry.
    [[nodiscard]] static Type resultType(MeasureFunction function);
    [[nodiscard]] static Type resultType(const MeasureDefinition& definition, const Schema& events);

    /// How far back the measures look at which event; 0 = at every one. Duration::max() = as far as there is anything.
    [[nodiscard]] std::vector<std::pair<Sym, Duration>> reach() const;
    /// The memory gave up events that this measure would count.
    [[nodiscard]] bool isCut(std::size_t index, const MeasureInput& input) const;

    [[nodiscard]] Value evaluate(std::size_t index, const MeasureInput& input) const;
    /// All of them, in the order of the definitions, into `out` (at least size() long).
    void evaluateAll(const MeasureInput& input, std::span<Value> out) const;

private:
    struct Binding {
        enum class Source : std::uint8_t { Property, Time, Name, All } source = Source::Property;
        int slot = 0;
        std::vector<std::string> path;
    };
    /// Which events: those of a name that pass a filter.
    struct Which {
        Sym event = 0;
        std::optional<Expression> filter;
        std::vector<Binding> bindings; ///< what the filter reads
    };
    struct Measure {
        MeasureDefinition definition;
        std::vector<std::string> property; ///< the definition's, split
        Which first;
        Which second; ///< Followed, Unanswered
    };

    [[nodiscard]] static Result<Which> compileWhich(const std::string& event, const std::string& filter,
                                                    const std::string& measure, const Schema& schema, Symbols& symbols);
    [[nodiscard]] bool passes(const Which& which, const HistoryItem& item, const MeasureInput& input,
                              std::vector<Value>& scratch) const;
    [[nodiscard]] Value sequences(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const;
    [[nodiscard]] Value decayed(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const;
    [[nodiscard]] static Instant startOf(const Measure& measure, const MeasureInput& input);
    [[nodiscard]] static bool isCut(const Measure& measure, const MeasureInput& input);
    [[nodiscard]] std::span<const HistoryItem> windowOf(const Measure& measure, const MeasureInput& input) const;
    [[nodiscard]] Value compute(const Measure& measure, const MeasureInput& input, std::vector<Value>& scratch) const;

    std::vector<Measure> m_measures;
    std::size_t m_slots = 0;
    std::vector<std::string> m_eventNames; ///< by Sym, only where a filter reads event.name
};

} // namespace wayreeve::rules
