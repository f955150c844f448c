#include "measurement_tests.h"

#include "measurement/estimate.h"

#include <QTest>

#include <cmath>

using namespace wayreeve::measurement;

namespace {

bool near(double found, double expected, double tolerance = 5e-5) {
    return std::abs(found - expected) <= tolerance;
}

} // namespace

void EstimateTests::wilsonInterval_data() {
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    QTest::newRow("81/263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15/148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0/20") << 0 << 20 << 0.0 << 0.1611;
    QTest::newRow("1/29") << 1 << 29 << 0.0061 << 0.1718;
    QTest::newRow("nothing") << 0 << 0 << 0.0 << 1.0;
}

void EstimateTests::wilsonInterval() {
    QFETCH(int, hits);
    QFETCH(int, count);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval found = wilson({static_cast<std::uint64_t>(hits), static_cast<std::uint64_t>(count)});
    QVERIFY2(near(found.low, low) && near(found.high, high),
             qPrintable(QString("%1 %2").arg(found.low).arg(found.high)));
}

void EstimateTests::newcombeInterval_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("m");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
    QTest::newRow("56/70 − 48/80") << 56 << 70 << 48 << 80 << 0.0524 << 0.3339;
    QTest::newRow("9/10 − 3/10") << 9 << 10 << 3 << 10 << 0.1705 << 0.8090;
    QTest::newRow("10/10 − 0/10") << 10 << 10 << 0 << 10 << 0.6075 << 1.0;
}

void EstimateTests::newcombeInterval() {
    QFETCH(int, x);
    QFETCH(int, m);
    QFETCH(int, y);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto u = [](int number) { return static_cast<std::uint64_t>(number); };
    const Interval found = newcombe({u(x), u(m)}, {u(y), u(n)});
    QVERIFY2(near(found.low, low) && near(found.high, high),
             qPrintable(QString("%1 %2").arg(found.low).arg(found.high)));
}

void EstimateTests::samples() {
    const double values[] = {2, 4, 4, 4, 5, 5, 7, 9}; // sum 40, squared deviations 32
    const Sample sample = sampleOf(values);
    QCOMPARE(sample.count(), std::uint64_t{8});
    QVERIFY(near(sample.mean(), 5, 1e-14));
    QVERIFY(near(sample.variance(), 32.0 / 7, 1e-14));
    // 5 ± 1.959964 · √(4.571429 / 8) = 5 ± 1.481593
    QVERIFY(near(meanInterval(sample)->low, 3.518407, 2e-6) && near(meanInterval(sample)->high, 6.481593, 2e-6));
    Sample one;
    one.add(3);
    QVERIFY(!meanInterval(one));
    QCOMPARE(one.variance(), 0.0);
}

void EstimateTests::welchInterval() {
    const double a[] = {1, 2, 3, 4, 5}; // mean 3, variance 2.5
    const double b[] = {2, 2, 4, 4};    // mean 3, variance 4/3
    const auto found = welch(sampleOf(a), sampleOf(b));
    // √(2.5/5 + 1.333333/4) = √0.833333 = 0.912871; · 1.959964 = 1.789194
    QVERIFY(found && near(found->low, -1.789194, 2e-6) && near(found->high, 1.789194, 2e-6));
    QVERIFY(!welch(sampleOf(a), Sample()));
}

void EstimateTests::chiSquare_data() {
    QTest::addColumn<double>("statistic");
    QTest::addColumn<int>("degrees");
    QTest::addColumn<double>("expected");
    // Critical values of the usual tables.
    QTest::newRow("1, 5 %") << 3.841459 << 1 << 0.05;
    QTest::newRow("1, 0.1 %") << 10.827566 << 1 << 0.001;
    QTest::newRow("2, 5 %") << 5.991465 << 2 << 0.05;
    QTest::newRow("2, 0.1 %") << 13.815511 << 2 << 0.001;
    QTest::newRow("3, 5 %") << 7.814728 << 3 << 0.05;
    QTest::newRow("4, 1 %") << 13.276704 << 4 << 0.01;
    QTest::newRow("7, 5 %") << 14.067140 << 7 << 0.05;
    QTest::newRow("10, 5 %") << 18.307038 << 10 << 0.05;
    QTest::newRow("nothing off") << 0.0 << 2 << 1.0;
}

void EstimateTests::chiSquare() {
    QFETCH(double, statistic);
    QFETCH(int, degrees);
    QFETCH(double, expected);
    QVERIFY2(near(chiSquareTail(statistic, degrees), expected, 1e-7),
             qPrintable(QString::number(chiSquareTail(statistic, degrees), 'g', 10)));
}
