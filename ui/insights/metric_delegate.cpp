#include "ui/insights/metric_delegate.h"

#include "ui/widgets/cells_model.h"
#include "ui/widgets/interval_rows.h"

namespace wayreeve::ui {

void MetricDelegate::paintCell(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const QVariantList interval = index.data(CellsModel::dataRole).toList();
    if (interval.size() != 3) {
        RowDelegate::paintCell(painter, rect, option, index);
        return;
    }
    const Axis axis = Axis::exact(-0.3, 0.3, 3);
    paintZero(painter, QRectF(rect), axis);
    paintInterval(painter, QRectF(rect), axis,
                  {interval[0].toDouble(), interval[1].toDouble(), interval[2].toDouble()});
}

} // namespace wayreeve::ui
