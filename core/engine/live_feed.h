#pragma once

#include "audit/rows.h"
#include "execution/dispatch.h"
#include "governance/approvals.h"
#include "planning/known_fact.h"
#include "simulation/arrivals.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::engine {

/// What reaches a live run besides events and people's commands. Stored as a command row, so that a replay gives it
/// again at the same epoch.
struct Order {
    enum class Kind : std::uint8_t {
        Result, ///< a connector's answer to one dispatch
        Fact,   ///< a system of record's answer to one question
        Stop,   ///< somebody stopped a scope: for the chain; the dispatcher obeys the stop switch
        Lift,
        Unmerge, ///< somebody says that two customers who became one are two persons
        Erase    ///< a person's data is destroyed; the first thing in its epoch
    };
    Kind kind = Kind::Result;
    std::uint64_t dispatch = 0; ///< Result
    execution::DispatchState state =
        execution::DispatchState::Succeeded; ///< Result: Succeeded, Failed (surely not done) or Unknown
    int attempts = 0;                        ///< Result
    std::string code;                        ///< Result: "ok", "http-404" …
    planning::KnownFact fact;                ///< Fact: what came of it
    std::string scope;                       ///< Stop, Lift: "", "agent/ID", "action/ID"
    std::string person;                      ///< all but Result and Fact
    /// Fact: who was asked about. Erase: who. Unmerge: who was absorbed, or who absorbed, for its newest merge.
    std::uint32_t customer = 0;
    std::string reason; ///< Erase, Unmerge
    bool operator==(const Order&) const = default;
};

/// What people and connectors gave to one epoch of a live run.
struct EpochOrders {
    std::vector<governance::Command> commands;
    std::vector<Order> orders;
    /// Timers of the epochs from here on ran in this one only: the machine was late, or the run stood still.
    std::optional<std::uint64_t> lateFrom;
    /// Commands that were given while the run stood still, at its clock; they take an epoch each.
    std::vector<governance::Command> whileStopped;
};
/// By epoch: what a replay, or a run that is taken up again, gives back.
using RecordedOrders = std::map<std::uint64_t, EpochOrders>;

/// One line each, as the store keeps them. The readers answer "command.damaged" for anything else.
[[nodiscard]] std::string orderJson(const Order& order);
[[nodiscard]] std::string lateJson(std::uint64_t from);
/// Adds a stored row's body to what its epoch was given.
[[nodiscard]] Result<void> addRecorded(EpochOrders& to, const std::string& body);

/// What a turn wants to know of a system of record.
struct FactQuestion {
    std::uint32_t customer = 0;
    planning::FactName name;
    bool operator==(const FactQuestion&) const = default;
};

/// Where a live run gets its time and everything else from: the door for events, the inbox for commands, the dispatcher
/// for results. Called from the run's calling thread.
class LiveFeed {
public:
    virtual ~LiveFeed() = default;
    /// That an arrival of the step is an event from quarantine, which somebody has put right.
    struct Mended {
        std::size_t arrival = 0; ///< its place in the step
        audit::MendedRow row;    ///< all but the receipt and the time, which the run gives
    };
    struct Step {
        Instant now;
        std::vector<simulation::Arrival> arrivals; ///< ascending by receivedAt, all in the epoch of `now`
        std::vector<Mended> mended;                ///< stored with the step; no record, and nothing hangs on it
        std::vector<governance::Command> commands;
        std::vector<Order> orders;
        /// Customers whom somebody looks at: their rows, with their states, are stored with the step. A step with
        /// nothing else is no epoch, and nobody's records know of it.
        std::vector<std::uint32_t> show;
        bool end = false; ///< the run is to stand still
    };
    /// Waits until something is there, or the clock reaches `wake`. No epoch before `earliest` can be run any more: the
    /// answer's `now` is not before it.
    [[nodiscard]] virtual Step next(Instant earliest, Instant wake) = 0;
    /// What became of a command of the last step; durable once committed() was called.
    virtual void answered(const governance::Command& command, const Result<governance::Proposal>& answer) = 0;
    /// What became of an Unmerge of the last step.
    virtual void answered(const Order&, const Result<void>&) {}
    /// Systems of record are asked outside the run; each answer comes back as an Order. What is never answered counts
    /// as unreachable after planning::factPatience.
    virtual void ask(std::vector<FactQuestion>) {}
    /// The last step is durable; false: it is lost, and the run ends.
    virtual void committed(bool durable) = 0;
};

} // namespace wayreeve::engine
