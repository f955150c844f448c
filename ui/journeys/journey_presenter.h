#pragma once

#include "ui/journeys/journey_edit.h"
#include "ui/journeys/journey_problems.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace wayreeve::ui {

/// The journey that is being edited, without any widget: the current value, undo, selection, problems. The journey is
/// immutable and shared, so a command holds two pointers and nothing is copied on undo. Window thread.
class JourneyPresenter : public QObject {
    Q_OBJECT
public:
    using JourneyPointer = std::shared_ptr<const documents::Journey>;
    using WorkspacePointer = std::shared_ptr<const documents::Workspace>;

    explicit JourneyPresenter(QObject* parent = nullptr);

    /// Shows a saved journey: nothing to undo, nothing selected, not dirty. Null closes.
    void open(WorkspacePointer workspace, JourneyPointer journey);
    /// What is around the journey changed (its own copy in there is ignored).
    void setWorkspace(WorkspacePointer workspace);
    [[nodiscard]] const WorkspacePointer& workspace() const { return m_workspace; }
    [[nodiscard]] const JourneyPointer& journey() const { return m_journey; }
    [[nodiscard]] QUndoStack& undoStack() { return m_stack; }

    /// True while the journey says something else than what was opened or saved last.
    [[nodiscard]] bool dirty() const { return m_dirty; }
    /// `saved` is on disk now; edits made since then stay dirty.
    void markSaved(JourneyPointer saved);

    [[nodiscard]] const Selection& selection() const { return m_selection; }
    /// Items that the journey does not have are left out. The last one is the current one.
    void select(Selection selection);
    [[nodiscard]] MapItem current() const { return m_selection.empty() ? MapItem{} : m_selection.back(); }
    /// The stage that the current item lies in, else the first; empty without stages.
    [[nodiscard]] std::string currentStage() const;

    /// One undoable step. Equal to the journey as it is: nothing happens, false. Steps one after the other with the
    /// same `mergeKey` (not empty) become one; `selection` empty keeps the selection.
    bool apply(const QString& text, documents::Journey next, Selection selection = {}, const QString& mergeKey = {});
    bool apply(const QString& text, edit::Edited edited) {
        return apply(text, std::move(edited.journey), std::move(edited.selection));
    }

    /// Asked before each edit; false refuses it and says itself why.
    void setGuard(std::function<bool()> guard) { m_guard = std::move(guard); }
    /// Brings back what was edited before; not asked for.
    void restore(const QString& text, documents::Journey next);

    // The edits that keys and menus name. Each returns false where it does not apply.
    bool append(documents::JourneyNode node);
    bool addStep(documents::JourneyNode node);
    bool connectSteps(const std::string& from, const std::string& to);
    bool removeSelected();
    bool duplicateSelected();
    /// Steps and touchpoints keep theirs where `name` is empty: `refused` says so.
    bool rename(const MapItem& item, const QString& name);

    [[nodiscard]] const std::vector<MapProblem>& problems() const { return m_problems; }
    /// The number of the state that problems were asked for; counts up with each journey and workspace.
    [[nodiscard]] int revision() const { return m_revision; }
    /// Problems of the state `revision`; older ones are dropped.
    void setProblems(int revision, std::vector<MapProblem> problems);
    /// Finds them here and now, for tests and small journeys.
    void checkNow();
    [[nodiscard]] int problemsAt(const MapItem& item) const;

Q_SIGNALS:
    void journeyChanged();
    void workspaceChanged();
    void selectionChanged();
    void problemsChanged();
    void dirtyChanged(bool dirty);
    void refused(const QString& why);

private:
    class Step;
    void show(JourneyPointer journey, Selection selection);
    void push(const QString& text, documents::Journey next, Selection selection, const QString& mergeKey);
    void updateDirty();

    WorkspacePointer m_workspace;
    JourneyPointer m_journey;
    JourneyPointer m_saved;
    Selection m_selection;
    QUndoStack m_stack;
    std::function<bool()> m_guard;
    std::vector<MapProblem> m_problems;
    int m_revision = 0;
    bool m_dirty = false;
};

} // namespace wayreeve::ui
