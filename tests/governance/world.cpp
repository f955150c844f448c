#include "governance/world.h"
#include "governance/governance_tests.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::documents;

namespace {

Property flag(const char* id) {
    Property property;
    property.id = id;
    property.type = PropertyType::Boolean;
    return property;
}

} // namespace

World::World() {
    TrackingPlan plan;
    plan.events = {{"Complaint Filed", {}}};
    plan.traits = {flag("vulnerable"), flag("regulated"), flag("compliance_flag")};
    workspace.trackingPlan = std::make_shared<const TrackingPlan>(plan);
    MeasureBook measures;
    rules::MeasureDefinition complaints;
    complaints.id = "complaints_14d";
    complaints.event = "Complaint Filed";
    complaints.window.kind = rules::MeasureWindow::Kind::Rolling;
    complaints.window.length = Duration::days(14);
    measures.measures = {complaints};
    workspace.measures = std::make_shared<const MeasureBook>(measures);
    workspace.stages = std::make_shared<const StageList>();
    workspace.signals = std::make_shared<const SignalBook>();
    workspace.content = std::make_shared<const ContentLibrary>();
    workspace.people = std::make_shared<const PeopleList>();
}

void World::close() {
    workspace.actions = std::make_shared<const ActionCatalogue>(actions);
    workspace.autonomy = std::make_shared<const AutonomyMatrix>(matrix);
    auto built = FactSchema::build(workspace);
    if (!built.ok())
        qFatal("%s", debugText(built.error()).c_str());
    schema = std::make_unique<FactSchema>(std::move(*built));
    symbols = Symbols();
    for (const Action& action : actions.actions)
        symbols.intern(action.id);
    governor = std::make_unique<governance::Governor>(workspace, *schema, symbols);
}

perception::Facts World::calmFacts() const {
    perception::Facts facts(schema->schema().size());
    for (const char* name : {"sentiment", "action.amount", "action.discount", "action.cost", "complaints_14d"})
        set(facts, name, 0);
    for (const char* name :
         {"frustrated_again", "customer.vulnerable", "customer.regulated", "customer.compliance_flag"})
        set(facts, name, false);
    return facts;
}

void World::set(perception::Facts& facts, const std::string& name, const Value& value) const {
    const int slot = schema->schema().slot(name);
    if (slot < 0)
        qFatal("no fact %s", name.c_str());
    facts[static_cast<std::size_t>(slot)] = value;
}

governance::Ruling World::rule(const governance::RulingRequest& request, perception::Facts facts) const {
    const rules::Frame frame{facts, request.now, nullptr};
    return governor->rule(request, facts, frame, Chance(1));
}

AutonomyCell cellOf(AutonomyLevel level, int slaMinutes, Approval approval) {
    AutonomyCell cell;
    cell.level = level;
    cell.approval = approval;
    cell.sla = Duration::minutes(slaMinutes);
    cell.sample = level == AutonomyLevel::Supervised ? 0.1 : level == AutonomyLevel::Autonomous ? 0.01 : 0.0;
    return cell;
}

AutonomyMatrix shippedMatrix() {
    constexpr auto assisted = AutonomyLevel::Assisted;
    constexpr auto supervised = AutonomyLevel::Supervised;
    constexpr auto autonomous = AutonomyLevel::Autonomous;
    AutonomyMatrix matrix;
    matrix.raises = {{"amount", "action.amount > 100", 1},
                     {"negative-sentiment", "sentiment <= -0.5", 1},
                     {"recent-complaint", "complaints_14d > 0", 1},
                     {"discount", "action.discount > 0.10", 1},
                     {"vulnerable", "customer.vulnerable = true", 2},
                     {"regulated", "customer.regulated = true", 2}};
    matrix.exceptions = {{"low-confidence", "confidence < 0.60"},
                         {"over-budget", "over_budget"},
                         {"negative-sentiment", "sentiment <= -0.5"},
                         {"compliance-flag", "customer.compliance_flag = true"},
                         {"frustrated-again", "frustrated_again"}};
    matrix.grid[0] = {cellOf(autonomous, 240), cellOf(supervised, 240), cellOf(supervised, 240)};
    matrix.grid[1] = {cellOf(supervised, 60), cellOf(assisted, 60), cellOf(assisted, 60)};
    matrix.grid[2] = {cellOf(assisted, 30), cellOf(assisted, 30), cellOf(assisted, 30, Approval::FourEyes)};
    const auto tagged = [&](const char* id, const char* tag, AutonomyLevel low, AutonomyLevel medium,
                            AutonomyLevel high) {
        AutonomyRow row;
        row.id = id;
        row.tag = tag;
        row.cells = {cellOf(low, 240), cellOf(medium, 60), cellOf(high, 30)};
        matrix.rows.push_back(row);
    };
    tagged("complaint-financial", "complaint_financial", assisted, assisted, assisted);
    tagged("privacy", "privacy", assisted, assisted, assisted);
    tagged("regulated", "regulated", assisted, assisted, assisted);
    AutonomyRow vulnerable; // raised straight to high, so the other cells would never be read
    vulnerable.id = "vulnerable";
    vulnerable.when = "customer.vulnerable = true";
    vulnerable.cells[2] = cellOf(assisted, 30);
    matrix.rows.push_back(vulnerable);
    tagged("ticket-routing", "ticket_routing", supervised, supervised, supervised);
    tagged("prioritising", "prioritising", supervised, supervised, supervised);
    tagged("knowledge-lookup", "knowledge_lookup", supervised, supervised, supervised);
    tagged("standard-follow-up", "standard_follow_up", supervised, supervised, supervised);
    tagged("tagging", "tagging", autonomous, autonomous, autonomous);
    tagged("reminder", "reminder", autonomous, autonomous, autonomous);
    tagged("scheduling", "scheduling", autonomous, autonomous, autonomous);
    tagged("segment-refinement", "segment_refinement", autonomous, autonomous, autonomous);
    tagged("status-update", "status_update", autonomous, autonomous, autonomous);
    tagged("marketing-email", "marketing_email", autonomous, assisted, assisted);
    tagged("discount", "discount", supervised, assisted, assisted);
    AutonomyRow cancel; // always of high risk
    cancel.id = "cancel-subscription";
    cancel.action = "cancel_subscription";
    cancel.cells[2] = cellOf(assisted, 30);
    matrix.rows.push_back(cancel);
    return matrix;
}
