#pragma once

#include "base/symbols.h"
#include "base/time.h"
#include "planning/planner.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wayreeve::learning {

enum class OutcomeKind : std::uint8_t { Goal, Harm, WindowClosed };
[[nodiscard]] std::string_view nameOf(OutcomeKind kind);

/// What happened next, credited to a decision: the door of learning. `decision` 0 = to nobody.
struct Outcome {
    OutcomeKind kind = OutcomeKind::Goal;
    std::uint64_t decision = 0;
    std::uint32_t customer = 0;
    Sym goal = 0;
    Sym event = 0;
    Instant at;
    double money = 0;     ///< goal value by its rule, or −cost of a harm
    double reward = 0;    ///< WindowClosed: 0 or 1, what the model learns
    double harmed = 0;    ///< WindowClosed: 0 or 1
    bool learned = false; ///< reached the model (not baseline, not edited, not low quality)
    bool operator==(const Outcome&) const = default;
};

/// A contact, operation or wait episode whose goal window is still open.
struct OpenReward {
    std::uint64_t decision = 0;
    Sym goal = 0;
    Sym action = 0; ///< 0 = wait
    Instant from;
    Instant until; ///< from + window
    bool credited = false;
    bool harmed = false;
    bool learns = true;
    planning::LearningContext context;
    planning::ContactMoment moment{}; ///< of a contact, where moments are learned from
};

/// One step of the value model, in merge order.
struct ModelUpdate {
    planning::LearningContext context;
    double reward = 0;
    double harm = 0;
    planning::ContactMoment moment{};
};

} // namespace wayreeve::learning
