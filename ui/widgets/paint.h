#pragma once

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QString>

namespace wayreeve::ui {

/// Painting that every delegate, scene and chart shares. All functions leave pen, brush and font as they found them,
/// except that text functions use the painter's current font.

/// Width of `text` when its digits stand in cells as wide as the widest digit's ("0").
[[nodiscard]] qreal tabularWidth(const QFont& font, const QString& text);
/// One line with digits in equal cells, so that columns of numbers line up (Qt 6.4 cannot ask Inter for it).
void paintTabular(QPainter& painter, const QRectF& rect, const QString& text, Ink ink,
                  Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter);
/// One line of plain text, elided on the right. True when something was cut off (then show a tooltip).
bool paintElided(QPainter& painter, const QRectF& rect, const QString& text, Ink ink,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
/// Wrapped plain text, at most `lines` lines, the last one elided. Returns the height used.
qreal paintWrapped(QPainter& painter, const QRectF& rect, const QString& text, Ink ink, Type type, int lines = 99);

/// Lines that paintWrapped needs for `text` in this width.
[[nodiscard]] int wrappedLines(const QFont& font, const QString& text, qreal width);

/// States of a row: hover, selected (tint2 and 3-px accent bar), selected in another pane (hover and grey bar), focus
/// ring inside; and the hairline under it.
struct RowState {
    bool hovered = false;
    bool selected = false;
    bool paneActive = true;
    bool focused = false;
    bool hairline = true;
};
void paintRow(QPainter& painter, const QRect& rect, const RowState& state);

/// A card: surface with 4-px corners. Selected: tint, 2-px accent edge. Dashed: seen but not drawn, not sent.
struct CardState {
    bool hovered = false;
    bool selected = false;
    bool focused = false;
    bool problem = false;
    bool dashed = false;
    Ink edge = Ink::Border2;
};
void paintCard(QPainter& painter, const QRectF& rect, const CardState& state, Ink fill = Ink::Surface);

/// Rounded outline with small text ("Draft 14", "not live"). Returns the width; with a null painter only measures.
int paintChip(QPainter* painter, const QPoint& topLeft, const QString& text, Ink ink = Ink::Text2);
/// A key in a small box ("Ctrl K", "A"). Same contract; `onFill` for filled buttons. 18 px high.
int paintKeyHint(QPainter* painter, const QPoint& topLeft, const QString& text, bool onFill = false);
/// Horizontal bar on its track; `share` 0…1 is clamped, NaN paints the track alone.
void paintBar(QPainter& painter, const QRectF& rect, double share, Ink ink = Ink::Accent, bool track = true);
/// 2-px accent ring. Outside: 2 px around `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, bool outside = true);
/// Smooth curve through the points without overshoot (monotone cubic), for emotion lines.
[[nodiscard]] QPainterPath smoothPath(const QList<QPointF>& points);
/// Diagonal hatch for quiet hours.
void paintHatch(QPainter& painter, const QRectF& rect);

} // namespace wayreeve::ui
