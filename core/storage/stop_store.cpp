#include "storage/stop_store.h"

#include "storage/statement.h"

namespace wayreeve::storage {

StopStore::StopStore(std::unique_ptr<WorkspaceStore> store)
    : m_store(std::move(store)) {}

StopStore::~StopStore() = default;

Result<std::unique_ptr<StopStore>> StopStore::open(const std::filesystem::path& workspace) {
    auto store = WorkspaceStore::open(workspace);
    if (!store)
        return store.error();
    return std::unique_ptr<StopStore>(new StopStore(std::move(*store)));
}

Result<void> StopStore::set(const std::string& scope, const std::string& person) {
    Statement insert(*m_store, "INSERT OR REPLACE INTO stop_scope(scope, person) VALUES(?, ?)");
    return insert.run(scope, person);
}

Result<bool> StopStore::lift(const std::string& scope) {
    Statement erase(*m_store, "DELETE FROM stop_scope WHERE scope = ?");
    if (auto done = erase.run(scope); !done)
        return done.error();
    return erase.changed() > 0;
}

Result<std::map<std::string, std::string>> StopStore::scopes() {
    Statement rows(*m_store, "SELECT scope, person FROM stop_scope ORDER BY scope");
    if (auto done = rows.run(); !done)
        return done.error();
    std::map<std::string, std::string> found;
    while (rows.next())
        found[rows.text(0)] = rows.text(1);
    if (auto done = rows.ended(); !done)
        return done.error();
    return found;
}

} // namespace wayreeve::storage
