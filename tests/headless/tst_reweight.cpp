#include "headless/reweight_tests.h"

#include "headless/program.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace headless;

namespace {

QByteArray readFile(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject object(const QByteArray& out) {
    return json(out).object();
}

QJsonObject stage(const QJsonObject& found) {
    const QJsonArray stages = found.value(QLatin1String("stages")).toArray();
    return stages.size() == 1 ? stages.at(0).toObject() : QJsonObject();
}

const QByteArray stageHead = "  - id: cart-left\n    name: Left a full cart\n";
const QByteArray benchmark = "    benchmark: 0.35  # asked for by the board\n"
                             "    benchmark-event: Order Completed\n    benchmark-within: 3 d\n";
/// Those who look for coupons are not those who left a full cart.
const QByteArray rightWeight = "      - {signal: coupon-searched, weight: 0.1}\n      - {signal: shipping-checked";
const QByteArray wrongWeight = "      - {signal: coupon-searched, weight: 0.9}\n      - {signal: shipping-checked";

} // namespace

void ReweightCommandTests::initTestCase() {
    m_workspace = m_folder.filePath(QStringLiteral("demo"));
    copyWorkspace(QStringLiteral("demo"), m_workspace);
    const QString file = m_workspace + QStringLiteral("/stages.yaml");
    QByteArray text = readFile(file);
    text.replace("    benchmark: 0.35\n    benchmark-event: Order Completed\n    benchmark-within: 3 d\n", "");
    QCOMPARE(text.count(stageHead), 1);
    QCOMPARE(text.count(rightWeight), 1);
    text.replace(stageHead, stageHead + benchmark).replace(rightWeight, wrongWeight);
    QVERIFY(writeFile(file, text));
    EXPECT_CODE(run({"simulate", m_workspace, "--customers", "600", "--days", "12", "--seed", "3", "--threads", "2"}),
                0);
}

void ReweightCommandTests::namesTheWrongWeight() {
    const Outcome outcome = run({"reweight", m_workspace, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject found = stage(object(outcome.out));
    QCOMPARE(found.value(QLatin1String("stage")).toString(), QStringLiteral("cart-left"));
    QVERIFY(found.value(QLatin1String("far")).toBool());
    QVERIFY(found.value(QLatin1String("high")).toDouble() < 0.35);
    QCOMPARE(found.value(QLatin1String("signal")).toString(), QStringLiteral("coupon-searched"));
    QVERIFY(found.value(QLatin1String("weight")).toDouble() < 0.3);
    QVERIFY(!found.value(QLatin1String("applied")).toBool());
    QCOMPARE(found.value(QLatin1String("signals")).toArray().size(), 5);
    const QJsonObject accuracy = found.value(QLatin1String("accuracy")).toObject();
    QVERIFY(accuracy.value(QLatin1String("low")).toDouble() > 0);
    const Outcome words = run({"reweight", m_workspace});
    EXPECT_CODE(words, 0);
    QVERIFY2(words.out.contains("Proposed: coupon-searched from 0.90 to"), words.out.constData());
}

void ReweightCommandTests::needsARight_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("code");
    QTest::newRow("an approver") << QStringLiteral("mei") << QStringLiteral("right.edit");
    QTest::newRow("a viewer") << QStringLiteral("omar") << QStringLiteral("right.edit");
    QTest::newRow("nobody") << QStringLiteral("ghost") << QStringLiteral("approval.unknown-person");
}

void ReweightCommandTests::needsARight() {
    QFETCH(QString, person);
    QFETCH(QString, code);
    const QByteArray before = readFile(m_workspace + QStringLiteral("/stages.yaml"));
    const Outcome refused = run({"reweight", m_workspace, "--apply", "--as", person, "--json"});
    EXPECT_CODE(refused, 2);
    QCOMPARE(object(refused.out).value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(),
             code);
    QCOMPARE(readFile(m_workspace + QStringLiteral("/stages.yaml")), before);
}

void ReweightCommandTests::writesTheWeight() {
    const QString file = m_workspace + QStringLiteral("/stages.yaml");
    const QByteArray before = readFile(file);
    const Outcome outcome = run({"reweight", m_workspace, "--stage", "cart-left", "--apply", "--as", "ines", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject found = stage(object(outcome.out));
    QVERIFY(found.value(QLatin1String("applied")).toBool());
    // One number changed and nothing else: comments, order and forms are as they were.
    QByteArray expected = before;
    const QByteArray weight = QByteArray::number(found.value(QLatin1String("weight")).toDouble());
    expected.replace("coupon-searched, weight: 0.9", "coupon-searched, weight: " + weight);
    QCOMPARE(readFile(file), expected);
    EXPECT_CODE(run({"check", m_workspace}), 0);
    // The run still says the same, but the file is no longer what it was made with.
    const Outcome again = run({"reweight", m_workspace, "--apply", "--as", "ines", "--json"});
    EXPECT_CODE(again, 1);
    QVERIFY2(again.out.contains("reweight.changed"), again.out.constData());
    QCOMPARE(readFile(file), expected);
}

void ReweightCommandTests::foretellsLosses() {
    const Outcome outcome = run({"reweight", m_workspace, "--before", "Complaint Filed", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject found = object(outcome.out);
    QCOMPARE(found.value(QLatin1String("losses")).toArray(), (QJsonArray{QStringLiteral("Complaint Filed")}));
    // The demo's customers complain only once a case of theirs is open.
    const QJsonArray signs = found.value(QLatin1String("new_signals")).toArray();
    QVERIFY(!signs.isEmpty());
    const QJsonObject first = signs.at(0).toObject();
    QCOMPARE(first.value(QLatin1String("first")).toString(), QStringLiteral("Case Opened"));
    QVERIFY(first.value(QLatin1String("low")).toDouble() > 0);
    QVERIFY(first.value(QLatin1String("adjusted_p")).toDouble() <= 0.05);
}

void ReweightCommandTests::misused_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nobody applies") << QStringList{"--apply"};
    QTest::newRow("no such stage") << QStringList{"--stage", "cart-lef"};
    QTest::newRow("no such event") << QStringList{"--before", "Moon Landed"};
    QTest::newRow("no length") << QStringList{"--within", "soon"};
    QTest::newRow("no time at all") << QStringList{"--ahead", "0 d"};
    QTest::newRow("no such run") << QStringList{"--run", "s77"};
    QTest::newRow("no such option") << QStringList{"--aply"};
}

void ReweightCommandTests::misused() {
    QFETCH(QStringList, words);
    const Outcome outcome = run(QStringList{"reweight", m_workspace} + words);
    EXPECT_CODE(outcome, 2);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(outcome.out.isEmpty());
}

void ReweightCommandTests::explainTellsOfThePast() {
    const QJsonArray decisions =
        json(run({"decisions", m_workspace, "--limit", "6", "--action", "cart-reminder", "--json"}).out).array();
    QVERIFY(!decisions.isEmpty());
    bool any = false;
    for (const QJsonValue& value : decisions) {
        const QString id = value.toObject().value(QLatin1String("id")).toString();
        const Outcome outcome = run({"explain", m_workspace, id, "--json"});
        EXPECT_CODE(outcome, 0);
        const QJsonObject explanation = object(outcome.out);
        const QJsonArray past = explanation.value(QLatin1String("past")).toArray();
        QVERIFY(past.size() <= 3);
        const QString time = value.toObject().value(QLatin1String("time")).toString();
        double last = 1e9;
        for (const QJsonValue& one : past) {
            const QJsonObject item = one.toObject();
            QVERIFY(QDateTime::fromString(item.value(QLatin1String("time")).toString(), Qt::ISODateWithMs) <=
                    QDateTime::fromString(time, Qt::ISODateWithMs));
            QVERIFY(item.value(QLatin1String("score")).toDouble() <= last);
            last = item.value(QLatin1String("score")).toDouble();
            double shares = 0;
            for (const QJsonValue& term : item.value(QLatin1String("terms")).toArray())
                shares += term.toObject().value(QLatin1String("share")).toDouble();
            QVERIFY(std::abs(shares - 1) < 1e-9);
        }
        if (any || past.isEmpty())
            continue;
        any = true;
        const Outcome words = run({"explain", m_workspace, id});
        QVERIFY2(words.out.contains("What happened before (UTC):"), words.out.constData());
        QVERIFY(words.out.contains(past.at(0).toObject().value(QLatin1String("event")).toString().toUtf8()));
    }
    QVERIFY(any);
}
