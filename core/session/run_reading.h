#pragma once

#include "session/store_access.h"

#include "documents/workspace.h"

namespace wayreeve::session {

/// A stored run with what its records are read by: its string table and the documents of its own version. For readers
/// that need no compiled program; used and destroyed on the thread that made it.
struct RunReading {
    std::unique_ptr<audit::LedgerReader> reader;
    audit::RunInfo run;
    Symbols symbols;
    std::shared_ptr<const documents::Workspace> workspace;
};
/// An empty tag is the newest run. Errors: "run.unknown", "workspace.unreadable" (folder), the store's, and those of
/// documents that can no longer be read.
[[nodiscard]] Result<RunReading> readRun(const std::filesystem::path& folder, const std::string& tag);

} // namespace wayreeve::session
