#pragma once

#include "ui/decisions/decision_list.h"
#include "ui/decisions/decision_page.h"
#include "ui/shell/screen.h"

#include <atomic>
#include <memory>

class QComboBox;
class QStackedWidget;

namespace wayreeve::ui {

class Button;
class DataTable;
class DecisionView;
class EmptyState;
class PlainLabel;
class SearchField;

/// Every decision of the run that is shown as a filtered list; one opened explains itself from evidence to outcome and
/// can be computed again (Replay). `open` takes a decision's id ("s1-482-13").
class DecisionsScreen : public Screen {
    Q_OBJECT
public:
    explicit DecisionsScreen(AppContext& context, QWidget* parent = nullptr);
    ~DecisionsScreen() override; ///< cancels a replay

    [[nodiscard]] QString placeId() const override { return QStringLiteral("decisions"); }
    [[nodiscard]] QString title() const override { return tr("Decisions"); }
    [[nodiscard]] QString openedTitle() const override { return m_opened ? m_page.heading : QString(); }
    [[nodiscard]] QString detail() const override { return m_opened ? m_page.detail : QString(); }
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void open(const QString& argument) override;
    [[nodiscard]] QString argument() const override { return m_wanted; }
    void refresh() override;
    [[nodiscard]] bool settled() const override { return m_jobs == 0; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    static constexpr int pageSize = 200;

private:
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QWidget* makeList();
    void addCommands();
    void fillChoices();
    [[nodiscard]] DecisionQuery query() const;
    void fetchList(bool more);
    void takeList(DecisionListPage page, bool more);
    void fetchDecision();
    void takeDecision(const QString& id, const Result<session::Explanation>& explanation);
    void step(int rows);
    void showList();
    void focusTable();
    void clearFilters();
    void showEmpty(const QString& title, const QString& sentence);
    void updateButtons();
    void finishJob();
    void replay();
    void endReplay();

    /// One computation; shared with the pool's thread.
    struct ReplayJob {
        std::atomic<bool> cancelled = false;
        std::atomic<int> shown = -1; ///< per cent
    };

    SearchField* m_search = nullptr;
    QComboBox* m_action = nullptr;
    QComboBox* m_agent = nullptr;
    QComboBox* m_arm = nullptr;
    QComboBox* m_ruling = nullptr;
    QComboBox* m_since = nullptr;
    QComboBox* m_waits = nullptr;
    PlainLabel* m_count = nullptr;
    Button* m_clear = nullptr;
    QStackedWidget* m_stack;
    QWidget* m_listPane = nullptr;
    DataTable* m_table = nullptr;
    EmptyState* m_nothing = nullptr; ///< instead of the table
    QStackedWidget* m_rows = nullptr;
    DecisionListModel* m_model;
    EmptyState* m_empty;
    DecisionView* m_view;
    QWidget* m_buttons = nullptr;
    Button* m_replay;
    Button* m_back;
    Button* m_previous;
    Button* m_next;
    RecordWords m_words;
    DecisionPage m_page;
    QString m_wanted;
    std::shared_ptr<ReplayJob> m_replayJob;
    bool m_opened = false;
    bool m_logged = false; ///< of recorded data, which is not kept
    bool m_more = false;
    bool m_filling = false;
    int m_revision = 0;
    int m_jobs = 0;
};

} // namespace wayreeve::ui
