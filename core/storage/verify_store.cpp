#include "storage/verify_store.h"

#include "base/cbor.h"
#include "storage/key_store.h"
#include "storage/person_keys.h"
#include "storage/statement.h"

#include <algorithm>
#include <limits>
#include <map>

namespace wayreeve::storage {

namespace {

/// A read transaction: all statements see one state of the file.
class Snapshot {
public:
    explicit Snapshot(WorkspaceStore& store)
        : m_store(store)
        , m_begun(store.execute("BEGIN")) {}
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot() {
        if (m_begun)
            (void)m_store.execute("ROLLBACK");
    }
    [[nodiscard]] const Result<void>& begun() const { return m_begun; }

private:
    WorkspaceStore& m_store;
    Result<void> m_begun;
};

struct Known {
    std::string tag;
    std::optional<audit::SignedHead> head;
    std::optional<audit::RunFrame> frame;
};

Result<std::map<std::int64_t, Known>> readHeads(WorkspaceStore& store) {
    std::map<std::int64_t, Known> known;
    Statement runs(
        store, "SELECT r.id, r.tag, r.document_set, coalesce(s.names, x''), r.seed, r.salt, r.population, "
               "r.customers, r.days, r.epoch, r.reviewers, r.start FROM run r LEFT JOIN symbols s ON s.id = r.symbols");
    if (auto done = runs.run(); !done)
        return done.error();
    while (runs.next()) {
        Known& run = known[runs.integer(0)];
        run.tag = runs.text(1);
        run.frame = audit::RunFrame{runs.hash(2),
                                    hashOf(runs.blob(3)),
                                    std::to_string(runs.as<std::uint64_t>(4)),
                                    runs.text(5),
                                    runs.text(6),
                                    runs.as<std::uint64_t>(7),
                                    runs.as<std::uint32_t>(8),
                                    Duration{runs.integer(9)},
                                    runs.integer(10) != 0,
                                    runs.instant(11)};
    }
    if (auto done = runs.ended(); !done)
        return done.error();
    Statement heads(store, "SELECT run, entries, link, records_hash, signature FROM head");
    if (auto done = heads.run(); !done)
        return done.error();
    while (heads.next()) {
        Known& run = known[heads.integer(0)];
        run.head = audit::SignedHead{run.tag, heads.as<std::uint64_t>(1), heads.hash(2), heads.hash(3), heads.blob(4)};
    }
    if (auto done = heads.ended(); !done)
        return done.error();
    // Records of runs that nothing else knows: skip from one run's records to the next run's.
    Statement next(store, "SELECT id FROM record WHERE id >= ? ORDER BY id LIMIT 1");
    for (std::int64_t run = std::numeric_limits<std::int64_t>::min() >> numberBits;;) {
        if (auto done = next.run(rowId(run, 0)); !done)
            return done.error();
        if (!next.next())
            break;
        run = runOf(next.integer(0));
        if (const auto [at, isNew] = known.try_emplace(run); isNew)
            at->second.tag = std::to_string(run);
        next.finish();
        if (++run > std::numeric_limits<std::int64_t>::max() >> numberBits)
            break;
    }
    return known;
}

/// The records of a run that a signed erasure names, ascending; one whose signature does not fit names none.
Result<std::vector<std::uint64_t>> erasedRecords(WorkspaceStore& store, std::int64_t run, const std::string& tag,
                                                 std::span<const std::uint8_t> key) {
    std::vector<std::uint64_t> all;
    Statement rows(store, "SELECT id, records, signature FROM erased WHERE id BETWEEN ? AND ?");
    if (auto done = rows.run(rowId(run, 0), rowId(run, numberMask)); !done)
        return done.error();
    while (rows.next()) {
        audit::ErasedRecords one{tag, static_cast<std::uint32_t>(numberOf(rows.integer(0))), {}, rows.blob(2)};
        const std::vector<std::uint8_t> bytes = rows.blob(1);
        cbor::Reader reader(bytes);
        for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
            one.numbers.push_back(reader.uint());
        if (!reader.failed() && audit::isSignedBy(one, key))
            all.insert(all.end(), one.numbers.begin(), one.numbers.end());
    }
    if (auto done = rows.ended(); !done)
        return done.error();
    std::sort(all.begin(), all.end());
    return all;
}

/// What the chain was made over, where it can still be read.
void open(PersonKeys& keys, std::int64_t run, const std::vector<std::uint64_t>& erased, audit::StoredLink& row) {
    if (!PersonKeys::isSealed(row.body))
        return;
    auto opened = keys.open(run, row.body);
    // As it stands, its bytes do not fit the hash: damage, unless it was erased.
    if (!opened || (opened->erased && !std::binary_search(erased.begin(), erased.end(), row.number)))
        return;
    row.erased = opened->erased;
    row.body = std::move(opened->bytes);
}

} // namespace

Result<audit::VerifyReport> verifyStore(const std::filesystem::path& workspace) {
    audit::VerifyReport report;
    report.keysUnwrapped = hasUnwrappedKey(workspace);
    report.keysExposed = report.keysUnwrapped && isKeyExposed(workspace);
    if (isStoreGone(workspace)) {
        report.ok = false;
        report.damage.push_back({audit::DamageKind::StoreMissing, {}, 0});
        return report;
    }
    if (std::error_code failed; std::filesystem::file_size(databaseFile(workspace), failed) == 0 || failed)
        return report; // no run yet; looking makes no store
    auto store = WorkspaceStore::open(workspace);
    if (!store)
        return store.error();
    const Snapshot snapshot(**store);
    if (!snapshot.begun())
        return snapshot.begun().error();
    auto known = readHeads(**store);
    if (!known)
        return known.error();
    const std::vector<std::uint8_t> key = publicKey(workspace);
    PersonKeys keys(**store);
    Hasher heads;
    std::int64_t expected = 1;
    for (const auto& [run, what] : *known) {
        if (run > expected) { // numbers are given in order and never again
            report.ok = false;
            report.damage.push_back({audit::DamageKind::Removed, std::to_string(expected), 0});
        }
        expected = run + 1;
        const auto erased = erasedRecords(**store, run, what.tag, key);
        if (!erased)
            return erased.error();
        Statement rows(**store, "SELECT id, body, hash, link FROM record WHERE id BETWEEN ? AND ? ORDER BY id");
        if (auto done = rows.run(rowId(run, 0), rowId(run, numberMask)); !done)
            return done.error();
        audit::verifyRun(
            what.head ? &*what.head : nullptr, key,
            [&]() -> std::optional<audit::StoredLink> {
                if (!rows.next())
                    return std::nullopt;
                audit::StoredLink row{numberOf(rows.integer(0)), rows.blob(1), rows.hash(2), rows.hash(3)};
                open(keys, run, *erased, row);
                if (row.number == 1 && what.frame)
                    audit::verifyFrame(row, *what.frame, what.tag, report);
                return row;
            },
            what.tag, report);
        if (auto done = rows.ended(); !done)
            return done.error();
        if (what.head)
            heads.add(what.head->link);
    }
    report.head = heads.finish();
    return report;
}

} // namespace wayreeve::storage
