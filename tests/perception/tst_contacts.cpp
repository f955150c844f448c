#include "perception/contact_memory.h"
#include "perception/contact_tests.h"
#include "perception/customer_codec.h"
#include "perception/fixture.h"
#include "perception/merge_record.h"
#include "rules/expression.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using documents::Channel;
using documents::PropertyType;
using documents::Response;
using documents::Slot;

namespace {

/// Mails and texts go out; mails are opened and clicked, answers say by what channel they come.
documents::Workspace mailer() {
    documents::Workspace workspace = shop();
    documents::TrackingPlan plan = *workspace.trackingPlan;
    plan.events.push_back({"Email Opened", {}, Response::Opened, Channel::Email});
    plan.events.push_back({"Email Clicked", {}, Response::Clicked, Channel::Email});
    plan.events.push_back({"Answer Sent", {property("channel", PropertyType::Text)}, Response::Replied, Channel::None});
    plan.events.push_back({"Case Opened", {property("case", PropertyType::Text)}});
    plan.events.push_back({"Case Reopened", {property("case", PropertyType::Text)}});
    plan.events.push_back({"Case Closed", {property("case", PropertyType::Text)}});
    workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
    documents::ActionCatalogue catalogue;
    for (const Channel channel : {Channel::Email, Channel::Sms}) {
        documents::Action& action = catalogue.actions.emplace_back();
        action.id = std::string("say-by-") + std::string(documents::nameOf(channel));
        action.channel = channel;
        action.slot = Slot::Service;
    }
    workspace.actions = std::make_shared<documents::ActionCatalogue>(catalogue);
    return workspace;
}

Instant onDay(double n) {
    return start + Duration::minutes(static_cast<std::int64_t>(n * 24 * 60));
}

Contact mailOf(Instant at, bool sent = true, Channel channel = Channel::Email) {
    return {at, 3, channel, Slot::Service, 0, 0, sent};
}

/// "mail 1; open 1.5; mail 2; click 3; text 4; answer 5 sms; goal 2.5": days.
Customer livedThrough(const Shop& store, const QString& text) {
    Customer customer;
    for (const QString& line : text.split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        const QStringList words = line.split(' ');
        const Instant at = onDay(words[1].toDouble());
        if (words[0] == QLatin1String("mail") || words[0] == QLatin1String("text"))
            customer.contacts.push_back(
                mailOf(at, true, words[0] == QLatin1String("mail") ? Channel::Email : Channel::Sms));
        else if (words[0] == QLatin1String("waits"))
            customer.contacts.push_back(mailOf(at, false));
        else if (words[0] == QLatin1String("goal"))
            customer.contacts.back().reached = at;
        else if (words[0] == QLatin1String("answer"))
            store.perceiver.absorb(customer,
                                   track("Answer Sent", at, R"({"channel":")" + words[2].toStdString() + "\"}"));
        else
            store.perceiver.absorb(customer,
                                   track(words[0] == QLatin1String("open") ? "Email Opened" : "Email Clicked", at));
    }
    return customer;
}

/// "email 2/2 last 2, 1 answered, 2 responses, last clicked 3"
QString told(const Shop& store, const Customer& customer, Instant now) {
    const auto day = [](Instant at) { return QString::number(static_cast<double>((at - start).ms) / 86'400'000.0); };
    QStringList lines;
    for (const ChannelRecord& one : store.perceiver.contactMemory().of(customer, now)) {
        QString line = QStringLiteral("%1 %2/%3")
                           .arg(QString::fromStdString(std::string(nameOf(one.channel))))
                           .arg(one.recent)
                           .arg(one.contacts);
        if (one.contacts > 0)
            line += QStringLiteral(" last %1, %2 answered").arg(day(one.lastContact)).arg(one.answered);
        if (!one.lastResponse.isNever())
            line += QStringLiteral(", %1 responses, %2 %3")
                        .arg(one.responses)
                        .arg(QString::fromStdString(std::string(nameOf(one.lastKind))), day(one.lastResponse));
        lines << line;
    }
    return lines.join(QStringLiteral("; "));
}

std::vector<std::uint8_t> contactBytesOf(const Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    encode(writer, customer, symbols);
    return writer.take();
}

} // namespace

void ContactTests::channels_data() {
    QTest::addColumn<QString>("lived");
    QTest::addColumn<double>("now");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << "" << 1.0 << "";
    QTest::newRow("sent") << "mail 1" << 2.0 << "email 1/1 last 1, 0 answered";
    QTest::newRow("not yet") << "mail 1" << 0.5 << "";
    QTest::newRow("only reserved") << "waits 1" << 2.0 << "";
    QTest::newRow("opened") << "mail 1; open 1.5" << 2.0 << "email 1/1 last 1, 1 answered, 1 responses, opened 1.5";
    QTest::newRow("opened, then clicked")
        << "mail 1; open 1.5; click 1.75" << 2.0 << "email 1/1 last 1, 1 answered, 2 responses, clicked 1.75";
    QTest::newRow("the last one before it")
        << "mail 1; mail 2; open 2" << 3.0 << "email 2/2 last 2, 1 answered, 1 responses, opened 2";
    QTest::newRow("at the end of a week")
        << "mail 1; open 8" << 9.0 << "email 1/1 last 1, 1 answered, 1 responses, opened 8";
    QTest::newRow("after it") << "mail 1; open 8.25" << 9.0 << "email 1/1 last 1, 0 answered, 1 responses, opened 8.25";
    QTest::newRow("uncalled for") << "open 1" << 2.0 << "email 0/0, 1 responses, opened 1";
    QTest::newRow("the other channel") << "mail 1; text 2; answer 3 sms" << 4.0
                                       << "email 1/1 last 1, 0 answered; sms 1/1 last 2, 1 answered, 1 responses, "
                                          "replied 3";
    QTest::newRow("a channel nobody knows") << "mail 1; answer 2 pigeon" << 3.0 << "email 1/1 last 1, 0 answered";
    QTest::newRow("a goal") << "mail 1; goal 5" << 6.0 << "email 1/1 last 1, 1 answered, 1 responses, none 5";
    QTest::newRow("not reached by then") << "mail 1; goal 5" << 4.0 << "email 1/1 last 1, 0 answered";
    QTest::newRow("the click was the goal")
        << "mail 1; goal 2; click 2" << 3.0 << "email 1/1 last 1, 1 answered, 1 responses, clicked 2";
    QTest::newRow("long ago") << "mail 1; open 2; mail 80" << 92.0
                              << "email 1/2 last 80, 0 answered, 0 responses, opened 2";
    QTest::newRow("89 days and a half ago")
        << "mail 1; open 2" << 90.5 << "email 1/1 last 1, 1 answered, 1 responses, opened 2";
}

void ContactTests::channels() {
    QFETCH(QString, lived);
    QFETCH(double, now);
    QFETCH(QString, expected);
    const Shop store(mailer());
    QCOMPARE(told(store, livedThrough(store, lived), onDay(now)), expected);
}

void ContactTests::factsByChannel() {
    const Shop store(mailer());
    const Customer customer = livedThrough(store, "mail 1; open 1.5; mail 2; mail 3; text 4");
    const Facts facts = store.facts(customer, nullptr, onDay(5));
    const auto is = [&](const char* name, const Value& value) { return store.fact(facts, name) == value; };
    QVERIFY(is("contacts.email", Value(3)) && is("contacts.email_90d", Value(3)));
    QVERIFY(is("contacts.email_last", Value(onDay(3))) && is("contacts.last", Value(onDay(4))));
    QVERIFY(is("responses.email_90d", Value(1)) && is("responses.email_last", Value(onDay(1.5))));
    QVERIFY(is("responses.last", Value(onDay(1.5))));
    QVERIFY(is("responses.email_rate", Value(*Decimal::parse("0.3333"))));
    QVERIFY(is("contacts.sms", Value(1)) && is("responses.sms_90d", Value(0)) && is("responses.sms_rate", Value(0)));
    QVERIFY(store.fact(facts, "responses.sms_last").isNull());
    QVERIFY(store.schema.schema().slot("contacts.call") < 0); // nobody is called here
    // As rules read them.
    const Zone berlin = *Zone::find("Europe/Berlin");
    const rules::Frame frame{facts, onDay(5), &berlin};
    const auto rule = rules::Expression::compile(
        R"(contacts.email_90d >= 3 and responses.email_rate < 0.5 and responses.email_last < contacts.email_last)",
        store.schema.schema(), rules::Type::Boolean);
    QVERIFY2(rule.ok(), rule.ok() ? "" : debugText(rule.error()).c_str());
    QVERIFY(rule->evaluate(frame) == Value(true));
    // Of nobody nothing is known, of a stranger that there was nothing.
    Facts none;
    store.perceiver.fillContact(nullptr, onDay(5), none);
    QVERIFY(store.fact(none, "contacts.email").isNull() && store.fact(none, "customer.quality").isNull() &&
            store.fact(none, "customer.open_cases").isNull());
    const Facts stranger = store.facts(Customer(), nullptr, onDay(5));
    QVERIFY(store.fact(stranger, "contacts.email") == Value(0));
    QVERIFY(store.fact(stranger, "responses.email_rate").isNull() && store.fact(stranger, "contacts.last").isNull());
}

/// A customer who was never contacted is stored in the bytes of before, and so is a contact that nobody answered.
void ContactTests::nothingKnownTakesNothing() {
    const Shop store(mailer());
    cbor::Writer writer;
    writer.array(16);
    writer.uint(1); // the format
    writer.uint(7); // number
    writer.text("ana");
    writer.instant(start); // first and last seen
    writer.instant(start);
    writer.uint(0); // arm
    writer.uint(0); // flags
    writer.instant({});
    writer.text("");
    writer.instant({});
    for (int list = 0; list < 4; ++list) // traits, their times, consents, history
        writer.array(0);
    writer.array(2); // contacts, the second with an account
    for (const bool withAccount : {false, true}) {
        writer.array(withAccount ? 8 : 7);
        writer.instant(minute(5));
        writer.uint(3);
        writer.uint(static_cast<std::uint64_t>(Channel::Email));
        writer.uint(static_cast<std::uint64_t>(Slot::Service));
        writer.uint(0);
        writer.uint(0);
        writer.boolean(true);
        if (withAccount)
            writer.uint(12);
    }
    writer.array(0); // ids
    cbor::Reader reader(writer.data());
    const auto customer = decodeCustomer(reader, store.symbols);
    QVERIFY(customer.ok() && reader.atEnd());
    QCOMPARE(customer->contacts.size(), std::size_t{2});
    QVERIFY(customer->contacts[0] == mailOf(minute(5)));
    QCOMPARE(customer->contacts[1].with, CustomerNo{12});
    QVERIFY(customer->contacts[1].reached.isNever());
    QVERIFY(contactBytesOf(*customer, store.symbols) ==
            std::vector<std::uint8_t>(writer.data().begin(), writer.data().end()));
}

void ContactTests::comeBack() {
    const Shop store(mailer());
    Customer customer = livedThrough(store, "mail 1; goal 2; text 3; mail 4; open 4.5");
    customer.contacts[0].with = 5;
    const auto bytes = contactBytesOf(customer, store.symbols);
    cbor::Reader reader(bytes);
    const auto back = decodeCustomer(reader, store.symbols);
    QVERIFY(back.ok());
    QVERIFY(*back == customer);
    QCOMPARE(told(store, *back, onDay(5)), told(store, customer, onDay(5)));
}

void ContactTests::surviveMergeAndUnmerge() {
    const Shop store(mailer());
    Customer ana = livedThrough(store, "mail 1; open 2; mail 3"), session = livedThrough(store, "mail 2.5; text 4");
    ana.number = 1;
    session.number = 2;
    session.ids = {"s2"};
    MergeRecord record(ana, session, onDay(5), store.symbols);
    Customer merged = ana;
    mergeInto(merged, session, store.perceiver.historyNeeds());
    QCOMPARE(told(store, merged, onDay(5)), "email 3/3 last 3, 1 answered, 1 responses, opened 2; sms 1/1 last 4, "
                                            "0 answered");
    // A goal that is credited while they are one stays with the contact that it was credited to.
    for (Contact& contact : merged.contacts)
        if (contact.at == onDay(2.5) || contact.at == onDay(3))
            contact.reached = onDay(6);
    Event click = track("Email Clicked", onDay(6), "{}", "");
    click.anonymousId = "s2";
    record.note(click);
    store.perceiver.absorb(merged, click);
    QCOMPARE(told(store, merged, onDay(7)), "email 3/3 last 3, 3 answered, 2 responses, clicked 6; sms 1/1 last 4, "
                                            "0 answered");
    const auto apart = undo(record, merged, store.perceiver, store.symbols);
    QVERIFY(apart.ok());
    QCOMPARE(told(store, apart->kept, onDay(7)), "email 2/2 last 3, 2 answered, 2 responses, none 6");
    QCOMPARE(told(store, apart->gone, onDay(7)), "email 1/1 last 2.5, 1 answered, 1 responses, clicked 6; sms 1/1 last "
                                                 "4, 0 answered");
}

/// Somebody who does a thousand other things is still known to have answered, and to wait.
void ContactTests::surviveAFullHistory() {
    const Shop store(mailer());
    Customer customer = livedThrough(store, "mail 1; click 2");
    store.perceiver.absorb(customer, track("Case Opened", onDay(2), R"({"case":"c1"})"));
    for (int i = 0; i < 1000; ++i)
        store.perceiver.absorb(customer, track("Brochure Opened", onDay(3) + Duration::minutes(i)));
    QVERIFY(customer.history.size() < 500);
    QCOMPARE(told(store, customer, onDay(5)), "email 1/1 last 1, 1 answered, 1 responses, clicked 2");
    QCOMPARE(store.perceiver.openCases(customer, onDay(5)).size(), std::size_t{1});
}

void ContactTests::openCases_data() {
    QTest::addColumn<QString>("events"); ///< what, day and case ("-": it does not say)
    QTest::addColumn<QString>("open");   ///< at day 10: ids and since when
    QTest::newRow("none") << ""
                          << "";
    QTest::newRow("open") << "Opened 1 a"
                          << "a 1";
    QTest::newRow("closed") << "Opened 1 a; Closed 2 a"
                            << "";
    QTest::newRow("late closing of an earlier one") << "Opened 3 a; Closed 2 a"
                                                    << "a 3";
    QTest::newRow("the other one") << "Opened 1 a; Opened 2 b; Closed 3 b"
                                   << "a 1";
    QTest::newRow("the newer one too") << "Opened 1 a; Opened 2 b; Closed 3 a"
                                       << "b 2";
    QTest::newRow("two") << "Opened 2 b; Opened 1 a"
                         << "a 1, b 2";
    QTest::newRow("again") << "Opened 1 a; Closed 2 a; Reopened 3 a; Opened 4 a"
                           << "a 3";
    QTest::newRow("nameless") << "Opened 1 -; Opened 2 -"
                              << "- 1";
    QTest::newRow("nameless, closed") << "Opened 1 -; Opened 2 -; Closed 3 -"
                                      << "";
    QTest::newRow("a closing without a name") << "Opened 1 a; Opened 2 b; Closed 3 -"
                                              << "";
    QTest::newRow("at the same instant") << "Opened 1 -; Closed 1 -"
                                         << "";
    QTest::newRow("not yet") << "Opened 11 a"
                             << "";
}

void ContactTests::openCases() {
    QFETCH(QString, events);
    QFETCH(QString, open);
    const Shop store(mailer());
    Customer customer;
    for (const QString& line : events.split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        const QStringList words = line.split(' ');
        const std::string id = words[2] == QLatin1String("-") ? "{}" : R"({"case":")" + words[2].toStdString() + "\"}";
        store.perceiver.absorb(customer, track("Case " + words[0].toStdString(), onDay(words[1].toDouble()), id));
    }
    QStringList found;
    const auto cases = store.perceiver.openCases(customer, onDay(10));
    for (const OpenCase& one : cases)
        found << QStringLiteral("%1 %2")
                     .arg(one.id.empty() ? QStringLiteral("-") : QString::fromStdString(one.id))
                     .arg(static_cast<double>((one.since - start).ms) / 86'400'000.0);
    QCOMPARE(found.join(QStringLiteral(", ")), open);
    const Facts facts = store.facts(customer, nullptr, onDay(10));
    QVERIFY(store.fact(facts, "customer.open_cases") == Value(static_cast<std::int64_t>(cases.size())));
    QVERIFY(store.fact(facts, "customer.open_case_since") == (cases.empty() ? Value() : Value(cases.front().since)));
}

void ContactTests::qualityIsTheSumOfItsParts_data() {
    QTest::addColumn<int>("sign"); ///< MachineSign
    QTest::addColumn<bool>("burst");
    QTest::addColumn<int>("events"); ///< all within a second
    QTest::addColumn<QString>("expected");
    QTest::newRow("a person") << 0 << false << 5 << "1";
    QTest::newRow("as fast as people are") << 0 << false << 30 << "1";
    QTest::newRow("faster") << 0 << false << 65 << "0.875 = 1 - pace 0.125";
    QTest::newRow("software that says so") << 1 << false << 5 << "0 = 1 - declared 1";
    QTest::newRow("by its agent") << 2 << false << 5 << "0.1 = 1 - user-agent 0.9";
    QTest::newRow("by the clock") << 3 << false << 5 << "0.3 = 1 - regular 0.7";
    QTest::newRow("a burst") << 0 << true << 0 << "0.4 = 1 - burst 0.6";
    QTest::newRow("by the clock, in a burst") << 3 << true << 0 << "0 = 1 - regular 0.7 - burst 0.3";
    QTest::newRow("says so, in a burst") << 1 << true << 0 << "0 = 1 - declared 1";
}

void ContactTests::qualityIsTheSumOfItsParts() {
    QFETCH(int, sign);
    QFETCH(bool, burst);
    QFETCH(int, events);
    QFETCH(QString, expected);
    const Shop store(mailer());
    Customer customer;
    for (int i = 0; i < events; ++i)
        store.perceiver.absorb(customer, track("Cart Updated", start + Duration{i * 7}, R"({"value":1})"));
    customer.machine = static_cast<MachineSign>(sign);
    customer.lowQuality = burst;
    const Quality quality = store.perceiver.quality(customer);
    QString text = QString::fromStdString(Value(quality.score).toText());
    Decimal sum = quality.score;
    for (const Quality::Part& part : quality.parts) {
        text += QStringLiteral("%1 - %2 %3")
                    .arg(&part == &quality.parts.front() ? QStringLiteral(" = 1") : QString(),
                         QString::fromStdString(std::string(nameOf(part.reason))),
                         QString::fromStdString(Value(part.taken).toText()));
        sum = sum.plus(part.taken).value();
    }
    QCOMPARE(text, expected);
    QVERIFY(Value(sum) == Value(1));
    QVERIFY(store.fact(store.facts(customer, nullptr, start), "customer.quality") == Value(quality.score));
}

/// Whatever somebody sends: the score is below a half for those, and only those, who are marked.
void ContactTests::belowAHalfIsNoPerson() {
    const Shop store(mailer());
    std::mt19937 random(11);
    int people = 0, others = 0, lowered = 0;
    for (int round = 0; round < 400; ++round) {
        Customer customer;
        const int base = std::array{300, 900, 4000, 20000}[random() % 4];
        const int spread = static_cast<int>(random() % static_cast<unsigned>(base));
        Instant at = start;
        for (unsigned i = random() % 160; i > 0; --i) {
            at = at + Duration{base + static_cast<int>(random() % static_cast<unsigned>(spread + 1)) - spread / 2};
            Event event = track(random() % 64 == 0 ? "Cart Updated" : "Page Viewed", at, R"({"value":1})");
            if (random() % 4000 == 0) {
                Surroundings seen;
                seen.agent = "curl/8.5.0";
                event.seenAt = SharedSurroundings(seen);
            }
            store.perceiver.absorb(customer, event);
        }
        const Quality quality = store.perceiver.quality(customer);
        const double score = quality.score.toDouble();
        QVERIFY(score >= 0 && score <= 1);
        QCOMPARE(score >= personFrom, customer.isPerson());
        ++(customer.isPerson() ? people : others);
        lowered += customer.isPerson() && score < 1 ? 1 : 0;
    }
    QVERIFY2(people > 50 && others > 50 && lowered > 20,
             qPrintable(QStringLiteral("%1 %2 %3").arg(people).arg(others).arg(lowered)));
}
