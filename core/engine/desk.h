#pragma once

#include "audit/ledger.h"
#include "engine/merge.h"
#include "engine/program.h"
#include "engine/turn.h"

#include <memory>
#include <string>

namespace wayreeve::engine {

/// The parts of a run that a command changes.
struct StoppedRun {
    const RunContext& context;
    std::vector<CustomerState>& customers;
    EpochMerge& merge;
    TurnRunner& runner;
    WorkerPool& pool;
};

/// Takes one command in at the run's stopped clock, and carries out what it decides at that instant (semantics.md,
/// "Time and runs"). Fills the batch as an epoch does; the answer is the proposal afterwards, or why not.
[[nodiscard]] Result<governance::Proposal> takeAtStoppedClock(StoppedRun run, governance::Command command,
                                                              Instant clock, std::uint64_t epoch, audit::Batch& batch);

/// The same on a stored run: loads what the command needs, applies it, and commits. Everything the person is told has
/// been committed. Errors: ApprovalDesk's; "run.still-running"; "approval.unknown-proposal"; the store's. Where the run
/// really sends, the outbox item stays pending for a dispatcher.
[[nodiscard]] Result<governance::Proposal> commandOnStoredRun(const std::shared_ptr<const Program>& program,
                                                              const audit::RunInfo& info,
                                                              const governance::Command& command,
                                                              audit::LedgerReader& reader, audit::LedgerWriter& writer);

/// A command as the store keeps it for replay; what is said after a run ended carries a mark. The reader answers
/// "command.damaged" for anything else.
[[nodiscard]] std::string commandJson(const governance::Command& command, bool afterEnd = false);
[[nodiscard]] bool isAfterEnd(const std::string& text);
[[nodiscard]] Result<governance::Command> commandFromJson(const std::string& text);

} // namespace wayreeve::engine
