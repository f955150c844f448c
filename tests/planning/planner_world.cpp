#include "planning/planner_world.h"

#include <QtGlobal>

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::documents;

PlannerWorld::PlannerWorld() {
    const auto property = [](const char* id, PropertyType type) {
        Property made;
        made.id = id;
        made.type = type;
        return made;
    };
    plan.events = {{"Cart Abandoned", {property("value", PropertyType::Number)}}, {"Order Completed", {}}};
    plan.traits = {property("email", PropertyType::Text), property("tier", PropertyType::Text),
                   property("margin", PropertyType::Number), property("stock", PropertyType::Number)};
    workspace.settings.zones = {"Europe/Berlin"};
    Action mail;
    mail.id = mail.name = "mail";
    mail.channel = Channel::Email;
    mail.purpose = "marketing";
    mail.cost = 2;
    actions.actions = {mail};
    Goal sale;
    sale.id = sale.name = "sale";
    sale.event = "Order Completed";
    sale.window = Duration::days(3);
    sale.value = 26;
    sale.prior = 0.25;
    goals.goals = {sale};
    Agent agent;
    agent.id = agent.name = "shop";
    agent.goal = "sale";
    agent.actions = {"mail"};
    agents.agents = {agent};
}

void PlannerWorld::close() {
    workspace.trackingPlan = std::make_shared<const TrackingPlan>(plan);
    workspace.measures = std::make_shared<const MeasureBook>();
    workspace.stages = std::make_shared<const StageList>();
    workspace.signals = std::make_shared<const SignalBook>(signalBook);
    workspace.people = std::make_shared<const PeopleList>();
    workspace.autonomy = std::make_shared<const AutonomyMatrix>();
    workspace.stories = std::make_shared<const StoryList>();
    workspace.actions = std::make_shared<const ActionCatalogue>(actions);
    workspace.content = std::make_shared<const ContentLibrary>(content);
    workspace.agents = std::make_shared<const AgentRoster>(agents);
    workspace.goals = std::make_shared<const GoalList>(goals);
    workspace.policies = std::make_shared<const PolicyStack>(policies);
    for (const Journey& journey : journeys)
        workspace.journeys.push_back(std::make_shared<const Journey>(journey));
    auto built = FactSchema::build(workspace);
    if (!built)
        qFatal("%s", built.error().code.c_str());
    schema = std::make_unique<FactSchema>(std::move(*built));
    perceiver = std::make_unique<perception::Perceiver>(workspace, *schema, symbols);
    planner = std::make_unique<planning::Planner>(workspace, *schema, *perceiver, symbols);
    flow = std::make_unique<planning::JourneyFlow>(workspace, *schema, symbols);
    shared = planner->initialState();
    customer.zoneName = "Europe/Berlin";
    customer.traits = {Value("kasia@example.com"), Value(), Value(), Value()};
    customer.consents = {{symbols.intern("marketing"), Channel::None, true, {1}}};
    facts.assign(schema->schema().size(), Value());
}

Action& PlannerWorld::action(const std::string& id) {
    for (Action& one : actions.actions)
        if (one.id == id)
            return one;
    Action made;
    made.id = made.name = id;
    agents.agents.front().actions.push_back(id);
    return actions.actions.emplace_back(made);
}

planning::Plan PlannerWorld::decide() {
    std::vector<planning::DueDecision> due;
    for (const Agent& agent : agents.agents)
        due.push_back(
            {symbols.intern("j"), symbols.intern("n"), symbols.find(agent.id), symbols.find(agent.goal), due.size()});
    planning::PlanRequest request;
    request.customer = &customer;
    request.reading = &reading;
    request.due = due;
    request.incumbents = incumbents;
    request.turnedDown = turnedDown;
    request.shared = &shared;
    request.now = now;
    request.chance = &chance;
    request.explore = explore;
    return planner->plan(request, facts);
}

planning::Candidate PlannerWorld::candidate(const std::string& id) {
    const planning::Plan made = decide();
    const auto at = std::find_if(made.candidates.begin(), made.candidates.end(),
                                 [&](const auto& one) { return one.action == symbols.find(id); });
    if (at == made.candidates.end())
        qFatal("no candidate %s", id.c_str());
    return *at;
}

std::string PlannerWorld::stopped(const std::string& id) {
    const planning::Candidate found = candidate(id);
    if (found.gate >= planning::Gate::Stayed)
        return {};
    return std::string(planning::nameOf(found.gate)) + " " + symbols.name(found.removedBy);
}

void PlannerWorld::set(const std::string& fact, const Value& value) {
    const auto* entry = schema->schema().find(fact);
    if (!entry)
        qFatal("no fact %s", fact.c_str());
    facts[static_cast<std::size_t>(entry->slot)] = value;
}

void PlannerWorld::contact(const std::string& id, Duration ago) {
    const auto* known = workspace.actions->find(id);
    customer.contacts.push_back({now - ago, symbols.find(id), known->channel, known->slot, 0, 0, true});
}
