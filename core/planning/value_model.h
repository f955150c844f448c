#pragma once

#include "base/cbor.h"
#include "base/hash.h"
#include "base/result.h"
#include "planning/additive_level.h"
#include "planning/features.h"
#include "planning/residual_energy.h"
#include "planning/ridge.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wayreeve::planning {

/// What a customer's own history adds to the pooled prediction of one arm (customer_effects.h makes it from residual
/// sums). This model adds `mean` to μ, 0.1·variance to the draw's s² and `variance` to the interval's, and learns from
/// r − mean.
struct CustomerEffect {
    double mean = 0.0;
    double variance = 0.0;
};

/// One arm's predicted outcome probability. `mean` is the linear predictor, which explain() splits and which may leave
/// [0, 1]; what is chosen by and shown is `probability()`. (Choosing by the unbounded predictor can get stuck for good
/// on an arm that is known to earn 0 when another is extrapolated below 0: mushroom, one order in ten, loss .02.)
/// `low` and `high` are the 90 % interval around the mean, cut to [0, 1]; its variance is σ²q of the rich level (w +
/// 0.35 (1 − w)), w its weight, + 0.001 σ² + 1.1 times what the residuals show of the model's own error
/// (ResidualEnergy). `scale` is the standard deviation to draw with when choosing, which is not the interval's.
struct Prediction {
    double mean = 0.0;
    double scale = 0.0;
    double low = 0.0;
    double high = 0.0;

    [[nodiscard]] double probability() const { return std::clamp(mean, 0.0, 1.0); }
    bool operator==(const Prediction&) const = default;
};

/// A prediction in parts: intercept + interactions + Σ fields = Prediction::mean without customer effect, to 1e-9.
/// `intercept` holds the arm's own effect (its action features and indicator), `interactions` all Fourier terms.
struct Contributions {
    double intercept = 0.0;
    double interactions = 0.0;
    std::vector<double> fields; ///< one per declared field

    [[nodiscard]] double total() const;
};

using ArmKey = std::uint32_t; ///< whatever the caller names arms by, a symbol or a small number

struct ValueModelSettings {
    std::uint32_t actionFeatures = 0;  ///< how many numbers describe an arm (channel, incentive, …)
    double forgetHalfLife = 0.0;       ///< in updates; 0 = never forget
    std::uint32_t refreshEvery = 1024; ///< updates of an arm (and of the additive level) between Cholesky refreshes
    bool operator==(const ValueModelSettings&) const = default;
};

/// Identifies how value models and their features learn and predict: the settings and every constant of the method, not
/// how many fields or action features the data has. Two programs that give the same hash predict the same from the same
/// history; a changed constant changes it.
[[nodiscard]] Hash256 configHash(const ValueModelSettings& settings);

/// What one update did.
struct UpdateReport {
    bool learned = false;       ///< false: the reward was not finite or the arm unknown; nothing changed
    bool refreshFailed = false; ///< a matrix was not positive definite; the older inverse stands
};

/// The pooled contextual value model (value-model.md): P(outcome | context, arm) for rewards in [0, 1], as a mixture of
/// a rich ridge for each arm and one additive ridge over all arms, weighted by how well each has predicted.
///
/// Prior: an arm without data predicts the mean reward of all arms, times its designer's prior over the mean of all
/// arms' priors. Each arm counts alike in that mean, with its designer's prior as a first reward: waiting is seldom
/// rewarded, soon known and often all there is, and would else speak for contacts of which nothing is known yet. The
/// additive level regresses r − prior.
///
/// Both levels learn how wide their priors are (empirical Bayes, ADR 0017): at 32, 80, 152, … rewards and at last every
/// 8,192, λ is set to what the evidence of all arms together says. With a prior much wider than the truth the best of
/// many candidates is the one whose error is largest, and what is chosen earns far less than was predicted.
///
/// Threads: const members may run on many threads while nobody writes; writing is serial, at the merge, in the order
/// of the records. Two models fed the same sequence are equal bit for bit, on every processor.
class ValueModel {
public:
    static constexpr double startLambda = 20.0; ///< of the rich level

    ValueModel(FeatureLayout layout, ValueModelSettings settings = {});

    /// The arm's index, created where the key is new (first use decides features and prior; `prior` in (0, 1)).
    std::size_t ensureArm(ArmKey key, std::span<const double> actionFeatures = {}, double prior = 0.5);
    [[nodiscard]] std::optional<std::size_t> findArm(ArmKey key) const;
    [[nodiscard]] std::size_t armCount() const { return m_arms.size(); }
    [[nodiscard]] ArmKey armKey(std::size_t arm) const { return m_arms[arm].key; }
    [[nodiscard]] double armUpdates(std::size_t arm) const { return m_arms[arm].count; }

    /// Predictions for the arms (indices) of one decision, written to out[0 … arms.size()−1]. The additive level's draw
    /// scale is that of the contrast to the best of these arms. `effects`, where given, has one entry per arm.
    void predictAll(std::span<const float> x, std::span<const std::uint32_t> arms, std::span<Prediction> out,
                    std::span<const CustomerEffect> effects = {}) const;
    /// The same for one arm, as if all of the model's arms were in the decision.
    [[nodiscard]] Prediction predict(std::span<const float> x, std::size_t arm,
                                     const CustomerEffect* effect = nullptr) const;
    /// The mean in parts, for the arm and the row that gave x under `features` in its present state.
    [[nodiscard]] Contributions explain(const FeatureMap& features, std::span<const FieldValue> row,
                                        std::size_t arm) const;

    /// Learns one reward (clamped to [0, 1]) of an arm.
    UpdateReport update(std::span<const float> x, std::size_t arm, double reward,
                        const CustomerEffect* effect = nullptr);
    /// Forgets, where a half-life is set, by the number of updates since the last call. False: a refresh failed.
    bool endEpoch();

    /// The mean that predict() gives without a customer's effect; cheaper than predict().
    [[nodiscard]] double pooledMean(std::span<const float> x, std::size_t arm) const;
    /// Variance of a reward around the prediction: that of the level which predicts better.
    [[nodiscard]] double noise() const { return std::min(pooledNoise(m_richErrors), pooledNoise(m_additiveErrors)); }
    [[nodiscard]] double richWeight() const { return m_richWeight; } ///< the additive level has the rest
    /// The prior's precision that the data fit, in units of the noise's: small where contexts tell much.
    [[nodiscard]] double richLambda() const { return m_richLambda; }
    [[nodiscard]] double additiveLambda() const { return m_additive.lambda(); }
    [[nodiscard]] double meanReward() const;
    [[nodiscard]] double updates() const { return m_updates; } ///< forgetting shrinks it
    [[nodiscard]] const ValueModelSettings& settings() const { return m_settings; }

    void encode(cbor::Writer& writer) const;
    /// Error "model.state-invalid" with `part` = "value-model".
    [[nodiscard]] static Result<ValueModel> decode(cbor::Reader& reader);
    [[nodiscard]] Hash256 stateHash() const; ///< of the encoded state; costs a pass over it

private:
    /// Squared errors of one level: per arm and in total (value-model.md, "Noise").
    struct Arm {
        explicit Arm(double ridgeLambda)
            : ridge(ridgeLambda) {}
        ArmKey key = 0;
        double prior = 0.5;
        double count = 0.0;
        double rewardSum = 0.0;
        double richErrors = 0.0;     ///< SS_a of the rich level
        double additiveErrors = 0.0; ///< SS_a of the additive level
        std::uint32_t sinceRefresh = 0;
        Ridge ridge;
    };
    struct Context {
        double shared = 0.0;    ///< additive level's part of the context
        double tempering = 1.0; ///< min(1, 2/|x|²)
        double meanReward = 0.5;
        double richNoise = 0.25, additiveNoise = 0.25;
        std::size_t leader = 0;
    };

    [[nodiscard]] double designersMean() const;
    [[nodiscard]] double richPrior(const Arm& arm, double meanReward) const;
    [[nodiscard]] double pooledNoise(double errors) const { return (1.0 + errors) / (4.0 + m_updates); }
    [[nodiscard]] static double armNoise(double pooled, double errors, double count);
    [[nodiscard]] Context contextOf(std::span<const float> x) const;
    [[nodiscard]] Prediction predictArm(std::span<const float> x, std::size_t arm, const Context& context,
                                        const CustomerEffect* effect) const;
    [[nodiscard]] double contrastVariance(std::size_t arm, const Context& context) const;
    bool fitPriors();
    void payWeights(double richError, double additiveError);
    void setWeights();

    FeatureLayout m_layout;
    ValueModelSettings m_settings;
    std::vector<Arm> m_arms;
    AdditiveLevel m_additive;
    ResidualEnergy m_energy;
    double m_updates = 0.0;
    double m_richErrors = 0.0, m_additiveErrors = 0.0;
    double m_richLog = 0.0, m_additiveLog = 0.0; ///< W
    double m_richWeight = 0.5;                   ///< from W
    double m_priorSum = 0.0;                     ///< over arms
    std::uint32_t m_sinceRefresh = 0;
    std::uint32_t m_sinceEpoch = 0;
    std::uint32_t m_sinceFit = 0;
    std::uint32_t m_fitAfter;
    double m_richLambda = startLambda;
};

} // namespace wayreeve::planning
