#include "ui/shell/start_page.h"

#include "ui/shell/app_context.h"
#include "ui/shell/start_tiles.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QGridLayout>
#include <QHash>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace wayreeve::ui {

namespace {

/// Three columns, or two where no goal fills three and the words need the room.
int columnsFor(const QList<TemplateCard>& cards) {
    QHash<QString, int> perGoal;
    int most = 2;
    for (const TemplateCard& card : cards)
        most = std::max(most, ++perGoal[card.goal]);
    return std::min(most, 3);
}

/// Rounded outline around the demo; the picture in it reaches to the edge.
class Panel : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(Ink::Border2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::panelRadius,
                                metrics::panelRadius);
    }
};

} // namespace

StartPage::StartPage(AppContext& context)
    : Screen(context)
    , m_open(new PlainButton(tr("Open workspace…"))) {
    m_open->setParent(this);
    m_open->hide();
    m_open->setIconName("folder");
    m_open->setKeyHint("Ctrl O");
    const auto ask = [this] {
        if (const auto provider = this->context().service<StartProvider>())
            provider->openWorkspace({});
    };
    connect(m_open, &Button::clicked, this, ask);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    connect(&context, &AppContext::servicesChanged, this, &StartPage::refresh);
    connect(&context, &AppContext::problemsChanged, this, &StartPage::refresh);
}

QString StartPage::title() const {
    return tr("Start");
}
QList<QWidget*> StartPage::topBarWidgets() {
    return {m_open};
}
QList<QWidget*> StartPage::panes() {
    return {m_openDemo ? static_cast<QWidget*>(m_openDemo) : this};
}

void StartPage::refresh() {
    delete m_body;
    m_tiles.clear();
    m_rows.clear();
    m_openDemo = nullptr;
    build();
}

void StartPage::build() {
    if (!context().service<StartProvider>()) {
        m_body = new EmptyState(tr("Nothing to open"), tr("This build comes without the demo and without templates."));
        layout()->addWidget(m_body);
        return;
    }
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(title());
    auto* page = new QWidget;
    auto* left = new QVBoxLayout;
    left->setSpacing(metrics::space12);
    addProblems(*left);
    addDemo(*left);
    left->addSpacing(metrics::space12);
    addTemplates(*left);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(metrics::space8);
    addRecent(*right);
    right->addStretch(1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(metrics::space32, metrics::space24, metrics::space32, metrics::space24);
    row->setSpacing(40);
    row->addLayout(left, 9);
    row->addLayout(right, 4);
    // Beyond this the eye has too far to travel.
    row->addStretch(0);
    page->setMaximumWidth(1400);
    scroll->setWidget(page);
    m_body = scroll;
    layout()->addWidget(scroll);
}

void StartPage::addProblems(QVBoxLayout& column) {
    const QStringList& problems = context().problems();
    if (problems.isEmpty())
        return;
    // More than anybody reads at once: mending the first ones shows the others.
    constexpr qsizetype most = 200;
    column.addWidget(new PlainLabel(tr("%1 cannot be opened: %n problems", nullptr, static_cast<int>(problems.size()))
                                        .arg(context().workspaceName()),
                                    Type::Title, Weight::Bold));
    for (const QString& problem : problems.mid(0, most)) {
        auto* line = new PlainLabel(problem);
        line->setObjectName("workspaceProblem");
        line->setWordWrap(true);
        column.addWidget(line);
    }
    column.addWidget(
        new PlainLabel(tr("Mend the files, then open the workspace again."), Type::Body, Weight::Regular, Ink::Text2));
    column.addSpacing(metrics::space12);
}

void StartPage::addDemo(QVBoxLayout& column) {
    const DemoCard demo = context().service<StartProvider>()->demo();
    column.addWidget(new PlainLabel(tr("Try it on a business that already runs"), Type::Title, Weight::Bold));
    auto* panel = new Panel;
    auto* words = new QVBoxLayout;
    words->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space16);
    words->setSpacing(metrics::space8);
    words->addWidget(new PlainLabel(tr("Demo workspace"), Type::Body, Weight::Bold));
    auto* text = new PlainLabel(demo.text, Type::Body, Weight::Regular, Ink::Text2);
    text->setWordWrap(true);
    words->addWidget(text);
    m_openDemo = new FilledButton(tr("Open demo"));
    m_openDemo->setObjectName("openDemo");
    words->addWidget(m_openDemo, 0, Qt::AlignLeft);
    words->addStretch(1);
    connect(m_openDemo, &Button::clicked, this, [this] {
        context().leaveWorkspace([provider = context().service<StartProvider>()] { provider->openDemo(); });
    });
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addLayout(words, 4);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(new MapPreview(demo.sketch), 3);
    column.addWidget(panel);
}

void StartPage::addTemplates(QVBoxLayout& column) {
    auto* heading = new QHBoxLayout;
    heading->addWidget(new PlainLabel(tr("Start from a journey that runs"), Type::Title, Weight::Bold));
    auto* note =
        new PlainLabel(tr("each with customers and stories of its own"), Type::Small, Weight::Regular, Ink::Text3);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    note->setElided(true);
    heading->addWidget(note, 1);
    column.addLayout(heading);
    column.addWidget(new Hairline);
    QGridLayout* grid = nullptr;
    QString goal;
    int inGroup = 0;
    const QList<TemplateCard> cards = context().service<StartProvider>()->templates();
    const int columns = columnsFor(cards);
    for (const TemplateCard& card : cards) {
        if (!grid || card.goal != goal) {
            if (grid)
                column.addWidget(new Hairline);
            grid = new QGridLayout;
            grid->setHorizontalSpacing(metrics::space4);
            grid->setVerticalSpacing(0);
            auto* label = new PlainLabel(card.goal, Type::Body, Weight::Bold, Ink::Text2);
            label->setFixedWidth(72);
            label->setContentsMargins(0, metrics::space8, 0, 0);
            label->setWordWrap(true);
            grid->addWidget(label, 0, 0, Qt::AlignTop);
            for (int c = 1; c <= columns; ++c)
                grid->setColumnStretch(c, 1);
            column.addLayout(grid);
            goal = card.goal;
            inGroup = 0;
        }
        auto* tile = new TemplateTile(card);
        grid->addWidget(tile, inGroup / columns, 1 + inGroup % columns);
        ++inGroup;
        m_tiles.append(tile);
        connect(tile, &QAbstractButton::clicked, this, [this, id = card.id] {
            context().leaveWorkspace(
                [provider = context().service<StartProvider>(), id] { provider->openTemplate(id); });
        });
        connect(tile, &TemplateTile::moved, this, [this, tile](int dx, int dy) { move(*tile, dx, dy); });
    }
    column.addWidget(new Hairline);
}

void StartPage::addRecent(QVBoxLayout& column) {
    column.addWidget(new PlainLabel(tr("Recent"), Type::Title, Weight::Bold));
    const QList<RecentWorkspace> recent = context().service<StartProvider>()->recent();
    if (recent.isEmpty()) {
        auto* none = new PlainLabel(tr("Workspaces that you opened stand here, the last one first."), Type::Body,
                                    Weight::Regular, Ink::Text2);
        none->setWordWrap(true);
        column.addWidget(none);
        return;
    }
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (const RecentWorkspace& workspace : recent) {
        auto* row = new RecentRow(workspace);
        rows->addWidget(row);
        m_rows.append(row);
        connect(row, &QAbstractButton::clicked, this,
                [this, path = workspace.path] { context().service<StartProvider>()->openWorkspace(path); });
    }
    column.addLayout(rows);
}

/// The nearest tile that lies in the direction.
void StartPage::move(const TemplateTile& from, int dx, int dy) {
    const QPoint here = from.mapTo(this, from.rect().center());
    TemplateTile* best = nullptr;
    int least = std::numeric_limits<int>::max();
    for (TemplateTile* tile : std::as_const(m_tiles)) {
        const QPoint way = tile->mapTo(this, tile->rect().center()) - here;
        const int along = way.x() * dx + way.y() * dy;
        const int aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (along <= 0 || (dx != 0 && aside > 20) || along + 2 * aside >= least)
            continue;
        best = tile;
        least = along + 2 * aside;
    }
    if (best)
        best->setFocus(Qt::TabFocusReason);
}

GrabCounts StartPage::counts() const {
    GrabCounts counts;
    const auto visible = [](const QWidget* widget, bool painted) {
        return painted && !widget->visibleRegion().isEmpty();
    };
    for (const RecentRow* row : m_rows)
        counts.rows += visible(row, row->painted()) ? 1 : 0;
    for (const TemplateTile* tile : m_tiles)
        counts.nodes += visible(tile, tile->painted()) ? 1 : 0;
    return counts;
}

} // namespace wayreeve::ui
