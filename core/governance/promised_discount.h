#pragma once

#include "base/decimal.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wayreeve::governance {

/// The percentages of a text as shares, in order: "10%", "7.5 %", "7,5 %" (also with no-break spaces), "10 percent",
/// "10 per cent" in any case.
[[nodiscard]] std::vector<Decimal> percentagesIn(std::string_view text);

/// The highest percentage of `after` that `before` does not name; nothing where there is none.
[[nodiscard]] std::optional<Decimal> newlyPromised(std::string_view before, std::string_view after);

} // namespace wayreeve::governance
