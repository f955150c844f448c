#include "ui/journeys/inspector.h"

#include "ui/journeys/inspector_form.h"
#include "ui/journeys/journey_words.h"

namespace wayreeve::ui {

using documents::JourneyNode;
using documents::NodeType;

namespace {

using Choice = InspectorForm::Choice;

template <class Range>
QList<Choice> named(const Range& range, const QString& none) {
    QList<Choice> choices{{{}, none, {}}};
    for (const auto& element : range)
        choices.append({qs(element.id), element.name.empty() ? qs(element.id) : qs(element.name), {}});
    return choices;
}

QString lengthError(const QString& text) {
    return text.trimmed().isEmpty() || parseDuration(text.trimmed().toStdString())
               ? QString()
               : Inspector::tr("A number and a unit: 30 min, 4 h, 2 d");
}

} // namespace

void Inspector::addNode(InspectorForm& form, const JourneyNode& node) {
    const std::string id = node.id;
    const auto& workspace = *m_presenter.workspace();
    const QString stage = tr("In %1").arg(stageName(workspace, node.stage));
    form.heading(typeIcon(node.type), typeInk(node.type), typeText(node.type), nodeName(node), stage);
    if (node.type == NodeType::AgentDecision)
        addAgent(form, node);
    form.section(tr("Step"));
    form.line(QStringLiteral("nodeName"), tr("Name"), qs(node.name),
              [this, id](const QString& text) { m_presenter.rename(MapItem::node(id), text); });
    QList<Choice> types;
    for (const NodeType type : nodeTypes())
        types.append({QString::number(static_cast<int>(type)), typeText(type), typeIcon(type)});
    form.choice(QStringLiteral("nodeType"), tr("Type"), types, QString::number(static_cast<int>(node.type)),
                [this, id](const QString& type) {
                    m_presenter.apply(tr("Change the type"),
                                      edit::retype(*m_presenter.journey(), id, static_cast<NodeType>(type.toInt())));
                });
    QList<Choice> stages;
    for (const auto& s : m_presenter.journey()->stages)
        stages.append({qs(s.id), stageName(workspace, s.id), {}});
    form.choice(QStringLiteral("nodeStage"), tr("Stage"), stages, qs(node.stage), [this, id](const QString& value) {
        changeNode(id, [&](JourneyNode& n) { n.stage = value.toStdString(); });
    });
    addTrigger(form, node);
    addAction(form, node);
    addRest(form, node);
    addWays(form, node);
}

void Inspector::addTrigger(InspectorForm& form, const JourneyNode& node) {
    const std::string id = node.id;
    const bool listens = node.type == NodeType::Entry || node.type == NodeType::WaitFor;
    if (listens) {
        QList<Choice> events{{{}, tr("None yet"), {}}};
        for (const auto& event : m_presenter.workspace()->trackingPlan->events)
            events.append({qs(event.name), qs(event.name), {}});
        form.choice(QStringLiteral("nodeEvent"), tr("Event"), events, qs(node.event), [this, id](const QString& value) {
            changeNode(id, [&](JourneyNode& n) { n.event = value.toStdString(); });
        });
        form.feel(
            QStringLiteral("nodeWhen"), tr("Only when (FEEL)"), qs(node.when),
            [this, id](const QString& text) {
                changeNode(id, [&](JourneyNode& n) { n.when = text.trimmed().toStdString(); });
            },
            [this](const QString& text) { return feelError(text, true); });
    }
    if (node.type == NodeType::Wait || node.type == NodeType::WaitFor || node.type == NodeType::AgentDecision) {
        const QString label = node.type == NodeType::Wait      ? tr("How long")
                              : node.type == NodeType::WaitFor ? tr("At most")
                                                               : tr("Time limit");
        form.line(
            QStringLiteral("nodeLength"), label, node.length ? qs(formatDuration(*node.length)) : QString(),
            [this, id](const QString& text) {
                changeNode(id, [&](JourneyNode& n) {
                    const auto length = parseDuration(text.trimmed().toStdString());
                    n.length = length ? std::optional<Duration>(*length) : std::nullopt;
                });
            },
            lengthError);
    }
}

void Inspector::addAgent(InspectorForm& form, const JourneyNode& node) {
    const std::string id = node.id;
    const auto& workspace = *m_presenter.workspace();
    form.section(tr("Autonomy"));
    if (const auto mark = agentMark(workspace, node.agent)) {
        const MarkLook level = look(mark->level);
        const MarkLook risk = look(mark->risk);
        form.marks(level.icon, level.text, risk.icon, risk.ink, risk.text, agentMarkSentence(*mark));
    } else {
        form.note(QStringLiteral("warning"), Ink::RiskMedium, tr("Without an agent nothing is decided here."));
    }
    form.section(tr("Goal"));
    form.choice(
        QStringLiteral("nodeAgent"), tr("Agent"), named(workspace.agents->agents, tr("None yet")), qs(node.agent),
        [this, id](const QString& value) { changeNode(id, [&](JourneyNode& n) { n.agent = value.toStdString(); }); });
    form.choice(
        QStringLiteral("nodeGoal"), tr("Outcome"), named(workspace.goals->goals, tr("None yet")), qs(node.goal),
        [this, id](const QString& value) { changeNode(id, [&](JourneyNode& n) { n.goal = value.toStdString(); }); });
    QList<Choice> baselines{{{}, tr("None"), {}}};
    for (const JourneyNode& other : m_presenter.journey()->nodes)
        if (other.id != id && other.type != NodeType::Entry)
            baselines.append({qs(other.id), nodeName(other), typeIcon(other.type)});
    form.choice(QStringLiteral("nodeBaseline"), tr("Baseline starts at"), baselines, qs(node.baseline),
                [this, id](const QString& value) {
                    changeNode(id, [&](JourneyNode& n) { n.baseline = value.toStdString(); });
                });
    const auto* agent = workspace.agents->find(node.agent);
    if (agent && !agent->when.empty())
        form.note(QStringLiteral("filter"), Ink::Text2, tr("Runs when %1").arg(qs(agent->when)));
    if (agent) {
        QStringList names;
        for (const std::string& action : agent->actions) {
            const auto* known = workspace.actions->find(action);
            names.append(known ? qs(known->name) : qs(action));
        }
        form.note(QStringLiteral("bolt"), Ink::Text2, tr("May choose: %1").arg(names.join(QStringLiteral(", "))));
    }
}

void Inspector::addAction(InspectorForm& form, const JourneyNode& node) {
    if (node.type != NodeType::Action && node.type != NodeType::Handoff)
        return;
    const std::string id = node.id;
    const auto& workspace = *m_presenter.workspace();
    form.choice(
        QStringLiteral("nodeAction"), tr("Action"), named(workspace.actions->actions, tr("None yet")), qs(node.action),
        [this, id](const QString& value) { changeNode(id, [&](JourneyNode& n) { n.action = value.toStdString(); }); });
    if (node.type == NodeType::Handoff)
        form.choice(QStringLiteral("nodeOwner"), tr("Owner"), named(workspace.people->people, tr("Nobody")),
                    qs(node.owner), [this, id](const QString& value) {
                        changeNode(id, [&](JourneyNode& n) { n.owner = value.toStdString(); });
                    });
}

void Inspector::addRest(InspectorForm& form, const JourneyNode& node) {
    const std::string id = node.id;
    const auto text = [&](const char* name, const QString& label, std::string JourneyNode::*member) {
        form.line(QLatin1String(name), label, qs(node.*member), [this, id, member](const QString& value) {
            changeNode(id, [&](JourneyNode& n) { n.*member = value.trimmed().toStdString(); });
        });
    };
    if (node.type == NodeType::Exit)
        text("nodeReason", tr("Reason"), &JourneyNode::reason);
    if (node.type == NodeType::Update) {
        text("nodeTrait", tr("Trait"), &JourneyNode::trait);
        form.feel(
            QStringLiteral("nodeValue"), tr("Value (FEEL)"), qs(node.value),
            [this, id](const QString& value) {
                changeNode(id, [&](JourneyNode& n) { n.value = value.trimmed().toStdString(); });
            },
            [this](const QString& value) { return feelError(value, false); });
    }
    if (node.type == NodeType::Link) {
        QList<Choice> journeys{{{}, tr("None yet"), {}}};
        for (const auto& journey : m_presenter.workspace()->journeys)
            if (journey->id != m_presenter.journey()->id)
                journeys.append({qs(journey->id), qs(journey->name), {}});
        form.choice(QStringLiteral("nodeJourney"), tr("Journey"), journeys, qs(node.journey),
                    [this, id](const QString& value) {
                        changeNode(id, [&](JourneyNode& n) { n.journey = value.toStdString(); });
                    });
    }
}

void Inspector::addWays(InspectorForm& form, const JourneyNode& node) {
    const auto& journey = *m_presenter.journey();
    if (edit::canLeave(node.type))
        form.section(tr("Leads to"));
    for (std::size_t i = 0; i < journey.edges.size(); ++i) {
        if (journey.edges[i].from != node.id)
            continue;
        const auto* target = journey.node(journey.edges[i].to);
        const QString why = edgeText(*m_presenter.workspace(), journey.edges[i]);
        const QString name = target ? nodeName(*target) : qs(journey.edges[i].to);
        form.link(why.isEmpty() ? name : tr("%1: %2").arg(why, name),
                  [this, item = edgeItem(journey, i)] { m_presenter.select({item}); });
    }
    if (node.x && node.y)
        form.link(tr("Place it automatically"), [this, id = node.id] {
            m_presenter.apply(tr("Place automatically"), edit::unplace(*m_presenter.journey(), {MapItem::node(id)}));
        });
}

} // namespace wayreeve::ui
