#pragma once

#include "documents/connectors.h"
#include "documents/resolve_rules.h"

#include <string>

namespace wayreeve::documents {

/// What one connection needs beyond its keys' own forms. Problems stand at `path`: "document.reserved-id" (id),
/// "connector.missing-key" and "document.unfit-key" (key, type), "connector.bad-url", "connector.bad-mail-url" (url),
/// "connector.bad-secret-name" (name), "content.line-break".
void checkConnector(const ConnectorSettings& connector, const std::string& path, const ReportProblem& report);

} // namespace wayreeve::documents
