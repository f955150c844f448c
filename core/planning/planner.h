#pragma once

#include "base/chance.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"
#include "interpretation/reading.h"
#include "perception/perceiver.h"
#include "planning/customer_effects.h"
#include "planning/customer_timing.h"
#include "planning/fatigue.h"
#include "planning/journey_flow.h"
#include "planning/plan.h"
#include "planning/risk_assessor.h"
#include "planning/value_model.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wayreeve::planning {

/// The model of one goal: outcome probability and, beside it, the probability of harm, on the same features.
struct GoalModel {
    FeatureMap features;
    ValueModel outcome;
    ValueModel harm;
    std::optional<CustomerEffects> personal{}; ///< where the goal asks for it
};

/// Money left on one day.
struct Budgets {
    std::vector<double> policies;   ///< by position of Budget policies in policies.yaml
    std::map<Sym, double> agents{}; ///< by agent with a daily budget
    bool operator==(const Budgets&) const = default;
};

/// What customers share, frozen for the length of an epoch. Written only by the merge.
struct SharedState {
    std::vector<GoalModel> goals;          ///< by position in goals.yaml
    Budgets today;                         ///< on budgetDay
    std::map<std::int64_t, Budgets> ahead; ///< on later days of which something is reserved; on others all is left
    std::map<Sym, std::int64_t> stock{};   ///< by product symbol, where inventory facts came in
    std::int64_t budgetDay = 0;            ///< workspace-local day number of `today`; 0 before the first merge
    SendTimeModel sendTimes{};             ///< these three learn where the documents ask for them
    Fatigue fatigue{};
    Replenishment replenishment{};
};

/// What the merge takes from shared budgets for a candidate that will cost money.
struct Reservation {
    std::size_t budget = 0; ///< position among Budget policies
    double amount = 0;
    Sym agent = 0; ///< not 0: that agent's own daily budget instead
};

/// An open proposal of this customer that stands for its slot (semantics.md, "Incumbent").
struct Incumbent {
    documents::Slot slot = documents::Slot::Marketing;
    Sym agent = 0;
    Sym action = 0;
    Sym family = 0;
    std::uint64_t proposal = 0;
    /// What is chosen instead replaces it, so that what it reserved is free. Not while it is going out, and not for
    /// what goes out beside it.
    bool givesWay = true;
    std::span<const Reservation> reserved{}; ///< of the budgets of reservedDay; never counts against itself
    std::int64_t reservedDay = 0;
};

/// An action that a person rejected, or nobody answered in time: agents leave it alone for this customer until then
/// (docs/adr/0007-rejected-actions-rest.md). Gate "cap" by "rejected-recently" or "expired-recently".
struct TurnedDown {
    Sym action = 0;
    Instant until;
    bool byPerson = false;
    bool operator==(const TurnedDown&) const = default;
};

struct PlanRequest {
    const perception::Customer* customer = nullptr;
    const CustomerHistory* history = nullptr; ///< of the customer; none: nothing of its own is known
    const CustomerTiming* timing = nullptr;   ///< the same
    const interpretation::Reading* reading = nullptr;
    std::span<const DueDecision> due;
    std::span<const Incumbent> incumbents;
    std::span<const TurnedDown> turnedDown;
    const SharedState* shared = nullptr;
    documents::Arm arm = documents::Arm::Agentic;
    Instant now;
    /// When what is chosen now goes out at the earliest (the end of the epoch): caps and cool-downs hold there. Earlier
    /// than `now` = now.
    Instant goesOut;
    std::uint64_t ownProposal = 0; ///< whose dispatch is looked at again; 0 = a new decision
    std::uint64_t occasion = 0;    ///< addresses chance: the customer's turn sequence
    const Chance* chance = nullptr;
    bool explore = true; ///< false in stories
    bool frustratedAgain = false;
    /// Of an account: its members, ascending; a candidate addresses one of them.
    std::span<const perception::Customer* const> members{};
    const perception::Customer* account = nullptr; ///< of a person: the account; what it has reserved counts for caps
    std::span<const KnownFact> facts{};            ///< of systems of record, about this customer
};

/// The features of a scored candidate, kept until its reward is known (learning needs exactly what was predicted from).
struct LearningContext {
    std::uint16_t goal = 0;
    std::uint32_t arm = 0; ///< ArmKey in the goal's models
    std::vector<FieldValue> row;
};

/// Layer 3 for one decision: builds candidates, runs the gates, scores, chooses. Immutable after construction; each
/// worker calls plan() with its own Facts.
class Planner {
public:
    Planner(const documents::Workspace& workspace, const documents::FactSchema& schema,
            const perception::Perceiver& perceiver, Symbols& symbols);
    ~Planner();

    [[nodiscard]] SharedState initialState() const; ///< cold start with the designer's priors; budgets full
    [[nodiscard]] const Budgets& fullBudgets() const;

    /// `facts` holds event, customer, measures and reading; action.* slots are scratch. Control-arm customers draw
    /// uniformly from what reached the choice (low and medium risk, wait included); baseline customers are never
    /// planned.
    [[nodiscard]] Plan plan(const PlanRequest& request, perception::Facts& facts) const;

    /// Some agent chooses hours or gaps, or some goal reckons with fatigue: contacts are remembered with their moment.
    [[nodiscard]] bool learnsFromMoments() const;
    /// Purchases of this goal recur, and teach the customer's rhythm.
    [[nodiscard]] bool isReplenished(Sym goal) const;
    /// Sets customer.purchase_due_days and customer.purchase_gap_days where the workspace has them.
    void fillTiming(const SharedState& shared, const CustomerTiming& timing, Instant now,
                    perception::Facts& facts) const;
    /// The hash of each goal's model configuration (configHash), in the order of goals.yaml.
    [[nodiscard]] std::vector<std::pair<std::string, Hash256>> configurations() const;

    /// Sets action.* (and confidence, budgets of the day on which it goes out) of one candidate, for rulings and
    /// re-validation. Of `request` it reads customer, shared, now, goesOut,
    /// ownProposal and incumbents.
    void fillAction(const Candidate& candidate, const PlanRequest& request, perception::Facts& facts) const;

    /// Runs the gates for one candidate as things are now (re-validation at dispatch): Stayed, or where and by what it
    /// fails. The reservation of `proposal` does not count against it.
    [[nodiscard]] Candidate regate(const Candidate& candidate, const PlanRequest& request, std::uint64_t proposal,
                                   perception::Facts& facts) const;

    /// Why nothing may go to this customer by this action any more, whatever was decided before: they are suppressed,
    /// have no consent for its purpose on the channel, or are no person in an audience. 0 where it may, and for
    /// operations without a purpose. Part of the gate *eligibility*; asked again just before a call.
    [[nodiscard]] Sym unwelcome(const perception::Customer& customer, Sym action, documents::Channel channel,
                                documents::Slot slot) const;

    /// A drawn action as a candidate: no score; hard constraints, caps and consent are run, as for every arm.
    [[nodiscard]] Candidate drawn(const DrawnAction& action, const PlanRequest& request,
                                  perception::Facts& facts) const;

    [[nodiscard]] LearningContext learningContext(const Candidate& candidate, Sym goal,
                                                  const perception::Facts& facts) const;

    /// The first instant from `from` on that quiet hours allow for this candidate (the strictest of the given zones);
    /// `policy` gets the policy that holds, 0 where none does.
    [[nodiscard]] Instant allowedFrom(const Candidate& candidate, std::span<const Zone> zones, Instant from,
                                      Sym& policy) const;

    /// Composed text for the chosen content: subject and body with placeholders filled; error "content.missing-fact".
    struct Message {
        std::string subject;
        std::string body;
        bool operator==(const Message&) const = default;
    };
    [[nodiscard]] Result<Message> compose(Sym content, const perception::Facts& facts) const;

    /// Some action needs facts of systems of record (X4); this one does.
    [[nodiscard]] bool usesFacts() const;
    [[nodiscard]] bool needsFacts(Sym action) const;
    /// What would have to be asked before the due agents, or this candidate, can be judged: facts that are not known,
    /// too old, or still waited for. A problem counts as an answer for factRetry.
    [[nodiscard]] std::vector<FactName> questions(const PlanRequest& request, perception::Facts& facts) const;
    [[nodiscard]] std::vector<FactName> questions(const Candidate& candidate, const PlanRequest& request,
                                                  perception::Facts& facts) const;

    /// For a backtest: may this planner go on with what `other` has learned? Both over one string table. Empty where it
    /// may; else the first goal whose inputs or learning differ, or that only one of them has.
    [[nodiscard]] std::string learnsOtherwise(const Planner& other) const;
    /// The goals' models, with the arms that are new here as they start. Only where learnsOtherwise is empty.
    void adoptModels(const SharedState& learned, SharedState& into) const;
    /// All but those: the budgets of this planner's documents, less what was spent by `other`'s.
    void adoptRest(const SharedState& shared, const Planner& other, SharedState& into) const;
    /// Both have the same budget policies at the same places.
    [[nodiscard]] bool hasBudgetsOf(const Planner& other) const;

    using Reservation = planning::Reservation;
    [[nodiscard]] static double& left(Budgets& budgets, const Reservation& reservation);
    /// Of "policies/<id>"; null where that is no budget.
    [[nodiscard]] double* left(Budgets& budgets, std::string_view element) const;
    [[nodiscard]] std::vector<Reservation> reservations(const Candidate& candidate) const;
    [[nodiscard]] Sym budgetSymbol(const Reservation& reservation) const; ///< the policy, or "agent-budget"
    [[nodiscard]] int urgency(Sym action) const;
    /// What the action's `batch-order` says of this candidate: whoever has less comes first where many want the same
    /// thing at once. Infinite where it cannot be said; empty where the action has none. Puts the candidate into
    /// `facts`.
    [[nodiscard]] std::vector<double> batchOrder(const Candidate& candidate, const PlanRequest& request,
                                                 perception::Facts& facts) const;
    [[nodiscard]] Sym interactionsSymbol() const;
    /// The term that a customer's own effect adds; 0 where no goal learns any.
    [[nodiscard]] Sym customerSymbol() const;

    struct Impl; ///< planner_impl.h; named here so that the room's own files can share it

private:
    static Instant quietUntil(const Impl& impl, const Candidate& candidate, std::span<const Zone> zones, Instant from,
                              Sym& heldBy);
    std::unique_ptr<const Impl> m_impl;
};

} // namespace wayreeve::planning
