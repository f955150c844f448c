#include "base/chance.h"
#include "measurement/drift.h"
#include "measurement/effects_tests.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

/// Predictions between 0.05 and 0.40; what comes has `shift` more probability, and from `change` on odds times `ratio`.
std::vector<Predicted> stream(std::uint64_t seed, std::size_t length, double shift, std::size_t change = 0,
                              double ratio = 1) {
    const Chance chance(seed);
    std::vector<Predicted> outcomes;
    for (std::size_t i = 0; i < length; ++i) {
        Predicted one;
        one.at = Instant{static_cast<std::int64_t>(i) * 600'000};
        one.probability = 0.05 + 0.35 * chance.uniform(i, 0, Purpose::PopulationEvent, 0);
        double real = one.probability + shift;
        if (i >= change)
            real = ratio * real / (1 - real + ratio * real);
        one.reward = chance.uniform(i, 0, Purpose::PopulationEvent, 1) < real ? 1 : 0;
        outcomes.push_back(one);
    }
    return outcomes;
}

} // namespace

/// Predicted 0.5 without tolerance, and it always comes. One bet of odds 3 (q = 0.75) gains 1.5 an outcome, of 2
/// (q = 2/3) 4/3, of 1.5 (0.6) 1.2, of 1.25 (5/9) 10/9; against: 0.5, 2/3, 0.8, 8/9; in sum 8. So the first outcome
/// leaves the wealth at 1, and the second has 1/(1 + ln 3) = 0.4765054 unstaked, the first start's 0.4093839 times the
/// mean of the squares, and the second's 0.5906161 − 0.4765054 times 1.
void DriftTests::byHand() {
    std::vector<Predicted> outcomes(2, {Instant{0}, 0.5, 1, true});
    const DriftSettings half{0.5, 0, 40}; // an alarm needs 4
    QVERIFY(std::abs(driftOf(std::span(outcomes).first(1), half).evidence - 1.0 / 4) < 1e-12);
    const double squares = 2.25 + 16.0 / 9 + 1.44 + 100.0 / 81 + 64.0 / 81 + 0.64 + 4.0 / 9 + 0.25;
    const double wealth = 0.4765054 + 0.4093839 * squares / 8 + 0.1141107;
    QVERIFY(std::abs(driftOf(outcomes, half).evidence - wealth / 4) < 1e-6);
    outcomes.assign(20, {Instant{0}, 0.5, 1, true});
    const Drift drift = driftOf(outcomes, half);
    QVERIFY(!drift.alarms.empty());
    QVERIFY(drift.alarms.front().more);
    QCOMPARE(drift.alarms.front().predicted, 0.5);
    QCOMPARE(drift.alarms.front().realised, 1.0);
    outcomes.assign(20, {Instant{0}, 0.5, 1, false});
    QVERIFY(driftOf(outcomes, half).alarms.empty());
    QCOMPARE(driftOf(outcomes, half).tested, std::uint64_t{0});
}

void DriftTests::falseAlarmsStayRare_data() {
    QTest::addColumn<double>("shift");
    QTest::newRow("right") << 0.0;
    QTest::newRow("too low by the tolerance") << 0.02;
    QTest::newRow("too high by the tolerance") << -0.02;
}

/// 300 models of 3,000 outcomes at a rate of 5 %: at most 15 alarm, however long one looks.
void DriftTests::falseAlarmsStayRare() {
    QFETCH(double, shift);
    int alarmed = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed)
        alarmed += driftOf(stream(seed, 3'000, shift), {0.05, 0.02, 40}).alarms.empty() ? 0 : 1;
    QVERIFY2(alarmed <= 15, qPrintable(QString::number(alarmed)));
    qInfo("%d of 300 models raised a false alarm", alarmed);
}

void DriftTests::findsAPlantedChange_data() {
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("within"); ///< outcomes
    QTest::newRow("twice the odds") << 2.0 << 1'000;
    QTest::newRow("half the odds") << 0.5 << 1'400;
    QTest::newRow("three times the odds") << 3.0 << 400;
}

/// At the shipped rate of 1 %, after 1,500 outcomes without a change: found in each of 50 worlds.
void DriftTests::findsAPlantedChange() {
    QFETCH(double, ratio);
    QFETCH(int, within);
    std::size_t latest = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const std::vector<Predicted> outcomes = stream(seed, 1'500 + static_cast<std::size_t>(within), 0, 1'500, ratio);
        const Drift drift = driftOf(outcomes);
        QVERIFY2(!drift.alarms.empty(), qPrintable(QString::number(seed)));
        const DriftAlarm& alarm = drift.alarms.front();
        QVERIFY(alarm.at >= outcomes[1'500].at);
        QCOMPARE(alarm.more, ratio > 1);
        const auto since = static_cast<std::int64_t>(alarm.since.ms / 600'000);
        QVERIFY2(std::abs(since - 1'500) <= 500, qPrintable(QString::number(since)));
        latest = std::max(latest, static_cast<std::size_t>(alarm.at.ms / 600'000) - 1'500);
    }
    qInfo("found after at most %zu outcomes", latest);
}

void DriftTests::periodsByHand() {
    const std::int64_t day = 86'400'000;
    const std::vector<Predicted> outcomes{
        {Instant{0}, 0.2, 1, true}, {Instant{day - 1}, 0.4, 0, false}, {Instant{3 * day}, 0.5, 1, true}};
    const Drift drift = driftOf(outcomes);
    QCOMPARE(drift.periods.size(), std::size_t{2});
    QCOMPARE(drift.periods[0].until.ms, day);
    QVERIFY(std::abs(drift.periods[0].predicted - 0.3) < 1e-12);
    QCOMPARE(drift.periods[0].realised.hits, std::uint64_t{1});
    QCOMPARE(drift.periods[0].realised.count, std::uint64_t{2});
    QCOMPARE(drift.periods[1].from.ms, 3 * day);
    QCOMPARE(driftOf(outcomes, {0.01, 0.02, 2}).periods[0].until.ms, 2 * day);
    QCOMPARE(drift.tested, std::uint64_t{2});
    QVERIFY(driftOf({}).periods.empty());
}
