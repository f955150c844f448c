#include "planning/value_model.h"

#include "base/portable_math.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wayreeve::planning {

namespace {

constexpr double additiveDrawFactor = 0.8;
constexpr double modelError = 0.001;    // of the interval's variance, in units of the noise; never shrinks
constexpr double energyFactor = 1.1;    // the functions that find the model's error cannot express all of it
constexpr double additiveSpread = 0.35; // of the rich level's variance where the additive level predicts better
constexpr double intervalWidth = 1.645; // 90 %
constexpr double armNoiseStrength = 100.0;
constexpr double richLogFloor = -8.0;
constexpr double additiveLogFloor = -40.0;
constexpr double leastWeight = 0.001;
constexpr double customerDrawShare = 0.1;
constexpr double fitNoiseStrength = 4.0; // an arm that mostly succeeds or fails by chance must not look determined
constexpr double startEvidence = 2.0;    // how many coefficients' worth the λ to start with counts for
constexpr double leastLambda = 0.5, mostLambda = 1000.0;
constexpr std::uint32_t firstFit = 32, lastFit = 8192; // updates between two fits of λ: half as many again each time

// Raised by hand whenever code, rather than a constant below, changes what is predicted.
constexpr std::uint64_t methodVersion = 3;

} // namespace

Hash256 configHash(const ValueModelSettings& settings) {
    cbor::Writer writer;
    writer.array(25);
    writer.uint(methodVersion);
    writer.real(settings.forgetHalfLife);
    writer.uint(settings.refreshEvery);
    for (const double constant :
         {ValueModel::startLambda, AdditiveLevel::startLambda, startEvidence, fitNoiseStrength, leastLambda, mostLambda,
          additiveDrawFactor, modelError, energyFactor, additiveSpread, intervalWidth, armNoiseStrength, richLogFloor,
          additiveLogFloor, leastWeight, customerDrawShare})
        writer.real(constant);
    writer.uint(firstFit);
    writer.uint(lastFit);
    writer.uint(FeatureLayout{}.fourier);
    writer.uint(FeatureMap::maxSlots);
    writer.uint(FeatureMap::overflowSlots);
    writer.uint(FeatureMap::leastFourier);
    return hashOf(writer.data());
}

double Contributions::total() const {
    return std::accumulate(fields.begin(), fields.end(), intercept + interactions);
}

ValueModel::ValueModel(FeatureLayout layout, ValueModelSettings settings)
    : m_layout(layout)
    , m_settings(settings)
    , m_additive(layout, settings.actionFeatures)
    , m_energy(layout)
    , m_fitAfter(firstFit) {}

std::optional<std::size_t> ValueModel::findArm(ArmKey key) const {
    const auto found = std::find_if(m_arms.begin(), m_arms.end(), [key](const Arm& arm) { return arm.key == key; });
    if (found == m_arms.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_arms.begin());
}

std::size_t ValueModel::ensureArm(ArmKey key, std::span<const double> actionFeatures, double prior) {
    if (const auto known = findArm(key))
        return *known;
    Arm arm(m_richLambda);
    arm.key = key;
    arm.prior = std::isfinite(prior) ? std::clamp(prior, 1e-6, 1.0) : 0.5;
    m_priorSum += arm.prior;
    std::vector<float> features;
    for (double f : actionFeatures)
        features.push_back(std::isfinite(f) ? static_cast<float>(f) : 0.0F);
    m_additive.addArm(features);
    m_energy.addArm();
    m_arms.push_back(std::move(arm));
    return m_arms.size() - 1;
}

double ValueModel::designersMean() const {
    return m_arms.empty() ? 0.5 : m_priorSum / static_cast<double>(m_arms.size());
}

double ValueModel::meanReward() const {
    double sum = 0.0;
    for (const Arm& arm : m_arms)
        sum += (arm.prior + arm.rewardSum) / (1.0 + arm.count);
    return m_arms.empty() ? 0.5 : sum / static_cast<double>(m_arms.size());
}

double ValueModel::richPrior(const Arm& arm, double meanReward) const {
    return std::clamp(meanReward * arm.prior / designersMean(), 0.0, 1.0);
}

double ValueModel::armNoise(double pooled, double errors, double count) {
    return (armNoiseStrength * pooled + errors) / (armNoiseStrength + count);
}

ValueModel::Context ValueModel::contextOf(std::span<const float> x) const {
    Context context;
    double norm = 0.0;
    for (float f : x)
        norm += static_cast<double>(f) * static_cast<double>(f);
    context.tempering = norm > 2.0 ? 2.0 / norm : 1.0;
    context.shared = m_richWeight < 1.0 ? m_additive.shared(x) : 0.0;
    context.meanReward = meanReward();
    context.richNoise = pooledNoise(m_richErrors);
    context.additiveNoise = pooledNoise(m_additiveErrors);
    return context;
}

// Var(σ_a·α_a − σ_g·α_g): what separates the arm from its leader, in reward.
double ValueModel::contrastVariance(std::size_t arm, const Context& context) const {
    if (arm == context.leader)
        return 0.0;
    const Arm& leader = m_arms[context.leader];
    const double own = armNoise(context.additiveNoise, m_arms[arm].additiveErrors, m_arms[arm].count);
    const double best = armNoise(context.additiveNoise, leader.additiveErrors, leader.count);
    const double variance = own * m_additive.covariance(arm, arm) +
                            best * m_additive.covariance(context.leader, context.leader) -
                            2.0 * std::sqrt(own * best) * m_additive.covariance(arm, context.leader);
    return std::max(0.0, variance);
}

Prediction ValueModel::predictArm(std::span<const float> x, std::size_t index, const Context& context,
                                  const CustomerEffect* effect) const {
    const Arm& arm = m_arms[index];
    const double noise = armNoise(context.richNoise, arm.richErrors, arm.count);
    const double q = arm.ridge.variance(x);
    double richMean = 0.0;
    double additiveMean = 0.0;
    double additiveVariance = 0.0;
    if (m_richWeight > 0.0)
        richMean = arm.ridge.predict(x) +
                   arm.ridge.lambda() * richPrior(arm, context.meanReward) * arm.ridge.interceptReach(x);
    if (m_richWeight < 1.0) {
        additiveMean = arm.prior + context.shared + m_additive.effect(index);
        additiveVariance = additiveDrawFactor * additiveDrawFactor * contrastVariance(index, context);
    }
    const double w = m_richWeight;
    Prediction result;
    result.mean = w * richMean + (1.0 - w) * additiveMean;
    const double apart = w * (1.0 - w) * (richMean - additiveMean) * (richMean - additiveMean);
    double draw = w * noise * context.tempering * q + (1.0 - w) * additiveVariance + apart;
    double interval = noise * (q * (w + additiveSpread * (1.0 - w)) + modelError) + energyFactor * m_energy.of(index);
    if (effect != nullptr) {
        result.mean += effect->mean;
        draw += customerDrawShare * effect->variance;
        interval += effect->variance;
    }
    result.scale = std::sqrt(draw);
    const double half = intervalWidth * std::sqrt(interval);
    result.low = std::clamp(result.mean - half, 0.0, 1.0);
    result.high = std::clamp(result.mean + half, 0.0, 1.0);
    return result;
}

void ValueModel::predictAll(std::span<const float> x, std::span<const std::uint32_t> arms, std::span<Prediction> out,
                            std::span<const CustomerEffect> effects) const {
    if (arms.empty())
        return;
    Context context = contextOf(x);
    const auto standing = [this](std::size_t arm) { return m_arms[arm].prior + m_additive.effect(arm); };
    context.leader = arms[0];
    for (std::uint32_t arm : arms)
        if (standing(arm) > standing(context.leader))
            context.leader = arm;
    for (std::size_t i = 0; i < arms.size(); ++i)
        out[i] = predictArm(x, arms[i], context, effects.empty() ? nullptr : &effects[i]);
}

Prediction ValueModel::predict(std::span<const float> x, std::size_t arm, const CustomerEffect* effect) const {
    Context context = contextOf(x);
    for (std::size_t other = 1; other < m_arms.size(); ++other)
        if (m_arms[other].prior + m_additive.effect(other) >
            m_arms[context.leader].prior + m_additive.effect(context.leader))
            context.leader = other;
    return predictArm(x, arm, context, effect);
}

double ValueModel::pooledMean(std::span<const float> x, std::size_t index) const {
    const Arm& arm = m_arms[index];
    double mean = 0.0;
    if (m_richWeight > 0.0)
        mean += m_richWeight * (arm.ridge.predict(x) +
                                arm.ridge.lambda() * richPrior(arm, meanReward()) * arm.ridge.interceptReach(x));
    if (m_richWeight < 1.0)
        mean += (1.0 - m_richWeight) * (arm.prior + m_additive.shared(x) + m_additive.effect(index));
    return mean;
}

Contributions ValueModel::explain(const FeatureMap& features, std::span<const FieldValue> row,
                                  std::size_t index) const {
    const Arm& arm = m_arms[index];
    const double w = m_richWeight;
    const double prior = arm.ridge.lambda() * richPrior(arm, meanReward());
    const auto slope = [&](std::size_t i) {
        return w * (arm.ridge.coefficient(i) + prior * arm.ridge.reachOf(i)) + (1.0 - w) * m_additive.coefficient(i);
    };
    std::vector<float> x;
    features.encode(row, x);
    Contributions result;
    result.intercept = slope(0) + (1.0 - w) * (arm.prior + m_additive.effect(index));
    for (std::size_t i = m_layout.firstFourier(); i < m_layout.firstCategory(); ++i)
        result.interactions += slope(i) * static_cast<double>(x[i]);
    result.fields.assign(features.fields().size(), 0.0);
    for (std::size_t f = 0; f < std::min(row.size(), result.fields.size()); ++f) {
        const FeatureMap::LinearTerm term = features.linearTerm(f, row[f]);
        if (term.weight != 0.0F)
            result.fields[f] = slope(term.index) * static_cast<double>(term.weight);
    }
    return result;
}

// Fixed share of blame (Herbster & Warmuth 1998): errors are paid for, floors make a bad start forgivable.
void ValueModel::payWeights(double richError, double additiveError) {
    const double noise = this->noise();
    m_richLog -= richError * richError / (2.0 * noise);
    m_additiveLog -= additiveError * additiveError / (2.0 * noise);
    const double top = std::max(m_richLog, m_additiveLog);
    m_richLog = std::max(m_richLog - top, richLogFloor);
    m_additiveLog = std::max(m_additiveLog - top, additiveLogFloor);
    setWeights();
}

void ValueModel::setWeights() {
    m_richWeight = portable::logistic(m_richLog - m_additiveLog);
    if (m_richWeight < leastWeight)
        m_richWeight = 0.0;
    else if (m_richWeight > 1.0 - leastWeight)
        m_richWeight = 1.0;
}

// A fixed point, approached in steps, since a fitted λ changes how many coefficients the data determine. The rich level
// comes near it slowly and from one side: it goes twice as far (in logarithm) as each step says. The first fits take
// several steps, as every choice counts then; later ones follow each other closely.
bool ValueModel::fitPriors() {
    const auto fitted = [](double determined, double squares, double start) {
        return std::clamp((startEvidence + determined) / (startEvidence / start + squares), leastLambda, mostLambda);
    };
    const auto noiseOf = [](double pooled, double errors, double count) {
        return (fitNoiseStrength * pooled + errors) / (fitNoiseStrength + count);
    };
    bool sound = true;
    for (int step = 0; step < (m_fitAfter < lastFit / 8 ? 3 : 1); ++step) {
        Ridge::Evidence rich;
        double additiveNoise = 0.0;
        for (const Arm& arm : m_arms) {
            const Ridge::Evidence own = arm.ridge.evidence(1, arm.ridge.lambda() * richPrior(arm, meanReward()));
            rich.determined += own.determined;
            rich.squares += own.squares / noiseOf(pooledNoise(m_richErrors), arm.richErrors, arm.count);
            additiveNoise += noiseOf(pooledNoise(m_additiveErrors), arm.additiveErrors, arm.count) /
                             static_cast<double>(m_arms.size());
        }
        const double next = fitted(rich.determined, rich.squares, startLambda);
        m_richLambda = std::clamp(next * next / m_richLambda, leastLambda, mostLambda);
        for (Arm& arm : m_arms) {
            arm.sinceRefresh = 0;
            sound = arm.ridge.refreshWith(m_richLambda) && sound;
        }
        m_sinceRefresh = 0;
        const Ridge::Evidence additive = m_additive.evidence();
        sound = m_additive.refreshWith(
                    fitted(additive.determined, additive.squares / additiveNoise, AdditiveLevel::startLambda)) &&
                sound;
    }
    return sound;
}

UpdateReport ValueModel::update(std::span<const float> x, std::size_t index, double reward,
                                const CustomerEffect* effect) {
    UpdateReport report;
    if (index >= m_arms.size() || !std::isfinite(reward))
        return report;
    report.learned = true;
    Arm& arm = m_arms[index];
    const double r = std::clamp(reward, 0.0, 1.0) - (effect != nullptr ? effect->mean : 0.0);
    const double richPriorPart = arm.ridge.lambda() * richPrior(arm, meanReward()) * arm.ridge.interceptReach(x);
    const double richError = r - arm.ridge.predict(x) - richPriorPart;
    const double additiveError = r - arm.prior - m_additive.shared(x) - m_additive.effect(index);
    m_energy.observe(x, index, m_richWeight * richError + (1.0 - m_richWeight) * additiveError);
    payWeights(richError, additiveError);

    const double richQ = arm.ridge.update(x, r);
    const double additiveQ = m_additive.update(x, index, r - arm.prior);
    const double richPaid = richError * richError / (1.0 + richQ);
    const double additivePaid = additiveError * additiveError / (1.0 + additiveQ);
    arm.richErrors += richPaid;
    arm.additiveErrors += additivePaid;
    m_richErrors += richPaid;
    m_additiveErrors += additivePaid;
    arm.count += 1.0;
    arm.rewardSum += r;
    m_updates += 1.0;
    ++m_sinceEpoch;
    if (++arm.sinceRefresh >= m_settings.refreshEvery) {
        arm.sinceRefresh = 0;
        report.refreshFailed = !arm.ridge.refresh();
    }
    if (++m_sinceRefresh >= m_settings.refreshEvery) {
        m_sinceRefresh = 0;
        report.refreshFailed = !m_additive.refresh() || report.refreshFailed;
    }
    if (++m_sinceFit >= m_fitAfter) {
        m_sinceFit = 0;
        m_fitAfter = std::min(m_fitAfter + m_fitAfter / 2, lastFit);
        report.refreshFailed = !fitPriors() || report.refreshFailed;
    }
    return report;
}

bool ValueModel::endEpoch() {
    const double updates = m_sinceEpoch;
    m_sinceEpoch = 0;
    if (!(m_settings.forgetHalfLife > 0.0) || updates == 0.0)
        return true;
    const double g = portable::exp2(-updates / m_settings.forgetHalfLife);
    m_energy.forget(g);
    bool sound = m_additive.forget(g);
    for (Arm& arm : m_arms) {
        sound = arm.ridge.forget(g) && sound;
        arm.count *= g;
        arm.rewardSum *= g;
        arm.richErrors *= g;
        arm.additiveErrors *= g;
    }
    m_updates *= g;
    m_richErrors *= g;
    m_additiveErrors *= g;
    return sound;
}

void ValueModel::encode(cbor::Writer& writer) const {
    writer.array(5);
    writer.array(5);
    writer.uint(m_layout.numeric);
    writer.uint(m_layout.fourier);
    writer.uint(m_settings.actionFeatures);
    writer.real(m_settings.forgetHalfLife);
    writer.uint(m_settings.refreshEvery);

    writer.array(10);
    for (double v : {m_updates, m_richErrors, m_additiveErrors, m_richLog, m_additiveLog, m_richLambda})
        writer.real(v);
    for (std::uint32_t n : {m_sinceRefresh, m_sinceEpoch, m_sinceFit, m_fitAfter})
        writer.uint(n);

    writer.array(m_arms.size());
    for (const Arm& arm : m_arms) {
        writer.array(8);
        writer.uint(arm.key);
        for (double v : {arm.prior, arm.count, arm.rewardSum, arm.richErrors, arm.additiveErrors})
            writer.real(v);
        writer.uint(arm.sinceRefresh);
        arm.ridge.encode(writer);
    }
    m_additive.encode(writer);
    m_energy.encode(writer);
}

Result<ValueModel> ValueModel::decode(cbor::Reader& reader) {
    const auto invalid = [&reader] {
        reader.fail();
        return Error{"model.state-invalid", {{"part", "value-model"}}, {}, 0, 0};
    };
    constexpr std::uint64_t limit = 100'000; // of fields and arms: far above any use, far below exhausting memory
    if (reader.array() != 5 || reader.array() != 5)
        return invalid();
    const std::uint64_t numeric = reader.uint();
    const std::uint64_t fourier = reader.uint();
    const std::uint64_t actionFeatures = reader.uint();
    if (reader.failed() || numeric > limit || fourier > limit || actionFeatures > limit)
        return invalid();
    ValueModelSettings settings;
    settings.actionFeatures = static_cast<std::uint32_t>(actionFeatures);
    settings.forgetHalfLife = reader.real();
    settings.refreshEvery = static_cast<std::uint32_t>(reader.uint());
    ValueModel model({static_cast<std::uint32_t>(numeric), static_cast<std::uint32_t>(fourier)}, settings);
    if (reader.array() != 10)
        return invalid();
    for (double* v : {&model.m_updates, &model.m_richErrors, &model.m_additiveErrors, &model.m_richLog,
                      &model.m_additiveLog, &model.m_richLambda})
        *v = reader.real();
    for (std::uint32_t* n : {&model.m_sinceRefresh, &model.m_sinceEpoch, &model.m_sinceFit, &model.m_fitAfter})
        *n = static_cast<std::uint32_t>(reader.uint());
    if (!(model.m_richLambda >= leastLambda && model.m_richLambda <= mostLambda))
        return invalid();
    const std::size_t arms = reader.array();
    for (std::size_t a = 0; a < arms && !reader.failed(); ++a) {
        if (reader.array() != 8)
            return invalid();
        Arm arm(startLambda);
        arm.key = static_cast<ArmKey>(reader.uint());
        for (double* v : {&arm.prior, &arm.count, &arm.rewardSum, &arm.richErrors, &arm.additiveErrors})
            *v = reader.real();
        arm.sinceRefresh = static_cast<std::uint32_t>(reader.uint());
        arm.ridge.decode(reader);
        model.m_priorSum += arm.prior;
        model.m_arms.push_back(std::move(arm));
    }
    if (!model.m_additive.decode(reader) || model.m_additive.armCount() != model.m_arms.size() ||
        !model.m_energy.decode(reader) || model.m_energy.armCount() != model.m_arms.size())
        return invalid();
    model.setWeights();
    return model;
}

Hash256 ValueModel::stateHash() const {
    cbor::Writer writer;
    encode(writer);
    return hashOf(writer.data());
}

} // namespace wayreeve::planning
