#include "storage/sqlite_ledger_reader.h"

#include "audit/events.h"
#include "audit/names.h"
#include "storage/person_keys.h"
#include "storage/reader_query.h"
#include "storage/rows.h"

namespace wayreeve::storage {

namespace {

Error unknownRun(const std::string& run) {
    return Error{"run.unknown", {{"run", run}}};
}

/// A filter as one mask over decision.flags and the columns that are compared alone (0 and the extremes = any).
struct Compared {
    std::uint32_t mask = 0, value = 0;

    explicit Compared(const audit::DecisionFilter& filter) {
        if (filter.arm)
            demand(DecisionFlags::arm, static_cast<std::uint32_t>(*filter.arm));
        if (filter.risk)
            demand(DecisionFlags::risk, static_cast<std::uint32_t>(*filter.risk) << 8);
        if (filter.ruling)
            demand(DecisionFlags::ruling, static_cast<std::uint32_t>(*filter.ruling) << 10);
        if (!filter.includeDrawn)
            demand(DecisionFlags::drawn, 0);
    }
    void demand(std::uint32_t bits, std::uint32_t wanted) {
        mask |= bits;
        value |= wanted;
    }
};

/// The conditions that are set, so that the scan compares nothing else. Bound in the same order by bindFilter.
std::string conditions(const audit::DecisionFilter& filter) {
    std::string sql = " FROM decision WHERE id BETWEEN ? AND ?";
    if (Compared(filter).mask != 0)
        sql += " AND flags & ? = ?";
    if (filter.customer)
        sql += " AND key BETWEEN ? AND ?";
    if (filter.action != 0)
        sql += " AND action = ?";
    if (filter.agent != 0)
        sql += " AND agent = ?";
    if (filter.journey != 0)
        sql += " AND journey = ?";
    if (filter.since)
        sql += " AND time >= ?";
    if (filter.until)
        sql += " AND time < ?";
    if (!filter.includeWait)
        sql += " AND action <> 0";
    return sql;
}

void bindFilter(Statement& statement, std::int64_t run, const audit::DecisionFilter& filter) {
    statement.bind(rowId(run, 0));
    statement.bind(rowId(run, numberMask));
    if (const Compared compared(filter); compared.mask != 0) {
        statement.bind(compared.mask);
        statement.bind(compared.value);
    }
    if (filter.customer) {
        statement.bind(audit::keyOf(*filter.customer, 0));
        statement.bind(audit::keyOf(*filter.customer, 0xFFFFFFU));
    }
    for (const Sym symbol : {filter.action, filter.agent, filter.journey})
        if (symbol != 0)
            statement.bind(symbol);
    if (filter.since)
        statement.bind(*filter.since);
    if (filter.until)
        statement.bind(*filter.until);
}

} // namespace

SqliteLedgerReader::SqliteLedgerReader(std::filesystem::path workspace)
    : m_workspace(std::move(workspace)) {}

SqliteLedgerReader::~SqliteLedgerReader() = default;

Result<std::unique_ptr<SqliteLedgerReader>> SqliteLedgerReader::open(const std::filesystem::path& workspace) {
    std::unique_ptr<SqliteLedgerReader> reader(new SqliteLedgerReader(workspace));
    if (const auto opened = reader->store(); !opened)
        return opened.error();
    return reader;
}

Result<WorkspaceStore*> SqliteLedgerReader::store() {
    if (m_store || (!std::filesystem::exists(databaseFile(m_workspace)) && !isStoreGone(m_workspace)))
        return m_store.get();
    auto opened = WorkspaceStore::open(m_workspace);
    if (!opened)
        return opened.error();
    m_store = std::move(opened).value();
    m_keys = std::make_unique<PersonKeys>(*m_store);
    return m_store.get();
}

Result<audit::Entry> SqliteLedgerReader::entryFrom(std::int64_t id, std::vector<std::uint8_t> body) {
    auto opened = m_keys->open(runOf(id), std::move(body));
    if (!opened)
        return opened.error();
    return opened->erased ? audit::erasedEntry(numberOf(id), std::move(opened->bytes))
                          : audit::decodeHeader(numberOf(id), std::move(opened->bytes));
}

Result<std::vector<std::uint8_t>> SqliteLedgerReader::unsealed(std::int64_t id, std::vector<std::uint8_t> stored) {
    auto opened = m_keys->open(runOf(id), std::move(stored));
    if (!opened)
        return opened.error();
    return opened->erased ? std::vector<std::uint8_t>() : std::move(opened->bytes);
}

Result<std::vector<audit::RunInfo>> SqliteLedgerReader::runs() {
    const auto connection = store();
    if (!connection)
        return connection.error();
    if (*connection == nullptr)
        return std::vector<audit::RunInfo>();
    const std::string sql = std::string("SELECT ") + runColumns + " FROM run WHERE id > ? ORDER BY id";
    return readRuns(**connection, sql.c_str(), 0);
}

Result<audit::RunInfo> SqliteLedgerReader::run(const std::string& tagOrLatest) {
    const auto all = runs();
    if (!all)
        return all.error();
    if (tagOrLatest.empty())
        return all->empty() ? Result<audit::RunInfo>(Error{"run.none", {}}) : all->back();
    for (const audit::RunInfo& info : *all)
        if (info.tag == tagOrLatest)
            return info;
    return unknownRun(tagOrLatest);
}

Result<Symbols> SqliteLedgerReader::symbolsOf(std::int64_t run) {
    std::optional<std::vector<std::uint8_t>> names;
    const auto read = [&](const Statement& row) -> Result<void> {
        names = row.blob(0);
        return {};
    };
    if (auto done = query("SELECT s.names FROM run r JOIN symbols s ON s.id = r.symbols WHERE r.id = ?", read, run);
        !done)
        return done.error();
    if (!names)
        return unknownRun(std::to_string(run));
    // A first entry that is none is the chain's affair (verify); one that names another table is ours.
    if (const auto first = entry(run, 1); first && first->kind == audit::EntryKind::RunStarted)
        if (const auto started = audit::decodeRunStarted(*first); !started || started->names != hashOf(*names))
            return Error{"store.damaged", {{"object", "symbols"}}};
    return audit::decodeNames(*names);
}

Result<std::vector<audit::DecisionRow>> SqliteLedgerReader::decisions(std::int64_t run,
                                                                      const audit::DecisionFilter& filter) {
    std::vector<audit::DecisionRow> found;
    const auto connection = store();
    if (!connection)
        return connection.error();
    if (*connection == nullptr)
        return found;
    const std::string sql =
        std::string("SELECT ") + decisionColumns + conditions(filter) + " ORDER BY id DESC LIMIT ? OFFSET ?";
    Statement rows(**connection, sql.c_str());
    bindFilter(rows, run, filter);
    rows.bind(filter.limit);
    rows.bind(filter.offset);
    if (auto done = rows.execute(); !done)
        return done.error();
    while (rows.next())
        found.push_back(decisionOf(rows));
    if (auto done = rows.ended(); !done)
        return done.error();
    return found;
}

Result<std::uint64_t> SqliteLedgerReader::countDecisions(std::int64_t run, const audit::DecisionFilter& filter) {
    const auto connection = store();
    if (!connection)
        return connection.error();
    if (*connection == nullptr)
        return std::uint64_t{0};
    const std::string sql = "SELECT count(*)" + conditions(filter);
    Statement rows(**connection, sql.c_str());
    bindFilter(rows, run, filter);
    if (auto done = rows.execute(); !done)
        return done.error();
    const std::uint64_t count = rows.next() ? rows.as<std::uint64_t>(0) : 0;
    if (auto done = rows.ended(); !done)
        return done.error();
    return count;
}

Result<audit::Entry> SqliteLedgerReader::decisionEntry(std::int64_t run, audit::Key key) {
    const auto row = decisionRow(run, key);
    if (!row)
        return row.error();
    if (!*row)
        return Error{"decision.unknown", {{"key", std::to_string(key)}}};
    return entry(run, (*row)->entry);
}

Result<std::optional<audit::DecisionRow>> SqliteLedgerReader::decisionRow(std::int64_t run, audit::Key key) {
    std::optional<audit::DecisionRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found = decisionOf(row);
        return {};
    };
    const std::string sql =
        std::string("SELECT ") + decisionColumns + " FROM decision WHERE id BETWEEN ? AND ? AND key = ? LIMIT 1";
    if (auto done = query(sql.c_str(), read, rowId(run, 0), rowId(run, numberMask), key); !done)
        return done.error();
    return found;
}

template <class... Values>
Result<std::vector<audit::Entry>> SqliteLedgerReader::entriesWhere(const char* sql, const Values&... values) {
    std::vector<audit::Entry> entries;
    const auto read = [&](const Statement& row) -> Result<void> {
        auto entry = entryFrom(row.integer(0), row.blob(1));
        if (!entry)
            return entry.error();
        entries.push_back(std::move(*entry));
        return {};
    };
    if (auto done = query(sql, read, values...); !done)
        return done.error();
    return entries;
}

Result<audit::Entry> SqliteLedgerReader::entry(std::int64_t run, std::uint64_t number) {
    const auto found = entriesWhere("SELECT id, body FROM record WHERE id = ?", rowId(run, number));
    if (!found)
        return found.error();
    if (found->empty())
        return Error{"record.unknown", {{"number", std::to_string(number)}}};
    return found->front();
}

Result<std::vector<audit::Entry>> SqliteLedgerReader::entriesAbout(std::int64_t run, audit::Key decision) {
    const auto row = decisionRow(run, decision);
    if (!row)
        return row.error();
    // Nothing can name a decision before it was made; its own entry is not about it.
    const std::uint64_t own = *row ? (*row)->entry : 0;
    return entriesWhere(
        "SELECT r.id, r.body FROM about a JOIN record r ON r.id = a.id WHERE a.id > ? AND a.id <= ? AND "
        "a.decision = ? ORDER BY a.id",
        rowId(run, own), rowId(run, numberMask), decision);
}

Result<std::vector<audit::Entry>> SqliteLedgerReader::entriesOf(std::int64_t run, std::uint32_t customer) {
    return entriesWhere("SELECT id, body FROM record WHERE id IN (SELECT id FROM about WHERE id BETWEEN ?1 AND ?2 AND "
                        "customer = ?3 UNION ALL SELECT id FROM decision WHERE id BETWEEN ?1 AND ?2 AND key BETWEEN ?4 "
                        "AND ?5) ORDER BY id",
                        rowId(run, 0), rowId(run, numberMask), customer, audit::keyOf(customer, 0),
                        audit::keyOf(customer, 0xFFFFFFU));
}

Result<std::vector<audit::Entry>> SqliteLedgerReader::identityEntries(std::int64_t run) {
    std::vector<audit::Entry> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        auto entry = entryFrom(row.integer(0), row.blob(1));
        if (!entry)
            return entry.error();
        if (entry->kind == audit::EntryKind::Merge || entry->kind == audit::EntryKind::Unmerge ||
            entry->kind == audit::EntryKind::Erasure)
            found.push_back(std::move(*entry));
        return {};
    };
    // None is about a decision; most of what is, is left out by that.
    if (auto done = query("SELECT r.id, r.body FROM about a JOIN record r ON r.id = a.id WHERE a.id BETWEEN ? AND ? "
                          "AND a.decision = 0 ORDER BY a.id",
                          read, rowId(run, 0), rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<void>
SqliteLedgerReader::forEachEntry(std::int64_t run, std::uint64_t from,
                                 const std::function<bool(const audit::Entry&, const Hash256& link)>& each) {
    const auto connection = store();
    if (!connection)
        return connection.error();
    if (*connection == nullptr)
        return {};
    Statement rows(**connection, "SELECT id, body, link FROM record WHERE id BETWEEN ? AND ? ORDER BY id");
    if (auto done = rows.run(rowId(run, from), rowId(run, numberMask)); !done)
        return done;
    while (rows.next()) {
        const auto entry = entryFrom(rows.integer(0), rows.blob(1));
        if (!entry)
            return entry.error();
        if (!each(*entry, rows.hash(2)))
            return {};
    }
    return rows.ended();
}

} // namespace wayreeve::storage
