#pragma once

#include "documents/workspace.h"

#include <array>
#include <cstddef>
#include <string_view>

/// The YAML spelling of every enumeration, in the enumerators' order.
namespace wayreeve::documents {

template <class E>
struct EnumNames;

template <class E>
concept NamedEnum = requires {
    EnumNames<E>::names.size();
};

#define WAYREEVE_ENUM_NAMES(E, N, ...)                                                                                 \
    template <>                                                                                                        \
    struct EnumNames<E> {                                                                                              \
        static constexpr std::array<std::string_view, N> names{__VA_ARGS__};                                           \
    }

WAYREEVE_ENUM_NAMES(Risk, 3, "low", "medium", "high");
WAYREEVE_ENUM_NAMES(Reversibility, 3, "reversible", "costly", "irreversible");
WAYREEVE_ENUM_NAMES(AutonomyLevel, 3, "assisted", "supervised", "autonomous");
WAYREEVE_ENUM_NAMES(Slot, 3, "marketing", "service", "operation");
WAYREEVE_ENUM_NAMES(Channel, 8, "none", "email", "in-app", "web", "sms", "call", "support", "ads");
WAYREEVE_ENUM_NAMES(Arm, 3, "agentic", "control", "baseline");
WAYREEVE_ENUM_NAMES(Factor, 7, "outcome", "fatigue", "context", "value", "lever", "cost", "harm");
WAYREEVE_ENUM_NAMES(ConnectorKind, 8, "email", "webhook", "slack", "hubspot", "zendesk-ticket", "zendesk-escalation",
                    "meta-audience-add", "meta-audience-remove");
WAYREEVE_ENUM_NAMES(FactKind, 6, "order", "stock", "margin", "flight-status", "knowledge", "identity");
WAYREEVE_ENUM_NAMES(Approval, 2, "one-person", "four-eyes");
WAYREEVE_ENUM_NAMES(SafeDefault, 3, "nothing", "baseline", "handoff");
WAYREEVE_ENUM_NAMES(Evidence, 3, "none", "partly", "full");
WAYREEVE_ENUM_NAMES(NodeType, 11, "entry", "wait", "wait-for", "branch", "action", "agent-decision", "handoff",
                    "experiment", "update", "link", "exit");
WAYREEVE_ENUM_NAMES(ReEntry, 3, "never", "after", "always");
WAYREEVE_ENUM_NAMES(Role, 5, "viewer", "designer", "approver", "policy-owner", "administrator");
WAYREEVE_ENUM_NAMES(PolicyStrength, 3, "hard", "soft", "learned");
WAYREEVE_ENUM_NAMES(PolicyType, 10, "consent", "cap", "quiet-hours", "discount-cap", "margin-floor", "conflict",
                    "suitability", "budget", "inventory", "rule");
WAYREEVE_ENUM_NAMES(CapPer, 4, "customer", "channel", "action", "account");
WAYREEVE_ENUM_NAMES(Subject, 2, "person", "account");
WAYREEVE_ENUM_NAMES(CapWindow, 2, "local-day", "rolling");
WAYREEVE_ENUM_NAMES(PropertyType, 6, "text", "number", "boolean", "date", "date-time", "list");
WAYREEVE_ENUM_NAMES(Response, 5, "none", "opened", "clicked", "replied", "answered");
WAYREEVE_ENUM_NAMES(rules::MeasureFunction, 10, "count", "sum", "average", "minimum", "maximum", "last", "distinct",
                    "followed", "unanswered", "decayed");
WAYREEVE_ENUM_NAMES(rules::MeasureWindow::Kind, 3, "all", "rolling", "calendar-days");

WAYREEVE_ENUM_NAMES(rules::HitPolicy, 10, "unique", "any", "first", "priority", "collect", "output-order", "sum",
                    "minimum", "maximum", "count");
WAYREEVE_ENUM_NAMES(rules::Type, 12, "any", "null", "boolean", "number", "text", "date", "time", "date-time",
                    "duration", "months", "list", "context");

#undef WAYREEVE_ENUM_NAMES

template <NamedEnum E>
constexpr std::string_view enumName(E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < EnumNames<E>::names.size() ? EnumNames<E>::names[index] : std::string_view{};
}

} // namespace wayreeve::documents
