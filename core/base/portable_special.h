#pragma once

/// Special functions of statistics whose result is the same on every processor (see portable_math.h). Abramowitz and
/// Stegun, "Handbook of Mathematical Functions", number the formulas.
namespace wayreeve::portable {

/// ln Γ(x), x > 0 (6.1.40 with the recurrence 6.1.15): absolute error below 2e-13 up to x = 100, relative below 4e-15
/// beyond. 0 for x ≤ 0.
[[nodiscard]] double logGamma(double x);

/// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b); a, b > 0.
[[nodiscard]] double logBeta(double a, double b);

/// I_x(a, b), the distribution function of Beta(a, b), 0 < a, b ≤ 1e5 (26.5.8, Lentz's method): absolute error below
/// 1e-11 up to 1e3, 1e-9 beyond. 0 for x ≤ 0, 1 for x ≥ 1.
[[nodiscard]] double betaCdf(double x, double a, double b);
/// The same within `error` where ln B(a, b) is known already: what a search for quantiles asks for often.
[[nodiscard]] double betaCdf(double x, double a, double b, double logBetaAb, double error = 1e-14);

/// The x with I_x(a, b) = p, within 1e-10 of the quantile; 0 for p ≤ 0, 1 for p ≥ 1.
[[nodiscard]] double betaQuantile(double p, double a, double b);

/// Gauss's ₂F₁(a, b; c; z) for c > 0 and 0 ≤ z < 1 (15.1.1, after Euler's 15.3.3 where that converges faster): relative
/// error below 1e-10 for z ≤ 0.99.
[[nodiscard]] double hypergeometric(double a, double b, double c, double z);

} // namespace wayreeve::portable
