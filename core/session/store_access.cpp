#include "session/store_access.h"

#include "storage/call_gate.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/stop_store.h"

namespace wayreeve::session {

Result<std::unique_ptr<audit::LedgerReader>> openReader(const std::filesystem::path& folder) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    return std::unique_ptr<audit::LedgerReader>(std::move(reader).value());
}

Result<std::map<std::string, std::string>> stopScopes(const std::filesystem::path& folder) {
    std::error_code failed;
    if (!std::filesystem::exists(folder / ".wayreeve" / "store.db", failed))
        return std::map<std::string, std::string>();
    auto stops = storage::StopStore::open(folder);
    if (!stops)
        return stops.error();
    return (*stops)->scopes();
}

Result<void> setStop(const std::filesystem::path& folder, const std::string& scope, const std::string& person) {
    auto stops = storage::StopStore::open(folder);
    if (!stops)
        return stops.error();
    if (auto set = (*stops)->set(scope, person); !set)
        return set;
    auto gate = storage::CallGate::open(folder);
    return gate ? (*gate)->waitForCalls() : gate.error();
}

Result<bool> liftStop(const std::filesystem::path& folder, const std::string& scope) {
    auto stops = storage::StopStore::open(folder);
    if (!stops)
        return stops.error();
    return (*stops)->lift(scope);
}

} // namespace wayreeve::session
