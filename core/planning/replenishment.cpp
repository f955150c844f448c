#include "planning/replenishment.h"

#include "base/portable_math.h"
#include "planning/codec_parts.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

constexpr Duration sameTrip = Duration::hours(12);
constexpr double startMean = 3.4; // ln(30 days), one gap's worth
constexpr double priorProducts = 15.0, priorPairs = 50.0;
constexpr double leastVariance = 0.01, mostVariance = 4.0;
constexpr double startVariance = 1.0, startStrength = 4.0; // of σ² + τ²
constexpr double quantile95 = 1.6448536269514722;
constexpr double longest = 3650.0; // days: nobody is told to wait longer

} // namespace

double Replenishment::mean() const {
    return (startMean + m_sum) / (1.0 + m_count);
}

double Replenishment::between() const {
    return std::clamp((priorProducts + m_products) / (priorPairs + m_pairs), leastVariance, mostVariance);
}

double Replenishment::within() const {
    const double total = (startVariance * startStrength + m_squares) / (startStrength + m_count);
    return std::clamp(total - between(), leastVariance, mostVariance);
}

void Replenishment::observe(PurchaseRhythm& rhythm, Instant at) {
    if (at.isNever())
        return;
    if (rhythm.last.isNever()) {
        rhythm.last = at;
        return;
    }
    if (at - rhythm.last < sameTrip)
        return;
    const double gap = portable::log((at - rhythm.last).inDays());
    const double e = gap - mean();
    m_products += (rhythm.logSum - rhythm.gaps * mean()) * e;
    m_pairs += rhythm.gaps;
    m_squares += e * e;
    m_sum += gap;
    m_count += 1.0;
    rhythm.gaps += 1.0;
    rhythm.logSum += gap;
    rhythm.last = at;
}

Replenishment::Belief Replenishment::belief(const PurchaseRhythm& rhythm) const {
    const double variance = 1.0 / (1.0 / between() + rhythm.gaps / within());
    const double own = (rhythm.logSum - rhythm.gaps * mean()) / within();
    return {mean() + variance * own, std::sqrt(variance + within())};
}

Replenishment::Gap Replenishment::nextGap(const PurchaseRhythm& rhythm) const {
    const Belief b = belief(rhythm);
    return {portable::exp(b.mean), portable::exp(b.mean - quantile95 * b.deviation),
            portable::exp(b.mean + quantile95 * b.deviation)};
}

Instant Replenishment::nextPurchase(const PurchaseRhythm& rhythm, Instant now) const {
    if (rhythm.last.isNever())
        return Instant::never();
    const Belief b = belief(rhythm);
    double passed = 0.0;
    if (now > rhythm.last)
        passed = portable::normalCdf((portable::log((now - rhythm.last).inDays()) - b.mean) / b.deviation);
    const double half = passed + 0.5 * (1.0 - passed);
    const double days = std::min(longest, portable::exp(b.mean + b.deviation * portable::normalQuantile(half)));
    return std::max(now, rhythm.last + Duration{static_cast<std::int64_t>(days * 86'400'000.0)});
}

double Replenishment::dueWithin(const PurchaseRhythm& rhythm, Instant now, Duration window) const {
    if (rhythm.last.isNever() || window.ms <= 0)
        return 0.0;
    const Belief b = belief(rhythm);
    // What is left of the distribution, from its upper end: exact also long after the usual time.
    const auto left = [&](Instant at) {
        return at <= rhythm.last
                   ? 1.0
                   : portable::normalCdf((b.mean - portable::log((at - rhythm.last).inDays())) / b.deviation);
    };
    const double none = left(now);
    return none <= 0.0 ? 0.0 : std::clamp(1.0 - left(now + window) / none, 0.0, 1.0);
}

void Replenishment::encode(cbor::Writer& writer) const {
    writer.array(5);
    for (const double v : {m_count, m_sum, m_squares, m_products, m_pairs})
        writer.real(v);
}

bool Replenishment::decode(cbor::Reader& reader) {
    if (!codec::expectArray(reader, 5))
        return false;
    for (double* v : {&m_count, &m_sum, &m_squares, &m_products, &m_pairs}) {
        *v = reader.real();
        if (!std::isfinite(*v))
            reader.fail();
    }
    if (m_count < 0.0 || m_squares < 0.0 || m_pairs < 0.0)
        reader.fail();
    return !reader.failed();
}

void encode(cbor::Writer& writer, const PurchaseRhythm& rhythm) {
    writer.array(3);
    writer.instant(rhythm.last);
    writer.real(rhythm.gaps);
    writer.real(rhythm.logSum);
}

bool decode(cbor::Reader& reader, PurchaseRhythm& rhythm) {
    if (!codec::expectArray(reader, 3))
        return false;
    rhythm.last = reader.instant();
    rhythm.gaps = reader.real();
    rhythm.logSum = reader.real();
    if (!(rhythm.gaps >= 0.0) || !std::isfinite(rhythm.logSum))
        reader.fail();
    return !reader.failed();
}

} // namespace wayreeve::planning
