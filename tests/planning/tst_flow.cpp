#include "planning/planner_world.h" // before Qt, whose keywords are not ours

#include "planning/planner_tests.h"
#include "planning/positions_merge.h"

#include <QTest>

using namespace wayreeve;
using namespace wayreeve::documents;
using planning::MoveKind;

namespace {

JourneyNode node(const char* id, NodeType type) {
    JourneyNode made;
    made.id = id;
    made.type = type;
    return made;
}

/// A world whose first journey, "j", has these nodes.
struct FlowWorld : PlannerWorld {
    planning::Positions positions;

    FlowWorld() {
        Journey journey;
        journey.id = "j";
        JourneyNode in = node("in", NodeType::Entry);
        in.event = "Cart Abandoned";
        journey.nodes = {in};
        journeys = {journey};
    }
    JourneyNode& add(const char* id, NodeType type) { return journeys[0].nodes.emplace_back(node(id, type)); }
    void edge(const char* from, const char* to, const char* on = "", const char* when = "") {
        journeys[0].edges.push_back({from, to, when, on, ""});
    }
    /// Advances at `hours` after the start, by an event or a timer (null).
    planning::FlowOutcome step(double hours, const char* event = nullptr, std::vector<Sym> executed = {},
                               Arm arm = Arm::Agentic) {
        perception::Event happened;
        happened.type = perception::EventType::Track;
        if (event)
            happened.name = event;
        const Instant at = now + Duration::milliseconds(static_cast<std::int64_t>(hours * 3'600'000));
        const planning::FlowTrigger trigger{event ? &happened : nullptr, at, arm, &reading, std::move(executed)};
        return flow->advance(positions, trigger, facts);
    }
    /// Where the only instance stands; "" where there is none.
    [[nodiscard]] std::string at() const {
        return positions.instances.empty() ? std::string() : symbols.name(positions.instances[0].node);
    }
    /// "+j -j": journeys entered and left, in order.
    [[nodiscard]] QString journeysMoved(const planning::FlowOutcome& outcome) const {
        QStringList words;
        for (const planning::Move& move : outcome.moves)
            if (move.kind != MoveKind::Advanced)
                words << QString::fromStdString((move.kind == MoveKind::Entered ? "+" : "-") +
                                                symbols.name(move.journey));
        return words.join(QLatin1Char(' '));
    }
};

/// In at 0 h; an agent decision with a limit of 48 h, a baseline branch and edges for goal, limit and the action.
struct Deciding : FlowWorld {
    Deciding() {
        JourneyNode& think = add("think", NodeType::AgentDecision);
        think.agent = "shop";
        think.goal = "sale";
        think.baseline = "plain";
        think.length = Duration::hours(48);
        add("plain", NodeType::Action).action = "mail";
        add("won", NodeType::Wait).length = Duration::days(9);
        add("late", NodeType::Wait).length = Duration::days(9);
        add("sent", NodeType::Wait).length = Duration::days(9);
        add("rest", NodeType::Wait).length = Duration::days(9);
        edge("in", "think");
        edge("think", "won", "goal");
        edge("think", "late", "limit");
        edge("think", "sent", "mail");
        edge("plain", "rest");
        close();
    }
};

} // namespace

void FlowTests::walksEveryKindOfNode() {
    FlowWorld world;
    Journey second;
    second.id = "k";
    JourneyNode in = node("k-in", NodeType::Entry);
    in.event = "Order Completed";
    JourneyNode rest = node("k-rest", NodeType::Wait);
    rest.length = Duration::hours(5);
    second.nodes = {in, rest, node("k-out", NodeType::Exit)};
    second.edges = {{"k-in", "k-rest", "", "", ""}, {"k-rest", "k-out", "", "", ""}};
    world.add("test", NodeType::Experiment);
    JourneyNode& mark = world.add("mark", NodeType::Update);
    mark.trait = "tier";
    mark.value = "\"gold\"";
    world.add("fork", NodeType::Branch);
    world.add("dear", NodeType::Exit);
    JourneyNode& draw = world.add("draw", NodeType::Action);
    draw.action = "mail";
    world.add("hand", NodeType::Handoff).action = "mail";
    world.add("wait", NodeType::Wait).length = Duration::hours(2);
    world.add("next", NodeType::Link).journey = "k";
    world.edge("in", "test");
    world.edge("test", "mark");
    world.edge("mark", "fork");
    world.edge("fork", "dear", "", "event.value > 100");
    world.edge("fork", "draw");
    world.edge("draw", "hand");
    world.edge("hand", "wait");
    world.edge("wait", "next");
    world.journeys.push_back(second);
    world.close();
    world.set("event.value", Value(40));

    const auto entered = world.step(0, "Cart Abandoned");
    QCOMPARE(world.at(), std::string("wait"));
    QCOMPARE(entered.updates.size(), std::size_t{1});
    QCOMPARE(entered.updates[0].trait, std::size_t{1});
    QVERIFY(entered.updates[0].value == Value("gold"));
    QCOMPARE(entered.drawn.size(), std::size_t{2});
    QCOMPARE(world.symbols.name(entered.drawn[0].node), std::string("draw"));
    QCOMPARE(world.symbols.name(entered.drawn[1].node), std::string("hand"));
    QCOMPARE(world.symbols.name(entered.drawn[1].action), std::string("mail"));
    QCOMPARE(entered.moves.size(), std::size_t{7}); // into the journey, and six nodes on
    QCOMPARE(entered.problem, Sym{0});
    QCOMPARE((world.flow->nextWake(world.positions) - world.now).inHours(), 2.0);

    QVERIFY(world.step(1.9).moves.empty());
    const auto linked = world.step(2);
    QCOMPARE(world.journeysMoved(linked), QStringLiteral("-j +k"));
    QCOMPARE(world.at(), std::string("k-rest"));
    const auto done = world.step(7);
    QCOMPARE(world.journeysMoved(done), QStringLiteral("-k"));
    QVERIFY(world.positions.instances.empty());
    QVERIFY(world.flow->nextWake(world.positions).isNever());

    // The other branch.
    FlowWorld dear;
    dear.add("fork", NodeType::Branch);
    dear.add("much", NodeType::Wait).length = Duration::hours(1);
    dear.add("little", NodeType::Wait).length = Duration::hours(1);
    dear.edge("in", "fork");
    dear.edge("fork", "much", "", "event.value > 100");
    dear.edge("fork", "little");
    dear.close();
    dear.set("event.value", Value(101));
    (void)dear.step(0, "Cart Abandoned");
    QCOMPARE(dear.at(), std::string("much"));
}

void FlowTests::waitsForItsEvent_data() {
    QTest::addColumn<double>("hours");
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("at");
    QTest::newRow("its event") << 3.0 << "Order Completed" << 5 << "bought";
    QTest::newRow("filtered out") << 3.0 << "Order Completed" << 4 << "listen";
    QTest::newRow("another event") << 3.0 << "Page Viewed" << 5 << "listen";
    QTest::newRow("before the timeout") << 5.9 << "" << 5 << "listen";
    QTest::newRow("timeout") << 6.0 << "" << 5 << "gone";
}

void FlowTests::waitsForItsEvent() {
    QFETCH(double, hours);
    QFETCH(QString, event);
    QFETCH(int, value);
    QFETCH(QString, at);
    FlowWorld world;
    JourneyNode& listen = world.add("listen", NodeType::WaitFor);
    listen.event = "Order Completed";
    listen.when = "customer.stock = 5";
    listen.length = Duration::hours(6);
    world.add("bought", NodeType::Wait).length = Duration::hours(1);
    world.add("gone", NodeType::Wait).length = Duration::hours(1);
    world.edge("in", "listen");
    world.edge("listen", "bought", "event");
    world.edge("listen", "gone", "timeout");
    world.close();
    world.set("customer.stock", Value(value));
    (void)world.step(0, "Cart Abandoned");
    QCOMPARE(world.at(), std::string("listen"));
    const std::string name = event.toStdString();
    (void)world.step(hours, event.isEmpty() ? nullptr : name.c_str());
    QCOMPARE(QString::fromStdString(world.at()), at);
}

/// What goes out to the customer, by whichever journey, ends the wait; anything else does not.
void FlowTests::waitsForAnAction() {
    FlowWorld world;
    (void)world.action("mail");
    (void)world.action("text");
    JourneyNode& listen = world.add("listen", NodeType::WaitFor);
    listen.event = "Order Completed";
    listen.length = Duration::hours(6);
    for (const char* id : {"bought", "mailed", "gone"})
        world.add(id, NodeType::Wait).length = Duration::hours(1);
    world.edge("in", "listen");
    world.edge("listen", "bought", "event");
    world.edge("listen", "mailed", "mail");
    world.edge("listen", "gone", "timeout");
    world.close();
    (void)world.step(0, "Cart Abandoned");
    (void)world.step(1, nullptr, {world.symbols.find("text")});
    QCOMPARE(world.at(), std::string("listen"));
    (void)world.step(6, nullptr, {world.symbols.find("mail")}); // at the last moment: done comes before too late
    QCOMPARE(world.at(), std::string("mailed"));
}

void FlowTests::agentDecisionIsDue() {
    Deciding world;
    const auto entered = world.step(0, "Cart Abandoned");
    QCOMPARE(entered.due.size(), std::size_t{1}); // on entry
    QCOMPARE(world.symbols.name(entered.due[0].agent), std::string("shop"));
    QCOMPARE(world.symbols.name(entered.due[0].goal), std::string("sale"));
    planning::Instance& instance = world.positions.instances[0];
    world.reading.leadingIntent = 5;
    world.reading.leadingIntentValue = 0.4;
    world.flow->decided(instance, world.now, world.now + Duration::hours(10), world.reading);
    QCOMPARE((world.flow->nextWake(world.positions) - world.now).inHours(), 10.0);
    QVERIFY(world.step(9.9).due.empty());
    QCOMPARE(world.step(10).due.size(), std::size_t{1}); // its wait ended
    world.flow->decided(instance, world.now, world.now + Duration::hours(20), world.reading);
    world.reading.leadingIntentValue = 0.6; // moved by 0.2: not more
    QVERIFY(world.step(11).due.empty());
    world.reading.leadingIntentValue = 0.61;
    QCOMPARE(world.step(11).due.size(), std::size_t{1});
    world.reading.leadingIntentValue = 0.4;
    world.reading.leadingIntent = 6; // another leads
    QCOMPARE(world.step(11).due.size(), std::size_t{1});
    world.reading.leadingIntent = 5;
    world.reading.stageChanged = true;
    QCOMPARE(world.step(11).due.size(), std::size_t{1});
    world.reading.stageChanged = false;
    QVERIFY(world.step(11).due.empty());
    instance.again = true; // what it proposed came to nothing
    QCOMPARE(world.step(11).due.size(), std::size_t{1});
}

void FlowTests::agentDecisionIsLeft_data() {
    QTest::addColumn<double>("hours");
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("executed");
    QTest::addColumn<QString>("at");
    QTest::newRow("goal") << 1.0 << "Order Completed" << false << "won";
    QTest::newRow("another event") << 1.0 << "Page Viewed" << false << "think";
    QTest::newRow("its action went out") << 1.0 << "" << true << "sent";
    QTest::newRow("just before the limit") << 47.9 << "" << false << "think";
    QTest::newRow("limit") << 48.0 << "" << false << "late";
    QTest::newRow("goal before limit") << 48.0 << "Order Completed" << false << "won";
}

void FlowTests::agentDecisionIsLeft() {
    QFETCH(double, hours);
    QFETCH(QString, event);
    QFETCH(bool, executed);
    QFETCH(QString, at);
    Deciding world;
    (void)world.step(0, "Cart Abandoned");
    const std::string name = event.toStdString();
    std::vector<Sym> done;
    if (executed)
        done = {world.symbols.find("mail")};
    (void)world.step(hours, event.isEmpty() ? nullptr : name.c_str(), done);
    QCOMPARE(QString::fromStdString(world.at()), at);
}

void FlowTests::baselineBranch() {
    Deciding world;
    const auto entered = world.step(0, "Cart Abandoned", {}, Arm::Baseline);
    QVERIFY(entered.due.empty());
    QCOMPARE(entered.drawn.size(), std::size_t{1});
    QCOMPARE(world.symbols.name(entered.drawn[0].node), std::string("plain"));
    QCOMPARE(world.at(), std::string("rest"));

    Deciding duty; // outside the experiment every arm is agentic
    duty.workspace.journeys.clear();
    duty.journeys[0].experiment = false;
    duty.close();
    QCOMPARE(duty.step(0, "Cart Abandoned", {}, Arm::Baseline).due.size(), std::size_t{1});
    QCOMPARE(duty.at(), std::string("think"));

    Deciding untreated; // without a baseline branch nothing happens
    untreated.workspace.journeys.clear();
    untreated.journeys[0].nodes[1].baseline.clear();
    untreated.close();
    const auto stays = untreated.step(0, "Cart Abandoned", {}, Arm::Baseline);
    QVERIFY(stays.due.empty() && stays.drawn.empty());
    QCOMPARE(untreated.at(), std::string("think"));
}

void FlowTests::exitRulesAndReEntry() {
    FlowWorld world;
    world.add("stay", NodeType::Wait).length = Duration::days(30);
    world.edge("in", "stay");
    world.journeys[0].exits = {{"bought", "", "Order Completed", "customer.stock = 5", ""}};
    world.journeys[0].reEntry = ReEntry::After;
    world.journeys[0].reEntryAfter = Duration::hours(10);
    world.close();
    (void)world.step(0, "Cart Abandoned");
    QVERIFY(world.step(1, "Cart Abandoned").moves.empty()); // one open instance a journey
    (void)world.step(2, "Order Completed");
    QCOMPARE(world.at(), std::string("stay")); // its condition is not true
    world.set("customer.stock", Value(5));
    QCOMPARE(world.journeysMoved(world.step(3, "Order Completed")), QStringLiteral("-j"));
    QVERIFY(world.step(12.9, "Cart Abandoned").moves.empty());
    QCOMPARE(world.journeysMoved(world.step(13, "Cart Abandoned")), QStringLiteral("+j"));
}

/// Two that become one go on in every journey, where both stood in the one that was entered first; and come apart.
void FlowTests::mergesKeepJourneys() {
    const auto visit = [](Sym journey, Sym node, int entered) {
        planning::Instance made;
        made.journey = journey;
        made.node = node;
        made.entered = made.nodeEntered = Instant{entered};
        made.wakeAt = Instant{entered + 1'000};
        return made;
    };
    const planning::Positions older{{visit(1, 10, 5), visit(2, 20, 7), visit(3, 30, 9)}, {{6, Instant{3}}}};
    const planning::Positions younger{{visit(2, 21, 6), visit(3, 31, 9), visit(4, 40, 8), visit(5, 50, 2)},
                                      {{6, Instant{1}}, {7, Instant{4}}}};
    planning::Positions both = older;
    const planning::GaveWay gaveWay = takeOver(both, younger);
    QCOMPARE(both.instances,
             (std::vector{visit(1, 10, 5), visit(2, 21, 6), visit(3, 30, 9), visit(4, 40, 8), visit(5, 50, 2)}));
    QCOMPARE(both.past, (std::vector<planning::PastVisit>{{6, Instant{1}}, {6, Instant{3}}, {7, Instant{4}}}));
    QCOMPARE(gaveWay.older, std::vector{visit(2, 20, 7)});
    QCOMPARE(gaveWay.younger, std::vector{visit(3, 31, 9)});

    // Nothing happened since: both as they were.
    planning::Positions kept = both;
    QVERIFY(giveBack(kept, younger, gaveWay, Instant{10}) == younger);
    QVERIFY(kept == older);

    // What came from the younger goes back where it stands by now, and with what it left; what was entered since stays.
    kept = both;
    kept.instances[1].node = 22;
    kept.instances.erase(kept.instances.begin() + 4);
    kept.past.push_back({5, Instant{12}});
    kept.instances.push_back(visit(8, 80, 13));
    planning::Positions back = giveBack(kept, younger, gaveWay, Instant{10});
    QCOMPARE(back.instances.size(), std::size_t{3});
    QCOMPARE(back.instances[0].node, Sym{22});
    QCOMPARE(back.past.back(), (planning::PastVisit{5, Instant{12}}));
    QCOMPARE(kept.instances, (std::vector{visit(1, 10, 5), visit(2, 20, 7), visit(3, 30, 9), visit(8, 80, 13)}));
    QCOMPARE(kept.past, older.past);

    // A third who was in it before both took its place.
    kept = both;
    const planning::Positions third{{visit(4, 41, 1)}, {}};
    const planning::GaveWay later = takeOver(kept, third);
    back = giveBack(kept, younger, gaveWay, Instant{10}, later.older);
    QVERIFY(back == younger);
    QCOMPARE(kept.instances.back(), visit(4, 41, 1));
}

void FlowTests::stopsAfter64Moves() {
    FlowWorld world;
    world.add("ping", NodeType::Branch);
    world.add("pong", NodeType::Branch);
    world.edge("in", "ping");
    world.edge("ping", "pong");
    world.edge("pong", "ping");
    world.close();
    const auto outcome = world.step(0, "Cart Abandoned");
    QCOMPARE(world.symbols.name(outcome.problem), std::string("j"));
    QCOMPARE(outcome.moves.size(), std::size_t{65}); // 64, and the entry
    QVERIFY(world.positions.instances.size() == 1);
}

int runFlowTest(int argc, char** argv) {
    FlowTests tests;
    return QTest::qExec(&tests, argc, argv);
}

int runPlannerTest(int argc, char** argv) {
    PlannerTests tests;
    return QTest::qExec(&tests, argc, argv);
}
