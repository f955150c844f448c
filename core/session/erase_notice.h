#pragma once

#include "audit/ledger.h"
#include "execution/dispatch.h"
#include "session/open_workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::session {

/// One connection that was told, or could not be told, that a person is being erased.
struct ErasureNotice {
    std::string connector; ///< "http" or the id of a connection
    execution::DispatchState state = execution::DispatchState::Failed;
    std::string result; ///< the connector's answer (docs/formats/connectors.md), "stopped", or why it cannot be opened
};

/// Tells every connection that takes opt-outs (execution::takesOptOut) that a customer of a run that really sends is
/// being erased: at once and once each, for afterwards nobody knows the address; `key` is what the run calls them.
/// Never through the outbox, which would keep what is to be forgotten. Passes the gate and keeps to what is stopped.
/// Errors: the store's. Not for the window's thread: a call may take 15 s.
[[nodiscard]] Result<std::vector<ErasureNotice>> tellOfErasure(const OpenWorkspace& workspace,
                                                               const audit::RunInfo& run, std::uint32_t customer,
                                                               const std::string& key);

} // namespace wayreeve::session
