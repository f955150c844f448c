#include "ui/decisions/decisions_screen.h"

#include "ui/decisions/decision_view.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPointer>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

namespace wayreeve::ui {

DecisionsScreen::DecisionsScreen(AppContext& context, QWidget* parent)
    : Screen(context, parent)
    , m_stack(new QStackedWidget)
    , m_model(new DecisionListModel(this))
    , m_empty(new EmptyState({}, {}))
    , m_view(new DecisionView)
    , m_replay(new PlainButton(tr("Replay")))
    , m_back(new PlainButton(tr("All decisions")))
    , m_previous(new PlainButton(tr("Newer")))
    , m_next(new PlainButton(tr("Older"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_listPane = makeList();
    m_stack->addWidget(m_listPane);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    column->addWidget(m_stack);
    m_replay->setObjectName(QStringLiteral("replay"));
    m_replay->setIconName(QStringLiteral("replay"));
    m_replay->setKeyHint(QStringLiteral("R"));
    m_back->setIconName(QStringLiteral("list"));
    m_previous->setIconName(QStringLiteral("chevron-up"));
    m_previous->setKeyHint(QStringLiteral("K"));
    m_next->setIconName(QStringLiteral("chevron-down"));
    m_next->setKeyHint(QStringLiteral("J"));
    // One widget for the bar, which shows whatever it is given; the buttons in it come and go.
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    for (Button* button : {m_replay, m_previous, m_next, m_back}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        button->hide();
    }
    connect(m_replay, &Button::clicked, this, &DecisionsScreen::replay);
    connect(m_back, &Button::clicked, this, &DecisionsScreen::showList);
    connect(m_previous, &Button::clicked, this, [this] { step(-1); });
    connect(m_next, &Button::clicked, this, [this] { step(1); });
    connect(m_empty, &EmptyState::activated, this, [this] { this->context().openPlace(QStringLiteral("simulation")); });
    addCommands();
    updateButtons();
}

DecisionsScreen::~DecisionsScreen() {
    if (m_replayJob)
        m_replayJob->cancelled = true;
}

QList<QWidget*> DecisionsScreen::topBarWidgets() {
    return {m_buttons};
}

QWidget* DecisionsScreen::makeFilters() {
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    column->setSpacing(metrics::space8);
    auto* first = new QHBoxLayout;
    m_search = new SearchField(tr("Customer, decision or queue item"));
    m_search->setObjectName(QStringLiteral("decisionSearch"));
    m_search->setMaximumWidth(420);
    first->addWidget(m_search, 1);
    first->addStretch(1);
    m_count = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2);
    m_count->setObjectName(QStringLiteral("decisionCount"));
    m_clear = new PlainButton(tr("Clear filters"));
    m_clear->setObjectName(QStringLiteral("decisionClear"));
    m_clear->hide();
    first->addWidget(m_clear);
    first->addWidget(m_count);
    column->addLayout(first);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    const auto combo = [&](const QString& name, const QString& id) {
        auto* box = new QComboBox;
        box->setObjectName(id);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        box->setMaximumWidth(220);
        row->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                fetchList(false);
        });
        return box;
    };
    m_action = combo(tr("Action"), QStringLiteral("filterAction"));
    m_agent = combo(tr("Agent"), QStringLiteral("filterAgent"));
    m_arm = combo(tr("Arm"), QStringLiteral("filterArm"));
    m_ruling = combo(tr("Ruling"), QStringLiteral("filterRuling"));
    m_since = combo(tr("Since"), QStringLiteral("filterSince"));
    m_waits = combo(tr("Waits"), QStringLiteral("filterWaits"));
    row->addStretch(1);
    column->addLayout(row);
    connect(m_clear, &Button::clicked, this, [this] {
        clearFilters();
        m_search->setFocus();
    });
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { fetchList(false); });
    return bar;
}

QWidget* DecisionsScreen::makeList() {
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilters());
    column->addWidget(new Hairline);
    m_table = new DataTable(tr("Decisions, newest first"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setModel(m_model);
    m_table->setColumnWidths({120, 140, 0, 150, 140, 96, 128, 88});
    m_nothing = new EmptyState(tr("Nothing found"), tr("No decision of this run matches the search and the filters."),
                               tr("Clear search and filters"));
    m_nothing->setObjectName(QStringLiteral("decisionsNothing"));
    m_rows = new QStackedWidget;
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_nothing);
    column->addWidget(m_rows, 1);
    connect(m_nothing, &EmptyState::activated, this, [this] {
        clearFilters();
        focusTable();
    });
    connect(m_search, &SearchField::downPressed, this, &DecisionsScreen::focusTable);
    connect(m_search, &SearchField::escaped, this, &DecisionsScreen::focusTable);
    const auto openRow = [this](const QModelIndex& index) {
        if (index.isValid())
            context().openPlace(placeId(),
                                QString::fromStdString(m_model->rows()[static_cast<std::size_t>(index.row())].id));
    };
    connect(m_table, &DataTable::opened, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_more && m_jobs == 0 &&
            value + 2 * m_table->viewport()->height() / metrics::row >= m_table->verticalScrollBar()->maximum())
            fetchList(true);
    });
    return pane;
}

void DecisionsScreen::addCommands() {
    CommandRegistry& commands = context().commands();
    commands.add(this, {"decisions.newer", tr("Newer decision"), "K", "chevron-up", tr("Decisions")},
                 [this] { step(-1); });
    commands.add(this, {"decisions.older", tr("Older decision"), "J", "chevron-down", tr("Decisions")},
                 [this] { step(1); });
    commands.add(this, {"decisions.replay", tr("Replay this decision"), "R", "replay", tr("Decisions")},
                 [this] { replay(); });
    commands.add(this, {"decisions.list", tr("All decisions"), "Backspace", "list", tr("Decisions")},
                 [this] { showList(); });
    QAction* search =
        commands.add(this, {"decisions.search", tr("Search decisions"), "/", "search", tr("Decisions")}, [this] {
            showList();
            m_search->setFocus();
            m_search->selectAll();
        });
    search->setShortcuts({search->shortcut(), QKeySequence(QKeySequence::Find)});
}

void DecisionsScreen::clearFilters() {
    m_filling = true;
    for (QComboBox* box : {m_action, m_agent, m_arm, m_ruling, m_since, m_waits})
        box->setCurrentIndex(0);
    m_filling = false;
    m_search->clear();
    fetchList(false);
}

/// The list is where letters are keys; while it is hidden for having no lines it cannot take the focus.
void DecisionsScreen::focusTable() {
    m_rows->setCurrentWidget(m_table);
    m_table->setFocus();
}

void DecisionsScreen::fillChoices() {
    m_filling = true;
    const auto start = [](QComboBox* box, const QString& all) {
        const QVariant kept = box->currentData();
        box->clear();
        box->addItem(all, QVariant());
        return kept;
    };
    const auto finish = [](QComboBox* box, const QVariant& kept) {
        box->setCurrentIndex(std::max(0, box->findData(kept)));
    };
    const auto workspace = context().workspace();
    QVariant kept = start(m_action, tr("All actions"));
    if (workspace && workspace->actions)
        for (const documents::Action& action : workspace->actions->actions)
            m_action->addItem(m_words.action(action.id), QString::fromStdString(action.id));
    finish(m_action, kept);
    kept = start(m_agent, tr("All agents"));
    if (workspace && workspace->agents)
        for (const documents::Agent& agent : workspace->agents->agents)
            m_agent->addItem(m_words.agent(agent.id), QString::fromStdString(agent.id));
    finish(m_agent, kept);
    kept = start(m_arm, tr("All arms"));
    for (const auto arm : {documents::Arm::Agentic, documents::Arm::Control, documents::Arm::Baseline})
        m_arm->addItem(armWords(arm), static_cast<int>(arm));
    finish(m_arm, kept);
    kept = start(m_ruling, tr("All rulings"));
    using governance::RulingKind;
    for (const auto kind :
         {RulingKind::Execute, RulingKind::Hold, RulingKind::Queue, RulingKind::Suggest, RulingKind::Refuse})
        m_ruling->addItem(rulingWords(kind), static_cast<int>(kind));
    finish(m_ruling, kept);
    kept = start(m_since, tr("Any time"));
    for (const int days : {1, 7, 30})
        m_since->addItem(tr("Last %1 d").arg(days), days);
    finish(m_since, kept);
    kept = start(m_waits, tr("With waits"));
    m_waits->addItem(tr("Without waits"), 1);
    finish(m_waits, kept);
    m_filling = false;
}

DecisionQuery DecisionsScreen::query() const {
    DecisionQuery query;
    query.text = m_search->text();
    query.action = m_action->currentData().toString().toStdString();
    query.agent = m_agent->currentData().toString().toStdString();
    if (m_arm->currentData().isValid())
        query.arm = static_cast<documents::Arm>(m_arm->currentData().toInt());
    if (m_ruling->currentData().isValid())
        query.ruling = static_cast<governance::RulingKind>(m_ruling->currentData().toInt());
    query.days = m_since->currentData().toInt();
    query.waits = !m_waits->currentData().isValid();
    return query;
}

void DecisionsScreen::refresh() {
    m_words = RecordWords(context().workspace());
    m_model->setWords(m_words);
    fillChoices();
    fetchList(false);
    if (!m_wanted.isEmpty())
        fetchDecision();
}

void DecisionsScreen::open(const QString& argument) {
    if (argument.isEmpty() || argument == m_wanted)
        return;
    m_wanted = argument;
    fetchDecision();
}

void DecisionsScreen::fetchList(bool more) {
    const int revision = ++m_revision;
    if (context().workspacePath().isEmpty()) {
        m_model->setRows({});
        showEmpty(tr("No workspace is open"), tr("Open one to see what was decided in it, and why."));
        return;
    }
    ++m_jobs;
    const auto offset = more ? static_cast<std::int64_t>(m_model->rows().size()) : 0;
    context().runInBackground<DecisionListPage>(
        [folder = context().workspacePath().toStdString(), tag = context().run().toStdString(), query = query(),
         offset] { return loadDecisions(folder, tag, query, offset, pageSize); },
        this,
        [this, revision, more](DecisionListPage page) {
            if (revision == m_revision)
                takeList(std::move(page), more);
            finishJob();
        });
}

void DecisionsScreen::takeList(DecisionListPage page, bool more) {
    m_more = page.more;
    if (more)
        m_model->append(std::move(page.rows));
    else
        m_model->setRows(std::move(page.rows));
    m_count->setText(countText(m_model->rowCount(), page, QLocale()));
    const bool filtered = !(page.query == DecisionQuery());
    m_clear->setVisible(filtered);
    m_rows->setCurrentWidget(m_model->rowCount() == 0 && filtered ? static_cast<QWidget*>(m_nothing) : m_table);
    if (page.error && page.error->code != "run.none")
        showEmpty(tr("The decisions cannot be read"), text::errorText(*page.error));
    else if (m_model->rowCount() == 0 && !filtered)
        showEmpty(tr("Nothing was decided yet"),
                  tr("Every decision of a run is listed here, with its evidence, reasons and outcome. Simulate a run "
                     "to get some."));
    else if (m_wanted.isEmpty())
        m_stack->setCurrentWidget(m_listPane);
    updateButtons();
}

void DecisionsScreen::fetchDecision() {
    if (context().workspacePath().isEmpty())
        return;
    ++m_jobs;
    const QString id = m_wanted;
    context().runInBackground<Result<session::Explanation>>(
        [folder = context().workspacePath().toStdString(), id = id.toStdString()] {
            return session::explain(folder, id);
        },
        this,
        [this, id](const Result<session::Explanation>& explanation) {
            if (id == m_wanted)
                takeDecision(id, explanation);
            finishJob();
        });
}

void DecisionsScreen::takeDecision(const QString& id, const Result<session::Explanation>& explanation) {
    if (!explanation) {
        m_wanted.clear();
        m_opened = false;
        showEmpty(tr("Decision %1 cannot be shown").arg(id), text::errorText(explanation.error()));
        updateButtons();
        Q_EMIT headingChanged();
        return;
    }
    if (!m_opened || m_page.id != QString::fromStdString(explanation->id))
        endReplay();
    m_page = decisionPage(*explanation, m_words);
    m_logged = explanation->decision && explanation->decision->trigger == audit::TriggerKind::Logged;
    m_opened = true;
    m_wanted = m_page.id; // asked for by its queue item, it is this decision from here on
    m_view->setPage(m_page);
    m_stack->setCurrentWidget(m_view);
    if (const int row = m_model->rowOf(m_wanted); row >= 0)
        m_table->selectRow(row);
    updateButtons();
    Q_EMIT headingChanged();
}

void DecisionsScreen::step(int rows) {
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int at = m_opened ? m_model->rowOf(m_wanted) : m_table->currentIndex().row();
    const int to = std::clamp(at + rows, 0, count - 1);
    if (m_opened && to != at)
        context().openPlace(placeId(), QString::fromStdString(m_model->rows()[static_cast<std::size_t>(to)].id));
    else if (!m_opened)
        m_table->selectRow(to);
}

void DecisionsScreen::endReplay() {
    if (m_replayJob)
        m_replayJob->cancelled = true;
    m_replayJob.reset();
    m_view->setReplay(DecisionView::Replay::None, {});
    updateButtons();
}

/// Computes the run up to this decision again on the pool; a second press cancels it.
void DecisionsScreen::replay() {
    if (!m_opened || m_logged)
        return;
    if (m_replayJob)
        return endReplay();
    auto job = std::make_shared<ReplayJob>();
    m_replayJob = job;
    m_view->setReplay(DecisionView::Replay::Running, tr("Computing it again…"));
    updateButtons();
    ++m_jobs;
    // The context outlives its pool; whether this screen is still there is asked on the window thread alone.
    const auto show = [window = &context(), guard = QPointer(this), job](double share) {
        const int percent = static_cast<int>(share * 100);
        if (job->shown.exchange(percent) == percent)
            return;
        QMetaObject::invokeMethod(
            window,
            [guard, job, percent] {
                if (guard && guard->m_replayJob == job)
                    guard->m_view->setReplay(DecisionView::Replay::Running,
                                             tr("Computing it again, %1 %").arg(percent));
            },
            Qt::QueuedConnection);
    };
    const auto threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount() - 1));
    context().runInBackground<Result<std::optional<session::DecisionReplay>>>(
        [folder = context().workspacePath().toStdString(), id = m_page.id.toStdString(), threads, show, job] {
            return session::replayDecision(folder, id, threads, show, [job] { return job->cancelled.load(); });
        },
        this,
        [this, job](const Result<std::optional<session::DecisionReplay>>& answer) {
            if (m_replayJob == job) {
                m_replayJob.reset();
                if (!answer)
                    m_view->setReplay(DecisionView::Replay::Failed,
                                      tr("Replay failed: %1").arg(text::errorText(answer.error())));
                else if (!*answer)
                    m_view->setReplay(DecisionView::Replay::None, {});
                else if ((*answer)->identical)
                    m_view->setReplay(DecisionView::Replay::Identical, tr("Replay identical"));
                else
                    m_view->setReplay(DecisionView::Replay::Different, (*answer)->computed
                                                                           ? tr("Replay differs from the record")
                                                                           : tr("Replay decides nothing here"));
                updateButtons();
            }
            finishJob();
        });
}

void DecisionsScreen::showList() {
    endReplay();
    m_wanted.clear();
    m_opened = false;
    m_stack->setCurrentWidget(m_listPane);
    m_table->setFocus();
    updateButtons();
    Q_EMIT headingChanged();
}

void DecisionsScreen::showEmpty(const QString& title, const QString& sentence) {
    const bool simulate = !context().workspacePath().isEmpty() && m_model->rowCount() == 0;
    m_empty->setContent(title, sentence, simulate ? tr("Simulate") : QString());
    m_stack->setCurrentWidget(m_empty);
}

void DecisionsScreen::updateButtons() {
    const int row = m_model->rowOf(m_wanted);
    for (Button* button : {m_replay, m_back, m_previous, m_next})
        button->setVisible(m_opened);
    m_replay->setText(m_replayJob ? tr("Cancel replay") : tr("Replay"));
    m_replay->setEnabled(!m_logged);
    m_replay->setToolTip(m_logged ? tr("Recorded data: replay its file with “wayreevectl replay”.")
                                  : tr("Computes this decision again from what was recorded and compares it."));
    m_previous->setEnabled(row > 0);
    m_next->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    m_previous->setToolTip(row > 0 ? QString() : tr("There is no newer one in the list."));
    m_next->setToolTip(m_next->isEnabled() ? QString() : tr("There is no older one in the list."));
}

void DecisionsScreen::finishJob() {
    if (--m_jobs == 0)
        Q_EMIT becameSettled();
}

GrabCounts DecisionsScreen::counts() const {
    if (m_stack->currentWidget() == m_view)
        return m_view->counts();
    return m_stack->currentWidget() == m_listPane ? GrabCounts{m_table->paintedItems(), 0, 0} : GrabCounts{};
}

QList<QWidget*> DecisionsScreen::panes() {
    return m_stack->currentWidget() == m_view ? m_view->panes() : QList<QWidget*>{m_table, m_search};
}

} // namespace wayreeve::ui
