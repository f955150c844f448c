#include "engine/account_world.h"
#include "engine/suppression_tests.h"

#include <QTest>

using namespace wayreeve;
using namespace account_world;
using audit::EntryKind;

namespace {

QStringList decided(const world::Kept& kept) {
    auto keys = keysOf(kept);
    QStringList words;
    for (const audit::Entry& entry : kept.entries(EntryKind::Decision))
        words << QString::fromStdString(keys[entry.customer]) + " " + QString::number(entry.time.ms / 60'000 % 1440);
    return words;
}

world::Script::Happening saying(const char* event, int at, const std::string& user) {
    return {Duration::minutes(at), event, {}, user};
}

} // namespace

/// No decision while it holds, and nothing is learned; the next one after it was lifted.
void SuppressionTests::nobodyThinksAboutThem() {
    const auto program = world::compile(supplier());
    QVERIFY(!program->servesSuppressed(program->symbols.find("helper")));
    world::Script script = agentic();
    join(script, "ana", "buyer", true, 1);
    join(script, "bo", "buyer", true, 1);
    script.events.push_back(saying("Suppressed", 5, "bo"));
    for (const char* who : {"ana", "bo"})
        script.events.push_back(saying("Size Chart Viewed", 20, who));
    const int start = static_cast<int>(script.start.ms / 60'000 % 1440);
    const world::Kept kept = world::play(program, script);
    QCOMPARE(decided(kept), QStringList{QString("ana %1").arg(start + 20)});
    QCOMPARE(sent(*program, kept), QStringList{"ana note ana"});
    // What they did is not lost: it was stored, and counts again once they are taken off the list.
    auto states = statesOf(*program, kept);
    QCOMPARE(states["bo"].memory.history.size(), states["ana"].memory.history.size() + 1);
    QVERIFY(states["bo"].rewards.empty());
    QVERIFY(!states["ana"].rewards.empty());
    QVERIFY(kept.summary.turns < 20); // and what is due wakes nobody again and again
    script.events.push_back(saying("Unsuppressed", 60, "bo"));
    const world::Kept lifted = world::play(program, script);
    QCOMPARE(decided(lifted), (QStringList{QString("ana %1").arg(start + 20), QString("bo %1").arg(start + 60)}));
    QCOMPARE(sent(*program, lifted), (QStringList{"ana note ana", "bo note bo"}));
}

/// Who never wants to be written to is still served: what needs nobody's consent is done, and nothing else is chosen.
void SuppressionTests::operationsGoOn() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    documents::Action refund = world::operation("refund");
    refund.channel = documents::Channel::None;
    catalogue->actions.push_back(refund);
    workspace->actions = catalogue;
    auto roster = std::make_shared<documents::AgentRoster>(*workspace->agents);
    for (documents::Agent& agent : roster->agents)
        if (agent.id == "helper")
            agent.actions.push_back("refund");
    workspace->agents = roster;
    const auto program = world::compile(workspace);
    QVERIFY(program->servesSuppressed(program->symbols.find("helper")));
    world::Script script = agentic();
    join(script, "bo", "buyer", true, 1);
    script.events.push_back(saying("Suppressed", 5, "bo"));
    script.events.push_back(saying("Size Chart Viewed", 20, "bo"));
    const world::Kept kept = world::play(program, script);
    QCOMPARE(kept.entries(EntryKind::Decision).size(), std::size_t{1});
    QCOMPARE(stopped(*program, kept, "note"), QStringList{"suppressed"});
    QVERIFY(!sent(*program, kept).contains("bo note bo"));
    auto states = statesOf(*program, kept);
    for (const learning::OpenReward& open : states["bo"].rewards)
        QVERIFY(!open.learns);
}

void SuppressionTests::accountsAreReadWithoutThem_data() {
    QTest::addColumn<bool>("suppressed");
    QTest::addColumn<int>("members");
    QTest::newRow("all") << false << 3;
    QTest::newRow("one is on the list") << true << 2;
}

/// What an account's decision knew of its members.
void SuppressionTests::accountsAreReadWithoutThem() {
    QFETCH(bool, suppressed);
    QFETCH(int, members);
    auto workspace = supplier();
    auto roster = std::make_shared<documents::AgentRoster>(*workspace->agents);
    for (documents::Agent& agent : roster->agents)
        if (agent.id == "success")
            agent.when = "account.members = " + std::to_string(members);
    workspace->agents = roster;
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    join(script, "bo", "champion", true, 2);
    join(script, "eve", "buyer", true, 3);
    if (suppressed)
        script.events.push_back(saying("Suppressed", 5, "bo"));
    script.events.push_back(saying("Guide Viewed", 30, "eve"));
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept), QStringList{"account:acme check-in ana"});
    QCOMPARE(membersOf(*program, kept, "account:acme"), QStringLiteral("ana bo eve")); // who is in it has not changed
}

void SuppressionTests::accountsHearNothingOfThem_data() {
    QTest::addColumn<int>("at"); // minute of "Suppressed"; epochs are quarters of an hour
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("never") << 0 << QStringList{"account:acme check-in ana"};
    QTest::newRow("long before") << 5 << QStringList();
    QTest::newRow("in the same epoch") << 31 << QStringList();
}

/// What a suppressed member does is no occasion to think about the account.
void SuppressionTests::accountsHearNothingOfThem() {
    QFETCH(int, at);
    QFETCH(QStringList, expected);
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    join(script, "bo", "buyer", true, 2);
    if (at > 0)
        script.events.push_back(saying("Suppressed", at, "bo"));
    script.events.push_back(saying("Guide Viewed", 33, "bo"));
    QCOMPARE(sent(*program, world::play(program, script)), expected);
    if (at == 0)
        return;
    // A colleague's doing the same is one.
    script.events.push_back(saying("Guide Viewed", 60, "ana"));
    QCOMPARE(sent(*program, world::play(program, script)), QStringList{"account:acme check-in ana"});
}
