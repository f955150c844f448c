#pragma once

#include "base/time.h"
#include "base/value.h"
#include "base/zone.h"

#include <span>

namespace wayreeve::rules {

/// What an expression is evaluated on. It refers to the caller's values and owns nothing. A slot beyond the span is
/// null.
struct Frame {
    std::span<const Value> slots;
    Instant now;                ///< what now() answers
    const Zone* zone = nullptr; ///< of the customer, for local dates and times; nullptr: UTC
};

} // namespace wayreeve::rules
