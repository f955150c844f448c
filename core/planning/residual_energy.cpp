#include "planning/residual_energy.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

constexpr std::size_t mostPairs = 256;
constexpr double leastCount = 20.0;
constexpr double poolStrength = 600.0;
constexpr double agingCount = 4096.0;

// Moments of u = z/√(1 + z²/4), z standard normal: the numeric features' own shape. φ₁ = u/deviation, φ₂ = (u² −
// variance)/squareDeviation, φ₃ = (u³ − cubeSlope·u)/cubeDeviation.
constexpr double deviation = 0.7931243065847414;
constexpr double variance = 0.6290461656955268;
constexpr double squareDeviation = 0.6410516680904631;
constexpr double cubeSlope = 1.28233246417759;
constexpr double cubeDeviation = 0.5386712966743875;

} // namespace

ResidualEnergy::ResidualEnergy(FeatureLayout layout)
    : m_layout(layout) {
    const std::size_t fields = m_layout.numeric;
    const std::size_t all = fields * (fields - std::min<std::size_t>(fields, 1)) / 2;
    const std::size_t used = std::min(all, mostPairs);
    std::size_t number = 0;
    for (std::size_t f = 1; f < fields; ++f)
        for (std::size_t g = 0; g < f; ++g, ++number)
            if (number * used / all != (number + 1) * used / all)
                m_pairs.emplace_back(static_cast<std::uint16_t>(f), static_cast<std::uint16_t>(g));
    m_pairWeight = used == 0 ? 1.0 : std::sqrt(static_cast<double>(all) / static_cast<double>(used));
}

void ResidualEnergy::addArm() {
    Arm arm;
    arm.sums.assign(1 + 3 * static_cast<std::size_t>(m_layout.numeric) + m_pairs.size(), 0.0);
    m_arms.push_back(std::move(arm));
}

void ResidualEnergy::observe(std::span<const float> x, std::size_t index, double error) {
    Arm& arm = m_arms[index];
    const bool counted = arm.count >= leastCount;
    const double oldExcess = counted ? arm.excess : 0.0, oldWeight = counted ? arm.count * arm.count : 0.0;
    const double paid = error * error;
    std::size_t k = 0;
    const auto add = [&](double value) {
        arm.sums[k++] += error * value;
        arm.squares += paid * value * value;
    };
    add(1.0);
    m_values.resize(m_layout.numeric);
    for (std::size_t f = 0; f < m_values.size(); ++f) {
        const double u = 1 + f < x.size() ? static_cast<double>(x[1 + f]) : 0.0;
        m_values[f] = u / deviation;
        add(m_values[f]);
        add((u * u - variance) / squareDeviation);
        add((u * u - cubeSlope) * u / cubeDeviation);
    }
    for (const auto& [f, g] : m_pairs)
        add(m_pairWeight * m_values[f] * m_values[g]);
    const std::size_t first = m_layout.firstCategory();
    const std::size_t slots = x.size() > first ? x.size() - first : 0;
    if (arm.with.size() < slots)
        for (std::vector<double>* column : {&arm.with, &arm.error, &arm.paid})
            column->resize(slots, 0.0);
    for (std::size_t c = 0; c < slots; ++c)
        if (x[first + c] != 0.0F) {
            arm.with[c] += 1.0;
            arm.error[c] += error;
            arm.paid[c] += paid;
        }
    arm.count += 1.0;
    if (arm.count >= agingCount)
        scale(arm, 0.5);
    recompute(arm);
    if (arm.count >= leastCount) {
        m_excess += arm.excess - oldExcess;
        m_weight += arm.count * arm.count - oldWeight;
    }
}

void ResidualEnergy::scale(Arm& arm, double g) {
    arm.count *= g;
    arm.squares *= g * g;
    for (double& sum : arm.sums)
        sum *= g;
    for (std::size_t c = 0; c < arm.with.size(); ++c) {
        arm.with[c] *= g;
        arm.error[c] *= g;
        arm.paid[c] *= g * g;
    }
}

void ResidualEnergy::recompute(Arm& arm) {
    arm.excess = -arm.squares;
    for (const double sum : arm.sums)
        arm.excess += sum * sum;
    for (std::size_t c = 0; c < arm.with.size(); ++c)
        if (arm.with[c] > 1.0)
            arm.excess += arm.count * (arm.error[c] * arm.error[c] - arm.paid[c]) / arm.with[c];
}

void ResidualEnergy::forget(double g) {
    m_excess = m_weight = 0.0;
    for (Arm& arm : m_arms) {
        scale(arm, g);
        recompute(arm);
        if (arm.count >= leastCount) {
            m_excess += arm.excess;
            m_weight += arm.count * arm.count;
        }
    }
}

double ResidualEnergy::ofAll() const {
    return m_weight > 0.0 ? m_excess / m_weight : 0.0;
}

double ResidualEnergy::of(std::size_t index) const {
    const Arm& arm = m_arms[index];
    constexpr double pool = poolStrength * poolStrength;
    return std::max(0.0, (pool * ofAll() + arm.excess) / (pool + arm.count * arm.count));
}

void ResidualEnergy::encode(cbor::Writer& writer) const {
    writer.array(3);
    writer.real(m_excess); // sums of differences: what was added up, not what would come out anew
    writer.real(m_weight);
    writer.array(m_arms.size());
    for (const Arm& arm : m_arms) {
        writer.array(6);
        writer.real(arm.count);
        writer.real(arm.squares);
        for (const std::vector<double>* column : {&arm.sums, &arm.with, &arm.error, &arm.paid})
            writer.reals(*column);
    }
}

bool ResidualEnergy::decode(cbor::Reader& reader) {
    if (reader.array() != 3)
        reader.fail();
    m_excess = reader.real();
    m_weight = reader.real();
    const std::size_t expected = 1 + 3 * static_cast<std::size_t>(m_layout.numeric) + m_pairs.size();
    m_arms.clear();
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 6)
            reader.fail();
        Arm arm;
        arm.count = reader.real();
        arm.squares = reader.real();
        for (std::vector<double>* column : {&arm.sums, &arm.with, &arm.error, &arm.paid})
            *column = reader.reals();
        if (arm.sums.size() != expected || arm.error.size() != arm.with.size() || arm.paid.size() != arm.with.size())
            reader.fail();
        if (reader.failed())
            return false;
        recompute(arm);
        m_arms.push_back(std::move(arm));
    }
    return !reader.failed();
}

} // namespace wayreeve::planning
