#include "session/live_sends.h"
#include "session/receiver.h"
#include "session/session_tests.h"

#include "base/hash.h"
#include "execution/opt_out.h"
#include "storage/key_store.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/stop_store.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace wayreeve;

namespace {

QStringList arguments(const Place& place, int customers, int days, const QStringList& more = {}) {
    return QStringList{"simulate", place.path(),          "--customers", QString::number(customers),
                       "--days",   QString::number(days), "--seed",      "4",
                       "--json"} +
           more;
}

/// What stands before a run's own keys where receivers see them: workspace and run.
std::string keyPrefix(const Place& place) {
    const std::vector<std::uint8_t> key = storage::publicKey(place.folder());
    return hashOf(key).hex().substr(0, 16) + "-" + place.run().tag + "-";
}

/// Of what may go out: by now some have taken consent back.
std::set<std::string> outboxKeys(const Place& place, std::set<std::string>* unsettled = nullptr) {
    auto reader = storage::SqliteLedgerReader::open(place.folder());
    const audit::RunInfo info = place.run();
    std::set<std::string> keys;
    const std::string prefix = keyPrefix(place);
    const auto dispatches = (*reader)->dispatches(info.id, std::nullopt, 1'000'000);
    for (const execution::Dispatch& dispatch : *dispatches) {
        if (dispatch.state == execution::DispatchState::Failed && execution::isUnwelcome(dispatch.result))
            continue;
        keys.insert(prefix + dispatch.key);
        if (unsettled && dispatch.state != execution::DispatchState::Succeeded)
            unsettled->insert(prefix + dispatch.key);
    }
    return keys;
}

} // namespace

void KillTests::firstCommitComesEarly() {
    // The first entry is durable before anything else happens: whoever looks at the first sign of progress finds it.
    Place place;
    session::SimulateRequest request;
    request.customers = 50;
    request.days = 2;
    std::uint64_t entries = 0;
    bool looked = false;
    request.cancelled = [&] {
        if (!looked) {
            looked = true;
            entries = place.run().entries;
        }
        return false;
    };
    QVERIFY(session::simulate(place.open(), request).ok());
    QVERIFY(looked);
    QVERIFY(entries >= 1);
}

void KillTests::storeComesFirst() {
    // A program that is killed between the two must not leave what looks like a store that was taken away.
    Place place;
    const session::OpenWorkspace workspace = place.open();
    const std::filesystem::path data = place.folder() / ".wayreeve";
    std::filesystem::create_directories(data / "store.db"); // no file can be made here
    QVERIFY(!session::publish(workspace).ok());
    QVERIFY(!std::filesystem::exists(data / "versions"));
    QVERIFY(!std::filesystem::exists(data / "keys"));
    std::filesystem::remove(data / "store.db");
    QVERIFY(session::publish(workspace).ok());
    QVERIFY(std::filesystem::file_size(data / "store.db") > 0);
    QVERIFY(std::filesystem::exists(data / "versions"));
    QVERIFY(!std::filesystem::exists(data / "keys")); // whoever signs makes them
    QVERIFY(place.verified());
}

void KillTests::killedRunsAreTakenUp() {
    Place whole;
    QElapsedTimer watch;
    watch.start();
    const Ctl unbroken = Ctl::run(arguments(whole, 500, 7));
    QCOMPARE(unbroken.code, 0);
    const int length = static_cast<int>(watch.elapsed());
    const std::string hash = unbroken.value("records_hash");
    QCOMPARE(hash.size(), std::size_t{64});

    QRandomGenerator random(20260302);
    int kills = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
        Place place;
        std::uint64_t before = 0;
        for (int round = 0; round < 3; ++round) {
            const QStringList threads{"--threads", attempt % 2 == 0 ? "1" : "2", "--resume"};
            if (!Ctl::kill(arguments(place, 500, 7, threads), 20 + random.bounded(std::max(1, length * 3 / 4))))
                break;
            ++kills;
            const audit::RunInfo stored = place.run();
            // What was committed before an earlier kill is still there, and nothing half-written is.
            QVERIFY(stored.entries >= before);
            before = stored.entries;
            QVERIFY(place.verified());
        }
        const Ctl resumed = Ctl::run(arguments(place, 500, 7, {"--resume"}));
        QVERIFY2(resumed.code == 0, resumed.err.constData());
        QCOMPARE(resumed.value("records_hash"), hash);
        QVERIFY(place.verified());
        QVERIFY(place.records() == whole.records());
        // Derived rows, too: nothing is there twice or missing.
        auto a = storage::SqliteLedgerReader::open(whole.folder());
        auto b = storage::SqliteLedgerReader::open(place.folder());
        const auto x = (*a)->run(""), y = (*b)->run("");
        QCOMPARE((*b)->fates(y->id).value(), (*a)->fates(x->id).value());
        QCOMPARE((*b)->countDecisions(y->id, {}).value(), (*a)->countDecisions(x->id, {}).value());
        QCOMPARE((*b)->outcomes(y->id, std::nullopt)->size(), (*a)->outcomes(x->id, std::nullopt)->size());
        const auto daysA = (*a)->days(x->id).value(), daysB = (*b)->days(y->id).value();
        QCOMPARE(daysB.size(), daysA.size());
        for (std::size_t i = 0; i < daysA.size(); ++i) {
            QCOMPARE(daysB[i].customers, daysA[i].customers);
            QCOMPARE(daysB[i].decisions, daysA[i].decisions);
            QCOMPARE(daysB[i].dispatches, daysA[i].dispatches);
            QCOMPARE(daysB[i].goals, daysA[i].goals);
        }
    }
    qInfo("%d kills", kills);
    QVERIFY(kills >= 3);
}

void KillTests::eachActionReachesTheReceiverOnce() {
    Receiver receiver;
    Place place;
    connectAll(place, receiver);
    const int hour = farHour();
    neverQuiet(place, hour);
    // Killed while it computes, while it sends, and while it sends again; every kill waits for calls, not for time.
    const QStringList words = arguments(place, 250, 6, {"--deliver", "--resume"});
    const auto killAfterCalls = [&](std::size_t calls) {
        QProcess process;
        process.start(QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl"), words);
        while (receiver.calls() < calls && !process.waitForFinished(2)) {
        }
        process.kill();
        process.waitForFinished();
    };
    QVERIFY(Ctl::kill(words, 150));
    killAfterCalls(1);
    killAfterCalls(20);
    killAfterCalls(60);
    const Ctl last = Ctl::run(words);
    QVERIFY2(last.code == 0, last.err.constData());

    std::set<std::string> unsettled;
    const auto keys = outboxKeys(place, &unsettled);
    QVERIFY(keys.size() > 80);
    QVERIFY(unsettled.empty());
    std::set<std::string> received;
    for (const auto& [key, times] : receiver.asked())
        received.insert(key);
    QVERIFY(received == keys); // each once for a receiver that honours keys, none lost, none invented
    qInfo("%zu actions, %zu calls", keys.size(), receiver.calls());
    // Nothing goes out again afterwards.
    const std::size_t calls = receiver.calls();
    QCOMPARE(Ctl::run({"dispatch", place.path(), "--json"}).code, 0);
    QCOMPARE(receiver.calls(), calls);
    // Another workspace with the same seed on the same receiver: its actions are not taken for this one's.
    Place twin;
    connectAll(twin, receiver);
    neverQuiet(twin, hour);
    QCOMPARE(Ctl::run(arguments(twin, 250, 6, {"--deliver"})).code, 0);
    QCOMPARE(receiver.asked().size(), 2 * keys.size());
    // The records do not know how the sending went.
    Place quiet;
    connectAll(quiet, receiver);
    neverQuiet(quiet, hour);
    QCOMPARE(Ctl::run(arguments(quiet, 250, 6)).value("records_hash"), last.value("records_hash"));
    QVERIFY(place.verified());
}

void KillTests::stopWhileDispatching() {
    Receiver receiver;
    Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    std::atomic<bool> stopped = false;
    std::atomic<int> afterStop = 0;
    receiver.onCall = [&] {
        if (stopped)
            ++afterStop;
    };
    QProcess process;
    process.start(QStringLiteral(WAYREEVE_BIN_DIR "/wayreevectl"), arguments(place, 250, 6, {"--deliver"}));
    while (receiver.calls() < 10 && !process.waitForFinished(1)) {
    }
    QVERIFY(process.state() == QProcess::Running);
    QCOMPARE(Ctl::run({"stop", place.path(), "--as", "ada", "--json"}).code, 0);
    stopped = true; // the command has answered: from here on no call may start
    process.waitForFinished(120'000);
    QCOMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(afterStop.load(), 0);
    const std::size_t sent = receiver.calls();
    std::set<std::string> unsettled;
    const auto keys = outboxKeys(place, &unsettled);
    QVERIFY(!unsettled.empty());

    // Still stopped: nothing. Lifted: the rest, each once.
    QCOMPARE(Ctl::run({"dispatch", place.path(), "--json"}).code, 0);
    QCOMPARE(receiver.calls(), sent);
    stopped = false;
    QCOMPARE(Ctl::run({"stop", place.path(), "--lift", "--json"}).code, 0);
    QCOMPARE(Ctl::run({"dispatch", place.path(), "--json"}).code, 0);
    QCOMPARE(receiver.asked().size(), outboxKeys(place).size());
    QVERIFY(outboxKeys(place).size() > sent);
}

void KillTests::laterVerdictsReachTheReceiver() {
    Receiver receiver;
    const auto approveOne = [](const Place& place) -> std::uint64_t {
        const audit::RunInfo run = place.run();
        auto reader = storage::SqliteLedgerReader::open(place.folder());
        const auto waiting = (*reader)->proposals(run.id, {governance::ProposalState::Proposed}, 1000);
        for (const governance::Proposal& proposal : *waiting) {
            governance::Command command;
            command.proposal = proposal.number;
            command.person = "mei";
            if (proposal.ruling.rule.approval == documents::Approval::FourEyes ||
                !session::giveCommand(place.folder(), run.tag, command).ok())
                continue;
            command.kind = governance::CommandKind::Approve;
            const auto answer = session::giveCommand(place.folder(), run.tag, command);
            if (answer.ok() && answer->state == governance::ProposalState::Dispatched)
                return proposal.number;
        }
        return 0;
    };
    const auto sentBy = [](const Place& place, std::uint64_t proposal) {
        auto reader = storage::SqliteLedgerReader::open(place.folder());
        const auto dispatches = (*reader)->dispatches(place.run().id, std::nullopt, 1'000'000);
        for (const execution::Dispatch& dispatch : *dispatches)
            if (dispatch.proposal == proposal)
                return dispatch;
        return execution::Dispatch{};
    };
    Place place;
    connectAll(place, receiver);
    neverQuiet(place);
    QCOMPARE(Ctl::run(arguments(place, 250, 6, {"--deliver"})).code, 0);
    QVERIFY(place.run().sendsReally);
    const std::size_t before = receiver.asked().size();
    const std::uint64_t approved = approveOne(place);
    QVERIFY(approved != 0);
    // Nothing sends while nobody dispatches: it waits in the outbox, and is not settled by anything else.
    QCOMPARE(receiver.asked().size(), before);
    QCOMPARE(sentBy(place, approved).state, execution::DispatchState::Pending);
    QCOMPARE(Ctl::run({"dispatch", place.path(), "--json"}).code, 0);
    QCOMPARE(receiver.asked().size(), before + 1);
    QCOMPARE(sentBy(place, approved).state, execution::DispatchState::Succeeded);
    QVERIFY(receiver.asked().contains(keyPrefix(place) + sentBy(place, approved).key));
    QVERIFY(place.verified());

    // A run that only simulates keeps to the sandbox, whatever is connected.
    Place quiet;
    connectAll(quiet, receiver);
    QCOMPARE(Ctl::run(arguments(quiet, 250, 6)).code, 0);
    QVERIFY(!quiet.run().sendsReally);
    const std::uint64_t other = approveOne(quiet);
    QVERIFY(other != 0);
    QCOMPARE(sentBy(quiet, other).state, execution::DispatchState::Succeeded);
    const std::size_t calls = receiver.calls();
    QCOMPARE(Ctl::run({"dispatch", quiet.path(), "--json"}).code, 0);
    QCOMPARE(receiver.calls(), calls);
}
