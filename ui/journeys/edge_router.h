#pragma once

#include <QList>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace wayreeve::ui {

/// One edge to route: its end boxes by index, and whether it starts downwards (the way to a baseline branch).
struct RouteRequest {
    int from = 0;
    int to = 0;
    bool down = false;
};

/// Right-angled ways from box to box that cross no box: A* over lines beside the nearby boxes, with a price on each
/// bend and on lying on the way of an edge with other ends. In the order given, deterministic; where no way is found
/// within the window, a plain three-part one. Coordinates are the boxes'. Any thread.
[[nodiscard]] std::vector<QList<QPointF>> routeEdges(const std::vector<QRectF>& boxes,
                                                     const std::vector<RouteRequest>& requests);

/// The way while its ends are being dragged: three parts, not looking at boxes.
[[nodiscard]] QList<QPointF> plainRoute(const QRectF& from, const QRectF& to, bool down);

/// The way as a path with rounded corners.
[[nodiscard]] QPainterPath roundedPath(const QList<QPointF>& points, qreal radius);

} // namespace wayreeve::ui
