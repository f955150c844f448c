#include "ui/journeys/journeys_screen.h"

#include "ui/journeys/flow_scene.h"
#include "ui/journeys/inspector.h"
#include "ui/journeys/journey_dock.h"
#include "ui/journeys/journey_words.h"
#include "ui/journeys/map_views.h"
#include "ui/journeys/step_picker.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"

#include <QMenu>
#include <QStackedWidget>

namespace wayreeve::ui {

using documents::JourneyNode;

void JourneysScreen::addCommands() {
    const auto add = [this](const char* id, const QString& text, const char* keys, const char* icon,
                            std::function<void()> run) {
        context().commands().add(
            this, {QLatin1String(id), text, QLatin1String(keys), QLatin1String(icon), tr("Journeys")}, std::move(run));
    };
    add("journeys.append", tr("Append a step"), "A", "plus", [this] { pickStep(true); });
    add("journeys.new", tr("New step"), "N", "plus", [this] { pickStep(false); });
    add("journeys.connect", tr("Connect with a step"), "C", "arrow-right", [this] { startConnect(); });
    add("journeys.rename", tr("Rename"), "F2", "edit", [this] { renameItem(m_presenter.current()); });
    add("journeys.duplicate", tr("Duplicate"), "Ctrl+D", "copy", [this] { m_presenter.duplicateSelected(); });
    add("journeys.delete", tr("Delete"), "Del", "delete", [this] { m_presenter.removeSelected(); });
    add("journeys.unplace", tr("Lay out automatically"), "", "layers", [this] {
        if (m_presenter.journey())
            m_presenter.apply(tr("Lay out automatically"),
                              edit::unplace(*m_presenter.journey(), m_presenter.selection()));
    });
    add("journeys.undo", tr("Undo"), "Ctrl+Z", "undo", [this] { m_presenter.undoStack().undo(); });
    add("journeys.redo", tr("Redo"), "Ctrl+Shift+Z", "redo", [this] { m_presenter.undoStack().redo(); });
    add("journeys.save", tr("Save the map"), "Ctrl+S", "save", [this] { save(); });
    add("journeys.layout", tr("Lanes or flow"), "Ctrl+Tab", "journeys",
        [this] { showLayout(m_maps->currentWidget() == m_lanes ? QStringLiteral("flow") : QStringLiteral("lanes")); });
    add("journeys.stories", tr("Run the stories"), "", "book", [this] { m_dock->showTab(QStringLiteral("stories")); });
    add("journeys.problems", tr("List the problems"), "", "warning",
        [this] { m_dock->showTab(QStringLiteral("problems")); });
    add("journeys.zoom100", tr("Zoom to 100 %"), "Ctrl+0", "zoom-fit", [this] { view().setZoom(1); });
    add("journeys.zoomFit", tr("Whole map"), "Ctrl+1", "zoom-fit", [this] { view().zoomToFit(); });
}

void JourneysScreen::addMoveCommands() {
    const auto add = [this](const char* id, const QString& text, const char* keys, std::function<void()> run) {
        context().commands().add(this, {QLatin1String(id), text, QLatin1String(keys), {}, tr("Journeys")},
                                 std::move(run));
    };
    add("journeys.next", tr("Next step"), "]", [this] { step(true); });
    add("journeys.previous", tr("Previous step"), "[", [this] { step(false); });
    add("journeys.left", tr("Move left"), "Ctrl+Left", [this] { nudge(-1, 0); });
    add("journeys.right", tr("Move right"), "Ctrl+Right", [this] { nudge(1, 0); });
    add("journeys.up", tr("Move up"), "Ctrl+Up", [this] { nudge(0, -1); });
    add("journeys.down", tr("Move down"), "Ctrl+Down", [this] { nudge(0, 1); });
    add("journeys.left10", tr("Move left by 10"), "Ctrl+Shift+Left", [this] { nudge(-10, 0); });
    add("journeys.right10", tr("Move right by 10"), "Ctrl+Shift+Right", [this] { nudge(10, 0); });
    add("journeys.up10", tr("Move up by 10"), "Ctrl+Shift+Up", [this] { nudge(0, -10); });
    add("journeys.down10", tr("Move down by 10"), "Ctrl+Shift+Down", [this] { nudge(0, 10); });
}

void JourneysScreen::pickStep(bool append) {
    if (!m_presenter.journey() || !m_presenter.workspace())
        return;
    auto* picker = new StepPicker(*m_presenter.workspace(), true, this);
    connect(picker, &StepPicker::stepChosen, this, [this, append](const JourneyNode& node) {
        view().setFocus();
        if (append ? m_presenter.append(node) : m_presenter.addStep(node))
            reveal(m_presenter.current());
    });
    connect(picker, &StepPicker::touchpointChosen, this, [this] {
        if (m_presenter.apply(tr("Add a touchpoint"),
                              edit::addTouchpoint(*m_presenter.journey(), m_presenter.currentStage(),
                                                  tr("Touchpoint").toStdString())))
            reveal(m_presenter.current());
    });
    QPoint place = view().mapToGlobal(QPoint(40, 80));
    if (const CardItem* card = view().map().card(m_presenter.current()))
        place = view().viewport()->mapToGlobal(view().mapFromScene(card->sceneCard().bottomLeft()) + QPoint(0, 6));
    picker->popUp(place);
}

/// Only steps have ways on; from the lanes it goes on in the flow, where those are drawn.
void JourneysScreen::startConnect() {
    const MapItem from = m_presenter.current();
    const JourneyNode* node = from.kind == MapItem::Kind::Node ? m_presenter.journey()->node(from.id) : nullptr;
    if (!node || !edit::canLeave(node->type)) {
        say(tr("Select a step that leads on first."), false);
        return;
    }
    showLayout(QStringLiteral("flow"));
    view().setFocus();
    view().beginConnect(from.id);
}

void JourneysScreen::renameItem(const MapItem& item) {
    if (!m_presenter.journey() || item.kind == MapItem::Kind::None)
        return;
    if (item.kind == MapItem::Kind::Stage) {
        m_inspector->focusField(QStringLiteral("customerGoal"));
        return;
    }
    if (item.kind == MapItem::Kind::Edge) {
        const int index = edgeIndex(*m_presenter.journey(), item);
        if (index >= 0)
            view().editName(item, qs(m_presenter.journey()->edges[static_cast<std::size_t>(index)].label));
        return;
    }
    view().editName(item, itemText(*m_presenter.workspace(), *m_presenter.journey(), item));
}

void JourneysScreen::nudge(int dx, int dy) {
    if (m_maps->currentWidget() != m_flow || !m_presenter.journey())
        return;
    documents::Journey journey = *m_presenter.journey();
    QString key = QStringLiteral("nudge");
    for (const MapItem& item : m_presenter.selection()) {
        const CardItem* card = m_flowScene->card(item);
        const JourneyNode* node = journey.node(item.id);
        if (!card || item.kind != MapItem::Kind::Node || !node)
            continue;
        std::string stage = node->stage;
        const QPointF place = m_flowScene->placeAt(card->spec().rect.topLeft(), stage);
        journey = edit::place(journey, item.id, place.x() + dx, std::max(4.0, place.y() + dy), stage);
        key += QLatin1Char('/') + qs(item.id);
    }
    m_presenter.apply(tr("Move"), std::move(journey), {}, key);
}

void JourneysScreen::drop(const std::vector<std::pair<std::string, QPointF>>& steps) {
    documents::Journey journey = *m_presenter.journey();
    for (const auto& [id, topLeft] : steps) {
        std::string stage;
        const QPointF place = m_flowScene->placeAt(topLeft, stage);
        journey = edit::place(journey, id, place.x(), place.y(), stage);
    }
    if (!m_presenter.apply(tr("Move"), std::move(journey)))
        m_flowScene->rebuild();
}

void JourneysScreen::step(bool forward) {
    const MapItem from = m_presenter.current();
    if (!m_presenter.journey())
        return;
    for (const auto& edge : m_presenter.journey()->edges)
        if ((forward ? edge.from : edge.to) == from.id) {
            m_presenter.select({MapItem::node(forward ? edge.to : edge.from)});
            reveal(m_presenter.current());
            return;
        }
}

void JourneysScreen::showMenu(const QPoint& globalPosition) {
    QMenu menu(this);
    for (const char* id : {"journeys.append", "journeys.connect", "journeys.rename", "journeys.duplicate",
                           "journeys.unplace", "journeys.delete"})
        if (QAction* action = context().commands().find(QLatin1String(id)))
            menu.addAction(action);
    menu.exec(globalPosition);
}

} // namespace wayreeve::ui
