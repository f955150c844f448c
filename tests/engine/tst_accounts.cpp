#include "engine/account_tests.h"
#include "engine/account_world.h"
#include "engine/customer_state.h"
#include "engine/live_feed.h"
#include "engine/world.h"
#include "perception/intake.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace wayreeve;
using namespace account_world;
using audit::EntryKind;

namespace {

constexpr Duration minute = Duration::minutes(1);

} // namespace

void AccountTests::theContactOfTheRightRole_data() {
    QTest::addColumn<QString>("people"); // "name role consents", separated by commas, in the order in which they act
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* people, const char* expected, const char* why) {
        QTest::newRow(name) << people << expected << why;
    };
    row("the better role", "ana champion 1,bo admin 1,eve buyer 1,ana champion 1", "account:acme check-in bo", "");
    row("who may be written to", "bo admin 0,ana champion 1", "account:acme check-in ana", "");
    row("active last", "ana champion 1,bo champion 1,eve buyer 1", "account:acme check-in bo", "");
    row("then by key", "zoe champion 1,amy champion 1 =,eve buyer 1", "account:acme check-in amy", "");
    row("nobody of that role", "ana buyer 1,eve - 1", "", "no-contact-of-that-role");
    row("nobody consents", "ana champion 0,bo admin 0", "", "policies/consent");
}

void AccountTests::theContactOfTheRightRole() {
    QFETCH(QString, people);
    QFETCH(QString, expected);
    QFETCH(QString, why);
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    int at = 1;
    for (const QString& one : people.split(',')) {
        const QStringList parts = one.split(' ');
        const bool sameTime = parts.size() == 4;
        const std::string role = parts[1] == "-" ? std::string() : parts[1].toStdString();
        join(script, parts[0].toStdString(), role.c_str(), parts[2] == "1", sameTime ? at - 1 : at++);
    }
    const std::string last = people.split(',').last().section(' ', 0, 0).toStdString();
    script.events.push_back({Duration::minutes(at), "Guide Viewed", {}, last});
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept).join(", "), expected);
    QCOMPARE(stopped(*program, kept, "check-in").join(", "), why);
    for (const audit::Entry& entry : kept.entries(EntryKind::Decision))
        QCOMPARE(keysOf(kept)[entry.customer], std::string("account:acme"));
    for (const audit::Entry& entry : kept.entries(EntryKind::Dispatch)) {
        QVERIFY(entry.addressed != audit::noCustomer); // it is sealed with the contact's key
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        QCOMPARE(entry.addressed, dispatch.customer);
        QCOMPARE(dispatch.body, "Dear " + keysOf(kept)[dispatch.customer]);
    }
    // Accounts are none of the people that are compared.
    std::int64_t counted = 0;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DayRow& day : batch.days)
            counted += day.customers;
    QSet<QString> names;
    for (const QString& one : people.split(','))
        names << one.section(' ', 0, 0);
    QCOMPARE(counted, std::int64_t{names.size()});
}

void AccountTests::capsOfBoth_data() {
    QTest::addColumn<int>("per");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("why");
    const auto customer = static_cast<int>(documents::CapPer::Customer);
    const auto account = static_cast<int>(documents::CapPer::Account);
    // Ana's own agent writes to her, then the account's would, and to Bo his own.
    QTest::newRow("free") << customer << 9 << "ana note ana, account:acme check-in ana, bo note bo"
                          << "";
    QTest::newRow("hers") << customer << 1 << "ana note ana, bo note bo"
                          << "policies/cap";
    QTest::newRow("the account's") << account << 1 << "ana note ana, bo note bo"
                                   << "policies/cap";
    QTest::newRow("two for it") << account << 2 << "ana note ana, account:acme check-in ana, bo note bo"
                                << "";
}

void AccountTests::capsOfBoth() {
    QFETCH(int, per);
    QFETCH(int, count);
    QFETCH(QString, why);
    auto workspace = supplier();
    addCap(*workspace, "cap", static_cast<documents::CapPer>(per), count, 7);
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    join(script, "bo", "buyer", true, 2);
    script.events.push_back({Duration::minutes(30), "Size Chart Viewed", {}, "ana"});
    script.events.push_back({Duration::minutes(60), "Guide Viewed", {}, "bo"});
    script.events.push_back({Duration::minutes(90), "Size Chart Viewed", {}, "bo"});
    const world::Kept kept = world::play(program, script);
    QTEST(sent(*program, kept).join(", "), "sent");
    QCOMPARE(stopped(*program, kept, "check-in").join(", "), why);
    // The other way round: what the account wrote to her counts for her own agent.
    script.events[script.events.size() - 3].at = Duration::minutes(120);
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const QStringList words = sent(*program, world::play(program, script));
    QCOMPARE(words.contains("account:acme check-in ana"), true);
    QCOMPARE(words.contains("ana note ana"), !(per == 0 && count == 1));
}

/// Queued, and then she withdraws: the account's proposal to her is void, in the same quarter of an hour.
void AccountTests::aWithdrawalVoidsTheAccountsProposal() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    catalogue->actions[0].baseRisk = documents::Risk::High;
    catalogue->actions[0].reversibility = documents::Reversibility::Irreversible;
    workspace->actions = catalogue;
    addCap(*workspace, "cap", documents::CapPer::Customer, 1, 7);
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    script.events.push_back({Duration::minutes(20), "Guide Viewed", {}, "ana"});
    script.events.push_back({Duration::minutes(40), "Size Chart Viewed", {}, "ana"}); // reserved for the account
    script.events.push_back({Duration::minutes(46),
                             "consent",
                             {{"purpose", Value("service")}, {"channel", Value("email")}, {"granted", Value(false)}},
                             "ana"});
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept), QStringList());
    QCOMPARE(stopped(*program, kept, "note").value(0), QStringLiteral("policies/cap"));
    const auto voids = kept.entries(EntryKind::Void);
    QCOMPARE(voids.size(), std::size_t{1});
    QCOMPARE(keysOf(kept)[voids[0].customer], std::string("account:acme"));
    QCOMPARE(voids[0].time, script.start + Duration::minutes(46));
    QCOMPARE(statesOf(*program, kept)["account:acme"].memory.contacts.size(), std::size_t{0});
}

void AccountTests::whoLeavesIsNotAddressed() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    catalogue->actions[0].baseRisk = documents::Risk::High;
    workspace->actions = catalogue;
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    script.events.push_back({Duration::minutes(20), "Guide Viewed", {}, "ana"});
    script.more.push_back(groupOf(script, "ana", "initech", Duration::minutes(40)));
    std::uint64_t asked = 0;
    script.people = [&](const governance::Proposal& proposal, Instant end) {
        std::vector<governance::Command> commands;
        asked = proposal.number;
        if (end < script.start + Duration::minutes(45))
            return commands;
        for (const auto kind : {governance::CommandKind::Claim, governance::CommandKind::Approve})
            commands.push_back({kind, proposal.number, "mei", {}, {}, {}});
        return commands;
    };
    const world::Kept kept = world::play(program, script);
    QVERIFY(asked != 0);
    QCOMPARE(sent(*program, kept), QStringList());
    const governance::Proposal proposal = kept.proposal(asked);
    QCOMPARE(proposal.state, governance::ProposalState::Voided);
    QVERIFY(!proposal.voidReasons.empty());
    QCOMPARE(program->symbols.name(proposal.voidReasons.front()), std::string("no-members"));
}

void AccountTests::membersFollowTheNewestGroup() {
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    script.days = 3;
    join(script, "ana", "admin", true, 10);
    join(script, "bo", "admin", true, 20);
    script.more.push_back(groupOf(script, "ana", "initech", Duration::minutes(30), {{"plan", Value("pro")}}));
    perception::Event late = groupOf(script, "ana", "hooli", Duration::minutes(40)); // said before, heard after
    late.time = script.start + Duration::minutes(15);
    script.more.push_back(late);
    script.events.push_back({Duration::minutes(50), "Page Viewed", {}, "ana"});
    const world::Kept kept = world::play(program, script);
    QCOMPARE(membersOf(*program, kept, "account:acme"), QStringLiteral("bo"));
    QCOMPARE(membersOf(*program, kept, "account:initech"), QStringLiteral("ana"));
    QCOMPARE(membersOf(*program, kept, "account:hooli"), QString());
    auto states = statesOf(*program, kept);
    QVERIFY(program->perceiver->accountTrait(states["account:initech"].memory, "plan") == Value("pro"));
    QVERIFY(program->perceiver->accountTrait(states["account:acme"].memory, "plan").isNull());
    QVERIFY(states["account:acme"].rollUp.size() == 7 &&
            states["account:acme"].rollUp[0] == Value(1)); // its last turn was ana's farewell
    QCOMPARE(states["ana"].memory.group, std::string("initech"));
}

/// A browser lent to a colleague of another account: told apart, each is in their own again.
void AccountTests::anUnmergeTellsMembersApart() {
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    perception::Event visitor = groupOf(script, "", "initech", Duration::minutes(20));
    visitor.anonymousId = "visitor";
    script.more.push_back(visitor);
    script.events.push_back({Duration::minutes(40), "Signed In", {}, "ana", "visitor"});
    script.events.push_back({Duration::minutes(50), "Page Viewed", {}, "ana"});
    script.events.push_back({Duration::hours(8), "Page Viewed", {}, "ana"});
    script.orders[0];
    const world::Kept merged = world::play(program, script);
    QCOMPARE(merged.entries(EntryKind::Merge).size(), std::size_t{1});
    QCOMPARE(membersOf(*program, merged, "account:initech"), QStringLiteral("ana")); // the newest
    QCOMPARE(membersOf(*program, merged, "account:acme"), QString());
    engine::Order order;
    order.kind = engine::Order::Kind::Unmerge;
    order.customer = audit::decodeMerge(merged.entries(EntryKind::Merge).front())->younger;
    order.person = "mei";
    if (!engine::addRecorded(script.orders[24], engine::orderJson(order)))
        qFatal("no order");
    const world::Kept apart = world::play(program, script);
    QCOMPARE(apart.entries(EntryKind::Unmerge).size(), std::size_t{1});
    QCOMPARE(membersOf(*program, apart, "account:initech"), QStringLiteral("visitor"));
    QCOMPARE(membersOf(*program, apart, "account:acme"), QStringLiteral("ana"));
}

void AccountTests::theErasedAreInNoAccount() {
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    join(script, "bo", "champion", true, 2);
    script.events.push_back({Duration::hours(6) + minute, "Page Viewed", {}, "ana"}); // in one epoch with the erasure
    script.events.push_back({Duration::hours(7), "Guide Viewed", {}, "bo"});
    engine::Order order;
    order.kind = engine::Order::Kind::Erase;
    order.customer = 0;
    order.person = "mei";
    if (!engine::addRecorded(script.orders[24], engine::orderJson(order)))
        qFatal("no order");
    const world::Kept kept = world::play(program, script);
    QCOMPARE(kept.entries(EntryKind::Erasure).size(), std::size_t{1});
    QCOMPARE(membersOf(*program, kept, "account:acme"), QStringLiteral("bo"));
    QCOMPARE(sent(*program, kept), QStringList{QStringLiteral("account:acme check-in bo")});
}

/// Sixty people in seven accounts, who change them, merge, consent and act: the same bytes on one, two and eight
/// threads, and computed again from the stored rows.
void AccountTests::sameBytesOnAnyThreads() {
    auto workspace = supplier();
    addCap(*workspace, "cap", documents::CapPer::Customer, 2, 1);
    addCap(*workspace, "account-cap", documents::CapPer::Account, 12, 1);
    const auto program = world::compile(workspace);
    world::Script script;
    script.arm = std::nullopt;
    script.days = 4;
    const char* const roles[] = {"admin", "champion", "buyer", ""};
    for (int i = 0; i < 60; ++i)
        join(script, "p" + std::to_string(i), roles[i % 4], i % 5 != 0, 1 + i % 30, "g" + std::to_string(i % 7));
    const char* const names[] = {"Guide Viewed", "Size Chart Viewed", "Page Viewed", "Case Opened", "Guide Viewed"};
    std::uint32_t state = 7; // any fixed sequence will do
    const auto next = [&](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return state / 65536U % below;
    };
    for (int i = 0; i < 900; ++i) {
        const std::string user = "p" + std::to_string(next(60));
        const Duration at = Duration::minutes(40) + Duration::seconds(next(3 * 86'400));
        if (i % 30 == 0)
            script.more.push_back(groupOf(script, user, "g" + std::to_string(next(7)), at));
        else
            script.events.push_back(
                {at, names[next(5)], {}, user, i % 45 == 0 ? "browser" + std::to_string(next(20)) : ""});
    }
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    const auto written = sent(*program, kept).filter("account:").size();
    QVERIFY2(written > 20, qPrintable(QString::number(written)));
    QVERIFY(stopped(*program, kept, "check-in").contains("policies/account-cap"));
    QVERIFY(sent(*program, kept).filter(" note ").size() > 20);
    const world::Kept first = world::again(program, kept, 1); // which explores, as the script did not
    QVERIFY(first.entries().size() > 500);
    for (const unsigned threads : {1U, 2U, 8U})
        QVERIFY(world::again(program, first, threads).summary.info.recordsHash == first.summary.info.recordsHash);
}

void AccountTests::statesComeBack() {
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    script.events.push_back({Duration::minutes(60), "Guide Viewed", {}, "ana"});
    auto states = statesOf(*program, world::play(program, script));
    QCOMPARE(states.size(), std::size_t{2});
    const engine::CustomerState& account = states["account:acme"];
    QVERIFY(account.memory.isAccount && account.members.size() == 1 && account.rollUp.size() == 7);
    QCOMPARE(states["ana"].account, account.memory.number + 1);
    QVERIFY(account.memory.contacts.size() == 1 && states["ana"].memory.contacts.size() == 1);
    QCOMPARE(account.memory.contacts[0].with, states["ana"].memory.number + 1);
    QCOMPARE(states["ana"].memory.contacts[0].with, account.memory.number + 1);
    for (const auto& [key, state] : states) {
        const auto bytes = engine::encodeState(state, program->symbols);
        const auto back = engine::decodeState(bytes, program->symbols);
        QVERIFY(back.ok());
        QVERIFY(engine::encodeState(*back, program->symbols) == bytes);
        for (std::size_t cut : {bytes.size() - 1, bytes.size() / 2})
            QVERIFY(!engine::decodeState(std::span(bytes).first(cut), program->symbols).ok());
    }
}

/// Three book, two of them the same flight; the airline cancels it and names nobody.
void AccountTests::aFlightConcernsItsPassengers() {
    auto workspace = supplier();
    auto plan = std::make_shared<documents::TrackingPlan>(*workspace->trackingPlan);
    for (const char* name : {"Flight Booked", "Flight Cancelled", "Invoice Overdue"}) {
        documents::PlannedEvent& event = plan->events.emplace_back();
        event.name = name;
        event.properties.emplace_back().id = *name == 'I' ? "company" : "flight";
        event.properties.back().object = *name == 'I' ? "account" : "flight";
    }
    workspace->trackingPlan = plan;
    auto measures = std::make_shared<documents::MeasureBook>();
    for (const char* name : {"Flight Cancelled", "Invoice Overdue"}) {
        rules::MeasureDefinition& measure = measures->measures.emplace_back();
        measure.id = *name == 'I' ? "overdue" : "cancelled";
        measure.event = name;
    }
    workspace->measures = measures;
    workspace->signals = std::make_shared<documents::SignalBook>();
    workspace->stages = std::make_shared<documents::StageList>();
    auto journey = std::make_shared<documents::Journey>(*workspace->journeys[1]);
    journey->nodes[0].event = "Flight Cancelled";
    workspace->journeys = {journey};
    auto matrix = std::make_shared<documents::AutonomyMatrix>(*workspace->autonomy);
    matrix->raises.clear();
    matrix->exceptions.clear();
    matrix->rows.clear();
    workspace->autonomy = matrix;
    workspace->populations.clear();
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    for (const auto& [user, flight] :
         {std::pair("ana", "SK 214"), std::pair("bo", "LH 7"), std::pair("cy", "SK 214")}) {
        join(script, user, "admin", true, 1);
        script.events.push_back({Duration::minutes(10), "Flight Booked", {{"flight", Value(flight)}}, user});
    }
    script.events.push_back({Duration::minutes(20), "Flight Cancelled", {{"flight", Value("SK 214")}}, ""});
    script.events.push_back({Duration::minutes(21), "Flight Cancelled", {{"flight", Value("SK 9")}}, ""});
    script.events.push_back({Duration::minutes(22), "Page Viewed", {{"page", Value("x")}}, ""});
    script.events.push_back({Duration::minutes(25), "Invoice Overdue", {{"company", Value("acme")}}, ""});
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept).join(", "), QStringLiteral("ana note ana, cy note cy")); // in customer order
    std::vector<std::pair<std::string, std::uint32_t>> nobodys;                            // stored once, and nobody's
    std::vector<std::string> refused;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::EventRow& row : batch.events) {
            if (row.name == "Flight Cancelled" || row.name == "Invoice Overdue")
                nobodys.emplace_back(row.name, row.customer);
            if (row.fate == static_cast<std::uint8_t>(perception::Fate::Quarantined))
                refused.push_back(row.name);
        }
    QCOMPARE(nobodys.size(), std::size_t{3});
    for (const auto& [name, customer] : nobodys)
        QCOMPARE(customer, audit::noCustomer);
    QVERIFY(refused == std::vector<std::string>{"Page Viewed"});
    auto states = statesOf(*program, kept);
    QCOMPARE(states["ana"].memory.history.size(), states["bo"].memory.history.size() + 1);
    QCOMPARE(states["account:acme"].memory.history.size(), std::size_t{1}); // the invoice alone
    QVERIFY(world::again(program, kept, 8).entries().size() == kept.entries().size());
}
