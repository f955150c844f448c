#include "perception/customer_codec.h"
#include "perception/event_codec.h"
#include "perception/fixture.h"
#include "perception/jsonl_import.h"
#include "perception/perception_tests.h"

#include <sstream>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;

namespace {

Customer fullCustomer(const Shop& shop) {
    Customer customer;
    customer.number = 17;
    customer.arm = documents::Arm::Control;
    customer.mixedArms = true;
    shop.perceiver.absorb(customer,
                          identify(start, R"({"plan":"pro","birthday":"1984-02-29","timezone":"Asia/Tokyo"})"));
    shop.perceiver.absorb(customer, track("Order Completed", minute(2), R"({"value":0.1,"delivery":"2026-03-05"})"));
    shop.perceiver.absorb(customer, track("Unsubscribed", minute(3), R"({"channel":"email"})"));
    shop.perceiver.absorb(customer, track("Suppressed", minute(4)));
    customer.lowQuality = true;
    customer.contacts = {
        {minute(5), shop.symbols.find("marketing"), documents::Channel::Ads, documents::Slot::Operation, 0, 9, true}};
    return customer;
}

std::vector<std::uint8_t> bytesOf(const Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    encode(writer, customer, symbols);
    return writer.take();
}

struct Imported {
    std::vector<Event> events;
    std::vector<std::string> problems; ///< "line code"
    ImportSummary summary;
};

Imported import(const std::string& text, Instant now = minute(600)) {
    Imported found;
    std::istringstream stream(text);
    found.summary = importJsonLines(
        stream, now, [&](Event event, std::uint64_t) { found.events.push_back(std::move(event)); },
        [&](const Error& error, std::uint64_t line) {
            found.problems.push_back(std::to_string(line) + " " + error.code);
        });
    return found;
}

} // namespace

void StateTests::customersComeBack() {
    const Shop shop;
    for (const Customer& customer : {Customer{}, fullCustomer(shop)}) {
        const auto bytes = bytesOf(customer, shop.symbols);
        cbor::Reader reader(bytes);
        const auto back = decodeCustomer(reader, shop.symbols);
        QVERIFY(back.ok());
        QVERIFY(reader.atEnd());
        QVERIFY(*back == customer);
        QVERIFY(bytesOf(*back, shop.symbols) == bytes);
    }
}

void StateTests::eventsComeBack() {
    const Shop shop;
    Event planned = track("Cart Updated", start, R"({"value":12.50,"items":["a",{"b":null}]})");
    planned.anonymousId = "s";
    planned.zone = "Asia/Tokyo";
    planned.sequence = 12345678901ULL;
    Event unplanned = track("Some Other Thing", start - Duration::days(40'000));
    unplanned.type = EventType::Alias;
    unplanned.previousId = "p";
    for (const Event& event : {planned, unplanned}) {
        cbor::Writer writer;
        encode(writer, event, shop.symbols);
        cbor::Reader reader(writer.data());
        const auto back = decodeEvent(reader, shop.symbols);
        QVERIFY(back.ok());
        QVERIFY(reader.atEnd());
        QVERIFY(*back == event);
    }
}

void StateTests::refusesDamagedState() {
    const Shop shop;
    const auto bytes = bytesOf(fullCustomer(shop), shop.symbols);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        cbor::Reader reader({bytes.data(), size});
        const auto back = decodeCustomer(reader, shop.symbols);
        QVERIFY(!back.ok());
        QCOMPARE(back.error().code, std::string("state.invalid"));
    }
    const Symbols empty; // another document set: the indexes mean nothing
    cbor::Reader foreign(bytes);
    QVERIFY(!decodeCustomer(foreign, empty).ok());
    std::mt19937 random(3);
    for (int round = 0; round < 20'000; ++round) { // whatever comes out, nothing is read out of bounds
        auto damaged = bytes;
        for (unsigned i = random() % 3 + 1; i > 0; --i)
            damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
        cbor::Reader reader(damaged);
        if (const auto back = decodeCustomer(reader, shop.symbols); back.ok())
            QVERIFY(bytesOf(*back, shop.symbols).size() <= damaged.size());
    }
}

void StateTests::importsLines() {
    const std::string good = R"({"type":"track","event":"E","userId":"u","timestamp":"2026-03-02T08:00:00Z"})";
    const auto found = import("\xef\xbb\xbf" + good + "\r\n\n   \n{broken\n" + good + "\n[1]\n" +
                              R"({"type":"track","event":"E"})" + "\n" + R"({"batch":[)" + good + "," + good +
                              R"(,{}],"sentAt":"2026-03-02T09:00:00Z"})" + "\n\xff\n" + good);
    QCOMPARE(found.events.size(), std::size_t{5});
    QVERIFY((found.problems == std::vector<std::string>{"4 json.invalid", "6 event.not-an-object", "7 event.no-id",
                                                        "8 event.type", "9 json.invalid"}));
    QVERIFY((found.summary == ImportSummary{8, 5, 5}));
    QVERIFY((import("").summary == ImportSummary{}));
    QVERIFY((import("\n\n").summary == ImportSummary{}));
}

void StateTests::importsWithTheFilesClock() {
    const auto event = [](const std::string& times) {
        return R"({"type":"track","event":"E","userId":"u")" + times + "}\n";
    };
    const auto found = import(
        event(R"(,"timestamp":"2020-01-01T10:00:00Z","sentAt":"2020-01-01T11:00:00Z")") +
        event(
            R"(,"timestamp":"2020-01-01T10:00:00Z","sentAt":"2020-01-01T11:00:00Z","receivedAt":"2020-01-01T11:30:00Z")") +
        event(R"(,"timestamp":"2020-01-01T10:00:00Z")") + event("") + event(R"(,"timestamp":"2036-01-01T10:00:00Z")"));
    QCOMPARE(found.events.size(), std::size_t{4});
    QCOMPARE(formatInstant(found.events[0].time), std::string("2020-01-01T10:00:00Z"));
    QCOMPARE(formatInstant(found.events[0].receivedAt), std::string("2020-01-01T11:00:00Z"));
    QCOMPARE(formatInstant(found.events[1].time), std::string("2020-01-01T10:30:00Z"));
    QCOMPARE(formatInstant(found.events[2].receivedAt), std::string("2020-01-01T10:00:00Z"));
    QCOMPARE(found.events[3].time, minute(600));
    QVERIFY((found.problems == std::vector<std::string>{"5 event.future"}));
}

void StateTests::refusesLongLines() {
    const std::string good = R"({"type":"track","event":"E","userId":"u"})";
    const auto padded = [&](std::size_t size) { return good + std::string(size - good.size(), ' '); };
    const auto found =
        import(padded(1'000'000) + "\n" + padded(1'000'001) + "\n" + std::string(5'000'000, '[') + "\n" + good);
    QCOMPARE(found.events.size(), std::size_t{2});
    QVERIFY((found.problems == std::vector<std::string>{"2 import.line-too-long", "3 import.line-too-long"}));
}
