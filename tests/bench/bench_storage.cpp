// Storage against raw SQLite: whole-transaction commits of 1,000 decisions (record, chain link, narrow row, index of
// what an entry is about, outbox item for every fifth, event, signed head) against one table of one blob a decision
// with the same bytes, page size, batch and pragmas, in the same run, checkpoint counted. Prints both rates and their
// ratio.
//   bench_storage [batches] [body bytes]
#include "audit/key.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/verify_store.h"
#include "storage/workspace_store.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sqlite3.h>

using namespace wayreeve;
using Seconds = std::chrono::duration<double>;

namespace {

constexpr int perBatch = 1000;

/// One batch a thousand decisions, bodies of `bytes` random bytes behind a true header.
audit::Batch batchOf(std::int64_t run, std::uint64_t epoch, std::size_t bytes, audit::Chain& chain,
                     std::uint64_t& random) {
    audit::Batch batch;
    batch.run = run;
    batch.epochs = epoch;
    batch.clock = {static_cast<std::int64_t>(epoch) * 3'600'000};
    for (std::uint32_t i = 0; i < perBatch; ++i) {
        const std::uint32_t customer = i * 97 % 50'000;
        const audit::Key key = audit::keyOf(customer, static_cast<std::uint32_t>(epoch));
        audit::Entry entry;
        entry.epoch = epoch;
        entry.customer = customer;
        entry.body = {
            0x86, 2, 0, 0, 0, 0, 0x59, static_cast<std::uint8_t>(bytes >> 8), static_cast<std::uint8_t>(bytes)};
        while (entry.body.size() < bytes + 9) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            entry.body.push_back(static_cast<std::uint8_t>(random >> 56));
        }
        chain.append(entry);
        audit::DecisionRow row;
        row.key = key;
        row.entry = entry.number;
        row.time = row.triggerTime = batch.clock;
        row.customer = customer;
        row.action = i % 30;
        row.agent = i % 5;
        row.confidence = 0.1 + static_cast<double>(i % 7) / 9;
        batch.decisions.push_back(row);
        batch.about.emplace_back(key, batch.entries.size());
        if (i % 5 == 0) {
            execution::Dispatch item;
            item.number = key;
            item.customer = customer;
            item.key = "0123456789abcdef";
            item.body = std::string(120, 'b');
            batch.dispatches.push_back(item);
        }
        batch.events.push_back({(epoch - 1) * perBatch + i + 1, customer, batch.clock, batch.clock, "0123456789abcdef",
                                "Product Viewed", 0, std::vector<std::uint8_t>(80, 7)});
        batch.entries.push_back(std::move(entry));
    }
    batch.head = chain.head();
    batch.recordsHash = chain.recordsHash();
    batch.decisionCount = epoch * perBatch;
    return batch;
}

/// The bytes that a decision of the batch brings, as one blob.
std::size_t bytesOf(const audit::Batch& batch) {
    std::size_t sum = 0;
    for (const audit::Entry& entry : batch.entries)
        sum += entry.body.size() + 64; // hash and link
    for (const audit::EventRow& event : batch.events)
        sum += event.body.size() + event.messageId.size() + event.name.size() + 16;
    sum += batch.dispatches.size() * 240 + batch.decisions.size() * 70;
    return sum / batch.entries.size();
}

struct Raw {
    sqlite3* db = nullptr;
    sqlite3_stmt* insert = nullptr;

    void run(const char* sql) const {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
            std::exit(1);
        }
    }
    explicit Raw(const std::string& file) {
        sqlite3_open(file.c_str(), &db);
        run("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = "
            "-32768;"
            "CREATE TABLE t(id INTEGER PRIMARY KEY, body BLOB)");
        sqlite3_prepare_v2(db, "INSERT INTO t(body) VALUES(?)", -1, &insert, nullptr);
    }
    ~Raw() {
        sqlite3_finalize(insert);
        sqlite3_close(db);
    }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    void commit(const std::vector<std::vector<std::uint8_t>>& blobs) const {
        run("BEGIN IMMEDIATE");
        for (const auto& blob : blobs) {
            sqlite3_bind_blob(insert, 1, blob.data(), static_cast<int>(blob.size()), SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        run("COMMIT");
    }
};

/// Wall seconds; `cpu`, where given, grows by the processor's.
template <class Work>
double timed(Work work, double* cpu = nullptr) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t used = std::clock();
    work();
    if (cpu != nullptr)
        *cpu += static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

void readTimes(const std::string& folder, std::int64_t run) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    audit::DecisionFilter rare;
    rare.customer = 96;
    rare.action = 29;
    (void)(*reader)->countDecisions(run, {}); // warm
    const double count = timed([&] { (void)(*reader)->countDecisions(run, rare); });
    const double rows = timed([&] { (void)(*reader)->decisions(run, rare); });
    const double newest = timed([&] { (void)(*reader)->decisions(run, {}); });
    const double find = timed([&] { (void)(*reader)->decisionEntry(run, audit::keyOf(97, 1)); });
    const double verify = timed([&] { (void)storage::verifyStore(folder); });
    std::printf("warm: count by filter %.0f ms, rows by filter %.0f ms, newest 100 %.1f ms, one by id %.0f ms; verify "
                "%.1f s\n",
                count * 1e3, rows * 1e3, newest * 1e3, find * 1e3, verify);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const int batches = argc > 1 ? std::atoi(argv[1]) : 300;
    const std::size_t bytes = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 2600;
    const QTemporaryDir ours, theirs;
    const std::string folder = ours.path().toStdString();
    auto writer = storage::SqliteLedgerWriter::open(folder);
    if (!writer)
        return 1;
    const auto run = (*writer)->beginRun({}, Symbols());
    const Raw raw(theirs.path().toStdString() + "/raw.db");
    audit::Chain chain;
    std::uint64_t random = 1;
    double store = 0, plain = 0, storeCpu = 0, plainCpu = 0;
    for (int n = 1; n <= batches; ++n) { // in turn, so that the disk's moods meet both
        const audit::Batch batch = batchOf(run->id, static_cast<std::uint64_t>(n), bytes, chain, random);
        std::vector<std::vector<std::uint8_t>> blobs;
        const std::size_t size = bytesOf(batch);
        for (const audit::Entry& entry : batch.entries) {
            blobs.push_back(entry.body);
            blobs.back().resize(size, 7);
        }
        store += timed(
            [&] {
                if (!(*writer)->commit(batch))
                    std::exit(1);
            },
            &storeCpu);
        plain += timed([&] { raw.commit(blobs); }, &plainCpu);
    }
    store += timed([&] { (void)(*writer)->store().execute("PRAGMA wal_checkpoint(TRUNCATE)"); }, &storeCpu);
    plain += timed([&] { raw.run("PRAGMA wal_checkpoint(TRUNCATE)"); }, &plainCpu);
    const double decisions = static_cast<double>(batches) * perBatch;
    std::printf("decisions %.0f, record %zu B: store %.0f/s, raw %.0f/s, ratio %.2f\n", decisions, bytes + 9,
                decisions / store, decisions / plain, plain / store);
    std::printf("processor: store %.1f us, raw %.1f us a decision\n", storeCpu / decisions * 1e6,
                plainCpu / decisions * 1e6);
    readTimes(folder, run->id);
    return 0;
}
