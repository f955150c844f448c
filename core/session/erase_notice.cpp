#include "session/erase_notice.h"

#include "base/hash.h"
#include "execution/open_connector.h"
#include "execution/opt_out.h"
#include "session/run_connectors.h"
#include "storage/call_gate.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/stop_store.h"

namespace wayreeve::session {

namespace {

const execution::OptOut everything{execution::erasedEvent, {}, {}};

struct Receiver {
    std::string id;
    Result<std::unique_ptr<execution::Connector>> connector;
};

/// Those that can be told; one that cannot be opened keeps none of the others from hearing of it.
std::vector<Receiver> receivers(const documents::Settings& settings,
                                const execution::ConnectorEnvironment& environment) {
    std::vector<Receiver> all;
    if (!settings.connectorUrl.empty()) {
        auto http = execution::HttpConnector::open(settings.connectorUrl);
        if (http)
            all.push_back({"http", std::unique_ptr<execution::Connector>(std::move(*http))});
        else
            all.push_back({"http", http.error()});
    }
    for (const documents::ConnectorSettings& one : settings.connectors)
        if (execution::takesOptOut(one.kind, everything))
            all.push_back({one.id, execution::openConnector(one, environment)});
    return all;
}

} // namespace

Result<std::vector<ErasureNotice>> tellOfErasure(const OpenWorkspace& workspace, const audit::RunInfo& run,
                                                 std::uint32_t customer, const std::string& key) {
    std::vector<ErasureNotice> notices;
    if (!run.sendsReally)
        return notices;
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    auto asOf = openAsOf(workspace.folder, run);
    if (!asOf)
        return asOf.error();
    auto stops = storage::StopStore::open(workspace.folder);
    if (!stops)
        return stops.error();
    auto gate = storage::CallGate::open(workspace.folder);
    if (!gate)
        return gate.error();
    const auto environment = environmentOf(*asOf, std::make_shared<StoredCustomers>(*asOf, **reader, run.id));
    for (Receiver& receiver : receivers(workspace.workspace->settings, environment)) {
        if (!receiver.connector) {
            notices.push_back({receiver.id, execution::DispatchState::Failed, receiver.connector.error().code});
            continue;
        }
        const auto pass = (*gate)->pass();
        if (!pass)
            return pass.error();
        const auto scopes = (*stops)->scopes();
        if (!scopes)
            return scopes.error();
        if (scopes->contains("")) {
            notices.push_back({receiver.id, execution::DispatchState::Stopped, "stopped"});
            continue;
        }
        execution::Dispatch item;
        item.customer = customer;
        item.slot = documents::Slot::Operation;
        item.connector = receiver.id;
        item.at = run.clock;
        item.key = hashOf("erase/" + run.tag + "/" + std::to_string(customer) + "/" + receiver.id).hex().substr(0, 32);
        item.body = execution::optOutBody(everything);
        const execution::Connector::Answer answer = (*receiver.connector)->send(item, key, execution::erasedEvent);
        notices.push_back({receiver.id, answer.state, answer.code});
    }
    return notices;
}

} // namespace wayreeve::session
