#include "ui/autonomy/autonomy_screen.h"

#include "ui/autonomy/matrix_inspector.h"
#include "ui/autonomy/matrix_table.h"
#include "ui/autonomy/matrix_words.h"
#include "ui/autonomy/week_picture.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/rights.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section_header.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace wayreeve::ui {

AutonomyScreen::AutonomyScreen(AppContext& context)
    : Screen(context)
    , m_whole(new QStackedWidget)
    , m_empty(new EmptyState(tr("No matrix"),
                             tr("What the core may do by itself, and what a person must agree to, is set here."),
                             tr("Open a workspace")))
    , m_table(new MatrixTable(m_presenter))
    , m_inspector(new MatrixInspector(m_presenter))
    , m_gaps(new LinkButton({}))
    , m_caps(new PlainLabel({}, Type::Small, Weight::Regular, Ink::Text2))
    , m_policies(new DataTable(tr("Policies that bind every row")))
    , m_policyModel(new QStandardItemModel(0, 3, this))
    , m_week(new WeekPicture) {
    setObjectName(QStringLiteral("autonomyScreen"));
    makeTopBar();
    makeLayout();
    addCommands();
    connect(m_empty, &EmptyState::activated, this, [this] { this->context().openPlace(QStringLiteral("start")); });
    m_presenter.setGuard([this] { return mayOrSay(this->context(), governance::Right::EditDocuments); });
    connect(&m_presenter, &MatrixPresenter::matrixChanged, this, [this] {
        updateBar();
        Q_EMIT headingChanged();
    });
    connect(&m_presenter.undoStack(), &QUndoStack::indexChanged, this, &AutonomyScreen::updateBar);
    m_whole->setCurrentWidget(m_empty);
    updateBar();
}

void AutonomyScreen::makeTopBar() {
    m_undo = new IconButton(QStringLiteral("undo"), tr("Undo"), this);
    m_redo = new IconButton(QStringLiteral("redo"), tr("Redo"), this);
    connect(m_undo, &QToolButton::clicked, &m_presenter.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_presenter.undoStack(), &QUndoStack::redo);
    m_undo->setObjectName(QStringLiteral("undoMatrix"));
    m_redo->setObjectName(QStringLiteral("redoMatrix"));
    m_keys = new KeyHints({{QStringLiteral("1"), tr("assisted")},
                           {QStringLiteral("2"), tr("supervised")},
                           {QStringLiteral("3"), tr("autonomous")},
                           {QStringLiteral("P"), tr("who agrees")}},
                          this);
    m_save = new FilledButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveMatrix"));
    m_save->setKeyHint(QStringLiteral("Ctrl S"));
    connect(m_save, &FilledButton::clicked, this, &AutonomyScreen::save);
    for (QWidget* widget : topBarWidgets())
        widget->hide(); // the shell shows them where they belong
}

QList<QWidget*> AutonomyScreen::topBarWidgets() {
    return {m_undo, m_redo, m_keys, m_save};
}

void AutonomyScreen::makeLayout() {
    m_policies->setModel(m_policyModel);
    m_policies->horizontalHeader()->hide();
    m_policies->setRowHeight(22);
    m_policies->setColumnWidths({72, 0, 110});
    m_policies->setSelectionMode(QAbstractItemView::SingleSelection);

    auto* policies = new QVBoxLayout;
    policies->setContentsMargins(8, 10, 0, 8);
    auto* policyTitle = new SectionHeader(tr("Policies that bind every row"));
    policyTitle->setContentsMargins(4, 0, 0, 0);
    policies->addWidget(policyTitle);
    policies->addSpacing(4);
    policies->addWidget(m_policies, 1);
    auto* week = new QVBoxLayout;
    week->setContentsMargins(12, 10, 12, 8);
    auto* weekTitle = new QHBoxLayout;
    weekTitle->addWidget(new SectionHeader(tr("When messages rest, customer's time")), 1);
    weekTitle->addWidget(m_caps);
    week->addLayout(weekTitle);
    week->addWidget(m_week);
    week->addStretch(1);
    auto* below = new QWidget;
    below->setFixedHeight(182);
    auto* belowLine = new QHBoxLayout(below);
    belowLine->setContentsMargins(0, 0, 0, 0);
    belowLine->setSpacing(0);
    // Halves, whatever their words ask for.
    for (QLayout* half : {static_cast<QLayout*>(policies), static_cast<QLayout*>(week)}) {
        auto* box = new QWidget;
        box->setLayout(half);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        if (half == week)
            belowLine->addWidget(new Hairline(Qt::Vertical));
        belowLine->addWidget(box, 1);
    }

    auto* header = new QHBoxLayout;
    header->setContentsMargins(12, 0, 12, 0);
    header->addWidget(
        new PlainLabel(tr("Who may do what, by risk and by how far it can be undone"), Type::Body, Weight::Bold));
    header->addStretch(1);
    m_gapMark = new IconLabel(QStringLiteral("warning"), Ink::RiskMedium);
    m_gaps->setObjectName(QStringLiteral("matrixGaps"));
    m_gaps->setToolTip(tr("Go to the next cell that is not there"));
    connect(m_gaps, &QPushButton::clicked, this, &AutonomyScreen::nextGap);
    header->addWidget(m_gapMark);
    header->addWidget(m_gaps);
    auto* headerBox = new QWidget;
    headerBox->setFixedHeight(metrics::tabs);
    headerBox->setLayout(header);

    auto* left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(headerBox);
    left->addWidget(new Hairline);
    left->addWidget(m_table, 1);
    left->addWidget(new Hairline);
    left->addWidget(below);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_inspector);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields scroll into view as they are reached
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(metrics::inspector);
    auto* whole = new QWidget;
    auto* line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addLayout(left, 1);
    line->addWidget(new Hairline(Qt::Vertical));
    line->addWidget(scroll);
    m_whole->addWidget(whole);
    m_whole->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
    setFocusProxy(m_table);
    setTabOrder(m_table, m_gaps);
    setTabOrder(m_gaps, m_policies);
}

void AutonomyScreen::addCommands() {
    const QString group = tr("Autonomy");
    CommandRegistry& commands = context().commands();
    const auto level = [this](documents::AutonomyLevel to) {
        return [this, to] {
            if (const auto place = m_presenter.selection())
                m_presenter.setLevel(*place, to);
        };
    };
    using documents::AutonomyLevel;
    commands.add(m_table, {"autonomy.assisted", tr("Set the cell to assisted"), "1", "assisted", group},
                 level(AutonomyLevel::Assisted));
    commands.add(m_table, {"autonomy.supervised", tr("Set the cell to supervised"), "2", "supervised", group},
                 level(AutonomyLevel::Supervised));
    commands.add(m_table, {"autonomy.autonomous", tr("Set the cell to autonomous"), "3", "autonomous", group},
                 level(AutonomyLevel::Autonomous));
    commands.add(m_table, {"autonomy.people", tr("Change who agrees"), "P", "people", group}, [this] {
        if (const auto place = m_presenter.selection())
            m_presenter.cycleApproval(*place);
    });
    commands.add(this, {"autonomy.gap", tr("Go to the next gap of the matrix"), {}, "warning", group},
                 [this] { nextGap(); });
    commands.add(this, {"autonomy.undo", tr("Undo"), "Ctrl+Z", "undo", group},
                 [this] { m_presenter.undoStack().undo(); });
    commands.add(this, {"autonomy.redo", tr("Redo"), "Ctrl+Shift+Z", "redo", group},
                 [this] { m_presenter.undoStack().redo(); });
    commands.add(this, {"autonomy.save", tr("Save the matrix"), "Ctrl+S", "save", group}, [this] { save(); });
}

void AutonomyScreen::refresh() {
    const auto workspace = context().workspace();
    const bool otherFolder = m_folder != context().workspacePath();
    m_folder = context().workspacePath();
    if (!workspace || !workspace->autonomy) {
        m_presenter.open(nullptr);
        m_original.reset();
        ++m_opening;
    } else if (otherFolder || !m_presenter.matrix() ||
               (!m_presenter.dirty() && m_presenter.matrix() != workspace->autonomy &&
                *m_presenter.matrix() != *workspace->autonomy)) {
        m_presenter.open(workspace);
        m_presenter.select(MatrixPlace{});
        readOriginal();
    } else if (workspace != m_presenter.workspace()) {
        m_presenter.setWorkspace(workspace);
    }
    fillPolicies();
    readUse();
    m_whole->setCurrentWidget(m_presenter.matrix() ? m_whole->widget(0) : m_empty);
    updateBar();
    Q_EMIT headingChanged();
}

void AutonomyScreen::fillPolicies() {
    const auto workspace = m_presenter.workspace();
    m_policyModel->removeRows(0, m_policyModel->rowCount());
    if (!workspace || !workspace->policies) {
        m_week->setWeek({}, false);
        m_caps->setText({});
        return;
    }
    for (const documents::Policy& policy : workspace->policies->policies) {
        auto* strength = new QStandardItem(autonomy::strengthText(policy.strength));
        strength->setData(policy.strength == documents::PolicyStrength::Hard, BoldRole);
        strength->setData(static_cast<int>(Ink::Text2), InkRole);
        auto* name = new QStandardItem(QString::fromStdString(policy.name.empty() ? policy.id : policy.name));
        name->setToolTip(QString::fromStdString(policy.note.empty() ? policy.when : policy.note));
        auto* note = new QStandardItem(autonomy::policyNote(policy));
        note->setData(true, NumberRole);
        note->setData(static_cast<int>(Ink::Text2), InkRole);
        m_policyModel->appendRow({strength, name, note});
    }
    m_policies->setColumnWidths({72, 0, 110});
    m_week->setWeek(autonomy::quietWeek(*workspace->policies), true);
    m_caps->setText(autonomy::capsText(*workspace->policies));
}

/// The first gap after the selected cell, round the table.
void AutonomyScreen::nextGap() {
    const std::vector<MatrixPlace> gaps = m_presenter.gaps();
    if (gaps.empty())
        return;
    auto at = m_presenter.selection() ? std::find(gaps.begin(), gaps.end(), *m_presenter.selection()) : gaps.end();
    at = at == gaps.end() || at + 1 == gaps.end() ? gaps.begin() : at + 1;
    m_presenter.select(*at);
    m_table->setFocus();
}

void AutonomyScreen::updateBar() {
    QUndoStack& stack = m_presenter.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_save->setEnabled(m_presenter.dirty() && !m_saving);
    m_save->setToolTip(m_saving ? tr("Saving") : m_presenter.dirty() ? QString() : tr("Nothing has changed"));
    const auto gaps = static_cast<int>(m_presenter.gaps().size());
    m_gaps->setText(gaps == 0 ? QString() : tr("%n gap(s), treated as Assisted", nullptr, gaps));
    m_gaps->setVisible(gaps > 0);
    m_gapMark->setVisible(gaps > 0);
}

void AutonomyScreen::open(const QString& argument) {
    const std::string action = argument.section(QLatin1Char('/'), 1).toStdString();
    if (!argument.startsWith(QLatin1String("action/")))
        return;
    // A row of its own says more than the default line, so those go first.
    for (const auto kind : {MatrixLine::Kind::Own, MatrixLine::Kind::Default})
        for (const MatrixLine& line : m_presenter.lines())
            if (line.kind == kind &&
                std::find(line.actions.begin(), line.actions.end(), action) != line.actions.end()) {
                m_presenter.select(MatrixPresenter::placeOf(line, documents::Risk::Low));
                return;
            }
}

GrabCounts AutonomyScreen::counts() const {
    if (!m_presenter.matrix())
        return {};
    return {m_table->paintedItems() + m_policies->paintedItems(), 0, m_week->paintedItems() > 0 ? 1 : 0};
}

QList<QWidget*> AutonomyScreen::panes() {
    return {m_table, m_policies, m_inspector};
}

} // namespace wayreeve::ui
