#include "perception/fixture.h"
#include "perception/perception_tests.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using documents::Channel;

namespace {

constexpr Channel channels[] = {Channel::None, Channel::Email, Channel::InApp,   Channel::Web,
                                Channel::Sms,  Channel::Call,  Channel::Support, Channel::Ads};

/// "email+3" = granted by e-mail at minute 3; "none-5" = refused everywhere at minute 5.
std::vector<Consent> consents(const QString& text) {
    std::vector<Consent> made;
    for (const QString& word : text.split(' ', Qt::SkipEmptyParts)) {
        const bool granted = word.contains('+');
        const QStringList parts = word.split(granted ? '+' : '-');
        const Channel channel = parts[0] == "email" ? Channel::Email : parts[0] == "sms" ? Channel::Sms : Channel::None;
        stateConsent(made, {1, channel, granted, minute(parts[1].toInt())});
    }
    return made;
}

/// Whether the person said no to this channel, whatever else was said.
bool refused(const std::vector<Consent>& said, Sym purpose, Channel channel) {
    const bool spoken = std::any_of(said.begin(), said.end(), [&](const Consent& c) {
        return c.purpose == purpose && (c.channel == channel || c.channel == Channel::None);
    });
    return spoken && !consentHolds(said, purpose, channel);
}

Customer randomCustomer(std::mt19937& random) {
    Customer customer;
    customer.firstSeen = minute(random() % 50);
    customer.lastSeen = minute(50 + random() % 50);
    customer.suppressed = random() % 4 == 0;
    customer.arm = static_cast<documents::Arm>(random() % 3);
    for (unsigned i = random() % 6; i > 0; --i)
        stateConsent(customer.consents, {static_cast<Sym>(1 + random() % 2), channels[random() % 8], random() % 2 == 0,
                                         minute(random() % 6)});
    for (unsigned i = random() % 30; i > 0; --i)
        customer.history.push_back({minute(random() % 20), static_cast<Sym>(1 + random() % 3),
                                    Value(Context{{"n", Value(static_cast<int>(random() % 4))}})});
    std::sort(customer.history.begin(), customer.history.end(), historyBefore);
    return customer;
}

} // namespace

void MergeTests::movesWhatIsKnown() {
    Shop shop;
    Customer older, younger;
    older.number = 3;
    younger.number = 8;
    shop.perceiver.absorb(older, identify(minute(10), R"({"plan":"pro","age":40})", "ana"));
    shop.perceiver.absorb(younger, identify(minute(5), R"({"plan":"free","vip":true})", "s1"));
    shop.perceiver.absorb(younger, identify(minute(20), R"({"age":41,"timezone":"Asia/Tokyo"})", "s1"));
    older.contacts = {{minute(1), 5, Channel::Email, documents::Slot::Marketing, 0, 1, true},
                      {minute(9), 6, Channel::Email, documents::Slot::Marketing, 0, 2, true}};
    younger.contacts = {{minute(4), 7, Channel::Sms, documents::Slot::Service, 0, 3, false}};
    younger.arm = documents::Arm::Control;
    mergeInto(older, younger);
    QCOMPARE(older.number, CustomerNo{3});
    QCOMPARE(older.key, std::string("ana"));
    QVERIFY((older.ids == std::vector<std::string>{"ana", "s1"}));
    QCOMPARE(older.firstSeen, minute(5));
    QCOMPARE(older.lastSeen, minute(20));
    QVERIFY(older.traits[0] == Value("pro")); // the later write
    QVERIFY(older.traits[1] == Value(41));
    QVERIFY(older.traits[2] == Value(true));
    QCOMPARE(older.zoneName, std::string("Asia/Tokyo"));
    QVERIFY(older.arm == documents::Arm::Agentic);
    QVERIFY(older.mixedArms);
    QCOMPARE(older.history.size(), std::size_t{3});
    QCOMPARE(older.history[0].time, minute(5));
    QCOMPARE(older.history[2].time, minute(20));
    QCOMPARE(older.contacts.size(), std::size_t{3});
    QCOMPARE(older.contacts[1].action, Sym{7});
    Customer alike, other;
    mergeInto(alike, other);
    QVERIFY(!alike.mixedArms);
}

void MergeTests::refusalStaysARefusal_data() {
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("younger");
    QTest::addColumn<bool>("email");
    QTest::addColumn<bool>("sms");
    QTest::newRow("both granted") << "email+1"
                                  << "email+2" << true << false;
    QTest::newRow("one said nothing") << "email+1"
                                      << "" << true << false;
    QTest::newRow("an older refusal") << "email+5"
                                      << "email-1" << false << false;
    QTest::newRow("a newer refusal") << "email+1"
                                     << "email-5" << false << false;
    QTest::newRow("refused channel, granted all") << "email-1"
                                                  << "none+5" << false << true;
    QTest::newRow("refused all, granted channel") << "none-1"
                                                  << "email+5" << false << false;
    QTest::newRow("a refusal that was taken back") << "email-1 email+2"
                                                   << "email+1" << true << false;
    QTest::newRow("taken back for all") << "email-1 none+2"
                                        << "none+5" << true << true;
    QTest::newRow("refused all after a grant") << "email+1 none-3"
                                               << "email+5" << false << false;
}

void MergeTests::refusalStaysARefusal() {
    QFETCH(QString, older);
    QFETCH(QString, younger);
    QFETCH(bool, email);
    QFETCH(bool, sms);
    for (const bool swapped : {false, true}) {
        Customer a, b;
        a.consents = consents(swapped ? younger : older);
        b.consents = consents(swapped ? older : younger);
        mergeInto(a, b);
        QCOMPARE(consentHolds(a.consents, 1, Channel::Email), email);
        QCOMPARE(consentHolds(a.consents, 1, Channel::Sms), sms);
        // What the person says after the merge counts.
        stateConsent(a.consents, {1, Channel::Email, true, minute(60)});
        QVERIFY(consentHolds(a.consents, 1, Channel::Email));
    }
}

void MergeTests::neverWidensConsent() {
    std::mt19937 random(99);
    int kept = 0;
    for (int round = 0; round < 5'000; ++round) {
        const Customer a = randomCustomer(random), b = randomCustomer(random);
        Customer merged = a;
        mergeInto(merged, b);
        QCOMPARE(merged.suppressed, a.suppressed || b.suppressed);
        for (const Sym purpose : {Sym{1}, Sym{2}})
            for (const Channel channel : channels) {
                if (!consentHolds(merged.consents, purpose, channel))
                    continue;
                ++kept;
                QVERIFY(!refused(a.consents, purpose, channel));
                QVERIFY(!refused(b.consents, purpose, channel));
                QVERIFY(consentHolds(a.consents, purpose, channel) || consentHolds(b.consents, purpose, channel));
            }
    }
    QVERIFY(kept > 5'000); // and it does not just forget every consent
}

void MergeTests::neverLosesHistory() {
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        const Customer a = randomCustomer(random), b = randomCustomer(random);
        Customer merged = a, other = b;
        mergeInto(merged, b);
        mergeInto(other, a);
        QCOMPARE(merged.history.size(), a.history.size() + b.history.size());
        QVERIFY(merged.history == other.history);
        QVERIFY(std::is_sorted(merged.history.begin(), merged.history.end(), historyBefore));
        for (const Customer* side : {&a, &b})
            for (const auto& item : side->history)
                QVERIFY(std::count(merged.history.begin(), merged.history.end(), item) >=
                        std::count(side->history.begin(), side->history.end(), item));
        QCOMPARE(merged.firstSeen, std::min(a.firstSeen, b.firstSeen));
        QCOMPARE(merged.lastSeen, std::max(a.lastSeen, b.lastSeen));
        QCOMPARE(merged.mixedArms, a.arm != b.arm);
    }
    // What nobody asks for goes beyond the limit, the oldest first, as it would without a merge.
    Customer long1, long2;
    for (int i = 0; i < 300; ++i) {
        long1.history.push_back({minute(2 * i), 1, {}});
        long2.history.push_back({minute(2 * i + 1), 1, {}});
    }
    Customer short1 = long1;
    mergeInto(short1, long2);
    QCOMPARE(short1.history.size(), std::size_t{400});
    QCOMPARE(short1.history.front().time, minute(200));
    QCOMPARE(short1.history.back().time, minute(599));
    // What a measure reaches stays.
    HistoryNeeds needs;
    needs.add(1, Duration::minutes(10'000));
    mergeInto(long1, long2, needs);
    QCOMPARE(long1.history.size(), std::size_t{600});
    QVERIFY(long1.cut.empty());
    // As far as there is room, and what there is none for is known to be missing.
    long1.cut = {{1, minute(2)}};
    long2.cut = {{1, minute(-5)}, {2, minute(-9'000)}};
    for (int i = 600; i < 2'300; ++i)
        long2.history.push_back({minute(i), 1, {}});
    mergeInto(long1, long2, needs);
    QCOMPARE(long1.history.size(), Perceiver::eventLimit);
    QVERIFY(long1.cut == (std::vector<rules::HistoryCut>{{1, minute(399)}})); // of the other, nobody asks any more
}
