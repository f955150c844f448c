#pragma once

#include "base/decimal.h"
#include "base/symbols.h"
#include "base/time.h"
#include "documents/vocabulary.h"
#include "planning/known_fact.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::planning {

/// Where a candidate stopped, in order (semantics.md, "Gates"). `Stayed` reached the choice and was not chosen.
enum class Gate : std::uint8_t {
    Eligibility,
    Applicability,
    Suitability,
    HardConstraint,
    Cap,
    Exclusion,
    Arbitration,
    Stayed,
    Chosen
};
[[nodiscard]] std::string_view nameOf(Gate gate);

/// One linear term of the value model's prediction; `field` 0 is the intercept, interactionsSymbol the non-linear rest.
struct Term {
    Sym field = 0;
    double amount = 0;
    bool operator==(const Term&) const = default;
};

struct Penalty {
    Sym policy = 0; ///< element id (policies/ID)
    double amount = 0;
    bool operator==(const Penalty&) const = default;
};

/// A need or hesitation above its threshold that the candidate is an intervention of, and what that adds to `context`.
struct Answer {
    Sym reading = 0;
    double amount = 0;
    bool operator==(const Answer&) const = default;
};

/// L3: priority = outcome × fatigue × context × value × lever − cost − Σ penalties − harm. Exact to 1e-9 in this order.
/// A factor that is switched off keeps its value here and does not count: 1 where it would multiply, 0 where it would
/// be subtracted. Use counted() and priorityOf() for the arithmetic.
struct ScoreParts {
    double outcome = 0;    ///< predicted outcome probability without fatigue, limited to [0, 1]
    double outcomeLow = 0; ///< 90 % interval
    double outcomeHigh = 0;
    double fatigue = 1; ///< of contacts where the goal asks for it: what earlier contacts leave of the outcome, 0 … 1
    double context = 1; ///< 0 … 3
    double value = 0;   ///< money of one success
    double lever = 1;
    double cost = 0;     ///< money
    double harm = 0;     ///< expected money lost to unsubscribes and complaints
    double priority = 0; ///< money
    double scale = 0;    ///< standard deviation of the priority's draw
    /// Exact choice probability of the action given the hours that were drawn: the hours come first, because gates
    /// look at when something goes out. Of action and hour together: times SendHour::probability.
    double probability = 0;
    std::vector<Term> terms; ///< add up to the linear predictor; chosen and leader only
    std::vector<Penalty> penalties;
    std::vector<Answer> answers{}; ///< part of `context`; at most one, the strongest
    std::uint32_t off = 0;         ///< factors that are switched off, a bit each by documents::Factor

    [[nodiscard]] bool isOff(documents::Factor factor) const {
        return (off >> static_cast<unsigned>(factor) & 1U) != 0;
    }
    /// The factor as the arithmetic takes it.
    [[nodiscard]] double counted(documents::Factor factor) const;
    bool operator==(const ScoreParts&) const = default;
};

/// The priority that the parts come to, in the order of L3.
[[nodiscard]] double priorityOf(const ScoreParts& score);

/// An agent's action with every allowed dimension filled in, and how far it came. Action 0 is *wait*.
struct Candidate {
    Sym agent = 0;
    Sym action = 0;
    Sym content = 0;
    Sym tone = 0;
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    documents::Risk risk = documents::Risk::Low; ///< computed: base risk and raises
    std::vector<Sym> raisedBy;                   ///< ids of the raises that applied
    Decimal discount;                            ///< incentive share
    Decimal amount;                              ///< money at stake
    std::uint32_t contact = 0; ///< of an account: whom it addresses, a customer's number + 1; 0 = the customer itself
    Instant sendAt;            ///< when it is meant to go out; the decision's time = at once
    Gate gate = Gate::Stayed;
    Sym removedBy = 0; ///< element id or reason word that removed it
    bool scored = false;
    ScoreParts score;
    bool operator==(const Candidate&) const = default;
};

/// One choice: of a contact slot, or of one agent's operations.
struct SlotChoice {
    documents::Slot slot = documents::Slot::Marketing;
    Sym agent = 0;            ///< for operations; 0 for contact slots
    std::uint32_t chosen = 0; ///< index into Plan::candidates
    std::uint32_t leader = 0;
    double probability = 1; ///< of the chosen one, exact
    double confidence = 1;  ///< of the leading action
    bool explored = false;
    bool forced = false; ///< the handoff that a second frustrated explanation forces
    double draw = 0;     ///< the uniform number that drew it
    bool operator==(const SlotChoice&) const = default;
};

/// When a chosen contact goes out, and why then (agents with send-hours).
struct SendHour {
    std::uint32_t candidate = 0; ///< index into Plan::candidates
    int hour = 0;                ///< customer-local, 0 … 23
    double probability = 1;      ///< of the hour among the open ones, exact; 1 where nothing is explored
    double expected = 0;         ///< probability of an answer at that hour, by what was known
    double estimate = 0;         ///< the customer's preferred time as estimated, hours in [0, 24)
    std::uint32_t contacts = 0;  ///< of this customer that the estimate rests on
    bool operator==(const SendHour&) const = default;
};

/// The customer's minimum gap between contacts that an agent chose (agents with `frequency`).
struct ContactGap {
    Sym agent = 0;
    Duration gap;
    Instant until; ///< until when the last contact keeps the agent's contacts back; its own time where none does
    bool operator==(const ContactGap&) const = default;
};

/// What decided between two candidates of different agents whose priorities are as good as equal, beyond the priority.
enum class Precedence : std::uint8_t { Recency, Preference };
[[nodiscard]] std::string_view nameOf(Precedence precedence);

/// L6: one candidate that came before another although its priority is not the higher one by more than the margin.
struct Arbitration {
    std::uint32_t first = 0;  ///< index into Plan::candidates
    std::uint32_t second = 0; ///< the one that gave way
    Precedence by = Precedence::Recency;
    Instant firstContact{INT64_MIN}; ///< the last contact by each one's agent; INT64_MIN = none yet
    Instant secondContact{INT64_MIN};
    bool operator==(const Arbitration&) const = default;
};

enum class StepResult : std::uint8_t { Done, Failed, Skipped };

/// L5: a sub-step of the chosen plan with its real result.
struct SubStep {
    /// "look-up", "check-stock", "check-margin", "check-discount", "check-budget", "choose-channel", "compose",
    /// "schedule"
    Sym step = 0;
    StepResult result = StepResult::Done;
    std::string detail;       ///< what was found: a value, never a sentence; empty = nothing
    std::string limit;        ///< what it was held against: ">= 0.3", the channels there were, the hour it wanted
    Sym by = 0;               ///< the element that asks for it; 0 = none
    std::uint32_t choice = 0; ///< index into Plan::choices
    bool operator==(const SubStep&) const = default;
};

/// The door of planning: all candidates, where each dropped out and why, scores in parts, the chosen ones.
struct Plan {
    std::vector<Candidate> candidates;
    std::vector<SlotChoice> choices;
    std::vector<SubStep> steps;
    std::vector<KnownFact> facts;            ///< of systems of record: what candidates needed, as it was known
    Instant waitUntil;                       ///< when the agents think again if nothing happens
    std::vector<SendHour> sendHours;         ///< of chosen contacts whose agent chooses among hours
    std::vector<ContactGap> gaps;            ///< of agents that choose how often
    std::vector<Arbitration> arbitrations{}; ///< where recency or preference decided
    bool operator==(const Plan&) const = default;
};

} // namespace wayreeve::planning
