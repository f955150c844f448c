#include "base/chance.h"
#include "planning/residual_energy.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::planning;

/// The estimate of a model's own error against errors that are planted: rewards come with probability p(x), the
/// predictions are p(x) + d(x).
class ResidualEnergyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsPlanted_data();
    void findsWhatIsPlanted();
    void comesBackFromItsBytes();
};

namespace {

constexpr FeatureLayout layout{4, 35};
constexpr std::size_t firstCategory = 40;

/// Four standard normal fields, as FeatureMap shows them, and one of four categories.
std::vector<float> contextOf(const Chance& chance, std::uint64_t t, std::vector<double>& z, std::uint32_t& category) {
    std::vector<float> x(firstCategory + 8, 0.0F);
    x[0] = 1.0F;
    z.clear();
    for (std::uint64_t f = 0; f < 4; ++f) {
        z.push_back(chance.normal(t, f, Purpose::PopulationTrait));
        x[1 + f] = static_cast<float>(z[f] / std::sqrt(1.0 + z[f] * z[f] / 4.0));
    }
    category = chance.below(4, t, 9, Purpose::PopulationTrait);
    x[firstCategory + category] = 1.0F;
    return x;
}

/// d of a kind, of squared mean 0.01 where there is any.
double planted(const QString& kind, const std::vector<double>& z, std::uint32_t category) {
    const auto squashed = [&](std::size_t f) { return z[f] / std::sqrt(1.0 + z[f] * z[f] / 4.0); };
    if (kind == "level")
        return 0.1;
    if (kind == "slope")
        return 0.1 * squashed(1) / 0.79312;
    if (kind == "product")
        return 0.1 * squashed(0) * squashed(3) / 0.62905;
    if (kind == "category")
        return category == 2 ? 0.2 : 0.0; // a quarter of the rows
    return 0.0;
}

} // namespace

void ResidualEnergyTest::findsWhatIsPlanted_data() {
    QTest::addColumn<double>("energy");
    QTest::newRow("nothing") << 0.0;
    QTest::newRow("level") << 0.01;
    QTest::newRow("slope") << 0.01;
    QTest::newRow("product") << 0.01;
    QTest::newRow("category") << 0.01;
}

void ResidualEnergyTest::findsWhatIsPlanted() {
    QFETCH(double, energy);
    const QString kind = QTest::currentDataTag();
    double mean = 0.0;
    std::vector<double> z;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Chance chance(seed);
        ResidualEnergy estimate(layout);
        estimate.addArm();
        for (std::uint64_t t = 0; t < 3000; ++t) {
            std::uint32_t category = 0;
            const std::vector<float> x = contextOf(chance, t, z, category);
            const double reward = chance.uniform(t, 20, Purpose::PopulationReaction) < 0.4 ? 1.0 : 0.0;
            estimate.observe(x, 0, reward - (0.4 + planted(kind, z, category)));
        }
        mean += estimate.ofAll() / 10.0;
    }
    // One estimate's deviation is about σ²√(2·23)/n = .24·6.8/3000 = .0005; of ten .00017. The intercept and the
    // indicators overlap: a level counts for both, up to twice; a category's also with the intercept.
    qInfo("planted %.4f, found %.5f", energy, mean);
    if (kind == "level" || kind == "category")
        QVERIFY(mean > 0.9 * energy && mean < 2.2 * energy);
    else
        QVERIFY(std::fabs(mean - energy) < 0.0015);
}

void ResidualEnergyTest::comesBackFromItsBytes() {
    const Chance chance(3);
    ResidualEnergy one(layout);
    one.addArm();
    one.addArm();
    std::vector<double> z;
    std::uint32_t category = 0;
    for (std::uint64_t t = 0; t < 9000; ++t)
        one.observe(contextOf(chance, t, z, category), t % 3 == 0 ? 1 : 0,
                    chance.uniform(t, 20, Purpose::PopulationReaction) - 0.5);
    one.forget(0.9);
    cbor::Writer writer;
    one.encode(writer);
    const std::vector<std::uint8_t> bytes = writer.take();
    cbor::Reader reader(bytes);
    ResidualEnergy two(layout);
    QVERIFY(two.decode(reader) && reader.atEnd());
    QVERIFY(one == two);
    for (std::uint64_t t = 9000; t < 9100; ++t)
        for (ResidualEnergy* const estimate : {&one, &two})
            estimate->observe(contextOf(chance, t, z, category), t % 2, 0.3);
    QVERIFY(one == two);
    QCOMPARE(one.of(0), two.of(0));
    QCOMPARE(one.ofAll(), two.ofAll());

    cbor::Reader again(bytes);
    ResidualEnergy other(FeatureLayout{5, 34}); // another layout
    QVERIFY(!other.decode(again));
    for (std::size_t length = 0; length < bytes.size(); length += 97) {
        cbor::Reader part(std::span<const std::uint8_t>(bytes).first(length));
        ResidualEnergy none(layout);
        QVERIFY(!none.decode(part));
    }
}

int runResidualEnergyTest(int argc, char** argv);
int runResidualEnergyTest(int argc, char** argv) {
    ResidualEnergyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_residual_energy.moc"
