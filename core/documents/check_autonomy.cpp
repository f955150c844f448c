#include "documents/check_parts.h"
#include "documents/open_cells.h"

#include <algorithm>
#include <set>

namespace wayreeve::documents {

namespace {

constexpr double strongEmotion = -1.5;   // of −2 … 2: the customer is upset here
constexpr double nearlyEverything = 0.8; // share of actions that always queue
constexpr std::size_t fewestActions = 3; // below this a share says nothing

bool hasTag(const Action& action, const std::string& tag) {
    return std::find(action.tags.begin(), action.tags.end(), tag) != action.tags.end();
}

/// The level that an action gets at its base risk, as far as documents alone tell: rows with a condition are left out.
struct Level {
    AutonomyLevel level = AutonomyLevel::Assisted;
    bool hasCell = false;
};

Level levelOf(const AutonomyMatrix& matrix, const Action& action) {
    const std::size_t risk = static_cast<std::size_t>(action.baseRisk);
    Level strictest;
    bool matched = false;
    for (const AutonomyRow& row : matrix.rows) {
        if (!((!row.action.empty() && row.action == action.id) || (!row.tag.empty() && hasTag(action, row.tag))))
            continue;
        const std::optional<AutonomyCell>& cell = row.cells[risk];
        const AutonomyLevel level = cell ? cell->level : AutonomyLevel::Assisted;
        strictest.hasCell = strictest.hasCell || cell.has_value();
        strictest.level = matched ? std::min(strictest.level, level) : level;
        matched = true;
    }
    if (matched)
        return strictest;
    const std::optional<AutonomyCell>& cell = matrix.grid[risk][static_cast<std::size_t>(action.reversibility)];
    return {cell ? cell->level : AutonomyLevel::Assisted, cell.has_value()};
}

std::set<std::string> usedActions(const Workspace& w) {
    std::set<std::string> used;
    for (const Agent& agent : w.agents->agents)
        used.insert(agent.actions.begin(), agent.actions.end());
    for (const auto& journey : w.journeys)
        for (const JourneyNode& node : journey->nodes)
            if (!node.action.empty())
                used.insert(node.action);
    return used;
}

void checkCells(const Workspace& w, Findings& findings) {
    const std::set<std::string> used = usedActions(w);
    std::size_t external = 0;
    std::size_t queued = 0;
    for (const Action& action : w.actions->actions) {
        if (!used.contains(action.id) || action.internal)
            continue;
        const Level level = levelOf(*w.autonomy, action);
        ++external;
        queued += level.level == AutonomyLevel::Assisted ? 1 : 0;
        if (!level.hasCell)
            findings.add("check.action-without-cell", Severity::Warning, Kind::Actions, "actions",
                         "actions/" + action.id,
                         {{"action", action.id},
                          {"risk", std::string(nameOf(action.baseRisk))},
                          {"reversibility", std::string(nameOf(action.reversibility))}},
                         "fix.add-cell");
    }
    if (external >= fewestActions && static_cast<double>(queued) >= nearlyEverything * static_cast<double>(external))
        findings.add("check.queues-nearly-everything", Severity::Warning, Kind::Autonomy, "autonomy", "grid",
                     {{"queued", std::to_string(queued)}, {"actions", std::to_string(external)}});
}

/// Left open on purpose or forgotten: the documents cannot tell, so it is worth knowing and no more.
void checkOpenCells(const AutonomyMatrix& matrix, Findings& findings) {
    for (const MatrixPlace& place : openCells(matrix)) {
        const std::string risk(nameOf(place.risk));
        if (place.row.empty())
            findings.add("check.open-grid-cell", Severity::Note, Kind::Autonomy, "autonomy", "grid/" + risk,
                         {{"risk", risk}, {"reversibility", std::string(nameOf(place.reversibility))}});
        else
            findings.add("check.open-cell", Severity::Note, Kind::Autonomy, "autonomy",
                         "rows/" + place.row + "/cells/" + risk, {{"row", place.row}, {"risk", risk}});
    }
}

/// The first action of a node that would run unapproved, nullptr where there is none.
const Action* autonomousAction(const Workspace& w, const JourneyNode& node, bool highRiskOnly) {
    std::vector<std::string> ids;
    if (!node.action.empty())
        ids.push_back(node.action);
    if (const Agent* agent = w.agents->find(node.agent))
        ids.insert(ids.end(), agent->actions.begin(), agent->actions.end());
    for (const std::string& id : ids) {
        const Action* action = w.actions->find(id);
        if (action && !action->internal && !action->handoff && (!highRiskOnly || action->baseRisk == Risk::High) &&
            levelOf(*w.autonomy, *action).level == AutonomyLevel::Autonomous)
            return action;
    }
    return nullptr;
}

void checkOverAutomation(const Workspace& w, Findings& findings) {
    for (const auto& journey : w.journeys)
        for (const JourneyNode& node : journey->nodes) {
            const JourneyStage* stage = journey->stage(node.stage);
            const bool upset = stage && std::any_of(stage->emotion.begin(), stage->emotion.end(),
                                                    [](const auto& point) { return point.value <= strongEmotion; });
            if (const Action* action = autonomousAction(w, node, !upset))
                findings.add("check.over-automation", Severity::Warning, Kind::Journey, journey->id, "nodes/" + node.id,
                             {{"node", node.id}, {"action", action->id}, {"reason", upset ? "emotion" : "risk"}});
        }
}

template <class Visit>
void eachCell(const AutonomyMatrix& matrix, const Visit& visit) {
    for (std::size_t risk = 0; risk < 3; ++risk)
        for (std::size_t kind = 0; kind < 3; ++kind)
            if (matrix.grid[risk][kind])
                visit(*matrix.grid[risk][kind], "grid/" + std::string(nameOf(static_cast<Risk>(risk))));
    for (const AutonomyRow& row : matrix.rows)
        for (std::size_t risk = 0; risk < 3; ++risk)
            if (row.cells[risk])
                visit(*row.cells[risk], "rows/" + row.id);
}

void checkPeople(const Workspace& w, Findings& findings) {
    const auto approvers = std::count_if(w.people->people.begin(), w.people->people.end(), [](const Person& person) {
        return std::find(person.roles.begin(), person.roles.end(), Role::Approver) != person.roles.end();
    });
    const bool handsOver = std::any_of(w.actions->actions.begin(), w.actions->actions.end(),
                                       [](const Action& action) { return action.handoff; });
    bool alone = false;
    bool nowhere = false;
    eachCell(*w.autonomy, [&](const AutonomyCell& cell, const std::string& path) {
        if (cell.approval == Approval::FourEyes && approvers < 2 && !alone) {
            alone = true;
            findings.add("check.four-eyes-alone", Severity::Problem, Kind::Autonomy, "autonomy", path,
                         {{"approvers", std::to_string(approvers)}});
        }
        if (cell.onExpiry == SafeDefault::Handoff && !handsOver && !nowhere) {
            nowhere = true;
            findings.add("check.undefined-escalation", Severity::Problem, Kind::Autonomy, "autonomy", path);
        }
    });
}

} // namespace

void checkAutonomy(const Workspace& workspace, Findings& findings) {
    checkCells(workspace, findings);
    checkOpenCells(*workspace.autonomy, findings);
    checkOverAutomation(workspace, findings);
    checkPeople(workspace, findings);
}

} // namespace wayreeve::documents
