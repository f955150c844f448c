#include "ui/journeys/inspector.h"

#include "ui/journeys/inspector_form.h"
#include "ui/journeys/journey_words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>

namespace wayreeve::ui {

using documents::Journey;
using documents::JourneyNode;
using documents::JourneyStage;

namespace {

using Choice = InspectorForm::Choice;

template <class Range>
QList<Choice> named(const Range& range, const QString& none = {}) {
    QList<Choice> choices;
    if (!none.isEmpty())
        choices.append({{}, none, {}});
    for (const auto& element : range)
        choices.append({qs(element.id), element.name.empty() ? qs(element.id) : qs(element.name), {}});
    return choices;
}

std::string joined(const std::vector<std::string>& entries) {
    std::string text;
    for (const std::string& entry : entries)
        text += (text.empty() ? "" : "\n") + entry;
    return text;
}

std::vector<std::string> lines(const QString& text) {
    std::vector<std::string> entries;
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            entries.push_back(line.trimmed().toStdString());
    return entries;
}

} // namespace

Inspector::Inspector(JourneyPresenter& presenter, QWidget* parent)
    : QScrollArea(parent)
    , m_presenter(presenter) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setFixedWidth(metrics::inspector);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    for (const auto signal : {&JourneyPresenter::journeyChanged, &JourneyPresenter::workspaceChanged,
                              &JourneyPresenter::selectionChanged, &JourneyPresenter::problemsChanged})
        connect(&presenter, signal, this, &Inspector::refresh);
    refresh();
}

/// A field commits while it still has the focus: the form is built anew once that is over.
void Inspector::refresh() {
    if (m_pending)
        return;
    m_pending = true;
    QTimer::singleShot(0, this, [this] {
        m_pending = false;
        fill();
    });
}

void Inspector::focusField(const QString& name) {
    if (m_pending) {
        m_pending = false;
        fill();
        m_pending = false;
    }
    if (auto* field = widget() ? widget()->findChild<QWidget*>(name) : nullptr)
        field->setFocus();
}

void Inspector::fill() {
    const QWidget* focus = focusWidget();
    const QString focused =
        focus && widget() && widget()->isAncestorOf(focus) && focus->hasFocus() ? focus->objectName() : QString();
    auto* form = new InspectorForm;
    form->setAutoFillBackground(true);
    const auto journey = m_presenter.journey();
    const MapItem item = m_presenter.current();
    if (journey && m_presenter.workspace()) {
        if (item.kind == MapItem::Kind::Node && journey->node(item.id))
            addNode(*form, *journey->node(item.id));
        else if (item.kind == MapItem::Kind::Edge)
            addEdge(*form, item);
        else if (item.kind == MapItem::Kind::Touchpoint)
            addTouchpoint(*form, item);
        else if (item.kind == MapItem::Kind::Stage && journey->stage(item.id))
            addStage(*form, *journey->stage(item.id));
        else
            addJourney(*form);
        addProblems(*form, item);
    }
    form->finish();
    setWidget(form);
    if (!focused.isEmpty())
        if (auto* field = form->findChild<QWidget*>(focused))
            field->setFocus();
}

void Inspector::changeNode(const std::string& id, const std::function<void(JourneyNode&)>& change) {
    const JourneyNode* known = m_presenter.journey() ? m_presenter.journey()->node(id) : nullptr;
    if (!known)
        return;
    JourneyNode node = *known;
    change(node);
    m_presenter.apply(tr("Change %1").arg(nodeName(*known)), edit::setNode(*m_presenter.journey(), node));
}

void Inspector::changeStage(const std::string& id, const std::function<void(JourneyStage&)>& change) {
    const JourneyStage* known = m_presenter.journey() ? m_presenter.journey()->stage(id) : nullptr;
    if (!known)
        return;
    JourneyStage stage = *known;
    change(stage);
    m_presenter.apply(tr("Change %1").arg(stageName(*m_presenter.workspace(), id)),
                      edit::setStage(*m_presenter.journey(), stage));
}

void Inspector::changeJourney(const std::function<void(Journey&)>& change) {
    if (!m_presenter.journey())
        return;
    Journey journey = *m_presenter.journey();
    change(journey);
    m_presenter.apply(tr("Change the journey"), std::move(journey));
}

QString Inspector::feelError(const QString& text, bool condition) const {
    return feelProblem(*m_presenter.workspace(), text.trimmed().toStdString(), condition);
}

void Inspector::addJourney(InspectorForm& form) {
    const Journey& journey = *m_presenter.journey();
    const auto& workspace = *m_presenter.workspace();
    form.heading(QStringLiteral("journeys"), Ink::Accent, tr("Journey"), qs(journey.name), {});
    form.section(tr("What for"));
    form.line(QStringLiteral("journeyName"), tr("Name"), qs(journey.name),
              [this](const QString& text) { changeJourney([&](Journey& j) { j.name = text.toStdString(); }); });
    form.list(QStringLiteral("objective"), tr("Objective"), qs(journey.objective), [this](const QString& text) {
        changeJourney([&](Journey& j) { j.objective = text.simplified().toStdString(); });
    });
    form.choice(QStringLiteral("learningGoal"), tr("Learning goal"), named(workspace.goals->goals, tr("None")),
                qs(journey.learningGoal),
                [this](const QString& id) { changeJourney([&](Journey& j) { j.learningGoal = id.toStdString(); }); });
    form.choice(QStringLiteral("journeyOwner"), tr("Owner"), named(workspace.people->people, tr("Nobody")),
                qs(journey.owner),
                [this](const QString& id) { changeJourney([&](Journey& j) { j.owner = id.toStdString(); }); });
    form.choice(QStringLiteral("state"), tr("It shows"),
                {{QStringLiteral("as-is"), tr("How it is"), {}}, {QStringLiteral("to-be"), tr("How it shall be"), {}}},
                qs(journey.state),
                [this](const QString& id) { changeJourney([&](Journey& j) { j.state = id.toStdString(); }); });
    form.choice(QStringLiteral("experiment"), tr("Measured by"),
                {{QStringLiteral("yes"), tr("Comparison with a baseline"), {}},
                 {QStringLiteral("no"), tr("Nothing: a duty to everybody"), {}}},
                journey.experiment ? QStringLiteral("yes") : QStringLiteral("no"), [this](const QString& id) {
                    changeJourney([&](Journey& j) { j.experiment = id == QLatin1String("yes"); });
                });
    form.section(tr("Left at once"));
    if (journey.exits.empty())
        form.note(QStringLiteral("info"), Ink::Text2, tr("Only by its own exits."));
    for (const auto& exit : journey.exits) {
        const QString why = !exit.event.empty()   ? tr("On %1").arg(qs(exit.event))
                            : !exit.stage.empty() ? tr("On reaching %1").arg(stageName(workspace, exit.stage))
                                                  : tr("When %1").arg(qs(exit.when));
        form.note(QStringLiteral("outcome"), Ink::Text2, why);
    }
}

void Inspector::addEdge(InspectorForm& form, const MapItem& item) {
    const Journey& journey = *m_presenter.journey();
    const int index = edgeIndex(journey, item);
    if (index < 0)
        return;
    const documents::JourneyEdge& edge = journey.edges[static_cast<std::size_t>(index)];
    const auto change = [this, item](const std::function<void(documents::JourneyEdge&)>& set) {
        const int at = edgeIndex(*m_presenter.journey(), item);
        if (at < 0)
            return;
        documents::JourneyEdge next = m_presenter.journey()->edges[static_cast<std::size_t>(at)];
        set(next);
        m_presenter.apply(tr("Change a way on"), edit::setEdge(*m_presenter.journey(), item, next));
    };
    form.heading(QStringLiteral("arrow-right"), Ink::Text2, tr("Way on"),
                 itemText(*m_presenter.workspace(), journey, item), {});
    form.section(tr("When it is taken"));
    form.line(QStringLiteral("edgeLabel"), tr("Label"), qs(edge.label),
              [change](const QString& text) { change([&](auto& e) { e.label = text.toStdString(); }); });
    const auto* from = journey.node(edge.from);
    if (from && from->type == documents::NodeType::Branch)
        form.feel(
            QStringLiteral("edgeWhen"), tr("Condition (FEEL); empty: otherwise"), qs(edge.when),
            [change](const QString& text) { change([&](auto& e) { e.when = text.trimmed().toStdString(); }); },
            [this](const QString& text) { return feelError(text, true); });
    QList<Choice> ons{{{}, tr("Otherwise"), {}}};
    if (from && from->type == documents::NodeType::WaitFor) {
        ons.append({QStringLiteral("event"), tr("It happened"), {}});
        ons.append({QStringLiteral("timeout"), tr("Not in time"), {}});
        for (const auto& action : m_presenter.workspace()->actions->actions)
            ons.append({qs(action.id), tr("After: %1").arg(qs(action.name)), {}});
    } else if (from && from->type == documents::NodeType::AgentDecision) {
        ons.append({QStringLiteral("goal"), tr("Goal reached"), {}});
        ons.append({QStringLiteral("limit"), tr("Time is up"), {}});
        if (const auto* agent = m_presenter.workspace()->agents->find(from->agent))
            for (const std::string& id : agent->actions) {
                const auto* action = m_presenter.workspace()->actions->find(id);
                ons.append({qs(id), tr("After: %1").arg(action ? qs(action->name) : qs(id)), {}});
            }
    }
    if (ons.size() > 1)
        form.choice(QStringLiteral("edgeOn"), tr("Taken when"), ons, qs(edge.on),
                    [change](const QString& id) { change([&](auto& e) { e.on = id.toStdString(); }); });
}

void Inspector::addTouchpoint(InspectorForm& form, const MapItem& item) {
    const auto& workspace = *m_presenter.workspace();
    const JourneyStage* stage = m_presenter.journey()->stage(item.part);
    if (!stage)
        return;
    for (const auto& touchpoint : stage->touchpoints) {
        if (touchpoint.id != item.id)
            continue;
        const auto change = [this, item](const std::function<void(documents::Touchpoint&)>& set) {
            changeStage(item.part, [&](JourneyStage& s) {
                for (auto& t : s.touchpoints)
                    if (t.id == item.id)
                        set(t);
            });
        };
        Ink ink = Ink::Text2;
        const QString iconName = channelIcon(touchpoint.channel, &ink);
        form.heading(iconName, ink, tr("Touchpoint"), qs(touchpoint.name),
                     tr("In %1").arg(stageName(workspace, stage->id)));
        form.section(tr("Where the customer meets us"));
        form.line(QStringLiteral("touchpointName"), tr("Name"), qs(touchpoint.name),
                  [change](const QString& text) { change([&](auto& t) { t.name = text.toStdString(); }); });
        QList<Choice> channels;
        for (int c = 0; c <= static_cast<int>(documents::Channel::Ads); ++c) {
            const auto channel = static_cast<documents::Channel>(c);
            const QString id = QString::fromUtf8(documents::nameOf(channel).data());
            channels.append({id, c == 0 ? tr("None") : look(channelFromId(id)).text, channelIcon(channel)});
        }
        form.choice(QStringLiteral("channel"), tr("Channel"), channels,
                    QString::fromUtf8(documents::nameOf(touchpoint.channel).data()), [change](const QString& id) {
                        for (int c = 0; c <= static_cast<int>(documents::Channel::Ads); ++c)
                            if (id == QString::fromUtf8(documents::nameOf(static_cast<documents::Channel>(c)).data()))
                                change([&](auto& t) { t.channel = static_cast<documents::Channel>(c); });
                    });
        QList<Choice> events{{{}, tr("Not observed"), {}}};
        for (const auto& event : workspace.trackingPlan->events)
            events.append({qs(event.name), qs(event.name), {}});
        form.choice(QStringLiteral("touchpointEvent"), tr("Shown by the event"), events, qs(touchpoint.event),
                    [change](const QString& id) { change([&](auto& t) { t.event = id.toStdString(); }); });
    }
}

void Inspector::addStage(InspectorForm& form, const JourneyStage& stage) {
    const auto& workspace = *m_presenter.workspace();
    const std::string id = stage.id;
    const auto* definition = workspace.stages->find(id);
    form.heading(QStringLiteral("step"), Ink::Text2, tr("Stage"), stageName(workspace, id),
                 definition ? qs(definition->definition) : QString());
    const auto text = [&](const char* name, const QString& label, std::string JourneyStage::*member) {
        form.list(QLatin1String(name), label, qs(stage.*member), [this, id, member](const QString& value) {
            changeStage(id, [&](JourneyStage& s) { s.*member = value.simplified().toStdString(); });
        });
    };
    const auto entries = [&](const char* name, const QString& label, std::vector<std::string> JourneyStage::*member) {
        form.list(QLatin1String(name), label, qs(joined(stage.*member)), [this, id, member](const QString& value) {
            changeStage(id, [&](JourneyStage& s) { s.*member = lines(value); });
        });
    };
    form.section(tr("The customer"));
    text("customerGoal", tr("Customer goal"), &JourneyStage::customerGoal);
    text("expectation", tr("Expectation"), &JourneyStage::expectation);
    entries("friction", tr("Friction, one a line"), &JourneyStage::friction);
    addStageRisks(form, stage);
    form.section(tr("What it takes"));
    text("humanEffort", tr("Human effort"), &JourneyStage::humanEffort);
    text("costOfDelay", tr("Cost of delay"), &JourneyStage::costOfDelay);
    entries("dependencies", tr("Depends on, one a line"), &JourneyStage::dependencies);
    entries("data", tr("Data, one a line"), &JourneyStage::data);
    entries("kpis", tr("KPIs, one a line"), &JourneyStage::kpis);
    form.choice(QStringLiteral("stageOwner"), tr("Owner"), named(workspace.people->people, tr("Nobody")),
                qs(stage.owner), [this, id](const QString& person) {
                    changeStage(id, [&](JourneyStage& s) { s.owner = person.toStdString(); });
                });
    form.choice(QStringLiteral("evidence"), tr("Evidence"),
                {{QStringLiteral("0"), evidenceText(documents::Evidence::None), QStringLiteral("risk-low")},
                 {QStringLiteral("1"), evidenceText(documents::Evidence::Partly), QStringLiteral("half")},
                 {QStringLiteral("2"), evidenceText(documents::Evidence::Full), QStringLiteral("full")}},
                QString::number(static_cast<int>(stage.evidence)), [this, id](const QString& value) {
                    changeStage(id,
                                [&](JourneyStage& s) { s.evidence = static_cast<documents::Evidence>(value.toInt()); });
                });
}

void Inspector::addStageRisks(InspectorForm& form, const JourneyStage& stage) {
    const std::string id = stage.id;
    form.section(tr("Emotion, planned (−2 to +2)"));
    for (std::size_t i = 0; i < stage.emotion.size(); ++i) {
        const auto& point = stage.emotion[i];
        const QString label =
            point.note.empty() ? tr("At %1 %").arg(QLocale().toString(point.at * 100, 'g', 3)) : qs(point.note);
        form.line(
            QStringLiteral("emotion%1").arg(i), label, QLocale().toString(point.value),
            [this, id, i](const QString& text) {
                changeStage(id, [&](JourneyStage& s) { s.emotion[i].value = QLocale().toDouble(text); });
            },
            [](const QString& text) {
                bool ok = false;
                const double value = QLocale().toDouble(text, &ok);
                return ok && value >= -2 && value <= 2 ? QString() : tr("A number from −2 to +2");
            });
    }
    form.section(tr("If it fails"));
    for (std::size_t i = 0; i < stage.failureModes.size(); ++i)
        form.line(
            QStringLiteral("fallback%1").arg(i), qs(stage.failureModes[i].what), qs(stage.failureModes[i].fallback),
            [this, id, i](const QString& text) {
                changeStage(id, [&](JourneyStage& s) { s.failureModes[i].fallback = text.toStdString(); });
            },
            [](const QString& text) { return text.trimmed().isEmpty() ? tr("No fallback") : QString(); });
    form.section(tr("Handoffs"));
    for (std::size_t i = 0; i < stage.handoffs.size(); ++i)
        form.choice(QStringLiteral("handoff%1").arg(i),
                    stage.handoffs[i].when.empty()
                        ? qs(stage.handoffs[i].to)
                        : tr("%1 when %2").arg(qs(stage.handoffs[i].to), qs(stage.handoffs[i].when)),
                    named(m_presenter.workspace()->people->people, tr("Nobody")), qs(stage.handoffs[i].owner),
                    [this, id, i](const QString& person) {
                        changeStage(id, [&](JourneyStage& s) { s.handoffs[i].owner = person.toStdString(); });
                    });
}

void Inspector::addProblems(InspectorForm& form, const MapItem& item) {
    bool first = true;
    for (const MapProblem& problem : m_presenter.problems()) {
        if (problem.item != item)
            continue;
        if (first)
            form.section(tr("Problems"));
        first = false;
        form.note(problem.blocks ? QStringLiteral("risk-high") : QStringLiteral("warning"),
                  problem.blocks ? Ink::RiskHigh : Ink::RiskMedium, problem.title);
    }
}

} // namespace wayreeve::ui
