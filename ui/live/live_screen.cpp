#include "ui/live/live_screen.h"

#include "ui/live/quarantine_panel.h"
#include "ui/live/run_card.h"
#include "ui/live/sources_panel.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/rights.h"
#include "ui/shell/shown_run.h"
#include "ui/shell/subject_words.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <filesystem>

namespace wayreeve::ui {

namespace {

constexpr std::int64_t outboxShown = 200;
constexpr std::int64_t outboxCounted = 100'000; ///< more than that is counted by the newest of it

QString sentence(const Error& error) {
    return text::placeText(error) + text::errorText(error);
}

/// The shown run's part; an error ends it, with what was read so far.
Result<void> readRun(audit::LedgerReader& reader, const std::string& tag, LiveData& data) {
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    const audit::RunInfo* shown = shownRun(*runs, tag);
    if (!shown)
        return {};
    data.run = *shown;
    const auto fates = reader.fates(data.run->id);
    if (!fates)
        return fates.error();
    data.fates = *fates;
    const auto mended = reader.mended(data.run->id);
    if (!mended)
        return mended.error();
    data.sentAgain = mended->size();
    const auto symbols = reader.symbolsOf(data.run->id);
    if (!symbols)
        return symbols.error();
    auto dispatches = reader.dispatches(data.run->id, std::nullopt, outboxCounted);
    if (!dispatches)
        return dispatches.error();
    data.all = std::move(dispatches).value();
    data.outboxCut = static_cast<std::int64_t>(data.all.size()) > outboxShown;
    for (const auto& dispatch : data.all) {
        if (static_cast<std::int64_t>(data.outbox.size()) == outboxShown)
            break;
        OutboxItem item{dispatch, symbols->name(dispatch.action), {}};
        const auto customer = reader.customer(data.run->id, dispatch.customer);
        if (!customer)
            return customer.error();
        if (*customer)
            item.customer = subjectName(**customer).toStdString();
        data.outbox.push_back(std::move(item));
    }
    return {};
}

/// The newest run that takes events. `mine`: this window's engine is at work, so nobody needs to be asked.
Result<void> readLive(audit::LedgerReader& reader, const std::filesystem::path& folder, bool mine, LiveData& data) {
    using governance::ProposalState;
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    const auto live = std::find_if(runs->rbegin(), runs->rend(), session::takesEvents);
    if (live == runs->rend())
        return {};
    data.live = *live;
    const auto fates = reader.fates(live->id);
    if (!fates)
        return fates.error();
    for (const auto& [fate, number] : *fates)
        data.liveEvents += number;
    const auto waiting =
        reader.countProposals(live->id, {ProposalState::Proposed, ProposalState::Claimed, ProposalState::SecondNeeded});
    if (!waiting)
        return waiting.error();
    data.liveWaiting = *waiting;
    // Asking takes the engine's lock for an instant: not where nobody says to hold it.
    data.elsewhere = !mine && live->status == audit::RunStatus::Running && session::engineIsBusy(folder);
    return {};
}

LiveData fetch(const std::filesystem::path& folder, const std::string& tag, bool mine) {
    LiveData data;
    const auto fail = [&data](const Error& error) { data.error = sentence(error).toStdString(); };
    if (auto reader = session::openReader(folder); !reader)
        fail(reader.error());
    else if (auto read = readRun(**reader, tag, data); !read)
        fail(read.error());
    else if (auto live = readLive(**reader, folder, mine, data); !live)
        fail(live.error());
    if (auto scopes = session::stopScopes(folder); !scopes)
        fail(scopes.error());
    else
        data.stops = *scopes;
    return data;
}

QString changeStop(const std::string& folder, const std::string& scope, const std::string& person, bool stop) {
    if (stop) {
        const auto set = session::setStop(folder, scope, person);
        return set ? QString() : sentence(set.error());
    }
    const auto lifted = session::liftStop(folder, scope, person);
    return lifted ? QString() : sentence(lifted.error());
}

struct Imported {
    std::optional<session::ImportOutcome> outcome;
    session::RefusedLines refused;
    QString error;
};

Imported importInto(const std::string& folder, const std::string& file, Instant now, unsigned threads) {
    Imported imported;
    const auto opened = session::openWorkspace(folder);
    if (!opened) {
        imported.error = sentence(opened.error());
        return imported;
    }
    auto outcome = session::importEvents(*opened, file, now, threads, &imported.refused);
    if (outcome)
        imported.outcome = std::move(*outcome);
    else
        imported.error = sentence(outcome.error());
    return imported;
}

} // namespace

LiveScreen::LiveScreen(AppContext& context)
    : Screen(context) {
    m_pages = new SegmentedControl(tr("What is shown of Live"), this);
    m_pages->hide(); // the shell shows it where it belongs
    m_pages->setObjectName(QStringLiteral("livePages"));
    m_pages->addSegment(QStringLiteral("overview"), tr("Overview"));
    m_pages->addSegment(QStringLiteral("sources"), tr("Sources"));
    m_pages->addSegment(QStringLiteral("quarantine"), tr("Quarantine"));
    m_pages->addSegment(QStringLiteral("outbox"), tr("Outbox"));
    m_pages->setCurrent(QStringLiteral("overview"));
    m_sources = new SourcesPanel(context);
    m_quarantine = new QuarantinePanel(context);
    m_stack = new QStackedWidget;
    for (QWidget* page :
         {buildOverview(), static_cast<QWidget*>(m_sources), static_cast<QWidget*>(m_quarantine), buildOutbox()})
        m_stack->addWidget(page);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_look = new QTimer(this);
    m_look->setInterval(3'000);
    connect(m_look, &QTimer::timeout, this, [this] {
        if (isVisible() && m_busy == 0)
            refresh();
    });
    connect(m_pages, &SegmentedControl::chosen, this, &LiveScreen::showPage);
    connect(m_card, &RunCard::startAsked, this, [this] { startTaking(false); });
    connect(m_card, &RunCard::stopAsked, this, &LiveScreen::standStill);
    connect(m_card, &RunCard::newRunAsked, this, &LiveScreen::askNewRun);
    connect(&m_runner, &LiveRunner::changed, this, &LiveScreen::runChanged);
    connect(&m_runner, &LiveRunner::counted, this, &LiveScreen::showRun);
    connect(&m_runner, &LiveRunner::started, this, [this] {
        m_card->setNewKey(QStringLiteral("default"), m_runner.takeNewKey());
        this->context().chooseRun(QString::fromStdString(m_runner.status().run));
        m_sources->refresh();
    });
    connect(m_sources, &SourcesPanel::becameSettled, this, &LiveScreen::becameSettled);
    connect(m_quarantine, &QuarantinePanel::becameSettled, this, &LiveScreen::becameSettled);
    connect(m_quarantine, &QuarantinePanel::sent, this, &LiveScreen::refresh);
    connect(&context, &AppContext::stopChanged, this, [this] { refresh(); });
    const QString group = tr("Live");
    context.commands().add(this, {"live.start", tr("Start taking events"), {}, "play", group},
                           [this] { startTaking(false); });
    context.commands().add(this, {"live.stand", tr("Stop taking events"), {}, "pause", group},
                           [this] { standStill(); });
    context.commands().add(this, {"live.replay-item", tr("Send the outbox item again"), {}, "replay", group},
                           [this] { replayItem(); });
    show({});
}

DataTable* LiveScreen::addTable(const QString& name, QList<CellsModel::Column> columns, QList<int> widths,
                                CellsModel*& model, QWidget* parent) {
    auto* table = new DataTable(name, parent);
    model = new CellsModel(std::move(columns), table);
    table->setModel(model);
    table->setColumnWidths(widths);
    table->setRowHeight(metrics::denseRow);
    return table;
}

QWidget* LiveScreen::buildOverview() {
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space4);
    m_card = new RunCard;
    m_fates = addTable(tr("Events of the run"), {{tr("Fate")}, {tr("Meaning")}, {tr("Events"), true}}, {200, 0, 104},
                       m_fatesModel, panel);
    m_connectors = addTable(tr("Connectors"),
                            {{tr("Name")},
                             {tr("State")},
                             {tr("Actions"), true},
                             {tr("Carried out"), true},
                             {tr("Waiting"), true},
                             {tr("Failed"), true}},
                            {0, 216, 88, 96, 88, 88}, m_connectorsModel, panel);
    m_fatesHeader = new SectionHeader(tr("What came in"), {}, panel);
    connect(m_fatesHeader, &SectionHeader::linkActivated, this, [this] {
        showPage(QStringLiteral("quarantine"));
        panes().first()->setFocus();
    });
    layout->addWidget(m_card);
    layout->addSpacing(metrics::space12);
    layout->addWidget(m_fatesHeader);
    layout->addWidget(m_fates);
    layout->addSpacing(metrics::space8);
    layout->addWidget(new SectionHeader(tr("Connectors"), tr("counted over the run’s whole outbox"), panel));
    layout->addWidget(m_connectors);
    layout->addStretch(1);
    row->addWidget(panel, 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(buildSide());
    return page;
}

QWidget* LiveScreen::buildSide() {
    auto* panel = new QWidget(this);
    panel->setFixedWidth(metrics::inspector + metrics::space32);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    layout->setSpacing(metrics::space8);
    layout->addWidget(new SectionHeader(tr("What may act"), {}, panel));
    m_stopWords = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, panel);
    m_stopWords->setWordWrap(true);
    layout->addWidget(m_stopWords);
    m_scopes = addTable(tr("What may act"), {{tr("Agent or action")}, {tr("State")}}, {0, 150}, m_scopesModel, panel);
    m_scopes->setSelectionMode(QAbstractItemView::SingleSelection);
    layout->addWidget(m_scopes, 3);
    auto* buttons = new QHBoxLayout;
    m_stop = new Button(Button::Kind::Danger, tr("Stop"), panel);
    m_stop->setObjectName(QStringLiteral("liveStop"));
    m_lift = new PlainButton(tr("Start again"), panel);
    m_lift->setObjectName(QStringLiteral("liveLift"));
    buttons->addWidget(m_stop);
    buttons->addWidget(m_lift);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addWidget(new Hairline(Qt::Horizontal, panel));
    layout->addWidget(new SectionHeader(tr("Import events"), tr("JSONL, Segment's shape"), panel));
    m_path = new QLineEdit(panel);
    m_path->setPlaceholderText(tr("Path of a .jsonl file"));
    m_path->setAccessibleName(tr("File of events"));
    layout->addWidget(m_path);
    auto* fileButtons = new QHBoxLayout;
    m_import = new PlainButton(tr("Import"), panel);
    m_import->setIconName(QStringLiteral("import"));
    auto* choose = new PlainButton(tr("Choose file…"), panel);
    fileButtons->addWidget(m_import);
    fileButtons->addWidget(choose);
    fileButtons->addStretch();
    layout->addLayout(fileButtons);
    m_importWords =
        new PlainLabel(tr("Every import is a run of its own."), Type::Small, Weight::Regular, Ink::Text2, panel);
    m_importWords->setWordWrap(true);
    layout->addWidget(m_importWords);
    m_refused =
        addTable(tr("Refused lines"), {{tr("Line"), true}, {tr("Why it was refused")}}, {56, 0}, m_refusedModel, panel);
    m_refused->hide();
    layout->addWidget(m_refused, 2);
    const auto change = [this](bool stop) {
        const QString scope =
            m_scopesModel->data(m_scopes->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
        if (m_scopes->currentIndex().isValid())
            setStopped(scope, stop);
    };
    connect(m_stop, &QAbstractButton::clicked, this, [change] { change(true); });
    connect(m_lift, &QAbstractButton::clicked, this, [change] { change(false); });
    connect(m_scopes->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showStopButtons(); });
    connect(choose, &QAbstractButton::clicked, this, &LiveScreen::chooseFile);
    connect(m_import, &QAbstractButton::clicked, this, [this] { importFile(m_path->text()); });
    connect(m_path, &QLineEdit::returnPressed, this, [this] { importFile(m_path->text()); });
    return panel;
}

QString LiveScreen::detail() const {
    return m_data.run ? tr("run %1").arg(QString::fromStdString(m_data.run->tag)) : QString();
}

QString LiveScreen::importText() const {
    return m_importWords->text();
}

void LiveScreen::done() {
    if (--m_busy == 0)
        Q_EMIT becameSettled();
}

void LiveScreen::say(const QString& id, const QString& text) {
    context().showMessage({id, Severity::Error, tr("Live"), text, {}, {}, {}, 0});
}

bool LiveScreen::settled() const {
    return m_busy == 0 && m_sources->settled() && m_quarantine->settled();
}

void LiveScreen::refresh() {
    const quint64 revision = ++m_revision;
    m_sources->refresh();
    if (!context().workspace()) {
        show({});
        return;
    }
    ++m_busy;
    const std::string folder = context().workspacePath().toStdString();
    context().runInBackground<LiveData>([folder, tag = context().run().toStdString(),
                                         mine = m_runner.mode() != LiveMode::Off] { return fetch(folder, tag, mine); },
                                        this,
                                        [this, revision](const LiveData& data) {
                                            if (revision == m_revision) {
                                                show(data);
                                                if (!data.error.empty())
                                                    say(QStringLiteral("live"), QString::fromStdString(data.error));
                                            }
                                            done();
                                        });
}

void LiveScreen::show(const LiveData& data) {
    m_data = data;
    const auto workspace = context().workspace();
    const QString kept =
        m_scopesModel->data(m_scopes->currentIndex().siblingAtColumn(0), CellsModel::dataRole).toString();
    const QLocale locale;
    m_import->setEnabled(workspace != nullptr);
    m_fatesModel->setRows(fateRows(data.fates, locale));
    m_connectorsModel->setRows(workspace ? connectorRows(*workspace, data, locale) : CellsModel::Rows());
    showOutbox();
    m_scopesModel->setRows(workspace ? scopeRows(*workspace, data.stops) : CellsModel::Rows());
    m_outboxHeader->setNote(
        data.outboxCut
            ? tr("the newest %1 of %2").arg(outboxShown).arg(locale.toString(static_cast<qulonglong>(data.all.size())))
        : data.run ? tr("newest first")
                   : tr("empty: nothing was decided yet"));
    const auto heightOf = [](int rows) { return metrics::row + std::max(1, rows) * metrics::denseRow + 2; };
    m_fates->setFixedHeight(heightOf(m_fatesModel->rowCount()));
    m_connectors->setFixedHeight(heightOf(m_connectorsModel->rowCount()));
    const QString still = workspace ? stopSentence(*workspace, data.stops) : QString();
    m_stopWords->setText(!workspace        ? tr("Open a workspace first.")
                         : still.isEmpty() ? tr("Nothing is stopped. Select what shall stand still.")
                                           : still);
    for (int row = 0; row < m_scopesModel->rowCount(); ++row)
        if (m_scopesModel->rows()[row][0].data.toString() == kept) {
            m_scopes->setCurrentIndex(m_scopesModel->index(row, 0));
            break;
        }
    showStopButtons();
    const std::uint64_t held = quarantinedOf(data);
    m_pages->setSegmentText(QStringLiteral("quarantine"),
                            held > 0 ? tr("Quarantine %1").arg(locale.toString(static_cast<qulonglong>(held)))
                                     : tr("Quarantine"));
    const QString tag = data.run ? QString::fromStdString(data.run->tag) : QString();
    m_fatesHeader->setNote(!data.run            ? tr("nothing yet")
                           : data.fates.empty() ? tr("run %1: nothing yet").arg(tag)
                                                : tr("events of run %1").arg(tag));
    m_fatesHeader->setLink(held > 0 ? tr("Open quarantine") : QString());
    m_quarantine->show(data.run ? QString::fromStdString(data.run->tag) : QString(), held, data.sentAgain);
    showRun();
    Q_EMIT headingChanged();
}

void LiveScreen::showStopButtons() {
    const QModelIndex current = m_scopes->currentIndex();
    const std::string scope =
        m_scopesModel->data(current.siblingAtColumn(0), CellsModel::dataRole).toString().toStdString();
    const bool stopped = m_data.stops.contains(scope);
    m_stop->setEnabled(current.isValid() && !stopped);
    m_lift->setEnabled(current.isValid() && stopped);
}

void LiveScreen::setStopped(const QString& scope, bool stopped) {
    if (!context().workspace() || (!stopped && !mayOrSay(context(), governance::Right::LiftStop)))
        return;
    ++m_busy;
    const std::string folder = context().workspacePath().toStdString();
    const std::string person = context().person().id.toStdString();
    const std::string name = scope.toStdString();
    context().runInBackground<QString>([=] { return changeStop(folder, name, person, stopped); }, this,
                                       [this, scope, stopped](const QString& error) {
                                           if (!error.isEmpty())
                                               say(QStringLiteral("live.stop"), error);
                                           else if (scope.isEmpty() && stopped && !context().stopped())
                                               context().noteStopped(true);
                                           else if (scope.isEmpty() && !stopped && context().stopped())
                                               context().noteStopped(false);
                                           refresh();
                                           done();
                                       });
}

void LiveScreen::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import events"), m_path->text(),
                                                      tr("Events (*.jsonl *.json);;All files (*)"));
    if (!path.isEmpty())
        m_path->setText(path);
}

void LiveScreen::importFile(const QString& path) {
    if (!context().workspace() || !m_import->isEnabled())
        return;
    if (path.trimmed().isEmpty()) {
        m_importWords->setText(tr("Name a file first."));
        m_path->setFocus();
        return;
    }
    m_path->setText(path);
    ++m_busy;
    m_import->setEnabled(false);
    m_importWords->setText(tr("Importing…"));
    const std::string folder = context().workspacePath().toStdString();
    const std::string file = path.trimmed().toStdString();
    const Instant now{QDateTime::currentMSecsSinceEpoch()};
    const auto threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount() - 1));
    context().runInBackground<Imported>(
        [=] { return importInto(folder, file, now, threads); }, this,
        [this](const Imported& imported) {
            m_import->setEnabled(true);
            m_refused->setVisible(!imported.refused.first.empty()); // also where no line could be used
            m_refusedModel->setRows(refusedRows(imported.refused, QLocale()));
            m_importWords->setText(imported.outcome ? importSentence(*imported.outcome, QLocale()) : imported.error);
            if (imported.outcome) {
                context().dismissMessage(QStringLiteral("live.import"));
                Q_EMIT context().dataChanged(); // also of the runs there are
                if (imported.outcome->run.info.decisions > 0)
                    context().chooseRun(QString::fromStdString(imported.outcome->run.info.tag));
                refresh();
            } else {
                say(QStringLiteral("live.import"), imported.error);
            }
            done();
        });
}

GrabCounts LiveScreen::counts() const {
    GrabCounts counts;
    QList<DataTable*> tables{m_fates, m_connectors, m_outbox, m_scopes, m_refused, m_sources->table()};
    tables.append(m_quarantine->tables());
    for (const DataTable* table : std::as_const(tables))
        counts.rows += table->isVisibleTo(this) ? table->paintedItems() : 0;
    return counts;
}

QList<QWidget*> LiveScreen::panes() {
    switch (m_stack->currentIndex()) {
    case 1:
        return {m_sources->table(), m_sources->nameField()};
    case 2:
        return m_quarantine->panes();
    case 3:
        return {m_outbox, m_replay};
    default:
        return {m_card->mainButton(), m_fates, m_connectors, m_scopes, m_path};
    }
}

} // namespace wayreeve::ui
