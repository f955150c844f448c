#include "base/base_tests.h"
#include "base/chance.h"

#include <QTest>

#include <cmath>
#include <set>
#include <vector>

using namespace wayreeve;

namespace {

using Words = std::array<std::uint32_t, 4>;
constexpr auto purpose = Purpose::PopulationEvent;

} // namespace

// Random123's kat_vectors for philox4x32 10: with subject 0 the key is the seed, and occasion, purpose and index
// are the counter.
void ChanceTests::knownAnswers() {
    QVERIFY(Chance(0).block(0, 0, Purpose{0}, 0) == (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    QVERIFY(Chance(~0ULL).block(0, ~0ULL, Purpose{0xffffffff}, 0xffffffff) ==
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QVERIFY(Chance(0x299f31d0a4093822ULL).block(0, 0x85a308d3243f6a88ULL, Purpose{0x13198a2e}, 0x03707344) ==
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    QCOMPARE(Chance(0).bits(0, 0, Purpose{0}), std::uint64_t{0xe169c58d6627e8d5});
    QVERIFY(Chance(0).uniform(0, 0, Purpose{0}) == 0.8805201978886142); // 0x1c2d38b1acc4fd / 2^53
}

void ChanceTests::everyPartOfTheAddressCounts() {
    std::set<std::uint64_t> seen;
    std::size_t asked = 0;
    for (std::uint64_t seed = 0; seed < 5; ++seed)
        for (std::uint64_t subject = 0; subject < 20; ++subject)
            for (std::uint64_t occasion = 0; occasion < 20; ++occasion)
                for (std::uint32_t use = 1; use < 5; ++use)
                    for (std::uint32_t index = 0; index < 5; ++index, ++asked)
                        seen.insert(Chance(seed).bits(subject, occasion, Purpose{use}, index));
    QCOMPARE(seen.size(), asked);
}

void ChanceTests::uniformIsUniform() {
    const Chance chance(7);
    std::array<int, 20> counts{};
    constexpr int n = 200'000;
    for (int i = 0; i < n; ++i) {
        const double u = chance.uniform(static_cast<std::uint64_t>(i), 3, purpose);
        QVERIFY(u >= 0.0 && u < 1.0);
        ++counts[static_cast<std::size_t>(u * 20)];
    }
    double chiSquare = 0.0;
    for (const int count : counts)
        chiSquare += (count - n / 20.0) * (count - n / 20.0) / (n / 20.0);
    QVERIFY2(chiSquare < 43.8, qPrintable(QString::number(chiSquare))); // 19 degrees of freedom, 99.9 %
}

void ChanceTests::momentsOfTheDistributions() {
    const Chance chance(11);
    constexpr int n = 200'000;
    double sum = 0, squares = 0, fourth = 0, waits = 0;
    int beyond = 0;
    for (int i = 0; i < n; ++i) {
        const double z = chance.normal(1, static_cast<std::uint64_t>(i), purpose);
        sum += z;
        squares += z * z;
        fourth += z * z * z * z;
        beyond += std::fabs(z) > 1.959963984540054 ? 1 : 0;
        waits += chance.exponential(3.0, 2, static_cast<std::uint64_t>(i), purpose);
    }
    // Bounds are four standard errors.
    QVERIFY(std::fabs(sum / n) < 4.0 / std::sqrt(n));
    QVERIFY(std::fabs(squares / n - 1.0) < 4.0 * std::sqrt(2.0 / n));
    QVERIFY(std::fabs(fourth / n - 3.0) < 4.0 * std::sqrt(96.0 / n));
    QVERIFY(std::fabs(beyond / double(n) - 0.05) < 4.0 * std::sqrt(0.05 * 0.95 / n));
    QVERIFY(std::fabs(waits / n - 3.0) < 4.0 * 3.0 / std::sqrt(n));
}

void ChanceTests::poissonCounts_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("expected");
    QTest::newRow("small") << 0.3 << 0.3;
    QTest::newRow("middle") << 4.0 << 4.0;
    QTest::newRow("largest") << 50.0 << 50.0;
    QTest::newRow("cut") << 80.0 << 50.0;
    QTest::newRow("none") << 0.0 << 0.0;
    QTest::newRow("negative") << -1.0 << 0.0;
}
void ChanceTests::poissonCounts() {
    QFETCH(double, mean);
    QFETCH(double, expected);
    const Chance chance(13);
    constexpr int n = 100'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
        const double count = chance.poisson(mean, 5, static_cast<std::uint64_t>(i), purpose);
        sum += count;
        squares += count * count;
    }
    const double average = sum / n, variance = squares / n - average * average;
    QVERIFY(std::fabs(average - expected) <= 4.0 * std::sqrt(expected / n));
    QVERIFY(std::fabs(variance - expected) <= 0.03 * expected);
}

void ChanceTests::belowCoversEveryNumber() {
    const Chance chance(17);
    std::array<int, 7> counts{};
    for (std::uint64_t i = 0; i < 70'000; ++i)
        ++counts.at(chance.below(7, i, 0, purpose));
    for (const int count : counts)
        QVERIFY(std::abs(count - 10'000) < 4 * std::sqrt(10'000 * 6.0 / 7));
    for (std::uint64_t i = 0; i < 1000; ++i)
        QCOMPARE(chance.below(1, i, 0, purpose), 0U);
    std::uint32_t largest = 0;
    for (std::uint64_t i = 0; i < 1000; ++i)
        largest = std::max(largest, chance.below(0xffffffffU, i, 0, purpose));
    QVERIFY(largest > 0xff000000U);
}
