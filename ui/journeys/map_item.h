#pragma once

#include "documents/journey.h"

#include <compare>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// Something on a journey map that can be selected, named the same in lanes, flow, outline and problems.
/// Stage: `id` is the stage. Touchpoint: `id`, and its stage in `part`. Node: `id`.
/// Edge: from `id` to `part`, the `ordinal`-th of those between the two, in their order.
struct MapItem {
    enum class Kind { None, Stage, Touchpoint, Node, Edge };
    Kind kind = Kind::None;
    std::string id;
    std::string part;
    int ordinal = 0;

    static MapItem stage(std::string id) { return {Kind::Stage, std::move(id), {}, 0}; }
    static MapItem touchpoint(std::string stage, std::string id) {
        return {Kind::Touchpoint, std::move(id), std::move(stage), 0};
    }
    static MapItem node(std::string id) { return {Kind::Node, std::move(id), {}, 0}; }
    static MapItem edge(std::string from, std::string to, int ordinal = 0) {
        return {Kind::Edge, std::move(from), std::move(to), ordinal};
    }
    auto operator<=>(const MapItem&) const = default;
};

using Selection = std::vector<MapItem>;

/// The item of an edge, and the index of an edge's item; −1 where the journey has no such edge.
[[nodiscard]] MapItem edgeItem(const documents::Journey& journey, std::size_t index);
[[nodiscard]] int edgeIndex(const documents::Journey& journey, const MapItem& item);
[[nodiscard]] bool contains(const documents::Journey& journey, const MapItem& item);

} // namespace wayreeve::ui
