#include "headless/program.h"
#include "headless/stages_tests.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace headless;

void StagesCommandTests::measures() {
    const Outcome outcome = run({"stages", resources + "demo", "--world", resources + "stage-worlds/demo.yaml",
                                 "--customers", "30", "--seed", "9", "--json"});
    QCOMPARE(outcome.code, 0);
    const QJsonObject answer = json(outcome.out).object();
    QCOMPARE(answer.value("moments").toInt(), 240);
    QCOMPARE(answer.value("stages").toArray().size(), 7);
    QCOMPARE(answer.value("shuffles").toArray().size(), 5);
    int counted = 0;
    const QJsonObject confusion = answer.value("confusion").toObject();
    for (const QJsonValue& row : confusion)
        for (const QJsonValue& count : row.toObject())
            counted += count.toInt();
    QCOMPARE(counted, 240);
    for (const char* figure : {"accuracy", "last_event", "shuffled", "filter"})
        QVERIFY2(answer.value(QLatin1String(figure)).toDouble() > 0, figure);
}

void StagesCommandTests::audits() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath("ws");
    copyWorkspace("demo", workspace);
    QCOMPARE(run({"simulate", workspace, "--customers", "40", "--days", "5", "--seed", "3"}).code, 0);
    const auto audit = [&](const QStringList& more) {
        return run(QStringList{"audit-stages", workspace, "--json"} + more);
    };
    QJsonObject answer = json(audit({"--moments", "6"}).out).object();
    QCOMPARE(answer.value("open").toInt(), 6);
    QVERIFY(answer.value("accuracy").isNull());
    const QJsonObject moment = answer.value("moments").toArray().at(1).toObject();
    QVERIFY(moment.value("stage").isNull()); // not before there is a label
    const QString id = moment.value("id").toString();
    const QJsonObject shown = json(audit({"--show", id}).out).object();
    QVERIFY(!shown.value("events").toArray().isEmpty());
    QVERIFY(!shown.contains("stage"));
    for (const QJsonValue& event : shown.value("events").toArray())
        QVERIFY(event.toObject().value("time").toString() <= moment.value("time").toString());
    answer = json(audit({"--label", id, "--stage", "upset", "--as", "mei"}).out).object();
    QCOMPARE(answer.value("labelled").toInt(), 1);
    QCOMPARE(answer.value("moments").toArray().at(1).toObject().value("person").toString(), QStringLiteral("mei"));
    QVERIFY(!answer.value("moments").toArray().at(1).toObject().value("stage").isNull());
    const Outcome again = audit({"--label", id, "--stage", "looking", "--as", "mei"});
    QCOMPARE(again.code, 1);
    QCOMPARE(json(again.out).object().value("error").toObject().value("code").toString(),
             QStringLiteral("stage-audit.labelled"));
    QCOMPARE(json(audit({}).out).object().value("labelled").toInt(), 1); // kept, and not drawn anew
    QCOMPARE(run({"verify", workspace}).code, 0);
}

void StagesCommandTests::misused_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString demo = resources + "demo";
    QTest::newRow("no world") << QStringList{"stages", demo} << 2;
    QTest::newRow("no such world") << QStringList{"stages", demo, "--world", "nowhere.yaml"} << 3;
    QTest::newRow("world of another workspace")
        << QStringList{"stages", demo, "--world", resources + "stage-worlds/saas-renewal.yaml"} << 1;
    QTest::newRow("label without a stage")
        << QStringList{"audit-stages", demo, "--label", "s1-1-1", "--as", "mei"} << 2;
    QTest::newRow("no workspace") << QStringList{"audit-stages", "nowhere"} << 3;
}

void StagesCommandTests::misused() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QCOMPARE(run(words).code, code);
}
