#include "storage/command_inbox.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/stop_store.h"
#include "storage/verify_store.h"
#include "storage/workspace_store.h"

#include "fixture.h"
#include "storage_tests.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <fstream>
#include <random>
#include <thread>

using namespace wayreeve;
using namespace wayreeve::audit;
using namespace wayreeve::storage;

void DurabilityTests::secondEngineIsRefused() {
    const Fixture at;
    auto first = SqliteLedgerWriter::open(at.folder());
    QVERIFY(first.ok());
    const auto second = SqliteLedgerWriter::open(at.folder());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, std::string("store.locked"));
    QCOMPARE(second.error().parameter("pid"), std::to_string(QCoreApplication::applicationPid()));
    QVERIFY(SqliteLedgerReader::open(at.folder()).ok()); // readers are not engines
    QVERIFY(StopStore::open(at.folder()).ok());
    first = Error{"closed", {}};
    QVERIFY(SqliteLedgerWriter::open(at.folder()).ok());
}

void DurabilityTests::enginesTakeTurns() {
    const Fixture at;
    const std::filesystem::path folder = at.folder();
    // Whoever is patient gets the lock as soon as it is free …
    auto first = EngineLock::acquire(folder);
    QVERIFY(first.ok());
    std::atomic<bool> released = false, early = false;
    Result<std::unique_ptr<EngineLock>> second = Error{"none", {}};
    std::thread waiting([&] {
        second = EngineLock::acquire(folder, std::chrono::minutes(1));
        early = !released;
    });
    QVERIFY(!EngineLock::acquire(folder, std::chrono::milliseconds(60)).ok()); // … and not before
    released = true;
    first = Error{"closed", {}};
    waiting.join();
    QVERIFY(second.ok() && !early);
    // An owner that could not write its number is not called process 0.
    std::ofstream(folder / ".wayreeve" / "engine.lock", std::ios::trunc).flush();
    const auto third = EngineLock::acquire(folder);
    QVERIFY(!third.ok());
    QVERIFY(third.error().parameters.empty());
}

/// The child (main.cpp, --commit) makes a run and commits batches of two decisions, writing a line once each is
/// durable.
void DurabilityTests::killedWriterLosesNothing() {
    std::mt19937 random(7);
    DecisionFilter all;
    all.includeDrawn = true;
    const Fixture at;
    int kills = 0;
    for (int round = 0; round < 12; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {"--commit", QString::fromStdString(at.folder().string())});
        QVERIFY(child.waitForStarted());
        QByteArray said;
        const int wanted = 1 + static_cast<int>(random() % 40);
        while (said.count('\n') < wanted && child.waitForReadyRead(30'000))
            said += child.readAllStandardOutput();
        child.kill(); // SIGKILL, wherever it stands
        QVERIFY(child.waitForFinished(30'000));
        kills += child.exitStatus() == QProcess::CrashExit ? 1 : 0;
        said += child.readAllStandardOutput();
        const auto acknowledged = static_cast<std::uint64_t>(said.count('\n'));
        QVERIFY(acknowledged >= 1);

        const auto report = verifyStore(at.folder());
        QVERIFY(report.ok() && report->ok);
        const auto reader = SqliteLedgerReader::open(at.folder());
        const RunInfo run = (*reader)->run("").value();
        QVERIFY(run.epochs >= acknowledged);
        QVERIFY(run.epochs <= acknowledged + 1); // at most the one that it could not tell of any more
        QCOMPARE(run.entries, run.epochs * 4);
        QCOMPARE((*reader)->countDecisions(run.id, all).value(), run.epochs * 2);
    }
    QCOMPARE(kills, 12);
    QVERIFY(SqliteLedgerWriter::open(at.folder()).ok()); // the lock died with its owner
}

/// Clients read and then write while the engine commits: with deferred transactions many of these would fail.
void DurabilityTests::writersBesideEachOther() {
    const Fixture at;
    auto writer = SqliteLedgerWriter::open(at.folder());
    const RunInfo run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
    std::atomic<int> failures = 0, taken = 0;
    std::vector<std::thread> clients;
    for (int n = 0; n < 2; ++n)
        clients.emplace_back([&] {
            auto inbox = CommandInbox::open(at.folder());
            for (int i = 0; i < 100; ++i) {
                failures += (*inbox)->put("{}").ok() ? 0 : 1;
                const auto items = (*inbox)->take(1);
                failures += items.ok() ? 0 : 1;
                taken += items.ok() ? static_cast<int>(items->size()) : 0;
            }
        });
    Growing growing(run.id);
    for (int i = 0; i < 100; ++i)
        QVERIFY((*writer)->commit(growing.batch(2)).ok());
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(taken.load(), 200); // nobody took one twice
    QVERIFY(verifyStore(at.folder())->ok);
}

void DurabilityTests::fullDiskDamagesNothing() {
    const Fixture at;
    auto writer = SqliteLedgerWriter::open(at.folder());
    const RunInfo run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
    Growing growing(run.id);
    QVERIFY((*writer)->commit(growing.batch(20)).ok());
    const std::string pages = at.sql("PRAGMA page_count");
    QVERIFY((*writer)->store().execute(("PRAGMA max_page_count = " + pages).c_str()).ok());
    const Batch big = growing.batch(500);
    QCOMPARE((*writer)->commit(big).error().code, std::string("store.full"));
    QVERIFY(verifyStore(at.folder())->ok);
    QCOMPARE((*writer)->runInfo(run.id)->entries, std::uint64_t{40});
    QVERIFY((*writer)->store().execute("PRAGMA max_page_count = 1000000").ok()); // there is room again
    QVERIFY((*writer)->commit(big).ok());
    QCOMPARE(verifyStore(at.folder())->records, std::uint64_t{1040});
}
