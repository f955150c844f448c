#pragma once

#include "base/error.h"
#include "rules/ast.h"
#include "rules/schema.h"

#include <string_view>
#include <vector>

namespace wayreeve::rules {

struct CheckResult {
    Type type = Type::Any;     ///< of the whole expression
    std::vector<Error> errors; ///< in text order; empty: it may be compiled
};

/// Checks types before anything is evaluated: "10" > 0.2 is an error here, not a surprise later. `text` is what the
/// tree was parsed from; `expected` Any accepts every result. A part of type Any is accepted everywhere. Errors, all
/// with a range: "feel.unknown-name" (found, nearest), "feel.unknown-function" (found, nearest), "feel.argument-count"
/// (found, expected, function), "feel.wrong-type" (expected, found, and function where it is an argument),
/// "feel.operand-types" (operator, left, right), "feel.unknown-value" (found, nearest, expected) for a text that the
/// name never takes, "feel.bad-literal" (found, expected), "feel.unknown-member" (found, nearest, expected).
[[nodiscard]] CheckResult check(const Node& tree, std::string_view text, const Schema& schema, Type expected);

/// parse() and check() in one: all errors, empty where the text is fine.
[[nodiscard]] std::vector<Error> checkText(std::string_view text, const Schema& schema, Type expected);

} // namespace wayreeve::rules
