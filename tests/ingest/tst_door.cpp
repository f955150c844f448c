#include "base/json.h"
#include "ingest/door_fixture.h"
#include "ingest/ingest_tests.h"
#include "ingest/request_reader.h"

#include <sys/resource.h>

#include <algorithm>
#include <random>

using namespace wayreeve;
using wayreeve::ingest::DoorSettings;
using wayreeve::ingest::RequestReader;
using Step = Collector::Step;

namespace {

const std::string health = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr Duration shortly = Duration::milliseconds(300);

DoorSettings brief() {
    DoorSettings settings;
    settings.requestLimit = settings.replyLimit = settings.idleLimit = shortly;
    return settings;
}

std::string chunkedPost(const std::string& body) {
    return "POST /v1/track HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer key\r\nTransfer-Encoding: "
           "chunked\r\n\r\n1\r\n" +
           body.substr(0, 1) + "\r\n" +
           [&] {
               char size[20];
               std::snprintf(size, sizeof size, "%zx\r\n", body.size() - 1);
               return std::string(size);
           }() +
           body.substr(1) + "\r\n0\r\n\r\n";
}

/// Waits until the door has seen what it should, or 10 s.
template <class Condition>
bool comes(const Condition& condition) {
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace

/// A body that looks like a request, requests in one packet, requests byte by byte: the same three events.
void DoorTests::keepsBoundaries() {
    const std::string inner = R"({"event":"A","x":")" + std::string("POST /v1/track HTTP/1.1 0 ") + "\"}";
    const std::string trick = " \r\n\r\n" + post("/v1/track", track("smuggled"));
    const std::string stream = post("/v1/track", inner) + chunkedPost(track("B")) + health + post("/v1/track", trick) +
                               "\r\n" + post("/v1/track", track("C"));
    for (const std::size_t step : {stream.size(), std::size_t{1}, std::size_t{7}}) {
        const DoorFixture fixture;
        RawClient client = fixture.client();
        for (std::size_t at = 0; at < stream.size(); at += step)
            QVERIFY(client.send(std::string_view(stream).substr(at, step)));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(client.read().status, 200);
        const auto names = fixture.collector.texts("event");
        QCOMPARE(names, (std::vector<std::string>{"A", "B", "", "C"}));
        QCOMPARE(*fixture.collector.events()[2].text(), trick.substr(0, trick.find("Bearer")));
    }
}

/// 1,000 damaged requests over sockets, 50,000 into the reader alone, in pieces; the seed is fixed.
void DoorTests::survivesMutations() {
    std::mt19937 random(20260301);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::vector<std::string> seeds{post("/v1/track", track("A")), chunkedPost(track("B")), health,
                                         post("/v1/batch", "\x1f\x8b\x08\x00\x00\x00", "Content-Encoding: gzip\r\n"),
                                         post("/v1/events", "{}", "ce-id: 1\r\nExpect: 100-continue\r\n")};
    const std::vector<std::string> words{"\r\n",
                                         "\n",
                                         "\r",
                                         ":",
                                         " ",
                                         "\t",
                                         "0",
                                         "chunked",
                                         "Content-Length: 1\r\n",
                                         "Transfer-Encoding: chunked\r\n",
                                         "\xff",
                                         std::string(1, '\0'),
                                         "ffffffff",
                                         ";"};
    const auto mutated = [&] {
        std::string text = seeds[below(seeds.size())];
        for (std::size_t i = 0, n = 1 + below(4); i < n && !text.empty(); ++i) {
            const std::size_t at = below(text.size()), what = below(5);
            if (what == 0)
                text[at] = static_cast<char>(below(256));
            else if (what == 1)
                text.erase(at, 1 + below(8));
            else if (what == 2)
                text.insert(at, words[below(words.size())]);
            else if (what == 3)
                text.resize(at);
            else
                text += seeds[below(seeds.size())].substr(0, at);
        }
        return text;
    };
    const DoorFixture fixture(brief());
    std::vector<RawClient> open; // that neither send more nor close: their time must end them
    for (int i = 0; i < 1000; ++i) {
        RawClient client = fixture.client();
        const std::string text = mutated();
        client.send(text);
        if (i % 10 == 0) {
            open.push_back(std::move(client));
            continue;
        }
        client.finishSending();
        QVERIFY2(client.closedByPeer(), qPrintable(QString::fromLatin1(text.c_str())));
    }
    for (RawClient& client : open)
        QVERIFY(client.closedByPeer());
    QCOMPARE(fixture.ask(post("/v1/track", track("good"))).status, 200);
    for (int i = 0; i < 50'000; ++i) {
        RequestReader reader(100);
        std::string rest = mutated(), bytes;
        while (!rest.empty() && reader.state() != RequestReader::State::Refused) {
            const std::size_t n = std::min(rest.size(), 1 + below(64));
            bytes += rest.substr(0, n);
            rest.erase(0, n);
            reader.feed(bytes);
            if (reader.state() == RequestReader::State::Complete) {
                QVERIFY(reader.body().size() <= 100);
                reader = RequestReader(100);
            }
        }
    }
}

void DoorTests::endsSlowClients_data() {
    QTest::addColumn<QString>("begin"); // sent at once
    QTest::addColumn<QString>("drip");  // sent byte by byte, again and again
    QTest::addColumn<int>("status");    // before the end
    QTest::addColumn<bool>("idle");     // the idle limit ends it, not the request's
    const QString head = QStringLiteral("POST /v1/track HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer key\r\n");
    QTest::newRow("says nothing") << ""
                                  << "" << 0 << false;
    QTest::newRow("half a head") << head << "" << 408 << false;
    QTest::newRow("half a body") << head + "Content-Length: 100\r\n\r\n{"
                                 << "" << 408 << false;
    QTest::newRow("head in drops") << head + "X: "
                                   << "a" << 408 << false;
    QTest::newRow("body in drops") << head + "Content-Length: 1000000\r\n\r\n"
                                   << "a" << 408 << false;
    QTest::newRow("chunks in drops") << head + "Transfer-Encoding: chunked\r\n\r\n"
                                     << "1\r\na\r\n"
                                     << 408 << false;
    QTest::newRow("keeps and says nothing") << QString::fromStdString(health) << "" << 200 << true;
    QTest::newRow("second one in drops") << QString::fromStdString(health) + head << "" << 200 << false;
}

void DoorTests::endsSlowClients() {
    QFETCH(QString, begin);
    QFETCH(QString, drip);
    QFETCH(int, status);
    QFETCH(bool, idle);
    DoorSettings settings; // all other limits are longer than this test waits
    settings.requestLimit = settings.replyLimit = settings.idleLimit = Duration::seconds(60);
    (idle ? settings.idleLimit : settings.requestLimit) = shortly;
    const DoorFixture fixture(settings);
    RawClient client = fixture.client();
    QVERIFY(client.send(begin.toStdString()));
    // Every drop comes well within the limit, but the limit is on the whole: far fewer than these are let through.
    const std::string drops = drip.toStdString();
    int sent = 0;
    for (; !drops.empty() && sent < 700 && client.quietFor(20); ++sent)
        client.send(std::string_view(drops).substr(static_cast<std::size_t>(sent) % drops.size(), 1));
    QVERIFY(sent < 700);
    QCOMPARE(client.read().status, status);
    QVERIFY(client.closedByPeer());
    QVERIFY(comes([&] { return fixture.door->counts().open == 0; }));
    QCOMPARE(fixture.door->counts().timeouts, 1U);
    QCOMPARE(fixture.collector.offered(), 0U);
}

void DoorTests::endsClientsThatDoNotRead() {
    DoorSettings settings;
    settings.requestLimit = settings.idleLimit = Duration::seconds(60);
    settings.replyLimit = shortly;
    const DoorFixture fixture(settings);
    RawClient client(fixture.door->port(), 2048);
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += health;
    // Answers pile up until nothing fits any more; then the door must not wait for ever, nor take more in.
    bool open = true;
    for (int i = 0; i < 2000 && open; ++i)
        open = client.send(many);
    QVERIFY(!open);
    QVERIFY(comes([&] { return fixture.door->counts().open == 0; }));
    QCOMPARE(fixture.door->counts().timeouts, 1U);
}

void DoorTests::servesAmongHalfOpen() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
    setrlimit(RLIMIT_NOFILE, &limit);
    const DoorFixture fixture;
    std::vector<RawClient> halfOpen;
    for (int i = 0; i < 500; ++i) {
        halfOpen.push_back(fixture.client());
        QVERIFY(halfOpen.back().connected());
        QVERIFY(halfOpen.back().send(i % 2 ? "POST /v1/track HTTP/1.1\r\nHos"
                                           : post("/v1/track", track("A")).substr(0, 110)));
    }
    QVERIFY(comes([&] { return fixture.door->counts().open == 500; }));
    RawClient good = fixture.client();
    for (int i = 0; i < 100; ++i) {
        QVERIFY(good.send(post("/v1/track", track("A"))));
        QCOMPARE(good.read().status, 200);
    }
    QCOMPARE(fixture.door->counts().open, 501U);
    QCOMPARE(fixture.door->counts().timeouts, 0U); // it was served while all of them were there
    QCOMPARE(fixture.collector.offered(), 100U);
}

void DoorTests::turnsAwayBeyondTheLimit() {
    DoorSettings settings;
    settings.maxConnections = 3;
    const DoorFixture fixture(settings);
    std::vector<RawClient> inside;
    for (int i = 0; i < 3; ++i) {
        inside.push_back(fixture.client());
        inside.back().send(health);
        QCOMPARE(inside.back().read().status, 200);
    }
    RawClient outside = fixture.client();
    const auto answer = outside.read();
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.head.find("Retry-After: 1\r\n") != std::string::npos);
    inside.clear();
    QVERIFY(outside.closedByPeer());
    QVERIFY(comes([&] { return fixture.door->counts().open == 0; }));
    QCOMPARE(fixture.ask(health).status, 200);
}

void DoorTests::boundsWhatItHolds() {
    DoorSettings settings;
    settings.maxHeld = 100'000;
    const DoorFixture fixture(settings);
    const std::string large = post("/v1/track", std::string(80'000, ' ') + track("A"));
    RawClient first = fixture.client(), second = fixture.client();
    QVERIFY(first.send(std::string_view(large).substr(0, 70'000)));
    QVERIFY(comes([&] { return fixture.door->counts().bytes == 70'000; }));
    QVERIFY(second.send(std::string_view(large).substr(0, 70'000)));
    QCOMPARE(second.read().status, 503);
    QVERIFY(first.send(std::string_view(large).substr(70'000)));
    QCOMPARE(first.read().status, 200);
    // Everything is given back.
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fixture.ask(large).status, 200);
}

void DoorTests::passesBackPressureOn() {
    DoorFixture fixture;
    fixture.collector.plan({Step::Full, Step::Drop, Step::Keep});
    RawClient client = fixture.client();
    const std::string request = post("/v1/track", track("A"));
    for (const int status : {503, 503, 200}) {
        QVERIFY(client.send(request));
        const auto response = client.read();
        QCOMPARE(response.status, status);
        QCOMPARE(response.head.find("Retry-After: 1\r\n") != std::string::npos, status == 503);
        QVERIFY(response.head.find("Connection: close") == std::string::npos);
    }
    const auto counts = fixture.door->counts();
    QCOMPARE(counts.busy, 2U);
    QCOMPARE(counts.requests, 3U);
    QCOMPARE(counts.kept, 1U);
    QVERIFY(counts.refused.empty());
}

void DoorTests::givesUpOnSilence() {
    DoorFixture fixture(brief());
    fixture.collector.plan({Step::Silence});
    RawClient client = fixture.client();
    client.send(post("/v1/track", track("A")) + post("/v1/track", track("B")));
    QCOMPARE(client.read().status, 503);
    QVERIFY(client.closedByPeer());
    fixture.collector.answerSilent(true); // too late: nothing happens
    fixture.collector.answerSilent(true);
    QCOMPARE(fixture.ask(health).status, 200);
    QCOMPARE(fixture.door->counts().kept, 0U);

    // A second reply to one request is none to the next on the same connection.
    fixture.collector.plan({Step::Keep, Step::Silence});
    RawClient other = fixture.client();
    other.send(post("/v1/track", track("C")));
    QCOMPARE(other.read().status, 200);
    other.send(post("/v1/track", track("D")));
    QVERIFY(comes([&] { return fixture.collector.offered() == 3; }));
    fixture.collector.parcels().back().reply(true);
    QCOMPARE(other.read().status, 503);
    QCOMPARE(fixture.door->counts().kept, 1U);
}

void DoorTests::closesWithReplies() {
    DoorFixture fixture;
    fixture.collector.plan({Step::Silence, Step::Silence});
    RawClient answered = fixture.client(), idle = fixture.client();
    answered.send(post("/v1/track", track("A")));
    idle.send(health);
    QCOMPARE(idle.read().status, 200);
    QVERIFY(comes([&] { return fixture.collector.offered() == 1; }));
    std::thread closing([&] { fixture.door.reset(); });
    QVERIFY(idle.closedByPeer()); // it has begun to leave
    fixture.collector.answerSilent(true);
    const auto response = answered.read();
    closing.join();
    QCOMPARE(response.status, 200);
    QVERIFY(response.head.find("Connection: close") != std::string::npos);
    QVERIFY(answered.closedByPeer());

    // One that never comes does not hold the door, and does nothing when it comes after all.
    DoorFixture other;
    other.collector.plan({Step::Silence});
    RawClient waiting = other.client();
    waiting.send(post("/v1/track", track("A")));
    QVERIFY(comes([&] { return other.collector.offered() == 1; }));
    other.door.reset();
    QVERIFY(waiting.closedByPeer());
    other.collector.answerSilent(true);
}

void DoorTests::changesSources() {
    const DoorFixture fixture;
    RawClient client = fixture.client();
    client.send(post("/v1/track", track("A")));
    QCOMPARE(client.read().status, 200);
    ingest::Sources others;
    others.addKey("web", "other");
    fixture.door->setSources(others);
    client.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + post("/v1/track", track("A")));
    QCOMPARE(client.read().status, 200);
    QCOMPARE(client.read().status, 401);
}

void DoorTests::refusesAddresses() {
    const DoorFixture fixture;
    DoorSettings settings;
    const auto codeFor = [&] {
        const auto opened = ingest::HttpDoor::open(settings, {}, [](ingest::Parcel&&) { return false; });
        return opened ? std::string() : opened.error().code;
    };
    settings.port = fixture.door->port();
    QCOMPARE(codeFor(), std::string("ingest.address")); // taken
    settings.port = 0;
    settings.address = "no address";
    QCOMPARE(codeFor(), std::string("ingest.address"));
    settings.address = "203.0.113.1"; // not ours (RFC 5737)
    QCOMPARE(codeFor(), std::string("ingest.address"));
    settings.address = "127.0.0.1";
    QCOMPARE(codeFor(), std::string());
}
