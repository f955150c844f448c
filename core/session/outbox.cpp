#include "execution/outbox.h"

#include "session/runs.h"
#include "storage/call_gate.h"
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
    auto gate = storage::CallGate::open(workspace.folder);
    if (!gate)
        return gate.error();
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
    execution::Dispatcher::Settings settings;
    // Another process may stop us, and once its `stop` has answered no call may start: so the store is asked inside the
    // gate, before every call.
    settings.enter = [&]() -> std::shared_ptr<void> {
        auto pass = (*gate)->pass();
        if (!pass) {
            unreadable = pass.error();
            stop.set({});
            return nullptr;
        }
        auto kept = std::make_shared<storage::CallGate::Pass>(std::move(*pass));
        readStops();
        return kept;
    };
    execution::Dispatcher dispatcher(
        **outbox, stop,
        [&](const std::string& connector) -> execution::Connector* {
            if (connector == "http")
                return http->get();
            return connector == "sandbox" ? &sandbox : nullptr;
        },
        [&](Sym symbol) { return workspace.program->symbols.name(symbol); }, std::move(settings));
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

Result<std::vector<std::pair<std::string, int>>> drainAllOutboxes(const OpenWorkspace& workspace,
                                                                  const std::function<bool()>& cancelled) {
    if (workspace.workspace->settings.connectorUrl.empty())
        return Error{"connector.not-connected", {}, {}, 0, 0};
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    const auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    if (runs->empty())
        return Error{"run.none", {}, {}, 0, 0};
    std::vector<std::pair<std::string, int>> settled;
    for (const audit::RunInfo& run : *runs) {
        if (!run.sendsReally || (cancelled && cancelled()))
            continue;
        const auto count = drainOutbox(workspace, run.tag, cancelled);
        if (!count)
            return count.error();
        if (*count > 0)
            settled.emplace_back(run.tag, *count);
    }
    return settled;
}

} // namespace wayreeve::session
