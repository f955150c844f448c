#include "ui/journeys/flow_layout.h"

#include "ui/journeys/edge_router.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace wayreeve::ui {

using documents::Journey;
using documents::JourneyNode;
using documents::NodeType;

namespace {

using Indices = std::vector<int>;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// The graph by node index; a baseline counts as a way on, marked.
struct Graph {
    std::vector<std::pair<int, int>> ways; ///< −1 for an end that does not exist
    std::size_t drawn = 0;                 ///< ways from here on lead to baselines
    std::vector<Indices> next;
    std::vector<bool> baseline; ///< by node: reached by baselines alone
};

Graph graphOf(const Journey& journey) {
    Graph graph;
    std::map<std::string, int> index;
    const int count = static_cast<int>(journey.nodes.size());
    for (int i = 0; i < count; ++i)
        index.emplace(journey.nodes[at(i)].id, i);
    const auto find = [&index](const std::string& id) {
        const auto found = index.find(id);
        return found == index.end() ? -1 : found->second;
    };
    graph.next.resize(at(count));
    for (const auto& edge : journey.edges)
        graph.ways.emplace_back(find(edge.from), find(edge.to));
    graph.drawn = graph.ways.size();
    for (const auto& [from, to] : graph.ways)
        if (from >= 0 && to >= 0)
            graph.next[at(from)].push_back(to);
    std::vector<bool> main(at(count));
    std::vector<bool> aside(at(count));
    const auto flood = [&graph](std::vector<bool>& reached, Indices open) {
        while (!open.empty()) {
            const int node = open.back();
            open.pop_back();
            if (reached[at(node)])
                continue;
            reached[at(node)] = true;
            open.insert(open.end(), graph.next[at(node)].begin(), graph.next[at(node)].end());
        }
    };
    Indices starts;
    Indices branches;
    for (int i = 0; i < count; ++i) {
        const JourneyNode& node = journey.nodes[at(i)];
        if (node.type == NodeType::Entry)
            starts.push_back(i);
        if (const int to = find(node.baseline); !node.baseline.empty() && to >= 0) {
            graph.ways.emplace_back(i, to);
            branches.push_back(to);
        }
    }
    flood(main, starts);
    flood(aside, branches);
    graph.baseline.resize(at(count));
    for (int i = 0; i < count; ++i)
        graph.baseline[at(i)] = aside[at(i)] && !main[at(i)];
    return graph;
}

/// Longest way from the left within a band; ways back (found depth first) do not count. A baseline starts in its
/// agent's column, below it.
class Columns {
public:
    Columns(const Graph& graph, const std::vector<int>& band)
        : m_graph(graph)
        , m_band(band)
        , m_state(band.size())
        , m_column(band.size(), 0) {
        for (int i = 0; i < static_cast<int>(band.size()); ++i)
            visit(i);
        // Reverse postorder is a topological order of what is left.
        std::reverse(m_order.begin(), m_order.end());
        for (const int node : m_order) {
            for (const int target : m_graph.next[at(node)])
                if (follows(node, target))
                    m_column[at(target)] = std::max(m_column[at(target)], m_column[at(node)] + 1);
            for (std::size_t i = m_graph.drawn; i < m_graph.ways.size(); ++i)
                if (const auto [from, to] = m_graph.ways[i]; from == node && follows(node, to))
                    m_column[at(to)] = std::max(m_column[at(to)], m_column[at(node)]);
        }
    }
    [[nodiscard]] const Indices& columns() const { return m_column; }

private:
    [[nodiscard]] bool follows(int node, int target) const {
        return m_band[at(node)] == m_band[at(target)] &&
               std::find(m_back.begin(), m_back.end(), std::pair(node, target)) == m_back.end();
    }
    void visit(int root) {
        std::vector<std::pair<int, std::size_t>> stack;
        const auto enter = [&](int node) {
            m_state[at(node)] = 1;
            stack.emplace_back(node, 0);
        };
        if (m_state[at(root)] == 0)
            enter(root);
        while (!stack.empty()) {
            auto& [node, step] = stack.back();
            Indices targets = m_graph.next[at(node)];
            for (std::size_t i = m_graph.drawn; i < m_graph.ways.size(); ++i)
                if (m_graph.ways[i].first == node)
                    targets.push_back(m_graph.ways[i].second);
            if (step == targets.size()) {
                m_state[at(node)] = 2;
                m_order.push_back(node);
                stack.pop_back();
                continue;
            }
            const int target = targets[step++];
            if (m_state[at(target)] == 1)
                m_back.emplace_back(node, target);
            else if (m_state[at(target)] == 0)
                enter(target);
        }
    }

    const Graph& m_graph;
    const std::vector<int>& m_band;
    std::vector<int> m_state;
    Indices m_order;
    Indices m_column;
    std::vector<std::pair<int, int>> m_back;
};

qreal heightOf(const JourneyNode& node) {
    return node.type == NodeType::AgentDecision ? FlowLayout::agentHeight : FlowLayout::nodeHeight;
}

/// Rows of one band: column by column, each node as near as possible to the mean row of those before it; the main way
/// first, then the rest, a baseline below what it is compared with. Two sweeps let later columns pull earlier ones.
void assignRows(const Graph& graph, const Indices& members, const Indices& columns, Indices& rows) {
    Indices order = members;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return std::pair(bool(graph.baseline[at(a)]), columns[at(a)]) <
               std::pair(bool(graph.baseline[at(b)]), columns[at(b)]);
    });
    std::map<std::pair<int, int>, int> taken;
    int lowestMain = 0;
    for (const int node : order) {
        int wanted = -1;
        for (std::size_t i = 0; i < graph.ways.size(); ++i) {
            const auto [from, to] = graph.ways[i];
            if (to != node || from < 0 || rows[at(from)] < 0 ||
                std::find(members.begin(), members.end(), from) == members.end())
                continue;
            const int row = rows[at(from)] + (i >= graph.drawn ? 1 : 0);
            wanted = wanted < 0 ? row : std::min(wanted, row);
        }
        if (graph.baseline[at(node)])
            wanted = std::max(wanted, lowestMain + 1);
        wanted = std::max(wanted, 0);
        while (taken.contains({columns[at(node)], wanted}))
            ++wanted;
        taken[{columns[at(node)], wanted}] = node;
        rows[at(node)] = wanted;
        if (!graph.baseline[at(node)])
            lowestMain = std::max(lowestMain, wanted);
    }
}

struct Placing {
    const Journey& journey;
    const Graph& graph;
    FlowLayout& layout;
    const FlowMeasures& measures;

    /// Left edge of each column: gaps grow with the labels between neighbours.
    std::vector<qreal> columnEdges(const Indices& members, const Indices& columns, std::vector<qreal>& widths) const {
        int last = 0;
        for (const int node : members)
            last = std::max(last, columns[at(node)]);
        widths.assign(at(last) + 1, FlowLayout::nodeWidth);
        for (const int node : members)
            widths[at(columns[at(node)])] = std::max(widths[at(columns[at(node)])], measures.stepWidth(at(node)));
        std::vector<qreal> gaps(at(last) + 1, FlowLayout::gap);
        for (std::size_t i = 0; i < graph.drawn; ++i) {
            const auto [from, to] = graph.ways[i];
            if (from < 0 || to < 0 || std::find(members.begin(), members.end(), from) == members.end() ||
                std::find(members.begin(), members.end(), to) == members.end())
                continue;
            if (columns[at(to)] == columns[at(from)] + 1)
                gaps[at(columns[at(from)])] =
                    std::max(gaps[at(columns[at(from)])], std::min<qreal>(140, measures.labelWidth(i) + 34));
        }
        std::vector<qreal> edges{FlowLayout::margin};
        for (int i = 0; i < last; ++i)
            edges.push_back(edges.back() + widths[at(i)] + gaps[at(i)]);
        return edges;
    }

    void placeBand(FlowLayout::Band& band, const Indices& members, const Indices& columns, const Indices& rows) {
        std::vector<qreal> widths;
        const std::vector<qreal> edges = columnEdges(members, columns, widths);
        std::vector<QRectF> placed;
        for (const int node : members)
            if (const JourneyNode& n = journey.nodes[at(node)]; n.x && n.y) {
                layout.nodes[at(node)] =
                    QRectF(*n.x, band.contentTop + *n.y, measures.stepWidth(at(node)), heightOf(n));
                placed.push_back(layout.nodes[at(node)]);
            }
        qreal low = band.contentTop + FlowLayout::rowPitch;
        for (const int node : members) {
            const JourneyNode& n = journey.nodes[at(node)];
            QRectF& rect = layout.nodes[at(node)];
            if (!n.x || !n.y) {
                const qreal height = heightOf(n);
                int row = rows[at(node)];
                const auto spot = [&] {
                    return QRectF(edges[at(columns[at(node)])],
                                  band.contentTop + FlowLayout::margin + row * FlowLayout::rowPitch +
                                      (FlowLayout::agentHeight - height) / 2,
                                  widths[at(columns[at(node)])], height);
                };
                const auto collides = [&] {
                    const QRectF room = spot().adjusted(-8, -8, 8, 8);
                    return std::any_of(placed.begin(), placed.end(),
                                       [&](const QRectF& p) { return p.intersects(room); });
                };
                while (collides())
                    ++row;
                rect = spot();
                placed.push_back(rect);
            }
            low = std::max(low, rect.bottom() + FlowLayout::margin + 14);
        }
        band.rect = QRectF(0, band.contentTop - FlowLayout::header, 0, low - band.contentTop + FlowLayout::header);
    }
};

/// Where a part of the way is crossed by the label's box.
bool crosses(const QList<QPointF>& points, const QRectF& box) {
    for (qsizetype i = 1; i < points.size(); ++i)
        if (QRectF(points[i - 1], points[i]).normalized().adjusted(-1, -1, 1, 1).intersects(box))
            return true;
    return false;
}

/// What a label's box covers there, the worse the higher: cards and other labels, then names of stages, then ways that
/// it does not belong to.
int covered(const FlowLayout& layout, std::size_t edge, const QRectF& box) {
    int worst = 0;
    const QRectF room = box.adjusted(-2, -2, 2, 2);
    for (const QRectF& card : layout.nodes)
        worst += card.intersects(room) ? 100 : 0;
    for (const FlowLayout::Way& way : layout.edges)
        worst += way.label.intersects(room) ? 100 : 0;
    for (const FlowLayout::Band& band : layout.bands)
        worst += band.rect.top() < room.bottom() && band.rect.top() + FlowLayout::header > room.top() ? 50 : 0;
    for (std::size_t i = 0; i < layout.edges.size(); ++i)
        worst += i != edge && crosses(layout.edges[i].points, box) ? 10 : 0;
    return worst;
}

/// On the longest part of the way, level ones before upright ones, where it covers least.
QRectF labelRect(const FlowLayout& layout, std::size_t edge, qreal width) {
    const QList<QPointF>& points = layout.edges[edge].points;
    std::vector<std::pair<qreal, qsizetype>> parts;
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF part = points[i] - points[i - 1];
        parts.emplace_back(std::abs(part.x()) + std::abs(part.y()) * 0.5 - (std::abs(part.x()) < 1 ? 20 : 0), i);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& l, const auto& r) { return l.first > r.first; });
    QRectF best;
    int least = std::numeric_limits<int>::max();
    // On the line where there is room, else right beside it.
    for (const qreal beside : {0.0, -21.0, 21.0})
        for (const auto& [length, i] : parts)
            for (const qreal along : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
                const QPointF middle = points[i - 1] + (points[i] - points[i - 1]) * along;
                const QRectF box(middle.x() - width / 2, middle.y() - 9 + beside, width, 18);
                if (const int cost = covered(layout, edge, box) + (beside == 0.0 ? 0 : 20); cost < least) {
                    least = cost;
                    best = box;
                }
            }
    return best;
}

void route(const Journey& journey, const Graph& graph, FlowLayout& layout, const FlowMeasures& measures) {
    std::vector<RouteRequest> requests;
    std::vector<std::size_t> which;
    layout.edges.resize(graph.ways.size());
    layout.ends.assign(graph.ways.begin(), graph.ways.end());
    for (std::size_t i = 0; i < graph.ways.size(); ++i) {
        const auto [from, to] = graph.ways[i];
        FlowLayout::Way& way = layout.edges[i];
        way.toBaseline = i >= graph.drawn;
        if (from < 0 || to < 0)
            continue;
        way.baseline = way.toBaseline || graph.baseline[at(from)];
        requests.push_back({from, to, way.toBaseline});
        which.push_back(i);
    }
    // The main way first: it gets the straight lines.
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return layout.edges[which[a]].baseline < layout.edges[which[b]].baseline;
    });
    std::vector<RouteRequest> sorted;
    for (const std::size_t i : order)
        sorted.push_back(requests[i]);
    const auto routes = routeEdges(layout.nodes, sorted);
    for (std::size_t i = 0; i < order.size(); ++i) {
        FlowLayout::Way& way = layout.edges[which[order[i]]];
        way.points = routes[i];
    }
    for (const std::size_t i : order)
        if (const std::size_t edge = which[i]; edge < journey.edges.size())
            if (const qreal width = measures.labelWidth(edge); width > 0)
                layout.edges[edge].label = labelRect(layout, edge, width + 10);
}

} // namespace

const FlowLayout::Band* FlowLayout::bandAt(qreal y) const {
    const Band* found = bands.empty() ? nullptr : &bands.front();
    for (const Band& band : bands)
        if (y >= band.rect.top())
            found = &band;
    return found;
}

FlowLayout layoutFlow(const Journey& journey, const FlowMeasures& measures) {
    FlowLayout layout;
    const Graph graph = graphOf(journey);
    layout.baseline = graph.baseline;
    const std::size_t count = journey.nodes.size();
    layout.nodes.resize(count);
    const int stages = static_cast<int>(journey.stages.size());
    std::vector<int> bandOf(count, stages);
    std::vector<Indices> members(at(stages) + 1);
    for (std::size_t i = 0; i < count; ++i) {
        for (int s = 0; s < stages; ++s)
            if (journey.stages[at(s)].id == journey.nodes[i].stage)
                bandOf[i] = s;
        members[at(bandOf[i])].push_back(static_cast<int>(i));
    }
    const Indices columns = Columns(graph, bandOf).columns();
    Indices rows(count, -1);
    qreal y = 0;
    Placing placing{journey, graph, layout, measures};
    for (int s = 0; s <= stages; ++s) {
        if (members[at(s)].empty() && (count > 0 || s == stages))
            continue;
        FlowLayout::Band band;
        band.stage = s < stages ? journey.stages[at(s)].id : std::string();
        band.number = s < stages ? s + 1 : 0;
        band.contentTop = y + FlowLayout::header;
        assignRows(graph, members[at(s)], columns, rows);
        placing.placeBand(band, members[at(s)], columns, rows);
        y = band.rect.bottom();
        layout.bands.push_back(band);
    }
    route(journey, graph, layout, measures);
    QRectF bounds(0, 0, 400, y);
    for (const QRectF& rect : layout.nodes)
        bounds = bounds.united(rect.adjusted(-FlowLayout::margin, 0, FlowLayout::margin + 20, FlowLayout::margin));
    for (const auto& way : layout.edges)
        for (const QPointF& point : way.points)
            bounds = bounds.united(QRectF(point - QPointF(12, 12), QSizeF(24, 24)));
    layout.bounds = bounds;
    for (auto& band : layout.bands) {
        band.rect.setLeft(bounds.left());
        band.rect.setRight(bounds.right());
    }
    return layout;
}

} // namespace wayreeve::ui
