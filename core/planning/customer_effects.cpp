#include "planning/customer_effects.h"

#include "planning/codec_parts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace wayreeve::planning {

namespace {

constexpr double priorProducts = 0.5; // together with priorCounts: τ² starts at 0.005
constexpr double priorCounts = 100.0;
constexpr double leastVariance = 0.0001;
constexpr double mostVariance = 0.25;

bool before(const CustomerHistory::Sum& sum, const std::pair<std::uint16_t, ArmKey>& key) {
    return std::pair(sum.goal, sum.arm) < key;
}

} // namespace

CustomerHistory::Sum CustomerHistory::of(std::uint16_t goal, ArmKey arm) const {
    const auto found = std::lower_bound(m_sums.begin(), m_sums.end(), std::pair(goal, arm), before);
    return found != m_sums.end() && found->goal == goal && found->arm == arm ? *found : Sum{goal, arm, 0.0, 0.0};
}

CustomerHistory::Sum& CustomerHistory::at(std::uint16_t goal, ArmKey arm) {
    auto found = std::lower_bound(m_sums.begin(), m_sums.end(), std::pair(goal, arm), before);
    if (found == m_sums.end() || found->goal != goal || found->arm != arm)
        found = m_sums.insert(found, Sum{goal, arm, 0.0, 0.0});
    return *found;
}

void CustomerHistory::add(std::uint16_t goal, ArmKey arm, double residual) {
    Sum& sum = at(goal, arm);
    sum.residuals += residual;
    sum.count += 1.0;
}

void CustomerHistory::absorb(const CustomerHistory& other) {
    for (const Sum& theirs : other.m_sums) {
        Sum& own = at(theirs.goal, theirs.arm);
        own.residuals += theirs.residuals;
        own.count += theirs.count;
    }
}

void CustomerHistory::encode(cbor::Writer& writer) const {
    writer.array(m_sums.size());
    for (const Sum& sum : m_sums) {
        writer.array(4);
        writer.uint(sum.goal);
        writer.uint(sum.arm);
        writer.real(sum.residuals);
        writer.real(sum.count);
    }
}

bool CustomerHistory::decode(cbor::Reader& reader) {
    m_sums.clear();
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (!codec::expectArray(reader, 4))
            return false;
        const std::uint64_t goal = reader.uint();
        Sum sum{static_cast<std::uint16_t>(goal), codec::readWord(reader), 0.0, 0.0};
        sum.residuals = reader.real();
        sum.count = reader.real();
        const bool ordered =
            m_sums.empty() || std::pair(m_sums.back().goal, m_sums.back().arm) < std::pair(sum.goal, sum.arm);
        if (goal > UINT16_MAX || !ordered || !std::isfinite(sum.residuals) || !(sum.count >= 0.0))
            reader.fail();
        m_sums.push_back(sum);
    }
    return !reader.failed();
}

double CustomerEffects::variance() const {
    return std::clamp((priorProducts + m_products) / (priorCounts + m_counts), leastVariance, mostVariance);
}

CustomerEffect CustomerEffects::effect(const CustomerHistory::Sum& sum, double noise) const {
    const double variance = 1.0 / (1.0 / this->variance() + sum.count / noise);
    return {variance * sum.residuals / noise, variance};
}

void CustomerEffects::observe(const CustomerHistory::Sum& before, double residual) {
    m_products += before.residuals * residual;
    m_counts += before.count;
}

UpdateReport CustomerEffects::learn(ValueModel& model, CustomerHistory& history, std::uint16_t goal,
                                    std::span<const float> x, std::size_t arm, double reward) {
    if (arm >= model.armCount() || !std::isfinite(reward))
        return {};
    const CustomerHistory::Sum sum = history.of(goal, model.armKey(arm));
    const CustomerEffect own = effect(sum, model.noise());
    const double residual = std::clamp(reward, 0.0, 1.0) - model.pooledMean(x, arm);
    const UpdateReport report = model.update(x, arm, reward, &own);
    observe(sum, residual);
    history.add(goal, sum.arm, residual);
    return report;
}

void CustomerEffects::encode(cbor::Writer& writer) const {
    writer.array(2);
    writer.real(m_products);
    writer.real(m_counts);
}

bool CustomerEffects::decode(cbor::Reader& reader) {
    if (!codec::expectArray(reader, 2))
        return false;
    m_products = reader.real();
    m_counts = reader.real();
    if (!std::isfinite(m_products) || !(m_counts >= 0.0))
        reader.fail();
    return !reader.failed();
}

} // namespace wayreeve::planning
