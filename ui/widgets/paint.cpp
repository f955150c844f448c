#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

class Saved {
public:
    explicit Saved(QPainter& painter)
        : m_painter(painter) {
        m_painter.save();
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

qreal digitCell(const QFontMetricsF& metrics) {
    qreal cell = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        cell = std::max(cell, metrics.horizontalAdvance(QLatin1Char(digit)));
    return cell;
}

/// Cuts `text` into single digits and the runs between them, calling `piece(run, width, isDigit)` in order.
template <class Piece>
void forPieces(const QFontMetricsF& metrics, const QString& text, const Piece& piece) {
    const qreal cell = digitCell(metrics);
    qsizetype start = 0;
    while (start < text.size()) {
        if (text[start].isDigit()) {
            piece(text.mid(start, 1), cell, true);
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < text.size() && !text[end].isDigit())
            ++end;
        const QString run = text.mid(start, end - start);
        piece(run, metrics.horizontalAdvance(run), false);
        start = end;
    }
}

qreal alignedLeft(const QRectF& rect, qreal width, Qt::Alignment alignment) {
    if (alignment & Qt::AlignRight)
        return rect.right() - width;
    return alignment & Qt::AlignHCenter ? rect.center().x() - width / 2 : rect.left();
}

qreal baseline(const QRectF& rect, const QFontMetricsF& metrics) {
    return std::round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2);
}

} // namespace

qreal tabularWidth(const QFont& font, const QString& text) {
    qreal width = 0;
    forPieces(QFontMetricsF(font), text, [&width](const QString&, qreal advance, bool) { width += advance; });
    return width;
}

void paintTabular(QPainter& painter, const QRectF& rect, const QString& text, Ink ink, Qt::Alignment alignment) {
    const Saved saved(painter);
    painter.setPen(color(ink));
    const QFontMetricsF metrics(painter.font());
    qreal x = alignedLeft(rect, tabularWidth(painter.font(), text), alignment);
    const qreal y = baseline(rect, metrics);
    forPieces(metrics, text, [&](const QString& run, qreal advance, bool digit) {
        const qreal inset = digit ? (advance - metrics.horizontalAdvance(run)) / 2 : 0;
        painter.drawText(QPointF(x + inset, y), run);
        x += advance;
    });
}

bool paintElided(QPainter& painter, const QRectF& rect, const QString& text, Ink ink, Qt::Alignment alignment) {
    if (rect.width() <= 0)
        return !text.isEmpty();
    const Saved saved(painter);
    painter.setPen(color(ink));
    const QFontMetricsF metrics(painter.font());
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
    // Half a pixel of room: a rectangle made from the text's own rounded width must not cut it.
    if (metrics.horizontalAdvance(shown) > rect.width() + 0.5)
        shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
    painter.drawText(QPointF(alignedLeft(rect, metrics.horizontalAdvance(shown), alignment), baseline(rect, metrics)),
                     shown);
    return shown.size() != text.size();
}

qreal paintWrapped(QPainter& painter, const QRectF& rect, const QString& text, Ink ink, Type type, int lines) {
    const Saved saved(painter);
    painter.setPen(color(ink));
    const QFontMetricsF metrics(painter.font());
    const int height = lineHeight(type);
    qreal y = rect.top();
    int used = 0;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        if (paragraph.isEmpty()) {
            y += height;
            ++used;
            continue;
        }
        QTextLayout layout(paragraph, painter.font());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid() && used < lines; line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, rect.width()));
            const QString rest = paragraph.mid(line.textStart());
            const bool last = used + 1 == lines || y + 2 * height > rect.bottom() + 1;
            const bool more = line.textLength() < rest.size();
            const QString shown =
                last && more ? metrics.elidedText(rest, Qt::ElideRight, rect.width()) : rest.left(line.textLength());
            painter.drawText(QPointF(rect.left(), baseline(QRectF(rect.left(), y, rect.width(), height), metrics)),
                             shown);
            y += height;
            used = last ? lines : used + 1;
        }
        layout.endLayout();
        if (used >= lines)
            break;
    }
    return y - rect.top();
}

int wrappedLines(const QFont& font, const QString& text, qreal width) {
    int lines = 0;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, width));
            ++lines;
        }
        layout.endLayout();
        lines += paragraph.isEmpty() && layout.lineCount() == 0 ? 1 : 0;
    }
    return lines;
}

void paintRow(QPainter& painter, const QRect& rect, const RowState& state) {
    const Saved saved(painter);
    if (state.selected)
        painter.fillRect(rect, color(state.paneActive ? Ink::Tint2 : Ink::Hover));
    else if (state.hovered)
        painter.fillRect(rect, color(Ink::Hover));
    if (state.hairline)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Ink::Border));
    if (state.selected)
        painter.fillRect(QRect(rect.left(), rect.top(), metrics::selectionBar, rect.height()),
                         color(state.paneActive ? Ink::Accent : Ink::Control));
    if (state.focused && !state.selected) {
        painter.setPen(QPen(color(Ink::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1));
    }
}

void paintCard(QPainter& painter, const QRectF& rect, const CardState& state, Ink fill) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    Ink edge = state.edge;
    if (state.problem || state.dashed)
        edge = state.edge == Ink::Border2 ? Ink::RiskMedium : state.edge;
    else if (state.hovered)
        edge = Ink::Control;
    QPen pen(color(state.selected ? Ink::Accent : edge), state.selected ? 2.0 : 1.0);
    if (state.dashed && !state.selected)
        pen.setDashPattern({3, 2});
    const qreal inset = pen.widthF() / 2;
    painter.setPen(pen);
    painter.setBrush(color(state.selected ? Ink::Tint : fill));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), metrics::cardRadius, metrics::cardRadius);
    if (state.focused)
        paintFocusRing(painter, rect, metrics::cardRadius);
}

namespace {

/// Text in a small rounded box; the font is Small.
int paintBox(QPainter* painter, const QPoint& topLeft, const QString& text, Ink ink, Ink edge, int minimum) {
    const QFont used = uiFont(Type::Small);
    const int width = std::max(minimum, static_cast<int>(std::ceil(QFontMetricsF(used).horizontalAdvance(text))) + 10);
    if (painter) {
        const Saved saved(*painter);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(color(edge));
        painter->setBrush(Qt::NoBrush);
        const QRectF box(topLeft, QSizeF(width, 18));
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setFont(used);
        paintElided(*painter, box, text, ink, Qt::AlignHCenter | Qt::AlignVCenter);
    }
    return width;
}

} // namespace

int paintChip(QPainter* painter, const QPoint& topLeft, const QString& text, Ink ink) {
    return paintBox(painter, topLeft, text, ink, Ink::Border2, 0);
}

int paintKeyHint(QPainter* painter, const QPoint& topLeft, const QString& text, bool onFill) {
    return paintBox(painter, topLeft, text, onFill ? Ink::OnFill : Ink::Text2, onFill ? Ink::OnFill : Ink::Border2, 18);
}

void paintBar(QPainter& painter, const QRectF& rect, double share, Ink ink, bool track) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = std::min<qreal>(2, rect.height() / 2);
    if (track) {
        painter.setBrush(color(Ink::Hover));
        painter.drawRoundedRect(rect, radius, radius);
    }
    if (!(share > 0)) // also NaN
        return;
    painter.setBrush(color(ink));
    painter.drawRoundedRect(QRectF(rect.topLeft(), QSizeF(rect.width() * std::min(share, 1.0), rect.height())), radius,
                            radius);
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, bool outside) {
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Ink::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    const qreal offset = outside ? -2 : 1;
    painter.drawRoundedRect(rect.adjusted(offset, offset, -offset, -offset), radius + (outside ? 2 : 0),
                            radius + (outside ? 2 : 0));
}

QPainterPath smoothPath(const QList<QPointF>& points) {
    QPainterPath path;
    if (points.isEmpty())
        return path;
    path.moveTo(points.first());
    const auto count = points.size();
    if (count == 1)
        return path;
    // Fritsch and Carlson (1980): tangents limited so that the curve never leaves the range of its neighbours.
    QList<qreal> slope(count - 1);
    for (qsizetype i = 0; i + 1 < count; ++i) {
        const qreal dx = points[i + 1].x() - points[i].x();
        slope[i] = dx == 0 ? 0 : (points[i + 1].y() - points[i].y()) / dx;
    }
    QList<qreal> tangent(count);
    tangent[0] = slope[0];
    tangent[count - 1] = slope[count - 2];
    for (qsizetype i = 1; i + 1 < count; ++i)
        tangent[i] = slope[i - 1] * slope[i] <= 0 ? 0 : (slope[i - 1] + slope[i]) / 2;
    for (qsizetype i = 0; i + 1 < count; ++i) {
        if (slope[i] == 0) {
            tangent[i] = tangent[i + 1] = 0;
            continue;
        }
        const qreal a = tangent[i] / slope[i];
        const qreal b = tangent[i + 1] / slope[i];
        const qreal length = a * a + b * b;
        if (length > 9) {
            const qreal scale = 3 / std::sqrt(length);
            tangent[i] = scale * a * slope[i];
            tangent[i + 1] = scale * b * slope[i];
        }
    }
    for (qsizetype i = 0; i + 1 < count; ++i) {
        const qreal third = (points[i + 1].x() - points[i].x()) / 3;
        path.cubicTo(points[i] + QPointF(third, third * tangent[i]),
                     points[i + 1] - QPointF(third, third * tangent[i + 1]), points[i + 1]);
    }
    return path;
}

void paintHatch(QPainter& painter, const QRectF& rect) {
    const Saved saved(painter);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Ink::Border2), 1));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 5)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

} // namespace wayreeve::ui
