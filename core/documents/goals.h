#pragma once

#include "base/decimal.h"
#include "base/time.h"
#include "documents/memory_plan.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

struct NegativeReward {
    std::string event; ///< tracking-plan event ("Unsubscribed")
    Decimal cost;      ///< money, ≥ 0
    bool operator==(const NegativeReward&) const = default;
};

/// What a decision is for (D4). The outcome event within the window is success (reward 1, otherwise 0); money comes in
/// through `value`.
struct Goal {
    std::string id;
    std::string name;
    std::string event;
    std::string when; ///< FEEL filter on the event
    Duration window = Duration::days(7);
    Decimal value;         ///< expected money of one success, for planning
    std::string valueRule; ///< FEEL number over the outcome event: the money really won, for measurement; empty = value
    double lever = 1;      ///< the manager's business lever
    std::vector<NegativeReward> negative;
    std::vector<std::string> guardrails; ///< metric ids that a win must not harm
    double prior = 0.1;                  ///< outcome probability that the designer expects
    double priorWeight = 0; ///< how many customers' worth of evidence the prior counts as, for each arm, 0 … 1,000
    double halfLife = 0;    ///< of what the models have learned, in updates; 0 = nothing is forgotten
    bool customerEffects = false; ///< learns what each customer answers to beyond what customers like it do
    bool fatigue = false;         ///< earlier contacts weigh on a contact's outcome
    bool replenishment = false;   ///< the outcome is a purchase that recurs: its rhythm is learned
    ProgressPlan progress{};      ///< the milestones on the way
    bool operator==(const Goal&) const = default;
};

struct GoalList {
    std::vector<Goal> goals;
    [[nodiscard]] const Goal* find(std::string_view id) const;
    bool operator==(const GoalList&) const = default;
};

} // namespace wayreeve::documents
