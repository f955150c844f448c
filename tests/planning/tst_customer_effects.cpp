#include "planning/customer_effects.h"
#include "trial_worlds.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::planning;

/// The customer layer: shrinkage by hand-worked literals, the variance between customers, what it earns and covers.
/// WAYREEVE_TEST_FULL=1 runs the worlds at their full size (40,000 events) instead of a third of it.
class CustomerEffectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shrinks_data();
    void shrinks();
    void learnsTheVariance();
    void historyKeepsOrderAndAddsUp();
    void damagedHistoriesAreRefused();
    void modelLearnsFromTheRest();
    void earns_data();
    void earns();

private:
    static int events() { return qEnvironmentVariableIsSet("WAYREEVE_TEST_FULL") ? 40'000 : 13'000; }
};

void CustomerEffectsTest::shrinks_data() {
    QTest::addColumn<double>("residuals");
    QTest::addColumn<double>("count");
    QTest::addColumn<double>("noise");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    // τ² = 0.5/100: 1/τ² = 200.
    QTest::newRow("nothing known") << 0.0 << 0.0 << 0.25 << 0.0 << 0.005;
    QTest::newRow("four rewards") << 2.0 << 4.0 << 0.25 << 8.0 / 216.0 << 1.0 / 216.0;
    QTest::newRow("many bad ones") << -90.0 << 300.0 << 0.1 << -900.0 / 3200.0 << 1.0 / 3200.0;
}

void CustomerEffectsTest::shrinks() {
    QFETCH(double, residuals);
    QFETCH(double, count);
    QFETCH(double, noise);
    QFETCH(double, mean);
    QFETCH(double, variance);
    const CustomerEffect effect = CustomerEffects().effect({0, 1, residuals, count}, noise);
    QVERIFY(std::fabs(effect.mean - mean) < 1e-12);
    QVERIFY(std::fabs(effect.variance - variance) < 1e-12);
}

void CustomerEffectsTest::learnsTheVariance() {
    CustomerEffects effects;
    QCOMPARE(effects.variance(), 0.005);
    effects.observe({0, 1, 2.0, 4.0}, 0.5);
    QCOMPARE(effects.variance(), 1.5 / 104.0);
    effects.observe({0, 1, -30.0, 40.0}, -0.9); // Σ S·e = 28, Σ n = 44
    QCOMPARE(effects.variance(), 28.5 / 144.0);
    effects.observe({0, 1, 50.0, 60.0}, 1.0); // 78.5/204 is above the limit
    QCOMPARE(effects.variance(), 0.25);
    effects.observe({0, 1, 100.0, 100.0}, -1.0);
    QCOMPARE(effects.variance(), 0.0001);

    cbor::Writer writer;
    effects.encode(writer);
    cbor::Reader reader(writer.data());
    CustomerEffects again;
    QVERIFY(again.decode(reader));
    QVERIFY(again == effects);
}

void CustomerEffectsTest::historyKeepsOrderAndAddsUp() {
    CustomerHistory one, other;
    QVERIFY(one.empty());
    one.add(1, 7, 0.5);
    one.add(0, 9, -0.25);
    one.add(1, 7, 0.25);
    one.add(1, 3, 1.0);
    const std::vector<CustomerHistory::Sum> expected = {{0, 9, -0.25, 1.0}, {1, 3, 1.0, 1.0}, {1, 7, 0.75, 2.0}};
    QVERIFY(one.sums() == expected);
    QVERIFY((one.of(1, 7) == CustomerHistory::Sum{1, 7, 0.75, 2.0}));
    QVERIFY((one.of(1, 8) == CustomerHistory::Sum{1, 8, 0.0, 0.0}));

    other.add(1, 3, 0.5);
    other.add(2, 1, 0.125);
    one.absorb(other);
    const std::vector<CustomerHistory::Sum> merged = {
        {0, 9, -0.25, 1.0}, {1, 3, 1.5, 2.0}, {1, 7, 0.75, 2.0}, {2, 1, 0.125, 1.0}};
    QVERIFY(one.sums() == merged);

    cbor::Writer writer;
    one.encode(writer);
    cbor::Reader reader(writer.data());
    CustomerHistory again;
    QVERIFY(again.decode(reader));
    QVERIFY(again == one);
}

void CustomerEffectsTest::damagedHistoriesAreRefused() {
    const auto decodes = [](std::initializer_list<CustomerHistory::Sum> sums) {
        cbor::Writer writer;
        writer.array(sums.size());
        for (const auto& sum : sums) {
            writer.array(4);
            writer.uint(sum.goal);
            writer.uint(sum.arm);
            writer.real(sum.residuals);
            writer.real(sum.count);
        }
        cbor::Reader reader(writer.data());
        CustomerHistory history;
        return history.decode(reader);
    };
    QVERIFY(decodes({{0, 1, 0.5, 1.0}, {0, 2, 0.5, 1.0}}));
    QVERIFY(!decodes({{0, 2, 0.5, 1.0}, {0, 1, 0.5, 1.0}}));
    QVERIFY(!decodes({{0, 1, 0.5, 1.0}, {0, 1, 0.5, 1.0}}));
    QVERIFY(!decodes({{0, 1, 0.5, -1.0}}));
}

void CustomerEffectsTest::modelLearnsFromTheRest() {
    FeatureMap features({}, 1);
    ValueModel model(features.layout());
    const std::size_t arm = model.ensureArm(4);
    std::vector<float> x;
    features.encode(std::vector<FieldValue>(), x);
    CustomerEffects effects;
    CustomerHistory history;
    QCOMPARE(model.pooledMean(x, arm), model.predict(x, arm).mean);
    QVERIFY(effects.learn(model, history, 3, x, arm, 1.0).learned);
    QVERIFY((history.of(3, 4) == CustomerHistory::Sum{3, 4, 0.5, 1.0})); // the first prediction is the prior, 0.5
    QCOMPARE(effects.variance(), 0.005);                                 // there was no earlier residual
    const double before = model.pooledMean(x, arm);
    const double own = effects.effect(history.of(3, 4), model.noise()).mean;
    QVERIFY(own > 0.0);
    QVERIFY(effects.learn(model, history, 3, x, arm, 0.0).learned);
    QVERIFY(std::fabs(history.of(3, 4).residuals - (0.5 - before)) < 1e-12);
    QVERIFY(std::fabs(effects.variance() - (0.5 - 0.5 * before) / 101.0) < 1e-12);
    QVERIFY(!effects.learn(model, history, 3, x, arm, std::nan("")).learned);
    QVERIFY(!effects.learn(model, history, 3, x, 17, 1.0).learned);
    QCOMPARE(history.of(3, 4).count, 2.0);
}

void CustomerEffectsTest::earns_data() {
    QTest::addColumn<double>("spread");
    QTest::addColumn<double>("least"); // gain over the pooled model alone
    QTest::newRow("customers are alike") << 0.0 << -0.01;
    QTest::newRow("sd 0.3 logits") << 0.3 << -0.005;
    QTest::newRow("sd 0.8 logits") << 0.8 << 0.03;
}

void CustomerEffectsTest::earns() {
    QFETCH(double, spread);
    QFETCH(double, least);
    double gain = 0.0, covered = 0.0;
    for (const std::uint64_t seed : {1, 2, 3}) {
        const trial::CustomerTrialResult pooled = trial::customersIn({spread, 300, events(), seed, false});
        const trial::CustomerTrialResult layer = trial::customersIn({spread, 300, events(), seed, true});
        qInfo("sd %.1f, seed %d: reward %.4f pooled, %.4f with customers' effects, %.4f at best; tau² %.5f", spread,
              static_cast<int>(seed), pooled.reward, layer.reward, layer.best, layer.variance);
        gain += (layer.reward - pooled.reward) / 3.0;
        covered += layer.covered / 3.0;
    }
    qInfo("sd %.1f: gain %.4f, intervals of the chosen arms cover %.3f", spread, gain, covered);
    QVERIFY(gain >= least);
    QVERIFY(covered >= 0.85);
}

int runCustomerEffectsTest(int argc, char** argv);
int runCustomerEffectsTest(int argc, char** argv) {
    CustomerEffectsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_customer_effects.moc"
