#include "bandit_data.h"

#include "base/chance.h"
#include "base/portable_math.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace wayreeve;
using namespace wayreeve::planning;

/// What the model reaches on real data (value-model.md, "Measured"; the whole table is printed by
/// bench_value_model --losses) and how often its intervals cover in simulated worlds.
class ValueModelLearningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void progressiveLossIsWithinBounds_data();
    void progressiveLossIsWithinBounds();
    void mailingReachesTheCeiling();
    void rotatedLabelsChangeNothing();
    void followsARedrawnWinner();
    void forgettingFollowsAChange();
    void intervalsCover_data();
    void intervalsCover();

private:
    static std::optional<trial::Mailing> mailing() {
        return trial::readHillstrom(trial::dataDirectory() + "/hillstrom.csv");
    }
};

void ValueModelLearningTest::progressiveLossIsWithinBounds_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("bound");
    // At most Vowpal Wabbit's best algorithm, tuned for each set (letter, pendigits and vehicle: what was promised,
    // which is less); nursery lies at it, and may be a quarter above.
    QTest::newRow("letter") << "letter" << 20000 << 0.45;
    QTest::newRow("mushroom") << "mushroom" << 8124 << 0.0043;
    QTest::newRow("page.blocks") << "page.blocks" << 5473 << 0.069;
    QTest::newRow("pendigits") << "pendigits" << 10992 << 0.14;
    QTest::newRow("nursery") << "nursery" << 12960 << 0.1225;
    QTest::newRow("vehicle") << "vehicle" << 846 << 0.40;
}

void ValueModelLearningTest::progressiveLossIsWithinBounds() {
    QFETCH(QString, file);
    QFETCH(int, rows);
    QFETCH(double, bound);
    const auto data = trial::readArff(trial::dataDirectory() + "/bandit/" + file.toStdString() + ".arff");
    if (!data)
        QSKIP("bandit/*.arff not found: set WAYREEVE_TEST_DATA");
    QCOMPARE(static_cast<int>(data->rows.size()), rows);
    double loss = 0.0;
    for (std::uint64_t shuffle : {1, 2, 3})
        loss += trial::progressiveLoss(*data, shuffle) / 3.0;
    qInfo("%s: progressive loss %.4f, mean of three shuffles", qPrintable(file), loss);
    QVERIFY(loss > 0.0 && loss <= bound);
}

void ValueModelLearningTest::mailingReachesTheCeiling() {
    const auto data = mailing();
    if (!data)
        QSKIP("hillstrom.csv not found: set WAYREEVE_TEST_DATA");
    QCOMPARE(data->rows.size(), std::size_t{64000});
    double sum = 0.0;
    for (std::uint64_t order : {1, 2, 3}) {
        const trial::MailingResult result = trial::replay(*data, order);
        qInfo("order %d: visit rate %.4f, second half %.4f, matched %zu, share none/mens/womens %.3f/%.3f/%.3f",
              static_cast<int>(order), result.visitRate, result.secondHalf, result.matched, result.share[0],
              result.share[1], result.share[2]);
        QVERIFY(result.matched > 19'000 && result.matched < 24'000);
        sum += result.visitRate;
    }
    qInfo("mean visit rate %.4f", sum / 3.0);
    QVERIFY(sum / 3.0 >= 0.175);
}

void ValueModelLearningTest::rotatedLabelsChangeNothing() {
    const auto data = mailing();
    if (!data)
        QSKIP("hillstrom.csv not found: set WAYREEVE_TEST_DATA");
    double plain = 0.0;
    double rotated = 0.0;
    for (std::uint64_t order : {1, 2, 3}) {
        plain += trial::replay(*data, order).visitRate / 3.0;
        rotated += trial::replay(*data, order, {1, 2, 0}).visitRate / 3.0;
    }
    qInfo("visit rate %.4f, labels rotated %.4f", plain, rotated);
    QVERIFY(std::fabs(plain - rotated) <= 0.003);
}

void ValueModelLearningTest::followsARedrawnWinner() {
    auto data = mailing();
    if (!data)
        QSKIP("hillstrom.csv not found: set WAYREEVE_TEST_DATA");
    constexpr std::array<double, 3> rates = {0.106167, 0.182757, 0.232757}; // womens leads by 0.05
    const Chance chance(77);
    for (std::size_t i = 0; i < data->rows.size(); ++i)
        data->visits[i] = chance.uniform(i, 0, Purpose::PopulationEvent) < rates[data->arms[i]] ? 1 : 0;
    for (std::uint64_t order : {1, 2, 3}) {
        const trial::MailingResult result = trial::replay(*data, order);
        qInfo("order %d: last quarter none/mens/womens %.3f/%.3f/%.3f", static_cast<int>(order),
              result.lastQuarterShare[0], result.lastQuarterShare[1], result.lastQuarterShare[2]);
        QVERIFY(result.lastQuarterShare[2] >= 0.85);
    }
}

void ValueModelLearningTest::forgettingFollowsAChange() {
    const auto data = mailing();
    if (!data)
        QSKIP("hillstrom.csv not found: set WAYREEVE_TEST_DATA");
    double kept = 0.0, forgotten = 0.0, unchanged = 0.0;
    for (std::uint64_t order : {1, 2, 3}) {
        kept += trial::replay(*data, order, {0, 1, 2}, {1, 2, 0}).secondHalf / 3.0;
        forgotten += trial::replay(*data, order, {0, 1, 2}, {1, 2, 0}, 1000.0).secondHalf / 3.0;
        unchanged += trial::replay(*data, order, {0, 1, 2}, {}, 1000.0).visitRate / 3.0;
    }
    qInfo("arms permuted at half time, visit rate of the second half: %.4f, with a half-life of 1,000 updates %.4f; "
          "where nothing changes, with it %.4f",
          kept, forgotten, unchanged);
    QVERIFY(forgotten >= 0.165);
    QVERIFY(forgotten > kept);
    QVERIFY(unchanged >= 0.17);
}

void ValueModelLearningTest::intervalsCover_data() {
    QTest::addColumn<int>("arms");
    QTest::addColumn<int>("fields");
    QTest::addColumn<double>("base"); // logit of the base rate
    QTest::addColumn<double>("interaction");
    QTest::newRow("4 arms, 6 fields, 20 %") << 4 << 6 << -1.4 << 0.0;
    QTest::newRow("8 arms, 10 fields, 30 %, interactions") << 8 << 10 << -0.85 << 0.5;
    QTest::newRow("2 arms, 4 fields, 8 %") << 2 << 4 << -2.4 << 0.3;
}

// A logistic world that the model does not share: P = logistic(base + arm + weights·fields + interaction).
void ValueModelLearningTest::intervalsCover() {
    QFETCH(int, arms);
    QFETCH(int, fields);
    QFETCH(double, base);
    QFETCH(double, interaction);
    const Chance chance(31);
    const auto A = static_cast<std::size_t>(arms);
    const auto F = static_cast<std::size_t>(fields);
    std::vector<FieldSpec> specs;
    for (std::size_t f = 0; f < F; ++f)
        specs.push_back({static_cast<Sym>(f + 1), FieldSpec::Kind::Numeric});
    FeatureMap features(specs, 3);
    ValueModel model(features.layout());
    std::vector<std::uint32_t> indices;
    for (std::uint32_t a = 0; a < A; ++a)
        indices.push_back(static_cast<std::uint32_t>(model.ensureArm(a)));
    ChoicePolicy policy;
    ChoiceSettings settings;
    settings.caps = {std::nullopt, std::nullopt};
    Choice choice;
    std::vector<Prediction> predictions(A);
    std::vector<ChoiceCandidate> candidates(A);
    std::vector<FieldValue> row(F);
    std::vector<double> truth(A);
    std::vector<float> x;
    double all = 0.0;
    double chosen = 0.0;
    double counted = 0.0;
    for (std::uint64_t t = 0; t < 6000; ++t) {
        for (std::size_t f = 0; f < F; ++f)
            row[f] = FieldValue::ofNumber(chance.normal(t, f, Purpose::PopulationTrait));
        for (std::size_t a = 0; a < A; ++a) {
            double logit = base + 0.4 * chance.normal(a, 1000, Purpose::PopulationQuality);
            for (std::size_t f = 0; f < F; ++f)
                logit += 0.25 * chance.normal(a, f, Purpose::PopulationQuality) * row[f].number;
            truth[a] = portable::logistic(logit + interaction * row[0].number * row[1].number);
        }
        features.observe(row);
        features.encode(row, x);
        model.predictAll(x, indices, predictions);
        for (std::size_t a = 0; a < A; ++a)
            candidates[a] = {predictions[a].probability(), predictions[a].scale};
        policy.choose(candidates, settings, chance.uniform(t, 1, Purpose::Choice), choice);
        if (t >= 1000) {
            counted += 1.0;
            for (std::size_t a = 0; a < A; ++a) {
                const bool covered = predictions[a].low <= truth[a] && truth[a] <= predictions[a].high;
                all += covered ? 1.0 / static_cast<double>(A) : 0.0;
                chosen += covered && a == choice.chosen ? 1.0 : 0.0;
            }
        }
        const bool success = chance.uniform(t, choice.chosen, Purpose::PopulationReaction) < truth[choice.chosen];
        model.update(x, choice.chosen, success ? 1.0 : 0.0);
    }
    qInfo("90 %% intervals cover %.3f for all arms, %.3f for the chosen one", all / counted, chosen / counted);
    QVERIFY(all / counted >= 0.83 && all / counted <= 0.99);
    QVERIFY(chosen / counted >= 0.83 && chosen / counted <= 0.99);
}

int runValueModelLearningTest(int argc, char** argv);
int runValueModelLearningTest(int argc, char** argv) {
    ValueModelLearningTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_value_model_learning.moc"
