#pragma once

#include "ui/shell/documents.h"

#include "documents/open_cells.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::ui {

using documents::MatrixPlace;

/// A line of the table: a heading, one line of the default grid, or a row of its own.
struct MatrixLine {
    enum class Kind { Group, Default, Own };
    Kind kind = Kind::Group;
    QString title;
    QString icon;
    QString undo;    ///< word of the reversibility, empty for a heading
    std::string row; ///< id, for Own
    documents::Reversibility reversibility = documents::Reversibility::Reversible; ///< for Default
    std::vector<std::string> actions; ///< what of the catalogue it is about; empty for rows with a condition
    bool operator==(const MatrixLine&) const = default;
};

/// What the last run did, by action and risk.
struct MatrixUse {
    struct Count {
        quint64 decided = 0;
        quint64 asked = 0;                         ///< of them queued for a person
        std::map<std::string, quint64> exceptions; ///< by id: proposals that this exception asked a person for
    };
    QString run;
    std::map<std::pair<std::string, documents::Risk>, Count> counts;
};

/// The autonomy matrix as it is edited, without any widget: current value, undo, selection, gaps. The matrix is
/// immutable and shared. Window thread.
class MatrixPresenter : public QObject {
    Q_OBJECT
public:
    using MatrixPointer = std::shared_ptr<const documents::AutonomyMatrix>;
    using WorkspacePointer = std::shared_ptr<const documents::Workspace>;
    using Cell = std::optional<documents::AutonomyCell>;

    explicit MatrixPresenter(QObject* parent = nullptr);

    /// Shows what is saved: nothing to undo, not dirty. Null closes. `matrix` null: the workspace's.
    void open(WorkspacePointer workspace, MatrixPointer matrix = {});
    /// What is around the matrix changed; edits stay.
    void setWorkspace(WorkspacePointer workspace);
    [[nodiscard]] const WorkspacePointer& workspace() const { return m_workspace; }
    [[nodiscard]] const MatrixPointer& matrix() const { return m_matrix; }
    [[nodiscard]] QUndoStack& undoStack() { return m_stack; }
    [[nodiscard]] bool dirty() const;
    /// `saved` is on disk now; edits made since then stay dirty.
    void markSaved(MatrixPointer saved);

    /// Lines of the table in order; empty without a matrix.
    [[nodiscard]] const QList<MatrixLine>& lines() const { return m_lines; }
    /// The cell of a line that is no heading.
    [[nodiscard]] static MatrixPlace placeOf(const MatrixLine& line, documents::Risk risk);
    /// nullopt: there is no cell.
    [[nodiscard]] Cell cell(const MatrixPlace& place) const;
    [[nodiscard]] Cell savedCell(const MatrixPlace& place) const;
    [[nodiscard]] bool changed(const MatrixPlace& place) const { return cell(place) != savedCell(place); }
    /// documents::openCells in the order of the lines.
    [[nodiscard]] std::vector<MatrixPlace> gaps() const;

    /// Asked before each edit; false refuses it and says itself why.
    void setGuard(std::function<bool()> guard) { m_guard = std::move(guard); }

    /// Edits; one undoable step each. False where nothing changes. A level brings its usual sample along (assisted 0,
    /// supervised 10 %, autonomous 1 %) unless the cell has one of its own; a missing cell is made.
    bool setLevel(const MatrixPlace& place, documents::AutonomyLevel level);
    /// One person → two people → one person.
    bool cycleApproval(const MatrixPlace& place);
    bool setCell(const MatrixPlace& place, Cell cell, const QString& text);

    void select(std::optional<MatrixPlace> place);
    [[nodiscard]] const std::optional<MatrixPlace>& selection() const { return m_selection; }

    void setUse(MatrixUse use);
    [[nodiscard]] const MatrixUse& use() const { return m_use; }
    /// Of a line at one risk, or at all of them.
    [[nodiscard]] MatrixUse::Count useOf(const MatrixLine& line, std::optional<documents::Risk> risk) const;
    [[nodiscard]] const MatrixLine* lineOf(const MatrixPlace& place) const;

Q_SIGNALS:
    void linesChanged();
    void matrixChanged();
    void selectionChanged();

private:
    class Step;
    void show(MatrixPointer matrix);
    void layLines();
    [[nodiscard]] MatrixLine lineOf(const documents::AutonomyRow& row) const;

    WorkspacePointer m_workspace;
    MatrixPointer m_matrix;
    MatrixPointer m_saved;
    QList<MatrixLine> m_lines;
    std::optional<MatrixPlace> m_selection;
    MatrixUse m_use;
    QUndoStack m_stack;
    std::function<bool()> m_guard;
};

} // namespace wayreeve::ui
