#include "learning/attribution.h"

#include "base/cbor.h"
#include "learning/outcome_codec.h"
#include "rules/expression.h"

#include <algorithm>
#include <optional>
#include <string>

namespace wayreeve::learning {

using rules::Expression;
using rules::Truth;

namespace {

struct Harm {
    std::string event;
    Sym symbol = 0;
    double cost = 0;
};

struct CompiledGoal {
    Sym id = 0;
    std::string event;
    Sym symbol = 0; ///< of the event
    bool filtered = false;
    std::optional<Expression> when;
    double value = 0;
    std::optional<Expression> valueRule;
    Duration window;
    std::vector<Harm> harms;
};

bool isWait(const OpenReward& reward) {
    return reward.action == 0;
}

bool holds(const OpenReward& reward, Instant at) {
    return reward.from <= at && at < reward.until;
}

/// The later of two that hold the event: a contact or operation before any wait, then the last dispatched.
bool isBetter(const OpenReward& reward, const OpenReward* best) {
    if (best == nullptr || isWait(reward) != isWait(*best))
        return best == nullptr || isWait(*best);
    return reward.from >= best->from;
}

template <class Counts>
OpenReward* lastHolding(std::vector<OpenReward>& open, Instant at, Counts counts) {
    OpenReward* best = nullptr;
    for (OpenReward& reward : open)
        if (counts(reward) && holds(reward, at) && isBetter(reward, best))
            best = &reward;
    return best;
}

} // namespace

struct Attribution::Impl {
    std::vector<CompiledGoal> goals; ///< in document order, without those that are off

    [[nodiscard]] const CompiledGoal* find(Sym id) const {
        const auto found =
            std::find_if(goals.begin(), goals.end(), [&](const CompiledGoal& goal) { return goal.id == id; });
        return found == goals.end() ? nullptr : &*found;
    }
    void creditGoal(const CompiledGoal& goal, std::vector<OpenReward>& open, const perception::Event& event,
                    const rules::Frame& frame, Outcome outcome, std::vector<Outcome>& outcomes) const;
    void creditHarm(std::vector<OpenReward>& open, const perception::Event& event, Outcome outcome,
                    std::vector<Outcome>& outcomes) const;
};

Attribution::Attribution(const documents::Workspace& workspace, const documents::FactSchema& schema, Symbols& symbols) {
    const auto compile = [&](const std::string& text, rules::Type type) -> std::optional<Expression> {
        if (text.empty())
            return std::nullopt;
        auto expression = Expression::compile(text, schema.schema(), type);
        return expression ? std::optional(*expression) : std::nullopt;
    };
    auto impl = std::make_unique<Impl>();
    if (workspace.goals != nullptr)
        for (const documents::Goal& goal : workspace.goals->goals) {
            CompiledGoal compiled;
            compiled.id = symbols.intern(goal.id);
            compiled.event = goal.event;
            compiled.symbol = symbols.intern(goal.event);
            compiled.filtered = !goal.when.empty();
            compiled.when = compile(goal.when, rules::Type::Boolean);
            compiled.value = goal.value.toDouble();
            compiled.valueRule = compile(goal.valueRule, rules::Type::Number);
            compiled.window = goal.window;
            for (const documents::NegativeReward& negative : goal.negative)
                compiled.harms.push_back({negative.event, symbols.intern(negative.event), negative.cost.toDouble()});
            if (!workspace.isOff("goals", goal.id))
                impl->goals.push_back(std::move(compiled));
        }
    m_impl = std::move(impl);
}

Attribution::~Attribution() = default;

void Attribution::opened(std::vector<OpenReward>& open, OpenReward reward) const {
    const CompiledGoal* goal = m_impl->find(reward.goal);
    if (goal == nullptr)
        return;
    reward.until = reward.from + goal->window;
    for (OpenReward& other : open)
        if (isWait(other) && other.goal == reward.goal && holds(other, reward.from))
            other.until = reward.from;
    open.push_back(std::move(reward));
}

void Attribution::waited(std::vector<OpenReward>& open, OpenReward reward) const {
    const CompiledGoal* goal = m_impl->find(reward.goal);
    const bool runs = std::any_of(open.begin(), open.end(), [&](const OpenReward& other) {
        return isWait(other) && other.goal == reward.goal && holds(other, reward.from);
    });
    if (goal == nullptr || runs)
        return;
    reward.action = 0;
    reward.until = reward.from + goal->window;
    open.push_back(std::move(reward));
}

void Attribution::Impl::creditGoal(const CompiledGoal& goal, std::vector<OpenReward>& open,
                                   const perception::Event& event, const rules::Frame& frame, Outcome outcome,
                                   std::vector<Outcome>& outcomes) const {
    if (goal.event.empty() || goal.event != event.name)
        return;
    if (goal.filtered && (!goal.when || goal.when->test(frame) != Truth::True))
        return;
    OpenReward* reward =
        lastHolding(open, event.time, [&](const OpenReward& candidate) { return candidate.goal == goal.id; });
    outcome.kind = OutcomeKind::Goal;
    outcome.goal = goal.id;
    outcome.event = goal.symbol;
    const Value money = goal.valueRule ? goal.valueRule->evaluate(frame) : Value();
    outcome.money = money.toDouble(goal.value);
    if (reward != nullptr) {
        reward->credited = true;
        outcome.decision = reward->decision;
    }
    outcomes.push_back(outcome);
}

void Attribution::Impl::creditHarm(std::vector<OpenReward>& open, const perception::Event& event, Outcome outcome,
                                   std::vector<Outcome>& outcomes) const {
    const auto harmOf = [&](Sym id) -> const Harm* {
        const CompiledGoal* goal = find(id);
        if (goal == nullptr)
            return nullptr;
        const auto harm = std::find_if(goal->harms.begin(), goal->harms.end(),
                                       [&](const Harm& one) { return one.event == event.name; });
        return harm == goal->harms.end() ? nullptr : &*harm;
    };
    // One event is one harm, however many goals name it: the last contact's goal says what it costs.
    OpenReward* reward =
        lastHolding(open, event.time, [&](const OpenReward& candidate) { return harmOf(candidate.goal) != nullptr; });
    Sym goal = reward != nullptr ? reward->goal : 0;
    for (const CompiledGoal& other : goals)
        if (goal == 0 && harmOf(other.id) != nullptr)
            goal = other.id;
    const Harm* harm = harmOf(goal);
    if (harm == nullptr)
        return;
    outcome.kind = OutcomeKind::Harm;
    outcome.goal = goal;
    outcome.event = harm->symbol;
    outcome.money = -harm->cost;
    if (reward != nullptr) {
        reward->harmed = true;
        outcome.decision = reward->decision;
    }
    outcomes.push_back(outcome);
}

void Attribution::credit(std::vector<OpenReward>& open, const perception::Event& event, const perception::Facts& facts,
                         std::uint32_t customer, std::vector<Outcome>& outcomes) const {
    const rules::Frame frame{facts, std::max(event.time, event.receivedAt), nullptr};
    Outcome outcome;
    outcome.customer = customer;
    outcome.at = event.time;
    for (const CompiledGoal& goal : m_impl->goals)
        m_impl->creditGoal(goal, open, event, frame, outcome, outcomes);
    m_impl->creditHarm(open, event, outcome, outcomes);
}

void Attribution::close(std::vector<OpenReward>& open, Instant now, std::uint32_t customer,
                        std::vector<Outcome>& outcomes, std::vector<ModelUpdate>& updates) const {
    const auto isOpen = [&](const OpenReward& reward) { return reward.until > now; };
    const auto firstClosed = std::stable_partition(open.begin(), open.end(), isOpen);
    std::stable_sort(firstClosed, open.end(), [](const OpenReward& a, const OpenReward& b) {
        return a.until != b.until ? a.until < b.until : a.from != b.from ? a.from < b.from : a.decision < b.decision;
    });
    for (auto reward = firstClosed; reward != open.end(); ++reward) {
        Outcome outcome;
        outcome.kind = OutcomeKind::WindowClosed;
        outcome.decision = reward->decision;
        outcome.customer = customer;
        outcome.goal = reward->goal;
        outcome.at = reward->until;
        outcome.reward = reward->credited ? 1 : 0;
        outcome.harmed = reward->harmed ? 1 : 0;
        outcome.learned = reward->learns;
        outcomes.push_back(outcome);
        if (reward->learns)
            updates.push_back({std::move(reward->context), outcome.reward, outcome.harmed, reward->moment});
    }
    open.erase(firstClosed, open.end());
}

Instant Attribution::nextClose(const std::vector<OpenReward>& open) const {
    Instant next = Instant::never();
    for (const OpenReward& reward : open)
        next = std::min(next, reward.until);
    return next;
}

Duration Attribution::window(Sym goal) const {
    const CompiledGoal* found = m_impl->find(goal);
    return found == nullptr ? Duration{} : found->window;
}

namespace {

/// An answer is the reward: the goal's outcome within its window, credited to this contact.
void learnMoment(planning::SharedState& shared, planning::CustomerTiming& timing, const ModelUpdate& update) {
    timing.hours.add(update.moment.hour, update.reward > 0.0);
    shared.sendTimes.observe(timing.hours);
    if (update.moment.predicted >= 0.0)
        shared.fatigue.observe(update.moment.pressure, update.moment.predicted, update.reward);
}

} // namespace

Hash256 applyUpdates(planning::SharedState& shared, const std::vector<ModelUpdate>& updates,
                     std::span<planning::CustomerHistory* const> histories,
                     std::span<planning::CustomerTiming* const> timings) {
    Hasher hasher;
    cbor::Writer writer;
    std::vector<float> features;
    for (std::size_t i = 0; i < updates.size(); ++i) {
        const ModelUpdate& update = updates[i];
        writer.clear();
        encode(writer, update);
        hasher.add(writer.data());
        if (update.moment.isKnown() && i < timings.size())
            learnMoment(shared, *timings[i], update);
        if (update.context.goal >= shared.goals.size())
            continue;
        planning::GoalModel& model = shared.goals[update.context.goal];
        // Statistics first: a category that is new here gets its slot before the row is learned from.
        model.features.observe(update.context.row);
        model.features.encode(update.context.row, features);
        const std::size_t arm = model.outcome.ensureArm(update.context.arm);
        if (model.personal && i < histories.size())
            model.personal->learn(model.outcome, *histories[i], update.context.goal, features, arm, update.reward);
        else
            model.outcome.update(features, arm, update.reward);
        model.harm.update(features, model.harm.ensureArm(update.context.arm), update.harm);
    }
    if (std::any_of(updates.begin(), updates.end(), [](const ModelUpdate& one) { return one.moment.isKnown(); }))
        shared.sendTimes.endEpoch();
    for (planning::GoalModel& model : shared.goals) {
        model.outcome.endEpoch();
        model.harm.endEpoch();
    }
    return hasher.finish();
}

} // namespace wayreeve::learning
