#include "ui/journeys/lanes_scene.h"

#include "ui/journeys/journey_words.h"
#include "ui/journeys/lane_items.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

using documents::NodeType;

void LanesScene::setRoom(qreal width) {
    if (std::abs(width - m_room) < 0.5)
        return;
    const auto journey = presenter().journey();
    const int stages = journey ? static_cast<int>(journey->stages.size()) : 0;
    const qreal before = columnFor(stages);
    m_room = width;
    if (std::abs(columnFor(stages) - before) > 0.5)
        rebuild();
}

/// Columns fill the room that there is, within what reads well.
qreal LanesScene::columnFor(int stages) const {
    if (stages == 0)
        return LanesLayout::stageWidth;
    const qreal share = std::floor(m_room / stages);
    // Where all do not fit and one scrolls anyway, each has its usual width.
    return share < LanesLayout::narrowest ? LanesLayout::stageWidth : std::min(share, 2 * LanesLayout::stageWidth);
}

std::string LanesScene::stageAt(const QPointF& point) const {
    const int stage = m_layout.stageAt(point.x());
    const auto journey = presenter().journey();
    return journey && stage >= 0 ? journey->stages[static_cast<std::size_t>(stage)].id : std::string();
}

std::optional<LaneRow> LanesScene::rowAt(qreal y) const {
    for (const auto& row : m_layout.rows)
        if (y >= row.top && y < row.top + row.height)
            return row.row;
    return std::nullopt;
}

void LanesScene::build(const documents::Workspace& workspace, const documents::Journey& journey) {
    m_layout = layoutLanes(journey, columnFor(static_cast<int>(journey.stages.size())),
                           [&](int stage, LaneRow row, qreal width) {
                               return CellItem::heightOf(
                                   cellTexts(workspace, journey.stages[static_cast<std::size_t>(stage)], row), width);
                           });
    addTexts(workspace, journey);
    addEmotion(journey);
    addCards(workspace, journey);
    setSceneRect(m_layout.bounds());
}

void LanesScene::addTexts(const documents::Workspace& workspace, const documents::Journey& journey) {
    for (int s = 0; s < m_layout.stages; ++s)
        for (const auto& row : m_layout.rows) {
            const auto texts = cellTexts(workspace, journey.stages[static_cast<std::size_t>(s)], row.row);
            if (!texts.isEmpty())
                addItem(new CellItem(m_layout.cell(s, row.row), texts));
        }
}

void LanesScene::addEmotion(const documents::Journey& journey) {
    QList<EmotionMark> marks;
    for (int s = 0; s < m_layout.stages; ++s) {
        const auto& stage = journey.stages[static_cast<std::size_t>(s)];
        for (std::size_t i = 0; i < stage.emotion.size(); ++i)
            marks.append(
                {m_layout.emotion[static_cast<std::size_t>(s)][i], stage.emotion[i].value, qs(stage.emotion[i].note)});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const EmotionMark& a, const EmotionMark& b) { return a.at.x() < b.at.x(); });
    const auto& row = m_layout.rows[static_cast<std::size_t>(LaneRow::Emotion)];
    QList<qreal> lines;
    for (int value = 2; value >= -2; --value)
        lines.append(m_layout.emotionY(value));
    addItem(new EmotionItem(QRectF(0, row.top, m_layout.stages * m_layout.columnWidth, row.height), lines, marks));
}

void LanesScene::addCards(const documents::Workspace& workspace, const documents::Journey& journey) {
    for (std::size_t s = 0; s < journey.stages.size(); ++s)
        for (std::size_t i = 0; i < journey.stages[s].touchpoints.size(); ++i) {
            const auto& touchpoint = journey.stages[s].touchpoints[i];
            CardSpec spec;
            spec.form = CardSpec::Form::Touchpoint;
            spec.item = MapItem::touchpoint(journey.stages[s].id, touchpoint.id);
            spec.rect = m_layout.touchpoints[s][i];
            spec.icon = channelIcon(touchpoint.channel, &spec.iconInk);
            spec.title = touchpoint.name.empty() ? qs(touchpoint.id) : qs(touchpoint.name);
            addCard(std::move(spec));
        }
    for (std::size_t i = 0; i < journey.nodes.size(); ++i) {
        if (m_layout.nodes[i].isNull())
            continue;
        const auto& node = journey.nodes[i];
        CardSpec spec;
        spec.item = MapItem::node(node.id);
        spec.rect = m_layout.nodes[i];
        spec.icon = typeIcon(node.type);
        spec.iconInk = typeInk(node.type);
        spec.title = nodeName(node);
        spec.form = CardSpec::Form::Touchpoint;
        if (node.type == NodeType::AgentDecision) {
            spec.form = CardSpec::Form::LaneAgent;
            if (const auto mark = agentMark(workspace, node.agent)) {
                spec.level = mark->level;
                spec.risk = mark->risk;
            }
        } else if (const auto* action = workspace.actions ? workspace.actions->find(node.action) : nullptr;
                   action && action->channel != documents::Channel::None)
            spec.icon = channelIcon(action->channel, &spec.iconInk);
        addCard(std::move(spec));
    }
}

void LanesScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, color(Ink::Canvas));
    if (m_layout.stages == 0)
        return;
    painter->setPen(QPen(color(Ink::Border), 0));
    const qreal right = m_layout.stages * m_layout.columnWidth;
    const qreal bottom = m_layout.rows.back().top + m_layout.rows.back().height;
    for (const auto& row : m_layout.rows)
        painter->drawLine(QPointF(0, row.top + row.height), QPointF(right, row.top + row.height));
    for (int s = 1; s <= m_layout.stages; ++s)
        painter->drawLine(QPointF(s * m_layout.columnWidth, 0), QPointF(s * m_layout.columnWidth, bottom));
}

} // namespace wayreeve::ui
