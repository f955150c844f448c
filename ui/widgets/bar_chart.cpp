#include "ui/widgets/bar_chart.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

constexpr int waterfallRow = 25;

QString valueText(double value) {
    return numberText(0.01)(value);
}

} // namespace

Waterfall::Waterfall(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Waterfall::setSteps(QList<WaterfallStep> steps) {
    m_steps = std::move(steps);
    QStringList words;
    for (const WaterfallStep& step : std::as_const(m_steps))
        words.append(step.label + QStringLiteral(": ") + (step.text.isEmpty() ? valueText(step.value) : step.text));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize Waterfall::sizeHint() const {
    return {560, static_cast<int>(m_steps.size()) * waterfallRow};
}

void Waterfall::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    if (m_steps.isEmpty())
        return;
    double level = 0;
    double low = 0;
    double high = 0;
    int words = 0;
    for (const WaterfallStep& step : std::as_const(m_steps)) {
        level = step.total ? step.value : level + step.value;
        low = std::min(low, level);
        high = std::max(high, level);
        const QString text = step.text.isEmpty() ? valueText(step.value) : step.text;
        words = std::max(words, QFontMetrics(uiFont(Type::Small, Weight::Bold)).horizontalAdvance(text));
    }
    const int labels = std::min(224, width() * 2 / 5);
    const QRectF plot(labels, 0, std::max(40, width() - labels - words - 12), height());
    const Axis axis = Axis::exact(low, high, 4);
    const auto px = [&](double value) { return axis.map(value, plot.left(), plot.right()); };
    painter.fillRect(QRectF(std::round(px(0)), 0, 1, m_steps.size() * waterfallRow), color(Ink::Axis));
    double before = 0;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const WaterfallStep& step = m_steps[i];
        const double after = step.total ? step.value : before + step.value;
        const double from = step.total ? 0 : before;
        const qreal y = static_cast<qreal>(i) * waterfallRow;
        const QRectF row(0, y, width(), waterfallRow);
        QRectF bar(px(std::min(from, after)), y + 6, px(std::max(from, after)) - px(std::min(from, after)), 13);
        bar.setWidth(std::max(1.0, bar.width()));
        painter.fillRect(bar, color(step.result ? Ink::Accent : step.total ? Ink::SeriesBaseline : Ink::Axis));
        if (i + 1 < m_steps.size() && !m_steps[i + 1].result)
            painter.fillRect(QRectF(px(after), y + 19, 1, 12), color(Ink::Axis));
        const bool bold = step.total || step.result;
        painter.setFont(uiFont(Type::Small, bold ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRectF(0, y, labels - 8, waterfallRow), step.label, bold ? Ink::Text1 : Ink::Text2);
        const QString text = step.text.isEmpty() ? valueText(step.value) : step.text;
        paintTabular(painter, QRectF(bar.right() + 6, y, width() - bar.right() - 6, waterfallRow), text,
                     bold ? Ink::Text1 : Ink::Text2, Qt::AlignLeft);
        before = after;
        ++m_painted;
    }
}

QList<QStringList> Waterfall::tableRows() const {
    QList<QStringList> rows{{tr("Step"), tr("Value")}};
    for (const WaterfallStep& step : m_steps)
        rows.append({step.label, step.text.isEmpty() ? valueText(step.value) : step.text});
    return rows;
}

BarList::BarList(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarList::setRows(QList<BarRow> rows, double maximum) {
    m_rows = std::move(rows);
    m_maximum = maximum;
    QStringList words;
    for (const BarRow& row : std::as_const(m_rows)) {
        m_maximum = maximum > 0 ? maximum : std::max({m_maximum, row.value, row.tick});
        words.append(row.label + QStringLiteral(": ") + row.text);
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void BarList::setMetrics(int rowHeight, int barHeight, int labelWidth) {
    m_rowHeight = rowHeight;
    m_barHeight = barHeight;
    m_labelWidth = labelWidth;
    updateGeometry();
    update();
}

QSize BarList::sizeHint() const {
    return {262, static_cast<int>(m_rows.size()) * m_rowHeight};
}

void BarList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    const int labels = m_labelWidth >= 0 ? m_labelWidth : width() * 2 / 5;
    qreal words = 0;
    bool notes = false;
    for (const BarRow& row : std::as_const(m_rows)) {
        qreal wide = tabularWidth(uiFont(Type::Body, row.strong ? Weight::Bold : Weight::Regular), row.text);
        if (!row.note.isEmpty())
            wide += 8 + QFontMetricsF(uiFont(Type::Small)).horizontalAdvance(row.note);
        notes = notes || !row.note.isEmpty();
        words = std::max(words, wide);
    }
    // With notes the words follow the bar's end; without, they stand in a right-aligned column.
    const qreal bars = std::max<qreal>(24, width() - labels - words - 12);
    qreal y = 0;
    for (const BarRow& row : std::as_const(m_rows)) {
        const QRectF line(0, y, width(), m_rowHeight);
        qreal left = 0;
        if (!row.icon.isEmpty()) {
            paintIcon(painter, QRectF(0, y, metrics::icon, m_rowHeight), row.icon, row.iconInk);
            left = metrics::icon + 8;
        }
        painter.setFont(uiFont(Type::Body, row.strong ? Weight::Bold : Weight::Regular));
        paintElided(painter, QRectF(left, y, labels - left - 8, m_rowHeight), row.label, Ink::Text1);
        const QRectF bar(labels, std::round(line.center().y() - m_barHeight / 2.0), bars, m_barHeight);
        const double share = m_maximum > 0 ? row.value / m_maximum : 0;
        paintBar(painter, bar, share, row.ink, !notes);
        if (row.tick >= 0 && m_maximum > 0)
            painter.fillRect(QRectF(bar.left() + bar.width() * std::min(1.0, row.tick / m_maximum) - 1, bar.top() - 4,
                                    2, bar.height() + 8),
                             color(Ink::Text1));
        if (notes) {
            const qreal end =
                bar.left() +
                bar.width() * std::clamp(std::max(share, m_maximum > 0 ? row.tick / m_maximum : 0), 0.0, 1.0) + 8;
            const qreal wide = tabularWidth(painter.font(), row.text);
            paintTabular(painter, QRectF(end, y, wide, m_rowHeight), row.text, Ink::Text1, Qt::AlignLeft);
            painter.setFont(uiFont(Type::Small));
            paintElided(painter, QRectF(end + wide + 8, y, width() - end - wide - 8, m_rowHeight), row.note,
                        Ink::Text2);
        } else {
            paintTabular(painter, line, row.text, Ink::Text1);
        }
        y += m_rowHeight;
        ++m_painted;
    }
}

QList<QStringList> BarList::tableRows() const {
    QList<QStringList> rows;
    for (const BarRow& row : m_rows)
        rows.append({row.label, row.text, row.note});
    return rows;
}

ColumnChart::ColumnChart(const QString& name, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(name);
}

void ColumnChart::setSeries(QList<ColumnSeries> series, int columns) {
    m_series = std::move(series);
    m_columns = columns;
    for (const ColumnSeries& s : std::as_const(m_series))
        m_columns = std::max(m_columns, static_cast<int>(s.values.size()));
    QStringList words;
    for (const ColumnSeries& s : std::as_const(m_series))
        words.append(s.label);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

void ColumnChart::setRoom(qreal left, qreal right) {
    m_left = left;
    m_right = std::max<qreal>(24, right);
    update();
}

void ColumnChart::setLimit(double value, const QString& text) {
    m_limit = value;
    m_limitText = text;
    update();
}

void ColumnChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_painted = 0;
    double high = std::max(0.0, m_limit);
    int filled = 0;
    for (int c = 0; c < m_columns; ++c) {
        double sum = 0;
        for (const ColumnSeries& s : std::as_const(m_series))
            sum += s.values.value(c, 0);
        high = std::max(high, sum);
    }
    for (const ColumnSeries& s : std::as_const(m_series))
        filled = std::max(filled, static_cast<int>(s.values.size()));
    if (filled == 0) {
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, rect(), tr("No data yet"), Ink::Text3);
        return;
    }
    const Axis y(0, high, std::clamp(height() / 36, 2, 5), true);
    const AxisText valueText = numberText(y.step());
    qreal axis = 28;
    for (const double tick : y.ticks())
        axis = std::max(axis, tabularWidth(uiFont(Type::Small), valueText(tick)));
    // The first line is that of the words.
    const QRectF plot = QRectF(rect()).adjusted(std::max(axis + 10, m_left), 22, -m_right, -24);
    const Axis x = Axis::exact(0, m_columns, std::max(2, width() / 120));
    const qreal step = plot.width() / std::max(1, m_columns);
    if (filled < m_columns)
        painter.fillRect(QRectF(plot.left() + filled * step, plot.top(), (m_columns - filled) * step, plot.height()),
                         color(Ink::Sunken));
    paintValueAxis(painter, plot, y, valueText);
    paintTimeAxis(painter, plot, x, m_text ? m_text : numberText(x.step()));
    for (int c = 0; c < filled; ++c) {
        qreal bottom = plot.bottom();
        for (const ColumnSeries& s : std::as_const(m_series)) {
            const qreal tall = y.map(s.values.value(c, 0), 0, plot.height());
            if (tall <= 0)
                continue;
            painter.fillRect(QRectF(plot.left() + c * step + (step > 3 ? 1 : 0), bottom - tall,
                                    std::max(1.0, step - (step > 3 ? 1.5 : 0)),
                                    std::max(0.0, tall - (tall > 2 ? 0.75 : 0))),
                             color(s.ink));
            bottom -= tall;
        }
    }
    if (m_limit >= 0) {
        const qreal py = std::round(y.map(m_limit, plot.bottom(), plot.top())) + 0.5;
        QPen pen(color(Ink::Text1), 1);
        pen.setDashPattern({5, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), py), QPointF(plot.right(), py));
        painter.setFont(uiFont(Type::Small, Weight::Bold));
        paintElided(painter, QRectF(plot.left(), py - 18, plot.width(), 16), m_limitText, Ink::Text1,
                    Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.setFont(uiFont(Type::Small));
    qreal left = plot.left();
    const qreal top = 0;
    for (const ColumnSeries& s : std::as_const(m_series)) {
        ++m_painted;
        const int wide = painter.fontMetrics().horizontalAdvance(s.label) + 2;
        if (s.icon.isEmpty()) {
            painter.fillRect(QRectF(left, top + 4, 8, 8), color(s.ink));
            left += 12;
        } else {
            paintIcon(painter, QRectF(left, top, 14, 16), s.icon, s.ink, 14);
            left += 18;
        }
        paintElided(painter, QRectF(left, top, wide, 16), s.label, Ink::Text2);
        left += wide + 12;
    }
}

QList<QStringList> ColumnChart::tableRows() const {
    QStringList header{tr("At")};
    for (const ColumnSeries& s : m_series)
        header.append(s.label);
    QList<QStringList> rows{header};
    const AxisText text = m_text ? m_text : numberText(1);
    for (int c = 0; c < m_columns; ++c) {
        QStringList row{text(c)};
        for (const ColumnSeries& s : m_series)
            row.append(c < s.values.size() ? numberText(1)(s.values[c]) : QString());
        rows.append(row);
    }
    return rows;
}

} // namespace wayreeve::ui
