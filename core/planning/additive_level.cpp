#include "planning/additive_level.h"

#include "planning/ridge_blocks.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

using namespace blocks;

AdditiveLevel::AdditiveLevel(FeatureLayout layout, std::uint32_t actionFeatures)
    : m_layout(layout)
    , m_actionFeatures(actionFeatures)
    , m_dimensions(1 + layout.numeric + actionFeatures)
    , m_ridge(startLambda) {
    m_ridge.grow(roundedUp(m_dimensions));
}

std::span<const float> AdditiveLevel::actionFeatures(std::size_t arm) const {
    return std::span(m_armFeatures).subspan(arm * m_actionFeatures, m_actionFeatures);
}

void AdditiveLevel::addArm(std::span<const float> features) {
    for (std::uint32_t i = 0; i < m_actionFeatures; ++i)
        m_armFeatures.push_back(i < features.size() ? features[i] : 0.0F);
    m_armDimension.push_back(m_dimensions++);
    m_ridge.grow(roundedUp(m_dimensions));
    m_effect.push_back(0.0);
    m_covariance.resize(armCount() * (armCount() + 1) / 2, 0.0);
    recomputeArms(armCount() - 1);
}

// Effects and covariances of the arms from `from` on, from the ridge's caches: Σ over the arms' few features.
void AdditiveLevel::recomputeArms(std::size_t from) {
    const auto dimensionsOf = [this](std::size_t arm, std::vector<std::pair<std::uint32_t, double>>& out) {
        out.clear();
        const auto features = actionFeatures(arm);
        for (std::uint32_t i = 0; i < m_actionFeatures; ++i)
            if (features[i] != 0.0F)
                out.emplace_back(firstActionFeature() + i, static_cast<double>(features[i]));
        out.emplace_back(m_armDimension[arm], 1.0);
    };
    std::vector<std::pair<std::uint32_t, double>> mine;
    std::vector<std::pair<std::uint32_t, double>> theirs;
    for (std::size_t a = from; a < armCount(); ++a) {
        dimensionsOf(a, mine);
        double effect = 0.0;
        for (const auto& [dimension, weight] : mine)
            effect += weight * m_ridge.coefficient(dimension);
        m_effect[a] = effect;
        for (std::size_t b = 0; b <= a; ++b) {
            dimensionsOf(b, theirs);
            double s = 0.0;
            for (const auto& [i, wi] : mine)
                for (const auto& [j, wj] : theirs)
                    s += wi * wj * m_ridge.inverseAt(i, j);
            m_covariance[a * (a + 1) / 2 + b] = s;
        }
    }
}

double AdditiveLevel::covariance(std::size_t a, std::size_t b) const {
    return a >= b ? m_covariance[a * (a + 1) / 2 + b] : m_covariance[b * (b + 1) / 2 + a];
}

double AdditiveLevel::coefficient(std::size_t index) const {
    if (index < m_layout.firstFourier())
        return m_ridge.coefficient(index);
    const std::size_t first = m_layout.firstCategory();
    if (index < first || index - first >= m_categoryDimension.size())
        return 0.0;
    return m_ridge.coefficient(m_categoryDimension[index - first]);
}

double AdditiveLevel::shared(std::span<const float> x) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < std::min<std::size_t>(m_layout.firstFourier(), x.size()); ++i)
        sum += m_ridge.coefficient(i) * static_cast<double>(x[i]);
    const std::size_t first = m_layout.firstCategory();
    for (std::size_t c = 0; c < m_categoryDimension.size() && first + c < x.size(); ++c)
        if (x[first + c] != 0.0F)
            sum += m_ridge.coefficient(m_categoryDimension[c]) * static_cast<double>(x[first + c]);
    return sum;
}

void AdditiveLevel::growTo(std::size_t featureWidth) {
    while (m_layout.firstCategory() + m_categoryDimension.size() < featureWidth)
        m_categoryDimension.push_back(m_dimensions++);
    m_ridge.grow(roundedUp(m_dimensions));
}

double AdditiveLevel::update(std::span<const float> x, std::size_t arm, double r) {
    growTo(x.size());
    m_row.assign(m_ridge.width(), 0.0F);
    std::copy_n(x.begin(), std::min<std::size_t>(m_layout.firstFourier(), x.size()), m_row.begin());
    std::copy_n(actionFeatures(arm).begin(), m_actionFeatures, m_row.begin() + firstActionFeature());
    for (std::size_t c = 0; m_layout.firstCategory() + c < x.size(); ++c)
        m_row[m_categoryDimension[c]] = x[m_layout.firstCategory() + c];
    m_row[m_armDimension[arm]] = 1.0F;

    const double q = m_ridge.update(m_row, r);
    const std::span<const float> u = m_ridge.step();
    m_armStep.resize(armCount());
    for (std::size_t a = 0; a < armCount(); ++a) {
        const auto features = actionFeatures(a);
        double step = static_cast<double>(u[m_armDimension[a]]);
        double effect = m_ridge.coefficient(m_armDimension[a]);
        for (std::uint32_t i = 0; i < m_actionFeatures; ++i) {
            step += static_cast<double>(features[i]) * static_cast<double>(u[firstActionFeature() + i]);
            effect += static_cast<double>(features[i]) * m_ridge.coefficient(firstActionFeature() + i);
        }
        m_armStep[a] = step;
        m_effect[a] = effect;
        double* covariance = m_covariance.data() + a * (a + 1) / 2;
        for (std::size_t b = 0; b <= a; ++b)
            covariance[b] -= step * m_armStep[b];
    }
    return q;
}

bool AdditiveLevel::refresh() {
    if (!m_ridge.refresh())
        return false;
    recomputeArms(0);
    return true;
}

bool AdditiveLevel::refreshWith(double lambda) {
    if (!m_ridge.refreshWith(lambda))
        return false;
    recomputeArms(0);
    return true;
}

bool AdditiveLevel::forget(double g) {
    if (!m_ridge.forget(g))
        return false;
    recomputeArms(0);
    return true;
}

void AdditiveLevel::encode(cbor::Writer& writer) const {
    writer.array(7);
    writer.uint(m_dimensions);
    m_ridge.encode(writer);
    writer.uints(m_categoryDimension);
    writer.uints(m_armDimension);
    writer.reals(std::vector<double>(m_armFeatures.begin(), m_armFeatures.end()));
    writer.reals(m_effect);
    writer.reals(m_covariance);
}

bool AdditiveLevel::decode(cbor::Reader& reader) {
    if (reader.array() != 7)
        reader.fail();
    m_dimensions = static_cast<std::uint32_t>(reader.uint());
    m_ridge.decode(reader);
    m_categoryDimension = reader.uints();
    m_armDimension = reader.uints();
    const std::vector<double> features = reader.reals();
    m_armFeatures.clear();
    for (double f : features)
        m_armFeatures.push_back(static_cast<float>(f));
    m_effect = reader.reals();
    m_covariance = reader.reals();
    const std::size_t arms = m_armDimension.size();
    // A damaged double may be too large for a float.
    bool fits = std::all_of(m_armFeatures.begin(), m_armFeatures.end(), [](float f) { return std::isfinite(f); }) &&
                m_ridge.width() == roundedUp(m_dimensions) && m_armFeatures.size() == arms * m_actionFeatures &&
                m_effect.size() == arms && m_covariance.size() == arms * (arms + 1) / 2 &&
                m_dimensions == 1 + m_layout.numeric + m_actionFeatures + m_categoryDimension.size() + arms;
    for (const auto* dimensions : {&m_categoryDimension, &m_armDimension})
        fits = fits && std::all_of(dimensions->begin(), dimensions->end(),
                                   [this](std::uint32_t d) { return d < m_dimensions; });
    if (reader.failed() || !fits)
        reader.fail();
    return !reader.failed();
}

} // namespace wayreeve::planning
