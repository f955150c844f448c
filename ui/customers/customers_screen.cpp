#include "ui/customers/customers_screen.h"

#include "ui/customers/customer_side.h"
#include "ui/customers/story_view.h"
#include "ui/shell/app_context.h"
#include "ui/shell/command_registry.h"
#include "ui/shell/subject_words.h"
#include "ui/text/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace wayreeve::ui {

CustomersScreen::CustomersScreen(AppContext& context, QWidget* parent)
    : Screen(context, parent)
    , m_stack(new QStackedWidget)
    , m_model(new QStandardItemModel(this))
    , m_empty(new EmptyState({}, {}))
    , m_lineModel(new QStandardItemModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    makeBar();
    m_listPane = makeList();
    m_storyPane = makeStory();
    for (QWidget* page : {m_listPane, static_cast<QWidget*>(m_empty), m_storyPane})
        m_stack->addWidget(page);
    column->addWidget(m_stack);
    connect(m_empty, &EmptyState::activated, this, [this] { this->context().openPlace(QStringLiteral("simulation")); });
    CommandRegistry& commands = context.commands();
    commands.add(this, {"customers.why", tr("Why this line"), "W", "decisions", tr("Customers")},
                 [this] { why(m_view->selected()); });
    commands.add(this, {"customers.list", tr("All customers"), "Backspace", "list", tr("Customers")},
                 [this] { showList(); });
    QAction* search =
        commands.add(this, {"customers.search", tr("Search customers"), "/", "search", tr("Customers")}, [this] {
            showList();
            m_search->setFocus();
            m_search->selectAll();
        });
    search->setShortcuts({search->shortcut(), QKeySequence(QKeySequence::Find)});
}

/// The list is where letters are keys; while it is hidden for having no lines it cannot take the focus.
void CustomersScreen::focusTable() {
    m_rows->setCurrentWidget(m_table);
    m_table->setFocus();
}

void CustomersScreen::makeBar() {
    m_bar = new QWidget(this);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_layout = new SegmentedControl(tr("Layout of the story"));
    m_layout->addSegment(QStringLiteral("lanes"), tr("Lanes"));
    m_layout->addSegment(QStringLiteral("table"), tr("Table"));
    m_why = new PlainButton(tr("Why this line"));
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setKeyHint(QStringLiteral("W"));
    m_back = new PlainButton(tr("All customers"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_layout), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_back)}) {
        row->addWidget(widget);
        widget->hide();
    }
    connect(m_layout, &SegmentedControl::chosen, this,
            [this](const QString& id) { m_views->setCurrentIndex(id == QLatin1String("table") ? 1 : 0); });
    connect(m_why, &Button::clicked, this, [this] { why(m_view->selected()); });
    connect(m_back, &Button::clicked, this, &CustomersScreen::showList);
}

QWidget* CustomersScreen::makeList() {
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* filter = new QHBoxLayout;
    filter->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    m_search = new SearchField(tr("Key or name"));
    m_search->setObjectName(QStringLiteral("customerSearch"));
    m_search->setMaximumWidth(420);
    filter->addWidget(m_search, 1);
    m_atWork =
        new PlainLabel(tr("The run has not come to a stand: open a customer for stage, last seen and decisions."),
                       Type::Small, Weight::Regular, Ink::Text2);
    m_atWork->setObjectName(QStringLiteral("customersAtWork"));
    m_atWork->hide();
    filter->addStretch(1);
    filter->addWidget(m_atWork);
    column->addLayout(filter);
    column->addWidget(new Hairline);
    m_table = new DataTable(tr("Customers"));
    m_table->setObjectName(QStringLiteral("customerList"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_model->setHorizontalHeaderLabels(
        {tr("Customer"), tr("Key"), tr("Stage"), tr("Arm"), tr("First seen"), tr("Last seen"), tr("Decisions")});
    m_model->horizontalHeaderItem(6)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setModel(m_model);
    m_table->setColumnWidths({0, 150, 200, 140, 120, 140, 100});
    m_nothing = new EmptyState(tr("Nothing found"), tr("No customer of this run has such a key or name."),
                               tr("Clear the search"));
    m_nothing->setObjectName(QStringLiteral("customersNothing"));
    m_rows = new QStackedWidget;
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_nothing);
    column->addWidget(m_rows, 1);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &CustomersScreen::fetchList);
    connect(m_search, &SearchField::downPressed, this, &CustomersScreen::focusTable);
    connect(m_search, &SearchField::escaped, this, &CustomersScreen::focusTable);
    connect(m_nothing, &EmptyState::activated, this, [this] {
        m_search->clear();
        focusTable();
    });
    const auto openRow = [this](const QModelIndex& index) {
        if (index.isValid())
            context().openPlace(placeId(), index.siblingAtColumn(1).data(Qt::UserRole).toString());
    };
    connect(m_table, &DataTable::opened, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    return pane;
}

QWidget* CustomersScreen::makeStory() {
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    m_facts = new QHBoxLayout;
    m_facts->setSpacing(metrics::space24);
    head->addLayout(m_facts);
    column->addLayout(head);
    column->addWidget(new Hairline);
    m_views = new QStackedWidget;
    m_view = new StoryView;
    m_lines = new DataTable(tr("Story as a table, newest first"));
    m_lines->setItemDelegate(new RowDelegate(m_lines));
    m_lineModel->setHorizontalHeaderLabels({tr("Time"), tr("Lane"), tr("What"), tr("Details"), tr("Stage")});
    m_lines->setModel(m_lineModel);
    m_lines->setColumnWidths({130, 110, 0, 360, 150});
    m_views->addWidget(m_view);
    m_views->addWidget(m_lines);
    m_side = new CustomerSide;
    m_side->setFixedWidth(metrics::inspector);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_views, 1);
    beside->addWidget(new Hairline(Qt::Vertical));
    beside->addWidget(m_side);
    column->addLayout(beside, 1);
    connect(m_side, &CustomerSide::undoAsked, this, &CustomersScreen::undoMerge);
    connect(m_side, &CustomerSide::openAsked, this,
            [this](const QString& customer) { context().openPlace(placeId(), customer); });
    connect(m_side, &CustomerSide::eraseAsked, this, &CustomersScreen::erasePerson);
    connect(m_side, &CustomerSide::askedAgain, this, [this] { fetchStory(); });
    connect(m_side, &CustomerSide::whyAsked, this, [this] { why(m_view->selected()); });
    connect(m_view, &StoryView::opened, this, &CustomersScreen::why);
    connect(m_lines, &DataTable::opened, this, [this](const QModelIndex& index) { why(index.row()); });
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { m_view->select(index.row()); });
    connect(m_view, &StoryView::selectedChanged, this, [this](int item) {
        const bool known = item >= 0 && !m_story.items[static_cast<std::size_t>(item)].decision.isEmpty();
        m_why->setEnabled(known);
        m_why->setToolTip(known ? QString() : tr("No decision stands behind this line."));
        m_side->setSelected(item >= 0 ? &m_story.items[static_cast<std::size_t>(item)] : nullptr, m_words);
        if (item >= 0 && m_lines->currentIndex().row() != item)
            m_lines->selectRow(item);
    });
    return pane;
}

void CustomersScreen::refresh() {
    m_words = RecordWords(context().workspace());
    m_view->setWords(m_words);
    fetchList();
    if (!m_wanted.isEmpty())
        fetchStory();
}

void CustomersScreen::open(const QString& argument) {
    if (argument.isEmpty() || argument == m_wanted)
        return;
    m_wanted = argument;
    fetchStory(true);
}

void CustomersScreen::fetchList() {
    const int revision = ++m_revision;
    if (context().workspacePath().isEmpty()) {
        showEmpty(tr("No workspace is open"), tr("Open one to see its customers and their stories."));
        return;
    }
    ++m_jobs;
    const std::string search = m_search->text().trimmed().toStdString();
    context().runInBackground<CustomerListPage>([folder = context().workspacePath().toStdString(),
                                                 tag = context().run().toStdString(),
                                                 search] { return loadCustomers(folder, tag, search, 2000); },
                                                this,
                                                [this, revision, searching = !search.empty()](CustomerListPage page) {
                                                    if (revision == m_revision)
                                                        takeList(page, searching);
                                                    finishJob();
                                                });
}

void CustomersScreen::takeList(const CustomerListPage& page, bool searching) {
    m_model->removeRows(0, m_model->rowCount());
    m_atWork->setVisible(page.atWork && !page.rows.empty());
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
        const audit::CustomerRow& row = page.rows[i];
        const QString key = QString::fromStdString(row.key);
        QList<QStandardItem*> items;
        const auto now = [&](const QString& text) { return page.atWork ? QStringLiteral("–") : text; };
        for (const QString& text : {subjectName(row), isErased(row) ? QString() : subjectKey(row),
                                    now(m_words.stage(page.stages[i])), armWords(row.arm), m_words.date(row.firstSeen),
                                    now(m_words.time(row.lastSeen)), now(QLocale().toString(row.decisions))}) {
            items.append(new QStandardItem(text));
            items.last()->setEditable(false);
        }
        items[0]->setData(true, BoldRole);
        // A person may be called what an account's key is: an account is opened by its number.
        items[1]->setData(row.isAccount ? QStringLiteral("#%1").arg(row.number) : key, Qt::UserRole);
        if (row.isAccount)
            items[0]->setData(tr("account"), NoteRole);
        items[6]->setData(true, NumberRole);
        m_model->appendRow(items);
    }
    m_rows->setCurrentWidget(page.rows.empty() && searching ? static_cast<QWidget*>(m_nothing) : m_table);
    if (page.error && page.error->code != "run.none")
        showEmpty(tr("The customers cannot be read"), text::errorText(*page.error));
    else if (page.rows.empty() && !searching)
        showEmpty(tr("Nobody is known yet"),
                  tr("Everyone whom a run has met is listed here with one story each. Simulate a run to get some."));
    else if (m_wanted.isEmpty())
        m_stack->setCurrentWidget(m_listPane);
}

/// A run at work is asked once what is stored is on the screen: its answer may take a moment.
void CustomersScreen::fetchStory(bool quickly) {
    if (context().workspacePath().isEmpty())
        return;
    ++m_jobs;
    const QString key = m_wanted;
    const std::chrono::milliseconds patience = quickly ? std::chrono::milliseconds(0) : std::chrono::seconds(3);
    context().runInBackground<CustomerStory>(
        [folder = context().workspacePath().toStdString(), tag = context().run().toStdString(), key = key.toStdString(),
         words = m_words, patience] { return loadStory(folder, tag, key, words, patience); },
        this,
        [this, key, quickly](const CustomerStory& story) {
            if (key == m_wanted) {
                takeStory(story);
                if (quickly && story.toBeAsked)
                    fetchStory();
            }
            finishJob();
        });
}

void CustomersScreen::takeStory(const CustomerStory& story) {
    if (story.error) {
        const QString key = m_wanted;
        m_wanted.clear();
        showEmpty(tr("Customer %1 cannot be shown").arg(key), text::errorText(*story.error));
        Q_EMIT headingChanged();
        return;
    }
    // The same customer again, perhaps with more: what was looked at stays where it was.
    const int selected = m_view->selected();
    const bool again = story.key == m_story.key && m_stack->currentWidget() == m_storyPane;
    const std::optional<StoryItem> kept = again && selected >= 0 && selected < static_cast<int>(m_story.items.size())
                                              ? std::optional(m_story.items[static_cast<std::size_t>(selected)])
                                              : std::nullopt;
    const int scrolled = again ? m_view->verticalScrollBar()->value() : 0;
    m_story = story;
    while (QLayoutItem* old = m_facts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const auto& [label, value] : story.facts) {
        auto* fact = new QWidget;
        auto* both = new QVBoxLayout(fact);
        both->setContentsMargins(0, 0, 0, 0);
        both->setSpacing(0);
        both->addWidget(new PlainLabel(label, Type::Small, Weight::Regular, Ink::Text2));
        both->addWidget(new PlainLabel(value, Type::Body, Weight::Bold));
        m_facts->addWidget(fact);
    }
    m_facts->addStretch(1);
    m_side->setStory(story);
    m_side->setSelected(nullptr, m_words);
    m_view->setStory(story);
    m_lineModel->removeRows(0, m_lineModel->rowCount());
    for (const StoryItem& item : story.items) {
        const QString lane = item.channel == documents::Channel::None ? tr("Agent") : channelLook(item.channel).text;
        QList<QStandardItem*> cells;
        for (const QString& text : {m_words.time(item.at), lane, item.title, item.detail, item.stage}) {
            cells.append(new QStandardItem(text));
            cells.last()->setEditable(false);
        }
        m_lineModel->appendRow(cells);
    }
    m_stack->setCurrentWidget(m_storyPane);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_layout), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_back)})
        widget->show();
    m_why->setEnabled(false);
    m_why->setToolTip(tr("Select a line first."));
    m_view->verticalScrollBar()->setValue(scrolled);
    const auto same = [&](const StoryItem& item) {
        return kept && item.at == kept->at && item.title == kept->title && item.decision == kept->decision;
    };
    if (const auto at = std::find_if(story.items.begin(), story.items.end(), same); at != story.items.end())
        m_view->select(static_cast<int>(at - story.items.begin()));
    Q_EMIT headingChanged();
}

void CustomersScreen::why(int item) {
    if (m_stack->currentWidget() != m_storyPane || item < 0 || item >= static_cast<int>(m_story.items.size()))
        return;
    if (const QString id = m_story.items[static_cast<std::size_t>(item)].decision; !id.isEmpty())
        context().openPlace(QStringLiteral("decisions"), id);
}

void CustomersScreen::showList() {
    m_wanted.clear();
    m_stack->setCurrentWidget(m_listPane);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_layout), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_back)})
        widget->hide();
    m_table->setFocus();
    Q_EMIT headingChanged();
}

void CustomersScreen::showEmpty(const QString& title, const QString& sentence) {
    const bool simulate = !context().workspacePath().isEmpty() && m_model->rowCount() == 0;
    m_empty->setContent(title, sentence, simulate ? tr("Simulate") : QString());
    m_stack->setCurrentWidget(m_empty);
}

void CustomersScreen::finishJob() {
    if (--m_jobs == 0)
        Q_EMIT becameSettled();
}

GrabCounts CustomersScreen::counts() const {
    if (m_stack->currentWidget() == m_storyPane)
        return m_views->currentIndex() == 0 ? GrabCounts{0, m_view->paintedItems(), 0}
                                            : GrabCounts{m_lines->paintedItems(), 0, 0};
    return m_stack->currentWidget() == m_listPane ? GrabCounts{m_table->paintedItems(), 0, 0} : GrabCounts{};
}

QList<QWidget*> CustomersScreen::panes() {
    if (m_stack->currentWidget() == m_storyPane)
        return {m_views->currentWidget(), m_side};
    return {m_table, m_search};
}

} // namespace wayreeve::ui
