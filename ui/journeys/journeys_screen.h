#pragma once

#include "ui/journeys/journey_presenter.h"
#include "ui/shell/screen.h"

#include "ui/shell/documents.h"

#include <QHash>

#include <optional>

class QStackedWidget;
class QToolButton;

namespace wayreeve::ui {

class EmptyState;
class FilledButton;
class FlowScene;
class Inspector;
class JourneyDock;
class LanesScene;
class MapView;
class PlainButton;
class SegmentedControl;

/// The place Journeys: one map in lanes or as a flow, its inspector, and outline, problems and stories below it.
/// Arguments: a journey's id, "journey/step", or "?stories". Edits are kept while one looks elsewhere, until saved or
/// undone.
class JourneysScreen : public Screen {
    Q_OBJECT
public:
    explicit JourneysScreen(AppContext& context);
    ~JourneysScreen() override;

    [[nodiscard]] QString placeId() const override { return QStringLiteral("journeys"); }
    [[nodiscard]] QString title() const override { return tr("Journeys"); }
    [[nodiscard]] QString openedTitle() const override;
    [[nodiscard]] QString chip() const override;
    [[nodiscard]] QString detail() const override;
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void open(const QString& argument) override;
    [[nodiscard]] QString argument() const override;
    void refresh() override;
    [[nodiscard]] QStringList unsaved() const override;
    void saveUnsaved() override;
    void discardUnsaved() override;
    [[nodiscard]] bool settled() const override { return !m_checking && !m_loading && !m_saving; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] JourneyPresenter& presenter() { return m_presenter; }
    /// "lanes" or "flow".
    void showLayout(const QString& layout);
    [[nodiscard]] MapView& view() const;
    [[nodiscard]] JourneyDock& dock() const { return *m_dock; }
    /// Writes the journey's file; says so when it is done or why it is not.
    void save();

Q_SIGNALS:
    void saved(bool ok);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// An unsaved map that one has left.
    struct Draft {
        JourneyPresenter::JourneyPointer journey;
    };

    void makeTopBar();
    void makeLayout();
    void connectView(MapView& view);
    void connectPresenter();
    void addCommands();
    void addMoveCommands();
    void fillMaps();
    void openJourney(const std::string& id);
    void readOriginal(const std::string& id);
    void takeOriginal(const std::string& id, const Result<std::optional<documents::OriginalText>>& original);
    void finishSave(const JourneyPresenter::JourneyPointer& journey, Result<documents::SaveOutcome> outcome);
    void check();
    void runStories();
    /// The stories ran on what is drawn now.
    [[nodiscard]] bool storiesFresh() const;
    void showStoriesState();
    void forgetStories();
    void updateBar();
    void reveal(const MapItem& item);
    void pickStep(bool append);
    void startConnect();
    void renameItem(const MapItem& item);
    void nudge(int dx, int dy);
    void drop(const std::vector<std::pair<std::string, QPointF>>& steps);
    void step(bool forward);
    void showMenu(const QPoint& globalPosition);
    void say(const QString& text, bool error);

    JourneyPresenter m_presenter;
    LanesScene* m_lanesScene;
    FlowScene* m_flowScene;
    MapView* m_lanes;
    MapView* m_flow;
    QStackedWidget* m_maps;
    QStackedWidget* m_whole;
    EmptyState* m_empty;
    Inspector* m_inspector;
    JourneyDock* m_dock;
    PlainButton* m_picker = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    SegmentedControl* m_layouts = nullptr;
    FilledButton* m_save = nullptr;

    QString m_folder;
    std::string m_wanted; ///< asked for before the workspace was there
    std::string m_wantedNode;
    std::optional<documents::OriginalText> m_original;
    QHash<QString, Draft> m_drafts;
    int m_openings = 0; ///< tells late answers from current ones
    int m_storyRuns = 0;
    JourneyPresenter::WorkspacePointer m_storiesIn; ///< what they ran on
    JourneyPresenter::JourneyPointer m_storiesOf;
    bool m_checking = false;
    bool m_checkAgain = false;
    bool m_loading = false;
    bool m_saving = false;
    bool m_storiesRun = false;
};

} // namespace wayreeve::ui
