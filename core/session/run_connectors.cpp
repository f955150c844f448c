#include "session/run_connectors.h"

#include "base/clock.h"
#include "engine/customer_state.h"
#include "execution/open_connector.h"
#include "storage/sqlite_ledger_reader.h"

#include <algorithm>
#include <cstdlib>

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

} // namespace

execution::ConnectorEnvironment environmentOf(const OpenWorkspace& workspace, storage::SqliteLedgerReader& reader,
                                              std::int64_t run) {
    const auto traits = std::make_shared<Traits>(workspace, reader, run);
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

Result<RunConnectors> openConnectors(const documents::Settings& settings,
                                     const execution::ConnectorEnvironment& environment) {
    RunConnectors connectors;
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

} // namespace wayreeve::session
