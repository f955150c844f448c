#include "session/live_server.h"
#include "session/live_tests.h"

#include "audit/events.h"
#include "base/json.h"
#include "documents/workspace.h"
#include "perception/intake.h"
#include "session/live_intake.h"
#include "session/merges.h"
#include "session/quarantine.h"
#include "session/store_access.h"
#include "storage/sqlite_ledger_reader.h"

#include <QSet>
#include <QTest>

#include <map>
#include <set>

using namespace wayreeve;

namespace {

using audit::EntryKind;

const QString noon = QStringLiteral("2026-03-05T10:00:00Z"); // 11:00 in Berlin

std::unique_ptr<audit::LedgerReader> readerOf(const Place& place) {
    auto reader = session::openReader(place.folder());
    return reader ? std::move(*reader) : nullptr;
}

std::map<std::string, std::uint64_t> fatesOf(const Place& place) {
    const auto reader = readerOf(place);
    std::map<std::string, std::uint64_t> fates;
    const auto stored = reader->fates(place.run("").id);
    if (stored)
        for (const auto& [fate, count] : *stored)
            fates[std::string(perception::nameOf(static_cast<perception::Fate>(fate)))] = count;
    return fates;
}

std::vector<audit::DecisionRow> decisionsOf(const Place& place) {
    audit::DecisionFilter all;
    all.limit = INT64_MAX;
    const auto rows = readerOf(place)->decisions(place.run().id, all);
    return rows ? *rows : std::vector<audit::DecisionRow>();
}

std::size_t entriesOf(const Place& place, EntryKind kind) {
    std::size_t count = 0;
    (void)readerOf(place)->forEachEntry(place.run().id, 1, [&](const audit::Entry& entry, const Hash256&) {
        count += entry.kind == kind ? 1 : 0;
        return true;
    });
    return count;
}

std::vector<governance::Proposal> waitingOf(const Place& place) {
    using governance::ProposalState;
    const auto items = readerOf(place)->proposals(
        place.run().id, {ProposalState::Proposed, ProposalState::Claimed, ProposalState::SecondNeeded}, 1000);
    return items ? *items : std::vector<governance::Proposal>();
}

/// Somebody says yes to the first dozen that one person may decide; how often.
int approveSome(const Place& place) {
    int approved = 0;
    for (const governance::Proposal& proposal : waitingOf(place)) {
        if (approved == 12)
            break;
        bool done = true;
        for (const auto kind : {governance::CommandKind::Claim, governance::CommandKind::Approve})
            done = done && session::giveCommand(place.folder(), "l1", {kind, proposal.number, "mei", {}, {}, {}}).ok();
        approved += done ? 1 : 0;
    }
    return approved;
}

std::string codeOf(const Ctl& ended) {
    const auto json = parseJson(ended.out.toStdString());
    return json ? json->member("error").member("code").toText() : std::string();
}

/// What a run that was computed again must be: every record the same.
bool repeats(const Place& place, const QString& run = QStringLiteral("l1")) {
    const Ctl replay = Ctl::run({"replay", place.path(), "--run", run, "--json"});
    const auto json = parseJson(replay.out.toStdString());
    return replay.code == 0 && json && json->member("identical") == Value(true);
}

} // namespace

void LiveTests::takesEvents() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.start().value(QStringLiteral("run")).toString(), QStringLiteral("l1"));
    QCOMPARE(server.start().value(QStringLiteral("taken_up")).toBool(), false);
    QCOMPARE(server.post(cartOf(1)), 200);
    QCOMPARE(server.post(cartOf(1)), 200); // resent: the same message ids
    QJsonArray odd{QJsonValue(7), liveEvent("odd", "shopper-2", "Order Completed", {{"margin", 3}}),
                   liveEvent("new", "shopper-2", "Nobody Planned This")};
    QCOMPARE(server.post(odd), 200);
    QCOMPARE(server.post(odd, "another-key"), 401);
    QJsonObject software = liveEvent("bot", "helper", "Size Chart Viewed");
    software.insert("context", QJsonObject{{"agent", QJsonObject{{"type", "software"}, {"name", "Helper"}}}});
    QCOMPARE(server.post({software}), 200);
    // What was answered is stored: seen by another process while the engine runs.
    QCOMPARE(fatesOf(place),
             (std::map<std::string, std::uint64_t>{
                 {"accepted", 11}, {"duplicate", 10}, {"malformed", 1}, {"quarantined", 1}, {"unplanned", 1}}));
    const QJsonObject end = server.end();
    QCOMPARE(end.value(QStringLiteral("run")).toString(), QStringLiteral("l1"));
    QCOMPARE(end.value(QStringLiteral("machines")).toObject(), (QJsonObject{{"declared", 1}}));
    QCOMPARE(place.run().status, audit::RunStatus::Paused);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// A hundred customers by day: who left a cart is decided about at once, nobody gets two marketing contacts in a day.
void LiveTests::decidesByDay() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    for (int customer = 0; customer < 100; ++customer)
        QCOMPARE(server.post(cartOf(customer, customer % 4 == 0)), 200);
    QVERIFY2(waitingOf(place).size() >= 10, qPrintable(QString::number(waitingOf(place).size())));
    QVERIFY(approveSome(place) >= 10); // a young model is unsure, so people are asked
    // The same again, an hour's browsing later: nobody may be written to twice.
    for (int customer = 0; customer < 100; ++customer)
        QCOMPARE(
            server.post({liveEvent(QStringLiteral("again-%1").arg(customer), QStringLiteral("shopper-%1").arg(customer),
                                   "Size Chart Viewed", {{"category", "shoes"}})}),
            200);
    server.end();
    std::set<std::uint32_t> decided, acted;
    for (const audit::DecisionRow& row : decisionsOf(place)) {
        decided.insert(row.customer);
        if (row.action != 0)
            acted.insert(row.customer);
    }
    // The baseline arm walks the drawn path and has no decisions.
    std::set<std::uint32_t> treated;
    const auto customers = readerOf(place)->customers(place.run().id, "", 1000);
    QVERIFY(customers.ok());
    QCOMPARE(customers->size(), std::size_t{100});
    for (const audit::CustomerRow& row : *customers)
        if (row.arm != documents::Arm::Baseline)
            treated.insert(row.number);
    QVERIFY(std::includes(decided.begin(), decided.end(), treated.begin(), treated.end()));
    QVERIFY2(acted.size() >= 50, qPrintable(QString::number(acted.size())));
    const auto sent = readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX);
    QVERIFY(sent.ok());
    std::map<std::uint32_t, int> marketing;
    for (const execution::Dispatch& dispatch : *sent)
        if (dispatch.slot == documents::Slot::Marketing)
            ++marketing[dispatch.customer];
    QVERIFY(!marketing.empty());
    for (const auto& [customer, count] : marketing)
        QCOMPARE(count, 1);
    QVERIFY(repeats(place));
}

/// 03:00 in Berlin: what would go out at once by day is held until 09:00.
void LiveTests::holdsByNight() {
    const Place place;
    LiveServer server(place, QStringLiteral("2026-03-05T02:00:00Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    for (int customer = 0; customer < 40; ++customer)
        QCOMPARE(server.post(cartOf(customer)), 200);
    QVERIFY(approveSome(place) >= 10);
    QTRY_VERIFY_WITH_TIMEOUT(!readerOf(place)->proposals(place.run().id, {governance::ProposalState::Held}, 1)->empty(),
                             5000);
    server.end();
    const auto sent = readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX);
    QVERIFY(sent.ok());
    for (const execution::Dispatch& dispatch : *sent)
        QVERIFY(dispatch.channel == documents::Channel::None || dispatch.slot == documents::Slot::Operation);
    const auto held = readerOf(place)->proposals(place.run().id, {governance::ProposalState::Held}, 1000);
    QVERIFY(held.ok());
    QVERIFY(!held->empty());
    for (const governance::Proposal& proposal : *held)
        QCOMPARE(formatInstant(proposal.notBefore), std::string("2026-03-05T08:00:00Z"));
}

void LiveTests::peopleDecideWhileItRuns() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    for (int customer = 0; customer < 12; ++customer)
        QCOMPARE(server.post(cartOf(customer, true)), 200);
    const auto waiting = waitingOf(place);
    QVERIFY(!waiting.empty());
    const auto give = [&](governance::CommandKind kind, const char* person, const char* reason = "") {
        return session::giveCommand(place.folder(), "l1", {kind, waiting.front().number, person, reason, {}, {}});
    };
    const auto codeOf = [](const auto& answer) { return answer ? std::string("done") : answer.error().code; };
    QCOMPARE(codeOf(give(governance::CommandKind::Approve, "mei")), std::string("approval.not-claimed"));
    QCOMPARE(codeOf(give(governance::CommandKind::Claim, "omar")), std::string("approval.not-an-approver"));
    QCOMPARE(codeOf(give(governance::CommandKind::Claim, "mei")), std::string("done"));
    QCOMPARE(codeOf(give(governance::CommandKind::Claim, "karin")), std::string("approval.claimed"));
    const auto rejected = give(governance::CommandKind::Reject, "mei", "not now");
    QCOMPARE(codeOf(rejected), std::string("done"));
    QCOMPARE(rejected->state, governance::ProposalState::Rejected);
    // What is over says why, also to whom asks a live engine.
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(give(governance::CommandKind::Claim, "karin")), std::string("approval.already"),
                              5000);
    server.end();
    QCOMPARE(entriesOf(place, EntryKind::Claim), std::size_t{1});
    QCOMPARE(entriesOf(place, EntryKind::Verdict), std::size_t{1});
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// The same while the run stands still: it is taken up for this one order, and stands still again.
void LiveTests::mergesAreUndoneWhileItStandsStill() {
    const Place place;
    const auto seen = [](const QString& id, const QString& user, const QString& session) {
        QJsonObject event = liveEvent(id, user, "Guide Viewed");
        event.insert(QStringLiteral("anonymousId"), session);
        if (user.isEmpty())
            event.remove(QStringLiteral("userId"));
        return event;
    };
    const auto undo = [&](const char* customer) {
        const auto done = session::undoMerge(place.folder(), {"", customer, "mei", "two sisters"});
        return done ? std::string("done") : done.error().code;
    };
    const auto merges = [&] { return session::mergesOf(*readerOf(place), place.run(), 0, Duration::days(90)).value(); };
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post({seen("m1", "ana", "a-1")}), 200);
        QCOMPARE(server.post({seen("m2", "", "v-1")}), 200);
        QCOMPARE(server.post({seen("m3", "ana", "v-1")}), 200);
        server.end();
    }
    QCOMPARE(merges().size(), std::size_t{1});
    QVERIFY(merges()[0].undoable);
    QCOMPARE(undo("#1"), std::string("done"));
    QVERIFY(merges()[0].undone && !merges()[0].undoable);
    QCOMPARE(undo("#1"), std::string("merge.none"));
    QVERIFY(place.verified());
    {
        LiveServer server(place, QStringLiteral("2026-03-05T11:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post({seen("m4", "", "v-1"), seen("m5", "ana", "a-1")}), 200);
        server.end();
    }
    const auto events = readerOf(place)->events(place.run().id, std::nullopt, 0, 100);
    QVERIFY(events.ok());
    QString whose;
    for (const audit::EventRow& row : *events)
        whose += QString::number(row.customer);
    QVERIFY2(whose.endsWith(QStringLiteral("10")), qPrintable(whose));
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// A visitor signs in on another's device: undone while it runs, after a kill, and again where it goes on.
void LiveTests::mergesAreUndone() {
    const Place place;
    const auto seen = [](const QString& id, const QString& user, const QString& session) {
        QJsonObject event = liveEvent(id, user, "Guide Viewed");
        event.insert(QStringLiteral("anonymousId"), session);
        if (user.isEmpty())
            event.remove(QStringLiteral("userId"));
        return event;
    };
    const auto undo = [&](const char* customer, const char* person, const char* reason) {
        const auto done = session::undoMerge(place.folder(), {"", customer, person, reason});
        return done ? std::string("done") : done.error().code;
    };
    const auto merges = [&] { return session::mergesOf(*readerOf(place), place.run(), 0, Duration::days(90)).value(); };
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.post({seen("m1", "ana", "a-1")}), 200);
        QCOMPARE(server.post({seen("m2", "", "v-1")}), 200);
        QCOMPARE(undo("v-1", "mei", "two"), std::string("merge.none"));
        QCOMPARE(server.post({seen("m3", "ana", "v-1")}), 200);
        QCOMPARE(server.post({seen("m4", "", "v-1")}), 200);
        QCOMPARE(merges().size(), std::size_t{1});
        QVERIFY(merges()[0].undoable && !merges()[0].probable);
        QCOMPARE(merges()[0].goneKey, std::string("v-1"));
        server.kill();
    }
    {
        LiveServer server(place, QStringLiteral("2026-03-05T11:00:00Z"));
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(undo("nobody", "mei", "two"), std::string("customer.unknown"));
        QCOMPARE(undo("v-1", "omar", "two"), std::string("right.undo-merge"));
        QCOMPARE(undo("v-1", "mei", " "), std::string("merge.needs-reason"));
        QCOMPARE(undo("v-1", "mei", "two sisters"), std::string("done"));
        QCOMPARE(undo("v-1", "mei", "two sisters"), std::string("merge.none"));
        QCOMPARE(server.post({seen("m5", "", "v-1"), seen("m6", "ana", "v-1")}), 200);
        server.kill();
    }
    LiveServer server(place, QStringLiteral("2026-03-05T12:00:00Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post({seen("m7", "", "v-1"), seen("m8", "ana", "a-1")}), 200);
    server.end();
    QVERIFY(merges()[0].undone && !merges()[0].undoable);
    QCOMPARE(merges()[0].undoneBy, std::string("mei"));
    const auto events = readerOf(place)->events(place.run().id, std::nullopt, 0, 100);
    QVERIFY(events.ok());
    QString whose;
    for (const audit::EventRow& row : *events)
        whose += QString::number(row.customer);
    QCOMPARE(whose, QStringLiteral("01001010"));
    QCOMPARE(entriesOf(place, EntryKind::Merge), std::size_t{1});
    QCOMPARE(entriesOf(place, EntryKind::Unmerge), std::size_t{1});
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

void LiveTests::stopsStandInTheChain() {
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QVERIFY(session::setStop(place.folder(), "agent/shopping", "mei").ok());
        QTRY_COMPARE_WITH_TIMEOUT(entriesOf(place, EntryKind::Stop), std::size_t{1}, 60'000);
        server.end();
    }
    // Set and lifted while nothing ran: the chain says so when the run goes on.
    const auto lifted = session::liftStop(place.folder(), "agent/shopping", "karin");
    QVERIFY(lifted.ok() && *lifted);
    QCOMPARE(entriesOf(place, EntryKind::Lift), std::size_t{0});
    LiveServer again(place, QStringLiteral("2026-03-05T11:00:00Z"));
    QVERIFY2(again.ready(), again.errors().constData());
    QTRY_COMPARE_WITH_TIMEOUT(entriesOf(place, EntryKind::Lift), std::size_t{1}, 60'000);
    again.end();
    (void)readerOf(place)->forEachEntry(place.run().id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind != EntryKind::Stop && entry.kind != EntryKind::Lift)
            return true;
        const auto record = audit::decodeStop(entry);
        if (record) {
            [&] {
                QCOMPARE(record->scope, std::string("agent/shopping"));
                QCOMPARE(record->person, std::string(entry.kind == EntryKind::Stop ? "mei" : "karin"));
            }();
        }
        return record.ok();
    });
    QVERIFY(repeats(place));
}

/// Standing still, a verdict takes effect at the stopped clock; then the run goes on where it was.
void LiveTests::standsStillAndGoesOn() {
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        for (int customer = 0; customer < 12; ++customer)
            QCOMPARE(server.post(cartOf(customer, true)), 200);
        server.end();
    }
    const auto clock = place.run().clock;
    const auto waiting = waitingOf(place);
    QVERIFY(waiting.size() >= 2);
    for (const auto kind : {governance::CommandKind::Claim, governance::CommandKind::Approve}) {
        const auto answer =
            session::giveCommand(place.folder(), "l1", {kind, waiting.front().number, "mei", {}, {}, {}});
        QVERIFY2(answer.ok(), answer ? "" : answer.error().code.c_str());
    }
    QCOMPARE(place.run().clock, clock);
    {
        LiveServer server(place, QStringLiteral("2026-03-06T10:00:00Z")); // a day later: SLAs have ended meanwhile
        QVERIFY2(server.ready(), server.errors().constData());
        QCOMPARE(server.start().value(QStringLiteral("taken_up")).toBool(), true);
        QCOMPARE(server.post(cartOf(50)), 200);
        QCOMPARE(server.post(cartOf(3)), 200); // duplicates are still known
        const auto answer = session::giveCommand(
            place.folder(), "l1", {governance::CommandKind::Claim, waiting[1].number, "mei", {}, {}, {}});
        QCOMPARE(answer ? std::string() : answer.error().code, std::string("approval.expired"));
        server.end();
    }
    QCOMPARE(fatesOf(place).at("duplicate"), 10U);
    QVERIFY(place.run().clock > clock);
    QVERIFY(place.verified());
    QVERIFY(repeats(place));
}

/// kill −9 at any time: what was answered with 200 is there, and the run goes on to the same records.
void LiveTests::killedItGoesOn() {
    const Place place;
    std::set<int> kept;
    int customer = 0;
    for (int round = 0; round < 4; ++round) {
        LiveServer server(place, QStringLiteral("2026-03-05T1%1:00:00Z").arg(round));
        QVERIFY2(server.ready(), server.errors().constData());
        for (int i = 0; i < 6 + 5 * round; ++i, ++customer)
            if (server.post(cartOf(customer, customer % 3 == 0)) == 200)
                kept.insert(customer);
        if (round < 3)
            server.kill();
        else
            server.end();
        QVERIFY(place.verified());
    }
    QVERIFY(kept.size() >= 40);
    const auto customers = readerOf(place)->customers(place.run().id, "", 1000);
    QVERIFY(customers.ok());
    std::set<std::string> keys;
    for (const audit::CustomerRow& row : *customers)
        keys.insert(row.key);
    for (const int number : kept)
        QVERIFY(keys.contains("shopper-" + std::to_string(number)));
    QVERIFY(repeats(place));
}

void LiveTests::quarantineOpensAndIsSentAgain() {
    using perception::Fate;
    const Place place;
    const session::QuarantineQuery ten{"", 10};
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        QJsonObject ahead = liveEvent("o-3", "shopper-3", "Order Completed", {{"value", 3}});
        ahead.insert("timestamp", "2029-01-01T00:00:00Z");
        QCOMPARE(server.post({QJsonValue(QStringLiteral("no event")),
                              liveEvent("o-2", "shopper-2", "Order Completed", {{"margin", 3}}), ahead,
                              liveEvent("o-1", "shopper-1", "Order Completed", {{"margin", 3}})}),
                 200);
        const auto found = session::quarantined(place.folder(), ten);
        QVERIFY(found.ok());
        QCOMPARE(found->count, std::uint64_t{4});
        QCOMPARE(found->events.size(), std::size_t{4});
        QCOMPARE(found->events[0].name, std::string("Order Completed"));
        QCOMPARE(found->events[0].reason.code, std::string("plan.missing-property"));
        QVERIFY(found->events[0].fate == Fate::Quarantined && !found->events[0].sentAgain);
        QVERIFY(found->events[1].fate == Fate::FutureDated && found->events[1].reason.code == "event.future");
        QVERIFY(found->events[3].fate == Fate::Malformed);
        QCOMPARE(found->events[3].reason.code, std::string("event.not-an-object"));
        QCOMPARE(found->events[3].text, std::string("no event"));
        std::string mended = found->events[0].text;
        QVERIFY(mended.find("\"margin\":3") != std::string::npos);
        // An event that this run does not hold cannot be the one that is mended.
        const auto unknown = session::sendMended(place.folder(), mended, {"", 77, "vera"});
        QCOMPARE(unknown ? std::string() : unknown.error().code, std::string("quarantine.unknown"));
        // Once as wrong as before, then put right: the last word holds.
        const auto still = session::sendMended(place.folder(), mended, {"", found->events[0].sequence, "vera"});
        QVERIFY2(still.ok() && *still, still ? "" : still.error().code.c_str());
        auto again = session::quarantined(place.folder(), ten);
        QVERIFY(again->events[1].sentAgain && again->events[1].sentAgain->fate == Fate::Quarantined);
        mended.replace(mended.find("\"margin\":3"), 10, "\"margin\":3,\"value\":80");
        const auto sent = session::sendMended(place.folder(), mended, {"", found->events[0].sequence, "vera"});
        QVERIFY2(sent.ok() && *sent, sent ? "" : sent.error().code.c_str());
        // Without a number it is found by its message id, and one that is in no quarantine is of nobody's.
        std::string other = found->events[2].text;
        other.replace(other.find("\"margin\":3"), 10, "\"margin\":3,\"value\":80");
        QVERIFY(session::sendMended(place.folder(), other, {}).value());
        const auto fresh = session::sendMended(
            place.folder(), R"({"type":"track","event":"Nobody Planned This","userId":"u","messageId":"n-1"})", {});
        QVERIFY(fresh.ok() && !*fresh);
        server.end();
    }
    // The store remembers it: another process reads it, also of a run that is not at work any more.
    const auto kept = session::quarantined(place.folder(), ten);
    QVERIFY(kept.ok());
    QCOMPARE(kept->count, std::uint64_t{5});
    QCOMPARE(kept->open, std::uint64_t{3});
    const session::QuarantinedEvent& first = kept->events[1];
    QVERIFY(first.sentAgain.has_value());
    QCOMPARE(first.sentAgain->person, std::string("vera"));
    QCOMPARE(first.sentAgain->run, place.run().tag);
    QVERIFY(first.sentAgain->fate == Fate::Accepted && first.sentAgain->at >= first.receivedAt);
    QCOMPARE(first.sentAgain->number, std::uint64_t{6});
    QVERIFY(kept->events[3].sentAgain && kept->events[3].sentAgain->person.empty());
    // Reasons are counted over all of it, whatever is shown.
    const auto newest = session::quarantined(place.folder(), {"", 1});
    QCOMPARE(newest->events.size(), std::size_t{1});
    QVERIFY(newest->reasons == kept->reasons);
    QCOMPARE(newest->reasons.size(), std::size_t{3});
    QVERIFY(newest->reasons[0].count == 3 && newest->reasons[0].open == 1);
    QVERIFY(newest->reasons[0].reason.code == "plan.missing-property");
    session::QuarantineQuery narrow = ten;
    narrow.onlyOpen = true;
    QCOMPARE(session::quarantined(place.folder(), narrow)->events.size(), std::size_t{3});
    narrow.reason = session::reasonKey(newest->reasons[0].fate, newest->reasons[0].reason);
    QCOMPARE(session::quarantined(place.folder(), narrow)->events.size(), std::size_t{1});
    QCOMPARE(fatesOf(place),
             (std::map<std::string, std::uint64_t>{
                 {"accepted", 2}, {"future-dated", 1}, {"malformed", 1}, {"quarantined", 3}, {"unplanned", 1}}));
    const auto late = session::sendMended(place.folder(), "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\"}", {});
    QCOMPARE(late ? std::string() : late.error().code, std::string("live.not-running"));
    const auto bad = session::sendMended(place.folder(), "{\"type\":\"track\",\"userId\":\"u\"}", {});
    QCOMPARE(bad ? std::string() : bad.error().code, std::string("event.no-name"));
    QVERIFY(repeats(place));
}

void LiveTests::refusals() {
    const Place place;
    LiveServer server(place, noon);
    QVERIFY2(server.ready(), server.errors().constData());
    const Ctl second = Ctl::run({"serve", place.path(), "--port", "0", "--json"});
    QCOMPARE(second.code, 3);
    QCOMPARE(codeOf(second), std::string("store.locked"));
    const Place other;
    const Ctl taken = Ctl::run({"serve", other.path(), "--port", QString::number(server.port()), "--json"});
    QCOMPARE(codeOf(taken), std::string("ingest.address"));
    QCOMPARE(server.post(cartOf(1)), 200);
    server.end();
    const Ctl behind = Ctl::run({"serve", place.path(), "--port", "0", "--now", "2026-03-05T09:00:00Z", "--json"});
    QCOMPARE(codeOf(behind), std::string("live.clock-behind"));
    const Place connected;
    connected.edit("workspace.yaml", "format: 1\n", "format: 1\nconnector-url: http://127.0.0.1:9/actions\n");
    const Ctl injected = Ctl::run({"serve", connected.path(), "--port", "0", "--now", noon, "--json"});
    QCOMPARE(codeOf(injected), std::string("live.now-with-connectors"));
}

/// A run belongs to the documents that it began with; others begin a new one, and only when asked to.
void LiveTests::otherDocuments() {
    const Place place;
    {
        LiveServer server(place, noon);
        QVERIFY2(server.ready(), server.errors().constData());
        server.end();
    }
    place.edit("people.yaml", "Omar D.", "Omar Diaz");
    const Ctl changed = Ctl::run({"serve", place.path(), "--port", "0", "--json"});
    QCOMPARE(changed.code, 3);
    QCOMPARE(codeOf(changed), std::string("live.documents-changed"));
    LiveServer fresh(place, noon, {QStringLiteral("--fresh")});
    QVERIFY2(fresh.ready(), fresh.errors().constData());
    QCOMPARE(fresh.start().value(QStringLiteral("run")).toString(), QStringLiteral("l2"));
}

void LiveTests::clockNeverGoesBack() {
    const Instant start{1'772'704'800'000};
    session::LiveClock clock(start);
    Instant last = clock.now();
    QVERIFY(last >= start);
    for (int i = 0; i < 1000; ++i) {
        const Instant now = clock.now();
        QVERIFY(now >= last);
        last = now;
    }
    QVERIFY(last < start + Duration::minutes(10)); // its own, not the machine's
    session::LiveClock ahead({}, Instant{4'000'000'000'000});
    QVERIFY(ahead.now() >= Instant{4'000'000'000'000});
}
