#include "measurement/comparison.h"

#include <cmath>

namespace wayreeve::measurement {

std::string_view whyNotCompared(const MetricValue& value) {
    if (!value.isAvailable())
        return value.why;
    if (!value.baseline)
        return "no-baseline";
    if (!value.low || !value.high)
        return "too-few";
    return std::abs(*value.baseline) < 1e-12 ? "baseline-zero" : "";
}

} // namespace wayreeve::measurement
