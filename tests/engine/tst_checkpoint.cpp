#include "base/cbor.h"
#include "engine/checkpoint_tests.h"
#include "engine/desk.h"
#include "engine/shared_state_codec.h"
#include "engine/world.h"
#include "execution/dispatch_codec.h"
#include "governance/proposal_codec.h"
#include "learning/outcome_codec.h"
#include "perception/event_codec.h"
#include "perception/intake.h"
#include "simulation/session_world.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace wayreeve;
using audit::EntryKind;

namespace {

constexpr Duration step = Duration::minutes(15);
constexpr int runDays = 4;

/// The busy demo with facts to be asked for, accounts and probable merges.
std::shared_ptr<documents::Workspace> everything() {
    auto demo = world::busyDemo();
    auto policies = std::make_shared<documents::PolicyStack>(*demo->policies);
    for (documents::Policy& policy : policies->policies)
        if (policy.id == "discount-budget")
            policy.amount = 5;
    documents::Policy& mails = policies->policies.emplace_back(); // of two in one epoch the second does not fit
    mails.id = "mails";
    mails.type = documents::PolicyType::Budget;
    mails.scope.tags = {"marketing_email"};
    mails.amount = *Decimal::parse("0.05");
    demo->policies = policies;
    auto population = std::make_shared<documents::Population>(*demo->populations.front());
    population->reviewers.capacityPerDay = 16;
    demo->populations = {population};
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*demo->actions);
    for (documents::Action& action : catalogue->actions)
        if (action.id == "cart-reminder")
            action.needs = {{documents::FactKind::Stock, "\"sku-1\""}};
    auto plan = std::make_shared<documents::TrackingPlan>(*demo->trackingPlan);
    std::erase_if(plan->events, [](const auto& event) { return event.name == "Fact Reported"; });
    for (auto& event : plan->events)
        if (event.name == "Product Viewed")
            for (auto& property : event.properties)
                property.values.clear(); // generated categories are none of the demo's
    documents::Property text;
    text.id = "name";
    plan->accounts.traits.push_back(text);
    plan->accounts.health = {{"activity", "", Decimal(100), "account.active_7d / account.members"}};
    demo->trackingPlan = plan;
    demo->actions = catalogue;
    demo->settings.facts.limits.clear();
    demo->settings.facts.url = "http://127.0.0.1:9/facts";
    demo->settings.stitching = true;
    return demo;
}

const std::shared_ptr<const engine::Program>& program() {
    static const auto compiled = world::compile(everything());
    return compiled;
}

/// What simulated customers did, sessions of the generator's world, lent browsers, and groups.
std::vector<simulation::Arrival> arrivals() {
    std::vector<simulation::Arrival> all;
    const auto add = [&](perception::Event event, Instant at) {
        event.time = event.receivedAt = at;
        event.messageId = "x" + std::to_string(all.size());
        all.push_back({at, 0, 0, std::move(event)});
    };
    const world::Kept kept = world::simulate(program(), 40, 3, 1);
    const Instant start = program()->workspace->populations.front()->start;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::EventRow& row : batch.events) {
            simulation::Arrival arrival;
            arrival.receivedAt = row.receivedAt;
            if (auto malformed = perception::decodeMalformed(row.body)) {
                arrival.raw = malformed->raw;
                arrival.reason = malformed->reason;
            } else if (!row.body.empty()) {
                cbor::Reader reader(row.body);
                arrival.event = perception::decodeEvent(reader, program()->symbols).value();
            }
            all.push_back(std::move(arrival));
        }
    const simulation::SessionWorld people(60, 77);
    simulation::DrawStream draw(77, 5);
    const Instant sixtieth{people.session(0, 60, {}, draw).front().time.ms / 86'400'000 * 86'400'000};
    const auto visit = [&](std::size_t person, double day, bool known) {
        for (perception::Event& event : people.session(person, day, {}, draw)) {
            const Instant at = start + (event.time - sixtieth);
            event.userId = known ? "user-" + std::to_string(person) : "";
            event.anonymousId = known ? "" : "session-" + std::to_string(person);
            if (at >= start && at < start + Duration::days(runDays))
                add(std::move(event), at);
        }
    };
    for (std::size_t person = 0; person < people.persons().size(); ++person)
        if (people.persons()[person].known) {
            for (int n = 0; n < 5; ++n)
                visit(person, 60 + 1.5 * draw.uniform(), true);
            visit(person, 61.2 + 2.5 * draw.uniform(), false);
        }
    for (int i = 0; i < 12; ++i) {
        const auto hour = [&](int n) { return start + Duration::hours(5 * i + n) + Duration::minutes(i); };
        for (int n = 0; n < 9; ++n) {
            perception::Event event;
            event.type = perception::EventType::Track;
            event.name = n == 1 ? "Signed In" : n % 2 ? "Guide Viewed" : "Size Chart Viewed";
            event.userId = n == 1 || n % 3 == 2 ? "lender-" + std::to_string(i / 3) : "";
            event.anonymousId = n < 2 || event.userId.empty() ? "guest-" + std::to_string(i) : "";
            if (hour(n) < start + Duration::days(runDays))
                add(std::move(event), hour(n));
        }
        perception::Event group;
        group.type = perception::EventType::Group;
        group.name = "Grouped";
        group.userId = "lender-" + std::to_string(i / 3);
        group.properties = Value(Context{{"groupId", Value("shop-" + std::to_string(i % 2))}, {"name", Value("Shop")}});
        add(std::move(group), hour(1));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.receivedAt < b.receivedAt; });
    return all;
}

/// Everything else that happens to the run follows from what it has committed. It stays while runs come and go.
class Feed final : public engine::LiveFeed {
public:
    explicit Feed(const std::vector<audit::Batch>& batches)
        : m_batches(batches)
        , m_start(program()->workspace->populations.front()->start)
        , m_arrivals(arrivals())
        , m_reviewers(program()->workspace->populations.front()->reviewers, Zone(), Chance(7)) {}

    std::size_t stopAfter = SIZE_MAX;         ///< steps
    std::size_t steps = 0;                    ///< given
    std::size_t batchesBeforeStop = SIZE_MAX; ///< what a kill at that instant leaves
    bool beginsAgain = true;                  ///< what is asked for now was asked for before
    int unmerged = 0, refused = 0;

    /// One step an epoch: which wakes are still listed though nobody wants them any more is no matter of records.
    Step next(Instant earliest, Instant) override {
        beginsAgain = false;
        read();
        Step given;
        if (steps == stopAfter || earliest >= m_start + Duration::days(runDays)) {
            given.end = true;
            return given;
        }
        ++steps;
        given.now = earliest;
        const Instant end = earliest + step;
        for (; m_at < m_arrivals.size() && m_arrivals[m_at].receivedAt < end; ++m_at)
            given.arrivals.push_back(m_arrivals[m_at]);
        for (auto due = m_due.begin(); due != m_due.end() && due->first < end; due = m_due.erase(due))
            given.orders.push_back(due->second);
        if (steps == 150 || steps == 260 || steps == 330)
            given.orders.push_back(unmergeOf(m_merges.back()));
        if (steps == 200 || steps == 300) // some time ago
            given.orders.push_back(unmergeOf(m_merges[m_merges.size() / 2]));
        std::vector<const governance::Proposal*> open;
        for (const auto& [number, proposal] : m_waiting)
            open.push_back(&proposal);
        given.commands = m_reviewers.act(open, given.now);
        return given;
    }
    void answered(const governance::Command&, const Result<governance::Proposal>&) override {}
    void answered(const engine::Order&, const Result<void>& done) override { ++(done ? unmerged : refused); }
    void ask(std::vector<engine::FactQuestion> questions) override {
        for (const engine::FactQuestion& question : questions) {
            if (beginsAgain || ++m_asked % 4 == 0)
                continue; // asked before, or never answered
            engine::Order order;
            order.kind = engine::Order::Kind::Fact;
            order.customer = question.customer;
            order.fact.name = question.name;
            order.fact.value = Value(Context{{"available", Value(Decimal(std::int64_t{3}))}});
            order.fact.asOf = order.fact.asked = m_now;
            m_due.emplace(m_now + step + step, std::move(order));
        }
    }
    void committed(bool) override { batchesBeforeStop = m_batches.size(); }

private:
    static engine::Order unmergeOf(std::uint32_t younger) {
        engine::Order order;
        order.kind = engine::Order::Kind::Unmerge;
        order.customer = younger;
        order.person = "mei";
        order.reason = "two persons";
        return order;
    }
    void read() {
        for (; m_read < m_batches.size(); ++m_read) {
            const audit::Batch& batch = m_batches[m_read];
            m_now = batch.clock;
            for (const audit::Entry& entry : batch.entries)
                if (entry.kind == EntryKind::Merge)
                    m_merges.push_back(audit::decodeMerge(entry)->younger);
            for (const governance::Proposal& proposal : batch.proposals) {
                m_waiting.erase(proposal.number);
                if (governance::waitsForPerson(proposal.state))
                    m_waiting.emplace(proposal.number, proposal);
            }
            for (const execution::Dispatch& dispatch : batch.dispatches) {
                engine::Order order;
                order.dispatch = dispatch.number;
                order.attempts = 1;
                const std::uint64_t kind = ++m_sent % 11;
                order.state = kind == 3   ? execution::DispatchState::Failed
                              : kind == 5 ? execution::DispatchState::Unknown
                                          : execution::DispatchState::Succeeded;
                order.code = "ok";
                if (kind == 3 || kind == 5) { // and a person sends it again
                    engine::Order again = order;
                    again.state = execution::DispatchState::Succeeded;
                    m_due.emplace(m_now + Duration::hours(30), std::move(again));
                }
                m_due.emplace(m_now + (kind == 7 ? Duration::hours(20) : step), std::move(order));
            }
        }
    }

    const std::vector<audit::Batch>& m_batches;
    Instant m_start, m_now;
    std::vector<simulation::Arrival> m_arrivals;
    simulation::SeededReviewers m_reviewers;
    std::size_t m_at = 0, m_read = 0;
    std::uint64_t m_sent = 0, m_asked = 0;
    std::vector<std::uint32_t> m_merges;
    std::map<std::uint64_t, governance::Proposal> m_waiting;
    std::multimap<Instant, engine::Order> m_due;
};

std::map<std::uint64_t, std::vector<std::uint8_t>> merged(const std::vector<audit::Batch>& batches) {
    std::map<std::uint64_t, std::vector<std::uint8_t>> parts;
    for (const audit::Batch& batch : batches) {
        if (batch.wholeCheckpoint)
            parts.clear();
        for (const auto& [number, bytes] : batch.checkpoint)
            parts.insert_or_assign(number, bytes);
    }
    return parts;
}

/// A ledger in memory and the runs that write to it, each from where the one before stood still.
struct Live {
    std::vector<audit::Batch> batches;
    Feed feed{batches};
    engine::RunSettings::Plant plant = engine::RunSettings::Plant::Nothing;
    std::uint64_t checkpointEntries = UINT64_MAX;
    unsigned threads = 1;
    std::uint64_t turnsRun = 0; ///< by the last execution
    engine::RunSummary summary;
    engine::Progress progress;

    [[nodiscard]] engine::RunSettings settings() const {
        engine::RunSettings settings;
        settings.info.kind = audit::RunKind::Live;
        settings.info.seed = 11;
        settings.info.salt = "live";
        settings.info.start = settings.info.clock = program()->workspace->populations.front()->start;
        settings.info.epoch = step;
        settings.info.reviewers = false;
        settings.info.sendsReally = true;
        settings.awaitResults = true;
        settings.threads = threads;
        settings.plant = plant;
        settings.checkpointEntries = checkpointEntries;
        settings.ticks = [] { return std::chrono::steady_clock::time_point(); };
        return settings;
    }

    /// As session/stored_live_run does from a store.
    [[nodiscard]] Result<engine::RunSummary> run(std::shared_ptr<engine::Checkpoint> changed = {}) {
        engine::RunSettings how = settings();
        std::vector<simulation::Arrival> left;
        if (!batches.empty()) {
            how.info.id = 1;
            how.info.tag = "m1";
            for (const audit::Batch& batch : batches) {
                how.info.entries += batch.entries.size();
                how.info.recordsHash = batch.recordsHash;
                how.info.epochs = batch.epochs;
                how.info.clock = batch.clock;
            }
            engine::CheckpointHead head;
            auto checkpoint = std::make_shared<engine::Checkpoint>();
            for (auto& [number, bytes] : merged(batches))
                checkpoint->parts.emplace_back(number, bytes);
            if (changed)
                checkpoint = std::move(changed);
            if (const auto found = engine::headOf(checkpoint->parts)) {
                head = *found;
                how.checkpoint = checkpoint;
            }
            auto orders = std::make_shared<engine::RecordedOrders>();
            for (const audit::Batch& batch : batches) {
                for (const audit::EventRow& row : batch.events)
                    if (row.sequence > head.receipts)
                        left.push_back(arrivalOf(row));
                for (const audit::CommandRow& row : batch.commands)
                    if (row.epoch >= head.epochs && !engine::addRecorded((*orders)[row.epoch], row.body))
                        qFatal("no order");
            }
            how.recorded = orders;
            how.resume = how.info;
        }
        how.live = &feed;
        how.progress = [&](const engine::Progress& now) { progress = now; };
        feed.beginsAgain = !batches.empty();
        simulation::RecordedSource source(std::move(left));
        auto ended = executeOn(std::move(how), source);
        if (ended) {
            summary = *ended;
            turnsRun = std::accumulate(summary.turnsByWorker.begin(), summary.turnsByWorker.end(), std::uint64_t{0});
        }
        return ended;
    }

    static simulation::Arrival arrivalOf(const audit::EventRow& row) {
        simulation::Arrival arrival;
        arrival.receivedAt = row.receivedAt;
        arrival.index = static_cast<std::uint32_t>(row.sequence);
        if (auto malformed = perception::decodeMalformed(row.body)) {
            arrival.raw = malformed->raw;
            arrival.reason = malformed->reason;
        } else if (!row.body.empty()) {
            cbor::Reader reader(row.body);
            arrival.event = perception::decodeEvent(reader, program()->symbols).value();
        }
        return arrival;
    }

    [[nodiscard]] Result<engine::RunSummary> executeOn(engine::RunSettings how, simulation::ArrivalSource& source) {
        return engine::executeRun(
            program(), std::move(how), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                return std::unique_ptr<audit::LedgerWriter>(std::make_unique<engine::MemoryLedger>(batches));
            });
    }
};

void take(const Result<engine::RunSummary>& ended) {
    if (!ended)
        qFatal("the run failed: %s", ended.error().code.c_str());
}

/// All rows that the ledger has, in one text a row: what replaces by number, its last.
struct Rows {
    std::vector<std::string> entries, events, decisions, outcomes, commands;
    std::map<std::uint64_t, std::string> proposals, dispatches, customers, reviews;
    std::map<std::pair<std::int32_t, int>, std::string> days;
    bool operator==(const Rows&) const = default;
};

template <class... Parts>
std::string text(const Parts&... parts) {
    std::string all;
    ((all += std::to_string(parts), all += ' '), ...);
    return all;
}

template <class T>
std::string bytesOf(const T& value) {
    cbor::Writer writer;
    encode(writer, value);
    const auto bytes = writer.take();
    return {bytes.begin(), bytes.end()};
}

Rows rowsOf(const std::vector<audit::Batch>& batches) {
    Rows rows;
    std::map<std::pair<std::int32_t, int>, audit::DayRow> days;
    for (const audit::Batch& batch : batches) {
        for (const audit::Entry& entry : batch.entries)
            rows.entries.push_back(text(entry.number) + entry.hash.hex());
        for (const audit::EventRow& row : batch.events)
            rows.events.push_back(text(row.sequence, row.customer, row.receivedAt.ms, row.fate) + row.messageId);
        for (const audit::DecisionRow& row : batch.decisions)
            rows.decisions.push_back(text(row.entry, row.key, row.time.ms, row.action, row.priority));
        for (const learning::Outcome& one : batch.outcomes)
            rows.outcomes.push_back(bytesOf(one));
        for (const audit::CommandRow& row : batch.commands)
            rows.commands.push_back(text(row.epoch, row.time.ms) + row.body);
        for (const governance::Proposal& one : batch.proposals)
            rows.proposals[one.number] = bytesOf(one);
        for (const execution::Dispatch& one : batch.dispatches)
            rows.dispatches[one.number] = bytesOf(one);
        for (const audit::ReviewRow& one : batch.reviews)
            rows.reviews[one.number] = text(one.decision, one.state, one.opened.ms);
        for (const audit::CustomerRow& row : batch.customers)
            rows.customers[row.number] = row.key + "/" + row.name + " " +
                                         text(row.firstSeen.ms, row.lastSeen.ms, row.stage, row.decisions) +
                                         std::string(row.state.begin(), row.state.end());
        for (const audit::DayRow& row : batch.days) {
            audit::DayRow& sum = days[{row.day, static_cast<int>(row.arm)}];
            sum.customers += row.customers;
            sum.decisions += row.decisions;
            sum.dispatches += row.dispatches;
            sum.converted += row.converted;
            sum.goals += row.goals;
            sum.money += row.money;
            sum.cost += row.cost;
            sum.queued += row.queued;
            sum.decidedByPeople += row.decidedByPeople;
        }
    }
    for (const auto& [key, row] : days)
        rows.days[key] = text(row.customers, row.decisions, row.dispatches, row.converted, row.goals, row.money,
                              row.cost, row.queued, row.decidedByPeople);
    return rows;
}

std::vector<std::string> figuresOf(const Live& live) {
    std::vector<std::string> figures{text(live.summary.turns, live.summary.didNotFit, live.summary.info.decisions)};
    const auto add = [&](const auto& counts) {
        for (const auto& [name, count] : counts)
            figures.push_back(name + " " + std::to_string(count));
    };
    add(live.summary.rulings);
    add(live.summary.approvals);
    add(live.summary.fates);
    add(live.summary.machines);
    for (const audit::DayRow& row : live.progress.days)
        figures.push_back(text(row.day, static_cast<int>(row.arm), row.customers, row.decisions, row.dispatches,
                               row.converted, row.goals, row.money, row.cost, row.queued, row.decidedByPeople));
    figures.push_back(text(live.progress.waiting, live.progress.customers));
    return figures;
}

const Live& unbroken() {
    static const auto live = [] {
        auto made = std::make_unique<Live>();
        take(made->run());
        return made;
    }();
    return *live;
}

/// The first entry in which they differ.
QByteArray difference(const Live& a, const Live& b) {
    const auto entriesOf = [](const Live& live) {
        std::vector<const audit::Entry*> all;
        for (const audit::Batch& batch : live.batches)
            for (const audit::Entry& entry : batch.entries)
                all.push_back(&entry);
        return all;
    };
    const auto x = entriesOf(a), y = entriesOf(b);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        if (x[i]->hash != y[i]->hash)
            return QByteArray("entry ") + QByteArray::number(static_cast<quint64>(i + 1)) + ": " +
                   audit::nameOf(x[i]->kind).data() + " of " + QByteArray::number(x[i]->customer) + " in epoch " +
                   QByteArray::number(static_cast<quint64>(x[i]->epoch)) + ", not " + audit::nameOf(y[i]->kind).data() +
                   " of " + QByteArray::number(y[i]->customer) + " in epoch " +
                   QByteArray::number(static_cast<quint64>(y[i]->epoch));
    return QByteArray::number(static_cast<quint64>(x.size())) + " entries, not " +
           QByteArray::number(static_cast<quint64>(y.size()));
}

std::size_t count(const Live& live, EntryKind kind) {
    std::size_t found = 0;
    for (const audit::Batch& batch : live.batches)
        found += static_cast<std::size_t>(std::count_if(batch.entries.begin(), batch.entries.end(),
                                                        [&](const auto& one) { return one.kind == kind; }));
    return found;
}

} // namespace

void CheckpointTests::goesOnAsHadItNotStopped_data() {
    QTest::addColumn<QList<int>>("stops"); // steps after which it stands still; negative: it is killed
    QTest::addColumn<int>("every");        // a checkpoint in between, entries; 0 = none
    QTest::addColumn<int>("threads");
    QTest::newRow("once") << QList<int>{170} << 0 << 1;
    QTest::newRow("several times") << QList<int>{1, 60, 149, 150, 151, 259, 299} << 0 << 1;
    QTest::newRow("on two threads") << QList<int>{100, 255} << 400 << 2;
    QTest::newRow("killed between checkpoints") << QList<int>{-120, -290} << 300 << 1;
    QTest::newRow("killed before the first") << QList<int>{-90} << 0 << 1;
    QTest::newRow("killed in silence") << QList<int>{200, -261} << 0 << 1;
    QTest::newRow("both") << QList<int>{100, -150, 200, -261, 310} << 500 << 1;
}

void CheckpointTests::goesOnAsHadItNotStopped() {
    QFETCH(QList<int>, stops);
    QFETCH(int, every);
    QFETCH(int, threads);
    const Live& whole = unbroken();
    Live live;
    live.threads = static_cast<unsigned>(threads);
    live.checkpointEntries = every == 0 ? UINT64_MAX : static_cast<std::uint64_t>(every);
    std::uint64_t turns = 0;
    bool killed = false;
    for (const int stop : stops) {
        live.feed.stopAfter = static_cast<std::size_t>(std::abs(stop));
        take(live.run());
        turns += live.turnsRun;
        if (!killed)
            QCOMPARE(live.summary.turns, turns); // nothing of before was computed again
        killed = killed || stop < 0;
        if (stop < 0)
            live.batches.resize(live.feed.batchesBeforeStop);
    }
    live.feed.stopAfter = SIZE_MAX;
    take(live.run());
    QVERIFY2(live.summary.info.recordsHash == whole.summary.info.recordsHash, difference(live, whole));
    if (!killed)
        QCOMPARE(turns + live.turnsRun, whole.summary.turns);
    else if (every > 0)
        QVERIFY(live.turnsRun < whole.summary.turns / 2);
    const Rows mine = rowsOf(live.batches), theirs = rowsOf(whole.batches);
    QVERIFY(mine.entries == theirs.entries);
    QVERIFY(mine.events == theirs.events);
    QVERIFY(mine.decisions == theirs.decisions);
    QVERIFY(mine.outcomes == theirs.outcomes);
    QVERIFY(mine.commands == theirs.commands);
    QVERIFY(mine.proposals == theirs.proposals);
    QVERIFY(mine.dispatches == theirs.dispatches);
    QVERIFY(mine.reviews == theirs.reviews);
    QVERIFY(mine.customers == theirs.customers);
    QVERIFY(mine.days == theirs.days);
    QCOMPARE(figuresOf(live), figuresOf(whole));
    QCOMPARE(live.feed.unmerged, whole.feed.unmerged);
    // All that is known of each customer, merges that can be undone and what was observed of it among it.
    auto parts = merged(live.batches), all = merged(whole.batches);
    parts.erase(0); // counts commands beyond those stored
    all.erase(0);
    QVERIFY(parts == all);
    // Taken up once more, it has nothing to do.
    take(live.run());
    QCOMPARE(live.turnsRun, std::uint64_t{0});
    QCOMPARE(live.summary.turns, whole.summary.turns);
    QVERIFY(live.summary.info.recordsHash == whole.summary.info.recordsHash);
}

/// What the unbroken run is made of, so that the rows above say something; and each checkpoint that was put together of
/// what changed is the same as one that writes everything.
void CheckpointTests::changedPartsAreEnough() {
    const Live& whole = unbroken();
    std::size_t probable = 0, shared = 0;
    for (const audit::Batch& batch : whole.batches)
        for (const audit::Entry& entry : batch.entries)
            if (entry.kind == EntryKind::Merge)
                ++(audit::decodeMerge(entry)->probable ? probable : shared);
    const Rows rows = rowsOf(whole.batches);
    const auto facts = std::count_if(rows.commands.begin(), rows.commands.end(),
                                     [](const std::string& row) { return row.find("\"fact\"") != std::string::npos; });
    qInfo("%zu entries, %zu steps, %zu shared and %zu probable merges, %d undone, %d refused, %zu verdicts, %td facts, "
          "%llu waiting, %llu did not fit",
          rows.entries.size(), whole.feed.steps, shared, probable, whole.feed.unmerged, whole.feed.refused,
          count(whole, EntryKind::Verdict), facts, static_cast<unsigned long long>(whole.progress.waiting),
          static_cast<unsigned long long>(whole.summary.didNotFit));
    QVERIFY(shared >= 8 && probable >= 3 && whole.feed.unmerged >= 3);
    QVERIFY(whole.feed.steps > 340);
    QVERIFY(count(whole, EntryKind::Verdict) >= 20 && count(whole, EntryKind::DispatchResult) >= 20);
    QVERIFY(whole.summary.didNotFit > 0 && whole.progress.waiting > 0);

    Live changed, everybody;
    changed.checkpointEntries = everybody.checkpointEntries = 40;
    everybody.plant = engine::RunSettings::Plant::WholeCheckpoints;
    for (Live* live : {&changed, &everybody}) {
        live->feed.stopAfter = 220;
        take(live->run());
        live->feed.stopAfter = SIZE_MAX;
        take(live->run());
    }
    QCOMPARE(changed.batches.size(), everybody.batches.size());
    std::map<std::uint64_t, std::vector<std::uint8_t>> one, other;
    std::size_t kept = 0, partsOfOne = 0, partsOfOther = 0;
    for (std::size_t i = 0; i < changed.batches.size(); ++i) {
        const auto add = [&](const audit::Batch& batch, auto& to, std::size_t& parts) {
            if (batch.wholeCheckpoint)
                to.clear();
            for (const auto& [number, bytes] : batch.checkpoint)
                to.insert_or_assign(number, bytes);
            parts += batch.checkpoint.size();
        };
        add(changed.batches[i], one, partsOfOne);
        add(everybody.batches[i], other, partsOfOther);
        kept += changed.batches[i].checkpoint.empty() ? 0 : 1;
        // A forgotten merge may still lie in the part of a customer to whom nothing has happened since.
        QVERIFY2(one == other, qPrintable(QStringLiteral("batch %1").arg(i)));
    }
    qInfo("%zu checkpoints, %zu parts instead of %zu", kept, partsOfOne, partsOfOther);
    QVERIFY(kept >= 8 && 3 * partsOfOne < 2 * partsOfOther);
}

void CheckpointTests::replayIsTheSame() {
    Live live;
    live.feed.stopAfter = 180;
    take(live.run());
    live.feed.stopAfter = SIZE_MAX;
    take(live.run());
    engine::RunSettings how = live.settings();
    auto orders = std::make_shared<engine::RecordedOrders>();
    std::vector<simulation::Arrival> given;
    for (const audit::Batch& batch : live.batches) {
        for (const audit::EventRow& row : batch.events)
            given.push_back(Live::arrivalOf(row));
        for (const audit::CommandRow& row : batch.commands)
            QVERIFY(engine::addRecorded((*orders)[row.epoch], row.body).ok());
    }
    how.recorded = orders;
    how.stopAtEpoch = live.summary.info.epochs;
    Live replay;
    simulation::RecordedSource source(std::move(given));
    const auto ended = replay.executeOn(std::move(how), source);
    take(ended);
    QVERIFY(ended->info.recordsHash == live.summary.info.recordsHash);
    QCOMPARE(ended->info.entries, live.summary.info.entries);
}

void CheckpointTests::refusesWhatItCannotRead() {
    Live live;
    live.feed.stopAfter = 120;
    take(live.run());
    const auto parts = merged(live.batches);
    const auto with = [&](auto change) {
        auto checkpoint = std::make_shared<engine::Checkpoint>();
        checkpoint->parts.assign(parts.begin(), parts.end());
        change(checkpoint->parts);
        return checkpoint;
    };
    const std::size_t before = live.batches.size();
    std::vector<std::shared_ptr<engine::Checkpoint>> broken{
        with([](auto& all) { all.pop_back(); }), with([](auto& all) { all[3].second.pop_back(); }), with([](auto& all) {
            all[5].second = all[6].second;
            all[6].first = 5;
        }),
        with([](auto& all) { all[0].second.pop_back(); })};
    for (const auto& one : broken) {
        const auto ended = live.run(one);
        QVERIFY(!ended.ok());
        QCOMPARE(ended.error().code, std::string("state.damaged"));
        QCOMPARE(live.batches.size(), before);
    }
    QVERIFY(!engine::headOf({}).ok());
    QVERIFY(!engine::headOf({{0, {0x81, 0x01}}}).ok());
    QVERIFY(!engine::headOf(with([](auto& all) { all[0].second.resize(20); })->parts).ok());
}

namespace {

/// A version 1 checkpoint of what a version 2 one holds, as it was written where somebody had been erased.
std::vector<audit::CheckpointPart> asOld(const std::map<std::uint64_t, std::vector<std::uint8_t>>& parts) {
    std::vector<audit::CheckpointPart> old{{0, {}}};
    std::vector<std::uint64_t> absorbedBy;
    std::map<std::string, std::uint64_t> owners;
    for (const auto& [number, bytes] : parts) {
        if (number == 0)
            continue;
        cbor::Reader reader(bytes);
        (void)reader.array();
        old.emplace_back(number, reader.bytes());
        absorbedBy.push_back(reader.uint());
        (void)reader.uint();
        (void)reader.boolean();
        const auto rest = reader.bytes();
        cbor::Reader ids(rest);
        for (std::size_t n = ids.array(); n > 0; --n)
            owners[ids.text()] = number - 1;
    }
    cbor::Reader reader(parts.at(0));
    cbor::Writer writer;
    (void)reader.array();
    (void)reader.uint();
    writer.array(10);
    writer.uint(1);
    writer.uint(reader.uint());
    writer.instant(reader.instant());
    writer.uint(reader.uint());
    writer.uint(reader.uint());
    (void)reader.bytes();
    (void)reader.bytes();
    (void)reader.uint();
    writer.uint(reader.uint());
    writer.uint(reader.uint());
    writer.bytes(reader.bytes());
    const auto intakeBytes = reader.bytes();
    writer.array(absorbedBy.size());
    for (const std::uint64_t one : absorbedBy)
        writer.uint(one);
    cbor::Reader from(intakeBytes);
    cbor::Writer to;
    const auto copyList = [&](cbor::Writer& out) {
        const std::size_t n = from.array();
        out.array(n);
        for (std::size_t i = 0; i < n; ++i)
            out.uint(from.uint());
    };
    (void)from.uint();
    to.uint(1);
    to.instant(from.instant());
    copyList(to);
    copyList(to);
    to.instant(from.instant());
    for (int fate = 0; fate < 5; ++fate)
        to.uint(from.uint());
    for (int fate = 5; fate < perception::fateCount; ++fate)
        (void)from.uint(); // these were no fates of their own
    to.array(2 * owners.size());
    for (const auto& [id, owner] : owners) {
        to.text(id);
        to.uint(owner);
    }
    copyList(to); // parents
    const std::size_t joins = from.array();
    std::map<std::uint64_t, std::uint64_t> counts;
    for (std::size_t i = 0; i < joins / 2; ++i) {
        const std::uint64_t hash = from.uint();
        counts[hash] = from.uint();
    }
    to.array(2 * counts.size());
    for (const auto& [id, owner] : owners)
        if (const auto known = counts.find(stableHash64(id)); known != counts.end()) {
            to.text(id);
            to.uint(known->second);
        }
    const std::size_t pending = from.array();
    to.array(pending);
    for (std::size_t i = 0; i < pending / 2; ++i) {
        to.uint(from.uint());
        copyList(to);
    }
    copyList(to); // parted
    to.uint(from.uint());
    writer.bytes(to.data());
    old.front().second = writer.take();
    return old;
}

} // namespace

void CheckpointTests::readsOldOnes() {
    Live live;
    live.feed.stopAfter = 290;
    take(live.run());
    const std::uint64_t entries = live.summary.info.entries, turns = live.summary.turns;
    const int unmerged = live.feed.unmerged;
    auto old = std::make_shared<engine::Checkpoint>();
    old->parts = asOld(merged(live.batches));
    const auto head = engine::headOf(old->parts);
    QVERIFY(head.ok() && head->needsHashes);
    QCOMPARE(head->entries, entries);
    for (const audit::Batch& batch : live.batches)
        for (const audit::Entry& entry : batch.entries)
            old->hashes.push_back(entry.hash);
    live.feed.stopAfter = SIZE_MAX;
    const std::size_t before = live.batches.size();
    take(live.run(old));
    QVERIFY(live.summary.info.entries > entries);
    QVERIFY(live.turnsRun > 0 && live.turnsRun < turns / 2);
    // The chain goes on, no merge of before can be undone, and whoever was known still is.
    std::uint64_t number = 0;
    audit::Chain chain;
    for (const audit::Batch& batch : live.batches)
        for (audit::Entry entry : batch.entries) {
            QCOMPARE(entry.number, ++number);
            const Hash256 hash = entry.hash;
            chain.append(entry);
            QVERIFY(entry.hash == hash);
        }
    QVERIFY(chain.recordsHash() == live.summary.info.recordsHash);
    QVERIFY(live.feed.refused > 0);
    QVERIFY(live.feed.unmerged <= unmerged + 1);
    QVERIFY(live.progress.customers < unbroken().progress.customers + 10);
    QVERIFY(std::any_of(live.batches.begin() + static_cast<std::ptrdiff_t>(before), live.batches.end(),
                        [](const audit::Batch& batch) { return batch.wholeCheckpoint; }));
    // From the new kind it goes on again.
    take(live.run());
    QCOMPARE(live.turnsRun, std::uint64_t{0});
}
