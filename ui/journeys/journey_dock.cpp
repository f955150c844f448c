#include "ui/journeys/journey_dock.h"

#include "ui/journeys/journey_words.h"
#include "ui/journeys/outline_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace wayreeve::ui {

namespace {

constexpr int rowHeight = 28;
constexpr int pageHeight = 5 * rowHeight;

/// A tab of the dock: icon, text, an accent line under the open one.
class DockTab : public QAbstractButton {
public:
    explicit DockTab(const QString& iconName)
        : m_icon(iconName) {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::ArrowCursor);
    }
    void setIconName(const QString& name) {
        m_icon = name;
        update();
    }
    void setWarning(bool warning) {
        m_warning = warning;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics metrics(uiFont(Type::Body, Weight::Bold));
        return {metrics.horizontalAdvance(text()) + 48, metrics::tabs};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse() && !isChecked())
            painter.fillRect(rect(), color(Ink::Hover));
        const Ink ink = m_warning ? Ink::RiskMedium : isChecked() ? Ink::Text1 : Ink::Text2;
        paintIcon(painter, QRectF(12, (height() - 16) / 2.0, 16, 16), m_icon, ink);
        painter.setFont(uiFont(Type::Body, isChecked() ? Weight::Bold : Weight::Regular));
        painter.setPen(color(ink));
        painter.drawText(rect().adjusted(34, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (isChecked())
            painter.fillRect(QRect(0, height() - 2, width(), 2), color(Ink::Accent));
        if (hasFocus()) {
            painter.setPen(QPen(color(Ink::Accent), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    QString m_icon;
    bool m_warning = false;
};

constexpr int keyRole = Qt::UserRole + 1;

class DockRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
    }
};

} // namespace

JourneyDock::JourneyDock(JourneyPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_outline(new OutlineModel(presenter, this))
    , m_problems(new QStandardItemModel(this))
    , m_stories(new QStandardItemModel(this))
    , m_pages(new QStackedWidget)
    , m_bar(new QWidget) {
    setObjectName(QStringLiteral("journeyDock"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    m_bar->setFixedHeight(metrics::tabs);
    auto* line = new QHBoxLayout(m_bar);
    line->setContentsMargins(metrics::space8, 0, metrics::space12, 0);
    line->setSpacing(metrics::space4);
    column->addWidget(m_bar);
    m_pages->setFixedHeight(pageHeight);
    column->addWidget(m_pages);
    makeOutline();
    makeProblems();
    makeStories();
    line->addStretch(1);
    makeZoom();
    showTab(QStringLiteral("outline"));
    connect(&presenter, &JourneyPresenter::problemsChanged, this, &JourneyDock::fillProblems);
    connect(&presenter, &JourneyPresenter::selectionChanged, this, &JourneyDock::syncOutline);
    connect(m_outline, &OutlineModel::rebuilt, this, [this] {
        m_outlineView->expandToDepth(0);
        syncOutline();
    });
}

void JourneyDock::addTab(const QString& id, const QString& iconName, const QString& text, QWidget* page) {
    auto* tab = new DockTab(iconName);
    tab->setText(text);
    tab->setObjectName(id + QStringLiteral("Tab"));
    tab->setAccessibleName(text);
    m_bar->layout()->addWidget(tab);
    m_tabs.append(tab);
    m_ids.append(id);
    m_pages->addWidget(page);
    connect(tab, &QAbstractButton::clicked, this, [this, id](bool checked) { showTab(checked ? id : QString()); });
}

QTreeView* JourneyDock::makeTree(const QString& name, QAbstractItemModel* model, const QList<int>& widths) {
    auto* tree = new QTreeView;
    tree->setAccessibleName(name);
    tree->setModel(model);
    tree->setItemDelegate(new DockRows(tree));
    tree->setHeaderHidden(true);
    tree->setUniformRowHeights(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    tree->setIndentation(18);
    tree->setProperty("widths", QVariant::fromValue(widths));
    const auto size = [tree, widths] {
        for (qsizetype i = 0; i < widths.size(); ++i)
            tree->setColumnWidth(static_cast<int>(i), widths[i]);
    };
    connect(model, &QAbstractItemModel::columnsInserted, tree, size);
    connect(model, &QAbstractItemModel::modelReset, tree, size);
    size();
    return tree;
}

void JourneyDock::makeOutline() {
    m_outlineView = makeTree(tr("Outline"), m_outline, {340, 160});
    m_outlineView->setObjectName(QStringLiteral("outline"));
    m_outlineView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    addTab(QStringLiteral("outline"), QStringLiteral("list"), tr("Outline"), m_outlineView);
    connect(m_outlineView->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_syncing)
            return;
        Selection selection;
        for (const QModelIndex& index : m_outlineView->selectionModel()->selectedRows())
            selection.push_back(m_outline->itemAt(index));
        m_syncing = true;
        m_presenter.select(selection);
        m_syncing = false;
        if (!selection.empty())
            Q_EMIT revealRequested(selection.back());
    });
}

void JourneyDock::makeProblems() {
    m_problemView = makeTree(tr("Problems"), m_problems, {460});
    m_problemView->setObjectName(QStringLiteral("problems"));
    m_problemView->setRootIsDecorated(false);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_noProblems =
        new EmptyState(tr("No problems"), tr("Dead ends, missing owners and broken conditions appear here."));
    column->addWidget(m_noProblems);
    column->addWidget(m_problemView);
    m_problemView->hide();
    addTab(QStringLiteral("problems"), QStringLiteral("check"), tr("Problems"), page);
    const auto jump = [this](const QModelIndex& index) {
        const int at = index.siblingAtColumn(0).data(keyRole).toInt();
        if (!index.isValid() || at < 0 || at >= static_cast<int>(m_presenter.problems().size()))
            return;
        const MapItem item = m_presenter.problems()[static_cast<std::size_t>(at)].item;
        if (item.kind == MapItem::Kind::None)
            return;
        m_presenter.select({item});
        Q_EMIT revealRequested(item);
    };
    connect(m_problemView, &QTreeView::clicked, this, jump);
    connect(m_problemView, &QTreeView::activated, this, jump);
}

void JourneyDock::makeStories() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_storyView = makeTree(tr("Stories"), m_stories, {380, 220});
    m_storyView->setObjectName(QStringLiteral("stories"));
    m_storyView->setRootIsDecorated(false);
    column->addWidget(m_storyView);
    addTab(QStringLiteral("stories"), QStringLiteral("book"), tr("Stories not run"), page);
}

void JourneyDock::makeZoom() {
    auto* line = qobject_cast<QHBoxLayout*>(m_bar->layout());
    auto* less = new IconButton(QStringLiteral("minus"), tr("Smaller"));
    auto* more = new IconButton(QStringLiteral("plus"), tr("Larger"));
    auto* fit = new IconButton(QStringLiteral("zoom-fit"), tr("Whole map"));
    m_zoom = new PlainLabel({}, Type::Body, Weight::Regular, Ink::Text2);
    m_zoom->setObjectName(QStringLiteral("zoom"));
    m_zoom->setFixedWidth(52);
    m_zoom->setAlignment(Qt::AlignCenter);
    line->addWidget(less);
    line->addWidget(m_zoom);
    line->addWidget(more);
    line->addWidget(fit);
    connect(less, &IconButton::clicked, this, [this] { Q_EMIT zoomRequested(-1); });
    connect(more, &IconButton::clicked, this, [this] { Q_EMIT zoomRequested(1); });
    connect(fit, &IconButton::clicked, this, &JourneyDock::fitRequested);
    setZoom(1);
}

void JourneyDock::setZoom(qreal zoom) {
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(static_cast<int>(std::lround(zoom * 100)))));
}

void JourneyDock::showTab(const QString& tab) {
    const qsizetype index = m_ids.indexOf(tab);
    for (qsizetype i = 0; i < m_tabs.size(); ++i)
        m_tabs[i]->setChecked(i == index);
    m_pages->setVisible(index >= 0);
    if (index >= 0)
        m_pages->setCurrentIndex(static_cast<int>(index));
    if (tab == QLatin1String("stories"))
        Q_EMIT storiesRequested();
    updateGeometry();
}

QString JourneyDock::tab() const {
    return m_pages->isVisibleTo(this) ? m_ids.value(m_pages->currentIndex()) : QString();
}

int JourneyDock::listedRows() const {
    if (!m_pages->isVisible())
        return 0;
    const auto* tree = m_pages->currentWidget()->findChild<QTreeView*>();
    if (!tree)
        tree = qobject_cast<QTreeView*>(m_pages->currentWidget());
    int rows = 0;
    for (QModelIndex index = tree ? tree->indexAt({4, 4}) : QModelIndex(); index.isValid();
         index = tree->indexBelow(index))
        rows += tree->visualRect(index).intersects(tree->viewport()->rect());
    return rows;
}

void JourneyDock::fillProblems() {
    m_problems->clear();
    int at = 0;
    for (const MapProblem& problem : m_presenter.problems()) {
        auto* text = new QStandardItem(icon(problem.blocks ? QStringLiteral("risk-high") : QStringLiteral("warning"),
                                            problem.blocks ? Ink::RiskHigh : Ink::RiskMedium),
                                       problem.title);
        text->setData(at++, keyRole);
        const QString word = problem.blocks ? tr("Problem") : tr("Warning");
        text->setData(word + QStringLiteral(": ") + problem.title, Qt::AccessibleTextRole);
        auto* where = new QStandardItem(m_presenter.journey() && m_presenter.workspace() &&
                                                problem.item.kind != MapItem::Kind::None
                                            ? itemText(*m_presenter.workspace(), *m_presenter.journey(), problem.item)
                                            : tr("The whole journey"));
        for (auto* cell : {text, where})
            cell->setEditable(false);
        m_problems->appendRow({text, where});
    }
    m_problemView->setColumnWidth(0, 460);
    labelTabs();
}

void JourneyDock::setStories(const QList<StoryLine>& stories, bool running) {
    m_running = running;
    m_storiesTold = !running;
    m_stale = false;
    m_passed = 0;
    m_stories->clear();
    for (const StoryLine& story : stories) {
        m_passed += story.passed;
        auto* name = new QStandardItem(icon(story.passed ? QStringLiteral("check") : QStringLiteral("cross"),
                                            story.passed ? Ink::RiskLow : Ink::RiskHigh),
                                       story.name);
        name->setData((story.passed ? tr("Passes: %1") : tr("Fails: %1")).arg(story.name), Qt::AccessibleTextRole);
        auto* guards = new QStandardItem(story.guards);
        auto* message = new QStandardItem(story.message);
        message->setToolTip(story.message);
        for (auto* cell : {name, guards, message})
            cell->setEditable(false);
        m_stories->appendRow({name, guards, message});
    }
    m_storyView->setColumnWidth(0, 380);
    m_storyView->setColumnWidth(1, 220);
    labelTabs();
}

void JourneyDock::forgetStories() {
    setStories({}, false);
    m_storiesTold = false;
    labelTabs();
}

void JourneyDock::setStoriesStale(bool stale) {
    if (stale == m_stale || !m_storiesTold)
        return;
    m_stale = stale;
    labelTabs();
}

void JourneyDock::labelTabs() {
    const int problems = static_cast<int>(m_presenter.problems().size());
    auto* tab = static_cast<DockTab*>(m_tabs[1]);
    tab->setText(problems == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, problems));
    tab->setWarning(problems > 0);
    tab->setIconName(problems > 0 ? QStringLiteral("warning") : QStringLiteral("check"));
    m_noProblems->setVisible(problems == 0);
    m_problemView->setVisible(problems > 0);
    auto* stories = static_cast<DockTab*>(m_tabs[2]);
    const int told = m_stories->rowCount();
    stories->setText(m_running        ? tr("Stories run …")
                     : !m_storiesTold ? tr("Stories not run")
                     : told == 0      ? tr("No stories")
                     : m_stale        ? tr("Stories %1 of %2 passed, changed since").arg(m_passed).arg(told)
                                      : tr("Stories %1 of %2 pass").arg(m_passed).arg(told));
    stories->setIconName(!m_storiesTold || told == 0 || m_stale ? QStringLiteral("book")
                         : m_passed < told                      ? QStringLiteral("cross")
                                                                : QStringLiteral("check"));
    stories->setToolTip(m_stale ? tr("Open this again to run them on the map as it is now.") : QString());
    stories->setWarning(m_stale || (told > 0 && m_passed < told));
    for (QAbstractButton* button : std::as_const(m_tabs)) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
}

void JourneyDock::syncOutline() {
    if (m_syncing)
        return;
    m_syncing = true;
    auto* selection = m_outlineView->selectionModel();
    selection->clearSelection();
    for (const MapItem& item : m_presenter.selection()) {
        const QModelIndex index = m_outline->indexOf(item);
        if (!index.isValid())
            continue;
        selection->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_outlineView->scrollTo(index);
    }
    m_syncing = false;
}

void JourneyDock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Ink::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Ink::Border));
}

} // namespace wayreeve::ui
