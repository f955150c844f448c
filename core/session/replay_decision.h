#pragma once

#include "audit/entry.h"
#include "engine/run.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace wayreeve::session {

struct DecisionReplay {
    audit::Entry stored;
    std::optional<audit::Entry> computed; ///< nothing where the computation decides nothing there
    bool identical = false;               ///< byte for byte
};

/// Computes the run of one stored decision (or drawn action) anew, from its events, people's commands and published
/// documents, up to that decision, and compares its record. Keeps nothing and takes no lock. `id` as for explain().
/// nullopt where `cancelled` ended it before. Errors: those of explain() and of the engine; "run.still-running". Not
/// for runs of logged data, whose rows are not kept. Blocks; any thread.
[[nodiscard]] Result<std::optional<DecisionReplay>>
replayDecision(const std::filesystem::path& folder, const std::string& id, unsigned threads,
               const std::function<void(double share)>& progress = {}, const std::function<bool()>& cancelled = {});

} // namespace wayreeve::session
