#pragma once

#include "ui/insights/insights_presenter.h"
#include "ui/shell/screen.h"

class QStackedWidget;
class QGridLayout;
class QScrollArea;

namespace wayreeve::ui {

class AuditPage;
class CellsModel;
class DataTable;
class EmptyState;
class InsightsPage;
class PlainLabel;
class SectionHeader;
class SegmentedControl;
class SignalsPage;

/// What the run that is shown brought: verdict, curves, metrics in four blocks; the same as one table with formulas.
class InsightsScreen : public Screen {
    Q_OBJECT
public:
    explicit InsightsScreen(AppContext& context);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("insights"); }
    [[nodiscard]] QString title() const override { return tr("Insights"); }
    [[nodiscard]] QString openedTitle() const override { return m_view.run; }
    [[nodiscard]] QString detail() const override { return m_view.period; }
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void refresh() override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] const InsightsView& view() const { return m_view; }
    /// "overview", "table", "effects", "drift", "signals" or "audit"; also the place's argument.
    void showPage(const QString& id);
    void open(const QString& page) override {
        if (!page.isEmpty())
            showPage(page);
    }
    [[nodiscard]] QString argument() const override;
    [[nodiscard]] QStringList unsaved() const override;
    void saveUnsaved() override;
    void discardUnsaved() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildOverview();
    void show(const InsightsView& view);
    void showNothing();
    void arrange();
    [[nodiscard]] InsightsPage* page() const;

    InsightsView m_view;
    int m_fetching = 0;
    quint64 m_revision = 0;
    SegmentedControl* m_pages;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_overview = nullptr;
    PlainLabel* m_headline = nullptr;
    PlainLabel* m_sentence = nullptr;
    PlainLabel* m_split = nullptr;
    PlainLabel* m_health = nullptr;
    IntervalChart* m_difference = nullptr;
    IntervalChart* m_share = nullptr;
    QGridLayout* m_grid = nullptr;
    QList<DataTable*> m_tables;
    QList<CellsModel*> m_models;
    QList<std::pair<QString, InsightsPage*>> m_own; ///< pages that read for themselves, by id
    SignalsPage* m_signals = nullptr;
    DataTable* m_all;
    CellsModel* m_allModel;
};

} // namespace wayreeve::ui
