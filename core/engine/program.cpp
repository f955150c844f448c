#include "engine/program.h"

#include <algorithm>

namespace wayreeve::engine {

Result<std::shared_ptr<const Program>> Program::compile(std::shared_ptr<const documents::Workspace> workspace,
                                                        const Symbols* known) {
    auto schema = documents::FactSchema::build(*workspace);
    if (!schema)
        return schema.error();
    const std::shared_ptr<Program> program(new Program);
    Program& p = *program;
    p.workspace = std::move(workspace);
    if (known)
        p.symbols = *known;
    p.schema = std::move(schema).value();
    const documents::Workspace& w = *p.workspace;

    if (!w.settings.zones.empty())
        if (auto zone = Zone::find(w.settings.zones.front()))
            p.zone = *zone;
    // The order of these lines is the order of symbols, and so part of every record of this document set.
    p.words.consent = p.symbols.intern("consent");
    p.words.superseded = p.symbols.intern("superseded");
    p.words.stricter = p.symbols.intern("stricter-requirement");
    p.words.changedFact = p.symbols.intern("changed-fact");
    p.words.expired = p.symbols.intern("expired");
    p.words.heldTooLong = p.symbols.intern("held-too-long");
    p.words.didNotFit = p.symbols.intern("did-not-fit");
    p.words.afterFailed = p.symbols.intern("after-failed");
    p.words.merged = p.symbols.intern("identity-merged");
    for (const rules::Schema::Entry& entry : p.schema.schema().entries())
        p.symbols.intern(entry.name);
    for (const documents::Action& action : w.actions->actions) {
        const Sym id = p.symbols.intern(action.id);
        const Sym family = action.family.empty() ? 0 : p.symbols.intern(action.family);
        const Sym after = action.after.empty() ? 0 : p.symbols.intern(action.after);
        p.m_usesAfter = p.m_usesAfter || after != 0;
        p.m_actions.resize(std::max<std::size_t>(p.m_actions.size(), id + 1));
        p.m_actions[id] = {&action, id, family, after, false};
        if (action.handoff && p.m_handoff == 0 && !w.isOff("actions", action.id))
            p.m_handoff = id;
    }
    for (const ActionInfo& waiting : std::vector<ActionInfo>(p.m_actions))
        if (waiting.after != 0 && waiting.after < p.m_actions.size())
            p.m_actions[waiting.after].awaited = true;
    for (const documents::Goal& goal : w.goals->goals) {
        const Sym id = p.symbols.intern(goal.id);
        p.m_goals.resize(std::max<std::size_t>(p.m_goals.size(), id + 1));
        p.m_goals[id] = &goal;
        if (p.m_firstGoal == 0 && !w.isOff("goals", goal.id))
            p.m_firstGoal = id;
    }
    p.perceiver = std::make_unique<perception::Perceiver>(w, p.schema, p.symbols);
    p.interpreter = std::make_unique<interpretation::Interpreter>(w, p.schema, p.symbols);
    p.flow = std::make_unique<planning::JourneyFlow>(w, p.schema, p.symbols);
    p.planner = std::make_unique<planning::Planner>(w, p.schema, *p.perceiver, p.symbols);
    p.governor = std::make_unique<governance::Governor>(w, p.schema, p.symbols);
    p.desk = std::make_unique<governance::ApprovalDesk>(w, p.symbols);
    p.attribution = std::make_unique<learning::Attribution>(w, p.schema, p.symbols);
    for (const documents::Agent& agent : w.agents->agents) {
        const Sym id = p.symbols.find(agent.id);
        p.m_servesSuppressed.resize(std::max<std::size_t>(p.m_servesSuppressed.size(), id + 1));
        p.m_servesSuppressed[id] =
            std::any_of(agent.actions.begin(), agent.actions.end(), [&](const std::string& name) {
                const documents::Action* const action = w.actions->find(name);
                return action &&
                       (action->internal || (action->slot == documents::Slot::Operation && action->purpose.empty()));
            });
    }
    return std::shared_ptr<const Program>(program);
}

const Program::ActionInfo* Program::action(Sym id) const {
    return id < m_actions.size() && m_actions[id].action ? &m_actions[id] : nullptr;
}

bool Program::servesSuppressed(Sym agent) const {
    return agent < m_servesSuppressed.size() && m_servesSuppressed[agent];
}

const documents::Goal* Program::goal(Sym id) const {
    return id < m_goals.size() ? m_goals[id] : nullptr;
}

Sym Program::learningGoal(Sym journey) const {
    const documents::Journey* map = workspace->journey(symbols.name(journey));
    return map ? symbols.find(map->learningGoal) : 0;
}

const documents::JourneyNode* Program::baselineAction(Sym journey, Sym node) const {
    const documents::Journey* map = workspace->journey(symbols.name(journey));
    const documents::JourneyNode* at = map ? map->node(symbols.name(node)) : nullptr;
    if (!at || at->baseline.empty())
        return nullptr;
    std::string next = at->baseline;
    for (std::size_t steps = 0; steps <= map->nodes.size(); ++steps) {
        const documents::JourneyNode* here = map->node(next);
        if (!here || here->type == documents::NodeType::Action)
            return here;
        const auto edge = std::find_if(map->edges.begin(), map->edges.end(),
                                       [&](const documents::JourneyEdge& e) { return e.from == here->id; });
        if (edge == map->edges.end())
            return nullptr;
        next = edge->to;
    }
    return nullptr;
}

} // namespace wayreeve::engine
