#include "documents_tests.h"
#include "support.h"

#include "documents/journey_edit.h"
#include "documents/matrix_edit.h"
#include "documents/save.h"

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

JourneyNode node(std::string id, NodeType type) {
    JourneyNode n;
    n.id = std::move(id);
    n.type = type;
    return n;
}

JourneyEdge edge(std::string from, std::string to) {
    JourneyEdge e;
    e.from = std::move(from);
    e.to = std::move(to);
    return e;
}

Journey small() {
    Journey journey;
    journey.id = "j";
    JourneyStage stage;
    stage.id = "one";
    journey.stages.push_back(stage);
    journey.nodes = {node("a", NodeType::Entry), node("b", NodeType::AgentDecision), node("c", NodeType::Exit)};
    journey.nodes[1].baseline = "c";
    journey.nodes[1].stage = "one";
    journey.edges = {edge("a", "b"), edge("b", "c")};
    return journey;
}

struct Dice {
    std::uint64_t state;
    std::uint64_t next() {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return state >> 33;
    }
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(next() % n); }
};

/// One random edit, sensible or not.
Result<Journey> randomEdit(const Journey& j, Dice& dice) {
    const auto id = [&] { return "n" + std::to_string(dice.below(12)); };
    const auto stage = [&] { return "s" + std::to_string(dice.below(4)); };
    switch (dice.below(18)) {
    case 0:
    case 1:
    case 2: {
        JourneyNode n = node(id(), static_cast<NodeType>(dice.below(11)));
        if (dice.below(3) == 0)
            n.baseline = id();
        if (dice.below(3) == 0)
            n.stage = stage();
        return addNode(j, n);
    }
    case 3:
        return removeNode(j, id());
    case 4:
    case 5:
        return documents::connect(j, edge(id(), id()));
    case 6:
        return disconnect(j, dice.below(8));
    case 7:
        return moveNode(j, id(), 1.5, -2);
    case 8:
        return renameNode(j, id(), id());
    case 9: {
        JourneyNode n = node(id(), NodeType::AgentDecision);
        n.baseline = id();
        return setNode(j, id(), n);
    }
    case 10: {
        JourneyStage s;
        s.id = stage();
        return addStage(j, s, dice.below(5));
    }
    case 11:
        return removeStage(j, stage());
    case 12:
        return moveStage(j, stage(), dice.below(5));
    case 13: {
        JourneyStage s;
        s.id = stage();
        s.emotion.push_back({2.0, -9.0, {}});
        return setStage(j, stage(), s);
    }
    case 14:
        return addEmotionPoint(j, stage(), {static_cast<double>(dice.below(5)) - 1, 5, {}});
    case 15:
        return addTouchpoint(j, stage(), {"t" + std::to_string(dice.below(3)), {}, Channel::Web, {}});
    case 16:
        return setEdge(j, dice.below(8), edge(id(), id()));
    default:
        return moveNodeToStage(j, id(), dice.below(2) == 0 ? std::string() : stage());
    }
}

} // namespace

void EditTest::journeyEdits() {
    const Journey j = small();
    QVERIFY(invariantViolations(j).empty());

    const Result<Journey> added = addNode(j, node("d", NodeType::Wait));
    QVERIFY(added.ok());
    QCOMPARE(added->nodes.size(), std::size_t(4));
    QCOMPARE(j.nodes.size(), std::size_t(3)); // the old one is untouched
    QCOMPARE(addNode(j, node("a", NodeType::Wait)).error().code, std::string("edit.id-taken"));
    QCOMPARE(addNode(j, node("A b", NodeType::Wait)).error().code, std::string("edit.bad-id"));
    JourneyNode unfit = node("d", NodeType::Wait);
    unfit.action = "mail";
    QCOMPARE(addNode(j, unfit).error().code, std::string("edit.unfit-key"));
    QCOMPARE(freeNodeId(j, "a"), std::string("a-2"));
    QCOMPARE(freeNodeId(j, "x"), std::string("x"));

    const Result<Journey> removed = removeNode(j, "c");
    QVERIFY(removed.ok());
    QCOMPARE(removed->edges, std::vector<JourneyEdge>{edge("a", "b")});
    QCOMPARE(removed->node("b")->baseline, std::string());

    const Result<Journey> renamed = renameNode(j, "c", "end");
    QVERIFY(renamed.ok());
    QCOMPARE(renamed->edges[1].to, std::string("end"));
    QCOMPARE(renamed->node("b")->baseline, std::string("end"));
    QCOMPARE(renameNode(j, "c", "a").error().code, std::string("edit.id-taken"));

    QCOMPARE(documents::connect(j, edge("a", "b")).error().code, std::string("edit.same-edge"));
    QCOMPARE(documents::connect(j, edge("a", "x")).error().code, std::string("edit.no-such-node"));
    const Result<Journey> swapped = moveEdge(j, 1, 0);
    QCOMPARE(swapped->edges[0], edge("b", "c"));
    QCOMPARE(documents::disconnect(j, 5).error().code, std::string("edit.no-such-edge"));

    const Result<Journey> bare = removeStage(j, "one");
    QCOMPARE(bare->node("b")->stage, std::string());
    const Result<Journey> point = addEmotionPoint(j, "one", {0.3, -7, "bad"});
    QCOMPARE(point->stages[0].emotion[0].value, -2.0);
    const Result<Journey> earlier = addEmotionPoint(*point, "one", {0.1, 1, {}});
    QCOMPARE(earlier->stages[0].emotion[0].at, 0.1);
    QCOMPARE(removeEmotionPoint(j, "one", 0).error().code, std::string("edit.no-such-item"));
    const Result<Journey> moved = moveNode(j, "a", 3, 4);
    QVERIFY(moved->node("a")->x == 3.0 && !clearPositions(*moved).node("a")->x);
}

void EditTest::randomSequencesKeepInvariants() {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice{seed};
        Journey journey;
        journey.id = "j";
        int done = 0;
        for (int step = 0; step < 300; ++step) {
            const Result<Journey> next = randomEdit(journey, dice);
            if (!next)
                continue;
            ++done;
            journey = *next;
            const std::vector<Error> broken = invariantViolations(journey);
            QVERIFY2(broken.empty(), support::all(broken).c_str());
        }
        QVERIFY(done > 50);
        QVERIFY(writeYaml(journey, std::nullopt).ok()); // what an editor made can be saved
    }
}

void EditTest::invariantsAreSeen() {
    Journey j = small();
    j.edges.push_back(edge("a", "nowhere"));
    j.nodes.push_back(node("a", NodeType::Exit));
    j.nodes[1].stage = "two";
    j.edges.push_back(edge("b", "c"));
    std::vector<std::string> codes;
    for (const Error& error : invariantViolations(j))
        codes.push_back(error.code);
    for (const char* code : {"edit.no-such-node", "edit.id-taken", "edit.no-such-stage", "edit.same-edge"})
        QVERIFY2(std::find(codes.begin(), codes.end(), code) != codes.end(), code);
}

void EditTest::matrixEdits() {
    const AutonomyMatrix empty;
    AutonomyCell cell;
    cell.level = AutonomyLevel::Autonomous;
    const Result<AutonomyMatrix> set = setCell(empty, Risk::Medium, Reversibility::Costly, cell);
    QVERIFY(set.ok() && set->grid[1][1] == cell && !set->grid[0][0]);
    QVERIFY(!setCell(*set, Risk::Medium, Reversibility::Costly, std::nullopt)->grid[1][1]);
    cell.sample = 1.5;
    QCOMPARE(setCell(empty, Risk::Low, Reversibility::Costly, cell).error().code, std::string("edit.bad-cell"));
    AutonomyRow row;
    row.id = "r";
    QCOMPARE(addRow(empty, row).error().code, std::string("edit.one-match"));
    row.tag = "privacy";
    const Result<AutonomyMatrix> rows = addRow(empty, row);
    QVERIFY(rows.ok());
    QCOMPARE(addRow(*rows, row).error().code, std::string("edit.id-taken"));
    QCOMPARE(setRowCell(*rows, "x", Risk::Low, std::nullopt).error().code, std::string("edit.no-such-item"));
    QVERIFY(setRowCell(*rows, "r", Risk::High, AutonomyCell{})->rows[0].cells[2].has_value());
    QVERIFY(removeRow(*rows, "r")->rows.empty());
    const Result<AutonomyMatrix> raised = setRaise(empty, {"big", "action.amount > 1", 1});
    QCOMPARE(setRaise(*raised, {"big", "action.amount > 1", 2})->raises.size(), std::size_t(1));

    const auto made = [](AutonomyLevel level, Approval approval, double sample, int hours) {
        AutonomyCell c;
        c.level = level;
        c.approval = approval;
        c.sample = sample;
        c.sla = Duration::hours(hours);
        return std::optional(c);
    };
    using L = AutonomyLevel;
    using A = Approval;
    QVERIFY(isStricter(made(L::Assisted, A::OnePerson, 0, 9), made(L::Supervised, A::FourEyes, 1, 1)));
    QVERIFY(isStricter(made(L::Supervised, A::FourEyes, 0, 9), made(L::Supervised, A::OnePerson, 1, 1)));
    QVERIFY(isStricter(made(L::Supervised, A::OnePerson, 0.2, 9), made(L::Supervised, A::OnePerson, 0.1, 1)));
    QVERIFY(isStricter(made(L::Supervised, A::OnePerson, 0.1, 1), made(L::Supervised, A::OnePerson, 0.1, 2)));
    QVERIFY(!isStricter(made(L::Assisted, A::OnePerson, 0, 4), std::nullopt));
    QVERIFY(isStricter(std::nullopt, made(L::Autonomous, A::OnePerson, 0, 4)));
}
