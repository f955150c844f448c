#pragma once

#include "ui/widgets/tokens.h"

#include <QGlyphRun>
#include <QList>
#include <QPainter>
#include <QString>

namespace wayreeve::ui {

/// Text shaped once: painting it costs drawing glyphs only. Elided or wrapped to its width when made.
class MapText {
public:
    MapText() = default;
    /// At most `lines` lines of `width` pixels; the last one is cut with "…".
    MapText(const QString& text, Type type, Weight weight, qreal width, int lines = 1);

    [[nodiscard]] qreal width() const { return m_width; }
    [[nodiscard]] qreal height() const { return m_lines * m_lineHeight; }
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] bool isEmpty() const { return m_runs.isEmpty(); }
    void paint(QPainter& painter, const QPointF& topLeft, Ink ink) const;
    /// What stands for it when it is too small to read: one bar a line.
    void paintBars(QPainter& painter, const QPointF& topLeft, Ink ink) const;

private:
    QList<QGlyphRun> m_runs;
    QList<qreal> m_widths;
    qreal m_width = 0;
    qreal m_lineHeight = 16;
    int m_lines = 0;
    bool m_cut = false;
};

/// Detail by the size on screen (gui facts): under 0.45 text becomes bars and edges hairlines, under 0.3 cards are
/// plain rectangles.
enum class Detail { Full, Bars, Blocks };
[[nodiscard]] Detail detailFor(qreal levelOfDetail);

} // namespace wayreeve::ui
