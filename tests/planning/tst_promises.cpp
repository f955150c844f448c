#include "base/chance.h"
#include "planning/choice_policy.h"
#include "trial_worlds.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace wayreeve;
using namespace wayreeve::planning;

/// What is shown and logged is what happens: choice probabilities against draws, 90 % intervals against the truth.
/// WAYREEVE_TEST_FULL=1 draws 100,000 times in each of 20 situations (otherwise 10,000; planted moves always 100,000 in
/// four situations) and lets the worlds run for 20,000 events (otherwise 5,000).
class PromisesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chiSquareTailIsRight_data();
    void chiSquareTailIsRight();
    void loggedProbabilitiesAreThoseDrawn();
    void aMovedHundredthIsSeen();
    void intervalsCoverInDrawnWorlds();
    void youngWorkspacesLearnSoonAndPromiseLittleTooMuch();

private:
    static bool full() { return qEnvironmentVariableIsSet("WAYREEVE_TEST_FULL"); }
};

namespace {

/// P(χ² with k degrees of freedom > x): the upper incomplete gamma function Q(k/2, x/2) by its series below a + 1, by
/// Lentz's continued fraction above (Numerical Recipes, 6.2).
double chiSquareTail(double x, double k) {
    const double a = k / 2.0, t = x / 2.0;
    if (t <= 0.0)
        return 1.0;
    const double front = std::exp(-t + a * std::log(t) - std::lgamma(a));
    if (t < a + 1.0) {
        double term = 1.0 / a, sum = term;
        for (double n = a + 1.0; term > sum * 1e-16; n += 1.0)
            sum += term *= t / n;
        return 1.0 - sum * front;
    }
    double b = t + 1.0 - a, c = 1e300, d = 1.0 / b, h = d;
    for (int i = 1; i < 1000; ++i) {
        const double an = -i * (i - a);
        b += 2.0;
        d = 1.0 / (an * d + b);
        c = b + an / c;
        h *= d * c;
        if (std::fabs(d * c - 1.0) < 1e-15)
            break;
    }
    return front * h;
}

struct Situation {
    std::vector<ChoiceCandidate> candidates;
    ChoiceSettings settings;
};

/// *Wait* and 1 … 10 actions of all risks; caps from none to the shipped ones, floors from 0 to 2 %.
Situation situation(std::uint64_t number) {
    const Chance chance(4711);
    const auto uniform = [&](std::uint32_t what) { return chance.uniform(number, what, Purpose::PopulationQuality); };
    Situation result;
    result.candidates.push_back({0.0, number % 3 == 0 ? 0.0 : 0.2, Risk::Low, 0});
    const auto count = 1 + static_cast<std::uint32_t>(uniform(1) * 10.0);
    for (std::uint32_t i = 0; i < count; ++i)
        result.candidates.push_back({0.6 * chance.normal(number, 10 + i, Purpose::PopulationQuality),
                                     0.1 + 0.9 * uniform(100 + i),
                                     uniform(200 + i) < 0.6   ? Risk::Low
                                     : uniform(200 + i) < 0.9 ? Risk::Medium
                                                              : Risk::High,
                                     i + 1});
    result.settings.floor = number % 4 == 1 ? 0.002 : number % 4 == 2 ? 0.02 : 0.0;
    if (number % 2 == 0)
        result.settings.caps = {std::nullopt, std::nullopt};
    else if (number % 5 == 0)
        result.settings.caps = {0.3, std::nullopt};
    return result;
}

std::vector<double> drawn(const Situation& in, std::uint64_t number, int draws) {
    const Chance chance(99);
    ChoicePolicy policy;
    Choice choice;
    std::vector<double> counts(in.candidates.size());
    for (int i = 0; i < draws; ++i) {
        policy.choose(in.candidates, in.settings,
                      chance.uniform(number, static_cast<std::uint64_t>(i), Purpose::Choice), choice);
        counts[choice.chosen] += 1.0;
    }
    return counts;
}

/// Bins of less than five expected draws are taken together.
double pValue(const std::vector<double>& counts, const std::vector<double>& logged) {
    const double draws = std::accumulate(counts.begin(), counts.end(), 0.0);
    double sum = 0.0, restCount = 0.0, restExpected = 0.0;
    int bins = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expected = draws * logged[i];
        if (expected < 5.0) {
            restCount += counts[i];
            restExpected += expected;
            continue;
        }
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        ++bins;
    }
    if (restExpected > 0.5) {
        sum += (restCount - restExpected) * (restCount - restExpected) / restExpected;
        ++bins;
    } else if (restCount > 0.0 && restExpected <= 0.0) {
        return 0.0; // drew what was logged as impossible
    }
    return bins < 2 ? 1.0 : chiSquareTail(sum, bins - 1);
}

std::vector<double> loggedIn(const Situation& in) {
    ChoicePolicy policy;
    Choice choice;
    policy.choose(in.candidates, in.settings, 0.5, choice);
    return choice.probabilities;
}

} // namespace

void PromisesTest::chiSquareTailIsRight_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("tail");
    QTest::newRow("one degree, 5 %") << 3.841459 << 1.0 << 0.05;
    QTest::newRow("two degrees: e^(-x/2)") << 4.0 << 2.0 << 0.1353352832;
    QTest::newRow("ten degrees, 5 %") << 18.307038 << 10.0 << 0.05;
    QTest::newRow("ten degrees, below the mean") << 3.940299 << 10.0 << 0.95;
    QTest::newRow("four degrees: (1 + x/2)·e^(-x/2)") << 60.0 << 4.0 << 31.0 * 9.357622968840175e-14;
}

void PromisesTest::chiSquareTailIsRight() {
    QFETCH(double, x);
    QFETCH(double, degrees);
    QFETCH(double, tail);
    QVERIFY(std::fabs(chiSquareTail(x, degrees) / tail - 1.0) < 1e-5);
}

void PromisesTest::loggedProbabilitiesAreThoseDrawn() {
    double least = 1.0;
    for (std::uint64_t number = 0; number < 20; ++number) {
        const Situation in = situation(number);
        const double p = pValue(drawn(in, number, full() ? 100'000 : 10'000), loggedIn(in));
        least = std::min(least, p);
        QVERIFY2(p > 0.00005, qPrintable(QStringLiteral("situation %1: p = %2").arg(number).arg(p)));
    }
    qInfo("20 situations: the least p is %.4f", least);
}

void PromisesTest::aMovedHundredthIsSeen() {
    int seen = 0;
    for (std::uint64_t number = 0; number < 20 && seen < (full() ? 20 : 4); ++number) {
        const Situation in = situation(number);
        std::vector<double> logged = loggedIn(in);
        std::vector<std::size_t> order(logged.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return logged[a] > logged[b]; });
        if (logged[order[1]] < 0.02)
            continue; // nothing to move between
        const std::vector<double> counts = drawn(in, number, 100'000);
        logged[order[0]] -= 0.01;
        logged[order[1]] += 0.01;
        const double p = pValue(counts, logged);
        QVERIFY2(p < 0.00005, qPrintable(QStringLiteral("situation %1: p = %2").arg(number).arg(p)));
        ++seen;
    }
    QVERIFY(seen >= 4);
}

// Twelve worlds, none left out. Over 98 % occurs for candidates that are rarely chosen, where the truth is simple.
void PromisesTest::intervalsCoverInDrawnWorlds() {
    int kept = 0;
    double all = 0.0, chosen = 0.0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        trial::World world = trial::drawnWorld(seed);
        world.events = full() ? 20'000 : 5'000;
        const trial::Coverage coverage = trial::coverageIn(world);
        qInfo("%-40s all candidates %.3f, chosen %.3f", world.name.c_str(), coverage.all, coverage.chosen);
        const auto within = [](double share) { return share >= 0.85 && share <= 0.98; };
        kept += within(coverage.all) && within(coverage.chosen) ? 1 : 0;
        all += coverage.all / 12.0;
        chosen += coverage.chosen / 12.0;
        QVERIFY2(within(coverage.all) && within(coverage.chosen), world.name.c_str());
    }
    qInfo("mean of twelve worlds: all candidates %.3f, chosen %.3f; within 85-98 %% in both: %d worlds", all, chosen,
          kept);
    QCOMPARE(kept, 12);
    QVERIFY(all >= 0.85 && all <= 0.98);
    QVERIFY(chosen >= 0.85 && chosen <= 0.98);
}

// Twelve young workspaces that no constant was chosen on. What is chosen was selected for looking good, so a prior
// wider than the truth shows here first: with λ = 2 throughout, the second half earned .171 and all predictions were
// off by .087.
void PromisesTest::youngWorkspacesLearnSoonAndPromiseLittleTooMuch() {
    double predicted = 0.0, truth = 0.0, squared = 0.0, early = 0.0, earlyTruth = 0.0;
    for (std::uint64_t seed = 301; seed <= 312; ++seed) {
        const trial::Calibration c = trial::calibrationIn(trial::youngWorld(seed), 300);
        early += c.predicted[0] / 12.0;
        earlyTruth += c.truth[0] / 12.0;
        predicted += c.predicted[3] / 12.0;
        truth += c.truth[3] / 12.0;
        squared += c.squared / 12.0;
    }
    qInfo("chosen, predicted and true: %.3f %.3f at first, %.3f %.3f in the second half; off by %.3f", early,
          earlyTruth, predicted, truth, std::sqrt(squared));
    QVERIFY(early < 1.6 * earlyTruth);
    QVERIFY(predicted < 1.06 * truth && predicted > 0.95 * truth);
    QVERIFY(truth > 0.205);
    QVERIFY(std::sqrt(squared) < 0.076);
}

int runPromisesTest(int argc, char** argv);
int runPromisesTest(int argc, char** argv) {
    PromisesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_promises.moc"
