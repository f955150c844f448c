#pragma once

#include "audit/ledger.h"

#include <iosfwd>

namespace wayreeve::storage {

/// Writes a run's opened records as canonical JSON, one a line, in chain order, as they are read (any size of run).
/// Errors: the reader's; "record.damaged" number; "io.write-failed".
[[nodiscard]] Result<void> exportRecords(audit::LedgerReader& reader, std::int64_t run, const Symbols& symbols,
                                         std::ostream& out);

} // namespace wayreeve::storage
