#pragma once

#include "interpretation/reading.h"
#include "perception/perceiver.h"

#include <memory>
#include <vector>

namespace wayreeve::interpretation {

/// The decayed level of each signal of one customer, and the stage it stands in.
struct SignalMemory {
    struct Level {
        double value = 0;
        Instant at;
        bool operator==(const Level&) const = default;
    };
    std::vector<Level> levels; ///< by position in signals.yaml
    Sym stage = 0;
    Sym previousStage = 0;
    int frustratedInCase = 0; ///< messages with sentiment ≤ −0.5 since the last case was opened, 0 once it is closed
    Instant caseOpened{INT64_MIN}; ///< the newest one's event time
    Instant caseClosed{INT64_MIN};
    std::vector<Instant> frustrations; ///< ascending, not before caseOpened, the newest 16: what the count is made from
    bool operator==(const SignalMemory&) const = default;
};

/// Layer 2. A level halves every half-life: value(t) = value(s) · 2^−((t−s)/halfLife), through portable::exp2; an
/// event earlier than the last one is decayed to the last one's time before it is added, so the order of receipt does
/// not matter. Immutable after construction; shared by all workers.
class Interpreter {
public:
    Interpreter(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~Interpreter();

    /// Raises the signals that this event speaks for. `facts` holds the event's and customer's facts already. Events
    /// "Case Opened", "Message Received" (property sentiment) and "Case Closed" keep `frustratedInCase`.
    void absorb(SignalMemory& memory, const perception::Event& event, const perception::Facts& facts) const;

    /// What two memories of one person amount to: levels added, the newer case, the older customer's stage (the next
    /// reading moves it).
    void merge(SignalMemory& older, const SignalMemory& younger) const;

    /// Scores everything as of `now`, moves the stage (hysteresis), and sets the reading's facts. `now` of readings of
    /// one customer never goes back. Before its first reading a customer stands in the stage with the highest base, so
    /// a first event may already change it. Facts are rounded to nine decimals, so that a condition at a limit does not
    /// hang on the last bit. An element that is off has no level, no score and null facts; it can be no stage.
    [[nodiscard]] Reading read(SignalMemory& memory, Instant now, perception::Facts& facts) const;

    [[nodiscard]] Sym limitSymbol() const; ///< of "#limit", which no document id can be

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::interpretation
