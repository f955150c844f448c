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
    // Another process may stop us: the store is asked before every call, because once `stop` has answered none may
    // start.
    std::optional<Error> unreadable;
    const auto readStops = [&] {
        auto scopes = (*stops)->scopes();
        if (!scopes) {
            unreadable = scopes.error();
            stop.set({}); // not knowing is no leave to send
            return;
        }
        for (const std::string& scope : stop.scopes())
            if (!scopes->contains(scope))
                stop.lift(scope);
        for (const auto& [scope, person] : *scopes)
            stop.set(scope);
    };
    execution::Dispatcher dispatcher(
        **outbox, stop,
        [&](const std::string& connector) -> execution::Connector* {
            if (connector == "http")
                return http->get();
            return connector == "sandbox" ? &sandbox : nullptr;
        },
        [&](Sym symbol) {
            readStops(); // the dispatcher asks for the names, then the switch, then the connector
            return workspace.program->symbols.name(symbol);
        },
        {});
    int settled = 0;
    for (;;) {
        readStops();
        auto done = dispatcher.drainOnce();
        if (!done)
            return done.error();
        if (unreadable)
            return *unreadable;
        settled += *done;
        if (*done == 0 || (cancelled && cancelled()))
            return settled;
    }
}

} // namespace wayreeve::session
