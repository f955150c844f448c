#include "documents/connector_rules.h"

#include "base/one_line.h"
#include "documents/enum_names.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

struct Key {
    const char* name;
    bool given;
};

std::vector<Key> keysOf(const ConnectorSettings& c) {
    return {{"secret", !c.secret.empty()},
            {"user", !c.user.empty()},
            {"from", !c.from.empty()},
            {"unsubscribe", !c.unsubscribe.empty()},
            {"allow-plain", c.allowPlain},
            {"traits", !c.traits.empty()},
            {"channel", !c.channel.empty()},
            {"property", !c.property.empty()},
            {"ticket-trait", !c.ticketTrait.empty()},
            {"priority", !c.priority.empty()},
            {"tags", !c.tags.empty()}};
}

struct Kinds {
    std::vector<std::string_view> needed;
    std::vector<std::string_view> possible;
};

Kinds keysFor(ConnectorKind kind) {
    switch (kind) {
    case ConnectorKind::Email:
        return {{"from"}, {"secret", "user", "unsubscribe", "allow-plain"}};
    case ConnectorKind::Webhook:
        return {{"secret"}, {"traits"}};
    case ConnectorKind::Slack:
        return {{"secret", "channel"}, {}};
    case ConnectorKind::Hubspot:
        return {{"secret"}, {"property"}};
    case ConnectorKind::ZendeskTicket:
        return {{"secret", "user"}, {"priority", "tags"}};
    case ConnectorKind::ZendeskEscalation:
        return {{"secret", "user", "ticket-trait"}, {"priority"}};
    case ConnectorKind::MetaAudienceAdd:
    case ConnectorKind::MetaAudienceRemove:
        break;
    }
    return {{"secret"}, {}};
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isVariableName(const std::string& name) {
    return !(name.front() >= '0' && name.front() <= '9') && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace

void checkConnector(const ConnectorSettings& connector, const std::string& path, const ReportProblem& report) {
    if (connector.id == "http" || connector.id == "sandbox")
        report(path + "/id", {"document.reserved-id", {{"id", connector.id}}});
    const std::string kind(enumName(connector.kind));
    Kinds keys = keysFor(connector.kind);
    if (!connector.user.empty() && !has(keys.needed, "secret"))
        keys.needed.push_back("secret"); // a user without a password logs in nowhere
    for (const Key& key : keysOf(connector)) {
        if (!key.given && has(keys.needed, key.name))
            report(path, {"connector.missing-key", {{"key", key.name}, {"type", kind}}});
        if (key.given && !has(keys.needed, key.name) && !has(keys.possible, key.name))
            report(path + "/" + key.name, {"document.unfit-key", {{"key", key.name}, {"type", kind}}});
    }
    if (!connector.secret.empty() && !isVariableName(connector.secret))
        report(path + "/secret", {"connector.bad-secret-name", {{"name", connector.secret}}});
    const bool mail = connector.kind == ConnectorKind::Email;
    const auto starts = [&](std::string_view plain, std::string_view secure) {
        return connector.url.starts_with(plain) || connector.url.starts_with(secure);
    };
    if (mail ? !starts("smtp://", "smtps://") : !starts("http://", "https://"))
        report(path + "/url", {mail ? "connector.bad-mail-url" : "connector.bad-url", {{"url", connector.url}}});
    const auto oneLine = [&](const char* key, const std::string& text) {
        if (hasLineBreakOrControl(text))
            report(path + "/" + key, {"content.line-break", {}});
    };
    oneLine("user", connector.user);
    oneLine("from", connector.from);
    oneLine("unsubscribe", connector.unsubscribe);
    oneLine("channel", connector.channel);
}

namespace {

/// A token of RFC 9110: what a header's name is made of.
bool isHeaderName(const std::string& name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

void checkFactSystem(const FactSystem& system, const std::string& path, const ReportProblem& report) {
    if (!system.path.starts_with("/") || system.path.find("{id}") == std::string::npos ||
        hasLineBreakOrControl(system.path))
        report(path + "/path", {"fact.bad-path", {{"path", system.path}}});
    if (!isHeaderName(system.header))
        report(path + "/header", {"fact.bad-header", {{"name", system.header}}});
    const auto point = [&](const std::string& key, const std::string& at) {
        if (!at.starts_with("/"))
            report(path + "/" + key, {"fact.bad-pointer", {{"at", at}}});
    };
    for (std::size_t i = 0; i < system.values.size(); ++i)
        point("values/#" + std::to_string(i) + "/at", system.values[i].at);
    if (!system.asOf.empty())
        point("as-of", system.asOf);
    for (const FactMember& member : membersOf(system.fact))
        if (std::none_of(system.values.begin(), system.values.end(),
                         [&](const FactPlace& place) { return place.member == member.name; }))
            report(path + "/values",
                   {"fact.unmapped", {{"kind", std::string(nameOf(system.fact))}, {"key", std::string(member.name)}}});
}

} // namespace

void checkFacts(const FactSettings& facts, const std::string& path, const ReportProblem& report) {
    const auto called = [&](const std::string& where, const std::string& url, const std::string& secret) {
        if (!url.starts_with("http://") && !url.starts_with("https://"))
            report(where + "/url", {"connector.bad-url", {{"url", url}}});
        if (!secret.empty() && !isVariableName(secret))
            report(where + "/secret", {"connector.bad-secret-name", {{"name", secret}}});
    };
    if (!facts.url.empty())
        called(path, facts.url, facts.secret);
    for (std::size_t i = 0; i < facts.systems.size(); ++i) {
        const FactSystem& system = facts.systems[i];
        const std::string where = path + "/systems/#" + std::to_string(i);
        called(where, system.url, system.secret);
        checkFactSystem(system, where, report);
        for (std::size_t k = 0; k < i; ++k)
            if (facts.systems[k].fact == system.fact)
                report(where + "/fact", {"fact.two-systems", {{"kind", std::string(nameOf(system.fact))}}});
    }
}

} // namespace wayreeve::documents
