#include "ui_test.h"

#include "ui/journeys/edge_router.h"
#include "ui/journeys/flow_layout.h"
#include "ui/journeys/journey_presenter.h"
#include "ui/journeys/lanes_layout.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace wayreeve;
using namespace wayreeve::ui;
using documents::Journey;
using documents::JourneyNode;
using documents::NodeType;

namespace {

JourneyNode node(const char* id, NodeType type, const char* stage) {
    JourneyNode made;
    made.id = id;
    made.type = type;
    made.name = id;
    made.stage = stage;
    return made;
}

/// Two stages; in → pick → out, a baseline "mail" of "pick", a touchpoint.
Journey smallJourney() {
    Journey journey;
    journey.id = "small";
    journey.name = "Small";
    journey.stages.resize(2);
    journey.stages[0].id = "first";
    journey.stages[0].touchpoints = {{"page", "Page", documents::Channel::Web, {}}};
    journey.stages[0].emotion = {{0.5, -1, "waits"}};
    journey.stages[1].id = "second";
    journey.nodes = {node("in", NodeType::Entry, "first"), node("pick", NodeType::AgentDecision, "first"),
                     node("mail", NodeType::Action, "first"), node("out", NodeType::Exit, "second")};
    journey.nodes[1].baseline = "mail";
    journey.edges = {{"in", "pick", {}, {}, {}}, {"pick", "out", {}, "goal", {}}, {"mail", "out", {}, {}, {}}};
    return journey;
}

JourneyPresenter::WorkspacePointer emptyWorkspace() {
    auto workspace = std::make_shared<documents::Workspace>();
    workspace->actions = std::make_shared<documents::ActionCatalogue>();
    workspace->agents = std::make_shared<documents::AgentRoster>();
    return workspace;
}

struct Open {
    JourneyPresenter presenter;
    Open() { presenter.open(emptyWorkspace(), std::make_shared<const Journey>(smallJourney())); }
};

/// What must hold of any journey that was edited: ids are free of doubles, edges and baselines lead somewhere.
void checkSound(const Journey& journey, const Selection& selection) {
    std::set<std::string> ids;
    for (const JourneyNode& n : journey.nodes) {
        QVERIFY2(ids.insert(n.id).second, n.id.c_str());
        QVERIFY(n.baseline.empty() || journey.node(n.baseline));
        QVERIFY(journey.stage(n.stage));
    }
    for (const auto& edge : journey.edges) {
        QVERIFY(journey.node(edge.from) && journey.node(edge.to));
        QVERIFY(edit::canLeave(journey.node(edge.from)->type));
    }
    for (const MapItem& item : selection)
        QVERIFY(contains(journey, item));
}

/// One random edit; which one depends on the generator alone.
void editAtRandom(JourneyPresenter& presenter, std::mt19937& random) {
    const auto below = [&random](std::size_t n) { return n == 0 ? 0 : random() % n; };
    const Journey journey = *presenter.journey();
    const auto any = [&] {
        return journey.nodes.empty() ? std::string() : journey.nodes[below(journey.nodes.size())].id;
    };
    presenter.select({MapItem::node(any())});
    switch (below(9)) {
    case 0:
        presenter.append(node("", static_cast<NodeType>(below(11)), ""));
        break;
    case 1:
        presenter.addStep(node("fresh", NodeType::Wait, "second"));
        break;
    case 2:
        presenter.connectSteps(any(), any());
        break;
    case 3:
        if (journey.nodes.size() > 3)
            presenter.removeSelected();
        break;
    case 4:
        presenter.rename(MapItem::node(any()), QString::number(below(1000)));
        break;
    case 5:
        presenter.apply("Move", edit::place(journey, any(), double(below(900)), double(below(300)), "first"), {},
                        "move");
        break;
    case 6:
        presenter.duplicateSelected();
        break;
    case 7:
        presenter.apply("Type", edit::retype(journey, any(), static_cast<NodeType>(below(11))));
        break;
    default:
        presenter.apply("Touchpoint", edit::addTouchpoint(journey, "second", "Shop"));
    }
}

const FlowMeasures plain{[](std::size_t) { return 0.0; }, [](std::size_t) { return 152.0; }};

bool crossesBox(const QList<QPointF>& route, const QRectF& box) {
    for (qsizetype i = 1; i < route.size(); ++i)
        if (QRectF(route[i - 1], route[i])
                .normalized()
                .adjusted(-0.1, -0.1, 0.1, 0.1)
                .intersects(box.adjusted(2, 2, -2, -2)))
            return true;
    return false;
}

} // namespace

class TestJourneysPresenter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void appendConnectsAndSelects() {
        Open o;
        o.presenter.select({MapItem::node("in")});
        QVERIFY(o.presenter.append(node("", NodeType::Wait, "")));
        const Journey& journey = *o.presenter.journey();
        QCOMPARE(journey.nodes.size(), std::size_t(5));
        QCOMPARE(o.presenter.current(), MapItem::node("step"));
        QCOMPARE(journey.node("step")->stage, std::string("first"));
        // in → step → pick: the way on leads through the new step.
        QCOMPARE(journey.edges[0].to, std::string("step"));
        QCOMPARE(journey.edges[1].from, std::string("step"));
        QCOMPARE(journey.edges[1].to, std::string("pick"));
        QVERIFY(o.presenter.dirty());
        QCOMPARE(o.presenter.undoStack().undoText(), QString("Add "));
    }
    void undoGivesBackTheVerySameJourney() {
        Open o;
        const auto before = o.presenter.journey();
        o.presenter.select({MapItem::node("pick")});
        o.presenter.removeSelected();
        QVERIFY(!o.presenter.journey()->node("pick"));
        QCOMPARE(o.presenter.journey()->edges.size(), std::size_t(1));
        QCOMPARE(o.presenter.current(), MapItem::node("in"));
        o.presenter.undoStack().undo();
        QCOMPARE(o.presenter.journey().get(), before.get());
        QCOMPARE(o.presenter.current(), MapItem::node("pick"));
        QVERIFY(!o.presenter.dirty());
    }
    void removingABaselineClearsItsMention() {
        Open o;
        o.presenter.select({MapItem::node("mail")});
        o.presenter.removeSelected();
        QCOMPARE(o.presenter.journey()->node("pick")->baseline, std::string());
    }
    void connectingNamesTheOutcome() {
        Open o;
        QVERIFY(o.presenter.connectSteps("pick", "mail")); // "goal" leads on already
        QCOMPARE(o.presenter.journey()->edges.back().on, std::string("limit"));
        QVERIFY(!o.presenter.connectSteps("out", "pick")); // an exit has no way on
        QVERIFY(!o.presenter.connectSteps("pick", "in"));  // nothing leads into an entry
        QVERIFY(!o.presenter.connectSteps("mail", "out")); // is there already
    }
    void nudgesBecomeOneStep() {
        Open o;
        for (int i = 1; i <= 5; ++i)
            o.presenter.apply("Move", edit::place(*o.presenter.journey(), "out", i, 10, "second"), {}, "nudge/out");
        QCOMPARE(o.presenter.undoStack().count(), 1);
        QCOMPARE(*o.presenter.journey()->node("out")->x, 5.0);
        o.presenter.undoStack().undo();
        QVERIFY(!o.presenter.journey()->node("out")->x);
    }
    void stepsThatLeadBackVanish() {
        Open o;
        o.presenter.apply("Move", edit::place(*o.presenter.journey(), "out", 1, 1, "second"), {}, "m");
        o.presenter.apply("Move", edit::unplace(*o.presenter.journey(), {}), {}, "m");
        QCOMPARE(o.presenter.undoStack().count(), 0);
        QVERIFY(!o.presenter.dirty());
    }
    void savedStateIsCleanAndEditsDuringASaveStayDirty() {
        Open o;
        o.presenter.rename(MapItem::node("in"), "Start");
        const auto saving = o.presenter.journey();
        o.presenter.rename(MapItem::node("in"), "Begin");
        o.presenter.markSaved(saving);
        QVERIFY(o.presenter.dirty());
        o.presenter.undoStack().undo();
        QVERIFY(!o.presenter.dirty());
    }
    void lateProblemsAreDropped() {
        Open o;
        const int asked = o.presenter.revision();
        o.presenter.rename(MapItem::node("in"), "Start");
        o.presenter.setProblems(asked, {{MapItem::node("in"), "old", true}});
        QCOMPARE(o.presenter.problems().size(), std::size_t(0));
        o.presenter.setProblems(o.presenter.revision(), {{MapItem::node("in"), "new", true}});
        QCOMPARE(o.presenter.problemsAt(MapItem::node("in")), 1);
    }

    void randomEdits_data() {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 2U, 3U, 20261121U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomEdits() {
        QFETCH(unsigned, seed);
        Open o;
        std::mt19937 random(seed);
        std::vector<JourneyPresenter::JourneyPointer> states{o.presenter.journey()};
        QUndoStack& stack = o.presenter.undoStack();
        for (int i = 0; i < 150; ++i) {
            editAtRandom(o.presenter, random);
            checkSound(*o.presenter.journey(), o.presenter.selection());
            const auto at = static_cast<std::size_t>(stack.index());
            states.resize(at + 1); // a merged or branched history has one state an index
            states[at] = o.presenter.journey();
            if (random() % 4 == 0 && stack.canUndo()) {
                stack.undo();
                QCOMPARE(o.presenter.journey().get(), states[at - 1].get());
                checkSound(*o.presenter.journey(), o.presenter.selection());
                if (random() % 2 == 0) {
                    stack.redo();
                    QCOMPARE(o.presenter.journey().get(), states[at].get());
                } else
                    states.resize(at);
            }
        }
        for (int at = stack.index() - 1; at >= 0; --at) {
            stack.undo();
            QCOMPARE(o.presenter.journey().get(), states[static_cast<std::size_t>(at)].get());
            checkSound(*o.presenter.journey(), o.presenter.selection());
        }
        QVERIFY(*o.presenter.journey() == smallJourney());
        while (stack.canRedo()) {
            stack.redo();
            QCOMPARE(o.presenter.journey().get(), states[static_cast<std::size_t>(stack.index())].get());
        }
    }

    void flowPlacesBandsColumnsAndBaselines() {
        const FlowLayout layout = layoutFlow(smallJourney(), plain);
        QCOMPARE(layout.bands.size(), std::size_t(2));
        QCOMPARE(layout.nodes[0], QRectF(14, 28 + 14 + 12, 152, 44));
        QCOMPARE(layout.nodes[1], QRectF(14 + 152 + 44, 28 + 14, 152, 68));
        QCOMPARE(layout.nodes[2].left(), layout.nodes[1].left()); // below what it is compared with
        QVERIFY(layout.nodes[2].top() > layout.nodes[1].bottom());
        QVERIFY(layout.bands[1].rect.contains(layout.nodes[3].center()));
        QCOMPARE(layout.baseline, (std::vector<bool>{false, false, true, false}));
        QCOMPARE(layout.edges.size(), std::size_t(4)); // three edges and the way to the baseline
        QVERIFY(layout.edges[3].toBaseline);
    }
    void flowKeepsHandPlacedSteps() {
        Journey journey = smallJourney();
        journey.nodes[3].x = 500;
        journey.nodes[3].y = 210;
        const FlowLayout layout = layoutFlow(journey, plain);
        QCOMPARE(layout.nodes[3].topLeft(), QPointF(500, layout.bands[1].contentTop + 210));
        QVERIFY(layout.bands[1].rect.bottom() > layout.nodes[3].bottom());
        journey.nodes[0].x = layout.nodes[1].left();
        journey.nodes[0].y = 14;
        const FlowLayout pushed = layoutFlow(journey, plain);
        QVERIFY(!pushed.nodes[1].intersects(pushed.nodes[0]));
    }
    void edgesAvoidBoxes() {
        const std::vector<QRectF> boxes{{0, 0, 152, 44}, {200, -10, 152, 68}, {400, 0, 152, 44}, {400, 100, 152, 44}};
        const auto routes = routeEdges(boxes, {{0, 2, false}, {2, 0, false}, {0, 3, false}, {1, 3, true}});
        QCOMPARE(routes.size(), std::size_t(4));
        for (const auto& route : routes) {
            QVERIFY(route.size() >= 2);
            for (qsizetype i = 1; i < route.size(); ++i) // right-angled
                QVERIFY(qAbs(route[i].x() - route[i - 1].x()) < 0.5 || qAbs(route[i].y() - route[i - 1].y()) < 0.5);
        }
        QVERIFY(!crossesBox(routes[0], boxes[1]));
        QVERIFY(!crossesBox(routes[1], boxes[1]));
        QVERIFY(!crossesBox(routes[2], boxes[1]));
        QCOMPARE(routes[0].first(), QPointF(152, 22));
        QCOMPARE(routes[0].last(), QPointF(400, 22));
    }
    void loopsDoNotHangTheLayout() {
        Journey journey = smallJourney();
        journey.edges.push_back({"pick", "pick", {}, {}, {}});
        journey.edges.push_back({"mail", "in", {}, {}, {}});
        journey.nodes[2].baseline = "pick";
        journey.edges.push_back({"pick", "nowhere", {}, {}, {}});
        const FlowLayout layout = layoutFlow(journey, plain);
        QCOMPARE(layout.nodes.size(), std::size_t(4));
        QCOMPARE(layout.ends[5].second, -1);
    }
    void lanesStackCardsAndScaleEmotion() {
        const LanesLayout layout = layoutLanes(smallJourney(), 210, [](int, LaneRow, qreal) { return 16.0; });
        QCOMPARE(layout.bounds().width(), 420.0);
        QCOMPARE(layout.touchpoints[0][0], QRectF(8, 32 + 32 + 8, 194, 28));
        QCOMPARE(layout.nodes[1].height(), 44.0);
        QCOMPARE(layout.nodes[2].top(), layout.nodes[0].bottom() + 4);
        QCOMPARE(layout.emotion[0][0].x(), 105.0);
        QCOMPARE(layout.emotion[0][0].y(), layout.emotionY(-1));
        QVERIFY(layout.emotionY(2) < layout.emotionY(-2));
        QCOMPARE(layout.stageAt(211), 1);
        QCOMPARE(layout.stageAt(421), -1);
    }
};

WAYREEVE_UI_TEST(TestJourneysPresenter)

#include "tst_journeys_presenter.moc"
