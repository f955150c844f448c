#include "measurement/confusion.h"
#include "measurement/measurement_tests.h"

#include <QTest>

using namespace wayreeve::measurement;

void ConfusionTests::countsByHand() {
    Confusion of(3);
    of.add(0, 0, 5); // truth 0: five right, two read as 1, one as none
    of.add(0, 1, 2);
    of.add(0, 3);
    of.add(1, 1, 4); // truth 1: four right, one read as 0
    of.add(1, 0);
    QCOMPARE(of.total(), std::uint64_t{13});
    QCOMPARE(of.accuracy().hits, std::uint64_t{9});
    QCOMPARE(of.accuracy().count, std::uint64_t{13});
    QCOMPARE(of.recall(0).share(), 0.625);
    QCOMPARE(of.recall(1).share(), 0.8);
    QCOMPARE(of.recall(2).share(), 0.0); // it never was
    QCOMPARE(of.precision(0).hits, std::uint64_t{5});
    QCOMPARE(of.precision(0).count, std::uint64_t{6});
    QCOMPARE(of.precision(1).count, std::uint64_t{6});
    QCOMPARE(of.share(0).hits, std::uint64_t{8});
    of.add(2, 99); // beyond the classes is none of them
    QCOMPARE(of.count(2, 3), std::uint64_t{1});
}
