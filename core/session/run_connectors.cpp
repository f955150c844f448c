#include "session/run_connectors.h"

#include "base/clock.h"
#include "engine/customer_state.h"
#include "execution/open_connector.h"

#include <algorithm>
#include <cstdlib>

namespace wayreeve::session {

namespace {

/// By the tracking plan's place of it, as text.
std::optional<std::string> traitOf(const OpenWorkspace& workspace, const engine::CustomerState& state,
                                   const std::string& trait) {
    const auto& plan = workspace.workspace->trackingPlan->traits;
    const auto at = std::find_if(plan.begin(), plan.end(), [&](const auto& one) { return one.id == trait; });
    const auto place = static_cast<std::size_t>(at - plan.begin());
    if (at == plan.end() || place >= state.memory.traits.size() || state.memory.traits[place].isNull())
        return std::nullopt;
    return state.memory.traits[place].toText();
}

} // namespace

execution::ConnectorEnvironment environmentOf(const OpenWorkspace& workspace,
                                              std::shared_ptr<StoredCustomers> customers) {
    execution::ConnectorEnvironment environment;
    environment.variable = [](const std::string& name) -> std::optional<std::string> {
        const char* const value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    environment.trait = [&workspace, customers = std::move(customers)](
                            std::uint32_t customer, const std::string& trait) -> std::optional<std::string> {
        const engine::CustomerState* const state = customers->lately(customer);
        return state == nullptr ? std::nullopt : traitOf(workspace, *state, trait);
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
