#include "measurement/estimate.h"

#include "base/portable_math.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::measurement {
namespace {

double squared(double x) {
    return x * x;
}

} // namespace

void Sample::add(double value) {
    ++m_count;
    const double before = value - m_mean;
    m_mean += before / static_cast<double>(m_count);
    m_squares += before * (value - m_mean);
}

double Sample::variance() const {
    return m_count < 2 ? 0 : m_squares / static_cast<double>(m_count - 1);
}

Sample sampleOf(std::span<const double> values) {
    Sample sample;
    for (const double value : values)
        sample.add(value);
    return sample;
}

double Proportion::share() const {
    return count == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(count);
}

Interval wilson(const Proportion& p, double z) {
    if (p.count == 0)
        return {0, 1};
    const double n = static_cast<double>(p.count);
    const double share = p.share();
    const double spread = z * std::sqrt(share * (1 - share) / n + squared(z / (2 * n)));
    const double middle = share + z * z / (2 * n);
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (middle - spread) / scale), std::min(1.0, (middle + spread) / scale)};
}

std::optional<Interval> meanInterval(const Sample& sample, double z) {
    if (sample.count() < 2)
        return std::nullopt;
    const double half = z * std::sqrt(sample.variance() / static_cast<double>(sample.count()));
    return Interval{sample.mean() - half, sample.mean() + half};
}

Interval newcombe(const Proportion& a, const Proportion& b, double z) {
    const Interval first = wilson(a, z);
    const Interval second = wilson(b, z);
    const double difference = a.share() - b.share();
    return {difference - std::sqrt(squared(a.share() - first.low) + squared(second.high - b.share())),
            difference + std::sqrt(squared(first.high - a.share()) + squared(b.share() - second.low))};
}

double welchVariance(const Sample& a, const Sample& b) {
    const auto part = [](const Sample& s) {
        return s.count() == 0 ? 0 : s.variance() / static_cast<double>(s.count());
    };
    return part(a) + part(b);
}

std::optional<Interval> welch(const Sample& a, const Sample& b, double z) {
    if (a.count() < 2 || b.count() < 2)
        return std::nullopt;
    const double difference = a.mean() - b.mean();
    const double half = z * std::sqrt(welchVariance(a, b));
    return Interval{difference - half, difference + half};
}

double chiSquareTail(double statistic, int degrees) {
    if (!(statistic > 0))
        return 1;
    // Q(x; k + 2) = Q(x; k) + (x/2)^(k/2) e^(−x/2) / Γ(k/2 + 1), from Q(x; 1) = 2Φ(−√x) or Q(x; 2) = e^(−x/2)
    // (Abramowitz and Stegun 26.4.4, 26.4.5, 26.4.8).
    const double half = statistic / 2;
    const bool odd = degrees % 2 != 0;
    constexpr double sqrtPi = 1.7724538509055160;
    double tail = odd ? 2 * portable::normalCdf(-std::sqrt(statistic)) : portable::exp(-half);
    double term = odd ? std::sqrt(half) * portable::exp(-half) / (sqrtPi / 2) : half * portable::exp(-half);
    for (int k = odd ? 1 : 2; k + 2 <= degrees; k += 2) {
        tail += term;
        term *= half / (static_cast<double>(k) / 2 + 1);
    }
    return std::clamp(tail, 0.0, 1.0);
}

} // namespace wayreeve::measurement
