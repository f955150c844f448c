#pragma once

#include "measurement/curves.h"
#include "measurement/lift.h"
#include "measurement/metrics.h"
#include "session/open_workspace.h"

#include <string>
#include <vector>

namespace wayreeve::session {

/// What a manager sees of one run: agentic against baseline.
struct Insights {
    audit::RunInfo run;
    std::vector<measurement::MetricValue> metrics; ///< in measurement::metricDefinitions() order
    measurement::Lift lift;                        ///< share of customers that reached a goal
    measurement::Curves curves;
};

/// Reads and computes; any thread. `run` empty = latest. Errors: the reader's; "run.none".
[[nodiscard]] Result<Insights> insightsOf(const std::filesystem::path& folder, const std::string& run = {});

} // namespace wayreeve::session
