#include "base/base_tests.h"
#include "base/decimal.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace wayreeve;

namespace {

Decimal dec(const char* text) {
    const auto decimal = Decimal::parse(text);
    if (!decimal)
        qFatal("no decimal: %s", text);
    return *decimal;
}

QString shown(const std::optional<Decimal>& decimal) {
    return decimal ? QString::fromStdString(decimal->toString()) : QString("none");
}

} // namespace

void DecimalTests::parses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const char* rows[][2] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"-12.50", "-12.5"},
        {"1e3", "1000"},
        {".5", "0.5"},
        {"1E+3", "1000"},
        {"25e-3", "0.025"},
        {"007", "7"},
        {"1e33", "1000000000000000000000000000000000"},
        {"1e34", "1E+34"},
        {"12e40", "1.2E+41"},
        {"1e-34", "0.0000000000000000000000000000000001"},
        {"1e-35", "1E-35"},
        {"1234567890123456789012345678901234", "1234567890123456789012345678901234"},
        // Half to even at the 34th digit; a digit far behind breaks the tie.
        {"12345678901234567890123456789012345", "1.234567890123456789012345678901234E+34"},
        {"12345678901234567890123456789012335", "1.234567890123456789012345678901234E+34"},
        {"12345678901234567890123456789012345.00000000000000000001", "1.234567890123456789012345678901235E+34"},
        {"99999999999999999999999999999999999", "1E+35"},
        {"9.999999999999999999999999999999999e6144", "9.999999999999999999999999999999999E+6144"},
        {"1e6145", "none"},
        {"1e99999999999999999999", "none"},
        {"1e-99999999999999999999", "0"},
        {"0e99999999999999999999", "0"},
        {"1e-6176", "1E-6176"},
        {"5e-6177", "0"},
        {"6e-6177", "1E-6176"},
        {"", "none"},
        {"-", "none"},
        {".", "none"},
        {"5.", "none"},
        {"+5", "none"},
        {"1e", "none"},
        {"1e+", "none"},
        {"1e+-5", "none"},
        {"1e5 ", "none"},
        {"1,5", "none"},
        {"0x10", "none"},
        {"1.2.3", "none"},
        {"NaN", "none"},
        {"inf", "none"},
    };
    for (const auto& row : rows)
        QTest::newRow(row[0]) << row[0] << row[1];
}
void DecimalTests::parses() {
    QFETCH(QString, text);
    QTEST(shown(Decimal::parse(text.toStdString())), "expected");
}

void DecimalTests::computes_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected");
    const char* nines = "9999999999999999999999999999999999";
    const char* rows[][4] = {
        {"0.1", "+", "0.2", "0.3"},
        {"1", "-", "0.9", "0.1"},
        {"-5", "+", "5", "0"},
        {"0", "-", "7", "-7"},
        {"1e20", "+", "1e-20", "100000000000000000000"}, // 41 digits: the small one is lost
        {"1e16", "+", "1e-16", "10000000000000000.0000000000000001"},
        {"1e6000", "+", "1", "1E+6000"},
        {"1e34", "-", "1", "9999999999999999999999999999999999"},
        {"1e34", "-", "0.5", "1E+34"}, // …9999.5: the tie goes to the even neighbour
        {"1e34", "-", "0.6", "9999999999999999999999999999999999"},
        {nines, "+", "1", "1E+34"},
        {nines, "+", "0.5", "1E+34"},
        {nines, "+", "0.4", nines},
        {"-1234567890123456789012345678901234", "+", "2234567890123456789012345678901234",
         "1000000000000000000000000000000000"},
        {"1.1", "*", "1.1", "1.21"},
        {"-3", "*", "0.5", "-1.5"},
        {"0", "*", "-5", "0"},
        {"12345678901234567890", "*", "98765432109876543210", "1.219326311370217952237463801111264E+39"},
        {nines, "*", nines, "9.999999999999999999999999999999998E+67"},
        {"1e6000", "*", "1e6000", "none"},
        {"1e-6000", "*", "1e-6000", "0"},
        {"1", "/", "3", "0.3333333333333333333333333333333333"},
        {"2", "/", "3", "0.6666666666666666666666666666666667"},
        {"-1", "/", "8", "-0.125"},
        {"10", "/", "4", "2.5"},
        {"1", "/", nines, "0.0000000000000000000000000000000001"},
        {"1", "/", "0", "none"},
        {"0", "/", "5", "0"},
        {"1e-6000", "/", "1e6000", "0"},
        {"1234567890123456789012345678901234", "/", "3333333333333333333333333333333333",
         "0.3703703670370370367037037036703702"},
        {"2", "^", "100", "1267650600228229401496703205376"},
        {"1.1", "^", "10", "2.5937424601"},
        {"2", "^", "-2", "0.25"},
        {"0", "^", "0", "1"},
        {"0", "^", "-1", "none"},
        {"4", "^", "0.5", "none"},
        {"2", "^", "1000", "none"},
        {"1e10", "^", "999", "none"},
        {"-1", "^", "999", "-1"},
    };
    for (const auto& row : rows)
        QTest::addRow("%s %s %s", row[0], row[1], row[2]) << row[0] << row[1] << row[2] << row[3];
}
void DecimalTests::computes() {
    QFETCH(QString, a);
    QFETCH(QString, operation);
    QFETCH(QString, b);
    QFETCH(QString, expected);
    const Decimal x = dec(a.toUtf8()), y = dec(b.toUtf8());
    const std::optional<Decimal> result = operation == "+"   ? x.plus(y)
                                          : operation == "-" ? x.minus(y)
                                          : operation == "*" ? x.times(y)
                                          : operation == "/" ? x.dividedBy(y)
                                                             : x.power(y);
    QCOMPARE(shown(result), expected);
    if (operation == "+" || operation == "*")
        QCOMPARE(shown(operation == "+" ? y.plus(x) : y.times(x)), expected);
}

void DecimalTests::rounds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("down");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("even");
    QTest::newRow("1.5") << "1.5" << 0 << "1"
                         << "2"
                         << "2";
    QTest::newRow("2.5") << "2.5" << 0 << "2"
                         << "3"
                         << "2";
    QTest::newRow("-1.5") << "-1.5" << 0 << "-2"
                          << "-1"
                          << "-2";
    QTest::newRow("-2.5") << "-2.5" << 0 << "-3"
                          << "-2"
                          << "-2";
    QTest::newRow("1.255") << "1.255" << 2 << "1.25"
                           << "1.26"
                           << "1.26";
    QTest::newRow("1.245") << "1.245" << 2 << "1.24"
                           << "1.25"
                           << "1.24";
    QTest::newRow("1.2451") << "1.2451" << 2 << "1.24"
                            << "1.25"
                            << "1.25";
    QTest::newRow("tens") << "1250" << -2 << "1200"
                          << "1300"
                          << "1200";
    QTest::newRow("nothing to do") << "7" << 5 << "7"
                                   << "7"
                                   << "7";
    QTest::newRow("tiny") << "1e-6000" << 0 << "0"
                          << "1"
                          << "0";
    QTest::newRow("tiny negative") << "-1e-6000" << 2 << "-0.01"
                                   << "0"
                                   << "0";
    QTest::newRow("half") << "0.5" << 0 << "0"
                          << "1"
                          << "0";
    QTest::newRow("above half") << "0.5000000000000000000000000000000001" << 0 << "0"
                                << "1"
                                << "1";
    QTest::newRow("34 nines") << "0.9999999999999999999999999999999999" << 0 << "0"
                              << "1"
                              << "1";
}
void DecimalTests::rounds() {
    QFETCH(QString, text);
    QFETCH(int, scale);
    const Decimal number = dec(text.toUtf8());
    QTEST(shown(number.floor(scale)), "down");
    QTEST(shown(number.ceiling(scale)), "up");
    QTEST(shown(number.rounded(scale)), "even");
}

void DecimalTests::compares() {
    const char* ascending[] = {"-1e6000",
                               "-10",
                               "-9.5",
                               "-1e-6000",
                               "0",
                               "1e-6000",
                               "0.0999",
                               "0.1",
                               "0.10001",
                               "9",
                               "9.999999999999999999999999999999999",
                               "10",
                               "10.5",
                               "1e33",
                               "9999999999999999999999999999999999",
                               "1e34",
                               "1e6000"};
    for (std::size_t i = 0; i < std::size(ascending); ++i)
        for (std::size_t j = 0; j < std::size(ascending); ++j) {
            QCOMPARE(dec(ascending[i]) < dec(ascending[j]), i < j);
            QCOMPARE(dec(ascending[i]) == dec(ascending[j]), i == j);
        }
    QVERIFY(dec("1.10") == dec("1.1"));
    QVERIFY(dec("1000") == Decimal(1000));
}

void DecimalTests::convertsDoubles() {
    QCOMPARE(shown(Decimal::fromDouble(0.1)), QString("0.1"));
    QCOMPARE(shown(Decimal::fromDouble(-0.0)), QString("0"));
    QCOMPARE(shown(Decimal::fromDouble(1e22)), QString("10000000000000000000000"));
    QCOMPARE(shown(Decimal::fromDouble(5e-324)), QString("5E-324"));
    QCOMPARE(shown(Decimal::fromDouble(std::numeric_limits<double>::infinity())), QString("none"));
    QCOMPARE(shown(Decimal::fromDouble(std::numeric_limits<double>::quiet_NaN())), QString("none"));
    QVERIFY(dec("0.1").toDouble() == 0.1);
    QVERIFY(dec("9007199254740993").toDouble() == 9007199254740992.0); // a tie, to even
    QVERIFY(dec("1e400").toDouble() == std::numeric_limits<double>::max());
    QVERIFY(dec("-1e400").toDouble() == -std::numeric_limits<double>::max());
    QVERIFY(dec("1e-400").toDouble() == 0.0);
    std::mt19937_64 random(1);
    for (int i = 0; i < 200'000; ++i) {
        const double number = std::bit_cast<double>(random());
        if (std::isfinite(number))
            QVERIFY(Decimal::fromDouble(number)->toDouble() == number); // QCOMPARE forgives doubles
    }
}

void DecimalTests::convertsIntegers() {
    constexpr auto low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t n : {std::int64_t{0}, std::int64_t{-1000}, std::int64_t{42}, low, high})
        QCOMPARE(*Decimal(n).toInteger(), n);
    QCOMPARE(shown(Decimal(low)), QString("-9223372036854775808"));
    QVERIFY(!dec("9223372036854775808").toInteger());
    QVERIFY(!dec("0.5").toInteger());
    QVERIFY(!dec("1e19").toInteger());
    QVERIFY(!dec("1234567890123456789012345678901234e18").toInteger());
    QVERIFY(dec("1e30").isInteger() && !dec("1.5").isInteger());
    QCOMPARE(shown(Decimal::fromParts(1200, -1)), QString("120"));
    QCOMPARE(shown(Decimal::fromParts(-1, 7000)), QString("-9.999999999999999999999999999999999E+6144"));
}

// Sums and products of 64-bit numbers against 128-bit integers, which hold them exactly.
void DecimalTests::agreesWithIntegers() {
    std::mt19937_64 random(2);
    for (int i = 0; i < 100'000; ++i) {
        const auto a = static_cast<std::int64_t>(random()) >> (random() % 60);
        const auto b = static_cast<std::int64_t>(random()) >> (random() % 60);
        QVERIFY(*Decimal(a).plus(b) == Decimal::fromParts(Int128{a} + b, 0));
        QVERIFY(*Decimal(a).minus(b) == Decimal::fromParts(Int128{a} - b, 0));
        QVERIFY(*Decimal(a).times(b) == Decimal::fromParts(Int128{a} * b, 0));
        QCOMPARE(Decimal(a) < Decimal(b), a < b);
        // Back again: the quotient of an exact product.
        if (b != 0 && std::llabs(a) < 1'000'000'000'000)
            QVERIFY(*Decimal(a).times(b)->dividedBy(b) == Decimal(a));
    }
}

// A quotient q of 34 digits satisfies |a − q b| ≤ half a unit of q's last place times b.
void DecimalTests::quotientsAreNearest() {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        const Decimal a = Decimal::fromParts(Int128(random() >> 1) * Int128(random() % 1'000'000'000'000 + 1), 0);
        const Decimal b = Decimal::fromParts(Int128(random() >> 1) * Int128(random() % 1'000'000'000'000 + 1), -7);
        const Decimal q = *a.dividedBy(b);
        const Decimal again = *Decimal::parse(q.toString());
        QVERIFY(again == q);
        // a/b − q, computed from the remainder of the exact division of scaled integers, stays within rounding.
        const Decimal back = *q.times(b);
        const Decimal off = *back.minus(a);
        const Decimal bound = *a.times(Decimal::fromParts(2, -33));
        QVERIFY((off.isNegative() ? off.negated() : off) <= (bound.isNegative() ? bound.negated() : bound));
    }
}
