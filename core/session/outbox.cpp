#include "execution/outbox.h"

#include "session/runs.h"
#include "storage/engine_lock.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/sqlite_outbox.h"
#include "storage/stop_store.h"

namespace wayreeve::session {

Result<int> drainOutbox(const OpenWorkspace& workspace, const std::string& run,
                        const std::function<bool()>& cancelled) {
    const std::string& url = workspace.workspace->settings.connectorUrl;
    if (url.empty())
        return Error{"connector.not-connected", {}, {}, 0, 0};
    auto http = execution::HttpConnector::open(url);
    if (!http)
        return http.error();
    execution::SandboxConnector sandbox;
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    auto outbox = storage::SqliteOutbox::open(workspace.folder, info->tag);
    if (!outbox)
        return outbox.error();
    auto stops = storage::StopStore::open(workspace.folder);
    if (!stops)
        return stops.error();
    if (auto recovered = (*outbox)->recover(); !recovered)
        return recovered.error();
    governance::StopSwitch stop;
    execution::Dispatcher dispatcher(
        **outbox, stop,
        [&](const std::string& connector) -> execution::Connector* {
            if (connector == "http")
                return http->get();
            return connector == "sandbox" ? &sandbox : nullptr;
        },
        [&](Sym symbol) { return workspace.program->symbols.name(symbol); }, {});
    int settled = 0;
    for (;;) {
        // Another process may have stopped us: the store is asked again before every batch.
        auto scopes = (*stops)->scopes();
        if (!scopes)
            return scopes.error();
        for (const std::string& scope : stop.scopes())
            if (!scopes->contains(scope))
                stop.lift(scope);
        for (const auto& [scope, person] : *scopes)
            stop.set(scope);
        auto done = dispatcher.drainOnce();
        if (!done)
            return done.error();
        settled += *done;
        if (*done == 0 || (cancelled && cancelled()))
            return settled;
    }
}

} // namespace wayreeve::session
