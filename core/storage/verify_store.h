#pragma once

#include "audit/verify.h"
#include "base/result.h"

#include <filesystem>

namespace wayreeve::storage {

/// Checks every run's stored chain, in the file's order, against its signed head. Reads only the records, the heads,
/// the runs' rows and their string tables, in one snapshot, so that a running engine does not disturb it. A workspace
/// without a run is ok with 0 records; one that has no store file, or an empty one, beside a signing key or published
/// documents is not (StoreMissing). A run whose records, head and row are all gone shows as Removed where a later
/// run is left. Errors: WorkspaceStore's (a planted trigger or a file that is no database is "store.damaged").
[[nodiscard]] Result<audit::VerifyReport> verifyStore(const std::filesystem::path& workspace);

} // namespace wayreeve::storage
