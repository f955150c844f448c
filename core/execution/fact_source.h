#pragma once

#include "base/result.h"
#include "base/value.h"
#include "documents/facts.h"
#include "execution/connector_environment.h"

#include <cstdint>
#include <map>
#include <string>

namespace wayreeve::execution {

using documents::FactKind;
using documents::nameOf;

/// One fact with its times: both belong into the record of what was decided by it.
struct LookedUpFact {
    FactKind kind = FactKind::Order;
    std::string id;
    Value value;   ///< a context
    Instant asOf;  ///< when it held, says its system
    Instant asked; ///< when the answer was there
};

/// Asks one system of record by `GET {url}/{kind}/{id}`; expects `{"value": {…}, "asOf": "RFC 3339"}` (docs/formats/
/// connectors.md has what each kind's value must hold). Fails closed: whatever is not whole and fresh is an Error and
/// no fact. Any thread.
///
/// "fact.unreachable" (kind, id, reason: a code of HttpConnector), "fact.missing" (404, 410, or a null value),
/// "fact.malformed" (kind, id, key), "fact.stale" (kind, id, age, limit), "fact.from-future" (more than a minute
/// ahead).
class FactSource {
public:
    struct Settings {
        std::string url;
        std::string secret; ///< variable of a Bearer token; empty = none
        std::map<FactKind, Duration> limits;
    };
    /// "connector.bad-url" (url), "connector.no-secret" and "connector.bad-secret" (id "facts", name).
    [[nodiscard]] static Result<FactSource> open(const Settings& settings, const ConnectorEnvironment& environment);

    [[nodiscard]] Result<LookedUpFact> ask(FactKind kind, const std::string& id) const;

    /// How old a fact may be where Settings says nothing: stock and flight status 5 min, identity 10 min, order 15 min,
    /// margin 1 day, knowledge 7 days.
    [[nodiscard]] static Duration usualLimit(FactKind kind);

    /// The answer's text as a fact, judged at `now`: what ask() does with what came.
    [[nodiscard]] static Result<LookedUpFact> read(FactKind kind, const std::string& id, const std::string& text,
                                                   Instant now, Duration limit);

private:
    FactSource(Settings settings, ConnectorEnvironment environment, std::string token);

    Settings m_settings;
    ConnectorEnvironment m_environment;
    std::string m_token;
};

} // namespace wayreeve::execution
