#include "planning/choice_policy.h"

#include "base/portable_math.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wayreeve::planning {

namespace {

constexpr double reach = 4.0;            // standard deviations that count
constexpr double leastScaleShare = 1e-6; // of the greatest scale
constexpr int tableCells = 1024;
constexpr double tableReach = 8.0;
constexpr double cellsPerUnit = tableCells / (2.0 * tableReach);

// ln Φ(z) for z ≤ −3 from Mills' ratio as a continued fraction; Φ itself has no digits left far out.
double logTail(double z) {
    const double x = -z;
    double fraction = x;
    for (int k = 60; k >= 1; --k)
        fraction = x + static_cast<double>(k) / fraction;
    return -0.5 * x * x - 0.91893853320467274 - portable::log(fraction);
}

const std::array<double, tableCells + 1>& logNormalTable() {
    static const std::array<double, tableCells + 1> table = [] {
        std::array<double, tableCells + 1> t{};
        for (int i = 0; i <= tableCells; ++i) {
            const double z = static_cast<double>(i) / cellsPerUnit - tableReach;
            t[static_cast<std::size_t>(i)] = z < -3.0 ? logTail(z) : portable::log(portable::normalCdf(z));
        }
        return t;
    }();
    return table;
}

double logNormal(const std::array<double, tableCells + 1>& table, double z) {
    if (z >= tableReach)
        return 0.0;
    if (!(z >= -tableReach)) { // also where huge means over tiny scales make no number
        const double far = std::max(-1e6, z);
        return table[0] - 0.5 * (far * far - tableReach * tableReach);
    }
    const double at = (z + tableReach) * cellsPerUnit;
    const auto cell = static_cast<std::size_t>(static_cast<int>(at));
    return table[cell] + (at - static_cast<double>(cell)) * (table[cell + 1] - table[cell]);
}

double usableScale(double scale) {
    return std::isfinite(scale) && scale > 0.0 ? scale : 0.0;
}

std::size_t leaderOf(std::span<const ChoiceCandidate> candidates) {
    std::size_t leader = candidates.size();
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (std::isfinite(candidates[i].mean) &&
            (leader == candidates.size() || candidates[i].mean > candidates[leader].mean))
            leader = i;
    return leader == candidates.size() ? 0 : leader;
}

void applyFloor(std::span<const ChoiceCandidate> candidates, std::size_t leader, double floor, std::vector<double>& p) {
    const auto takesFloor = [&](std::size_t i) { return i == leader || candidates[i].risk != Risk::High; };
    double count = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i)
        count += takesFloor(i) ? 1.0 : 0.0;
    const double epsilon = std::min(floor, 1.0 / count);
    for (std::size_t i = 0; i < p.size(); ++i)
        p[i] = (1.0 - count * epsilon) * p[i] + (takesFloor(i) ? epsilon : 0.0);
}

void applyCaps(std::span<const ChoiceCandidate> candidates, std::size_t leader, const RiskCaps& caps,
               std::vector<double>& p) {
    double medium = 0.0;
    double low = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (i == leader)
            continue;
        if (candidates[i].risk == Risk::High)
            p[i] = 0.0;
        else
            (candidates[i].risk == Risk::Medium ? medium : low) += p[i];
    }
    const auto factor = [](double sum, const std::optional<double>& cap) {
        return cap && sum > std::max(0.0, *cap) ? std::max(0.0, *cap) / sum : 1.0;
    };
    const double mediumFactor = factor(medium, caps.medium);
    const double bothFactor = factor(low + medium * mediumFactor, caps.low);
    double others = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (i == leader)
            continue;
        p[i] *= bothFactor * (candidates[i].risk == Risk::Medium ? mediumFactor : 1.0);
        others += p[i];
    }
    p[leader] = std::max(0.0, 1.0 - others);
}

} // namespace

void ChoicePolicy::placeNodes(std::span<const ChoiceCandidate> candidates, std::size_t leader, int nodes) {
    double widest = 0.0;
    for (const ChoiceCandidate& c : candidates)
        widest = std::max(widest, usableScale(c.scale));
    const auto scaleOf = [&](const ChoiceCandidate& c) {
        return std::max(usableScale(c.scale), leastScaleShare * widest);
    };
    double low = candidates[leader].mean - reach * scaleOf(candidates[leader]);
    double high = low;
    for (const ChoiceCandidate& c : candidates) {
        if (!std::isfinite(c.mean))
            continue;
        low = std::max(low, c.mean - reach * scaleOf(c));
        high = std::max(high, c.mean + reach * scaleOf(c));
    }
    m_contenders.clear();
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (std::isfinite(candidates[i].mean) && candidates[i].mean + reach * scaleOf(candidates[i]) >= low)
            m_contenders.push_back({i, candidates[i].mean, scaleOf(candidates[i])});

    const auto uniform = [&](double from, double to) {
        const double step = (to - from) / static_cast<double>(nodes - 1);
        for (int j = 0; j < nodes; ++j)
            m_nodes.push_back(j + 1 == nodes ? to : from + step * static_cast<double>(j));
    };
    const double span = reach * scaleOf(candidates[leader]);
    m_nodes.clear();
    uniform(low, high);
    uniform(std::max(low, candidates[leader].mean - span), std::min(high, candidates[leader].mean + span));
    std::inplace_merge(m_nodes.begin(), m_nodes.begin() + nodes, m_nodes.end());
}

// p_a = ∫ M dℓ_a with M = Πℓ's exponential: inside a cell every ℓ is taken as proportional to ln M.
void ChoicePolicy::integrate(std::vector<double>& out) {
    const auto& table = logNormalTable();
    const std::size_t nodes = m_nodes.size();
    m_logs.resize(m_contenders.size() * nodes);
    m_total.assign(nodes, 0.0);
    for (std::size_t c = 0; c < m_contenders.size(); ++c) {
        const double inverse = 1.0 / m_contenders[c].scale;
        double* logs = m_logs.data() + c * nodes;
        for (std::size_t j = 0; j < nodes; ++j) {
            logs[j] = logNormal(table, (m_nodes[j] - m_contenders[c].mean) * inverse);
            m_total[j] += logs[j];
        }
    }
    double here = portable::exp(m_total[0]);
    for (std::size_t j = 0; j + 1 < nodes; ++j) { // m_total becomes the cells' weights
        const double next = portable::exp(m_total[j + 1]);
        const double rise = m_total[j + 1] - m_total[j];
        m_total[j] = rise > 1e-7 ? (next - here) / rise : 0.5 * (here + next);
        here = next;
    }
    double sum = 0.0;
    for (std::size_t c = 0; c < m_contenders.size(); ++c) {
        const double* logs = m_logs.data() + c * nodes;
        double p = 0.0;
        for (std::size_t j = 0; j + 1 < nodes; ++j)
            p += m_total[j] * (logs[j + 1] - logs[j]);
        out[m_contenders[c].index] = p;
        sum += p;
    }
    for (const Contender& contender : m_contenders)
        out[contender.index] /= sum;
}

void ChoicePolicy::probabilities(std::span<const ChoiceCandidate> candidates, int nodes, std::vector<double>& out) {
    out.assign(candidates.size(), 0.0);
    const std::size_t leader = leaderOf(candidates);
    const bool uncertain = std::any_of(candidates.begin(), candidates.end(),
                                       [](const ChoiceCandidate& c) { return usableScale(c.scale) > 0.0; });
    if (uncertain && std::isfinite(candidates[leader].mean)) {
        placeNodes(candidates, leader, std::max(nodes, 2));
        if (m_contenders.size() > 1 && m_nodes.back() > m_nodes.front()) {
            integrate(out);
            double sum = 0.0;
            for (double p : out)
                sum += p;
            if (std::isfinite(sum))
                return;
            std::fill(out.begin(), out.end(), 0.0);
        }
    }
    out[leader] = 1.0;
}

void ChoicePolicy::choose(std::span<const ChoiceCandidate> candidates, const ChoiceSettings& settings, double u,
                          Choice& out) {
    out.leader = leaderOf(candidates);
    if (settings.explore) {
        probabilities(candidates, 16, out.probabilities);
        if (settings.floor > 0.0)
            applyFloor(candidates, out.leader, settings.floor, out.probabilities);
        applyCaps(candidates, out.leader, settings.caps, out.probabilities);
    } else {
        out.probabilities.assign(candidates.size(), 0.0);
        out.probabilities[out.leader] = 1.0;
    }
    out.chosen = out.leader; // where rounding leaves the cumulative sum just below u
    double cumulative = 0.0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        cumulative += out.probabilities[i];
        if (u < cumulative) {
            out.chosen = i;
            break;
        }
    }
    out.explored = out.chosen != out.leader;
    out.probability = out.probabilities[out.chosen];
}

double ChoicePolicy::confidence(std::span<const ChoiceCandidate> candidates, double tolerance,
                                std::optional<std::uint32_t> action) {
    m_actions.clear();
    for (const ChoiceCandidate& c : candidates) {
        const auto same = std::find_if(m_actions.begin(), m_actions.end(),
                                       [&](const ChoiceCandidate& known) { return known.action == c.action; });
        if (same == m_actions.end())
            m_actions.push_back(c);
        else if (c.mean > same->mean)
            *same = c;
    }
    if (m_actions.size() < 2)
        return 1.0;
    std::size_t leader = leaderOf(m_actions);
    for (std::size_t i = 0; action && i < m_actions.size(); ++i)
        if (m_actions[i].action == *action)
            leader = i;
    m_actions[leader].mean += std::max(0.0, tolerance); // being within the tolerance is winning with a head start
    probabilities(m_actions, 64, m_shares);
    return m_shares[leader];
}

} // namespace wayreeve::planning
