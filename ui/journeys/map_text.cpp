#include "ui/journeys/map_text.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace wayreeve::ui {

MapText::MapText(const QString& text, Type type, Weight weight, qreal width, int lines)
    : m_lineHeight(lineHeight(type)) {
    if (text.isEmpty() || width < 4)
        return;
    const QFont font = uiFont(type, weight);
    const QFontMetricsF metrics(font);
    const qreal inset = (m_lineHeight - metrics.height()) / 2;
    const auto add = [&](const QString& line) {
        QTextLayout layout(line, font);
        layout.beginLayout();
        QTextLine only = layout.createLine();
        only.setLineWidth(1e6);
        only.setPosition({0, inset + m_lines * m_lineHeight});
        layout.endLayout();
        m_runs.append(layout.glyphRuns());
        m_widths.append(only.naturalTextWidth());
        m_width = std::max(m_width, only.naturalTextWidth());
        ++m_lines;
    };
    if (lines == 1) {
        const QString line = metrics.elidedText(text, Qt::ElideRight, width);
        m_cut = line != text;
        add(line);
        return;
    }
    QTextLayout wrap(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    wrap.setTextOption(option);
    wrap.beginLayout();
    for (QTextLine line = wrap.createLine(); line.isValid() && m_lines < lines; line = wrap.createLine()) {
        line.setLineWidth(width);
        const QString rest = text.mid(line.textStart());
        const bool last = m_lines == lines - 1 && line.textStart() + line.textLength() < text.size();
        m_cut = m_cut || last;
        add(last ? metrics.elidedText(rest, Qt::ElideRight, width)
                 : text.mid(line.textStart(), line.textLength()).trimmed());
    }
    wrap.endLayout();
}

void MapText::paint(QPainter& painter, const QPointF& topLeft, Ink ink) const {
    painter.setPen(color(ink));
    for (const QGlyphRun& run : m_runs)
        painter.drawGlyphRun(topLeft, run);
}

void MapText::paintBars(QPainter& painter, const QPointF& topLeft, Ink ink) const {
    for (int i = 0; i < m_lines; ++i)
        painter.fillRect(QRectF(topLeft + QPointF(0, i * m_lineHeight + m_lineHeight * 0.35),
                                QSizeF(m_widths[i], m_lineHeight * 0.3)),
                         color(ink));
}

Detail detailFor(qreal levelOfDetail) {
    return levelOfDetail < 0.3 ? Detail::Blocks : levelOfDetail < 0.45 ? Detail::Bars : Detail::Full;
}

} // namespace wayreeve::ui
