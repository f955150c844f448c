#include "planning/planner.h"

#include "planning/planner_compile.h"
#include "planning/planner_impl.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wayreeve::planning {

rules::Truth CompiledRule::test(const rules::Frame& frame) const {
    return expression ? expression->test(frame) : rules::Truth::Null;
}

Value CompiledRule::value(const rules::Frame& frame) const {
    return expression ? expression->evaluate(frame) : Value();
}

const CompiledAction* Planner::Impl::actionOf(Sym id) const {
    const auto at = std::find_if(actions.begin(), actions.end(), [&](const auto& a) { return a.id == id; });
    return at == actions.end() ? nullptr : &*at;
}

const CompiledContent* Planner::Impl::contentOf(Sym id) const {
    const auto at = std::find_if(contents.begin(), contents.end(), [&](const auto& c) { return c.id == id; });
    return at == contents.end() ? nullptr : &*at;
}

const CompiledAgent* Planner::Impl::agentOf(Sym id) const {
    const auto at = std::find_if(agents.begin(), agents.end(), [&](const auto& a) { return a.id == id; });
    return at == agents.end() ? nullptr : &*at;
}

const CompiledGoal* Planner::Impl::goalOf(Sym id) const {
    const auto at = std::find_if(goals.begin(), goals.end(), [&](const auto& g) { return g.id == id; });
    return at == goals.end() ? nullptr : &*at;
}

const Variant* Planner::Impl::variantOf(const Candidate& candidate) const {
    const CompiledAgent* agent = agentOf(candidate.agent);
    if (!agent)
        return nullptr;
    for (const Variant& variant : agent->variants) {
        const Sym action = variant.action == SIZE_MAX ? 0 : actions[variant.action].id;
        const Sym content = variant.content < 0 ? 0 : contents[static_cast<std::size_t>(variant.content)].id;
        if (action == candidate.action && content == candidate.content && variant.channel == candidate.channel &&
            variant.slot == candidate.slot && variant.discount == candidate.discount && variant.tone == candidate.tone)
            return &variant;
    }
    return nullptr;
}

Planner::Planner(const documents::Workspace& workspace, const documents::FactSchema& schema,
                 const perception::Perceiver& perceiver, Symbols& symbols)
    : m_impl(compilePlanner(workspace, schema, perceiver, symbols)) {}

Planner::~Planner() = default;

double priorOf(const CompiledGoal& goal, const Variant& variant) {
    return std::clamp(goal.goal->prior * variant.prior / 0.5, 0.001, 0.999);
}

namespace {

/// L2's warm start: the designer's prior counts as so many customers of whom nothing is known, spread evenly over
/// successes and failures, so that a new workspace is neither blind nor certain.
void warmStart(const CompiledGoal& goal, const std::vector<CompiledAgent>& agents, const FeatureMap& features,
               ValueModel& outcome, ValueModel& harm) {
    const auto rounds = static_cast<int>(goal.goal->priorWeight);
    if (rounds <= 0)
        return;
    std::vector<float> x;
    features.encode(std::vector<FieldValue>(goal.fields.size()), x);
    const auto success = [](int round, double share) {
        return std::floor((round + 1) * share) > std::floor(round * share) ? 1.0 : 0.0;
    };
    for (int round = 0; round < rounds; ++round)
        for (const CompiledAgent& agent : agents)
            for (const Variant& variant : agent.variants) {
                outcome.update(x, outcome.ensureArm(variant.key), success(round, priorOf(goal, variant)));
                harm.update(x, harm.ensureArm(variant.key), success(round, harmPrior));
            }
}

} // namespace

ValueModelSettings CompiledGoal::settings() const {
    ValueModelSettings settings;
    settings.actionFeatures = actionFeatureCount;
    settings.forgetHalfLife = goal->halfLife;
    return settings;
}

SharedState Planner::initialState() const {
    SharedState state;
    for (std::size_t i = 0; i < m_impl->goals.size(); ++i) {
        const CompiledGoal& goal = m_impl->goals[i];
        FeatureMap features(goal.fields, i + 1);
        const ValueModelSettings settings = goal.settings();
        ValueModel outcome(features.layout(), settings);
        ValueModel harm(features.layout(), settings);
        for (const CompiledAgent& agent : m_impl->agents)
            for (const Variant& variant : agent.variants) {
                outcome.ensureArm(variant.key, variant.features, priorOf(goal, variant));
                harm.ensureArm(variant.key, variant.features, harmPrior);
            }
        warmStart(goal, m_impl->agents, features, outcome, harm);
        state.goals.push_back(
            {std::move(features), std::move(outcome), std::move(harm),
             goal.goal->customerEffects ? std::optional<CustomerEffects>(std::in_place) : std::nullopt});
    }
    state.today = m_impl->fullBudgets;
    return state;
}

const Budgets& Planner::fullBudgets() const {
    return m_impl->fullBudgets;
}

namespace {

Candidate candidateOf(const CompiledAgent& agent, const Variant& variant, const Planner::Impl& impl);

} // namespace

Plan Planner::plan(const PlanRequest& request, perception::Facts& facts) const {
    const Impl& impl = *m_impl;
    Plan plan;
    const std::vector<Zone> zones = impl.perceiver->zones(*request.customer);
    Impl::GateContext context{request, facts, rules::Frame{facts, request.now, &zones.front()},
                              zones,   0,     Instant::never()};
    Instant until = Instant::never();
    std::vector<Sym> seen;
    std::vector<Impl::Timed> timed; // beside the candidates
    for (const DueDecision& due : request.due) {
        const CompiledAgent* agent = impl.agentOf(due.agent);
        if (!agent || std::find(seen.begin(), seen.end(), due.agent) != seen.end())
            continue;
        seen.push_back(due.agent);
        until = std::min({until, request.now + agent->agent->interval, impl.nextPurchaseLook(due.goal, request)});
        for (const Variant& variant : agent->variants) {
            Candidate candidate = candidateOf(*agent, variant, impl);
            if (request.customer->isAccount && candidate.action != 0)
                (void)impl.findContact(candidate, *impl.actionOf(candidate.action), context); // its hours are theirs
            // Variants of one action follow each other, and have one open set of hours.
            if (timed.empty() || plan.candidates.back().agent != candidate.agent ||
                plan.candidates.back().action != candidate.action)
                timed.push_back(impl.sendTime(*agent, candidate, context));
            else
                timed.push_back(timed.back());
            candidate.sendAt = timed.back().at;
            if (candidate.action != 0)
                impl.runGates(candidate, context, false);
            plan.candidates.push_back(std::move(candidate));
        }
    }
    std::vector<std::vector<FieldValue>> rows(impl.goals.size());
    impl.score(plan.candidates, request, facts, rows);
    impl.keepGaps(plan, context);

    std::uint32_t choices = 0;
    for (const documents::Slot slot : {documents::Slot::Marketing, documents::Slot::Service})
        impl.choose(plan, request, slot, 0, choices++);
    for (const Sym agent : seen)
        impl.choose(plan, request, documents::Slot::Operation, agent, choices++);
    impl.arbitrate(plan, request);
    impl.explainTerms(plan, request, rows);
    impl.explainHours(plan, request, timed);
    impl.addSteps(plan, request, context);
    if (!impl.factSlots.empty())
        impl.addUsedFacts(plan, request, facts);
    plan.waitUntil = std::min(until, context.opens);
    if (plan.waitUntil <= request.now)
        plan.waitUntil = request.now + Duration::minutes(1);
    return plan;
}

namespace {

Candidate candidateOf(const CompiledAgent& agent, const Variant& variant, const Planner::Impl& impl) {
    Candidate candidate;
    candidate.agent = agent.id;
    candidate.slot = variant.slot;
    if (variant.action != SIZE_MAX) {
        candidate.action = impl.actions[variant.action].id;
        candidate.risk = impl.actions[variant.action].action->baseRisk;
    }
    if (variant.content >= 0)
        candidate.content = impl.contents[static_cast<std::size_t>(variant.content)].id;
    candidate.tone = variant.tone;
    candidate.channel = variant.channel;
    candidate.discount = variant.discount;
    return candidate;
}

} // namespace

void Planner::fillAction(const Candidate& candidate, const PlanRequest& request, perception::Facts& facts) const {
    m_impl->fill(candidate, request, facts);
}

Candidate Planner::regate(const Candidate& candidate, const PlanRequest& request, std::uint64_t proposal,
                          perception::Facts& facts) const {
    Candidate again = candidate;
    again.gate = Gate::Stayed;
    again.removedBy = 0;
    const std::vector<Zone> zones = m_impl->perceiver->zones(*request.customer);
    PlanRequest own = request;
    own.ownProposal = proposal;
    Impl::GateContext context{own,   facts,    rules::Frame{facts, request.now, &zones.front()},
                              zones, proposal, Instant::never()};
    m_impl->runGates(again, context, again.agent == 0);
    return again;
}

Candidate Planner::drawn(const DrawnAction& action, const PlanRequest& request, perception::Facts& facts) const {
    Candidate candidate;
    candidate.action = action.action;
    candidate.content = action.content;
    candidate.sendAt = request.now;
    const CompiledAction* compiled = m_impl->actionOf(action.action);
    if (!compiled) {
        candidate.gate = Gate::Eligibility;
        candidate.removedBy = m_impl->words.off;
        return candidate;
    }
    candidate.channel = compiled->action->channel;
    candidate.slot = compiled->action->slot;
    candidate.risk = compiled->action->baseRisk;
    for (const CompiledContent& content : m_impl->contents)
        if (candidate.content == 0 && content.usable && content.block->action == compiled->action->id)
            candidate.content = content.id;
    for (const auto& [name, value] : compiled->action->parameters)
        if (name == "discount" && value.number())
            candidate.discount = *value.number();
    const std::vector<Zone> zones = m_impl->perceiver->zones(*request.customer);
    Impl::GateContext context{request, facts, rules::Frame{facts, request.now, &zones.front()},
                              zones,   0,     Instant::never()};
    m_impl->runGates(candidate, context, true);
    if (candidate.gate == Gate::Stayed) {
        m_impl->fill(candidate, request, facts);
        AssessedRisk assessed = m_impl->risk->assess(compiled->action->baseRisk, context.frame);
        candidate.risk = assessed.risk;
        candidate.raisedBy = std::move(assessed.raisedBy);
    }
    return candidate;
}

LearningContext Planner::learningContext(const Candidate& candidate, Sym goal, const perception::Facts& facts) const {
    LearningContext context;
    for (std::size_t i = 0; i < m_impl->goals.size(); ++i)
        if (m_impl->goals[i].id == goal) {
            context.goal = static_cast<std::uint16_t>(i);
            context.row = m_impl->rowOf(m_impl->goals[i], facts);
        }
    if (const Variant* variant = m_impl->variantOf(candidate))
        context.arm = variant->key;
    return context;
}

std::vector<Planner::Reservation> Planner::reservations(const Candidate& candidate) const {
    std::vector<Reservation> taken;
    const CompiledAction* action = m_impl->actionOf(candidate.action);
    if (!action)
        return taken;
    for (const CompiledPolicy& policy : m_impl->policies)
        if (policy.policy->type == documents::PolicyType::Budget && policy.binds[action->position])
            if (const double takes = policy.takes(action->position, candidate.score.cost); takes > 0)
                taken.push_back({policy.budget, takes});
    if (candidate.score.cost > 0 && m_impl->fullBudgets.agents.contains(candidate.agent))
        taken.push_back({0, candidate.score.cost, candidate.agent});
    return taken;
}

double& Planner::left(Budgets& budgets, const Reservation& reservation) {
    return reservation.agent != 0 ? budgets.agents[reservation.agent] : budgets.policies[reservation.budget];
}

double* Planner::left(Budgets& budgets, std::string_view element) const {
    for (std::size_t i = 0; i < m_impl->budgetElements.size(); ++i)
        if (m_impl->symbols->name(m_impl->budgetElements[i]) == element)
            return &budgets.policies[i];
    return nullptr;
}

Sym Planner::budgetSymbol(const Reservation& reservation) const {
    return reservation.agent != 0 ? m_impl->words.agentBudget : m_impl->budgetElements[reservation.budget];
}

int Planner::urgency(Sym action) const {
    const CompiledAction* compiled = m_impl->actionOf(action);
    return compiled ? compiled->action->urgency : 3;
}

std::vector<double> Planner::batchOrder(const Candidate& candidate, const PlanRequest& request,
                                        perception::Facts& facts) const {
    std::vector<double> order;
    const CompiledAction* const compiled = m_impl->actionOf(candidate.action);
    if (!compiled || compiled->batchOrder.empty())
        return order;
    m_impl->fill(candidate, request, facts);
    const Zone zone = m_impl->perceiver->zone(*request.customer);
    const rules::Frame frame{facts, request.now, &zone};
    for (const CompiledRule& rule : compiled->batchOrder) {
        const Value least = rule.value(frame);
        order.push_back(least.number() ? least.toDouble() : std::numeric_limits<double>::infinity());
    }
    return order;
}

Sym Planner::interactionsSymbol() const {
    return m_impl->words.interactions;
}

Sym Planner::customerSymbol() const {
    return m_impl->words.ownEffect;
}

namespace {

Result<std::string> composeText(const std::vector<TextPiece>& pieces, const perception::Facts& facts) {
    std::string text;
    for (const TextPiece& piece : pieces) {
        if (piece.slot == -2) {
            text += piece.text;
            continue;
        }
        const Value value = piece.slot < 0 ? Value() : facts[static_cast<std::size_t>(piece.slot)];
        if (value.isNull())
            return Error{"content.missing-fact", {{"fact", piece.text}}, {}, 0, 0};
        text += value.toText();
    }
    return text;
}

} // namespace

Result<Planner::Message> Planner::compose(Sym content, const perception::Facts& facts) const {
    return m_impl->composeFor(content, facts);
}

Result<Planner::Message> Planner::Impl::composeFor(Sym content, const perception::Facts& facts) const {
    const CompiledContent* compiled = contentOf(content);
    if (!compiled)
        return Error{"content.unknown", {}, {}, 0, 0};
    auto subject = composeText(compiled->subject, facts);
    if (!subject)
        return subject.error();
    auto body = composeText(compiled->body, facts);
    if (!body)
        return body.error();
    return Planner::Message{*subject, *body};
}

std::string_view nameOf(Gate gate) {
    switch (gate) {
    case Gate::Eligibility:
        return "eligibility";
    case Gate::Applicability:
        return "applicability";
    case Gate::Suitability:
        return "suitability";
    case Gate::HardConstraint:
        return "hard-constraint";
    case Gate::Cap:
        return "cap";
    case Gate::Exclusion:
        return "exclusion";
    case Gate::Arbitration:
        return "arbitration";
    case Gate::Stayed:
        return "stayed";
    case Gate::Chosen:
        return "chosen";
    }
    return "";
}

} // namespace wayreeve::planning
