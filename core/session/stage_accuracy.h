#pragma once

#include "base/result.h"
#include "simulation/stage_world.h"

#include <filesystem>

namespace wayreeve::session {

/// Reads a workspace and a world (a population document that may lie anywhere) and measures how well the workspace's
/// own signals read the stage in it. Stores nothing. Errors: openWorkspace()'s, those of a document that cannot be read
/// ("io.read-failed", "yaml.…", "document.…"), measureStages()'s.
[[nodiscard]] Result<simulation::StageMeasurement> stageAccuracy(const std::filesystem::path& folder,
                                                                 const std::filesystem::path& world,
                                                                 const simulation::StageWorldSettings& settings);

} // namespace wayreeve::session
