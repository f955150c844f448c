#pragma once

#include "measurement/metrics.h"

namespace wayreeve::measurement {

/// Why agentic and baseline of a metric are not set side by side with an interval; "" where they are. In this order:
/// the metric's own reason; "no-baseline"; "too-few" for an interval; "baseline-zero" (|baseline| < 1e-12): the
/// difference can be told, its size as a share of the baseline cannot, and an interval would look like more than it is.
/// The one rule for all that show metrics.
[[nodiscard]] std::string_view whyNotCompared(const MetricValue& value);

} // namespace wayreeve::measurement
