#include "base/json.h"
#include "planning/planner_impl.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

using documents::PolicyType;

std::string textOf(const KnownFact& fact) {
    return writeCanonicalJson(Context{{"fact", std::string(documents::nameOf(fact.name.kind))},
                                      {"id", fact.name.id},
                                      {"value", fact.value},
                                      {"asOf", formatInstant(fact.asOf)},
                                      {"asked", formatInstant(fact.asked)}});
}

/// Which sub-step a policy's number belongs to; 0 where it makes none.
Sym stepOf(const Planner::Impl::Words& words, PolicyType type) {
    switch (type) {
    case PolicyType::Inventory:
        return words.checkStock;
    case PolicyType::MarginFloor:
        return words.checkMargin;
    case PolicyType::DiscountCap:
        return words.checkDiscount;
    default:
        return 0;
    }
}

} // namespace

/// What one chosen candidate's policies ask of its numbers: each value as the gate saw it, and its limit.
void Planner::Impl::addChecks(Plan& plan, const Candidate& candidate, const CompiledAction& action,
                              const rules::Frame& frame, const PlanRequest& request, SubStep step) const {
    for (const CompiledPolicy& policy : policies) {
        step.step = stepOf(words, policy.policy->type);
        if (step.step == 0 || !policy.binds[action.position])
            continue;
        const bool atMost = policy.policy->type == PolicyType::DiscountCap;
        const Value value = policy.value.present ? policy.value.value(frame)
                            : atMost             ? Value(candidate.discount)
                                                 : Value();
        const Decimal* const number = value.number();
        const auto& limit = policy.policy->limit;
        const bool holds = number && limit && (atMost ? *number <= *limit : *number >= *limit);
        step.result = holds ? StepResult::Done : StepResult::Failed;
        step.detail = value.isNull() ? std::string() : value.toText();
        step.limit = limit ? (atMost ? "<= " : ">= ") + limit->toString() : std::string();
        step.by = policy.element;
        plan.steps.push_back(step);
    }
    Budgets scratch;
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Budget && policy.binds[action.position] &&
            policy.takes(action.position, candidate.score.cost) > 0) {
            const double takes = policy.takes(action.position, candidate.score.cost);
            const double left = budgetsFor(candidate, request, scratch).policies[policy.budget];
            step.step = words.checkBudget;
            step.result = left >= takes ? StepResult::Done : StepResult::Failed;
            step.detail = Value::fromDouble(left).toText();
            step.limit = ">= " + Value::fromDouble(takes).toText();
            step.by = policy.element;
            plan.steps.push_back(step);
        }
}

/// L5: what carrying out the chosen candidates took, each with what really came of it.
void Planner::Impl::addSteps(Plan& plan, const PlanRequest& request, GateContext& context) const {
    for (std::size_t i = 0; i < plan.choices.size(); ++i) {
        const Candidate& candidate = plan.candidates[plan.choices[i].chosen];
        const CompiledAction* const action = actionOf(candidate.action);
        if (!action)
            continue;
        // The frame still holds whatever candidate was looked at last.
        Candidate priced = candidate;
        fill(candidate, request, context.facts);
        price(priced, context.frame, context.facts);
        SubStep step;
        step.choice = static_cast<std::uint32_t>(i);
        for (const CompiledNeed& need : action->needs)
            if (const auto name = nameOf(need, context.frame))
                for (const KnownFact& fact : request.facts)
                    if (fact.name == *name) {
                        step.step = words.lookUp;
                        step.detail = textOf(fact);
                        step.limit = "<= " + formatDuration(need.limit);
                        plan.steps.push_back(step);
                    }
        step.limit.clear();
        addChecks(plan, candidate, *action, context.frame, request, step);
        addDelivery(plan, candidate, request, context, step);
    }
}

/// Channel, text and hour.
void Planner::Impl::addDelivery(Plan& plan, const Candidate& candidate, const PlanRequest& request,
                                const GateContext& context, SubStep step) const {
    if (candidate.channel != documents::Channel::None) {
        step.step = words.chooseChannel;
        step.detail = std::string(documents::nameOf(candidate.channel));
        std::vector<documents::Channel> considered;
        for (const Candidate& other : plan.candidates)
            if (other.agent == candidate.agent && other.action == candidate.action &&
                std::find(considered.begin(), considered.end(), other.channel) == considered.end()) {
                considered.push_back(other.channel);
                step.limit += (step.limit.empty() ? "" : " ") + std::string(documents::nameOf(other.channel));
            }
        plan.steps.push_back(step);
    }
    if (candidate.content != 0) {
        const auto message = composeFor(candidate.content, context.facts);
        step.step = words.compose;
        step.result = message ? StepResult::Done : StepResult::Failed;
        step.detail = symbols->name(candidate.content);
        step.limit = message ? std::string() : message.error().parameter("fact");
        plan.steps.push_back(step);
        step.result = StepResult::Done;
    }
    step.step = words.schedule;
    const Instant wanted = std::max(request.now, candidate.sendAt);
    Sym heldBy = 0;
    const Instant goes = quietUntil(candidate, context.zones, wanted, heldBy);
    step.detail = formatInstant(goes);
    step.limit = goes == wanted ? std::string() : formatInstant(wanted);
    step.by = heldBy;
    plan.steps.push_back(step);
}

} // namespace wayreeve::planning
