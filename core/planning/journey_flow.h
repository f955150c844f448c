#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "interpretation/reading.h"
#include "perception/event.h"
#include "perception/perceiver.h"

#include <memory>
#include <vector>

namespace wayreeve::planning {

/// One customer in one journey (semantics.md, "Journey instance").
struct Instance {
    Sym journey = 0;
    Sym node = 0;    ///< where it stands
    Instant entered; ///< the journey
    Instant nodeEntered;
    Instant wakeAt = Instant::never(); ///< wait over, timeout, or the agent decision's time limit
    Instant lastDecision{INT64_MIN};   ///< AgentDecision only; INT64_MIN = none yet
    Instant dueAt = Instant::never();  ///< AgentDecision only: the agent's wait ends
    Sym leadingIntent = 0;             ///< at the last decision
    double leadingIntentValue = 0;
    bool again = false;      ///< rejected, refused, voided, failed, expired, discarded, did not fit: due again
    bool inBaseline = false; ///< walks the baseline branch
    bool operator==(const Instance&) const = default;
};

/// A finished visit, kept for re-entry rules.
struct PastVisit {
    Sym journey = 0;
    Instant left;
    bool operator==(const PastVisit&) const = default;
};

struct Positions {
    std::vector<Instance> instances;
    std::vector<PastVisit> past;
    bool operator==(const Positions&) const = default;
};

struct DueDecision {
    Sym journey = 0;
    Sym node = 0;
    Sym agent = 0;
    Sym goal = 0;
    std::size_t instance = 0; ///< index into Positions::instances after the move
};

struct DrawnAction {
    Sym journey = 0;
    Sym node = 0;
    Sym action = 0;
    Sym content = 0; ///< 0 = the action's first approved content
};

struct TraitUpdate {
    std::size_t trait = 0; ///< position in the tracking plan
    Value value;
};

enum class MoveKind : std::uint8_t { Entered, Advanced, Exited };
struct Move {
    MoveKind kind = MoveKind::Advanced;
    Sym journey = 0;
    Sym from = 0;
    Sym to = 0;
};

struct FlowOutcome {
    std::vector<DueDecision> due;
    std::vector<DrawnAction> drawn;
    std::vector<TraitUpdate> updates;
    std::vector<Move> moves;
    Sym problem = 0; ///< journey that made 64 moves in one turn
};

/// What moves an instance in this turn.
struct FlowTrigger {
    const perception::Event* event = nullptr;
    Instant now;
    documents::Arm arm = documents::Arm::Agentic;
    const interpretation::Reading* reading = nullptr;
    std::vector<Sym> executed; ///< actions dispatched just now: edges that name them
    bool ofAccount = false;    ///< an account moves: it walks accounts' journeys alone, which no person enters
    bool fellDue = false;      ///< a promise or a milestone falls due: agents look again
};

/// The journeys of a workspace as a machine: enter, advance, exit until nothing can move (64 steps). Immutable after
/// construction; shared by all workers.
class JourneyFlow {
public:
    JourneyFlow(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols);
    ~JourneyFlow();

    /// Moves every instance as far as it goes; `facts` are the customer's filled facts. Agent decisions that are due by
    /// semantics.md's rules are listed in document order; for the baseline arm instead the instance moves to the named
    /// baseline branch at once (agents without one: nothing; it stays until an exit). Journeys outside the experiment
    /// treat every arm as agentic.
    [[nodiscard]] FlowOutcome advance(Positions& positions, const FlowTrigger& trigger,
                                      const perception::Facts& facts) const;

    /// The next instant at which some instance wants a turn without an event; never() where none does.
    [[nodiscard]] Instant nextWake(const Positions& positions) const;

    /// Marks the decision as made: until when its agent waits, and what it was made on.
    void decided(Instance& instance, Instant now, Instant until, const interpretation::Reading& reading) const;

    [[nodiscard]] bool inExperiment(Sym journey) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::planning
