#include "planning/planner_impl.h"

#include <algorithm>
#include <tuple>

namespace wayreeve::planning {

const perception::Customer& Planner::Impl::addressee(const Candidate& candidate, const PlanRequest& request) const {
    if (candidate.contact != 0)
        for (const perception::Customer* member : request.members)
            if (member->number + 1 == candidate.contact)
                return *member;
    return *request.customer;
}

const std::vector<std::string>& Planner::Impl::rolesFor(const Candidate& candidate,
                                                        const CompiledAction& action) const {
    const CompiledContent* const content = contentOf(candidate.content);
    return content && !content->block->contactRole.empty() ? content->block->contactRole : action.action->contactRole;
}

bool Planner::Impl::findContact(Candidate& candidate, const CompiledAction& action, GateContext& context) const {
    const std::vector<std::string>& roles = rolesFor(candidate, action);
    const auto rankOf = [&](const perception::Customer& member) {
        return std::find(roles.begin(), roles.end(), perceiver->roleOf(member)) - roles.begin();
    };
    const perception::Customer* best = nullptr;
    const perception::Customer* barred = nullptr; // the best of those who cannot be reached
    Sym why = context.request.members.empty() ? words.noMembers : words.contactRole;
    const auto goesBefore = [&](const perception::Customer& a, const perception::Customer* b) {
        return b == nullptr || std::tuple(rankOf(a), -a.lastSeen.ms, std::cref(a.key).get(), a.number) <
                                   std::tuple(rankOf(*b), -b->lastSeen.ms, std::cref(b->key).get(), b->number);
    };
    for (const perception::Customer* member : context.request.members) {
        if (candidate.contact != 0 && member->number + 1 != candidate.contact)
            continue;
        if (!roles.empty() && rankOf(*member) == static_cast<std::ptrdiff_t>(roles.size()))
            continue;
        if (const Sym reason = unreachable(*member, candidate, action); reason == 0) {
            if (goesBefore(*member, best))
                best = member;
        } else if (goesBefore(*member, barred)) {
            barred = member;
            why = reason;
        }
    }
    // Operations that need nobody's leave need nobody either.
    if (best == nullptr && roles.empty() && candidate.slot == documents::Slot::Operation && action.purpose == 0)
        return true;
    if (best == nullptr)
        return drop(candidate, Gate::Eligibility, why);
    candidate.contact = best->number + 1;
    context.zones = perceiver->zones(*best);
    context.frame.zone = &context.zones.front();
    return true;
}

std::vector<const perception::Contact*>
Planner::Impl::countedBy(const CompiledPolicy& policy, const Candidate& candidate, const PlanRequest& request) const {
    std::vector<const perception::Contact*> counted;
    const auto add = [&](const perception::Customer& from, auto counts) {
        for (const perception::Contact& contact : from.contacts)
            if (counts(contact))
                counted.push_back(&contact);
    };
    const auto any = [](const perception::Contact&) { return true; };
    const perception::Customer& whom = addressee(candidate, request);
    const perception::CustomerNo self = whom.number + 1;
    // What an account sent is among the contacts of whom it addressed; what it has only reserved is not.
    const auto reservedForThem = [&](const perception::Contact& contact) {
        return !contact.sent && contact.with == self;
    };
    if (policy.policy->per == documents::CapPer::Account) {
        if (!request.customer->isAccount)
            return counted; // one person's agents know nothing of the others
        add(*request.customer, any);
        for (const perception::Customer* member : request.members)
            add(*member, [](const perception::Contact& contact) { return contact.with == 0; });
        return counted;
    }
    add(whom, any);
    if (request.customer->isAccount && &whom != request.customer)
        add(*request.customer, reservedForThem);
    else if (request.account != nullptr)
        add(*request.account, reservedForThem);
    return counted;
}

} // namespace wayreeve::planning
