#pragma once

#include "documents/memory_plan.h"

#include <vector>

namespace wayreeve::perception {

/// What a customer's purchases say, all that the model needs (sufficient statistics). Times in days.
struct PurchaseRecord {
    double repeats = 0; ///< purchases after the first
    double last = 0;    ///< from the first to the latest; 0 without repeats
    double age = 0;     ///< from the first to now
    double paid = 0;    ///< purchases with an amount above 0, the first included
    double money = 0;   ///< what they add up to
    bool operator==(const PurchaseRecord&) const = default;
};

/// BG/NBD purchases and gamma-gamma amounts: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the
/// Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24 (2005), and their "RFM and CLV: Using
/// Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42 (2005). While alive a customer buys
/// as a Poisson process; after each repeat purchase it may be lost. A customer who never came back is alive for sure in
/// this model. Deterministic on every processor; immutable, thread-safe.
class LifetimeModel {
public:
    /// Parameters above 0, q above 1 (LifetimePlan::isFitted).
    LifetimeModel(const documents::PurchaseModel& purchases, const documents::SpendModel& spend)
        : m_purchases(purchases)
        , m_spend(spend) {}

    /// P(still a customer).
    [[nodiscard]] double alive(const PurchaseRecord& record) const;
    /// E[purchases within `days` from now] (the paper's (10)).
    [[nodiscard]] double expectedPurchases(const PurchaseRecord& record, double days) const;
    /// P(n purchases within `days` from now), n = 0, 1, …; what is missing to 1 is below 1e-7 or beyond 5,000. Given
    /// that it is alive, a customer is one of (8) with r + x, alpha + T, a, b + x: both processes have no memory.
    [[nodiscard]] std::vector<double> purchaseChances(const PurchaseRecord& record, double days) const;
    /// E[amount of one purchase].
    [[nodiscard]] double expectedAmount(const PurchaseRecord& record) const;

    struct Worth {
        double alive = 0, mean = 0, low = 0, high = 0;
    };
    /// Money within `days` from now: the mean, and 90 % of what may come. `low` is 0 and `high` the 90 % quantile where
    /// nothing comes with a chance of 5 % or more, else they are the 5 % and 95 % quantiles. The sum of n amounts is
    /// (gamma + money)·y/(1 − y), y ~ Beta(p n, q + p paid).
    [[nodiscard]] Worth worth(const PurchaseRecord& record, double days) const;
    /// The same 90 % of the number of purchases.
    struct Range {
        double low = 0, high = 0;
    };
    [[nodiscard]] Range purchaseRange(const PurchaseRecord& record, double days) const;

private:
    documents::PurchaseModel m_purchases;
    documents::SpendModel m_spend;
};

} // namespace wayreeve::perception
