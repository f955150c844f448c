#include "documents/facts.h"

#include "documents/enum_names.h"

#include <array>

namespace wayreeve::documents {

namespace {

constexpr std::array<FactMember, 2> orderMembers{{{"status", FactForm::Text}, {"total", FactForm::Number}}};
constexpr std::array<FactMember, 1> stockMembers{{{"available", FactForm::Number}}};
constexpr std::array<FactMember, 1> marginMembers{{{"share", FactForm::Number}}};
constexpr std::array<FactMember, 2> flightMembers{{{"status", FactForm::Text}, {"delay_minutes", FactForm::Number}}};
constexpr std::array<FactMember, 2> knowledgeMembers{{{"title", FactForm::Text}, {"text", FactForm::Text}}};
constexpr std::array<FactMember, 1> identityMembers{{{"verified", FactForm::Boolean}}};

bool fits(const Value& value, FactForm form) {
    switch (form) {
    case FactForm::Text:
        return value.text() != nullptr && !value.text()->empty();
    case FactForm::Number:
        return value.number() != nullptr;
    case FactForm::Boolean:
        break;
    }
    return value.boolean() != nullptr;
}

} // namespace

std::string_view nameOf(FactKind kind) {
    return enumName(kind);
}

std::span<const FactMember> membersOf(FactKind kind) {
    switch (kind) {
    case FactKind::Order:
        return orderMembers;
    case FactKind::Stock:
        return stockMembers;
    case FactKind::Margin:
        return marginMembers;
    case FactKind::FlightStatus:
        return flightMembers;
    case FactKind::Knowledge:
        return knowledgeMembers;
    case FactKind::Identity:
        break;
    }
    return identityMembers;
}

std::optional<std::string_view> unfitMember(FactKind kind, const Value& value) {
    for (const FactMember& member : membersOf(kind))
        if (!fits(value.member(std::string(member.name)), member.form))
            return member.name;
    return std::nullopt;
}

Duration usualLimit(FactKind kind) {
    switch (kind) {
    case FactKind::Order:
        return Duration::minutes(15);
    case FactKind::Margin:
        return Duration::days(1);
    case FactKind::Knowledge:
        return Duration::days(7);
    case FactKind::Identity:
        return Duration::minutes(10);
    case FactKind::Stock:
    case FactKind::FlightStatus:
        break;
    }
    return Duration::minutes(5);
}

Duration limitOf(const FactSettings& settings, FactKind kind) {
    for (const FactLimit& limit : settings.limits)
        if (limit.fact == kind)
            return limit.within;
    return usualLimit(kind);
}

} // namespace wayreeve::documents
