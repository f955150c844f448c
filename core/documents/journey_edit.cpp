#include "documents/journey_edit.h"

#include "base/text.h"
#include "documents/design_bindings.h"
#include "documents/resolve.h"
#include "documents/writer.h"

#include <algorithm>
#include <set>

namespace wayreeve::documents {

namespace {

Error about(const char* code, std::string_view id) {
    return {code, {{"id", std::string(id)}}, {}, 0, 0};
}

template <class T>
T* findIn(std::vector<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

/// May this id be used for a new thing, or for one that is called `own` now?
template <class T>
Result<void> freeId(const std::vector<T>& list, const std::string& id, std::string_view own = {}) {
    if (!isDocumentId(id))
        return about("edit.bad-id", id);
    const bool taken = id != own && std::any_of(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
    return taken ? about("edit.id-taken", id) : Result<void>{};
}

std::optional<Error> unfitKey(const JourneyNode& node) {
    const YamlNode written = Writer::write(node, Spec{});
    for (const YamlMember& member : written.members)
        if (!nodeMayHave(node.type, member.key.text))
            return Error{
                "edit.unfit-key", {{"key", member.key.text}, {"type", std::string(enumName(node.type))}}, {}, 0, 0};
    return std::nullopt;
}

/// A node as it may stand in this journey.
Result<void> fits(const Journey& journey, const JourneyNode& node, std::string_view own) {
    if (Result<void> id = freeId(journey.nodes, node.id, own); !id)
        return id;
    if (!node.stage.empty() && !journey.stage(node.stage))
        return about("edit.no-such-stage", node.stage);
    const bool toItself = node.baseline == node.id || (!own.empty() && node.baseline == own);
    if (!node.baseline.empty() && !toItself && !journey.node(node.baseline))
        return about("edit.no-such-node", node.baseline);
    if (std::optional<Error> unfit = unfitKey(node))
        return *std::move(unfit);
    return {};
}

bool sameEdge(const JourneyEdge& a, const JourneyEdge& b) {
    return a.from == b.from && a.to == b.to && a.when == b.when && a.on == b.on;
}

/// An edge as it may stand beside all others but `except`.
Result<void> fits(const Journey& journey, const JourneyEdge& edge, std::size_t except) {
    for (const std::string& end : {edge.from, edge.to})
        if (!journey.node(end))
            return about("edit.no-such-node", end);
    for (std::size_t i = 0; i < journey.edges.size(); ++i)
        if (i != except && sameEdge(journey.edges[i], edge))
            return Error{"edit.same-edge", {{"from", edge.from}, {"to", edge.to}}, {}, 0, 0};
    return {};
}

EmotionPoint limited(EmotionPoint point) {
    point.at = std::clamp(point.at, 0.0, 1.0);
    point.value = std::clamp(point.value, -2.0, 2.0);
    return point;
}

void sortEmotion(JourneyStage& stage) {
    std::stable_sort(stage.emotion.begin(), stage.emotion.end(),
                     [](const EmotionPoint& a, const EmotionPoint& b) { return a.at < b.at; });
}

/// Changes one stage of a copy.
template <class Change>
Result<Journey> inStage(const Journey& journey, std::string_view id, const Change& change) {
    Journey edited = journey;
    JourneyStage* stage = findIn(edited.stages, id);
    if (!stage)
        return about("edit.no-such-stage", id);
    if (Result<void> done = change(*stage); !done)
        return done.error();
    return edited;
}

template <class T>
void moveItem(std::vector<T>& list, std::size_t from, std::size_t to) {
    T item = std::move(list[from]);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(from));
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(to, list.size())), std::move(item));
}

template <class T>
void checkIds(const std::vector<T>& list, std::vector<Error>& errors) {
    std::set<std::string_view> seen;
    for (const T& item : list) {
        if (!isDocumentId(item.id))
            errors.push_back(about("edit.bad-id", item.id));
        if (!seen.insert(item.id).second)
            errors.push_back(about("edit.id-taken", item.id));
    }
}

} // namespace

std::vector<Error> invariantViolations(const Journey& journey) {
    std::vector<Error> errors;
    if (!isDocumentId(journey.id))
        errors.push_back(about("edit.bad-id", journey.id));
    checkIds(journey.nodes, errors);
    checkIds(journey.stages, errors);
    for (const JourneyNode& node : journey.nodes)
        if (const Result<void> fit = fits(journey, node, node.id); !fit)
            errors.push_back(fit.error());
    for (std::size_t i = 0; i < journey.edges.size(); ++i)
        if (const Result<void> fit = fits(journey, journey.edges[i], i); !fit)
            errors.push_back(fit.error());
    for (const JourneyStage& stage : journey.stages) {
        checkIds(stage.touchpoints, errors);
        for (const EmotionPoint& point : stage.emotion)
            if (!(limited(point) == point))
                errors.push_back(about("edit.no-such-item", stage.id));
    }
    return errors;
}

std::string freeNodeId(const Journey& journey, std::string_view base) {
    std::string id(base);
    for (int number = 2; journey.node(id); ++number)
        id = std::string(base) + "-" + std::to_string(number);
    return id;
}

Result<Journey> addNode(const Journey& journey, JourneyNode node) {
    if (const Result<void> fit = fits(journey, node, {}); !fit)
        return fit.error();
    Journey edited = journey;
    edited.nodes.push_back(std::move(node));
    return edited;
}

Result<Journey> removeNode(const Journey& journey, std::string_view id) {
    if (!journey.node(id))
        return about("edit.no-such-node", id);
    const std::string name(id); // `id` may point into what is taken away
    Journey edited = journey;
    std::erase_if(edited.nodes, [&](const JourneyNode& node) { return node.id == name; });
    std::erase_if(edited.edges, [&](const JourneyEdge& edge) { return edge.from == name || edge.to == name; });
    for (JourneyNode& node : edited.nodes)
        if (node.baseline == name)
            node.baseline.clear();
    return edited;
}

Result<Journey> setNode(const Journey& journey, std::string_view id, JourneyNode node) {
    if (!journey.node(id))
        return about("edit.no-such-node", id);
    if (const Result<void> fit = fits(journey, node, id); !fit)
        return fit.error();
    const std::string old(id);
    const std::string renamed = node.id;
    Journey edited = journey;
    *findIn(edited.nodes, old) = std::move(node);
    for (JourneyEdge& edge : edited.edges) {
        if (edge.from == old)
            edge.from = renamed;
        if (edge.to == old)
            edge.to = renamed;
    }
    for (JourneyNode& other : edited.nodes)
        if (other.baseline == old)
            other.baseline = renamed;
    return edited;
}

Result<Journey> renameNode(const Journey& journey, std::string_view id, std::string newId) {
    const JourneyNode* node = journey.node(id);
    if (!node)
        return about("edit.no-such-node", id);
    JourneyNode renamed = *node;
    renamed.id = std::move(newId);
    return setNode(journey, id, std::move(renamed));
}

Result<Journey> moveNode(const Journey& journey, std::string_view id, double x, double y) {
    Journey edited = journey;
    JourneyNode* node = findIn(edited.nodes, id);
    if (!node)
        return about("edit.no-such-node", id);
    node->x = x;
    node->y = y;
    return edited;
}

Result<Journey> moveNodeToStage(const Journey& journey, std::string_view id, std::string_view stage) {
    if (!stage.empty() && !journey.stage(stage))
        return about("edit.no-such-stage", stage);
    Journey edited = journey;
    JourneyNode* node = findIn(edited.nodes, id);
    if (!node)
        return about("edit.no-such-node", id);
    node->stage = stage;
    return edited;
}

Journey clearPositions(Journey journey) {
    for (JourneyNode& node : journey.nodes) {
        node.x.reset();
        node.y.reset();
    }
    return journey;
}

Result<Journey> connect(const Journey& journey, JourneyEdge edge) {
    if (const Result<void> fit = fits(journey, edge, journey.edges.size()); !fit)
        return fit.error();
    Journey edited = journey;
    edited.edges.push_back(std::move(edge));
    return edited;
}

Result<Journey> disconnect(const Journey& journey, std::size_t edge) {
    if (edge >= journey.edges.size())
        return Error{"edit.no-such-edge", {}, {}, 0, 0};
    Journey edited = journey;
    edited.edges.erase(edited.edges.begin() + static_cast<std::ptrdiff_t>(edge));
    return edited;
}

Result<Journey> setEdge(const Journey& journey, std::size_t edge, JourneyEdge changed) {
    if (edge >= journey.edges.size())
        return Error{"edit.no-such-edge", {}, {}, 0, 0};
    if (const Result<void> fit = fits(journey, changed, edge); !fit)
        return fit.error();
    Journey edited = journey;
    edited.edges[edge] = std::move(changed);
    return edited;
}

Result<Journey> moveEdge(const Journey& journey, std::size_t from, std::size_t to) {
    if (from >= journey.edges.size() || to >= journey.edges.size())
        return Error{"edit.no-such-edge", {}, {}, 0, 0};
    Journey edited = journey;
    moveItem(edited.edges, from, to);
    return edited;
}

Result<Journey> addStage(const Journey& journey, JourneyStage stage, std::size_t at) {
    if (const Result<void> id = freeId(journey.stages, stage.id); !id)
        return id.error();
    Journey edited = journey;
    edited.stages.insert(edited.stages.begin() + static_cast<std::ptrdiff_t>(std::min(at, edited.stages.size())),
                         std::move(stage));
    return edited;
}

Result<Journey> removeStage(const Journey& journey, std::string_view id) {
    if (!journey.stage(id))
        return about("edit.no-such-stage", id);
    const std::string name(id);
    Journey edited = journey;
    std::erase_if(edited.stages, [&](const JourneyStage& stage) { return stage.id == name; });
    for (JourneyNode& node : edited.nodes)
        if (node.stage == name)
            node.stage.clear();
    return edited;
}

Result<Journey> moveStage(const Journey& journey, std::string_view id, std::size_t to) {
    for (std::size_t i = 0; i < journey.stages.size(); ++i)
        if (journey.stages[i].id == id) {
            Journey edited = journey;
            moveItem(edited.stages, i, to);
            return edited;
        }
    return about("edit.no-such-stage", id);
}

Result<Journey> setStage(const Journey& journey, std::string_view id, JourneyStage stage) {
    if (!journey.stage(id))
        return about("edit.no-such-stage", id);
    if (const Result<void> free = freeId(journey.stages, stage.id, id); !free)
        return free.error();
    const std::string old(id);
    Journey edited = journey;
    for (EmotionPoint& point : stage.emotion)
        point = limited(point);
    for (JourneyNode& node : edited.nodes)
        if (node.stage == old)
            node.stage = stage.id;
    *findIn(edited.stages, old) = std::move(stage);
    return edited;
}

Result<Journey> addTouchpoint(const Journey& journey, std::string_view stage, Touchpoint touchpoint) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        if (Result<void> free = freeId(s.touchpoints, touchpoint.id); !free)
            return free;
        s.touchpoints.push_back(std::move(touchpoint));
        return {};
    });
}

Result<Journey> setTouchpoint(const Journey& journey, std::string_view stage, std::string_view id,
                              Touchpoint touchpoint) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        Touchpoint* old = findIn(s.touchpoints, id);
        if (!old)
            return about("edit.no-such-item", id);
        if (Result<void> free = freeId(s.touchpoints, touchpoint.id, id); !free)
            return free;
        *old = std::move(touchpoint);
        return {};
    });
}

Result<Journey> removeTouchpoint(const Journey& journey, std::string_view stage, std::string_view id) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        const bool removed = std::erase_if(s.touchpoints, [&](const Touchpoint& t) { return t.id == id; }) > 0;
        return removed ? Result<void>{} : about("edit.no-such-item", id);
    });
}

Result<Journey> addEmotionPoint(const Journey& journey, std::string_view stage, EmotionPoint point) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        s.emotion.push_back(limited(std::move(point)));
        sortEmotion(s);
        return {};
    });
}

Result<Journey> setEmotionPoint(const Journey& journey, std::string_view stage, std::size_t index, EmotionPoint point) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        if (index >= s.emotion.size())
            return about("edit.no-such-item", stage);
        s.emotion[index] = limited(std::move(point));
        sortEmotion(s);
        return {};
    });
}

Result<Journey> removeEmotionPoint(const Journey& journey, std::string_view stage, std::size_t index) {
    return inStage(journey, stage, [&](JourneyStage& s) -> Result<void> {
        if (index >= s.emotion.size())
            return about("edit.no-such-item", stage);
        s.emotion.erase(s.emotion.begin() + static_cast<std::ptrdiff_t>(index));
        return {};
    });
}

} // namespace wayreeve::documents
