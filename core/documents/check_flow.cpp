#include "documents/check_parts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace wayreeve::documents {

namespace {

using Ids = std::set<std::string_view>;
using Ways = std::map<std::string_view, std::vector<std::string_view>>;

/// Ways on from each node, an agent decision's baseline branch among them.
Ways waysOf(const Journey& journey) {
    Ways ways;
    for (const JourneyEdge& edge : journey.edges)
        if (journey.node(edge.from) && journey.node(edge.to))
            ways[edge.from].push_back(edge.to);
    for (const JourneyNode& node : journey.nodes)
        if (node.type == NodeType::AgentDecision && journey.node(node.baseline))
            ways[node.id].push_back(node.baseline);
    return ways;
}

Ids reachableFrom(std::vector<std::string_view> open, const Ways& ways) {
    Ids seen(open.begin(), open.end());
    while (!open.empty()) {
        const std::string_view node = open.back();
        open.pop_back();
        if (const auto found = ways.find(node); found != ways.end())
            for (const std::string_view next : found->second)
                if (seen.insert(next).second)
                    open.push_back(next);
    }
    return seen;
}

bool endsHere(const JourneyNode& node) {
    return node.type == NodeType::Exit || node.type == NodeType::Link;
}

bool takesTime(NodeType type, bool baselineArm) {
    return type == NodeType::Wait || type == NodeType::WaitFor || (type == NodeType::AgentDecision && !baselineArm);
}

/// A node of a cycle in which no node takes time, empty where there is none. In the baseline arm an agent decision is
/// passed through at once, by its baseline branch.
std::string_view timelessLoop(const Journey& journey, bool baselineArm) {
    Ways ways;
    for (const JourneyEdge& edge : journey.edges) {
        const JourneyNode* from = journey.node(edge.from);
        if (from && !takesTime(from->type, baselineArm) && from->type != NodeType::AgentDecision)
            ways[edge.from].push_back(edge.to);
    }
    if (baselineArm)
        for (const JourneyNode& node : journey.nodes)
            if (node.type == NodeType::AgentDecision && !node.baseline.empty())
                ways[node.id].push_back(node.baseline);
    for (const JourneyNode& node : journey.nodes) {
        const auto found = ways.find(node.id);
        if (found != ways.end() && reachableFrom(found->second, ways).contains(node.id))
            return node.id;
    }
    return {};
}

void checkWays(const Journey& journey, Findings& findings) {
    const Ways ways = waysOf(journey);
    std::vector<std::string_view> entries;
    std::vector<std::string_view> ends;
    Ways back;
    for (const auto& [from, targets] : ways)
        for (const std::string_view to : targets)
            back[to].push_back(from);
    for (const JourneyNode& node : journey.nodes) {
        if (node.type == NodeType::Entry)
            entries.push_back(node.id);
        if (endsHere(node) || !ways.contains(node.id))
            ends.push_back(node.id);
    }
    const Ids reached = reachableFrom(entries, ways);
    const Ids leaving = reachableFrom(ends, back);
    bool endless = false;
    for (const JourneyNode& node : journey.nodes) {
        const std::string path = "nodes/" + node.id;
        if (!endsHere(node) && !ways.contains(node.id))
            findings.add("check.dead-end", Severity::Problem, Kind::Journey, journey.id, path, {{"node", node.id}},
                         "fix.add-exit");
        if (!reached.contains(node.id))
            findings.add("check.unreachable", Severity::Warning, Kind::Journey, journey.id, path, {{"node", node.id}},
                         "fix.remove-node");
        else if (!leaving.contains(node.id) && !endless) {
            endless = true; // one report for the whole loop
            findings.add("check.endless-loop", Severity::Problem, Kind::Journey, journey.id, path, {{"node", node.id}});
        }
    }
    for (const bool baselineArm : {false, true})
        if (const std::string_view node = timelessLoop(journey, baselineArm); !node.empty()) {
            findings.add("check.loop-without-time", Severity::Problem, Kind::Journey, journey.id,
                         "nodes/" + std::string(node), {{"node", std::string(node)}});
            break;
        }
}

void checkNodes(const Journey& journey, Findings& findings) {
    for (const JourneyNode& node : journey.nodes) {
        const std::string path = "nodes/" + node.id;
        if (node.type == NodeType::Handoff && node.owner.empty())
            findings.add("check.handoff-without-owner", Severity::Problem, Kind::Journey, journey.id, path,
                         {{"node", node.id}}, "fix.set-owner");
        if (node.type == NodeType::AgentDecision && node.baseline.empty() && journey.experiment)
            findings.add("check.no-baseline", Severity::Warning, Kind::Journey, journey.id, path, {{"node", node.id}},
                         "fix.set-baseline");
        if (node.type != NodeType::Branch)
            continue;
        const auto leaves = [&](const JourneyEdge& edge) { return edge.from == node.id; };
        const auto isDefault = [&](const JourneyEdge& edge) { return edge.from == node.id && edge.when.empty(); };
        if (std::any_of(journey.edges.begin(), journey.edges.end(), leaves) &&
            std::none_of(journey.edges.begin(), journey.edges.end(), isDefault))
            findings.add("check.branch-without-default", Severity::Warning, Kind::Journey, journey.id, path,
                         {{"node", node.id}});
    }
}

} // namespace

void checkFlow(const Workspace& workspace, Findings& findings) {
    for (const auto& journey : workspace.journeys) {
        checkWays(*journey, findings);
        checkNodes(*journey, findings);
    }
}

} // namespace wayreeve::documents
