#pragma once

#include "base/result.h"
#include "base/value.h"
#include "documents/facts.h"
#include "execution/connector_environment.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

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

/// Asks systems of record: each in its own format where it is named as a documents::FactSystem, the others by
/// `GET {url}/{kind}/{id}`, which answers `{"value": {…}, "asOf": "RFC 3339"}` (docs/formats/connectors.md has what
/// each kind's value must hold). Fails closed: whatever is not whole and fresh is an Error and no fact. Any thread.
///
/// "fact.unreachable" (kind, id, reason: a code of HttpConnector, or "no-source"), "fact.missing" (404, 410, or null),
/// "fact.malformed" (kind, id, key), "fact.stale" (kind, id, age, limit), "fact.from-future" (more than a minute
/// ahead).
class FactSource {
public:
    struct Settings {
        std::string url;    ///< of the kinds without a system of their own; may be empty then
        std::string secret; ///< variable of a Bearer token; empty = none
        std::map<FactKind, Duration> limits;
        std::vector<documents::FactSystem> systems;
    };
    /// "connector.bad-url" (url), "connector.no-secret" and "connector.bad-secret" (id "facts" or the kind, name).
    [[nodiscard]] static Result<FactSource> open(const Settings& settings, const ConnectorEnvironment& environment);

    [[nodiscard]] Result<LookedUpFact> ask(FactKind kind, const std::string& id) const;

    /// How old a fact may be where Settings says nothing: stock and flight status 5 min, identity 10 min, order 15 min,
    /// margin 1 day, knowledge 7 days.
    [[nodiscard]] static Duration usualLimit(FactKind kind);

    /// The answer's text as a fact, judged at `now`: what ask() does with what came.
    [[nodiscard]] static Result<LookedUpFact> read(FactKind kind, const std::string& id, const std::string& text,
                                                   Instant now, Duration limit);
    /// The same of a system with a format of its own.
    [[nodiscard]] static Result<LookedUpFact> read(const documents::FactSystem& system, const std::string& id,
                                                   const std::string& text, Instant now, Duration limit);

private:
    FactSource(Settings settings, ConnectorEnvironment environment);
    [[nodiscard]] const documents::FactSystem* systemOf(FactKind kind) const;

    Settings m_settings;
    ConnectorEnvironment m_environment;
    std::string m_token;
    std::map<FactKind, std::string> m_tokens; ///< of systems that want one
};

} // namespace wayreeve::execution
