#pragma once

#include "base/time.h"
#include "perception/lifetime_model.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace wayreeve::perception {

/// A purchase and what was paid; an amount that is not above 0 tells nothing of amounts.
struct Purchase {
    Instant at;
    double amount = 0;
};

/// What purchases up to `now` say, ascending by time; those within 12 hours of the last one that counts are one with
/// it, as for replenishment. Nothing before the first.
[[nodiscard]] std::optional<PurchaseRecord> recordOf(std::span<const Purchase> purchases, Instant now);

struct LifetimeFit {
    documents::PurchaseModel purchases;
    documents::SpendModel spend;
    double purchaseLikelihood = 0; ///< its logarithm, all customers
    double spendLikelihood = 0;
};

/// The log-likelihood of the customers: the paper's (6), and gamma-gamma's.
[[nodiscard]] double purchaseLikelihood(const documents::PurchaseModel& model, std::span<const PurchaseRecord> records);
[[nodiscard]] double spendLikelihood(const documents::SpendModel& model, std::span<const PurchaseRecord> records);

/// Maximum likelihood by Nelder and Mead's simplex over the parameters' logarithms, from fixed starts: deterministic.
/// Nothing where fewer than 20 customers came back, or paid.
[[nodiscard]] std::optional<LifetimeFit> fitLifetime(std::span<const PurchaseRecord> records);

} // namespace wayreeve::perception
