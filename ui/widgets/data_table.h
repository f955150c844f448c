#pragma once

#include "ui/widgets/tokens.h"

#include <QSet>
#include <QStyledItemDelegate>
#include <QTableView>

namespace wayreeve::ui {

/// Roles that RowDelegate understands besides DisplayRole, TextAlignmentRole and ToolTipRole.
enum DataRole {
    IconRole = Qt::UserRole + 1000, ///< QString, icon name before the text
    IconInkRole,                    ///< int, Ink
    InkRole,                        ///< int, Ink of the text
    BoldRole,                       ///< bool
    NoteRole,                       ///< QString, quiet text after the main text
    NumberRole,                     ///< bool: right-aligned, tabular digits
    BarRole,                        ///< double 0…1: a bar instead of text
    GroupRole,                      ///< bool: a group heading that spans the row
};

/// Paints one cell: row states, icon, text, note, tabular numbers; no widget a row. Subclass `paintCell` for more.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent = nullptr)
        : QStyledItemDelegate(parent) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    /// Content only; `rect` is already inset by 8 px left and right. The row behind it is painted.
    virtual void paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const;
};

/// QTableView of our look: rows of 32 (or as set), no grid, no vertical header, rows selected as a whole, sortable
/// off, uniform rows. Set fixed or stretched column widths; never ResizeToContents. Ctrl+C copies the selection as
/// tab-separated text.
class DataTable : public QTableView {
    Q_OBJECT
public:
    /// `name` is the accessible name.
    explicit DataTable(const QString& name, QWidget* parent = nullptr);

    void setRowHeight(int pixels);
    /// Pixels a column; 0 = take the rest. Call after setModel. The whole table always fits: columns widen for longer
    /// words where there is room; where there is not, wide ones give way to what the others hold, numbers and headers
    /// last.
    void setColumnWidths(const QList<int>& widths);
    void setModel(QAbstractItemModel* model) override;
    /// Rows painted in the last full repaint, group rows not counted.
    [[nodiscard]] int paintedItems() const { return static_cast<int>(m_painted.size()); }
    void notePainted(int row) const { m_painted.insert(row); }
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    [[nodiscard]] QString selectionAsText() const;

Q_SIGNALS:
    /// Enter or double click.
    void opened(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyWidths();
    void applyWidthsSoon();
    [[nodiscard]] int naturalWidth(int column, bool& number) const;
    void hover(int row);
    QList<int> m_widths;
    bool m_widthsAsked = false;
    mutable QSet<int> m_painted;
    int m_hovered = -1;
};

} // namespace wayreeve::ui
