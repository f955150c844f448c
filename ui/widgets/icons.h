#pragma once

#include "ui/widgets/tokens.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QStringList>

namespace wayreeve::ui {

/// Our own SVG set, resources/icons/<name>.svg: 16×16, stroke 1.5, round, `currentColor`. Names are the file names.
/// Rendered once per (name, colour, device pixels) and kept; window thread only. An unknown name paints nothing and
/// warns.

/// An icon whose colour is looked up when it is painted, so a theme switch needs nothing. Disabled: Ink::DisabledIcon.
[[nodiscard]] QIcon icon(const QString& name, Ink ink = Ink::Text2);
/// `px` in device-independent pixels; the pixmap carries the device pixel ratio.
[[nodiscard]] QPixmap iconPixmap(const QString& name, Ink ink, int px = metrics::icon, qreal ratio = 1.0);
/// Paints the icon centred in `rect` at 16 px (or at `px`), sharp at the painter's device pixel ratio.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, Ink ink, int px = metrics::icon);
/// Every name there is, sorted.
[[nodiscard]] QStringList iconNames();

} // namespace wayreeve::ui
