#pragma once

#include "ui/widgets/data_table.h"

namespace wayreeve::ui {

/// Rows of metrics: the cell with an interval under CellsModel::dataRole (list of estimate, low, high) draws it on the
/// scale −30 … +30 % that all rows share, zero drawn, arrows where it leaves the scale.
class MetricDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

} // namespace wayreeve::ui
