#pragma once

#include "base/time.h"
#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What happens before a loss: event patterns that could become signals.
namespace wayreeve::measurement {

struct SeenEvent {
    std::uint32_t customer = 0; ///< even numbers are learned from, odd ones are held out
    Instant time;
    std::uint32_t event = 0; ///< any numbering
};

struct PatternSettings {
    Duration within = Duration::days(3); ///< a pattern is looked for in this long before a moment
    Duration ahead = Duration::days(3);  ///< and a loss in this long after it
    double falseDiscoveries = 0.05;      ///< Benjamini and Hochberg's rate
    std::uint64_t least = 20;            ///< moments with the pattern, in each half
    std::size_t mostTested = 40;         ///< patterns taken on to the held-out half
};

/// `first` happened, or `first` and later `second`, within the settings' time. Figures are of the held-out half.
struct EventPattern {
    std::uint32_t first = 0;
    std::optional<std::uint32_t> second;
    Proportion with;     ///< moments with the pattern, and how many a loss followed
    Proportion without;  ///< the other moments
    double lift = 0;     ///< ratio of the two shares; 0 where nothing was lost without it
    Interval difference; ///< of the shares, Newcombe
    double p = 1;        ///< one-sided two-proportion z test, pooled
    double adjusted = 1; ///< by the number of patterns tested
};

/// Finds patterns on one half of the customers and keeps those that hold on the other: adjusted p ≤ falseDiscoveries
/// (Benjamini and Hochberg, JRSS B 57, 1995). Moments lie `ahead` apart from `from` + `within` on, as long as `ahead`
/// fits before `until`. A customer counts at a moment where it did something in the time before and has had no loss
/// yet: rows of a discrete-time hazard, which may count as independent (Allison, Sociological Methodology 13, 1982).
/// A pair is taken on only where the learning half shows clearly more losses after it than after either event alone.
/// Losses themselves are no patterns. `events` in any order. By adjusted p, then lift, then numbers.
[[nodiscard]] std::vector<EventPattern> precursors(std::span<const SeenEvent> events,
                                                   std::span<const std::uint32_t> losses, Instant from, Instant until,
                                                   const PatternSettings& settings = {});

} // namespace wayreeve::measurement
