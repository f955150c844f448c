#pragma once

#include "ui/journeys/journey_presenter.h"

#include <QWidget>

class QAbstractButton;
class QAbstractItemModel;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace wayreeve::ui {

class EmptyState;
class MapView;
class OutlineModel;
class PlainLabel;

/// One story's result as the dock lists it.
struct StoryLine {
    QString name;
    QString guards;
    QString message; ///< empty when it passed
    bool passed = false;
};

/// Below the map: outline, problems and stories behind tabs, the zoom at the right. Folds to its tabs.
class JourneyDock : public QWidget {
    Q_OBJECT
public:
    explicit JourneyDock(JourneyPresenter& presenter, QWidget* parent = nullptr);

    void setStories(const QList<StoryLine>& stories, bool running);
    /// Those of another workspace say nothing about this one.
    void forgetStories();
    /// What was run is not what is drawn any more.
    void setStoriesStale(bool stale);
    void setZoom(qreal zoom);
    /// "outline", "problems", "stories"; empty folds the dock.
    void showTab(const QString& tab);
    [[nodiscard]] QString tab() const;
    [[nodiscard]] QTreeView* outline() const { return m_outlineView; }
    [[nodiscard]] QTreeView* problemList() const { return m_problemView; }
    [[nodiscard]] int listedRows() const;

Q_SIGNALS:
    /// Chosen in a list: show it on the map.
    void revealRequested(const wayreeve::ui::MapItem& item);
    void zoomRequested(int steps); ///< −1, +1, 0 = 100 %
    void fitRequested();
    void storiesRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addTab(const QString& id, const QString& iconName, const QString& text, QWidget* page);
    QTreeView* makeTree(const QString& name, QAbstractItemModel* model, const QList<int>& widths);
    void makeOutline();
    void makeProblems();
    void makeStories();
    void makeZoom();
    void fillProblems();
    void syncOutline();
    void labelTabs();

    JourneyPresenter& m_presenter;
    OutlineModel* m_outline;
    QStandardItemModel* m_problems;
    QStandardItemModel* m_stories;
    QTreeView* m_outlineView = nullptr;
    QTreeView* m_problemView = nullptr;
    QTreeView* m_storyView = nullptr;
    QStackedWidget* m_pages;
    QList<QAbstractButton*> m_tabs; ///< no group: a group would keep all but one from the Tab key
    QStringList m_ids;
    QWidget* m_bar;
    PlainLabel* m_zoom = nullptr;
    EmptyState* m_noProblems = nullptr;
    int m_passed = 0;
    bool m_running = false;
    bool m_storiesTold = false; ///< they ran
    bool m_stale = false;
    bool m_syncing = false;
};

} // namespace wayreeve::ui
