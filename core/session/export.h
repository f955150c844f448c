#pragma once

#include "audit/ledger.h"

#include <filesystem>
#include <string>

namespace wayreeve::session {

/// Writes a run's records to a file as canonical JSON, one a line; answers the run. What stood in the file is replaced
/// once all is written and on the disk, and stays as it was after any error; a symbolic link's target is replaced, not
/// the link. Devices and pipes are written to as they are. Errors: "export.into-workspace" (file) for a file within
/// WS/.wayreeve or a document's place in WS, whatever path leads there; "io.write-failed" (file); "run.none",
/// "run.unknown"; the store's.
[[nodiscard]] Result<audit::RunInfo> exportRun(const std::filesystem::path& folder, const std::string& run,
                                               const std::filesystem::path& file);

} // namespace wayreeve::session
