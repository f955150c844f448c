#include "measurement_tests.h"

#include "base/chance.h"
#include "measurement/lift.h"
#include "measurement/logged_lift.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

Sample zerosAndOnes(int ones, int count) {
    Sample sample;
    for (int i = 0; i < count; ++i)
        sample.add(i < ones ? 1 : 0);
    return sample;
}

QString hillstromFile() {
    const QString set = qEnvironmentVariable("WAYREEVE_TEST_DATA");
    return (set.isEmpty() ? QString(WAYREEVE_SOURCE_DIR) + "/../shared/data" : set) + "/hillstrom.csv";
}

} // namespace

void LiftTests::sampleRatios_data() {
    QTest::addColumn<int>("agentic");
    QTest::addColumn<int>("control");
    QTest::addColumn<int>("baseline");
    QTest::addColumn<int>("controlShare");
    QTest::addColumn<double>("statistic");
    QTest::addColumn<bool>("alarm");
    // Aimed at 85 : 5 : 10.
    QTest::newRow("exact") << 850 << 50 << 100 << 5 << 0.0 << false;
    // (−30)²/850 + 10²/50 + 20²/100 = 1.058824 + 2 + 4
    QTest::newRow("within chance") << 820 << 60 << 120 << 5 << 7.058824 << false;
    // (−50)²/850 + 0 + 50²/100 = 2.941176 + 25
    QTest::newRow("off") << 800 << 50 << 150 << 5 << 27.941176 << true;
    QTest::newRow("an arm that takes none") << 900 << 1 << 99 << 0 << 0.0 << true;
    QTest::newRow("nobody yet") << 0 << 0 << 0 << 5 << 0.0 << false;
}

void LiftTests::sampleRatios() {
    QFETCH(int, agentic);
    QFETCH(int, control);
    QFETCH(int, baseline);
    QFETCH(int, controlShare);
    QFETCH(double, statistic);
    QFETCH(bool, alarm);
    const auto u = [](int n) { return static_cast<std::uint64_t>(n); };
    const SampleRatio found = sampleRatio({u(agentic), u(control), u(baseline)}, {90 - controlShare, controlShare, 10});
    QVERIFY(std::abs(found.statistic - statistic) < 1e-6);
    QCOMPARE(found.alarm, alarm);
}

void LiftTests::alwaysValidInterval() {
    // 400 and 600 customers, 100 and 90 ones: means 0.25 and 0.15, variances 0.1875·400/399 and 0.1275·600/599,
    // V = 0.00046992 + 0.00021285 = 0.00068278. α = 0.05: −2 log α = 5.991465, ρ² = (5.991465 + 1.790336 + 1)/1000,
    // tρ² = 8.781801; 2·9.781801/8.781801 · log(√9.781801/0.05) = 2.227744 · 4.135998 = 9.213944;
    // ±√(0.00068278 · 9.213944) = ±0.079316.
    const auto found = alwaysValid(zerosAndOnes(100, 400), zerosAndOnes(90, 600));
    QVERIFY(found);
    QVERIFY2(std::abs(found->low - 0.020684) < 3e-6 && std::abs(found->high - 0.179316) < 3e-6,
             qPrintable(QString("%1 %2").arg(found->low, 0, 'g', 8).arg(found->high, 0, 'g', 8)));
    QVERIFY(!alwaysValid(zerosAndOnes(10, 29), zerosAndOnes(90, 600)));
}

/// Looking after every customer at two equal arms, 300 times over: at most 5 % of the runs may ever exclude 0. The
/// fixed-horizon interval, looked at as often, does so in far more.
void LiftTests::coversAtEveryLook() {
    const Chance chance(17);
    int always = 0, fixed = 0;
    for (std::uint64_t run = 0; run < 300; ++run) {
        Sample a, b;
        bool left = false, leftFixed = false;
        for (std::uint32_t i = 0; i < 1500; ++i) {
            a.add(chance.uniform(run, i, Purpose::ControlDraw, 0) < 0.3 ? 1 : 0);
            b.add(chance.uniform(run, i, Purpose::ControlDraw, 1) < 0.3 ? 1 : 0);
            const auto sequence = alwaysValid(a, b);
            if (!sequence)
                continue;
            left = left || sequence->low > 0 || sequence->high < 0;
            const auto interval = welch(a, b);
            leftFixed = leftFixed || interval->low > 0 || interval->high < 0;
        }
        always += left ? 1 : 0;
        fixed += leftFixed ? 1 : 0;
    }
    QVERIFY2(always <= 15, qPrintable(QString::number(always)));
    QVERIFY2(fixed > 60, qPrintable(QString::number(fixed)));
}

void LiftTests::verdicts_data() {
    QTest::addColumn<int>("agenticOnes"); // of 8500; the baseline has 200 of 1000
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("harmed");
    QTest::addColumn<int>("assignedBaseline");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    QTest::newRow("better") << 2550 << 14 << false << 1000 << "ship"
                            << "better";
    QTest::newRow("worse") << 850 << 14 << false << 1000 << "roll-back"
                           << "worse";
    QTest::newRow("undecided") << 1785 << 14 << false << 1000 << "keep-going"
                               << "undecided";
    QTest::newRow("too early") << 2550 << 6 << false << 1000 << "keep-going"
                               << "too-early";
    QTest::newRow("a guardrail is harmed") << 2550 << 14 << true << 1000 << "roll-back"
                                           << "guardrail";
    QTest::newRow("arms out of ratio") << 2550 << 14 << true << 1300 << "unhealthy"
                                       << "sample-ratio";
}

void LiftTests::verdicts() {
    QFETCH(int, agenticOnes);
    QFETCH(int, days);
    QFETCH(bool, harmed);
    QFETCH(int, assignedBaseline);
    LiftInput input;
    input.agentic = zerosAndOnes(agenticOnes, 8500);
    input.baseline = zerosAndOnes(200, 1000);
    input.assigned = {8500, 500, static_cast<std::uint64_t>(assignedBaseline)};
    input.elapsed = Duration::days(days);
    if (harmed)
        input.harmedGuardrails = {"unsubscribe-rate"};
    const Lift lift = overallLift(input);
    QFETCH(QString, verdict);
    QFETCH(QString, reason);
    QCOMPARE(QString::fromLatin1(nameOf(lift.verdict).data()), verdict);
    QCOMPARE(QString::fromStdString(lift.reason), reason);
    QVERIFY(std::abs(lift.difference - (agenticOnes / 8500.0 - 0.2)) < 1e-12);
    QVERIFY(std::abs(lift.relative - (agenticOnes / 1700.0 - 1)) < 1e-12);
    QVERIFY(lift.fixed && lift.always && lift.always->low < lift.fixed->low && lift.always->high > lift.fixed->high);
    input.baseline = zerosAndOnes(5, 20);
    if (assignedBaseline == 1000)
        QCOMPARE(overallLift(input).reason, std::string("too-few"));
}

void LiftTests::loggedDifference() {
    const double treated[] = {1, 2, 3, 4, 5};
    const double untreated[] = {1, 1, 3, 3};
    const LoggedLift lift = loggedLift(treated, untreated);
    QVERIFY(std::abs(lift.difference - 1) < 1e-14);
    QVERIFY(std::abs(lift.relative - 0.5) < 1e-14);
    QVERIFY(std::abs(lift.low + 0.789194) < 2e-6 && std::abs(lift.high - 2.789194) < 2e-6); // as in welchInterval
    QCOMPARE(lift.treatedRows, std::uint64_t{5});
    const LoggedLift none = loggedLift(treated, {});
    QCOMPARE(none.relative, 0.0);
    QCOMPARE(none.low, none.difference);
}

void LiftTests::hillstrom_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("untreated_");
    QTest::addColumn<double>("tolerance"); // the published bounds of spend have four digits
    QTest::newRow("visit") << 3 << 0.060882 << 0.055438 << 0.066325 << 0.106167 << 2e-6;
    QTest::newRow("conversion") << 2 << 0.004955 << 0.003548 << 0.006361 << 0.005726 << 2e-6;
    QTest::newRow("spend") << 1 << 0.596796 << 0.3762 << 0.8174 << 0.652789 << 5e-5;
}

void LiftTests::hillstrom() {
    QFile file(hillstromFile());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        QSKIP(qPrintable("no " + hillstromFile() + ": set WAYREEVE_TEST_DATA to the folder that holds it"));
    QFETCH(int, column);
    std::vector<double> treated, untreated;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        QVERIFY(cells.size() >= 12); // one segment's name holds a comma, so columns count from the end
        (cells[cells.size() - 4] == "No E-Mail" ? untreated : treated)
            .push_back(cells[cells.size() - column].toDouble());
    }
    QCOMPARE(treated.size() + untreated.size(), std::size_t{64'000});
    const LoggedLift lift = loggedLift(treated, untreated);
    QFETCH(double, difference);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, untreated_);
    QFETCH(double, tolerance);
    QVERIFY(std::abs(lift.difference - difference) < 2e-6);
    QVERIFY2(std::abs(lift.low - low) < tolerance && std::abs(lift.high - high) < tolerance,
             qPrintable(QString("%1 %2").arg(lift.low).arg(lift.high)));
    QVERIFY(std::abs(lift.untreated - untreated_) < 2e-6);
}
