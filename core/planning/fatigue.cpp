#include "planning/fatigue.h"

#include "base/portable_math.h"
#include "planning/codec_parts.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

constexpr double strength = 20.0;
constexpr std::array<double, Fatigue::bands> middles = {0.25, 0.75, 1.5, 2.5, 4.0, 6.0};

std::size_t bandOf(double pressure) {
    std::size_t band = 0;
    while (band + 1 < Fatigue::bands && pressure >= Fatigue::from[band + 1])
        ++band;
    return band;
}

} // namespace

double Fatigue::pressure(std::span<const Instant> contacts, Instant now) {
    double sum = 0.0;
    for (const Instant at : contacts)
        if (at <= now)
            sum += portable::exp2(-(now - at).inDays() / halfLife.inDays());
    return sum;
}

double Fatigue::steadyPressure(Duration gap) {
    // A geometric series: x + x² + … with x = 2^(−gap/halfLife).
    const double x = portable::exp2(-std::max(1.0 / 24.0, gap.inDays()) / halfLife.inDays());
    return x / (1.0 - x);
}

double Fatigue::factor(double pressure) const {
    if (!(pressure > middles.front()))
        return m_factor.front();
    for (std::size_t b = 1; b < bands; ++b)
        if (pressure <= middles[b]) {
            const double share = (pressure - middles[b - 1]) / (middles[b] - middles[b - 1]);
            return m_factor[b - 1] + share * (m_factor[b] - m_factor[b - 1]);
        }
    return m_factor.back();
}

void Fatigue::observe(double pressure, double predicted, double reward) {
    if (!std::isfinite(pressure) || !std::isfinite(predicted) || !std::isfinite(reward))
        return;
    const std::size_t band = bandOf(pressure);
    m_predicted[band] += std::clamp(predicted, 0.0, 1.0);
    m_rewards[band] += std::clamp(reward, 0.0, 1.0);
    refit();
}

void Fatigue::refit() {
    // Pool adjacent violators: bands that would rise share one ratio.
    std::array<double, bands> came{}, expected{};
    std::array<std::size_t, bands> length{};
    std::size_t used = 0;
    for (std::size_t b = 0; b < bands; ++b) {
        came[used] = strength + m_rewards[b];
        expected[used] = strength + m_predicted[b];
        length[used++] = 1;
        while (used > 1 && came[used - 1] * expected[used - 2] > came[used - 2] * expected[used - 1]) {
            came[used - 2] += came[used - 1];
            expected[used - 2] += expected[used - 1];
            length[used - 2] += length[used - 1];
            --used;
        }
    }
    std::size_t b = 0;
    for (std::size_t block = 0; block < used; ++block)
        for (std::size_t i = 0; i < length[block]; ++i)
            m_factor[b++] = std::min(1.0, came[block] / expected[block]);
}

Duration Fatigue::bestGap(std::span<const Duration> gaps, double probability, double value, double cost) const {
    Duration best = *std::max_element(gaps.begin(), gaps.end());
    double most = 0.0;
    for (const Duration gap : gaps) {
        const double earned = value * probability * factor(steadyPressure(gap)) - cost;
        const double aDay = earned / std::max(1.0 / 24.0, gap.inDays());
        if (aDay > most + 1e-12) {
            most = aDay;
            best = gap;
        }
    }
    return best;
}

void Fatigue::encode(cbor::Writer& writer) const {
    writer.array(2);
    writer.reals(m_predicted);
    writer.reals(m_rewards);
}

bool Fatigue::decode(cbor::Reader& reader) {
    if (!codec::expectArray(reader, 2))
        return false;
    for (std::array<double, bands>* into : {&m_predicted, &m_rewards}) {
        const std::vector<double> column = reader.reals();
        if (column.size() != bands ||
            !std::all_of(column.begin(), column.end(), [](double v) { return std::isfinite(v) && v >= 0.0; })) {
            reader.fail();
            return false;
        }
        std::copy(column.begin(), column.end(), into->begin());
    }
    refit();
    return !reader.failed();
}

} // namespace wayreeve::planning
