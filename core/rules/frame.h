#pragma once

#include "base/time.h"
#include "base/value.h"
#include "base/zone.h"

#include <span>

namespace wayreeve::rules {

/// What an expression is evaluated on, refers to the caller's values. These are in the order of the schema's slots; a
/// slot beyond the span is null.
struct Frame {
    std::span<const Value> values;
    Instant now;                ///< what now() answers
    const Zone* zone = nullptr; ///< of the customer, for local dates and times; nullptr: UTC
};

} // namespace wayreeve::rules
