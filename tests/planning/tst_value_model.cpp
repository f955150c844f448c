#include "base/chance.h"
#include "planning/value_model.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace wayreeve;
using namespace wayreeve::planning;

namespace {

using Kind = FieldSpec::Kind;

/// Three fields, five arms with two action features, rewards that depend on both.
struct World {
    FeatureMap features{{{1, Kind::Numeric}, {2, Kind::Category}, {3, Kind::Numeric}}, 21};
    ValueModel model;
    std::vector<std::uint32_t> arms;
    Chance chance{4};

    explicit World(ValueModelSettings settings = {2, 0.0, 1024})
        : model(features.layout(), settings) {
        for (std::uint32_t a = 0; a < 5; ++a) {
            const std::vector<double> described = {a < 2 ? 1.0 : 0.0, 0.25 * a};
            arms.push_back(static_cast<std::uint32_t>(model.ensureArm(100 + a, described)));
        }
    }
    std::vector<FieldValue> row(std::uint64_t t) const {
        return {FieldValue::ofNumber(chance.normal(t, 0, Purpose::PopulationTrait)),
                FieldValue::ofCategory(chance.below(12, t, 1, Purpose::PopulationTrait)),
                t % 7 == 0 ? FieldValue::missing()
                           : FieldValue::ofNumber(chance.exponential(2.0, t, 2, Purpose::PopulationTrait))};
    }
    void learn(std::uint64_t from, std::uint64_t to) {
        std::vector<float> x;
        for (std::uint64_t t = from; t < to; ++t) {
            const auto values = row(t);
            features.observe(values);
            features.encode(values, x);
            const std::uint32_t arm = chance.below(5, t, 3, Purpose::PopulationTrait);
            const double p = 0.1 + 0.15 * arm + (values[1].category == 3 ? 0.2 : 0.0);
            model.update(x, arm, chance.uniform(t, 4, Purpose::PopulationTrait) < p ? 1.0 : 0.0);
        }
    }
};

std::vector<std::uint8_t> bytesOf(const ValueModel& model) {
    cbor::Writer writer;
    model.encode(writer);
    return writer.take();
}

} // namespace

class ValueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void armsWithoutDataPredictTheirPrior();
    void newArmStartsFromItsActionFeatures();
    void contributionsAddUp_data();
    void contributionsAddUp();
    void batchAndSingleAgree();
    void sameSequenceSameHash();
    void roundTripHasTheSameFuture();
    void brokenStateIsRefused();
    void badRewardsChangeNothing();
    void forgettingHalvesWhatIsKnown();
    void forgettingFollowsAChange();
    void refreshKeepsPredictions();
    void customerEffectShiftsAndWidens();
};

void ValueModelTest::armsWithoutDataPredictTheirPrior() {
    ValueModel model(FeatureLayout{1, 38});
    model.ensureArm(7, {}, 0.2);
    model.ensureArm(8, {}, 0.4);
    QCOMPARE(model.ensureArm(7), std::size_t{0});
    QCOMPARE(model.findArm(8), std::optional<std::size_t>(1));
    QVERIFY(!model.findArm(9));
    const std::vector<float> x = {1, 0, 0, 0, 0, 0, 0, 0};
    const Prediction first = model.predict(x, 0);
    QVERIFY(std::fabs(first.mean - 0.2) < 1e-9);
    QVERIFY(std::fabs(model.predict(x, 1).mean - 0.4) < 1e-9);
    // Noise ¼, q = 1/20, level weights ½: 1.645·√(0.25·(0.05·0.675 + 0.001)) = 0.153326; draw √(½·¼·0.05 + ½·…) > 0.
    QVERIFY(std::fabs(first.low - (0.2 - 0.153326)) < 1e-5);
    QVERIFY(std::fabs(first.high - (0.2 + 0.153326)) < 1e-5);
    QVERIFY(first.scale > 0.05 && first.scale < 0.5);
}

void ValueModelTest::newArmStartsFromItsActionFeatures() {
    FeatureMap features({{1, Kind::Numeric}}, 1);
    ValueModel model(features.layout(), {1, 0.0, 1024});
    const std::vector<double> described = {1.0};
    const std::vector<double> plain = {0.0};
    for (std::uint32_t a = 0; a < 6; ++a)
        model.ensureArm(a, a % 2 == 0 ? described : plain);
    std::vector<float> x;
    for (std::uint32_t t = 0; t < 1200; ++t) {
        features.encode(std::vector<FieldValue>{FieldValue::missing()}, x);
        const std::uint32_t arm = t % 6;
        model.update(x, arm, arm % 2 == 0 && t % 5 != 0 ? 1.0 : 0.0); // described arms earn 0.8, plain ones 0
    }
    const auto good = model.ensureArm(50, described);
    const auto bad = model.ensureArm(51, plain);
    QVERIFY(model.predict(x, good).mean > model.predict(x, bad).mean + 0.05);
    QVERIFY(model.predict(x, good).scale > model.predict(x, 0).scale); // and is explored more
}

void ValueModelTest::contributionsAddUp_data() {
    QTest::addColumn<int>("rows");
    QTest::newRow("empty") << 0;
    QTest::newRow("few") << 40;
    QTest::newRow("many") << 3000;
}

void ValueModelTest::contributionsAddUp() {
    QFETCH(int, rows);
    World world;
    world.learn(0, static_cast<std::uint64_t>(rows));
    std::vector<float> x;
    double fields = 0.0;
    for (std::uint64_t t = 5000; t < 5050; ++t) {
        const auto row = world.row(t);
        world.features.encode(row, x);
        for (std::size_t arm = 0; arm < 5; ++arm) {
            const Contributions parts = world.model.explain(world.features, row, arm);
            QCOMPARE(parts.fields.size(), std::size_t{3});
            QVERIFY(std::fabs(parts.total() - world.model.predict(x, arm).mean) < 1e-9);
            fields += std::fabs(parts.fields[1]);
            if (t % 7 == 0)
                QCOMPARE(parts.fields[2], 0.0); // missing
        }
    }
    QVERIFY(rows == 0 || fields > 0.1);
}

void ValueModelTest::batchAndSingleAgree() {
    World world;
    std::vector<float> x;
    std::vector<Prediction> batch(5);
    for (std::uint64_t t = 0; t < 1500; t += 100) {
        world.learn(t, t + 100);
        world.features.encode(world.row(9000 + t), x);
        world.model.predictAll(x, world.arms, batch);
        for (std::size_t arm = 0; arm < 5; ++arm) {
            QVERIFY(batch[arm] == world.model.predict(x, arm));
            QVERIFY(std::isfinite(batch[arm].mean) && batch[arm].scale >= 0.0 && batch[arm].low <= batch[arm].high);
        }
    }
}

void ValueModelTest::sameSequenceSameHash() {
    World one;
    World two;
    one.learn(0, 1500);
    two.learn(0, 700);
    QVERIFY(one.model.stateHash() != two.model.stateHash());
    two.learn(700, 1500);
    QCOMPARE(one.model.stateHash().hex(), two.model.stateHash().hex());
}

void ValueModelTest::roundTripHasTheSameFuture() {
    World world({2, 0.0, 300}); // refreshes fall between
    world.learn(0, 1000);
    const auto bytes = bytesOf(world.model);
    cbor::Reader reader(bytes);
    auto copy = ValueModel::decode(reader);
    QVERIFY(copy.ok() && reader.atEnd());
    QCOMPARE(copy.value().stateHash().hex(), world.model.stateHash().hex());
    World other({2, 0.0, 300});
    other.features = world.features;
    other.model = copy.value();
    world.learn(1000, 2500);
    other.learn(1000, 2500);
    QCOMPARE(other.model.stateHash().hex(), world.model.stateHash().hex());
    std::vector<float> x;
    world.features.encode(world.row(1), x);
    for (std::size_t arm = 0; arm < 5; ++arm)
        QVERIFY(world.model.predict(x, arm) == other.model.predict(x, arm));
}

void ValueModelTest::brokenStateIsRefused() {
    World world;
    world.learn(0, 20);
    const auto bytes = bytesOf(world.model);
    for (std::size_t length = 0; length < bytes.size(); length += length < 200 ? 1 : 97) {
        cbor::Reader reader{std::span(bytes).first(length)};
        const auto result = ValueModel::decode(reader);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, std::string("model.state-invalid"));
    }
}

void ValueModelTest::badRewardsChangeNothing() {
    World world;
    world.learn(0, 50);
    const auto before = world.model.stateHash();
    std::vector<float> x;
    world.features.encode(world.row(60), x);
    QVERIFY(!world.model.update(x, 0, std::numeric_limits<double>::quiet_NaN()).learned);
    QVERIFY(!world.model.update(x, 0, std::numeric_limits<double>::infinity()).learned);
    QVERIFY(!world.model.update(x, 5, 1.0).learned);
    QCOMPARE(world.model.stateHash().hex(), before.hex());
    World twin;
    twin.learn(0, 50);
    world.model.update(x, 0, 17.0); // clamped to 1
    twin.model.update(x, 0, 1.0);
    QCOMPARE(world.model.stateHash().hex(), twin.model.stateHash().hex());
}

void ValueModelTest::forgettingHalvesWhatIsKnown() {
    World kept;
    World forgetting({2, 200.0, 1024});
    kept.learn(0, 200);
    forgetting.learn(0, 200);
    QVERIFY(kept.model.endEpoch());
    QVERIFY(forgetting.model.endEpoch());
    QCOMPARE(kept.model.updates(), 200.0);
    QVERIFY(std::fabs(forgetting.model.updates() - 100.0) < 1e-9); // one half-life
    QVERIFY(std::fabs(forgetting.model.armUpdates(0) - kept.model.armUpdates(0) / 2.0) < 1e-9);
    // One arm of prior ½, 50 successes of 200: (½ + 50)/201, and half of it forgotten (½ + 25)/101.
    ValueModel one(FeatureLayout{1, 38}, {0, 200.0, 1024});
    one.ensureArm(7, {}, 0.5);
    for (int i = 0; i < 200; ++i)
        one.update(std::vector<float>{1, 0, 0, 0, 0, 0, 0, 0}, 0, i % 4 == 0 ? 1.0 : 0.0);
    QVERIFY(std::fabs(one.meanReward() - 50.5 / 201.0) < 1e-9);
    QVERIFY(one.endEpoch());
    QVERIFY(std::fabs(one.meanReward() - 25.5 / 101.0) < 1e-9);
    std::vector<float> x;
    kept.features.encode(kept.row(3), x);
    const Prediction sure = kept.model.predict(x, 1);
    const Prediction unsure = forgetting.model.predict(x, 1);
    QVERIFY(unsure.high - unsure.low > sure.high - sure.low);
    QVERIFY(forgetting.model.endEpoch()); // nothing learned since: nothing forgotten
    QVERIFY(std::fabs(forgetting.model.updates() - 100.0) < 1e-9);
}

void ValueModelTest::forgettingFollowsAChange() {
    const std::vector<float> x = {1, 0, 0, 0, 0, 0, 0, 0};
    const auto afterChange = [&x](double halfLife) {
        ValueModel model(FeatureLayout{0, 7}, {0, halfLife, 1024});
        model.ensureArm(1);
        for (int t = 0; t < 1000; ++t) { // earns 1, then 0 for the last 200
            model.update(x, 0, t < 800 ? 1.0 : 0.0);
            if (t % 20 == 19)
                model.endEpoch();
        }
        return model.predict(x, 0).mean;
    };
    QVERIFY(afterChange(0.0) > 0.7);
    QVERIFY(afterChange(50.0) < 0.15);
}

void ValueModelTest::refreshKeepsPredictions() {
    World rarely({2, 0.0, 100'000});
    World often({2, 0.0, 64});
    rarely.learn(0, 3000);
    often.learn(0, 3000);
    std::vector<float> x;
    for (std::uint64_t t = 4000; t < 4020; ++t) {
        rarely.features.encode(rarely.row(t), x);
        for (std::size_t arm = 0; arm < 5; ++arm) {
            const Prediction a = rarely.model.predict(x, arm);
            const Prediction b = often.model.predict(x, arm);
            QVERIFY(std::fabs(a.mean - b.mean) < 1e-3 && std::fabs(a.scale - b.scale) < 1e-3);
        }
    }
}

void ValueModelTest::customerEffectShiftsAndWidens() {
    World world;
    world.learn(0, 500);
    std::vector<float> x;
    world.features.encode(world.row(1), x);
    const CustomerEffect effect{0.05, 0.01};
    const Prediction pooled = world.model.predict(x, 2);
    const Prediction own = world.model.predict(x, 2, &effect);
    QVERIFY(std::fabs(own.mean - pooled.mean - 0.05) < 1e-12);
    QVERIFY(std::fabs(own.scale * own.scale - pooled.scale * pooled.scale - 0.001) < 1e-12);
    QVERIFY(own.high - own.low >= pooled.high - pooled.low);
    World twin;
    twin.learn(0, 500);
    world.model.update(x, 2, 0.75, &effect); // learns from r − u
    twin.model.update(x, 2, 0.70);
    QVERIFY(std::fabs(world.model.predict(x, 2).mean - twin.model.predict(x, 2).mean) < 1e-9);
}

int runValueModelTest(int argc, char** argv);
int runValueModelTest(int argc, char** argv) {
    ValueModelTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_value_model.moc"
