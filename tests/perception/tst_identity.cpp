#include "perception/fixture.h"
#include "perception/perception_tests.h"

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;

namespace {

Event named(const char* user, const char* session, const char* email = nullptr, const char* phone = nullptr) {
    Context traits;
    if (email)
        traits.emplace_back("email", email);
    if (phone)
        traits.emplace_back("phone", phone);
    Event event = identify(start, "{}", user);
    event.properties = Value(std::move(traits));
    event.anonymousId = session;
    return event;
}

} // namespace

void IdentityTests::normalisesEmail_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // null = no address
    QTest::newRow("plain") << QByteArray("Ana@Example.com ") << QByteArray("ana@example.com");
    QTest::newRow("plus") << QByteArray("a.b+news@mail.example.co.uk") << QByteArray("a.b+news@mail.example.co.uk");
    QTest::newRow("letters") << QByteArray("j\xc3\xbcrgen@b\xc3\xbc"
                                           "cher.de")
                             << QByteArray("j\xc3\xbcrgen@b\xc3\xbc"
                                           "cher.de");
    for (const char* bad : {"", "ana", "@example.com", "ana@", "ana@localhost", "a b@example.com", "a@b@example.com",
                            "ana@exa mple.com", "ana@.com", "ana@example..com", ".ana@example.com", "an..a@example.com",
                            "ana@-example.com", "ana@example.com\n<x>", "<ana@example.com>"})
        QTest::newRow(bad) << QByteArray(bad) << QByteArray();
}

void IdentityTests::normalisesEmail() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto email = normalisedEmail(text.toStdString());
    QCOMPARE(email.has_value(), !expected.isNull());
    if (email)
        QCOMPARE(*email, expected.toStdString());
}

void IdentityTests::normalisesPhone_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("trunk zero") << QByteArray("+49 (0)30 1234-567") << QByteArray("+49301234567");
    QTest::newRow("double zero") << QByteArray("0049 30 1234567") << QByteArray("+49301234567");
    QTest::newRow("American") << QByteArray(" +1 (212) 555.0100 ") << QByteArray("+12125550100");
    for (const char* bad : {"", "+", "030 1234567", "+49", "+0123456789", "+1234567890123456", "+49 30 CALL",
                            "+49;30123456", "++4930123456"})
        QTest::newRow(bad) << QByteArray(bad) << QByteArray();
}

void IdentityTests::normalisesPhone() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto phone = normalisedPhone(text.toStdString());
    QCOMPARE(phone.has_value(), !expected.isNull());
    if (phone)
        QCOMPARE(*phone, expected.toStdString());
}

void IdentityTests::joinsSessionsAndUsers() {
    IdentityMap map;
    const auto first = map.resolve(named("", "s1"));
    QCOMPARE(first.customer, CustomerNo{0});
    QVERIFY(first.isNew);
    const auto second = map.resolve(named("ana", ""));
    QCOMPARE(second.customer, CustomerNo{1});
    QVERIFY(second.isNew);
    const auto joined = map.resolve(named("ana", "s1"));
    QCOMPARE(joined.customer, CustomerNo{0}); // the older absorbs
    QVERIFY(!joined.isNew);
    QCOMPARE(joined.absorbed, std::optional(CustomerNo{1}));
    QCOMPARE(map.customers(), std::size_t{1});
    const auto after = map.resolve(named("ana", ""));
    QCOMPARE(after.customer, CustomerNo{0});
    QVERIFY(!after.absorbed);
    QCOMPARE(map.find("ana"), std::optional(CustomerNo{0}));
    QCOMPARE(map.find("s1"), std::optional(CustomerNo{0}));
    QVERIFY(!map.find("bob"));
    QCOMPARE(map.resolve(named("bob", "")).customer, CustomerNo{2});
}

void IdentityTests::joinsByEmailAndPhone() {
    IdentityMap map;
    QCOMPARE(map.resolve(named("web-1", "", "Ana@Example.com")).customer, CustomerNo{0});
    QCOMPARE(map.resolve(named("app-1", "", "ana@example.com")).customer, CustomerNo{0});
    QCOMPARE(map.resolve(named("crm-1", "", nullptr, "+49 (0)30 1234567")).customer, CustomerNo{1});
    const auto joined = map.resolve(named("web-1", "", nullptr, "0049301234567"));
    QCOMPARE(joined.customer, CustomerNo{0});
    QCOMPARE(joined.absorbed, std::optional(CustomerNo{1}));
    QCOMPARE(map.resolve(named("ana@example.com", "")).customer, CustomerNo{0}); // an address as user id
    QCOMPARE(map.find("ANA@example.com"), std::optional(CustomerNo{0}));
    QCOMPARE(map.find("+49 30 1234567"), std::optional(CustomerNo{0}));
    // A track event's address may be a friend's.
    Event invite = track("Invite Sent", start, R"({"email":"ana@example.com"})", "bob");
    QCOMPARE(map.resolve(invite).customer, CustomerNo{2});
}

void IdentityTests::followsAliases() {
    IdentityMap map;
    QCOMPARE(map.resolve(named("", "s1")).customer, CustomerNo{0});
    QCOMPARE(map.resolve(named("old", "")).customer, CustomerNo{1});
    Event alias = named("ana", "");
    alias.type = EventType::Alias;
    alias.previousId = "s1";
    QCOMPARE(map.resolve(alias).customer, CustomerNo{0});
    alias.previousId = "old";
    const auto joined = map.resolve(alias);
    QCOMPARE(joined.customer, CustomerNo{0});
    QCOMPARE(joined.absorbed, std::optional(CustomerNo{1}));
}

void IdentityTests::joinsAThirdIdentityLater() {
    IdentityMap map;
    (void)map.resolve(named("", "s1"));
    (void)map.resolve(named("ana", ""));
    (void)map.resolve(named("", "s2", "ana@example.com"));
    const auto all = map.resolve(named("ana", "s1", "ana@example.com"));
    QCOMPARE(all.customer, CustomerNo{0});
    QCOMPARE(all.absorbed, std::optional(CustomerNo{1}));
    const auto next = map.resolve(named("", "s2")); // names the third alone
    QCOMPARE(next.customer, CustomerNo{0});
    QCOMPARE(next.absorbed, std::optional(CustomerNo{2}));
    QCOMPARE(map.customers(), std::size_t{1});
}

void IdentityTests::sharedMailboxIsAHub() {
    IdentityMap map;
    for (const char* user : {"u1", "u2", "u3", "u4", "u5"})
        QCOMPARE(map.resolve(named(user, "", "info@example.com")).customer, CustomerNo{0});
    QVERIFY(!map.isHub("info@example.com"));
    const auto sixth = map.resolve(named("u6", "", "info@example.com"));
    QVERIFY(map.isHub("info@example.com"));
    QVERIFY(sixth.isNew);
    QCOMPARE(sixth.customer, CustomerNo{1});
    QCOMPARE(map.resolve(named("u7", "", "info@example.com")).customer, CustomerNo{2});
    QCOMPARE(map.resolve(named("u6", "")).customer, CustomerNo{1});
    QCOMPARE(map.resolve(named("u1", "", "info@example.com")).customer, CustomerNo{0});
}

void IdentityTests::kioskIsAHub() {
    IdentityMap map;
    // Each person is known before standing at the kiosk, so each joins a customer.
    for (const char* user : {"u1", "u2", "u3", "u4", "u5", "u6", "u7"})
        (void)map.resolve(named(user, ""));
    QCOMPARE(map.resolve(named("u1", "kiosk")).customer, CustomerNo{0});
    for (const char* user : {"u2", "u3", "u4", "u5"})
        QCOMPARE(map.resolve(named(user, "kiosk")).customer, CustomerNo{0});
    const auto sixth = map.resolve(named("u6", "kiosk"));
    QCOMPARE(sixth.customer, CustomerNo{5});
    QVERIFY(!sixth.absorbed);
    QCOMPARE(map.resolve(named("u7", "kiosk")).customer, CustomerNo{6});
    QCOMPARE(map.resolve(named("", "kiosk")).customer, CustomerNo{0}); // alone it stays whose it was
}

void IdentityTests::manySessionsAreNoHub() {
    IdentityMap map;
    (void)map.resolve(named("ana", ""));
    for (int i = 0; i < 40; ++i) {
        const std::string session = "s" + std::to_string(i);
        (void)map.resolve(named("", session.c_str()));
        QCOMPARE(map.resolve(named("ana", session.c_str())).customer, CustomerNo{0});
    }
    QVERIFY(!map.isHub("ana"));
    QCOMPARE(map.customers(), std::size_t{1});
}

void IdentityTests::placeholdersJoinNothing() {
    IdentityMap map;
    QCOMPARE(map.resolve(named("undefined", "s1")).customer, CustomerNo{0});
    QCOMPARE(map.resolve(named("undefined", "s2")).customer, CustomerNo{1});
    QCOMPARE(map.resolve(named("null", "")).customer, CustomerNo{2});
    QCOMPARE(map.resolve(named("null", "")).customer, CustomerNo{2});
    QVERIFY(map.isHub("NULL"));
}

void IntakeTests::givesEveryEventOneFate() {
    Shop shop;
    Intake intake(shop.perceiver);
    Event cart = track("Cart Updated", minute(30), R"({"value":5})");
    const auto accepted = intake.receive(cart);
    QCOMPARE(accepted.fate, Fate::Accepted);
    QVERIFY(accepted.resolution.isNew);
    QCOMPARE(intake.receive(cart).fate, Fate::Duplicate);
    QCOMPARE(intake.receive(track("Brochure Requested", minute(31))).fate, Fate::Unplanned);
    QCOMPARE(intake.receive(identify(minute(31), R"({"plan":"pro"})")).fate, Fate::Accepted);
    QCOMPARE(intake.receive(track("Unsubscribed", minute(31))).fate, Fate::Accepted);
    QCOMPARE(intake.receive(track("Cart Updated", minute(1), R"({"value":5})")).fate, Fate::Late);
    Event wrong = track("Cart Updated", minute(32), R"({"value":"5"})");
    const auto quarantined = intake.receive(wrong);
    QCOMPARE(quarantined.fate, Fate::Quarantined);
    QCOMPARE(quarantined.reason.code, std::string("plan.wrong-type"));
    wrong.properties = json(R"({"value":5})"); // mended at the source, the same message may come again
    QCOMPARE(intake.receive(wrong).fate, Fate::Accepted);
    // What was no event to receive has a fate by its reason.
    intake.countUnread(perception::fateOf({"event.future", {}, {}, 0, 0}));
    intake.countUnread(perception::fateOf({"event.type", {}, {}, 0, 0}));
    intake.countUnread(perception::fateOf({}));
    QCOMPARE(intake.count(Fate::FutureDated), std::uint64_t{1});
    QCOMPARE(intake.count(Fate::Malformed), std::uint64_t{2});
    QCOMPARE(intake.count(Fate::Accepted), std::uint64_t{4});
    QCOMPARE(intake.count(Fate::Duplicate), std::uint64_t{1});
    QCOMPARE(intake.count(Fate::Unplanned), std::uint64_t{1});
    QCOMPARE(intake.count(Fate::Late), std::uint64_t{1});
    QCOMPARE(intake.count(Fate::Quarantined), std::uint64_t{1});
    QCOMPARE(intake.identities().customers(), std::size_t{1});
    QCOMPARE(nameOf(Fate::Unplanned), std::string_view("unplanned"));
}

void IntakeTests::forgetsOldMessageIds_data() {
    QTest::addColumn<QList<int>>("others"); // days at which other messages come in between
    QTest::addColumn<int>("again");         // the day at which the first comes once more
    QTest::addColumn<bool>("known");
    QTest::newRow("at once") << QList<int>{} << 0 << true;
    QTest::newRow("after seven days") << QList<int>{} << 7 << true;
    QTest::newRow("in the next generation") << QList<int>{7} << 13 << true;
    QTest::newRow("two generations later") << QList<int>{7} << 14 << false;
    QTest::newRow("after a long silence") << QList<int>{} << 14 << false;
    QTest::newRow("busy all along") << QList<int>{1, 2, 3, 5, 8, 9} << 13 << true;
}

void IntakeTests::forgetsOldMessageIds() {
    QFETCH(QList<int>, others);
    QFETCH(int, again);
    QFETCH(bool, known);
    Shop shop;
    Intake intake(shop.perceiver);
    const Event first = track("Unsubscribed", minute(0));
    QCOMPARE(intake.receive(first).fate, Fate::Accepted);
    for (const int day : others)
        QCOMPARE(intake.receive(track("Unsubscribed", minute(day * 1440))).fate, Fate::Accepted);
    Event second = first;
    second.time = second.receivedAt = minute(again * 1440);
    QCOMPARE(intake.receive(second).fate, known ? Fate::Duplicate : Fate::Accepted);
    // What is kept does not grow with the length of a run: a message an hour for 200 days.
    SeenIds seen;
    std::size_t most = 0;
    for (int hour = 0; hour < 200 * 24; ++hour) {
        seen.add("m" + std::to_string(hour), minute(60 * hour));
        most = std::max(most, seen.size());
    }
    QCOMPARE(most, std::size_t{14 * 24});
}

void IntakeTests::comesBack() {
    Shop shop;
    Intake intake(shop.perceiver);
    Event known = track("Unsubscribed", minute(0), "{}", "ana");
    known.anonymousId = "s1";
    (void)intake.receive(known);
    (void)intake.receive(track("Unsubscribed", minute(60), "{}", "ben"));
    (void)intake.receive(track("Cart Updated", minute(61), R"({"value":"x"})", "ben"));
    const std::vector<CustomerNo> everybody{0, 1};
    const auto bytesOf = [&](const Intake& one) {
        std::vector<std::vector<std::uint8_t>> parts;
        const auto ids = one.identities().idsOf(everybody);
        cbor::Writer writer;
        one.encode(writer);
        parts.push_back(writer.take());
        for (const CustomerNo number : everybody) {
            cbor::Writer part;
            one.encodeOf(part, number, ids[number]);
            parts.push_back(part.take());
        }
        return parts;
    };
    const auto parts = bytesOf(intake);
    // Nobody's part names nobody.
    QVERIFY(std::string(parts[0].begin(), parts[0].end()).find("ana") == std::string::npos);
    QVERIFY(std::string(parts[1].begin(), parts[1].end()).find("uana") != std::string::npos);
    Intake again(shop.perceiver);
    cbor::Reader reader(parts[0]);
    again.decode(reader);
    QVERIFY(!reader.failed() && reader.atEnd());
    for (const CustomerNo number : everybody) {
        cbor::Reader part(parts[number + 1]);
        again.decodeOf(part, number);
        QVERIFY(!part.failed() && part.atEnd());
    }
    QVERIFY(bytesOf(again) == parts);
    QCOMPARE(again.receive(known).fate, Fate::Duplicate);
    Event session = track("Unsubscribed", minute(2), "{}", "");
    session.anonymousId = "s1";
    const Received later = again.receive(session);
    QCOMPARE(later.fate, Fate::Late); // the newest was minute 60
    QCOMPARE(later.resolution.customer, CustomerNo{0});
    QCOMPARE(again.receive(track("Unsubscribed", minute(62), "{}", "cid")).resolution.customer, CustomerNo{2});
    QCOMPARE(again.count(Fate::Quarantined), std::uint64_t{1});
    // Before version 4 there were two fates less.
    cbor::Writer older;
    older.uint(3);
    SeenIds().encode(older);
    older.instant(minute(5));
    for (const std::uint64_t count : {1, 2, 3, 4, 5, 6})
        older.uint(count);
    IdentityMap().encode(older);
    older.boolean(false);
    Intake old(shop.perceiver);
    cbor::Reader oldReader(older.data());
    old.decode(oldReader);
    QVERIFY(!oldReader.failed() && oldReader.atEnd());
    QCOMPARE(old.count(Fate::LateUnplanned), std::uint64_t{6});
    QCOMPARE(old.count(Fate::Malformed), std::uint64_t{0});
    std::vector<std::uint8_t> cut(parts[0].begin(), parts[0].end() - 3);
    cbor::Reader broken(cut);
    Intake(shop.perceiver).decode(broken);
    QVERIFY(broken.failed());
}

void IntakeTests::forgetsWhoIsErased() {
    Shop shop;
    Intake intake(shop.perceiver);
    (void)intake.receive(track("Unsubscribed", minute(0), "{}", "ana"));
    Event session = track("Unsubscribed", minute(1), "{}", "");
    session.anonymousId = "s1";
    (void)intake.receive(session);
    Event both = track("Unsubscribed", minute(2), "{}", "ana");
    both.anonymousId = "s1"; // the session was hers
    QVERIFY(intake.receive(both).resolution.absorbed.has_value());
    (void)intake.receive(track("Unsubscribed", minute(3), "{}", "ben"));
    intake.forget(0);
    QVERIFY(!intake.identities().find("ana") && !intake.identities().find("s1"));
    QCOMPARE(*intake.identities().find("ben"), CustomerNo{2});
    cbor::Writer writer;
    intake.encode(writer);
    const std::vector<CustomerNo> everybody{0, 1, 2};
    const auto ids = intake.identities().idsOf(everybody);
    for (const CustomerNo number : everybody)
        intake.encodeOf(writer, number, ids[number]);
    const std::string bytes(writer.data().begin(), writer.data().end());
    QVERIFY(bytes.find("ana") == std::string::npos && bytes.find("uben") != std::string::npos);
    const Resolution again = intake.receive(track("Unsubscribed", minute(4), "{}", "ana")).resolution;
    QVERIFY(again.isNew);
    QCOMPARE(again.customer, CustomerNo{3});
}

void IntakeTests::lateBoundary() {
    Shop shop;
    Intake intake(shop.perceiver);
    QCOMPARE(intake.receive(track("Suppressed", minute(60), "{}", "a")).fate, Fate::Accepted);
    QCOMPARE(intake.receive(track("Suppressed", minute(50), "{}", "b")).fate,
             Fate::Accepted); // ten minutes are not late
    QCOMPARE(intake.receive(track("Suppressed", minute(50) - Duration{1}, "{}", "b")).fate, Fate::Late);
    // What is late and not in the plan is told as both.
    QCOMPARE(intake.receive(track("Nobody Planned This", minute(60), "{}", "b")).fate, Fate::Unplanned);
    QCOMPARE(intake.receive(track("Nobody Planned This", minute(40), "{}", "b")).fate, Fate::LateUnplanned);
    QCOMPARE(intake.count(Fate::Late), std::uint64_t{1});
    QCOMPARE(intake.count(Fate::LateUnplanned), std::uint64_t{1});
    for (const Fate read : {Fate::Accepted, Fate::Late, Fate::Unplanned, Fate::LateUnplanned})
        QVERIFY(perception::isRead(read));
    QVERIFY(!perception::isRead(Fate::Duplicate) && !perception::isHeldBack(Fate::Duplicate));
    for (const Fate held : {Fate::Quarantined, Fate::Malformed, Fate::FutureDated})
        QVERIFY(!perception::isRead(held) && perception::isHeldBack(held));
}

void IntakeTests::reportsViolations_data() {
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("fine") << QByteArray(R"({"value":1,"items":["a"],"coupon":"SPRING","more":true})") << QByteArray();
    QTest::newRow("null optional") << QByteArray(R"({"value":1,"coupon":null})") << QByteArray();
    QTest::newRow("missing") << QByteArray("{}")
                             << QByteArray("plan.missing-property event=Cart Updated property=value");
    QTest::newRow("null required") << QByteArray(R"({"value":null})")
                                   << QByteArray("plan.missing-property event=Cart Updated property=value");
    QTest::newRow("type") << QByteArray(R"({"value":1,"items":"a"})")
                          << QByteArray("plan.wrong-type event=Cart Updated property=items expected=list");
    QTest::newRow("value") << QByteArray(R"({"value":1,"coupon":"WINTER"})")
                           << QByteArray("plan.value-not-allowed event=Cart Updated property=coupon found=WINTER");
}

void IntakeTests::reportsViolations() {
    QFETCH(QByteArray, properties);
    QFETCH(QByteArray, expected);
    Shop shop;
    const auto error = shop.perceiver.violation(track("Cart Updated", start, properties.toStdString()));
    QCOMPARE(error.has_value(), !expected.isNull());
    if (!error)
        return;
    std::string found = error->code;
    for (const auto& [key, value] : error->parameters)
        found += " " + key + "=" + value;
    QCOMPARE(found, expected.toStdString());
}
