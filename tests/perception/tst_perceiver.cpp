#include "perception/fixture.h"
#include "perception/perception_tests.h"

#include "perception/customer_codec.h"
#include "perception/event_codec.h"
#include "perception/machine_signs.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using documents::Channel;

void PerceiverTests::keepsTraitsOfThePlannedType() {
    Shop shop;
    Customer customer;
    shop.perceiver.absorb(
        customer,
        identify(start, R"({"plan":"pro","age":"41","vip":true,"birthday":"1985-02-29","email":"A@b.de","shoe":9})"));
    QCOMPARE(customer.traits.size(), std::size_t{5});
    QVERIFY(customer.traits[0] == Value("pro"));
    QVERIFY(customer.traits[1].isNull()); // a text is no number
    QVERIFY(customer.traits[2] == Value(true));
    QVERIFY(customer.traits[3].isNull()); // no such day
    shop.perceiver.absorb(customer, identify(minute(1), R"({"plan":"platinum","age":41,"birthday":"1984-02-29"})"));
    QVERIFY(customer.traits[0] == Value("pro")); // not one of the allowed texts
    QVERIFY(customer.traits[1] == Value(41));
    QVERIFY(customer.traits[3] == Value(Date{5172})); // 14 years and 59 days after 1970: 14·365 + 3 + 59
    QCOMPARE(customer.key, std::string("u1"));
    QVERIFY((customer.ids == std::vector<std::string>{"u1", "a@b.de"}));
}

void PerceiverTests::keepsTheNewerTrait() {
    Shop shop;
    Customer customer;
    shop.perceiver.absorb(customer, identify(minute(10), R"({"plan":"pro"})"));
    shop.perceiver.absorb(customer, identify(minute(5), R"({"plan":"free","age":30})")); // late
    QVERIFY(customer.traits[0] == Value("pro"));
    QVERIFY(customer.traits[1] == Value(30));
    QCOMPARE(customer.firstSeen, minute(5));
    QCOMPARE(customer.lastSeen, minute(10));
    QVERIFY(shop.perceiver.setTrait(customer, "plan", Value("free"), minute(11)));
    QVERIFY(customer.traits[0] == Value("free"));
    QVERIFY(!shop.perceiver.setTrait(customer, "plan", Value("pro"), minute(10)));
    QVERIFY(!shop.perceiver.setTrait(customer, "plan", Value(3), minute(12)));
    QVERIFY(!shop.perceiver.setTrait(customer, "shoe", Value(3), minute(12)));
    QVERIFY(shop.perceiver.setTrait(customer, "plan", Value(), minute(12)));
    QVERIFY(customer.traits[0].isNull());
}

void PerceiverTests::followsConsent_data() {
    // Events as "name minute properties", in order of receipt; then whether marketing may go out by e-mail and SMS.
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<bool>("email");
    QTest::addColumn<bool>("sms");
    const QString grantAll = R"(Consent Changed|%1|{"purpose":"marketing","granted":true})";
    const QString grantEmail = R"(Consent Changed|%1|{"purpose":"marketing","channel":"email","granted":true})";
    const QString refuseEmail = R"(Consent Changed|%1|{"purpose":"marketing","channel":"email","granted":false})";
    const QString refuseAll = R"(Consent Changed|%1|{"purpose":"marketing","granted":false})";
    QTest::newRow("nothing said") << QStringList() << false << false;
    QTest::newRow("one channel") << QStringList{grantEmail.arg(0)} << true << false;
    QTest::newRow("every channel") << QStringList{grantAll.arg(0)} << true << true;
    QTest::newRow("all but one") << QStringList{grantAll.arg(0), refuseEmail.arg(1)} << false << true;
    QTest::newRow("unsubscribed by e-mail")
        << QStringList{grantAll.arg(0), R"(Unsubscribed|1|{"channel":"email"})"} << false << true;
    QTest::newRow("unsubscribed") << QStringList{grantAll.arg(0), "Unsubscribed|1|{}"} << false << false;
    QTest::newRow("a late grant") << QStringList{refuseEmail.arg(5), grantEmail.arg(1)} << false << false;
    QTest::newRow("a late general grant") << QStringList{refuseEmail.arg(5), grantAll.arg(1)} << false << true;
    QTest::newRow("a late refusal") << QStringList{grantEmail.arg(5), refuseAll.arg(1)} << true << false;
    QTest::newRow("at the same time") << QStringList{refuseEmail.arg(1), grantEmail.arg(1)} << false << false;
    QTest::newRow("granted again") << QStringList{refuseAll.arg(1), grantAll.arg(2)} << true << true;
    QTest::newRow("another purpose") << QStringList{R"(Consent Changed|0|{"purpose":"service","granted":true})"}
                                     << false << false;
    QTest::newRow("grant of an unknown channel")
        << QStringList{R"(Consent Changed|0|{"purpose":"marketing","channel":"pigeon","granted":true})"} << false
        << false;
    QTest::newRow("refusal of an unknown channel")
        << QStringList{grantAll.arg(0),
                       R"(Consent Changed|1|{"purpose":"marketing","channel":"pigeon","granted":false})"}
        << false << false;
    QTest::newRow("granted is no boolean")
        << QStringList{R"(Consent Changed|0|{"purpose":"marketing","granted":"yes"})"} << false << false;
}

void PerceiverTests::followsConsent() {
    QFETCH(QStringList, events);
    QFETCH(bool, email);
    QFETCH(bool, sms);
    documents::Workspace workspace = shop();
    documents::Action action;
    action.id = "help";
    action.purpose = "service";
    documents::ActionCatalogue catalogue;
    catalogue.actions.push_back(action);
    workspace.actions = std::make_shared<documents::ActionCatalogue>(catalogue);
    Shop shop(workspace);
    Customer customer;
    for (const QString& text : events) {
        const QStringList parts = text.split('|');
        shop.perceiver.absorb(customer,
                              track(parts[0].toStdString(), minute(parts[1].toInt()), parts[2].toStdString()));
    }
    const Sym marketing = shop.symbols.find("marketing");
    QVERIFY(marketing != 0);
    QCOMPARE(shop.perceiver.mayContact(customer, marketing, Channel::Email), email);
    QCOMPARE(shop.perceiver.mayContact(customer, marketing, Channel::Sms), sms);
    QVERIFY(shop.perceiver.mayContact(customer, 0, Channel::Email)); // no purpose, no consent needed
}

void PerceiverTests::suppressesAtOnce() {
    Shop shop;
    Customer customer;
    shop.perceiver.absorb(customer, track("Consent Changed", start, R"({"purpose":"marketing","granted":true})"));
    shop.perceiver.absorb(customer, track("Suppressed", minute(10)));
    QVERIFY(customer.suppressed);
    QVERIFY(!shop.perceiver.mayContact(customer, shop.symbols.find("marketing"), Channel::Email));
    QVERIFY(!shop.perceiver.mayContact(customer, 0, Channel::Email));
    shop.perceiver.absorb(customer, track("Unsuppressed", minute(9))); // older than the suppression
    QVERIFY(customer.suppressed);
    shop.perceiver.absorb(customer, track("Unsuppressed", minute(10)));
    QVERIFY(customer.suppressed);
    shop.perceiver.absorb(customer, track("Unsuppressed", minute(11)));
    QVERIFY(!customer.suppressed);
    shop.perceiver.absorb(customer, track("Suppressed", minute(10)));
    QVERIFY(!customer.suppressed);
}

void PerceiverTests::prefersTheProfilesZone() {
    Shop shop;
    Customer customer;
    const auto seen = [&](Event event, const char* zone) {
        event.zone = zone;
        shop.perceiver.absorb(customer, event);
    };
    const auto names = [&] {
        std::string joined;
        for (const Zone& zone : shop.perceiver.zones(customer))
            joined += zone.name() + " ";
        return joined;
    };
    QCOMPARE(names(), std::string("Europe/Berlin America/New_York "));
    QCOMPARE(shop.perceiver.zone(customer).name(), std::string("Europe/Berlin"));
    seen(track("Suppressed", minute(5)), "Asia/Tokyo");
    QCOMPARE(names(), std::string("Asia/Tokyo "));
    seen(track("Suppressed", minute(6)), "Middle/Earth");
    QCOMPARE(customer.zoneName, std::string("Asia/Tokyo"));
    seen(track("Suppressed", minute(4)), "Europe/Paris"); // late
    QCOMPARE(customer.zoneName, std::string("Asia/Tokyo"));
    seen(identify(minute(1), R"({"timezone":"Europe/Rome"})"), "Asia/Tokyo");
    QCOMPARE(customer.zoneName, std::string("Europe/Rome"));
    seen(track("Suppressed", minute(9)), "Asia/Tokyo");
    QCOMPARE(customer.zoneName, std::string("Europe/Rome"));
}

void PerceiverTests::fillsFacts() {
    Shop shop;
    Customer customer;
    customer.arm = documents::Arm::Baseline;
    shop.perceiver.absorb(customer, identify(start, R"({"plan":"pro","timezone":"Asia/Tokyo"})"));
    const Event order = track("Order Completed", minute(5),
                              R"({"value":30,"delivery":"2026-03-05","paid_at":"2026-03-02T09:00:00+01:00"})");
    shop.perceiver.absorb(customer, order);
    Facts facts = shop.facts(customer, &order, minute(5));
    QCOMPARE(facts.size(), shop.schema.schema().size());
    QVERIFY(shop.fact(facts, "event.name") == Value("Order Completed"));
    QVERIFY(shop.fact(facts, "event.value") == Value(30));
    QVERIFY(shop.fact(facts, "event.delivery") == Value(Date{20517})); // 2026-03-02 is day 20514
    QVERIFY(shop.fact(facts, "event.paid_at") == Value(start));
    QVERIFY(shop.fact(facts, "event.coupon").isNull());
    QVERIFY(shop.fact(facts, "customer.plan") == Value("pro"));
    QVERIFY(shop.fact(facts, "customer.age").isNull());
    QVERIFY(shop.fact(facts, "customer.zone") == Value("Asia/Tokyo"));
    QVERIFY(shop.fact(facts, "customer.arm") == Value("baseline"));
    // The frame is used again: nothing of the last turn may stay.
    shop.perceiver.fill(Customer{}, nullptr, minute(6), facts);
    for (const char* name : {"event.name", "event.value", "event.delivery", "customer.plan", "customer.zone"})
        QVERIFY2(shop.fact(facts, name).isNull(), name);
    // Nobody planned it; the names it shares with other events are read, where the type fits.
    const Event quote = track("Quote Requested", minute(7), R"({"value":12,"coupon":5,"colour":"red"})");
    shop.perceiver.fill(customer, &quote, minute(7), facts);
    QVERIFY(shop.fact(facts, "event.name") == Value("Quote Requested"));
    QVERIFY(shop.fact(facts, "event.value") == Value(12));
    QVERIFY(shop.fact(facts, "event.coupon").isNull());
}

void PerceiverTests::computesMeasures() {
    Shop shop;
    Customer customer;
    for (const int value : {20, 5, 12}) // 5 does not pass the filter
        shop.perceiver.absorb(customer, track("Order Completed", minute(value),
                                              "{\"value\":" + std::to_string(value) + ",\"delivery\":\"2026-03-0" +
                                                  (value == 20 ? "4" : "3") + "\"}"));
    shop.perceiver.absorb(customer, track("Cart Updated", minute(30), R"({"value":1})"));
    Facts facts = shop.facts(customer, nullptr, minute(31));
    QVERIFY(shop.fact(facts, "carts") == Value(1));
    QVERIFY(shop.fact(facts, "spent_7d") == Value(32));
    QVERIFY(shop.fact(facts, "last_delivery") == Value(Date{20516}));
    facts = shop.facts(customer, nullptr, minute(13) + Duration::days(7)); // 12 has left the window
    QVERIFY(shop.fact(facts, "spent_7d") == Value(20));
}

void PerceiverTests::measuresThatAreOffAreNull() {
    documents::Workspace workspace = shop();
    workspace.off.insert("measures/carts");
    documents::MeasureBook book = *workspace.measures;
    book.measures[1].filter = "event.nothing >"; // check reports it; here it must do no harm
    workspace.measures = std::make_shared<documents::MeasureBook>(book);
    Shop shop(workspace);
    Customer customer;
    shop.perceiver.absorb(customer, track("Cart Updated", start, R"({"value":1})"));
    shop.perceiver.absorb(customer, track("Order Completed", start, R"({"value":50,"delivery":"2026-03-04"})"));
    const Facts facts = shop.facts(customer, nullptr, start);
    QVERIFY(shop.fact(facts, "carts").isNull());
    QVERIFY(shop.fact(facts, "spent_7d").isNull());
    QVERIFY(shop.fact(facts, "last_delivery") == Value(Date{20516}));
}

void PerceiverTests::historyIsBounded() {
    Shop shop;
    Customer customer;
    for (int i = 0; i < 450; ++i)
        shop.perceiver.absorb(customer, track("Brochure Opened", minute(i), R"({"value":1})"));
    QCOMPARE(customer.history.size(), std::size_t{400});
    QCOMPARE(customer.history.front().time, minute(50));
    QCOMPARE(customer.history.back().time, minute(449));
    QCOMPARE(customer.firstSeen, start);
    shop.perceiver.absorb(customer, track("Brochure Opened", minute(3), R"({"value":1})")); // too old to be kept
    QCOMPARE(customer.history.front().time, minute(50));
    QVERIFY(!customer.lowQuality);
}

void PerceiverTests::marksBursts() {
    Shop shop;
    const auto low = [&](Duration step, bool backwards) {
        Customer customer;
        for (int i = 0; i < 100; ++i)
            shop.perceiver.absorb(customer, track("Suppressed", start + Duration{step.ms * (backwards ? 99 - i : i)}));
        return customer.lowQuality;
    };
    QVERIFY(low(Duration{606}, false)); // 100 events in 59.994 s
    QVERIFY(low(Duration{606}, true));
    QVERIFY(!low(Duration{607}, false)); // in 60.093 s
}

void PerceiverTests::knowsSoftwareByItsAgent_data() {
    QTest::addColumn<QString>("agent");
    QTest::addColumn<bool>("software");
    const auto row = [](const char* name, const char* agent, bool software) {
        QTest::newRow(name) << QString::fromUtf8(agent) << software;
    };
    row("nothing said", "", false);
    row("browser", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", false);
    row("phone", "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile", false);
    row("app", "MyShop/3.2 (iPhone; iOS 17.4; Scale/3.00) CFNetwork/1494 Darwin/23.4.0", false);
    row("a word within", "Mozilla/5.0 (compatible; Robotics Fair Kiosk) curling/2", false);
    row("crawler", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true);
    row("crawler, by its ending", "NewShopCrawler/0.1", true);
    row("acts for people", "Mozilla/5.0 AppleWebKit/537.36; compatible; ChatGPT-User/1.0; +https://openai.com/bot",
        true);
    row("browser without a window", "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36", true);
    row("script", "python-requests/2.31.0", true);
    row("in capitals", "CURL/8.5.0", true);
}

void PerceiverTests::knowsSoftwareByItsAgent() {
    QFETCH(QString, agent);
    QFETCH(bool, software);
    QCOMPARE(isSoftwareAgent(agent.toStdString()), software);
    Shop shop;
    Customer customer;
    Event event = track("Cart Updated", start, R"({"value":1})");
    Surroundings seen;
    seen.agent = agent.toStdString();
    event.seenAt = SharedSurroundings(seen);
    shop.perceiver.absorb(customer, event);
    QCOMPARE(customer.machine, software ? MachineSign::UserAgent : MachineSign::None);
    QCOMPARE(customer.isPerson(), !software);
    QVERIFY(shop.fact(shop.facts(customer, nullptr, start), "customer.machine") == Value(software));
}

void PerceiverTests::softwareThatSaysSo() {
    Shop shop;
    const Value said = json(R"({"type":"track","event":"Cart Updated","messageId":"m","userId":"u1","properties":)"
                            R"({"value":1},"context":{"agent":{"type":"software","name":"Shop Helper"},)"
                            R"("userAgent":"curl/8.5.0"}})");
    const auto event = parseSegmentEvent(said, start);
    QVERIFY(event.ok());
    QCOMPARE(event->seenAt->software, std::string("Shop Helper"));
    QVERIFY(*parseSegmentEvent(toSegmentJson(*event), start) == *event);
    Symbols symbols;
    cbor::Writer writer;
    encode(writer, *event, symbols);
    cbor::Reader reader(writer.data());
    QVERIFY(*decodeEvent(reader, symbols) == *event);
    Customer customer;
    shop.perceiver.absorb(customer, *event);
    QCOMPARE(customer.machine, MachineSign::Declared); // the surest sign
    Event plain = track("Cart Updated", minute(1), R"({"value":1})");
    shop.perceiver.absorb(customer, plain);
    QCOMPARE(customer.machine, MachineSign::Declared); // and it stays
    cbor::Writer state;
    encode(state, customer, shop.symbols);
    cbor::Reader again(state.data());
    QVERIFY(*decodeCustomer(again, shop.symbols) == customer);
    Customer other;
    mergeInto(other, customer);
    QCOMPARE(other.machine, MachineSign::Declared);
    const auto person = parseSegmentEvent(
        json(R"({"type":"track","event":"Cart Updated","userId":"u1","context":{"agent":{"type":"person"}}})"), start);
    QVERIFY(person.ok() && !person->seenAt);
}

void PerceiverTests::pagesByTheClock_data() {
    QTest::addColumn<QList<int>>("gaps"); // ms, taken in turns
    QTest::addColumn<int>("pages");
    QTest::addColumn<bool>("machine");
    QTest::newRow("every two seconds") << QList<int>{2000} << 21 << true;
    QTest::newRow("one too few") << QList<int>{2000} << 20 << false;
    // two values a ± d have a coefficient of variation of d / a
    QTest::newRow("a tenth around") << QList<int>{1800, 2200} << 21 << true;
    QTest::newRow("more than that") << QList<int>{1798, 2202} << 21 << false;
    QTest::newRow("as people read") << QList<int>{900, 4000, 15000, 700, 42000} << 60 << false;
    QTest::newRow("all at once") << QList<int>{199} << 21 << false; // a burst is told by itself
    QTest::newRow("once in five minutes") << QList<int>{300000} << 40 << false;
}

void PerceiverTests::pagesByTheClock() {
    QFETCH(QList<int>, gaps);
    QFETCH(int, pages);
    QFETCH(bool, machine);
    Shop shop;
    Customer customer;
    Instant at = start;
    for (int page = 0; page < pages; ++page) {
        shop.perceiver.absorb(customer, track("Page Viewed", at));
        shop.perceiver.absorb(customer, track("Suppressed", at + Duration{page * 37 % 190})); // other events count not
        at = at + Duration{gaps[page % gaps.size()]};
    }
    QCOMPARE(customer.machine, machine ? MachineSign::Regular : MachineSign::None);
}

void PerceiverTests::anyOrderGivesTheSameHistory() {
    Shop shop;
    std::mt19937 random(7);
    std::vector<Event> events;
    for (int i = 0; i < 500; ++i) // several at one moment, some of them alike
        events.push_back(track(random() % 2 ? "Cart Updated" : "Order Completed", minute(random() % 120),
                               "{\"value\":" + std::to_string(random() % 5) + "}"));
    for (int i = 0; i < 20; ++i)
        events.push_back(identify(minute(200 + i), "{\"age\":" + std::to_string(i) + "}"));
    Customer reference;
    for (const Event& event : events)
        shop.perceiver.absorb(reference, event);
    QCOMPARE(reference.history.size(), std::size_t{520}); // a measure asks for the old ones, too
    QVERIFY(reference.traits[1] == Value(19));
    for (int round = 0; round < 20; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        Customer customer;
        for (const Event& event : events)
            shop.perceiver.absorb(customer, event);
        QVERIFY(customer == reference);
    }
}

/// A history is kept as far as measures look back, up to a limit; what they would count beyond it is unknown, not less.
void PerceiverTests::measuresNeverUndercount() {
    documents::Workspace workspace = test::shop();
    auto measures = std::make_shared<documents::MeasureBook>(*workspace.measures);
    measures->measures.pop_back(); // which looks at every order
    workspace.measures = measures;
    const Shop shop(workspace);
    Customer busy;
    for (int i = 0; i < 700; ++i)
        shop.perceiver.absorb(busy, track("Order Completed", minute(14 * i), R"({"value":20})"));
    for (int i = 0; i < 600; ++i) // nobody asks for them
        shop.perceiver.absorb(busy, track("Page Viewed", minute(14 * i + 1), "{}"));
    Facts facts = shop.facts(busy, nullptr, minute(14 * 699));
    QVERIFY(shop.fact(facts, "spent_7d") == Value(20 * 700));
    QVERIFY(busy.history.size() < 1'300);
    // Beyond a week nobody asks for orders, but the newest 400 of all stay.
    shop.perceiver.absorb(busy, track("Cart Updated", minute(60 * 24 * 30), R"({"value":1})"));
    QCOMPARE(busy.history.size(), Perceiver::historyLimit);
    QVERIFY(busy.cut.empty());

    std::vector<Event> events;
    for (int i = 0; i < 2'100; ++i) {
        events.push_back(track("Order Completed", minute(i), R"({"value":20})"));
        if (i % 2)
            events.push_back(track("Cart Updated", minute(i), R"({"value":1})"));
    }
    Customer reference;
    for (const Event& event : events)
        shop.perceiver.absorb(reference, event);
    QCOMPARE(reference.history.size(), Perceiver::eventLimit + 1'050);
    const Sym order = shop.symbols.find("Order Completed");
    QVERIFY(reference.cut == (std::vector<rules::HistoryCut>{{order, minute(99)}}));
    facts = shop.facts(reference, nullptr, minute(2'100));
    QVERIFY(shop.fact(facts, "spent_7d").isNull());
    QVERIFY(shop.fact(facts, "carts") == Value(1'050));
    // As soon as the window is past what was given up, it is known again.
    facts = shop.facts(reference, nullptr, minute(99) + Duration::days(7));
    QVERIFY(shop.fact(facts, "spent_7d") == Value(20 * 2'000));
    facts = shop.facts(reference, nullptr, minute(98) + Duration::days(7));
    QVERIFY(shop.fact(facts, "spent_7d").isNull());

    std::mt19937 random(3);
    for (int round = 0; round < 3; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        Customer customer;
        for (const Event& event : events)
            shop.perceiver.absorb(customer, event);
        customer.lowQuality = reference.lowQuality;
        QVERIFY(customer == reference);
    }
    // It is stored.
    cbor::Writer writer;
    encode(writer, reference, shop.symbols);
    const auto bytes = writer.take();
    cbor::Reader reader(bytes);
    const auto back = decodeCustomer(reader, shop.symbols);
    QVERIFY(back.ok() && *back == reference && reader.atEnd());
    shop.perceiver.absorb(reference, track("Order Completed", minute(60 * 24 * 30), "{}"));
    QVERIFY(reference.cut.empty()); // a month later nobody asks
}
