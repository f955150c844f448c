#pragma once

#include "audit/entry.h"
#include "audit/rows.h"
#include "base/result.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wayreeve::audit {

/// A person whose data the store makes unreadable for good, in this run and in those that replay it.
struct Erasure {
    std::vector<std::uint32_t> customers; ///< every number that was this person, ascending
    std::vector<std::string> ids;         ///< what names the person in what is stored about nobody in particular
};

/// A piece of a checkpoint by its number (engine/checkpoint.h).
using CheckpointPart = std::pair<std::uint64_t, std::vector<std::uint8_t>>;

/// What one or several epochs leave behind; goes into the store in one durable transaction.
struct Batch {
    std::int64_t run = 0;
    std::uint64_t epochs = 0; ///< committed so far, counting these
    Instant clock;
    std::vector<Entry> entries;
    std::vector<DecisionRow> decisions;
    std::vector<governance::Proposal> proposals;      ///< new or changed: replaces by number
    std::vector<execution::Dispatch> dispatches;      ///< new or changed: replaces by number
    std::vector<learning::Outcome> outcomes;          ///< of all kinds
    std::vector<std::pair<Key, std::uint64_t>> about; ///< decision key → entry number, for entriesAbout
    std::vector<EventRow> events;
    std::vector<MendedRow> mended; ///< the last word on an event holds; what names no stored run is left out
    std::vector<CommandRow> commands;
    std::vector<CustomerRow> customers; ///< new or changed: replaces by number
    std::vector<DayRow> days;           ///< added to what is there
    std::vector<ReviewRow> reviews;     ///< replaces by number
    std::vector<Erasure> erasures;      ///< after all of the above has been written
    Hash256 head;
    Hash256 recordsHash;
    std::uint64_t decisionCount = 0; ///< of the run so far
    std::optional<RunStatus> status;
    std::vector<std::uint8_t> engineState; ///< shared state checkpoint; empty = unchanged
    /// What the run is taken up from, as of this batch: new or changed, replaces by number; empty = unchanged.
    std::vector<CheckpointPart> checkpoint;
    bool wholeCheckpoint = false; ///< nothing of the run's one before is to stay
};

/// The store as the engine's writer sees it; implemented by storage. One thread.
/// Errors: "store.locked" (another engine), "store.newer-schema" found/known, "store.damaged", "store.full",
/// "store.io".
class LedgerWriter {
public:
    virtual ~LedgerWriter() = default;
    /// Registers a run (tag and id are assigned) and the string table of its document set.
    [[nodiscard]] virtual Result<RunInfo> beginRun(RunInfo info, const Symbols& symbols) = 0;
    /// Durable when it answers.
    [[nodiscard]] virtual Result<void> commit(const Batch& batch) = 0;
    /// Hashes of all stored entries of a run, in order (resume, commands on an ended run).
    [[nodiscard]] virtual Result<std::vector<Hash256>> entryHashes(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<RunInfo> runInfo(std::int64_t run) = 0;
};

/// What a list of decisions is filtered by; empty fields do not restrict.
struct DecisionFilter {
    std::optional<std::uint32_t> customer;
    Sym action = 0;
    Sym agent = 0;
    Sym journey = 0;
    std::optional<documents::Arm> arm;
    std::optional<governance::RulingKind> ruling;
    std::optional<documents::Risk> risk;
    std::optional<Instant> since;
    std::optional<Instant> until;
    bool includeWait = true;
    bool includeDrawn = false;
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

/// The store as readers see it (window, command line): never blocks the writer for long, sees only what is committed.
/// One instance a thread.
class LedgerReader {
public:
    virtual ~LedgerReader() = default;
    [[nodiscard]] virtual Result<std::vector<RunInfo>> runs() = 0; ///< newest last
    [[nodiscard]] virtual Result<RunInfo>
    run(const std::string& tagOrLatest) = 0; ///< "" = latest; "run.none", "run.unknown"
    /// The string table that this run's records were written with: two builds may number the names of one set
    /// differently. "store.damaged" (object symbols) where it is not the one that the run's first entry names.
    [[nodiscard]] virtual Result<Symbols> symbolsOf(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<DecisionRow>>
    decisions(std::int64_t run, const DecisionFilter& filter) = 0; ///< newest first
    [[nodiscard]] virtual Result<std::uint64_t> countDecisions(std::int64_t run, const DecisionFilter& filter) = 0;
    [[nodiscard]] virtual Result<Entry> entry(std::int64_t run, std::uint64_t number) = 0;
    /// The decision's or drawn action's own entry, by key. "decision.unknown".
    [[nodiscard]] virtual Result<Entry> decisionEntry(std::int64_t run, Key key) = 0;
    [[nodiscard]] virtual Result<std::optional<DecisionRow>> decisionRow(std::int64_t run, Key key) = 0;
    /// Entries that name this decision by key (dispatch, verdicts, outcomes …), ascending.
    [[nodiscard]] virtual Result<std::vector<Entry>> entriesAbout(std::int64_t run, Key decision) = 0;
    [[nodiscard]] virtual Result<std::vector<Entry>> entriesOf(std::int64_t run, std::uint32_t customer) = 0;
    /// Merges of customers, what undid them, and erasures, ascending.
    [[nodiscard]] virtual Result<std::vector<Entry>> identityEntries(std::int64_t run) = 0;
    /// All entries ascending; stops where `each` answers false.
    [[nodiscard]] virtual Result<void>
    forEachEntry(std::int64_t run, std::uint64_t from,
                 const std::function<bool(const Entry&, const Hash256& link)>& each) = 0;
    [[nodiscard]] virtual Result<std::vector<governance::Proposal>>
    proposals(std::int64_t run, const std::set<governance::ProposalState>& states,
              std::int64_t limit) = 0; ///< by deadline less head start (high 4 h, medium 1 h)
    /// The last of them in that order, the last first.
    [[nodiscard]] virtual Result<std::vector<governance::Proposal>>
    lastProposals(std::int64_t run, const std::set<governance::ProposalState>& states, std::int64_t limit) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> countProposals(std::int64_t run,
                                                               const std::set<governance::ProposalState>& states) = 0;
    [[nodiscard]] virtual Result<governance::Proposal> proposal(std::int64_t run, std::uint64_t number) = 0;
    [[nodiscard]] virtual Result<std::vector<execution::Dispatch>>
    dispatches(std::int64_t run, std::optional<std::uint32_t> customer, std::int64_t limit) = 0; ///< newest first
    [[nodiscard]] virtual Result<std::vector<learning::Outcome>> outcomes(std::int64_t run,
                                                                          std::optional<std::uint32_t> customer) = 0;
    [[nodiscard]] virtual Result<std::vector<CustomerRow>> customers(std::int64_t run, const std::string& search,
                                                                     std::int64_t limit) = 0;
    [[nodiscard]] virtual Result<std::optional<CustomerRow>> customer(std::int64_t run, std::uint32_t number) = 0;
    [[nodiscard]] virtual Result<std::vector<EventRow>> events(std::int64_t run, std::optional<std::uint32_t> customer,
                                                               std::uint64_t afterSequence, std::int64_t limit) = 0;
    /// The same of those that were held back (perception::isHeldBack), whatever else the run received.
    [[nodiscard]] virtual Result<std::vector<EventRow>> heldBack(std::int64_t run, std::uint64_t afterSequence,
                                                                 std::int64_t limit) = 0;
    /// Which of a run's held back events were mended and sent again, by number.
    [[nodiscard]] virtual Result<std::vector<MendedRow>> mended(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<CommandRow>> commands(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<DayRow>> days(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<ReviewRow>> reviews(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<std::uint8_t>> engineState(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<CheckpointPart>> checkpoint(std::int64_t run) = 0; ///< by number
    [[nodiscard]] virtual Result<std::vector<Hash256>> entryHashes(std::int64_t run) = 0;       ///< of all, in order
    /// Who of this run's customers was erased, ascending. What is read of them says so: entries are of kind Erased,
    /// events have no body, texts are empty, the customer's key and name are "erased-" and the number.
    [[nodiscard]] virtual Result<std::vector<std::uint32_t>> erased(std::int64_t run) = 0;
    [[nodiscard]] virtual Result<std::vector<std::pair<int, std::uint64_t>>>
    fates(std::int64_t run) = 0; ///< perception::Fate → count
};

} // namespace wayreeve::audit
