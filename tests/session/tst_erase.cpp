#include "session/erase_tests.h"
#include "session/live_server.h"
#include "session/receiver.h"

#include "audit/events.h"
#include "base/json.h"
#include "session/store_access.h"
#include "storage/verify_store.h"

#include <QJsonDocument>
#include <QTest>

#include <fstream>

using namespace wayreeve;

namespace {

const QString noon = QStringLiteral("2026-03-05T10:00:00Z");
const QString zoe = QStringLiteral("zoe-471199");
/// What only this person's events say: key, address, name, what she wrote.
const std::vector<std::string> traces{"zoe-471199", "Zoe-Mailbox@example.com", "zoe-mailbox@example.com",
                                      "Zoeswholename", "zoes-own-words"};

/// A whole cart, what she wrote, one event twice, and one that is refused.
QJsonArray zoesEvents() {
    QJsonArray events;
    for (const QJsonValue& value : cartOf(77)) {
        QJsonObject event = value.toObject();
        event.insert(QStringLiteral("userId"), zoe);
        if (event.value(QStringLiteral("type")) == QLatin1String("identify")) {
            QJsonObject traits = event.value(QStringLiteral("traits")).toObject();
            traits.insert(QStringLiteral("email"), QStringLiteral("Zoe-Mailbox@example.com"));
            traits.insert(QStringLiteral("first_name"), QStringLiteral("Zoeswholename"));
            event.insert(QStringLiteral("traits"), traits);
        }
        events.append(event);
    }
    const QJsonObject wrote =
        liveEvent("zoe-wrote", zoe, "Nobody Planned This", {{"text", "zoes-own-words, and more"}});
    events.append(wrote);
    events.append(wrote);
    events.append(liveEvent("zoe-odd", zoe, "Order Completed", {{"margin", "zoes-own-words"}}));
    return events;
}

Ctl erase(const Place& place, const QString& customer, const QStringList& more = {}) {
    return Ctl::run(QStringList{"erase", place.path(), "--customer", customer, "--as", "karin", "--reason",
                                "request 17", "--json"} +
                    more);
}

std::vector<audit::CustomerRow> customersOf(const Place& place, const std::string& search) {
    const auto reader = session::openReader(place.folder());
    const auto rows = (*reader)->customers(place.run("l1").id, search, 1000);
    return rows ? *rows : std::vector<audit::CustomerRow>();
}

std::vector<audit::Entry> entriesOf(const Place& place, audit::EntryKind kind, const std::string& run = "l1") {
    const auto reader = session::openReader(place.folder());
    std::vector<audit::Entry> entries;
    (void)(*reader)->forEachEntry(place.run(run).id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind == kind)
            entries.push_back(entry);
        return true;
    });
    return entries;
}

std::string decisionOf(const Place& place, std::uint32_t customer) {
    const auto reader = session::openReader(place.folder());
    audit::DecisionFilter filter;
    filter.customer = customer;
    filter.includeDrawn = true;
    const auto rows = (*reader)->decisions(place.run("l1").id, filter);
    return rows && !rows->empty() ? audit::idText("l1", rows->front().key) : std::string();
}

Value jsonOf(const Ctl& ended) {
    const auto json = parseJson(ended.out.toStdString());
    return json ? *json : Value();
}

} // namespace

void EraseTests::liveRunForgets() {
    const Place place;
    std::uint32_t number = 0;
    std::string decision;
    Hash256 records;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post(cartOf(1)), 200);
        QCOMPARE(server.post(zoesEvents()), 200);
        QCOMPARE(server.post(cartOf(2)), 200);
        const auto before = customersOf(place, zoe.toStdString());
        QCOMPARE(before.size(), std::size_t{1});
        number = before.front().number;
        decision = decisionOf(place, number);
        QVERIFY(!decision.empty());
        QVERIFY(!place.holding(traces).isEmpty());

        const Ctl erased = erase(place, zoe);
        QVERIFY2(erased.code == 0, erased.err + erased.out);
        // Gone at once, while the engine goes on.
        QVERIFY(customersOf(place, zoe.toStdString()).empty());
        const auto after = customersOf(place, "erased-");
        QCOMPARE(after.size(), std::size_t{1});
        QCOMPARE(after.front().number, number);
        const auto entries = entriesOf(place, audit::EntryKind::Erasure);
        QCOMPARE(entries.size(), std::size_t{1});
        const auto record = audit::decodeErasure(entries.front());
        QVERIFY(record.ok());
        QCOMPARE(record->customers, std::vector<std::uint32_t>{number});
        QCOMPARE(record->person, std::string("karin"));
        QCOMPARE(record->reason, std::string("request 17"));
        QVERIFY(place.verified());
        // What was open about her is void, and nothing of it can go out.
        const auto reader = session::openReader(place.folder());
        const auto proposals = (*reader)->proposals(
            place.run("l1").id, {governance::ProposalState::Proposed, governance::ProposalState::Held}, 1000);
        for (const auto& open : *proposals)
            QVERIFY(open.customer != number);
        const auto dispatches = (*reader)->dispatches(place.run("l1").id, number, 100);
        for (const auto& item : *dispatches)
            QVERIFY(item.subject.empty() && item.body.empty());
        // Who comes back is somebody new.
        QCOMPARE(server.post(cartOf(3)), 200);
        QCOMPARE(server.post({liveEvent("zoe-again", zoe, "Page Viewed", {{"page", "start"}})}), 200);
        const auto again = customersOf(place, zoe.toStdString());
        QCOMPARE(again.size(), std::size_t{1});
        QVERIFY(again.front().number != number);
        QVERIFY(erase(place, zoe).code == 0);
        records = place.run("l1").recordsHash;
        server.kill();
    }
    QVERIFY(place.verified());
    // What is left of her decision says so, and so do export and replay.
    const Ctl explained =
        Ctl::run({"explain", place.path(), QString::fromStdString(decision), QStringLiteral("--json")});
    QCOMPARE(explained.code, 0);
    QCOMPARE(jsonOf(explained).member("erased"), Value(true));
    QCOMPARE(jsonOf(explained).member("customer").toText(), "erased-" + std::to_string(number));
    QVERIFY(place.records("l1").find("\"was\":\"decision\"") != std::string::npos);
    for (const std::string& trace : traces)
        QVERIFY(place.records("l1").find(trace) == std::string::npos);
    const Ctl replay = Ctl::run({"replay", place.path(), "--run", "l1", "--json"});
    QVERIFY2(replay.code == 2, replay.out.constData());
    QCOMPARE(jsonOf(replay).member("error").member("code").toText(), std::string("replay.erased"));
    // The run goes on from where she was erased, with everybody else as they were.
    {
        LiveServer server(place, QStringLiteral("2026-03-05T12:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.start().value(QStringLiteral("taken_up")).toBool(), true);
        QVERIFY(entriesOf(place, audit::EntryKind::Erasure).size() == 2);
        QCOMPARE(server.post(cartOf(1)), 200); // known: all duplicates
        QCOMPARE(server.post({liveEvent("back-2", "shopper-2", "Size Chart Viewed", {{"category", "shoes"}})}), 200);
        server.end();
    }
    QCOMPARE(customersOf(place, "shopper-2").size(), std::size_t{1});
    const auto reader = session::openReader(place.folder());
    std::map<int, std::uint64_t> fates;
    const auto stored = (*reader)->fates(place.run("l1").id);
    for (const auto& [fate, count] : *stored)
        fates[fate] = count;
    QCOMPARE(fates[3], std::uint64_t{11}); // hers, and ten of shopper-1's
    QVERIFY(place.verified());
}

/// A kill at any instant leaves either her or nothing of her; asked again, nothing.
void EraseTests::killedAtAnyInstant_data() {
    QTest::addColumn<int>("after");
    const int step = qEnvironmentVariableIsSet("WAYREEVE_ALL_KILLS") ? 5 : 60;
    for (int after = 20; after < 260; after += step)
        QTest::addRow("%d ms", after) << after;
}

void EraseTests::killedAtAnyInstant() {
    QFETCH(int, after);
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post(cartOf(1)), 200);
        QCOMPARE(server.post(zoesEvents()), 200);
        server.end();
    }
    (void)Ctl::kill({"erase", place.path(), "--customer", zoe, "--as", "karin", "--reason", "request 17"}, after);
    QVERIFY(place.verified());
    const bool isGone = customersOf(place, zoe.toStdString()).empty();
    QCOMPARE(entriesOf(place, audit::EntryKind::Erasure).size(), std::size_t(isGone ? 1 : 0));
    if (!isGone)
        QCOMPARE(erase(place, zoe).code, 0);
    // Whoever writes next sweeps the file: here, somebody else's erasure.
    QCOMPARE(erase(place, QStringLiteral("shopper-1")).code, 0);
    QCOMPARE(place.holding(traces), QString());
    QVERIFY(place.verified());
    // The key is what made her records readable: without it `verify` knows that they are hers.
    QVERIFY(!entriesOf(place, audit::EntryKind::Erased).empty());
}

void EraseTests::endedRunForgets() {
    const Place place;
    {
        std::ofstream file(place.beside("events.jsonl").toStdString());
        for (const QJsonValue& event : zoesEvents())
            file << QJsonDocument(event.toObject()).toJson(QJsonDocument::Compact).toStdString() << '\n';
    }
    QCOMPARE(Ctl::run({"import", place.path(), "--events", place.beside("events.jsonl"), "--json"}).code, 0);
    const std::string run = place.run().tag;
    // A replay holds her as well, and goes with what it replays.
    QCOMPARE(Ctl::run({"replay", place.path(), "--run", QString::fromStdString(run), "--json"}).code, 0);
    const Ctl erased = erase(place, zoe);
    QVERIFY2(erased.code == 0, erased.err + erased.out);
    QCOMPARE(place.holding(traces), QString());
    QVERIFY(place.verified());
    QCOMPARE(entriesOf(place, audit::EntryKind::Erasure, run).size(), std::size_t{1});
    // Somebody who takes a record's bytes away does not pass for an erasure.
    const auto report = storage::verifyStore(place.folder());
    QVERIFY(report.ok() && report->erased > 0);
}

/// By whatever id they ask with; and whoever else may write to them hears of it, once, before nobody knows the address.
void EraseTests::anyIdWillDo_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("working"); // the run is at work meanwhile
    QTest::newRow("address as she writes it") << "Zoe-Mailbox@Example.com " << false;
    QTest::newRow("anonymous id") << "zoes-phone-at-home" << false;
    QTest::newRow("at work, address") << "zoe-mailbox@example.com" << true;
    QTest::newRow("at work, anonymous id") << "zoes-phone-at-home" << true;
}

void EraseTests::anyIdWillDo() {
    QFETCH(QString, id);
    QFETCH(bool, working);
    Receiver receiver;
    const Place place;
    connectAll(place, receiver);
    QJsonArray events = zoesEvents();
    QJsonObject first = events.first().toObject();
    first.insert(QStringLiteral("anonymousId"), QStringLiteral("zoes-phone-at-home"));
    events.replace(0, first);
    LiveServer server(place, {});
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post(events), 200);
    QCOMPARE(server.post(cartOf(2)), 200);
    if (!working)
        server.end();
    QVERIFY(place.run("l1").sendsReally);
    const auto earlier = receiver.asked();
    const Ctl named = Ctl::run(
        {"erase", place.path(), "--customer", id, "--as", "karin", "--reason", "asked as zoe-471199", "--json"});
    QCOMPARE(named.code, 2);
    QCOMPARE(jsonOf(named).member("error").member("code").toText(), std::string("erase.reason-names-customer"));
    if (!working)
        QVERIFY(receiver.asked() == earlier); // nobody hears of what is not done
    const Ctl erased = erase(place, id);
    QVERIFY2(erased.code == 0, erased.err + erased.out);
    const Value done = jsonOf(erased).member("erased");
    QVERIFY(done.list() && done.list()->size() == 1);
    const Value told = done.list()->front().member("told");
    QVERIFY(told.list() && told.list()->size() == 1);
    QCOMPARE(told.list()->front().member("connector").toText(), std::string("http"));
    QCOMPARE(told.list()->front().member("state").toText(), std::string("succeeded"));
    if (!working)
        QCOMPARE(receiver.asked().size(), earlier.size() + 1);
    QVERIFY(customersOf(place, zoe.toStdString()).empty());
    if (!working) { // else the file is swept once the engine starts again
        QCOMPARE(place.holding(traces), QString());
    }
    QVERIFY(place.verified());
}

void EraseTests::refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody of that key") << QStringList{"--customer", "nobody", "--as", "karin", "--reason", "x"}
                                        << "erase.unknown-customer";
    QTest::newRow("no reason") << QStringList{"--customer", "shopper-1", "--as", "karin"} << "erase.no-reason";
    QTest::newRow("reason names her") << QStringList{"--customer", "shopper-1", "--as",
                                                     "karin",      "--reason",  "as Shopper-1 asked"}
                                      << "erase.reason-names-customer";
    QTest::newRow("no right") << QStringList{"--customer", "shopper-1", "--as", "ines", "--reason", "x"}
                              << "right.erase";
    QTest::newRow("nobody we know") << QStringList{"--customer", "shopper-1", "--as", "eve", "--reason", "x"}
                                    << "approval.unknown-person";
}

void EraseTests::refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    static const Place place;
    const Ctl ended = Ctl::run(QStringList{"erase", place.path(), "--json"} + arguments);
    QCOMPARE(ended.code, 2);
    QCOMPARE(QString::fromStdString(jsonOf(ended).member("error").member("code").toText()), code);
}
