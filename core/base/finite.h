#pragma once

#include "base/decimal.h"

namespace wayreeve {

/// Can a double hold it: at most 1.7976931348623157E+308 in magnitude? Decimals reach further (9.99…E+6144), but
/// learning and statistics count in doubles, where a number beyond would be an infinity. What people or other programs
/// write is refused at the door: documents, rules, events, tables.
[[nodiscard]] inline bool isFiniteDouble(const Decimal& number) {
    if (number.exponent() <= 274) // 34 digits at most: below 1E+308
        return true;
    static const Decimal largest = Decimal::fromParts(17976931348623157, 292);
    return (number.isNegative() ? number.negated() : number) <= largest;
}

} // namespace wayreeve
