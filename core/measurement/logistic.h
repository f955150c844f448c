#pragma once

#include <optional>
#include <vector>

namespace wayreeve::measurement {

/// A fitted logistic regression: log odds = intercept + Σ coefficient · regressor.
struct LogisticFit {
    double intercept = 0;
    std::vector<double> coefficients;
    std::vector<double> errors; ///< standard errors: of the penalised likelihood's curvature at its maximum
};

/// Logistic regression shrunk towards 0: each coefficient, times its regressor's standard deviation, has a normal prior
/// of variance 1 (a ridge on standardised regressors: le Cessie and van Houwelingen, Applied Statistics 41, 1992); the
/// intercept has none. Newton's method, at most 50 steps. Regressors that do not vary get coefficient and error 0. Rows
/// have equal lengths. Nothing where an outcome never or always happens, without rows, or where it does not converge.
/// Sums run in the order of the rows.
[[nodiscard]] std::optional<LogisticFit> fitLogistic(const std::vector<std::vector<double>>& rows,
                                                     const std::vector<bool>& happened);

} // namespace wayreeve::measurement
