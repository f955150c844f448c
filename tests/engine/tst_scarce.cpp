#include "engine/scarce_tests.h"
#include "engine/world.h"

#include <QTest>

using namespace wayreeve;

namespace {

void addBudget(documents::Workspace& workspace, const std::string& id, int amount, const std::string& takes,
               std::vector<std::string> actions) {
    auto stack = std::make_shared<documents::PolicyStack>(*workspace.policies);
    documents::Policy& policy = stack->policies.emplace_back();
    policy.id = id;
    policy.type = documents::PolicyType::Budget;
    policy.amount = Decimal(amount);
    policy.value = takes;
    policy.scope.actions = std::move(actions);
    workspace.policies = stack;
}

/// "c1 hand-over, c2 …": what went out, by customer.
QString sent(const engine::Program& program, const world::Kept& kept, const std::vector<std::string>& actions) {
    std::map<std::uint32_t, std::string> keys;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            keys[row.number] = row.key;
    QStringList words;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        const std::string& action = program.symbols.name(dispatch.action);
        if (std::find(actions.begin(), actions.end(), action) != actions.end())
            words << QString::fromStdString(keys[dispatch.customer] + " " + action);
    }
    words.sort();
    return words.join(QStringLiteral(", "));
}

QStringList refused(const engine::Program& program, const world::Kept& kept) {
    QStringList budgets;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::DidNotFit))
        budgets << QString::fromStdString(program.symbols.name(audit::decodeDidNotFit(entry)->budget));
    return budgets;
}

} // namespace

/// Two hand over in the same quarter of an hour, and there is one hour left: the half hours of the one with less at
/// stake, who came first, do not fit.
void ScarceTests::hoursGoByValueAtRisk() {
    documents::Action hand = world::operation("hand-over");
    hand.handoff = true;
    hand.amount = "event.value";
    hand.parameters = {{"hours", *Decimal::parse("0.75")}};
    auto demo = world::drawnActions("Lead Handed", {hand});
    addBudget(*demo, "peoples-hours", 1, "action.hours", {"hand-over"});
    const auto program = world::compile(demo);
    world::Script script;
    script.days = 1;
    script.events = {{Duration::minutes(1), "Lead Handed", {{"value", Value(Decimal(40))}}, "c0"},
                     {Duration::minutes(2), "Lead Handed", {{"value", Value(Decimal(900))}}, "c1"}};
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept, {"hand-over"}), QStringLiteral("c1 hand-over"));
    QCOMPARE(refused(*program, kept), QStringList{QStringLiteral("policies/peoples-hours")});
    // Enough for both, both go.
    addBudget(*demo, "peoples-hours-2", 1, "0.5", {"hand-over"});
    auto stack = std::make_shared<documents::PolicyStack>(*demo->policies);
    std::erase_if(stack->policies, [](const auto& policy) { return policy.id == "peoples-hours"; });
    demo->policies = stack;
    const auto roomy = world::compile(demo);
    QCOMPARE(sent(*roomy, world::play(roomy, script), {"hand-over"}), QStringLiteral("c0 hand-over, c1 hand-over"));
}

/// Both cases are best handed over, and the branch has time for one: it goes to whoever has more at stake, although the
/// other came first, who gets what is best without a person.
void ScarceTests::overflowGoesToTheBestAutomated() {
    auto bank = world::load("templates/bank-churn");
    auto content = std::make_shared<documents::ContentLibrary>(*bank->content);
    documents::ContentBlock& note = content->blocks.emplace_back();
    note.id = "branch-note";
    note.action = "care-handoff";
    note.channel = documents::Channel::Support;
    note.body = "A case for the branch.";
    note.approved = true;
    note.prior = 0.95;
    bank->content = content;
    auto stack = std::make_shared<documents::PolicyStack>(*bank->policies);
    for (documents::Policy& policy : stack->policies)
        if (policy.id == "branch-hours")
            policy.amount = Decimal(1);
    bank->policies = stack;
    const auto program = world::compile(bank);
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.days = 1;
    for (const auto& [key, balance] : {std::pair{"c0", 900}, std::pair{"c1", 90'000}}) {
        script.events.push_back({Duration::minutes(1),
                                 "identify",
                                 {{"first_name", "A"},
                                  {"last_name", "B"},
                                  {"email", std::string(key) + "@example.com"},
                                  {"relation", "private"},
                                  {"balance", Value(Decimal(balance))}},
                                 key});
        for (const char* channel : {"email", "support", "call"})
            script.events.push_back({Duration::minutes(2),
                                     "consent",
                                     {{"purpose", "service"}, {"channel", channel}, {"granted", true}},
                                     key});
    }
    script.events.push_back({Duration::minutes(3), "Case Opened", {{"topic", "fees"}}, "c0"});
    script.events.push_back({Duration::minutes(4), "Case Opened", {{"topic", "fees"}}, "c1"});
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept, {"care-handoff"}), QStringLiteral("c1 care-handoff"));
    QVERIFY(sent(*program, kept, {"acknowledge"}).startsWith(QStringLiteral("c0 acknowledge")));
    QCOMPARE(refused(*program, kept), QStringList{QStringLiteral("policies/branch-hours")});
}

void ScarceTests::batchesGoInTheirOrder_data() {
    QTest::addColumn<QStringList>("order");
    QTest::addColumn<int>("urgencyOfC2");
    QTest::addColumn<QString>("wins");
    // c0 waits 30 minutes and has 5 points, c1 20 and 1, c2 20 and 9; c3 says nothing of either.
    QTest::newRow("whoever came first") << QStringList() << 2 << QStringLiteral("c0 move");
    QTest::newRow("least first, then the next number")
        << QStringList{"event.wait", "-event.points"} << 2 << QStringLiteral("c2 move");
    QTest::newRow("equal: who came first") << QStringList{"event.wait"} << 2 << QStringLiteral("c1 move");
    QTest::newRow("the other way round") << QStringList{"-event.wait"} << 2 << QStringLiteral("c0 move");
    QTest::newRow("urgency before all") << QStringList{"-event.wait"} << 0 << QStringLiteral("c2 urgent");
}

/// One seat, four who want it in the same quarter of an hour.
void ScarceTests::batchesGoInTheirOrder() {
    QFETCH(QStringList, order);
    QFETCH(int, urgencyOfC2);
    documents::Action move = world::operation("move");
    for (const QString& text : order)
        move.batchOrder.push_back(text.toStdString());
    documents::Action urgent = world::operation("urgent");
    urgent.urgency = urgencyOfC2;
    urgent.when = "event.points = 9 and " + std::string(urgencyOfC2 == 0 ? "true" : "false");
    if (urgencyOfC2 == 0)
        move.when = "not(coalesce(event.points, 0) = 9)";
    auto demo = world::drawnActions("Seat Wanted", {move, urgent});
    auto plan = std::make_shared<documents::TrackingPlan>(*demo->trackingPlan);
    documents::PlannedEvent& event = plan->events.emplace_back();
    event.name = "Seat Wanted";
    for (const char* name : {"wait", "points"})
        event.properties.push_back({name, documents::PropertyType::Number, false, false, {}, {}});
    demo->trackingPlan = plan;
    addBudget(*demo, "seats", 1, "1", {"move", "urgent"});
    const auto program = world::compile(demo);
    world::Script script;
    script.days = 1;
    const auto wants = [&](const char* who, int minute, int wait, int points) {
        script.events.push_back({Duration::minutes(minute),
                                 "Seat Wanted",
                                 {{"wait", Value(Decimal(wait))}, {"points", Value(Decimal(points))}},
                                 who});
    };
    wants("c0", 1, 30, 5);
    wants("c1", 2, 20, 1);
    wants("c2", 3, 20, 9);
    script.events.push_back({Duration::minutes(4), "Seat Wanted", {}, "c3"});
    const world::Kept kept = world::play(program, script);
    QTEST(sent(*program, kept, {"move", "urgent"}), "wins");
}

/// Story 9 for a planeload: three of one cancelled flight, two seats. Who has time and no status came first, and gets
/// none; the others' wishes are more urgent.
void ScarceTests::lastSeatsGoToTightAndLoyal() {
    auto travel = world::load("templates/travel-disruption");
    addBudget(*travel, "seats", 2, "1", {"rebook-first", "rebook"});
    const auto program = world::compile(travel);
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.start = {1'772'521'200'000}; // 2026-03-03T07:00:00Z, 08:00 in Oslo
    script.days = 1;
    const auto traveller = [&](const std::string& key, const char* status, int connection, int minute) {
        script.events.push_back({Duration::minutes(1),
                                 "identify",
                                 {{"first_name", "A"},
                                  {"last_name", "B"},
                                  {"email", key + "@example.com"},
                                  {"phone", "+479000000" + std::to_string(minute)},
                                  {"status", status}},
                                 key});
        for (const char* channel : {"sms", "email"})
            script.events.push_back({Duration::minutes(2),
                                     "consent",
                                     {{"purpose", "service"}, {"channel", channel}, {"granted", true}},
                                     key});
        script.events.push_back({Duration::minutes(55),
                                 "Seats Reported",
                                 {{"seats", Value(Decimal(6))}, {"fare_difference", Value(Decimal(35))}},
                                 key});
        script.events.push_back({Duration::minutes(60 + minute),
                                 "Flight Cancelled",
                                 {{"flight", "SK 214"}, {"connection_minutes", Value(Decimal(connection))}},
                                 key});
    };
    traveller("patient", "none", 240, 0);
    traveller("tight", "none", 45, 1);
    traveller("loyal", "gold", 240, 2);
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept, {"rebook-first", "rebook"}),
             QStringLiteral("loyal rebook-first, tight rebook-first"));
    QVERIFY(refused(*program, kept).contains(QStringLiteral("policies/seats")));
}
