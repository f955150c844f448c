#include "storage/command_inbox.h"

#include "storage/statement.h"

namespace wayreeve::storage {

namespace {

InboxItem itemFrom(const Statement& row) {
    return {row.integer(0), row.text(1), row.as<InboxState>(2), row.text(3)};
}

} // namespace

CommandInbox::CommandInbox(std::unique_ptr<WorkspaceStore> store)
    : m_store(std::move(store)) {}

CommandInbox::~CommandInbox() = default;

Result<std::unique_ptr<CommandInbox>> CommandInbox::open(const std::filesystem::path& workspace) {
    auto store = WorkspaceStore::open(workspace);
    if (!store)
        return store.error();
    return std::unique_ptr<CommandInbox>(new CommandInbox(std::move(*store)));
}

Result<std::int64_t> CommandInbox::put(const std::string& body) {
    Statement insert(*m_store, "INSERT INTO inbox(body, state, answer) VALUES(?, 0, '')");
    if (auto done = insert.run(body); !done)
        return done.error();
    return insert.lastId();
}

Result<std::vector<InboxItem>> CommandInbox::take(int limit) {
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return transaction.error();
    Statement rows(*m_store, "SELECT id, body, state, answer FROM inbox WHERE state = 0 ORDER BY id LIMIT ?");
    if (auto done = rows.run(limit); !done)
        return done.error();
    std::vector<InboxItem> taken;
    while (rows.next())
        taken.push_back(itemFrom(rows));
    if (auto done = rows.ended(); !done)
        return done.error();
    Statement update(*m_store, "UPDATE inbox SET state = ? WHERE id = ?");
    for (InboxItem& item : taken) {
        item.state = InboxState::Taken;
        if (auto done = update.run(item.state, item.id); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return taken;
}

Result<void> CommandInbox::answer(std::int64_t id, const std::string& answer) {
    Statement update(*m_store, "UPDATE inbox SET state = ?, answer = ? WHERE id = ?");
    if (auto done = update.run(InboxState::Answered, answer, id); !done)
        return done;
    if (update.changed() == 0)
        return Error{"inbox.unknown", {{"id", std::to_string(id)}}};
    return {};
}

Result<std::optional<InboxItem>> CommandInbox::find(std::int64_t id) {
    Statement rows(*m_store, "SELECT id, body, state, answer FROM inbox WHERE id = ?");
    if (auto done = rows.run(id); !done)
        return done.error();
    std::optional<InboxItem> found;
    if (rows.next())
        found = itemFrom(rows);
    if (auto done = rows.ended(); !done)
        return done.error();
    return found;
}

Result<bool> CommandInbox::withdraw(std::int64_t id) {
    Statement gone(*m_store, "DELETE FROM inbox WHERE id = ? AND state = ?");
    if (auto done = gone.run(id, InboxState::Waiting); !done)
        return done.error();
    return gone.changed() > 0;
}

Result<int> CommandInbox::recover() {
    Statement update(*m_store, "UPDATE inbox SET state = ? WHERE state = ?");
    if (auto done = update.run(InboxState::Waiting, InboxState::Taken); !done)
        return done.error();
    return update.changed();
}

} // namespace wayreeve::storage
