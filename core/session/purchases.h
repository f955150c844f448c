#pragma once

#include "base/result.h"
#include "perception/lifetime_fit.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// One customer's purchases, ascending by time.
using PurchaseList = std::vector<perception::Purchase>;

/// A CSV file with the columns `customer`, `date` (2026-03-02, or with a time as RFC 3339) and `amount`; in the order
/// of the first rows. Errors: readCsv()'s; "lifetime.no-column" file, column; "lifetime.bad-row" file, row, column,
/// value.
[[nodiscard]] Result<std::vector<PurchaseList>> purchasesOf(const std::filesystem::path& csv);

/// The purchases of a stored run that its tracking plan's `lifetime-value` names, by customer. Errors: "run.unknown",
/// "lifetime.not-planned" run, openAsOf()'s, the store's.
[[nodiscard]] Result<std::vector<PurchaseList>> purchasesOf(const std::filesystem::path& workspace,
                                                            const std::string& run);

/// What a model says of purchases that it was not fitted on.
struct LifetimeTrial {
    perception::LifetimeFit fit;   ///< on everything
    std::size_t customers = 0;     ///< known at the split
    double days = 0;               ///< after the split
    double expected = 0, made = 0; ///< purchases after it, all customers
    double error = 0, naive = 0;   ///< mean absolute, of the model and of each customer's rate so far
    double moneyExpected = 0, moneyMade = 0;
    double heldPurchases = 0, heldMoney = 0; ///< shares of customers within the 90 % interval
};
/// Fits on all purchases; and on those before the middle of the time they span, to judge it on those after. Error
/// "lifetime.too-few": fewer than 20 customers came back, before the middle or at all.
[[nodiscard]] Result<LifetimeTrial> tryLifetime(const std::vector<PurchaseList>& customers);

} // namespace wayreeve::session
