#include "planning/planner_impl.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

using documents::Factor;

constexpr std::uint32_t hourIndex = 1U << 16; ///< of the draw of hours, beside those of slots

bool isContact(const Candidate& candidate) {
    return candidate.action != 0 && candidate.slot != documents::Slot::Operation;
}

/// The first instant from `from` on that lies in the hour.
Instant nextIn(const Zone& zone, int hour, Instant from) {
    const LocalTime local = zone.local(from);
    if (local.minuteOfDay / 60 == hour)
        return from;
    const Instant today = zone.at(local.dayNumber, hour * 60);
    return today >= from ? today : zone.at(local.dayNumber + 1, hour * 60);
}

Instant leaves(const PlanRequest& request) {
    return std::max(request.now, request.goesOut);
}

const ContactHours& hoursOf(const PlanRequest& request) {
    static const ContactHours nothing;
    return request.timing ? request.timing->hours : nothing;
}

} // namespace

/// The hours at whose next beginning it is not quiet for this action.
HourMask Planner::Impl::openHours(HourMask among, const Candidate& candidate, const GateContext& context) const {
    HourMask open = 0;
    for (int hour = 0; hour < ContactHours::hours; ++hour) {
        if (((among >> hour) & 1U) == 0)
            continue;
        const Instant at = nextIn(context.zones.front(), hour, leaves(context.request));
        Sym heldBy = 0;
        if (Planner::quietUntil(*this, candidate, context.zones, at, heldBy) == at)
            open |= HourMask{1} << hour;
    }
    return open;
}

/// Every contact of a decision is drawn with the same number, so that two actions with the same open hours go out at
/// the same one. Where all its hours are quiet the agent chooses among them all, and the hold moves it to the nearest
/// instant that is not.
Planner::Impl::Timed Planner::Impl::sendTime(const CompiledAgent& agent, const Candidate& candidate,
                                             const GateContext& context) const {
    const PlanRequest& request = context.request;
    if (agent.hours == 0 || !isContact(candidate))
        return {request.now};
    HourMask open = openHours(agent.hours, candidate, context);
    if (open == 0)
        open = agent.hours;
    const SendTimeModel& model = request.shared->sendTimes;
    const double u = request.chance->uniform(request.customer->number, request.occasion, Purpose::Choice, hourIndex);
    SendTimeModel::Choice choice;
    if (!request.explore) {
        choice = model.best(hoursOf(request), open);
    } else if (request.arm == documents::Arm::Control) {
        // Control draws its hour as it draws its action: evenly, whatever is known.
        const int count = __builtin_popcount(open);
        int skip = static_cast<int>(u * count);
        for (int hour = 0; hour < ContactHours::hours; ++hour)
            if (((open >> hour) & 1U) != 0 && skip-- == 0)
                choice = {hour, 1.0 / count};
    } else {
        choice = model.choose(hoursOf(request), open, u);
    }
    const Instant at = nextIn(context.zones.front(), choice.hour, leaves(request));
    return {at <= leaves(request) ? request.now : at, choice.hour, choice.probability};
}

void Planner::Impl::explainHours(Plan& plan, const PlanRequest& request, std::span<const Timed> timed) const {
    const SendTimeModel& model = request.shared->sendTimes;
    const ContactHours& hours = hoursOf(request);
    for (const SlotChoice& choice : plan.choices) {
        const Timed& one = timed[choice.chosen];
        if (one.hour < 0 || plan.candidates[choice.chosen].action == 0)
            continue;
        SendHour why;
        why.candidate = choice.chosen;
        why.hour = one.hour;
        why.probability = one.probability;
        why.expected = model.expected(hours)[static_cast<std::size_t>(one.hour)];
        why.estimate = model.estimate(hours);
        why.contacts = static_cast<std::uint32_t>(hours.sent());
        plan.sendHours.push_back(why);
    }
}

double Planner::Impl::fatigueOf(const CompiledGoal& goal, const Candidate& candidate,
                                const PlanRequest& request) const {
    if (!goal.goal->fatigue || !isContact(candidate))
        return 1.0;
    thread_local std::vector<Instant> sent;
    sent.clear();
    for (const perception::Contact& contact : request.customer->contacts)
        if (contact.sent && contact.slot != documents::Slot::Operation)
            sent.push_back(contact.at);
    return request.shared->fatigue.factor(Fatigue::pressure(sent, std::max(leaves(request), candidate.sendAt)));
}

/// The gap is that of the agent's best contact by its score: what it would earn a day if kept up.
void Planner::Impl::keepGaps(Plan& plan, GateContext& context) const {
    const PlanRequest& request = context.request;
    for (const CompiledAgent& agent : agents) {
        if (agent.agent->dimensions.frequency.empty())
            continue;
        const auto isOurs = [&](const Candidate& c) {
            return c.agent == agent.id && isContact(c) && c.gate == Gate::Stayed && c.scored;
        };
        const Candidate* best = nullptr;
        for (const Candidate& candidate : plan.candidates)
            if (isOurs(candidate) && (!best || candidate.score.priority > best->score.priority))
                best = &candidate;
        if (!best)
            continue;
        const ScoreParts& score = best->score;
        double cost = score.counted(Factor::Cost) + score.counted(Factor::Harm);
        for (const Penalty& penalty : score.penalties)
            cost += penalty.amount;
        ContactGap gap;
        gap.agent = agent.id;
        const double worth =
            score.counted(Factor::Context) * score.counted(Factor::Value) * score.counted(Factor::Lever);
        gap.gap = request.shared->fatigue.bestGap(agent.agent->dimensions.frequency, score.counted(Factor::Outcome),
                                                  worth, cost);
        Instant last{INT64_MIN};
        for (const perception::Contact& contact : request.customer->contacts)
            if (contact.sent && contact.slot != documents::Slot::Operation)
                last = std::max(last, contact.at);
        gap.until = last.ms == INT64_MIN ? request.now : last + gap.gap;
        for (Candidate& candidate : plan.candidates)
            if (isOurs(candidate) && std::max(leaves(request), candidate.sendAt) < gap.until) {
                (void)drop(candidate, Gate::Cap, words.frequency);
                context.opens = std::min(context.opens, gap.until);
            }
        plan.gaps.push_back(gap);
    }
}

/// The contact of a goal with window w is best looked at when the next purchase is as likely as not to come within w.
Instant Planner::Impl::nextPurchaseLook(Sym goal, const PlanRequest& request) const {
    const CompiledGoal* compiled = goalOf(goal);
    if (!compiled || !compiled->goal->replenishment || !request.timing)
        return Instant::never();
    const Instant next = request.shared->replenishment.nextPurchase(request.timing->rhythm, request.now);
    const Instant look = next.isNever() ? next : next - compiled->goal->window;
    return look > request.now ? look : Instant::never();
}

bool Planner::learnsFromMoments() const {
    const auto& all = m_impl->agents;
    const auto& goals = m_impl->goals;
    return std::any_of(all.begin(), all.end(),
                       [](const auto& a) { return a.hours != 0 || !a.agent->dimensions.frequency.empty(); }) ||
           std::any_of(goals.begin(), goals.end(), [](const auto& g) { return g.goal->fatigue; });
}

bool Planner::isReplenished(Sym goal) const {
    const CompiledGoal* compiled = m_impl->goalOf(goal);
    return compiled && compiled->goal->replenishment;
}

void Planner::fillTiming(const SharedState& shared, const CustomerTiming& timing, Instant now,
                         perception::Facts& facts) const {
    if (m_impl->schema->purchaseDue < 0)
        return;
    Value due, gap;
    if (const Instant next = shared.replenishment.nextPurchase(timing.rhythm, now); !next.isNever()) {
        due = Value::fromDouble((next - now).inDays());
        gap = Value::fromDouble(shared.replenishment.nextGap(timing.rhythm).median);
    }
    facts[static_cast<std::size_t>(m_impl->schema->purchaseDue)] = std::move(due);
    facts[static_cast<std::size_t>(m_impl->schema->purchaseGap)] = std::move(gap);
}

std::vector<std::pair<std::string, Hash256>> Planner::configurations() const {
    std::vector<std::pair<std::string, Hash256>> all;
    for (const CompiledGoal& goal : m_impl->goals)
        all.emplace_back(goal.goal->id, configHash(goal.settings()));
    return all;
}

} // namespace wayreeve::planning
