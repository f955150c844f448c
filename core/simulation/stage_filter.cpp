#include "simulation/stage_filter.h"

#include "base/portable_math.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace wayreeve::simulation {
namespace {

constexpr double dayMs = 86'400'000.0;
constexpr double longestStep = 2; ///< expected changes in one step of the series
constexpr int seriesTerms = 24;   ///< 2^24 / 24! < 1e-16

/// How likely this distribution gives this value: a weight's share, or a density.
double likelihood(const documents::Distribution& distribution, const Value& value) {
    if (!distribution.shares.empty()) {
        double total = 0, matching = 0;
        for (const auto& [candidate, weight] : distribution.shares) {
            total += weight;
            const bool none = candidate.text() && candidate.text()->empty();
            if (none ? value.isNull() : candidate == value)
                matching += weight;
        }
        return total > 0 ? matching / total : 0;
    }
    if (value.isNull())
        return 0;
    const double x = value.toDouble();
    if (distribution.low && distribution.high) {
        double slack = 0.5; // rounding may have carried it beyond the ends
        for (int i = 0; i < distribution.digits; ++i)
            slack /= 10;
        const double width = *distribution.high - *distribution.low + 2 * slack;
        return x >= *distribution.low - slack && x <= *distribution.high + slack ? 1 / width : 0;
    }
    if (distribution.median && distribution.spread && x > 0 && *distribution.spread > 0) {
        const double z = portable::log(x / *distribution.median) / *distribution.spread;
        return portable::exp(-z * z / 2) / (x * *distribution.spread * std::sqrt(2 * std::numbers::pi));
    }
    return 1;
}

/// Introductions are the door's, not a state's: the filter does not hear them.
bool isHeard(const documents::Emission& emission) {
    return emission.event != "identify" && emission.event != "consent";
}

/// How likely this emission, once it happens, is this very event.
double likelihood(const documents::Emission& emission, const perception::Event& event) {
    if (emission.event != event.name)
        return 0;
    double product = 1;
    for (const documents::Distribution& property : emission.properties)
        product *= likelihood(property, event.properties.member(property.id));
    return product;
}

} // namespace

StageFilter::StageFilter(const PopulationPlan& plan)
    : m_plan(plan)
    , m_moves(plan.states.size())
    , m_silence(plan.states.size(), 1.0)
    , m_leaving(plan.states.size())
    , m_belief(plan.states.size()) {
    for (std::size_t i = 0; i < plan.states.size(); ++i)
        for (const documents::Emission& emission : plan.population.states[i].onEnter)
            if (isHeard(emission))
                m_silence[i] *= 1 - std::clamp(emission.perDay, 0.0, 1.0);
    for (std::size_t from = 0; from < plan.states.size(); ++from) {
        const auto& next = plan.states[from].next;
        for (const documents::Emission& emission : plan.population.states[from].emits)
            m_leaving[from] += isHeard(emission) ? std::max(emission.perDay, 0.0) : 0;
        if (!next.empty()) {
            const double rate =
                dayMs / static_cast<double>(std::max<std::int64_t>(plan.population.states[from].dwell.ms, 1'000));
            double total = 0;
            for (const auto& [to, weight] : next)
                total += weight;
            for (const auto& [to, weight] : next)
                m_moves[to].emplace_back(from, rate * weight / total);
            m_leaving[from] += rate;
        }
        m_fastest = std::max(m_fastest, m_leaving[from]);
    }
}

void StageFilter::begin(Instant at, std::span<const perception::Event* const> said) {
    m_at = at;
    for (std::size_t i = 0; i < m_belief.size(); ++i)
        m_belief[i] = m_plan.startShares[i].second * saidOnEntry(i, said);
    normalise();
}

/// The row vector b·exp(A·t) by uniformization (Jensen 1953), in steps short enough for the series.
void StageFilter::wait(Instant until) {
    double left = m_fastest * static_cast<double>((until - m_at).ms) / dayMs;
    if (left <= 0)
        return;
    m_at = until;
    std::vector<double> term(m_belief.size()), next(m_belief.size());
    while (left > 0) {
        const double step = std::min(left, longestStep);
        left -= step;
        term = m_belief;
        for (int k = 1; k <= seriesTerms; ++k) {
            for (std::size_t to = 0; to < next.size(); ++to) {
                double sum = term[to] * (1 - m_leaving[to] / m_fastest);
                for (const auto& [from, rate] : m_moves[to])
                    sum += term[from] * rate * m_silence[to] / m_fastest;
                next[to] = sum * step / k;
            }
            term.swap(next);
            for (std::size_t i = 0; i < term.size(); ++i)
                m_belief[i] += term[i];
        }
        normalise();
    }
}

void StageFilter::hear(std::span<const perception::Event* const> said) {
    std::vector<double> after(m_belief.size());
    for (std::size_t to = 0; to < after.size(); ++to) {
        double arriving = 0;
        for (const auto& [from, rate] : m_moves[to])
            arriving += m_belief[from] * rate;
        after[to] = arriving * saidOnEntry(to, said);
        if (said.size() == 1)
            for (const documents::Emission& emission : m_plan.population.states[to].emits)
                after[to] += m_belief[to] * emission.perDay * likelihood(emission, *said.front());
    }
    // What the plan cannot have said teaches nothing.
    if (std::accumulate(after.begin(), after.end(), 0.0) > 0)
        m_belief = std::move(after);
    normalise();
}

/// Entries are emitted in the order of the document, each or not: the sum over all ways to explain what was said.
double StageFilter::saidOnEntry(std::size_t state, std::span<const perception::Event* const> said) const {
    const auto& entries = m_plan.population.states[state].onEnter;
    if (said.empty())
        return m_silence[state];
    std::vector<double> ways(said.size() + 1);
    ways[0] = 1;
    for (const documents::Emission& entry : entries) {
        if (!isHeard(entry))
            continue;
        const double probability = std::clamp(entry.perDay, 0.0, 1.0);
        for (std::size_t heard = said.size(); heard > 0; --heard)
            ways[heard] =
                ways[heard] * (1 - probability) + ways[heard - 1] * probability * likelihood(entry, *said[heard - 1]);
        ways[0] *= 1 - probability;
    }
    return ways[said.size()];
}

void StageFilter::normalise() {
    const double sum = std::accumulate(m_belief.begin(), m_belief.end(), 0.0);
    for (double& part : m_belief)
        part = sum > 0 ? part / sum : 1.0 / static_cast<double>(m_belief.size());
}

} // namespace wayreeve::simulation
