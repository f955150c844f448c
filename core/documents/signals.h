#pragma once

#include "base/time.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// Something observable that speaks for or against a reading (D5). On each matching event its level rises by
/// `strength`; between events the level halves every `halfLife`. Without `event` it is a state: its level is the value
/// of `when` (true = strength) at the moment of reading, without decay.
struct Signal {
    std::string id;
    std::string name;
    std::string event;
    std::string when;     ///< FEEL filter over the event or facts
    std::string strength; ///< FEEL number, empty = 1
    Duration halfLife = Duration::days(3);
    bool operator==(const Signal&) const = default;
};

struct WeightedSignal {
    std::string signal;
    double weight = 0;
    bool operator==(const WeightedSignal&) const = default;
};

/// A score: base + Σ weight × level, limited to [0, 1] (sentiment: [−1, 1]); the limit is a contribution of its own.
struct ScoreDefinition {
    std::string id;
    std::string name;
    double base = 0;
    std::vector<WeightedSignal> signals;
    /// Needs and hesitations: what answers them. Actions by id or tag, content by id, needs (content that is tagged
    /// with them, and what answers those) and hesitations (what answers those).
    std::vector<std::string> interventions;
    double threshold = 0.5; ///< from here on its interventions gain context weight
    bool operator==(const ScoreDefinition&) const = default;
};

struct SignalBook {
    std::vector<Signal> signals;
    std::vector<ScoreDefinition> intents;
    ScoreDefinition sentiment;
    std::vector<ScoreDefinition> needs;
    std::vector<ScoreDefinition> hesitations;
    [[nodiscard]] const Signal* find(std::string_view id) const;
    bool operator==(const SignalBook&) const = default;
};

} // namespace wayreeve::documents
