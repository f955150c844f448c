#include "ui/journeys/flow_scene.h"

#include "ui/journeys/edge_router.h"
#include "ui/journeys/journey_words.h"
#include "ui/widgets/paint.h"

#include <QGraphicsView>

namespace wayreeve::ui {

using documents::NodeType;

namespace {

CardSpec specOf(const documents::Workspace& workspace, const documents::JourneyNode& node, const QRectF& rect,
                bool baseline) {
    CardSpec spec;
    spec.item = MapItem::node(node.id);
    spec.rect = rect;
    spec.icon = typeIcon(node.type);
    spec.iconInk = typeInk(node.type);
    spec.title = nodeName(node);
    spec.detail = nodeDetail(workspace, node);
    spec.dashed = baseline;
    spec.movable = true;
    if (node.type == NodeType::AgentDecision) {
        spec.form = CardSpec::Form::AgentStep;
        if (const auto mark = agentMark(workspace, node.agent)) {
            spec.level = mark->level;
            spec.risk = mark->risk;
        }
    } else if (node.type == NodeType::Action) {
        if (const auto* action = workspace.actions ? workspace.actions->find(node.action) : nullptr;
            action && action->channel != documents::Channel::None)
            spec.icon = channelIcon(action->channel, &spec.iconInk);
    }
    return spec;
}

} // namespace

void FlowScene::build(const documents::Workspace& workspace, const documents::Journey& journey) {
    m_layout = layoutFlow(
        journey, {[&](std::size_t edge) { return EdgeItem::labelWidth(edgeText(workspace, journey.edges[edge])); },
                  [&](std::size_t node) {
                      return stepWidth(nodeName(journey.nodes[node]), nodeDetail(workspace, journey.nodes[node]));
                  }});
    m_names.clear();
    m_notes.clear();
    for (const auto& band : m_layout.bands) {
        const auto* stage = journey.stage(band.stage);
        m_names.append(band.stage.empty()
                           ? tr("Without a stage")
                           : QStringLiteral("%1  %2").arg(band.number).arg(stageName(workspace, band.stage)));
        m_notes.append(stage ? qs(stage->customerGoal) : QString());
    }
    m_nodeCards.clear();
    for (std::size_t i = 0; i < journey.nodes.size(); ++i) {
        CardItem* card = addCard(specOf(workspace, journey.nodes[i], m_layout.nodes[i], m_layout.baseline[i]));
        card->moved = [this, i] { previewEdges(static_cast<int>(i)); };
        m_nodeCards.push_back(card);
    }
    for (std::size_t i = 0; i < m_layout.edges.size(); ++i) {
        const auto& way = m_layout.edges[i];
        const bool drawn = i < journey.edges.size();
        auto* item =
            drawn ? addEdge(edgeItem(journey, i), edgeText(workspace, journey.edges[i])) : new EdgeItem({}, {});
        if (!drawn)
            addItem(item);
        item->setBaseline(way.baseline);
        item->setRoute(way.points, way.label);
        m_ways.push_back(item);
    }
    setSceneRect(m_layout.bounds);
}

/// While a card is dragged its edges are drawn straight on; they are routed when it is dropped.
void FlowScene::previewEdges(int node) {
    for (std::size_t i = 0; i < m_ways.size() && i < m_layout.ends.size(); ++i) {
        const auto [from, to] = m_layout.ends[i];
        if (from < 0 || to < 0 || (from != node && to != node))
            continue;
        m_ways[i]->setRoute(plainRoute(m_nodeCards[static_cast<std::size_t>(from)]->sceneCard(),
                                       m_nodeCards[static_cast<std::size_t>(to)]->sceneCard(),
                                       m_layout.edges[i].toBaseline),
                            {});
    }
}

std::string FlowScene::stageAt(const QPointF& point) const {
    const auto* band = m_layout.bandAt(point.y());
    return band ? band->stage : std::string();
}

QPointF FlowScene::placeAt(const QPointF& topLeft, std::string& stage) const {
    const auto* band = m_layout.bandAt(topLeft.y() + FlowLayout::nodeHeight / 2);
    if (!band)
        return topLeft;
    stage = band->stage;
    return {std::round(topLeft.x()), std::max(4.0, std::round(topLeft.y() - band->contentTop))};
}

QList<QRectF> FlowScene::bandHeaders() const {
    QList<QRectF> strips;
    for (const auto& band : m_layout.bands)
        strips.append({band.rect.left(), band.rect.top(), band.rect.width(), FlowLayout::header});
    return strips;
}

void FlowScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, color(Ink::Canvas));
    const QList<QGraphicsView*> shown = views();
    const QGraphicsView* view = shown.isEmpty() ? nullptr : shown.first();
    const qreal left = view ? view->mapToScene(view->viewport()->rect()).boundingRect().left() : 0;
    const auto journey = presenter().journey();
    for (qsizetype i = 0; i < m_names.size() && i < static_cast<qsizetype>(m_layout.bands.size()); ++i) {
        const QRectF& band = m_layout.bands[static_cast<std::size_t>(i)].rect;
        const QRectF strip(rect.left(), band.top(), rect.width(), FlowLayout::header);
        if (!strip.intersects(rect))
            continue;
        const bool selected =
            journey && presenter().current() == MapItem::stage(m_layout.bands[static_cast<std::size_t>(i)].stage);
        painter->fillRect(strip, color(selected ? Ink::Tint2 : Ink::Window));
        painter->setPen(QPen(color(Ink::Border), 0));
        painter->drawLine(strip.topLeft(), strip.topRight());
        painter->drawLine(strip.bottomLeft(), strip.bottomRight());
        const QFont bold = uiFont(Type::Small, Weight::Bold);
        painter->setFont(bold);
        const qreal name = QFontMetricsF(bold).horizontalAdvance(m_names[i]);
        paintElided(*painter, QRectF(left + 12, strip.top(), name + 2, strip.height()), m_names[i], Ink::Text1);
        painter->setFont(uiFont(Type::Small));
        paintElided(*painter, QRectF(left + 12 + std::max(name + 24, 140.0), strip.top(), 600, strip.height()),
                    m_notes[i], Ink::Text2);
    }
}

} // namespace wayreeve::ui
