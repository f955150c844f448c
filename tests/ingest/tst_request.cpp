#include "base/json.h"
#include "ingest/door_fixture.h"
#include "ingest/ingest_tests.h"

#include <QFile>
#include <zlib.h>

#include <random>

using namespace wayreeve;
using wayreeve::ingest::DoorSettings;

Q_DECLARE_METATYPE(std::string)

namespace {

const std::string keyField = "Authorization: Basic a2V5Og==\r\n";
const std::string oneEvent = track("A"); // 41 bytes

std::string raw(const std::string& fields, const std::string& body,
                const std::string& line = "POST /v1/track HTTP/1.1") {
    return line + "\r\nHost: x\r\n" + keyField + fields + "\r\n" + body;
}

/// zlib's deflate; window 31 = gzip, 15 = zlib, -15 = bare.
std::string packed(const std::string& text, int window) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY);
    std::string in = text, out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : ",") + text;
    return all;
}

} // namespace

void RequestTests::frames_data() {
    QTest::addColumn<std::string>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("events"); // what the sink got
    const auto row = [](const char* name, const std::string& request, int status, bool closes,
                        const char* events = "") {
        QTest::newRow(name) << request << status << closes << QString::fromLatin1(events);
    };
    const std::string length = "Content-Length: 41\r\n", chunked = "Transfer-Encoding: chunked\r\n";
    QCOMPARE(oneEvent.size(), 41U);
    const std::string chunks = "29\r\n" + oneEvent + "\r\n0\r\n\r\n";
    row("length", raw(length, oneEvent), 200, false, "A");
    row("chunked", raw(chunked, chunks), 200, false, "A");
    row("chunked in two",
        raw(chunked, "a\r\n" + oneEvent.substr(0, 10) + "\r\n1f\r\n" + oneEvent.substr(10) + "\r\n0\r\n\r\n"), 200,
        false, "A");
    row("chunk extension", raw(chunked, "29;a=b\r\n" + oneEvent + "\r\n0\r\n\r\n"), 200, false, "A");
    row("trailers", raw(chunked, "29\r\n" + oneEvent + "\r\n0\r\nX: 1\r\n\r\n"), 200, false, "A");
    row("CHUNKED", raw("Transfer-Encoding: CHUNKED\r\n", chunks), 200, false, "A");
    row("blank line first", "\r\n" + raw(length, oneEvent), 200, false, "A");
    row("absolute target", raw(length, oneEvent, "POST http://x/v1/track?a=b HTTP/1.1"), 200, false, "A");
    row("HTTP/1.0", raw(length, oneEvent, "POST /v1/track HTTP/1.0"), 200, true, "A");
    row("asks to close", raw(length + "Connection: close\r\n", oneEvent), 200, true, "A");
    row("leading zeros", raw("Content-Length: 0041\r\n", oneEvent), 200, false, "A");

    row("length and chunked", raw(length + chunked, chunks), 400, true);
    row("chunked and length", raw(chunked + length, chunks), 400, true);
    row("two lengths", raw(length + "Content-Length: 5\r\n", oneEvent), 400, true);
    row("same length twice", raw(length + length, oneEvent), 400, true);
    row("list of lengths", raw("Content-Length: 41, 41\r\n", oneEvent), 400, true);
    row("negative length", raw("Content-Length: -1\r\n", oneEvent), 400, true);
    row("signed length", raw("Content-Length: +41\r\n", oneEvent), 400, true);
    row("hexadecimal length", raw("Content-Length: 0x29\r\n", oneEvent), 400, true);
    row("empty length", raw("Content-Length:\r\n", oneEvent), 400, true);
    row("length beyond 64 bits", raw("Content-Length: 18446744073709551660\r\n", oneEvent), 400, true);
    row("chunked twice", raw(chunked + chunked, chunks), 400, true);
    row("gzip, chunked", raw("Transfer-Encoding: gzip, chunked\r\n", chunks), 400, true);
    row("chunked, identity", raw("Transfer-Encoding: chunked, identity\r\n", chunks), 400, true);
    row("identity", raw("Transfer-Encoding: identity\r\n" + length, oneEvent), 400, true);
    row("xchunked", raw("Transfer-Encoding: xchunked\r\n", chunks), 400, true);
    row("quoted chunked", raw("Transfer-Encoding: \"chunked\"\r\n", chunks), 400, true);
    row("chunked in HTTP/1.0", raw(chunked, chunks, "POST /v1/track HTTP/1.0"), 400, true);
    row("blank before the colon", raw("Content-Length : 41\r\n", oneEvent), 400, true);
    row("vertical tab in coding",
        raw("Transfer-Encoding:\x0b"
            "chunked\r\n",
            chunks),
        400, true);
    row("folded line", raw("X: a\r\n b\r\n" + length, oneEvent), 400, true);
    row("folded coding", raw("Transfer-Encoding:\r\n chunked\r\n", chunks), 400, true);
    row("bare line feed", raw("X: a\n" + length, oneEvent), 400, true);
    row("only line feeds", "POST /v1/track HTTP/1.1\nHost: x\nContent-Length: 0\n\n", 400, true);
    row("bare carriage return", raw("X: a\rb\r\n" + length, oneEvent), 400, true);
    row("NUL in a field", raw(std::string("X: a\0b\r\n", 8) + length, oneEvent), 400, true);
    row("NUL in the target", raw(length, oneEvent, std::string("POST /v1/tr\0ck HTTP/1.1", 23)), 400, true);
    row("no colon", raw("nonsense\r\n" + length, oneEvent), 400, true);
    row("empty name", raw(": x\r\n" + length, oneEvent), 400, true);
    row("no host", "POST /v1/track HTTP/1.1\r\n" + keyField + length + "\r\n" + oneEvent, 400, true);
    row("two hosts", raw("Host: y\r\n" + length, oneEvent), 400, true);
    row("no version", raw(length, oneEvent, "POST /v1/track"), 400, true);
    row("HTTP/2.0", raw(length, oneEvent, "POST /v1/track HTTP/2.0"), 505, true);
    row("HTTP/0.9", raw(length, oneEvent, "POST /v1/track HTTP/0.9"), 505, true);
    row("TLS hello", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400, true);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, true);

    row("chunk size no number", raw(chunked, "zz\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk size signed", raw(chunked, "+29\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk size 0x", raw(chunked, "0x29\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk size empty", raw(chunked, "\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk size beyond 64 bits", raw(chunked, "1000000000000002c\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk longer than its size", raw(chunked, "28\r\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk size by line feed", raw(chunked, "29\n" + oneEvent + "\r\n0\r\n\r\n"), 400, true);
    row("chunk end by line feed", raw(chunked, "29\r\n" + oneEvent + "\n0\r\n\r\n"), 400, true);
    row("endless chunk extension", raw(chunked, "29;" + std::string(9000, 'a')), 400, true);
    row("endless trailer", raw(chunked, "29\r\n" + oneEvent + "\r\n0\r\nX: " + std::string(9000, 'a')), 400, true);

    row("expects something else", raw("Expect: coffee\r\n" + length, oneEvent), 417, true);
    row("long head", raw("X: " + std::string(9000, 'a') + "\r\n" + length, oneEvent), 431, true);
    row("endless head", raw("X: " + std::string(9000, 'a'), ""), 431, true);
    row("many fields",
        raw(
            [] {
                std::string fields;
                for (int i = 0; i < 2000; ++i)
                    fields += "a: b\r\n";
                return fields;
            }(),
            oneEvent),
        431, true);
    row("long target", raw(length, oneEvent, "POST /v1/track?" + std::string(3000, 'a') + " HTTP/1.1"), 414, true);
    row("endless target", "POST /" + std::string(9000, 'a'), 414, true);
    row("body too large", raw("Content-Length: 1048577\r\n", ""), 413, true);
    row("chunk too large", raw(chunked, "100001\r\n"), 413, true);
    row("chunks too large together",
        raw(chunked,
            [] {
                std::string all;
                for (int i = 0; i < 17; ++i)
                    all += "10000\r\n" + std::string(65536, ' ') + "\r\n";
                return all;
            }()),
        413, true);
}

void RequestTests::frames() {
    QFETCH(std::string, request);
    QFETCH(int, status);
    QFETCH(bool, closes);
    QFETCH(QString, events);
    const DoorFixture fixture;
    RawClient client = fixture.client();
    client.send(request);
    const auto response = client.read();
    QCOMPARE(response.status, status);
    QCOMPARE(response.head.find("Connection: close") != std::string::npos, closes);
    if (closes) {
        QVERIFY(client.closedByPeer());
    } else { // what follows on the connection is a request of its own
        QVERIFY(client.send(post("/v1/track", track("B"))));
        QCOMPARE(client.read().status, 200);
        events += ",B";
    }
    QCOMPARE(QString::fromStdString(joined(fixture.collector.texts("event"))), events);
}

void RequestTests::routes_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type"); // that the untyped object gets
    for (const char* type : {"track", "identify", "page", "screen", "group", "alias"}) {
        QTest::addRow("%s", type) << QStringLiteral("POST /v1/%1").arg(QLatin1String(type)) << 200 << type;
        QTest::addRow("%s/", type) << QStringLiteral("POST /v1/%1/").arg(QLatin1String(type)) << 200 << type;
        QTest::addRow("%c", type[0]) << QStringLiteral("POST /v1/%1").arg(QLatin1Char(type[0])) << 200 << type;
    }
    QTest::newRow("batch") << "POST /v1/batch" << 200 << "";
    QTest::newRow("b") << "POST /v1/b" << 200 << "";
    QTest::newRow("import") << "POST /v1/import" << 200 << "";
    QTest::newRow("events") << "POST /v1/events" << 200 << "";
    QTest::newRow("query") << "POST /v1/track?x=1" << 200 << "track";
    QTest::newRow("unknown") << "POST /v1/tracks" << 404 << "";
    QTest::newRow("root") << "POST /" << 404 << "";
    QTest::newRow("encoded") << "POST /v1/%74rack" << 404 << "";
    QTest::newRow("dots") << "POST /v1/../v1/track" << 404 << "";
    QTest::newRow("GET") << "GET /v1/track" << 405 << "";
    QTest::newRow("PUT") << "PUT /v1/track" << 405 << "";
    QTest::newRow("POST to health") << "POST /health" << 405 << "";
}

void RequestTests::routes() {
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, type);
    const DoorFixture fixture;
    const std::string request = raw("Content-Length: 14\r\n", R"({"userId":"1"})", line.toStdString() + " HTTP/1.1");
    const auto response = fixture.ask(request);
    QCOMPARE(response.status, status);
    const auto types = fixture.collector.texts("type");
    QCOMPARE(types.size(), status == 200 ? 1U : 0U);
    if (status == 200)
        QCOMPARE(QString::fromStdString(types[0]), type);
    else
        QVERIFY(parseJson(response.body)->member("error").text());
    QCOMPARE(fixture.door->counts().refused.size(), status == 200 ? 0U : 1U);
}

void RequestTests::authorises_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("source"); // empty: 401
    const QString plain = QStringLiteral(R"({"type":"track","userId":"1","event":"A"})");
    QTest::newRow("basic") << "Basic a2V5Og==" << plain << "shop";
    QTest::newRow("basic with password") << "Basic a2V5OnB3" << plain << "shop";
    QTest::newRow("basic unpadded") << "Basic a2V5Og" << plain << "shop";
    QTest::newRow("basic without colon") << "Basic a2V5" << plain << "shop";
    QTest::newRow("BASIC") << "BASIC a2V5Og==" << plain << "shop";
    QTest::newRow("bearer") << "Bearer other" << plain << "web";
    QTest::newRow("head counts before body") << "Bearer other"
                                             << R"({"writeKey":"key","type":"track"})"
                                             << "web";
    QTest::newRow("wrong basic") << "Basic d3Jvbmc6" << plain << "";
    QTest::newRow("wrong head, right body") << "Basic d3Jvbmc6"
                                            << R"({"writeKey":"key","type":"track"})"
                                            << "";
    QTest::newRow("no base64") << "Basic !!!" << plain << "";
    QTest::newRow("empty basic") << "Basic Og==" << plain << "";
    QTest::newRow("digest") << "Digest username=key" << plain << "";
    QTest::newRow("nothing") << "" << plain << "";
    QTest::newRow("body") << ""
                          << R"({"writeKey":"key","type":"track"})"
                          << "shop";
    QTest::newRow("batch") << ""
                           << R"({"batch":[{"type":"track"}],"writeKey" : "other"})"
                           << "web";
    QTest::newRow("every event") << ""
                                 << R"({"batch":[{"writeKey":"key"},{"writeKey":"key"}]})"
                                 << "shop";
    QTest::newRow("one event") << ""
                               << R"({"batch":[{"a":1},{"writeKey":"key"}]})"
                               << "shop";
    QTest::newRow("two sources") << ""
                                 << R"({"batch":[{"writeKey":"key"},{"writeKey":"other"}]})"
                                 << "";
    QTest::newRow("one unknown") << ""
                                 << R"({"batch":[{"writeKey":"key"},{"writeKey":"no"}]})"
                                 << "";
    QTest::newRow("key elsewhere") << ""
                                   << R"({"type":"track","properties":{"writeKey":"key"}})"
                                   << "";
    QTest::newRow("key no text") << ""
                                 << R"({"writeKey":7,"type":"track"})"
                                 << "";
    QTest::newRow("broken body with key") << ""
                                          << R"({"writeKey":"key",)"
                                          << "";
}

void RequestTests::authorises() {
    QFETCH(QString, field);
    QFETCH(QString, body);
    QFETCH(QString, source);
    const DoorFixture fixture;
    const std::string text = body.toStdString();
    const auto response =
        fixture.ask("POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(text.size()) +
                    (field.isEmpty() ? "" : "\r\nAuthorization: " + field.toStdString()) + "\r\n\r\n" + text);
    QCOMPARE(response.status, source.isEmpty() ? 401 : 200);
    const auto parcels = fixture.collector.parcels();
    QCOMPARE(parcels.size(), source.isEmpty() ? 0U : 1U);
    if (!source.isEmpty())
        QCOMPARE(QString::fromStdString(parcels[0].source), source);
}

void RequestTests::readsBodies_data() {
    QTest::addColumn<std::string>("fields");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("events");
    const auto row = [](const char* name, const std::string& fields, const std::string& body, int status,
                        const char* events) {
        QTest::newRow(name) << fields << body << status << QString::fromLatin1(events);
    };
    const std::string gzip = packed(oneEvent, 31);
    row("plain", "Content-Type: application/json\r\n", oneEvent, 200, "A");
    row("form type", "Content-Type: application/x-www-form-urlencoded\r\n", oneEvent, 200, "A");
    row("text type", "Content-Type: text/plain\r\n", oneEvent, 200, "A");
    row("no type", "", oneEvent, 200, "A");
    row("gzip", "Content-Encoding: gzip\r\n", gzip, 200, "A");
    row("gzip, wrong type", "Content-Encoding: gzip\r\nContent-Type: application/x-www-form-urlencoded\r\n", gzip, 200,
        "A");
    row("x-gzip", "Content-Encoding: X-GZIP\r\n", gzip, 200, "A");
    row("gzip unannounced", "", gzip, 200, "A");
    row("gzip called identity", "Content-Encoding: identity\r\n", gzip, 200, "A");
    row("gzip in two members", "Content-Encoding: gzip\r\n",
        packed(oneEvent.substr(0, 9), 31) + packed(oneEvent.substr(9), 31), 200, "A");
    row("announced, not packed", "Content-Encoding: gzip\r\n", oneEvent, 200, "A");
    row("deflate", "Content-Encoding: deflate\r\n", packed(oneEvent, 15), 200, "A");
    row("deflate without frame", "Content-Encoding: deflate\r\n", packed(oneEvent, -15), 200, "A");
    row("deflate announced, not packed", "Content-Encoding: deflate\r\n", oneEvent, 200, "A");
    row("brotli", "Content-Encoding: br\r\n", oneEvent, 415, "");
    row("gzip twice", "Content-Encoding: gzip, gzip\r\n", gzip, 415, "");
    row("gzip with trash behind", "Content-Encoding: gzip\r\n", gzip + "trash", 200, "A");
    row("list", "", "[" + oneEvent + "," + track("B") + "]", 200, "A,B");
    row("batch", "", R"({"batch":[)" + oneEvent + "," + track("B") + "]}", 200, "A,B");
    row("byte order of keys", "", R"({"sentAt":"2026-01-01T00:00:00Z","batch":[)" + oneEvent + "]}", 200, "A");
    row("empty", "", "", 200, "");
    row("empty batch", "", R"({"batch":[]})", 200, "");
    std::string many = "[";
    for (int i = 0; i < 5000; ++i)
        many += "{},";
    row("5000 events", "", many.substr(0, many.size() - 1) + "]", 200, std::string(4999, ',').c_str());
    row("5001 events", "", many + "{}]", 413, "");
}

void RequestTests::readsBodies() {
    QFETCH(std::string, fields);
    QFETCH(std::string, body);
    QFETCH(int, status);
    QFETCH(QString, events);
    const DoorFixture fixture;
    QCOMPARE(fixture.ask(post("/v1/batch", body, fields)).status, status);
    std::string names;
    bool first = true;
    for (const auto& name : fixture.collector.texts("event")) {
        names += (first ? "" : ",") + name;
        first = false;
    }
    QCOMPARE(QString::fromStdString(names), events);
}

void RequestTests::quarantines_data() {
    QTest::addColumn<std::string>("fields");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("text"); // the one event
    const auto row = [](const char* name, const std::string& fields, const std::string& body, const std::string& text) {
        QTest::newRow(name) << fields << body << text;
    };
    row("no json", "", "hello", "hello");
    row("cut off", "", R"({"batch":[)", R"({"batch":[)");
    row("two objects", "", "{}{}", "{}{}");
    row("key twice", "", R"({"a":1,"a":2})", R"({"a":1,"a":2})");
    row("invalid UTF-8", "", "{\"a\":\"\xff\"}", "{\"a\":\"\xef\xbf\xbd\"}");
    row("too deep", "", std::string(65, '[') + std::string(65, ']'), std::string(65, '[') + std::string(65, ']'));
    row("number beyond range", "", R"({"a":1e999999})", R"({"a":1e999999})");
    row("key within", "", R"({"writeKey":"key",)", R"({"writeKey":"*",)"); // the head's key never goes on
    row("gzip cut off", "Content-Encoding: gzip\r\n", packed(oneEvent, 31).substr(0, 10), "");
    row("gzip of no json", "Content-Encoding: gzip\r\n", packed("hello", 31), "hello");
}

void RequestTests::quarantines() {
    QFETCH(std::string, fields);
    QFETCH(std::string, body);
    QFETCH(std::string, text);
    const DoorFixture fixture;
    const auto response = fixture.ask(post("/v1/batch", body, fields));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, std::string(R"({"success": true})"));
    const auto events = fixture.collector.events();
    QCOMPARE(events.size(), 1U);
    QVERIFY(events[0].text());
    QCOMPARE(*events[0].text(), text);
}

void RequestTests::translatesCloudEvents_data() {
    QTest::addColumn<std::string>("fields");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("events"); // as JSON
    const auto row = [](const char* name, const std::string& fields, const std::string& body,
                        const std::string& events) { QTest::newRow(name) << fields << body << events; };
    const std::string structured = "Content-Type: application/cloudevents+json\r\n";
    const std::string head = R"("specversion":"1.0","id":"7","source":"/s","type":"com.x.paid")";
    const std::string base = R"([{"type":"track","event":"com.x.paid","messageId":"/s 7")";
    const std::string attributes = R"("context":{"cloudevent":{)" + head;
    row("structured", structured,
        "{" + head + R"(,"subject":"c1","time":"2026-01-02T03:04:05Z","tenant":"t","data":{"v":1}})",
        base + R"(,"userId":"c1","timestamp":"2026-01-02T03:04:05Z","properties":{"v":1},)" + attributes +
            R"(,"subject":"c1","time":"2026-01-02T03:04:05Z","tenant":"t"}}}])");
    row("any type", "Content-Type: text/plain\r\n", "{" + head + "}", base + "," + attributes + "}}}]");
    row("anonymous", structured, "{" + head + R"(,"anonymousid":"a","userid":"u"})",
        base + R"(,"userId":"u","anonymousId":"a",)" + attributes + R"(,"anonymousid":"a","userid":"u"}}}])");
    row("data no object", structured, "{" + head + R"(,"data":[1]})",
        base + R"(,"properties":{"data":[1]},)" + attributes + "}}}]");
    row("bytes", structured, "{" + head + R"(,"data_base64":"AA=="})",
        base + R"(,"properties":{"data_base64":"AA=="},)" + attributes + "}}}]");
    row("blank in source", structured, R"({"specversion":"1.0","id":"7","source":"a b","type":"t"})",
        R"([{"type":"track","event":"t","messageId":"a%20b 7","context":{"cloudevent":{"specversion":"1.0","id":"7","source":"a b","type":"t"}}}])");
    row("batch", "Content-Type: application/cloudevents-batch+json\r\n", "[{" + head + "},{" + head + "}]",
        base + "," + attributes + "}}}," + base.substr(1) + "," + attributes + "}}}]");
    row("no id", structured, R"({"specversion":"1.0","source":"/s","type":"t"})",
        R"([{"specversion":"1.0","source":"/s","type":"t"}])");
    row("other version", structured, R"({"specversion":"0.3","id":"7","source":"/s","type":"t"})",
        R"([{"specversion":"0.3","id":"7","source":"/s","type":"t"}])");
    row("no json", structured, "x", R"(["x"])");
    const std::string binary =
        "ce-specversion: 1.0\r\nce-id: 7\r\nce-source: /s\r\nCE-Type: com.x.paid\r\nce-subject: M%C3%BCller\r\n";
    const std::string user = base + ",\"userId\":\"M\xc3\xbcller\"";
    row("binary", binary + "Content-Type: application/json\r\n", R"({"v":1})",
        user + R"(,"properties":{"v":1},)" + attributes +
            ",\"subject\":\"M\xc3\xbcller\",\"datacontenttype\":\"application/json\"}}}]");
    row("binary, empty", binary + "TE: x\r\nce-data: no\r\nce-id: 8\r\n", "",
        user + "," + attributes + ",\"subject\":\"M\xc3\xbcller\"}}}]");
    row("binary text", binary + "Content-Type: text/plain\r\n", "hi",
        user + R"(,"properties":{"data":"hi"},)" + attributes +
            ",\"subject\":\"M\xc3\xbcller\",\"datacontenttype\":\"text/plain\"}}}]");
    row("binary bytes", binary + "Content-Type: image/png\r\n", std::string("\xff\x00", 2),
        user + R"(,"properties":{"data_base64":"/wA="},)" + attributes +
            ",\"subject\":\"M\xc3\xbcller\",\"datacontenttype\":\"image/png\"}}}]");
}

void RequestTests::translatesCloudEvents() {
    QFETCH(std::string, fields);
    QFETCH(std::string, body);
    QFETCH(std::string, events);
    const DoorFixture fixture;
    QCOMPARE(fixture.ask(post("/v1/events", body, fields)).status, 200);
    QCOMPARE(writeJson(List(fixture.collector.events())), writeJson(*parseJson(events)));
}

void RequestTests::takesKeysOut() {
    const DoorFixture fixture;
    const std::string body = R"({"writeKey":"key","batch":[{"type":"track","writeKey":"key","a":" é "}]})";
    QCOMPARE(fixture.ask(post("/v1/batch", body)).status, 200);
    QCOMPARE(fixture.ask(post("/v1/t", R"({"writeKey":"key","event":"A"})")).status, 200);
    QCOMPARE(writeJson(List(fixture.collector.events())),
             std::string(R"([{"type":"track","a":" é "},{"event":"A","type":"track"}])"));
}

void RequestTests::keepsBatches() {
    const DoorFixture fixture;
    const std::string body = R"({"sentAt":"2026-01-01T00:00:00Z","context":{"ip":"::1"},)"
                             R"("batch":[{"a":1},{"a":2,"context":{}},"text",3]})";
    QCOMPARE(fixture.ask(post("/v1/batch", body)).status, 200);
    const auto parcels = fixture.collector.parcels();
    QCOMPARE(parcels.size(), 1U);
    QCOMPARE(parcels[0].sentAt, Value("2026-01-01T00:00:00Z"));
    QCOMPARE(writeJson(List(parcels[0].events)),
             std::string(R"([{"a":1,"context":{"ip":"::1"}},{"a":2,"context":{}},"text",3])"));
    QCOMPARE(fixture.door->counts().events, 4U);
    QCOMPARE(fixture.door->counts().kept, 1U);
}

void RequestTests::refusesBombs() {
    const DoorFixture fixture;
    const std::string zeros(100 << 20, '0');
    const std::string bomb = packed(zeros, 31); // about 100 kB
    QVERIFY(bomb.size() < 200'000);
    QCOMPARE(fixture.ask(post("/v1/batch", bomb, "Content-Encoding: gzip\r\n")).status, 413);
    // Small enough, but grown more than 200-fold.
    QCOMPARE(fixture.ask(post("/v1/batch", packed(std::string(2 << 20, '0'), 31))).status, 413);
    // Grown about 50-fold only, but to 9 MB.
    std::mt19937 random(1);
    std::string large;
    for (int i = 0; i < 9000; ++i) {
        for (int digit = 0; digit < 30; ++digit)
            large += static_cast<char>('0' + random() % 10);
        large.append(970, '0');
    }
    const std::string slow = packed(large, 31);
    QVERIFY(slow.size() > 100'000 && slow.size() < 300'000);
    QCOMPARE(fixture.ask(post("/v1/batch", slow)).status, 413);
    QCOMPARE(fixture.ask(post("/v1/batch", packed(large.substr(0, 8 << 20), 31))).status, 200);
    QCOMPARE(fixture.collector.offered(), 1U); // 8 MiB are let through, and are no JSON
    const std::string bare = packed(zeros, -15);
    QCOMPARE(fixture.ask(post("/v1/batch", bare, "Content-Encoding: deflate\r\n")).status, 413);
    QCOMPARE(fixture.collector.offered(), 1U);
    QCOMPARE(fixture.ask(post("/v1/batch", oneEvent)).status, 200);
}

void RequestTests::replaysCaptures() {
    const DoorFixture fixture;
    RawClient client = fixture.client();
    const std::pair<const char*, int> captures[] = {
        {"segment_batch", 1}, {"segment_resent", 2}, {"cloudevents_binary", 1}, {"cloudevents_structured", 1}};
    for (const auto& [name, requests] : captures) {
        QFile file(QStringLiteral(WAYREEVE_TEST_DIR "/captures/%1.http").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(client.send(file.readAll().toStdString()));
        for (int i = 0; i < requests; ++i)
            QCOMPARE(client.read().status, 200);
    }
    const auto parcels = fixture.collector.parcels();
    QCOMPARE(parcels.size(), 5U);
    QCOMPARE(parcels[0].source, std::string("captured"));
    QCOMPARE(parcels[0].events.size(), 15U);
    QCOMPARE(parcels[0].events[0].path("traits.email"), Value("a@example.com"));
    QCOMPARE(parcels[0].events[1].member("messageId"), Value("fixed-id-1"));
    QCOMPARE(parcels[1].events.size(), 1U); // a resend has the same message id and its own sentAt
    QCOMPARE(parcels[1].events, parcels[2].events);
    QVERIFY(!(parcels[1].sentAt == parcels[2].sentAt));
    for (const std::size_t i : {3U, 4U}) {
        QCOMPARE(parcels[i].events.size(), 1U);
        const Value& got = parcels[i].events[0];
        QCOMPARE(got.member("messageId"), Value("/shop/web evt-1"));
        QCOMPARE(got.member("userId"), Value("cust-42"));
        QCOMPARE(got.path("properties.value").toDouble(), 129.5);
        QCOMPARE(got.path("properties.note"), Value("ünïcode ✓ \"q\" %"));
        QCOMPARE(got.path("context.cloudevent.tenantid"), Value("acme"));
    }
}

void RequestTests::letsBrowsersIn() {
    const DoorFixture fixture;
    RawClient client = fixture.client();
    client.send("OPTIONS /v1/batch HTTP/1.1\r\nHost: x\r\nOrigin: https://shop.example\r\n"
                "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n\r\n");
    const auto preflight = client.read();
    QCOMPARE(preflight.status, 204);
    const auto has = [](const RawClient::Response& response, const char* line) {
        return response.head.find(line) != std::string::npos;
    };
    QVERIFY(has(preflight, "Access-Control-Allow-Origin: *\r\n"));
    QVERIFY(has(preflight, "Access-Control-Allow-Methods: POST\r\n"));
    QVERIFY(has(preflight, "Access-Control-Allow-Headers: Authorization, Content-Type"));
    client.send(post("/v1/t", oneEvent));
    QVERIFY(has(client.read(), "Access-Control-Allow-Origin: *\r\n"));
    client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\nHEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(client.read().body, std::string(R"({"status":"ok"})"));
    const auto refused = fixture.ask("POST /v1/t HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(refused.status, 401);
    QVERIFY(has(refused, "WWW-Authenticate: Basic"));
    QVERIFY(has(fixture.ask("PUT /v1/t HTTP/1.1\r\nHost: x\r\n\r\n"), "Allow: POST"));
}

void RequestTests::sendsContinue() {
    const DoorFixture fixture;
    RawClient client = fixture.client();
    client.send(raw("Content-Length: 41\r\nExpect: 100-continue\r\n", ""));
    QCOMPARE(client.read().status, 100);
    client.send(oneEvent);
    QCOMPARE(client.read().status, 200);
    // A body that comes along is not asked for again.
    client.send(raw("Content-Length: 41\r\nExpect: 100-Continue\r\n", oneEvent));
    QCOMPARE(client.read().status, 200);
    // A head that is refused is not encouraged.
    client.send(raw("Content-Length: 9999999\r\nExpect: 100-continue\r\n", ""));
    QCOMPARE(client.read().status, 413);
}
