#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace wayreeve::measurement {

/// Small statistics that every figure shares. Pure; sums run in the order given, so equal input gives equal bits.

/// Normal quantile of 95 % two-sided intervals, Φ⁻¹(0.975).
inline constexpr double z95 = 1.959963984540054;

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// Count, mean and sum of squared deviations, kept by Welford's update (Technometrics 4, 1962).
class Sample {
public:
    void add(double value);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] double mean() const { return m_mean; }
    [[nodiscard]] double sum() const { return m_mean * static_cast<double>(m_count); }
    [[nodiscard]] double variance() const; ///< with n − 1; 0 below two values

private:
    std::uint64_t m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};
[[nodiscard]] Sample sampleOf(std::span<const double> values);

struct Proportion {
    std::uint64_t hits = 0;
    std::uint64_t count = 0;
    [[nodiscard]] double share() const; ///< 0 where count is 0
};

/// Wilson's score interval (JASA 22, 1927); [0, 1] where count is 0.
[[nodiscard]] Interval wilson(const Proportion& p, double z = z95);
/// Wald's interval of a mean: mean ± z·√(variance / n); nothing below two values.
[[nodiscard]] std::optional<Interval> meanInterval(const Sample& sample, double z = z95);

/// a − b with Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10).
[[nodiscard]] Interval newcombe(const Proportion& a, const Proportion& b, double z = z95);
/// Variance of the difference of two means, unpooled (Welch): s²ₐ/nₐ + s²_b/n_b.
[[nodiscard]] double welchVariance(const Sample& a, const Sample& b);
/// a − b ± z·√welchVariance; nothing where a side has fewer than two values.
[[nodiscard]] std::optional<Interval> welch(const Sample& a, const Sample& b, double z = z95);

/// P(X ≥ statistic) of a chi-square with 1 … 30 degrees of freedom.
[[nodiscard]] double chiSquareTail(double statistic, int degrees);

} // namespace wayreeve::measurement
