#include "base/hash.h"
#include "base/portable_math.h"
#include "planning/planner_impl.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

using documents::Slot;

/// Scores are money; the sum must add up to 1e-9 however it is shown, so the order of L3 is kept here and nowhere else.
void finishPriority(ScoreParts& score) {
    double priority = score.outcome * score.fatigue * score.context * score.value * score.lever;
    priority -= score.cost;
    for (const Penalty& penalty : score.penalties)
        priority -= penalty.amount;
    score.priority = priority - score.harm;
}

} // namespace

void Planner::Impl::fill(const Candidate& candidate, const PlanRequest& request, perception::Facts& facts) const {
    const auto set = [&](int slot, Value value) {
        if (slot >= 0)
            facts[static_cast<std::size_t>(slot)] = std::move(value);
    };
    const auto name = [&](Sym symbol) { return symbol == 0 ? Value() : Value(symbols->name(symbol)); };
    const CompiledAction* action = actionOf(candidate.action);
    if (request.customer->isAccount)
        perceiver->fillContact(candidate.contact == 0 ? nullptr : &addressee(candidate, request), request.now, facts);
    set(schema->actionId, name(candidate.action));
    set(schema->actionChannel, Value(std::string(documents::nameOf(candidate.channel))));
    set(schema->actionSlot, Value(std::string(documents::nameOf(candidate.slot))));
    set(schema->actionContent, name(candidate.content));
    set(schema->actionTone, name(candidate.tone));
    set(schema->actionDiscount, Value(candidate.discount));
    set(schema->actionAmount, Value(candidate.amount));
    set(schema->actionCost, Value::fromDouble(candidate.score.cost));
    for (const CompiledAction& other : actions)
        for (const auto& [slot, value] : other.parameters)
            if (slot != schema->actionDiscount)
                set(slot, Value());
    if (!action)
        return;
    for (const auto& [slot, value] : action->parameters)
        if (slot != schema->actionDiscount)
            set(slot, value);
    if (!factSlots.empty())
        fillFacts(*action, request, facts);
    if (schema->budgetLeft < 0)
        return;
    const std::optional<double> left = leftFor(candidate, *action, request);
    set(schema->budgetLeft, left ? Value::fromDouble(*left) : Value());
}

/// Amount at stake and cost follow from the facts; a cost rule that cannot be evaluated is marked by −1.
void Planner::Impl::price(Candidate& candidate, const rules::Frame& frame, perception::Facts& facts) const {
    const CompiledAction* action = actionOf(candidate.action);
    if (action->amount.present) {
        const Value amount = action->amount.value(frame);
        candidate.amount = amount.number() ? *amount.number() : Decimal();
        if (schema->actionAmount >= 0)
            facts[static_cast<std::size_t>(schema->actionAmount)] = amount;
    }
    candidate.score.cost = action->action->cost.toDouble();
    if (action->cost.present) {
        const Value extra = action->cost.value(frame);
        candidate.score.cost = extra.number() ? candidate.score.cost + extra.toDouble() : -1.0;
    }
    if (schema->actionCost >= 0)
        facts[static_cast<std::size_t>(schema->actionCost)] =
            candidate.score.cost < 0 ? Value() : Value::fromDouble(candidate.score.cost);
}

/// L3's context weight, 0 … 3: 1 for content without tags; tags of another stage halve it; each matching kind of tag
/// adds: the stage 0.5, needs and intents their strongest score.
double Planner::Impl::contextWeight(const Candidate& candidate, const interpretation::Reading& reading) const {
    const CompiledContent* content = contentOf(candidate.content);
    if (!content)
        return 1.0;
    double weight = 1.0;
    if (!content->stages.empty()) {
        const bool fits =
            std::find(content->stages.begin(), content->stages.end(), reading.stage) != content->stages.end();
        weight = fits ? weight + 0.5 : weight * 0.5;
    }
    const auto strongest = [](const std::vector<int>& wanted, const std::vector<interpretation::Score>& scores) {
        double best = 0;
        for (const int position : wanted)
            if (static_cast<std::size_t>(position) < scores.size())
                best = std::max(best, scores[static_cast<std::size_t>(position)].value);
        return best;
    };
    weight += strongest(content->needs, reading.needs);
    weight += strongest(content->intents, reading.intents);
    return std::clamp(weight, 0.0, 3.0);
}

std::vector<FieldValue> Planner::Impl::rowOf(const CompiledGoal& goal, const perception::Facts& facts) const {
    std::vector<FieldValue> row;
    row.reserve(goal.slots.size());
    for (const int slot : goal.slots) {
        const Value& value = facts[static_cast<std::size_t>(slot)];
        switch (value.type()) {
        case Value::Type::Number:
            row.push_back(FieldValue::ofNumber(value.toDouble()));
            break;
        case Value::Type::Boolean:
            row.push_back(FieldValue::ofNumber(*value.boolean() ? 1.0 : 0.0));
            break;
        case Value::Type::Text:
            // A category is named by a hash of its text: the same in every run, and no table has to be shared.
            row.push_back(FieldValue::ofCategory(static_cast<std::uint32_t>(stableHash64(*value.text()))));
            break;
        case Value::Type::Duration:
            row.push_back(FieldValue::ofNumber(value.duration()->inDays()));
            break;
        default:
            row.push_back(FieldValue::missing());
        }
    }
    return row;
}

void Planner::Impl::score(std::vector<Candidate>& candidates, const PlanRequest& request, perception::Facts& facts,
                          std::vector<std::vector<FieldValue>>& rows) const {
    const rules::Frame frame{facts, request.now, nullptr};
    std::vector<std::uint32_t> arms;
    std::vector<std::size_t> which;
    std::vector<Prediction> outcome, harm;
    std::vector<CustomerEffect> effects;
    std::vector<float> x;
    for (std::size_t g = 0; g < goals.size(); ++g) {
        const CompiledGoal& goal = goals[g];
        const GoalModel& model = request.shared->goals[g];
        arms.clear();
        which.clear();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto due = std::find_if(request.due.begin(), request.due.end(),
                                          [&](const DueDecision& d) { return d.agent == candidates[i].agent; });
            if (candidates[i].gate != Gate::Stayed || due == request.due.end() || due->goal != goal.id)
                continue;
            const Variant* variant = variantOf(candidates[i]);
            const auto arm = variant ? model.outcome.findArm(variant->key) : std::nullopt;
            if (!arm)
                continue;
            arms.push_back(static_cast<std::uint32_t>(*arm));
            which.push_back(i);
        }
        if (which.empty())
            continue;
        rows[g] = rowOf(goal, facts);
        model.features.encode(rows[g], x);
        outcome.resize(arms.size());
        harm.resize(arms.size());
        effectsOf(g, request, arms, effects);
        model.outcome.predictAll(x, arms, outcome, effects);
        model.harm.predictAll(x, arms, harm);
        const bool off = workspace->isOff("goals", goal.goal->id);
        for (std::size_t k = 0; k < which.size(); ++k) {
            Candidate& candidate = candidates[which[k]];
            ScoreParts& score = candidate.score;
            candidate.scored = true;
            score.outcome = outcome[k].probability();
            score.outcomeLow = std::clamp(outcome[k].low, 0.0, 1.0);
            score.outcomeHigh = std::clamp(outcome[k].high, 0.0, 1.0);
            score.value = off ? 0.0 : goal.goal->value.toDouble();
            score.lever = goal.goal->lever;
            score.fatigue = fatigueOf(goal, candidate, request);
            score.context = contextWeight(candidate, *request.reading);
            score.harm = candidate.action == 0 ? 0.0 : harm[k].probability() * goal.harmCost;
            score.scale = outcome[k].scale * score.fatigue * score.context * score.value * score.lever;
            if (candidate.action != 0) {
                const CompiledAction* action = actionOf(candidate.action);
                fill(candidate, request, facts);
                AssessedRisk assessed = risk->assess(action->action->baseRisk, frame);
                candidate.risk = assessed.risk;
                candidate.raisedBy = std::move(assessed.raisedBy);
                for (const CompiledPolicy& policy : policies)
                    if (policy.policy->strength != documents::PolicyStrength::Hard && policy.binds[action->position] &&
                        policy.when.present && policy.when.test(frame) == rules::Truth::True)
                        score.penalties.push_back({policy.element, policy.policy->weight});
            }
            finishPriority(score);
        }
    }
}

void Planner::Impl::effectsOf(std::size_t goal, const PlanRequest& request, std::span<const std::uint32_t> arms,
                              std::vector<CustomerEffect>& effects) const {
    effects.clear();
    const GoalModel& model = request.shared->goals[goal];
    if (!model.personal)
        return;
    static const CustomerHistory nothing;
    const CustomerHistory& history = request.history ? *request.history : nothing;
    for (const std::uint32_t arm : arms)
        effects.push_back(model.personal->effect(
            history.of(static_cast<std::uint16_t>(goal), model.outcome.armKey(arm)), model.outcome.noise()));
}

void Planner::Impl::choose(Plan& plan, const PlanRequest& request, Slot slot, Sym agent, std::uint32_t index) const {
    std::vector<std::uint32_t> staying;
    for (std::uint32_t i = 0; i < plan.candidates.size(); ++i) {
        const Candidate& c = plan.candidates[i];
        if (c.slot == slot && (agent == 0 || c.agent == agent) && c.gate == Gate::Stayed && c.scored)
            staying.push_back(i);
    }
    const bool anyAction = std::any_of(plan.candidates.begin(), plan.candidates.end(), [&](const Candidate& c) {
        return c.slot == slot && (agent == 0 || c.agent == agent) && c.action != 0;
    });
    if (staying.empty() || !anyAction)
        return;
    std::vector<ChoiceCandidate> contenders;
    for (const std::uint32_t i : staying) {
        const Candidate& c = plan.candidates[i];
        contenders.push_back({c.score.priority, c.score.scale, c.risk, c.action});
    }
    thread_local ChoicePolicy policy;
    thread_local Choice choice;
    ChoiceSettings settings;
    settings.explore = request.explore;
    settings.floor = workspace->settings.exploreFloor;
    settings.caps = {workspace->settings.exploreLow, workspace->settings.exploreMedium};
    SlotChoice made;
    made.slot = slot;
    made.agent = agent;
    made.draw = request.chance->uniform(request.customer->number, request.occasion, Purpose::Choice, index);
    if (request.arm == documents::Arm::Control) {
        // Control draws uniformly from what reached the choice, high risk left out.
        settings.explore = false;
        policy.choose(contenders, settings, 0.0, choice);
        const auto open = static_cast<double>(std::count_if(
            contenders.begin(), contenders.end(), [](const auto& c) { return c.risk != documents::Risk::High; }));
        double below = 0;
        for (std::size_t k = 0; k < contenders.size(); ++k) {
            choice.probabilities[k] = contenders[k].risk == documents::Risk::High ? 0.0 : 1.0 / open;
            if (below <= made.draw && choice.probabilities[k] > 0)
                choice.chosen = k;
            below += choice.probabilities[k];
        }
        choice.explored = choice.chosen != choice.leader;
        choice.probability = choice.probabilities[choice.chosen];
    } else {
        policy.choose(contenders, settings, made.draw, choice);
    }
    for (std::size_t k = 0; k < staying.size(); ++k)
        plan.candidates[staying[k]].score.probability = choice.probabilities[k];
    made.chosen = staying[choice.chosen];
    made.leader = staying[choice.leader];
    made.probability = choice.probability;
    made.explored = choice.explored;
    double goalValue = 0;
    for (const Candidate& c : plan.candidates)
        if (c.scored && c.slot == slot)
            goalValue = std::max(goalValue, c.score.value);
    made.confidence = policy.confidence(contenders, 0.05 * goalValue);
    plan.candidates[made.chosen].gate = Gate::Chosen;
    plan.choices.push_back(made);
}

/// Between slots: of two chosen actions that exclude each other or belong to one offer family, the one with the higher
/// priority stays; the other's choice falls back to waiting.
void Planner::Impl::arbitrate(Plan& plan) const {
    const auto conflicts = [&](const Candidate& a, const Candidate& b) {
        const CompiledAction *x = actionOf(a.action), *y = actionOf(b.action);
        if (!x || !y)
            return false;
        const auto names = [](const CompiledAction& by, Sym other) {
            return std::find(by.excludes.begin(), by.excludes.end(), other) != by.excludes.end();
        };
        return names(*x, y->id) || names(*y, x->id) || (x->family != 0 && x->family == y->family);
    };
    for (SlotChoice& first : plan.choices)
        for (SlotChoice& second : plan.choices) {
            Candidate& a = plan.candidates[first.chosen];
            Candidate& b = plan.candidates[second.chosen];
            if (&first == &second || a.action == 0 || b.action == 0 || !conflicts(a, b))
                continue;
            const bool firstLoses = a.score.priority < b.score.priority;
            SlotChoice& loser = firstLoses ? first : second;
            const Sym winner = firstLoses ? b.action : a.action;
            for (std::uint32_t i = 0; i < plan.candidates.size(); ++i) {
                Candidate& wait = plan.candidates[i];
                if (wait.action != 0 || wait.slot != loser.slot || !wait.scored ||
                    (loser.agent != 0 && wait.agent != loser.agent))
                    continue;
                plan.candidates[loser.chosen].gate = Gate::Arbitration;
                plan.candidates[loser.chosen].removedBy = winner;
                wait.gate = Gate::Chosen;
                loser.chosen = i;
                break;
            }
        }
}

void Planner::Impl::explainTerms(Plan& plan, const PlanRequest& request,
                                 const std::vector<std::vector<FieldValue>>& rows) const {
    std::vector<CustomerEffect> effects;
    for (const SlotChoice& choice : plan.choices)
        for (const std::uint32_t index : {choice.chosen, choice.leader}) {
            Candidate& candidate = plan.candidates[index];
            const Variant* variant = variantOf(candidate);
            if (!candidate.score.terms.empty() || !variant)
                continue;
            for (std::size_t g = 0; g < goals.size(); ++g) {
                const auto due = std::find_if(request.due.begin(), request.due.end(),
                                              [&](const DueDecision& d) { return d.agent == candidate.agent; });
                if (rows[g].empty() || due == request.due.end() || due->goal != goals[g].id)
                    continue;
                const GoalModel& model = request.shared->goals[g];
                const Contributions parts =
                    model.outcome.explain(model.features, rows[g], *model.outcome.findArm(variant->key));
                candidate.score.terms.push_back({0, parts.intercept});
                for (std::size_t f = 0; f < parts.fields.size(); ++f)
                    candidate.score.terms.push_back({goals[g].fields[f].id, parts.fields[f]});
                candidate.score.terms.push_back({words.interactions, parts.interactions});
                const std::uint32_t arm = static_cast<std::uint32_t>(*model.outcome.findArm(variant->key));
                effectsOf(g, request, std::span(&arm, 1), effects);
                if (!effects.empty())
                    candidate.score.terms.push_back({words.ownEffect, effects.front().mean});
            }
        }
}

} // namespace wayreeve::planning
