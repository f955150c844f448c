#include "base/hash.h"
#include "base/portable_math.h"
#include "planning/planner_impl.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::planning {

namespace {

using documents::Factor;
using documents::Slot;

} // namespace

std::string_view nameOf(Precedence precedence) {
    return precedence == Precedence::Recency ? "recency" : "preference";
}

double ScoreParts::counted(Factor factor) const {
    const bool subtracted = factor == Factor::Cost || factor == Factor::Harm;
    if (isOff(factor))
        return subtracted ? 0.0 : 1.0;
    switch (factor) {
    case Factor::Outcome:
        return outcome;
    case Factor::Fatigue:
        return fatigue;
    case Factor::Context:
        return context;
    case Factor::Value:
        return value;
    case Factor::Lever:
        return lever;
    case Factor::Cost:
        return cost;
    case Factor::Harm:
        return harm;
    }
    return 1.0;
}

/// Scores are money; the sum must add up to 1e-9 however it is shown, so the order of L3 is kept here and nowhere else.
double priorityOf(const ScoreParts& score) {
    double priority = score.counted(Factor::Outcome) * score.counted(Factor::Fatigue) * score.counted(Factor::Context) *
                      score.counted(Factor::Value) * score.counted(Factor::Lever);
    priority -= score.counted(Factor::Cost);
    for (const Penalty& penalty : score.penalties)
        priority -= penalty.amount;
    return priority - score.counted(Factor::Harm);
}

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

/// Of the needs and hesitations that are above their thresholds and have this candidate among their interventions, the
/// strongest (D5).
void Planner::Impl::answer(const Candidate& candidate, const interpretation::Reading& reading,
                           ScoreParts& score) const {
    const CompiledAction* action = actionOf(candidate.action);
    if (!action)
        return;
    const CompiledContent* content = contentOf(candidate.content);
    Answer strongest;
    for (const CompiledAnswer& one : answers) {
        const auto& scores = one.hesitation ? reading.hesitations : reading.needs;
        if (one.position >= scores.size() || !one.takes(action->position, content ? content - contents.data() : -1))
            continue;
        if (const double value = scores[one.position].value; value >= one.threshold && value > strongest.amount)
            strongest = {one.id, value};
    }
    if (strongest.reading != 0)
        score.answers.push_back(strongest);
}

/// L3's context weight, 0 … 3: 1 for content without tags; tags of another stage halve it; each matching kind of tag
/// adds: the stage 0.5, needs and intents their strongest score; and so does what the candidate is an intervention of.
double Planner::Impl::contextWeight(const Candidate& candidate, const interpretation::Reading& reading,
                                    std::span<const Answer> answered) const {
    const CompiledContent* content = contentOf(candidate.content);
    double weight = 1.0;
    const auto whole = [&] {
        for (const Answer& one : answered)
            weight += one.amount;
        return std::clamp(weight, 0.0, 3.0);
    };
    if (!content)
        return whole();
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
    return whole();
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
            score.off = switchedOff;
            answer(candidate, *request.reading, score);
            score.context = contextWeight(candidate, *request.reading, score.answers);
            score.harm = candidate.action == 0 ? 0.0 : harm[k].probability() * goal.harmCost;
            score.scale = score.isOff(Factor::Outcome)
                              ? 0.0
                              : outcome[k].scale * score.counted(Factor::Fatigue) * score.counted(Factor::Context) *
                                    score.counted(Factor::Value) * score.counted(Factor::Lever);
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
            score.priority = priorityOf(score);
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
        if (agent == 0)
            takeTurns(plan, request, staying, made.draw, choice);
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
            goalValue = std::max(goalValue, c.score.counted(Factor::Value));
    made.confidence = policy.confidence(contenders, 0.05 * goalValue, contenders[choice.leader].action);
    plan.candidates[made.chosen].gate = Gate::Chosen;
    plan.choices.push_back(made);
}

Instant Planner::Impl::lastContact(Sym agent, const PlanRequest& request) const {
    const CompiledAgent* const known = agentOf(agent);
    Instant last{INT64_MIN};
    for (const perception::Contact& contact : request.customer->contacts)
        if (known && std::any_of(known->variants.begin(), known->variants.end(), [&](const Variant& variant) {
                return variant.action != SIZE_MAX && actions[variant.action].id == contact.action;
            }))
            last = std::max(last, contact.at);
    return last;
}

bool Planner::Impl::isPreferred(const Candidate& candidate, const PlanRequest& request) const {
    const perception::Customer& customer = addressee(candidate, request);
    if (preferredTrait < 0 || static_cast<std::size_t>(preferredTrait) >= customer.traits.size())
        return false;
    const std::string* const wanted = customer.traits[static_cast<std::size_t>(preferredTrait)].text();
    return wanted && *wanted == documents::nameOf(candidate.channel);
}

/// L6: of two agents' candidates that are worth about the same, the one whose agent contacted the customer least
/// recently; then the one on the channel that the customer prefers. Nothing where the priority decides.
std::optional<Arbitration> Planner::Impl::precedence(const Plan& plan, const PlanRequest& request, std::uint32_t a,
                                                     std::uint32_t b) const {
    const Candidate &x = plan.candidates[a], &y = plan.candidates[b];
    const double margin = workspace->settings.arbitrationMargin;
    const double high = std::max(std::fabs(x.score.priority), std::fabs(y.score.priority));
    if (margin <= 0 || x.agent == y.agent || x.action == 0 || y.action == 0 ||
        std::fabs(x.score.priority - y.score.priority) > margin * high)
        return std::nullopt;
    const Instant ofX = lastContact(x.agent, request), ofY = lastContact(y.agent, request);
    if (ofX != ofY)
        return ofX < ofY ? Arbitration{a, b, Precedence::Recency, ofX, ofY}
                         : Arbitration{b, a, Precedence::Recency, ofY, ofX};
    const bool wantsX = isPreferred(x, request), wantsY = isPreferred(y, request);
    if (wantsX == wantsY)
        return std::nullopt;
    return wantsX ? Arbitration{a, b, Precedence::Preference, ofX, ofY}
                  : Arbitration{b, a, Precedence::Preference, ofY, ofX};
}

/// Where another agent's candidate is worth about as much as the leader and comes before it, the two change their
/// probabilities: what is drawn from is exact as before. Only among equals in risk, so that the caps hold.
void Planner::Impl::takeTurns(Plan& plan, const PlanRequest& request, const std::vector<std::uint32_t>& staying,
                              double draw, Choice& choice) const {
    const std::size_t leader = choice.leader;
    std::size_t first = leader;
    std::optional<Arbitration> why;
    for (std::size_t k = 0; k < staying.size(); ++k) {
        if (k == leader || plan.candidates[staying[k]].risk != plan.candidates[staying[leader]].risk)
            continue;
        const auto beatsLeader = precedence(plan, request, staying[k], staying[leader]);
        if (!beatsLeader || beatsLeader->first != staying[k])
            continue;
        const auto beatsFirst = precedence(plan, request, staying[k], staying[first]);
        const bool higher = plan.candidates[staying[k]].score.priority > plan.candidates[staying[first]].score.priority;
        if (first == leader || (beatsFirst ? beatsFirst->first == staying[k] : higher)) {
            first = k;
            why = beatsLeader;
        }
    }
    if (first == leader)
        return;
    std::swap(choice.probabilities[leader], choice.probabilities[first]);
    choice.leader = choice.chosen = first;
    double below = 0;
    for (std::size_t k = 0; k < staying.size(); ++k) {
        below += choice.probabilities[k];
        if (draw < below) {
            choice.chosen = k;
            break;
        }
    }
    choice.explored = choice.chosen != choice.leader;
    choice.probability = choice.probabilities[choice.chosen];
    plan.arbitrations.push_back(*why);
}

/// Between slots: of two chosen actions that exclude each other or belong to one offer family, the one with the higher
/// priority stays; the other's choice falls back to waiting.
void Planner::Impl::arbitrate(Plan& plan, const PlanRequest& request) const {
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
            bool firstLoses = a.score.priority < b.score.priority;
            if (auto decided = precedence(plan, request, first.chosen, second.chosen)) {
                firstLoses = decided->first == second.chosen;
                plan.arbitrations.push_back(*decided);
            }
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
