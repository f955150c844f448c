#include "headless/lifetime_command_tests.h"

#include "headless/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace headless;

namespace {

double at(const QJsonObject& object, const char* member) {
    return object.value(QLatin1String(member)).toDouble(NAN);
}

} // namespace

/// 2,357 customers: the later half begins where the published fit ends, on 30 September 1997.
void LifetimeCommandTests::fitsCdnow() {
    QFile data(qEnvironmentVariable("WAYREEVE_TEST_DATA", QStringLiteral(WAYREEVE_SOURCE_DIR "/../shared/data")) +
               QStringLiteral("/CDNOW_sample.txt"));
    if (!data.open(QIODevice::ReadOnly))
        QSKIP("CDNOW_sample.txt is not there: set WAYREEVE_TEST_DATA to the folder that holds it");
    QByteArray csv = "customer,date,amount\n";
    while (!data.atEnd()) {
        const QList<QByteArray> words = data.readLine().simplified().split(' ');
        if (words.size() == 5)
            csv += words[1] + ',' + words[2].left(4) + '-' + words[2].mid(4, 2) + '-' + words[2].mid(6, 2) + ',' +
                   words[4] + '\n';
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("purchases.csv"));
    QVERIFY(writeFile(file, csv));
    const Outcome outcome = run({"lifetime", "--purchases", file, "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject answer = json(outcome.out).object();
    const QJsonObject later = answer.value(QStringLiteral("later_half")).toObject();
    QCOMPARE(at(later, "customers"), 2357.0);
    QCOMPARE(at(later, "made"), 1882.0);
    QVERIFY(at(later, "expected") > 1600 && at(later, "expected") < 1700); // 1,653 from the day before
    QVERIFY(at(later, "error") < 0.8 && at(later, "naive_error") > 1.0);
    QVERIFY(at(later, "held_money") > 0.85 && at(later, "held_money") < 0.95);
    const QJsonObject purchases = answer.value(QStringLiteral("purchases")).toObject();
    QVERIFY(at(purchases, "r") > 0.2 && at(purchases, "r") < 0.35);
    // People get the block that tracking-plan.yaml takes.
    const Outcome words = run({"lifetime", "--purchases", file});
    EXPECT_CODE(words, 0);
    QVERIFY(words.out.startsWith("  purchases: {r: 0.") && words.out.contains("\n  spend: {p: "));
}

void LifetimeCommandTests::badFiles_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const QByteArray heads = "customer,date,amount\n";
    QTest::newRow("no column") << QByteArray("customer,date\na,2026-03-02\n") << "lifetime.no-column"
                               << "“amount”";
    QTest::newRow("no date") << heads + "a,soon,3\n"
                             << "lifetime.bad-row"
                             << "“soon”";
    QTest::newRow("no amount") << heads + "a,2026-03-02,3\nb,2026-03-02,much\n"
                               << "lifetime.bad-row"
                               << "Row 2";
    QTest::newRow("not finite") << heads + "a,2026-03-02,inf\n"
                                << "lifetime.bad-row"
                                << "“inf”";
    QTest::newRow("too few") << heads + "a,2026-03-02,3\na,2026-03-09,3\n"
                             << "lifetime.too-few"
                             << "20";
    QTest::newRow("nobody") << heads << "lifetime.too-few"
                            << "20";
}

void LifetimeCommandTests::badFiles() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("purchases.csv"));
    QVERIFY(writeFile(file, csv));
    const Outcome outcome = run({"lifetime", "--purchases", file, "--json"});
    EXPECT_CODE(outcome, 1);
    const QJsonObject error = json(outcome.out).object().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("code")).toString(), code);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
}

void LifetimeCommandTests::misused() {
    EXPECT_CODE(run({"lifetime"}), 2);
    EXPECT_CODE(run({"lifetime", "somewhere", "--purchases", "file.csv"}), 2);
    EXPECT_CODE(run({"lifetime", "--purchase", "file.csv"}), 2);
}

/// Two promises, one kept; three uses of a feature: told by the newest run of the shipped template.
/// What came back by channel, open cases, how much the traffic is a person's, and who is none: counted by the run.
void LifetimeCommandTests::customersTellContactsAndQuality() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("ws"));
    copyWorkspace(QStringLiteral("templates/saas-renewal"), workspace);
    const QString events = folder.filePath(QStringLiteral("events.jsonl"));
    const auto line = [](const char* user, const char* id, const char* time, const char* event,
                         const char* more = "\"properties\":{}") {
        return QByteArray("{\"type\":\"track\",\"messageId\":\"") + id + "\",\"userId\":\"" + user +
               "\",\"timestamp\":\"" + time + "\",\"event\":\"" + event + "\"," + more + "}\n";
    };
    QVERIFY(writeFile(
        events, line("ana", "1", "2026-03-02T09:00:00Z", "Email Clicked") +
                    line("ana", "2", "2026-03-02T09:10:00Z", "Case Opened", R"("properties":{"topic":"technical"})") +
                    line("bot", "3", "2026-03-02T10:00:00Z", "Pricing Viewed",
                         R"("properties":{},"context":{"userAgent":"curl/8.5.0"})")));
    const Outcome imported = run({"import", workspace, "--events", events, "--json"});
    EXPECT_CODE(imported, 0);
    QCOMPARE(json(imported.out).object().value(QStringLiteral("machines")).toObject(),
             (QJsonObject{{"user-agent", 1}}));
    const auto memoryOf = [&](const char* user) {
        const Outcome outcome = run({"customer", workspace, user, "--json"});
        return json(outcome.out).object().value(QStringLiteral("memory")).toObject();
    };
    const QJsonObject ana = memoryOf("ana");
    const QJsonObject channel = ana.value(QStringLiteral("channels")).toArray()[0].toObject();
    QCOMPARE(channel.value(QStringLiteral("channel")).toString(), QStringLiteral("email"));
    QCOMPARE(channel.value(QStringLiteral("contacts")).toInt(), 0);
    QVERIFY(channel.value(QStringLiteral("last_contact")).isNull());
    QCOMPARE(channel.value(QStringLiteral("responses_90d")).toInt(), 1);
    QCOMPARE(channel.value(QStringLiteral("last_kind")).toString(), QStringLiteral("clicked"));
    QCOMPARE(channel.value(QStringLiteral("last_response")).toString(), QStringLiteral("2026-03-02T09:00:00Z"));
    const QJsonObject open = ana.value(QStringLiteral("open_cases")).toArray()[0].toObject();
    QCOMPARE(open.value(QStringLiteral("since")).toString(), QStringLiteral("2026-03-02T09:10:00Z"));
    QCOMPARE(ana.value(QStringLiteral("quality")).toDouble(), 1.0);
    QVERIFY(ana.value(QStringLiteral("quality_parts")).toArray().isEmpty());
    const QJsonObject bot = memoryOf("bot");
    QCOMPARE(bot.value(QStringLiteral("quality")).toDouble(), 0.1);
    const QJsonObject part = bot.value(QStringLiteral("quality_parts")).toArray()[0].toObject();
    QCOMPARE(part.value(QStringLiteral("reason")).toString(), QStringLiteral("user-agent"));
    QCOMPARE(part.value(QStringLiteral("taken")).toDouble(), 0.9);
    const Outcome words = run({"customer", workspace, "ana"});
    EXPECT_CODE(words, 0);
    for (const char* said : {"Last response by email: 2026-03-02T09:00:00Z, clicked.",
                             "Open case since 2026-03-02T09:10:00Z.", "Quality of the traffic (0 to 1): 1.000"})
        QVERIFY2(words.out.contains(said), words.out.constData());
    QVERIFY(run({"customer", workspace, "bot"}).out.contains("user-agent"));
}

void LifetimeCommandTests::customersTellTheirMemory() {
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("ws"));
    copyWorkspace(QStringLiteral("templates/saas-renewal"), workspace);
    const QString events = folder.filePath(QStringLiteral("events.jsonl"));
    const auto line = [](const char* id, const char* time, const char* event, const char* properties) {
        return QByteArray("{\"type\":\"track\",\"messageId\":\"") + id + "\",\"userId\":\"ana\",\"timestamp\":\"" +
               time + "\",\"event\":\"" + event + "\",\"properties\":" + properties + "}\n";
    };
    QVERIFY(writeFile(events, line("1", "2026-03-02T09:00:00Z", "Promise Made",
                                   R"({"promise":"import","by":"sales","due":"2026-03-03T12:00:00Z"})") +
                                  line("2", "2026-03-02T09:10:00Z", "Promise Made",
                                       R"({"promise":"call","by":"success","due":"2026-03-09T12:00:00Z"})") +
                                  line("3", "2026-03-02T10:00:00Z", "Feature Used", R"({"feature":"report"})") +
                                  line("4", "2026-03-02T11:00:00Z", "Feature Used", R"({"feature":"report"})") +
                                  line("4b", "2026-03-02T12:00:00Z", "Feature Used", R"({"feature":"report"})") +
                                  line("5", "2026-03-03T10:00:00Z", "Promise Kept", R"({"promise":"import"})") +
                                  line("6", "2026-03-04T10:00:00Z", "Contract Signed", R"({"value":900})")));
    EXPECT_CODE(run({"import", workspace, "--events", events}), 0);
    const Outcome outcome = run({"customer", workspace, "ana", "--json"});
    EXPECT_CODE(outcome, 0);
    const QJsonObject memory = json(outcome.out).object().value(QStringLiteral("memory")).toObject();
    const QJsonArray promises = memory.value(QStringLiteral("promises")).toArray();
    QCOMPARE(promises.size(), 2);
    QCOMPARE(promises[0].toObject().value(QStringLiteral("state")).toString(), QStringLiteral("kept"));
    QCOMPARE(promises[1].toObject().value(QStringLiteral("state")).toString(), QStringLiteral("open"));
    QCOMPARE(promises[1].toObject().value(QStringLiteral("by")).toString(), QStringLiteral("success"));
    const QJsonObject use = memory.value(QStringLiteral("affinities")).toArray()[0].toObject();
    QCOMPARE(use.value(QStringLiteral("leading")).toString(),
             QStringLiteral("report")); // 1.2 + 3 against 3 and 1.8
    const QJsonObject way = memory.value(QStringLiteral("progress")).toArray()[0].toObject();
    QCOMPARE(way.value(QStringLiteral("goal")).toString(), QStringLiteral("onboarded"));
    QCOMPARE(way.value(QStringLiteral("state")).toString(), QStringLiteral("on-plan"));
    QVERIFY(memory.value(QStringLiteral("lifetime_value")).isNull());
    const Outcome words = run({"customer", workspace, "ana"});
    EXPECT_CODE(words, 0);
    QVERIFY2(words.out.contains("Promise call (by success, due 2026-03-09T12:00:00Z): open"), words.out.constData());
}
