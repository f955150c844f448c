#include "session/store_access.h"

#include "session/live_inbox.h"
#include "session/live_run.h"
#include "storage/call_gate.h"
#include "storage/command_inbox.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/stop_store.h"

#include <algorithm>

namespace wayreeve::session {

namespace {

/// For the chain of the workspace's live run: at once where its engine is at work, else when it goes on.
Result<void> tellLive(const std::filesystem::path& folder, const engine::Order& order) {
    const auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    if (std::none_of(runs->begin(), runs->end(), takesEvents))
        return {};
    auto inbox = storage::CommandInbox::open(folder);
    if (!inbox)
        return inbox.error();
    InboxNote note;
    note.order = order;
    const auto put = (*inbox)->put(noteText(note));
    return put ? Result<void>() : put.error();
}

} // namespace

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
    if (!gate)
        return gate.error();
    if (auto quiet = (*gate)->waitForCalls(); !quiet)
        return quiet;
    return tellLive(
        folder,
        {.kind = engine::Order::Kind::Stop, .code = {}, .fact = {}, .scope = scope, .person = person, .reason = {}});
}

Result<bool> liftStop(const std::filesystem::path& folder, const std::string& scope, const std::string& person) {
    auto stops = storage::StopStore::open(folder);
    if (!stops)
        return stops.error();
    const auto lifted = (*stops)->lift(scope);
    if (lifted && *lifted)
        if (auto told = tellLive(folder, {.kind = engine::Order::Kind::Lift,
                                          .code = {},
                                          .fact = {},
                                          .scope = scope,
                                          .person = person,
                                          .reason = {}});
            !told)
            return told.error();
    return lifted;
}

} // namespace wayreeve::session
