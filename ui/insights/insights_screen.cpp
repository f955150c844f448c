#include "ui/insights/insights_screen.h"

#include "ui/insights/audit_page.h"
#include "ui/insights/effects_page.h"
#include "ui/insights/metric_delegate.h"
#include "ui/insights/signals_page.h"
#include "ui/shell/app_context.h"
#include "ui/shell/shown_run.h"
#include "ui/text/error_text.h"
#include "ui/widgets/cells_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>

namespace wayreeve::ui {

namespace {

constexpr int metricRow = 28;

struct Fetched {
    InsightsView view;
    bool found = false;
    QString error;
};

Fetched fetch(const std::string& folder, const std::string& tag, const QString& currency) {
    Fetched fetched;
    const auto reader = session::openReader(folder);
    const auto run = reader ? shownRun(**reader, tag) : Result<audit::RunInfo>(reader.error());
    const auto insights = run ? session::insightsOf(folder, run->tag) : Result<session::Insights>(run.error());
    if (insights) {
        fetched.view = presentInsights(*insights, currency, QLocale());
        fetched.found = true;
    } else if (insights.error().code != "run.none") {
        fetched.error = text::errorText(insights.error());
    }
    return fetched;
}

Cell intervalCell(const MetricLine& line) {
    Cell cell;
    cell.tip = line.tip;
    if (line.effect) {
        cell.data = QVariantList{line.effect->estimate, line.effect->low, line.effect->high};
        cell.text = line.range;
    } else {
        cell.text = line.hidden;
        cell.icon = QStringLiteral("lock");
        cell.ink = Ink::Text2;
    }
    return cell;
}

QList<Cell> overviewRow(const MetricLine& line) {
    QList<Cell> row{{line.name}, {line.agentic}, {line.baseline}, {line.difference}, intervalCell(line), {line.n}};
    for (Cell& cell : row)
        cell.tip = line.tip;
    row[1].bold = true;
    row[2].ink = row[5].ink = Ink::Text2;
    return row;
}

} // namespace

InsightsScreen::InsightsScreen(AppContext& context)
    : Screen(context)
    , m_pages(new SegmentedControl(tr("View of insights"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, {}, this))
    , m_all(new DataTable(tr("All metrics"), this))
    , m_allModel(new CellsModel({{tr("Block")},
                                 {tr("Metric")},
                                 {tr("Agentic"), true},
                                 {tr("Baseline"), true},
                                 {tr("Difference"), true},
                                 {tr("Fixed-time 95 % interval"), true},
                                 {tr("n agentic / baseline"), true},
                                 {tr("How it is counted")},
                                 {tr("Period and comparator")}},
                                this)) {
    build();
}

void InsightsScreen::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_pages->addSegment(QStringLiteral("overview"), tr("Overview"));
    m_pages->addSegment(QStringLiteral("table"), tr("Table"));
    m_pages->addSegment(QStringLiteral("effects"), tr("What works"));
    m_pages->addSegment(QStringLiteral("drift"), tr("Drift"));
    m_pages->addSegment(QStringLiteral("signals"), tr("Signals"));
    m_pages->addSegment(QStringLiteral("audit"), tr("Stage audit"));
    m_pages->setCurrent(QStringLiteral("overview"));
    m_all->setModel(m_allModel);
    m_all->setColumnWidths({96, 176, 80, 80, 88, 176, 120, 0, 152});
    m_overview = new QScrollArea(this);
    m_overview->setWidget(buildOverview());
    m_overview->setWidgetResizable(true);
    m_overview->setFrameShape(QFrame::NoFrame);
    m_overview->setAccessibleName(tr("Overview"));
    auto* emptyPage = new QWidget(this);
    auto* emptyLayout = new QVBoxLayout(emptyPage);
    emptyLayout->setContentsMargins(metrics::space20, metrics::space20, metrics::space20, metrics::space20);
    emptyLayout->addWidget(m_empty);
    emptyLayout->addStretch();
    for (QWidget* page : {emptyPage, static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_all)})
        m_stack->addWidget(page);
    m_signals = new SignalsPage(context(), this);
    m_own = {{QStringLiteral("effects"), new EffectsPage(context(), this)},
             {QStringLiteral("drift"), new DriftPage(context(), this)},
             {QStringLiteral("signals"), m_signals},
             {QStringLiteral("audit"), new AuditPage(context(), this)}};
    for (const auto& [id, page] : m_own) {
        page->setObjectName(QStringLiteral("insights-") + id);
        m_stack->addWidget(page);
        connect(page, &InsightsPage::becameSettled, this, [this] {
            if (settled())
                Q_EMIT becameSettled();
        });
        connect(page, &InsightsPage::headingChanged, this, &Screen::headingChanged);
    }
    connect(m_pages, &SegmentedControl::chosen, this, &InsightsScreen::showPage);
    connect(m_empty, &EmptyState::activated, this, [this] { context().openPlace(QStringLiteral("simulation")); });
    showNothing();
}

QWidget* InsightsScreen::buildOverview() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space4);
    auto* head = new QHBoxLayout;
    m_headline = new PlainLabel({}, Type::Title, Weight::Bold, Ink::Text1, page);
    m_headline->setWordWrap(true);
    m_health = new PlainLabel({}, Type::Small, Weight::Bold, Ink::Text1, page);
    head->addWidget(m_headline, 1);
    head->addWidget(m_health, 0, Qt::AlignTop);
    layout->addLayout(head);
    auto* under = new QHBoxLayout;
    m_sentence = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, page);
    m_sentence->setObjectName(QStringLiteral("insightsSentence"));
    m_sentence->setWordWrap(true);
    m_split = new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, page);
    under->addWidget(m_sentence, 1);
    under->addWidget(m_split, 0, Qt::AlignTop);
    layout->addLayout(under);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(metrics::space24);
    m_difference = new IntervalChart(tr("Difference of shares by day"), page);
    m_share = new IntervalChart(tr("Share of customers who reached the goal, by arm"), page);
    const QList<std::pair<IntervalChart*, SectionHeader*>> both{
        {m_difference, new SectionHeader(tr("Difference"), tr("points, cumulative, fixed-time 95 % interval"), page)},
        {m_share, new SectionHeader(tr("Customers who reached the goal"),
                                    tr("per cent by arm, cumulative, fixed-time 95 %"), page)}};
    for (const auto& [chart, header] : both) {
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(header);
        chart->setMinimumHeight(152);
        chart->setMaximumHeight(320);
        column->addWidget(chart, 1);
        charts->addLayout(column, 1);
    }
    layout->addSpacing(metrics::space8);
    layout->addLayout(charts, 3);
    auto* grid = m_grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::space24);
    grid->setVerticalSpacing(metrics::space8);
    const QStringList titles{tr("Business"), tr("Experience"), tr("Operations"), tr("Risk")};
    for (int i = 0; i < 4; ++i) {
        auto* table = new DataTable(titles[i], page);
        auto* model = new CellsModel({{titles[i]},
                                      {tr("Agentic"), true},
                                      {tr("Baseline"), true},
                                      {tr("Difference"), true},
                                      {tr("worse | better")},
                                      {tr("n of each arm"), true}},
                                     table);
        table->setItemDelegate(new MetricDelegate(table));
        table->setRowHeight(metricRow);
        table->setModel(model);
        table->setColumnWidths({0, 68, 68, 80, 124, 96});
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        grid->addWidget(table, i / 2, i % 2, Qt::AlignTop);
        m_tables.append(table);
        m_models.append(model);
    }
    layout->addLayout(grid);
    layout->addStretch(1);
    return page;
}

void InsightsScreen::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    arrange();
}

/// Two blocks beside one another where their names stand whole, else one; n goes first, it stands in the tooltips too.
void InsightsScreen::arrange() {
    const QFontMetrics words(uiFont(Type::Body)), bold(uiFont(Type::Body, Weight::Bold));
    constexpr int paddings = 5 * 16, lock = 24, leastInterval = 96;
    const auto widen = [](int& width, const QFontMetrics& font, const QString& text) {
        width = std::max(width, font.horizontalAdvance(text));
    };
    int needed = 0, count = 60;
    for (const MetricBlock& block : m_view.blocks) {
        int name = 0, agentic = 50, baseline = 50, difference = 62, why = 0;
        for (const MetricLine& line : block.lines) {
            widen(name, words, line.name);
            widen(agentic, bold, line.agentic);
            widen(baseline, words, line.baseline);
            widen(difference, words, line.difference);
            widen(count, words, line.n);
            if (!line.effect)
                widen(why, words, line.hidden);
        }
        const int interval = std::max(leastInterval, why == 0 ? 0 : why + lock);
        needed = std::max(needed, name + agentic + baseline + difference + paddings + interval);
    }
    count = std::max(count, QFontMetrics(uiFont(Type::Small)).horizontalAdvance(tr("n of each arm"))) + 18;
    const int whole = width() - 2 * metrics::space20 - metrics::space12;
    const int half = (whole - metrics::space24) / 2;
    const bool both = needed <= half;
    const bool counts = needed + count <= (both ? half : whole);
    for (int i = 0; i < m_tables.size(); ++i) {
        m_tables[i]->setColumnHidden(5, !counts);
        m_grid->removeWidget(m_tables[i]);
        m_grid->addWidget(m_tables[i], both ? i / 2 : i, both ? i % 2 : 0, Qt::AlignTop);
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column == 0 || both ? 1 : 0);
}

QList<QWidget*> InsightsScreen::topBarWidgets() {
    return {m_pages};
}

InsightsPage* InsightsScreen::page() const {
    for (const auto& [id, page] : m_own)
        if (m_stack->currentWidget() == page)
            return page;
    return nullptr;
}

bool InsightsScreen::settled() const {
    return m_fetching == 0 &&
           std::all_of(m_own.begin(), m_own.end(), [](const auto& own) { return own.second->settled(); });
}

QString InsightsScreen::argument() const {
    return m_view.blocks.isEmpty() ? QString() : m_pages->current();
}

QStringList InsightsScreen::unsaved() const {
    return m_signals->dirty() ? QStringList{tr("Weights of signals")} : QStringList();
}

void InsightsScreen::saveUnsaved() {
    if (!m_signals->dirty()) {
        Q_EMIT unsavedSaved(true);
        return;
    }
    connect(m_signals, &SignalsPage::saved, this, &Screen::unsavedSaved, Qt::SingleShotConnection);
    m_signals->save();
}

void InsightsScreen::discardUnsaved() {
    m_signals->discard();
}

QList<QWidget*> InsightsScreen::panes() {
    if (InsightsPage* own = page())
        return own->panes();
    if (m_stack->currentIndex() != 1)
        return {m_stack->currentWidget()};
    QList<QWidget*> panes{m_difference, m_share};
    for (DataTable* table : m_tables)
        panes.append(table);
    return panes;
}

void InsightsScreen::refresh() {
    for (const auto& [id, page] : m_own)
        page->expire();
    if (!context().workspace()) {
        ++m_revision;
        showNothing();
        return;
    }
    const quint64 revision = ++m_revision;
    ++m_fetching;
    const std::string folder = context().workspacePath().toStdString();
    const QString currency = QString::fromStdString(context().workspace()->settings.currency);
    context().runInBackground<Fetched>(
        [folder, currency, tag = context().run().toStdString()] { return fetch(folder, tag, currency); }, this,
        [this, revision](const Fetched& fetched) {
            if (revision == m_revision) {
                if (fetched.found)
                    show(fetched.view);
                else
                    showNothing();
                if (!fetched.error.isEmpty())
                    context().showMessage(
                        {QStringLiteral("insights"), Severity::Error, {}, fetched.error, {}, {}, {}, 0});
            }
            --m_fetching;
            if (settled())
                Q_EMIT becameSettled();
        });
}

void InsightsScreen::showNothing() {
    m_view = {};
    const bool open = context().workspace() != nullptr;
    m_empty->setContent(open ? tr("Nothing to measure yet") : tr("No workspace open"),
                        open ? tr("Insights compare agentic customers with the baseline arm of a run. Run a simulation "
                                  "first.")
                             : tr("Open a workspace to see what its runs brought."),
                        open ? tr("Go to Simulation") : QString());
    m_pages->setEnabled(false);
    m_stack->setCurrentIndex(0);
    Q_EMIT headingChanged();
}

void InsightsScreen::show(const InsightsView& view) {
    m_view = view;
    m_headline->setText(view.headline);
    m_sentence->setText(view.leftOut.isEmpty() ? view.sentence : tr("%1 %2").arg(view.sentence, view.leftOut));
    m_sentence->setToolTip(view.intervals);
    m_difference->setToolTip(view.intervals);
    m_split->setText(
        tr("Customers: agentic %1, control %2, baseline %3").arg(view.agentic, view.control, view.baseline));
    m_health->setObjectName(QStringLiteral("splitHealth"));
    m_health->setText(!view.compared ? tr("No split to check")
                      : view.healthy ? tr("Split healthy")
                                     : tr("Split unhealthy, numbers hidden"));
    m_health->setInk(!view.compared ? Ink::Text2 : view.healthy ? Ink::RiskLow : Ink::RiskHigh);
    m_difference->setEmptyText(view.compared ? QString() : tr("Without a baseline arm there is no difference."));
    m_difference->setTrend(view.difference);
    m_share->setEmptyText(view.noShare);
    m_share->setTrend(view.share);
    CellsModel::Rows all;
    for (int block = 0; block < view.blocks.size() && block < m_models.size(); ++block) {
        CellsModel::Rows rows;
        for (const MetricLine& line : view.blocks[block].lines) {
            rows.append(overviewRow(line));
            QList<Cell> row{{view.blocks[block].title},
                            {line.name},
                            {line.agentic},
                            {line.baseline},
                            {line.difference},
                            {line.range},
                            {line.n},
                            {line.formula},
                            {view.period}};
            if (!line.hidden.isEmpty() && line.range.isEmpty())
                row[5] = {tr("hidden: %1").arg(line.hidden)};
            for (Cell& cell : row)
                cell.tip = line.tip;
            all.append(row);
        }
        m_tables[block]->setFixedHeight(static_cast<int>(rows.size()) * metricRow + metrics::row);
        m_models[block]->setRows(std::move(rows));
    }
    m_allModel->setRows(std::move(all));
    arrange();
    m_pages->setEnabled(true);
    showPage(m_pages->current());
    Q_EMIT headingChanged();
}

void InsightsScreen::showPage(const QString& id) {
    m_pages->setCurrent(id);
    if (m_view.blocks.isEmpty())
        return;
    m_stack->setCurrentIndex(id == QLatin1String("table") ? 2 : 1);
    for (const auto& [name, page] : m_own)
        if (name == id) {
            m_stack->setCurrentWidget(page);
            page->look();
        }
}

GrabCounts InsightsScreen::counts() const {
    if (const InsightsPage* own = page())
        return own->counts();
    GrabCounts counts;
    if (m_stack->currentIndex() == 2)
        counts.rows = m_all->paintedItems();
    if (m_stack->currentIndex() != 1)
        return counts;
    counts.series = m_difference->paintedItems() + m_share->paintedItems();
    for (const DataTable* table : m_tables)
        counts.rows += table->paintedItems();
    return counts;
}

} // namespace wayreeve::ui
