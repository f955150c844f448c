#pragma once

#include "ui/widgets/data_table.h"

#include <QAbstractTableModel>

namespace wayreeve::ui {

/// What one cell of a DataTable shows; see DataRole.
struct Cell {
    QString text;
    QString icon = {};
    Ink iconInk = Ink::Text2;
    Ink ink = Ink::Text1;
    bool bold = false;
    QString note = {};
    QString tip = {};
    QVariant data = {}; ///< under CellsModel::dataRole, for delegates and for whoever opens the row
};

/// A table of finished cells for lists that are fetched as a whole (up to some thousand rows). `number` columns are
/// right-aligned with tabular digits, their header too.
class CellsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int dataRole = Qt::UserRole + 1100;
    struct Column {
        QString title;
        bool number = false;
    };
    using Rows = QList<QList<Cell>>;

    explicit CellsModel(QList<Column> columns, QObject* parent = nullptr);
    void setColumns(QList<Column> columns);
    /// Replaces all rows.
    void setRows(Rows rows);
    [[nodiscard]] const Rows& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Column> m_columns;
    Rows m_rows;
};

} // namespace wayreeve::ui
