#pragma once

#include "documents/connectors.h"
#include "execution/connector.h"
#include "execution/connector_environment.h"

#include <memory>

namespace wayreeve::execution {

/// The connector that a document describes. The secret is read here, once. Errors: "connector.no-secret" (id, name)
/// where the variable is not set or empty, "connector.bad-secret" (id, name), "connector.bad-url" (url),
/// "connector.bad-address" (address) of the sender, "connector.bad-header" (id, key).
[[nodiscard]] Result<std::unique_ptr<Connector>> openConnector(const documents::ConnectorSettings& settings,
                                                               const ConnectorEnvironment& environment);

/// The customer's e-mail address: the trait "email", or the customer's key where that is an address. ASCII, as it was
/// written, without blanks around; nothing where there is none that a message can be sent to.
[[nodiscard]] std::optional<std::string> addressOf(const ConnectorEnvironment& environment, const Dispatch& dispatch,
                                                   const std::string& customerKey);

} // namespace wayreeve::execution
