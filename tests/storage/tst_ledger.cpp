#include "audit/key.h"
#include "storage/export_records.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/verify_store.h"
#include "storage/workspace_store.h"

#include "fixture.h"
#include "storage_tests.h"

#include <QTest>

#include <sstream>

using namespace wayreeve;
using namespace wayreeve::audit;
using namespace wayreeve::storage;

namespace {

governance::Proposal proposal(std::uint64_t number, governance::ProposalState state, std::int64_t deadline,
                              documents::Risk risk) {
    governance::Proposal p;
    p.number = number;
    p.decision = number;
    p.customer = customerOf(number);
    p.subject = "Hallo ü";
    p.state = state;
    p.deadline = {deadline};
    p.ruling.risk = risk;
    return p;
}

execution::Dispatch dispatch(std::uint64_t number) {
    execution::Dispatch d;
    d.number = number;
    d.customer = customerOf(number);
    d.connector = "sandbox";
    d.key = "key-" + std::to_string(number);
    d.body = "text";
    d.state = execution::DispatchState::Succeeded;
    return d;
}

struct Opened {
    Fixture at;
    std::unique_ptr<SqliteLedgerWriter> writer = std::move(SqliteLedgerWriter::open(at.folder())).value();
    std::unique_ptr<SqliteLedgerReader> reader = std::move(SqliteLedgerReader::open(at.folder())).value();
    RunInfo run = writer->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
};

} // namespace

void LedgerTests::emptyWorkspace() {
    const Fixture at;
    auto reader = SqliteLedgerReader::open(at.folder());
    QVERIFY(reader.ok());
    QVERIFY((*reader)->runs()->empty());
    QCOMPARE((*reader)->run("").error().code, std::string("run.none"));
    QVERIFY(!std::filesystem::exists(databaseFile(at.folder()))); // reading makes nothing
    const auto report = verifyStore(at.folder());
    QVERIFY(report.ok() && report->ok);
    QCOMPARE(report->records, std::uint64_t{0});
    // The same reader finds what a writer makes later.
    auto writer = SqliteLedgerWriter::open(at.folder());
    QVERIFY(writer.ok());
    QVERIFY((*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).ok());
    QCOMPARE((*reader)->run("").value().tag, std::string("s1"));
    QCOMPARE((*reader)->run("s9").error().code, std::string("run.unknown"));
}

void LedgerTests::everyRowComesBack() {
    Opened o;
    Growing growing(o.run.id);
    Batch batch = growing.batch(3);
    const Key key = keyOf(1, 1);
    batch.proposals = {proposal(key, governance::ProposalState::Proposed, 5'000'000, documents::Risk::Low)};
    batch.dispatches = {dispatch(keyOf(1, 1)), dispatch(keyOf(2, 1))};
    learning::Outcome outcome;
    outcome.customer = 2;
    outcome.money = 12.5;
    batch.outcomes = {outcome};
    batch.events = {{1, 1, {5}, {6}, "m1", "Cart ü", 0, {0x82, 2, 3}},
                    {2, 2, {7}, {8}, "m2", "Page", 3, {}},
                    {3, 1, {9}, {9}, "m3", "Cart ü", 0, {4}}};
    batch.commands = {{1, 4, {11}, R"({"command":"claim"})"}};
    CustomerRow customer{1,     "ana@example.test", "Ana B.", documents::Arm::Control, true, true, true, {1}, {2}, 6, 9,
                         {9, 8}};
    batch.customers = {customer};
    DayRow day;
    day.day = 2;
    day.arm = documents::Arm::Control;
    day.customers = 1;
    day.decisions = 2;
    day.dispatches = 3;
    day.converted = 4;
    day.goals = 5;
    day.money = 6.5;
    day.cost = 7.25;
    day.complaints = 8;
    day.unsubscribes = 9;
    day.queued = 10;
    day.queuedHigh = 11;
    day.decidedByPeople = 12;
    day.expired = 13;
    batch.days = {day};
    batch.reviews = {{1, key, {77}, 0, "ana"}};
    batch.engineState = {1, 2, 3, 4};
    batch.status = RunStatus::Finished;
    QVERIFY(o.writer->commit(batch).ok());

    const RunInfo info = o.reader->run("s1").value();
    QCOMPARE(info.seed, UINT64_MAX);
    QCOMPARE(info.entries, std::uint64_t{6});
    QCOMPARE(info.decisions, std::uint64_t{3});
    QVERIFY(info.status == RunStatus::Finished && info.recordsHash == batch.recordsHash);
    QVERIFY(info.documentSet == Fixture::runInfo().documentSet && info.reviewers);
    QCOMPARE(info.files.size(), std::size_t{1});
    QCOMPARE(info.files[0].path.string(), std::string("policies.yaml"));
    QVERIFY(info.files[0].hash == Fixture::runInfo().files[0].hash);
    QCOMPARE(o.reader->symbolsOf(info.id)->names(), Fixture::symbols().names());
    QCOMPARE(o.reader->symbolsOf(info.id)->names(), Fixture::symbols().names());

    const Entry entry = o.reader->entry(info.id, 3).value();
    QVERIFY(entry.body == batch.entries[2].body && entry.hash == batch.entries[2].hash && entry.customer == 2);
    QCOMPARE(o.reader->entry(info.id, 7).error().code, std::string("record.unknown"));
    QCOMPARE(o.reader->decisionEntry(info.id, keyOf(2, 1))->number, std::uint64_t{3});
    QCOMPARE(o.reader->decisionEntry(info.id, keyOf(2, 2)).error().code, std::string("decision.unknown"));
    const auto about = o.reader->entriesAbout(info.id, keyOf(2, 1)).value();
    QCOMPARE(about.size(), std::size_t{1});
    QVERIFY(about[0].number == 4 && about[0].kind == EntryKind::DidNotFit);
    QCOMPARE(o.reader->entriesOf(info.id, 3)->size(), std::size_t{2});
    int seen = 0;
    Hash256 last;
    QVERIFY(o.reader
                ->forEachEntry(info.id, 2,
                               [&](const Entry&, const Hash256& link) {
                                   last = link;
                                   return ++seen < 5;
                               })
                .ok());
    QVERIFY(seen == 5 && last == batch.head);

    const DecisionRow row = o.reader->decisionRow(info.id, keyOf(2, 1))->value();
    const DecisionRow& wrote = batch.decisions[1];
    QVERIFY(row.entry == 3 && row.customer == 2 && row.arm == wrote.arm && row.risk == wrote.risk &&
            row.ruling == wrote.ruling && row.time == wrote.time && row.triggerTime == wrote.triggerTime &&
            row.action == 1 && row.agent == 2 && row.journey == 4 && !row.drawn && row.probability == 1);
    QVERIFY(o.reader->proposal(info.id, key).value() == batch.proposals[0]);
    QCOMPARE(o.reader->proposal(info.id, 99).error().code, std::string("proposal.unknown"));
    const auto dispatches = o.reader->dispatches(info.id, {}, 10).value();
    QVERIFY(dispatches.size() == 2 && dispatches[0] == batch.dispatches[1] && dispatches[1] == batch.dispatches[0]);
    QCOMPARE(o.reader->dispatches(info.id, 1U, 10)->size(), std::size_t{1});
    QVERIFY(o.reader->outcomes(info.id, {})->front() == outcome);
    QVERIFY(o.reader->outcomes(info.id, 3U)->empty());
    const auto events = o.reader->events(info.id, {}, 1, 10).value();
    QVERIFY(events.size() == 2 && events[0].sequence == 2 && events[1].body == std::vector<std::uint8_t>{4});
    QVERIFY(o.reader->events(info.id, 1U, 0, 1)->front().name == "Cart ü");
    const auto fates = o.reader->fates(info.id).value();
    QVERIFY((fates == std::vector<std::pair<int, std::uint64_t>>{{0, 2}, {3, 1}}));
    QVERIFY(o.reader->commands(info.id)->front().body == R"({"command":"claim"})");
    QVERIFY(o.reader->customers(info.id, "ANA b", 10)->size() == 1 && o.reader->customers(info.id, "zoe", 10)->empty());
    const CustomerRow known = o.reader->customer(info.id, 1)->value();
    QVERIFY(known.key == customer.key && known.name == customer.name && known.arm == customer.arm && known.mixedArms &&
            known.isAccount && known.firstSeen == customer.firstSeen && known.lastSeen == customer.lastSeen &&
            known.stage == 6 && known.decisions == 9 && known.state == customer.state);
    QVERIFY(!o.reader->customer(info.id, 2)->has_value());
    const DayRow back = o.reader->days(info.id)->front();
    QVERIFY(back.day == 2 && back.arm == day.arm && back.customers == 1 && back.decisions == 2 &&
            back.dispatches == 3 && back.converted == 4 && back.goals == 5 && back.money == 6.5 && back.cost == 7.25 &&
            back.complaints == 8 && back.unsubscribes == 9 && back.queued == 10 && back.queuedHigh == 11 &&
            back.decidedByPeople == 12 && back.expired == 13);
    const ReviewRow review = o.reader->reviews(info.id)->front();
    QVERIFY(review.number == 1 && review.decision == key && review.opened.ms == 77 && review.person == "ana");
    QVERIFY(o.reader->engineState(info.id).value() == batch.engineState);
    QVERIFY(o.writer->entryHashes(info.id)->back() == batch.entries.back().hash);
    QCOMPARE(o.writer->runInfo(info.id)->tag, std::string("s1"));
}

void LedgerTests::replacesAndAdds() {
    Opened o;
    Growing growing(o.run.id);
    Batch one = growing.batch(1), two = growing.batch(1);
    DayRow day;
    day.goals = 2;
    day.money = 1.5;
    one.days = two.days = {day};
    one.customers = {CustomerRow{1, "a", "A", {}, false, false, false, {}, {}, 0, 1, {7}}};
    two.customers = {CustomerRow{1, "a", "A", {}, false, true, false, {}, {}, 0, 2, {}}};
    one.proposals = {proposal(5, governance::ProposalState::Proposed, 9, documents::Risk::Low)};
    two.proposals = {proposal(5, governance::ProposalState::Expired, 9, documents::Risk::Low)};
    two.engineState = {7};
    QVERIFY(o.writer->commit(one).ok() && o.writer->commit(two).ok());
    const DayRow sum = o.reader->days(o.run.id)->front();
    QVERIFY(sum.goals == 4 && sum.money == 3.0);
    const CustomerRow customer = o.reader->customer(o.run.id, 1)->value();
    QVERIFY(customer.decisions == 2 && customer.state.empty() && customer.isAccount && !customer.mixedArms);
    QVERIFY(o.reader->proposal(o.run.id, 5)->state == governance::ProposalState::Expired);
    QVERIFY(o.reader->proposals(o.run.id, {governance::ProposalState::Proposed}, 10)->empty());
    QCOMPARE(o.reader->runs()->front().entries, std::uint64_t{4});
}

// Two batches of ten: customer 1 … 10 each; the expectations follow from Growing's rules.
void LedgerTests::filters_data() {
    QTest::addColumn<DecisionFilter>("filter");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("firstEntry");
    const auto row = [](const char* name, auto set, int count, int first) {
        DecisionFilter filter;
        set(filter);
        QTest::newRow(name) << filter << count << first;
    };
    row(
        "all but drawn", [](DecisionFilter&) {}, 16, 37);
    row(
        "drawn too", [](DecisionFilter& f) { f.includeDrawn = true; }, 20, 39);
    row(
        "customer", [](DecisionFilter& f) { f.customer = 3; }, 2, 25);
    row(
        "action", [](DecisionFilter& f) { f.action = 2; }, 6, 37); // i = 2, 5, 8
    row(
        "no wait", [](DecisionFilter& f) { f.includeWait = false; }, 10, 37); // i = 1, 2, 5, 7, 8
    row(
        "arm", [](DecisionFilter& f) { f.arm = documents::Arm::Control; }, 4, 35); // i = 1, 7 (4 is drawn)
    row(
        "ruling", [](DecisionFilter& f) { f.ruling = governance::RulingKind::Execute; }, 8, 35); // i = 1, 3, 5, 7
    row(
        "risk", [](DecisionFilter& f) { f.risk = documents::Risk::High; }, 0, 0);
    row(
        "agent and journey",
        [](DecisionFilter& f) {
            f.agent = 2;
            f.journey = 4;
        },
        16, 37);
    row(
        "other agent", [](DecisionFilter& f) { f.agent = 3; }, 0, 0);
    row(
        "since", [](DecisionFilter& f) { f.since = Instant{1'700'000'000'000 + 2 * 3'600'000}; }, 8, 37);
    row(
        "until", [](DecisionFilter& f) { f.until = Instant{1'700'000'000'000 + 2 * 3'600'000}; }, 8, 17);
}

void LedgerTests::filters() {
    QFETCH(DecisionFilter, filter);
    QFETCH(int, count);
    QFETCH(int, firstEntry);
    Opened o;
    Growing growing(o.run.id);
    QVERIFY(o.writer->commit(growing.batch(10)).ok() && o.writer->commit(growing.batch(10)).ok());
    QCOMPARE(o.reader->countDecisions(o.run.id, filter).value(), std::uint64_t(count));
    const auto rows = o.reader->decisions(o.run.id, filter).value();
    QCOMPARE(rows.size(), std::size_t(count));
    if (count > 0)
        QCOMPARE(rows.front().entry, std::uint64_t(firstEntry));
    for (std::size_t i = 1; i < rows.size(); ++i)
        QVERIFY(rows[i].entry < rows[i - 1].entry);
    filter.limit = 1;
    filter.offset = 1;
    QCOMPARE(o.reader->decisions(o.run.id, filter)->size(), std::size_t(count > 1 ? 1 : 0));
}

void LedgerTests::queueOrder() {
    using governance::ProposalState;
    Opened o;
    Batch batch = Growing(o.run.id).batch(1);
    const std::int64_t h = 3'600'000;
    // Rank: 10 h − 4 h = 6 h, 7 h − 1 h = 6 h (larger number after), 5 h, never.
    batch.proposals = {proposal(1, ProposalState::Proposed, 10 * h, documents::Risk::High),
                       proposal(2, ProposalState::Claimed, 7 * h, documents::Risk::Medium),
                       proposal(3, ProposalState::Proposed, 5 * h, documents::Risk::Low),
                       proposal(4, ProposalState::Suggested, INT64_MAX, documents::Risk::High),
                       proposal(5, ProposalState::Rejected, 1 * h, documents::Risk::Low)};
    QVERIFY(o.writer->commit(batch).ok());
    const auto numbers = [&](const std::set<ProposalState>& states, std::int64_t limit) {
        QString list;
        const auto found = o.reader->proposals(o.run.id, states, limit).value();
        for (const auto& p : found)
            list += QString::number(p.number);
        return list;
    };
    QCOMPARE(numbers({ProposalState::Proposed, ProposalState::Claimed, ProposalState::SecondNeeded}, 9),
             QString("312"));
    QCOMPARE(numbers({ProposalState::Proposed, ProposalState::Claimed, ProposalState::Suggested}, 2), QString("31"));
    QCOMPARE(numbers({ProposalState::Suggested, ProposalState::Rejected}, 9), QString("54"));
    QCOMPARE(numbers({}, 9), QString());
    const auto last = [&](const std::set<ProposalState>& states, std::int64_t limit) {
        QString list;
        const auto found = o.reader->lastProposals(o.run.id, states, limit).value();
        for (const auto& p : found)
            list += QString::number(p.number);
        return list;
    };
    QCOMPARE(last({ProposalState::Proposed, ProposalState::Claimed, ProposalState::SecondNeeded}, 9), QString("213"));
    QCOMPARE(last({ProposalState::Suggested, ProposalState::Rejected}, 1), QString("4"));
    QCOMPARE(last({ProposalState::Rejected}, 9), QString("5"));
    QCOMPARE(o.reader->countProposals(o.run.id, {ProposalState::Suggested, ProposalState::Rejected}).value(),
             std::uint64_t{2});
    QCOMPARE(o.reader->countProposals(o.run.id, {ProposalState::Expired}).value(), std::uint64_t{0});
}

void LedgerTests::wrongBatchesAreRefused() {
    Opened o;
    Growing growing(o.run.id);
    const Batch first = growing.batch(2), second = growing.batch(2);
    QCOMPARE(o.writer->commit(second).error().code, std::string("store.wrong-chain")); // one is missing
    QVERIFY(o.writer->commit(first).ok());
    QCOMPARE(o.writer->commit(first).error().code, std::string("store.wrong-chain")); // twice
    Batch wrong = second;
    wrong.head.bytes[0] ^= 1;
    QCOMPARE(o.writer->commit(wrong).error().code, std::string("store.wrong-chain"));
    wrong = second;
    wrong.run = 9;
    QCOMPARE(o.writer->commit(wrong).error().code, std::string("run.unknown"));
    wrong = second;
    wrong.about.push_back(wrong.about.front());
    QCOMPARE(o.writer->commit(wrong).error().code, std::string("store.wrong-batch"));
    QVERIFY(o.writer->commit(second).ok()); // nothing of the refused ones stayed
    QCOMPARE(o.reader->runs()->front().entries, std::uint64_t{8});
    QVERIFY(verifyStore(o.at.folder())->ok);
}

void LedgerTests::twoRunsStayApart() {
    Opened o;
    RunInfo other = Fixture::runInfo();
    other.kind = RunKind::Replay;
    Symbols changed = Fixture::symbols();
    changed.intern("later");
    const RunInfo second = o.writer->beginRun(other, changed).value();
    QCOMPARE(second.tag, std::string("r2"));
    Growing a(o.run.id), b(second.id);
    QVERIFY(o.writer->commit(a.batch(4)).ok() && o.writer->commit(b.batch(2)).ok() &&
            o.writer->commit(a.batch(1)).ok());
    QCOMPARE(o.reader->countDecisions(o.run.id, {}).value(), std::uint64_t{5});
    QCOMPARE(o.reader->countDecisions(second.id, {}).value(), std::uint64_t{2});
    QCOMPARE(o.reader->run("").value().tag, std::string("r2"));
    QCOMPARE(o.reader->entriesOf(second.id, 4)->size(), std::size_t{0});
    QCOMPARE(o.reader->symbolsOf(o.run.id)->size(), std::size_t{20});
    QCOMPARE(o.reader->symbolsOf(second.id)->size(), std::size_t{21});
    const auto report = verifyStore(o.at.folder());
    QVERIFY(report->ok && report->keysUnwrapped);
    QCOMPARE(report->records, std::uint64_t{14});
    QCOMPARE(report->decisions, std::uint64_t{7});
}

void LedgerTests::exportsLines() {
    Opened o;
    QVERIFY(o.writer->commit(Growing(o.run.id).batch(2)).ok());
    std::ostringstream out;
    QVERIFY(exportRecords(*o.reader, o.run.id, Fixture::symbols(), out).ok());
    const QStringList lines = QString::fromStdString(out.str()).split('\n');
    QCOMPARE(lines.size(), 5); // four and the end
    QCOMPARE(lines[1], QString(R"({"budget":"name-3","choice":0,"customer":1,"decision":"1-1","epoch":"1",)"
                               R"("kind":"did-not-fit","number":"2","sequence":1,"time":"2023-11-14T23:13:20Z"})"));
    Symbols tooSmall;
    QCOMPARE(exportRecords(*o.reader, o.run.id, tooSmall, out).error().code, std::string("record.damaged"));
}

void LedgerTests::mendedEvents() {
    Opened o;
    Growing growing(o.run.id);
    Batch batch = growing.batch(1);
    batch.events = {{1, 1, {5}, {6}, "m1", "Cart", 0, {1}},
                    {2, noCustomer, {7}, {8}, "m2", "Cart", 4, {2}},
                    {3, noCustomer, {9}, {9}, "m3", "Cart", 3, {3}},
                    {4, noCustomer, {9}, {9}, "", "", 6, {4}},
                    {5, noCustomer, {9}, {9}, "", "", 7, {5}}};
    QVERIFY(o.writer->commit(batch).ok());
    const auto held = o.reader->heldBack(o.run.id, 0, 10);
    QVERIFY(held.ok());
    QCOMPARE(held->size(), std::size_t{3}); // neither the duplicate nor what was read
    QCOMPARE(held->at(0).sequence, std::uint64_t{2});
    QVERIFY(held->at(0).messageId == "m2" && held->at(0).body == std::vector<std::uint8_t>{2});
    QCOMPARE(o.reader->heldBack(o.run.id, 4, 10)->size(), std::size_t{1});
    QCOMPARE(o.reader->heldBack(o.run.id, 0, 2)->size(), std::size_t{2});
    QVERIFY(o.reader->mended(o.run.id)->empty());
    // Sent again in another run, twice; whatever names no run is left out.
    const RunInfo second = o.writer->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
    Growing later(second.id);
    Batch sent = later.batch(1);
    sent.events = {{1, noCustomer, {20}, {20}, "m2", "Cart", 4, {6}}, {2, 1, {21}, {21}, "m2", "Cart", 0, {7}}};
    sent.mended = {{"s1", 2, {20}, "vera", "", 1, 0}, {"s9", 2, {20}, "vera", "", 1, 0}};
    QVERIFY(o.writer->commit(sent).ok());
    auto mended = o.reader->mended(o.run.id);
    QVERIFY(mended.ok());
    QCOMPARE(mended->size(), std::size_t{1});
    QVERIFY(mended->front().run == "s1" && mended->front().number == 2 && mended->front().at == Instant{20});
    QVERIFY(mended->front().person == "vera" && mended->front().into == "s2" && mended->front().receipt == 1);
    QCOMPARE(mended->front().fate, std::uint8_t{4});
    Batch again = later.batch(1);
    again.mended = {{"s1", 2, {21}, "", "", 2, 0}};
    QVERIFY(o.writer->commit(again).ok());
    mended = o.reader->mended(o.run.id);
    QCOMPARE(mended->size(), std::size_t{1}); // the last word holds
    QVERIFY(mended->front().receipt == 2 && mended->front().person.empty() && mended->front().fate == 0);
    QVERIFY(o.reader->mended(second.id)->empty());
    QVERIFY(verifyStore(o.at.folder())->ok);
}

/// A store of version 3 has neither table nor index of what is held back.
void LedgerTests::olderStoresOpen() {
    const Fixture at;
    {
        auto writer = std::move(SqliteLedgerWriter::open(at.folder())).value();
        const RunInfo run = writer->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
        Growing growing(run.id);
        Batch batch = growing.batch(2);
        batch.events = {{1, 1, {5}, {6}, "m1", "Cart", 0, {1}}, {2, noCustomer, {7}, {8}, "m2", "Cart", 4, {2}}};
        QVERIFY(writer->commit(batch).ok());
    }
    for (const char* statement : {"DROP TABLE mended", "DROP INDEX event_held", "UPDATE schema_version SET version = 3",
                                  "PRAGMA user_version = 3"})
        at.sql(statement);
    {
        auto reader = std::move(SqliteLedgerReader::open(at.folder())).value();
        const auto held = reader->heldBack(1, 0, 10);
        QVERIFY2(held.ok(), held ? "" : held.error().code.c_str());
        QCOMPARE(held->size(), std::size_t{1});
        QVERIFY(reader->mended(1)->empty());
    }
    QCOMPARE(at.sql("SELECT version FROM schema_version"), std::to_string(schemaVersion));
    QVERIFY(verifyStore(at.folder())->ok);
}
