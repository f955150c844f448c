#pragma once

#include "planning/choice_policy.h"
#include "planning/planner.h"
#include "rules/expression.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::planning {

/// A condition or number that may be absent, and may be broken: a broken one never evaluates, so guardrails close.
struct CompiledRule {
    bool present = false;
    std::optional<rules::Expression> expression;

    [[nodiscard]] rules::Truth test(const rules::Frame& frame) const;
    [[nodiscard]] Value value(const rules::Frame& frame) const;
};

struct CompiledPolicy {
    const documents::Policy* policy = nullptr;
    Sym element = 0; ///< "policies/<id>"
    CompiledRule when;
    CompiledRule value;
    std::vector<bool> binds; ///< by position of the action in the catalogue
    std::size_t budget = 0;  ///< position among Budget policies
    /// Budgets of something else than money (people's hours, seats): what each action takes, by its position in the
    /// catalogue; infinite where that cannot be said. Empty: money, what the candidate costs.
    std::vector<double> units{};

    [[nodiscard]] double takes(std::size_t action, double cost) const { return units.empty() ? cost : units[action]; }
};

/// A fact without which an action is not done.
struct CompiledNeed {
    documents::FactKind kind = documents::FactKind::Stock;
    CompiledRule id;
    Duration limit;
    std::vector<std::pair<std::string, int>> members; ///< name, slot
};

struct CompiledAction {
    const documents::Action* action = nullptr;
    Sym id = 0;
    Sym family = 0;
    Sym purpose = 0;
    CompiledRule when;
    CompiledRule cost;
    CompiledRule amount;
    std::vector<CompiledRule> batchOrder;
    bool off = false;
    std::vector<std::pair<int, Value>> parameters; ///< slot → value
    std::vector<Sym> excludes;
    std::vector<Sym> cooldownFrom;
    std::vector<CompiledNeed> needs;
    std::size_t position = 0;
};

/// A piece of content text: literal, or the slot of a placeholder (−1 where nobody knows the name).
struct TextPiece {
    std::string text;
    int slot = -2; ///< −2: literal
};

struct CompiledContent {
    const documents::ContentBlock* block = nullptr;
    Sym id = 0;
    bool usable = false; ///< approved and not off
    std::vector<TextPiece> subject;
    std::vector<TextPiece> body;
    std::vector<Sym> stages;
    std::vector<int> needs; ///< positions in the reading
    std::vector<int> intents;
};

/// What answers a need or hesitation (D5, `interventions`).
struct CompiledAnswer {
    Sym id = 0;
    bool hesitation = false;
    std::size_t position = 0; ///< in the reading's list
    double threshold = 0.5;
    std::vector<bool> actions;  ///< by position in the catalogue
    std::vector<bool> contents; ///< by position in the library

    [[nodiscard]] bool takes(std::size_t action, std::ptrdiff_t content) const {
        return actions[action] || (content >= 0 && contents[static_cast<std::size_t>(content)]);
    }
};

/// One way to carry out an agent's action. `key` names its arm in the value model; action 0 is wait.
struct Variant {
    std::size_t action = 0; ///< position in the catalogue; SIZE_MAX for wait
    int content = -1;       ///< position in the library; −1 = none
    documents::Channel channel = documents::Channel::None;
    documents::Slot slot = documents::Slot::Marketing;
    Sym tone = 0;
    Decimal discount;
    ArmKey key = 0;
    double prior = 0.5;
    std::vector<double> features;
};

struct CompiledAgent {
    const documents::Agent* agent = nullptr;
    Sym id = 0;
    bool off = false;
    CompiledRule when;
    HourMask hours = 0;            ///< among which it chooses; 0: everything goes out at once
    std::vector<Variant> variants; ///< waits first, one for each slot the agent acts in
};

struct CompiledGoal {
    const documents::Goal* goal = nullptr;
    Sym id = 0;
    std::vector<FieldSpec> fields;
    std::vector<int> slots; ///< of the fields
    double harmCost = 0;    ///< mean money of one harm

    [[nodiscard]] ValueModelSettings settings() const; ///< of its models
};

struct Planner::Impl {
    const documents::Workspace* workspace = nullptr;
    const documents::FactSchema* schema = nullptr;
    const perception::Perceiver* perceiver = nullptr;
    std::vector<CompiledPolicy> policies;
    std::vector<CompiledAction> actions;
    std::vector<CompiledContent> contents;
    std::vector<CompiledAgent> agents;
    std::vector<CompiledGoal> goals;
    std::vector<CompiledAnswer> answers;
    std::uint32_t switchedOff = 0; ///< factors, as ScoreParts::off
    Budgets fullBudgets;
    std::vector<Sym> budgetElements;
    Zone budgetZone; ///< the workspace's own: its days are those of the budgets
    std::unique_ptr<RiskAssessor> risk;
    int emailTrait = -1; ///< position in the plan: an e-mail needs an address
    int phoneTrait = -1;
    int preferredTrait = -1;    ///< names the channel that a customer prefers
    std::vector<int> factSlots; ///< of fact.*; empty where no action needs any
    const Symbols* symbols = nullptr;
    std::vector<Sym> intentIds; ///< in the order of the reading

    struct Words {
        Sym agent = 0, arm = 0, suppressed = 0, noPerson = 0, address = 0, inapplicable = 0, missingFact = 0,
            notApproved = 0, cooldown = 0, family = 0, costUnknown = 0, incumbent = 0, interactions = 0,
            agentBudget = 0, off = 0, rejected = 0, unanswered = 0, ownEffect = 0, frequency = 0;
        Sym contactRole = 0, noMembers = 0; ///< where the workspace has accounts
        Sym lookUp = 0, checkDiscount = 0, checkBudget = 0;
        Sym checkStock = 0, checkMargin = 0, chooseChannel = 0, compose = 0, schedule = 0;
    } words;

    [[nodiscard]] const CompiledAction* actionOf(Sym id) const;
    [[nodiscard]] const CompiledContent* contentOf(Sym id) const;
    [[nodiscard]] const CompiledAgent* agentOf(Sym id) const;
    [[nodiscard]] const CompiledGoal* goalOf(Sym id) const;
    [[nodiscard]] const Variant* variantOf(const Candidate& candidate) const;

    /// What one decision's gates need beyond the candidate.
    struct GateContext {
        const PlanRequest& request;
        perception::Facts& facts;
        rules::Frame frame;
        std::vector<Zone> zones;
        std::uint64_t ownProposal = 0;
        Instant opens = Instant::never(); ///< earliest known opening of a gate that dropped a candidate
    };
    void runGates(Candidate& candidate, GateContext& context, bool drawn) const;
    [[nodiscard]] bool drop(Candidate& candidate, Gate gate, Sym by) const;
    /// Whom a candidate addresses: of a person themselves, of an account the contact it names.
    [[nodiscard]] const perception::Customer& addressee(const Candidate& candidate, const PlanRequest& request) const;
    /// Names the contact of an account's candidate: the best role, then who was active last, then the smaller key, of
    /// those who can be reached. A contact that is named already stays. planner_contact.cpp.
    [[nodiscard]] bool findContact(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    /// Why this action may not reach somebody on its channel; 0 where it may.
    [[nodiscard]] Sym unwelcome(const perception::Customer& customer, documents::Channel channel, documents::Slot slot,
                                const CompiledAction& action) const;
    [[nodiscard]] Sym unreachable(const perception::Customer& customer, const Candidate& candidate,
                                  const CompiledAction& action) const;
    [[nodiscard]] const std::vector<std::string>& rolesFor(const Candidate& candidate,
                                                           const CompiledAction& action) const;
    /// The contacts that a cap counts: those with who is addressed, of accounts those of the account too.
    [[nodiscard]] std::vector<const perception::Contact*>
    countedBy(const CompiledPolicy& policy, const Candidate& candidate, const PlanRequest& request) const;
    [[nodiscard]] bool eligible(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    [[nodiscard]] bool applicable(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    [[nodiscard]] bool passesRules(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    [[nodiscard]] bool withinCaps(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    [[nodiscard]] bool withinCap(const CompiledPolicy& policy, const Candidate& candidate, GateContext& context) const;
    [[nodiscard]] bool rested(Candidate& candidate, GateContext& context) const;
    [[nodiscard]] bool withinBudgets(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    [[nodiscard]] bool notExcluded(Candidate& candidate, const CompiledAction& action, GateContext& context) const;

    /// When it goes out at the earliest: not before its own time, and not while it is quiet.
    [[nodiscard]] Instant outAt(const Candidate& candidate, const PlanRequest& request,
                                std::span<const Zone> zones) const;
    /// The workspace-local day on which it goes out: budgets are reserved for it.
    [[nodiscard]] std::int64_t dayOf(const Candidate& candidate, const PlanRequest& request) const;
    /// What that day has left, with what the proposal that it carries out or replaces holds.
    /// `scratch` is where they are put together if need be.
    [[nodiscard]] const Budgets& budgetsFor(const Candidate& candidate, const PlanRequest& request,
                                            Budgets& scratch) const;
    /// The least that any budget leaves for it; nothing where none binds it.
    [[nodiscard]] std::optional<double> leftFor(const Candidate& candidate, const CompiledAction& action,
                                                const PlanRequest& request) const;
    void fill(const Candidate& candidate, const PlanRequest& request, perception::Facts& facts) const;
    void price(Candidate& candidate, const rules::Frame& frame, perception::Facts& facts) const;
    void answer(const Candidate& candidate, const interpretation::Reading& reading, ScoreParts& score) const;
    [[nodiscard]] double contextWeight(const Candidate& candidate, const interpretation::Reading& reading,
                                       std::span<const Answer> answered) const;
    void score(std::vector<Candidate>& candidates, const PlanRequest& request, perception::Facts& facts,
               std::vector<std::vector<FieldValue>>& rows) const;
    void choose(Plan& plan, const PlanRequest& request, documents::Slot slot, Sym agent, std::uint32_t index) const;
    void arbitrate(Plan& plan, const PlanRequest& request) const;
    /// The last contact with one of the agent's actions, sent or reserved; INT64_MIN = none.
    [[nodiscard]] Instant lastContact(Sym agent, const PlanRequest& request) const;
    [[nodiscard]] bool isPreferred(const Candidate& candidate, const PlanRequest& request) const;
    [[nodiscard]] std::optional<Arbitration> precedence(const Plan& plan, const PlanRequest& request, std::uint32_t a,
                                                        std::uint32_t b) const;
    void takeTurns(Plan& plan, const PlanRequest& request, const std::vector<std::uint32_t>& staying, double draw,
                   Choice& choice) const;
    void explainTerms(Plan& plan, const PlanRequest& request, const std::vector<std::vector<FieldValue>>& rows) const;
    void addSteps(Plan& plan, const PlanRequest& request, GateContext& context) const;
    void addChecks(Plan& plan, const Candidate& candidate, const CompiledAction& action, const rules::Frame& frame,
                   const PlanRequest& request, SubStep step) const;
    void addDelivery(Plan& plan, const Candidate& candidate, const PlanRequest& request, const GateContext& context,
                     SubStep step) const;
    [[nodiscard]] static std::optional<FactName> nameOf(const CompiledNeed& need, const rules::Frame& frame);
    void fillFacts(const CompiledAction& action, const PlanRequest& request, perception::Facts& facts) const;
    [[nodiscard]] bool factsHold(Candidate& candidate, const CompiledAction& action, GateContext& context) const;
    void addUsedFacts(Plan& plan, const PlanRequest& request, perception::Facts& facts) const;
    [[nodiscard]] Result<Planner::Message> composeFor(Sym content, const perception::Facts& facts) const;
    [[nodiscard]] Instant quietUntil(const Candidate& candidate, std::span<const Zone> zones, Instant from,
                                     Sym& heldBy) const;
    /// What the customer's history adds to each arm's prediction; empty where the goal learns no such effects.
    void effectsOf(std::size_t goal, const PlanRequest& request, std::span<const std::uint32_t> arms,
                   std::vector<CustomerEffect>& effects) const;
    [[nodiscard]] std::vector<FieldValue> rowOf(const CompiledGoal& goal, const perception::Facts& facts) const;

    /// When a contact of this agent goes out: an hour drawn before the gates, which look at it. planner_timing.cpp.
    struct Timed {
        Instant at;
        int hour = -1; ///< −1: at once
        double probability = 1.0;
    };
    [[nodiscard]] Timed sendTime(const CompiledAgent& agent, const Candidate& candidate,
                                 const GateContext& context) const;
    [[nodiscard]] HourMask openHours(HourMask among, const Candidate& candidate, const GateContext& context) const;
    /// Puts the hours of chosen contacts into the plan; `timed` stands beside its candidates.
    void explainHours(Plan& plan, const PlanRequest& request, std::span<const Timed> timed) const;
    /// What earlier contacts leave of a contact's outcome; 1 where the goal does not ask.
    [[nodiscard]] double fatigueOf(const CompiledGoal& goal, const Candidate& candidate,
                                   const PlanRequest& request) const;
    /// Agents that choose how often: contacts within the chosen gap of the last one stop at the caps.
    void keepGaps(Plan& plan, GateContext& context) const;
    /// When an agent whose goal's purchases recur looks again; never() where it does not matter.
    [[nodiscard]] Instant nextPurchaseLook(Sym goal, const PlanRequest& request) const;
};

} // namespace wayreeve::planning
