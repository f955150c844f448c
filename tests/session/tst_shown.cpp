#include "session/live_server.h"
#include "session/shown_tests.h"

#include "base/json.h"
#include "engine/customer_state.h"
#include "session/live_inbox.h"
#include "session/states_now.h"
#include "session/store_access.h"
#include "storage/engine_lock.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace wayreeve;

namespace {

const QString noon = QStringLiteral("2026-03-05T10:00:00Z"); // 11:00 in Berlin

/// What `customer` prints, as JSON.
Value shown(const Place& place, const QString& customer) {
    const Ctl told = Ctl::run({"customer", place.path(), customer, "--json"});
    const auto json = parseJson(told.out.toStdString());
    return told.code == 0 && json ? *json : Value();
}

QJsonObject withdrawal(const QString& id, const QString& user) {
    return liveEvent(id, user, "Consent Changed", {{"purpose", "marketing"}, {"channel", "email"}, {"granted", false}});
}

Value consentTo(const Value& customer, const std::string& channel) {
    const Value consents = customer.member("consents");
    for (const Value& one : consents.list() ? *consents.list() : List())
        if (one.member("channel").toText() == channel)
            return one.member("granted");
    return {};
}

bool repeats(const Place& place) {
    const Ctl replay = Ctl::run({"replay", place.path(), "--run", "l1", "--json"});
    const auto json = parseJson(replay.out.toStdString());
    return replay.code == 0 && json && json->member("identical") == Value(true);
}

std::size_t commandsOf(const Place& place) {
    const auto reader = session::openReader(place.folder());
    const auto rows = (*reader)->commands(place.run().id);
    return rows ? rows->size() : 0;
}

} // namespace

void ShownTests::aRunAtWorkSaysWhatItKnows() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post(cartOf(1)), 200);
    Value customer = shown(place, "shopper-1");
    QCOMPARE(customer.member("known"), Value(true));
    QVERIFY(customer.member("as_of").toText().starts_with("2026-03-05T10:"));
    QCOMPARE(customer.member("consents").list()->size(), std::size_t(4));
    QCOMPARE(consentTo(customer, "email"), Value(true));
    QCOMPARE(customer.member("suppressed"), Value(false));
    QCOMPARE(customer.member("zone"), Value(std::string("Europe/Berlin")));
    QCOMPARE(customer.member("software"), Value(std::string()));
    QCOMPARE(customer.member("traits").member("tier"), Value(std::string("silver")));
    bool address = false;
    for (const Value& id : *customer.member("ids").list())
        address = address || id.toText() == "shopper-1@example.com";
    QVERIFY(address);
    // Not what it knew when it was asked before.
    QCOMPARE(server.post({withdrawal("no", "shopper-1"), liveEvent("gone", "shopper-1", "Suppressed")}), 200);
    customer = shown(place, "shopper-1");
    QCOMPARE(consentTo(customer, "email"), Value(false));
    QCOMPARE(consentTo(customer, "web"), Value(true));
    QCOMPARE(customer.member("suppressed"), Value(true));
    const QByteArray words = Ctl::run({"customer", place.path(), "shopper-1"}).out;
    for (const char* said : {"Consent refused: marketing, email, since", "Consent given: marketing, web, since",
                             "Suppressed", "Time zone: Europe/Berlin", "Trait tier: silver", "As the live run knew it"})
        QVERIFY2(words.contains(said), words.constData());
    server.end();
    // Where it stands still all of it is stored, and nobody is asked.
    customer = shown(place, "shopper-1");
    QCOMPARE(consentTo(customer, "email"), Value(false));
    QCOMPARE(customer.member("as_of").toText(), formatInstant(place.run().clock));
}

void ShownTests::accountsAndTheirMembers() {
    const Place place("templates/saas-renewal");
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    QJsonArray events;
    for (const char* member : {"ana", "ben"}) {
        QJsonObject group = liveEvent(QString::fromUtf8(member) + "-g", member, "identify", {{"name", "Tatra Glas"}});
        group.insert("type", "group");
        group.insert("groupId", "tatra");
        events.append(group);
    }
    QCOMPARE(server.post(events), 200);
    const Value account = shown(place, "account:tatra");
    QCOMPARE(account.member("account"), Value(true));
    QCOMPARE(account.member("known"), Value(true));
    const audit::RunInfo run = place.run();
    const auto reader = session::openReader(place.folder());
    const auto symbols = (*reader)->symbolsOf(run.id);
    const auto number = static_cast<std::uint32_t>(std::stoul(account.member("customer").toText().substr(1)));
    const auto row = (*reader)->customer(run.id, number);
    QVERIFY(symbols && row && *row);
    const auto state = engine::decodeState((*row)->state, *symbols);
    QVERIFY(bool(state));
    QCOMPARE(state->members.size(), std::size_t(2));
    server.end();
}

/// A look is no order: no epoch, no record and no command come of it, and a replay knows nothing of it.
void ShownTests::lookingChangesNothing() {
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        for (int customer = 0; customer < 20; ++customer) {
            QCOMPARE(server.post(cartOf(customer)), 200);
            if (customer % 5 == 0) {
                const auto commands = commandsOf(place);
                const auto states = session::statesNow(place.folder(), place.run(), {0, 1, 4'000'000});
                QVERIFY(states.asked && !states.unknown);
                QCOMPARE(commandsOf(place), commands);
            }
        }
        // Nothing is due but the look itself.
        const audit::RunInfo before = place.run();
        const auto states = session::statesNow(place.folder(), before, {3});
        const audit::RunInfo after = place.run();
        QVERIFY(states.asked);
        if (after.epochs == before.epochs) // a timer may have run in between
            QCOMPARE(after.recordsHash.hex(), before.recordsHash.hex());
        server.kill();
    }
    // What was stored for a look is no hindrance to going on.
    LiveServer server(place, "2026-03-05T11:00:00Z");
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.start().value(QStringLiteral("taken_up")).toBool(), true);
    QVERIFY(session::statesNow(place.folder(), place.run(), {3}).asked);
    QCOMPARE(server.post(cartOf(30)), 200);
    server.end();
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

void ShownTests::withoutAnAnswerNothingIsSaid() {
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post(cartOf(1)), 200);
        QVERIFY(session::statesNow(place.folder(), place.run(), {0}).asked); // its old state lies in the store
        QCOMPARE(server.post({withdrawal("no", "shopper-1")}), 200);
        server.kill();
    }
    const auto code = [&](const session::StatesNow& states) {
        return states.unknown ? states.unknown->code : std::string();
    };
    QCOMPARE(code(session::statesNow(place.folder(), place.run(), {0})), std::string("customer.run-cut-off"));
    const Value cutOff = shown(place, "shopper-1");
    QCOMPARE(cutOff.member("known"), Value(false));
    QVERIFY(cutOff.member("as_of").isNull() && cutOff.member("consents").isNull() && cutOff.member("memory").isNull());
    {
        const auto hung = storage::EngineLock::acquire(place.folder()); // an engine that answers nobody
        QVERIFY(bool(hung));
        QCOMPARE(code(session::statesNow(place.folder(), place.run(), {0}, std::chrono::milliseconds(50))),
                 std::string("live.no-answer"));
        QCOMPARE(code(session::statesNow(place.folder(), place.run(), {0}, std::chrono::milliseconds(0))),
                 std::string("customer.not-asked"));
        const QByteArray words = Ctl::run({"customer", place.path(), "shopper-1"}).out;
        QVERIFY2(words.contains("cannot be known now") && !words.contains("Consent given"), words.constData());
    }
    // Whoever looked is long gone when an engine comes again: it is not kept waiting by that.
    LiveServer server(place, "2026-03-05T11:00:00Z");
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(consentTo(shown(place, "shopper-1"), "email"), Value(false));
    server.end();
}

void LiveCommandTests::sources() {
    const Place place;
    const Ctl added = Ctl::run({"sources", place.path(), "--add", "web-shop", "--json"});
    QCOMPARE(added.code, 0);
    const auto json = parseJson(added.out.toStdString());
    const std::string key = json->member("write_key").toText();
    QVERIFY(key.size() >= 40);
    QVERIFY(Ctl::run({"sources", place.path(), "--add", "web-shop"}).code != 0); // its key would be another's
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post(cartOf(1), key), 200);
    const Ctl listed = Ctl::run({"sources", place.path()});
    QVERIFY(listed.out.contains("web-shop") && !listed.out.contains(QByteArray::fromStdString(key)));
    const Ctl unknown = Ctl::run({"sources", place.path(), "--remove", "web-shpo"});
    QVERIFY(unknown.code != 0 && (unknown.err + unknown.out).contains("web-shop"));
    QCOMPARE(Ctl::run({"sources", place.path(), "--remove", "web-shop"}).code, 0);
    // Withdrawn while it runs, within a second.
    QTRY_COMPARE_WITH_TIMEOUT(server.post(cartOf(2), key), 401, 10'000);
}

void LiveCommandTests::quarantine() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post({liveEvent("o-1", "shopper-1", "Order Completed", {{"margin", 3}})}), 200);
    const auto held = [&] {
        const auto json = parseJson(Ctl::run({"quarantine", place.path(), "--json"}).out.toStdString());
        return json ? json->member("quarantine") : Value();
    };
    const Value listed = held();
    QVERIFY(listed.list() && listed.list()->size() == 1);
    const Value one = listed.list()->front();
    QCOMPARE(one.member("name").toText(), std::string("Order Completed"));
    QCOMPARE(one.member("code").toText(), std::string("plan.missing-property"));
    QVERIFY(Ctl::run({"quarantine", place.path()}).out.contains("Order Completed"));
    QByteArray event = QByteArray::fromStdString(one.member("event").toText());
    QFile file(place.beside("mended.json"));
    const auto write = [&](const QByteArray& text) {
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size() &&
               (file.close(), true);
    };
    QVERIFY(write("{"));
    QVERIFY(Ctl::run({"quarantine", place.path(), "--send", file.fileName()}).code != 0);
    QVERIFY(write(event.replace("\"margin\":3", "\"margin\":3,\"value\":80")));
    const Ctl sent = Ctl::run({"quarantine", place.path(), "--send", file.fileName()});
    QVERIFY2(sent.code == 0, sent.err.constData());
    QVERIFY(sent.out.contains("received") && sent.out.contains("remembers"));
    QVERIFY(Ctl::run({"customer", place.path(), "shopper-1", "--json"}).code == 0); // it is somebody now
    QVERIFY(write(event));                                                          // by its number, and by whom
    QVERIFY(Ctl::run({"quarantine", place.path(), "--send", file.fileName(), "--as", "nobody"}).code != 0);
    QVERIFY(Ctl::run({"quarantine", place.path(), "--send", file.fileName(), "--number", "9"}).code == 2);
    QCOMPARE(Ctl::run({"quarantine", place.path(), "--send", file.fileName(), "--number", "1", "--as", "mei"}).code, 0);
    server.end();
    const auto whole = parseJson(Ctl::run({"quarantine", place.path(), "--json", "--open"}).out.toStdString());
    QVERIFY(whole && whole->member("quarantine").list()->empty());
    QCOMPARE(whole->member("count").toText(), std::string("1"));
    QCOMPARE(whole->member("open").toText(), std::string("0"));
    QCOMPARE(whole->member("reasons").list()->front().member("count").toText(), std::string("1"));
    const Value again = held().list()->front().member("sent_again");
    QCOMPARE(again.member("person").toText(), std::string("mei"));
    QCOMPARE(again.member("fate").toText(), std::string("duplicate")); // it was there by then
    QVERIFY(Ctl::run({"quarantine", place.path(), "--reasons"}).out.contains("quarantined"));
    QVERIFY(Ctl::run({"quarantine", place.path(), "--send", file.fileName()}).code != 0); // nobody takes it
}

void LiveCommandTests::unmerge() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    const auto seen = [](const char* id, const char* user, const char* session) {
        QJsonObject event = liveEvent(id, user, "Guide Viewed");
        event.insert("anonymousId", session);
        if (*user == '\0')
            event.remove("userId");
        return event;
    };
    QCOMPARE(server.post({seen("m1", "ana", "a-1"), seen("m2", "", "v-1"), seen("m3", "ana", "v-1")}), 200);
    const Value merges = shown(place, "ana").member("merges");
    QVERIFY(merges.list() && merges.list()->size() == 1 && merges.list()->front().member("undoable") == Value(true));
    QVERIFY(Ctl::run({"customer", place.path(), "ana"}).out.contains("unmerge"));
    const auto undo = [&](const char* person, const char* reason) {
        return Ctl::run({"unmerge", place.path(), "--customer", "v-1", "--as", person, "--reason", reason, "--json"});
    };
    QCOMPARE(undo("omar", "two sisters").code, 2); // a viewer
    QVERIFY(Ctl::run({"unmerge", place.path(), "--as", "mei", "--reason", "two"}).code != 0);
    const Ctl done = undo("mei", "two sisters");
    QVERIFY2(done.code == 0, done.out.constData());
    const Value after = shown(place, "ana").member("merges");
    QCOMPARE(after.list()->front().member("undone"), Value(true));
    QCOMPARE(after.list()->front().member("undone_why").toText(), std::string("two sisters"));
    QVERIFY(undo("mei", "again").code != 0);
    server.end();
    QVERIFY(place.verified());
}

void LiveCommandTests::stitching() {
    const Ctl judged = Ctl::run({"stitching", "--pairs", "2000", "--seed", "3", "--json"});
    QCOMPARE(judged.code, 0);
    const auto json = parseJson(judged.out.toStdString());
    QVERIFY(bool(json));
    const auto at = [&](const char* name) { return json->member(name).number()->toDouble(); };
    QCOMPARE(at("pairs"), 2000.0);
    QVERIFY(at("precision") >= 0.95 && at("recall") >= 0.5 && at("ece") <= 0.06);
    QVERIFY(at("rule_precision") < 0.85 && at("matches") <= 0.31 && at("hard") >= 0.29);
    QCOMPARE(Ctl::run({"stitching", "--pairs", "2000", "--seed", "3", "--json"}).out, judged.out);
    QVERIFY(Ctl::run({"stitching", "--pairs", "2000"}).out.contains("precision"));
    QVERIFY(Ctl::run({"stitching", "--pairs", "7"}).code != 0);
}
