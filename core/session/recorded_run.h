#pragma once

#include "engine/run.h"
#include "session/open_workspace.h"

#include <vector>

namespace wayreeve::session {

/// What a stored run was computed from, ready to be computed again: everything that arrived, and settings that give
/// people's commands at the same epochs, those after its end at its end.
struct RecordedRun {
    engine::RunSettings settings; ///< its own callback holds what it needs
    std::vector<simulation::Arrival> arrivals;
    std::vector<audit::CommandRow> afterEnd; ///< those of settings.afterEnd, as the store keeps them
};

/// `workspace` is the run's own (openAsOf). Errors "run.still-running" run; "replay.erased" run,
/// customers: somebody was erased from it, so what it was computed from is not there any more; the reader's;
/// "record.damaged".
[[nodiscard]] Result<RecordedRun> recordedRun(audit::LedgerReader& reader, const audit::RunInfo& original,
                                              const OpenWorkspace& workspace);

/// Everything that arrived after receipt number `after`, in order of receipt. "record.damaged", the reader's.
[[nodiscard]] Result<std::vector<simulation::Arrival>>
arrivalsOf(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols, std::uint64_t after = 0);

/// What people and connectors gave to a live run, from its command rows. "command.damaged".
[[nodiscard]] Result<std::shared_ptr<const engine::RecordedOrders>>
recordedOrders(const std::vector<audit::CommandRow>& rows);

} // namespace wayreeve::session
