#pragma once

#include "base/time.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// How often customers buy: BG/NBD (Fader, Hardie and Lee 2005), time in days. Fitted by `wayreevectl lifetime`.
struct PurchaseModel {
    double r = 0, alpha = 0; ///< purchases a day of a customer: Gamma(r, alpha)
    double a = 0, b = 0;     ///< the chance to be lost after a purchase: Beta(a, b)
    bool operator==(const PurchaseModel&) const = default;
};

/// How much a purchase is worth: gamma-gamma (Fader, Hardie and Lee 2005), in the workspace's money.
struct SpendModel {
    double p = 0;            ///< amounts of one customer: Gamma(p, ν)
    double q = 0, gamma = 0; ///< ν ~ Gamma(q, gamma); q > 1, or the mean amount is infinite
    bool operator==(const SpendModel&) const = default;
};

/// `lifetime-value` of the tracking plan: which purchases tell what a customer will be worth.
struct LifetimePlan {
    std::string event;                      ///< the purchase; empty = the workspace knows no lifetime value
    std::string amount;                     ///< its property of money
    Duration horizon = Duration::days(365); ///< from now on
    PurchaseModel purchases;
    SpendModel spend;
    [[nodiscard]] bool isUsed() const { return !event.empty(); }
    /// All parameters above 0, and q above 1.
    [[nodiscard]] bool isFitted() const {
        return purchases.r > 0 && purchases.alpha > 0 && purchases.a > 0 && purchases.b > 0 && spend.p > 0 &&
               spend.q > 1 && spend.gamma > 0;
    }
    bool operator==(const LifetimePlan&) const = default;
};

/// `promises` of the tracking plan: the events that make and keep them.
struct PromisePlan {
    std::string made; ///< empty = the workspace knows no promises
    std::string kept;
    std::string id;  ///< property of both: which promise
    std::string by;  ///< property of `made`: who owes it; empty = not told
    std::string due; ///< property of `made`, a date (the end of that local day) or a date and time
    [[nodiscard]] bool isUsed() const { return !made.empty(); }
    bool operator==(const PromisePlan&) const = default;
};

/// One of the values of an affinity's property.
struct AffinityCategory {
    std::string value;
    double share = 0; ///< of the customers' events in general, the prior; all 0 = equal shares
    bool operator==(const AffinityCategory&) const = default;
};

/// What a customer is drawn to: the share of its events in each category, counts halving every half-life, shrunk
/// towards the customers' shares.
struct Affinity {
    std::string id;
    std::string event;
    std::string property;
    Duration halfLife;      ///< 0 = nothing is forgotten
    double priorWeight = 4; ///< events that the customers' shares count as
    std::vector<AffinityCategory> categories;
    bool operator==(const Affinity&) const = default;
};

/// A step towards a goal.
struct Milestone {
    std::string event;
    int times = 1;   ///< so often since the start
    Duration within; ///< after the start
    bool operator==(const Milestone&) const = default;
};

/// `progress` of a goal: how far a customer is on the way to it.
struct ProgressPlan {
    std::string from; ///< the event that starts the way, its latest counts; empty = no progress
    std::vector<Milestone> milestones;
    [[nodiscard]] bool isUsed() const { return !from.empty(); }
    bool operator==(const ProgressPlan&) const = default;
};

} // namespace wayreeve::documents
