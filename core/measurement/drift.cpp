#include "measurement/drift.h"

#include "base/portable_math.h"

#include <algorithm>
#include <array>

namespace wayreeve::measurement {
namespace {

constexpr std::array<double, 8> oddsRatios{1.25, 1.5, 2, 3, 1 / 1.25, 1 / 1.5, 1.0 / 2, 1.0 / 3};
/// Predictions are never taken as certain, so that one outcome cannot ruin or decide everything.
constexpr double surest = 0.001;

/// Stakes on one alternative, over all starts, and the start that has done best.
struct Bet {
    double wealth = 0;
    double best = 1;
    std::size_t since = 0;

    void play(double factor, double stake, std::size_t at) {
        wealth = (wealth + stake) * factor;
        if (best <= 1) {
            best = 1;
            since = at;
        }
        best = std::min(best * factor, 1e300);
    }
};

double factorOf(const Predicted& outcome, double ratio, double tolerance) {
    const double null = std::clamp(outcome.probability + (ratio > 1 ? tolerance : -tolerance), surest, 1 - surest);
    const double other = ratio * null / (1 - null + ratio * null);
    return outcome.reward * other / null + (1 - outcome.reward) * (1 - other) / (1 - null);
}

class Detector {
public:
    explicit Detector(const DriftSettings& settings)
        : m_tolerance(settings.tolerance)
        , m_alpha(settings.falseAlarms / 2) {}

    /// The bet that raises an alarm at this outcome, if one does.
    std::optional<Bet> take(const Predicted& outcome, std::size_t at, bool& more) {
        ++m_seen;
        double wealth = 1 / (1 + portable::log(1 + static_cast<double>(m_seen))); // not staked yet
        const double stake = (m_left - wealth) / oddsRatios.size();
        m_left = wealth;
        std::size_t leading = 0;
        for (std::size_t i = 0; i < oddsRatios.size(); ++i) {
            m_bets[i].play(factorOf(outcome, oddsRatios[i], m_tolerance), stake, at);
            wealth += m_bets[i].wealth;
            if (m_bets[i].best > m_bets[leading].best)
                leading = i;
        }
        m_largest = std::max(m_largest, wealth * m_alpha);
        if (wealth < 1 / m_alpha)
            return std::nullopt;
        const Bet raised = m_bets[leading];
        more = oddsRatios[leading] > 1;
        m_bets = {};
        m_seen = 0;
        m_left = 1;
        m_largest = 0;
        m_alpha /= 2;
        return raised;
    }
    [[nodiscard]] double largest() const { return m_largest; }

private:
    double m_tolerance;
    double m_alpha;
    double m_largest = 0;
    double m_left = 1; ///< of the stakes
    std::uint64_t m_seen = 0;
    std::array<Bet, oddsRatios.size()> m_bets{};
};

std::vector<CalibrationPeriod> periodsOf(std::span<const Predicted> outcomes, std::uint32_t most) {
    std::vector<CalibrationPeriod> periods;
    if (outcomes.empty() || most == 0)
        return periods;
    const std::int64_t day = Duration::days(1).ms;
    const std::int64_t first = outcomes.front().at.ms;
    const std::int64_t days = (outcomes.back().at.ms - first) / day + 1;
    const std::int64_t width = (days + most - 1) / most * day;
    std::vector<Sample> predictions;
    for (const Predicted& outcome : outcomes) {
        const Instant from{first + (outcome.at.ms - first) / width * width};
        if (periods.empty() || periods.back().from != from) {
            periods.push_back({from, Instant{from.ms + width}, 0, {}, {}});
            predictions.emplace_back();
        }
        predictions.back().add(outcome.probability);
        ++periods.back().realised.count;
        periods.back().realised.hits += outcome.reward > 0.5 ? 1 : 0;
    }
    for (std::size_t i = 0; i < periods.size(); ++i) {
        periods[i].predicted = predictions[i].mean();
        periods[i].interval = wilson(periods[i].realised);
    }
    return periods;
}

} // namespace

Drift driftOf(std::span<const Predicted> outcomes, const DriftSettings& settings) {
    Drift drift;
    drift.outcomes = outcomes.size();
    drift.periods = periodsOf(outcomes, settings.mostPeriods);
    Detector detector(settings);
    Sample predicted, realised;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i].tested)
            continue;
        predicted.add(outcomes[i].probability);
        realised.add(outcomes[i].reward);
        bool more = false;
        const auto raised = detector.take(outcomes[i], i, more);
        if (!raised)
            continue;
        Sample was, came;
        for (std::size_t j = raised->since; j <= i; ++j)
            if (outcomes[j].tested) {
                was.add(outcomes[j].probability);
                came.add(outcomes[j].reward);
            }
        drift.alarms.push_back(
            {outcomes[i].at, outcomes[raised->since].at, more, was.count(), was.mean(), came.mean()});
    }
    drift.tested = predicted.count();
    drift.predicted = predicted.mean();
    drift.realised = realised.mean();
    drift.evidence = std::min(1.0, detector.largest());
    return drift;
}

} // namespace wayreeve::measurement
