#include "documents_tests.h"
#include "support.h"

#include "documents/check.h"
#include "documents/check_parts.h"
#include "documents/document.h"
#include "documents/open_cells.h"
#include "documents/resolve.h"
#include "documents/workspace_builder.h"

#include <functional>

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

using Documents = std::vector<AnyDocument>;

template <class T>
T& in(Documents& documents) {
    for (AnyDocument& document : documents)
        if (T* found = std::get_if<T>(&document))
            return *found;
    qFatal("no such document");
}

JourneyNode& node(Documents& documents, const char* id) {
    for (JourneyNode& n : in<Journey>(documents).nodes)
        if (n.id == id)
            return n;
    qFatal("no such node");
}

JourneyNode made(const char* id, NodeType type) {
    JourneyNode n;
    n.id = id;
    n.type = type;
    return n;
}

JourneyEdge edge(const char* from, const char* to) {
    JourneyEdge e;
    e.from = from;
    e.to = to;
    return e;
}

/// The plan's accounts: a plan, a date, roles, one part of health.
AccountPlan& accounts(Documents& documents) {
    TrackingPlan& plan = in<TrackingPlan>(documents);
    Property role;
    role.id = "role";
    role.values = {"admin", "buyer"};
    plan.traits.push_back(role);
    plan.accounts = {};
    Property name;
    name.id = "plan";
    plan.accounts.traits.push_back(name);
    plan.accounts.role = "role";
    plan.accounts.health = {{"peace", "Peace", Decimal(100), "1"}};
    return plan.accounts;
}

/// The golden workspace without the few things that check() rightly finds in it.
Documents soundDocuments() {
    const QTemporaryDir directory;
    support::layOut(directory.path().toStdString());
    const LoadOutcome outcome = loadWorkspace(directory.path().toStdString());
    Documents documents = documentsOf(*outcome.workspace);
    in<PeopleList>(documents).people[1].roles.push_back(Role::Approver);
    in<AgentRoster>(documents).agents[0].subject = Subject::Person; // its journey updates a customer
    for (Stage& stage : in<StageList>(documents).stages)
        stage.signals = {{"cart-seen", 0.1}, {"buyer", 0.2}, {"complaint", 0.3}};
    in<StageList>(documents).stages[1].name = "Buying";
    Distribution name;
    name.id = "first_name";
    name.shares = {{Value("Ada"), 1.0}};
    in<Population>(documents).traits.push_back(name);
    auto& matrix = in<AutonomyMatrix>(documents);
    const auto fill = [](std::optional<AutonomyCell>& cell) { cell = cell.value_or(AutonomyCell{}); };
    for (auto& cells : matrix.grid)
        std::for_each(cells.begin(), cells.end(), fill);
    for (AutonomyRow& row : matrix.rows)
        std::for_each(row.cells.begin(), row.cells.end(), fill);
    // Three actions, one of them not queued.
    Action tag;
    tag.id = "tag";
    tag.slot = Slot::Operation;
    in<ActionCatalogue>(documents).actions.push_back(tag);
    in<AgentRoster>(documents).agents[0].actions.emplace_back("tag");
    return documents;
}

std::vector<Finding> findingsOf(const Documents& documents) {
    return check(buildWorkspace(documents));
}

struct Case {
    const char* name;
    const char* code;
    const char* path; ///< where the finding must stand
    std::function<void(Documents&)> change;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"dead end", "check.dead-end", "nodes/mail",
         [](Documents& d) {
             std::erase_if(in<Journey>(d).edges, [](const JourneyEdge& e) { return e.from == "mail"; });
         }},
        {"unreachable", "check.unreachable", "nodes/island",
         [](Documents& d) { in<Journey>(d).nodes.push_back(made("island", NodeType::Exit)); }},
        {"endless loop", "check.endless-loop", "nodes/mail",
         [](Documents& d) {
             in<Journey>(d).nodes.push_back(made("round", NodeType::Wait));
             for (JourneyEdge& e : in<Journey>(d).edges)
                 if (e.from == "mail")
                     e.to = "round";
             in<Journey>(d).edges.push_back(edge("round", "mail"));
         }},
        {"loop that takes no time", "check.loop-without-time", "nodes/fork",
         [](Documents& d) { in<Journey>(d).edges.push_back(edge("help", "fork")); }},
        {"loop that takes no time in the baseline arm", "check.loop-without-time", "nodes/mail",
         [](Documents& d) {
             for (JourneyEdge& e : in<Journey>(d).edges)
                 if (e.from == "mail")
                     e.to = "decide";
         }},
        {"handoff node without owner", "check.handoff-without-owner", "nodes/help",
         [](Documents& d) { node(d, "help").owner.clear(); }},
        {"handoff point without owner", "check.handoff-without-owner", "stages/consider/handoffs/#0",
         [](Documents& d) { in<Journey>(d).stages[0].handoffs[0].owner.clear(); }},
        {"failure mode without fallback", "check.failure-without-fallback", "stages/consider/failure-modes/#0",
         [](Documents& d) { in<Journey>(d).stages[0].failureModes[0].fallback.clear(); }},
        {"branch without default", "check.branch-without-default", "nodes/fork",
         [](Documents& d) {
             for (JourneyEdge& e : in<Journey>(d).edges)
                 if (e.from == "fork" && e.when.empty())
                     e.when = "sentiment > 0";
         }},
        {"no baseline", "check.no-baseline", "nodes/decide",
         [](Documents& d) {
             in<Journey>(d).experiment = true;
             node(d, "decide").baseline = "";
             in<Journey>(d).edges.push_back(edge("help", "mail"));
         }},
        {"no objective", "check.no-objective", "", [](Documents& d) { in<Journey>(d).objective.clear(); }},
        {"no learning goal", "check.no-learning-goal", "", [](Documents& d) { in<Journey>(d).learningGoal.clear(); }},
        {"no KPI", "check.no-kpi", "stages", [](Documents& d) { in<Journey>(d).stages[0].kpis.clear(); }},
        {"only click metrics", "check.only-click-metrics", "stages",
         [](Documents& d) {
             in<Journey>(d).stages[0].kpis = {"Click rate", "page views"};
         }},
        {"many stages", "check.many-stages", "stages",
         [](Documents& d) {
             for (int i = 0; i < 6; ++i) {
                 JourneyStage stage;
                 stage.id = "s" + std::to_string(i);
                 in<Journey>(d).stages.push_back(stage);
             }
         }},
        {"action without a cell", "check.action-without-cell", "actions/remind",
         [](Documents& d) { in<AutonomyMatrix>(d).grid[0][1].reset(); }},
        {"policy that binds nothing", "check.policy-binds-nothing", "policies/consent/scope",
         [](Documents& d) { in<PolicyStack>(d).policies[0].scope.tags = {"mispelt"}; }},
        {"open cell of the grid", "check.open-grid-cell", "grid/medium",
         [](Documents& d) { in<AutonomyMatrix>(d).grid[1][2].reset(); }},
        {"open cell of a row", "check.open-cell", "rows/calls/cells/low",
         [](Documents& d) { in<AutonomyMatrix>(d).rows[0].cells[0].reset(); }},
        {"over-automation by emotion", "check.over-automation", "nodes/decide",
         [](Documents& d) { node(d, "decide").stage = "consider"; }},
        {"over-automation by risk", "check.over-automation", "nodes/decide",
         [](Documents& d) {
             in<ActionCatalogue>(d).actions[2].baseRisk = Risk::High;
             in<AutonomyMatrix>(d).grid[2][0] = AutonomyCell{AutonomyLevel::Autonomous};
         }},
        {"queues nearly everything", "check.queues-nearly-everything", "grid",
         [](Documents& d) {
             Action other = in<ActionCatalogue>(d).actions[2];
             other.id = "other";
             in<ActionCatalogue>(d).actions.push_back(other);
             in<AgentRoster>(d).agents[0].actions.emplace_back("other");
             in<AutonomyMatrix>(d).grid[0][0]->level = AutonomyLevel::Assisted;
             in<AutonomyMatrix>(d).grid[0][1]->level = AutonomyLevel::Assisted;
         }},
        {"four eyes of one person", "check.four-eyes-alone", "grid/high",
         [](Documents& d) { in<PeopleList>(d).people.pop_back(); }},
        {"undefined escalation", "check.undefined-escalation", "grid/high",
         [](Documents& d) { in<ActionCatalogue>(d).actions[1].handoff = false; }},
        {"policy that is constantly false", "check.never-true", "policies/no-promo-when-angry/when",
         [](Documents& d) { in<PolicyStack>(d).policies.back().when = "false"; }},
        {"policy of contradictory bounds", "check.never-true", "policies/no-promo-when-angry/when",
         [](Documents& d) { in<PolicyStack>(d).policies.back().when = "sentiment < 0 and sentiment > 0.5"; }},
        {"edge that is never taken", "check.never-true", "edges/#4/when",
         [](Documents& d) { in<Journey>(d).edges[4].when = "stage = \"buy\" and stage = \"consider\""; }},
        {"cap that starves an action", "check.cap-starves", "nodes/mail",
         [](Documents& d) {
             in<PolicyStack>(d).policies[1].count = 1;
             JourneyNode first = made("mail-first", NodeType::Action);
             first.action = "remind";
             in<Journey>(d).nodes.push_back(first);
             in<Journey>(d).edges[0].to = "mail-first";
             in<Journey>(d).edges.push_back(edge("mail-first", "pause"));
             in<Journey>(d).edges.push_back(edge("fork", "mail"));
         }},
        {"placeholder without data", "check.placeholder-without-data", "blocks/remind-plain/body",
         [](Documents& d) { in<Population>(d).traits.pop_back(); }},
        {"property that no entry brings", "check.placeholder-without-data", "blocks/remind-plain/body",
         [](Documents& d) { node(d, "start").event = "Order Completed"; }},
        {"word that the brand forbids", "check.brand-word", "blocks/remind-quotes",
         [](Documents& d) { in<ContentLibrary>(d).blocks[1].subject = "ACT NOW!"; }},
        {"long subject", "check.long-subject", "blocks/remind-quotes/subject",
         [](Documents& d) { in<ContentLibrary>(d).blocks[1].subject = std::string(61, 'x'); }},
        {"few signals", "check.few-signals", "stages/buy",
         [](Documents& d) { in<StageList>(d).stages[1].signals.pop_back(); }},
        {"generic label", "check.generic-label", "stages/buy",
         [](Documents& d) { in<StageList>(d).stages[1].name = "Stage 2"; }},
        {"transition without response", "check.transition-without-response", "stages/buy",
         [](Documents& d) {
             node(d, "decide").stage.clear();
             in<Journey>(d).exits.erase(in<Journey>(d).exits.begin());
         }},
        {"agents that contradict each other", "check.agents-contradict", "agents/rival",
         [](Documents& d) {
             Agent rival = in<AgentRoster>(d).agents[0];
             rival.id = "rival";
             rival.actions = {"call-back"};
             in<AgentRoster>(d).agents[0].actions = {"remind", "tag"};
             in<AgentRoster>(d).agents.push_back(rival);
         }},
        {"more ways to act than are considered", "check.too-many-variants", "agents/shop",
         [](Documents& d) {
             Action& action = in<ActionCatalogue>(d).actions[0];
             action.parameters = {{"discount", Value(*Decimal::parse("0.1"))}};
             ContentBlock block = in<ContentLibrary>(d).blocks[0];
             block.action = action.id;
             block.approved = true;
             block.tone.clear();
             for (int i = 0; i < 20; ++i) {
                 block.id = "variant-" + std::to_string(i);
                 in<ContentLibrary>(d).blocks.push_back(block);
             }
             Dimensions& dimensions = in<AgentRoster>(d).agents[0].dimensions;
             dimensions.content = true;
             dimensions.incentives = {Decimal(0), *Decimal::parse("0.05"), *Decimal::parse("0.1"),
                                      *Decimal::parse("0.15"), *Decimal::parse("0.2")};
         }},
        {"rows that overlap", "check.table-overlap", "rows/#1",
         [](Documents& d) {
             auto& table = in<DecisionTable>(d);
             table.hitPolicy = rules::HitPolicy::Unique;
             table.rows[1].when[0] = "[50..100]";
         }},
        {"inputs without a row", "check.table-gap", "rows",
         [](Documents& d) { in<DecisionTable>(d).outputs[0].otherwise.clear(); }},
        {"row that never answers", "check.table-unreachable", "rows/#1",
         [](Documents& d) {
             in<DecisionTable>(d).rows[0].when = {"> 20", "-"};
         }},
        {"row that only evaluation can judge", "check.table-undecided", "rows",
         [](Documents& d) { in<DecisionTable>(d).rows[1].when[0] = "? * 7 = 21000"; }},
        {"contract date that is none", "check.account-contract-date", "accounts/contract-date",
         [](Documents& d) { accounts(d).contractDate = "plan"; }},
        {"health of 90 points", "check.account-health-points", "accounts/health",
         [](Documents& d) { accounts(d).health[0].points = Decimal(90); }},
        {"health of the reading", "check.account-health-reads", "accounts/health/peace/value",
         [](Documents& d) { accounts(d).health[0].value = "sentiment"; }},
        {"health of itself", "check.account-health-reads", "accounts/health/peace/value",
         [](Documents& d) { accounts(d).health[0].value = "account.health / 100"; }},
        {"role that nobody has", "check.account-unknown-role", "actions/call-back/contact-role",
         [](Documents& d) {
             accounts(d);
             for (Action& action : in<ActionCatalogue>(d).actions)
                 if (action.id == "call-back")
                     action.contactRole = {"admin", "pope"};
         }},
        {"role without a trait", "check.account-unknown-role", "actions/call-back/contact-role",
         [](Documents& d) {
             accounts(d).role.clear();
             for (Action& action : in<ActionCatalogue>(d).actions)
                 if (action.id == "call-back")
                     action.contactRole = {"admin"};
         }},
        {"journey of persons and accounts", "check.account-journey-mixed", "nodes",
         [](Documents& d) {
             accounts(d);
             Agent other = in<AgentRoster>(d).agents[0];
             other.id = "of-accounts";
             other.subject = Subject::Account;
             in<AgentRoster>(d).agents.push_back(other);
             JourneyNode second = node(d, "decide");
             second.id = "decide-2";
             second.agent = "of-accounts";
             in<Journey>(d).nodes.push_back(second);
         }},
        {"update in a journey of accounts", "check.account-update", "nodes/mark",
         [](Documents& d) {
             accounts(d);
             in<AgentRoster>(d).agents[0].subject = Subject::Account;
             JourneyNode mark = made("mark", NodeType::Update);
             mark.trait = "role";
             mark.value = "\"admin\"";
             in<Journey>(d).nodes.push_back(mark);
         }},
        {"agent of accounts that there are none of", "check.account-not-planned", "agents/cart-agent",
         [](Documents& d) {
             in<TrackingPlan>(d).accounts = {};
             in<AgentRoster>(d).agents[0].id = "cart-agent";
             in<AgentRoster>(d).agents[0].subject = Subject::Account;
         }},
        {"promise without a date", "check.memory-property", "promises/due",
         [](Documents& d) { in<TrackingPlan>(d).promises.due = "by"; }},
        {"promise whose id keeping does not tell", "check.memory-property", "promises/id",
         [](Documents& d) { in<TrackingPlan>(d).promises.kept = "Unsubscribed"; }},
        {"promise that nothing keeps", "check.promise-never-kept", "promises",
         [](Documents& d) { in<TrackingPlan>(d).promises.kept.clear(); }},
        {"worth of a text", "check.memory-property", "lifetime-value/amount",
         [](Documents& d) { in<TrackingPlan>(d).lifetime.amount = "parcel"; }},
        {"worth without a model", "check.lifetime-not-fitted", "lifetime-value",
         [](Documents& d) { in<TrackingPlan>(d).lifetime.spend.q = 1; }},
        {"response on no channel", "check.response-channel", "events/Unsubscribed",
         [](Documents& d) {
             for (PlannedEvent& event : in<TrackingPlan>(d).events)
                 if (event.name == "Unsubscribed")
                     event.response = Response::Replied;
         }},
        {"affinity to a number", "check.memory-property", "affinities/taste/property",
         [](Documents& d) { in<MeasureBook>(d).affinities[0].property = "value"; }},
        {"affinity to one category", "check.affinity-categories", "affinities/taste",
         [](Documents& d) { in<MeasureBook>(d).affinities[0].categories.pop_back(); }},
        {"shares above 1", "check.affinity-categories", "affinities/taste",
         [](Documents& d) { in<MeasureBook>(d).affinities[0].categories[0].share = 0.8; }},
        {"category that never comes", "check.affinity-unknown-category", "affinities/taste",
         [](Documents& d) {
             for (PlannedEvent& event : in<TrackingPlan>(d).events)
                 for (Property& property : event.properties)
                     if (property.id == "product")
                         property.values = {"shoes", "hats"};
         }},
        {"milestone without a time", "check.progress-milestones", "goals/order/progress",
         [](Documents& d) { in<GoalList>(d).goals[0].progress.milestones[0].within = {}; }},
        {"cap of accounts that there are none of", "check.account-not-planned", "policies/of-accounts",
         [](Documents& d) {
             in<TrackingPlan>(d).accounts = {};
             Policy cap;
             cap.id = "of-accounts";
             cap.type = PolicyType::Cap;
             cap.per = CapPer::Account;
             cap.count = 1;
             in<PolicyStack>(d).policies.push_back(cap);
         }},
    };
    return all;
}

} // namespace

void CheckTest::soundWorkspaceHasNoFindings() {
    for (const Finding& finding : findingsOf(soundDocuments()))
        QFAIL((finding.code + " " + finding.place.path).c_str());
    QVERIFY(resolve(buildWorkspace(soundDocuments())).empty());
}

void CheckTest::finds_data() {
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(cases().size()); ++i)
        QTest::newRow(cases()[static_cast<std::size_t>(i)].name) << i;
}

void CheckTest::finds() {
    QFETCH(int, row);
    const Case& c = cases()[static_cast<std::size_t>(row)];
    Documents documents = soundDocuments();
    c.change(documents);
    const std::vector<Finding> findings = findingsOf(documents);
    std::string seen;
    bool found = false;
    for (const Finding& finding : findings) {
        seen += finding.code + " " + finding.place.path + "\n";
        found = found || (finding.code == c.code && finding.place.path == c.path);
    }
    QVERIFY2(found, seen.c_str());
}

void CheckTest::openCellsAreOnlyNoted() {
    Documents documents = soundDocuments();
    auto& matrix = in<AutonomyMatrix>(documents);
    matrix.grid[2][0].reset();
    matrix.grid[0][1].reset();
    matrix.rows[0].cells[1].reset();
    const std::vector<MatrixPlace> open{{"", Reversibility::Reversible, Risk::High},
                                        {"", Reversibility::Costly, Risk::Low},
                                        {"calls", Reversibility::Reversible, Risk::Medium}};
    QVERIFY(openCells(matrix) == open);
    int noted = 0;
    for (const Finding& finding : findingsOf(documents))
        if (finding.code.starts_with("check.open-")) {
            QVERIFY(finding.severity == Severity::Note);
            ++noted;
        }
    QCOMPARE(noted, 3);
}

void CheckTest::neverTrue_data() {
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("never");
    const auto row = [](const char* condition, bool never) { QTest::newRow(condition) << condition << never; };
    row("false", true);
    row("true", false);
    row("1 > 2", true);
    row("2 > 1", false);
    row("a > 1 and a < 1", true);
    row("a >= 1 and a <= 1", false);
    row("a > 1 and b < 1", false);
    row("a > 1 or a < 1", false);
    row("(a > 1 and a < 0) or (a > 5 and a < 2)", true);
    row("(a > 1 and a < 0) or b", false);
    row("a > 3 and (a < 1 or a < 2)", true);
    row("a = 3 and a > 5", true);
    row("a = 3 and a = 4", true);
    row("a = \"x\" and a = \"x\"", false);
    row("a between 5 and 1", true);
    row("a between 1 and 5", false);
    row("0 > a and a > -1", false);
    row("0 > a and a > 1", true);
    row("a > b and a < b", false); // names against names: it does not tell
}

void CheckTest::neverTrue() {
    QFETCH(QString, condition);
    QFETCH(bool, never);
    QCOMPARE(documents::neverTrue(condition.toStdString()), never);
}

void CheckTest::placesFindings() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = directory.path().toStdString();
    support::layOut(folder);
    QVERIFY(support::edit(folder / "journeys" / "cart.yaml", "    owner: dana\n  - id: split", "  - id: split"));
    const LoadOutcome outcome = loadWorkspace(folder);
    QVERIFY2(outcome.workspace, support::all(outcome.errors).c_str());
    std::vector<Finding> findings = check(*outcome.workspace);
    placeFindings(findings, folder);
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.code == "check.handoff-without-owner";
    });
    QVERIFY(found != findings.end());
    QCOMPARE(found->place.file, std::string("journeys/cart.yaml"));
    const std::string text = support::read(folder / "journeys" / "cart.yaml");
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("- id: help")), '\n') + 1;
    QCOMPARE(found->place.line, static_cast<int>(line));
}
