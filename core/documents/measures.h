#pragma once

#include "documents/memory_plan.h"
#include "rules/measure.h"

#include <vector>

namespace wayreeve::documents {

/// Named aggregates over a customer's event history (D5); each id is a fact name. Affinities stand beside
/// them: one measure with a value and an interval for each category.
struct MeasureBook {
    std::vector<rules::MeasureDefinition> measures;
    std::vector<Affinity> affinities{};
    bool operator==(const MeasureBook&) const = default;
};

} // namespace wayreeve::documents
