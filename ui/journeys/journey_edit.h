#pragma once

#include "ui/journeys/map_item.h"

#include <optional>
#include <string>
#include <string_view>

/// Edits of a journey as pure functions, old → new. What does not apply (an unknown id, a second equal edge) gives the
/// journey back unchanged; ids that edges, baselines and the selection refer to stay in step.
namespace wayreeve::ui::edit {

using documents::Journey;
using documents::JourneyNode;
using documents::NodeType;

/// A free node id made from words: "Wait a day" → "wait-a-day", "wait-a-day-2".
[[nodiscard]] std::string freeNodeId(const Journey& journey, std::string_view words);

struct Edited {
    Journey journey;
    Selection selection; ///< what stands out after it
};

/// Adds `node` (its id is made free) into its stage, or the first one.
[[nodiscard]] Edited addNode(const Journey& journey, JourneyNode node);
/// Adds `node` behind `after` and connects it there; an edge that led on from `after` without a condition now leads on
/// from the new node, when that can be left.
[[nodiscard]] Edited appendNode(const Journey& journey, const std::string& after, JourneyNode node);
[[nodiscard]] Edited addTouchpoint(const Journey& journey, const std::string& stage, const std::string& name);
[[nodiscard]] Edited connect(const Journey& journey, const std::string& from, const std::string& to);
/// Steps, edges and touchpoints; edges and baselines of removed steps go too. Stages stay.
[[nodiscard]] Edited remove(const Journey& journey, const Selection& items);
[[nodiscard]] Edited duplicate(const Journey& journey, const Selection& items);
/// Sets the name of a step or touchpoint, the label of an edge.
[[nodiscard]] Journey rename(const Journey& journey, const MapItem& item, const std::string& name);
/// Places a step by hand: x in the flow's own coordinates, y from the top of its stage's band; may change its stage.
[[nodiscard]] Journey place(const Journey& journey, const std::string& node, double x, double y,
                            const std::string& stage);
/// Gives a step back to the automatic layout; an empty list means all.
[[nodiscard]] Journey unplace(const Journey& journey, const Selection& items);
/// Another type; fields that the new type may not carry are cleared.
[[nodiscard]] Journey retype(const Journey& journey, const std::string& node, NodeType type);
/// Replaces a step, stage or edge as a whole; the id must exist.
[[nodiscard]] Journey setNode(const Journey& journey, const JourneyNode& node);
[[nodiscard]] Journey setStage(const Journey& journey, const documents::JourneyStage& stage);
[[nodiscard]] Journey setEdge(const Journey& journey, const MapItem& item, const documents::JourneyEdge& edge);

/// False for exits, links and everything that ends the journey there.
[[nodiscard]] bool canLeave(NodeType type);

} // namespace wayreeve::ui::edit
