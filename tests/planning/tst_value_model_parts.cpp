#include "base/chance.h"
#include "planning/features.h"
#include "planning/ridge.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace wayreeve;
using namespace wayreeve::planning;

namespace {

using Kind = FieldSpec::Kind;

FieldValue number(double v) {
    return FieldValue::ofNumber(v);
}
FieldValue category(std::uint32_t c) {
    return FieldValue::ofCategory(c);
}

// A·X = B by elimination with pivoting in long double: the dense solve that the incremental ridge is held against.
std::vector<long double> solve(std::vector<std::vector<long double>> a, std::vector<long double> b) {
    const std::size_t n = b.size();
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t pivot = i;
        for (std::size_t r = i + 1; r < n; ++r)
            if (std::fabs(a[r][i]) > std::fabs(a[pivot][i]))
                pivot = r;
        std::swap(a[i], a[pivot]);
        std::swap(b[i], b[pivot]);
        for (std::size_t r = 0; r < n; ++r) {
            if (r == i)
                continue;
            const long double factor = a[r][i] / a[i][i];
            for (std::size_t c = i; c < n; ++c)
                a[r][c] -= factor * a[i][c];
            b[r] -= factor * b[i];
        }
    }
    for (std::size_t i = 0; i < n; ++i)
        b[i] /= a[i][i];
    return b;
}

std::vector<std::uint8_t> bytesOf(const FeatureMap& map) {
    cbor::Writer writer;
    map.encode(writer);
    return writer.take();
}

} // namespace

class ValueModelPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layoutIsAMultipleOfEight_data();
    void layoutIsAMultipleOfEight();
    void numbersAreStandardisedAndSquashed();
    void skewedNumbersAreLogged();
    void missingAndOddValuesAreZero();
    void categoriesGetSlotsWhenFirstSeen();
    void categoriesAboveTheBoundShareSlots();
    void cosinesMatchTheirFormula();
    void featuresRoundTrip();
    void brokenFeatureStateIsRefused();
    void ridgeByHand();
    void ridgeTellsHowWideItsPriorIs();
    void ridgeMatchesADenseSolve();
    void ridgeReadsShortAndLongVectors();
};

void ValueModelPartsTest::layoutIsAMultipleOfEight_data() {
    QTest::addColumn<int>("numeric");
    QTest::addColumn<int>("fourier");
    QTest::addColumn<int>("width");
    QTest::newRow("none") << 0 << 39 << 40;
    QTest::newRow("three") << 3 << 36 << 40;
    QTest::newRow("seven") << 7 << 32 << 40;
    QTest::newRow("eight") << 8 << 39 << 48;
    QTest::newRow("twenty") << 20 << 35 << 56;
}

void ValueModelPartsTest::layoutIsAMultipleOfEight() {
    QFETCH(int, numeric);
    QFETCH(int, fourier);
    QFETCH(int, width);
    const FeatureMap map(std::vector<FieldSpec>(static_cast<std::size_t>(numeric), {1, Kind::Numeric}), 1);
    QCOMPARE(static_cast<int>(map.layout().fourier), fourier);
    QCOMPARE(static_cast<int>(map.width()), width);
}

void ValueModelPartsTest::numbersAreStandardisedAndSquashed() {
    FeatureMap map({{1, Kind::Numeric}}, 1);
    std::vector<float> x;
    const std::vector<FieldValue> four = {number(4)};
    map.encode(four, x);
    QCOMPARE(x[1], 0.0F); // nothing known yet
    for (double v : {1.0, 2.0, 3.0, 4.0})
        map.observe(std::vector<FieldValue>{number(v)});
    map.encode(four, x);
    QCOMPARE(x[0], 1.0F);
    QVERIFY(std::fabs(x[1] - 1.114172F) < 1e-5F); // mean 2.5, sd 1.118034: z 1.341641, /√1.45
}

void ValueModelPartsTest::skewedNumbersAreLogged() {
    FeatureMap map({{1, Kind::Numeric}}, 1);
    std::vector<FieldValue> row = {number(1)};
    for (int i = 0; i < 29; ++i)
        map.observe(row);
    for (double v : {10.0, 100.0})
        map.observe(std::vector<FieldValue>{number(v)});
    QVERIFY(std::fabs(map.linearTerm(0, row[0]).weight - -0.212F) < 0.05F); // 31 seen: still plain
    map.observe(std::vector<FieldValue>{number(1000)});
    QVERIFY(std::fabs(map.linearTerm(0, row[0]).weight - -1.100662F) < 1e-4F); // 32 seen: skew 5.3 against 3.1
}

void ValueModelPartsTest::missingAndOddValuesAreZero() {
    FeatureMap map({{1, Kind::Numeric}, {2, Kind::Category}}, 1);
    for (double v : {1.0, 5.0, 9.0})
        map.observe(std::vector<FieldValue>{number(v), category(3)});
    const auto before = bytesOf(map);
    const double infinity = std::numeric_limits<double>::infinity();
    for (const FieldValue& odd : {FieldValue::missing(), number(infinity), number(std::nan("")), category(3)}) {
        QCOMPARE(map.linearTerm(0, odd).weight, 0.0F);
        map.observe(std::vector<FieldValue>{odd});
    }
    QCOMPARE(map.linearTerm(1, number(3)).weight, 0.0F);
    QCOMPARE(bytesOf(map), before);
    map.observe(std::vector<FieldValue>{number(1e300)}); // cut at 1e15: statistics stay finite
    QVERIFY(std::isfinite(map.linearTerm(0, number(5)).weight));
}

void ValueModelPartsTest::categoriesGetSlotsWhenFirstSeen() {
    FeatureMap map({{1, Kind::Category}, {2, Kind::Category}}, 1);
    QCOMPARE(map.width(), std::size_t{40});
    QCOMPARE(map.linearTerm(0, category(70)).weight, 0.0F);
    map.observe(std::vector<FieldValue>{category(70), category(70)}); // the same name in two fields: two slots
    map.observe(std::vector<FieldValue>{category(5), category(70)});
    QCOMPARE(map.width(), std::size_t{48});
    QCOMPARE(map.linearTerm(0, category(70)).index, 40U);
    QCOMPARE(map.linearTerm(1, category(70)).index, 41U);
    QCOMPARE(map.linearTerm(0, category(5)).index, 42U);
    std::vector<float> x;
    map.encode(std::vector<FieldValue>{category(5), FieldValue::missing()}, x);
    QCOMPARE((std::vector<float>(x.begin() + 40, x.end())), (std::vector<float>{0, 0, 1, 0, 0, 0, 0, 0}));
}

void ValueModelPartsTest::categoriesAboveTheBoundShareSlots() {
    FeatureMap map({{1, Kind::Category}}, 1);
    for (std::uint32_t c = 1; c <= 400; ++c)
        map.observe(std::vector<FieldValue>{category(c)});
    QCOMPARE(map.width(), std::size_t{40 + 152}); // 150 slots in blocks of 8
    QCOMPARE(map.linearTerm(0, category(134)).index, 40U + 133U);
    for (std::uint32_t c : {135U, 400U, 9999U}) {
        const FeatureMap::LinearTerm term = map.linearTerm(0, category(c));
        QVERIFY(term.index >= 40 + 134 && term.index < 40 + 150);
        QCOMPARE(term.weight, 1.0F);
    }
}

void ValueModelPartsTest::cosinesMatchTheirFormula() {
    FeatureMap map({{1, Kind::Numeric}, {2, Kind::Category}}, 99);
    for (double v : {-1.0, 0.0, 1.0})
        map.observe(std::vector<FieldValue>{number(v), category(4)});
    std::vector<float> x;
    map.encode(std::vector<FieldValue>{number(1.0), category(4)}, x);
    const double z = x[1];
    const Chance chance(99); // numeric slot 0, category slot 1; F = 2
    for (std::uint32_t i = 0; i < map.layout().fourier; ++i) {
        const double phase =
            6.283185307179586 * chance.uniform(0, i, Purpose::FourierPhase) +
            (chance.normal(0, i, Purpose::FourierFrequency) * z + chance.normal(1, i, Purpose::FourierFrequency)) /
                std::sqrt(2.0);
        QVERIFY(std::fabs(static_cast<double>(x[map.layout().firstFourier() + i]) - std::cos(phase)) < 3e-6);
    }
}

void ValueModelPartsTest::featuresRoundTrip() {
    FeatureMap map({{1, Kind::Numeric}, {2, Kind::Category}, {3, Kind::Numeric}}, 12345678901234567ULL);
    const Chance chance(8);
    const auto rowAt = [&](std::uint64_t t) {
        return std::vector<FieldValue>{number(chance.exponential(3.0, t, 0, Purpose::PopulationTrait)),
                                       category(chance.below(200, t, 1, Purpose::PopulationTrait)),
                                       number(chance.normal(t, 2, Purpose::PopulationTrait))};
    };
    for (std::uint64_t t = 0; t < 500; ++t)
        map.observe(rowAt(t));
    const auto bytes = bytesOf(map);
    cbor::Reader reader(bytes);
    auto copy = FeatureMap::decode(reader);
    QVERIFY(copy.ok() && reader.atEnd());
    QCOMPARE(bytesOf(copy.value()), bytes);
    std::vector<float> x;
    std::vector<float> y;
    for (std::uint64_t t = 500; t < 600; ++t) {
        map.observe(rowAt(t));
        copy.value().observe(rowAt(t));
        map.encode(rowAt(t), x);
        copy.value().encode(rowAt(t), y);
        QCOMPARE(x, y);
    }
    QCOMPARE(bytesOf(copy.value()), bytesOf(map));
}

void ValueModelPartsTest::brokenFeatureStateIsRefused() {
    FeatureMap map({{1, Kind::Numeric}, {2, Kind::Category}}, 1);
    map.observe(std::vector<FieldValue>{number(1), category(4)});
    const auto bytes = bytesOf(map);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        cbor::Reader reader{std::span(bytes).first(length)};
        const auto result = FeatureMap::decode(reader);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, std::string("model.state-invalid"));
    }
}

void ValueModelPartsTest::ridgeByHand() {
    Ridge ridge(2.0);
    const std::vector<float> x = {1, 0, 0, 0, 0, 0, 0, 0};
    QCOMPARE(ridge.variance(x), 0.5); // 1/λ before anything is known
    QCOMPARE(ridge.interceptReach(x), 0.5);
    QCOMPARE(ridge.update(x, 1.0), 0.5);
    QVERIFY(std::fabs(ridge.predict(x) - 1.0 / 3.0) < 1e-6); // b/(λ+1)
    QVERIFY(std::fabs(ridge.variance(x) - 1.0 / 3.0) < 1e-6);
    const std::vector<float> y = {1, 2, 0, 0, 0, 0, 0, 0};
    ridge.update(y, 0.0); // A = [[4,2],[2,6]], b = (1,0): m = (0.3,−0.1), P = [[.3,−.1],[−.1,.2]]
    QVERIFY(std::fabs(ridge.predict(x) - 0.3) < 1e-6);
    QVERIFY(std::fabs(ridge.predict(y) - 0.1) < 1e-6);
    QVERIFY(std::fabs(ridge.variance(y) - 0.7) < 1e-6);
    QVERIFY(std::fabs(ridge.interceptReach(y) - 0.1) < 1e-6);
    QVERIFY(ridge.forget(0.5)); // A = ½A + λ/2 = [[3,1],[1,4]], b = (0.5,0): m = (2/11, −0.5/11)
    QVERIFY(std::fabs(ridge.predict(x) - 2.0 / 11.0) < 1e-6);
    QVERIFY(std::fabs(ridge.coefficient(1) + 0.5 / 11.0) < 1e-6);
}

void ValueModelPartsTest::ridgeTellsHowWideItsPriorIs() {
    Ridge ridge(2.0);
    ridge.update(std::vector<float>{1, 0, 0, 0, 0, 0, 0, 0}, 1.0);
    ridge.update(std::vector<float>{1, 2, 0, 0, 0, 0, 0, 0}, 0.0); // P = [[.3,−.1],[−.1,.2]], m = (.3,−.1); the rest ½
    const Ridge::Evidence plain = ridge.evidence(1);
    QVERIFY(std::fabs(plain.determined - 0.6) < 1e-6); // 1 − 2·0.2; features never seen are not determined
    QVERIFY(std::fabs(plain.squares - 0.01) < 1e-6);
    QVERIFY(std::fabs(ridge.evidence(1, 1.0).squares - 0.04) < 1e-6); // (−.1 + 1·(−.1))²
    QVERIFY(ridge.refreshWith(4.0));                                  // A = [[6,2],[2,8]]
    QCOMPARE(ridge.lambda(), 4.0);
    QVERIFY(std::fabs(ridge.coefficient(0) - 8.0 / 44.0) < 1e-6);
    QVERIFY(std::fabs(ridge.coefficient(1) + 2.0 / 44.0) < 1e-6);
    QVERIFY(std::fabs(ridge.inverseAt(1, 1) - 6.0 / 44.0) < 1e-6);
    QVERIFY(std::fabs(ridge.inverseAt(5, 5) - 0.25) < 1e-6);
    cbor::Writer writer;
    ridge.encode(writer);
    cbor::Reader reader{writer.data()};
    Ridge copy(2.0);
    QVERIFY(copy.decode(reader));
    QCOMPARE(copy.lambda(), 4.0);
}

void ValueModelPartsTest::ridgeMatchesADenseSolve() {
    constexpr std::size_t n = 24;
    const Chance chance(17);
    Ridge ridge(2.0);
    std::vector<std::vector<long double>> a(n, std::vector<long double>(n, 0.0L));
    std::vector<long double> b(n, 0.0L);
    for (std::size_t i = 0; i < n; ++i)
        a[i][i] = 2.0L;
    std::vector<float> x(n);
    const auto compare = [&](double tolerance) {
        const auto mean = solve(a, b);
        std::vector<long double> right(x.begin(), x.end());
        const auto px = solve(a, right);
        long double q = 0.0L;
        for (std::size_t i = 0; i < n; ++i) {
            q += px[i] * static_cast<long double>(x[i]);
            QVERIFY(std::fabs(ridge.coefficient(i) - static_cast<double>(mean[i])) < tolerance);
        }
        QVERIFY(std::fabs(ridge.variance(x) - static_cast<double>(q)) < tolerance * static_cast<double>(q));
        QVERIFY(std::fabs(ridge.interceptReach(x) - static_cast<double>(px[0])) < tolerance);
    };
    for (std::uint64_t t = 0; t < 2000; ++t) {
        const std::size_t used = t < 300 ? 8 : t < 700 ? 16 : n; // grows twice
        std::fill(x.begin(), x.end(), 0.0F);
        x[0] = 1.0F;
        for (std::size_t i = 1; i < used; ++i)
            x[i] = static_cast<float>(chance.normal(t, i, Purpose::PopulationTrait)) * (i % 5 == 0 ? 0.0F : 1.0F) +
                   (i % 7 == 0 ? x[i - 1] : 0.0F);
        const double r = chance.uniform(t, 99, Purpose::PopulationTrait);
        ridge.update(std::span(x).first(used), r);
        for (std::size_t i = 0; i < n; ++i) {
            b[i] += static_cast<long double>(r) * static_cast<long double>(x[i]);
            for (std::size_t j = 0; j < n; ++j)
                a[i][j] += static_cast<long double>(x[i]) * static_cast<long double>(x[j]);
        }
        if (t % 400 == 399)
            compare(1e-3);
    }
    QVERIFY(ridge.refresh());
    compare(1e-6);
}

void ValueModelPartsTest::ridgeReadsShortAndLongVectors() {
    Ridge ridge(2.0);
    const std::vector<float> x = {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    ridge.update(x, 1.0);
    const std::vector<float> brief(x.begin(), x.begin() + 8);
    std::vector<float> padded = brief;
    padded.resize(16, 0.0F);
    QCOMPARE(ridge.variance(brief), ridge.variance(padded));
    QCOMPARE(ridge.predict(brief), ridge.predict(padded));
    std::vector<float> longer = padded;
    longer.resize(24, 0.0F);
    longer[20] = 2.0F; // never seen: 4/λ on top
    QVERIFY(std::fabs(ridge.variance(longer) - ridge.variance(padded) - 2.0) < 1e-6);
    QCOMPARE(ridge.predict(longer), ridge.predict(padded));
}

int runValueModelPartsTest(int argc, char** argv);
int runValueModelPartsTest(int argc, char** argv) {
    ValueModelPartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_value_model_parts.moc"
