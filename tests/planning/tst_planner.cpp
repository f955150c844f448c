#include "planning/planner_world.h" // before Qt, whose keywords are not ours

#include "planning/planner_tests.h"

#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::documents;
using planning::Gate;

namespace {

Policy policy(const char* id, PolicyType type, const char* when = "") {
    Policy made;
    made.id = id;
    made.type = type;
    made.when = when;
    return made;
}

/// Every gate closed at once for the action "mail"; each opens what stands before the one that is wanted.
struct AllClosed : PlannerWorld {
    AllClosed() {
        Action& mail = action("mail");
        mail.when = "customer.tier = \"gold\"";
        mail.cooldown = Duration::days(2);
        mail.family = "carts";
        policies.policies = {policy("consent", PolicyType::Consent),
                             policy("fit", PolicyType::Suitability, "customer.margin > 0"),
                             policy("never", PolicyType::Rule, "customer.stock = null or customer.stock < 0"),
                             policy("two-a-day", PolicyType::Cap),
                             policy("purse", PolicyType::Budget),
                             policy("no-sales", PolicyType::Conflict, "event.name = \"Order Completed\"")};
        policies.policies[3].count = 2;
        policies.policies[4].amount = 10;
        agents.agents.front().dailyBudget = 10;
        agents.agents.front().when = "customer.tier != \"banned\"";
        close();
        customer.suppressed = true;
        customer.consents.clear();
        customer.traits[0] = Value();
        set("customer.tier", Value("banned"));
        set("event.name", Value("Order Completed"));
        contact("mail", Duration::hours(1));
        contact("mail", Duration::hours(2));
        turnedDown = {{symbols.find("mail"), now + Duration::days(1), true}};
        shared.today.policies = {1};
        shared.budgetDay = 40'000; // all of it is today
        shared.today.agents[symbols.find("shop")] = 1;
        incumbents = {{Slot::Service, symbols.find("shop"), 99, symbols.find("carts"), 7}};
    }
};

} // namespace

void PlannerTests::gatesInTheirOrder() {
    AllClosed world;
    // semantics.md: eligibility (agent, consent, address), applicability, suitability, hard constraints, caps, budgets,
    // exclusions. Each line opens what closed in the line before.
    QCOMPARE(world.stopped("mail"), std::string("eligibility agent-not-eligible"));
    world.set("customer.tier", Value("silver"));
    QCOMPARE(world.stopped("mail"), std::string("eligibility suppressed"));
    world.customer.suppressed = false;
    QCOMPARE(world.stopped("mail"), std::string("eligibility policies/consent"));
    world.customer.consents = {{world.symbols.find("marketing"), Channel::Email, true, {1}}};
    QCOMPARE(world.stopped("mail"), std::string("eligibility no-address"));
    world.customer.traits[0] = Value("kasia@example.com");
    QCOMPARE(world.stopped("mail"), std::string("applicability not-applicable"));
    world.set("customer.tier", Value("gold"));
    QCOMPARE(world.stopped("mail"), std::string("suitability policies/fit")); // null: cannot be evaluated
    world.set("customer.margin", Value(1));
    QCOMPARE(world.stopped("mail"), std::string("hard-constraint policies/never"));
    world.set("customer.stock", Value(3));
    QCOMPARE(world.stopped("mail"), std::string("cap policies/two-a-day"));
    world.customer.contacts.erase(world.customer.contacts.begin());
    QCOMPARE(world.stopped("mail"), std::string("cap cooldown"));
    world.customer.contacts.clear();
    QCOMPARE(world.stopped("mail"), std::string("cap rejected-recently"));
    world.turnedDown[0].byPerson = false;
    QCOMPARE(world.stopped("mail"), std::string("cap expired-recently"));
    world.turnedDown[0].until = world.now; // over
    QCOMPARE(world.stopped("mail"), std::string("cap policies/purse"));
    world.shared.today.policies = {2};
    QCOMPARE(world.stopped("mail"), std::string("cap agent-budget"));
    world.shared.today.agents[world.symbols.find("shop")] = 2;
    QCOMPARE(world.stopped("mail"), std::string("exclusion policies/no-sales"));
    world.set("event.name", Value("Cart Abandoned"));
    QCOMPARE(world.stopped("mail"), std::string("exclusion offer-family-held"));
    world.incumbents.clear();
    QCOMPARE(world.stopped("mail"), std::string());

    // What a proposal that gives way holds of that day's budgets is free for what takes its place, and for nothing
    // else.
    world.shared.today = {{1}, {{world.symbols.find("shop"), 1}}};
    const std::vector<planning::Reservation> held{{0, 1}, {0, 1, world.symbols.find("shop")}};
    const std::int64_t day = 20'515; // 2026-03-03
    const auto stoppedBeside = [&](Slot slot, bool givesWay, std::int64_t reservedDay) {
        world.incumbents = {{slot, world.symbols.find("shop"), 99, 0, 7, givesWay, std::span(held), reservedDay}};
        return world.stopped("mail");
    };
    QCOMPARE(stoppedBeside(Slot::Marketing, true, day), std::string());
    QCOMPARE(stoppedBeside(Slot::Marketing, false, day), std::string("cap policies/purse"));
    QCOMPARE(stoppedBeside(Slot::Service, true, day), std::string("cap policies/purse"));
    QCOMPARE(stoppedBeside(Slot::Marketing, true, day + 1), std::string("cap policies/purse"));
    // What goes out tomorrow is looked at against tomorrow's budgets: all is left where nothing is reserved.
    world.incumbents.clear();
    QCOMPARE(world.stopped("mail"), std::string("cap policies/purse"));
    world.shared.budgetDay = day - 1;
    QCOMPARE(world.stopped("mail"), std::string());
    world.shared.ahead[day] = world.shared.today;
    QCOMPARE(world.stopped("mail"), std::string("cap policies/purse"));
}

void PlannerTests::waitsUntilAGateOpens() {
    // The earliest known opening, else the agent's interval of 24 h.
    PlannerWorld world;
    world.action("mail").cooldown = Duration::hours(10);
    Policy cap = policy("one-a-day", PolicyType::Cap);
    cap.count = 1;
    cap.scope.actions = {"text"};
    world.policies.policies = {cap};
    world.action("text").channel = Channel::InApp;
    world.action("call").channel = Channel::InApp;
    world.close();
    QCOMPARE((world.decide().waitUntil - world.now).inHours(), 24.0);
    world.turnedDown = {{world.symbols.find("call"), world.now + Duration::hours(20), true}};
    QCOMPARE((world.decide().waitUntil - world.now).inHours(), 20.0);
    world.contact("text", Duration::hours(1)); // midnight in Berlin is 14 hours away
    QCOMPARE((world.decide().waitUntil - world.now).inHours(), 14.0);
    world.contact("mail", Duration::hours(1));
    QCOMPARE((world.decide().waitUntil - world.now).inHours(), 9.0);
}

void PlannerTests::limits_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<bool>("passes");
    const int cap = static_cast<int>(PolicyType::DiscountCap), floor = static_cast<int>(PolicyType::MarginFloor);
    const int stock = static_cast<int>(PolicyType::Inventory);
    // limit 0.15; the action gives 0.10
    QTest::newRow("discount below") << cap << ""
                                    << "" << true;
    QTest::newRow("rule at the limit") << cap << "action.discount + 0.05"
                                       << "" << true;
    QTest::newRow("rule above") << cap << "action.discount + 0.06"
                                << "" << false;
    QTest::newRow("rule without a fact") << cap << "action.discount + customer.margin"
                                         << "" << false;
    QTest::newRow("margin at the floor") << floor << "customer.margin - action.discount"
                                         << "0.25" << true;
    QTest::newRow("margin below") << floor << "customer.margin - action.discount"
                                  << "0.24" << false;
    QTest::newRow("margin unknown") << floor << "customer.margin - action.discount"
                                    << "" << false;
    QTest::newRow("in stock") << stock << "customer.margin"
                              << "1" << true;
    QTest::newRow("stock unknown") << stock << "customer.margin"
                                   << "" << false;
}

void PlannerTests::limits() {
    QFETCH(int, type);
    QFETCH(QString, value);
    QFETCH(QString, margin);
    QFETCH(bool, passes);
    PlannerWorld world;
    world.action("mail").parameters = {{"discount", Value(*Decimal::parse("0.10"))}};
    Policy limit = policy("limit", static_cast<PolicyType>(type));
    limit.value = value.toStdString();
    limit.limit = *Decimal::parse("0.15");
    world.policies.policies = {limit};
    world.close();
    if (!margin.isEmpty())
        world.set("customer.margin", Value(*Decimal::parse(margin.toStdString())));
    QCOMPARE(world.stopped("mail"), passes ? std::string() : std::string("hard-constraint policies/limit"));
}

void PlannerTests::scoreInParts() {
    PlannerWorld world;
    world.goals.goals[0].lever = 1.5;
    world.agents.agents[0].inputs = {"customer.margin", "customer.tier"};
    world.goals.goals[0].negative = {{"Unsubscribed", 12}, {"Complaint Filed", 36}}; // 24 on average, at 1 %
    Policy dislike = policy("dislike", PolicyType::Rule, "customer.tier = \"gold\"");
    dislike.strength = PolicyStrength::Soft;
    dislike.weight = 0.75;
    Policy other = dislike;
    other.id = "other";
    other.when = "customer.tier = \"silver\"";
    world.policies.policies = {dislike, other};
    world.close();
    world.set("customer.tier", Value("gold"));
    const planning::Candidate mail = world.candidate("mail");
    const planning::ScoreParts& score = mail.score;
    QVERIFY(mail.scored);
    QVERIFY(std::fabs(score.outcome - 0.25) < 1e-6); // the designer's prior, nothing learned
    QCOMPARE(score.context, 1.0);
    QCOMPARE(score.value, 26.0);
    QCOMPARE(score.lever, 1.5);
    QCOMPARE(score.cost, 2.0);
    QVERIFY(std::fabs(score.harm - 0.24) < 1e-6);
    QCOMPARE(score.penalties.size(), std::size_t{1});
    QCOMPARE(world.symbols.name(score.penalties[0].policy), std::string("policies/dislike"));
    QCOMPARE(score.penalties[0].amount, 0.75);
    QVERIFY(std::fabs(score.priority - (0.25 * 26 * 1.5 - 2 - 0.75 - 0.24)) < 1e-6); // 6.76
    // The terms add up to what is predicted.
    double sum = 0;
    const planning::Plan plan = world.decide();
    const planning::Candidate& leader = plan.candidates[plan.choices.at(0).leader];
    QVERIFY(!leader.score.terms.empty());
    for (const planning::Term& term : leader.score.terms)
        sum += term.amount;
    QVERIFY(std::fabs(sum - leader.score.outcome) < 1e-9);
    // Waiting costs nothing and harms nobody.
    const planning::Candidate wait =
        *std::find_if(plan.candidates.begin(), plan.candidates.end(), [](const auto& one) { return one.action == 0; });
    QCOMPARE(wait.score.cost, 0.0);
    QCOMPARE(wait.score.harm, 0.0);
    QVERIFY(std::fabs(wait.score.priority - 0.25 * 26 * 1.5) < 1e-6);
    // Nothing learned yet: waiting is worth as much and costs less.
    QCOMPARE(plan.candidates[plan.choices[0].chosen].action, Sym{0});
}

void PlannerTests::reservesWhatItCosts() {
    AllClosed world;
    planning::Candidate mail = world.candidate("mail");
    mail.score.cost = 3;
    const auto taken = world.planner->reservations(mail);
    QCOMPARE(taken.size(), std::size_t{2});
    QCOMPARE(taken[0].amount, 3.0);
    QCOMPARE(taken[0].agent, Sym{0});
    QCOMPARE(taken[1].amount, 3.0);
    QCOMPARE(taken[1].agent, world.symbols.find("shop"));
    QCOMPARE(world.symbols.name(world.planner->budgetSymbol(taken[0])), std::string("policies/purse"));
    QCOMPARE(world.symbols.name(world.planner->budgetSymbol(taken[1])), std::string("agent-budget"));
    planning::SharedState& shared = world.shared;
    planning::Planner::left(shared.today, taken[0]) -= 0.5;
    planning::Planner::left(shared.today, taken[1]) -= 0.75;
    QCOMPARE(shared.today.policies[0], 0.5);
    QCOMPARE(shared.today.agents[world.symbols.find("shop")], 0.25);
    mail.score.cost = 0;
    QVERIFY(world.planner->reservations(mail).empty());
    mail.score.cost = 3;
    mail.agent = 0; // drawn: no agent pays
    QCOMPARE(world.planner->reservations(mail).size(), std::size_t{1});
}

void PlannerTests::oneContactOfAFamily() {
    // Two slots, one offer family: the one with the lower priority gives way to waiting.
    PlannerWorld world;
    world.goals.goals[0].prior = 0.2;
    world.content.blocks = {{"m", "mail", Channel::Email, "en", "s", "b", "", {}, {}, {}, "", {}, "", true, 0.9},
                            {"t", "text", Channel::InApp, "en", "s", "b", "", {}, {}, {}, "", {}, "", true, 0.8}};
    world.action("mail").family = "carts";
    world.action("mail").cost = 0;
    Action& text = world.action("text");
    text.slot = Slot::Service;
    text.channel = Channel::InApp;
    text.family = "carts";
    world.close();
    const planning::Plan plan = world.decide();
    QCOMPARE(plan.choices.size(), std::size_t{2});
    QCOMPARE(world.symbols.name(plan.candidates[plan.choices[0].chosen].action), std::string("mail")); // 0.36 of 26
    QCOMPARE(plan.candidates[plan.choices[1].chosen].action, Sym{0});
    for (const planning::Candidate& one : plan.candidates)
        if (one.action == world.symbols.find("text")) { // 0.32 of 26
            QCOMPARE(one.gate, Gate::Arbitration);
            QCOMPARE(one.removedBy, world.symbols.find("mail"));
        }
}
