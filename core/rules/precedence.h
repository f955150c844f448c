#pragma once

namespace wayreeve::rules {

/// How tightly FEEL's operators bind, loosest first; the parser reads by it and the printer sets parentheses by it.
inline constexpr int orLevel = 1, andLevel = 2, comparisonLevel = 3, additiveLevel = 4, multiplicativeLevel = 5,
                     powerLevel = 6, unaryLevel = 7, postfixLevel = 8;

} // namespace wayreeve::rules
