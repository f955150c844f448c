#include "base/chance.h"
#include "planning/choice_policy.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace wayreeve;
using namespace wayreeve::planning;

namespace {

using Candidates = std::vector<ChoiceCandidate>;

const std::optional<double> none = std::nullopt;

double total(const std::vector<double>& p) {
    double sum = 0.0;
    for (double value : p)
        sum += value;
    return sum;
}

std::vector<double> monteCarlo(const Candidates& candidates, int draws) {
    const Chance chance(20240501);
    std::vector<double> wins(candidates.size(), 0.0);
    for (int d = 0; d < draws; ++d) {
        std::size_t best = 0;
        double top = -1e300;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const double v = candidates[i].mean +
                             candidates[i].scale * chance.normal(static_cast<std::uint64_t>(d), i, Purpose::Choice);
            if (v > top) {
                top = v;
                best = i;
            }
        }
        wins[best] += 1.0 / draws;
    }
    return wins;
}

} // namespace

Q_DECLARE_METATYPE(Candidates)
Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(std::optional<double>)

class ChoicePolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesThompsonSampling_data();
    void matchesThompsonSampling();
    void capsBindByComputedRisk_data();
    void capsBindByComputedRisk();
    void floorIsGivenBeforeCapsAndNeverToHighRisk();
    void drawsByCumulativeOrder_data();
    void drawsByCumulativeOrder();
    void withoutExplorationTheLeaderIsCertain();
    void degenerateScales();
    void staysFiniteOnAnything();
    void confidencePoolsVariants();
};

void ChoicePolicyTest::matchesThompsonSampling_data() {
    QTest::addColumn<Candidates>("candidates");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("two near") << Candidates{{1.0, 0.3}, {0.8, 0.4}} << 0.007;
    QTest::newRow("one far behind") << Candidates{{1.0, 0.1}, {0.0, 0.1}, {0.9, 0.2}} << 0.007;
    QTest::newRow("five, mixed widths") << Candidates{{5, 1}, {4.5, 2}, {4, 3}, {5.5, 0.5}, {2, 4}} << 0.01;
    QTest::newRow("narrow leader, wide rest") << Candidates{{1.0, 0.01}, {0.5, 0.5}, {0.2, 0.8}} << 0.01;
    QTest::newRow("wide leader, narrow rest") << Candidates{{1.0, 0.8}, {0.9, 0.1}, {0.8, 0.1}} << 0.03;
    QTest::newRow("negative money") << Candidates{{-3, 1}, {-2, 0.7}, {-2.5, 0.4}, {-9, 0.1}} << 0.01;
    QTest::newRow("ten equal but one") << Candidates{{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1},
                                                     {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1.5, 1}}
                                       << 0.007;
}

void ChoicePolicyTest::matchesThompsonSampling() {
    QFETCH(Candidates, candidates);
    QFETCH(double, tolerance);
    const std::vector<double> expected = monteCarlo(candidates, 1'000'000);
    ChoicePolicy policy;
    std::vector<double> p;
    for (int nodes : {16, 64}) {
        policy.probabilities(candidates, nodes, p);
        QVERIFY(std::fabs(total(p) - 1.0) <= 1e-12);
        for (std::size_t i = 0; i < p.size(); ++i)
            QVERIFY2(std::fabs(p[i] - expected[i]) <= (nodes == 16 ? tolerance : std::min(tolerance, 0.01)),
                     qPrintable(QStringLiteral("nodes %1 candidate %2: %3, drawn %4")
                                    .arg(nodes)
                                    .arg(i)
                                    .arg(p[i])
                                    .arg(expected[i])));
    }
}

void ChoicePolicyTest::capsBindByComputedRisk_data() {
    QTest::addColumn<QString>("risks"); // of equal candidates: the first is the leader, each starts with 1/K
    QTest::addColumn<std::optional<double>>("low");
    QTest::addColumn<std::optional<double>>("medium");
    QTest::addColumn<std::vector<double>>("expected");
    using P = std::vector<double>;
    const std::optional<double> low = 0.10;
    const std::optional<double> medium = 0.05;
    const std::optional<double> never = 0.0;
    QTest::newRow("unbounded") << "LLLL" << none << none << P{0.25, 0.25, 0.25, 0.25};
    QTest::newRow("low cap") << "LLLLL" << low << none << P{0.9, 0.025, 0.025, 0.025, 0.025};
    QTest::newRow("medium cap alone") << "LMM" << none << medium << P{0.95, 0.025, 0.025};
    QTest::newRow("medium cap leaves low alone") << "LMLL" << none << medium << P{0.45, 0.05, 0.25, 0.25};
    QTest::newRow("both caps") << "LLMM" << low << medium << P{0.9, 0.25 / 3.0, 0.025 / 3.0, 0.025 / 3.0};
    QTest::newRow("high never") << "LHLL" << none << none << P{0.5, 0.0, 0.25, 0.25};
    QTest::newRow("high leader stands") << "HHL" << low << medium << P{0.9, 0.0, 0.1};
    QTest::newRow("medium leader is not counted")
        << "MML" << low << medium << P{0.9, 0.1 * 0.05 / (0.05 + 1.0 / 3.0), 0.1 / 3.0 / (0.05 + 1.0 / 3.0)};
    QTest::newRow("zero is never") << "LML" << never << none << P{1.0, 0.0, 0.0};
    QTest::newRow("medium never") << "LML" << none << never << P{2.0 / 3.0, 0.0, 1.0 / 3.0};
    QTest::newRow("medium cap above low cap") << "LM" << std::optional<double>(0.02) << medium << P{0.98, 0.02};
    QTest::newRow("single") << "M" << never << never << P{1.0};
}

void ChoicePolicyTest::capsBindByComputedRisk() {
    QFETCH(QString, risks);
    QFETCH(std::optional<double>, low);
    QFETCH(std::optional<double>, medium);
    QFETCH(std::vector<double>, expected);
    Candidates candidates;
    for (const QChar c : risks)
        candidates.push_back({2.0, 0.5, c == u'L' ? Risk::Low : c == u'M' ? Risk::Medium : Risk::High});
    ChoiceSettings settings;
    settings.caps = {low, medium};
    ChoicePolicy policy;
    Choice choice;
    policy.choose(candidates, settings, 0.0, choice);
    QCOMPARE(choice.leader, std::size_t{0});
    QCOMPARE(choice.probabilities.size(), expected.size());
    QVERIFY(std::fabs(total(choice.probabilities) - 1.0) <= 1e-12);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::fabs(choice.probabilities[i] - expected[i]) < 1e-12,
                 qPrintable(QStringLiteral("candidate %1: %2").arg(i).arg(choice.probabilities[i])));
}

void ChoicePolicyTest::floorIsGivenBeforeCapsAndNeverToHighRisk() {
    // Far apart: p = (1, 0, 0, 0) before the floor. Three take it (leader, low, medium): p·(1 − 3·0.06) + 0.06.
    const Candidates candidates = {{10, 0.1}, {1, 0.1, Risk::Low}, {2, 0.1, Risk::Medium}, {3, 0.1, Risk::High}};
    ChoiceSettings settings;
    settings.floor = 0.06;
    settings.caps = {none, none};
    ChoicePolicy policy;
    Choice choice;
    policy.choose(candidates, settings, 0.0, choice);
    const std::vector<double> floored = {0.88, 0.06, 0.06, 0.0};
    for (std::size_t i = 0; i < floored.size(); ++i)
        QVERIFY(std::fabs(choice.probabilities[i] - floored[i]) < 1e-12);
    settings.caps = {0.10, 0.04}; // medium 0.06 → 0.04; together 0.10 fits
    policy.choose(candidates, settings, 0.0, choice);
    const std::vector<double> capped = {0.90, 0.06, 0.04, 0.0};
    for (std::size_t i = 0; i < capped.size(); ++i)
        QVERIFY(std::fabs(choice.probabilities[i] - capped[i]) < 1e-12);
}

void ChoicePolicyTest::drawsByCumulativeOrder_data() {
    QTest::addColumn<double>("u");
    QTest::addColumn<int>("chosen");
    QTest::newRow("zero") << 0.0 << 0;
    QTest::newRow("below a quarter") << 0.2499999 << 0;
    QTest::newRow("above a quarter") << 0.2500001 << 1;
    QTest::newRow("third") << 0.6 << 2;
    QTest::newRow("last") << 0.9999999 << 3;
}

void ChoicePolicyTest::drawsByCumulativeOrder() {
    QFETCH(double, u);
    QFETCH(int, chosen);
    ChoiceSettings settings;
    settings.caps = {none, none};
    ChoicePolicy policy;
    Choice choice;
    policy.choose(Candidates{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, settings, u, choice);
    QCOMPARE(static_cast<int>(choice.chosen), chosen);
    QCOMPARE(choice.leader, std::size_t{0});
    QCOMPARE(choice.explored, chosen != 0);
    QVERIFY(std::fabs(choice.probability - 0.25) < 1e-12);
}

void ChoicePolicyTest::withoutExplorationTheLeaderIsCertain() {
    ChoiceSettings settings;
    settings.explore = false;
    settings.floor = 0.1;
    ChoicePolicy policy;
    Choice choice;
    policy.choose(Candidates{{1, 5}, {1.01, 5}, {1, 5}}, settings, 0.999, choice);
    QCOMPARE(choice.probabilities, (std::vector<double>{0.0, 1.0, 0.0}));
    QCOMPARE(choice.chosen, std::size_t{1});
    QVERIFY(!choice.explored);
    QCOMPARE(choice.probability, 1.0);
}

void ChoicePolicyTest::degenerateScales() {
    ChoicePolicy policy;
    std::vector<double> p;
    policy.probabilities(Candidates{{3, 1}}, 16, p);
    QCOMPARE(p, (std::vector<double>{1.0}));
    policy.probabilities(Candidates{{1, 0}, {2, 0}, {2, 0}}, 16, p); // ties to the lowest index
    QCOMPARE(p, (std::vector<double>{0.0, 1.0, 0.0}));
    policy.probabilities(Candidates{{1, 0}, {0, 1}}, 64, p); // P(N(0,1) > 1) = 0.158655
    QVERIFY(std::fabs(p[1] - 0.158655) < 0.005);
    policy.probabilities(Candidates{{0, 1e-9}, {0, 1e9}}, 16, p); // a coin
    QVERIFY(std::fabs(p[0] - 0.5) < 0.03);
    policy.probabilities(Candidates{{7, 0.5}, {7, 0.5}, {7, 0.5}}, 16, p);
    QVERIFY(std::fabs(p[0] - 1.0 / 3.0) < 1e-12 && std::fabs(p[2] - 1.0 / 3.0) < 1e-12);
}

void ChoicePolicyTest::staysFiniteOnAnything() {
    const Chance chance(5);
    ChoicePolicy policy;
    Choice choice;
    const double odd[] = {0.0,
                          -0.0,
                          1e-300,
                          1e-12,
                          1.0,
                          1e9,
                          -1e9,
                          std::numeric_limits<double>::quiet_NaN(),
                          1e12,
                          -1e-12,
                          3.5,
                          0.1,
                          2.0,
                          5e-324,
                          std::numeric_limits<double>::infinity(),
                          -std::numeric_limits<double>::infinity()};
    for (std::uint32_t trial = 0; trial < 20'000; ++trial) {
        Candidates candidates(1 + chance.below(12, trial, 0, Purpose::Choice));
        for (std::uint32_t i = 0; i < candidates.size(); ++i) {
            const auto pick = [&](std::uint32_t what) {
                return odd[chance.below(16, trial, i, Purpose::Choice, 10 + what)] *
                       (chance.below(2, trial, i, Purpose::Choice, 20 + what) == 0
                            ? 1.0
                            : chance.normal(trial, i, Purpose::Choice, 30 + what));
            };
            candidates[i] = {pick(0), pick(1), static_cast<Risk>(chance.below(3, trial, i, Purpose::Choice, 3)), i % 3};
        }
        ChoiceSettings settings;
        settings.floor = trial % 3 == 0 ? 0.01 : 0.0;
        if (trial % 2 == 0)
            settings.caps = {none, none};
        policy.choose(candidates, settings, chance.uniform(trial, 1, Purpose::Choice), choice);
        QVERIFY2(std::fabs(total(choice.probabilities) - 1.0) <= 1e-12, qPrintable(QString::number(trial)));
        for (double p : choice.probabilities)
            QVERIFY2(p >= 0.0 && p <= 1.0 + 1e-12, qPrintable(QString::number(trial)));
        QVERIFY(choice.probabilities[choice.chosen] > 0.0);
        const double confidence = policy.confidence(candidates, 0.5);
        QVERIFY(confidence >= 0.0 && confidence <= 1.0 + 1e-12);
    }
}

void ChoicePolicyTest::confidencePoolsVariants() {
    ChoicePolicy policy;
    const auto candidate = [](double mean, double scale, std::uint32_t action) {
        return ChoiceCandidate{mean, scale, Risk::Low, action};
    };
    // One action only, however many variants: nothing else could be better.
    QCOMPARE(policy.confidence(Candidates{candidate(1, 1, 7), candidate(1, 1, 7)}, 0.0), 1.0);
    // Two equal N(0,1): a coin; with a tolerance of √2, Φ(√2/√2) = 0.841345.
    const Candidates pair = {candidate(0, 1, 1), candidate(0, 1, 2)};
    QVERIFY(std::fabs(policy.confidence(pair, 0.0) - 0.5) < 0.005);
    QVERIFY(std::fabs(policy.confidence(pair, 1.41421356) - 0.841345) < 0.005);
    // The weaker variants of either action change nothing: Φ((1 − 0 + 0)/√2) = 0.760250.
    const Candidates variants = {candidate(0.9, 1, 1), candidate(1, 1, 1), candidate(0, 1, 2), candidate(-0.1, 1, 2)};
    QVERIFY(std::fabs(policy.confidence(variants, 0.0) - 0.760250) < 0.005);
}

int runChoicePolicyTest(int argc, char** argv);
int runChoicePolicyTest(int argc, char** argv) {
    ChoicePolicyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_choice_policy.moc"
