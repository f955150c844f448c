#include "trial_worlds.h"

#include "base/chance.h"
#include "base/portable_math.h"
#include "planning/choice_policy.h"
#include "planning/customer_effects.h"

#include <algorithm>
#include <deque>

namespace wayreeve::planning::trial {

namespace {

/// Model, choice and their memory for a run over `arms` arms and numeric fields.
struct Player {
    FeatureMap features;
    ValueModel model;
    ChoicePolicy policy;
    ChoiceSettings settings;
    Choice choice;
    std::vector<std::uint32_t> arms;
    std::vector<Prediction> predictions;
    std::vector<ChoiceCandidate> candidates;
    std::vector<FieldValue> row;
    std::vector<float> x;

    static std::vector<FieldSpec> declared(std::size_t fields, std::size_t categories) {
        std::vector<FieldSpec> specs;
        for (std::size_t f = 0; f < fields; ++f)
            specs.push_back({static_cast<Sym>(f + 1),
                             f + categories < fields ? FieldSpec::Kind::Numeric : FieldSpec::Kind::Category});
        return specs;
    }

    Player(std::size_t armCount, std::size_t fields, std::uint64_t seed, std::size_t categories = 0, double prior = 0.5)
        : features(declared(fields, categories), seed)
        , model(features.layout())
        , predictions(armCount)
        , candidates(armCount)
        , row(fields) {
        settings.caps = {std::nullopt, std::nullopt};
        for (std::uint32_t a = 0; a < armCount; ++a)
            arms.push_back(static_cast<std::uint32_t>(model.ensureArm(a, {}, prior)));
    }

    std::size_t play(double u, std::span<const CustomerEffect> effects = {}) {
        features.observe(row);
        features.encode(row, x);
        model.predictAll(x, arms, predictions, effects);
        for (std::size_t a = 0; a < arms.size(); ++a)
            candidates[a] = {predictions[a].probability(), predictions[a].scale};
        policy.choose(candidates, settings, u, choice);
        return choice.chosen;
    }
};

} // namespace

World drawnWorld(std::uint64_t seed) {
    const Chance chance(seed);
    const auto uniform = [&](std::uint32_t what) { return chance.uniform(0, what, Purpose::PopulationQuality); };
    World world;
    world.seed = seed;
    world.arms = 2 + static_cast<int>(uniform(1) * 19.0);
    world.fields = 4 + static_cast<int>(uniform(2) * 17.0);
    const double rate = 0.05 + 0.45 * uniform(3);
    world.base = portable::log(rate / (1.0 - rate));
    world.armSpread = 0.2 + 0.4 * uniform(4);
    // The fields together spread the logit by 0.3 … 0.9.
    world.slope = (0.3 + 0.6 * uniform(5)) / portable::sqrt(world.fields);
    world.interaction = seed % 2 == 0 ? 0.15 + 0.25 * uniform(6) : 0.0;
    world.categories = seed % 3 == 0 ? world.fields / 3 : 0;
    world.name = std::to_string(world.arms) + " arms, " + std::to_string(world.fields) + " fields, " +
                 std::to_string(static_cast<int>(100.0 * rate + 0.5)) + " %" +
                 (world.categories > 0 ? ", categories" : "") + (world.interaction > 0.0 ? ", interactions" : "");
    return world;
}

World youngWorld(std::uint64_t seed) {
    World world = drawnWorld(seed);
    const Chance chance(seed);
    const auto uniform = [&](std::uint32_t what) { return chance.uniform(1, what, Purpose::PopulationQuality); };
    world.arms = 6 + static_cast<int>(uniform(1) * 19.0);
    world.fields = 8 + static_cast<int>(uniform(2) * 13.0);
    const double rate = 0.02 + 0.13 * uniform(3);
    world.base = portable::log(rate / (1.0 - rate));
    world.slope = (0.3 + 0.6 * uniform(5)) / portable::sqrt(world.fields);
    world.categories = seed % 3 == 0 ? world.fields / 3 : 0;
    world.events = 6'000;
    world.name = std::to_string(world.arms) + " arms, " + std::to_string(world.fields) + " fields, " +
                 std::to_string(static_cast<int>(100.0 * rate + 0.5)) + " %" +
                 (world.categories > 0 ? ", categories" : "") + (world.interaction > 0.0 ? ", interactions" : "");
    return world;
}

namespace {

/// Draws the fields of event t into the player's row and the arms' true means into `truth`.
void drawEvent(const World& world, const Chance& chance, std::uint64_t t, Player& player, std::vector<double>& truth) {
    const auto fields = static_cast<std::size_t>(world.fields);
    const auto numbers = fields - static_cast<std::size_t>(world.categories);
    for (std::size_t f = 0; f < numbers; ++f)
        player.row[f] = FieldValue::ofNumber(chance.normal(t, f, Purpose::PopulationTrait));
    for (std::size_t f = numbers; f < fields; ++f)
        player.row[f] = FieldValue::ofCategory(1 + chance.below(4, t, f, Purpose::PopulationTrait));
    const double mixed = player.row[0].number * player.row[1].number + portable::sin(2.0 * player.row[2].number);
    for (std::size_t a = 0; a < truth.size(); ++a) {
        double logit = world.base + world.armSpread * chance.normal(a, 1000, Purpose::PopulationQuality) +
                       world.interaction * chance.normal(a, 1001, Purpose::PopulationQuality) * mixed;
        for (std::size_t f = 0; f < numbers; ++f)
            logit += world.slope * chance.normal(a, f, Purpose::PopulationQuality) * player.row[f].number;
        for (std::size_t f = numbers; f < fields; ++f)
            logit +=
                world.slope * chance.normal(a, 10'000 + 10 * f + player.row[f].category, Purpose::PopulationQuality);
        truth[a] = portable::logistic(logit);
    }
}

} // namespace

Calibration calibrationIn(const World& world, std::uint64_t delay) {
    const Chance chance(world.seed);
    Player player(static_cast<std::size_t>(world.arms), static_cast<std::size_t>(world.fields), world.seed,
                  static_cast<std::size_t>(world.categories), 0.1);
    struct Pending {
        std::vector<float> x;
        std::size_t arm;
        double reward;
    };
    std::deque<Pending> pending;
    std::vector<double> truth(static_cast<std::size_t>(world.arms));
    const auto events = static_cast<std::uint64_t>(world.events);
    Calibration result;
    double counted[4] = {}, countedAll = 0.0, countedSquared = 0.0;
    for (std::uint64_t t = 0; t < events; ++t) {
        drawEvent(world, chance, t, player, truth);
        if (world.waits)
            truth[0] = 0.01;
        std::size_t taken = player.play(chance.uniform(t, 1, Purpose::Choice));
        const bool waits = world.waits && (taken == 0 || chance.uniform(t, 2, Purpose::Choice) < 0.5);
        taken = waits ? 0 : taken;
        const std::size_t stretch = 8 * t < events ? 0 : 4 * t < events ? 1 : 2 * t < events ? 2 : 3;
        counted[stretch] += waits ? 0.0 : 1.0;
        result.predicted[stretch] += waits ? 0.0 : player.predictions[taken].probability();
        result.truth[stretch] += waits ? 0.0 : truth[taken];
        result.best += *std::max_element(truth.begin(), truth.end()) / static_cast<double>(events);
        for (std::size_t a = 0; a < truth.size(); ++a) {
            const double error = player.predictions[a].probability() - truth[a];
            if (stretch == 2) {
                result.all += error;
                countedAll += 1.0;
            }
            if (stretch > 0) {
                result.squared += error * error;
                countedSquared += 1.0;
            }
        }
        pending.push_back(
            {player.x, taken, chance.uniform(t, taken, Purpose::PopulationReaction) < truth[taken] ? 1.0 : 0.0});
        if (waits) {
            player.model.update(pending.back().x, 0, pending.back().reward);
            pending.pop_back();
        }
        if (pending.size() > delay) {
            player.model.update(pending.front().x, pending.front().arm, pending.front().reward);
            pending.pop_front();
        }
    }
    for (std::size_t s = 0; s < 4; ++s) {
        result.predicted[s] /= counted[s];
        result.truth[s] /= counted[s];
    }
    result.all /= countedAll;
    result.squared /= countedSquared;
    return result;
}

Coverage coverageIn(const World& world) {
    const auto armCount = static_cast<std::size_t>(world.arms);
    const Chance chance(world.seed);
    Player player(armCount, static_cast<std::size_t>(world.fields), world.seed,
                  static_cast<std::size_t>(world.categories));
    std::vector<double> truth(armCount), pulls(armCount);
    double all = 0.0, chosen = 0.0, counted = 0.0, countedChosen = 0.0;
    for (std::uint64_t t = 0; t < static_cast<std::uint64_t>(world.events); ++t) {
        drawEvent(world, chance, t, player, truth);
        const std::size_t taken = player.play(chance.uniform(t, 1, Purpose::Choice));
        for (std::size_t a = 0; t >= 1000 && a < armCount; ++a) {
            if (pulls[a] < 20.0)
                continue;
            const Prediction& p = player.predictions[a];
            const double covered = p.low <= truth[a] && truth[a] <= p.high ? 1.0 : 0.0;
            all += covered;
            counted += 1.0;
            chosen += a == taken ? covered : 0.0;
            countedChosen += a == taken ? 1.0 : 0.0;
        }
        pulls[taken] += 1.0;
        player.model.update(player.x, taken,
                            chance.uniform(t, taken, Purpose::PopulationReaction) < truth[taken] ? 1.0 : 0.0);
    }
    return {all / counted, chosen / countedChosen};
}

CustomerTrialResult customersIn(const CustomerTrial& trial) {
    constexpr std::size_t armCount = 5, fields = 4;
    const Chance chance(trial.seed);
    Player player(armCount, fields, trial.seed);
    CustomerEffects effects;
    std::vector<CustomerHistory> histories(static_cast<std::size_t>(trial.customers));
    std::vector<CustomerEffect> own(armCount);
    std::vector<double> truth(armCount);
    CustomerTrialResult result;
    double late = 0.0;
    for (std::uint64_t t = 0; t < static_cast<std::uint64_t>(trial.events); ++t) {
        const std::uint32_t customer =
            chance.below(static_cast<std::uint32_t>(trial.customers), t, 0, Purpose::PopulationArrival);
        for (std::size_t f = 0; f < fields; ++f)
            player.row[f] = FieldValue::ofNumber(chance.normal(t, f, Purpose::PopulationTrait));
        for (std::size_t a = 0; a < armCount; ++a) {
            double logit = -0.7 + 0.2 * chance.normal(a, 1000, Purpose::PopulationQuality) +
                           trial.spread * chance.normal(customer, 2000 + a, Purpose::PopulationTrait);
            for (std::size_t f = 0; f < fields; ++f)
                logit += 0.15 * chance.normal(a, f, Purpose::PopulationQuality) * player.row[f].number;
            truth[a] = portable::logistic(logit);
            own[a] = effects.effect(histories[customer].of(0, static_cast<ArmKey>(a)), player.model.noise());
        }
        const std::size_t taken =
            player.play(chance.uniform(t, 1, Purpose::Choice),
                        trial.layer ? std::span<const CustomerEffect>(own) : std::span<const CustomerEffect>());
        const double reward = chance.uniform(t, taken, Purpose::PopulationReaction) < truth[taken] ? 1.0 : 0.0;
        result.reward += reward;
        result.best += *std::max_element(truth.begin(), truth.end());
        if (2 * t >= static_cast<std::uint64_t>(trial.events)) {
            const Prediction& p = player.predictions[taken];
            result.covered += p.low <= truth[taken] && truth[taken] <= p.high ? 1.0 : 0.0;
            late += 1.0;
        }
        if (trial.layer)
            effects.learn(player.model, histories[customer], 0, player.x, taken, reward);
        else
            player.model.update(player.x, taken, reward);
    }
    result.reward /= trial.events;
    result.best /= trial.events;
    result.covered /= late;
    result.variance = effects.variance();
    return result;
}

} // namespace wayreeve::planning::trial
