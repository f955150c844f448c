#include "storage/sqlite_ledger_writer.h"

#include "audit/events.h"
#include "audit/names.h"
#include "audit/verify.h"
#include "base/cbor.h"
#include "execution/dispatch_codec.h"
#include "governance/proposal_codec.h"
#include "learning/outcome_codec.h"
#include "storage/key_store.h"
#include "storage/person_keys.h"
#include "storage/rows.h"
#include "storage/shred.h"

#include <map>
#include <set>

namespace wayreeve::storage {

namespace {

constexpr unsigned rowsBetweenPauses = 32; // about a millisecond

/// Deadline less head start (high risk 4 h, medium 1 h), without overflow at "never".
std::int64_t rankOf(const governance::Proposal& proposal) {
    const documents::Risk risk = proposal.ruling.risk;
    const Duration start = risk == documents::Risk::High     ? Duration::hours(4)
                           : risk == documents::Risk::Medium ? Duration::hours(1)
                                                             : Duration{};
    return proposal.deadline.isNever() || proposal.deadline.ms < INT64_MIN + start.ms ? proposal.deadline.ms
                                                                                      : proposal.deadline.ms - start.ms;
}

char tagLetter(audit::RunKind kind) {
    switch (kind) {
    case audit::RunKind::Live:
        return 'l';
    case audit::RunKind::Simulation:
        return 's';
    case audit::RunKind::Replay:
        return 'r';
    }
    return 'x';
}

} // namespace

struct SqliteLedgerWriter::Impl {
    std::unique_ptr<EngineLock> lock;
    std::unique_ptr<WorkspaceStore> connection;
    audit::SigningKey key;
    WorkspaceStore& store = *connection;

    // Prepared once: preparing costs more than a row.
    Statement stored{store,
                     "SELECT h.entries, h.link, r.tag, h.records_hash, h.signature FROM head h JOIN run r ON r.id = "
                     "h.run WHERE h.run = ?"};
    Statement record{store, "INSERT INTO record(id, hash, link, body) VALUES(?, ?, ?, ?)"};
    Statement about{store, "INSERT INTO about(id, customer, decision) VALUES(?, ?, ?)"};
    Statement decision{store,
                       "INSERT INTO decision(id, key, time, flags, journey, agent, action, content, stage, goal, "
                       "probability, confidence, priority, lag) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement proposal{store, "INSERT INTO proposal(run, number, state, rank, body) VALUES(?, ?, ?, ?, ?) ON "
                              "CONFLICT(run, number) DO UPDATE SET state = excluded.state, rank = excluded.rank, body "
                              "= excluded.body"};
    Statement dispatch{store, "INSERT INTO dispatch(run, number, customer, state, body) VALUES(?, ?, ?, ?, ?) ON "
                              "CONFLICT(run, number) DO UPDATE SET state = excluded.state, body = excluded.body"};
    Statement outcome{store, "INSERT INTO outcome(run, customer, body) VALUES(?, ?, ?)"};
    Statement event{store, "INSERT INTO event(id, customer, time, received, message_id, name, fate, body) VALUES(?, ?, "
                           "?, ?, ?, ?, ?, ?)"};
    Statement fate{store, "INSERT INTO fate(run, fate, count) VALUES(?, ?, ?) ON CONFLICT(run, fate) DO UPDATE SET "
                          "count = count + excluded.count"};
    Statement runOfTag{store, "SELECT id FROM run WHERE tag = ?"};
    Statement mended{store, "INSERT OR REPLACE INTO mended(id, at, person, run, receipt) VALUES(?, ?, ?, ?, ?)"};
    Statement command{store, "INSERT INTO command(id, epoch, time, body) VALUES(?, ?, ?, ?)"};
    Statement customer{store, "INSERT OR REPLACE INTO customer(id, key, name, arm, mixed_arms, first_seen, last_seen, "
                              "stage, decisions) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement state{store, "INSERT OR REPLACE INTO customer_state(id, state) VALUES(?, ?)"};
    Statement noState{store, "DELETE FROM customer_state WHERE id = ?"};
    Statement day{store,
                  "INSERT INTO day(run, day, arm, customers, decisions, dispatches, converted, goals, money, cost, "
                  "complaints, unsubscribes, queued, queued_high, decided_by_people, expired) VALUES(?, ?, ?, ?, ?, ?, "
                  "?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(run, day, arm) DO UPDATE SET customers = customers + "
                  "excluded.customers, decisions = decisions + excluded.decisions, dispatches = dispatches + "
                  "excluded.dispatches, converted = converted + excluded.converted, goals = goals + excluded.goals, "
                  "money = money + excluded.money, cost = cost + excluded.cost, complaints = complaints + "
                  "excluded.complaints, unsubscribes = unsubscribes + excluded.unsubscribes, queued = queued + "
                  "excluded.queued, queued_high = queued_high + excluded.queued_high, decided_by_people = "
                  "decided_by_people + excluded.decided_by_people, expired = expired + excluded.expired"};
    Statement review{store, "INSERT OR REPLACE INTO review(id, decision, opened, state, person) VALUES(?, ?, ?, ?, ?)"};
    Statement engineState{store, "INSERT OR REPLACE INTO engine_state(run, state) VALUES(?, ?)"};
    Statement head{store, "INSERT OR REPLACE INTO head(run, entries, link, records_hash, signature) VALUES(?, ?, ?, ?, "
                          "?)"};
    Statement progress{store, "UPDATE run SET clock = ?, epochs = ?, entries = ?, decisions = ?, records_hash = ?, "
                              "status = coalesce(?, status) WHERE id = ?"};
    PersonKeys keys{store};
    cbor::Writer writer;
    std::function<void()> pause;
    unsigned rows = 0;
    std::set<std::int64_t> trusted; ///< runs whose stored head was seen to be signed with this workspace's key

    Impl(std::unique_ptr<EngineLock> engineLock, std::unique_ptr<WorkspaceStore> opened, audit::SigningKey signing)
        : lock(std::move(engineLock))
        , connection(std::move(opened))
        , key(signing) {}

    template <class Value>
    [[nodiscard]] const std::vector<std::uint8_t>& bytesOf(const Value& value) {
        writer.clear();
        encode(writer, value);
        return writer.data();
    }

    /// After every row of those tables that make up most of a batch.
    void wrote() {
        if (++rows % rowsBetweenPauses == 0 && pause)
            pause();
    }

    [[nodiscard]] Result<void> writeHead(std::int64_t run, audit::SignedHead& signedHead) {
        key.sign(signedHead);
        return head.run(run, signedHead.entries, signedHead.link, signedHead.recordsHash, signedHead.signature);
    }
    [[nodiscard]] Result<void> write(const audit::Batch& batch); ///< in one transaction
    [[nodiscard]] Result<void> writeChain(const audit::Batch& batch, audit::SignedHead& signedHead);
    [[nodiscard]] Result<void> writeDecisions(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeWork(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeEvents(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeCustomers(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeDays(const audit::Batch& batch);
    [[nodiscard]] Result<void> erase(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeCheckpoint(const audit::Batch& batch);
    [[nodiscard]] Result<void> writeRun(const audit::Batch& batch, const audit::SignedHead& signedHead);
    [[nodiscard]] Result<std::int64_t> symbolsRow(const Symbols& symbols);
};

SqliteLedgerWriter::SqliteLedgerWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

SqliteLedgerWriter::~SqliteLedgerWriter() = default;

void SqliteLedgerWriter::setPause(std::function<void()> pause) {
    m_impl->pause = std::move(pause);
}

WorkspaceStore& SqliteLedgerWriter::store() {
    return m_impl->store;
}

Result<std::unique_ptr<SqliteLedgerWriter>> SqliteLedgerWriter::open(const std::filesystem::path& workspace,
                                                                     std::chrono::milliseconds patience) {
    auto lock = EngineLock::acquire(workspace, patience);
    if (!lock)
        return lock.error();
    auto store = WorkspaceStore::open(workspace);
    if (!store)
        return store.error();
    // A new key beside runs that another one signed would hide that it is gone.
    if (publicKey(workspace).empty()) {
        Statement any(**store, "SELECT 1 FROM run LIMIT 1");
        if (auto done = any.run(); !done)
            return done.error();
        if (any.next())
            return Error{"store.key-missing", {{"file", (dataFolder(workspace) / "keys" / "signing.key").string()}}};
    }
    auto key = signingKey(workspace);
    if (!key)
        return key.error();
    // A client that reads may keep the file as it is: then a later writer sees to it.
    (void)sweep(**store, true);
    return std::unique_ptr<SqliteLedgerWriter>(
        new SqliteLedgerWriter(std::make_unique<Impl>(std::move(*lock), std::move(*store), *key)));
}

Result<std::int64_t> SqliteLedgerWriter::Impl::symbolsRow(const Symbols& symbols) {
    const std::vector<std::uint8_t> names = audit::encodeNames(symbols);
    const Hash256 hash = hashOf(names);
    Statement insert(store, "INSERT OR IGNORE INTO symbols(hash, names) VALUES(?, ?)");
    if (auto done = insert.run(hash, names); !done)
        return done.error();
    Statement find(store, "SELECT id FROM symbols WHERE hash = ?");
    if (auto done = find.run(hash); !done)
        return done.error();
    if (!find.next())
        return Error{"store.damaged", {{"object", "symbols"}}};
    return find.integer(0);
}

Result<audit::RunInfo> SqliteLedgerWriter::beginRun(audit::RunInfo info, const Symbols& symbols) {
    auto transaction = Transaction::begin(m_impl->store);
    if (!transaction)
        return transaction.error();
    const auto table = m_impl->symbolsRow(symbols);
    if (!table)
        return table.error();
    // The tag carries the number, which only the insert gives.
    Statement insert(
        m_impl->store,
        "INSERT INTO run(tag, kind, status, document_set, symbols, seed, salt, customers, days, reviewers, "
        "population, start, clock, epoch, epochs, entries, decisions, records_hash, source) VALUES('', ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)");
    if (auto done = insert.run(info.kind, info.status, info.documentSet, *table, info.seed, info.salt, info.customers,
                               info.days, info.reviewers, info.population, info.start, info.clock, info.epoch,
                               info.epochs, info.decisions, info.recordsHash, info.source);
        !done)
        return done.error();
    info.id = insert.lastId();
    info.entries = 0;
    info.tag = tagLetter(info.kind) + std::to_string(info.id);
    Statement name(m_impl->store, "UPDATE run SET tag = ? WHERE id = ?");
    if (auto done = name.run(info.tag, info.id); !done)
        return done.error();
    if (info.sendsReally) {
        Statement sends(m_impl->store, "INSERT INTO run_sends(run) VALUES(?)");
        if (auto done = sends.run(info.id); !done)
            return done.error();
    }
    Statement document(m_impl->store, "INSERT INTO run_document(run, kind, id, path, hash) VALUES(?, ?, ?, ?, ?)");
    for (const documents::DocumentFile& file : info.files)
        if (auto done = document.run(info.id, file.kind, file.id, file.path.generic_string(), file.hash); !done)
            return done.error();
    audit::SignedHead empty{info.tag, 0, {}, info.recordsHash, {}};
    if (auto done = m_impl->writeHead(info.id, empty); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return info;
}

Result<void> SqliteLedgerWriter::commit(const audit::Batch& batch) {
    Impl& to = *m_impl;
    auto done = to.write(batch);
    if (!done || !batch.erasures.empty())
        to.keys.forget(); // made in vain, or destroyed
    if (done && !batch.erasures.empty())
        (void)sweep(to.store, false);
    return done;
}

Result<void> SqliteLedgerWriter::Impl::write(const audit::Batch& batch) {
    auto transaction = Transaction::begin(store);
    if (!transaction)
        return transaction.error();
    audit::SignedHead signedHead;
    if (auto done = writeChain(batch, signedHead); !done)
        return done;
    for (const auto part : {&Impl::writeDecisions, &Impl::writeWork, &Impl::writeEvents, &Impl::writeCustomers,
                            &Impl::writeDays, &Impl::erase, &Impl::writeCheckpoint})
        if (auto done = (this->*part)(batch); !done)
            return done;
    if (auto done = writeRun(batch, signedHead); !done)
        return done;
    return transaction->commit();
}

Result<void> SqliteLedgerWriter::Impl::erase(const audit::Batch& batch) {
    for (const audit::Erasure& one : batch.erasures)
        if (auto done = shred(store, key, batch.run, one); !done)
            return done;
    if (!batch.erasures.empty())
        keys.forget(); // destroyed ones among them
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeCheckpoint(const audit::Batch& batch) {
    if (batch.checkpoint.empty())
        return {};
    if (batch.wholeCheckpoint) {
        Statement old(store, "DELETE FROM checkpoint WHERE id BETWEEN ? AND ?");
        if (auto done = old.run(rowId(batch.run, 0), rowId(batch.run, numberMask)); !done)
            return done;
    }
    Statement part(store, "INSERT OR REPLACE INTO checkpoint(id, state) VALUES(?, ?)");
    for (const auto& [number, bytes] : batch.checkpoint) {
        if (number == 0) { // large, and nobody's
            if (auto done = part.run(rowId(batch.run, 0), bytes); !done)
                return done;
            continue;
        }
        const auto sealed = keys.seal(batch.run, static_cast<std::uint32_t>(number - 1), {}, bytes);
        if (!sealed)
            return sealed.error();
        if (auto done = part.run(rowId(batch.run, number), *sealed); !done)
            return done;
        wrote();
    }
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeChain(const audit::Batch& batch, audit::SignedHead& signedHead) {
    if (auto done = stored.run(batch.run); !done)
        return done;
    if (!stored.next())
        return Error{"run.unknown", {{"run", std::to_string(batch.run)}}};
    signedHead.entries = stored.as<std::uint64_t>(0);
    signedHead.link = stored.hash(1);
    signedHead.tag = stored.text(2);
    signedHead.recordsHash = stored.hash(3);
    signedHead.signature = stored.blob(4);
    stored.finish();
    // Who goes on from a head vouches for all that is before it: never for one that this workspace has not signed.
    if (!trusted.contains(batch.run)) {
        if (!audit::isSignedBy(signedHead, key.publicKey))
            return Error{"store.head-forged", {{"run", signedHead.tag}}};
        trusted.insert(batch.run);
    }
    for (const audit::Entry& entry : batch.entries) {
        if (entry.number != signedHead.entries + 1)
            return Error{"store.wrong-chain", {{"entry", std::to_string(entry.number)}}};
        ++signedHead.entries;
        signedHead.link = audit::linkAfter(signedHead.link, entry.hash);
        const bool open = entry.customer == audit::noCustomer || entry.kind == audit::EntryKind::Erasure;
        const auto body = open ? Result<std::vector<std::uint8_t>>(entry.body)
                               : keys.seal(batch.run, audit::ownerOf(entry), audit::headerOf(entry), entry.body);
        if (!body)
            return body.error();
        if (auto done = record.run(rowId(batch.run, entry.number), entry.hash, signedHead.link, *body); !done)
            return done;
        wrote();
    }
    if (!batch.entries.empty() && signedHead.link != batch.head)
        return Error{"store.wrong-chain", {{"entry", std::to_string(signedHead.entries)}}};
    signedHead.recordsHash = batch.recordsHash;
    if (auto done = writeHead(batch.run, signedHead); !done)
        return done;
    // An entry is about one decision at most; what is about none is found by its customer (merge, consent).
    std::vector<audit::Key> subjects(batch.entries.size(), 0);
    for (const auto& [decisionKey, index] : batch.about) {
        if (index >= subjects.size() || subjects[index] != 0)
            return Error{"store.wrong-batch", {{"about", std::to_string(decisionKey)}}};
        subjects[index] = decisionKey;
    }
    // A decision's own entry is found by its narrow row: no second row for it.
    std::vector<bool> hasRow(subjects.size(), false);
    for (const audit::DecisionRow& row : batch.decisions)
        if (!subjects.empty() && row.entry - batch.entries.front().number < subjects.size())
            hasRow[row.entry - batch.entries.front().number] = true;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const audit::Entry& entry = batch.entries[i];
        if (hasRow[i] || (subjects[i] == 0 && entry.customer == audit::noCustomer))
            continue;
        if (auto done = about.run(rowId(batch.run, entry.number), audit::ownerOf(entry), subjects[i]); !done)
            return done;
    }
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeDecisions(const audit::Batch& batch) {
    for (const audit::DecisionRow& row : batch.decisions) {
        if (auto done = decision.run(rowId(batch.run, row.entry), row.key, row.time, DecisionFlags::of(row),
                                     row.journey, row.agent, row.action, row.content, row.stage, row.goal,
                                     row.probability, row.confidence, row.priority, row.time - row.triggerTime);
            !done)
            return done;
        wrote();
    }
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeWork(const audit::Batch& batch) {
    for (const governance::Proposal& one : batch.proposals)
        if (auto done = proposal.run(batch.run, one.number, one.state, rankOf(one), bytesOf(one)); !done)
            return done;
    for (const execution::Dispatch& one : batch.dispatches)
        if (auto done = dispatch.run(batch.run, one.number, one.customer, one.state, bytesOf(one)); !done)
            return done;
    for (const learning::Outcome& one : batch.outcomes)
        if (auto done = outcome.run(batch.run, one.customer, bytesOf(one)); !done)
            return done;
    for (const audit::ReviewRow& one : batch.reviews)
        if (auto done = review.run(rowId(batch.run, one.number), one.decision, one.opened, one.state, one.person);
            !done)
            return done;
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeEvents(const audit::Batch& batch) {
    std::map<int, std::int64_t> fates;
    for (const audit::EventRow& row : batch.events) {
        ++fates[row.fate];
        const auto body = keys.seal(batch.run, row.customer, {}, row.body);
        if (!body)
            return body.error();
        if (auto done = event.run(rowId(batch.run, row.sequence), row.customer, row.time, row.receivedAt, row.messageId,
                                  row.name, row.fate, *body);
            !done)
            return done;
        wrote();
    }
    for (const auto& [which, count] : fates)
        if (auto done = fate.run(batch.run, which, count); !done)
            return done;
    for (const audit::MendedRow& row : batch.mended) {
        if (auto done = runOfTag.run(row.run); !done)
            return done;
        const std::int64_t held = runOfTag.next() ? runOfTag.integer(0) : 0;
        runOfTag.finish();
        if (held == 0)
            continue;
        if (auto done = mended.run(rowId(held, row.number), row.at, row.person, batch.run, row.receipt); !done)
            return done;
    }
    for (const audit::CommandRow& row : batch.commands)
        if (auto done = command.run(rowId(batch.run, row.sequence), row.epoch, row.time, row.body); !done)
            return done;
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeCustomers(const audit::Batch& batch) {
    for (const audit::CustomerRow& row : batch.customers) {
        const std::int64_t id = rowId(batch.run, row.number);
        if (auto done =
                customer.run(id, row.key, row.name, row.arm, row.mixedArms + 2 * row.isAccount + 4 * row.noPerson,
                             row.firstSeen, row.lastSeen, row.stage, row.decisions);
            !done)
            return done;
        if (row.state.empty()) {
            if (auto done = noState.run(id); !done)
                return done;
        } else {
            const auto sealed = keys.seal(batch.run, row.number, {}, row.state);
            if (!sealed)
                return sealed.error();
            if (auto done = state.run(id, *sealed); !done)
                return done;
        }
        wrote();
    }
    if (!batch.engineState.empty())
        return engineState.run(batch.run, batch.engineState);
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeDays(const audit::Batch& batch) {
    for (const audit::DayRow& row : batch.days)
        if (auto done = day.run(batch.run, row.day, row.arm, row.customers, row.decisions, row.dispatches,
                                row.converted, row.goals, row.money, row.cost, row.complaints, row.unsubscribes,
                                row.queued, row.queuedHigh, row.decidedByPeople, row.expired);
            !done)
            return done;
    return {};
}

Result<void> SqliteLedgerWriter::Impl::writeRun(const audit::Batch& batch, const audit::SignedHead& signedHead) {
    std::optional<std::int64_t> status;
    if (batch.status)
        status = static_cast<std::int64_t>(*batch.status);
    return progress.run(batch.clock, batch.epochs, signedHead.entries, batch.decisionCount, batch.recordsHash, status,
                        batch.run);
}

Result<std::vector<Hash256>> SqliteLedgerWriter::entryHashes(std::int64_t run) {
    Statement rows(m_impl->store, "SELECT hash FROM record WHERE id BETWEEN ? AND ? ORDER BY id");
    if (auto done = rows.run(rowId(run, 0), rowId(run, numberMask)); !done)
        return done.error();
    std::vector<Hash256> hashes;
    while (rows.next())
        hashes.push_back(rows.hash(0));
    if (auto done = rows.ended(); !done)
        return done.error();
    return hashes;
}

Result<audit::RunInfo> SqliteLedgerWriter::runInfo(std::int64_t run) {
    const std::string sql = std::string("SELECT ") + runColumns + " FROM run WHERE id = ?";
    auto runs = readRuns(m_impl->store, sql.c_str(), run);
    if (!runs)
        return runs.error();
    if (runs->empty())
        return Error{"run.unknown", {{"run", std::to_string(run)}}};
    return runs->front();
}

} // namespace wayreeve::storage
