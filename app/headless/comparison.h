#pragma once

#include "base/value.h"
#include "session/insights.h"

namespace wayreeve::headless {

/// Agentic against baseline by the workspace's first goal, in short. `low` and `high` are the always-valid interval
/// that the verdict rests on, null where there is none.
[[nodiscard]] Value comparisonJson(const session::Insights& insights);

/// The same in sentences on stdout. Arms that cannot be compared are not: then the numbers stay unsaid, as in the
/// window.
void printComparison(const session::Insights& insights);

} // namespace wayreeve::headless
