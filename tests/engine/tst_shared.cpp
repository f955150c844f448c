#include "engine/edit_check.h"
#include "engine/engine_tests.h"
#include "engine/shared_state_codec.h"
#include "engine/world.h"

#include <QTest>

#include <map>
#include <set>

using namespace wayreeve;
using governance::CommandKind;

namespace {

std::string text(const engine::Program& program, Sym symbol) {
    return program.symbols.name(symbol);
}

/// An operation that a person must agree to and that takes 30 of a budget of 50 a day.
std::shared_ptr<documents::Workspace> dearRefunds() {
    documents::Action refund = world::operation("goodwill");
    refund.baseRisk = documents::Risk::High;
    refund.cost = 30;
    auto demo = world::drawnActions("Flight Cancelled", {refund});
    auto policies = std::make_shared<documents::PolicyStack>(*demo->policies);
    documents::Policy budget;
    budget.id = "purse";
    budget.type = documents::PolicyType::Budget;
    budget.scope.actions = {"goodwill"};
    budget.amount = 50;
    policies->policies.push_back(budget);
    demo->policies = policies;
    return demo;
}

/// A visitor's flight is cancelled before it is known that it is c0, whose next one is cancelled, too.
world::Script twoIdentities() {
    world::Script script;
    script.days = 1;
    script.events = {{Duration::minutes(1), "identify", {}},
                     {Duration::minutes(2), "Flight Cancelled", {}, "", "visitor"},
                     {Duration::minutes(16), "Signed In", {}, "c0", "visitor"},
                     {Duration::minutes(31), "Flight Cancelled", {}, "c0"}};
    return script;
}

} // namespace

void SharedTests::absorbedProposalsAreVoided() {
    const auto program = world::compile(dearRefunds());
    const world::Kept kept = world::play(program, twoIdentities());
    QCOMPARE(kept.entries(audit::EntryKind::Merge).size(), std::size_t{1});
    const auto voids = kept.entries(audit::EntryKind::Void);
    QCOMPARE(voids.size(), std::size_t{1});
    QCOMPARE(voids[0].customer, std::uint32_t{1});
    const auto record = audit::decodeProposal(voids[0]);
    QCOMPARE(record->proposal, audit::keyOf(1, 1));
    QCOMPARE(record->decision, audit::keyOf(1, 1));
    QCOMPARE(record->state, governance::ProposalState::Voided);
    QCOMPARE(record->reasons.size(), std::size_t{1});
    QCOMPARE(text(*program, record->reasons[0]), std::string("identity-merged"));
    QCOMPARE(kept.proposal(audit::keyOf(1, 1)).state, governance::ProposalState::Voided);
    bool isAbout = false;
    std::uint64_t first = 0;
    for (const audit::Batch& batch : kept.batches) {
        for (const auto& [key, index] : batch.about)
            isAbout = isAbout || (key == audit::keyOf(1, 1) && batch.entries[index].number == voids[0].number);
        first += batch.entries.size();
    }
    QVERIFY(isAbout);
    // The 30 that the absorbed identity held are free again: the second flight gets its proposal.
    const auto drawn = kept.entries(audit::EntryKind::DrawnAction);
    QCOMPARE(drawn.size(), std::size_t{2});
    QCOMPARE(audit::decodeDrawn(drawn[1])->candidate.gate, planning::Gate::Chosen);
    QCOMPARE(kept.proposal(audit::keyOf(0, 1)).customer, std::uint32_t{0});
    QVERIFY(kept.entries(audit::EntryKind::DidNotFit).empty());
}

void SharedTests::peopleAreComparedOnce_data() {
    QTest::addColumn<bool>("sameArm");
    QTest::addColumn<int>("customers");
    QTest::addColumn<int>("converted");
    QTest::addColumn<double>("money");
    // Each buys once before they turn out to be one person, who buys again afterwards: 3 × 40 × 0.5.
    QTest::newRow("one arm: one person") << true << 1 << 1 << 60.0;
    QTest::newRow("two arms: nobody") << false << 0 << 0 << 0.0;
}

void SharedTests::peopleAreComparedOnce() {
    QFETCH(bool, sameArm);
    QFETCH(int, customers);
    QFETCH(int, converted);
    QFETCH(double, money);
    auto demo = world::load("demo");
    demo->settings.agentic = 50;
    demo->settings.control = 0;
    demo->settings.baseline = 50;
    std::string visitor;
    for (int i = 0; visitor.empty(); ++i)
        if (const std::string name = "v" + std::to_string(i);
            (engine::armOf(demo->settings, "script", name) == engine::armOf(demo->settings, "script", "c0")) == sameArm)
            visitor = name;
    const Context order =
        world::object({{"value", Value(40)}, {"margin", Value(*Decimal::parse("0.5"))}, {"order_id", Value("o")}});
    world::Script script;
    script.arm.reset();
    script.days = 2;
    script.events = {{Duration::minutes(1), "Order Completed", order},
                     {Duration::minutes(2), "Order Completed", order, "", visitor},
                     {Duration::hours(20), "Signed In", {}, "c0", visitor},
                     {Duration::hours(30), "Order Completed", order}};
    const world::Kept kept = world::play(world::compile(demo), script);
    QCOMPARE(kept.entries(audit::EntryKind::Merge).size(), std::size_t{1});
    std::int64_t seen = 0, reached = 0;
    double won = 0;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DayRow& row : batch.days) {
            seen += row.customers;
            reached += row.converted;
            won += row.money;
        }
    QCOMPARE(seen, std::int64_t{customers});
    QCOMPARE(reached, std::int64_t{converted});
    QCOMPARE(won, money);
}

void SharedTests::agentsKeepWithinTheirBudget() {
    auto demo = world::busyDemo();
    auto agents = std::make_shared<documents::AgentRoster>(*demo->agents);
    for (documents::Agent& agent : agents->agents)
        if (agent.id == "shopping")
            agent.dailyBudget = *Decimal::parse("0.1");
    demo->agents = agents;
    const auto program = world::compile(demo);
    const world::Kept kept = world::simulate(program, 300, 6, 2);
    const Sym shopping = program->symbols.find("shopping");
    std::map<std::int64_t, double> spent; // by the day on which it went out
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        if (dispatch.agent == shopping)
            spent[program->zone.local(entry.time).dayNumber] += dispatch.cost;
    }
    QVERIFY2(spent.size() >= 4, qPrintable(QString::number(spent.size())));
    double most = 0;
    for (const auto& [day, money] : spent)
        most = std::max(most, money);
    QVERIFY2(most <= 0.1 + 1e-9 && most > 0.05, qPrintable(QString::number(most)));
    std::size_t bound = 0;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Decision)) {
        const auto record = audit::decodeDecision(entry);
        for (const planning::Candidate& candidate : record->plan.candidates)
            bound += candidate.agent == shopping && candidate.gate == planning::Gate::Cap &&
                             text(*program, candidate.removedBy) == "agent-budget"
                         ? 1
                         : 0;
    }
    QVERIFY(bound > 100);
}

void SharedTests::firstGoalIsConversion() {
    const auto program = world::compile(world::load("demo"));
    QCOMPARE(text(*program, program->firstGoal()), std::string("purchase"));
    world::Script script;
    script.events = {{Duration::minutes(1), "Case Opened", world::object({{"topic", Value("delivery")}})},
                     {Duration::minutes(40), "Case Closed", {}}};
    std::uint64_t goals = 0;
    std::int64_t converted = 0;
    double money = 0;
    for (const audit::Batch& batch : world::play(program, script).batches)
        for (const audit::DayRow& row : batch.days) {
            goals += row.goals;
            converted += row.converted;
            money += row.money;
        }
    QCOMPARE(goals, std::uint64_t{2}); // "resolution" and "reconciled" name the same event
    QCOMPARE(converted, std::int64_t{0});
    QCOMPARE(money, 0.0);
}

void SharedTests::windowsAreKept() {
    const world::Kept kept = world::simulate(world::compile(world::busyDemo()), 200, 8, 1);
    const auto closed = kept.entries(audit::EntryKind::RewardClosed);
    QVERIFY(closed.size() > 50);
    std::size_t stored = 0, outcomes = 0, successes = 0;
    for (const audit::Batch& batch : kept.batches)
        for (const learning::Outcome& outcome : batch.outcomes) {
            ++outcomes;
            stored += outcome.kind == learning::OutcomeKind::WindowClosed ? 1 : 0;
            successes += outcome.kind == learning::OutcomeKind::WindowClosed && outcome.reward > 0.5 ? 1 : 0;
        }
    QCOMPARE(stored, closed.size());
    QCOMPARE(outcomes, closed.size() + kept.entries(audit::EntryKind::Outcome).size());
    QVERIFY(successes > 0 && successes < stored);
}

void SharedTests::everyProposalCountsOnce() {
    const world::Kept kept = world::simulate(world::compile(world::busyDemo()), 300, 6, 1);
    std::map<audit::Key, governance::ProposalState> last;
    for (const audit::Batch& batch : kept.batches)
        for (const governance::Proposal& proposal : batch.proposals)
            last[proposal.number] = proposal.state;
    std::uint64_t sum = 0;
    for (const auto& [word, count] : kept.summary.approvals)
        sum += count;
    QCOMPARE(sum, std::uint64_t{last.size()});
    std::map<governance::ProposalState, std::uint64_t> states;
    for (const auto& [key, state] : last)
        ++states[state];
    QVERIFY(states[governance::ProposalState::Rejected] > 0);
    QCOMPARE(kept.summary.approvals.at("rejected"), states[governance::ProposalState::Rejected]);
    QCOMPARE(kept.summary.approvals.at("expired"), states[governance::ProposalState::Expired]);
    QVERIFY(kept.summary.approvals.at("approved") > 0);
}

void SharedTests::reviewsAndConsentAreRecorded() {
    auto demo = world::busyDemo();
    auto matrix = std::make_shared<documents::AutonomyMatrix>(*demo->autonomy);
    for (auto& risk : matrix->grid)
        for (auto& cell : risk)
            cell->sample = 0.5;
    demo->autonomy = matrix;
    const auto program = world::compile(demo);
    const world::Kept kept = world::simulate(program, 200, 6, 2);
    std::set<audit::Key> rows, records;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::ReviewRow& row : batch.reviews)
            rows.insert(row.decision);
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Review)) {
        const auto record = audit::decodeReview(entry);
        QCOMPARE(record->state, 0);
        QCOMPARE(audit::customerOf(record->decision), entry.customer);
        records.insert(record->decision);
    }
    QVERIFY2(rows.size() > 10, qPrintable(QString::number(rows.size())));
    QVERIFY(records == rows);

    world::Script script;
    script.events = {
        {Duration::minutes(1), "consent",
         world::object({{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(true)}})},
        {Duration::minutes(2), "Waved", {}},
        {Duration::minutes(3), "Unsubscribed", world::object({{"channel", Value("sms")}})},
        {Duration::minutes(4), "Unsuppressed", {}}};
    QStringList lines;
    for (const audit::Entry& entry : world::play(program, script).entries(audit::EntryKind::Consent)) {
        const auto record = audit::decodeConsent(entry);
        lines << QString::fromStdString(record->event + "|" + record->messageId + "|" + record->purpose + "|" +
                                        record->channel + "|" + (record->granted ? "yes" : "no"));
        QVERIFY(audit::openedJson(entry, program->symbols).ok());
    }
    QCOMPARE(lines, QStringList({"Consent Changed|m0|marketing|email|yes", "Unsubscribed|m2||sms|no",
                                 "Unsuppressed|m3|||yes"}));
}

namespace {

/// Everyone's proposals are rejected at once, or never answered.
world::Kept watched(bool reject) {
    auto demo = world::busyDemo();
    auto population = std::make_shared<documents::Population>(*demo->populations.front());
    population->reviewers.capacityPerDay = reject ? 100'000 : 0;
    population->reviewers.approve = 0;
    population->reviewers.edit = 0;
    demo->populations = {population};
    return world::simulate(world::compile(demo), 300, 6, 1);
}

/// How soon an agent's proposal for an action is followed by the next for the same customer, after the first ended as
/// `end`: the least and how often.
std::pair<double, std::size_t> repeats(const world::Kept& kept, audit::EntryKind kind, governance::ProposalState end) {
    std::map<audit::Key, governance::Proposal> proposals;
    for (const audit::Batch& batch : kept.batches)
        for (const governance::Proposal& one : batch.proposals)
            proposals[one.number] = one;
    double least = 1e9;
    std::size_t count = 0;
    for (const audit::Entry& entry : kept.entries(kind)) {
        const audit::Key number = kind == audit::EntryKind::Verdict ? audit::decodePerson(entry)->proposal
                                                                    : audit::decodeProposal(entry)->proposal;
        const governance::Proposal& ended = proposals[number];
        if (ended.state != end || ended.candidate.agent == 0)
            continue;
        for (const auto& [key, next] : proposals)
            if (next.customer == ended.customer && next.candidate.agent != 0 &&
                next.candidate.action == ended.candidate.action && next.created > entry.time) {
                least = std::min(least, (next.created - entry.time).inHours());
                ++count;
            }
    }
    return {least, count};
}

} // namespace

void SharedTests::rejectedActionsRest() {
    const world::Kept kept = watched(true);
    QVERIFY(kept.summary.approvals.at("rejected") > 50);
    const auto [least, count] = repeats(kept, audit::EntryKind::Verdict, governance::ProposalState::Rejected);
    qInfo("%llu rejected, %zu repeats, the first after %.1f h",
          static_cast<unsigned long long>(kept.summary.approvals.at("rejected")), count, least);
    QVERIFY(least >= 47.9); // "resolution", the shortest goal window, is two days
}

void SharedTests::unansweredActionsRest() {
    const world::Kept kept = watched(false);
    QVERIFY(kept.summary.approvals.at("expired") > 50);
    const auto [least, count] = repeats(kept, audit::EntryKind::Expiry, governance::ProposalState::Expired);
    qInfo("%llu expired, %zu repeats, the first after %.1f h",
          static_cast<unsigned long long>(kept.summary.approvals.at("expired")), count, least);
    QVERIFY(count > 0);
    QVERIFY(least >= 12.0); // the support agent's interval is the shortest
}

void SharedTests::editsPassTheGates() {
    // A discount of 10 % and a plain reminder, both raised by a complaint, wait for a person.
    auto demo = world::load("demo");
    const auto program = world::compile(demo);
    planning::SharedState shared = program->planner->initialState();
    engine::CustomerState state;
    const Instant now{1'772'526'600'000}; // 09:30 in Berlin
    const auto absorb = [&](const std::string& name, Context properties) {
        perception::Event event;
        event.name = name;
        event.type = name == "Identified" ? perception::EventType::Identify : perception::EventType::Track;
        event.userId = "c0";
        event.zone = "Europe/Berlin";
        event.time = event.receivedAt = now - Duration::hours(5);
        event.properties = Value(std::move(properties));
        program->perceiver->absorb(state.memory, event);
    };
    absorb("Identified", world::object({{"first_name", Value("Kasia")}, {"email", Value("kasia@example.com")}}));
    absorb("Consent Changed",
           world::object({{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(true)}}));
    absorb("Cart Abandoned", world::object({{"value", Value(70)},
                                            {"margin", Value(*Decimal::parse("0.31"))},
                                            {"stock", Value(8)},
                                            {"on_sale", Value(false)},
                                            {"product", Value("the Alma boots")}}));
    const auto check = [&](const char* action, const char* discount, const std::string& body) {
        governance::Proposal before;
        before.number = audit::keyOf(0, 1);
        before.candidate.action = program->symbols.find(action);
        before.candidate.channel = documents::Channel::Email;
        before.candidate.discount = *Decimal::parse(discount);
        before.candidate.sendAt = now;
        before.body = "10 % off the Alma boots.";
        governance::Proposal edited = before;
        edited.body = body;
        edited.edited = true;
        return engine::editProblem(*program, shared, state, before, edited, now);
    };
    QCOMPARE(check("offer-discount", "0.10", "10 % off, only for you."), std::string());
    QCOMPARE(check("offer-discount", "0.10", "60 % off, only for you."), std::string("policies/discount-cap"));
    QCOMPARE(check("offer-discount", "0.10", "12 % off, only for you."), std::string("policies/margin-floor")); // 0.19
    QCOMPARE(check("offer-discount", "0.10", "11\xC2\xA0% off."), std::string("content/promised-discount"));
    QCOMPARE(check("offer-discount", "0.10", "5% off."), std::string());
    QCOMPARE(check("cart-reminder", "0", "Your cart is kept, and 7,5 percent off."),
             std::string("content/promised-discount"));
    QCOMPARE(check("cart-reminder", "0", "Your cart is kept for 30 days."), std::string());
    // What has changed since it was proposed refuses the edit, whatever it says.
    absorb("Order Completed", world::object({{"value", Value(70)}, {"margin", Value(*Decimal::parse("0.4"))}}));
    QCOMPARE(check("cart-reminder", "0", "Your cart is kept."), std::string("policies/just-bought"));
}

void SharedTests::commitsKeepTime() {
    // A clock that moves 30 ms an epoch and 20 ms a commit at first, 90 and 60 later: no commit ends more than 250 ms
    // after the one before it.
    world::Script script;
    script.days = 4;
    for (int i = 0; i < 380; ++i)
        script.events.push_back({Duration::minutes(15 * i + 1), "Waved", {}});
    using namespace std::chrono;
    int epochs = 0;
    steady_clock::time_point now;
    std::vector<steady_clock::time_point> times; // when each batch was durable
    script.ticks = [&] { return now; };
    script.epochEnds = [&] { now += ++epochs < 190 ? milliseconds(30) : milliseconds(90); };
    script.committed = [&] {
        now += epochs < 190 ? milliseconds(20) : milliseconds(60);
        times.push_back(now);
    };
    (void)world::play(world::compile(world::load("demo")), script);
    QVERIFY(times.size() > 50);
    QVERIFY(times.front() - steady_clock::time_point() <= milliseconds(250));
    milliseconds longest{0}, shortest{250};
    for (std::size_t i = 1; i + 1 < times.size(); ++i) { // the last is the run's end
        longest = std::max(longest, duration_cast<milliseconds>(times[i] - times[i - 1]));
        if (i >= 5) // before, it is not known how long a commit takes
            shortest = std::min(shortest, duration_cast<milliseconds>(times[i] - times[i - 1]));
    }
    qInfo("%zu commits, %lld to %lld ms apart", times.size(), static_cast<long long>(shortest.count()),
          static_cast<long long>(longest.count()));
    QVERIFY(longest <= milliseconds(200)); // of 250: the rest is for what no estimate sees coming
    QVERIFY(shortest >= milliseconds(80)); // and not at every epoch of 30 ms
}
