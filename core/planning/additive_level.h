#pragma once

#include "planning/features.h"
#include "planning/ridge.h"

#include <span>
#include <vector>

namespace wayreeve::planning {

/// The additive level of value-model.md: one ridge for all arms on [1 | linear z | action features | arm
/// indicator]. An arm's *effect* is what its action features and indicator add. New arms start from their action
/// features. Dimensions are appended as categories and arms appear. Read by many threads, written by one.
class AdditiveLevel {
public:
    static constexpr double startLambda = 8.0;

    AdditiveLevel(FeatureLayout layout, std::uint32_t actionFeatures);

    void addArm(std::span<const float> actionFeatures); ///< padded or cut to the declared count
    [[nodiscard]] std::size_t armCount() const { return m_armDimension.size(); }

    [[nodiscard]] double shared(std::span<const float> x) const; ///< what the context adds, the same for every arm
    [[nodiscard]] double effect(std::size_t arm) const { return m_effect[arm]; }
    /// Coefficient of feature `index` of x (0 for Fourier features, which this level does not use).
    [[nodiscard]] double coefficient(std::size_t index) const;
    /// Covariance of two arms' effects at unit noise.
    [[nodiscard]] double covariance(std::size_t a, std::size_t b) const;

    double update(std::span<const float> x, std::size_t arm, double r); ///< answers q before the step
    bool refresh();
    bool refreshWith(double lambda);
    bool forget(double g);
    [[nodiscard]] Ridge::Evidence evidence() const { return m_ridge.evidence(1); }
    [[nodiscard]] double lambda() const { return m_ridge.lambda(); }

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader);

private:
    [[nodiscard]] std::uint32_t firstActionFeature() const { return 1 + m_layout.numeric; }
    [[nodiscard]] std::span<const float> actionFeatures(std::size_t arm) const;
    void growTo(std::size_t featureWidth);
    void recomputeArms(std::size_t from);

    FeatureLayout m_layout;
    std::uint32_t m_actionFeatures;
    std::uint32_t m_dimensions;
    Ridge m_ridge;
    std::vector<std::uint32_t> m_categoryDimension; ///< category slot → dimension
    std::vector<std::uint32_t> m_armDimension;
    std::vector<float> m_armFeatures; ///< arm × action feature
    std::vector<double> m_effect;     ///< cache, per arm
    std::vector<double> m_covariance; ///< lower triangle over arms, kept by rank-one steps
    std::vector<float> m_row;         ///< scratch
    std::vector<double> m_armStep;    ///< scratch
};

} // namespace wayreeve::planning
