#include "engine/customer_state.h"
#include "engine/engine_tests.h"
#include "engine/undo_book.h"
#include "engine/world.h"
#include "perception/customer_codec.h"
#include "perception/stitching.h"
#include "simulation/session_world.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace wayreeve;
using audit::EntryKind;

namespace {

/// Nothing acts on anybody: what a customer is hangs on its events alone.
std::shared_ptr<documents::Workspace> quietDemo() {
    auto demo = world::load("demo");
    demo->journeys.clear();
    demo->settings.stitching = false;
    auto plan = std::make_shared<documents::TrackingPlan>(*demo->trackingPlan);
    for (auto& event : plan->events)
        if (event.name == "Product Viewed")
            for (auto& property : event.properties)
                property.values.clear(); // generated categories are none of the demo's
    demo->trackingPlan = plan;
    return demo;
}

/// Customers as the run left them.
std::map<std::uint32_t, engine::CustomerState> statesOf(const world::Kept& kept, const Symbols& symbols) {
    std::map<std::uint32_t, engine::CustomerState> states;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            if (!row.state.empty()) {
                auto state = engine::decodeState(row.state, symbols);
                if (!state)
                    qFatal("no state");
                states.insert_or_assign(row.number, std::move(*state));
            }
    return states;
}

QByteArray bytesOf(const perception::Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    perception::encode(writer, customer, symbols);
    const auto bytes = writer.take();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

void addUnmerge(engine::RecordedOrders& orders, std::uint64_t epoch, std::uint32_t customer) {
    engine::Order order;
    order.kind = engine::Order::Kind::Unmerge;
    order.customer = customer;
    order.person = "mei";
    order.reason = "two persons";
    // Through the store's text, as a run that is taken up again reads it.
    if (!engine::addRecorded(orders[epoch], engine::orderJson(order)))
        qFatal("no order");
}

constexpr Duration minute = Duration::minutes(1);

Duration after(int hours, int minutes) {
    return Duration::hours(hours) + Duration::minutes(minutes);
}

/// c0, and a visitor for whom c0's browser was lent. `link`: whether one event names both.
world::Script lentBrowser(bool link) {
    world::Script script;
    script.days = 2;
    const Context cart = world::object({{"value", Value(40)}});
    script.events = {{minute, "identify", world::object({{"first_name", Value("Ana")}})},
                     {after(0, 2), "Page Viewed", cart, "c0"},
                     {after(0, 20), "Size Chart Viewed", {}, "", "visitor"},
                     {after(0, 31), "Guide Viewed", {}, "", "visitor"}, // in one epoch with the link
                     {after(0, 32), "Signed In", {}, "c0", link ? "visitor" : ""},
                     {after(0, 33), "Size Chart Viewed", {}, "", "visitor"},
                     {after(2, 0), "Page Viewed", cart, "c0"},
                     {after(3, 0), "Guide Viewed", {}, "", "visitor"},
                     {after(7, 0), "Guide Viewed", {}, "", "visitor"}, // undone by now
                     {after(8, 0), "Page Viewed", cart, "c0"},
                     {after(10, 0), "Size Chart Viewed", {}, "", "visitor"}};
    script.orders[0];
    return script;
}

} // namespace

/// The bank's people use several devices and come back without signing in: what is joined is nearly always the same
/// person, as the simulation knows, and the run says how sure it was.
void UnmergeTests::shippedSimulationsShowProbableMerges() {
    const auto bank = world::load("templates/bank-churn");
    QVERIFY(bank->settings.stitching);
    const auto program = world::compile(bank);
    const world::Kept kept = world::simulate(program, 300, 20, 2);
    std::map<std::uint32_t, std::string> keys;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            keys.insert({row.number, row.key}); // as first known
    // "b12-0", a browser of the person whose user id is "c12".
    const auto personOf = [&](std::uint32_t number) {
        const std::string& key = keys.at(number);
        return key.substr(1, key.find('-') - 1);
    };
    std::size_t joined = 0, right = 0;
    for (const audit::Entry& entry : kept.entries(EntryKind::Merge)) {
        const auto merge = audit::decodeMerge(entry);
        QVERIFY(merge.ok());
        if (!merge->probable)
            continue;
        ++joined;
        QVERIFY(merge->probability >= perception::Stitcher::threshold && !merge->evidence.empty());
        right += personOf(merge->older) == personOf(merge->younger) ? 1 : 0;
    }
    const auto browsers = std::count_if(keys.begin(), keys.end(), [](const auto& one) { return one.second[0] == 'b'; });
    qInfo("%td browsers, %zu joined, %zu of them rightly", browsers, joined, right);
    QVERIFY(browsers > 50);
    QVERIFY(joined >= 10 && right * 100 >= joined * 90);
    QVERIFY(world::again(program, kept, 1).summary.info.recordsHash == kept.summary.info.recordsHash);
}

void UnmergeTests::bothAsHadTheyNeverMerged() {
    const auto program = world::compile(quietDemo());
    world::Script script = lentBrowser(true);
    addUnmerge(script.orders, 24, 1); // six hours after the start
    const world::Kept kept = world::play(program, script);
    const world::Kept never = world::play(program, lentBrowser(false));
    QCOMPARE(kept.entries(EntryKind::Merge).size(), std::size_t{1});
    const auto merge = audit::decodeMerge(kept.entries(EntryKind::Merge).front());
    QVERIFY(!merge->probable);
    const auto undone = kept.entries(EntryKind::Unmerge);
    QCOMPARE(undone.size(), std::size_t{1});
    QCOMPARE(undone[0].customer, std::uint32_t{0});
    QCOMPARE(undone[0].time, script.start + Duration::hours(6));
    const auto record = audit::decodeUnmerge(undone[0]);
    QCOMPARE(record->older, std::uint32_t{0});
    QCOMPARE(record->younger, std::uint32_t{1});
    QCOMPARE(record->person, std::string("mei"));
    QCOMPARE(record->reason, std::string("two persons"));

    auto states = statesOf(kept, program->symbols), apart = statesOf(never, program->symbols);
    QCOMPARE(states.size(), std::size_t{2});
    for (const std::uint32_t number : {0U, 1U}) {
        QCOMPARE(bytesOf(states[number].memory, program->symbols).toHex(),
                 bytesOf(apart[number].memory, program->symbols).toHex());
        QVERIFY(states[number].signals == apart[number].signals);
        QVERIFY(!states[number].forgotten);
    }
    QCOMPARE(states[0].memory.history.size(), std::size_t{5});
    QCOMPARE(states[1].memory.history.size(), std::size_t{6});
    std::vector<std::uint32_t> whose; // where later events went
    for (const audit::Batch& batch : kept.batches)
        for (const audit::EventRow& row : batch.events)
            whose.push_back(row.customer);
    QCOMPARE(whose, (std::vector<std::uint32_t>{0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1}));
    // Two persons in the comparison again.
    std::int64_t people = 0;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DayRow& row : batch.days)
            people += row.customers;
    QCOMPARE(people, std::int64_t{2});
    // The same again, and on more threads.
    const world::Kept again = world::play(program, script);
    QVERIFY(again.summary.info.recordsHash == kept.summary.info.recordsHash);
}

/// Sessions of the world that the model was judged on: an anonymous one that is its customer's joins, is torn off again
/// and stays so.
void UnmergeTests::aSessionThatLookedLikeOne() {
    auto demo = quietDemo();
    demo->settings.stitching = true;
    const auto program = world::compile(demo);
    const simulation::SessionWorld people(100, 77);
    simulation::DrawStream draw(77, 5);
    world::Script script;
    script.days = 90;
    // Day 0 of that world, less a week: weekends move sessions.
    script.start = {people.session(0, 0, {}, draw).front().time.ms / 86'400'000 * 86'400'000 - 7 * 86'400'000};
    std::map<std::string, std::string> truth; // anonymous id → user id
    int messages = 0;
    const auto visit = [&](std::size_t person, double day, bool known, const std::string& session) {
        for (perception::Event event : people.session(person, day, {}, draw)) {
            event.messageId = "w" + std::to_string(++messages);
            event.userId = known ? "user-" + std::to_string(person) : "";
            event.anonymousId = known ? "" : session;
            event.receivedAt = event.time;
            script.more.push_back(event);
        }
    };
    for (std::size_t person = 0; person < people.persons().size(); ++person)
        if (people.persons()[person].known)
            for (int n = 0; n < 5; ++n)
                visit(person, 60 * draw.uniform(), true, {});
    int sessions = 0;
    for (std::size_t person = 0; person < people.persons().size(); ++person)
        if (people.persons()[person].known) {
            const std::string session = "session-" + std::to_string(++sessions);
            truth[session] = "user-" + std::to_string(person);
            visit(person, 61 + 5 * draw.uniform(), false, session);
        }
    std::stable_sort(script.more.begin(), script.more.end(),
                     [](const auto& a, const auto& b) { return a.receivedAt < b.receivedAt; });
    script.orders[0];

    const world::Kept merged = world::play(program, script);
    std::map<std::uint32_t, std::string> keys;
    for (const audit::Batch& batch : merged.batches)
        for (const audit::CustomerRow& row : batch.customers)
            if (!row.key.empty())
                keys.try_emplace(row.number, row.key);
    std::map<std::uint32_t, int> joins;
    for (const audit::Entry& entry : merged.entries(EntryKind::Merge))
        ++joins[audit::decodeMerge(entry)->older];
    std::optional<audit::MergeRecord> pick;
    std::uint64_t at = 0;
    for (const audit::Entry& entry : merged.entries(EntryKind::Merge)) {
        const auto record = audit::decodeMerge(entry);
        QVERIFY(record->probable);
        if (!pick && joins[record->older] == 1 && truth[keys[record->younger]] == keys[record->older]) {
            pick = *record;
            at = entry.epoch + 8;
        }
    }
    QVERIFY2(pick.has_value(), "the generator's world gave no true join");
    QVERIFY(pick->probability >= perception::Stitcher::threshold);
    QCOMPARE(pick->evidence.size(), perception::evidenceCount);
    double sum = 0;
    for (const double part : pick->evidence)
        sum += part;
    QVERIFY(sum > 0); // what speaks for it outweighs the rest

    addUnmerge(script.orders, at, pick->younger);
    // Both come back: the customer by its id, the session by its own, with what would join it once more.
    for (int n = 0; n < 30; ++n) {
        perception::Event event = script.more.back();
        event.messageId = "late" + std::to_string(n);
        event.userId = n % 2 ? keys[pick->older] : "";
        event.anonymousId = n % 2 ? "" : keys[pick->younger];
        event.time = event.receivedAt = script.start + Duration::days(85) + Duration::minutes(n);
        script.more.push_back(event);
    }
    const world::Kept undone = world::play(program, script);
    QCOMPARE(undone.entries(EntryKind::Unmerge).size(), std::size_t{1});
    const auto without = world::compile(quietDemo());
    const world::Kept never = world::play(without, script);
    QVERIFY(never.entries(EntryKind::Merge).empty());
    auto states = statesOf(undone, program->symbols), apart = statesOf(never, without->symbols);
    for (const std::uint32_t number : {pick->older, pick->younger})
        QCOMPARE(bytesOf(states[number].memory, program->symbols).toHex(),
                 bytesOf(apart[number].memory, without->symbols).toHex());
    QVERIFY(states[pick->younger].memory.history.size() >= 19);
    for (const audit::Batch& batch : undone.batches)
        for (const audit::EventRow& row : batch.events)
            if (row.messageId.starts_with("late"))
                QCOMPARE(row.customer, std::stoi(row.messageId.substr(4)) % 2 ? pick->older : pick->younger);
    QVERIFY(world::play(program, script).summary.info.recordsHash == undone.summary.info.recordsHash);
}

void UnmergeTests::armsAreComparedApartAgain() {
    auto demo = world::load("demo");
    demo->settings.agentic = 50;
    demo->settings.control = 0;
    demo->settings.baseline = 50;
    const Context order =
        world::object({{"value", Value(40)}, {"margin", Value(*Decimal::parse("0.5"))}, {"order_id", Value("o")}});
    for (const bool sameArm : {true, false}) {
        std::string visitor;
        for (int i = 0; visitor.empty(); ++i)
            if (const std::string name = "v" + std::to_string(i);
                (engine::armOf(demo->settings, "script", name) == engine::armOf(demo->settings, "script", "c0")) ==
                sameArm)
                visitor = name;
        world::Script script;
        script.arm.reset();
        script.days = 3;
        script.events = {{minute, "Order Completed", order},
                         {after(0, 2), "Order Completed", order, "", visitor},
                         {after(20, 0), "Signed In", {}, "c0", visitor},
                         {after(40, 0), "Order Completed", order, "", visitor}};
        addUnmerge(script.orders, 96, 1); // a day after the start
        const world::Kept kept = world::play(world::compile(demo), script);
        QCOMPARE(kept.entries(EntryKind::Unmerge).size(), std::size_t{1});
        std::int64_t seen = 0, reached = 0;
        double won = 0;
        for (const audit::Batch& batch : kept.batches)
            for (const audit::DayRow& row : batch.days) {
                seen += row.customers;
                reached += row.converted;
                won += row.money;
            }
        QCOMPARE(seen, std::int64_t{2});
        QCOMPARE(reached, std::int64_t{2});
        QCOMPARE(won, 60.0); // 3 × 40 × 0.5, as had they never merged
    }
}

/// c0 takes over two visitors; the first is undone, then the other cannot be, and stays where it is.
void UnmergeTests::anEarlierMergeOfSeveral() {
    const auto program = world::compile(quietDemo());
    const auto play = [&](bool undoSecondFirst) {
        world::Script script;
        script.days = 1;
        script.events = {{minute, "identify", {}},
                         {after(0, 20), "Guide Viewed", {}, "", "v1"},
                         {after(0, 40), "Size Chart Viewed", {}, "", "v2"},
                         {after(1, 0), "Signed In", {}, "c0", "v1"},
                         {after(2, 0), "Signed In", {}, "c0", "v2"},
                         {after(3, 0), "Guide Viewed", {}, "", "v1"},
                         {after(6, 0), "Size Chart Viewed", {}, "", "v2"},
                         {after(7, 0), "Page Viewed", {}, "c0", "v1"}, // names both: parted for good, so c0's
                         {after(8, 0), "Guide Viewed", {}, "", "v1"}};
        addUnmerge(script.orders, 16, undoSecondFirst ? 2 : 1);
        addUnmerge(script.orders, 17, undoSecondFirst ? 0 : 2); // by the one who took over: its newest
        return world::play(program, script);
    };
    const world::Kept inOrder = play(true);
    QCOMPARE(inOrder.entries(EntryKind::Unmerge).size(), std::size_t{2});
    auto states = statesOf(inOrder, program->symbols);
    const auto names = [&](std::uint32_t number) {
        QByteArray text;
        for (const auto& item : states[number].memory.history)
            text += QByteArray::fromStdString(program->symbols.name(item.event)).left(1);
        return text;
    };
    QCOMPARE(names(0), QByteArray("IP"));
    QCOMPARE(names(1), QByteArray("GGG"));
    QCOMPARE(names(2), QByteArray("SS"));
    const world::Kept early = play(false);
    QCOMPARE(early.entries(EntryKind::Unmerge).size(), std::size_t{1});
    states = statesOf(early, program->symbols);
    QCOMPARE(names(1), QByteArray("GGG"));
    QCOMPARE(names(0), QByteArray("ISSP"));
    QVERIFY(states[0].signals.levels.size() == states[1].signals.levels.size());
}

namespace {

/// Who views a guide waits for a page, gets `first`, and three hours later `second`; once in a life.
std::shared_ptr<documents::Workspace> guideJourney() {
    auto demo = world::drawnActions("Guide Viewed", {world::operation("first"), world::operation("second")});
    demo->settings.stitching = false;
    auto journey = std::make_shared<documents::Journey>(*demo->journeys.front());
    journey->reEntry = documents::ReEntry::Never;
    documents::JourneyNode page;
    page.id = "page";
    page.type = documents::NodeType::WaitFor;
    page.event = "Page Viewed";
    page.length = Duration::days(20);
    documents::JourneyNode rest;
    rest.id = "rest";
    rest.type = documents::NodeType::Wait;
    rest.length = Duration::hours(3);
    journey->nodes.push_back(page);
    journey->nodes.push_back(rest);
    journey->edges = {{"in", "page", {}, {}, {}},         {"page", "do-first", {}, "event", {}},
                      {"page", "out", {}, "timeout", {}}, {"do-first", "rest", {}, {}, {}},
                      {"rest", "do-second", {}, {}, {}},  {"do-second", "out", {}, {}, {}}};
    demo->journeys = {journey};
    return demo;
}

/// "first@0 second@1": what went to whom.
QString sent(const world::Kept& kept, const Symbols& symbols) {
    QStringList words;
    for (const audit::Entry& entry : kept.entries(EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        words << QString::fromStdString(symbols.name(dispatch.action)) + QLatin1Char('@') +
                     QString::number(dispatch.customer);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

void UnmergeTests::journeysGoOn() {
    const auto program = world::compile(guideJourney());
    world::Script script;
    script.days = 3;
    script.events = {{minute, "identify", {}},
                     {after(0, 20), "Guide Viewed", {}, "", "visitor"}, // waits for its page
                     {after(1, 0), "Signed In", {}, "c0", "visitor"},   // merged
                     {after(2, 0), "Page Viewed", {}, "c0"},
                     {after(9, 0), "Guide Viewed", {}, "c0"}, // it was in it before, under the other name
                     {after(9, 30), "Page Viewed", {}, "c0"}};
    const world::Kept kept = world::play(program, script);
    QCOMPARE(kept.entries(EntryKind::Merge).size(), std::size_t{1});
    QCOMPARE(sent(kept, program->symbols), QStringLiteral("first@0 second@0"));
    auto states = statesOf(kept, program->symbols);
    QVERIFY(states[0].positions.instances.empty());
    QCOMPARE(states[0].positions.past.size(), std::size_t{1});

    // A visit that was over counts as well.
    script.events = {{minute, "identify", {}},
                     {after(0, 20), "Guide Viewed", {}, "", "visitor"},
                     {after(0, 40), "Page Viewed", {}, "", "visitor"},
                     {after(5, 0), "Signed In", {}, "c0", "visitor"},
                     {after(9, 0), "Guide Viewed", {}, "c0"},
                     {after(9, 30), "Page Viewed", {}, "c0"}};
    const world::Kept over = world::play(program, script);
    QCOMPARE(sent(over, program->symbols), QStringLiteral("first@1 second@1"));

    // Both waited: one visit, the earlier.
    script.events = {{minute, "identify", {}},
                     {after(0, 20), "Guide Viewed", {}, "", "visitor"},
                     {after(0, 30), "Guide Viewed", {}, "c0"},
                     {after(1, 0), "Signed In", {}, "c0", "visitor"},
                     {after(2, 0), "Page Viewed", {}, "c0"}};
    const world::Kept both = world::play(program, script);
    QCOMPARE(sent(both, program->symbols), QStringLiteral("first@0 second@0"));
    states = statesOf(both, program->symbols);
    QCOMPARE(states[0].positions.past.size(), std::size_t{1});
    QVERIFY(world::play(program, script).summary.info.recordsHash == both.summary.info.recordsHash);
}

void UnmergeTests::journeysComeApart() {
    const auto program = world::compile(guideJourney());
    world::Script script;
    script.days = 3;
    script.events = {{minute, "identify", {}},
                     {after(0, 20), "Guide Viewed", {}, "", "visitor"},
                     {after(1, 0), "Signed In", {}, "c0", "visitor"},
                     {after(2, 0), "Page Viewed", {}, "c0"}};
    addUnmerge(script.orders, 12, 1); // after `first`, before `second`
    world::Kept kept = world::play(program, script);
    QCOMPARE(kept.entries(EntryKind::Unmerge).size(), std::size_t{1});
    QCOMPARE(sent(kept, program->symbols), QStringLiteral("first@0 second@1")); // nothing twice
    auto states = statesOf(kept, program->symbols);
    QVERIFY(states[0].positions == planning::Positions());
    QCOMPARE(states[1].positions.past.size(), std::size_t{1});

    // Both in it, nothing happened while they were one: as had they never merged.
    script.events[2] = {after(0, 30), "Guide Viewed", {}, "c0"};
    script.events[3] = {after(1, 0), "Signed In", {}, "c0", "visitor"};
    script.orders.clear();
    addUnmerge(script.orders, 12, 1);
    kept = world::play(program, script);
    script.events[3].anonymous.clear();
    script.orders.clear();
    script.orders[0];
    const world::Kept never = world::play(program, script);
    states = statesOf(kept, program->symbols);
    auto apart = statesOf(never, program->symbols);
    for (const std::uint32_t number : {0U, 1U}) {
        QCOMPARE(states[number].positions.instances.size(), std::size_t{1});
        QVERIFY(states[number].positions == apart[number].positions);
    }
}

void UnmergeTests::refusals_data() {
    QTest::addColumn<int>("customer");
    QTest::addColumn<int>("days"); // that merges can be undone
    QTest::newRow("nobody") << 77 << 90;
    QTest::newRow("never merged") << 2 << 90;
    QTest::newRow("a hub's id joins nobody") << 8 << 90;
    QTest::newRow("not kept at all") << 1 << 0;
}

void UnmergeTests::refusals() {
    QFETCH(int, customer);
    QFETCH(int, days);
    auto demo = quietDemo();
    demo->settings.undoMerges = Duration::days(days);
    world::Script script;
    script.days = 1;
    script.events = {{minute, "identify", {}, "c0"},
                     {after(0, 2), "Guide Viewed", {}, "", "v1"},
                     {after(0, 20), "Signed In", {}, "c0", "v1"},
                     {after(0, 30), "Guide Viewed", {}, "", "alone"}};
    const Context shared = world::object({{"email", Value("desk@example.com")}});
    for (int n = 0; n < 7; ++n) // a mailbox of more than five persons
        script.events.push_back({after(1, n), "identify", shared, "u" + std::to_string(n)});
    addUnmerge(script.orders, 40, static_cast<std::uint32_t>(customer));
    const world::Kept kept = world::play(world::compile(demo), script);
    QVERIFY(kept.entries(EntryKind::Unmerge).empty());
    QVERIFY(!kept.entries(EntryKind::Merge).empty());
    bool stored = false; // that somebody asked
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CommandRow& row : batch.commands)
            stored = stored || row.body.find("\"unmerge\"") != std::string::npos;
    QVERIFY(stored);
}

void UnmergeTests::bookIsBounded() {
    const auto program = world::compile(quietDemo());
    engine::UndoBook book(Duration::days(1), program->symbols);
    QVERIFY(!engine::UndoBook(Duration{}, program->symbols).keeps());
    perception::Customer kept, gone;
    perception::Event link;
    const auto merge = [&](std::uint32_t number, Instant at) {
        gone.number = number;
        engine::UndoBook::Merge one;
        one.record = perception::MergeRecord(kept, gone, at, program->symbols);
        book.add(std::move(one), gone, link);
    };
    for (std::uint32_t n = 1; n <= 10; ++n)
        merge(n, Instant{n * 1000});
    QCOMPARE(book.count(), engine::UndoBook::mergeLimit);
    QVERIFY(!book.find(0, 2) && book.find(0, 3) && book.newest(0)->record.gone() == 10);
    book.forgetBefore(Instant{5000} + Duration::days(1));
    QCOMPARE(book.count(), std::size_t{5}); // those of 6 … 10 s
    const std::vector<engine::EventTrigger> events(engine::UndoBook::stepLimit - 3, {&link, nullptr});
    book.note({{0, events}});
    QCOMPARE(book.count(), std::size_t{4}); // the oldest had four absorptions more to keep
    QVERIFY(!book.find(0, 6) && book.find(0, 7));
    book.forgetBefore(Instant{60'000} + Duration::days(1));
    QCOMPARE(book.count(), std::size_t{0});
    QCOMPARE(book.bytes(), std::size_t{0});
}
