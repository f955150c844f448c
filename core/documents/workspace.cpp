#include "documents/workspace.h"

#include "base/text.h"
#include "documents/enum_names.h"
#include "documents/workspace_io.h"

#include <algorithm>
#include <array>

namespace wayreeve::documents {

namespace {

template <class T>
const T* findById(const std::vector<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

template <class T>
const T* findShared(const std::vector<std::shared_ptr<const T>>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item->id == id; });
    return found == list.end() ? nullptr : found->get();
}

bool hasAutonomyElement(const AutonomyMatrix& matrix, std::string_view list, std::string_view id) {
    if (list == "raises")
        return findById(matrix.raises, id) != nullptr;
    if (list == "exceptions")
        return findById(matrix.exceptions, id) != nullptr;
    return list == "rows" && findById(matrix.rows, id) != nullptr;
}

} // namespace

std::string_view nameOf(Risk risk) {
    return enumName(risk);
}
std::string_view nameOf(Reversibility reversibility) {
    return enumName(reversibility);
}
std::string_view nameOf(AutonomyLevel level) {
    return enumName(level);
}
std::string_view nameOf(Slot slot) {
    return enumName(slot);
}
std::string_view nameOf(Channel channel) {
    return enumName(channel);
}
std::string_view nameOf(Response response) {
    return enumName(response);
}
std::string_view nameOf(Arm arm) {
    return enumName(arm);
}

std::string_view nameOf(Factor factor) {
    return enumName(factor);
}

std::string_view nameOf(Kind kind) {
    constexpr std::array<std::string_view, kindCount> names{
        "workspace", "journeys", "autonomy",      "policies", "actions",     "content", "agents",  "goals", "signals",
        "stages",    "measures", "tracking-plan", "people",   "populations", "stories", "mapping", "tables"};
    return names[static_cast<std::size_t>(kind)];
}

const JourneyNode* Journey::node(std::string_view nodeId) const {
    return findById(nodes, nodeId);
}
const JourneyStage* Journey::stage(std::string_view stageId) const {
    return findById(stages, stageId);
}
const Action* ActionCatalogue::find(std::string_view id) const {
    return findById(actions, id);
}
const ContentBlock* ContentLibrary::find(std::string_view id) const {
    return findById(blocks, id);
}
const Agent* AgentRoster::find(std::string_view id) const {
    return findById(agents, id);
}
const Goal* GoalList::find(std::string_view id) const {
    return findById(goals, id);
}
const Signal* SignalBook::find(std::string_view id) const {
    return findById(signals, id);
}
const Stage* StageList::find(std::string_view id) const {
    return findById(stages, id);
}
const Person* PeopleList::find(std::string_view id) const {
    return findById(people, id);
}
bool isOfAccounts(const Journey& journey, const AgentRoster& agents) {
    bool some = false;
    for (const JourneyNode& node : journey.nodes) {
        if (node.type != NodeType::AgentDecision)
            continue;
        const Agent* const agent = agents.find(node.agent);
        if (!agent || agent->subject != Subject::Account)
            return false;
        some = true;
    }
    return some;
}
const Property* AccountPlan::trait(std::string_view id) const {
    return findById(traits, id);
}
const Property* TrackingPlan::trait(std::string_view id) const {
    return findById(traits, id);
}

const PlannedEvent* TrackingPlan::event(std::string_view name) const {
    const auto found = std::find_if(events.begin(), events.end(), [&](const auto& e) { return e.name == name; });
    return found == events.end() ? nullptr : &*found;
}

const Journey* Workspace::journey(std::string_view id) const {
    return findShared(journeys, id);
}
const Population* Workspace::population(std::string_view id) const {
    return findShared(populations, id);
}

const DecisionTable* Workspace::table(std::string_view id) const {
    return findShared(tables, id);
}

bool Workspace::isOff(std::string_view kind, std::string_view id) const {
    return !off.empty() && off.contains(std::string(kind) + "/" + std::string(id));
}

bool Workspace::hasElement(const std::string& path) const {
    const std::vector<std::string> parts = split(path, '/');
    if (parts.size() < 2 || parts.size() > 3)
        return false;
    const std::string& kind = parts[0];
    const std::string& id = parts[1];
    if (kind == "autonomy")
        return parts.size() == 3 && autonomy && hasAutonomyElement(*autonomy, id, parts[2]);
    if (kind == "journeys") {
        const Journey* found = journey(id);
        return found && (parts.size() == 2 || found->node(parts[2]));
    }
    if (parts.size() == 3)
        return false;
    return (kind == "policies" && policies && findById(policies->policies, id)) ||
           (kind == "actions" && actions && actions->find(id)) || (kind == "content" && content && content->find(id)) ||
           (kind == "agents" && agents && agents->find(id)) || (kind == "goals" && goals && goals->find(id)) ||
           (kind == "signals" && signals && signals->find(id)) || (kind == "stages" && stages && stages->find(id)) ||
           (kind == "measures" && measures && findById(measures->measures, id));
}

} // namespace wayreeve::documents
