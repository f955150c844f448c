#pragma once

#include "documents/connectors.h"
#include "documents/facts.h"
#include "documents/resolve_rules.h"

#include <string>

namespace wayreeve::documents {

/// What one connection needs beyond its keys' own forms. Problems stand at `path`: "document.reserved-id" (id),
/// "connector.missing-key" and "document.unfit-key" (key, type), "connector.bad-url", "connector.bad-mail-url" (url),
/// "connector.bad-secret-name" (name), "content.line-break".
void checkConnector(const ConnectorSettings& connector, const std::string& path, const ReportProblem& report);

/// The same for who is asked for facts: "connector.bad-url" (url), "connector.bad-secret-name" (name),
/// "fact.two-systems" (kind), "fact.bad-path" (path), "fact.bad-pointer" (at),
/// "fact.bad-header" (name), "fact.unmapped" (kind, key: a member that the kind needs).
void checkFacts(const FactSettings& facts, const std::string& path, const ReportProblem& report);

} // namespace wayreeve::documents
