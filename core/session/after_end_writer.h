#pragma once

#include "audit/ledger.h"
#include "engine/run.h"

#include <vector>

namespace wayreeve::session {

/// A ledger for a recomputed run: the batch that ends the run also stores `rows`, the commands that followed the
/// original's end, in the same transaction. The engine carries them out, and would store those of its epochs alone.
[[nodiscard]] engine::OpenLedger withAfterEnd(engine::OpenLedger open, std::vector<audit::CommandRow> rows);

} // namespace wayreeve::session
