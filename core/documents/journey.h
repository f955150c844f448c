#pragma once

#include "base/time.h"
#include "base/value.h"
#include "documents/agents.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

enum class Evidence : std::uint8_t { None, Partly, Full };

struct Touchpoint {
    std::string id;
    std::string name;
    Channel channel = Channel::None;
    std::string event; ///< tracking-plan event that shows it happened; empty = not observed
    bool operator==(const Touchpoint&) const = default;
};

/// One point of the planned emotion curve; `at` in [0, 1] within its stage, `value` in [−2, 2].
struct EmotionPoint {
    double at = 0.5;
    double value = 0;
    std::string note;
    bool operator==(const EmotionPoint&) const = default;
};

struct FailureMode {
    std::string what;
    std::string fallback; ///< empty is a problem that `check` reports
    bool operator==(const FailureMode&) const = default;
};

struct HandoffPoint {
    std::string to;    ///< role or team
    std::string owner; ///< person id; empty is a problem
    std::string when;
    bool operator==(const HandoffPoint&) const = default;
};

/// One column of the lanes layout. `id` names an entry of stages.yaml; everything else is what the designer wrote.
struct JourneyStage {
    std::string id;
    std::string customerGoal;
    std::string expectation;
    std::vector<Touchpoint> touchpoints;
    std::vector<EmotionPoint> emotion;
    std::vector<std::string> friction;
    std::vector<HandoffPoint> handoffs;
    std::vector<std::string> dependencies;
    std::vector<FailureMode> failureModes;
    std::string humanEffort;
    std::string costOfDelay;
    std::vector<std::string> data;
    std::vector<std::string> kpis;
    std::string owner; ///< person id
    Evidence evidence = Evidence::None;
    bool operator==(const JourneyStage&) const = default;
};

enum class NodeType : std::uint8_t {
    Entry,
    Wait,
    WaitFor,
    Branch,
    Action,
    AgentDecision,
    Handoff,
    Experiment,
    Update,
    Link,
    Exit
};

/// One executable node of the flow. Which fields count depends on `type`; the reader refuses fields of other types.
struct JourneyNode {
    std::string id;
    NodeType type = NodeType::Exit;
    std::string name;
    std::string stage;              ///< journey stage that the node is drawn in
    std::string event;              ///< Entry, WaitFor: tracking-plan event
    std::string when;               ///< Entry, WaitFor: FEEL filter on that event
    std::optional<Duration> length; ///< Wait: how long; WaitFor: timeout; AgentDecision: time limit
    std::string action;             ///< Action; Handoff: the action that hands over
    std::string content;            ///< Action: content id, empty = the action's first approved content
    std::string agent;              ///< AgentDecision
    std::string goal;               ///< AgentDecision
    std::string baseline;           ///< AgentDecision: id of the node where the baseline branch starts
    std::string owner;              ///< Handoff: person id
    std::string trait;              ///< Update: customer trait
    std::string value;              ///< Update: FEEL
    std::string journey;            ///< Link
    std::string reason;             ///< Exit
    std::optional<double> x;        ///< hand-placed position in the flow layout, 100 % pixels; absent = automatic
    std::optional<double> y;
    bool operator==(const JourneyNode&) const = default;
};

/// `when` (FEEL) for Branch; `on` for WaitFor ("event" or "timeout") and AgentDecision (an action id, "goal", "limit").
/// An edge without either is the default way on. Edges are tried in their order.
struct JourneyEdge {
    std::string from;
    std::string to;
    std::string when;
    std::string on;
    std::string label;
    bool operator==(const JourneyEdge&) const = default;
};

/// Leaves the journey from wherever the customer stands, and may enter another at once.
struct ExitRule {
    std::string id;
    std::string stage; ///< on reaching this stage
    std::string event; ///< or on this event
    std::string when;  ///< FEEL; with either, or alone
    std::string enter; ///< journey id
    bool operator==(const ExitRule&) const = default;
};

enum class ReEntry : std::uint8_t { Never, After, Always };

/// A journey map: lanes and flow are two layouts of this one model (D1).
struct Journey {
    std::string id;
    std::string name;
    std::string objective;
    std::string owner;           ///< person id
    std::string learningGoal;    ///< goal id
    std::string state = "to-be"; ///< "as-is" or "to-be"
    bool experiment = true;      ///< false: service duty, every arm is agentic
    ReEntry reEntry = ReEntry::Never;
    std::optional<Duration> reEntryAfter;
    std::vector<JourneyStage> stages;
    std::vector<JourneyNode> nodes;
    std::vector<JourneyEdge> edges;
    std::vector<ExitRule> exits;

    [[nodiscard]] const JourneyNode* node(std::string_view nodeId) const;
    [[nodiscard]] const JourneyStage* stage(std::string_view stageId) const;
    bool operator==(const Journey&) const = default;
};

/// Whether a journey is one of accounts: every agent that decides in it, and one at least, has that subject. check
/// refuses a mixture, which is one of people.
[[nodiscard]] bool isOfAccounts(const Journey& journey, const AgentRoster& agents);

} // namespace wayreeve::documents
