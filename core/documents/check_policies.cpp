#include "documents/check_parts.h"

#include "rules/parser.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wayreeve::documents {

namespace {

using rules::Node;
using rules::NodeKind;
using rules::Operator;

/// What a conjunction has said about one name so far.
struct Bounds {
    std::optional<Decimal> low, high;
    bool openLow = false, openHigh = false;
    std::optional<Value> equal;

    [[nodiscard]] bool contradictory() const {
        if (low && high && (*low > *high || (*low == *high && (openLow || openHigh))))
            return true;
        const Decimal* number = equal ? equal->number() : nullptr;
        return number && ((low && (*number < *low || (openLow && *number == *low))) ||
                          (high && (*number > *high || (openHigh && *number == *high))));
    }
    void atLeast(const Decimal& bound, bool open) {
        if (!low || bound > *low || (bound == *low && open)) {
            low = bound;
            openLow = open;
        }
    }
    void atMost(const Decimal& bound, bool open) {
        if (!high || bound < *high || (bound == *high && open)) {
            high = bound;
            openHigh = open;
        }
    }
};

std::optional<Value> constant(const Node& node) {
    if (node.kind == NodeKind::Literal)
        return node.value;
    if (node.kind == NodeKind::Negate && node.children[0]->kind == NodeKind::Literal)
        if (const Decimal* number = node.children[0]->value.number())
            return Value(number->negated());
    return std::nullopt;
}

class Conjunction {
public:
    /// Takes one condition that must hold too; answers whether it cannot.
    bool contradicts(const Node& node) {
        switch (node.kind) {
        case NodeKind::Literal:
            return node.value.boolean() ? !*node.value.boolean() : node.value.isNull();
        case NodeKind::And:
            return std::any_of(node.children.begin(), node.children.end(),
                               [&](const rules::NodePtr& child) { return contradicts(*child); });
        case NodeKind::Or:
            // Each way must fail together with what is known already; nothing is learned from it otherwise.
            return std::all_of(node.children.begin(), node.children.end(), [&](const rules::NodePtr& child) {
                Conjunction way = *this;
                return way.contradicts(*child);
            });
        case NodeKind::Between:
            return node.children[0]->kind == NodeKind::Name &&
                   compare(*node.children[0], Operator::GreaterEqual, *node.children[1]) |
                       compare(*node.children[0], Operator::LessEqual, *node.children[2]);
        case NodeKind::Binary:
            if (node.children[0]->kind == NodeKind::Name)
                return compare(*node.children[0], node.op, *node.children[1]);
            if (node.children[1]->kind == NodeKind::Name)
                return compare(*node.children[1], mirrored(node.op), *node.children[0]);
            return constantsDiffer(node);
        default:
            return false;
        }
    }

private:
    static bool constantsDiffer(const Node& node) {
        const std::optional<Value> left = constant(*node.children[0]);
        const std::optional<Value> right = constant(*node.children[1]);
        if (!left || !right || !left->number() || !right->number())
            return false;
        const auto order = *left->number() <=> *right->number();
        switch (node.op) {
        case Operator::Equal:
            return order != 0;
        case Operator::NotEqual:
            return order == 0;
        case Operator::Less:
            return order >= 0;
        case Operator::LessEqual:
            return order > 0;
        case Operator::Greater:
            return order <= 0;
        case Operator::GreaterEqual:
            return order < 0;
        default:
            return false;
        }
    }

    bool compare(const Node& name, Operator op, const Node& other) {
        const std::optional<Value> value = constant(other);
        if (!value)
            return false;
        Bounds& bounds = m_names[rules::dottedName(name)];
        if (op == Operator::Equal) {
            if (bounds.equal && !(*bounds.equal == *value))
                return true;
            bounds.equal = *value;
        } else if (const Decimal* number = value->number()) {
            if (op == Operator::Less || op == Operator::LessEqual)
                bounds.atMost(*number, op == Operator::Less);
            else if (op == Operator::Greater || op == Operator::GreaterEqual)
                bounds.atLeast(*number, op == Operator::Greater);
        }
        return bounds.contradictory();
    }

    std::map<std::string, Bounds> m_names;
};

template <class T>
bool allows(const std::vector<T>& list, const T& item) {
    return list.empty() || std::find(list.begin(), list.end(), item) != list.end();
}

bool binds(const Policy& policy, const Action& action) {
    const PolicyScope& scope = policy.scope;
    const bool tagged = scope.tags.empty() || std::any_of(action.tags.begin(), action.tags.end(),
                                                          [&](const auto& tag) { return allows(scope.tags, tag); });
    return tagged && allows(scope.slots, action.slot) && allows(scope.channels, action.channel) &&
           allows(scope.actions, action.id);
}

/// Follows a journey's ways and finds an action node that a cap has no room for, however the customer goes there.
class CapWalk {
public:
    CapWalk(const Workspace& workspace, const Journey& journey, const Policy& cap)
        : m_workspace(workspace)
        , m_journey(journey)
        , m_cap(cap)
        , m_window(Duration::days(cap.window == CapWindow::LocalDay ? 1 : cap.days)) {}

    const JourneyNode* starved() {
        for (const JourneyNode& node : m_journey.nodes)
            if (node.type == NodeType::Entry && !m_found)
                go(node, Duration{});
        return m_found;
    }

private:
    struct Contact {
        Duration at;
        const Action* action;
    };

    void go(const JourneyNode& node, Duration at) {
        constexpr int mostSteps = 10'000;
        if (m_found || ++m_steps > mostSteps || !m_onPath.insert(node.id).second)
            return;
        const Action* action = node.type == NodeType::Action ? m_workspace.actions->find(node.action) : nullptr;
        const bool counts = action && binds(m_cap, *action);
        if (counts && full(*action, at))
            m_found = &node;
        if (counts)
            m_contacts.push_back({at, action});
        Duration later = at;
        if (node.length && (node.type == NodeType::Wait || node.type == NodeType::WaitFor))
            later = at + *node.length;
        // An agent decides when it acts: what follows is not a fixed sequence any more.
        if (node.type != NodeType::AgentDecision)
            for (const JourneyEdge& edge : m_journey.edges)
                if (edge.from == node.id)
                    if (const JourneyNode* next = m_journey.node(edge.to))
                        go(*next, edge.on.empty() || edge.on == "timeout" ? later : at);
        if (counts)
            m_contacts.pop_back();
        m_onPath.erase(node.id);
    }

    bool full(const Action& action, Duration at) const {
        const auto same = [&](const Contact& contact) {
            const bool inWindow = at.ms - contact.at.ms < m_window.ms;
            return inWindow && (m_cap.per == CapPer::Customer ||
                                (m_cap.per == CapPer::Channel && contact.action->channel == action.channel) ||
                                (m_cap.per == CapPer::Action && contact.action->id == action.id));
        };
        return std::count_if(m_contacts.begin(), m_contacts.end(), same) >= m_cap.count;
    }

    const Workspace& m_workspace;
    const Journey& m_journey;
    const Policy& m_cap;
    Duration m_window;
    std::set<std::string_view> m_onPath;
    std::vector<Contact> m_contacts;
    const JourneyNode* m_found = nullptr;
    int m_steps = 0;
};

void checkNever(std::string_view condition, Kind kind, std::string_view id, const std::string& path,
                Findings& findings) {
    if (!condition.empty() && neverTrue(condition))
        findings.add("check.never-true", Severity::Problem, kind, id, path, {{"condition", std::string(condition)}});
}

} // namespace

bool neverTrue(std::string_view condition) {
    const Result<rules::NodePtr> tree = rules::parse(condition);
    return tree && Conjunction().contradicts(**tree);
}

void checkPolicies(const Workspace& w, Findings& findings) {
    for (const Policy& policy : w.policies->policies) {
        // A misspelt tag would switch a limit off, and nobody would see it.
        const auto& actions = w.actions->actions;
        if (std::none_of(actions.begin(), actions.end(), [&](const Action& action) { return binds(policy, action); }))
            findings.add("check.policy-binds-nothing", Severity::Problem, Kind::Policies, "policies",
                         "policies/" + policy.id + "/scope", {{"policy", policy.id}});
        checkNever(policy.when, Kind::Policies, "policies", "policies/" + policy.id + "/when", findings);
        if (policy.type != PolicyType::Cap || policy.strength != PolicyStrength::Hard)
            continue;
        for (const auto& journey : w.journeys)
            if (const JourneyNode* node = CapWalk(w, *journey, policy).starved())
                findings.add("check.cap-starves", Severity::Warning, Kind::Journey, journey->id, "nodes/" + node->id,
                             {{"policy", policy.id}, {"action", node->action}, {"node", node->id}});
    }
    for (const RiskRaise& raise : w.autonomy->raises)
        checkNever(raise.when, Kind::Autonomy, "autonomy", "raises/" + raise.id + "/when", findings);
    for (const ExceptionCondition& exception : w.autonomy->exceptions)
        checkNever(exception.when, Kind::Autonomy, "autonomy", "exceptions/" + exception.id + "/when", findings);
    for (const Action& action : w.actions->actions)
        checkNever(action.when, Kind::Actions, "actions", "actions/" + action.id + "/when", findings);
    for (const auto& journey : w.journeys)
        for (std::size_t i = 0; i < journey->edges.size(); ++i)
            checkNever(journey->edges[i].when, Kind::Journey, journey->id, "edges/#" + std::to_string(i) + "/when",
                       findings);
}

} // namespace wayreeve::documents
