#include "planning/journey_flow.h"

#include "planning/flow_graph.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

using documents::Arm;
using documents::NodeType;

constexpr int maxMoves = 64;

bool isTrue(const std::optional<rules::Expression>& rule, const rules::Frame& frame) {
    return !rule || rule->test(frame) == rules::Truth::True;
}

} // namespace

/// One advance() of one customer: the instances are moved until none can.
class FlowWalk {
public:
    FlowWalk(const FlowGraph& graph, Positions& positions, const FlowTrigger& trigger, const perception::Facts& facts,
             FlowOutcome& outcome)
        : m_graph(graph)
        , m_positions(positions)
        , m_trigger(trigger)
        , m_frame{facts, trigger.now, nullptr}
        , m_outcome(outcome)
        , m_event(trigger.event ? graph.eventSymbol(trigger.event->name) : 0) {}

    void run() {
        leave();
        // An event moves who stood somewhere before it; who enters by it does not also wait for it.
        const std::size_t standing = m_positions.instances.size();
        for (std::size_t i = 0; i < standing && m_moves < maxMoves; ++i)
            walk(m_positions.instances[i], true);
        enterByEvent();
        drainEntries();
        std::erase_if(m_positions.instances, [](const Instance& instance) { return instance.node == 0; });
        collectDue();
    }

private:
    bool isBaseline(const FlowJourney& journey) const {
        return m_trigger.arm == Arm::Baseline && journey.map->experiment;
    }

    void leave() {
        for (Instance& instance : m_positions.instances) {
            const FlowJourney* journey = m_graph.journey(instance.journey);
            if (!journey) {
                end(instance);
                continue;
            }
            for (const FlowExit& rule : journey->exits) {
                const bool stage = rule.stage == 0 || (m_trigger.reading && m_trigger.reading->stageChanged &&
                                                       m_trigger.reading->stage == rule.stage);
                const bool event = rule.event == 0 || rule.event == m_event;
                if (!stage || !event || (rule.stage == 0 && rule.event == 0 && !rule.when) ||
                    !isTrue(rule.when, m_frame))
                    continue;
                end(instance);
                if (rule.enter != 0)
                    m_entries.push_back(rule.enter);
                break;
            }
        }
    }

    void end(Instance& instance) {
        m_outcome.moves.push_back({MoveKind::Exited, instance.journey, instance.node, 0});
        m_positions.past.push_back({instance.journey, m_trigger.now});
        instance.node = 0;
    }

    void enterByEvent() {
        if (m_event == 0)
            return;
        for (const auto& [journey, node] : m_graph.entriesOf(m_event))
            if (isTrue(m_graph.journeys()[journey].nodes[node].when, m_frame))
                enter(m_graph.journeys()[journey], node);
    }

    void drainEntries() {
        while (!m_entries.empty() && m_moves < maxMoves) {
            const Sym id = m_entries.back();
            m_entries.pop_back();
            if (const FlowJourney* journey = m_graph.journey(id); journey && journey->firstEntry != SIZE_MAX)
                enter(*journey, journey->firstEntry);
        }
    }

    bool mayEnter(const FlowJourney& journey) const {
        if (journey.off || journey.ofAccounts != m_trigger.ofAccount)
            return false;
        for (const Instance& instance : m_positions.instances)
            if (instance.journey == journey.id && instance.node != 0)
                return false;
        if (journey.map->reEntry == documents::ReEntry::Always)
            return true;
        for (const PastVisit& visit : m_positions.past) {
            if (visit.journey != journey.id)
                continue;
            if (journey.map->reEntry == documents::ReEntry::Never)
                return false;
            if (m_trigger.now - visit.left < journey.map->reEntryAfter.value_or(Duration{}))
                return false;
        }
        return true;
    }

    void enter(const FlowJourney& journey, std::size_t node) {
        if (!mayEnter(journey))
            return;
        Instance instance;
        instance.journey = journey.id;
        instance.entered = m_trigger.now;
        arrive(instance, journey, node);
        m_outcome.moves.push_back({MoveKind::Entered, journey.id, 0, instance.node});
        m_positions.instances.push_back(instance);
        walk(m_positions.instances.back(), false);
    }

    void arrive(Instance& instance, const FlowJourney& journey, std::size_t node) const {
        const FlowNode& at = journey.nodes[node];
        instance.node = at.id;
        instance.nodeEntered = m_trigger.now;
        instance.wakeAt = at.length ? m_trigger.now + *at.length : Instant::never();
        instance.lastDecision = {INT64_MIN};
        instance.dueAt = at.type == NodeType::AgentDecision ? m_trigger.now : Instant::never();
        instance.again = false;
    }

    void moveTo(Instance& instance, const FlowJourney& journey, std::size_t to) {
        const Sym from = instance.node;
        if (to == SIZE_MAX) {
            end(instance);
            return;
        }
        arrive(instance, journey, to);
        m_outcome.moves.push_back({MoveKind::Advanced, journey.id, from, instance.node});
    }

    /// Moves one instance as far as it goes.
    void walk(Instance& instance, bool eventMayMove) {
        const FlowJourney* journey = m_graph.journey(instance.journey);
        bool eventFresh = eventMayMove;
        while (instance.node != 0 && journey) {
            const std::size_t at = journey->indexOf(instance.node);
            if (at == SIZE_MAX) {
                end(instance);
                return;
            }
            if (++m_moves > maxMoves) {
                m_outcome.problem = instance.journey;
                return;
            }
            if (!step(instance, *journey, at, eventFresh))
                return;
            eventFresh = false;
        }
    }

    bool step(Instance& instance, const FlowJourney& journey, std::size_t at, bool eventFresh) {
        const FlowNode& node = journey.nodes[at];
        if (node.off)
            return moveTo(instance, journey, node.firstOut()), true;
        switch (node.type) {
        case NodeType::Entry:
        case NodeType::Experiment:
            return moveTo(instance, journey, node.defaultOut()), true;
        case NodeType::Wait:
            if (instance.wakeAt > m_trigger.now)
                return false;
            return moveTo(instance, journey, node.defaultOut()), true;
        case NodeType::WaitFor:
            if (eventFresh && m_event != 0 && node.event == m_event && isTrue(node.when, m_frame))
                return moveTo(instance, journey, node.outOn("event")), true;
            if (const FlowEdge* done = executedEdge(node))
                return moveTo(instance, journey, done->to), true;
            if (instance.wakeAt <= m_trigger.now)
                return moveTo(instance, journey, node.outOn("timeout")), true;
            return false;
        case NodeType::Branch:
            return moveTo(instance, journey, branchOf(node)), true;
        case NodeType::Action:
        case NodeType::Handoff:
            if (node.action != 0)
                m_outcome.drawn.push_back({journey.id, node.id, node.action, node.content});
            return moveTo(instance, journey, node.defaultOut()), true;
        case NodeType::Update:
            if (node.trait >= 0 && node.value)
                m_outcome.updates.push_back({static_cast<std::size_t>(node.trait), node.value->evaluate(m_frame)});
            return moveTo(instance, journey, node.defaultOut()), true;
        case NodeType::Link:
            if (node.journey != 0)
                m_entries.push_back(node.journey);
            end(instance);
            return true;
        case NodeType::Exit:
            end(instance);
            return true;
        case NodeType::AgentDecision:
            return agentStep(instance, journey, node, eventFresh);
        }
        return false;
    }

    std::size_t branchOf(const FlowNode& node) const {
        for (const FlowEdge& edge : node.out)
            if (edge.when && edge.when->test(m_frame) == rules::Truth::True)
                return edge.to;
        return node.defaultOut();
    }

    /// The edge that names an action which was dispatched just now.
    const FlowEdge* executedEdge(const FlowNode& node) const {
        for (const Sym action : m_trigger.executed)
            for (const FlowEdge& edge : node.out)
                if (edge.onAction == action && action != 0)
                    return &edge;
        return nullptr;
    }

    bool agentStep(Instance& instance, const FlowJourney& journey, const FlowNode& node, bool eventFresh) {
        if (eventFresh && m_event != 0 && node.goalEvent == m_event && isTrue(node.goalWhen, m_frame))
            if (const std::size_t to = node.exactOn("goal"); to != SIZE_MAX)
                return moveTo(instance, journey, to), true;
        if (const FlowEdge* done = executedEdge(node))
            return moveTo(instance, journey, done->to), true;
        if (instance.wakeAt <= m_trigger.now) {
            const std::size_t to = node.exactOn("limit");
            return moveTo(instance, journey, to == SIZE_MAX ? node.defaultOut() : to), true;
        }
        if (isBaseline(journey) && node.baseline != SIZE_MAX) {
            moveTo(instance, journey, node.baseline);
            instance.inBaseline = true;
            return true;
        }
        return false;
    }

    void collectDue() {
        for (std::size_t i = 0; i < m_positions.instances.size(); ++i) {
            Instance& instance = m_positions.instances[i];
            const FlowJourney* journey = m_graph.journey(instance.journey);
            const FlowNode& node = journey->nodes[journey->indexOf(instance.node)];
            if (node.type != NodeType::AgentDecision)
                continue;
            if (isBaseline(*journey)) {
                instance.dueAt = Instant::never(); // no treatment: it stays until something takes it out
                continue;
            }
            if (isDue(instance))
                m_outcome.due.push_back({instance.journey, instance.node, node.agent, node.goal, i});
        }
    }

    /// Semantics, "Decisions": entered, its wait ended, stage changed, leading intent changed or moved by more than
    /// 0.2, or something it proposed came to nothing; and where a promise or a milestone falls due.
    bool isDue(const Instance& instance) const {
        if (instance.again || instance.lastDecision.ms == INT64_MIN || instance.dueAt <= m_trigger.now ||
            m_trigger.fellDue)
            return true;
        const interpretation::Reading* reading = m_trigger.reading;
        if (!reading)
            return false;
        return reading->stageChanged || reading->leadingIntent != instance.leadingIntent ||
               std::fabs(reading->leadingIntentValue - instance.leadingIntentValue) > 0.2;
    }

    const FlowGraph& m_graph;
    Positions& m_positions;
    const FlowTrigger& m_trigger;
    rules::Frame m_frame;
    FlowOutcome& m_outcome;
    Sym m_event;
    std::vector<Sym> m_entries;
    int m_moves = 0;
};

struct JourneyFlow::Impl {
    FlowGraph graph;
};

JourneyFlow::JourneyFlow(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols)
    : m_impl(new Impl{FlowGraph(workspace, schema, symbols)}) {}

JourneyFlow::~JourneyFlow() = default;

FlowOutcome JourneyFlow::advance(Positions& positions, const FlowTrigger& trigger,
                                 const perception::Facts& facts) const {
    FlowOutcome outcome;
    FlowWalk(m_impl->graph, positions, trigger, facts, outcome).run();
    return outcome;
}

Instant JourneyFlow::nextWake(const Positions& positions) const {
    Instant wake = Instant::never();
    for (const Instance& instance : positions.instances)
        wake = std::min({wake, instance.wakeAt, instance.dueAt});
    return wake;
}

void JourneyFlow::decided(Instance& instance, Instant now, Instant until,
                          const interpretation::Reading& reading) const {
    instance.lastDecision = now;
    instance.dueAt = until;
    instance.again = false;
    instance.leadingIntent = reading.leadingIntent;
    instance.leadingIntentValue = reading.leadingIntentValue;
}

bool JourneyFlow::inExperiment(Sym journey) const {
    const FlowJourney* found = m_impl->graph.journey(journey);
    return found && found->map->experiment;
}

} // namespace wayreeve::planning
