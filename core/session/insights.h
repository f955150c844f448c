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
    std::string goal;                              ///< name (or id) of the workspace's first goal
    measurement::Lift lift;                        ///< share of customers that reached the workspace's first goal
    measurement::Curves curves;
    std::uint64_t mixedArms = 0; ///< people left out of metrics, lift and curves: merged from two arms
    std::uint64_t accounts = 0;  ///< left out too: what is compared are people
};

/// Reads and computes; any thread. `run` empty = latest. Errors: the reader's; "run.none".
[[nodiscard]] Result<Insights> insightsOf(const std::filesystem::path& folder, const std::string& run = {});

} // namespace wayreeve::session
