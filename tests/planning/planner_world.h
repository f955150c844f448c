#pragma once

#include "planning/planner.h"

#include <memory>
#include <string>
#include <vector>

/// A workspace made by hand, small enough to know every candidate: one shopping agent for the goal "sale" (26 a
/// success), one customer in Berlin at 10:00 on Tuesday 2026-03-03 who may be e-mailed.
struct PlannerWorld {
    wayreeve::documents::Workspace workspace;
    wayreeve::documents::TrackingPlan plan;
    wayreeve::documents::ActionCatalogue actions;
    wayreeve::documents::ContentLibrary content;
    wayreeve::documents::AgentRoster agents;
    wayreeve::documents::GoalList goals;
    wayreeve::documents::PolicyStack policies;
    wayreeve::documents::SignalBook signalBook;
    bool explore = false;
    std::vector<wayreeve::documents::Journey> journeys;

    PlannerWorld();
    /// Builds everything from the parts; call once they are as wanted.
    void close();

    wayreeve::Symbols symbols;
    std::unique_ptr<wayreeve::documents::FactSchema> schema;
    std::unique_ptr<wayreeve::perception::Perceiver> perceiver;
    std::unique_ptr<wayreeve::planning::Planner> planner;
    std::unique_ptr<wayreeve::planning::JourneyFlow> flow;
    wayreeve::planning::SharedState shared;
    wayreeve::perception::Customer customer;
    wayreeve::perception::Facts facts;
    wayreeve::interpretation::Reading reading;
    std::vector<wayreeve::planning::Incumbent> incumbents;
    std::vector<wayreeve::planning::TurnedDown> turnedDown;
    wayreeve::Chance chance{1};
    wayreeve::Instant now{1'772'528'400'000}; ///< 2026-03-03T09:00:00Z

    [[nodiscard]] wayreeve::documents::Action& action(const std::string& id);
    /// Of all agents, each for its own goal.
    [[nodiscard]] wayreeve::planning::Plan decide();
    /// The only candidate of an action.
    [[nodiscard]] wayreeve::planning::Candidate candidate(const std::string& action);
    /// "cap cooldown": where and by what that candidate stopped; "" where it reached the choice.
    [[nodiscard]] std::string stopped(const std::string& action);
    void set(const std::string& fact, const wayreeve::Value& value);
    void contact(const std::string& action, wayreeve::Duration ago);
};
