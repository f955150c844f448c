#pragma once

#include "base/time.h"
#include "base/value.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

struct StoryEvent {
    Duration at;       ///< after the story's start
    std::string event; ///< tracking-plan name; "identify" and "consent" are understood too
    Context properties;
    bool operator==(const StoryEvent&) const = default;
};

/// What must (or must not) happen between `after` and `within` of the story's start (default: its whole length).
/// Every given field must match the same decision, drawn action or moment; `absent` turns the expectation round.
struct Expectation {
    std::optional<Duration> after;
    std::optional<Duration> within;
    bool absent = false;
    std::string action;      ///< chosen (agentic, control) or drawn (baseline)
    std::string ruling;      ///< execute, queue, suggest, hold, refuse
    std::string level;       ///< autonomous, supervised, assisted: of the cell that ruled
    bool voided = false;     ///< a proposal was voided: consent, facts or documents changed under it
    bool dispatched = false; ///< it really went out
    Channel channel = Channel::None;
    std::string content;
    std::string stage;  ///< the stage at the last moment of the window
    std::string intent; ///< with above/below, at the last moment of the window
    std::optional<double> above;
    std::optional<double> below;
    std::string removed;             ///< an action that some decision dropped …
    std::string by;                  ///< … because of this element (policies/margin-floor)
    std::string approval;            ///< "one-person" or "four-eyes"
    std::string customer;            ///< one of `others`; empty = the story's own customer, and its account
    std::vector<std::string> packet; ///< a handoff went out, or waits, whose packet has each of these texts
    bool operator==(const Expectation&) const = default;
};

/// Somebody beside the story's customer, who wants the same thing at once or belongs to the same account.
struct StoryCustomer {
    std::string id;
    std::string zone = "Europe/Berlin";
    Context traits;
    std::vector<std::string> consent;
    std::vector<StoryEvent> events;
    bool operator==(const StoryCustomer&) const = default;
};

/// A unit test for journeys (D10): one customer (and others, where it is about several), a few events, what must
/// follow.
struct Story {
    std::string id;
    std::string name;
    std::string guards; ///< the one document element whose absence must make the story fail: policies/margin-floor
    Arm arm = Arm::Agentic;
    Instant start{1772438400000};
    Duration length = Duration::days(3);
    std::string zone = "Europe/Berlin";
    Context traits;
    std::vector<std::string> consent; ///< "marketing.email"; the word "all" for everything
    std::vector<StoryEvent> events;
    std::vector<StoryCustomer> others;
    std::vector<std::pair<std::string, double>> budgets; ///< of policies: what is left of them on the first day
    std::vector<Expectation> expect;
    bool operator==(const Story&) const = default;
};

struct StoryList {
    std::vector<Story> stories;
    bool operator==(const StoryList&) const = default;
};

} // namespace wayreeve::documents
