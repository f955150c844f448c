#include "planning/planner.h"

#include "planning/planner_compile.h"
#include "planning/planner_impl.h"

#include <algorithm>

namespace wayreeve::planning {

namespace {

/// What was taken from the other's day is taken from this one's too, where both have the budget.
Budgets taken(const Planner::Impl& to, const Planner::Impl& from, const Budgets& left) {
    Budgets budgets = to.fullBudgets;
    for (std::size_t i = 0; i < to.budgetElements.size(); ++i) {
        const auto same = std::find(from.budgetElements.begin(), from.budgetElements.end(), to.budgetElements[i]);
        if (same == from.budgetElements.end())
            continue;
        const auto at = static_cast<std::size_t>(same - from.budgetElements.begin());
        budgets.policies[i] -= from.fullBudgets.policies[at] - left.policies[at];
    }
    for (auto& [agent, money] : budgets.agents)
        if (const auto before = from.fullBudgets.agents.find(agent), now = left.agents.find(agent);
            before != from.fullBudgets.agents.end() && now != left.agents.end())
            money -= before->second - now->second;
    return budgets;
}

} // namespace

std::string Planner::learnsOtherwise(const Planner& other) const {
    const std::vector<CompiledGoal>& mine = m_impl->goals;
    const std::vector<CompiledGoal>& theirs = other.m_impl->goals;
    for (std::size_t i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
        if (i >= mine.size() || i >= theirs.size())
            return (i < mine.size() ? mine : theirs)[i].goal->id;
        if (mine[i].id != theirs[i].id || mine[i].fields != theirs[i].fields ||
            configHash(mine[i].settings()) != configHash(theirs[i].settings()) ||
            mine[i].goal->customerEffects != theirs[i].goal->customerEffects)
            return mine[i].goal->id;
    }
    return {};
}

void Planner::adoptModels(const SharedState& learned, SharedState& into) const {
    into.goals = learned.goals;
    for (std::size_t i = 0; i < into.goals.size(); ++i)
        for (const CompiledAgent& agent : m_impl->agents)
            for (const Variant& variant : agent.variants) {
                into.goals[i].outcome.ensureArm(variant.key, variant.features, priorOf(m_impl->goals[i], variant));
                into.goals[i].harm.ensureArm(variant.key, variant.features, harmPrior);
            }
}

void Planner::adoptRest(const SharedState& shared, const Planner& other, SharedState& into) const {
    into.sendTimes = shared.sendTimes;
    into.fatigue = shared.fatigue;
    into.replenishment = shared.replenishment;
    into.budgetDay = shared.budgetDay;
    into.stock = shared.stock;
    into.today = taken(*m_impl, *other.m_impl, shared.today);
    into.ahead.clear();
    for (const auto& [day, budgets] : shared.ahead)
        into.ahead.emplace(day, taken(*m_impl, *other.m_impl, budgets));
}

bool Planner::hasBudgetsOf(const Planner& other) const {
    return m_impl->budgetElements == other.m_impl->budgetElements;
}

} // namespace wayreeve::planning
