#include "ui/insights/effects_page.h"

#include "ui/text/error_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>

namespace wayreeve::ui {

namespace {

constexpr int gridRow = 44, tagWidth = 152, cellWidth = 120;

/// An effect over its interval, on a background that says better or worse where that is certain.
class EffectDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override {
        if (index.column() == 0) {
            RowDelegate::paintCell(painter, rect, option, index);
            return;
        }
        const int side = index.data(CellsModel::dataRole).toInt();
        if (side != 0 && !(option.state & QStyle::State_Selected))
            painter.fillRect(rect.adjusted(-6, 2, 6, -2), color(side > 0 ? Ink::OkBack : Ink::ErrorBack));
        const int middle = rect.top() + rect.height() / 2;
        painter.setFont(uiFont(Type::Body, index.data(BoldRole).toBool() ? Weight::Bold : Weight::Regular));
        const Ink ink = side > 0   ? Ink::RiskLow
                        : side < 0 ? Ink::RiskHigh
                                   : static_cast<Ink>(index.data(InkRole).toInt());
        paintElided(painter, QRectF(rect.left(), rect.top() + 3, rect.width(), middle - rect.top() - 3),
                    index.data(Qt::DisplayRole).toString(), ink);
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(rect.left(), middle, rect.width(), rect.bottom() - middle - 2),
                    index.data(NoteRole).toString(), Ink::Text2);
    }
};

QComboBox* choice(const char* object, const QString& name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(object));
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

EffectsPage::EffectsPage(AppContext& context, QWidget* parent)
    : InsightsPage(context, parent)
    , m_what(choice("effectsOf", tr("What the effects are of"), this))
    , m_segment(choice("effectsBy", tr("Segments"), this))
    , m_goal(choice("effectsGoal", tr("Goal"), this))
    , m_control(new QCheckBox(tr("Random control arm only"), this))
    , m_sentence(new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, this))
    , m_missing(new PlainLabel({}, Type::Body, Weight::Bold, Ink::Text1, this))
    , m_grid(new DataTable(tr("Effects by tag and segment"), this))
    , m_gridModel(new CellsModel({}, this)) {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space8);
    auto* filters = new QHBoxLayout;
    m_control->setObjectName(QStringLiteral("effectsControl"));
    for (QWidget* filter : QList<QWidget*>{m_what, m_segment, m_goal, m_control})
        filters->addWidget(filter);
    filters->addStretch(1);
    layout->addLayout(filters);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("effectsSentence"));
    m_missing->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("effectsMissing"));
    m_grid->setObjectName(QStringLiteral("effectsGrid"));
    m_grid->setRowHeight(gridRow);
    m_grid->setItemDelegate(new EffectDelegate(m_grid));
    m_grid->setModel(m_gridModel);
    layout->addWidget(m_sentence);
    layout->addWidget(m_missing);
    layout->addWidget(m_grid, 1);
    auto* foot = new PlainLabel(tr("Green and bold: better with its whole interval; red and bold: worse; else not "
                                   "certain. Few moments are drawn towards the tag’s effect on everybody."),
                                Type::Small, Weight::Regular, Ink::Text2, page);
    foot->setWordWrap(true);
    layout->addWidget(foot);
    setContent(page);
    for (const session::EffectOf what : session::allEffectsOf)
        m_what->addItem(effectOfWords(what), static_cast<int>(what));
    for (QComboBox* box : {m_what, m_segment, m_goal})
        connect(box, &QComboBox::activated, this, &EffectsPage::ask);
    connect(m_control, &QCheckBox::toggled, this, &EffectsPage::ask);
}

void EffectsPage::read() {
    using Log = std::shared_ptr<const session::EffectLog>;
    fetch<Log>(
        [](const std::string& folder, const std::string& run) -> Result<Log> {
            auto log = session::effectLogOf(folder, run);
            if (!log)
                return log.error();
            return std::make_shared<const session::EffectLog>(std::move(*log));
        },
        [this](Log log) {
            m_log = std::move(log);
            fillChoices();
            ask();
        });
}

void EffectsPage::fillChoices() {
    const RecordWords words(context().workspace());
    const auto refill = [](QComboBox* box, const QList<std::pair<QString, QString>>& items) {
        const QString chosen = box->currentData().toString();
        const bool first = box->count() == 0;
        box->clear();
        for (const auto& [text, id] : items)
            box->addItem(text, id);
        const int at = box->findData(first && items.size() > 1 ? items[1].second : chosen);
        box->setCurrentIndex(std::max(at, 0));
    };
    QList<std::pair<QString, QString>> segments{{segmentKindWords({}, words), QString()}}, goals;
    for (const std::string& kind : m_log->segmentKinds)
        segments.append({segmentKindWords(kind, words), QString::fromStdString(kind)});
    for (const std::string& goal : m_log->goals)
        goals.prepend({words.goal(goal), QString::fromStdString(goal)});
    std::reverse(goals.begin(), goals.end());
    refill(m_segment, segments);
    const QString goal = m_goal->currentData().toString();
    m_goal->clear();
    for (const auto& [text, id] : goals)
        m_goal->addItem(text, id);
    m_goal->setCurrentIndex(std::max(0, m_goal->findData(goal)));
    m_goal->setVisible(!goals.isEmpty());
}

void EffectsPage::ask() {
    if (!m_log)
        return;
    session::EffectQuestion question;
    question.what = static_cast<session::EffectOf>(m_what->currentData().toInt());
    question.segment = m_segment->currentData().toString().toStdString();
    question.goal = m_goal->currentData().toString().toStdString();
    question.controlOnly = m_control->isChecked();
    begin();
    context().runInBackground<Result<EffectsView>>(
        [log = m_log, question, workspace = context().workspace()]() -> Result<EffectsView> {
            const auto answer = session::effectsOf(*log, question);
            if (!answer)
                return answer.error();
            return presentEffects(*log, question, *answer, RecordWords(workspace));
        },
        this,
        [this, revision = ++m_question](const Result<EffectsView>& view) {
            if (revision == m_question && view) {
                m_sentence->setText(view->sentence);
                m_missing->setText(view->missing);
                m_missing->setVisible(!view->missing.isEmpty());
                m_grid->setVisible(view->missing.isEmpty());
                m_gridModel->setColumns(view->grid.columns);
                m_gridModel->setRows(view->grid.rows);
                QList<int> widths{tagWidth};
                const bool few = view->grid.columns.size() < 4;
                for (qsizetype i = 1; i < view->grid.columns.size(); ++i)
                    widths.append(few && i + 1 == view->grid.columns.size() ? 0 : cellWidth);
                if (!few)
                    widths[0] = 0;
                m_grid->setColumnWidths(widths);
                showContent();
            } else if (revision == m_question) {
                fail(view.error());
            }
            end();
        });
}

GrabCounts EffectsPage::counts() const {
    GrabCounts counts;
    counts.rows = m_grid->paintedItems();
    return counts;
}

QList<QWidget*> EffectsPage::panes() {
    return {m_what, m_grid};
}

DriftPage::DriftPage(AppContext& context, QWidget* parent)
    : InsightsPage(context, parent)
    , m_goal(choice("driftGoal", tr("Goal"), this))
    , m_headline(new PlainLabel({}, Type::Title, Weight::Bold, Ink::Text1, this))
    , m_sentence(new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2, this))
    , m_chart(new IntervalChart(tr("Predicted and realised share by day"), this))
    , m_alarms(new DataTable(tr("Drift that was noticed"), this))
    , m_alarmsModel(new CellsModel({}, this)) {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::space20, metrics::space12, metrics::space20, metrics::space12);
    layout->setSpacing(metrics::space8);
    auto* head = new QHBoxLayout;
    m_headline->setWordWrap(true);
    m_headline->setObjectName(QStringLiteral("driftHeadline"));
    head->addWidget(m_headline, 1);
    head->addWidget(m_goal, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("driftSentence"));
    layout->addWidget(m_sentence);
    layout->addWidget(new SectionHeader(tr("Predicted and came"),
                                        tr("per cent of choices, by the day on which it was known, 95 %"), page));
    m_chart->setObjectName(QStringLiteral("driftChart"));
    m_chart->setMinimumHeight(160);
    layout->addWidget(m_chart, 2);
    m_alarms->setObjectName(QStringLiteral("driftAlarms"));
    m_alarms->setModel(m_alarmsModel);
    layout->addWidget(m_alarms, 1);
    setContent(page);
    connect(m_goal, &QComboBox::activated, this, &DriftPage::fill);
}

void DriftPage::read() {
    fetch<session::ModelDrift>(
        [](const std::string& folder, const std::string& run) { return session::modelDriftOf(folder, run); },
        [this](session::ModelDrift drift) {
            m_drift = std::move(drift);
            const int chosen = std::max(0, m_goal->currentIndex());
            m_goal->clear();
            for (const session::GoalDrift& goal : m_drift.goals)
                m_goal->addItem(QString::fromStdString(goal.name));
            m_goal->setCurrentIndex(std::min(chosen, m_goal->count() - 1));
            fill();
        });
}

void DriftPage::fill() {
    const int at = m_goal->currentIndex();
    if (at < 0) {
        showEmpty(tr("No goals"), tr("This run's documents set no goals, so no model predicts anything."));
        return;
    }
    const DriftView view =
        presentDrift(m_drift.goals[static_cast<std::size_t>(at)], RecordWords(context().workspace()));
    m_headline->setText(view.headline);
    m_headline->setInk(view.drifts ? Ink::RiskMedium : Ink::Text1);
    m_sentence->setText(view.sentence);
    m_chart->setTrend(view.trend);
    m_alarmsModel->setColumns(view.alarms.columns);
    m_alarmsModel->setRows(view.alarms.rows);
    m_alarms->setColumnWidths({128, 128, 0, 96, 96, 96});
    m_alarms->setVisible(!view.alarms.rows.isEmpty());
    showContent();
}

GrabCounts DriftPage::counts() const {
    GrabCounts counts;
    counts.series = m_chart->paintedItems();
    counts.rows = m_alarms->isVisible() ? m_alarms->paintedItems() : 0;
    return counts;
}

QList<QWidget*> DriftPage::panes() {
    return {m_goal, m_chart, m_alarms};
}

} // namespace wayreeve::ui
