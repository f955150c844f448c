#include "governance/world.h"

#include "documents/document.h"
#include "governance/governance_tests.h"

#include <QFile>
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
    QFile file(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/shipped/autonomy.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resources/shipped/autonomy.yaml is missing");
    const auto tree = parseDocumentTree(Kind::Autonomy, file.readAll().toStdString(), "autonomy.yaml");
    if (!tree.ok())
        qFatal("%s", debugText(tree.error()).c_str());
    std::vector<Error> errors;
    AnyDocument document = readTree(Kind::Autonomy, *tree, "autonomy.yaml", errors);
    if (!errors.empty())
        qFatal("%s", debugText(errors.front()).c_str());
    return std::get<AutonomyMatrix>(std::move(document));
}
