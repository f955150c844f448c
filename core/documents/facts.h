#pragma once

#include "base/time.h"
#include "base/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::documents {

/// What can be asked of systems of record (X4).
enum class FactKind : std::uint8_t { Order, Stock, Margin, FlightStatus, Knowledge, Identity };
[[nodiscard]] std::string_view nameOf(FactKind kind); ///< as in addresses: "order", "flight-status"

/// One fact that an action cannot do without: its kind, and which one, as FEEL.
struct FactNeed {
    FactKind fact = FactKind::Stock;
    std::string id;
    bool operator==(const FactNeed&) const = default;
};

/// How old a fact of a kind may be where it is used.
struct FactLimit {
    FactKind fact = FactKind::Stock;
    Duration within = Duration::minutes(5);
    bool operator==(const FactLimit&) const = default;
};

/// `facts` of workspace.yaml: who is asked in live runs.
struct FactSettings {
    std::string url;    ///< empty = nobody
    std::string secret; ///< the environment variable that holds the Bearer token; empty = none
    std::vector<FactLimit> limits;
    bool operator==(const FactSettings&) const = default;
};

/// How old a fact may be: the workspace's limit, else stock and flight status 5 min, identity 10 min, order 15 min,
/// margin 1 day, knowledge 7 days.
[[nodiscard]] Duration usualLimit(FactKind kind);
[[nodiscard]] Duration limitOf(const FactSettings& settings, FactKind kind);

enum class FactForm : std::uint8_t { Text, Number, Boolean };
struct FactMember {
    std::string_view name;
    FactForm form;
};
/// What a kind's value cannot do without; more may come. Rules see each as fact.KIND_MEMBER ("fact.stock_available").
[[nodiscard]] std::span<const FactMember> membersOf(FactKind kind);
/// The first member that is missing or of another form; nothing where the value is whole.
[[nodiscard]] std::optional<std::string_view> unfitMember(FactKind kind, const Value& value);

} // namespace wayreeve::documents
