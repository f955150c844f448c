#pragma once

#include "base/time.h"
#include "base/value.h"
#include "documents/vocabulary.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::documents {

/// How one value is drawn for a simulated customer or event. Exactly one form is given:
/// shares (a categorical draw; weights need not add up to 1), a uniform range, or a log-normal (median, spread of the
/// logarithm). `digits` rounds numbers.
struct Distribution {
    std::string id;
    std::vector<std::pair<Value, double>> shares;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> median;
    std::optional<double> spread;
    int digits = 2;
    bool operator==(const Distribution&) const = default;
};

struct Emission {
    std::string event;
    double perDay = 0; ///< Poisson rate while in the state
    std::vector<Distribution> properties;
    bool operator==(const Emission&) const = default;
};

/// A hidden state of a simulated customer; nothing outside the simulation may read it.
struct HiddenState {
    std::string id;
    double share = 0;                   ///< of customers that start here
    Duration dwell = Duration::days(3); ///< mean (exponential)
    std::vector<std::pair<std::string, double>> next;
    std::vector<Emission> onEnter; ///< perDay is read as a probability (0 … 1) of emitting once at entry
    std::vector<Emission> emits;
    bool operator==(const HiddenState&) const = default;
};

/// How customers answer what they receive. Probability = logistic(base + Σ coefficient × hidden trait + state term
/// − fatigue × contacts in the last 7 days − hour × |local hour − preferred hour| / 12). The first reaction that
/// matches an action and event applies; an action without one gets no reaction. `action: wait` is not a reaction:
/// spontaneous outcomes are emissions.
struct Reaction {
    std::string action; ///< action id, or empty with `tag`
    std::string tag;
    std::string content; ///< restricts to one content block; empty = any
    std::string event;   ///< what the customer then does
    double base = -3;
    std::vector<std::pair<std::string, double>> coefficients; ///< hidden trait or numeric trait id → coefficient
    std::vector<std::pair<std::string, double>> states;       ///< hidden state → added logit
    double discount = 0;                                      ///< coefficient of the action's discount (share)
    double fatigue = 0;
    double hour = 0;
    Duration delay = Duration::hours(4); ///< mean (exponential)
    std::string toState;                 ///< hidden state after the event
    std::vector<Distribution> properties;
    bool operator==(const Reaction&) const = default;
};

/// What people do without signing in, and that they are seen at all: with `events`, everybody has devices and
/// addresses, shared with household and office, which every event tells of, and comes back under a session's id alone
/// now and then. Without `events` no event says where it comes from.
struct Sessions {
    double perDay = 0.1;          ///< visits without signing in, of one person (Poisson)
    double beforeSignIn = 0.3;    ///< share of people whose first visit comes before they are known
    int length = 6;               ///< mean number of events in a visit, from 3 on
    std::vector<Emission> events; ///< what happens in one; perDay is read as a weight
    bool operator==(const Sessions&) const = default;
};

/// How badly events arrive: shares of all events.
struct EventQuality {
    double duplicate = 0;
    double late = 0;
    Duration lateBy = Duration::hours(6);
    double future = 0;
    double malformed = 0;
    bool operator==(const EventQuality&) const = default;
};

struct ConsentShare {
    std::string purpose;
    Channel channel = Channel::None;
    double share = 1;
    bool operator==(const ConsentShare&) const = default;
};

/// The seeded reviewers of a simulation (S4).
struct ReviewerModel {
    int capacityPerDay = 40; ///< verdicts all reviewers together give on a working day
    int fromHour = 9;        ///< workspace-local (first zone)
    int toHour = 17;
    std::vector<int> weekdays = {1, 2, 3, 4, 5};
    Duration delay = Duration::minutes(20); ///< an item younger than this is not looked at
    double approve = 0.8;
    double edit = 0.05;              ///< the rest is rejected
    std::vector<std::string> people; ///< approver ids, taken in turn
    bool operator==(const ReviewerModel&) const = default;
};

/// A customer who is deliberately unusual (crosses channels, has odd constraints). `share` of all customers get these
/// traits and this start state instead of drawn ones.
struct EdgeCase {
    std::string id;
    double share = 0.01;
    std::string state;
    Context traits;
    bool operator==(const EdgeCase&) const = default;
};

/// A synthetic population with hidden state (S1).
struct Population {
    std::string id;
    std::string name;
    Instant start{1772438400000}; ///< default 2026-03-02T08:00:00Z
    std::vector<Distribution> traits;
    std::vector<Distribution> hidden;
    std::vector<std::pair<std::string, double>> zones; ///< "" = none known
    std::vector<ConsentShare> consent;
    std::vector<HiddenState> states;
    std::vector<Reaction> reactions;
    std::vector<EdgeCase> edgeCases;
    Sessions sessions;
    EventQuality quality;
    ReviewerModel reviewers;
    bool operator==(const Population&) const = default;
};

} // namespace wayreeve::documents
