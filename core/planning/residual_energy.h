#pragma once

#include "base/cbor.h"
#include "planning/features.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace wayreeve::planning {

/// How far a model's predictions are off the true means on average, beyond chance: an estimate of E[(μ − p)²] for each
/// arm, in reward². A single 0/1 reward cannot tell a wrong prediction from bad luck, but what is left over after many
/// can: with functions φ_k of the context that are about orthonormal,
///     Σ_k ((Σ_i e_i φ_k(x_i))² − Σ_i e_i² φ_k(x_i)²) / n²
/// has the expectation Σ_k E[(p − μ) φ_k]², the part of the error that the functions can express (a U-statistic: pairs
/// of different rewards only). The functions: 1, for each numeric field its standardised value, square and cube, for
/// two fields their product (256 pairs at most, evenly taken, and counted for all), and each category's indicator.
/// An arm's own estimate is noisy, so it is drawn towards that of all arms together with the strength of 600 rewards.
/// After 4,096 rewards of an arm its sums are halved: the estimate follows what the model has become.
///
/// Const members on many threads while nobody writes; writing is serial, in record order.
class ResidualEnergy {
public:
    explicit ResidualEnergy(FeatureLayout layout);

    void addArm();
    [[nodiscard]] std::size_t armCount() const { return m_arms.size(); }
    /// A reward's distance from what was predicted, r − μ, at the feature vector x.
    void observe(std::span<const float> x, std::size_t arm, double error);
    void forget(double g);
    [[nodiscard]] double of(std::size_t arm) const; ///< ≥ 0
    [[nodiscard]] double ofAll() const;             ///< over arms with 20 rewards and more; may be below 0

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader); ///< false (and the reader failed) where the bytes do not fit the layout
    bool operator==(const ResidualEnergy& other) const { return m_arms == other.m_arms; }

private:
    struct Arm {
        double count = 0.0;
        double squares = 0.0;                  ///< Σ_k Σ_i e²φ_k²
        std::vector<double> sums;              ///< Σ_i e φ_k
        std::vector<double> with, error, paid; ///< by category slot: how many, Σe, Σe²
        double excess = 0.0;                   ///< cache: n² times the estimate
        bool operator==(const Arm&) const = default;
    };
    void scale(Arm& arm, double g);
    void recompute(Arm& arm);

    FeatureLayout m_layout;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> m_pairs;
    double m_pairWeight = 1.0;
    std::vector<Arm> m_arms;
    double m_excess = 0.0, m_weight = 0.0; ///< cache: Σ excess and Σ n² over arms with enough rewards
    std::vector<double> m_values;          ///< scratch
};

} // namespace wayreeve::planning
