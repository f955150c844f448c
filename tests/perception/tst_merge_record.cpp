#include "perception/customer_codec.h"
#include "perception/fixture.h"
#include "perception/merge_record.h"
#include "perception/stitching_tests.h"

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using documents::Channel;

namespace {

std::vector<std::uint8_t> bytesOf(const Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    encode(writer, customer, symbols);
    return writer.take();
}

Event by(Event event, std::string user, std::string session) {
    event.userId = std::move(user);
    event.anonymousId = std::move(session);
    return event;
}

/// Ana (0) with the session s1, and the session s2 (1).
struct Pair {
    explicit Pair(const Shop& shop) {
        ana.number = 0;
        session.number = 1;
        session.arm = documents::Arm::Control;
        shop.perceiver.absorb(ana, by(identify(minute(1), R"({"plan":"pro","age":40})"), "ana", "s1"));
        shop.perceiver.absorb(ana, by(track("Cart Updated", minute(2), R"({"value":5})"), "ana", "s1"));
        shop.perceiver.absorb(session, by(track("Cart Updated", minute(3), R"({"value":7})"), "", "s2"));
    }
    Customer ana, session;
};

} // namespace

void MergeRecordTests::undoesAtOnce() {
    const Shop shop;
    Pair pair(shop);
    pair.ana.contacts = {{minute(1), 5, Channel::Email, documents::Slot::Marketing, 0, 1, true}};
    pair.session.contacts = {{minute(2), 6, Channel::Sms, documents::Slot::Marketing, 0, 2, false}};
    const auto anaBytes = bytesOf(pair.ana, shop.symbols), sessionBytes = bytesOf(pair.session, shop.symbols);
    const MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
    Customer merged = pair.ana;
    mergeInto(merged, pair.session);
    QVERIFY(bytesOf(merged, shop.symbols) != anaBytes);
    const auto apart = undo(record, merged, shop.perceiver, shop.symbols);
    QVERIFY(apart.ok());
    QVERIFY(bytesOf(apart->kept, shop.symbols) == anaBytes);
    QVERIFY(bytesOf(apart->gone, shop.symbols) == sessionBytes);
}

void MergeRecordTests::routesWhatCameSince() {
    const Shop shop;
    const Pair pair(shop);
    MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
    Customer merged = pair.ana;
    mergeInto(merged, pair.session);
    const Event link = by(track("Cart Updated", minute(4), R"({"value":1})"), "ana", "s2");
    const Event later = by(track("Cart Updated", minute(5), R"({"value":2})"), "", "s2");
    const Event learns = by(identify(minute(6), R"({"age":22})"), "ben", "s2"); // s2 turns out to be Ben's
    const Event bens = by(track("Cart Updated", minute(7), R"({"value":3})"), "ben", "");
    const Event nobodys = by(track("Cart Updated", minute(8), R"({"value":4})"), "", "s9");
    const Event anas = by(identify(minute(9), R"({"age":41})"), "ana", "s1");
    for (const Event& event : {link, later, learns, bens, nobodys, anas}) {
        record.note(event);
        shop.perceiver.absorb(merged, event);
    }
    QCOMPARE(record.eventsSince(), std::size_t{6});
    const auto apart = undo(record, merged, shop.perceiver, shop.symbols);
    QVERIFY(apart.ok());
    const auto minutes = [](const Customer& customer) {
        QByteArray text;
        for (const auto& item : customer.history)
            text += QByteArray::number(static_cast<qlonglong>((item.time - start).ms / 60'000)) + ' ';
        return text;
    };
    QCOMPARE(minutes(apart->kept), QByteArray("1 2 4 8 9 "));
    QCOMPARE(minutes(apart->gone), QByteArray("3 5 6 7 "));
    QVERIFY((apart->kept.ids == std::vector<std::string>{"ana", "s1", "s9"}));
    QVERIFY((apart->gone.ids == std::vector<std::string>{"s2", "ben"}));
    QVERIFY(apart->kept.traits[1] == Value(41));
    QVERIFY(apart->gone.traits[1] == Value(22));
    QVERIFY(apart->gone.arm == documents::Arm::Control);
    QVERIFY(!apart->kept.mixedArms && !apart->gone.mixedArms);
    QCOMPARE(apart->keptSince.size(), std::size_t{3});
    QCOMPARE(apart->goneSince.size(), std::size_t{3});
}

void MergeRecordTests::refusalsStayWithBoth() {
    const Shop shop;
    Pair pair(shop);
    const auto consent = [](int at, bool granted, const char* user, const char* session) {
        const QByteArray text =
            QByteArray(R"({"purpose":"marketing","channel":"email","granted":)") + (granted ? "true}" : "false}");
        return by(track("Consent Changed", minute(at), text.constData()), user, session);
    };
    const Sym marketing = shop.symbols.find("marketing");
    const auto mailTo = [&](const Customer& customer) {
        return consentHolds(customer.consents, marketing, Channel::Email);
    };
    shop.perceiver.absorb(pair.ana, consent(1, true, "ana", ""));
    shop.perceiver.absorb(pair.session, consent(1, true, "", "s2"));
    const auto afterwards = [&](const std::vector<Event>& events) {
        MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
        Customer merged = pair.ana;
        mergeInto(merged, pair.session);
        for (const Event& event : events) {
            record.note(event);
            shop.perceiver.absorb(merged, event);
        }
        return *undo(record, merged, shop.perceiver, shop.symbols);
    };
    const auto refused = afterwards({consent(5, false, "", "s2")});
    QVERIFY(!mailTo(refused.gone));
    QVERIFY(!mailTo(refused.kept)); // stated while they were one
    const auto again = afterwards({consent(5, false, "", "s2"), consent(6, true, "ana", "")});
    QVERIFY(!mailTo(again.gone)); // Ana's grant is not the session's
    QVERIFY(mailTo(again.kept));
    pair.session.consents.clear();
    const auto granted = afterwards({consent(6, true, "ana", "")});
    QVERIFY(mailTo(granted.kept));
    QVERIFY(!mailTo(granted.gone));
    const auto suppressed = afterwards({by(track("Suppressed", minute(5)), "ana", "")});
    QVERIFY(suppressed.kept.suppressed && suppressed.gone.suppressed);
    const auto lifted =
        afterwards({by(track("Suppressed", minute(5)), "ana", ""), by(track("Unsuppressed", minute(6)), "ana", "")});
    QVERIFY(!lifted.kept.suppressed);
    QVERIFY(lifted.gone.suppressed); // nobody lifted the session's
}

void MergeRecordTests::carriesContacts() {
    const Shop shop;
    Pair pair(shop);
    const auto contact = [](int at, std::uint64_t proposal, bool sent) {
        return Contact{minute(at), 5, Channel::Email, documents::Slot::Marketing, 0, proposal, sent};
    };
    pair.ana.contacts = {contact(1, 1, true), contact(2, 2, false), contact(3, 3, false)};
    pair.session.contacts = {contact(1, 4, true)};
    const MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
    Customer merged = pair.ana;
    mergeInto(merged, pair.session);
    // Proposal 2 went out, 3 was given back, 5 is new.
    merged.contacts = {contact(1, 1, true), contact(1, 4, true), contact(6, 2, true), contact(7, 5, true)};
    const auto apart = undo(record, merged, shop.perceiver, shop.symbols);
    QVERIFY(apart.ok());
    QVERIFY(
        (apart->kept.contacts == std::vector<Contact>{contact(1, 1, true), contact(6, 2, true), contact(7, 5, true)}));
    QVERIFY((apart->gone.contacts == std::vector<Contact>{contact(1, 4, true), contact(7, 5, true)}));
}

void MergeRecordTests::undoesAroundAThird() {
    const Shop shop;
    const Pair pair(shop);
    Customer third;
    third.number = 2;
    shop.perceiver.absorb(third, by(track("Cart Updated", minute(1), R"({"value":9})"), "", "s3"));
    MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
    Customer merged = pair.ana;
    mergeInto(merged, pair.session);
    Event link = by(track("Cart Updated", minute(5), R"({"value":1})"), "", "s2");
    link.previousId = "s3";
    record.noteAbsorbed(third, link, shop.symbols);
    mergeInto(merged, third);
    record.note(link);
    shop.perceiver.absorb(merged, link);
    const auto apart = undo(record, merged, shop.perceiver, shop.symbols);
    QVERIFY(apart.ok());
    QVERIFY((apart->goneAbsorbed == std::vector<CustomerNo>{2}));
    QCOMPARE(apart->gone.history.size(), std::size_t{3});
    QVERIFY((apart->gone.ids == std::vector<std::string>{"s2", "s3"}));
    QVERIFY(bytesOf(apart->kept, shop.symbols) == bytesOf(pair.ana, shop.symbols));
}

/// Random lives: apart again, each side is what it would be had the two never merged; only refusals went across.
void MergeRecordTests::anyEventsComeApart() {
    const Shop shop;
    const Sym marketing = shop.symbols.find("marketing");
    std::mt19937 random(20);
    int narrower = 0, same = 0;
    for (int round = 0; round < 600; ++round) {
        const bool refusing = round % 2 == 0;
        Customer side[2];
        side[1].number = 1;
        const auto event = [&](int at, int whose, bool refusals) {
            const std::string user = whose == 0 ? "ana" : "ben", session = whose == 0 ? "s1" : "s2";
            const bool both = random() % 5 == 0; // the user's own id before the other's session
            const auto at60 = minute(at + static_cast<int>(random() % 5) - 2);
            const unsigned what = random() % 6;
            const bool granted = !refusals || random() % 2 == 0;
            const QByteArray consent = QByteArray(R"({"purpose":"marketing","channel":")") +
                                       (random() % 2 == 0 ? "email" : "sms") + R"(","granted":)" +
                                       (granted ? "true}" : "false}");
            Event made = what == 0   ? identify(at60, random() % 2 == 0 ? R"({"plan":"pro"})" : R"({"age":33})")
                         : what == 1 ? track("Consent Changed", at60, consent.constData())
                         : what == 2 && refusals ? track(random() % 3 == 0   ? "Suppressed"
                                                         : random() % 2 == 0 ? "Unsuppressed"
                                                                             : "Unsubscribed",
                                                         at60)
                                                 : track("Cart Updated", at60, R"({"value":1})");
            made.userId = random() % 3 == 0 && !both ? "" : user;
            made.anonymousId = both ? (whose == 0 ? "s2" : "s1") : session;
            return made;
        };
        for (int whose : {0, 1}) {
            shop.perceiver.absorb(side[whose], by(track("Cart Updated", minute(0), R"({"value":2})"),
                                                  whose == 0 ? "ana" : "ben", whose == 0 ? "s1" : "s2"));
            for (int i = static_cast<int>(random() % 8); i > 0; --i) {
                Event own = event(i, whose, true);
                own.anonymousId = whose == 0 ? "s1" : "s2";
                shop.perceiver.absorb(side[whose], own);
            }
        }
        Customer merged = side[0], never[2] = {side[0], side[1]};
        MergeRecord record(side[0], side[1], minute(60), shop.symbols);
        mergeInto(merged, side[1]);
        const int count = static_cast<int>(random() % 25);
        for (int i = 0; i < count; ++i) {
            const int whose = static_cast<int>(random() % 2);
            const Event next = event(60 + i, whose, refusing);
            record.note(next);
            shop.perceiver.absorb(merged, next);
            const std::vector<std::string> ids = never[whose].ids;
            shop.perceiver.absorb(never[whose], next);
            never[whose].ids = ids;
        }
        const auto apart = undo(record, merged, shop.perceiver, shop.symbols);
        QVERIFY(apart.ok());
        QCOMPARE(apart->keptSince.size() + apart->goneSince.size(), static_cast<std::size_t>(count));
        for (const int whose : {0, 1}) {
            const Customer& now = whose == 0 ? apart->kept : apart->gone;
            QVERIFY(now.history == never[whose].history); // nothing lost, nothing of the other's
            QVERIFY(!never[whose].suppressed || now.suppressed);
            for (const Channel channel : {Channel::Email, Channel::Sms, Channel::Web}) {
                const bool holds = consentHolds(now.consents, marketing, channel);
                const bool would = consentHolds(never[whose].consents, marketing, channel);
                QVERIFY(!holds || would);
                narrower += would && !holds ? 1 : 0;
            }
            if (!refusing) {
                QVERIFY(bytesOf(now, shop.symbols) == bytesOf(never[whose], shop.symbols));
                ++same;
            }
        }
    }
    QCOMPARE(same, 600);
    QVERIFY(narrower > 20); // refusals do go across
}

void MergeRecordTests::comesBackFromBytes() {
    const Shop shop;
    const Pair pair(shop);
    EvidenceRow evidence{};
    evidence[1] = 2.5;
    MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols, 0.95, evidence);
    record.note(by(track("Cart Updated", minute(5), R"({"value":2})"), "", "s2"));
    record.noteAbsorbed(pair.session, track("Cart Updated", minute(6)), shop.symbols);
    cbor::Writer writer;
    encode(writer, record, shop.symbols);
    cbor::Reader reader(writer.data());
    const auto back = decodeMergeRecord(reader, shop.symbols);
    QVERIFY(back.ok());
    QVERIFY(reader.atEnd());
    QVERIFY(*back == record);
    QCOMPARE(back->probability(), 0.95);
    QVERIFY(back->cause() == MergeCause::Probable);
    for (std::size_t size = 0; size < writer.data().size(); ++size) {
        cbor::Reader cut({writer.data().data(), size});
        QVERIFY(!decodeMergeRecord(cut, shop.symbols).ok());
    }
}

void MergeRecordTests::refusesWhatItCannotUndo() {
    const Shop shop;
    const Pair pair(shop);
    const MergeRecord record(pair.ana, pair.session, minute(4), shop.symbols);
    Customer older = pair.ana;
    older.number = 7; // taken over by a later merge
    const auto refused = undo(record, older, shop.perceiver, shop.symbols);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("merge.other-customer"));
    const Symbols empty; // another document set: the symbols in the bytes mean nothing
    const auto foreign = undo(record, pair.ana, shop.perceiver, empty);
    QVERIFY(!foreign.ok());
    QCOMPARE(foreign.error().code, std::string("state.invalid"));
}

void MergeRecordTests::idsGoBack() {
    const Shop shop;
    Intake intake(shop.perceiver);
    const auto receive = [&](const char* user, const char* session, const char* traits = nullptr) {
        Event event =
            by(traits ? identify(start, traits) : track("Cart Updated", start, R"({"value":1})"), user, session);
        return intake.receive(event).resolution;
    };
    QCOMPARE(receive("ana", "s1").customer, CustomerNo{0});
    QCOMPARE(receive("ben", "s2").customer, CustomerNo{1});
    QCOMPARE(receive("ana", "", R"({"email":"a@example.com"})").customer, CustomerNo{0});
    const auto joined = receive("ben", "", R"({"email":"a@example.com"})");
    QCOMPARE(joined.absorbed, std::optional(CustomerNo{1}));
    QCOMPARE(receive("ben", "s5").customer, CustomerNo{0}); // s5 is learned while merged
    QCOMPARE(receive("ana", "s6").customer, CustomerNo{0});
    Unmerged apart;
    apart.kept.number = 0;
    apart.kept.ids = {"ana", "s1", "a@example.com", "s6"};
    apart.gone.number = 1;
    apart.goneSince = {by(track("Cart Updated", start), "ben", "s5")};
    QVERIFY(intake.part(apart));
    QVERIFY(!intake.part(apart)); // only once
    QCOMPARE(intake.identities().customers(), std::size_t{2});
    for (const auto& [user, session, whose] :
         {std::tuple{"ana", "", 0}, {"", "s1", 0}, {"", "s6", 0}, {"ben", "", 1}, {"", "s2", 1}, {"", "s5", 1}})
        QCOMPARE(receive(user, session).customer, static_cast<CustomerNo>(whose));
    // What joined them joins them no more: the id that an event names first decides.
    const auto again = receive("ben", "", R"({"email":"a@example.com"})");
    QCOMPARE(again.customer, CustomerNo{1});
    QVERIFY(!again.absorbed);
    QCOMPARE(receive("ana", "s2").customer, CustomerNo{0});
    QVERIFY(intake.identities().areParted(0, 1));
    QVERIFY(!intake.identities().areParted(0, 0));
}
