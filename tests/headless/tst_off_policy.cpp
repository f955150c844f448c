#include "headless/off_policy_tests.h"

#include "headless/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace headless;

namespace {

const QByteArray four = "action,reward,pscore,pi_e_a,qhat_a,qhat_pi\n"
                        "a,1,0.5,0.25,0.6,0.5\n"
                        "b,0,0.25,0.5,0.2,0.4\n"
                        "a,1,0.02,0.5,0.5,0.3\n"
                        "c,0,0.8,0.4,0.1,0.2\n";

double estimateOf(const QJsonObject& answer, const char* estimator) {
    return answer.value(QLatin1String(estimator)).toObject().value(QStringLiteral("estimate")).toDouble(NAN);
}

QJsonObject answerTo(const QByteArray& log, const QStringList& more = {}) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("log.csv"));
    if (!writeFile(file, log))
        return {};
    const Outcome outcome = run(QStringList{"offpolicy", "--log", file, "--json"} + more);
    return outcome.code == 0 ? json(outcome.out).object() : QJsonObject();
}

} // namespace

/// The same four rows as in tests/measurement, worked out by hand.
void OffPolicyCommandTests::estimates() {
    const QJsonObject answer = answerTo(four);
    QCOMPARE(answer.value(QStringLiteral("rows")).toInt(), 4);
    QVERIFY(std::abs(estimateOf(answer, "logged") - 0.5) < 1e-9);
    QVERIFY(std::abs(estimateOf(answer, "ips") - 6.375) < 1e-9);
    QVERIFY(std::abs(estimateOf(answer, "snips") - 0.9107142857142857) < 1e-9);
    QVERIFY(std::abs(estimateOf(answer, "dm") - 0.35) < 1e-9);
    QVERIFY(std::abs(estimateOf(answer, "dr") - 3.4125) < 1e-9);
    QVERIFY(std::abs(estimateOf(answer, "switch_dr") - 0.2875) < 1e-9);
    QVERIFY(std::abs(answer.value(QStringLiteral("ess")).toDouble() - 1.2454328832406671) < 1e-9);
    const QJsonObject ips = answer.value(QStringLiteral("ips")).toObject();
    QVERIFY(std::abs(ips.value(QStringLiteral("low")).toDouble() + 5.795301893338253) < 1e-9);
    QVERIFY(std::abs(ips.value(QStringLiteral("high")).toDouble() - 18.545301893338255) < 1e-9);
    QCOMPARE(answer.value(QStringLiteral("warnings")).toArray(),
             (QJsonArray{QStringLiteral("few-effective-rows"), QStringLiteral("heavy-weights")}));
    QVERIFY(std::abs(estimateOf(answerTo(four, {"--tau", "30"}), "switch_dr") - 3.4125) < 1e-9);
}

void OffPolicyCommandTests::withoutPredictions() {
    const QJsonObject answer = answerTo("reward,pi_e_a,pscore\n1,0.5,0.5\n0,0.5,0.5\n");
    QVERIFY(std::abs(estimateOf(answer, "ips") - 0.5) < 1e-12);
    for (const char* estimator : {"dm", "dr", "switch_dr"})
        QVERIFY(answer.contains(QLatin1String(estimator)) && answer.value(QLatin1String(estimator)).isNull());
}

/// Judging a real log's own policy, with the propensities that it was drawn with, has no error at all.
void OffPolicyCommandTests::openBandit() {
    const QString data =
        qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data"));
    QFile file(data + QStringLiteral("/obd/bts-men/men.csv"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("obd/bts-men/men.csv is not there: set WAYREEVE_TEST_DATA to the folder that holds it");
    const QList<QByteArray> heads = file.readLine().trimmed().split(',');
    const qsizetype click = heads.indexOf("click"), score = heads.indexOf("propensity_score");
    QByteArray log = "action,reward,pscore,pi_e_a\n";
    int rows = 0, clicks = 0;
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() <= score)
            continue;
        ++rows;
        clicks += cells[click] == "1" ? 1 : 0;
        log += "0," + cells[click] + ',' + cells[score] + ',' + cells[score] + '\n';
    }
    QCOMPARE(rows, 10'000);
    const QJsonObject answer = answerTo(log);
    for (const char* estimator : {"logged", "ips", "snips"})
        QVERIFY(std::abs(estimateOf(answer, estimator) - clicks / 10'000.0) < 1e-12);
    QCOMPARE(answer.value(QStringLiteral("ess")).toDouble(), 10'000.0);
    QVERIFY(answer.value(QStringLiteral("warnings")).toArray().isEmpty());
}

void OffPolicyCommandTests::badLogs_data() {
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const QByteArray heads = "action,reward,pscore,pi_e_a\na,1,0.5,0.5\n";
    const QString bad = QStringLiteral("policy-log.bad-value");
    QTest::newRow("pscore 0") << heads + "a,1,0,0.5\n" << bad << QStringLiteral("Row 2");
    QTest::newRow("pscore below 0") << heads + "a,1,-0.1,0.5\n" << bad << QStringLiteral("“-0.1”");
    QTest::newRow("pscore above 1") << heads + "a,1,1.01,0.5\n" << bad << QStringLiteral("pscore");
    QTest::newRow("pi_e_a above 1") << heads + "a,1,0.5,1.5\n" << bad << QStringLiteral("pi_e_a");
    QTest::newRow("no number") << heads + "a,yes,0.5,0.5\n" << bad << QStringLiteral("“yes”");
    QTest::newRow("not finite") << heads + "a,inf,0.5,0.5\n" << bad << QStringLiteral("“inf”");
    QTest::newRow("empty cell") << heads + "a,1,,0.5\n" << bad << QStringLiteral("pscore");
    QTest::newRow("no column") << QByteArray("reward,pscore\n1,1\n") << QStringLiteral("policy-log.no-column")
                               << QStringLiteral("“pi_e_a”");
    QTest::newRow("one prediction of two") << QByteArray("reward,pscore,pi_e_a,qhat_a\n1,1,1,1\n")
                                           << QStringLiteral("policy-log.no-column") << QStringLiteral("“qhat_pi”");
    QTest::newRow("no rows") << QByteArray("reward,pscore,pi_e_a\n") << QStringLiteral("policy-log.no-rows")
                             << QStringLiteral("nothing to judge");
    QTest::newRow("short row") << heads + "a,1\n" << QStringLiteral("csv.bad-row") << QStringLiteral("3");
}

void OffPolicyCommandTests::badLogs() {
    QFETCH(QByteArray, log);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("log.csv"));
    QVERIFY(writeFile(file, log));
    const Outcome outcome = run({"offpolicy", "--log", file, "--json"});
    QVERIFY(outcome.code == 1 || outcome.code == 3);
    QCOMPARE(
        json(outcome.out).object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
        code);
    QVERIFY2(QString::fromUtf8(outcome.err).contains(says), outcome.err.constData());
}

void OffPolicyCommandTests::misused() {
    EXPECT_CODE(run({"offpolicy"}), 2);
    EXPECT_CODE(run({"offpolicy", "--log", "x.csv", "--tau", "0"}), 2);
    EXPECT_CODE(run({"offpolicy", "--log", "x.csv", "--tau", "ten"}), 2);
    EXPECT_CODE(run({"offpolicy", "--log", "/nowhere/x.csv"}), 3);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("log.csv"));
    QVERIFY(writeFile(file, four));
    const Outcome told = run({"offpolicy", "--log", file});
    EXPECT_CODE(told, 0);
    QVERIFY(told.out.contains("switch_dr"));
    QVERIFY(told.out.contains("0.910714"));
}
