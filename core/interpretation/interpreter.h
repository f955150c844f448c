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
    int frustratedInCase = 0;  ///< messages with sentiment ≤ −0.5 since the last case was opened
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

    /// Scores everything as of `now`, moves the stage (hysteresis), and sets the reading's facts. `now` of readings of
    /// one customer never goes back.
    [[nodiscard]] Reading read(SignalMemory& memory, Instant now, perception::Facts& facts) const;

    [[nodiscard]] Sym limitSymbol() const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::interpretation
