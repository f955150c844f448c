#pragma once

#include "engine/run.h"
#include "perception/jsonl_import.h"
#include "session/open_workspace.h"

#include <string>
#include <utility>
#include <vector>

namespace wayreeve::session {

/// Lines that were not counted.
struct RefusedLines {
    std::vector<std::pair<std::uint64_t, Error>> first; ///< line and why, the first hundred
    std::uint64_t count = 0;
    std::uint64_t future = 0; ///< of them, events that lie in the future
};

struct ImportOutcome {
    perception::ImportSummary lines;
    engine::RunSummary run;
};

/// Reads Segment-shaped events from a JSONL file and runs them through the engine as a run of their own: every line
/// counts once, in order of receipt, and the run ends with the last event's epoch. Errors: "io.read-failed" (file),
/// "import.no-events" (file), the engine's and the store's.
/// `refused`, where given, gets the lines that were not counted, also when nothing could be used.
[[nodiscard]] Result<ImportOutcome> importEvents(const OpenWorkspace& workspace, const std::filesystem::path& file,
                                                 Instant now, unsigned threads, RefusedLines* refused = nullptr);

} // namespace wayreeve::session
