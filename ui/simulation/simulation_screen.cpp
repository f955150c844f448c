#include "ui/simulation/simulation_screen.h"

#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/shown_run.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QThread>

#include <algorithm>
#include <limits>
#include <set>

namespace wayreeve::ui {

namespace {

constexpr int setupWidth = 256, sideWidth = metrics::inspector - metrics::space20, numberWidth = 76;
constexpr int centreWidth = 490; ///< the columns of the past runs
constexpr int transportHeight = 56;
constexpr int axisRoom = 56; ///< left of both charts, so that their days stand under one another

struct Stored {
    std::vector<audit::RunInfo> runs;
    std::optional<audit::RunInfo> shown;
    std::vector<audit::DayRow> days; ///< of it
    engine::RunSummary summary;      ///< of it, counted from what is stored
    QString error;
};

/// What the run came to, from its stored rows.
Result<void> countStored(audit::LedgerReader& reader, engine::RunSummary& summary) {
    using governance::RulingKind;
    for (const RulingKind kind :
         {RulingKind::Refuse, RulingKind::Queue, RulingKind::Suggest, RulingKind::Hold, RulingKind::Execute}) {
        audit::DecisionFilter filter;
        filter.ruling = kind;
        const auto number = reader.countDecisions(summary.info.id, filter);
        if (!number)
            return number.error();
        if (*number > 0)
            summary.rulings[std::string(governance::nameOf(kind))] = *number;
    }
    std::set<governance::ProposalState> states;
    for (int state = 0; state <= static_cast<int>(governance::ProposalState::Dismissed); ++state)
        states.insert(static_cast<governance::ProposalState>(state));
    const auto proposals = reader.proposals(summary.info.id, states, std::numeric_limits<std::int64_t>::max());
    if (!proposals)
        return proposals.error();
    governance::ApprovalTally tally;
    for (const governance::Proposal& proposal : *proposals)
        tally.note(proposal);
    summary.approvals = tally.counts();
    return {};
}

Stored fetch(const std::string& folder, const std::string& tag) {
    Stored stored;
    const auto fail = [&stored](const Error& error) { stored.error = text::errorText(error); };
    auto reader = session::openReader(folder);
    if (!reader) {
        fail(reader.error());
        return stored;
    }
    auto runs = (*reader)->runs();
    if (!runs) {
        fail(runs.error());
        return stored;
    }
    stored.runs = std::move(*runs);
    if (const audit::RunInfo* run = shownRun(stored.runs, tag)) {
        stored.shown = *run;
        auto days = (*reader)->days(stored.shown->id);
        if (days)
            stored.days = std::move(*days);
        else
            fail(days.error());
        stored.summary.info = *stored.shown;
        if (const auto counted = countStored(**reader, stored.summary); !counted)
            fail(counted.error());
    }
    return stored;
}

QSpinBox* spinBox(const QString& name, int low, int high, int value, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(low, high);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setGroupSeparatorShown(high < std::numeric_limits<int>::max());
    return box;
}

} // namespace

SimulationScreen::SimulationScreen(AppContext& context)
    : Screen(context) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSetup());
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(buildCentre(), 1);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(buildSide());
    context.commands().add(this, {"simulation.run", tr("Run the simulation"), "Ctrl+Return", "play", tr("Simulation")},
                           [this] { start(); });
    context.commands().add(this, {"simulation.cancel", tr("Cancel the simulation"), "Ctrl+.", "stop", tr("Simulation")},
                           [this] { cancel(); });
    setState(State::NoWorkspace, tr("Open a workspace first."));
}

void SimulationScreen::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    m_runs->setColumnHidden(7, width() < 1240); // then the fingerprint is the tip of the run's name
    fitResult();
}

void SimulationScreen::showResult(CellsModel::Rows rows) {
    m_resultModel->setRows(std::move(rows));
    fitResult();
}

/// As wide as the labels of the language need, while charts and past runs keep their room.
void SimulationScreen::fitResult() {
    const QFontMetrics font(uiFont(Type::Body, Weight::Bold));
    int label = 0;
    for (const auto& row : m_resultModel->rows())
        label = std::max(label, font.horizontalAdvance(row[0].text));
    const int needed = label + 2 * metrics::space12 + numberWidth + 2 * metrics::space12;
    const int room = std::max(sideWidth, width() - setupWidth - centreWidth);
    m_side->setFixedWidth(std::clamp(needed, sideWidth, room));
}

SimulationScreen::~SimulationScreen() {
    if (m_relay) {
        m_relay->cancel();
        m_relay->detach();
    }
    context().setSimulating({});
}

QWidget* SimulationScreen::buildSetup() {
    auto* panel = new QWidget(this);
    panel->setFixedWidth(setupWidth);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space16);
    layout->setSpacing(metrics::space4);
    layout->addWidget(new SectionHeader(tr("Setup"), {}, panel));
    m_fields = new QWidget(panel);
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::space4);
    const auto add = [&](const QString& label, QWidget* field, const QString& note = {}) {
        auto* name = new PlainLabel(label, Type::Small, Weight::Bold, Ink::Text2, m_fields);
        name->setBuddy(field);
        fields->addWidget(name);
        fields->addWidget(field);
        if (!note.isEmpty()) {
            auto* quiet = new PlainLabel(note, Type::Small, Weight::Regular, Ink::Text3, m_fields);
            quiet->setWordWrap(true);
            fields->addWidget(quiet);
        }
        fields->addSpacing(metrics::space8);
    };
    m_population = new QComboBox(m_fields);
    m_population->setAccessibleName(tr("Population"));
    add(tr("Population"), m_population);
    add(tr("Customers"), m_customers = spinBox(tr("Customers"), 1, 1'000'000, 500, m_fields));
    add(tr("Length in days"), m_days = spinBox(tr("Length in days"), 1, 3650, 10, m_fields));
    add(tr("Seed"), m_seed = spinBox(tr("Seed"), 0, std::numeric_limits<int>::max(), 1, m_fields),
        tr("Same documents, same seed: the same run."));
    const int cores = std::max(1, QThread::idealThreadCount());
    add(tr("Threads"), m_threads = spinBox(tr("Threads"), 1, 64, std::max(1, cores - 1), m_fields),
        tr("The result is the same on any number."));
    m_reviewers = new QCheckBox(tr("Simulated reviewers decide"), m_fields);
    m_reviewers->setChecked(true);
    fields->addWidget(m_reviewers);
    layout->addWidget(m_fields);
    m_locked = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text3, panel);
    m_locked->setWordWrap(true);
    layout->addWidget(m_locked);
    layout->addStretch();
    auto* quiet = new PlainLabel(tr("Nothing is sent to anybody."), Type::Small, Weight::Regular, Ink::Text3, panel);
    layout->addWidget(quiet);
    return panel;
}

QWidget* SimulationScreen::buildCentre() {
    auto* panel = new QWidget(this);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* transport = new QWidget(panel);
    transport->setFixedHeight(transportHeight);
    auto* bar = new QHBoxLayout(transport);
    bar->setContentsMargins(metrics::space16, 0, metrics::space16, 0);
    bar->setSpacing(metrics::space12);
    m_run = new FilledButton(tr("Run"), transport);
    m_run->setObjectName(QStringLiteral("simulationRun"));
    m_run->setIconName(QStringLiteral("play"));
    m_cancel = new PlainButton(tr("Cancel"), transport);
    m_cancel->setObjectName(QStringLiteral("simulationCancel"));
    auto* middle = new QVBoxLayout;
    auto* words = new QHBoxLayout;
    m_words = new PlainLabel({}, Type::Small, Weight::Bold, Ink::Text1, transport);
    m_left = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, transport);
    m_progress = new ProgressBar(tr("Progress of the simulation"), transport);
    words->addWidget(m_words, 1);
    words->addWidget(m_left);
    middle->addStretch();
    middle->addLayout(words);
    middle->addWidget(m_progress);
    m_counts = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, transport);
    m_counts->setObjectName(QStringLiteral("simulationCounts"));
    m_counts->hide();
    middle->setSpacing(2);
    middle->addWidget(m_counts);
    middle->addStretch();
    bar->addWidget(m_run);
    bar->addLayout(middle, 1);
    bar->addWidget(m_cancel);
    layout->addWidget(transport);
    layout->addWidget(new Hairline(Qt::Horizontal, panel));
    auto* content = new QVBoxLayout;
    content->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    content->setSpacing(metrics::space4);
    content->addWidget(
        new SectionHeader(tr("Customers who reached the goal"), tr("per cent, cumulative, 95 % interval"), panel));
    m_conversion = new IntervalChart(tr("Share of customers who reached the goal, by arm"), panel);
    m_conversion->setLeftRoom(axisRoom);
    m_load = new ColumnChart(tr("Approval load, reviews a day"), panel);
    m_load->setColumnText([](double x) { return qRound(x) == x ? tr("day %1").arg(x) : QString(); });
    m_runsModel = new CellsModel({{tr("Run")},
                                  {tr("Kind")},
                                  {tr("State")},
                                  {tr("Customers"), true},
                                  {tr("Days"), true},
                                  {tr("Seed"), true},
                                  {tr("Decisions"), true},
                                  {tr("Fingerprint")}},
                                 this);
    m_runs = new DataTable(tr("Past runs"), panel);
    m_runs->setObjectName(QStringLiteral("pastRuns"));
    m_runs->setAccessibleDescription(tr("Enter shows a run in the whole window."));
    m_runs->setModel(m_runsModel);
    m_runs->setColumnWidths({40, 80, 100, 72, 44, 48, 72, 0});
    m_runs->setRowHeight(metrics::denseRow);
    content->addWidget(m_conversion, 3);
    content->addWidget(new SectionHeader(tr("Approval load"), tr("reviews a day, all arms"), panel));
    content->addWidget(m_load, 2);
    content->addWidget(
        new SectionHeader(tr("Past runs"), tr("newest first; a click or Enter shows one everywhere"), panel));
    content->addWidget(m_runs, 2);
    layout->addLayout(content, 1);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid())
            context().chooseRun(m_runsModel->rows()[index.row()][0].data.toString());
    };
    connect(m_runs, &DataTable::opened, this, choose);
    connect(m_runs, &QAbstractItemView::clicked, this, choose);
    connect(m_run, &QAbstractButton::clicked, this, &SimulationScreen::start);
    connect(m_cancel, &QAbstractButton::clicked, this, &SimulationScreen::cancel);
    return panel;
}

QWidget* SimulationScreen::buildSide() {
    auto* panel = new QWidget(this);
    m_side = panel;
    panel->setFixedWidth(sideWidth);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::space12, metrics::space16, metrics::space12, metrics::space16);
    m_resultHeader = new SectionHeader(tr("Result"), tr("after the first run"), panel);
    m_resultModel = new CellsModel({{tr("What")}, {tr("Number"), true}}, this);
    m_result = new DataTable(tr("Result of the run"), panel);
    m_result->setObjectName(QStringLiteral("runResult"));
    m_result->setModel(m_resultModel);
    m_result->setRowHeight(metrics::denseRow);
    m_result->setColumnWidths({0, numberWidth});
    layout->addWidget(m_resultHeader);
    layout->addWidget(m_result, 1);
    return panel;
}

void SimulationScreen::setUp(int customers, int days, int seed, int threads) {
    m_customers->setValue(customers);
    m_days->setValue(days);
    m_seed->setValue(seed);
    m_threads->setValue(threads);
}

void SimulationScreen::setState(State state, const QString& words) {
    m_state = state;
    const bool running = state == State::Running;
    const bool able = !running && state != State::NoWorkspace && m_population->count() > 0;
    m_fields->setEnabled(!running);
    m_locked->setText(running ? tr("Locked while running. Cancel the run to change it.") : QString());
    m_run->setEnabled(able);
    m_run->setToolTip(able || running ? QString() : tr("A simulation needs an open workspace that has a population."));
    m_cancel->setEnabled(running);
    m_words->setText(words);
    m_counts->setVisible(running);
    if (!running) {
        m_left->setText({});
        m_counts->setText({});
    }
    context().setSimulating(running ? words : QString());
    Q_EMIT headingChanged();
}

void SimulationScreen::refresh() {
    const auto workspace = context().workspace();
    const QString chosen = m_population->currentData().toString();
    m_population->clear();
    if (workspace)
        for (const auto& population : workspace->populations)
            m_population->addItem(QString::fromStdString(population->name.empty() ? population->id : population->name),
                                  QString::fromStdString(population->id));
    if (const int index = m_population->findData(chosen); index >= 0)
        m_population->setCurrentIndex(index);
    if (m_state != State::Running) {
        if (!workspace)
            setState(State::NoWorkspace, tr("Open a workspace first."));
        else if (m_population->count() == 0)
            setState(State::Ready, tr("This workspace has no population to simulate."));
        else if (m_state == State::NoWorkspace || m_state == State::Ready)
            setState(State::Ready, tr("Ready"));
        else
            setState(m_state, m_words->text());
    }
    fetchRuns();
}

void SimulationScreen::fetchRuns() {
    const quint64 revision = ++m_revision;
    if (!context().workspace()) {
        m_runsModel->setRows({});
        showResult({});
        showCurves({});
        return;
    }
    ++m_fetching;
    const std::string folder = context().workspacePath().toStdString();
    context().runInBackground<Stored>(
        [folder, tag = context().run().toStdString()] { return fetch(folder, tag); }, this,
        [this, revision](const Stored& stored) {
            if (revision == m_revision) {
                m_listed = stored.runs;
                showRuns(stored.runs, stored.shown ? QString::fromStdString(stored.shown->tag) : QString());
                if (m_state != State::Running) {
                    const auto& shown = stored.shown;
                    m_runTitle = shown ? tr("Run %1").arg(QString::fromStdString(shown->tag)) : QString();
                    m_shownIsLive = shown && shown->kind == audit::RunKind::Live;
                    // Verdicts go on after the run: the counts are the stored ones. How long it took is known of
                    // the one that ran here, as long as nothing was decided since.
                    const bool measured = m_summary && shown && m_summary->info.tag == shown->tag &&
                                          m_summary->info.decisions == shown->decisions;
                    showResult(shown ? summaryRows(stored.summary, measured ? m_elapsedMs : 0, QLocale())
                                     : CellsModel::Rows());
                    m_resultHeader->setNote(shown ? m_runTitle : tr("after the first run"));
                    if (shown)
                        showCurves(runCurves(stored.days, static_cast<int>(shown->days),
                                             shown->status == audit::RunStatus::Finished, QLocale()));
                    else
                        showCurves({});
                    Q_EMIT headingChanged();
                }
                if (!stored.error.isEmpty())
                    context().showMessage({"simulation.runs", Severity::Error, {}, stored.error, {}, {}, {}, 0});
            }
            if (--m_fetching == 0 && settled())
                Q_EMIT becameSettled();
        });
}

/// The run that is shown is the current row.
void SimulationScreen::showRuns(std::span<const audit::RunInfo> runs, const QString& shown) {
    m_runsModel->setRows(runRows(runs, QLocale()));
    for (int row = 0; row < m_runsModel->rowCount(); ++row)
        if (m_runsModel->rows()[row][0].data.toString() == shown)
            m_runs->setCurrentIndex(m_runsModel->index(row, 0));
}

void SimulationScreen::start() {
    if (!m_run->isEnabled())
        return;
    session::SimulateRequest request;
    request.customers = static_cast<std::uint32_t>(m_customers->value());
    request.days = static_cast<std::uint32_t>(m_days->value());
    request.seed = static_cast<std::uint64_t>(m_seed->value());
    request.threads = static_cast<unsigned>(m_threads->value());
    request.reviewers = m_reviewers->isChecked();
    request.population = m_population->currentData().toString().toStdString();
    m_summary.reset();
    showResult({});
    m_runTitle = tr("New run");
    m_progress->setShare(0);
    m_redraws = 0;
    context().dismissMessage(QStringLiteral("simulation"));
    showCurves(runCurves({}, m_days->value(), false, QLocale()));
    m_relay = std::make_shared<SimulationRelay>(
        this, [this](const engine::Progress& progress, qint64 elapsedMs) { showProgress(progress, elapsedMs); });
    setState(State::Running, tr("Reading the workspace…"));
    const std::string folder = context().workspacePath().toStdString();
    context().runInBackground<SimulationOutcome>(
        [folder, request, relay = m_relay] { return runSimulation(folder, request, relay); }, this,
        [this](const SimulationOutcome& outcome) { finish(outcome); });
}

void SimulationScreen::cancel() {
    if (m_state != State::Running)
        return;
    m_relay->cancel();
    m_cancel->setEnabled(false);
    m_words->setText(tr("Cancelling…"));
}

void SimulationScreen::showProgress(const engine::Progress& progress, qint64 elapsedMs) {
    if (m_state != State::Running)
        return;
    ++m_redraws;
    m_progress->setShare(progress.share);
    const QLocale locale;
    if (!m_relay->cancelled()) {
        m_words->setText(dayText(progress.share, m_days->value()));
        context().setSimulating(m_words->text());
    }
    m_counts->setText(tr("%1 decisions, %2 waiting for a person")
                          .arg(locale.toString(static_cast<qulonglong>(progress.decisions)),
                               locale.toString(static_cast<qulonglong>(progress.waiting))));
    m_left->setText(timeLeft(progress.share, elapsedMs));
    showCurves(runCurves(progress.days, m_days->value(), false, locale));
}

void SimulationScreen::showCurves(const RunCurves& curves) {
    m_conversion->setTrend(curves.conversion);
    m_load->setSeries(curves.load, curves.columns);
    m_load->setRoom(axisRoom, m_conversion->rightRoom());
}

void SimulationScreen::finish(const SimulationOutcome& outcome) {
    m_relay->detach();
    m_summary = outcome.summary;
    m_elapsedMs = outcome.elapsedMs;
    if (!outcome.summary) {
        setState(State::Failed, tr("The simulation failed"));
        m_runTitle.clear();
        context().showMessage(
            {QStringLiteral("simulation"), Severity::Error, tr("Simulation"), outcome.error, {}, {}, {}, 0});
    } else {
        const bool cancelled = outcome.summary->cancelled;
        m_runTitle = tr("Run %1").arg(QString::fromStdString(outcome.summary->info.tag));
        showResult(summaryRows(*outcome.summary, outcome.elapsedMs, QLocale()));
        m_resultHeader->setNote(m_runTitle);
        // In the table at once; what is read again below confirms it.
        const audit::RunInfo& info = outcome.summary->info;
        std::erase_if(m_listed, [&info](const audit::RunInfo& run) { return run.tag == info.tag; });
        m_listed.push_back(info);
        showRuns(m_listed, QString::fromStdString(info.tag));
        m_progress->setShare(cancelled ? m_progress->share() : 1);
        setState(cancelled ? State::Cancelled : State::Finished,
                 cancelled ? tr("Cancelled; what was decided so far is kept") : tr("Finished"));
    }
    // Every screen reads the store again, this one too; what ran here is what one wants to see.
    const quint64 before = m_revision;
    if (outcome.summary)
        context().chooseRun(QString::fromStdString(outcome.summary->info.tag));
    else
        Q_EMIT context().dataChanged();
    if (m_revision == before) // once is enough
        fetchRuns();
}

GrabCounts SimulationScreen::counts() const {
    return {m_runs->paintedItems() + m_result->paintedItems(), 0,
            m_conversion->paintedItems() + m_load->paintedItems()};
}

QList<QWidget*> SimulationScreen::panes() {
    return {m_fields, m_conversion, m_load, m_runs, m_result};
}

} // namespace wayreeve::ui
