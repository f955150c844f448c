#include "planning/planner_impl.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

using documents::PolicyStrength;
using documents::PolicyType;

bool hard(const CompiledPolicy& policy) {
    return policy.policy->strength == PolicyStrength::Hard;
}

} // namespace

bool Planner::Impl::drop(Candidate& candidate, Gate gate, Sym by) const {
    candidate.gate = gate;
    candidate.removedBy = by;
    return false;
}

/// Gates in semantics.md's order; the first that closes is recorded.
void Planner::Impl::runGates(Candidate& candidate, GateContext& context, bool drawnAction) const {
    const CompiledAction* action = actionOf(candidate.action);
    candidate.gate = Gate::Stayed;
    if (!action || action->off) {
        (void)drop(candidate, Gate::Eligibility, words.off);
        return;
    }
    if (context.request.customer->isAccount && !findContact(candidate, *action, context))
        return;
    fill(candidate, context.request, context.facts);
    price(candidate, context.frame, context.facts);
    if (!drawnAction)
        if (const CompiledAgent* agent = agentOf(candidate.agent)) {
            if (agent->off || (agent->when.present && agent->when.test(context.frame) != rules::Truth::True)) {
                (void)drop(candidate, Gate::Eligibility, words.agent);
                return;
            }
        }
    if (eligible(candidate, *action, context) && factsHold(candidate, *action, context) &&
        applicable(candidate, *action, context) && passesRules(candidate, *action, context) &&
        withinCaps(candidate, *action, context) && (drawnAction || rested(candidate, context)) &&
        withinBudgets(candidate, *action, context))
        (void)notExcluded(candidate, *action, context);
}

Sym Planner::Impl::unwelcome(const perception::Customer& customer, documents::Channel channel, documents::Slot slot,
                             const CompiledAction& action) const {
    if (slot == documents::Slot::Operation && action.purpose == 0)
        return 0;
    if (customer.suppressed && !action.action->internal)
        return words.suppressed;
    if (channel == documents::Channel::Ads && !customer.isPerson())
        return words.noPerson; // audiences are of people
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Consent && policy.binds[action.position] && action.purpose != 0 &&
            !perceiver->mayContact(customer, action.purpose, channel))
            return policy.element;
    return 0;
}

Sym Planner::unwelcome(const perception::Customer& customer, Sym action, documents::Channel channel,
                       documents::Slot slot) const {
    const CompiledAction* const known = m_impl->actionOf(action);
    return known ? m_impl->unwelcome(customer, channel, slot, *known) : m_impl->words.inapplicable;
}

Sym Planner::Impl::unreachable(const perception::Customer& customer, const Candidate& candidate,
                               const CompiledAction& action) const {
    if (candidate.slot == documents::Slot::Operation && action.purpose == 0)
        return 0;
    if (const Sym why = unwelcome(customer, candidate.channel, candidate.slot, action); why != 0)
        return why;
    const auto known = [&](int trait) {
        return trait < 0 || (static_cast<std::size_t>(trait) < customer.traits.size() &&
                             !customer.traits[static_cast<std::size_t>(trait)].isNull());
    };
    const bool reachable =
        candidate.channel == documents::Channel::Email ? known(emailTrait)
        : candidate.channel == documents::Channel::Sms || candidate.channel == documents::Channel::Call
            ? known(phoneTrait)
            : true;
    return reachable || action.action->internal ? 0 : words.address;
}

bool Planner::Impl::eligible(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    const Sym why = unreachable(addressee(candidate, context.request), candidate, action);
    return why == 0 || drop(candidate, Gate::Eligibility, why);
}

bool Planner::Impl::applicable(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    if (action.when.present && action.when.test(context.frame) != rules::Truth::True)
        return drop(candidate, Gate::Applicability, words.inapplicable);
    if (candidate.content == 0)
        return true;
    const CompiledContent* content = contentOf(candidate.content);
    if (!content || !content->usable)
        return drop(candidate, Gate::Applicability, words.notApproved);
    for (const auto* pieces : {&content->subject, &content->body})
        for (const TextPiece& piece : *pieces)
            if (piece.slot != -2 && (piece.slot < 0 || context.facts[static_cast<std::size_t>(piece.slot)].isNull()))
                return drop(candidate, Gate::Applicability, words.missingFact);
    return true;
}

/// Suitability and hard constraints. Whatever cannot be evaluated refuses: guardrails fail closed.
bool Planner::Impl::passesRules(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Suitability && hard(policy) && policy.binds[action.position] &&
            policy.when.test(context.frame) != rules::Truth::True)
            return drop(candidate, Gate::Suitability, policy.element);
    if (action.cost.present && candidate.score.cost < 0)
        return drop(candidate, Gate::HardConstraint, words.costUnknown);
    for (const CompiledPolicy& policy : policies) {
        if (!hard(policy) || !policy.binds[action.position])
            continue;
        const auto limited = [&](bool atMost, const Value& fallback) {
            const Value value = policy.value.present ? policy.value.value(context.frame) : fallback;
            const Decimal* number = value.number();
            if (!number || !policy.policy->limit)
                return false;
            return atMost ? *number <= *policy.policy->limit : *number >= *policy.policy->limit;
        };
        bool passes = true;
        switch (policy.policy->type) {
        case PolicyType::Rule:
            passes = policy.when.test(context.frame) == rules::Truth::False;
            break;
        case PolicyType::DiscountCap:
            passes = limited(true, Value(candidate.discount));
            break;
        case PolicyType::MarginFloor:
        case PolicyType::Inventory:
            passes = limited(false, Value());
            break;
        default:
            break;
        }
        if (!passes)
            return drop(candidate, Gate::HardConstraint, policy.element);
    }
    return true;
}

bool Planner::Impl::withinCaps(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Cap && hard(policy) && policy.binds[action.position] &&
            !withinCap(policy, candidate, context))
            return drop(candidate, Gate::Cap, policy.element);
    if (!action.action->cooldown)
        return true;
    for (const perception::Contact& contact : context.request.customer->contacts) {
        const auto& others = action.cooldownFrom;
        if ((contact.action != candidate.action &&
             std::find(others.begin(), others.end(), contact.action) == others.end()) ||
            (contact.proposal != 0 && contact.proposal == context.ownProposal && !contact.sent))
            continue;
        const Instant opens = contact.at + *action.action->cooldown;
        if (opens > std::max(context.request.now, context.request.goesOut)) {
            context.opens = std::min(context.opens, opens);
            return drop(candidate, Gate::Cap, words.cooldown);
        }
    }
    return true;
}

/// Contacts sent and reserved count on the customer-local day on which they go out. Reservations of a proposal that
/// this candidate would carry out or replace do not count.
bool Planner::Impl::withinCap(const CompiledPolicy& policy, const Candidate& candidate, GateContext& context) const {
    const Instant goesOut = outAt(candidate, context.request, context.zones);
    const auto replaced = [&](const perception::Contact& contact) {
        if (contact.sent || contact.proposal == 0)
            return false;
        if (contact.proposal == context.ownProposal)
            return true;
        return std::any_of(context.request.incumbents.begin(), context.request.incumbents.end(),
                           [&](const Incumbent& i) {
                               return i.givesWay && i.proposal == contact.proposal && i.slot == candidate.slot;
                           });
    };
    std::vector<Instant> counted;
    for (const perception::Contact* const contact : countedBy(policy, candidate, context.request)) {
        const CompiledAction* other = actionOf(contact->action);
        if (!other || !policy.binds[other->position] || replaced(*contact))
            continue;
        if (policy.policy->per == documents::CapPer::Channel && contact->channel != candidate.channel)
            continue;
        if (policy.policy->per == documents::CapPer::Action && contact->action != candidate.action)
            continue;
        counted.push_back(contact->at);
    }
    const auto limit = static_cast<std::size_t>(std::max(0, policy.policy->count));
    if (policy.policy->window == documents::CapWindow::LocalDay) {
        for (const Zone& zone : context.zones) {
            const std::int64_t day = zone.local(goesOut).dayNumber;
            const auto sameDay = std::count_if(counted.begin(), counted.end(),
                                               [&](Instant at) { return zone.local(at).dayNumber == day; });
            if (static_cast<std::size_t>(sameDay) >= limit) {
                context.opens = std::min(context.opens, zone.at(day + 1, 0));
                return false;
            }
        }
        return true;
    }
    const Duration length = Duration::days(policy.policy->days);
    std::erase_if(counted, [&](Instant at) { return at <= goesOut - length; });
    if (counted.size() < limit)
        return true;
    std::sort(counted.begin(), counted.end());
    if (limit > 0)
        context.opens = std::min(context.opens, counted[counted.size() - limit] + length);
    return false;
}

/// What a person turned down is not proposed to them again at once. A proposal that stands has its own verdict.
bool Planner::Impl::rested(Candidate& candidate, GateContext& context) const {
    if (context.ownProposal != 0)
        return true;
    for (const TurnedDown& one : context.request.turnedDown)
        if (one.action == candidate.action && one.until > context.request.now) {
            context.opens = std::min(context.opens, one.until);
            return drop(candidate, Gate::Cap, one.byPerson ? words.rejected : words.unanswered);
        }
    return true;
}

bool Planner::Impl::withinBudgets(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    if (context.ownProposal != 0)
        return true; // its reservation stands
    const bool counted = std::any_of(policies.begin(), policies.end(), [&](const CompiledPolicy& policy) {
        return !policy.units.empty() && policy.binds[action.position];
    });
    const std::optional<double> left = leftFor(candidate, action, context.request);
    if (!counted && (!left || *left >= candidate.score.cost))
        return true;
    Budgets scratch;
    const Budgets& budgets = budgetsFor(candidate, context.request, scratch);
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Budget && policy.binds[action.position] &&
            policy.takes(action.position, candidate.score.cost) > 0 &&
            budgets.policies[policy.budget] < policy.takes(action.position, candidate.score.cost))
            return drop(candidate, Gate::Cap, policy.element);
    const auto own = budgets.agents.find(candidate.agent);
    if (own != budgets.agents.end() && own->second < candidate.score.cost)
        return drop(candidate, Gate::Cap, words.agentBudget);
    return true;
}

bool Planner::Impl::notExcluded(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    for (const CompiledPolicy& policy : policies)
        if (policy.policy->type == PolicyType::Conflict && hard(policy) && policy.binds[action.position] &&
            policy.when.test(context.frame) != rules::Truth::False)
            return drop(candidate, Gate::Exclusion, policy.element);
    if (action.family != 0)
        for (const Incumbent& incumbent : context.request.incumbents)
            if (incumbent.family == action.family && incumbent.proposal != context.ownProposal &&
                incumbent.slot != candidate.slot)
                return drop(candidate, Gate::Exclusion, words.family);
    return true;
}

Instant Planner::Impl::outAt(const Candidate& candidate, const PlanRequest& request,
                             std::span<const Zone> zones) const {
    Sym heldBy = 0;
    return Planner::quietUntil(*this, candidate, zones, std::max({request.now, request.goesOut, candidate.sendAt}),
                               heldBy);
}

std::int64_t Planner::Impl::dayOf(const Candidate& candidate, const PlanRequest& request) const {
    return budgetZone.local(outAt(candidate, request, perceiver->zones(addressee(candidate, request)))).dayNumber;
}

const Budgets& Planner::Impl::budgetsFor(const Candidate& candidate, const PlanRequest& request,
                                         Budgets& scratch) const {
    const std::int64_t day = dayOf(candidate, request);
    const auto ahead = request.shared->ahead.find(day);
    const Budgets* budgets = day <= request.shared->budgetDay       ? &request.shared->today
                             : ahead == request.shared->ahead.end() ? &fullBudgets
                                                                    : &ahead->second;
    const auto isOwn = [&](const Incumbent& incumbent) {
        if (request.ownProposal != 0)
            return incumbent.proposal == request.ownProposal;
        const bool same = candidate.slot == documents::Slot::Operation
                              ? incumbent.agent == candidate.agent && incumbent.action == candidate.action
                              : incumbent.slot == candidate.slot;
        return incumbent.givesWay && same;
    };
    for (const Incumbent& incumbent : request.incumbents)
        if (!incumbent.reserved.empty() && incumbent.reservedDay == day && isOwn(incumbent)) {
            if (budgets != &scratch)
                scratch = *budgets;
            budgets = &scratch;
            for (const Reservation& reservation : incumbent.reserved)
                Planner::left(scratch, reservation) += reservation.amount;
        }
    return *budgets;
}

std::optional<double> Planner::Impl::leftFor(const Candidate& candidate, const CompiledAction& action,
                                             const PlanRequest& request) const {
    const auto binds = [&](const CompiledPolicy& policy) {
        return policy.policy->type == PolicyType::Budget && policy.units.empty() && policy.binds[action.position];
    };
    // Most actions have no budget, and to find the day takes time zones.
    if (!fullBudgets.agents.contains(candidate.agent) && std::none_of(policies.begin(), policies.end(), binds))
        return std::nullopt;
    Budgets scratch;
    const Budgets& budgets = budgetsFor(candidate, request, scratch);
    std::optional<double> left;
    for (const CompiledPolicy& policy : policies)
        if (binds(policy) && (!left || budgets.policies[policy.budget] < *left))
            left = budgets.policies[policy.budget];
    if (const auto own = budgets.agents.find(candidate.agent);
        own != budgets.agents.end() && (!left || own->second < *left))
        left = own->second;
    return left;
}

Instant Planner::Impl::quietUntil(const Candidate& candidate, std::span<const Zone> zones, Instant from,
                                  Sym& heldBy) const {
    return Planner::quietUntil(*this, candidate, zones, from, heldBy);
}

Instant Planner::allowedFrom(const Candidate& candidate, std::span<const Zone> zones, Instant from, Sym& policy) const {
    return quietUntil(*m_impl, candidate, zones, from, policy);
}

/// The strictest of the zones: nothing goes out while any of them is quiet. An overnight window belongs to the day on
/// which it starts.
Instant Planner::quietUntil(const Impl& impl, const Candidate& candidate, std::span<const Zone> zones, Instant from,
                            Sym& heldBy) {
    heldBy = 0;
    const CompiledAction* action = impl.actionOf(candidate.action);
    if (!action)
        return from;
    Instant at = from;
    for (int rounds = 0; rounds < 64; ++rounds) { // windows may chain across policies and zones
        bool moved = false;
        for (const CompiledPolicy& policy : impl.policies) {
            const documents::Policy& p = *policy.policy;
            if (p.type != PolicyType::QuietHours || !policy.binds[action->position] ||
                (p.exemptTransactional && action->action->transactional))
                continue;
            const auto quietOn = [&](int weekday) {
                return p.weekdays.empty() ||
                       std::find(p.weekdays.begin(), p.weekdays.end(), weekday) != p.weekdays.end();
            };
            for (const Zone& zone : zones) {
                const LocalTime local = zone.local(at);
                const bool overnight = p.to <= p.from;
                const int yesterday = local.weekday == 1 ? 7 : local.weekday - 1;
                std::int64_t endDay = 0;
                if (overnight && local.minuteOfDay >= p.from && quietOn(local.weekday))
                    endDay = local.dayNumber + 1;
                else if (overnight && local.minuteOfDay < p.to && quietOn(yesterday))
                    endDay = local.dayNumber;
                else if (!overnight && local.minuteOfDay >= p.from && local.minuteOfDay < p.to &&
                         quietOn(local.weekday))
                    endDay = local.dayNumber;
                else
                    continue;
                at = std::max(zone.at(endDay, p.to), at + Duration::milliseconds(1));
                heldBy = policy.element;
                moved = true;
            }
        }
        if (!moved)
            return at;
    }
    return at;
}

} // namespace wayreeve::planning
