#include "ui_test.h"

#include "ui/live/live_presenter.h"
#include "ui/live/live_words.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

LiveNow running() {
    LiveNow now;
    now.mode = LiveMode::On;
    now.since = "5 Mar, 11:00";
    now.perSecond = 12.34;
    now.status.run = "l1";
    now.status.address = "127.0.0.1";
    now.status.port = 8787;
    now.status.door.events = 1204;
    now.status.progress.decisions = 310;
    now.status.progress.waiting = 4;
    now.status.progress.machines = 3;
    now.status.queued = 7;
    now.status.door.open = 2;
    return now;
}

audit::RunInfo storedRun(audit::RunStatus status) {
    audit::RunInfo run;
    run.tag = "l1";
    run.kind = audit::RunKind::Live;
    run.status = status;
    run.decisions = 310;
    return run;
}

QStringList lines(const QList<LiveFigure>& figures) {
    QStringList list;
    for (const LiveFigure& figure : figures)
        list.append(figure.name + "=" + figure.value + (figure.note.isEmpty() ? "" : " (" + figure.note + ")"));
    return list;
}

session::QuarantinedEvent held(std::uint64_t number, const char* name, const char* code) {
    session::QuarantinedEvent event;
    event.sequence = number;
    event.name = name;
    event.reason = Error{code, {{"property", "value"}, {"event", name}}, {}, 0, 0};
    return event;
}

} // namespace

class TestLiveWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCardSaysHowItStands_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("status"); ///< of the stored run; negative: none
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char* name, LiveMode mode, int status, const char* title, const char* begins) {
            QTest::newRow(name) << static_cast<int>(mode) << status << title << begins;
        };
        const int running = static_cast<int>(audit::RunStatus::Running);
        const int paused = static_cast<int>(audit::RunStatus::Paused);
        row("none", LiveMode::NoWorkspace, -1, "No workspace is open", "Open a workspace first.");
        row("first", LiveMode::Off, -1, "No events are taken", "Start, and your site or app can send events");
        row("still", LiveMode::Off, paused, "No events are taken",
            "Run l1 stands still at 5 Mar, 12:00. Starting goes on with it.");
        row("crashed", LiveMode::Off, running, "No events are taken", "Run l1 was cut off at 5 Mar, 12:00.");
        row("starting", LiveMode::Starting, paused, "Starting…", "Documents are read");
        row("elsewhere", LiveMode::Elsewhere, running, "Another program takes events", "Run l1 is at work there");
        row("ending", LiveMode::Ending, running, "Coming to a stand…", "Run  has begun");
    }
    void theCardSaysHowItStands() {
        QFETCH(int, mode);
        QFETCH(int, status);
        QFETCH(QString, title);
        QFETCH(QString, begins);
        LiveNow now;
        now.mode = static_cast<LiveMode>(mode);
        now.storedClock = "5 Mar, 12:00";
        if (status >= 0)
            now.stored = storedRun(static_cast<audit::RunStatus>(status));
        const LiveCard card = liveCard(now, english);
        QCOMPARE(card.title, title);
        QVERIFY2(card.sentence.startsWith(begins), qPrintable(card.sentence));
    }
    void aRunAtWorkShowsItsNumbers() {
        LiveNow now = running();
        LiveCard card = liveCard(now, english);
        QCOMPARE(card.title, QString("Events are taken"));
        QCOMPARE(card.sentence, QString("Run l1 has begun, since 5 Mar, 11:00. No receiver is set up: nothing leaves "
                                        "this computer."));
        QCOMPARE(card.address, QString("http://127.0.0.1:8787"));
        QCOMPARE(lines(card.figures),
                 QStringList({"Events since=1,204 (12 a second)", "Decisions of the run=310", "Waiting for a person=4",
                              "In the queue=7", "Connections=2", "Refused requests=0", "Software and bursts=3"}));
        QVERIFY(card.refused.isEmpty());
        now.status.takenUp = true;
        now.status.sendsReally = true;
        now.status.door.refused = {{401, 3}, {413, 1}, {418, 3}};
        now.status.door.busy = 2;
        card = liveCard(now, english);
        QVERIFY(card.sentence.startsWith("Run l1 goes on, since 5 Mar, 11:00. What is decided goes to the receivers"));
        QCOMPARE(lines(card.figures)[5], QString("Refused requests=9"));
        QCOMPARE(card.refused, QString("Refused: 3 without a known write key, 3 with answer 418, 2 while too busy "
                                       "(senders try again), 1 too large."));
    }
    void elsewhereTheStoreSpeaks() {
        LiveNow now;
        now.mode = LiveMode::Elsewhere;
        now.stored = storedRun(audit::RunStatus::Running);
        now.storedEvents = 12;
        now.storedWaiting = 3;
        QCOMPARE(lines(liveCard(now, english).figures),
                 QStringList({"Events=12", "Decisions=310", "Waiting for a person=3"}));
    }
    void whyItDidNotStart_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("offersNew");
        QTest::addColumn<QString>("has");
        QTest::newRow("documents") << "live.documents-changed" << true << "The documents changed since run l1";
        QTest::newRow("clock") << "live.clock-behind" << true << "Run l1 already stands at 5 Mar, 12:00";
        QTest::newRow("port") << "ingest.address" << false << "Events cannot be received at 127.0.0.1, port 80.";
        QTest::newRow("locked") << "store.locked" << false << "workspace";
    }
    void whyItDidNotStart() {
        QFETCH(QString, code);
        QFETCH(bool, offersNew);
        QFETCH(QString, has);
        LiveNow now;
        now.mode = LiveMode::Off;
        now.stored = storedRun(audit::RunStatus::Paused);
        now.storedClock = "5 Mar, 12:00";
        now.failed = Error{code.toStdString(), {{"address", "127.0.0.1"}, {"port", "80"}, {"run", "l1"}}, {}, 0, 0};
        const LiveCard card = liveCard(now, english);
        QCOMPARE(card.offersNew, offersNew);
        QVERIFY2(card.problem.contains(has), qPrintable(card.problem));
    }
    void theRateIsOfTheLastSeconds() {
        RateMeter meter;
        QCOMPARE(meter.perSecond(), 0.0);
        meter.add(0, 0);
        meter.add(1000, 50);
        QCOMPARE(meter.perSecond(), 50.0);
        meter.add(5000, 50);
        QCOMPARE(meter.perSecond(), 10.0);
        meter.add(6000, 50); // what came before the last five seconds no longer counts
        QCOMPARE(meter.perSecond(), 0.0);
    }
    void jsonIsLaidOutAndNothingElse_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("shown");
        QTest::newRow("members") << "{\"a\":1.50,\"b\":{\"c\":[1,2],\"d\":{}}}"
                                 << "{\n  \"a\": 1.50,\n  \"b\": {\n    \"c\": [\n      1,\n      2\n    ],\n"
                                    "    \"d\": {}\n  }\n}";
        QTest::newRow("text") << "{\"a\":\"x, {\\\"y\\\": [1]}\\\\\"}"
                              << "{\n  \"a\": \"x, {\\\"y\\\": [1]}\\\\\"\n}";
        QTest::newRow("laid out") << "{ \"a\" : [ ] }"
                                  << "{\n  \"a\": []\n}";
        QTest::newRow("none") << "no event, {at all}"
                              << "no event, {at all}";
        QTest::newRow("cut") << "{\"a\":\"b"
                             << "{\n  \"a\": \"b";
    }
    void jsonIsLaidOutAndNothingElse() {
        QFETCH(QString, json);
        QFETCH(QString, shown);
        QCOMPARE(indented(json.toStdString()), shown);
    }
    void quarantineSaysWhyAndHowOften() {
        using perception::Fate;
        std::vector<session::QuarantinedEvent> events{held(9, "Order Completed", "plan.missing-property"),
                                                      held(5, "", "event.no-name"), held(2, "", "event.no-name")};
        events[1].sentAgain = session::SentAgain{{}, "vera", "l2", 14, Fate::Accepted};
        events[2].sentAgain = session::SentAgain{{}, "", "l2", 15, Fate::Quarantined};
        const auto rows = quarantineRows(events, {"5 Mar, 12:00", "5 Mar, 11:30", "5 Mar, 11:00"});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0][0].text, QString("5 Mar, 12:00"));
        QCOMPARE(rows[0][1].text, QString("Order Completed"));
        QVERIFY(rows[0][1].note.isEmpty());
        QVERIFY2(rows[0][2].text.contains("value"), qPrintable(rows[0][2].text));
        QCOMPARE(rows[1][1].text, QString("no event"));
        QCOMPARE(rows[1][1].note, QString("sent again"));
        QCOMPARE(rows[2][1].note, QString("sent again, held back again"));
        QCOMPARE(sentAgainSentence(*events[1].sentAgain, "5 Mar, 12:10", "Vera Vogel"),
                 QString("Sent again 5 Mar, 12:10 by Vera Vogel: Accepted."));
        QCOMPARE(sentAgainSentence(*events[2].sentAgain, "5 Mar, 12:11", {}),
                 QString("Sent again 5 Mar, 12:11: Quarantined."));
        const auto reasons = reasonRows({{Fate::Malformed, events[1].reason, 2, 0},
                                         {Fate::Quarantined, events[0].reason, 1, 1},
                                         {Fate::FutureDated, {}, 1, 1}},
                                        english);
        QCOMPARE(reasons.size(), 3);
        QCOMPARE(reasons[0][0].text, QString("The event has no name. Give it one in “event”."));
        QCOMPARE(reasons[0][1].text, QString("2"));
        QCOMPARE(reasons[0][2].text, QString("0"));
        QCOMPARE(reasons[1][1].text, QString("1"));
        QCOMPARE(reasons[2][0].text, QString("It lay in the future; what came was not kept."));
        const auto fates = fateRows({{4, 1}, {6, 2}, {7, 3}}, english);
        QCOMPARE(fates[1][0].text, QString("Malformed"));
        QCOMPARE(fates[2][0].text, QString("Future-dated"));
        LiveData data;
        data.fates = {{0, 9}, {4, 1}, {6, 2}, {7, 3}};
        QCOMPARE(quarantinedOf(data), std::uint64_t{6});
    }
    void sourcesShowTheirFingerprintOnly() {
        ingest::Sources sources;
        sources.addKey("shop", "a-key");
        const auto rows = sourceRows(sources);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][0].text, QString("shop"));
        QCOMPARE(rows[0][1].text, QString("May send"));
        QCOMPARE(rows[0][2].text.size(), 12);
        QVERIFY(!rows[0][2].text.contains("a-key"));
    }
    void anExampleCanBePasted() {
        QVERIFY(sendExample({}, {}).startsWith("curl -u WRITE-KEY: http://127.0.0.1:8787/v1/track "));
        QVERIFY(sendExample("http://127.0.0.1:9", "k1").startsWith("curl -u k1: http://127.0.0.1:9/v1/track "));
    }
};

WAYREEVE_UI_TEST(TestLiveWords)
#include "tst_live_words.moc"
