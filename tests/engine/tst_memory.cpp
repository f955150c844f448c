#include "engine/customer_state.h"
#include "engine/memory_tests.h"
#include "engine/world.h"

#include <QTest>

#include <map>

using namespace wayreeve;
using audit::EntryKind;

namespace {

/// The demo where promises are made and kept; who is overdue leaves "waiting" for the drawn "sorry".
std::shared_ptr<documents::Workspace> keeper() {
    auto demo = world::drawnActions("Never Seen", {world::operation("sorry")});
    auto plan = std::make_shared<documents::TrackingPlan>(*demo->trackingPlan);
    documents::Property promise, by, due;
    promise.id = "promise", by.id = "by", due.id = "due";
    due.type = documents::PropertyType::DateTime;
    plan->events.push_back({"Promise Made", {promise, by, due}});
    plan->events.push_back({"Promise Kept", {promise}});
    plan->promises = {"Promise Made", "Promise Kept", "promise", "by", "due"};
    documents::Property name;
    name.id = "name";
    plan->accounts.traits = {name};
    demo->trackingPlan = plan;
    auto waiting = std::make_shared<documents::Journey>();
    waiting->id = "waiting";
    waiting->experiment = false;
    waiting->reEntry = documents::ReEntry::Always;
    waiting->nodes.resize(2);
    waiting->nodes[0].id = "in";
    waiting->nodes[0].type = documents::NodeType::Entry;
    waiting->nodes[0].event = "Promise Made";
    waiting->nodes[1].id = "wait";
    waiting->nodes[1].type = documents::NodeType::Wait;
    waiting->nodes[1].length = Duration::days(30);
    waiting->edges = {{"in", "wait", {}, {}, {}}};
    documents::ExitRule broken, kept;
    broken.id = "broken", broken.when = "promises.overdue > 0", broken.enter = "drawn";
    kept.id = "kept", kept.when = "promises.open = 0";
    waiting->exits = {broken, kept};
    demo->journeys.push_back(waiting);
    return demo;
}

/// The same with an agent of the person or of its account in place of that.
std::shared_ptr<documents::Workspace> agentOfPromises(documents::Subject subject) {
    auto demo = keeper();
    auto roster = std::make_shared<documents::AgentRoster>();
    documents::Agent& agent = roster->agents.emplace_back();
    agent.id = "keeper";
    agent.subject = subject;
    agent.goal = "resolution";
    agent.actions = {"sorry"};
    demo->agents = roster;
    auto journey = std::make_shared<documents::Journey>(*demo->journeys.back());
    journey->nodes[1].type = documents::NodeType::AgentDecision;
    journey->nodes[1].agent = "keeper";
    journey->nodes[1].goal = "resolution";
    journey->exits.clear();
    demo->journeys = {journey};
    return demo;
}

world::Script::Happening made(int at, int due, const char* id = "a") {
    const world::Script script;
    return {Duration::minutes(at), "Promise Made",
            world::object({{"promise", Value(id)},
                           {"by", Value("us")},
                           {"due", Value(formatInstant(script.start + Duration::minutes(due)))}})};
}

world::Script::Happening kept(int at, const char* id = "a") {
    return {Duration::minutes(at), "Promise Kept", world::object({{"promise", Value(id)}})};
}

/// Minutes after the start at which entries of a kind were made, of one subject where it is named.
QString minutesOf(const world::Kept& run, EntryKind kind, const std::string& subject = {}) {
    const world::Script script;
    std::map<std::uint32_t, std::string> keys;
    for (const audit::Batch& batch : run.batches)
        for (const audit::CustomerRow& row : batch.customers)
            keys[row.number] = row.key;
    QStringList minutes;
    for (const audit::Entry& entry : run.entries(kind))
        if (subject.empty() || keys[entry.customer] == subject)
            minutes << QString::number((entry.time - script.start).ms / 60'000);
    return minutes.join(' ');
}

} // namespace

void MemoryTests::whatFallsDueIsATurn_data() {
    QTest::addColumn<QList<int>>("promises"); ///< made at, due at, kept at (0 = never), in minutes; by id
    QTest::addColumn<QString>("sorry");
    QTest::newRow("broken") << QList<int>{10, 203, 0} << "203";
    QTest::newRow("kept in time") << QList<int>{10, 203, 100} << "";
    QTest::newRow("kept late") << QList<int>{10, 203, 400} << "203";
    // No timer for what is over already: the next turn of whatever cause sees it, first the second promise, then the
    // answer of what went out at 135, as the first one is still overdue.
    QTest::newRow("told after its time") << QList<int>{100, 50, 0, 120, 400, 0} << "120 135";
    QTest::newRow("one of two") << QList<int>{10, 203, 100, 20, 307, 0} << "307";
}

void MemoryTests::whatFallsDueIsATurn() {
    QFETCH(QList<int>, promises);
    QFETCH(QString, sorry);
    const auto program = world::compile(keeper());
    world::Script script;
    script.days = 1;
    for (int i = 0; i + 2 < promises.size(); i += 3) {
        const std::string id(1, static_cast<char>('a' + i / 3));
        script.events.push_back(made(promises[i], promises[i + 1], id.c_str()));
        if (promises[i + 2] > 0)
            script.events.push_back(kept(promises[i + 2], id.c_str()));
    }
    const world::Kept run = world::play(program, script);
    QCOMPARE(minutesOf(run, EntryKind::DrawnAction), sorry);
}

void MemoryTests::agentsDecideAgain() {
    const auto program = world::compile(agentOfPromises(documents::Subject::Person));
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.days = 1;
    script.events = {made(10, 203)};
    const world::Kept run = world::play(program, script);
    const QStringList minutes = minutesOf(run, EntryKind::Decision).split(' ');
    QCOMPARE(minutes.first(), QStringLiteral("10"));
    QVERIFY2(minutes.contains(QStringLiteral("203")), qPrintable(minutes.join(' ')));
    // Its evidence says so.
    for (const audit::Entry& entry : run.entries(EntryKind::Decision)) {
        const audit::DecisionRecord record = audit::decodeDecision(entry).value();
        const bool later = entry.time >= script.start + Duration::minutes(203);
        bool told = false;
        for (const audit::Evidence& evidence : record.evidence)
            if (program->symbols.name(evidence.name) == "promises.overdue")
                told = evidence.value == Value(later ? 1 : 0);
        QVERIFY(told);
    }
}

void MemoryTests::accountsHearOfMembersPromises() {
    const auto program = world::compile(agentOfPromises(documents::Subject::Account));
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.days = 1;
    perception::Event join;
    join.type = perception::EventType::Group;
    join.name = "Grouped";
    join.messageId = "g1";
    join.userId = "c0";
    join.time = join.receivedAt = script.start + Duration::minutes(1);
    join.properties = Value(Context{{"groupId", Value("acme")}});
    script.more.push_back(join);
    script.events = {made(10, 203)};
    const world::Kept run = world::play(program, script);
    const QStringList minutes = minutesOf(run, EntryKind::Decision, "account:acme").split(' ');
    QVERIFY2(minutes.contains(QStringLiteral("10")) && minutes.contains(QStringLiteral("203")),
             qPrintable(minutes.join(' ')));
}

void MemoryTests::stateComesBack() {
    const Symbols symbols;
    engine::CustomerState state;
    state.memory.key = "ana";
    state.memoryDue = Instant{1'772'526'600'000};
    const auto bytes = engine::encodeState(state, symbols);
    // An array of 26, version 7.
    QVERIFY(bytes[0] == 0x98 && bytes[1] == 26 && bytes[2] == 7);
    const auto again = engine::decodeState(bytes, symbols);
    QVERIFY(again.ok());
    QCOMPARE(again->memoryDue, state.memoryDue);
    QCOMPARE(again->account, 0U);
    state.account = 3;
    const auto linked = engine::decodeState(engine::encodeState(state, symbols), symbols);
    QVERIFY(linked.ok() && linked->account == 3 && linked->memoryDue == state.memoryDue);
}

/// Nothing falls due: the bytes that a store had before anything could.
void MemoryTests::oldStatesAreRead() {
    const Symbols symbols;
    engine::CustomerState state;
    state.memory.key = "ana";
    const auto bytes = engine::encodeState(state, symbols);
    QVERIFY(bytes[0] == 0x98 && bytes[1] == 24 && bytes[2] == 5);
    QVERIFY(engine::decodeState(bytes, symbols).ok());
    state.account = 3;
    const auto linked = engine::encodeState(state, symbols);
    QVERIFY(linked[0] == 0x98 && linked[1] == 25 && linked[2] == 6);
    QVERIFY(engine::decodeState(linked, symbols).ok());
    QVERIFY(engine::decodeState(linked, symbols)->memoryDue.isNever());
}
