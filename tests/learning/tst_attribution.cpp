#include "learning/learning_tests.h"

#include "base/text.h"
#include "learning/attribution.h"

#include <QtTest>

#include <map>

using namespace wayreeve;
using namespace wayreeve::documents;
using learning::Attribution;
using learning::ModelUpdate;
using learning::OpenReward;
using learning::Outcome;
using learning::OutcomeKind;

namespace {

constexpr std::uint32_t customer = 41;

Instant day(double days) {
    return {static_cast<std::int64_t>(days * 86'400'000.0)};
}

/// Goals buy (7 days, worth 50, unsubscribing costs 5, complaining 20), renew (30 days, unsubscribing costs 8) and sign
/// (7 days, value by rule, filtered).
struct World {
    Workspace workspace;
    Symbols symbols;
    std::unique_ptr<FactSchema> schema;
    std::unique_ptr<Attribution> attribution;

    explicit World(std::set<std::string> off = {}) {
        Property amount, kind;
        amount.id = "amount";
        amount.type = PropertyType::Number;
        kind.id = "kind";
        TrackingPlan plan;
        plan.events = {{"Order Completed", {amount, kind}},
                       {"Renewed", {}},
                       {"Signed", {amount, kind}},
                       {"Unsubscribed", {}},
                       {"Complaint Filed", {}}};
        Goal buy;
        buy.id = "buy";
        buy.event = "Order Completed";
        buy.value = 50;
        buy.negative = {{"Unsubscribed", 5}, {"Complaint Filed", 20}};
        Goal renew = buy;
        renew.id = "renew";
        renew.event = "Renewed";
        renew.window = Duration::days(30);
        renew.negative = {{"Unsubscribed", 8}};
        Goal sign = buy;
        sign.id = "sign";
        sign.event = "Signed";
        sign.when = "event.kind = \"contract\"";
        sign.valueRule = "event.amount * 0.5";
        sign.negative.clear();
        GoalList goals;
        goals.goals = {buy, renew, sign};
        workspace.trackingPlan = std::make_shared<const TrackingPlan>(plan);
        workspace.goals = std::make_shared<const GoalList>(goals);
        workspace.measures = std::make_shared<const MeasureBook>();
        workspace.stages = std::make_shared<const StageList>();
        workspace.signals = std::make_shared<const SignalBook>();
        workspace.content = std::make_shared<const ContentLibrary>();
        workspace.actions = std::make_shared<const ActionCatalogue>();
        workspace.off = std::move(off);
        auto built = FactSchema::build(workspace);
        if (!built.ok())
            qFatal("%s", debugText(built.error()).c_str());
        schema = std::make_unique<FactSchema>(std::move(*built));
        attribution = std::make_unique<Attribution>(workspace, *schema, symbols);
    }

    OpenReward reward(std::uint64_t decision, const std::string& goal, Instant from, Sym action = 1) const {
        OpenReward made;
        made.decision = decision;
        made.goal = symbols.find(goal);
        made.action = action;
        made.from = from;
        made.context.arm = static_cast<std::uint32_t>(decision);
        return made;
    }
    void happens(std::vector<OpenReward>& open, const std::string& name, Instant at, std::vector<Outcome>& outcomes,
                 const Value& amount = {}, const Value& kind = {}) const {
        perception::Event event;
        event.name = name;
        event.time = event.receivedAt = at;
        perception::Facts facts(schema->schema().size());
        facts[static_cast<std::size_t>(schema->eventName)] = name;
        facts[static_cast<std::size_t>(schema->eventProperty("amount"))] = amount;
        facts[static_cast<std::size_t>(schema->eventProperty("kind"))] = kind;
        attribution->credit(open, event, facts, customer, outcomes);
    }
};

/// "contact 1 buy 0" opens decision 1 for buy on day 0 ("contact!" does not learn); "wait 2 buy 1" decides to wait;
/// "order 3", "renewed 3", "unsubscribed 3", "complaint 3" happen; "close 9" closes what ended by day 9. What came out:
/// "goal 1 50", "harm 1 -5", "closed 1 reward harmed learned", then "learn arm reward harm" for each update.
std::string play(const std::string& timeline) {
    static const std::map<std::string, std::string> events{{"order", "Order Completed"},
                                                           {"renewed", "Renewed"},
                                                           {"unsubscribed", "Unsubscribed"},
                                                           {"complaint", "Complaint Filed"}};
    const World world;
    std::vector<OpenReward> open;
    std::string out;
    for (const std::string& step : split(timeline, ';')) {
        const auto words = split(trimmed(step), ' ');
        const Instant at = day(std::stod(words.back()));
        std::vector<Outcome> outcomes;
        std::vector<ModelUpdate> updates;
        if (words[0].starts_with("contact") || words[0] == "wait") {
            OpenReward reward = world.reward(std::stoul(words[1]), words[2], at);
            reward.learns = words[0].back() != '!';
            if (words[0] == "wait")
                world.attribution->waited(open, reward);
            else
                world.attribution->opened(open, reward);
        } else if (words[0] == "close") {
            world.attribution->close(open, at, customer, outcomes, updates);
        } else {
            world.happens(open, events.at(words[0]), at, outcomes);
        }
        const auto number = [](double x) { return Decimal::fromDouble(x)->toString(); };
        for (const Outcome& outcome : outcomes) {
            if (outcome.customer != customer)
                return "wrong customer";
            const std::string decision = " " + std::to_string(outcome.decision) + " ";
            out += out.empty() ? "" : "; ";
            if (outcome.kind == OutcomeKind::WindowClosed)
                out += "closed" + decision + number(outcome.reward) + " " + number(outcome.harmed) + " " +
                       (outcome.learned ? "learned" : "kept out");
            else
                out += std::string(nameOf(outcome.kind)) + decision + number(outcome.money);
        }
        for (const ModelUpdate& update : updates)
            out += "; learn " + std::to_string(update.context.arm) + " " + number(update.reward) + " " +
                   number(update.harm);
    }
    return out;
}

} // namespace

void AttributionTest::timelines_data() {
    QTest::addColumn<QString>("timeline");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* timeline, const char* expected) {
        QTest::newRow(name) << timeline << expected;
    };
    row("one contact, one order", "contact 1 buy 0; order 3; close 7", "goal 1 50; closed 1 1 0 learned; learn 1 1 0");
    row("the last contact wins", "contact 1 buy 0; contact 2 buy 2; order 3; close 9",
        "goal 2 50; closed 1 0 0 learned; closed 2 1 0 learned; learn 1 0 0; learn 2 1 0");
    row("the earlier one, where only its window holds the event", "contact 1 buy 0; contact 2 buy 4; order 3",
        "goal 1 50");
    row("the window begins with the contact", "contact 1 buy 3; order 3", "goal 1 50");
    row("the window does not hold its end", "contact 1 buy 0; order 7", "goal 0 50");
    row("a moment before the end", "contact 1 buy 0; order 6.999", "goal 1 50");
    row("before the contact", "contact 1 buy 3; order 2", "goal 0 50");
    row("nobody did it", "order 3", "goal 0 50");
    row("another goal's contact", "contact 1 renew 0; order 3", "goal 0 50");
    row("a reward is known when its window closes, successes too", "contact 1 buy 0; order 1; close 6.999",
        "goal 1 50");
    row("two orders are one success and twice the money", "contact 1 buy 0; order 1; order 2; close 7",
        "goal 1 50; goal 1 50; closed 1 1 0 learned; learn 1 1 0");
    row("a contact goes before a later wait", "contact 1 buy 0; wait 2 buy 1; order 3", "goal 1 50");
    row("the wait episode, where there is no contact", "wait 1 buy 0; order 3; close 7",
        "goal 1 50; closed 1 1 0 learned; learn 1 1 0");
    row("consecutive waits are one episode", "wait 1 buy 0; wait 2 buy 1; wait 3 buy 2; order 3; close 30",
        "goal 1 50; closed 1 1 0 learned; learn 1 1 0");
    row("an episode ends with its window", "wait 1 buy 0; wait 2 buy 7; order 8; close 20",
        "goal 2 50; closed 1 0 0 learned; closed 2 1 0 learned; learn 1 0 0; learn 2 1 0");
    row("a dispatch ends the episode", "wait 1 buy 0; contact 2 buy 2; close 2; order 3",
        "closed 1 0 0 learned; learn 1 0 0; goal 2 50");
    row("after the dispatch a new episode", "wait 1 buy 0; contact 2 buy 2; wait 3 buy 3; close 10",
        "closed 1 0 0 learned; closed 2 0 0 learned; closed 3 0 0 learned; learn 1 0 0; learn 2 0 0; learn 3 0 0");
    row("once the contact's window is over, the episode", "contact 1 buy 0; wait 2 buy 3; order 8", "goal 2 50");
    row("a dispatch for another goal does not end it", "wait 1 buy 0; contact 2 renew 2; order 3", "goal 1 50");
    row("late event, before the dispatch that ended the episode", "wait 1 buy 0; contact 2 buy 2; order 1",
        "goal 1 50");
    row("harm goes to the last dispatched", "contact 1 buy 0; contact 2 buy 1; unsubscribed 2; close 8",
        "harm 2 -5; closed 1 0 0 learned; closed 2 0 1 learned; learn 1 0 0; learn 2 0 1");
    row("one harm over all goals that name it", "contact 1 buy 0; contact 2 renew 1; unsubscribed 2", "harm 2 -8");
    row("goals that do not name it are passed over", "contact 1 buy 0; contact 2 renew 1; complaint 2", "harm 1 -20");
    row("harm and success of one contact", "contact 1 buy 0; order 1; unsubscribed 2; close 7",
        "goal 1 50; harm 1 -5; closed 1 1 1 learned; learn 1 1 1");
    row("harm by waiting", "wait 1 buy 0; complaint 1", "harm 1 -20");
    row("harm by nobody", "unsubscribed 2", "harm 0 -5");
    row("harm after the window", "contact 1 buy 0; unsubscribed 7", "harm 0 -5");
    row("baseline, edited, low quality: credited, not learned", "contact! 1 buy 0; order 1; close 7",
        "goal 1 50; closed 1 1 0 kept out");
    row("two goals at once", "contact 1 buy 0; contact 2 renew 0; renewed 20; order 5; close 40",
        "goal 2 50; goal 1 50; closed 1 1 0 learned; closed 2 1 0 learned; learn 1 1 0; learn 2 1 0");
}

void AttributionTest::timelines() {
    QFETCH(QString, timeline);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(play(timeline.toStdString())), expected);
}

void AttributionTest::moneyComesByTheGoalsRule() {
    const World world;
    std::vector<OpenReward> open;
    std::vector<Outcome> outcomes;
    world.happens(open, "Signed", day(1), outcomes, *Decimal::parse("199.90"), "contract");
    world.happens(open, "Signed", day(1), outcomes, Value(), "contract"); // no amount: what a success is worth
    QCOMPARE(outcomes.size(), std::size_t{2});
    QCOMPARE(outcomes[0].money, 99.95);
    QCOMPARE(outcomes[1].money, 50.0);
    QCOMPARE(outcomes[0].at, day(1));
    QCOMPARE(world.symbols.name(outcomes[0].goal), std::string("sign"));
    QCOMPARE(world.symbols.name(outcomes[0].event), std::string("Signed"));
}

void AttributionTest::filteredGoals() {
    const World world;
    std::vector<OpenReward> open;
    std::vector<Outcome> outcomes;
    world.happens(open, "Signed", day(1), outcomes, 10, "newsletter");
    world.happens(open, "Signed", day(1), outcomes, 10, Value()); // cannot be evaluated: no outcome
    QVERIFY(outcomes.empty());
}

void AttributionTest::unknownAndSwitchedOffGoals() {
    const World world({"goals/buy"});
    std::vector<OpenReward> open;
    std::vector<Outcome> outcomes;
    world.attribution->opened(open, world.reward(1, "buy", day(0)));
    world.attribution->waited(open, world.reward(2, "nothing", day(0)));
    QVERIFY(open.empty());
    world.happens(open, "Order Completed", day(1), outcomes);
    QVERIFY(outcomes.empty());
    world.happens(open, "Unsubscribed", day(1), outcomes); // renew names it too
    QCOMPARE(outcomes.size(), std::size_t{1});
    QCOMPARE(outcomes[0].money, -8.0);
    QCOMPARE(world.attribution->window(world.symbols.find("buy")), Duration{});
    QCOMPARE(world.attribution->window(world.symbols.find("renew")), Duration::days(30));
}

void AttributionTest::closesOldestFirst() {
    const World world;
    std::vector<OpenReward> open;
    QVERIFY(world.attribution->nextClose(open).isNever());
    world.attribution->opened(open, world.reward(1, "renew", day(0))); // until day 30
    world.attribution->opened(open, world.reward(2, "buy", day(5)));   // until day 12
    world.attribution->opened(open, world.reward(4, "buy", day(3)));   // until day 10
    world.attribution->opened(open, world.reward(3, "buy", day(3)));   // until day 10
    QCOMPARE(world.attribution->nextClose(open), day(10));
    std::vector<Outcome> outcomes;
    std::vector<ModelUpdate> updates;
    world.attribution->close(open, day(12), customer, outcomes, updates);
    QCOMPARE(outcomes.size(), std::size_t{3});
    QCOMPARE(outcomes[0].decision, std::uint64_t{3});
    QCOMPARE(outcomes[1].decision, std::uint64_t{4});
    QCOMPARE(outcomes[2].decision, std::uint64_t{2});
    QCOMPARE(outcomes[2].at, day(12));
    QCOMPARE(updates.size(), std::size_t{3});
    QCOMPARE(updates[2].context.arm, 2U);
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(world.attribution->nextClose(open), day(30));
}

void AttributionTest::updatesReachTheModels() {
    const auto fresh = [] {
        planning::SharedState shared;
        planning::FeatureMap features({{1, planning::FieldSpec::Kind::Numeric}}, 1);
        const planning::FeatureLayout layout = features.layout();
        shared.goals.push_back({std::move(features), planning::ValueModel(layout), planning::ValueModel(layout)});
        return shared;
    };
    std::vector<ModelUpdate> updates;
    for (int i = 0; i < 40; ++i) {
        ModelUpdate update;
        update.context.arm = i % 2 == 0 ? 7 : 8;
        update.context.row = {planning::FieldValue::ofNumber(i % 5)};
        update.reward = i % 2 == 0 ? 1 : 0;
        update.harm = i % 2 == 0 ? 0 : 1;
        updates.push_back(update);
    }
    planning::SharedState one = fresh(), two = fresh(), other = fresh();
    const Hash256 hash = learning::applyUpdates(one, updates);
    QCOMPARE(learning::applyUpdates(two, updates), hash);
    planning::GoalModel& model = one.goals[0];
    QCOMPARE(model.outcome.stateHash(), two.goals[0].outcome.stateHash());
    QCOMPARE(model.outcome.updates(), 40.0);
    QCOMPARE(model.harm.updates(), 40.0);
    std::vector<float> x;
    model.features.encode(updates[0].context.row, x);
    QVERIFY(model.outcome.predict(x, *model.outcome.findArm(7)).mean > 0.7);
    QVERIFY(model.outcome.predict(x, *model.outcome.findArm(8)).mean < 0.3);
    QVERIFY(model.harm.predict(x, *model.harm.findArm(7)).mean < 0.3);
    QVERIFY(model.harm.predict(x, *model.harm.findArm(8)).mean > 0.7);

    // With histories and a goal that wants them, the arms' rewards are also this customer's own.
    planning::SharedState personal = fresh();
    personal.goals[0].personal.emplace();
    planning::CustomerHistory history;
    const std::vector<planning::CustomerHistory*> histories(updates.size(), &history);
    QCOMPARE(learning::applyUpdates(personal, updates, histories), hash);
    QCOMPARE(history.of(0, 7).count, 20.0);
    QVERIFY(history.of(0, 7).residuals > 1.0 && history.of(0, 8).residuals < -1.0);
    QVERIFY(personal.goals[0].personal->variance() > 0.005);
    QVERIFY(personal.goals[0].outcome.stateHash() != two.goals[0].outcome.stateHash());

    std::swap(updates[0], updates[1]); // another order is another history
    QVERIFY(learning::applyUpdates(other, updates) != hash);
    QVERIFY(learning::applyUpdates(other, {}) != hash);
    updates[0].context.goal = 9; // a goal that is not there is passed over
    (void)learning::applyUpdates(other, {updates[0]});
    QCOMPARE(other.goals[0].outcome.updates(), 40.0);
}
