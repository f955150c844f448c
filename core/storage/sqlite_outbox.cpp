#include "storage/sqlite_outbox.h"

#include "base/cbor.h"
#include "base/hash.h"
#include "execution/dispatch_codec.h"
#include "storage/key_store.h"
#include "storage/statement.h"

#include <limits>

namespace wayreeve::storage {

using execution::Dispatch;
using execution::DispatchState;

namespace {

struct Stored {
    std::int64_t id = 0;
    Dispatch item;
};

Result<std::vector<Stored>> read(WorkspaceStore& store, std::int64_t run, DispatchState state, int limit) {
    // The index dispatch_open covers these states only: its condition is repeated word by word.
    Statement rows(store,
                   "SELECT id, body FROM dispatch WHERE state IN (0, 1, 5) AND run = ? AND state = ? ORDER BY id "
                   "LIMIT ?");
    if (auto done = rows.run(run, state, limit); !done)
        return done.error();
    std::vector<Stored> found;
    while (rows.next()) {
        Stored& stored = found.emplace_back();
        stored.id = rows.integer(0);
        const std::vector<std::uint8_t> bytes = rows.blob(1);
        cbor::Reader reader(bytes);
        if (!execution::decode(reader, stored.item) || !reader.atEnd())
            return Error{"store.damaged", {{"object", "dispatch"}, {"number", std::to_string(stored.id)}}};
    }
    if (auto done = rows.ended(); !done)
        return done.error();
    return found;
}

Result<void> write(Statement& update, std::int64_t id, const Dispatch& item) {
    cbor::Writer writer;
    execution::encode(writer, item);
    return update.run(item.state, writer.data(), id);
}

constexpr const char* updateSql = "UPDATE dispatch SET state = ?, body = ? WHERE id = ?";

} // namespace

SqliteOutbox::SqliteOutbox(std::unique_ptr<WorkspaceStore> store, std::int64_t run, std::string prefix)
    : m_store(std::move(store))
    , m_run(run)
    , m_prefix(std::move(prefix)) {}

SqliteOutbox::~SqliteOutbox() = default;

Result<std::unique_ptr<SqliteOutbox>> SqliteOutbox::open(const std::filesystem::path& workspace,
                                                         const std::string& runTag) {
    auto store = WorkspaceStore::open(workspace);
    if (!store)
        return store.error();
    Statement find(**store, "SELECT id FROM run WHERE tag = ?");
    if (auto done = find.run(runTag); !done)
        return done.error();
    if (!find.next())
        return Error{"run.unknown", {{"run", runTag}}};
    const std::int64_t run = find.integer(0);
    find.finish();
    // A key made up now would be another one at the next call: rather nothing goes out.
    const std::vector<std::uint8_t> key = publicKey(workspace);
    if (key.empty())
        return Error{"store.key-missing", {{"file", (dataFolder(workspace) / "keys" / "signing.key").string()}}};
    const std::string prefix = hashOf(key).hex().substr(0, 16) + "-" + runTag + "-";
    return std::unique_ptr<SqliteOutbox>(new SqliteOutbox(std::move(*store), run, prefix));
}

Result<std::vector<Dispatch>> SqliteOutbox::take(int limit) {
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return transaction.error();
    auto pending = read(*m_store, m_run, DispatchState::Pending, limit);
    if (!pending)
        return pending.error();
    Statement update(*m_store, updateSql);
    std::vector<Dispatch> taken;
    for (Stored& stored : *pending) {
        stored.item.state = DispatchState::Taken;
        ++stored.item.attempts;
        if (auto done = write(update, stored.id, stored.item); !done)
            return done.error();
        stored.item.key = m_prefix + stored.item.key;
        taken.push_back(std::move(stored.item));
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return taken;
}

Result<void> SqliteOutbox::settle(const Dispatch& dispatch) {
    return change(dispatch.number, [&](Dispatch& item) -> Result<void> {
        item.state = dispatch.state;
        item.attempts = dispatch.attempts;
        item.result = dispatch.result;
        return {};
    });
}

Result<void> SqliteOutbox::replay(std::uint64_t number) {
    return change(number, [&](Dispatch& item) -> Result<void> {
        if (item.state != DispatchState::Failed && item.state != DispatchState::Unknown)
            return Error{"outbox.not-failed",
                         {{"number", std::to_string(number)}, {"state", std::string(nameOf(item.state))}}};
        item.state = DispatchState::Pending;
        item.attempts = 0;
        item.result.clear();
        return {};
    });
}

Result<void> SqliteOutbox::change(std::uint64_t number, const std::function<Result<void>(Dispatch&)>& how) {
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return transaction.error();
    Statement find(*m_store, "SELECT id, body FROM dispatch WHERE run = ? AND number = ?");
    if (auto done = find.run(m_run, number); !done)
        return done;
    if (!find.next())
        return Error{"outbox.unknown", {{"number", std::to_string(number)}}};
    const std::int64_t id = find.integer(0);
    const std::vector<std::uint8_t> bytes = find.blob(1);
    find.finish();
    cbor::Reader reader(bytes);
    Dispatch item;
    if (!execution::decode(reader, item) || !reader.atEnd())
        return Error{"store.damaged", {{"object", "dispatch"}, {"number", std::to_string(id)}}};
    if (auto done = how(item); !done)
        return done;
    Statement update(*m_store, updateSql);
    if (auto done = write(update, id, item); !done)
        return done;
    return transaction->commit();
}

Result<int> SqliteOutbox::turn(DispatchState from) {
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return transaction.error();
    auto items = read(*m_store, m_run, from, std::numeric_limits<int>::max());
    if (!items)
        return items.error();
    Statement update(*m_store, updateSql);
    for (Stored& stored : *items) {
        const bool cutOff = from == DispatchState::Taken && stored.item.result == execution::callBegun;
        stored.item.state = cutOff ? DispatchState::Unknown : DispatchState::Pending;
        if (cutOff)
            stored.item.result = execution::callInterrupted;
        if (auto done = write(update, stored.id, stored.item); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return static_cast<int>(items->size());
}

Result<int> SqliteOutbox::recover() {
    return turn(DispatchState::Taken);
}

Result<int> SqliteOutbox::resume() {
    return turn(DispatchState::Stopped);
}

execution::DispatchState SqliteOutbox::stateOf(std::uint64_t number) {
    Statement find(*m_store, "SELECT state FROM dispatch WHERE run = ? AND number = ?");
    if (!find.run(m_run, number) || !find.next())
        return DispatchState::Failed;
    return find.as<DispatchState>(0);
}

bool SqliteOutbox::isErased(std::uint32_t customer) {
    Statement find(*m_store, "SELECT 1 FROM erased WHERE id = ?");
    return !find.run(rowId(m_run, customer)) || find.next(); // where it cannot be told, nothing goes out
}

std::string SqliteOutbox::customerKey(std::uint32_t customer) {
    Statement find(*m_store, "SELECT key FROM customer WHERE id = ?");
    if (!find.run(rowId(m_run, customer)) || !find.next())
        return {};
    return find.text(0);
}

} // namespace wayreeve::storage
