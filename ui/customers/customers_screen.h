#pragma once

#include "ui/customers/customer_story.h"
#include "ui/shell/screen.h"

class QHBoxLayout;
class QStackedWidget;
class QStandardItemModel;

namespace wayreeve::ui {

class Button;
class DataTable;
class EmptyState;
class PlainLabel;
class CustomerSide;
class SearchField;
class SegmentedControl;
class StoryView;

/// The customers of the run that is shown, and one's story as lanes or as a table of the same lines. `open` takes a
/// key.
class CustomersScreen : public Screen {
    Q_OBJECT
public:
    explicit CustomersScreen(AppContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("customers"); }
    [[nodiscard]] QString title() const override { return tr("Customers"); }
    [[nodiscard]] QString openedTitle() const override { return m_wanted.isEmpty() ? QString() : m_story.name; }
    [[nodiscard]] QList<QWidget*> topBarWidgets() override { return {m_bar}; }
    void open(const QString& argument) override;
    [[nodiscard]] QString argument() const override { return m_wanted; }
    void refresh() override;
    [[nodiscard]] bool settled() const override { return m_jobs == 0; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeStory();
    void makeBar();
    void fetchList();
    void takeList(const CustomerListPage& page, bool searching);
    void fetchStory(bool quickly = false);
    void takeStory(const CustomerStory& story);
    void why(int item);
    // In person_changes.cpp: what is done to a person rather than shown.
    void undoMerge(const QString& customer, const QString& who);
    void erasePerson();
    void showList();
    void focusTable();
    void showEmpty(const QString& title, const QString& sentence);
    void finishJob();

    QWidget* m_bar = nullptr;
    SegmentedControl* m_layout = nullptr;
    Button* m_why = nullptr;
    Button* m_back = nullptr;
    SearchField* m_search = nullptr;
    QStackedWidget* m_stack;
    QWidget* m_listPane = nullptr;
    DataTable* m_table = nullptr;
    EmptyState* m_nothing = nullptr; ///< instead of the table
    PlainLabel* m_atWork = nullptr;  ///< why some columns are empty
    QStackedWidget* m_rows = nullptr;
    QStandardItemModel* m_model;
    EmptyState* m_empty;
    QWidget* m_storyPane = nullptr;
    QHBoxLayout* m_facts = nullptr;
    CustomerSide* m_side = nullptr;
    QStackedWidget* m_views = nullptr;
    StoryView* m_view = nullptr;
    DataTable* m_lines = nullptr;
    QStandardItemModel* m_lineModel;
    RecordWords m_words;
    CustomerStory m_story;
    QString m_wanted;
    int m_revision = 0;
    int m_jobs = 0;
};

} // namespace wayreeve::ui
