#include "ui/journeys/journey_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace wayreeve::ui {

using documents::NodeType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JourneyWords)
};

template <class List>
QString nameIn(const List* list, const std::string& id) {
    const auto* found = list ? list->find(id) : nullptr;
    return found && !found->name.empty() ? qs(found->name) : qs(id);
}

QString agentDetail(const documents::Workspace& workspace, const documents::JourneyNode& node) {
    const documents::Agent* agent = workspace.agents ? workspace.agents->find(node.agent) : nullptr;
    if (!agent)
        return Words::tr("No agent");
    const QString options = Words::tr("%n option(s)", nullptr, static_cast<int>(agent->actions.size()));
    return node.length ? Words::tr("%1, goal in %2").arg(options, lengthText(*node.length)) : options;
}

} // namespace

const std::vector<NodeType>& nodeTypes() {
    static const std::vector<NodeType> types{NodeType::Entry,   NodeType::Wait,       NodeType::WaitFor,
                                             NodeType::Branch,  NodeType::Action,     NodeType::AgentDecision,
                                             NodeType::Handoff, NodeType::Experiment, NodeType::Update,
                                             NodeType::Link,    NodeType::Exit};
    return types;
}

QString typeText(NodeType type) {
    switch (type) {
    case NodeType::Entry:
        return Words::tr("Entry");
    case NodeType::Wait:
        return Words::tr("Wait");
    case NodeType::WaitFor:
        return Words::tr("Wait for an event");
    case NodeType::Branch:
        return Words::tr("Branch");
    case NodeType::Action:
        return Words::tr("Action");
    case NodeType::AgentDecision:
        return Words::tr("Agent decision");
    case NodeType::Handoff:
        return Words::tr("Handoff");
    case NodeType::Experiment:
        return Words::tr("Experiment");
    case NodeType::Update:
        return Words::tr("Update a trait");
    case NodeType::Link:
        return Words::tr("Other journey");
    case NodeType::Exit:
        break;
    }
    return Words::tr("Exit");
}

QString typeIcon(NodeType type) {
    switch (type) {
    case NodeType::Entry:
        return QStringLiteral("entry");
    case NodeType::Wait:
        return QStringLiteral("clock");
    case NodeType::WaitFor:
        return QStringLiteral("hourglass");
    case NodeType::Branch:
        return QStringLiteral("diamond");
    case NodeType::Action:
        return QStringLiteral("bolt");
    case NodeType::AgentDecision:
        return QStringLiteral("agent");
    case NodeType::Handoff:
        return QStringLiteral("handoff");
    case NodeType::Experiment:
        return QStringLiteral("compare");
    case NodeType::Update:
        return QStringLiteral("edit");
    case NodeType::Link:
        return QStringLiteral("link");
    case NodeType::Exit:
        break;
    }
    return QStringLiteral("outcome");
}

Ink typeInk(NodeType type) {
    return type == NodeType::AgentDecision ? Ink::Accent : type == NodeType::Exit ? Ink::RiskLow : Ink::Text2;
}

QString channelIcon(documents::Channel channel, Ink* ink) {
    if (channel == documents::Channel::None) {
        if (ink)
            *ink = Ink::Text2;
        return QStringLiteral("touchpoint");
    }
    const MarkLook mark = look(channelFromId(QString::fromUtf8(documents::nameOf(channel).data())));
    if (ink)
        *ink = mark.ink;
    return mark.icon;
}

QString evidenceText(documents::Evidence evidence) {
    return evidence == documents::Evidence::Full     ? Words::tr("Evidence: full")
           : evidence == documents::Evidence::Partly ? Words::tr("Evidence: partly")
                                                     : Words::tr("Evidence: none");
}

QString lengthText(Duration length) {
    constexpr std::int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
    const auto count = [&length](std::int64_t unit) { return static_cast<int>(length.ms / unit); };
    if (length.ms >= day && length.ms % day == 0)
        return Words::tr("%n day(s)", nullptr, count(day));
    if (length.ms >= hour && length.ms % hour == 0)
        return Words::tr("%n hour(s)", nullptr, count(hour));
    if (length.ms >= minute && length.ms % minute == 0)
        return Words::tr("%n minute(s)", nullptr, count(minute));
    return Words::tr("%n second(s)", nullptr, count(1000));
}

QString stageName(const documents::Workspace& workspace, const std::string& id) {
    return nameIn(workspace.stages.get(), id);
}

QString personName(const documents::Workspace& workspace, const std::string& id) {
    return nameIn(workspace.people.get(), id);
}

QString nodeName(const documents::JourneyNode& node) {
    return node.name.empty() ? qs(node.id) : qs(node.name);
}

QString nodeDetail(const documents::Workspace& workspace, const documents::JourneyNode& node) {
    switch (node.type) {
    case NodeType::Entry:
        return node.event.empty() ? typeText(node.type) : qs(node.event);
    case NodeType::Wait:
        return node.length ? Words::tr("Wait %1").arg(lengthText(*node.length)) : Words::tr("No length yet");
    case NodeType::WaitFor:
        return node.length ? Words::tr("%1, or %2").arg(qs(node.event), lengthText(*node.length)) : qs(node.event);
    case NodeType::Action: {
        const auto* action = workspace.actions ? workspace.actions->find(node.action) : nullptr;
        const QString name = nameIn(workspace.actions.get(), node.action);
        return name.isEmpty() ? Words::tr("No action yet")
               : action && name == nodeName(node)
                   ? look(channelFromId(QString::fromUtf8(documents::nameOf(action->channel).data()))).text
                   : name;
    }
    case NodeType::AgentDecision:
        return agentDetail(workspace, node);
    case NodeType::Handoff:
        return node.owner.empty() ? Words::tr("Handoff, nobody owns it")
                                  : Words::tr("Handoff to %1").arg(personName(workspace, node.owner));
    case NodeType::Update:
        return Words::tr("Sets %1").arg(qs(node.trait));
    case NodeType::Link: {
        const auto* journey = workspace.journey(node.journey);
        return Words::tr("To %1").arg(journey ? qs(journey->name) : qs(node.journey));
    }
    case NodeType::Exit:
        return node.reason.empty() ? typeText(node.type) : Words::tr("Exit, %1").arg(qs(node.reason));
    case NodeType::Branch:
    case NodeType::Experiment:
        break;
    }
    return typeText(node.type);
}

QString edgeText(const documents::Workspace& workspace, const documents::JourneyEdge& edge) {
    if (!edge.label.empty())
        return qs(edge.label);
    if (edge.on == "goal")
        return Words::tr("goal reached");
    if (edge.on == "limit")
        return Words::tr("time is up");
    if (edge.on == "event")
        return Words::tr("happened");
    if (edge.on == "timeout")
        return Words::tr("not in time");
    if (!edge.on.empty())
        return nameIn(workspace.actions.get(), edge.on);
    return qs(edge.when);
}

QString itemText(const documents::Workspace& workspace, const documents::Journey& journey, const MapItem& item) {
    switch (item.kind) {
    case MapItem::Kind::None:
        return {};
    case MapItem::Kind::Stage:
        return stageName(workspace, item.id);
    case MapItem::Kind::Node:
        if (const auto* node = journey.node(item.id))
            return nodeName(*node);
        return qs(item.id);
    case MapItem::Kind::Edge: {
        const auto* from = journey.node(item.id);
        const auto* to = journey.node(item.part);
        return Words::tr("%1 to %2").arg(from ? nodeName(*from) : qs(item.id), to ? nodeName(*to) : qs(item.part));
    }
    case MapItem::Kind::Touchpoint:
        break;
    }
    if (const auto* stage = journey.stage(item.part))
        for (const auto& touchpoint : stage->touchpoints)
            if (touchpoint.id == item.id)
                return touchpoint.name.empty() ? qs(touchpoint.id) : qs(touchpoint.name);
    return qs(item.id);
}

std::optional<AgentMark> agentMark(const documents::Workspace& workspace, const std::string& agentId) {
    const auto* agent = workspace.agents ? workspace.agents->find(agentId) : nullptr;
    if (!agent || agent->actions.empty() || !workspace.actions || !workspace.autonomy)
        return std::nullopt;
    const auto* action = workspace.actions->find(agent->actions.front());
    if (!action)
        return std::nullopt;
    AgentMark mark;
    mark.risk = static_cast<RiskMark>(action->baseRisk);
    const auto& cell =
        workspace.autonomy
            ->grid[static_cast<std::size_t>(action->baseRisk)][static_cast<std::size_t>(action->reversibility)];
    if (cell && !agent->onlySuggests()) {
        mark.level = static_cast<LevelMark>(cell->level);
        mark.sample = cell->sample;
    }
    return mark;
}

QString agentMarkSentence(const AgentMark& mark) {
    const QString share = QLocale().toString(mark.sample * 100, 'g', 3);
    switch (mark.level) {
    case LevelMark::Assisted:
        return Words::tr("Proposes only: a person decides each time.");
    case LevelMark::Supervised:
        return Words::tr("Acts within guardrails; %1 % are reviewed afterwards.").arg(share);
    case LevelMark::Autonomous:
        break;
    }
    return Words::tr("Acts alone within guardrails; %1 % are reviewed afterwards.").arg(share);
}

} // namespace wayreeve::ui
