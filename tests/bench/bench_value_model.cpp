// Value model and choice, per decision: bench_value_model. `--losses` prints the progressive 0/1 losses of the six
// classification sets and the mailing's visit rates instead (data: $WAYREEVE_TEST_DATA or ../shared/data),
// `--coverage` how often 90 % intervals hold the truth in simulated worlds, `--customers` what the customer layer
// earns.
#ifndef WAYREEVE_SOURCE_DIR
#define WAYREEVE_SOURCE_DIR "."
#endif
#include "tests/planning/bandit_data.cpp"
#include "tests/planning/trial_worlds.cpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace wayreeve;
using namespace wayreeve::planning;

/// A model with `arms` arms that has learned 200 updates an arm, and 256 rows to ask about. Of the fields two in five
/// are categories of five values.
struct Setting {
    FeatureMap features;
    ValueModel model;
    std::vector<std::uint32_t> arms;
    std::vector<std::vector<FieldValue>> rows;

    static std::vector<FieldSpec> declared(int fields, bool categories) {
        std::vector<FieldSpec> out;
        for (int f = 0; f < fields; ++f)
            out.push_back({static_cast<Sym>(f + 1),
                           categories && f % 5 >= 3 ? FieldSpec::Kind::Category : FieldSpec::Kind::Numeric});
        return out;
    }

    Setting(std::uint32_t armCount, int fields, bool categories)
        : features(declared(fields, categories), 5)
        , model(features.layout(), {4, 0.0, 1024}) {
        const Chance chance(9);
        for (std::uint64_t t = 0; t < 256; ++t) {
            std::vector<FieldValue> row;
            for (std::uint64_t f = 0; f < features.fields().size(); ++f)
                row.push_back(features.fields()[f].kind == FieldSpec::Kind::Category
                                  ? FieldValue::ofCategory(1 + chance.below(5, t, f, Purpose::PopulationTrait))
                                  : FieldValue::ofNumber(chance.normal(t, f, Purpose::PopulationTrait)));
            features.observe(row);
            rows.push_back(std::move(row));
        }
        std::vector<float> x;
        for (std::uint32_t a = 0; a < armCount; ++a)
            arms.push_back(static_cast<std::uint32_t>(model.ensureArm(a)));
        for (std::uint64_t t = 0; t < 200ULL * armCount; ++t) {
            features.encode(rows[t % rows.size()], x);
            model.update(x, t % armCount, chance.uniform(t, 1, Purpose::PopulationTrait) < 0.3 ? 1.0 : 0.0);
        }
    }
};

void decide(benchmark::State& state, bool learn) {
    Setting setting(static_cast<std::uint32_t>(state.range(0)), static_cast<int>(state.range(1)), state.range(2) != 0);
    ChoicePolicy policy;
    ChoiceSettings settings;
    Choice choice;
    std::vector<Prediction> predictions(setting.arms.size());
    std::vector<ChoiceCandidate> candidates(setting.arms.size());
    std::vector<float> x;
    const Chance chance(1);
    std::uint64_t t = 0;
    for (auto _ : state) {
        const auto& row = setting.rows[t % setting.rows.size()];
        if (learn)
            setting.features.observe(row);
        setting.features.encode(row, x);
        setting.model.predictAll(x, setting.arms, predictions);
        for (std::size_t a = 0; a < candidates.size(); ++a)
            candidates[a] = {predictions[a].probability() * 40.0 - 2.0, predictions[a].scale * 40.0, Risk::Low,
                             static_cast<std::uint32_t>(a)};
        policy.choose(candidates, settings, chance.uniform(t, 0, Purpose::Choice), choice);
        benchmark::DoNotOptimize(choice.chosen);
        if (learn)
            setting.model.update(x, choice.chosen, t % 3 == 0 ? 1.0 : 0.0);
        ++t;
    }
    state.counters["D"] = static_cast<double>(setting.features.width());
}

void decideOnly(benchmark::State& state) {
    decide(state, false);
}
void decideAndLearn(benchmark::State& state) {
    decide(state, true);
}

void encodeRow(benchmark::State& state) {
    const Setting setting(2, static_cast<int>(state.range(0)), true);
    std::vector<float> x;
    std::size_t t = 0;
    for (auto _ : state) {
        setting.features.encode(setting.rows[t++ % setting.rows.size()], x);
        benchmark::DoNotOptimize(x.data());
    }
}

void predictArms(benchmark::State& state) {
    const Setting setting(static_cast<std::uint32_t>(state.range(0)), 20, true);
    std::vector<float> x;
    setting.features.encode(setting.rows[3], x);
    std::vector<Prediction> predictions(setting.arms.size());
    for (auto _ : state) {
        setting.model.predictAll(x, setting.arms, predictions);
        benchmark::DoNotOptimize(predictions.data());
    }
}

void chooseAmong(benchmark::State& state) {
    const Chance chance(2);
    std::vector<ChoiceCandidate> candidates(static_cast<std::size_t>(state.range(0)));
    for (std::size_t i = 0; i < candidates.size(); ++i)
        candidates[i] = {chance.normal(i, 0, Purpose::Choice), 0.5 + chance.uniform(i, 1, Purpose::Choice), Risk::Low,
                         static_cast<std::uint32_t>(i / 8)};
    ChoicePolicy policy;
    Choice choice;
    for (auto _ : state) {
        policy.choose(candidates, {}, 0.4, choice);
        benchmark::DoNotOptimize(choice.chosen);
    }
}

void confidenceAmong(benchmark::State& state) {
    const Chance chance(2);
    std::vector<ChoiceCandidate> candidates(24);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        candidates[i] = {chance.normal(i, 0, Purpose::Choice), 0.5 + chance.uniform(i, 1, Purpose::Choice), Risk::Low,
                         static_cast<std::uint32_t>(i / 8)};
    ChoicePolicy policy;
    for (auto _ : state)
        benchmark::DoNotOptimize(policy.confidence(candidates, 0.05));
}

BENCHMARK(decideAndLearn)->ArgNames({"arms", "fields", "categories"})->Args({10, 20, 0})->Args({26, 17, 0});
BENCHMARK(decideAndLearn)->ArgNames({"arms", "fields", "categories"})->Args({24, 20, 1});
BENCHMARK(decideOnly)->ArgNames({"arms", "fields", "categories"})->Args({10, 20, 0})->Args({26, 17, 0});
BENCHMARK(decideOnly)->ArgNames({"arms", "fields", "categories"})->Args({24, 20, 1})->Args({24, 37, 0});
BENCHMARK(encodeRow)->Arg(20);
BENCHMARK(predictArms)->Arg(24);
BENCHMARK(chooseAmong)->Arg(24);
BENCHMARK(confidenceAmong);

int printLosses() {
    const std::string directory = trial::dataDirectory();
    for (const char* name : {"letter", "pendigits", "nursery", "mushroom", "page.blocks", "vehicle"}) {
        const auto data = trial::readArff(directory + "/bandit/" + name + ".arff");
        if (!data) {
            std::fprintf(stderr, "no data in %s: set WAYREEVE_TEST_DATA\n", directory.c_str());
            return 3;
        }
        double sum = 0.0;
        double squares = 0.0;
        for (std::uint64_t shuffle = 1; shuffle <= 3; ++shuffle) {
            const double loss = trial::progressiveLoss(*data, shuffle);
            sum += loss;
            squares += loss * loss;
        }
        std::printf("%-12s %.4f ± %.4f\n", name, sum / 3, std::sqrt(std::max(0.0, squares / 3 - sum * sum / 9)));
    }
    const auto mailing = trial::readHillstrom(directory + "/hillstrom.csv");
    for (std::uint64_t order = 1; mailing && order <= 5; ++order) {
        const trial::MailingResult result = trial::replay(*mailing, order);
        std::printf("mailing order %d: visit rate %.4f, second half %.4f\n", static_cast<int>(order), result.visitRate,
                    result.secondHalf);
    }
    for (std::uint64_t order = 1; mailing && order <= 5; ++order)
        for (const double halfLife : {0.0, 1000.0})
            std::printf("arms permuted at half time, order %d, half-life %.0f: second half %.4f\n",
                        static_cast<int>(order), halfLife,
                        trial::replay(*mailing, order, {0, 1, 2}, {1, 2, 0}, halfLife).secondHalf);
    return 0;
}

int printCoverage(std::uint64_t first) {
    std::printf("%-42s %8s %8s\n", "world", "all", "chosen");
    for (std::uint64_t seed = first; seed < first + 12; ++seed)
        for (const int events : {5'000, 20'000}) {
            trial::World world = trial::drawnWorld(seed);
            world.events = events;
            const trial::Coverage coverage = trial::coverageIn(world);
            std::printf("%-38s %6d %5.3f %8.3f\n", world.name.c_str(), events, coverage.all, coverage.chosen);
        }
    return 0;
}

int printCalibration(std::uint64_t first, bool waits) {
    double predicted[4] = {}, truth[4] = {}, squared = 0.0, all = 0.0, best = 0.0;
    std::printf("chosen arms, predicted/true: first eighth, rest of the first quarter, second quarter, second half\n");
    constexpr int seeds = 12;
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        trial::World world = trial::youngWorld(seed);
        world.waits = waits;
        const trial::Calibration c = trial::calibrationIn(world, 300);
        std::printf("%-50s", world.name.c_str());
        for (int s = 0; s < 4; ++s) {
            std::printf(" %.3f/%.3f", c.predicted[s], c.truth[s]);
            predicted[s] += c.predicted[s] / seeds;
            truth[s] += c.truth[s] / seeds;
        }
        std::printf("  best %.3f rmse %.3f bias %+.4f\n", c.best, std::sqrt(c.squared), c.all);
        squared += c.squared / seeds;
        all += c.all / seeds;
        best += c.best / seeds;
    }
    std::printf("%-50s", "mean");
    for (int s = 0; s < 4; ++s)
        std::printf(" %.3f/%.3f", predicted[s], truth[s]);
    std::printf("  best %.3f rmse %.3f bias %+.4f\n", best, std::sqrt(squared), all);
    return 0;
}

int printCustomers() {
    std::printf("spread  pooled  layer  (sd of the difference)  known   variance  covered, pooled and layer\n");
    for (const double spread : {0.0, 0.3, 0.8}) {
        double pooled = 0, layered = 0, best = 0, variance = 0, coveredPooled = 0, covered = 0, squares = 0;
        constexpr int seeds = 5;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const auto without = trial::customersIn({spread, 300, 40'000, seed, false});
            const auto with = trial::customersIn({spread, 300, 40'000, seed, true});
            pooled += without.reward / seeds;
            layered += with.reward / seeds;
            squares += (with.reward - without.reward) * (with.reward - without.reward) / seeds;
            best += with.best / seeds;
            variance += with.variance / seeds;
            coveredPooled += without.covered / seeds;
            covered += with.covered / seeds;
        }
        std::printf("%6.1f  %.4f  %.4f  %.4f  %.4f  %.5f  %.3f  %.3f\n", spread, pooled, layered,
                    std::sqrt(std::max(0.0, squares - (layered - pooled) * (layered - pooled))), best, variance,
                    coveredPooled, covered);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--losses") == 0)
        return printLosses();
    if (argc > 1 && std::strcmp(argv[1], "--coverage") == 0)
        return printCoverage(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
    if (argc > 1 && std::strcmp(argv[1], "--calibration") == 0)
        return printCalibration(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 201, argc > 3);
    if (argc > 1 && std::strcmp(argv[1], "--customers") == 0)
        return printCustomers();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
