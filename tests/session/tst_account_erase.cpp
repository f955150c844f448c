#include "session/account_erase_tests.h"
#include "session/live_server.h"

#include "audit/events.h"
#include "base/json.h"
#include "session/store_access.h"
#include "storage/sqlite_ledger_writer.h"

#include <QJsonDocument>
#include <QTest>

#include <fstream>
#include <map>

using namespace wayreeve;

namespace {

/// What only this person's data says: key, address, name, and what a colleague wrote to her.
const std::vector<std::string> traces{"zoe-471199", "zoe-mailbox@example.com", "Zoeswholename", "only-for-zoe"};

/// The renewal workspace with one journey that writes to an account's administrator as soon as somebody signs, where a
/// person agrees.
void makeAsking(const Place& place) {
    const std::string action = "name: Next set-up step to the account's administrator\n    slot: service\n    channel: "
                               "email\n    purpose: service\n    ";
    place.edit("actions.yaml", action + "tags: [standard_follow_up]",
               action + "tags: [personal]\n    base-risk: medium");
    place.edit("journeys/stalled-account.yaml", "{from: start, to: first-week}", "{from: start, to: decide}");
    place.edit("journeys/stalled-account.yaml", "  - {from: first-week, to: done, on: event, label: set up}\n", "");
    place.edit("journeys/stalled-account.yaml", "  - {from: first-week, to: decide, on: timeout, label: stalled}\n",
               "");
    place.edit("journeys/stalled-account.yaml",
               "  - {id: first-week, type: wait-for, name: \"Set up within a week?\", stage: setting-up, event: "
               "Onboarding Finished, length: 7 d}\n",
               "");
    const std::string asked = "irreversible: {level: assisted, approval: one-person, sla: ";
    place.edit("autonomy.yaml", asked + "1 h", asked + "14 d");
    place.edit("workspace.yaml", "agentic: 85\ncontrol: 5\nbaseline: 10", "agentic: 100\ncontrol: 0\nbaseline: 0");
    std::string policies = "policies.yaml";
    place.edit(policies, "    from: \"20:00\"\n    to: \"08:00\"", "    from: \"03:00\"\n    to: \"03:01\"");
}

QJsonObject groupCall(const QString& user, const QString& group, const QJsonObject& traits = {}) {
    QJsonObject event = liveEvent(user + QStringLiteral("-in-") + group, user, QStringLiteral("identify"), traits);
    event.insert(QStringLiteral("type"), QStringLiteral("group"));
    event.insert(QStringLiteral("groupId"), group);
    return event;
}

QJsonArray member(const QString& user, const QString& name, const QString& mail, const QString& group) {
    QJsonArray events;
    events.append(liveEvent(user + QStringLiteral("-1"), user, QStringLiteral("identify"),
                            {{"first_name", name}, {"email", mail}, {"role", "admin"}}));
    events.append(liveEvent(user + QStringLiteral("-2"), user, QStringLiteral("Consent Changed"),
                            {{"purpose", "service"}, {"channel", "email"}, {"granted", true}}));
    events.append(groupCall(user, group, {{"name", "Tatra Glas"}}));
    events.append(liveEvent(user + QStringLiteral("-3"), user, QStringLiteral("Contract Signed"), {{"value", 14000}}));
    return events;
}

QJsonArray zoesEvents(const QString& user = QStringLiteral("zoe-471199")) {
    return member(user, QStringLiteral("Zoeswholename"), QStringLiteral("zoe-mailbox@example.com"),
                  QStringLiteral("tatra"));
}

std::vector<governance::Proposal> proposalsOf(const Place& place, const std::string& run) {
    const auto reader = session::openReader(place.folder());
    std::set<governance::ProposalState> all;
    for (int state = 0; state < 20; ++state)
        all.insert(static_cast<governance::ProposalState>(state));
    const auto found = (*reader)->proposals(place.run(run).id, all, 100);
    std::vector<governance::Proposal> toSomebody;
    for (const governance::Proposal& one : *found)
        if (one.candidate.contact != 0)
            toSomebody.push_back(one);
    return toSomebody;
}

std::map<std::string, std::uint32_t> numbersOf(const Place& place, const std::string& run) {
    const auto reader = session::openReader(place.folder());
    std::map<std::string, std::uint32_t> numbers;
    const auto rows = (*reader)->customers(place.run(run).id, "", 1000);
    for (const audit::CustomerRow& row : *rows)
        numbers[row.key] = row.number;
    return numbers;
}

Ctl erase(const Place& place, const QString& customer) {
    return Ctl::run({"erase", place.path(), "--customer", customer, "--as", "leo", "--reason", "request 17", "--json"});
}

} // namespace

void AccountEraseTests::addressedTextsGo_data() {
    QTest::addColumn<bool>("working"); // the run is at work meanwhile
    QTest::newRow("at work") << true;
    QTest::newRow("standing still") << false;
}

void AccountEraseTests::addressedTextsGo() {
    QFETCH(bool, working);
    const Place place("templates/saas-renewal");
    makeAsking(place);
    LiveServer server(place, QStringLiteral("2026-03-05T10:00:00Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post(zoesEvents()), 200);
    QCOMPARE(server.post(member(QStringLiteral("bo-1"), QStringLiteral("Bo"), QStringLiteral("bo@example.com"),
                                QStringLiteral("hooli"))),
             200);
    QCOMPARE(server.post({liveEvent(QStringLiteral("later"), QStringLiteral("eve"), QStringLiteral("Page Viewed"))}),
             200);
    auto open = proposalsOf(place, "l1");
    QCOMPARE(open.size(), std::size_t{2});
    const auto numbers = numbersOf(place, "l1");
    QVERIFY(numbers.contains("account:tatra"));
    const auto at = std::find_if(open.begin(), open.end(), [&](const governance::Proposal& one) {
        return one.candidate.contact == numbers.at("zoe-471199") + 1;
    });
    QVERIFY(at != open.end());
    QCOMPARE(at->customer, numbers.at("account:tatra"));
    QVERIFY(at->body.find("Zoeswholename") != std::string::npos);
    // A colleague writes it anew.
    const QString item = QString::fromStdString("l1-" + std::to_string(at->customer) + "-q1");
    const Ctl claimed = Ctl::run({"queue", place.path(), "claim", item, "--as", "david"});
    QVERIFY2(claimed.code == 0, claimed.err + claimed.out);
    const Ctl edited = Ctl::run({"queue", place.path(), "edit", item, "--as", "david", "--subject", "only-for-zoe-1",
                                 "--body", "Hello Zoeswholename, only-for-zoe-2"});
    QVERIFY2(edited.code == 0, edited.err + edited.out);
    QVERIFY(!place.holding(traces).isEmpty());
    if (!working)
        server.end();

    const Ctl erased = erase(place, QStringLiteral("zoe-471199"));
    QVERIFY2(erased.code == 0, erased.err + erased.out);
    QVERIFY(place.verified());
    const auto after = proposalsOf(place, "l1");
    QCOMPARE(after.size(), std::size_t{2});
    for (const governance::Proposal& one : after) {
        const bool hers = one.number == at->number;
        QCOMPARE(governance::isOpen(one.state), !hers);
        QCOMPARE(one.body.empty() && one.subject.empty() && one.reason.empty(), hers);
        if (hers)
            QCOMPARE(place.open().program->symbols.name(one.voidReasons.at(0)), std::string("suppressed"));
    }
    const Ctl verdict = Ctl::run({"queue", place.path(), "approve", item, "--as", "david", "--json"});
    QVERIFY2(verdict.code != 0, verdict.out);
    if (working)
        server.end();
    // Whoever writes next sweeps the file; the first may still have found its reader in it.
    (void)storage::SqliteLedgerWriter::open(place.folder(), std::chrono::seconds(3));
    QCOMPARE(place.holding(traces), QString());
    for (const std::string& trace : traces)
        QVERIFY2(place.records("l1").find(trace) == std::string::npos, trace.c_str());
    QVERIFY(place.verified());
    // It goes on from there, and nobody writes to her for the account.
    LiveServer again(place, QStringLiteral("2026-03-05T11:00:00Z"));
    QVERIFY2(again.ready(), again.errors().constData());
    QCOMPARE(again.post({liveEvent(QStringLiteral("later-2"), QStringLiteral("eve"), QStringLiteral("Page Viewed"))}),
             200);
    again.end();
    QCOMPARE(place.holding(traces), QString());
    QVERIFY(place.verified());
}

/// A run that has ended keeps the account's state for later verdicts: it is stored anew without her.
void AccountEraseTests::importedRunForgets() {
    const Place place("templates/saas-renewal");
    makeAsking(place);
    {
        std::ofstream file(place.beside("events.jsonl").toStdString());
        for (const QJsonValue& event : zoesEvents())
            file << QJsonDocument(event.toObject()).toJson(QJsonDocument::Compact).toStdString() << '\n';
    }
    QCOMPARE(Ctl::run({"import", place.path(), "--events", place.beside("events.jsonl"), "--json"}).code, 0);
    const std::string run = place.run().tag;
    const auto open = proposalsOf(place, run);
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(open[0].state), static_cast<int>(governance::ProposalState::Proposed));
    QVERIFY(!place.holding(traces).isEmpty());
    const Ctl erased = erase(place, QStringLiteral("zoe-mailbox@example.com"));
    QVERIFY2(erased.code == 0, erased.err + erased.out);
    QCOMPARE(place.holding(traces), QString());
    QVERIFY(place.verified());
    QCOMPARE(proposalsOf(place, run).at(0).state, governance::ProposalState::Voided);
    // The account's own state is sealed with a key that is still there: nothing of her is in it.
    const auto reader = session::openReader(place.folder());
    const auto account = (*reader)->customer(place.run(run).id, open[0].customer);
    QVERIFY(account.ok() && account->has_value() && !(*account)->state.empty());
    const std::string state((*account)->state.begin(), (*account)->state.end());
    for (const std::string& trace : traces)
        QVERIFY2(state.find(trace) == std::string::npos, trace.c_str());
}

void AccountEraseTests::aPersonNamedLikeAnAccount() {
    const Place place("templates/saas-renewal");
    makeAsking(place);
    LiveServer server(place, QStringLiteral("2026-03-05T10:00:00Z"));
    QVERIFY2(server.ready(), server.errors().constData());
    QCOMPARE(server.post(zoesEvents(QStringLiteral("account:tatra"))), 200);
    server.end();
    const auto rows = [&] {
        const auto reader = session::openReader(place.folder());
        return (*reader)->customers(place.run("l1").id, "", 100).value();
    };
    QCOMPARE(rows().size(), std::size_t{2});
    QVERIFY(rows()[0].key == "account:tatra" && rows()[1].key == "account:tatra");
    QVERIFY(rows()[0].isAccount != rows()[1].isAccount);
    const std::uint32_t account = rows()[0].isAccount ? 0 : 1;
    const std::string person = std::to_string(1 - account);
    const Ctl shown = Ctl::run({"customer", place.path(), "account:tatra", "--json"});
    QCOMPARE(shown.value("customer"), "#" + person);
    const auto isAccount = [&](std::uint32_t number) {
        const QString id = QStringLiteral("l1-%1-1").arg(number);
        const Ctl explained = Ctl::run({"explain", place.path(), id, "--json"});
        const auto json = parseJson(explained.out.toStdString());
        return json ? json->member("account") : Value();
    };
    QVERIFY(isAccount(account) == Value(true));
    QVERIFY(isAccount(1 - account) != Value(true));
    const Ctl erased = erase(place, QStringLiteral("account:tatra"));
    QVERIFY2(erased.code == 0, erased.err + erased.out);
    QCOMPARE(rows()[account].key, std::string("account:tatra"));
    QCOMPARE(rows()[1 - account].key, "erased-" + std::to_string(1 - account));
    // An account is nobody's personal data: there is nobody left to erase.
    const Ctl again = erase(place, QStringLiteral("account:tatra"));
    QCOMPARE(again.code, 2);
    QVERIFY2(again.out.contains("erase.unknown-customer"), again.out);
    QVERIFY(place.verified());
}
