#include "ui/journeys/lanes_layout.h"

#include <algorithm>

namespace wayreeve::ui {

using documents::Journey;
using documents::NodeType;

namespace {

bool isAgent(const documents::JourneyNode& node) {
    return node.type == NodeType::AgentDecision;
}

/// Cards of `count` below each other.
qreal stackHeight(int count, qreal card) {
    return count == 0 ? 32 : 2 * LanesLayout::pad + count * card + (count - 1) * LanesLayout::cardGap;
}

} // namespace

QRectF LanesLayout::cell(int stage, LaneRow row) const {
    const Row& line = rows[static_cast<std::size_t>(row)];
    return {stage * columnWidth, line.top, columnWidth, line.height};
}

QRectF LanesLayout::bounds() const {
    const qreal height = rows.empty() ? 0 : rows.back().top + rows.back().height;
    return {0, 0, stages * columnWidth, height + pad};
}

qreal LanesLayout::emotionY(double value) const {
    const Row& line = rows[static_cast<std::size_t>(LaneRow::Emotion)];
    const qreal inner = line.height - 28;
    return line.top + 14 + inner * (2 - std::clamp(value, -2.0, 2.0)) / 4;
}

int LanesLayout::stageAt(qreal x) const {
    const int stage = static_cast<int>(x / columnWidth);
    return x < 0 || stage >= stages ? -1 : stage;
}

LanesLayout layoutLanes(const Journey& journey, qreal columnWidth, const CellHeight& cellHeight) {
    LanesLayout layout;
    layout.columnWidth = columnWidth;
    layout.stages = static_cast<int>(journey.stages.size());
    layout.touchpoints.resize(journey.stages.size());
    layout.emotion.resize(journey.stages.size());
    layout.nodes.resize(journey.nodes.size());
    std::vector<int> agents(journey.stages.size());
    std::vector<int> steps(journey.stages.size());
    std::vector<int> stageOf(journey.nodes.size(), -1);
    for (std::size_t i = 0; i < journey.nodes.size(); ++i)
        for (std::size_t s = 0; s < journey.stages.size(); ++s)
            if (journey.stages[s].id == journey.nodes[i].stage) {
                stageOf[i] = static_cast<int>(s);
                ++(isAgent(journey.nodes[i]) ? agents : steps)[s];
            }
    qreal y = 0;
    for (int r = 0; r < static_cast<int>(LaneRow::Count); ++r) {
        const auto row = static_cast<LaneRow>(r);
        qreal height = 32;
        for (int s = 0; s < layout.stages; ++s) {
            const auto at = static_cast<std::size_t>(s);
            if (row == LaneRow::Touchpoints)
                height = std::max(height, stackHeight(static_cast<int>(journey.stages[at].touchpoints.size()),
                                                      LanesLayout::cardHeight));
            else if (row == LaneRow::Agents)
                height = std::max(height, stackHeight(agents[at], LanesLayout::agentHeight));
            else if (row == LaneRow::Steps)
                height = std::max(height, stackHeight(steps[at], LanesLayout::cardHeight));
            else if (row == LaneRow::Emotion)
                height = LanesLayout::emotionHeight;
            else
                height = std::max(height, 2 * LanesLayout::pad + cellHeight(s, row, columnWidth - 24));
        }
        layout.rows.push_back({row, y, height});
        y += height;
    }
    const auto card = [&](int stage, LaneRow row, int index, qreal height) {
        const QRectF cell = layout.cell(stage, row);
        return QRectF(cell.left() + LanesLayout::pad,
                      cell.top() + LanesLayout::pad + index * (height + LanesLayout::cardGap),
                      columnWidth - 2 * LanesLayout::pad, height);
    };
    for (int s = 0; s < layout.stages; ++s) {
        const auto& stage = journey.stages[static_cast<std::size_t>(s)];
        for (int i = 0; i < static_cast<int>(stage.touchpoints.size()); ++i)
            layout.touchpoints[static_cast<std::size_t>(s)].push_back(
                card(s, LaneRow::Touchpoints, i, LanesLayout::cardHeight));
        for (const auto& point : stage.emotion)
            layout.emotion[static_cast<std::size_t>(s)].emplace_back((s + std::clamp(point.at, 0.0, 1.0)) * columnWidth,
                                                                     layout.emotionY(point.value));
    }
    std::fill(agents.begin(), agents.end(), 0);
    std::fill(steps.begin(), steps.end(), 0);
    for (std::size_t i = 0; i < journey.nodes.size(); ++i) {
        if (stageOf[i] < 0)
            continue;
        const auto s = static_cast<std::size_t>(stageOf[i]);
        layout.nodes[i] = isAgent(journey.nodes[i])
                              ? card(stageOf[i], LaneRow::Agents, agents[s]++, LanesLayout::agentHeight)
                              : card(stageOf[i], LaneRow::Steps, steps[s]++, LanesLayout::cardHeight);
    }
    return layout;
}

} // namespace wayreeve::ui
