#pragma once

#include "ui/autonomy/matrix_presenter.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTableView>

namespace wayreeve::ui {

/// The matrix as a table: action, undo, three risks, decisions of the last run. Reads the presenter.
class MatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Action, Undo, Low, Medium, High, Decided, ColumnCount };

    explicit MatrixModel(MatrixPresenter& presenter, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] const MatrixLine& line(int row) const { return m_presenter.lines().at(row); }
    /// Nothing for headings and for columns that are no cells.
    [[nodiscard]] std::optional<MatrixPlace> place(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const MatrixPlace& place) const;
    [[nodiscard]] const MatrixPresenter& presenter() const { return m_presenter; }

private:
    MatrixPresenter& m_presenter;
};

/// Paints one cell: its words on the accent staircase, changed corner, dashed gap, selection.
class MatrixDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The grid on screen: rows of 43, headings of 26, cells chosen one by one.
class MatrixTable : public QTableView {
    Q_OBJECT
public:
    explicit MatrixTable(MatrixPresenter& presenter, QWidget* parent = nullptr);
    /// Lines painted in the last full repaint, headings not counted.
    [[nodiscard]] int paintedItems() const { return static_cast<int>(m_painted.size()); }
    void notePainted(int row) const { m_painted.insert(row); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layRows();
    MatrixPresenter& m_presenter;
    MatrixModel* m_model;
    mutable QSet<int> m_painted;
};

} // namespace wayreeve::ui
