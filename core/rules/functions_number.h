#pragma once

#include "rules/functions.h"

namespace wayreeve::rules::function {

// Bodies of the built-in functions; docs/formats/feel.md states each. Arguments have the count that Function allows;
// an argument of an unfit type or a result that does not exist gives null.
Value absolute(std::span<const Value> arguments, Scope& scope);
Value floor(std::span<const Value> arguments, Scope& scope);
Value ceiling(std::span<const Value> arguments, Scope& scope);
Value round(std::span<const Value> arguments, Scope& scope);
Value decimal(std::span<const Value> arguments, Scope& scope);
Value modulo(std::span<const Value> arguments, Scope& scope);
Value number(std::span<const Value> arguments, Scope& scope);

Value minimum(std::span<const Value> arguments, Scope& scope);
Value maximum(std::span<const Value> arguments, Scope& scope);
Value sum(std::span<const Value> arguments, Scope& scope);
Value mean(std::span<const Value> arguments, Scope& scope);
Value count(std::span<const Value> arguments, Scope& scope);
Value listContains(std::span<const Value> arguments, Scope& scope);

Value negation(std::span<const Value> arguments, Scope& scope);
Value isDefined(std::span<const Value> arguments, Scope& scope);
Value coalesce(std::span<const Value> arguments, Scope& scope);

} // namespace wayreeve::rules::function
