#include "ui/widgets/cells_model.h"

namespace wayreeve::ui {

CellsModel::CellsModel(QList<Column> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns)) {}

void CellsModel::setColumns(QList<Column> columns) {
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void CellsModel::setRows(Rows rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CellsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CellsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant CellsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.column() >= m_rows[index.row()].size())
        return {};
    const Cell& cell = m_rows[index.row()][index.column()];
    const auto unlessEmpty = [](const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return unlessEmpty(cell.tip);
    case IconRole:
        return unlessEmpty(cell.icon);
    case IconInkRole:
        return static_cast<int>(cell.iconInk);
    case InkRole:
        return static_cast<int>(cell.ink);
    case BoldRole:
        return cell.bold;
    case NoteRole:
        return unlessEmpty(cell.note);
    case NumberRole:
        return m_columns[index.column()].number;
    case dataRole:
        return cell.data;
    default:
        return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].title;
    if (role == Qt::TextAlignmentRole)
        return QVariant((m_columns[section].number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace wayreeve::ui
