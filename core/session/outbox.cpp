#include "execution/outbox.h"
#include "base/clock.h"
#include "engine/customer_state.h"
#include "execution/open_connector.h"

#include "session/runs.h"
#include "storage/call_gate.h"
#include "storage/engine_lock.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"
#include "storage/sqlite_outbox.h"
#include "storage/stop_store.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace wayreeve::session {

namespace {

/// What a run's customers are known by, from their checkpoints. The last one read is kept: connectors ask several
/// times.
class Traits {
public:
    Traits(const OpenWorkspace& workspace, storage::SqliteLedgerReader& reader, std::int64_t run)
        : m_workspace(workspace)
        , m_reader(reader)
        , m_run(run) {}

    std::optional<std::string> find(std::uint32_t customer, const std::string& trait) {
        const auto& plan = m_workspace.workspace->trackingPlan->traits;
        const auto at = std::find_if(plan.begin(), plan.end(), [&](const auto& one) { return one.id == trait; });
        const auto place = static_cast<std::size_t>(at - plan.begin());
        if (at == plan.end() || !read(customer) || place >= m_values.size() || m_values[place].isNull())
            return std::nullopt;
        return m_values[place].toText();
    }

private:
    bool read(std::uint32_t customer) {
        if (m_customer == customer)
            return true;
        m_customer.reset();
        const auto row = m_reader.customer(m_run, customer);
        if (!row || !*row || (*row)->state.empty())
            return false;
        auto state = engine::decodeState((*row)->state, m_workspace.program->symbols);
        if (!state)
            return false;
        m_values = std::move(state->memory.traits);
        m_customer = customer;
        return true;
    }

    const OpenWorkspace& m_workspace;
    storage::SqliteLedgerReader& m_reader;
    std::int64_t m_run;
    std::optional<std::uint32_t> m_customer;
    std::vector<Value> m_values;
};

execution::ConnectorEnvironment environmentOf(const OpenWorkspace& workspace, const std::shared_ptr<Traits>& traits) {
    execution::ConnectorEnvironment environment;
    environment.variable = [](const std::string& name) -> std::optional<std::string> {
        const char* const value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    environment.trait = [traits](std::uint32_t customer, const std::string& trait) {
        return traits->find(customer, trait);
    };
    environment.parameters = [catalogue = workspace.workspace->actions](const std::string& id) {
        const documents::Action* const action = catalogue->find(id);
        return action == nullptr ? Context() : action->parameters;
    };
    environment.now = [clock = std::make_shared<SystemClock>()] { return clock->now(); };
    return environment;
}

using Connectors = std::map<std::string, std::unique_ptr<execution::Connector>>;

/// All that the workspace names: one that cannot be opened is found before anything is taken from the outbox.
Result<Connectors> openConnectors(const documents::Settings& settings,
                                  const execution::ConnectorEnvironment& environment) {
    Connectors connectors;
    connectors["sandbox"] = std::make_unique<execution::SandboxConnector>();
    if (!settings.connectorUrl.empty()) {
        auto http = execution::HttpConnector::open(settings.connectorUrl);
        if (!http)
            return http.error();
        connectors["http"] = std::move(*http);
    }
    for (const documents::ConnectorSettings& one : settings.connectors) {
        auto connector = execution::openConnector(one, environment);
        if (!connector)
            return connector.error();
        connectors[one.id] = std::move(*connector);
    }
    return connectors;
}

} // namespace

bool isConnected(const documents::Settings& settings) {
    return !settings.connectorUrl.empty() || !settings.connectors.empty();
}

Result<int> drainOutbox(const OpenWorkspace& workspace, const std::string& run,
                        const std::function<bool()>& cancelled) {
    if (!isConnected(workspace.workspace->settings))
        return Error{"connector.not-connected", {}, {}, 0, 0};
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    // Items and customers speak by the documents of their run, receivers are today's.
    const auto asOf = openAsOf(workspace.folder, *info);
    if (!asOf)
        return asOf.error();
    const auto traits = std::make_shared<Traits>(*asOf, **reader, info->id);
    const auto connectors = openConnectors(workspace.workspace->settings, environmentOf(*asOf, traits));
    if (!connectors)
        return connectors.error();
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
            const auto found = connectors->find(connector);
            return found == connectors->end() ? nullptr : found->second.get();
        },
        [&](Sym symbol) { return asOf->program->symbols.name(symbol); }, std::move(settings));
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
    if (!isConnected(workspace.workspace->settings))
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

Result<void> replayOutboxItem(const OpenWorkspace& workspace, const std::string& run, std::uint64_t number,
                              const std::string& person) {
    const documents::PeopleList* const people = workspace.workspace->people.get();
    if (people != nullptr && !people->people.empty() && !people->find(person))
        return Error{"approval.unknown-person", {{"person", person}}, {}, 0, 0};
    auto outbox = storage::SqliteOutbox::open(workspace.folder, run);
    if (!outbox)
        return outbox.error();
    return (*outbox)->replay(number);
}

} // namespace wayreeve::session
