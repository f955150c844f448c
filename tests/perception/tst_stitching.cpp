#include "base/portable_math.h"
#include "perception/event_codec.h"
#include "perception/fixture.h"
#include "perception/stitching.h"
#include "perception/stitching_fit.h"
#include "perception/stitching_tests.h"

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using Field = SightedField;

namespace {

constexpr const char* fullContext = R"({"device":{"id":"dev-1"},"userAgent":"Firefox/124.0","ip":"198.51.100.7",
    "screen":{"width":1920,"height":1080,"density":2},"locale":"de-DE","timezone":"Europe/Berlin",
    "page":{"referrer":"https://www.Example.org/deal?x=1"},"campaign":{"name":"spring","source":"mail"},
    "location":{"country":"DE","city":"Berlin"},"library":{"name":"analytics.js"}})";

Event parsed(const std::string& context) {
    const auto event = parseSegmentEvent(
        json(R"({"type":"track","event":"E","anonymousId":"s","messageId":"m","context":)" + context + "}"), start);
    if (!event.ok())
        qFatal("no event");
    return *event;
}

struct Habit {
    const char* device = "";
    const char* address = "";
    const char* agent = "Safari/17.0 (iPhone)";
    const char* screen = "390x844";
    const char* category = "tea";
    const char* item = "item";
};

Event visit(const Habit& habit, Instant at, std::string user, std::string session, int n = 0) {
    Event event = track("Product Viewed", at,
                        R"({"category":")" + std::string(habit.category) + R"(","product_id":")" + habit.item +
                            std::to_string(n % 3) + R"("})",
                        std::move(user));
    event.anonymousId = std::move(session);
    Surroundings s;
    s.device = habit.device;
    s.address = habit.address;
    s.agent = habit.agent;
    s.screen = habit.screen;
    s.locale = "de-DE";
    s.referrer = "google.com";
    event.seenAt = SharedSurroundings(s);
    return event;
}

/// A run's door with a crowd of 150 other customers, each on a device and address of their own.
struct Door {
    explicit Door(bool stitching = true)
        : intake(shop.perceiver, {stitching}) {
        for (int other = 0; other < 150; ++other) {
            const std::string name = "other-" + std::to_string(other);
            const std::string device = "device-" + name, category = "category-" + std::to_string(other % 25);
            const std::string address = "10.1." + std::to_string(other) + ".1";
            const Habit habit{device.c_str(),
                              address.c_str(),
                              other % 2 ? "Chrome/120 (Windows)" : "Safari/17.0 (iPhone)",
                              other % 3 ? "1920x1080" : "390x844",
                              category.c_str(),
                              category.c_str()};
            for (int day = 0; day < 3; ++day)
                for (int n = 0; n < 3; ++n)
                    (void)receive(visit(habit, minute(1440 * day + 7 * (other % 60) + n), name, "", n));
        }
    }
    Received receive(const Event& event) { return intake.receive(event); }
    /// Five evenings of a customer; its number.
    CustomerNo customer(const char* name, const Habit& habit) {
        CustomerNo number = 0;
        for (int day = 5; day < 10; ++day)
            for (int n = 0; n < 4; ++n)
                number = receive(visit(habit, minute(1440 * day + n), name, "", n)).resolution.customer;
        return number;
    }
    /// What became of a session of six events two days later: the last event's fate that joined, or the last one's.
    Received session(const Habit& habit, const char* id = "anon", int events = 6) {
        Received last;
        for (int n = 0; n < events; ++n) {
            last = receive(visit(habit, minute(1440 * 12 + n), "", id, n));
            if (last.stitched)
                return last;
        }
        return last;
    }
    Shop shop;
    Intake intake;
};

const Habit anas{"dev-ana", "198.51.100.7"};

} // namespace

void SurroundingsTests::readsAContext() {
    const Event event = parsed(fullContext);
    QVERIFY(bool(event.seenAt));
    QVERIFY((*event.seenAt == Surroundings{"dev-1", "Firefox/124.0", "198.51.100.7", "1920x1080", "de-DE",
                                           "example.org", "spring", "DE/Berlin", ""}));
    QCOMPARE(event.zone, std::string("Europe/Berlin"));
    QVERIFY(!parsed(R"({"timezone":"UTC","library":{"name":"x"}})").seenAt);
    QVERIFY(!parsed(R"({"ip":5,"screen":{"width":"wide","height":2},"device":"x"})").seenAt);
    QVERIFY(!parsed("null").seenAt);
    QCOMPARE(parsed(R"({"campaign":{"source":"mail"}})").seenAt->campaign, std::string("mail"));
    const std::string longText(600, 'a');
    QCOMPARE(parsed(R"({"userAgent":")" + longText + R"("})").seenAt->agent.size(), std::size_t{512});
    QCOMPARE(parsed("{\"ip\":\" 1.2.3.4\\n\"}").seenAt->address, std::string("1.2.3.4"));
}

void SurroundingsTests::readsHosts_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("whole") << QByteArray("https://www.Shop.example:8443/a?b=c#d") << QByteArray("shop.example");
    QTest::newRow("bare") << QByteArray("shop.example") << QByteArray("shop.example");
    QTest::newRow("login") << QByteArray("http://me:pw@shop.example/") << QByteArray("shop.example");
    QTest::newRow("v6") << QByteArray("http://[2001:db8::1]/x") << QByteArray("[2001:db8::1]");
    QTest::newRow("none") << QByteArray("") << QByteArray("");
    QTest::newRow("path") << QByteArray("/local") << QByteArray("");
}

void SurroundingsTests::readsHosts() {
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, host);
    QCOMPARE(hostOf(url.toStdString()), host.toStdString());
}

void SurroundingsTests::comesBackFromJson() {
    for (const char* context : {fullContext, R"({"ip":"::1"})", R"({"location":{"city":"A/B"}})",
                                R"({"page":{"referrer":"www.www.x"},"screen":{"width":"10","height":"2.5"}})"}) {
        const Event event = parsed(context);
        const auto back = parseSegmentEvent(toSegmentJson(event), start);
        QVERIFY(back.ok());
        QVERIFY(*back == event);
        QVERIFY(bool(back->seenAt));
    }
}

void SurroundingsTests::comesBackFromBytes() {
    const Shop shop;
    const Event event = parsed(fullContext);
    cbor::Writer writer;
    encode(writer, event, shop.symbols);
    cbor::Reader reader(writer.data());
    const auto back = decodeEvent(reader, shop.symbols);
    QVERIFY(back.ok());
    QVERIFY(reader.atEnd());
    QVERIFY(*back == event);
    for (std::size_t size = 0; size < writer.data().size(); ++size) {
        cbor::Reader cut({writer.data().data(), size});
        QVERIFY(!decodeEvent(cut, shop.symbols).ok());
    }
}

/// The bytes of records that were written before events had surroundings: an array of 13 that says version 1.
void SurroundingsTests::writesEventsWithoutThemAsBefore() {
    const Symbols symbols;
    Event event;
    event.name = "E";
    event.messageId = "m";
    event.properties = Context{};
    cbor::Writer writer;
    encode(writer, event, symbols);
    const std::vector<std::uint8_t> before{0x8d, 0x01, 0x01, 0x00, 0x61, 'E',  0x61, 'm',
                                           0x60, 0x60, 0x60, 0x00, 0x00, 0x00, 0xa0, 0x60};
    QVERIFY(writer.data() == before);
    cbor::Reader reader(before);
    const auto back = decodeEvent(reader, symbols);
    QVERIFY(back.ok());
    QVERIFY(*back == event);
}

void StitchingTests::namesNetworksAndFamilies_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("network");
    QTest::newRow("v4") << QByteArray("198.51.100.7") << QByteArray("198.51.100.");
    QTest::newRow("v6") << QByteArray("2001:db8:1:2::3") << QByteArray("2001:db8:1:");
    QTest::newRow("none") << QByteArray("host") << QByteArray("");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
}

void StitchingTests::namesNetworksAndFamilies() {
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, network);
    QCOMPARE(networkOf(address.toStdString()), network.toStdString());
    QCOMPARE(familyOf("Mozilla/5.0 (X11) Firefox/124.0.1"), std::string("Mozilla/. (X) Firefox/."));
    QCOMPARE(familyOf("Firefox/125.10"), familyOf("Firefox/124.0.1"));
}

void StitchingTests::countsBySession() {
    Sightings seen;
    Crowd crowd;
    for (const int at : {0, 10, 29, 90, 100}) // two sessions: 08:00 and 09:30 on a Monday
        seen.add(visit(anas, minute(at), "", "s"), &crowd);
    QCOMPARE(seen.sessions(), 2U);
    QCOMPARE(seen.events(), 5U);
    QCOMPARE(seen.count(Field::Device, sightedValue(Field::Device, "dev-ana")), 2U);
    QCOMPARE(seen.count(Field::Category, sightedValue(Field::Category, "tea")), 5U);
    QCOMPARE(seen.count(Field::Network, sightedValue(Field::Network, "198.51.100.")), 2U);
    QCOMPARE(seen.hours()[8], 1U);
    QCOMPARE(seen.hours()[9], 1U);
    QCOMPARE(seen.weekdays()[0], 2U);
    QCOMPARE(crowd.share(Field::Device, sightedValue(Field::Device, "dev-ana")), 3.0 / 66);
    QCOMPARE(crowd.share(Field::Device, 5), 1.0 / 66);
    Sightings more;
    more.add(visit({"dev-2", ""}, minute(200), "", "s"), &crowd);
    Sightings both = seen;
    both.add(more);
    QCOMPARE(both.sessions(), 3U);
    QCOMPARE(both.last(), minute(200));
    both.remove(more);
    QVERIFY(both.of(Field::Device) == seen.of(Field::Device));
    QCOMPARE(both.total(Field::Category), 5U);
    QVERIFY(both.hours() == seen.hours());
}

void StitchingTests::sightingsAreBounded() {
    Sightings seen;
    Habit habit = anas;
    for (int i = 0; i < 500; ++i) {
        const std::string item = "i" + std::to_string(i) + "-";
        habit.item = item.c_str();
        seen.add(visit(habit, minute(i), "", "s"), nullptr);
    }
    QCOMPARE(seen.of(Field::Item).size(), Sightings::mostValues);
    QCOMPARE(seen.total(Field::Item), 500U);
    QVERIFY(seen.count(Field::Item, sightedValue(Field::Item, "i499-0")) == 1);
}

/// 40 of 50 rows with x = 1 are the same, 10 of 50 with x = 0: the maximum-likelihood weights are ln(1/4) and 2 ln 4.
void StitchingTests::fitsAKnownModel() {
    std::vector<LabelledEvidence> examples;
    for (int i = 0; i < 100; ++i) {
        LabelledEvidence one;
        one.row[0] = 1;
        one.row[1] = i < 50 ? 1 : 0;
        one.same = i < 40 || i >= 90;
        examples.push_back(one);
    }
    const EvidenceRow weights = fitWeights(examples, 1e-9);
    QVERIFY(std::abs(weights[0] + 1.3862943611198906) < 1e-7);
    QVERIFY(std::abs(weights[1] - 2.772588722239781) < 1e-7);
    QVERIFY(std::abs(weights[2]) < 1e-9);
    StitchingModel model;
    model.weights[0] = -2.772588722239781; // twice too sure
    model.weights[1] = 5.545177444479562;
    calibrate(model, examples);
    QVERIFY(std::abs(model.slope - 0.5) < 1e-6);
    QVERIFY(std::abs(model.offset) < 1e-6);
    QVERIFY(std::abs(model.probability(examples.front().row) - 0.8) < 1e-7);
}

/// Bins: {0.05, 0.05} none same, {0.95, 0.95, 0.95} two same, {0.5} same: (0.1 + |2.85 − 2| + 0.5) / 6.
void StitchingTests::judgesByHand() {
    const std::vector<double> said{0.05, 0.05, 0.95, 0.95, 0.95, 0.5};
    const auto quality = judge(said, {false, false, true, true, false, true}, 0.9);
    QCOMPARE(quality.taken, std::size_t{3});
    QVERIFY(std::abs(quality.precision - 2.0 / 3) < 1e-12);
    QVERIFY(std::abs(quality.recall - 2.0 / 3) < 1e-12);
    QVERIFY(std::abs(quality.ece - 1.45 / 6) < 1e-12);
    QCOMPARE(judge({}, {}, 0.9).ece, 0.0);
    QCOMPARE(judge(std::vector<double>{1.0}, {true}, 0.9).ece, 0.0);
}

/// One session against one customer of four sessions, three of them on the device; the crowd has seen nothing else.
void StitchingTests::evidenceByHand() {
    Crowd crowd;
    Sightings customer, session;
    for (const char* device : {"d", "d", "d", "e"}) {
        Habit habit = anas;
        habit.device = device;
        customer.add(visit(habit, minute(1440 * static_cast<int>(customer.sessions())), "ana", ""), &crowd);
    }
    session.add(visit({"d", "203.0.113.1"}, minute(1440 * 5), "", "s"), nullptr);
    const EvidenceRow row = evidenceOf(session, customer, crowd, {.onDevice = 2, .onAddress = 0});
    const auto at = [&](Evidence evidence) { return row[static_cast<std::size_t>(evidence)]; };
    QCOMPARE(at(Evidence::Base), 1.0);
    QCOMPARE(at(Evidence::DeviceSame), 1.0);
    QCOMPARE(at(Evidence::DeviceOther), 0.0);
    QVERIFY(std::abs(at(Evidence::DeviceShared) - 1) < 1e-12);
    QVERIFY(std::abs(at(Evidence::DeviceShare) + 0.2876820724517809) < 1e-12); // ln(3/4)
    QCOMPARE(at(Evidence::AddressSame), 0.0);
    QCOMPARE(at(Evidence::AddressOther), 1.0);
    QVERIFY(std::abs(at(Evidence::Gap) - 1.0986122886681098) < 1e-12); // ln(1 + 2 days)
    QCOMPARE(at(Evidence::GapAway), at(Evidence::Gap));
    // Screen: seen 4 of 4 times, u = 5/68, prior 1: ln((4 + u)/5 / u).
    QVERIFY(std::abs(at(Evidence::Screen) - 2.4051416813) < 1e-9);
    QCOMPARE(at(Evidence::Mail), 0.0); // nobody said
    QCOMPARE(at(Evidence::Rival), 0.0);
    const EvidenceRow hub = evidenceOf(session, customer, crowd, {.addressIsHub = true});
    QCOMPARE(hub[static_cast<std::size_t>(Evidence::AddressOther)], 0.0); // a hub says nothing either way
}

void StitchingTests::findsTheCustomer() {
    Door door;
    const CustomerNo ana = door.customer("ana", anas);
    const Received joined = door.session(anas);
    QVERIFY(joined.stitched.has_value());
    QVERIFY(joined.stitched->probability >= 0.9 && joined.stitched->probability <= 1);
    QCOMPARE(joined.stitched->known, ana);
    QCOMPARE(joined.resolution.customer, ana);
    QCOMPARE(joined.resolution.absorbed, std::optional(CustomerNo{ana + 1}));
    double sum = StitchingModel::shipped().offset;
    for (const double part : joined.stitched->evidence)
        sum += part;
    QVERIFY(std::abs(portable::logistic(sum) - joined.stitched->probability) < 1e-12);
    QCOMPARE(door.intake.identities().find("anon"), std::optional(ana));
    const auto next = door.receive(visit(anas, minute(1440 * 12 + 8), "", "anon"));
    QCOMPARE(next.resolution.customer, ana);
    QVERIFY(!next.stitched && !next.resolution.isNew);
}

void StitchingTests::needsExactlyOne() {
    Door door; // twins: the same device, address and taste
    (void)door.customer("ana", anas);
    (void)door.customer("eva", anas);
    const Received twin = door.session(anas);
    QVERIFY(!twin.stitched);
    QVERIFY(!twin.resolution.absorbed);
}

/// The device, or the address, and nothing else in common.
void StitchingTests::sharedAloneIsNotEnough() {
    Door door;
    (void)door.customer("ana", anas);
    const Habit sameAddress{"", "198.51.100.7", "Chrome/120 (Windows)", "1920x1080", "golf", "club"};
    QVERIFY(!door.session(sameAddress, "anon-1").stitched);
    const Habit sameDevice{"dev-ana", "10.9.9.9", "Safari/17.0 (iPhone)", "390x844", "category-7", "category-7"};
    Received last;
    for (int n = 0; n < 6; ++n) { // at night, from elsewhere, after other things
        Event event = visit(sameDevice, minute(1440 * 12 + 720 + n), "", "anon-2", n);
        Surroundings s = *event.seenAt;
        s.locale = "fr-FR";
        s.referrer = "t.co";
        event.seenAt = SharedSurroundings(s);
        last = door.receive(event);
        QVERIFY(!last.stitched);
    }
}

void StitchingTests::hubsGiveNoCandidates() {
    Stitcher stitcher;
    for (CustomerNo number = 0; number < 6; ++number) {
        const std::string device = "own-" + std::to_string(number);
        stitcher.observe(number, true, visit({"kiosk", "198.51.100.9", "Kiosk/1", "800x600"}, start, "u", ""));
        stitcher.observe(number, true, visit({device.c_str(), ""}, start + Duration::hours(2), "u", ""));
        Sightings session;
        session.add(visit({"kiosk", "198.51.100.9", "Kiosk/1", "800x600"}, minute(900), "", "s"), nullptr);
        QCOMPARE(stitcher.candidates(session).size(), number < 5 ? number + std::size_t{1} : std::size_t{0});
    }
    Sightings own;
    own.add(visit({"own-3", ""}, minute(900), "", "s"), nullptr);
    QVERIFY((stitcher.candidates(own) == std::vector<CustomerNo>{3}));
}

void StitchingTests::staysApartOnceParted() {
    Door door;
    const CustomerNo ana = door.customer("ana", anas);
    const Received joined = door.session(anas);
    QVERIFY(joined.stitched.has_value());
    Unmerged apart;
    apart.kept.number = ana;
    apart.kept.ids = {"ana"};
    apart.gone.number = *joined.resolution.absorbed;
    QVERIFY(door.intake.part(apart));
    for (int n = 0; n < 30; ++n) {
        const auto received = door.receive(visit(anas, minute(1440 * 12 + 10 + n), "", "anon", n));
        QVERIFY(!received.stitched);
        QCOMPARE(received.resolution.customer, *joined.resolution.absorbed);
    }
    QCOMPARE(door.receive(visit(anas, minute(1440 * 13), "ana", "")).resolution.customer, ana);
    QVERIFY(door.session(anas, "another").stitched.has_value()); // other sessions still find their way
}

void StitchingTests::isOffUnlessAsked() {
    Door door(false);
    const CustomerNo ana = door.customer("ana", anas);
    const Received alone = door.session(anas, "anon", 24);
    QVERIFY(!alone.stitched);
    QCOMPARE(alone.resolution.customer, static_cast<CustomerNo>(ana + 1));
}
