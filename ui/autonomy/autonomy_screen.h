#pragma once

#include "ui/autonomy/matrix_presenter.h"

#include "ui/shell/screen.h"

#include <optional>

class QStackedWidget;
class QStandardItemModel;
class QToolButton;

namespace wayreeve::ui {

class DataTable;
class EmptyState;
class FilledButton;
class MatrixInspector;
class MatrixTable;
class IconLabel;
class KeyHints;
class LinkButton;
class PlainLabel;
class WeekPicture;

/// The place Autonomy: the matrix, what its selected cell means, the policies that bind every row, the quiet week.
/// Edits are kept while one looks elsewhere, until saved or undone. Argument: "action/ID".
class AutonomyScreen : public Screen {
    Q_OBJECT
public:
    explicit AutonomyScreen(AppContext& context);

    [[nodiscard]] QString placeId() const override { return QStringLiteral("autonomy"); }
    [[nodiscard]] QString title() const override { return tr("Autonomy"); }
    /// "action/ID": selects the first cell of the line that is about this action.
    void open(const QString& argument) override;
    [[nodiscard]] QString openedTitle() const override { return m_presenter.matrix() ? tr("Matrix") : QString(); }
    [[nodiscard]] QString chip() const override { return m_presenter.dirty() ? tr("not saved") : QString(); }
    [[nodiscard]] QList<QWidget*> topBarWidgets() override;
    void refresh() override;
    [[nodiscard]] QStringList unsaved() const override;
    void saveUnsaved() override;
    void discardUnsaved() override;
    [[nodiscard]] bool settled() const override { return m_jobs == 0; }
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    [[nodiscard]] MatrixPresenter& presenter() { return m_presenter; }
    /// Writes autonomy.yaml; says so when it is done or why it is not.
    void save();

Q_SIGNALS:
    void saved(bool ok);

private:
    void makeTopBar();
    void makeLayout();
    void addCommands();
    void readOriginal();
    void takeOriginal(const Result<std::optional<documents::OriginalText>>& original);
    void runStories(const std::shared_ptr<const documents::Workspace>& workspace);
    void sayFailing(const QStringList& failing);
    void finishSave(const MatrixPresenter::MatrixPointer& matrix, const Result<documents::SaveOutcome>& outcome);
    void readUse();
    void fillPolicies();
    void nextGap();
    void updateBar();
    void endJob();
    void say(const QString& text, bool error);

    MatrixPresenter m_presenter;
    QStackedWidget* m_whole;
    EmptyState* m_empty;
    MatrixTable* m_table;
    MatrixInspector* m_inspector;
    LinkButton* m_gaps;
    IconLabel* m_gapMark = nullptr;
    PlainLabel* m_caps;
    DataTable* m_policies;
    QStandardItemModel* m_policyModel;
    WeekPicture* m_week;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    FilledButton* m_save = nullptr;
    KeyHints* m_keys = nullptr;

    QString m_folder;
    std::optional<documents::OriginalText> m_original;
    int m_storyRun = 0;
    int m_opening = 0; ///< tells late answers from current ones
    int m_using = 0;
    int m_jobs = 0;
    bool m_saving = false;
};

} // namespace wayreeve::ui
