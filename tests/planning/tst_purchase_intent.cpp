#include "bandit_data.h"
#include "purchase_intent.h"

#include <QTest>

#include <cmath>

using namespace wayreeve::planning::trial;

class PurchaseIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areaByHand();
    void nearLogisticRegression();
};

void PurchaseIntentTest::areaByHand() {
    const std::vector<double> scores{0.1, 0.4, 0.35, 0.8, 0.4};
    const std::vector<std::uint8_t> truth{0, 0, 1, 1, 1};
    // Of six pairs: 0.35 beats 0.1 and not 0.4; 0.8 both; 0.4 beats 0.1 and ties: 1 + 2 + 1.5.
    QVERIFY(std::abs(areaUnderCurve(scores, truth) - 0.75) < 1e-12);
    QCOMPARE(areaUnderCurve(scores, std::vector<std::uint8_t>(5, 1)), 0.5);
    // 6 − 1.5 where signs are turned
    QVERIFY(std::abs(areaUnderCurve(std::vector<double>{-0.1, -0.4, -0.35, -0.8, -0.4}, truth) - 0.25) < 1e-12);
}

/// The model that learns online, one pass and any shape, is to keep up with a fit to all rows at once.
void PurchaseIntentTest::nearLogisticRegression() {
    const auto sessions = readSessions(dataDirectory() + "/online_shoppers_intention.csv");
    if (!sessions)
        QSKIP("online_shoppers_intention.csv not found: set WAYREEVE_TEST_DATA");
    QCOMPARE(sessions->rows.size(), std::size_t{12'330});
    QCOMPARE(sessions->columns.size(), std::size_t{16});
    constexpr std::size_t fitted = 9'000;
    const auto truth = std::span<const std::uint8_t>(sessions->bought).subspan(fitted);
    const double model = areaUnderCurve(valueModelScores(*sessions, fitted), truth);
    const double logistic = areaUnderCurve(logisticScores(*sessions, fitted), truth);
    qInfo("area under the curve: value model %.4f, logistic regression %.4f", model, logistic);
    QVERIFY(logistic > 0.65);
    QVERIFY(model > logistic - 0.02);
}

int runPurchaseIntentTest(int argc, char** argv);
int runPurchaseIntentTest(int argc, char** argv) {
    PurchaseIntentTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_purchase_intent.moc"
