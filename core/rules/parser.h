#pragma once

#include "base/result.h"
#include "rules/ast.h"

#include <string_view>

namespace wayreeve::rules {

/// Parses one FEEL expression (docs/formats/feel.md). Safe on hostile text: bounded in length (maxTextBytes), nesting
/// and tree depth (maxDepth). Errors, all with a range: "feel.too-long" (limit), "feel.too-deep" (limit),
/// "feel.invalid-utf8", "feel.empty", "feel.unexpected-character" (found), "feel.unexpected-token" (expected, found),
/// "feel.unterminated" (expected), "feel.bad-escape" (found), "feel.bad-number" (found), "feel.unsupported" (found),
/// "feel.duplicate-key" (found), "feel.unknown-function" (found, nearest) for a function of several words.
[[nodiscard]] Result<NodePtr> parse(std::string_view text);

/// A cell of a decision table, read for the input of that name. A value meets it where it meets `plain` or `conditions`
/// is true for it; `negated` turns that round.
struct UnaryTests {
    bool any = false;       ///< "-": every value, null too
    bool negated = false;   ///< not( … )
    bool takesNull = false; ///< a test of `plain` is null or = null
    NodePtr plain;          ///< In: the name in tests; null where there is none
    NodePtr conditions;     ///< a boolean, or an Or of them: the tests that ask about `?`; null where there is none
};

/// FEEL's unary tests (DMN 1.3 §10.3.1.2, grammar rules 13 to 17): "-", or tests with commas between them, or all of
/// that in not( … ). A test is what may stand behind `in`, or a condition in which `?` is the value. Errors: parse()'s.
[[nodiscard]] Result<UnaryTests> parseUnaryTests(std::string_view text, const std::string& input);

} // namespace wayreeve::rules
