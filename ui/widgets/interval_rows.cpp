#include "ui/widgets/interval_rows.h"

#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

constexpr int rowHeight = 28;
constexpr int axisHeight = 22;

void arrowHead(QPainter& painter, const QPointF& tip, qreal direction) {
    painter.drawLine(tip, tip + QPointF(-4 * direction, -3.5));
    painter.drawLine(tip, tip + QPointF(-4 * direction, 3.5));
}

} // namespace

void paintInterval(QPainter& painter, const QRectF& rect, const Axis& axis, const Interval& interval, bool muted) {
    if (!std::isfinite(interval.estimate))
        return;
    const bool holdsZero = interval.low <= 0 && interval.high >= 0;
    const Ink ink = muted || holdsZero ? Ink::SeriesBaseline : Ink::Accent;
    const qreal y = std::round(rect.center().y());
    const auto px = [&](double value) {
        return axis.map(std::clamp(value, axis.low(), axis.high()), rect.left(), rect.right());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ink), 2, Qt::SolidLine, Qt::FlatCap));
    const qreal left = px(interval.low);
    const qreal right = px(interval.high);
    // All of it lies off the scale: one arrow towards it.
    if (interval.high < axis.low() || interval.low > axis.high()) {
        const qreal direction = interval.high < axis.low() ? -1 : 1;
        const QPointF tip(direction < 0 ? rect.left() + 1 : rect.right() - 1, y);
        painter.drawLine(tip, tip - QPointF(18 * direction, 0));
        arrowHead(painter, tip, direction);
        painter.restore();
        return;
    }
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    if (interval.low < axis.low())
        arrowHead(painter, {left, y}, -1);
    else
        painter.drawLine(QPointF(left, y - 4), QPointF(left, y + 4));
    if (interval.high > axis.high())
        arrowHead(painter, {right, y}, 1);
    else
        painter.drawLine(QPointF(right, y - 4), QPointF(right, y + 4));
    if (interval.estimate >= axis.low() && interval.estimate <= axis.high()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ink));
        painter.drawEllipse(QPointF(px(interval.estimate), y), 4, 4);
    }
    painter.restore();
}

void paintZero(QPainter& painter, const QRectF& rect, const Axis& axis) {
    if (axis.low() <= 0 && axis.high() >= 0)
        painter.fillRect(QRectF(std::round(axis.map(0, rect.left(), rect.right())), rect.top(), 1, rect.height()),
                         color(Ink::Axis));
}

void paintSparkline(QPainter& painter, const QRectF& rect, const QList<double>& values, Ink ink) {
    if (values.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
    const Axis axis = Axis::exact(std::min(0.0, *low), *high, 1);
    QPolygonF line;
    for (qsizetype i = 0; i < values.size(); ++i)
        line.append({rect.left() + rect.width() * static_cast<qreal>(i) / static_cast<qreal>(values.size() - 1),
                     axis.map(values[i], rect.bottom() - 1, rect.top() + 1)});
    painter.save();
    painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), color(Ink::Grid));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ink), 1.5));
    painter.drawPolyline(line);
    painter.restore();
}

IntervalRows::IntervalRows(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IntervalRows::setRows(QList<IntervalRow> rows) {
    m_rows = std::move(rows);
    QStringList words;
    for (const IntervalRow& row : std::as_const(m_rows))
        words.append(row.label + QStringLiteral(": ") + row.text);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize IntervalRows::sizeHint() const {
    return {300, static_cast<int>(m_rows.size()) * rowHeight + axisHeight};
}

Axis IntervalRows::axis(int ticks) const {
    if (m_range)
        return Axis::exact(m_range->first, m_range->second, ticks);
    double low = 0;
    double high = 0;
    for (const IntervalRow& row : m_rows) {
        low = std::min(low, row.interval.low);
        high = std::max(high, row.interval.high);
    }
    return Axis(low, high, ticks, true);
}

void IntervalRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    if (m_rows.isEmpty())
        return;
    qreal words = 0;
    for (const IntervalRow& row : std::as_const(m_rows))
        words = std::max(words, tabularWidth(uiFont(Type::Body, Weight::Bold), row.text));
    const QRectF plot(m_labelWidth, 0, std::max<qreal>(40, width() - m_labelWidth - words - 24),
                      m_rows.size() * rowHeight);
    const Axis axis = this->axis(std::max(2, static_cast<int>(plot.width()) / 60));
    paintZero(painter, plot, axis);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const IntervalRow& row = m_rows[i];
        const QRectF line(0, static_cast<qreal>(i) * rowHeight, width(), rowHeight);
        painter.setFont(uiFont(Type::Body, row.strong ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRectF(0, line.top(), m_labelWidth - 8, rowHeight), row.label,
                    row.strong ? Ink::Text1 : Ink::Text2);
        paintTabular(painter, line, row.text, Ink::Text1);
        paintInterval(painter, QRectF(plot.left(), line.top(), plot.width(), rowHeight), axis, row.interval, row.muted);
        ++m_painted;
    }
    paintTimeAxis(painter, plot, axis, m_axisText ? m_axisText : numberText(axis.step(), !m_range));
}

QList<QStringList> IntervalRows::tableRows() const {
    QList<QStringList> rows{{tr("Row"), tr("Estimate"), tr("Low"), tr("High")}};
    const AxisText text = numberText(0.001);
    for (const IntervalRow& row : m_rows)
        rows.append({row.label, row.text, text(row.interval.low), text(row.interval.high)});
    return rows;
}

} // namespace wayreeve::ui
