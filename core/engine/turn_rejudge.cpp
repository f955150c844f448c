#include "engine/turn_state.h"
#include "rules/table_watch.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

JudgedChoice judged(const planning::Candidate& candidate, const governance::Ruling& ruling) {
    JudgedChoice choice;
    choice.action = candidate.action;
    choice.content = candidate.content;
    choice.channel = candidate.channel;
    choice.risk = ruling.risk;
    choice.ruling = ruling.kind;
    if (ruling.kind == governance::RulingKind::Queue)
        choice.approval = ruling.rule.approval;
    choice.outcome = candidate.scored ? candidate.score.outcome : 0.0;
    choice.priority = candidate.scored ? candidate.score.priority : 0.0;
    return choice;
}

bool isSameWay(const planning::Candidate& a, const planning::Candidate& b) {
    return a.agent == b.agent && a.action == b.action && a.content == b.content && a.tone == b.tone &&
           a.channel == b.channel && a.discount == b.discount;
}

/// What removed the run's choice under the changed documents; "" where the same way of acting could still be chosen.
/// Who it no longer is a way of acting of at all is not among the candidates: that is told by the action's own word.
Sym removerOf(const planning::Plan& plan, const planning::Candidate& before, Sym gone) {
    if (before.action == 0)
        return 0;
    for (const planning::Candidate& candidate : plan.candidates)
        if (isSameWay(candidate, before))
            return candidate.gate < planning::Gate::Arbitration ? candidate.removedBy : 0;
    return gone;
}

} // namespace

void TurnRunner::setSecond(const Program& changed) {
    m_second = std::make_unique<TurnRunner>(changed);
    m_second->m_isSecond = true;
    m_second->m_knowsReservations = changed.planner->hasBudgetsOf(*m_program.planner);
    for (const rules::Schema::Entry& entry : m_program.schema.schema().entries()) {
        const std::vector<rules::Schema::Entry>& theirs = changed.schema.schema().entries();
        const auto same = std::find_if(theirs.begin(), theirs.end(),
                                       [&](const rules::Schema::Entry& other) { return other.name == entry.name; });
        if (same != theirs.end())
            m_second->m_sameFacts.emplace_back(static_cast<std::size_t>(entry.slot),
                                               static_cast<std::size_t>(same->slot));
    }
}

/// Everything that is known at this moment, by name; what only the changed documents know of is not known.
void TurnRunner::takeFacts(const TurnRunner& from) {
    std::fill(m_facts.begin(), m_facts.end(), Value());
    for (const auto& [theirs, own] : m_sameFacts)
        m_facts[own] = from.m_facts[theirs];
    m_members = from.m_members;
    m_memberships = from.m_memberships;
}

planning::Plan TurnRunner::planAgain(const TurnRunner& from, Turn& turn, std::vector<governance::Ruling>& rulings) {
    std::vector<rules::TableFiring> aside;
    const rules::TableWatch watch(aside);
    takeFacts(from);
    const planning::Plan plan = m_program.planner->plan(request(turn, true), m_facts);
    for (const planning::SlotChoice& choice : plan.choices) {
        const planning::Candidate& candidate = plan.candidates[choice.chosen];
        rulings.push_back(rule(turn, candidate, choice.confidence, false));
        const auto due = std::find_if(turn.flow.due.begin(), turn.flow.due.end(),
                                      [&](const planning::DueDecision& one) { return one.agent == candidate.agent; });
        holdForAfter(turn, candidate, due == turn.flow.due.end() ? turn.flow.due.front().journey : due->journey,
                     rulings.back());
    }
    return plan;
}

void TurnRunner::rejudge(Turn& turn, const audit::DecisionRecord& record, const planning::Plan& plan,
                         const std::vector<governance::Ruling>& rulings) const {
    for (std::size_t i = 0; i < record.plan.choices.size(); ++i) {
        const planning::SlotChoice& choice = record.plan.choices[i];
        const planning::Candidate& before = record.plan.candidates[choice.chosen];
        Rejudged one{record.key, turn.state.memory.number, turn.now, choice.slot, choice.agent, false, {}, {}, 0};
        one.before = judged(before, record.rulings[i]);
        for (std::size_t other = 0; other < plan.choices.size(); ++other)
            if (plan.choices[other].slot == choice.slot && plan.choices[other].agent == choice.agent)
                one.after = judged(plan.candidates[plan.choices[other].chosen], rulings[other]);
        one.removedBy = removerOf(plan, before, before.action);
        turn.out.rejudged.push_back(one);
    }
}

void TurnRunner::rejudgeDrawn(const TurnRunner& from, Turn& turn, const planning::DrawnAction& action,
                              const audit::DrawnRecord& record) {
    std::vector<rules::TableFiring> aside;
    const rules::TableWatch watch(aside);
    takeFacts(from);
    planning::Candidate candidate = m_program.planner->drawn(action, request(turn, false), m_facts);
    Rejudged one{record.key, turn.state.memory.number, turn.now, candidate.slot, 0, true, {}, {}, 0};
    one.before = judged(record.candidate, record.ruling);
    governance::Ruling ruling;
    if (candidate.gate == planning::Gate::Stayed) {
        ruling = rule(turn, candidate, 1.0, true);
        holdForAfter(turn, candidate, action.journey, ruling);
    } else {
        one.removedBy = record.candidate.gate == planning::Gate::Chosen ? candidate.removedBy : 0;
    }
    one.after = judged(candidate, ruling);
    turn.out.rejudged.push_back(one);
}

} // namespace wayreeve::engine
