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

} // namespace wayreeve::rules
