#pragma once

/// Transcendental functions whose result is the same on every processor. The system's differ between processors with
/// and without fused multiply-add, so nothing that reaches a record may call them. Relative error is below 4e-15 over
/// the stated ranges (measured: below 1e-15); results below 2.3e-308 lose digits, as subnormal numbers do. Only
/// +, −, ×, ÷, floor, sqrt and bit operations are used inside. A NaN gives some finite number.
namespace wayreeve::portable {

[[nodiscard]] double exp(double x);  ///< 0 below −745, the largest finite double above 709.78
[[nodiscard]] double log(double x);  ///< x > 0; −745.2 for x ≤ 0 (never −∞: records hold no infinities)
[[nodiscard]] double exp2(double x); ///< 0 below −1074, the largest finite double from 1024
[[nodiscard]] double sin(double x);  ///< |x| ≤ 1e6; beyond, digits are lost with the size of x
[[nodiscard]] double cos(double x);  ///< as sin
[[nodiscard]] double tanh(double x);
[[nodiscard]] double logistic(double x);       ///< 1 / (1 + e^−x)
[[nodiscard]] double normalCdf(double z);      ///< Φ(z), also relatively accurate down to z = −37
[[nodiscard]] double normalQuantile(double p); ///< 0 < p < 1; clamped to [1e-300, 1 − 1e-16]
[[nodiscard]] double sqrt(double x);           ///< IEEE square root (exact everywhere); 0 for x < 0

} // namespace wayreeve::portable
