#include "storage/call_gate.h"
#include "storage/command_inbox.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/sqlite_outbox.h"
#include "storage/stop_store.h"

#include "fixture.h"
#include "storage_tests.h"

#include <QTest>

#include <atomic>
#include <fstream>
#include <optional>
#include <thread>

using namespace wayreeve;
using namespace wayreeve::storage;
using execution::Dispatch;
using execution::DispatchState;

namespace {

/// Two runs; each has the items 11, 12, 13 pending and 14 already gone, with equal keys.
void fill(const Fixture& at) {
    auto writer = SqliteLedgerWriter::open(at.folder());
    for (int n = 0; n < 2; ++n) {
        const audit::RunInfo run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
        audit::Batch batch = Growing(run.id).batch(1);
        for (std::uint64_t number = 11; number <= 14; ++number) {
            Dispatch item;
            item.number = number;
            item.customer = 1;
            item.key = "k" + std::to_string(number);
            item.state = number == 14 ? DispatchState::Succeeded : DispatchState::Pending;
            batch.dispatches.push_back(item);
        }
        batch.customers = {audit::CustomerRow{1, "ana", "Ana", {}, false, false, false, {}, {}, 0, 1, {}}};
        if (!(*writer)->commit(batch))
            qFatal("commit");
    }
}

/// A public key of 32 equal bytes, so that what is made of it can be written down: 89eb0d6a… is BLAKE2b-256 of 32
/// zeros.
void usePublicKey(const Fixture& at, const std::string& byte) {
    std::ofstream file(at.folder() / ".wayreeve" / "keys" / "signing.pub");
    for (int i = 0; i < 32; ++i)
        file << byte;
    file << '\n';
}

QString states(const Fixture& at, std::int64_t run) {
    QStringList list;
    auto reader = SqliteLedgerReader::open(at.folder());
    const auto items = (*reader)->dispatches(run, {}, 10).value();
    for (const Dispatch& item : items)
        list.prepend(QString::fromStdString(std::to_string(item.number) + ":" + std::string(nameOf(item.state)) + ":" +
                                            std::to_string(item.attempts) + ":" + item.result));
    return list.join(" ");
}

} // namespace

void ClientTests::outboxTakesAndSettles() {
    const Fixture at;
    fill(at);
    QCOMPARE(SqliteOutbox::open(at.folder(), "s9").error().code, std::string("run.unknown"));
    auto outbox = SqliteOutbox::open(at.folder(), "s1");
    QVERIFY(outbox.ok());
    auto items = (*outbox)->take(2).value();
    QCOMPARE(items.size(), std::size_t{2});
    QVERIFY(items[0].number == 11 && items[1].number == 12 && items[0].attempts == 1);
    QCOMPARE(states(at, 1), QString("11:taken:1: 12:taken:1: 13:pending:0: 14:succeeded:0:"));
    items[0].state = DispatchState::Succeeded;
    items[0].result = "http-200";
    items[1].state = DispatchState::Stopped;
    items[1].attempts = 0;
    QVERIFY((*outbox)->settle(items[0]).ok() && (*outbox)->settle(items[1]).ok());
    QCOMPARE((*outbox)->take(10)->size(), std::size_t{1}); // a stopped one keeps nobody waiting
    QCOMPARE((*outbox)->resume().value(), 1);
    QCOMPARE(states(at, 1), QString("11:succeeded:1:http-200 12:pending:0: 13:taken:1: 14:succeeded:0:"));
    QCOMPARE(states(at, 2), QString("11:pending:0: 12:pending:0: 13:pending:0: 14:succeeded:0:"));
    items[0].number = 99;
    QCOMPARE((*outbox)->settle(items[0]).error().code, std::string("outbox.unknown"));
    QCOMPARE((*outbox)->customerKey(1), std::string("ana"));
    QCOMPARE((*outbox)->customerKey(2), std::string());
}

void ClientTests::outboxReplaysWhatFailed() {
    const Fixture at;
    fill(at);
    auto outbox = SqliteOutbox::open(at.folder(), "s1");
    auto items = (*outbox)->take(2).value();
    const std::string key = items[0].key;
    items[0].state = DispatchState::Failed;
    items[0].result = "http-404";
    items[1].state = DispatchState::Unknown;
    items[1].result = "timeout";
    QVERIFY((*outbox)->settle(items[0]).ok() && (*outbox)->settle(items[1]).ok());
    QCOMPARE((*outbox)->replay(99).error(), (Error{"outbox.unknown", {{"number", "99"}}}));
    QCOMPARE((*outbox)->replay(13).error(), (Error{"outbox.not-failed", {{"number", "13"}, {"state", "pending"}}}));
    QCOMPARE((*outbox)->replay(14).error(), (Error{"outbox.not-failed", {{"number", "14"}, {"state", "succeeded"}}}));
    QVERIFY((*outbox)->replay(11).ok() && (*outbox)->replay(12).ok());
    QCOMPARE(states(at, 1), QString("11:pending:0: 12:pending:0: 13:pending:0: 14:succeeded:0:"));
    QCOMPARE((*outbox)->take(1)->front().key, key); // the receiver knows it
}

void ClientTests::outboxRecovers() {
    const Fixture at;
    fill(at);
    usePublicKey(at, "00");
    {
        auto dead = SqliteOutbox::open(at.folder(), "s1");
        QCOMPARE((*dead)->take(2)->size(), std::size_t{2});
    }
    auto outbox = SqliteOutbox::open(at.folder(), "s1");
    QCOMPARE((*outbox)->recover().value(), 2);
    const auto again = (*outbox)->take(10).value();
    QCOMPARE(again.size(), std::size_t{3});
    QVERIFY(again[0].attempts == 2 && again[0].key == "89eb0d6a8a691dae-s1-k11"); // the same key: the receiver knows it
    // A call had begun, of a receiver that knows none.
    Dispatch begun = again[0];
    begun.result = execution::callBegun;
    QVERIFY((*outbox)->settle(begun).ok());
    auto next = SqliteOutbox::open(at.folder(), "s1");
    QCOMPARE((*next)->recover().value(), 3);
    auto reader = SqliteLedgerReader::open(at.folder());
    const auto items = (*reader)->dispatches(1, {}, 10).value();
    for (const Dispatch& item : items)
        if (item.number == begun.number)
            QVERIFY(item.state == DispatchState::Unknown && item.result == "interrupted" && item.attempts == 2);
    QCOMPARE((*next)->take(10)->size(), std::size_t{2});
    QVERIFY((*next)->replay(begun.number).ok()); // a person looked
    QCOMPARE((*next)->take(10)->size(), std::size_t{1});
}

void ClientTests::outboxKeysCarryTheRun() {
    const Fixture at;
    fill(at);
    usePublicKey(at, "00");
    auto one = SqliteOutbox::open(at.folder(), "s1"), two = SqliteOutbox::open(at.folder(), "s2");
    auto item = (*one)->take(1)->front();
    QCOMPARE(item.key, std::string("89eb0d6a8a691dae-s1-k11"));
    QCOMPARE((*two)->take(1)->front().key, std::string("89eb0d6a8a691dae-s2-k11"));
    // One receiver may serve two workspaces; a copied folder is the same one.
    const Fixture other;
    fill(other);
    usePublicKey(other, "01");
    auto elsewhere = SqliteOutbox::open(other.folder(), "s1");
    QCOMPARE((*elsewhere)->take(1)->front().key, std::string("f40ceaf86e577692-s1-k11"));
    std::filesystem::remove_all(other.folder() / ".wayreeve" / "keys");
    QCOMPARE(SqliteOutbox::open(other.folder(), "s1").error().code, std::string("store.key-missing"));
    QVERIFY((*one)->settle(item).ok());
    auto reader = SqliteLedgerReader::open(at.folder());
    const auto items = (*reader)->dispatches(1, {}, 10).value();
    for (const Dispatch& stored : items)
        QCOMPARE(stored.key, "k" + std::to_string(stored.number)); // stored ones keep the run's own
}

void ClientTests::stops() {
    const Fixture at;
    auto store = StopStore::open(at.folder());
    QVERIFY((*store)->set("", "ana").ok() && (*store)->set("agent/cart", "ana").ok() &&
            (*store)->set("agent/cart", "ben").ok());
    auto other = StopStore::open(at.folder());
    const std::map<std::string, std::string> expected{{"", "ana"}, {"agent/cart", "ben"}};
    QVERIFY((*other)->scopes().value() == expected);
    QVERIFY((*other)->lift("").value());
    QVERIFY(!(*other)->lift("").value());
    QCOMPARE((*store)->scopes()->size(), std::size_t{1});
}

void ClientTests::stopsWaitForCalls() {
    const Fixture at;
    auto caller = CallGate::open(at.folder()), stopper = CallGate::open(at.folder());
    QVERIFY(caller.ok() && stopper.ok());
    auto first = (*caller)->pass();
    QVERIFY(first.ok());
    auto call = std::make_optional(std::move(*first));
    std::atomic<bool> ended = false, returned = false, tooEarly = false;
    std::thread stop([&] {
        (void)(*stopper)->waitForCalls();
        tooEarly = !ended;
        returned = true;
    });
    for (int i = 0; i < 100'000 && !returned; ++i) // long enough for a stop that does not wait
        std::this_thread::yield();
    ended = true;
    call.reset();
    stop.join();
    QVERIFY(!tooEarly);
    QVERIFY((*caller)->pass().ok()); // and calls go on, where the stop lets them
}

void ClientTests::inbox() {
    const Fixture at;
    auto client = CommandInbox::open(at.folder()), engine = CommandInbox::open(at.folder());
    const std::int64_t first = (*client)->put(R"({"a":1})").value(), second = (*client)->put(R"({"b":"ü"})").value();
    QVERIFY(second > first);
    const auto items = (*engine)->take(1).value();
    QVERIFY(items.size() == 1 && items[0].id == first && items[0].body == R"({"a":1})");
    QCOMPARE((*engine)->recover().value(), 1);
    QCOMPARE((*engine)->take(9)->size(), std::size_t{2});
    QVERIFY((*engine)->take(9)->empty());
    QVERIFY((*engine)->answer(second, R"({"ok":true})").ok());
    QCOMPARE((*engine)->answer(77, "{}").error().code, std::string("inbox.unknown"));
    const auto answered = (*client)->find(second).value();
    QVERIFY(answered && answered->state == InboxState::Answered && answered->answer == R"({"ok":true})");
    QVERIFY((*client)->find(first).value()->state == InboxState::Taken);
    QVERIFY(!(*client)->find(77).value());
}
