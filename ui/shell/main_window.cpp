#include "ui/shell/main_window.h"

#include "ui/shell/command_registry.h"
#include "ui/shell/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/rights.h"
#include "ui/shell/screen.h"
#include "ui/shell/screen_factory.h"
#include "ui/shell/start_page.h"
#include "ui/shell/start_provider.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/watch_application.h"
#include "ui/shell/workspace_palette.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace wayreeve::ui {

MainWindow::MainWindow(AppContext& context)
    : m_context(context)
    , m_rail(new Rail(context))
    , m_topBar(new TopBar)
    , m_messages(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_status(new StatusLine(context))
    , m_palette(new Palette(context.commands(), this)) {
    setWindowTitle(QStringLiteral("Wayreeve"));
    setAutoFillBackground(true);
    setMinimumSize(800, 560);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_topBar);
    content->addWidget(m_messages);
    content->addWidget(m_stack, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(content, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    connect(m_rail, &Rail::placeChosen, this, [this](const QString& id) { goTo(id); });
    connect(m_rail, &Rail::findRequested, this, [this] { m_palette->open(); });
    connect(m_rail, &Rail::shortcutsRequested, this, [this] { m_palette->open(true); });
    connect(m_rail, &Rail::openRequested, this, [this] { goTo("start"); });
    connect(m_topBar, &TopBar::backRequested, this, &MainWindow::back);
    connect(m_topBar, &TopBar::forwardRequested, this, &MainWindow::forward);
    connect(m_topBar, &TopBar::titlePressed, this, [this] { goTo(currentPlace()); });
    connectContext();
    context.setLeaveHandler([guard = QPointer<MainWindow>(this)](std::function<void()> then) {
        if (guard)
            guard->leave(std::move(then));
    });
    addCommands();
    context.commands().addProvider(std::make_shared<WorkspacePalette>(context));
    goTo("start");
}

MainWindow::~MainWindow() = default;

void MainWindow::connectContext() {
    connect(&m_context, &AppContext::placeRequested, this, &MainWindow::goTo);
    connect(&m_context, &AppContext::messageRequested, m_messages, &MessageBar::show);
    connect(&m_context, &AppContext::messageDismissed, m_messages, &MessageBar::dismiss);
    connect(&m_context, &AppContext::workspaceChanged, this, &MainWindow::refreshScreens);
    connect(&m_context, &AppContext::dataChanged, this, &MainWindow::refreshScreens);
    connect(&m_context, &AppContext::personChanged, this, &MainWindow::refreshScreens);
    connect(&m_context, &AppContext::stopChanged, this, &MainWindow::showStop);
}

void MainWindow::addCommands() {
    CommandRegistry& commands = m_context.commands();
    const QString go = tr("Go");
    const QString window = tr("Window");
    for (const Place& place : places())
        commands.add(this,
                     {"place." + place.id, tr("Go to %1").arg(place.text()),
                      QStringLiteral("G, %1").arg(QLatin1Char(place.key)), place.icon, go},
                     [this, id = place.id] { goTo(id); });
    commands.add(this, {"place.start", tr("Go to the start page"), {}, "folder", go}, [this] { goTo("start"); });
    commands.add(this, {"window.open", tr("Open workspace…"), "Ctrl+O", "folder", go}, [this] {
        if (const auto provider = m_context.service<StartProvider>())
            provider->openWorkspace({});
        else
            goTo("start");
    });
    commands.add(this, {"history.back", tr("Back"), "Alt+Left", "chevron-left", go}, [this] { back(); });
    commands.add(this, {"history.forward", tr("Forward"), "Alt+Right", "chevron-right", go}, [this] { forward(); });
    commands.add(this, {"window.find", tr("Find anything"), "Ctrl+K", "search", window}, [this] { m_palette->open(); });
    commands.add(this, {"window.shortcuts", tr("List the shortcuts"), "?", "keyboard", window},
                 [this] { m_palette->open(true); });
    commands.add(this, {"window.next-pane", tr("Next pane"), "F6", {}, window}, [this] { nextPane(1); });
    commands.add(this, {"window.previous-pane", tr("Previous pane"), "Shift+F6", {}, window}, [this] { nextPane(-1); });
    commands.add(this, {"window.theme", tr("Switch between light and dark"), "Ctrl+Alt+T", "theme", window}, [] {
        const bool dark = Tokens::current().theme() == Theme::Light;
        WatchApplication::excuse("theme");
        Tokens::current().setTheme(dark ? Theme::Dark : Theme::Light);
        QSettings().setValue("theme", dark ? "dark" : "light");
    });
    commands.add(this, {"window.message", tr("Do what the message offers"), "Ctrl+Alt+M", {}, window},
                 [this] { m_messages->activate(); });
    commands.add(this, {"stop.all", tr("Stop all actions"), "Ctrl+Alt+S", "stop", tr("Actions")},
                 [this] { m_context.stopAll(); });
    commands.add(this, {"stop.lift", tr("Let actions run again"), {}, "play", tr("Actions")}, [this] {
        if (m_context.stopped() && mayOrSay(m_context, governance::Right::LiftStop))
            m_context.liftStop();
    });
}

Screen* MainWindow::screen(const QString& placeId) {
    if (Screen* made = m_screens.value(placeId))
        return made;
    const bool known = placeId == "start" || std::any_of(places().cbegin(), places().cend(),
                                                         [&](const Place& place) { return place.id == placeId; });
    if (!known)
        return nullptr;
    Screen* made = placeId == "start" ? new StartPage(m_context) : createScreen(placeId, m_context);
    if (made->accessibleName().isEmpty())
        made->setAccessibleName(made->title());
    m_screens.insert(placeId, made);
    m_stack->addWidget(made);
    connect(made, &Screen::headingChanged, this,
            [this, made] { m_rail->setCount(made->placeId(), made->railCount()); });
    made->refresh();
    m_rail->setCount(placeId, made->railCount());
    return made;
}

QString MainWindow::currentPlace() const {
    return m_at >= 0 ? m_history[m_at].place : QString();
}

Screen* MainWindow::currentScreen() const {
    return qobject_cast<Screen*>(m_stack->currentWidget());
}

void MainWindow::goTo(const QString& placeId, const QString& argument) {
    if (!screen(placeId))
        return;
    // Where the screen is now is where Back must lead, not where it was when it was opened.
    if (m_at >= 0 && currentScreen())
        m_history[m_at].argument = currentScreen()->argument();
    const Visit visit{placeId, argument};
    if (m_at < 0 || m_history[m_at].place != placeId || (!argument.isEmpty() && m_history[m_at].argument != argument)) {
        m_history.resize(m_at + 1);
        m_history.append(visit);
        m_at = m_history.size() - 1;
    }
    showVisit(visit);
}

void MainWindow::back() {
    if (m_at <= 0)
        return;
    m_history[m_at].argument = currentScreen()->argument();
    showVisit(m_history[--m_at]);
}

void MainWindow::forward() {
    if (m_at + 1 < m_history.size())
        showVisit(m_history[++m_at]);
}

void MainWindow::showVisit(const Visit& visit) {
    WatchApplication::excuse("opening a place");
    Screen* shown = screen(visit.place);
    if (shown != currentScreen())
        m_messages->leavePlace();
    if (!visit.argument.isEmpty())
        shown->open(visit.argument);
    m_stack->setCurrentWidget(shown);
    m_topBar->setScreen(shown);
    m_topBar->setHistory(m_at > 0, m_at + 1 < m_history.size());
    m_rail->setCurrent(visit.place);
    const QList<QWidget*> panes = shown->panes();
    if (!panes.isEmpty() && !m_palette->isVisible())
        panes.first()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::nextPane(int direction) {
    QList<QWidget*> panes{m_rail->firstFocus()};
    if (Screen* shown = currentScreen())
        panes.append(shown->panes());
    panes.append(m_status->findChild<QWidget*>("stopAll"));
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    if (focus && m_rail->isAncestorOf(focus))
        at = 0;
    setAttribute(Qt::WA_KeyboardFocusChange);
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget* next = panes[(at + direction * step + 2 * panes.size()) % panes.size()];
        if (next->isVisible()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::refreshScreens() {
    WatchApplication::excuse("refreshing screens");
    // Background work is done in the order it is asked for: first what is looked at, then what the rail counts.
    QList<Screen*> screens = m_screens.values();
    const auto rank = [this](const Screen* made) {
        return made == currentScreen() ? 0 : made->railCount() >= 0 ? 1 : 2;
    };
    std::stable_sort(screens.begin(), screens.end(),
                     [&rank](const Screen* a, const Screen* b) { return rank(a) < rank(b); });
    for (Screen* made : std::as_const(screens)) {
        made->refresh();
        m_rail->setCount(made->placeId(), made->railCount());
    }
    const QString name = m_context.workspaceName();
    // The rail says how many wait for a person before anybody looked at them.
    if (!name.isEmpty())
        QTimer::singleShot(0, this, [this] { screen(QStringLiteral("approvals")); });
    setWindowTitle(name.isEmpty() ? QStringLiteral("Wayreeve") : name + QStringLiteral(" – Wayreeve"));
}

void MainWindow::showStop(bool stopped) {
    if (!stopped) {
        m_messages->dismiss("stop");
        return;
    }
    m_messages->show({"stop",
                      Severity::Error,
                      tr("All actions are stopped."),
                      tr("Nothing is sent. What was decided is kept and waits."),
                      tr("Start again"),
                      [this] {
                          showStop(m_context.stopped()); // pressing it took the message away; it holds until lifted
                          if (mayOrSay(m_context, governance::Right::LiftStop))
                              m_context.liftStop();
                      },
                      {},
                      0});
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    m_rail->setNarrow(width() < 1000);
    QWidget::resizeEvent(event);
}

} // namespace wayreeve::ui
