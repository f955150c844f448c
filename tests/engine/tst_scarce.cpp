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
