#pragma once

#include "rules/functions.h"

namespace wayreeve::rules::function {

// Bodies of the built-in functions over dates and times; the contract is that of functions_number.h. What is local is
// so in the frame's zone.
Value now(std::span<const Value> arguments, Scope& scope);
Value today(std::span<const Value> arguments, Scope& scope);
Value date(std::span<const Value> arguments, Scope& scope);
Value time(std::span<const Value> arguments, Scope& scope);
Value dateAndTime(std::span<const Value> arguments, Scope& scope);
Value duration(std::span<const Value> arguments, Scope& scope);
Value yearsAndMonthsDuration(std::span<const Value> arguments, Scope& scope);
Value dayOfWeek(std::span<const Value> arguments, Scope& scope);

} // namespace wayreeve::rules::function
