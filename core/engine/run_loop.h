#pragma once

#include "engine/run.h"
#include "engine/store_lane.h"
#include "engine/undo_book.h"
#include "governance/approval_tally.h"
#include "perception/intake.h"

#include <chrono>
#include <memory>
#include <unordered_map>

namespace wayreeve::engine {

/// One run in progress (executeRun's inside). Used by the thread that made it; its pool's workers touch only what an
/// epoch hands them.
class RunLoop {
public:
    RunLoop(std::shared_ptr<const Program> program, RunSettings settings, simulation::ArrivalSource& source,
            const OpenLedger& openLedger);
    [[nodiscard]] Result<RunSummary> run();

private:
    using Calendar = std::map<std::uint64_t, std::vector<std::uint32_t>>; ///< epoch → who

    [[nodiscard]] std::uint64_t epochOf(Instant instant) const;
    [[nodiscard]] Instant epochStart(std::uint64_t epoch) const {
        return {m_settings.info.start.ms + static_cast<std::int64_t>(epoch) * m_settings.info.epoch.ms};
    }
    [[nodiscard]] std::int32_t dayOf(Instant instant) const {
        return static_cast<std::int32_t>((instant - m_settings.info.start).ms / Duration::days(1).ms);
    }
    void start();
    [[nodiscard]] Result<void> runUntilEnd(Instant endOfRun);
    [[nodiscard]] Result<void> runLive();
    [[nodiscard]] std::uint64_t nextEpoch() const;
    [[nodiscard]] bool applyWhileStopped();
    void askAgain();
    void takeStopped(governance::Command command);
    [[nodiscard]] const EpochOrders* recordedAt(std::uint64_t epoch) const;
    void keepRow(std::uint64_t epoch, Instant at, std::string body);
    void schedule(Calendar& calendar, std::uint32_t who, Instant when, std::uint64_t earliest);
    void reschedule(std::uint32_t customer, std::uint64_t earliest);
    void runEpoch(std::uint64_t epoch);
    void gatherArrivals(std::uint64_t epoch, Instant end);
    void receive(simulation::Arrival& arrival, std::uint64_t epoch);
    void addCustomer(const perception::Event& event, std::uint32_t number, std::uint32_t origin);
    void addAccount(const perception::Event& event, std::uint32_t number, std::uint32_t origin);
    void linkAccount(std::uint32_t person, std::uint32_t account, Instant at);
    void relinkAccount(std::uint32_t person);
    void leaveAccount(std::uint32_t person);
    void forgetInAccount(std::uint32_t person);
    void triggerAccounts(std::uint32_t person, const perception::Received& received, EventTrigger trigger);
    void linkObjects(std::uint32_t customer, const perception::Event& event);
    void relinkObjects(std::uint32_t customer);
    void triggerLinked(const std::vector<perception::ObjectLink>& about, EventTrigger trigger);
    void prepareSecond();
    void runTurns(std::uint64_t epoch, Instant end, bool ofAccounts);
    void mergeCustomers(std::uint32_t older, std::uint32_t younger, const perception::Event& link,
                        const std::optional<perception::Stitch>& stitched, std::uint64_t epoch);
    void rememberMerge(const CustomerState& keeps, const CustomerState& goes, const perception::Event& link,
                       const std::optional<perception::Stitch>& stitched);
    void obeyUnmerges(std::uint64_t epoch);
    [[nodiscard]] Result<void> unmerge(const Order& order, std::uint64_t epoch);
    void revive(UndoBook::Merge merge, perception::Unmerged apart, const std::vector<UndoBook::Merge>& later,
                Instant at);
    void countUnmerged(const CustomerState& keeps, const CustomerState& back, bool wasConverted, bool wasMixed,
                       Instant at);
    void endMerged(CustomerState& goes, Instant at, std::uint64_t epoch);
    void eraseAt(std::uint64_t epoch);
    void touch(std::uint32_t customer) { m_changed[customer] |= changedSinceRow | changedSinceCheckpoint; }
    void tellOfSoftware(std::span<CustomerEpoch* const> parts);
    void touchOrdered(std::span<const Order> orders);
    [[nodiscard]] bool checkpointIsDue() const;
    void keepCheckpoint();
    [[nodiscard]] std::vector<std::uint8_t> encodeRun() const;
    [[nodiscard]] std::vector<std::uint8_t> encodeCustomer(std::uint32_t number,
                                                           std::span<const std::string* const> ids) const;
    [[nodiscard]] Result<void> restore(Checkpoint& from);
    [[nodiscard]] bool restoreRun(cbor::Reader& reader);
    [[nodiscard]] bool restoreCustomers(std::vector<audit::CheckpointPart>& parts);
    [[nodiscard]] bool restoreOld(cbor::Reader& reader, std::vector<audit::CheckpointPart>& parts);
    [[nodiscard]] audit::Entry startEntry() const;
    [[nodiscard]] std::map<std::pair<std::int32_t, int>, audit::DayRow> daysSoFar() const;
    void countMerged(const CustomerState& keeps, const CustomerState& goes, Instant at);
    void mergeEpoch(std::span<CustomerEpoch* const> parts, std::uint64_t epoch, Instant end);
    [[nodiscard]] std::vector<TakenCommand> commandsAt(std::uint64_t epoch, Instant end);
    [[nodiscard]] std::vector<governance::Command> givenAt(std::uint64_t epoch, Instant end);
    [[nodiscard]] std::vector<Order> ordersAt(std::uint64_t epoch, Instant end);
    void count(const CustomerEpoch& part);
    void keepConsents(std::size_t firstEntry);
    void number(std::size_t firstEntry, std::size_t firstRow, std::size_t firstAbout);
    void commit(bool now);
    void report(bool now);
    void keepDays();
    [[nodiscard]] Result<void> checkAgainstStored();
    void forgetStored();
    [[nodiscard]] Result<RunSummary> finish(Instant endOfRun);
    void applyAfterEnd();
    void checkpoint();
    [[nodiscard]] audit::CustomerRow rowOf(const CustomerState& state) const;

    std::shared_ptr<const Program> m_program;
    RunSettings m_settings;
    simulation::ArrivalSource& m_source;
    Chance m_chance;
    planning::SharedState m_shared;
    planning::SharedState m_second;             ///< backtests: what the changed documents share
    std::uint64_t m_secondUpdates = UINT64_MAX; ///< of the models in it
    std::vector<CustomerState> m_customers;
    perception::Intake m_intake;
    WorkerPool m_pool;
    EpochMerge m_merge;
    UndoBook m_undo; ///< of runs that a person can say something to while they run
    StoreLane m_lane;
    RunContext m_context;
    std::vector<std::unique_ptr<TurnRunner>> m_runners;
    std::vector<std::uint64_t> m_turnsByWorker;

    /// Who named an object, in order of receipt; memory says whether they still are linked to it.
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> m_objects;
    Calendar m_origins;
    Calendar m_wakes;
    std::vector<std::uint64_t> m_wakeEpoch; ///< by customer: the one that counts
    std::uint64_t m_receipts = 0;

    // Scratch of the epoch in progress.
    std::vector<std::uint32_t> m_active;
    std::vector<CustomerEpoch> m_parts;
    std::vector<std::vector<simulation::Arrival>> m_buckets;
    std::map<std::uint32_t, std::vector<EventTrigger>> m_inbox;
    std::vector<std::unique_ptr<perception::Event>> m_events;
    LiveFeed::Step m_step;                 ///< live: of the epoch in progress
    std::vector<FactQuestion> m_questions; ///< live: of the epoch in progress
    CustomerEpoch m_early;                 ///< what merges of identities and erasures left, before the turns
    bool m_erased = false;                 ///< somebody was erased in the epoch in progress
    bool m_everErased = false;             ///< or before

    enum : std::uint8_t { changedSinceRow = 1, changedSinceCheckpoint = 2, toldOfSoftware = 4 };
    std::vector<std::uint8_t> m_changed; ///< by customer, since its stored row and its part of the checkpoint
    bool m_checkpointHolds = false;      ///< the store has one of this run that a new one can add to
    std::uint64_t m_checkpointAt = 0;    ///< entries of the last one
    bool m_checkpointKept = false;       ///< one is in the batch
    std::chrono::steady_clock::time_point m_checkpointDone;
    std::chrono::steady_clock::duration m_checkpointTook{};

    audit::Chain m_chain;
    audit::Batch m_batch;
    std::uint64_t m_decisions = 0;
    std::uint64_t m_commandCount = 0;
    bool m_behindStore = false;                         ///< resuming: what is computed is stored already
    std::chrono::steady_clock::time_point m_handedOver; ///< the last batch to the store
    std::chrono::steady_clock::time_point m_lastEpochEnd;
    std::chrono::steady_clock::duration m_longEpoch{}; ///< the longest lately
    std::chrono::steady_clock::time_point m_lastReport = std::chrono::steady_clock::now();
    std::optional<std::chrono::steady_clock::time_point> m_machinesCounted; ///< it looks at every customer
    std::uint64_t m_machines = 0;
    std::map<std::pair<std::int32_t, int>, audit::DayRow> m_days;
    governance::ApprovalTally m_approvals;
    RunSummary m_summary;
};

} // namespace wayreeve::engine
