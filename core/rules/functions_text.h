#pragma once

#include "rules/functions.h"

namespace wayreeve::rules::function {

// Bodies of the built-in functions over text; the contract is that of functions_number.h.
Value contains(std::span<const Value> arguments, Scope& scope);
Value startsWith(std::span<const Value> arguments, Scope& scope);
Value endsWith(std::span<const Value> arguments, Scope& scope);
Value toUpper(std::span<const Value> arguments, Scope& scope);
Value toLower(std::span<const Value> arguments, Scope& scope);
Value stringLength(std::span<const Value> arguments, Scope& scope);
Value substring(std::span<const Value> arguments, Scope& scope);
Value string(std::span<const Value> arguments, Scope& scope);

} // namespace wayreeve::rules::function
