#include "execution/fact_source.h"

#include "base/json.h"
#include "execution/http_call.h"

namespace wayreeve::execution {

Duration FactSource::usualLimit(FactKind kind) {
    return documents::usualLimit(kind);
}

FactSource::FactSource(Settings settings, ConnectorEnvironment environment, std::string token)
    : m_settings(std::move(settings))
    , m_environment(std::move(environment))
    , m_token(std::move(token)) {}

Result<FactSource> FactSource::open(const Settings& settings, const ConnectorEnvironment& environment) {
    if (auto good = checkUrl(settings.url, "http,https"); !good)
        return good.error();
    std::string token;
    if (!settings.secret.empty()) {
        token = environment.variable(settings.secret).value_or(std::string());
        if (!isHeaderSafe(token))
            return Error{token.empty() ? "connector.no-secret" : "connector.bad-secret",
                         {{"id", "facts"}, {"name", settings.secret}}};
    }
    return FactSource(settings, environment, std::move(token));
}

Result<LookedUpFact> FactSource::ask(FactKind kind, const std::string& id) const {
    HttpRequest request;
    request.method = "GET";
    request.url = joinUrl(m_settings.url, "/" + std::string(nameOf(kind)) + "/" + urlPart(id));
    request.headers = {"Accept: application/json"};
    if (!m_token.empty())
        request.headers.push_back("Authorization: Bearer " + m_token);
    request.timeLimit = m_environment.timeLimit;
    request.caFile = m_environment.caFile;
    const HttpAnswer answer = call(request);
    if (answer.status == 404 || answer.status == 410)
        return Error{"fact.missing", {{"kind", std::string(nameOf(kind))}, {"id", id}}};
    if (answer.status != 200)
        return Error{"fact.unreachable",
                     {{"kind", std::string(nameOf(kind))},
                      {"id", id},
                      {"reason", answer.status == 0 ? answer.failure.code : "http-" + std::to_string(answer.status)}}};
    const auto limit = m_settings.limits.find(kind);
    return read(kind, id, answer.body, m_environment.now(),
                limit == m_settings.limits.end() ? usualLimit(kind) : limit->second);
}

Result<LookedUpFact> FactSource::read(FactKind kind, const std::string& id, const std::string& text, Instant now,
                                      Duration limit) {
    const auto malformed = [&](const std::string& key) {
        return Error{"fact.malformed", {{"kind", std::string(nameOf(kind))}, {"id", id}, {"key", key}}};
    };
    const auto json = parseJson(text);
    if (!json || json->context() == nullptr)
        return malformed("");
    const Value stated = json->member("asOf");
    const auto asOf = stated.text() ? parseInstant(*stated.text()) : Result<Instant>(Error{"time.not-rfc3339"});
    if (!asOf)
        return malformed("asOf");
    bool given = false;
    for (const auto& [name, value] : *json->context())
        given = given || name == "value";
    const Value value = json->member("value");
    if (given && value.isNull())
        return Error{"fact.missing", {{"kind", std::string(nameOf(kind))}, {"id", id}}};
    if (value.context() == nullptr)
        return malformed("value");
    if (const auto member = documents::unfitMember(kind, value))
        return malformed(std::string(*member));
    if (*asOf > now + Duration::minutes(1))
        return Error{"fact.from-future", {{"kind", std::string(nameOf(kind))}, {"id", id}}};
    if (const Duration age = now - *asOf; age > limit)
        return Error{"fact.stale",
                     {{"kind", std::string(nameOf(kind))},
                      {"id", id},
                      {"age", formatDuration(age)},
                      {"limit", formatDuration(limit)}}};
    return LookedUpFact{kind, id, value, *asOf, now};
}

} // namespace wayreeve::execution
