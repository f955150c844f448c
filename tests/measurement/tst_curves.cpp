#include "measurement_tests.h"

#include "measurement/curves.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;
using documents::Arm;

namespace {

audit::DayRow row(int day, Arm arm, std::int64_t customers, std::int64_t converted, double money = 0, double cost = 0) {
    audit::DayRow r;
    r.day = day;
    r.arm = arm;
    r.customers = customers;
    r.converted = converted;
    r.money = money;
    r.cost = cost;
    return r;
}

} // namespace

void CurveTests::cumulates() {
    const audit::DayRow rows[] = {row(2, Arm::Agentic, 30, 36, 600, 3), row(0, Arm::Agentic, 40, 20, 100, 1),
                                  row(2, Arm::Baseline, 80, 48), row(0, Arm::Agentic, 0, 0, 40, 1)};
    const Curves curves = curvesOf(rows);
    QCOMPARE(curves.arms.size(), std::size_t{3});
    const auto& points = curves.arms[0].points;
    QCOMPARE(points.size(), std::size_t{3}); // no gap on day 1
    QCOMPARE(points[1].customers, std::uint64_t{40});
    QCOMPARE(points[1].share, 0.5);
    QCOMPARE(points[0].money, 3.5); // (100 + 40) / 40
    QCOMPARE(points[2].converted, std::uint64_t{56});
    QCOMPARE(points[2].share, 0.8);
    QCOMPARE(points[2].cost, 5.0 / 70);
    // Wilson of 56/70 and Newcombe of 56/70 − 48/80: tst_estimate's published values.
    QCOMPARE(curves.arms[1].points.size(), std::size_t{0});
    QCOMPARE(curves.difference.size(), std::size_t{1});
    QCOMPARE(curves.difference[0].day, 2);
    QVERIFY(std::abs(curves.difference[0].interval.low - 0.0524) < 5e-5);
    QVERIFY(std::abs(curves.difference[0].interval.high - 0.3339) < 5e-5);
    QVERIFY(points[2].interval.low > 0.69 && points[2].interval.high < 0.88);
}

void CurveTests::approvalLoad() {
    audit::DayRow first = row(0, Arm::Agentic, 1, 0);
    first.queued = 10;
    first.queuedHigh = 2;
    first.decidedByPeople = 4;
    audit::DayRow second = row(1, Arm::Baseline, 1, 0);
    second.queued = 1;
    second.expired = 3;
    second.decidedByPeople = 2;
    const Curves curves = curvesOf(std::vector{first, second});
    QCOMPARE(curves.load.size(), std::size_t{2});
    QCOMPARE(curves.load[0].waiting, std::uint64_t{6});
    QCOMPARE(curves.load[0].queuedHigh, std::uint64_t{2});
    QCOMPARE(curves.load[1].waiting, std::uint64_t{2});
    QCOMPARE(curves.reviewsADay, 5.5);
}

void CurveTests::nothing() {
    const Curves curves = curvesOf({});
    QCOMPARE(curves.arms.size(), std::size_t{3});
    QVERIFY(curves.load.empty() && curves.difference.empty());
    QCOMPARE(curves.reviewsADay, 0.0);
}

void CurveTests::mergedPeopleLeave() {
    // Ten and four seen; on day 1 two identities of different arms turn out to be one person, who had bought.
    const audit::DayRow rows[] = {row(0, Arm::Agentic, 10, 5, 50, 10), row(0, Arm::Baseline, 4, 2, 20),
                                  row(1, Arm::Agentic, -1, -1, -14, -1), row(1, Arm::Baseline, -1, 0, 0)};
    const Curves curves = curvesOf(rows);
    const auto& agentic = curves.arms[0].points;
    QCOMPARE(agentic[0].share, 0.5);
    QCOMPARE(agentic[1].customers, std::uint64_t{9});
    QCOMPARE(agentic[1].converted, std::uint64_t{4});
    QCOMPARE(agentic[1].money, 4.0); // 36/9
    QCOMPARE(agentic[1].cost, 1.0);
    QCOMPARE(curves.arms[2].points[1].customers, std::uint64_t{3});
    QCOMPARE(curves.arms[2].points[1].converted, std::uint64_t{2});
    // Nobody is left.
    const audit::DayRow gone[] = {row(0, Arm::Agentic, 1, 1, 5), row(1, Arm::Agentic, -1, -1, -5)};
    QVERIFY(curvesOf(gone).arms[0].points.empty());
}
