#include "engine/customer_state.h"
#include "engine/engine_tests.h"
#include "engine/shared_state_codec.h"
#include "engine/world.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace wayreeve;

namespace {

/// The demo with everybody answering mail at 18 o'clock and hardly else; the shopping agent chooses among the hours
/// from 7 to 22 (it is quiet from 20 to 9) and how often, clicks are its goal, earlier contacts weigh, orders recur.
std::shared_ptr<documents::Workspace> timedDemo() {
    auto demo = world::load("demo");
    auto agents = std::make_shared<documents::AgentRoster>(*demo->agents);
    for (documents::Agent& agent : agents->agents) {
        agent.dimensions.sendHours.clear();
        agent.dimensions.frequency.clear();
    }
    documents::Dimensions& dimensions = agents->agents.front().dimensions;
    for (int hour = 7; hour <= 22; ++hour)
        dimensions.sendHours.push_back(hour);
    dimensions.frequency = {Duration::days(1), Duration::days(2), Duration::days(4)};
    auto goals = std::make_shared<documents::GoalList>(*demo->goals);
    documents::Goal& purchase = goals->goals.front();
    purchase.event = "Email Clicked";
    purchase.window = Duration::hours(20);
    purchase.valueRule.clear();
    purchase.fatigue = true;
    for (documents::Goal& goal : goals->goals) {
        goal.fatigue = goal.id == "purchase";
        goal.replenishment = goal.id == "second-order";
    }
    auto population = std::make_shared<documents::Population>(*demo->populations.front());
    documents::Distribution hour;
    hour.id = "preferred-hour";
    hour.shares = {{Value(18), 1}};
    population->hidden.push_back(hour);
    for (documents::Reaction& reaction : population->reactions)
        if (reaction.event == "Email Clicked") {
            reaction.base = 2;
            reaction.hour = 14;
            reaction.delay = Duration::hours(1);
        }
    demo->agents = agents;
    demo->goals = goals;
    demo->populations = {population};
    return demo;
}

struct Timed {
    std::shared_ptr<const engine::Program> program = world::compile(timedDemo());
    world::Kept kept = world::simulate(program, 700, 12, 2);
};

const Timed& timed() {
    static const Timed made;
    return made;
}

std::vector<audit::DecisionRecord> decisions(const world::Kept& kept) {
    std::vector<audit::DecisionRecord> all;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Decision))
        all.push_back(audit::decodeDecision(entry).value());
    return all;
}

std::vector<std::vector<std::uint8_t>> bodies(const world::Kept& kept) {
    std::vector<std::vector<std::uint8_t>> all;
    for (const audit::Entry& entry : kept.entries())
        all.push_back(entry.body);
    return all;
}

} // namespace

/// Nobody is told the hour; it is found from answers. No window closes in the first 20 hours: until then nothing is
/// known, and the hours are drawn from 9 to 19 as if nobody preferred any.
void TimingTests::sendsMoveToTheHour() {
    struct Sums {
        double away = 0, count = 0;
        [[nodiscard]] double mean() const { return away / count; }
    };
    std::map<documents::Arm, std::array<Sums, 3>> spans; // the first 20 hours, until the eighth day, after it
    for (const audit::DecisionRecord& record : decisions(timed().kept))
        for (const planning::SendHour& hour : record.plan.sendHours) {
            const Duration since = record.reading.at - timed().program->workspace->populations.front()->start;
            Sums& sums = spans[record.arm][since < Duration::hours(20) ? 0 : since < Duration::days(8) ? 1 : 2];
            sums.away += std::abs(hour.hour - 18);
            sums.count += 1;
        }
    const auto& ours = spans[documents::Arm::Agentic];
    const Sums& control = spans[documents::Arm::Control][2];
    qInfo("hours away from 18: %.2f of %.0f, %.2f of %.0f, %.2f of %.0f; control %.2f of %.0f", ours[0].mean(),
          ours[0].count, ours[1].mean(), ours[1].count, ours[2].mean(), ours[2].count, control.mean(), control.count);
    QVERIFY(ours[0].count > 20 && ours[2].count > 200 && control.count > 10);
    QVERIFY(ours[2].mean() < 0.6 * ours[0].mean());
    QVERIFY(ours[2].mean() < 2.0);
    QVERIFY(control.mean() > 2.5); // control goes on drawing evenly
}

/// What was chosen is what happens: never while it is quiet, and what is due later leaves in its hour.
void TimingTests::chosenHoursAreKept() {
    std::map<std::uint64_t, std::pair<int, Instant>> chosen;
    std::size_t late = 0, sent = 0;
    for (const audit::DecisionRecord& record : decisions(timed().kept))
        for (const planning::SendHour& hour : record.plan.sendHours) {
            const planning::Candidate& candidate = record.plan.candidates[hour.candidate];
            QVERIFY(hour.hour >= 9 && hour.hour < 20);
            QVERIFY(hour.probability > 0.0 && hour.probability <= 1.0);
            QVERIFY(hour.expected > 0.0 && hour.expected < 1.0);
            QVERIFY(hour.estimate >= 0.0 && hour.estimate < 24.0);
            if (record.arm == documents::Arm::Control)
                QVERIFY(std::abs(hour.probability * std::round(1.0 / hour.probability) - 1.0) < 1e-12);
            for (std::size_t i = 0; i < record.plan.choices.size(); ++i)
                if (record.plan.choices[i].chosen == hour.candidate)
                    chosen[record.key] = {hour.hour, candidate.sendAt};
        }
    for (const audit::Entry& entry : timed().kept.entries(audit::EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        const auto found = chosen.find(dispatch.decision);
        if (found == chosen.end() || dispatch.slot != documents::Slot::Marketing)
            continue;
        ++sent;
        QVERIFY(dispatch.at >= found->second.second);
        // Up to an epoch later than the hour's beginning, or because a person took time.
        late += dispatch.proposal != 0 && dispatch.at - found->second.second > Duration::hours(1) ? 1 : 0;
    }
    QVERIFY(sent > 200);
    QVERIFY2(late * 5 < sent, qPrintable(QString::number(late)));
}

/// Fatigue is a factor of its own: the parts make the priority to 1e-9.
void TimingTests::partsMakeThePriority() {
    std::size_t tired = 0, kept = 0, gaps = 0;
    const Sym frequency = timed().program->symbols.find("frequency");
    for (const audit::DecisionRecord& record : decisions(timed().kept)) {
        for (const planning::Candidate& candidate : record.plan.candidates) {
            const planning::ScoreParts& score = candidate.score;
            kept += candidate.gate == planning::Gate::Cap && candidate.removedBy == frequency ? 1 : 0;
            if (!candidate.scored)
                continue;
            double priority = score.outcome * score.fatigue * score.context * score.value * score.lever - score.cost;
            for (const planning::Penalty& penalty : score.penalties)
                priority -= penalty.amount;
            QVERIFY(std::abs(priority - score.harm - score.priority) < 1e-9);
            QVERIFY(score.fatigue > 0.0 && score.fatigue <= 1.0);
            QVERIFY(candidate.action != 0 || score.fatigue == 1.0); // waiting tires nobody
            tired += score.fatigue < 1.0 ? 1 : 0;
        }
        for (const planning::ContactGap& gap : record.plan.gaps) {
            ++gaps;
            QVERIFY(gap.gap == Duration::days(1) || gap.gap == Duration::days(2) || gap.gap == Duration::days(4));
        }
    }
    qInfo("tired %zu, kept back %zu, gaps %zu", tired, kept, gaps);
    QVERIFY(tired > 0 && kept > 0 && gaps > 0);
}

/// Purchases are facts for conditions, and the states come back with them.
void TimingTests::rhythmsAreKept() {
    const Symbols& symbols = timed().program->symbols;
    const Sym due = symbols.find("customer.purchase_due_days");
    QVERIFY(due != 0);
    std::size_t known = 0, unknown = 0;
    for (const audit::DecisionRecord& record : decisions(timed().kept))
        for (const audit::Evidence& fact : record.evidence)
            if (fact.name == due) {
                (fact.value.isNull() ? unknown : known) += 1;
                QVERIFY(fact.value.isNull() || fact.value.toDouble() >= 0.0);
            }
    QVERIFY(known > 0 && unknown > 0);
    std::size_t hours = 0, rhythms = 0;
    std::vector<std::uint8_t> sharedBytes;
    for (const audit::Batch& batch : timed().kept.batches) {
        for (const audit::CustomerRow& row : batch.customers) {
            if (row.state.empty())
                continue;
            const auto state = engine::decodeState(row.state, symbols);
            QVERIFY(state.ok());
            hours += state->timing.hours.empty() ? 0 : 1;
            rhythms += state->timing.rhythm.last.isNever() ? 0 : 1;
            QVERIFY(engine::encodeState(*state, symbols) == row.state);
        }
        if (!batch.engineState.empty())
            sharedBytes = batch.engineState;
    }
    QVERIFY(hours > 0 && rhythms > 0);
    const auto shared = engine::decodeSharedState(sharedBytes);
    QVERIFY(shared.ok());
    QVERIFY(!(shared->first.sendTimes == planning::SendTimeModel()));
    QVERIFY(!(shared->first.fatigue == planning::Fatigue()));
    QVERIFY(!(shared->first.replenishment == planning::Replenishment()));
    // Who became one person knows what both knew.
    planning::CustomerTiming one, other;
    one.hours.add(9, true);
    other.hours.add(9, false);
    other.hours.add(18, true);
    other.rhythm = {Instant{5000}, 2, 3.5};
    one.absorb(other);
    QCOMPARE(one.hours.sent(), 3);
    QCOMPARE(int{one.hours.at(9).answered}, 1);
    QVERIFY((one.rhythm == planning::PurchaseRhythm{Instant{5000}, 2, 3.5}));
}

/// What software buys says nothing of when people buy again.
void TimingTests::softwareHasNoRhythm() {
    const auto learned = [](bool software) {
        world::Script script;
        script.days = 12;
        for (int i = 0; i < 5; ++i) {
            perception::Event event;
            event.type = perception::EventType::Track;
            event.name = "Order Completed";
            event.messageId = "o" + std::to_string(i);
            event.userId = "c0";
            event.time = event.receivedAt = script.start + Duration::days(2 * i) + Duration::hours(1);
            event.properties = Value(
                world::object({{"value", Value(40)}, {"margin", Value(10)}, {"order_id", Value(event.messageId)}}));
            if (software) {
                perception::Surroundings said;
                said.software = "buyer-bot";
                event.seenAt = perception::SharedSurroundings(said);
            }
            script.more.push_back(event);
        }
        const world::Kept kept = world::play(timed().program, script);
        std::vector<std::uint8_t> bytes;
        for (const audit::Batch& batch : kept.batches)
            if (!batch.engineState.empty())
                bytes = batch.engineState;
        return engine::decodeSharedState(bytes).value().first.replenishment;
    };
    QVERIFY(!(learned(false) == planning::Replenishment()));
    QVERIFY(learned(true) == planning::Replenishment());
}

void TimingTests::sameOnAnyNumberOfThreads() {
    const auto& program = timed().program;
    const world::Kept one = world::simulate(program, 150, 8, 1);
    QVERIFY(bodies(one) == bodies(world::simulate(program, 150, 8, 2)));
    QVERIFY(bodies(one) == bodies(world::again(program, one, 1)));
}

/// Which rows a decision rests on is in its record; where no table is asked, there is nothing.
void TimingTests::tablesAreRecorded() {
    auto demo = world::load("demo");
    auto table = std::make_shared<documents::DecisionTable>();
    table->id = "may-remind";
    table->hitPolicy = rules::HitPolicy::First;
    rules::TableInput tier;
    tier.name = "tier";
    tier.type = rules::Type::Text;
    tier.expression = "customer.tier";
    table->inputs = {tier};
    rules::TableOutput yes;
    yes.name = "yes";
    yes.type = rules::Type::Boolean;
    table->outputs = {yes};
    table->rows = {{{"\"gold\""}, {"false"}, {}}, {{"-"}, {"true"}, {}}};
    demo->tables = {table};
    auto actions = std::make_shared<documents::ActionCatalogue>(*demo->actions);
    for (documents::Action& action : actions->actions)
        if (action.id == "cart-reminder")
            action.when = "may_remind()";
    demo->actions = actions;
    const auto program = world::compile(demo);
    const Sym reminder = program->symbols.find("cart-reminder");
    const Sym tierFact = program->symbols.find("customer.tier");
    std::size_t gold = 0, others = 0, unasked = 0;
    for (const audit::DecisionRecord& record : decisions(world::simulate(program, 400, 5, 2))) {
        const bool isConsidered =
            std::any_of(record.plan.candidates.begin(), record.plan.candidates.end(), [&](const auto& candidate) {
                return candidate.action == reminder && candidate.gate > planning::Gate::Eligibility;
            });
        if (!isConsidered) {
            unasked += record.tables.empty() ? 1 : 0;
            continue;
        }
        bool isGold = false;
        for (const audit::Evidence& fact : record.evidence)
            isGold = isGold || (fact.name == tierFact && fact.value == Value("gold"));
        QVERIFY((record.tables == std::vector<rules::TableFiring>{{"may-remind", {isGold ? 0 : 1}, ""}}));
        (isGold ? gold : others) += 1;
    }
    QVERIFY(gold > 0 && others > 0 && unasked > 0);
}

/// The first entry says by which configuration each goal's models learn.
void TimingTests::configurationsAreRecorded() {
    const auto started = audit::decodeRunStarted(timed().kept.entries().front());
    QVERIFY(started.ok());
    const auto& goals = timed().program->workspace->goals->goals;
    QCOMPARE(started->models.size(), goals.size());
    for (std::size_t i = 0; i < goals.size(); ++i) {
        QCOMPARE(started->models[i].goal, goals[i].id);
        // None forgets here: the hash that `bandit` prints for its defaults.
        QCOMPARE(started->models[i].hash.hex(), planning::configHash({}).hex());
    }
}
