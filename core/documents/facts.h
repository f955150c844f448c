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

/// Where one member of a fact stands in the answer of a system with a format of its own.
struct FactPlace {
    std::string member;         ///< "status", or a name of one's own beyond those that the kind needs
    std::string at;             ///< JSON Pointer (RFC 6901): "/order/total_price"
    std::string otherwise = {}; ///< stands in where the answer has null there, or nothing; empty = no fact then
    int per = 1;                ///< a number there is divided by this: seconds to minutes are per 60
    bool operator==(const FactPlace&) const = default;
};

/// A system that answers one kind in its own format: `GET {url}{path}`.
struct FactSystem {
    FactKind fact = FactKind::Order;
    std::string url;
    std::string path;   ///< begins with "/" and holds "{id}"
    std::string header; ///< which header carries the secret; empty = "Authorization: Bearer"
    std::string secret; ///< environment variable; empty = none is sent
    std::vector<FactPlace> values;
    std::string asOf = {}; ///< JSON Pointer of when it held (RFC 3339); empty = when the answer came
    bool operator==(const FactSystem&) const = default;
};

/// `facts` of workspace.yaml: who is asked in live runs.
struct FactSettings {
    std::string url;                 ///< of the kinds that no system below answers; empty = nobody
    std::string secret;              ///< the environment variable that holds the Bearer token; empty = none
    std::vector<FactSystem> systems; ///< at most one of a kind
    std::vector<FactLimit> limits;

    [[nodiscard]] bool asksAnybody() const { return !url.empty() || !systems.empty(); }
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
