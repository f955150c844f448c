#pragma once

#include "base/symbols.h"
#include "base/time.h"

#include <vector>

namespace wayreeve::interpretation {

/// What one signal added to a score: weight × level now. `signal` 0 stands for the base, `limitSymbol` of the
/// interpreter for what the limits of the scale took away. Signals without a level are left out.
struct Contribution {
    Sym signal = 0;
    double amount = 0;
    bool operator==(const Contribution&) const = default;
};

/// A score with the evidence that made it: `value` is the sum of the contributions (to 1e-9).
struct Score {
    Sym id = 0;
    double value = 0;
    std::vector<Contribution> parts;
    bool operator==(const Score&) const = default;
};

/// What the events so far probably mean: the door of interpretation.
struct Reading {
    Instant at;
    std::vector<Score> intents; ///< in the order of signals.yaml
    Score sentiment;            ///< −1 … 1
    std::vector<Score> needs;
    std::vector<Score> hesitations;
    std::vector<Score> stages;
    Sym stage = 0;
    Sym previousStage = 0;     ///< before the last change; 0 = none yet
    bool stageChanged = false; ///< in this turn
    Sym leadingIntent = 0;
    double leadingIntentValue = 0;
    bool operator==(const Reading&) const = default;
};

} // namespace wayreeve::interpretation
