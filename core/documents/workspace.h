#pragma once

#include "base/hash.h"
#include "documents/actions.h"
#include "documents/agents.h"
#include "documents/autonomy.h"
#include "documents/connectors.h"
#include "documents/content.h"
#include "documents/goals.h"
#include "documents/journey.h"
#include "documents/mapping.h"
#include "documents/measures.h"
#include "documents/people.h"
#include "documents/policies.h"
#include "documents/population.h"
#include "documents/signals.h"
#include "documents/stages.h"
#include "documents/story.h"
#include "documents/tables.h"
#include "documents/tracking_plan.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wayreeve::documents {

/// workspace.yaml: what holds for everything in the folder.
struct Settings {
    std::string id;
    std::string name;
    std::string description;
    std::string currency = "EUR";
    std::string locale = "en";
    std::vector<std::string> zones; ///< plausible customer zones; the first is the workspace's own
    bool demo = false;              ///< people may be switched without a passphrase, and it says so
    int agentic = 85;               ///< arms in percent; the three add up to 100
    int control = 5;
    int baseline = 10;
    Duration epoch = Duration::minutes(15);
    std::optional<double> exploreLow = 0.10; ///< absent = unbounded ("none" in YAML)
    std::optional<double> exploreMedium = 0.05;
    double exploreFloor = 0;
    std::vector<Factor> switchedOff{}; ///< factors of the priority that do not count
    /// Between agents, priorities within this share of the higher one are as good as equal: who was contacted by the
    /// agent least recently goes first, then the customer's channel. 0: the priority alone decides.
    double arbitrationMargin = 0;
    std::string preferredChannel{}; ///< the trait that names it ("email"); empty = none does
    bool stitching = false;         ///< anonymous sessions join the customer they belong to in all probability
    Duration undoMerges = Duration::days(90); ///< how long a live run keeps what undoing a merge takes; 0 = not at all
    std::string connectorUrl;                 ///< receiver for the "http" connector; empty = not connected
    std::vector<ConnectorSettings> connectors;
    FactSettings facts;
    bool operator==(const Settings&) const = default;
};

/// Everything that a workspace folder says, read and resolved. Immutable once built; shared between threads.
struct Workspace {
    Settings settings;
    std::vector<std::shared_ptr<const Journey>> journeys; ///< by id
    std::shared_ptr<const AutonomyMatrix> autonomy;
    std::shared_ptr<const PolicyStack> policies;
    std::shared_ptr<const ActionCatalogue> actions;
    std::shared_ptr<const ContentLibrary> content;
    std::shared_ptr<const AgentRoster> agents;
    std::shared_ptr<const GoalList> goals;
    std::shared_ptr<const SignalBook> signals;
    std::shared_ptr<const StageList> stages;
    std::shared_ptr<const MeasureBook> measures;
    std::shared_ptr<const TrackingPlan> trackingPlan;
    std::shared_ptr<const PeopleList> people;
    std::vector<std::shared_ptr<const Population>> populations; ///< by id
    std::shared_ptr<const StoryList> stories;                   ///< of all files, in file order
    std::optional<Mapping> mapping;
    std::vector<std::shared_ptr<const DecisionTable>> tables; ///< by id

    /// Elements switched off for mutation testing ("policies/margin-floor"): they stay named, without effect. Rooms ask
    /// isOff() while they compile. Forms: policies/ID, actions/ID, content/ID, agents/ID, goals/ID, signals/ID,
    /// stages/ID, measures/ID, journeys/ID, journeys/ID/NODE, autonomy/raises/ID, autonomy/exceptions/ID,
    /// autonomy/rows/ID.
    std::set<std::string> off;
    [[nodiscard]] bool isOff(std::string_view kind, std::string_view id) const;
    [[nodiscard]] bool hasElement(const std::string& path) const;

    [[nodiscard]] const Journey* journey(std::string_view id) const;
    [[nodiscard]] const Population* population(std::string_view id) const;
    [[nodiscard]] const DecisionTable* table(std::string_view id) const;
};

} // namespace wayreeve::documents
