#pragma once

#include "base/value.h"
#include "measurement/confusion.h"

#include <string>
#include <vector>

namespace wayreeve::headless {

/// 0.8131 as "81.3 %".
[[nodiscard]] Value percent(double share);

/// A confusion matrix as {truth: {reading: count}}, readings that occurred only; "" = none of them.
[[nodiscard]] Value confusionJson(const measurement::Confusion& confusion, const std::vector<std::string>& classes);
/// The same as a table: a row a truth, a column a reading.
void printConfusion(const measurement::Confusion& confusion, const std::vector<std::string>& classes);

} // namespace wayreeve::headless
