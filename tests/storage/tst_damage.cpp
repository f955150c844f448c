#include "audit/events.h"
#include "audit/names.h"
#include "storage/key_store.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/verify_store.h"
#include "storage/workspace_store.h"

#include "fixture.h"
#include "storage_tests.h"

#include <QTest>

#include <fstream>
#include <sys/stat.h>

using namespace wayreeve;
using namespace wayreeve::audit;
using namespace wayreeve::storage;

namespace {

/// Run s1 with ten entries (five decisions), run s2 with two.
void fill(const Fixture& at) {
    auto writer = SqliteLedgerWriter::open(at.folder());
    for (const int count : {5, 1}) {
        const RunInfo run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
        if (!(*writer)->commit(Growing(run.id).batch(count)))
            qFatal("commit");
    }
}

QString texts(const VerifyReport& report) {
    QStringList list;
    for (const Damage& damage : report.damage)
        list << QString::fromStdString(std::string(nameOf(damage.kind)) + " " + damage.run + " " +
                                       std::to_string(damage.number));
    return list.join(", ");
}

std::string row(std::int64_t run, std::int64_t number) {
    return std::to_string(run * 1'099'511'627'776 + number);
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

} // namespace

/// Who deletes the file deletes every record: that a key or a published document is left tells of it.
void DamageTests::storeMissing() {
    for (const bool emptied : {false, true})
        for (const bool withKeys : {true, false})
            for (const bool withVersions : {true, false}) {
                const Fixture at;
                const std::filesystem::path data = at.folder() / ".wayreeve";
                fill(at);
                for (const char* suffix : {"", "-wal", "-shm"})
                    std::filesystem::remove(data / ("store.db" + std::string(suffix)));
                if (emptied)
                    write(data / "store.db", "");
                if (!withKeys)
                    std::filesystem::remove_all(data / "keys");
                std::filesystem::create_directories(data / "versions");
                if (withVersions)
                    write(data / "versions" / "0123.json", "{}");
                const auto report = verifyStore(at.folder());
                QVERIFY(report.ok());
                QCOMPARE(report->ok, !withKeys && !withVersions);
                QCOMPARE(texts(*report), report->ok ? QString() : QString("store-missing  0"));
                QCOMPARE(report->records, std::uint64_t{0});
                QCOMPARE(std::filesystem::exists(data / "store.db"), emptied); // looking makes none
                // Nor does working: a new, empty store would verify.
                const auto opened = WorkspaceStore::open(at.folder());
                QCOMPARE(opened.ok(), report->ok);
                if (!opened)
                    QCOMPARE(opened.error().code, std::string("store.gone"));
                QCOMPARE(verifyStore(at.folder())->ok, report->ok);
            }
    const Fixture fresh;
    QVERIFY(verifyStore(fresh.folder())->ok);
}

void DamageTests::wholeStore() {
    const Fixture at;
    fill(at);
    const auto report = verifyStore(at.folder());
    QVERIFY(report.ok());
    QVERIFY2(report->ok, qPrintable(texts(*report)));
    QCOMPARE(report->records, std::uint64_t{12});
    QCOMPARE(report->decisions, std::uint64_t{6});
}

void DamageTests::damage_data() {
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<QString>("found");
    const auto add = [](const char* name, const std::vector<std::string>& sql, const char* found) {
        QStringList list;
        for (const std::string& one : sql)
            list << QString::fromStdString(one);
        QTest::newRow(name) << list << found;
    };
    add("body edited",
        {"UPDATE record SET body = CAST(substr(body, 1, length(body) - 1) || x'01' AS BLOB) WHERE id = " + row(1, 4)},
        "edited s1 4");
    add("middle row deleted", {"DELETE FROM record WHERE id = " + row(1, 4)}, "removed s1 4");
    add("row inserted, the rest moved up",
        {"UPDATE record SET id = -id WHERE id > " + row(1, 4) + " AND id < " + row(2, 0),
         "UPDATE record SET id = 1 - id WHERE id < 0",
         "INSERT INTO record SELECT " + row(1, 5) + ", hash, zeroblob(32), body FROM record WHERE id = " + row(2, 1)},
        "inserted s1 5");
    add("row appended",
        {"INSERT INTO record SELECT " + row(1, 11) + ", hash, link, body FROM record WHERE id = " + row(2, 1)},
        "inserted s1 11");
    add("two rows swapped",
        {"UPDATE record SET id = -1 WHERE id = " + row(1, 3),
         "UPDATE record SET id = " + row(1, 3) + " WHERE id = " + row(1, 8),
         "UPDATE record SET id = " + row(1, 8) + " WHERE id = -1"},
        "reordered s1 3, reordered s1 8");
    add("neighbours swapped",
        {"UPDATE record SET id = -1 WHERE id = " + row(1, 3),
         "UPDATE record SET id = " + row(1, 3) + " WHERE id = " + row(1, 4),
         "UPDATE record SET id = " + row(1, 4) + " WHERE id = -1"},
        "reordered s1 3, reordered s1 4");
    add("tail deleted", {"DELETE FROM record WHERE id > " + row(1, 7) + " AND id < " + row(2, 0)}, "truncated s1 8");
    add("head rolled back",
        {"UPDATE head SET entries = 8, link = (SELECT link FROM record WHERE id = " + row(1, 8) + ") WHERE run = 1"},
        "head-forged s1 0");
    add("head rolled back and tail deleted",
        {"UPDATE head SET entries = 8, link = (SELECT link FROM record WHERE id = " + row(1, 8) + ") WHERE run = 1",
         "DELETE FROM record WHERE id > " + row(1, 8) + " AND id < " + row(2, 0)},
        "head-forged s1 0");
    add("signature replaced", {"UPDATE head SET signature = randomblob(64) WHERE run = 1"}, "head-forged s1 0");
    add("head of another run",
        {"UPDATE head SET entries = 2, (link, records_hash, signature) = (SELECT link, "
         "records_hash, signature FROM head WHERE run = 2) WHERE run = 1"},
        "head-forged s1 0");
    add("head deleted", {"DELETE FROM head WHERE run = 2"}, "no-head s2 0");
    add("run deleted",
        {"DELETE FROM run WHERE id = 1", "DELETE FROM head WHERE run = 1",
         "DELETE FROM record WHERE id < " + row(2, 0)},
        "removed 1 0");
    add("run's row deleted", {"DELETE FROM run WHERE id = 2", "DELETE FROM head WHERE run = 2"}, "no-head 2 0");
    add("records of no run",
        {"INSERT INTO record SELECT " + row(3, 1) + ", hash, link, body FROM record WHERE id = " + row(2, 1)},
        "no-head 3 0");
    add("derived rows only", {"DELETE FROM decision", "DELETE FROM about"}, "");
}

void DamageTests::damage() {
    QFETCH(QStringList, sql);
    QFETCH(QString, found);
    const Fixture at;
    fill(at);
    for (const QString& statement : sql)
        at.sql(statement.toStdString());
    const auto report = verifyStore(at.folder());
    QVERIFY(report.ok());
    QCOMPARE(texts(*report), found);
    QCOMPARE(report->ok, found.isEmpty());
}

void DamageTests::onlySignedRunsGrow_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("refused");
    const auto add = [](const char* name, const std::string& sql, const char* refused) {
        QTest::newRow(name) << QString::fromStdString(sql) << refused;
    };
    add("untouched", "SELECT 1", "");
    add("no signature", "UPDATE head SET signature = zeroblob(64) WHERE run = 1", "store.head-forged");
    // The head's own columns need no key: a record fewer, and a head that says so.
    add("shortened",
        "UPDATE head SET entries = 3, link = (SELECT link FROM record WHERE id = " + row(1, 3) + ") WHERE run = 1",
        "store.head-forged");
    add("other records hash", "UPDATE head SET records_hash = zeroblob(32) WHERE run = 1", "store.head-forged");
    add("another run's name", "UPDATE run SET tag = 's9' WHERE id = 1", "store.head-forged");
}

/// Who adds to a run signs all of it anew: so that must not be possible where what is there is not what was signed.
void DamageTests::onlySignedRunsGrow() {
    QFETCH(QString, sql);
    QFETCH(QString, refused);
    const Fixture at;
    Growing growing(1);
    {
        auto writer = SqliteLedgerWriter::open(at.folder());
        QVERIFY((*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).ok());
        QVERIFY((*writer)->commit(growing.batch(2)).ok());
    }
    at.sql(sql.toStdString());
    {
        auto writer = SqliteLedgerWriter::open(at.folder());
        QVERIFY(writer.ok());
        const auto done = (*writer)->commit(growing.batch(1));
        QCOMPARE(done ? QString() : QString::fromStdString(done.error().code), refused);
    }
    QCOMPARE(verifyStore(at.folder())->ok, refused.isEmpty());
    // Nor is a new key made beside runs that another signed.
    std::filesystem::remove_all(at.folder() / ".wayreeve" / "keys");
    const auto keyless = SqliteLedgerWriter::open(at.folder());
    QVERIFY(!keyless.ok());
    QCOMPARE(keyless.error().code, std::string("store.key-missing"));
    QVERIFY(!std::filesystem::exists(at.folder() / ".wayreeve" / "keys" / "signing.key"));
}

void DamageTests::frame_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("read");
    const auto add = [](const char* name, const char* sql, const char* found, bool read) {
        QTest::newRow(name) << sql << found << read;
    };
    add("untouched", "SELECT 1", "", true);
    // name-1 and name-2 stand at bytes 3 and 10 of the table: 0x94, "" (1), then 1 + 6 bytes each.
    add("two names swapped",
        "UPDATE symbols SET names = CAST(substr(names, 1, 2) || substr(names, 10, 7) || substr(names, 3, 7) || "
        "substr(names, 17) AS BLOB)",
        "names-edited s1 1", false);
    add("another table", "UPDATE run SET symbols = 99", "names-edited s1 1", false);
    add("another document set", "UPDATE run SET document_set = zeroblob(32)", "run-edited s1 1", true);
    add("another seed", "UPDATE run SET seed = '7'", "run-edited s1 1", true);
    add("another salt", "UPDATE run SET salt = 'x'", "run-edited s1 1", true);
    add("another population", "UPDATE run SET population = 'x'", "run-edited s1 1", true);
    add("fewer customers", "UPDATE run SET customers = 1", "run-edited s1 1", true);
    add("fewer days", "UPDATE run SET days = 1", "run-edited s1 1", true);
    add("shorter epochs", "UPDATE run SET epoch = 1", "run-edited s1 1", true);
    add("other reviewers", "UPDATE run SET reviewers = 1 - reviewers", "run-edited s1 1", true);
    add("an earlier start", "UPDATE run SET start = start - 1", "run-edited s1 1", true);
}

/// What stands beside the chain and says how to read it is vouched for by the run's first entry.
void DamageTests::frame() {
    QFETCH(QString, sql);
    QFETCH(QString, found);
    QFETCH(bool, read);
    const Fixture at;
    {
        auto writer = SqliteLedgerWriter::open(at.folder());
        const RunInfo run = (*writer)->beginRun(Fixture::runInfo(), Fixture::symbols()).value();
        Entry entry;
        entry.kind = EntryKind::RunStarted;
        entry.time = run.start;
        entry.body = encode(entry, RunStartedRecord{run.documentSet, hashOfNames(Fixture::symbols()),
                                                    "18446744073709551615", "salt", "2026a", 500, 10, run.epoch,
                                                    run.reviewers ? "seeded" : "none", "shoppers"});
        Chain chain;
        chain.append(entry);
        Batch batch;
        batch.run = run.id;
        batch.clock = run.start;
        batch.entries.push_back(std::move(entry));
        batch.head = chain.head();
        batch.recordsHash = chain.recordsHash();
        QVERIFY((*writer)->commit(batch).ok());
    }
    at.sql(sql.toStdString());
    const auto report = verifyStore(at.folder());
    QVERIFY(report.ok());
    QCOMPARE(texts(*report), found);
    QCOMPARE(report->ok, found.isEmpty());
    auto reader = SqliteLedgerReader::open(at.folder());
    const auto symbols = (*reader)->symbolsOf(1);
    QCOMPARE(symbols.ok(), read);
    if (read)
        QCOMPARE(symbols->names(), Fixture::symbols().names());
}

void DamageTests::foreignFiles_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("object");
    QTest::newRow("newer") << "UPDATE schema_version SET version = 99"
                           << "store.newer-schema"
                           << "";
    QTest::newRow("trigger") << "CREATE TRIGGER planted AFTER INSERT ON record BEGIN DELETE FROM record; END"
                             << "store.damaged"
                             << "planted";
    QTest::newRow("view") << "CREATE VIEW planted AS SELECT * FROM record"
                          << "store.damaged"
                          << "planted";
    QTest::newRow("table") << "CREATE TABLE planted(x)"
                           << "store.damaged"
                           << "planted";
    QTest::newRow("index") << "CREATE INDEX planted ON record(hash)"
                           << "store.damaged"
                           << "planted";
    QTest::newRow("table gone") << "DROP TABLE head"
                                << "store.damaged"
                                << "head";
    QTest::newRow("table changed") << "ALTER TABLE head ADD COLUMN x"
                                   << "store.damaged"
                                   << "head";
    QTest::newRow("no version") << "DELETE FROM schema_version"
                                << "store.damaged"
                                << "schema_version";
}

void DamageTests::foreignFiles() {
    QFETCH(QString, sql);
    QFETCH(QString, code);
    QFETCH(QString, object);
    const Fixture at;
    fill(at);
    at.sql(sql.toStdString());
    const auto opened = SqliteLedgerWriter::open(at.folder());
    QVERIFY(!opened.ok());
    QCOMPARE(QString::fromStdString(opened.error().code), code);
    QCOMPARE(QString::fromStdString(opened.error().parameter("object")), object);
    QCOMPARE(QString::fromStdString(verifyStore(at.folder()).error().code), code);
    if (code == "store.newer-schema") {
        QCOMPARE(opened.error().parameter("found"), std::string("99"));
        QCOMPARE(opened.error().parameter("known"), std::to_string(schemaVersion));
    }
    const Fixture text;
    std::filesystem::create_directories(dataFolder(text.folder()));
    write(databaseFile(text.folder()), std::string(9000, 'x'));
    QCOMPARE(SqliteLedgerWriter::open(text.folder()).error().code, std::string("store.damaged"));
}

void DamageTests::keys() {
    const Fixture at;
    const auto key = signingKey(at.folder());
    QVERIFY(key.ok());
    const std::filesystem::path folder = dataFolder(at.folder()) / "keys";
    struct stat info {};
    QCOMPARE(::stat(folder.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0700U);
    QCOMPARE(::stat((folder / "signing.key").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
    QVERIFY(signingKey(at.folder())->secretKey == key->secretKey); // the same again
    QVERIFY(hasUnwrappedKey(at.folder()));
    QCOMPARE(::stat((folder / "signing.pub").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
    QVERIFY(!isKeyExposed(at.folder()));
    QCOMPARE(::chmod((folder / "signing.key").c_str(), 0644), 0);
    QVERIFY(isKeyExposed(at.folder()));
    QVERIFY(verifyStore(at.folder())->keysExposed);
    QVERIFY(signingKey(at.folder()).ok());
    QVERIFY(!isKeyExposed(at.folder()));
    std::filesystem::remove(folder / "signing.key");
    QCOMPARE(signingKey(at.folder()).error().code, std::string("store.key-missing"));
    QVERIFY(publicKey(at.folder()) == std::vector<std::uint8_t>(key->publicKey.begin(), key->publicKey.end()));
    QVERIFY(!hasUnwrappedKey(at.folder()));
    write(folder / "signing.key", "abc\n");
    QCOMPARE(signingKey(at.folder()).error().code, std::string("store.key-damaged"));
    write(folder / "signing.key", std::string(128, 'a') + "\n"); // another key than the public half
    QCOMPARE(signingKey(at.folder()).error().code, std::string("store.key-damaged"));
}
