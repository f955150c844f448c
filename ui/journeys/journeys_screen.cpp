#include "ui/journeys/journeys_screen.h"

#include "ui/journeys/inspector.h"
#include "ui/journeys/journey_dock.h"
#include "ui/journeys/journey_words.h"
#include "ui/journeys/map_views.h"
#include "ui/shell/app_context.h"
#include "ui/shell/rights.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

namespace {

/// The map that a workspace is about: the one with the most stages, of these the one with the most steps.
const std::string& mainJourney(const documents::Workspace& workspace) {
    const auto size = [](const auto& journey) { return std::pair(journey->stages.size(), journey->nodes.size()); };
    return (*std::max_element(workspace.journeys.begin(), workspace.journeys.end(),
                              [&size](const auto& a, const auto& b) { return size(a) < size(b); }))
        ->id;
}

} // namespace

JourneysScreen::JourneysScreen(AppContext& context)
    : Screen(context)
    , m_lanesScene(new LanesScene(m_presenter, this))
    , m_flowScene(new FlowScene(m_presenter, this))
    , m_lanes(new LanesView(*m_lanesScene, m_presenter))
    , m_flow(new FlowView(*m_flowScene, m_presenter))
    , m_maps(new QStackedWidget)
    , m_whole(new QStackedWidget)
    , m_empty(new EmptyState(tr("No journey map"),
                             tr("Maps of what customers go through are drawn here, with the decisions of the agents."),
                             tr("Open a workspace")))
    , m_inspector(new Inspector(m_presenter))
    , m_dock(new JourneyDock(m_presenter)) {
    setObjectName(QStringLiteral("journeysScreen"));
    makeTopBar();
    makeLayout();
    connectView(*m_lanes);
    connectView(*m_flow);
    connectPresenter();
    addCommands();
    addMoveCommands();
    connect(m_empty, &EmptyState::activated, this, [this] { this->context().openPlace(QStringLiteral("start")); });
    showLayout(QStringLiteral("lanes"));
    m_whole->setCurrentWidget(m_empty);
}

/// What follows the presenter goes before it does; the controls in the top bar may be gone already.
JourneysScreen::~JourneysScreen() {
    disconnect(&m_presenter.undoStack(), nullptr, this, nullptr);
    disconnect(&m_presenter, nullptr, this, nullptr);
    delete m_whole;
    delete m_lanesScene;
    delete m_flowScene;
}

void JourneysScreen::makeTopBar() {
    m_picker = new PlainButton(tr("Maps"), this);
    m_picker->setObjectName(QStringLiteral("journeyPicker"));
    m_picker->setIconName(QStringLiteral("map"));
    m_picker->setMenu(new QMenu(m_picker));
    connect(m_picker->menu(), &QMenu::aboutToShow, this, &JourneysScreen::fillMaps);
    m_undo = new IconButton(QStringLiteral("undo"), tr("Undo"), this);
    m_redo = new IconButton(QStringLiteral("redo"), tr("Redo"), this);
    m_undo->setObjectName(QStringLiteral("undoJourney"));
    m_redo->setObjectName(QStringLiteral("redoJourney"));
    connect(m_undo, &QToolButton::clicked, &m_presenter.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_presenter.undoStack(), &QUndoStack::redo);
    m_layouts = new SegmentedControl(tr("Layout"), this);
    m_layouts->setObjectName(QStringLiteral("journeyLayout"));
    m_layouts->addSegment(QStringLiteral("lanes"), tr("Lanes"));
    m_layouts->addSegment(QStringLiteral("flow"), tr("Flow"));
    connect(m_layouts, &SegmentedControl::chosen, this, &JourneysScreen::showLayout);
    m_save = new FilledButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveJourney"));
    connect(m_save, &FilledButton::clicked, this, &JourneysScreen::save);
    for (QWidget* widget : topBarWidgets())
        widget->hide(); // the shell shows them where they belong
}

QList<QWidget*> JourneysScreen::topBarWidgets() {
    return {m_picker, m_undo, m_redo, m_layouts, m_save};
}

void JourneysScreen::makeLayout() {
    m_maps->addWidget(m_lanes);
    m_maps->addWidget(m_flow);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(m_maps, 1);
    left->addWidget(m_dock);
    auto* map = new QWidget;
    auto* line = new QHBoxLayout(map);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addLayout(left, 1);
    line->addWidget(new Hairline(Qt::Vertical));
    line->addWidget(m_inspector);
    m_whole->addWidget(map);
    m_whole->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
}

void JourneysScreen::connectView(MapView& map) {
    connect(&map, &MapView::zoomChanged, m_dock, &JourneyDock::setZoom);
    connect(&map, &MapView::renameRequested, this, &JourneysScreen::renameItem);
    connect(&map, &MapView::renamed, this,
            [this](const MapItem& item, const QString& name) { m_presenter.rename(item, name); });
    connect(&map, &MapView::dropped, this, &JourneysScreen::drop);
    connect(&map, &MapView::menuRequested, this, &JourneysScreen::showMenu);
    connect(&map, &MapView::connectRequested, this, [this](const std::string& from, const std::string& to) {
        if (!m_presenter.connectSteps(from, to))
            say(tr("These two steps cannot be connected that way."), false);
    });
    connect(&map, &MapView::connectingChanged, this, [this, &map] {
        if (!map.connecting()) {
            context().dismissMessage(QStringLiteral("connect"));
            return;
        }
        context().showMessage({QStringLiteral("connect"),
                               Severity::Info,
                               tr("Connect"),
                               tr("Click the step it leads to, or choose it with the arrow keys and press Enter. Esc "
                                  "leaves it as it was."),
                               {},
                               {},
                               {},
                               -1});
    });
}

void JourneysScreen::connectPresenter() {
    connect(&m_presenter, &JourneyPresenter::journeyChanged, this, [this] {
        check();
        updateBar();
        showStoriesState();
        Q_EMIT headingChanged();
    });
    connect(&m_presenter, &JourneyPresenter::workspaceChanged, this, [this] {
        check();
        showStoriesState();
    });
    m_presenter.setGuard([this] { return mayOrSay(context(), governance::Right::EditDocuments); });
    connect(&m_presenter, &JourneyPresenter::refused, this, [this](const QString& why) { say(why, false); });
    connect(&m_presenter, &JourneyPresenter::dirtyChanged, this, [this] {
        updateBar();
        Q_EMIT headingChanged();
    });
    connect(&m_presenter.undoStack(), &QUndoStack::indexChanged, this, &JourneysScreen::updateBar);
    connect(m_dock, &JourneyDock::revealRequested, this, &JourneysScreen::reveal);
    connect(m_dock, &JourneyDock::zoomRequested, this,
            [this](int steps) { view().setZoom(steps == 0 ? 1.0 : view().zoom() * (steps > 0 ? 1.25 : 0.8)); });
    connect(m_dock, &JourneyDock::fitRequested, this, [this] { view().zoomToFit(); });
    connect(m_dock, &JourneyDock::storiesRequested, this, &JourneysScreen::runStories);
    updateBar();
}

QString JourneysScreen::openedTitle() const {
    return m_presenter.journey() ? qs(m_presenter.journey()->name) : QString();
}

QString JourneysScreen::chip() const {
    if (!m_presenter.journey())
        return {};
    if (m_presenter.dirty())
        return tr("Not saved");
    return m_presenter.journey()->state == "as-is" ? tr("As-is") : tr("To-be");
}

QString JourneysScreen::detail() const {
    const auto journey = m_presenter.journey();
    return journey && !journey->owner.empty() && m_presenter.workspace()
               ? personName(*m_presenter.workspace(), journey->owner)
               : QString();
}

MapView& JourneysScreen::view() const {
    return *qobject_cast<MapView*>(m_maps->currentWidget());
}

QList<QWidget*> JourneysScreen::panes() {
    return {&view(), m_dock->outline(), m_inspector};
}

void JourneysScreen::showLayout(const QString& layout) {
    const bool flow = layout == QLatin1String("flow");
    const bool focused = view().hasFocus();
    m_maps->setCurrentWidget(flow ? m_flow : m_lanes);
    m_lanesScene->setActive(!flow);
    m_flowScene->setActive(flow);
    m_layouts->setCurrent(flow ? QStringLiteral("flow") : QStringLiteral("lanes"));
    m_dock->setZoom(view().zoom());
    if (focused)
        view().setFocus();
    if (m_presenter.current().kind != MapItem::Kind::None)
        view().reveal(m_presenter.current());
}

GrabCounts JourneysScreen::counts() const {
    if (m_whole->currentWidget() == m_empty)
        return {};
    GrabCounts counts;
    counts.nodes = view().paintedCards();
    counts.rows = m_dock->listedRows();
    const auto journey = m_presenter.journey();
    const bool curve = journey && std::any_of(journey->stages.begin(), journey->stages.end(),
                                              [](const auto& stage) { return !stage.emotion.empty(); });
    counts.series = curve && m_maps->currentWidget() == m_lanes ? 1 : 0;
    return counts;
}

QString JourneysScreen::argument() const {
    return m_presenter.journey() ? qs(m_presenter.journey()->id) : QString();
}

void JourneysScreen::open(const QString& argument) {
    if (argument.isEmpty())
        return;
    if (argument == QLatin1String("?stories")) {
        m_dock->showTab(QStringLiteral("stories"));
        return;
    }
    m_wanted = argument.section(QLatin1Char('/'), 0, 0).toStdString();
    m_wantedNode = argument.section(QLatin1Char('/'), 1).toStdString();
    const auto workspace = context().workspace();
    if (!workspace || !workspace->journey(m_wanted))
        return;
    if (!m_presenter.journey() || m_presenter.journey()->id != m_wanted)
        openJourney(m_wanted);
    if (!m_wantedNode.empty()) {
        m_presenter.select({MapItem::node(m_wantedNode)});
        reveal(m_presenter.current());
    }
}

void JourneysScreen::refresh() {
    const auto workspace = context().workspace();
    const bool moved = m_folder != context().workspacePath();
    m_folder = context().workspacePath();
    if (moved) {
        m_drafts.clear();
        forgetStories();
    }
    if (!workspace || workspace->journeys.empty()) {
        m_presenter.open(workspace, nullptr);
        m_whole->setCurrentWidget(m_empty);
        Q_EMIT headingChanged();
        return;
    }
    m_whole->setCurrentIndex(0);
    const auto shown = m_presenter.journey();
    const std::string id = !moved && shown && workspace->journey(shown->id) ? shown->id
                           : workspace->journey(m_wanted)                   ? m_wanted
                                                                            : mainJourney(*workspace);
    if (!moved && shown && shown->id == id && (m_presenter.dirty() || *shown == *workspace->journey(id))) {
        m_presenter.setWorkspace(workspace);
        return;
    }
    openJourney(id);
}

void JourneysScreen::fillMaps() {
    QMenu* menu = m_picker->menu();
    menu->clear();
    if (!context().workspace())
        return;
    for (const auto& journey : context().workspace()->journeys) {
        const QString id = qs(journey->id);
        const QString name = qs(journey->name);
        QAction* action = menu->addAction(m_drafts.contains(id) ? tr("%1 (not saved)").arg(name) : name);
        action->setObjectName(id);
        action->setCheckable(true);
        action->setChecked(m_presenter.journey() && m_presenter.journey()->id == journey->id);
        connect(action, &QAction::triggered, this, [this, id] { open(id); });
    }
}

void JourneysScreen::updateBar() {
    QUndoStack& stack = m_presenter.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setToolTip(stack.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(stack.undoText()) : tr("Nothing to undo"));
    m_redo->setToolTip(stack.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(stack.redoText()) : tr("Nothing to redo"));
    m_save->setEnabled(m_presenter.dirty() && !m_saving);
    m_save->setKeyHint(m_save->isEnabled() ? QStringLiteral("Ctrl S") : QString());
    m_save->setToolTip(m_presenter.dirty() ? QString() : tr("Everything is saved."));
    m_picker->setEnabled(m_presenter.journey() != nullptr);
}

void JourneysScreen::reveal(const MapItem& item) {
    view().reveal(item);
}

void JourneysScreen::showEvent(QShowEvent* event) {
    Screen::showEvent(event);
    if (!focusWidget() || !isAncestorOf(focusWidget()))
        view().setFocus();
}

} // namespace wayreeve::ui
