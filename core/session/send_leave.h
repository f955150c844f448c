#pragma once

#include "execution/outbox.h"
#include "session/stored_customers.h"

namespace wayreeve::session {

/// Whether what lies in a run's outbox may go out now, by what the store says of its customer and by the run's
/// documents: "consent-withdrawn", "suppressed" and "no-person" refuse; "quiet-hours" and "consent-unknown" (the store
/// cannot tell) hold. Opt-outs that are passed on and operations without a purpose need no leave.
[[nodiscard]] execution::Leave leaveOf(const OpenWorkspace& asOf, StoredCustomers& customers,
                                       const execution::Dispatch& item, Instant now);

} // namespace wayreeve::session
