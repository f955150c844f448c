#include "execution/fact_source.h"

#include "base/json.h"
#include "execution/http_call.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace wayreeve::execution {

Duration FactSource::usualLimit(FactKind kind) {
    return documents::usualLimit(kind);
}

namespace {

/// What the environment holds for `secret`, "" where none is wanted.
Result<std::string> tokenOf(const std::string& secret, const std::string& id, const ConnectorEnvironment& environment) {
    if (secret.empty())
        return std::string();
    std::string token = environment.variable(secret).value_or(std::string());
    if (!isHeaderSafe(token))
        return Error{token.empty() ? "connector.no-secret" : "connector.bad-secret", {{"id", id}, {"name", secret}}};
    return token;
}

Error problem(const char* code, FactKind kind, const std::string& id) {
    return {code, {{"kind", std::string(nameOf(kind))}, {"id", id}}};
}

Error unreachable(FactKind kind, const std::string& id, const std::string& reason) {
    Error error = problem("fact.unreachable", kind, id);
    error.parameters.emplace_back("reason", reason);
    return error;
}

Error malformed(FactKind kind, const std::string& id, const std::string& key) {
    Error error = problem("fact.malformed", kind, id);
    error.parameters.emplace_back("key", key);
    return error;
}

/// What stands at a JSON Pointer (RFC 6901), null where nothing does.
Value pointedAt(Value value, std::string_view pointer) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // its slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        std::string token;
        for (std::size_t i = 0; i < end; ++i) {
            const bool escaped = pointer[i] == '~' && i + 1 < end;
            token += escaped ? (pointer[++i] == '1' ? '/' : '~') : pointer[i];
        }
        pointer.remove_prefix(end);
        if (const List* list = value.list()) {
            std::size_t index = 0;
            const auto [rest, error] = std::from_chars(token.data(), token.data() + token.size(), index);
            const bool whole = error == std::errc() && rest == token.data() + token.size();
            value = whole && index < list->size() ? Value((*list)[index]) : Value();
        } else {
            value = value.member(token);
        }
    }
    return value;
}

/// A place's value in the form that its member has: systems send numbers as text ("59.90"), too.
Value placed(const documents::FactPlace& place, documents::FactForm form, const Value& json) {
    Value found = pointedAt(json, place.at);
    if (found.isNull() && !place.otherwise.empty())
        found = Value(place.otherwise);
    if (found.isNull())
        return found;
    if (form == documents::FactForm::Text)
        return found.text() || found.number() ? Value(found.toText()) : Value();
    if (form == documents::FactForm::Boolean) {
        if (const std::string* text = found.text())
            return *text == "true" ? Value(true) : *text == "false" ? Value(false) : Value();
        return found;
    }
    const auto number = found.number() ? std::optional(*found.number())
                        : found.text() ? Decimal::parse(*found.text())
                                       : std::nullopt;
    const auto divided = number ? number->dividedBy(Decimal(place.per)) : std::nullopt;
    return divided ? Value(*divided) : Value();
}

/// The form that a member must have; other members stay as they are sent.
std::optional<documents::FactForm> formOf(FactKind kind, const std::string& member) {
    for (const documents::FactMember& known : documents::membersOf(kind))
        if (known.name == member)
            return known.form;
    return std::nullopt;
}

/// A whole value with its time, judged.
Result<LookedUpFact> judged(FactKind kind, const std::string& id, const Value& value, Instant asOf, Instant now,
                            Duration limit) {
    if (const auto member = documents::unfitMember(kind, value))
        return malformed(kind, id, std::string(*member));
    if (asOf > now + Duration::minutes(1))
        return problem("fact.from-future", kind, id);
    if (const Duration age = now - asOf; age > limit) {
        Error stale = problem("fact.stale", kind, id);
        stale.parameters.emplace_back("age", formatDuration(age));
        stale.parameters.emplace_back("limit", formatDuration(limit));
        return stale;
    }
    return LookedUpFact{kind, id, value, asOf, now};
}

std::string filledPath(std::string path, const std::string& id) {
    constexpr std::string_view mark = "{id}";
    if (const std::size_t at = path.find(mark); at != std::string::npos)
        path.replace(at, mark.size(), urlPart(id));
    return path;
}

} // namespace

FactSource::FactSource(Settings settings, ConnectorEnvironment environment)
    : m_settings(std::move(settings))
    , m_environment(std::move(environment)) {}

Result<FactSource> FactSource::open(const Settings& settings, const ConnectorEnvironment& environment) {
    FactSource source(settings, environment);
    if (!settings.url.empty() || settings.systems.empty()) {
        if (auto good = checkUrl(settings.url, "http,https"); !good)
            return good.error();
        auto token = tokenOf(settings.secret, "facts", environment);
        if (!token)
            return token.error();
        source.m_token = *token;
    }
    for (const documents::FactSystem& system : settings.systems) {
        if (auto good = checkUrl(system.url, "http,https"); !good)
            return good.error();
        auto token = tokenOf(system.secret, std::string(nameOf(system.fact)), environment);
        if (!token)
            return token.error();
        source.m_tokens[system.fact] = *token;
    }
    return source;
}

const documents::FactSystem* FactSource::systemOf(FactKind kind) const {
    for (const documents::FactSystem& system : m_settings.systems)
        if (system.fact == kind)
            return &system;
    return nullptr;
}

Result<LookedUpFact> FactSource::ask(FactKind kind, const std::string& id) const {
    const documents::FactSystem* const system = systemOf(kind);
    if (!system && m_settings.url.empty())
        return unreachable(kind, id, "no-source");
    HttpRequest request;
    request.method = "GET";
    request.url = system ? joinUrl(system->url, filledPath(system->path, id))
                         : joinUrl(m_settings.url, "/" + std::string(nameOf(kind)) + "/" + urlPart(id));
    request.headers = {"Accept: application/json"};
    if (const std::string& token = system ? m_tokens.at(kind) : m_token; !token.empty())
        request.headers.push_back(system && !system->header.empty() ? system->header + ": " + token
                                                                    : "Authorization: Bearer " + token);
    request.timeLimit = m_environment.timeLimit;
    request.caFile = m_environment.caFile;
    const HttpAnswer answer = call(request);
    if (answer.status == 404 || answer.status == 410)
        return problem("fact.missing", kind, id);
    if (answer.status != 200)
        return unreachable(kind, id,
                           answer.status == 0 ? answer.failure.code : "http-" + std::to_string(answer.status));
    const auto own = m_settings.limits.find(kind);
    const Duration limit = own == m_settings.limits.end() ? usualLimit(kind) : own->second;
    return system ? read(*system, id, answer.body, m_environment.now(), limit)
                  : read(kind, id, answer.body, m_environment.now(), limit);
}

Result<LookedUpFact> FactSource::read(FactKind kind, const std::string& id, const std::string& text, Instant now,
                                      Duration limit) {
    const auto json = parseJson(text);
    if (!json || json->context() == nullptr)
        return malformed(kind, id, "");
    const Value stated = json->member("asOf");
    const auto asOf = stated.text() ? parseInstant(*stated.text()) : Result<Instant>(Error{"time.not-rfc3339"});
    if (!asOf)
        return malformed(kind, id, "asOf");
    bool given = false;
    for (const auto& [name, value] : *json->context())
        given = given || name == "value";
    const Value value = json->member("value");
    if (given && value.isNull())
        return problem("fact.missing", kind, id);
    if (value.context() == nullptr)
        return malformed(kind, id, "value");
    return judged(kind, id, value, *asOf, now, limit);
}

Result<LookedUpFact> FactSource::read(const documents::FactSystem& system, const std::string& id,
                                      const std::string& text, Instant now, Duration limit) {
    const auto json = parseJson(text);
    if (!json || (json->context() == nullptr && json->list() == nullptr))
        return malformed(system.fact, id, "");
    Instant asOf = now;
    if (!system.asOf.empty()) {
        const Value stated = pointedAt(*json, system.asOf);
        const auto told = stated.text() ? parseInstant(*stated.text()) : Result<Instant>(Error{"time.not-rfc3339"});
        if (!told)
            return malformed(system.fact, id, system.asOf);
        asOf = *told;
    }
    Context value;
    for (const documents::FactPlace& place : system.values) {
        const auto form = formOf(system.fact, place.member);
        value.emplace_back(place.member, form ? placed(place, *form, *json) : pointedAt(*json, place.at));
    }
    return judged(system.fact, id, Value(std::move(value)), asOf, now, limit);
}

} // namespace wayreeve::execution
