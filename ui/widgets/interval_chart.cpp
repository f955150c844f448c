#include "ui/widgets/interval_chart.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace wayreeve::ui {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// At most two points a pixel: the lowest and highest of each, in their order, so that no peak is lost.
QList<TrendPoint> reduced(const QList<TrendPoint>& points, int pixels) {
    if (points.size() <= 2 * pixels || pixels <= 0)
        return points;
    QList<TrendPoint> result;
    result.reserve(2 * pixels);
    const double bucket = static_cast<double>(points.size()) / pixels;
    for (int p = 0; p < pixels; ++p) {
        const auto from = static_cast<qsizetype>(p * bucket);
        const auto to = std::min(points.size(), static_cast<qsizetype>((p + 1) * bucket));
        auto low = from;
        auto high = from;
        for (auto i = from; i < to; ++i) {
            if (points[i].y < points[low].y)
                low = i;
            if (points[i].y > points[high].y)
                high = i;
        }
        result.append(points[std::min(low, high)]);
        if (low != high)
            result.append(points[std::max(low, high)]);
    }
    return result;
}

void paintBand(QPainter& painter, const QList<TrendPoint>& points, const QRectF& plot, const Axis& x, const Axis& y,
               Ink ink) {
    QPolygonF outline;
    for (const TrendPoint& p : points)
        if (std::isfinite(p.high))
            outline.append({x.map(p.x, plot.left(), plot.right()), y.map(p.high, plot.bottom(), plot.top())});
    for (auto i = points.size(); i-- > 0;)
        if (std::isfinite(points[i].low))
            outline.append(
                {x.map(points[i].x, plot.left(), plot.right()), y.map(points[i].low, plot.bottom(), plot.top())});
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ink));
    painter.drawPolygon(outline);
}

/// Single lines, not a polyline: an antialiased jagged polyline costs eight times as much.
void paintLine(QPainter& painter, const QList<TrendPoint>& points, const QRectF& plot, const Axis& x, const Axis& y,
               const QPen& pen) {
    QPainterPath path;
    QList<QLineF> lines;
    bool open = false;
    QPointF last;
    for (const TrendPoint& p : points) {
        if (!std::isfinite(p.y)) {
            open = false;
            continue;
        }
        const QPointF at(x.map(p.x, plot.left(), plot.right()), y.map(p.y, plot.bottom(), plot.top()));
        if (open) {
            lines.append({last, at});
            path.lineTo(at);
        } else {
            path.moveTo(at);
        }
        last = at;
        open = true;
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    // Dashes must run on over the joints.
    if (pen.style() == Qt::SolidLine && lines.size() > 200)
        painter.drawLines(lines);
    else
        painter.drawPath(path);
}

const TrendPoint* lastDrawn(const TrendSeries& series) {
    for (auto i = series.points.size(); i-- > 0;)
        if (std::isfinite(series.points[i].y))
            return &series.points[i];
    return nullptr;
}

} // namespace

IntervalChart::IntervalChart(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name) {
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setProperty("ringInside", true);
}

void IntervalChart::setTrend(Trend trend) {
    m_trend = std::move(trend);
    QStringList words;
    for (const TrendSeries& series : std::as_const(m_trend.series))
        if (const TrendPoint* last = lastDrawn(series)) {
            QString word = series.label;
            if (!series.note.isEmpty())
                word += QStringLiteral(", ") + series.note;
            Q_UNUSED(last)
            words.append(word);
        }
    if (m_trend.n >= 0)
        words.append(tr("n = %1").arg(QLocale().toString(m_trend.n)));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

Axis IntervalChart::xAxis() const {
    double low = nan;
    double high = nan;
    for (const TrendSeries& series : m_trend.series)
        for (const TrendPoint& p : series.points) {
            low = std::isnan(low) ? p.x : std::min(low, p.x);
            high = std::isnan(high) ? p.x : std::max(high, p.x);
        }
    return Axis::exact(m_trend.xLow.value_or(low), m_trend.xHigh.value_or(high), std::max(2, width() / 160));
}

Axis IntervalChart::yAxis() const {
    double low = nan;
    double high = nan;
    const auto take = [&low, &high](double value) {
        if (!std::isfinite(value))
            return;
        low = std::isnan(low) ? value : std::min(low, value);
        high = std::isnan(high) ? value : std::max(high, value);
    };
    for (const TrendSeries& series : m_trend.series)
        for (const TrendPoint& p : series.points) {
            take(p.y);
            if (series.band) {
                take(p.low);
                take(p.high);
            }
        }
    for (const TrendLimit& limit : m_trend.limits)
        take(limit.y);
    return Axis(low, high, std::clamp(height() / 36, 2, 6), m_trend.zero);
}

void IntervalChart::setEmptyText(const QString& text) {
    m_emptyText = text;
    update();
}

void IntervalChart::setLeftRoom(qreal left) {
    m_left = left;
    update();
}

qreal IntervalChart::rightRoom() const {
    int labels = 0;
    for (const TrendSeries& series : m_trend.series) {
        labels = std::max(labels, QFontMetrics(uiFont(Type::Small, Weight::Bold)).horizontalAdvance(series.label));
        labels = std::max(labels, QFontMetrics(uiFont(Type::Small)).horizontalAdvance(series.note));
    }
    return labels + 20;
}

QRectF IntervalChart::plotRect() const {
    const Axis y = yAxis();
    const AxisText text = m_trend.yText ? m_trend.yText : numberText(y.step());
    qreal axis = 0;
    for (double tick : y.ticks())
        axis = std::max(axis, tabularWidth(uiFont(Type::Small), text(tick)));
    return QRectF(rect()).adjusted(std::max(axis + 10, m_left), 10, -rightRoom(), -24);
}

void IntervalChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    const bool empty = std::none_of(m_trend.series.cbegin(), m_trend.series.cend(),
                                    [](const TrendSeries& s) { return lastDrawn(s) != nullptr; });
    if (empty) {
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, rect(), m_emptyText.isEmpty() ? tr("No data yet") : m_emptyText, Ink::Text3);
        return;
    }
    const QRectF plot = plotRect();
    const Axis x = xAxis();
    const Axis y = yAxis();
    const auto at = [&](double px, double py) {
        return QPointF(x.map(px, plot.left(), plot.right()), y.map(py, plot.bottom(), plot.top()));
    };
    if (m_trend.now) {
        const qreal now = at(*m_trend.now, 0).x();
        painter.fillRect(QRectF(now, plot.top(), plot.right() - now, plot.height()), color(Ink::Sunken));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(plot.adjusted(-1, -2, 1, 2));
    const int pixels = static_cast<int>(plot.width() * devicePixelRatioF());
    for (auto i = m_trend.series.size(); i-- > 0;)
        if (const TrendSeries& series = m_trend.series[i]; series.band)
            paintBand(painter, reduced(series.points, pixels), plot, x, y,
                      series.mark == SeriesMark::Agentic ? Ink::BandAccent : Ink::BandBaseline);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintValueAxis(painter, plot, y, m_trend.yText ? m_trend.yText : numberText(y.step()));
    paintTimeAxis(painter, plot, x, m_trend.xText ? m_trend.xText : numberText(x.step()));
    painter.setFont(uiFont(Type::Small));
    for (const TrendEvent& event : std::as_const(m_trend.events)) {
        const qreal px = std::round(at(event.x, 0).x()) + 0.5;
        QPen pen(color(event.warning ? Ink::RiskMedium : Ink::Axis), 1);
        pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(px, plot.top()), QPointF(px, plot.bottom()));
        const int wide = painter.fontMetrics().horizontalAdvance(event.text) + 2;
        const qreal left = px + 4 + wide > plot.right() ? px - 4 - wide : px + 4;
        paintElided(painter, QRectF(left, plot.bottom() - 17, wide, 16), event.text,
                    event.warning ? Ink::RiskMedium : Ink::Text2);
    }
    painter.setFont(uiFont(Type::Small, Weight::Bold));
    for (const TrendLimit& limit : std::as_const(m_trend.limits)) {
        const qreal py = std::round(at(0, limit.y).y()) + 0.5;
        QPen pen(color(Ink::Text1), 1);
        pen.setDashPattern({5, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), py), QPointF(plot.right(), py));
        paintElided(painter, QRectF(plot.left(), py - 18, plot.width(), 16), limit.text, Ink::Text1,
                    Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QList<std::pair<qreal, const TrendSeries*>> labels;
    for (auto i = m_trend.series.size(); i-- > 0;) {
        const TrendSeries& series = m_trend.series[i];
        const TrendPoint* last = lastDrawn(series);
        if (!last)
            continue;
        ++m_painted;
        painter.save();
        painter.setClipRect(plot.adjusted(-1, -2, 1, 2));
        paintLine(painter, reduced(series.points, pixels), plot, x, y, seriesPen(series.mark));
        painter.restore();
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(seriesInk(series.mark)));
        painter.drawEllipse(at(last->x, last->y), 4, 4);
        labels.append({at(last->x, last->y).y(), &series});
    }
    // Labels keep the order of the lines and never touch.
    std::sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    qreal free = 0;
    for (const auto& [py, series] : std::as_const(labels)) {
        const TrendPoint* last = lastDrawn(*series);
        const qreal left = at(last->x, 0).x() + 10;
        const qreal tall = series->note.isEmpty() ? 16 : 32;
        const qreal top = std::max(free, std::min(py - 10, height() - tall));
        painter.setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(painter, QRectF(left, top, width() - left, 16), series->label, seriesInk(series->mark));
        painter.setFont(uiFont(Type::Small));
        if (!series->note.isEmpty())
            paintElided(painter, QRectF(left, top + 15, width() - left, 16), series->note, Ink::Text2);
        free = top + tall;
    }
    if (m_reading) {
        const qreal px = at(*m_reading, 0).x();
        painter.setPen(QPen(color(Ink::Text2), 1));
        painter.drawLine(QPointF(px, plot.top()), QPointF(px, plot.bottom()));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), metrics::cardRadius, false);
}

void IntervalChart::setReading(std::optional<double> x) {
    m_reading = x;
    QStringList words;
    if (x && !m_trend.series.isEmpty()) {
        const Axis xs = xAxis();
        const Axis ys = yAxis();
        const AxisText xText = m_trend.xText ? m_trend.xText : numberText(xs.step());
        const AxisText yText = numberText(ys.step() / 10);
        words.append(xText(*x));
        for (const TrendSeries& series : std::as_const(m_trend.series))
            for (const TrendPoint& p : series.points)
                if (p.x == *x && std::isfinite(p.y))
                    words.append(series.label + QStringLiteral(": ") + yText(p.y) +
                                 (std::isfinite(p.low) && series.band
                                      ? QStringLiteral(" (%1 … %2)").arg(yText(p.low), yText(p.high))
                                      : QString()));
    }
    setToolTip(words.join(QLatin1Char('\n')));
    update();
}

void IntervalChart::keyPressEvent(QKeyEvent* event) {
    const bool left = event->key() == Qt::Key_Left;
    if ((!left && event->key() != Qt::Key_Right) || m_trend.series.isEmpty() || m_trend.series[0].points.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QList<TrendPoint>& points = m_trend.series[0].points;
    qsizetype i = left ? points.size() : -1;
    if (m_reading)
        i = std::distance(points.cbegin(), std::find_if(points.cbegin(), points.cend(),
                                                        [this](const TrendPoint& p) { return p.x >= *m_reading; }));
    setReading(points[std::clamp<qsizetype>(left ? i - 1 : i + 1, 0, points.size() - 1)].x);
}

void IntervalChart::mouseMoveEvent(QMouseEvent* event) {
    if (m_trend.series.isEmpty() || m_trend.series[0].points.isEmpty())
        return;
    const QRectF plot = plotRect();
    const Axis x = xAxis();
    const double value = x.low() + (event->position().x() - plot.left()) / plot.width() * (x.high() - x.low());
    const QList<TrendPoint>& points = m_trend.series[0].points;
    const auto nearest =
        std::min_element(points.cbegin(), points.cend(), [value](const TrendPoint& a, const TrendPoint& b) {
            return std::abs(a.x - value) < std::abs(b.x - value);
        });
    setReading(nearest->x);
}

void IntervalChart::leaveEvent(QEvent*) {
    setReading({});
}

QList<QStringList> IntervalChart::tableRows() const {
    const AxisText xText = m_trend.xText ? m_trend.xText : numberText(xAxis().step());
    const AxisText yText = numberText(yAxis().step() / 100);
    QList<QStringList> rows{{tr("Series"), tr("At"), tr("Value"), tr("Low"), tr("High")}};
    for (const TrendSeries& series : m_trend.series)
        for (const TrendPoint& p : series.points)
            if (std::isfinite(p.y))
                rows.append({series.label, xText(p.x), yText(p.y), std::isfinite(p.low) ? yText(p.low) : QString(),
                             std::isfinite(p.high) ? yText(p.high) : QString()});
    return rows;
}

} // namespace wayreeve::ui
