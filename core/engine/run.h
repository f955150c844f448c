#pragma once

#include "audit/ledger.h"
#include "engine/checkpoint.h"
#include "engine/live_feed.h"
#include "engine/merge.h"
#include "engine/program.h"
#include "engine/turn.h"
#include "simulation/arrivals.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::engine {

/// How far a run has come; a snapshot for whoever watches. Arms by their number.
struct Progress {
    Instant clock;
    double share = 0; ///< of the run's length, 0 … 1
    std::uint64_t decisions = 0;
    std::uint64_t waiting = 0; ///< for a person
    std::uint64_t customers = 0;
    std::uint64_t machines = 0;      ///< of the customers: no people; counted every two seconds
    std::vector<audit::DayRow> days; ///< so far, in (day, arm) order
};

struct RunSettings {
    audit::RunInfo
        info; ///< kind, seed, salt, customers, days, start, epoch, population, reviewers, source, files, sends
    unsigned threads = 1; ///< all working threads
    bool explore = true;
    bool timers = true;                ///< false for logged data
    std::optional<documents::Arm> arm; ///< stories
    std::vector<std::pair<std::string, double>>
        budgetsLeft; ///< stories: "policies/<id>", what is left on the first day
    const documents::Mapping* mapping = nullptr;
    std::function<const audit::Logged*(std::uint32_t origin)> logged;
    /// Called at every epoch's end with what waits for a person; the answer is taken in there. Empty = nobody.
    std::function<std::vector<governance::Command>(std::span<const governance::Proposal* const> waiting, Instant end,
                                                   std::uint64_t epoch)>
        people;
    std::function<void(const Progress&)> progress; ///< from the calling thread, 10 times a second; live: each epoch
    std::function<bool()> cancelled;
    std::function<void(const CustomerState&, Instant, const interpretation::Reading&)> observe;
    std::optional<audit::RunInfo> resume; ///< as stored: what it holds is computed again and compared, not stored twice
    /// With `resume`: it begins here and not at its start; arrivals and recorded orders are those that came later. The
    /// run empties it.
    std::shared_ptr<Checkpoint> checkpoint;
    std::uint64_t checkpointEntries = engine::checkpointEntries; ///< a live run keeps one once so many came since
    bool keepState = true;                                       ///< checkpoint customers and shared state at the end
    /// What commits are timed by, so that one is durable at least every 250 ms: from the calling thread and the
    /// store's.
    std::function<std::chrono::steady_clock::time_point()> ticks = std::chrono::steady_clock::now;
    std::optional<std::uint64_t> stopAtEpoch; ///< replay of a cancelled run: it ends, cancelled, before this epoch
    /// Replay: commands that people gave after the run had ended, at its stopped clock.
    std::vector<governance::Command> afterEnd;
    /// A live run: what is next. It goes on until the feed ends it, and stands still then (RunStatus::Paused).
    LiveFeed* live = nullptr;
    /// A live run's replay, or its stored part when it is taken up again: what people and connectors gave.
    std::shared_ptr<const RecordedOrders> recorded;
    /// A backtest: `changed` documents (compiled after this program's symbols) decide beside this one, and `told` gets
    /// every choice of each epoch, by customer, from the calling thread.
    struct Backtest {
        std::shared_ptr<const Program> changed;
        std::function<void(std::span<const Rejudged>)> told;
    };
    std::optional<Backtest> backtest;
    bool awaitResults = false; ///< a dispatch stands when its connector has answered, not when it goes out
    /// A fault for tests to plant: MergeUnordered takes the workers' results in another order than the customers' as
    /// soon as there are two workers.
    /// WholeCheckpoints writes all customers every time.
    enum class Plant { Nothing, MergeUnordered, WholeCheckpoints } plant = Plant::Nothing;
};

/// One decision of a logged-data run, in row order.
struct LoggedDecision {
    Sym action = 0; ///< chosen; 0 = wait
    bool observed = false;
    double reward = 0;
};

struct RunSummary {
    audit::RunInfo info;
    std::map<std::string, std::uint64_t> rulings;
    std::map<std::string, std::uint64_t> approvals; ///< proposals by where they came to (governance/approval_tally.h)
    std::vector<std::uint64_t> turnsByWorker;       ///< that this execution ran: none that a checkpoint held
    std::uint64_t turns = 0;                        ///< of the whole run
    std::uint64_t didNotFit = 0;
    bool cancelled = false;
    std::vector<std::pair<std::string, std::uint64_t>> fates; ///< of arrived events
    /// Of the customers: those who are not people, by the sign of it ("burst" where nothing but that).
    std::vector<std::pair<std::string, std::uint64_t>> machines;
    std::vector<LoggedDecision> logged;
};

using OpenLedger = std::function<Result<std::unique_ptr<audit::LedgerWriter>>()>;

/// The one loop: carries arrivals through the layers in epochs until the run's end. Deterministic: the same program,
/// settings, arrivals and people's commands give the same records on any number of threads. `openLedger` is called on
/// the store's thread; null keeps nothing. Errors: the ledger's; "resume.differs" entry — what is stored is not what
/// this program computes.
[[nodiscard]] Result<RunSummary> executeRun(std::shared_ptr<const Program> program, RunSettings settings,
                                            simulation::ArrivalSource& source, const OpenLedger& openLedger);

/// The arm of a customer: fixed by a hash of (salt, key) and the workspace's shares.
[[nodiscard]] documents::Arm armOf(const documents::Settings& settings, const std::string& salt,
                                   const std::string& key);

} // namespace wayreeve::engine
