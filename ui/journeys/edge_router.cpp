#include "ui/journeys/edge_router.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

namespace wayreeve::ui {

namespace {

constexpr qreal stub = 16;       // how far an edge leaves a box before it may turn
constexpr qreal clearance = 7;   // of a line from a box that is not its own
constexpr qreal bendPrice = 60;  // pixels
constexpr qreal sharePrice = 90; // for lying on another edge's way
constexpr qreal reach = 260;     // boxes this far around the two ends are looked at
constexpr int mostBoxes = 80;

enum Side { right, left, bottom, top };

struct Port {
    QPointF edge;  ///< on the box
    QPointF start; ///< where turning begins
    Side side;
    qreal price;
};

Port port(const QRectF& box, Side side, qreal price) {
    switch (side) {
    case right:
        return {{box.right(), box.center().y()}, {box.right() + stub, box.center().y()}, side, price};
    case left:
        return {{box.left(), box.center().y()}, {box.left() - stub, box.center().y()}, side, price};
    case bottom:
        return {{box.center().x(), box.bottom()}, {box.center().x(), box.bottom() + stub}, side, price};
    case top:
        break;
    }
    return {{box.center().x(), box.top()}, {box.center().x(), box.top() - stub}, top, price};
}

std::array<Port, 3> leaving(const QRectF& box, bool down) {
    if (down)
        return {port(box, bottom, 0), port(box, right, 400), port(box, left, 600)};
    return {port(box, right, 0), port(box, bottom, 50), port(box, top, 50)};
}

std::array<Port, 3> arriving(const QRectF& box, bool down) {
    if (down)
        return {port(box, top, 0), port(box, left, 60), port(box, bottom, 300)};
    return {port(box, left, 0), port(box, top, 60), port(box, bottom, 60)};
}

struct Segment {
    QPointF a;
    QPointF b;
    int from;
    int to;
};

bool crosses(const QRectF& box, const QPointF& a, const QPointF& b) {
    return std::max(a.x(), b.x()) > box.left() && std::min(a.x(), b.x()) < box.right() &&
           std::max(a.y(), b.y()) > box.top() && std::min(a.y(), b.y()) < box.bottom();
}

bool overlaps(const Segment& used, const QPointF& a, const QPointF& b) {
    const bool flat = std::abs(a.y() - b.y()) < 0.5;
    if (flat != (std::abs(used.a.y() - used.b.y()) < 0.5))
        return false;
    const auto along = [flat](const QPointF& p) { return flat ? p.x() : p.y(); };
    const auto across = [flat](const QPointF& p) { return flat ? p.y() : p.x(); };
    return std::abs(across(used.a) - across(a)) < 4 &&
           std::min(std::max(along(used.a), along(used.b)), std::max(along(a), along(b))) -
                   std::max(std::min(along(used.a), along(used.b)), std::min(along(a), along(b))) >
               1;
}

class Search {
public:
    Search(const std::vector<QRectF>& boxes, const std::vector<Segment>& used, const RouteRequest& request)
        : m_used(used)
        , m_request(request) {
        const QRectF& from = boxes[static_cast<std::size_t>(request.from)];
        const QRectF& to = boxes[static_cast<std::size_t>(request.to)];
        const QRectF window = from.united(to).adjusted(-reach, -reach, reach, reach);
        for (const QRectF& box : boxes)
            if (window.intersects(box))
                m_boxes.push_back(box.adjusted(-clearance, -clearance, clearance, clearance));
        m_out = leaving(from, request.down);
        m_in = arriving(to, request.down);
        if (static_cast<int>(m_boxes.size()) > mostBoxes)
            return;
        for (const QRectF& box : m_boxes)
            addLines(box.adjusted(clearance, clearance, -clearance, -clearance));
        for (const auto& ports : {m_out, m_in})
            for (const Port& p : ports) {
                m_xs.push_back(p.start.x());
                m_ys.push_back(p.start.y());
            }
        for (auto* lines : {&m_xs, &m_ys}) {
            std::sort(lines->begin(), lines->end());
            lines->erase(std::unique(lines->begin(), lines->end(), [](qreal a, qreal b) { return b - a < 0.5; }),
                         lines->end());
        }
    }

    QList<QPointF> run();

private:
    struct Open {
        qreal estimate;
        int state;
        bool operator<(const Open& other) const {
            return estimate != other.estimate ? estimate > other.estimate : state > other.state;
        }
    };

    void addLines(const QRectF& box) {
        for (const qreal offset : {stub - 6, stub, stub + 10, stub + 20}) {
            m_xs.insert(m_xs.end(), {box.left() - offset, box.right() + offset});
            m_ys.insert(m_ys.end(), {box.top() - offset, box.bottom() + offset});
        }
    }
    [[nodiscard]] int indexOf(const std::vector<qreal>& lines, qreal value) const {
        int best = 0;
        for (int i = 1; i < static_cast<int>(lines.size()); ++i)
            if (std::abs(lines[static_cast<std::size_t>(i)] - value) <
                std::abs(lines[static_cast<std::size_t>(best)] - value))
                best = i;
        return best;
    }
    [[nodiscard]] QPointF at(int state) const {
        const int cell = state / 4;
        const int columns = static_cast<int>(m_xs.size());
        return {m_xs[static_cast<std::size_t>(cell % columns)], m_ys[static_cast<std::size_t>(cell / columns)]};
    }
    [[nodiscard]] int stateAt(const QPointF& point, Side heading) const {
        return (indexOf(m_ys, point.y()) * static_cast<int>(m_xs.size()) + indexOf(m_xs, point.x())) * 4 + heading;
    }
    [[nodiscard]] int neighbour(int state, Side heading) const {
        const int columns = static_cast<int>(m_xs.size());
        const int rows = static_cast<int>(m_ys.size());
        const int x = state / 4 % columns + (heading == right) - (heading == left);
        const int y = state / 4 / columns + (heading == bottom) - (heading == top);
        return x < 0 || y < 0 || x >= columns || y >= rows ? -1 : (y * columns + x) * 4 + heading;
    }
    [[nodiscard]] bool isBlocked(const QPointF& a, const QPointF& b) const {
        return std::any_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF& box) { return crosses(box, a, b); });
    }
    [[nodiscard]] qreal price(const QPointF& a, const QPointF& b) const {
        const qreal length = std::abs(a.x() - b.x()) + std::abs(a.y() - b.y());
        for (const Segment& segment : m_used)
            if (segment.from != m_request.from && segment.to != m_request.to && overlaps(segment, a, b))
                return length * 2 + sharePrice;
        return length;
    }
    [[nodiscard]] qreal estimate(const QPointF& point) const {
        qreal best = std::numeric_limits<qreal>::max();
        for (const Port& goal : m_in)
            best = std::min(best, std::abs(goal.start.x() - point.x()) + std::abs(goal.start.y() - point.y()));
        return best;
    }

    const std::vector<Segment>& m_used;
    RouteRequest m_request;
    std::vector<QRectF> m_boxes;
    std::vector<qreal> m_xs;
    std::vector<qreal> m_ys;
    std::array<Port, 3> m_out{};
    std::array<Port, 3> m_in{};
};

constexpr Side opposite(Side side) {
    return side == right ? left : side == left ? right : side == bottom ? top : bottom;
}

QList<QPointF> Search::run() {
    if (m_xs.empty())
        return {};
    const std::size_t states = m_xs.size() * m_ys.size() * 4;
    std::vector<qreal> best(states, std::numeric_limits<qreal>::max());
    std::vector<int> previous(states, -1);
    std::priority_queue<Open> open;
    for (const Port& out : m_out) {
        const int state = stateAt(out.start, out.side);
        best[static_cast<std::size_t>(state)] = out.price;
        open.push({out.price + estimate(out.start), state});
    }
    int arrived = -1;
    const Port* goal = nullptr;
    qreal arrivedPrice = std::numeric_limits<qreal>::max();
    while (!open.empty() && open.top().estimate < arrivedPrice) {
        const int state = open.top().state;
        const qreal estimated = open.top().estimate;
        open.pop();
        const QPointF point = at(state);
        const qreal soFar = best[static_cast<std::size_t>(state)];
        if (estimated > soFar + estimate(point) + 0.5)
            continue;
        const Side heading = static_cast<Side>(state % 4);
        for (const Port& in : m_in)
            if ((point - in.start).manhattanLength() < 0.6 && heading != in.side) {
                const qreal total = soFar + in.price + (heading == opposite(in.side) ? 0 : bendPrice);
                if (total < arrivedPrice) {
                    arrivedPrice = total;
                    arrived = state;
                    goal = &in;
                }
            }
        for (const Side next : {right, left, bottom, top}) {
            const int target = next == opposite(heading) ? -1 : neighbour(state, next);
            if (target < 0 || isBlocked(point, at(target)))
                continue;
            const qreal total = soFar + price(point, at(target)) + (next == heading ? 0 : bendPrice);
            if (total < best[static_cast<std::size_t>(target)] - 0.01) {
                best[static_cast<std::size_t>(target)] = total;
                previous[static_cast<std::size_t>(target)] = state;
                open.push({total + estimate(at(target)), target});
            }
        }
    }
    if (arrived < 0)
        return {};
    QList<QPointF> points{goal->edge};
    int first = arrived;
    for (int state = arrived; state >= 0; state = previous[static_cast<std::size_t>(state)]) {
        points.prepend(at(state));
        first = state;
    }
    for (const Port& out : m_out)
        if (stateAt(out.start, out.side) == first)
            points.prepend(out.edge);
    return points;
}

/// Without points in the middle of a straight part.
QList<QPointF> corners(const QList<QPointF>& points) {
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (i > 0 && i + 1 < points.size()) {
            const QPointF before = points[i] - kept.last();
            const QPointF after = points[i + 1] - points[i];
            const bool flat = std::abs(before.y()) < 0.5 && std::abs(after.y()) < 0.5;
            const bool steep = std::abs(before.x()) < 0.5 && std::abs(after.x()) < 0.5;
            if (flat || steep)
                continue;
        }
        kept.append(points[i]);
    }
    return kept;
}

} // namespace

QList<QPointF> plainRoute(const QRectF& from, const QRectF& to, bool down) {
    if (down || std::abs(from.center().x() - to.center().x()) < 40) {
        const bool below = to.center().y() >= from.center().y();
        const QPointF a(from.center().x(), below ? from.bottom() : from.top());
        const QPointF b(to.center().x(), below ? to.top() : to.bottom());
        const qreal middle = (a.y() + b.y()) / 2;
        return corners({a, {a.x(), middle}, {b.x(), middle}, b});
    }
    const bool ahead = to.center().x() >= from.center().x();
    const QPointF a(ahead ? from.right() : from.left(), from.center().y());
    const QPointF b(ahead ? to.left() : to.right(), to.center().y());
    const qreal middle = (a.x() + b.x()) / 2;
    return corners({a, {middle, a.y()}, {middle, b.y()}, b});
}

std::vector<QList<QPointF>> routeEdges(const std::vector<QRectF>& boxes, const std::vector<RouteRequest>& requests) {
    std::vector<QList<QPointF>> routes;
    std::vector<Segment> used;
    for (const RouteRequest& request : requests) {
        QList<QPointF> points = corners(Search(boxes, used, request).run());
        if (points.isEmpty())
            points = plainRoute(boxes[static_cast<std::size_t>(request.from)],
                                boxes[static_cast<std::size_t>(request.to)], request.down);
        for (qsizetype i = 1; i < points.size(); ++i)
            used.push_back({points[i - 1], points[i], request.from, request.to});
        routes.push_back(std::move(points));
    }
    return routes;
}

QPainterPath roundedPath(const QList<QPointF>& points, qreal radius) {
    QPainterPath path;
    if (points.isEmpty())
        return path;
    path.moveTo(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF in = points[i] - points[i - 1];
        const QPointF out = points[i + 1] - points[i];
        const qreal inLength = std::hypot(in.x(), in.y());
        const qreal outLength = std::hypot(out.x(), out.y());
        const qreal r = std::min({radius, inLength / 2, outLength / 2});
        if (r <= 0)
            continue;
        path.lineTo(points[i] - in * (r / inLength));
        path.quadTo(points[i], points[i] + out * (r / outLength));
    }
    path.lineTo(points.last());
    return path;
}

} // namespace wayreeve::ui
