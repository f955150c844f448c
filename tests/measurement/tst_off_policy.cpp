#include "measurement_tests.h"

#include "measurement/off_policy.h"

#include <QTest>

#include <cmath>

using namespace wayreeve::measurement;

namespace {

/// Weights 0.5, 2, 25 and 0.5.
const std::vector<PolicyRow> four{
    {1, 0.5, 0.25, 0.6, 0.5}, {0, 0.25, 0.5, 0.2, 0.4}, {1, 0.02, 0.5, 0.5, 0.3}, {0, 0.8, 0.4, 0.1, 0.2}};

bool near(const PolicyValue& found, double estimate, double low, double high) {
    return std::abs(found.estimate - estimate) < 1e-12 && std::abs(found.low - low) < 1e-9 &&
           std::abs(found.high - high) < 1e-9;
}

} // namespace

/// By hand in exact fractions; intervals ± 1.959963984540054 √(variance with n − 1, over n).
void OffPolicyTests::byHand() {
    const OffPolicyEstimates of = offPolicy(four, {true, 10});
    QCOMPARE(of.rows, std::uint64_t{4});
    QVERIFY(near(of.logged, 0.5, -0.06579286703808573, 1.0657928670380858));
    QVERIFY(near(of.ips, 6.375, -5.795301893338253, 18.545301893338255));
    QVERIFY(near(*of.snips, 0.9107142857142857, 0.6749331402620846, 1.1464954311664868));
    QVERIFY(near(*of.dm, 0.35, 0.22348486881183402, 0.4765151311881659));
    QVERIFY(near(*of.dr, 3.4125, -2.727639846727406, 9.552639846727406));
    QVERIFY(near(*of.switchDr, 0.2875, -0.0075136461358207285, 0.5825136461358207));
    QVERIFY(std::abs(of.ess - 1.2454328832406671) < 1e-12);
    QCOMPARE(of.meanWeight, 7.0);
    QCOMPARE(of.largestWeight, 25.0);
    QCOMPARE(of.aboveTau, std::uint64_t{1});
}

/// The switch alone depends on tau: at 1 the second row's correction of −0.4 goes, too.
void OffPolicyTests::tauSwitches() {
    QVERIFY(std::abs(offPolicy(four, {true, 30}).switchDr->estimate - 3.4125) < 1e-12);
    QVERIFY(std::abs(offPolicy(four, {true, 1}).switchDr->estimate - 0.3875) < 1e-12);
    QVERIFY(std::abs(offPolicy(four, {true, 2}).switchDr->estimate - 0.2875) < 1e-12); // 2 is not above 2
}

void OffPolicyTests::withoutPredictions() {
    const OffPolicyEstimates of = offPolicy(four, {});
    QVERIFY(!of.dm && !of.dr && !of.switchDr);
    QCOMPARE(of.ips.estimate, 6.375);
}

/// Judging the log's own policy gives what was logged, exactly.
void OffPolicyTests::samePolicy() {
    std::vector<PolicyRow> rows;
    for (int i = 0; i < 1000; ++i)
        rows.push_back({i % 7 == 0 ? 1.0 : 0.0, 1.0 / (2 + i % 5), 1.0 / (2 + i % 5), 0, 0});
    const OffPolicyEstimates of = offPolicy(rows, {});
    QCOMPARE(of.ips.estimate, of.logged.estimate);
    QCOMPARE(of.ips.low, of.logged.low);
    QVERIFY(std::abs(of.snips->estimate - 143.0 / 1000) < 1e-15);
    QVERIFY(std::abs(of.snips->low - of.logged.low) < 1e-12);
    QCOMPARE(of.ess, 1000.0);
    QVERIFY(of.warnings.empty());
}

void OffPolicyTests::nothingInCommon() {
    const OffPolicyEstimates of = offPolicy(std::vector<PolicyRow>{{1, 0.5, 0, 0.4, 0.3}}, {true, 10});
    QCOMPARE(of.ips.estimate, 0.0);
    QCOMPARE(of.ips.low, 0.0);
    QVERIFY(!of.snips);
    QCOMPARE(of.dr->estimate, 0.3);
    QCOMPARE(of.ess, 0.0);
}

void OffPolicyTests::warnings() {
    const auto names = [](const std::vector<PolicyRow>& rows) {
        QStringList list;
        for (const OverlapWarning warning : offPolicy(rows, {}).warnings)
            list << QString::fromStdString(std::string(nameOf(warning)));
        return list.join(' ');
    };
    QCOMPARE(names(four), QString("few-effective-rows heavy-weights"));
    std::vector<PolicyRow> rows(1000, PolicyRow{1, 0.5, 0.5, 0, 0});
    QCOMPARE(names(rows), QString());
    for (PolicyRow& row : rows)
        row.target = 0.45; // every weight 0.9: actions that the log never shows
    QCOMPARE(names(rows), QString("weights-off"));
    rows[0] = {1, 0.005, 0.5, 0, 0}; // 100
    QCOMPARE(names(rows), QString("few-effective-rows heavy-weights"));
}
