#pragma once

#include "audit/rows.h"
#include "base/result.h"
#include "measurement/drift.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// Decisions made before the models had seen this many outcomes are shown and not tested.
inline constexpr std::uint64_t driftWarmUp = 300;

struct GoalDrift {
    std::string goal; ///< id
    std::string name;
    measurement::Drift drift;
};

/// What the model of each goal predicted for what was chosen, against what came: outcomes that the models learned from,
/// in the order in which they became known (time, then decision).
struct ModelDrift {
    audit::RunInfo run;
    std::vector<GoalDrift> goals; ///< in the order of goals.yaml; those without an outcome too
};

/// Reads a run's records and computes; any thread. `run` empty = latest. Errors: the reader's, "run.none",
/// documents::loadPublished()'s.
[[nodiscard]] Result<ModelDrift> modelDriftOf(const std::filesystem::path& folder, const std::string& run = {},
                                              const measurement::DriftSettings& settings = {});

} // namespace wayreeve::session
