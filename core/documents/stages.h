#pragma once

#include "documents/signals.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// A journey stage with a precise definition and 3–5 weighted signals (D5).
struct Stage {
    std::string id;
    std::string name;
    std::string definition;
    double base = 0; ///< score with no signal at all; the first stage usually has the highest
    std::vector<WeightedSignal> signals;
    double benchmark = 0;                          ///< share of those in it that should move on; 0 = none is expected
    std::string benchmarkEvent = {};               ///< what moving on is; empty: a reading of a later stage of the list
    Duration benchmarkWithin = Duration::days(14); ///< how long they may take
    bool operator==(const Stage&) const = default;
};

/// The stage is the one with the highest score; another takes over only when it leads by `hysteresis`.
struct StageList {
    double hysteresis = 0.1;
    std::vector<Stage> stages;
    [[nodiscard]] const Stage* find(std::string_view id) const;
    bool operator==(const StageList&) const = default;
};

} // namespace wayreeve::documents
