#include "engine/customer_state.h"
#include "engine/result_tests.h"
#include "engine/shared_state_codec.h"
#include "engine/world.h"

#include <QTest>

#include <algorithm>

using namespace wayreeve;
using execution::DispatchState;

namespace {

constexpr Instant start{1'772'526'600'000}; // Tuesday 2026-03-03T08:30:00Z

/// One order for each cancelled flight, by a journey of its own, out of a purse that holds one.
std::shared_ptr<documents::Workspace> oneOrder() {
    documents::Action order = world::operation("order");
    order.cost = *Decimal::parse("0.5");
    auto workspace = world::drawnActions("Flight Cancelled", {order});
    auto policies = std::make_shared<documents::PolicyStack>(*workspace->policies);
    documents::Policy purse;
    purse.id = "purse";
    purse.type = documents::PolicyType::Budget;
    purse.scope.actions = {"order"};
    purse.amount = *Decimal::parse("0.5");
    policies->policies.push_back(purse);
    workspace->policies = policies;
    return workspace;
}

/// The event, then one answer a step about the first dispatch.
class Feed final : public engine::LiveFeed {
public:
    Feed(const std::vector<audit::Batch>& batches, std::vector<engine::Order> answers)
        : m_batches(batches)
        , m_answers(std::move(answers)) {}

    Step next(Instant earliest, Instant) override {
        Step step;
        step.now = std::max(earliest, start + Duration::minutes(m_steps));
        if (m_steps++ == 0) {
            perception::Event event;
            event.type = perception::EventType::Track;
            event.name = "Flight Cancelled";
            event.messageId = "m1";
            event.userId = "c0";
            event.time = event.receivedAt = step.now;
            event.zone = "Europe/Berlin";
            step.arrivals.push_back({step.now, 0, 0, std::move(event)});
        } else if (m_given < m_answers.size()) {
            engine::Order answer = m_answers[m_given++];
            for (const audit::Batch& batch : m_batches)
                for (const execution::Dispatch& dispatch : batch.dispatches)
                    answer.dispatch = answer.dispatch == 0 ? dispatch.number : answer.dispatch;
            step.orders.push_back(std::move(answer));
        } else {
            step.end = true;
        }
        return step;
    }
    void answered(const governance::Command&, const Result<governance::Proposal>&) override {}
    void committed(bool) override {}

private:
    const std::vector<audit::Batch>& m_batches;
    std::vector<engine::Order> m_answers;
    std::size_t m_given = 0;
    int m_steps = 0;
};

engine::Order answer(DispatchState state, const std::string& code) {
    engine::Order order;
    order.state = state;
    order.code = code;
    order.attempts = 1;
    return order;
}

world::Kept run(const std::shared_ptr<const engine::Program>& program, std::vector<engine::Order> answers) {
    world::Kept kept;
    Feed feed(kept.batches, std::move(answers));
    engine::RunSettings settings;
    settings.info.kind = audit::RunKind::Live;
    settings.info.start = settings.info.clock = start;
    settings.info.epoch = Duration::milliseconds(50);
    settings.info.salt = "results";
    settings.info.reviewers = false;
    settings.info.sendsReally = true;
    settings.awaitResults = true;
    settings.explore = false;
    settings.live = &feed;
    simulation::RecordedSource source({});
    auto summary = engine::executeRun(program, settings, source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
        return std::unique_ptr<audit::LedgerWriter>(std::make_unique<engine::MemoryLedger>(kept.batches));
    });
    if (!summary)
        qFatal("the run failed: %s", summary.error().code.c_str());
    kept.summary = std::move(summary).value();
    return kept;
}

/// The one customer's, as the store would have it.
engine::CustomerState stateOf(const engine::Program& program, const world::Kept& kept) {
    std::vector<std::uint8_t> bytes;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            if (!row.state.empty())
                bytes = row.state;
    return engine::decodeState(bytes, program.symbols).value();
}

double leftInPurse(const engine::Program& program, const world::Kept& kept) {
    std::vector<std::uint8_t> bytes;
    for (const audit::Batch& batch : kept.batches)
        if (!batch.engineState.empty())
            bytes = batch.engineState;
    auto shared = engine::decodeSharedState(bytes).value().first;
    const double* const left = program.planner->left(shared.today, "policies/purse");
    return left ? *left : -1;
}

} // namespace

void ResultTests::onlyWhatStandsCounts_data() {
    QTest::addColumn<QString>("answers"); // "state code", one after the other
    QTest::addColumn<int>("contacts");    // that fill caps
    QTest::addColumn<double>("left");
    QTest::addColumn<int>("flights"); // kept to be answered
    QTest::newRow("no answer yet") << "" << 1 << 0.0 << 1;
    QTest::newRow("done") << "2 ok" << 1 << 0.0 << 0;
    QTest::newRow("refused") << "3 http-422" << 0 << 0.5 << 1;
    QTest::newRow("consent was withdrawn") << "3 consent-withdrawn" << 0 << 0.5 << 1;
    QTest::newRow("unclear") << "4 timeout" << 1 << 0.0 << 1;
    QTest::newRow("unclear, replayed") << "4 interrupted,2 ok" << 1 << 0.0 << 0;
    QTest::newRow("unclear, replayed, refused") << "4 interrupted,3 http-422" << 0 << 0.5 << 1;
    QTest::newRow("refused, replayed") << "3 http-422,2 ok" << 1 << 0.0 << 0;
    QTest::newRow("refused, replayed, refused") << "3 http-422,3 http-422" << 0 << 0.5 << 1;
    QTest::newRow("refused, replayed, unclear") << "3 http-422,4 timeout" << 1 << 0.0 << 1;
    QTest::newRow("refused, unclear, done") << "3 http-422,4 timeout,2 ok" << 1 << 0.0 << 0;
    QTest::newRow("told twice") << "2 ok,2 ok" << 1 << 0.0 << 0;
}

/// Caps, budgets and the chain know what reached the customer, also where a person sent it again.
void ResultTests::onlyWhatStandsCounts() {
    QFETCH(QString, answers);
    QFETCH(int, contacts);
    QFETCH(double, left);
    QFETCH(int, flights);
    std::vector<engine::Order> orders;
    for (const QString& one : answers.split(QLatin1Char(','), Qt::SkipEmptyParts))
        orders.push_back(answer(static_cast<DispatchState>(one.section(QLatin1Char(' '), 0, 0).toInt()),
                                one.section(QLatin1Char(' '), 1).toStdString()));
    const auto program = world::compile(oneOrder());
    const world::Kept kept = run(program, orders);
    QCOMPARE(kept.entries(audit::EntryKind::Dispatch).size(), std::size_t{1});
    const engine::CustomerState state = stateOf(*program, kept);
    QCOMPARE(static_cast<int>(std::count_if(state.memory.contacts.begin(), state.memory.contacts.end(),
                                            [](const auto& contact) { return contact.sent; })),
             contacts);
    QCOMPARE(leftInPurse(*program, kept), left);
    QCOMPARE(static_cast<int>(state.inFlight.size()), flights);
    // Each answer stands in the chain, but for one that was told already.
    const std::size_t told = answers == QLatin1String("2 ok,2 ok") ? 1 : orders.size();
    const auto results = kept.entries(audit::EntryKind::DispatchResult);
    QCOMPARE(results.size(), told);
    for (std::size_t i = 0; i < told; ++i)
        QCOMPARE(audit::decodeDispatch(results[i])->dispatch.result, orders[i].code);
}

void ResultTests::failuresComeBackFromTheStore() {
    engine::CustomerState state;
    engine::InFlight flight;
    flight.dispatch = 7;
    flight.addressed = 3;
    flight.channel = documents::Channel::Sms;
    flight.slot = documents::Slot::Service;
    flight.reserved = {{1, 0.25, 2}};
    flight.reservedDay = 20'515;
    flight.failed = true;
    flight.proposalItem.emplace().body = "Dear Ana";
    state.inFlight = {flight};
    const Symbols symbols;
    const auto back = engine::decodeState(engine::encodeState(state, symbols), symbols);
    QVERIFY(back.ok());
    QCOMPARE(back->inFlight.size(), std::size_t{1});
    const engine::InFlight& one = back->inFlight.front();
    QVERIFY(one.dispatch == 7 && one.addressed == 3 && one.channel == flight.channel && one.slot == flight.slot);
    QVERIFY(one.failed && one.reserved.size() == 1 && one.reservedDay == flight.reservedDay);
    QVERIFY(one.reserved[0].budget == 1 && one.reserved[0].amount == 0.25 && one.reserved[0].agent == 2);
    QCOMPARE(one.proposalItem->body, std::string("Dear Ana"));
}
