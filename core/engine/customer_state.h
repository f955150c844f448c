#pragma once

#include "base/cbor.h"
#include "governance/proposal.h"
#include "interpretation/interpreter.h"
#include "learning/outcome.h"
#include "perception/customer.h"
#include "planning/journey_flow.h"
#include "planning/known_fact.h"
#include "planning/planner.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wayreeve::engine {

/// A proposal that has not ended yet, with what it holds on to.
struct OpenProposal {
    governance::Proposal proposal;
    std::vector<planning::Planner::Reservation> reserved; ///< of shared budgets, on `reservedDay`
    std::int64_t reservedDay = 0;
    planning::LearningContext learning;
    bool learns = false;
    bool decided = false; ///< a verdict came in; the customer's next turn carries it out
    bool drawn = false;
    Sym after = 0;      ///< waits until this action's dispatch succeeded …
    Instant afterSince; ///< … at or after that instant: the customer's entry into the journey
};

/// A dispatch whose connector has not answered yet (live runs), or surely failed: a person may replay it.
struct InFlight {
    std::uint64_t dispatch = 0;
    std::uint64_t decision = 0;
    std::uint64_t proposal = 0;
    Sym agent = 0;
    Sym action = 0;
    Sym journey = 0;
    Sym node = 0;
    Sym goal = 0;
    Sym family = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Operation;
    std::uint32_t addressed = 0;                          ///< whom an account wrote to: its number + 1; 0 = nobody else
    std::vector<planning::Planner::Reservation> reserved; ///< of shared budgets, on `reservedDay`
    std::int64_t reservedDay = 0;
    bool failed = false;                                ///< holds nothing of the above any more
    std::optional<governance::Proposal> proposalItem{}; ///< where it failed and had one: as it was
};

/// What a customer adds to the comparison of arms, so that it can be taken out again.
struct Compared {
    double money = 0;
    double cost = 0;
};

/// Everything one customer is during a run: each layer's memory of it. Owned by one worker inside an epoch and by the
/// merge between epochs.
struct CustomerState {
    perception::Customer memory;
    interpretation::SignalMemory signals;
    planning::Positions positions;
    std::vector<learning::OpenReward> rewards;
    std::vector<OpenProposal> proposals;
    std::vector<planning::TurnedDown> turnedDown;
    std::vector<std::pair<Sym, std::uint64_t>> awaited; ///< the last dispatch of each action that others wait for
    std::vector<InFlight> inFlight;                     ///< and the last that failed
    std::uint32_t origin = 0;                           ///< of the arrival source
    std::uint64_t turns = 0;                            ///< addresses chance
    std::uint32_t decisions = 0;                        ///< keys of decisions and drawn actions
    std::uint32_t proposalCount = 0;                    ///< keys of proposals
    std::uint32_t dispatchCount = 0;                    ///< keys of dispatches
    std::vector<Sym> executed;                          ///< dispatched at the last merge: edges that name them move now
    Instant resultAt = Instant::never();                ///< when `executed` wants its turn
    bool converted = false;                             ///< reached the first goal at least once
    Compared compared;
    std::uint64_t epoch = UINT64_MAX; ///< whose entries are counted by `sequence`
    std::uint32_t sequence = 0;       ///< entries so far in that epoch
    bool forgotten = false;           ///< absorbed by another customer …
    std::uint32_t absorbedBy = 0;     ///< … by this one, or erased where it is the customer itself; what is in flight
                                      ///< is still answered under the old number
    std::vector<planning::KnownFact> facts; ///< of systems of record, by name
    planning::CustomerHistory history;      ///< what it did beyond predictions; changes only at the merge
    planning::CustomerTiming timing;        ///< when it answers and buys; the same
    std::uint32_t account = 0;              ///< of a person: the account's number + 1; 0 = in none
    Instant accountSince;                   ///< time of the group event that says so
    std::vector<std::uint32_t> members;     ///< of an account: who is in it, ascending
    std::vector<Value> rollUp;              ///< of an account: what its members added up to at its last turn
    Instant memoryDue = Instant::never();   ///< a promise or a milestone falls due: a turn of its own
};

/// The whole state for a checkpoint; decode answers "state.damaged". Symbols are indexes of the run's document set.
[[nodiscard]] std::vector<std::uint8_t> encodeState(const CustomerState& state, const Symbols& symbols);
[[nodiscard]] Result<CustomerState> decodeState(std::span<const std::uint8_t> bytes, const Symbols& symbols);

} // namespace wayreeve::engine
