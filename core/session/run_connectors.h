#pragma once

#include "execution/connector.h"
#include "execution/connector_environment.h"
#include "session/open_workspace.h"
#include "session/stored_customers.h"

#include <map>
#include <memory>
#include <string>

namespace wayreeve::session {

/// By the name that items go by: "sandbox", "http", the ids of the workspace's connections.
using RunConnectors = std::map<std::string, std::unique_ptr<execution::Connector>>;

/// What connectors ask for while they send for a run: secrets of this process, traits from the customers' stored
/// states, parameters of the run's documents, the machine's clock. `asOf` must outlive it; one thread.
[[nodiscard]] execution::ConnectorEnvironment environmentOf(const OpenWorkspace& asOf,
                                                            std::shared_ptr<StoredCustomers> customers);

/// All that the workspace names: one that cannot be opened is found before anything is sent. Errors:
/// execution::openConnector()'s.
[[nodiscard]] Result<RunConnectors> openConnectors(const documents::Settings& settings,
                                                   const execution::ConnectorEnvironment& environment);

} // namespace wayreeve::session
