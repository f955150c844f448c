#include "perception/fixture.h"
#include "perception/perception_tests.h"

#include <QFile>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;

namespace {

const Instant received = *parseInstant("2026-03-02T12:00:00Z");

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void EventTests::readsATrackEvent() {
    const auto event = parseSegmentEvent(
        json(R"({"type":"track","event":"Cart Updated","messageId":"m-1","userId":"ana","anonymousId":"s-9",
                 "timestamp":"2026-03-02T11:59:00.250Z","properties":{"value":12.5},
                 "context":{"timezone":"Europe/Berlin"}})"),
        received);
    QVERIFY(event.ok());
    QCOMPARE(event->type, EventType::Track);
    QCOMPARE(event->name, std::string("Cart Updated"));
    QCOMPARE(event->messageId, std::string("m-1"));
    QCOMPARE(event->userId, std::string("ana"));
    QCOMPARE(event->anonymousId, std::string("s-9"));
    QCOMPARE(event->time.ms, 1772452740250);
    QCOMPARE(event->receivedAt.ms, 1772452800000);
    QCOMPARE(event->properties.member("value").toDouble(), 12.5);
    QCOMPARE(event->zone, std::string("Europe/Berlin"));
}

void EventTests::namesTheOtherTypes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("properties");
    QTest::newRow("identify") << QByteArray(R"({"type":"identify","userId":"u","traits":{"a":1}})") << "Identified"
                              << QByteArray(R"({"a":1})");
    QTest::newRow("page") << QByteArray(R"({"type":"page","userId":"u","name":"Pricing","properties":{"url":"x"}})")
                          << "Page Viewed" << QByteArray(R"({"url":"x","name":"Pricing"})");
    QTest::newRow("page, named within") << QByteArray(
                                               R"({"type":"page","userId":"u","name":"A","properties":{"name":"B"}})")
                                        << "Page Viewed" << QByteArray(R"({"name":"B"})");
    QTest::newRow("screen") << QByteArray(R"({"type":"screen","anonymousId":"u"})") << "Screen Viewed"
                            << QByteArray("{}");
    QTest::newRow("group") << QByteArray(R"({"type":"group","userId":"u","groupId":7,"traits":{"name":"Acme"}})")
                           << "Grouped" << QByteArray(R"({"name":"Acme","groupId":"7"})");
    QTest::newRow("alias") << QByteArray(R"({"type":"alias","userId":"u","previousId":"s"})") << "Aliased"
                           << QByteArray("{}");
}

void EventTests::namesTheOtherTypes() {
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QByteArray, properties);
    const auto event = parseSegmentEvent(json(text.toStdString()), received);
    QVERIFY(event.ok());
    QCOMPARE(q(event->name), name);
    QVERIFY(event->properties == json(properties.toStdString()));
    QCOMPARE(event->time, received); // no timestamp: now
}

void EventTests::correctsClocks_data() {
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no sentAt") << QByteArray(R"("timestamp":"2026-03-02T11:00:00Z")") << "2026-03-02T11:00:00Z";
    // The sender's clock is an hour fast: sent 13:00 on its clock, received 12:00 on ours.
    QTest::newRow("fast clock") << QByteArray(R"("timestamp":"2026-03-02T12:30:00Z","sentAt":"2026-03-02T13:00:00Z")")
                                << "2026-03-02T11:30:00Z";
    QTest::newRow("slow clock, zone")
        << QByteArray(R"("timestamp":"2026-03-02T11:30:00+01:00","sentAt":"2026-03-02T11:00:00Z")")
        << "2026-03-02T11:30:00Z";
    QTest::newRow("original only")
        << QByteArray(R"("originalTimestamp":"2026-03-02T12:30:00Z","sentAt":"2026-03-02T13:00:00Z")")
        << "2026-03-02T11:30:00Z";
    QTest::newRow("corrected already")
        << QByteArray(
               R"("timestamp":"2026-03-02T11:30:00Z","originalTimestamp":"2026-03-02T12:30:00Z","sentAt":"2026-03-02T13:00:00Z")")
        << "2026-03-02T11:30:00Z";
    QTest::newRow("small lead is cut") << QByteArray(R"("timestamp":"2026-03-02T12:05:00Z")") << "2026-03-02T12:00:00Z";
}

void EventTests::correctsClocks() {
    QFETCH(QByteArray, times);
    QFETCH(QString, expected);
    const auto event =
        parseSegmentEvent(json(R"({"type":"track","event":"E","userId":"u",)" + times.toStdString() + "}"), received);
    QVERIFY(event.ok());
    QCOMPARE(q(formatInstant(event->time)), expected);
}

void EventTests::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* text, const char* error) {
        QTest::newRow(name) << QByteArray(text) << QString(error);
    };
    row("list", "[1]", "event.not-an-object");
    row("number", "7", "event.not-an-object");
    row("no type", R"({"userId":"u"})", "event.type type=");
    row("other type", R"({"type":"delete","userId":"u"})", "event.type type=delete");
    row("no name", R"({"type":"track","userId":"u"})", "event.no-name");
    row("blank name", R"({"type":"track","event":"  ","userId":"u"})", "event.no-name");
    row("name is a number", R"({"type":"track","event":3,"userId":"u"})", "event.no-name");
    row("no id", R"({"type":"track","event":"E"})", "event.no-id");
    row("no id, and no properties to name an object by", R"({"type":"track","event":"E","properties":{}})",
        "event.no-id");
    row("blank ids", R"({"type":"track","event":"E","userId":" ","anonymousId":null})", "event.no-id");
    row("bad timestamp", R"({"type":"track","event":"E","userId":"u","timestamp":"yesterday"})",
        "event.bad-time field=timestamp");
    row("bad sentAt", R"({"type":"track","event":"E","userId":"u","sentAt":12})", "event.bad-time field=sentAt");
    row("sent in the year 9999",
        R"({"type":"track","event":"E","userId":"u","timestamp":"2026-03-02T11:00:00Z","sentAt":"9999-12-31T23:59:59Z"})",
        "event.bad-time field=sentAt");
    row("future", R"({"type":"track","event":"E","userId":"u","timestamp":"2026-03-02T12:05:00.001Z"})",
        "event.future by=5 min");
    row("future day", R"({"type":"track","event":"E","userId":"u","timestamp":"2026-03-03T12:00:00Z"})",
        "event.future by=1 d");
    row("properties are a list", R"({"type":"track","event":"E","userId":"u","properties":[]})",
        "event.bad-properties found=list");
    row("a number that no double can hold", R"({"type":"track","event":"E","userId":"u","properties":{"value":1e999}})",
        "event.number-too-large property=value found=1E+999");
    row("one inside a list", R"({"type":"track","event":"E","userId":"u","properties":{"a":[1,{"b":-1.8e308}]}})",
        "event.number-too-large property=a.#1.b found=-1.8E+308");
    row("one among the traits", R"({"type":"identify","userId":"u","traits":{"spent":1e309}})",
        "event.number-too-large property=spent found=1E+309");
}

void EventTests::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const auto event = parseSegmentEvent(json(text.toStdString()), received);
    QVERIFY(!event.ok());
    QString found = q(event.error().code);
    for (const auto& [key, value] : event.error().parameters)
        found += ' ' + q(key) + '=' + q(value);
    QCOMPARE(found, error);
}

void EventTests::replacesMissingIds() {
    const auto idOf = [](const char* text, Instant at) { return parseSegmentEvent(json(text), at)->messageId; };
    const char* timed = R"({"type":"track","event":"E","userId":"u","timestamp":"2026-03-02T11:00:00Z"})";
    const char* resent =
        R"({"sentAt":"2026-03-02T11:30:00Z","userId":"u","event":"E","type":"track","timestamp":"2026-03-02T11:00:00Z"})";
    const char* other = R"({"type":"track","event":"F","userId":"u","timestamp":"2026-03-02T11:00:00Z"})";
    const char* untimed = R"({"type":"track","event":"E","userId":"u"})";
    const Instant later = received + Duration::seconds(1);
    QVERIFY(idOf(timed, received).starts_with("hash-"));
    QCOMPARE(idOf(timed, received).size(), std::size_t{37});
    QCOMPARE(idOf(resent, later), idOf(timed, received)); // a resend is the same event
    QVERIFY(idOf(other, received) != idOf(timed, received));
    QVERIFY(idOf(untimed, received) != idOf(untimed, later)); // two moments without ids are two events
    QCOMPARE(idOf(untimed, received), idOf(untimed, received));
}

void EventTests::cleansIds() {
    const auto event = parseSegmentEvent(
        json(
            R"({"type":"track","event":" Cart\n Updated\u0000 ","userId":42,"anonymousId":"\ta\r\nb ","messageId":7})"),
        received);
    QVERIFY(event.ok());
    QCOMPARE(event->name, std::string("Cart Updated"));
    QCOMPARE(event->userId, std::string("42"));
    QCOMPARE(event->anonymousId, std::string("ab"));
    QCOMPARE(event->messageId, std::string("7"));
}

void EventTests::readsBatches() {
    const auto events = parseSegmentBody(json(R"({"sentAt":"2026-03-02T13:00:00Z","batch":[
            {"type":"track","event":"A","userId":"u","timestamp":"2026-03-02T12:50:00Z"},
            {"type":"track","event":"B","timestamp":"2026-03-02T12:50:00Z"},
            {"type":"track","event":"C","userId":"u","timestamp":"2026-03-02T11:50:00Z","sentAt":"2026-03-02T12:00:00Z"},
            17]})"),
                                         received);
    QCOMPARE(events.size(), std::size_t{4});
    QCOMPARE(q(formatInstant(events[0]->time)), QString("2026-03-02T11:50:00Z"));
    QCOMPARE(events[1].error().code, std::string("event.no-id"));
    QCOMPARE(q(formatInstant(events[2]->time)), QString("2026-03-02T11:50:00Z"));
    QCOMPARE(events[3].error().code, std::string("event.not-an-object"));
}

void EventTests::writesWhatItReads() {
    for (const char* text :
         {R"({"type":"track","event":"E","userId":"u","anonymousId":"a","properties":{"x":[1,{"y":null}]},
              "timestamp":"2026-03-02T11:00:00.007Z","context":{"timezone":"Asia/Tokyo"}})",
          R"({"type":"group","userId":"u","groupId":"g"})", R"({"type":"alias","userId":"u","previousId":"p"})",
          R"({"type":"page","userId":"u","name":"Pricing"})",
          R"({"type":"identify","anonymousId":"a","traits":{"p":0.1}})"}) {
        const auto first = parseSegmentEvent(json(text), received);
        QVERIFY(first.ok());
        const auto again = parseSegmentEvent(json(writeJson(toSegmentJson(*first))), received);
        QVERIFY(again.ok());
        QVERIFY2(*again == *first, text);
    }
}

void EventTests::readsCapturedBodies() {
    const QString folder = qEnvironmentVariable("WAYREEVE_TEST_DATA", WAYREEVE_SOURCE_DIR "/../shared/data");
    QFile file(folder + "/captures/segment.json");
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("captures/segment.json is not in WAYREEVE_TEST_DATA");
    const Value captures = json(file.readAll().toStdString());
    std::size_t events = 0, bodies = 0;
    const Instant capturedAt = *parseInstant("2026-11-20T20:00:00Z");
    QVERIFY(captures.member("scenarios").context());
    for (const auto& [scenario, content] : *captures.member("scenarios").context())
        for (const Value& request : *content.member("requests").list()) {
            const Value body = request.member("body");
            if (!body.context())
                continue; // the capture shortens repeated bodies to a text
            ++bodies;
            for (const auto& event : parseSegmentBody(body, capturedAt)) {
                QVERIFY2(event.ok(), event.ok() ? "" : debugText(event.error()).c_str());
                QVERIFY(!event->messageId.empty());
                ++events;
            }
        }
    QCOMPARE(bodies, std::size_t{14});
    QCOMPARE(events, std::size_t{42}); // two bodies of 15, twelve of one
}

void EventTests::survivesBrokenInput() {
    const std::string seed =
        R"({"batch":[{"type":"track","event":"E","userId":"u","anonymousId":"a","timestamp":"2026-03-02T11:00:00.5Z",)"
        R"("sentAt":"2026-03-02T11:00:00Z","properties":{"v":1.5,"l":[1,2],"s":"\u00fc"},"context":{"timezone":"UTC"}},)"
        R"({"type":"alias","userId":"u","previousId":"x"},{"type":"page","name":"P","userId":"u"}],"sentAt":"2026-03-02T11:00:00Z"})";
    const std::string pieces[] = {"null",
                                  "[]",
                                  "{}",
                                  "\"\"",
                                  "1e6144",
                                  "-0",
                                  "true",
                                  "\"track\"",
                                  "\"9999-12-31T23:59:59Z\"",
                                  "\"0001-01-01T00:00:00Z\"",
                                  "[[[[",
                                  "}",
                                  ",",
                                  "\\u0000",
                                  "\xff",
                                  "\"timestamp\":"};
    std::mt19937 random(4711);
    std::size_t read = 0, refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed;
        for (unsigned change = random() % 4 + 1; change > 0; --change) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
            case 0:
                text[at] = static_cast<char>(random() % 256);
                break;
            case 1:
                text.erase(at, random() % 20);
                break;
            case 2:
                text.insert(at, pieces[random() % std::size(pieces)]);
                break;
            default: { // a value in place of a value
                const std::size_t colon = text.find(':', at);
                const std::size_t end = colon == std::string::npos ? colon : text.find_first_of(",}", colon);
                if (end != std::string::npos)
                    text.replace(colon + 1, end - colon - 1, pieces[random() % 10]);
            }
            }
            if (text.empty())
                text = "{}";
        }
        const auto parsed = parseJson(text);
        if (!parsed.ok())
            continue;
        for (const auto& event : parseSegmentBody(*parsed, received)) {
            if (!event.ok()) {
                QVERIFY(event.error().code.starts_with("event."));
                ++refused;
                continue;
            }
            ++read;
            QVERIFY(!event->messageId.empty() && !event->name.empty());
            const bool mayBeOfObject =
                event->type == EventType::Track && event->properties.context() && !event->properties.context()->empty();
            QVERIFY(!event->userId.empty() || !event->anonymousId.empty() || mayBeOfObject);
            QVERIFY(event->time <= event->receivedAt);
            QVERIFY(event->properties.context());
            const auto again = parseSegmentEvent(toSegmentJson(*event), received);
            QVERIFY2(again.ok() && *again == *event, text.c_str());
        }
    }
    QVERIFY(read > 1000 && refused > 1000);
}
