#pragma once

#include "ui/journeys/map_item.h"
#include "ui/widgets/marks.h"

#include "ui/shell/documents.h"

#include <QString>

#include <optional>

namespace wayreeve::ui {

[[nodiscard]] inline QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

/// Words and icons of what stands on a map: the same in lanes, flow, outline and inspector.
[[nodiscard]] QString typeText(documents::NodeType type);
[[nodiscard]] QString typeIcon(documents::NodeType type);
[[nodiscard]] Ink typeInk(documents::NodeType type);
[[nodiscard]] const std::vector<documents::NodeType>& nodeTypes();
[[nodiscard]] QString channelIcon(documents::Channel channel, Ink* ink = nullptr);
[[nodiscard]] QString evidenceText(documents::Evidence evidence);
/// "4 h" → "4 hours".
[[nodiscard]] QString lengthText(Duration length);

/// Display names; the id where there is no name.
[[nodiscard]] QString stageName(const documents::Workspace& workspace, const std::string& id);
[[nodiscard]] QString personName(const documents::Workspace& workspace, const std::string& id);
[[nodiscard]] QString nodeName(const documents::JourneyNode& node);
/// The second line of a step's card: "Order Completed or 2 days", "6 options, goal Purchase".
[[nodiscard]] QString nodeDetail(const documents::Workspace& workspace, const documents::JourneyNode& node);
/// What leads along an edge: its label, or "goal", "limit", the action's name, the condition.
[[nodiscard]] QString edgeText(const documents::Workspace& workspace, const documents::JourneyEdge& edge);
[[nodiscard]] QString itemText(const documents::Workspace& workspace, const documents::Journey& journey,
                               const MapItem& item);

/// How free an agent is, by the matrix' cell for the base risk and reversibility of its first action; nothing where it
/// has no action.
struct AgentMark {
    RiskMark risk = RiskMark::High;
    LevelMark level = LevelMark::Assisted;
    double sample = 0; ///< share reviewed afterwards
};
[[nodiscard]] std::optional<AgentMark> agentMark(const documents::Workspace& workspace, const std::string& agent);
[[nodiscard]] QString agentMarkSentence(const AgentMark& mark);

} // namespace wayreeve::ui
