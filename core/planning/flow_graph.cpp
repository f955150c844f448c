#include "planning/flow_graph.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

std::optional<rules::Expression> compiled(const std::string& text, const documents::FactSchema& schema,
                                          rules::Type type = rules::Type::Boolean) {
    if (text.empty())
        return std::nullopt;
    auto expression = rules::Expression::compile(text, schema.schema(), type);
    if (!expression) // never true: a branch that cannot be read must not be taken
        expression = rules::Expression::compile("false", schema.schema(), rules::Type::Boolean);
    return std::move(expression).value();
}

} // namespace

std::size_t FlowNode::defaultOut() const {
    for (const FlowEdge& edge : out)
        if (!edge.when && edge.on.empty())
            return edge.to;
    return SIZE_MAX;
}

std::size_t FlowNode::exactOn(const std::string& word) const {
    for (const FlowEdge& edge : out)
        if (edge.on == word)
            return edge.to;
    return SIZE_MAX;
}

std::size_t FlowNode::outOn(const std::string& word) const {
    const std::size_t exact = exactOn(word);
    return exact == SIZE_MAX ? defaultOut() : exact;
}

std::size_t FlowJourney::indexOf(Sym node) const {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].id == node)
            return i;
    return SIZE_MAX;
}

FlowGraph::FlowGraph(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols) {
    const auto intern = [&](const std::string& text) { return text.empty() ? 0 : symbols.intern(text); };
    const auto event = [&](const std::string& name) {
        const Sym symbol = intern(name);
        if (symbol != 0)
            m_events[name] = symbol;
        return symbol;
    };
    for (const auto& map : workspace.journeys) {
        FlowJourney journey;
        journey.map = map.get();
        journey.id = symbols.intern(map->id);
        journey.off = workspace.isOff("journeys", map->id);
        journey.ofAccounts = documents::isOfAccounts(*map, *workspace.agents);
        for (const documents::JourneyNode& node : map->nodes) {
            FlowNode n;
            n.id = symbols.intern(node.id);
            n.type = node.type;
            n.off = workspace.isOff("journeys", map->id + "/" + node.id);
            n.event = event(node.event);
            n.when = compiled(node.when, schema);
            n.length = node.length;
            n.action = intern(node.action);
            n.content = intern(node.content);
            n.agent = intern(node.agent);
            n.goal = intern(node.goal);
            if (const documents::Goal* goal = workspace.goals->find(node.goal)) {
                n.goalEvent = event(goal->event);
                n.goalWhen = compiled(goal->when, schema);
            }
            const auto& traits = workspace.trackingPlan->traits;
            for (std::size_t i = 0; i < traits.size(); ++i)
                if (!node.trait.empty() && traits[i].id == node.trait)
                    n.trait = static_cast<int>(i);
            n.value = compiled(node.value, schema, rules::Type::Any);
            n.journey = intern(node.journey);
            if (n.type == documents::NodeType::Entry && journey.firstEntry == SIZE_MAX)
                journey.firstEntry = journey.nodes.size();
            journey.nodes.push_back(std::move(n));
        }
        for (std::size_t i = 0; i < map->nodes.size(); ++i)
            journey.nodes[i].baseline =
                map->nodes[i].baseline.empty() ? SIZE_MAX : journey.indexOf(symbols.find(map->nodes[i].baseline));
        for (const documents::JourneyEdge& edge : map->edges) {
            const std::size_t from = journey.indexOf(symbols.find(edge.from));
            FlowEdge e;
            e.to = journey.indexOf(symbols.find(edge.to));
            e.when = compiled(edge.when, schema);
            e.on = edge.on;
            e.onAction = workspace.actions->find(edge.on) ? symbols.intern(edge.on) : 0;
            if (from != SIZE_MAX && e.to != SIZE_MAX)
                journey.nodes[from].out.push_back(std::move(e));
        }
        for (const documents::ExitRule& rule : map->exits)
            journey.exits.push_back(
                {intern(rule.stage), event(rule.event), compiled(rule.when, schema), intern(rule.enter)});
        for (std::size_t i = 0; i < journey.nodes.size(); ++i)
            if (journey.nodes[i].type == documents::NodeType::Entry && journey.nodes[i].event != 0 &&
                !journey.nodes[i].off)
                m_entries[journey.nodes[i].event].emplace_back(m_journeys.size(), i);
        m_journeys.push_back(std::move(journey));
    }
}

const FlowJourney* FlowGraph::journey(Sym id) const {
    for (const FlowJourney& journey : m_journeys)
        if (journey.id == id)
            return &journey;
    return nullptr;
}

Sym FlowGraph::eventSymbol(const std::string& name) const {
    const auto at = m_events.find(name);
    return at == m_events.end() ? 0 : at->second;
}

const std::vector<std::pair<std::size_t, std::size_t>>& FlowGraph::entriesOf(Sym event) const {
    static const std::vector<std::pair<std::size_t, std::size_t>> none;
    const auto at = m_entries.find(event);
    return at == m_entries.end() ? none : at->second;
}

} // namespace wayreeve::planning
