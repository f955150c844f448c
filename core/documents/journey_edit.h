#pragma once

#include "base/result.h"
#include "documents/journey.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Pure edits of a journey: old → new, or an Error and nothing changed. Each keeps the invariants: if the old journey
/// has none broken, neither has the new one. Errors: "edit.no-such-node" (id), "edit.no-such-edge",
/// "edit.no-such-stage" (id), "edit.no-such-item", "edit.id-taken" (id), "edit.bad-id" (id), "edit.same-edge",
/// "edit.unfit-key" (key, type).
namespace wayreeve::documents {

/// What must hold for the editor and the engine whatever the map says: ids are valid and unique, edges, baselines and
/// node stages lead to something, no edge stands twice, nodes carry only keys of their type, emotion points lie in
/// range.
[[nodiscard]] std::vector<Error> invariantViolations(const Journey& journey);

/// An id like "wait-2" that no node has yet.
[[nodiscard]] std::string freeNodeId(const Journey& journey, std::string_view base);

[[nodiscard]] Result<Journey> addNode(const Journey& journey, JourneyNode node);
/// Takes the node away with every edge and baseline that names it.
[[nodiscard]] Result<Journey> removeNode(const Journey& journey, std::string_view id);
/// Replaces the node of this id; a new id in `node` is carried into edges and baselines.
[[nodiscard]] Result<Journey> setNode(const Journey& journey, std::string_view id, JourneyNode node);
[[nodiscard]] Result<Journey> renameNode(const Journey& journey, std::string_view id, std::string newId);
[[nodiscard]] Result<Journey> moveNode(const Journey& journey, std::string_view id, double x, double y);
/// Draws the node in another stage; empty = none.
[[nodiscard]] Result<Journey> moveNodeToStage(const Journey& journey, std::string_view id, std::string_view stage);
/// Gives up hand-placed positions: the layout is automatic again.
[[nodiscard]] Journey clearPositions(Journey journey);

[[nodiscard]] Result<Journey> connect(const Journey& journey, JourneyEdge edge);
[[nodiscard]] Result<Journey> disconnect(const Journey& journey, std::size_t edge);
[[nodiscard]] Result<Journey> setEdge(const Journey& journey, std::size_t edge, JourneyEdge changed);
/// Edges are tried in order: moves one to another place in it.
[[nodiscard]] Result<Journey> moveEdge(const Journey& journey, std::size_t from, std::size_t to);

[[nodiscard]] Result<Journey> addStage(const Journey& journey, JourneyStage stage, std::size_t at);
/// Takes the column away; its nodes stay, drawn in no stage.
[[nodiscard]] Result<Journey> removeStage(const Journey& journey, std::string_view id);
[[nodiscard]] Result<Journey> moveStage(const Journey& journey, std::string_view id, std::size_t to);
/// Replaces the column of this id; a new id is carried into its nodes.
[[nodiscard]] Result<Journey> setStage(const Journey& journey, std::string_view id, JourneyStage stage);

[[nodiscard]] Result<Journey> addTouchpoint(const Journey& journey, std::string_view stage, Touchpoint touchpoint);
[[nodiscard]] Result<Journey> setTouchpoint(const Journey& journey, std::string_view stage, std::string_view id,
                                            Touchpoint touchpoint);
[[nodiscard]] Result<Journey> removeTouchpoint(const Journey& journey, std::string_view stage, std::string_view id);
/// Keeps the points in the order of `at`; values outside the range are limited to it.
[[nodiscard]] Result<Journey> addEmotionPoint(const Journey& journey, std::string_view stage, EmotionPoint point);
[[nodiscard]] Result<Journey> setEmotionPoint(const Journey& journey, std::string_view stage, std::size_t index,
                                              EmotionPoint point);
[[nodiscard]] Result<Journey> removeEmotionPoint(const Journey& journey, std::string_view stage, std::size_t index);

} // namespace wayreeve::documents
