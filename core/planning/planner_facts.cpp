#include "planning/planner_impl.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

constexpr Duration futureAllowed = Duration::minutes(1);

const KnownFact* factOf(const PlanRequest& request, const FactName& name) {
    const auto at =
        std::find_if(request.facts.begin(), request.facts.end(), [&](const auto& fact) { return fact.name == name; });
    return at == request.facts.end() ? nullptr : &*at;
}

/// Why it cannot be used now; empty where it can.
std::string_view problemOf(const KnownFact* fact, Duration limit, Instant now) {
    if (fact == nullptr)
        return "fact.missing";
    if (fact->waiting)
        return "fact.unreachable";
    if (!fact->problem.empty())
        return fact->problem;
    if (fact->asOf > now + futureAllowed)
        return "fact.from-future";
    return now - fact->asOf > limit ? std::string_view("fact.stale") : std::string_view();
}

} // namespace

std::optional<FactName> Planner::Impl::nameOf(const CompiledNeed& need, const rules::Frame& frame) {
    const Value id = need.id.value(frame);
    if (id.isNull())
        return std::nullopt;
    return FactName{need.kind, id.toText()};
}

/// Sets fact.* to what holds of the action's needs; null where nothing does.
void Planner::Impl::fillFacts(const CompiledAction& action, const PlanRequest& request,
                              perception::Facts& facts) const {
    for (const int slot : factSlots)
        facts[static_cast<std::size_t>(slot)] = Value();
    const rules::Frame frame{facts, request.now, nullptr};
    for (const CompiledNeed& need : action.needs) {
        const auto name = nameOf(need, frame);
        const KnownFact* const fact = name ? factOf(request, *name) : nullptr;
        if (!problemOf(fact, need.limit, request.now).empty())
            continue;
        for (const auto& [member, slot] : need.members)
            if (slot >= 0)
                facts[static_cast<std::size_t>(slot)] = fact->value.member(member);
    }
}

/// Fails closed: what is not known, or not known freshly enough, allows nothing.
bool Planner::Impl::factsHold(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    if (action.needs.empty() || (action.when.present && action.when.test(context.frame) == rules::Truth::False))
        return true; // applicability drops it
    for (const CompiledNeed& need : action.needs) {
        const auto name = nameOf(need, context.frame);
        const auto problem =
            problemOf(name ? factOf(context.request, *name) : nullptr, need.limit, context.request.now);
        if (!problem.empty())
            return drop(candidate, Gate::HardConstraint, symbols->find(problem));
    }
    return true;
}

void Planner::Impl::addUsedFacts(Plan& plan, const PlanRequest& request, perception::Facts& facts) const {
    std::vector<Sym> seen;
    for (const Candidate& candidate : plan.candidates) {
        const CompiledAction* const action = actionOf(candidate.action);
        if (!action || action->needs.empty() || std::find(seen.begin(), seen.end(), action->id) != seen.end())
            continue;
        seen.push_back(action->id);
        fill(candidate, request, facts);
        for (const CompiledNeed& need : action->needs) {
            const auto name = nameOf(need, rules::Frame{facts, request.now, nullptr});
            const KnownFact* const fact = name ? factOf(request, *name) : nullptr;
            if (fact && std::find(plan.facts.begin(), plan.facts.end(), *fact) == plan.facts.end())
                plan.facts.push_back(*fact);
        }
    }
}

bool Planner::usesFacts() const {
    return !m_impl->factSlots.empty();
}

bool Planner::needsFacts(Sym action) const {
    const CompiledAction* const compiled = m_impl->actionOf(action);
    return compiled && !compiled->needs.empty();
}

std::vector<FactName> Planner::questions(const PlanRequest& request, perception::Facts& facts) const {
    std::vector<FactName> open;
    std::vector<Sym> seen;
    for (const DueDecision& due : request.due)
        if (const CompiledAgent* const agent = m_impl->agentOf(due.agent))
            for (const Variant& variant : agent->variants) {
                if (variant.action == SIZE_MAX)
                    continue;
                const CompiledAction& action = m_impl->actions[variant.action];
                if (action.needs.empty() || action.off || std::find(seen.begin(), seen.end(), action.id) != seen.end())
                    continue;
                seen.push_back(action.id);
                Candidate candidate;
                candidate.agent = due.agent;
                candidate.action = action.id;
                candidate.slot = variant.slot;
                candidate.channel = variant.channel;
                for (FactName& name : questions(candidate, request, facts))
                    if (std::find(open.begin(), open.end(), name) == open.end())
                        open.push_back(std::move(name));
            }
    return open;
}

std::vector<FactName> Planner::questions(const Candidate& candidate, const PlanRequest& request,
                                         perception::Facts& facts) const {
    std::vector<FactName> open;
    const CompiledAction* const action = m_impl->actionOf(candidate.action);
    if (!action || action->needs.empty())
        return open;
    m_impl->fill(candidate, request, facts);
    if (action->when.present && action->when.test(rules::Frame{facts, request.now, nullptr}) == rules::Truth::False)
        return open; // whatever the facts are
    for (const CompiledNeed& need : action->needs) {
        const auto name = Impl::nameOf(need, rules::Frame{facts, request.now, nullptr});
        if (!name)
            continue; // nobody can be asked for it
        const KnownFact* const fact = factOf(request, *name);
        const bool refused = fact && !fact->waiting && !fact->problem.empty() && request.now - fact->asked < factRetry;
        if (!refused && !problemOf(fact, need.limit, request.now).empty())
            open.push_back(*name);
    }
    return open;
}

} // namespace wayreeve::planning
