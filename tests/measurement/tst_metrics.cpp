#include "measurement_tests.h"

#include "measurement/comparison.h"
#include "measurement/metrics.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace wayreeve;
using namespace wayreeve::measurement;
using documents::Arm;
using documents::Channel;
using documents::Slot;
using governance::RulingKind;

namespace {

constexpr Sym mail = 1, handoff = 2, left = 3, complaint = 4, exceptionRule = 5;

Instant hour(double h) {
    return Instant{static_cast<std::int64_t>(h * 3'600'000)};
}

/// Four agentic customers (0–3), two of the baseline (4, 5), one control (6), one of mixed arms (7). Every metric is
/// worked out by hand beside the rows.
struct World {
    std::vector<audit::CustomerRow> customers;
    std::vector<std::string> groups;
    std::vector<audit::DecisionRow> decisions;
    std::vector<execution::Dispatch> dispatches;
    std::vector<learning::Outcome> outcomes;
    std::vector<governance::Proposal> proposals;
    std::vector<audit::ReviewRow> reviews;
    std::vector<CaseEvent> cases;

    World() {
        for (std::uint32_t i = 0; i < 8; ++i) {
            audit::CustomerRow row;
            row.number = i;
            row.arm = i < 4 ? Arm::Agentic : i < 6 ? Arm::Baseline : i == 6 ? Arm::Control : Arm::Agentic;
            row.mixedArms = i == 7;
            customers.push_back(row);
        }
        decide(100, 0, mail, RulingKind::Execute, 1);
        decide(101, 1, mail, RulingKind::Queue, 2);
        decide(102, 2, handoff, RulingKind::Execute, 3);
        decide(103, 3, mail, RulingKind::Refuse, 4);
        decide(104, 3, 0, RulingKind::Execute, 0); // waits; its record is missing
        decide(105, 1, mail, RulingKind::Queue, 6);
        decide(106, 4, mail, RulingKind::Hold, 7);
        decide(107, 7, mail, RulingKind::Execute, 8);
        propose(11, 101, 1, "dana", "", false, true);
        propose(12, 105, 1, "", "eli", false, false);
        propose(13, 106, 5, "dana", "", true, false);
        send(100, 0, mail, Slot::Marketing, Channel::Email, 0.2, 1.25, 0);
        send(101, 1, mail, Slot::Marketing, Channel::Email, 0.4, 2, 11);
        send(102, 2, handoff, Slot::Service, Channel::Support, 3, 1.75, 0);
        send(103, 3, mail, Slot::Operation, Channel::None, 1, 2, 0); // refused, and yet it went out
        send(100, 0, mail, Slot::Marketing, Channel::Email, 9, 2, 0, execution::DispatchState::Failed);
        send(106, 4, mail, Slot::Marketing, Channel::Email, 0.5, 9, 0);
        send(107, 7, mail, Slot::Marketing, Channel::Email, 50, 2, 0);
        goal(0, 60, 100);
        goal(0, 40, 0);
        goal(1, 0, 101);
        goal(4, 30, 106);
        goal(6, 1000, 0);
        close(0, 1);
        close(1, 1);
        close(2, 0);
        close(0, 0);      // sent again, in vain: still reached
        close(3, 1, 104); // a wait that went well aims at nothing
        close(4, 0);
        harm(0, left, 100);
        harm(2, complaint, 102);
        harm(4, complaint, 0); // of something else
        review(100, 2);
        review(102, 1);
        review(103, 0); // still open
        step(CaseStep::Opened, 0, 0, "a");
        step(CaseStep::Resolved, 0, 6, "a"); // at once, alone
        step(CaseStep::Opened, 1, 0, "b");
        step(CaseStep::Contacted, 1, 1, "b");
        step(CaseStep::Resolved, 1, 4, "b"); // a person approved what went out at 2 h
        step(CaseStep::Opened, 2, 0, "");
        step(CaseStep::Escalated, 2, 3, "");
        step(CaseStep::Resolved, 2, 20, "");
        step(CaseStep::Opened, 2, 100, ""); // back within 7 days, and open
        step(CaseStep::Opened, 4, 0, "z");
        step(CaseStep::Resolved, 4, 8, "z");
        step(CaseStep::Rated, 0, 7, "a", 5);
        step(CaseStep::Rated, 1, 7, "b", 2);
        step(CaseStep::Resolved, 6, 1, "never opened");
    }

    void decide(audit::Key key, std::uint32_t customer, Sym action, RulingKind ruling, std::uint64_t entry) {
        audit::DecisionRow row;
        row.key = key;
        row.entry = entry;
        row.customer = customer;
        row.action = action;
        row.ruling = ruling;
        row.time = row.triggerTime = hour(1);
        decisions.push_back(row);
    }
    void propose(std::uint64_t number, std::uint64_t decision, std::uint32_t customer, const char* approver,
                 const char* rejecter, bool edited, bool exceptional) {
        governance::Proposal p;
        p.number = number;
        p.decision = decision;
        p.customer = customer;
        p.firstApprover = approver;
        p.rejectedBy = rejecter;
        p.edited = edited;
        if (exceptional)
            p.ruling.exceptions = {exceptionRule};
        proposals.push_back(p);
    }
    void send(std::uint64_t decision, std::uint32_t customer, Sym action, Slot slot, Channel channel, double cost,
              double at, std::uint64_t proposal, execution::DispatchState state = execution::DispatchState::Succeeded) {
        execution::Dispatch d;
        d.decision = decision;
        d.proposal = proposal;
        d.customer = customer;
        d.action = action;
        d.slot = slot;
        d.channel = channel;
        d.cost = cost;
        d.at = hour(at);
        d.state = state;
        dispatches.push_back(d);
    }
    void goal(std::uint32_t customer, double money, std::uint64_t decision) {
        learning::Outcome o;
        o.customer = customer;
        o.money = money;
        o.decision = decision;
        outcomes.push_back(o);
    }
    void close(std::uint32_t customer, double reward, std::uint64_t decision = 0) {
        learning::Outcome o;
        o.decision = decision;
        o.kind = learning::OutcomeKind::WindowClosed;
        o.customer = customer;
        o.reward = reward;
        outcomes.push_back(o);
    }
    void harm(std::uint32_t customer, Sym event, std::uint64_t decision) {
        learning::Outcome o;
        o.kind = learning::OutcomeKind::Harm;
        o.customer = customer;
        o.event = event;
        o.decision = decision;
        outcomes.push_back(o);
    }
    void review(audit::Key decision, int state) {
        audit::ReviewRow r;
        r.decision = decision;
        r.state = state;
        reviews.push_back(r);
    }
    void step(CaseStep kind, std::uint32_t customer, double at, const char* id, double rating = 0) {
        cases.push_back({kind, customer, hour(at), id, rating});
    }

    MeasurementInput input() const {
        MeasurementInput in;
        in.customers = customers;
        in.groups = groups;
        in.decisions = decisions;
        in.dispatches = dispatches;
        in.outcomes = outcomes;
        in.proposals = proposals;
        in.reviews = reviews;
        in.cases = cases;
        in.handoffActions = {handoff};
        in.unsubscribed = left;
        in.from = hour(0);
        in.to = hour(200);
        return in;
    }
};

MetricValue valueOf(const MeasurementInput& input, const std::string& id) {
    for (const MetricValue& value : measure(input))
        if (value.id == id)
            return value;
    return {};
}

constexpr double none = -1;

} // namespace

void MetricTests::definitions() {
    std::set<std::string_view> ids;
    std::set<Block> blocks;
    for (const MetricDefinition& definition : metricDefinitions()) {
        QVERIFY(ids.insert(definition.id).second);
        blocks.insert(definition.block);
        QCOMPARE(std::string(definition.formula), "formula." + std::string(definition.id));
    }
    QCOMPARE(ids.size(), std::size_t{23});
    QCOMPARE(blocks.size(), std::size_t{4});
    QCOMPARE(measure({}).size(), ids.size());
}

void MetricTests::formulas_data() {
    QTest::addColumn<double>("agentic");
    QTest::addColumn<int>("nAgentic");
    QTest::addColumn<double>("baseline");
    QTest::addColumn<int>("nBaseline");
    // Customers 0 and 1 of 4 have a goal; of 4 and 5, customer 4.
    QTest::newRow("conversion-rate") << 0.5 << 4 << 0.5 << 2;
    QTest::newRow("revenue-per-customer") << 25.0 << 4 << 15.0 << 2; // (60 + 40 + 0)/4, 30/2
    QTest::newRow("average-order-value") << 50.0 << 2 << 30.0 << 1;  // (60 + 40)/2; no money, no order
    QTest::newRow("goal-completion") << 2.0 / 3 << 3 << 0.0 << 1;
    QTest::newRow("spend-on-non-responders") << 1.0 << 4 << 0.0 << 2;      // 3 for customer 2, 1 for customer 3
    QTest::newRow("cost-to-serve") << 1.0 << 4 << 0.0 << 2;                // service 3 and operation 1
    QTest::newRow("time-to-resolution") << 10.0 << 3 << 8.0 << 1;          // (6 + 4 + 20)/3 h
    QTest::newRow("first-contact-resolution") << 1.0 / 3 << 3 << 1.0 << 1; // b had a contact, customer 2 escalated
    QTest::newRow("repeat-contact") << 0.5 << 4 << 0.0 << 1;               // b, and customer 2's first
    QTest::newRow("satisfaction") << 3.5 << 2 << none << 0;
    QTest::newRow("autonomous-resolution") << 0.25 << 4 << 1.0 << 1;       // only a
    QTest::newRow("containment") << 0.2 << 5 << 1.0 << 1;                  // 100 of 100, 101, 102, 103, 105
    QTest::newRow("escalation") << 0.6 << 5 << 0.0 << 1;                   // 101, 102, 105
    QTest::newRow("task-completion") << 0.8 << 5 << 1.0 << 1;              // one failed
    QTest::newRow("trigger-to-response") << 30.0 << 2 << none << 0;        // 15 and 45 min; a hold does not count
    QTest::newRow("cost-per-contact") << 1.2 << 3 << 0.5 << 1;             // (0.2 + 0.4 + 3)/3
    QTest::newRow("exception-frequency") << 0.2 << 5 << 0.0 << 1;          // 101
    QTest::newRow("policy-compliance") << 0.75 << 4 << 1.0 << 1;           // the refused one went out
    QTest::newRow("override-rate") << 0.5 << 4 << 1.0 << 1;                // 12 rejected, 100 overturned; 13 edited
    QTest::newRow("complaints-of-automation") << 1.0 / 3 << 3 << 0.0 << 1; // customers 0, 1, 2 were contacted
    QTest::newRow("unsubscribe-rate") << 1.0 / 3 << 3 << 0.0 << 1;
    QTest::newRow("full-audit-trail") << 5.0 / 6 << 6 << 1.0 << 1;
}

void MetricTests::formulas() {
    const World world;
    const MetricValue value = valueOf(world.input(), QTest::currentDataTag());
    QFETCH(double, agentic);
    QFETCH(int, nAgentic);
    QFETCH(double, baseline);
    QFETCH(int, nBaseline);
    QVERIFY(value.isAvailable());
    QCOMPARE(static_cast<int>(value.nAgentic), nAgentic);
    QCOMPARE(static_cast<int>(value.nBaseline), nBaseline);
    QVERIFY2(std::abs(*value.agentic - agentic) < 1e-12, qPrintable(QString::number(*value.agentic)));
    QCOMPARE(value.baseline.has_value(), baseline != none);
    QCOMPARE(value.difference.has_value(), baseline != none);
    if (value.baseline) {
        QVERIFY2(std::abs(*value.baseline - baseline) < 1e-12, qPrintable(QString::number(*value.baseline)));
        QVERIFY(std::abs(*value.difference - (agentic - baseline)) < 1e-12);
    }
    QVERIFY(value.from == hour(0) && value.to == hour(200));
}

void MetricTests::intervals() {
    World world;
    world.customers.clear();
    world.outcomes.clear();
    for (std::uint32_t i = 0; i < 150; ++i) { // 70 agentic, 56 of them convert; 80 baseline, 48
        audit::CustomerRow row;
        row.number = i;
        row.arm = i < 70 ? Arm::Agentic : Arm::Baseline;
        world.customers.push_back(row);
        if (i < 56 || (i >= 70 && i < 118))
            world.goal(i, i < 70 ? 10 : 20, 0);
    }
    const MetricValue share = valueOf(world.input(), "conversion-rate");
    // Newcombe (1998), table II, method 10.
    QVERIFY(std::abs(*share.low - 0.0524) < 5e-5 && std::abs(*share.high - 0.3339) < 5e-5);
    QVERIFY(share.agenticInterval && share.baselineInterval);
    const MetricValue money = valueOf(world.input(), "revenue-per-customer");
    // Means 8 and 12; variances 100·0.16·70/69 = 16.231884 and 400·0.24·80/79 = 97.215190;
    // √(16.231884/70 + 97.215190/80) = √1.447074 = 1.202944; · 1.959964 = 2.357727.
    QVERIFY(std::abs(*money.difference + 4) < 1e-12);
    QVERIFY2(std::abs(*money.low + 6.357727) < 5e-6 && std::abs(*money.high + 1.642273) < 5e-6,
             qPrintable(QString("%1 %2").arg(*money.low, 0, 'g', 9).arg(*money.high, 0, 'g', 9)));
}

void MetricTests::leavesOutControlAndMixed() {
    World world;
    const double before = *valueOf(world.input(), "revenue-per-customer").agentic;
    world.goal(7, 5000, 107);
    world.goal(6, 5000, 0);
    world.goal(99, 5000, 0); // nobody we know
    const MetricValue after = valueOf(world.input(), "revenue-per-customer");
    QCOMPARE(*after.agentic, before);
    QCOMPARE(*after.baseline, 15.0);
}

void MetricTests::fairness() {
    World world;
    world.customers.clear();
    world.outcomes.clear();
    const auto add = [&](const char* group, int count, int converted) {
        for (int i = 0; i < count; ++i) {
            audit::CustomerRow row;
            row.number = static_cast<std::uint32_t>(world.customers.size());
            world.customers.push_back(row);
            world.groups.emplace_back(group);
            if (i < converted)
                world.goal(row.number, 1, 0);
        }
    };
    add("north", 70, 56);
    add("south", 80, 48);
    add("east", 40, 28);
    add("tiny", 29, 0); // too few to say anything
    add("", 50, 0);     // in no group
    const MetricValue gap = valueOf(world.input(), "fairness-gap");
    QVERIFY(gap.isAvailable());
    QVERIFY(std::abs(*gap.agentic - 0.2) < 1e-12);
    QCOMPARE(gap.nAgentic, std::uint64_t{190});
    QVERIFY(std::abs(gap.agenticInterval->low - 0.0524) < 5e-5);
    QVERIFY(!gap.baseline);
    world.groups.clear();
    QCOMPARE(std::string(valueOf(world.input(), "fairness-gap").why), std::string("no-groups"));
}

void MetricTests::saysWhyNot() {
    World world;
    world.cases.clear();
    QCOMPARE(std::string(valueOf(world.input(), "autonomous-resolution").why), std::string("no-cases"));
    QCOMPARE(std::string(valueOf(world.input(), "satisfaction").why), std::string("no-ratings"));
    for (const MetricValue& value : measure({})) {
        QVERIFY(!value.isAvailable());
        QVERIFY(!value.agentic && !value.baseline && !value.difference);
    }
}

void MetricTests::saysWhyNotCompared() {
    MetricValue value;
    value.why = "no-orders";
    QCOMPARE(whyNotCompared(value), std::string_view("no-orders"));
    value.why = {};
    QCOMPARE(whyNotCompared(value), std::string_view("no-baseline"));
    value.baseline = 0.0;
    QCOMPARE(whyNotCompared(value), std::string_view("too-few"));
    value.low = -0.1;
    value.high = 0.2;
    QCOMPARE(whyNotCompared(value), std::string_view("baseline-zero"));
    value.baseline = -0.01; // a score may be negative
    QCOMPARE(whyNotCompared(value), std::string_view());
}

void MetricTests::readsCaseEvents() {
    const Value properties(Context{{"case_id", 17}, {"score", 4}});
    const auto opened = caseEventOf("Case Opened", 3, hour(2), properties);
    QVERIFY(opened && opened->step == CaseStep::Opened && opened->caseId == "17" && opened->customer == 3);
    const auto rated = caseEventOf("Satisfaction Rated", 3, hour(2), properties);
    QVERIFY(rated && rated->step == CaseStep::Rated);
    QCOMPARE(rated->rating, 4.0);
    QVERIFY(!caseEventOf("Satisfaction Rated", 3, hour(2), Value(Context{})));
    QVERIFY(!caseEventOf("Order Completed", 3, hour(2), properties));
}

void MetricTests::firstGoalOnly() {
    // Customer 0's outcomes are of another goal than those of 1 and 4.
    World world;
    constexpr Sym sale = 8, service = 9;
    for (learning::Outcome& outcome : world.outcomes)
        outcome.goal = outcome.customer == 0 ? service : sale;
    MeasurementInput input = world.input();
    input.goal = sale;
    QCOMPARE(*valueOf(input, "conversion-rate").agentic, 0.25); // 1 of 4
    QCOMPARE(*valueOf(input, "conversion-rate").baseline, 0.5); // 4 of 4 and 5
    QCOMPARE(*valueOf(input, "revenue-per-customer").agentic, 0.0);
    QCOMPARE(*valueOf(input, "revenue-per-customer").baseline, 15.0);
    QVERIFY(!valueOf(input, "average-order-value").agentic);
    QCOMPARE(*valueOf(input, "average-order-value").baseline, 30.0);
    QCOMPARE(*valueOf(input, "goal-completion").agentic, 0.5);         // 1 yes, 2 no; 0 was for service
    QCOMPARE(*valueOf(input, "spend-on-non-responders").agentic, 1.0); // a solved case is a response, too
}
