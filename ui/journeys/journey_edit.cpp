#include "ui/journeys/journey_edit.h"

#include "documents/resolve.h"

#include <algorithm>
#include <cctype>

namespace wayreeve::ui {

using documents::Journey;
using documents::JourneyEdge;
using documents::JourneyNode;
using documents::JourneyStage;
using documents::NodeType;

MapItem edgeItem(const Journey& journey, std::size_t index) {
    const JourneyEdge& edge = journey.edges[index];
    int ordinal = 0;
    for (std::size_t i = 0; i < index; ++i)
        ordinal += journey.edges[i].from == edge.from && journey.edges[i].to == edge.to;
    return MapItem::edge(edge.from, edge.to, ordinal);
}

int edgeIndex(const Journey& journey, const MapItem& item) {
    int ordinal = item.ordinal;
    for (std::size_t i = 0; i < journey.edges.size(); ++i)
        if (journey.edges[i].from == item.id && journey.edges[i].to == item.part && ordinal-- == 0)
            return static_cast<int>(i);
    return -1;
}

bool contains(const Journey& journey, const MapItem& item) {
    switch (item.kind) {
    case MapItem::Kind::None:
        return false;
    case MapItem::Kind::Stage:
        return journey.stage(item.id) != nullptr;
    case MapItem::Kind::Node:
        return journey.node(item.id) != nullptr;
    case MapItem::Kind::Edge:
        return edgeIndex(journey, item) >= 0;
    case MapItem::Kind::Touchpoint:
        break;
    }
    const JourneyStage* stage = journey.stage(item.part);
    return stage && std::any_of(stage->touchpoints.begin(), stage->touchpoints.end(),
                                [&item](const auto& touchpoint) { return touchpoint.id == item.id; });
}

namespace edit {

namespace {

JourneyNode* find(Journey& journey, const std::string& id) {
    for (JourneyNode& node : journey.nodes)
        if (node.id == id)
            return &node;
    return nullptr;
}

JourneyStage* findStage(Journey& journey, const std::string& id) {
    for (JourneyStage& stage : journey.stages)
        if (stage.id == id)
            return &stage;
    return nullptr;
}

std::string slug(std::string_view words, std::string_view fallback) {
    std::string text;
    for (const char c : words) {
        const auto letter = static_cast<unsigned char>(c);
        if (letter < 128 && std::isalnum(letter))
            text += static_cast<char>(std::tolower(letter));
        else if (!text.empty() && text.back() != '-')
            text += '-';
    }
    while (!text.empty() && text.back() == '-')
        text.pop_back();
    if (text.empty() || !std::isalpha(static_cast<unsigned char>(text.front())))
        text = std::string(fallback) + (text.empty() ? "" : "-" + text);
    return text;
}

template <class Taken>
std::string freeId(const std::string& base, const Taken& taken) {
    std::string id = base;
    for (int n = 2; taken(id); ++n)
        id = base + "-" + std::to_string(n);
    return id;
}

void clearUnfit(JourneyNode& node) {
    const auto keep = [&node](std::string_view key, auto& member) {
        if (!documents::nodeMayHave(node.type, key))
            member = {};
    };
    keep("event", node.event);
    keep("when", node.when);
    keep("length", node.length);
    keep("action", node.action);
    keep("content", node.content);
    keep("agent", node.agent);
    keep("goal", node.goal);
    keep("baseline", node.baseline);
    keep("owner", node.owner);
    keep("trait", node.trait);
    keep("value", node.value);
    keep("journey", node.journey);
    keep("reason", node.reason);
}

} // namespace

bool canLeave(NodeType type) {
    return type != NodeType::Exit && type != NodeType::Link;
}

std::string freeNodeId(const Journey& journey, std::string_view words) {
    return freeId(slug(words, "step"), [&journey](const std::string& id) { return journey.node(id) != nullptr; });
}

Edited addNode(const Journey& journey, JourneyNode node) {
    Edited edited{journey, {}};
    node.id = freeNodeId(journey, node.id.empty() ? node.name : node.id);
    if (!journey.stage(node.stage) && !journey.stages.empty())
        node.stage = journey.stages.front().id;
    edited.selection = {MapItem::node(node.id)};
    edited.journey.nodes.push_back(std::move(node));
    return edited;
}

Edited appendNode(const Journey& journey, const std::string& after, JourneyNode node) {
    const JourneyNode* previous = journey.node(after);
    if (!previous)
        return addNode(journey, std::move(node));
    if (node.stage.empty())
        node.stage = previous->stage;
    const bool leaves = canLeave(node.type);
    Edited edited = addNode(journey, std::move(node));
    if (!canLeave(previous->type))
        return edited;
    const std::string id = edited.selection.front().id;
    auto& nodes = edited.journey.nodes;
    const auto place = std::find_if(nodes.begin(), nodes.end(), [&](const auto& n) { return n.id == after; });
    std::rotate(std::next(place), std::prev(nodes.end()), nodes.end());
    auto& edges = edited.journey.edges;
    const auto plain = std::find_if(edges.begin(), edges.end(), [&](const JourneyEdge& edge) {
        return edge.from == after && edge.when.empty() && edge.on.empty();
    });
    if (plain == edges.end()) {
        edges.push_back({after, id, {}, {}, {}});
    } else if (leaves) {
        const std::string target = plain->to;
        plain->to = id;
        edges.insert(std::next(plain), JourneyEdge{id, target, {}, {}, {}});
    }
    return edited;
}

Edited addTouchpoint(const Journey& journey, const std::string& stageId, const std::string& name) {
    Edited edited{journey, {}};
    JourneyStage* stage = findStage(edited.journey, stageId);
    if (!stage)
        return edited;
    const std::string id = freeId(slug(name, "touchpoint"), [stage](const std::string& candidate) {
        return std::any_of(stage->touchpoints.begin(), stage->touchpoints.end(),
                           [&](const auto& touchpoint) { return touchpoint.id == candidate; });
    });
    stage->touchpoints.push_back({id, name, documents::Channel::None, {}});
    edited.selection = {MapItem::touchpoint(stageId, id)};
    return edited;
}

Edited connect(const Journey& journey, const std::string& from, const std::string& to) {
    Edited edited{journey, {}};
    const JourneyNode* source = journey.node(from);
    const JourneyNode* target = journey.node(to);
    if (!source || !target || from == to || !canLeave(source->type) || target->type == NodeType::Entry)
        return edited;
    const bool known = std::any_of(journey.edges.begin(), journey.edges.end(), [&](const JourneyEdge& edge) {
        return edge.from == from && edge.to == to && edge.when.empty() && edge.on.empty();
    });
    if (known)
        return edited;
    JourneyEdge edge{from, to, {}, {}, {}};
    const auto leads = [&](std::string_view on) {
        return std::any_of(journey.edges.begin(), journey.edges.end(),
                           [&](const JourneyEdge& e) { return e.from == from && e.on == on; });
    };
    // What such a step can come to, in the order in which people draw it.
    if (source->type == NodeType::WaitFor)
        edge.on = leads("event") ? (leads("timeout") ? "" : "timeout") : "event";
    else if (source->type == NodeType::AgentDecision)
        edge.on = leads("goal") ? (leads("limit") ? "" : "limit") : "goal";
    edited.journey.edges.push_back(edge);
    edited.selection = {edgeItem(edited.journey, edited.journey.edges.size() - 1)};
    return edited;
}

Edited remove(const Journey& journey, const Selection& items) {
    Edited edited{journey, {}};
    std::vector<std::size_t> lost;
    for (const MapItem& item : items)
        if (const int index = edgeIndex(journey, item); item.kind == MapItem::Kind::Edge && index >= 0)
            lost.push_back(static_cast<std::size_t>(index));
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    Journey& next = edited.journey;
    for (auto index = lost.rbegin(); index != lost.rend(); ++index)
        next.edges.erase(next.edges.begin() + static_cast<std::ptrdiff_t>(*index));
    for (const MapItem& item : items) {
        if (item.kind == MapItem::Kind::Node) {
            std::erase_if(next.nodes, [&](const JourneyNode& node) { return node.id == item.id; });
            std::erase_if(next.edges, [&](const JourneyEdge& e) { return e.from == item.id || e.to == item.id; });
            for (JourneyNode& node : next.nodes)
                if (node.baseline == item.id)
                    node.baseline.clear();
        } else if (item.kind == MapItem::Kind::Touchpoint) {
            if (JourneyStage* stage = findStage(next, item.part))
                std::erase_if(stage->touchpoints, [&](const auto& touchpoint) { return touchpoint.id == item.id; });
        }
    }
    return edited;
}

Edited duplicate(const Journey& journey, const Selection& items) {
    Edited edited{journey, {}};
    for (const MapItem& item : items) {
        if (const JourneyNode* node = journey.node(item.id); item.kind == MapItem::Kind::Node && node) {
            JourneyNode copy = *node;
            copy.x.reset();
            copy.y.reset();
            Edited more = addNode(edited.journey, std::move(copy));
            edited.journey = std::move(more.journey);
            edited.selection.push_back(more.selection.front());
        } else if (const JourneyStage* stage = journey.stage(item.part);
                   item.kind == MapItem::Kind::Touchpoint && stage)
            for (const auto& touchpoint : stage->touchpoints)
                if (touchpoint.id == item.id) {
                    Edited more = addTouchpoint(edited.journey, item.part, touchpoint.name);
                    auto& copy = findStage(more.journey, item.part)->touchpoints.back();
                    copy.channel = touchpoint.channel;
                    copy.event = touchpoint.event;
                    edited.journey = std::move(more.journey);
                    edited.selection.push_back(more.selection.front());
                }
    }
    return edited;
}

Journey rename(const Journey& journey, const MapItem& item, const std::string& name) {
    Journey next = journey;
    if (item.kind == MapItem::Kind::Node) {
        if (JourneyNode* node = find(next, item.id))
            node->name = name;
    } else if (item.kind == MapItem::Kind::Edge) {
        if (const int index = edgeIndex(next, item); index >= 0)
            next.edges[static_cast<std::size_t>(index)].label = name;
    } else if (item.kind == MapItem::Kind::Touchpoint) {
        if (JourneyStage* stage = findStage(next, item.part))
            for (auto& touchpoint : stage->touchpoints)
                if (touchpoint.id == item.id)
                    touchpoint.name = name;
    }
    return next;
}

Journey place(const Journey& journey, const std::string& id, double x, double y, const std::string& stage) {
    Journey next = journey;
    if (JourneyNode* node = find(next, id)) {
        node->x = x;
        node->y = y;
        if (journey.stage(stage))
            node->stage = stage;
    }
    return next;
}

Journey unplace(const Journey& journey, const Selection& items) {
    Journey next = journey;
    for (JourneyNode& node : next.nodes)
        if (items.empty() || std::find(items.begin(), items.end(), MapItem::node(node.id)) != items.end()) {
            node.x.reset();
            node.y.reset();
        }
    return next;
}

Journey retype(const Journey& journey, const std::string& id, NodeType type) {
    Journey next = journey;
    JourneyNode* node = find(next, id);
    if (!node)
        return next;
    node->type = type;
    clearUnfit(*node);
    if (!canLeave(type))
        std::erase_if(next.edges, [&](const JourneyEdge& edge) { return edge.from == id; });
    if (type == NodeType::Entry)
        std::erase_if(next.edges, [&](const JourneyEdge& edge) { return edge.to == id; });
    return next;
}

Journey setNode(const Journey& journey, const JourneyNode& node) {
    Journey next = journey;
    if (JourneyNode* known = find(next, node.id))
        *known = node;
    return next;
}

Journey setStage(const Journey& journey, const JourneyStage& stage) {
    Journey next = journey;
    if (JourneyStage* known = findStage(next, stage.id))
        *known = stage;
    return next;
}

Journey setEdge(const Journey& journey, const MapItem& item, const JourneyEdge& edge) {
    Journey next = journey;
    if (const int index = edgeIndex(next, item); index >= 0)
        next.edges[static_cast<std::size_t>(index)] = edge;
    return next;
}

} // namespace edit

} // namespace wayreeve::ui
