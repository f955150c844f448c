#pragma once

#include "engine/checkpoint.h"
#include "engine/live_feed.h"
#include "session/open_workspace.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::session {

/// The last result of each outbox item that a run was told of: attempts and code.
using KnownResults = std::map<std::uint64_t, std::pair<int, std::string>>;

/// What a live run goes on with: from its newest checkpoint, and from its start where it has none.
struct StoredLiveRun {
    audit::RunInfo info;
    std::vector<simulation::Arrival> arrivals;
    std::shared_ptr<const engine::RecordedOrders> orders;
    std::shared_ptr<engine::Checkpoint> checkpoint; ///< null: from its start
    KnownResults results;                           ///< the outbox items whose results it has had, all
};
/// A checkpoint that cannot be read counts as none. "live.erased" (run) where there is none and somebody was erased;
/// "command.damaged"; the reader's.
[[nodiscard]] Result<StoredLiveRun> loadLiveRun(audit::LedgerReader& reader, const audit::RunInfo& info,
                                                const Symbols& symbols);

/// Takes a live run up that stands still, gives it these orders at its stopped clock, and lets it stand still again.
/// `workspace` is the run's own (openAsOf). Takes the engine lock. Errors: loadLiveRun's, the engine's, the store's,
/// and the first order's that was refused.
[[nodiscard]] Result<void> orderStoppedLiveRun(const OpenWorkspace& workspace, const audit::RunInfo& info,
                                               std::vector<engine::Order> orders);

} // namespace wayreeve::session
