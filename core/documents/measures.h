#pragma once

#include "rules/measure.h"

#include <vector>

namespace wayreeve::documents {

/// Named aggregates over a customer's event history (D5); each id is a fact name.
struct MeasureBook {
    std::vector<rules::MeasureDefinition> measures;
    bool operator==(const MeasureBook&) const = default;
};

} // namespace wayreeve::documents
