#pragma once

#include "base/decimal.h"
#include "documents/memory_plan.h"
#include "documents/vocabulary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::documents {

enum class PropertyType : std::uint8_t { Text, Number, Boolean, Date, DateTime, List };

struct Property {
    std::string id;
    PropertyType type = PropertyType::Text;
    bool required = false;
    bool personal = false;           ///< sealed and never shown outside the customer's own page
    std::vector<std::string> values; ///< allowed texts; empty = any
    std::string object{}; ///< of an event's property: the kind of object whose id it is (flight, case); empty = of none
    bool operator==(const Property&) const = default;
};

/// What a customer does about a contact.
enum class Response : std::uint8_t { None, Opened, Clicked, Replied, Answered };
[[nodiscard]] std::string_view nameOf(Response response);

struct PlannedEvent {
    std::string name; ///< "Object Action": "Order Completed"
    std::vector<Property> properties;
    Response response = Response::None; ///< it is one to a contact …
    Channel channel = Channel::None;    ///< … on this channel; None = on the one that its property `channel` names
    bool operator==(const PlannedEvent&) const = default;
};

/// A part of an account's health: so many of the 100 points, times a share.
struct HealthPart {
    std::string id;
    std::string name;
    Decimal points;    ///< all parts' add up to 100
    std::string value; ///< FEEL over account.* and measures: the share, cut to 0 … 1; null counts as 0
    bool operator==(const HealthPart&) const = default;
};

/// What is known of accounts, Segment's groups (P5). Without traits a workspace has no accounts.
struct AccountPlan {
    std::vector<Property> traits;
    std::string contractDate;       ///< the trait that says until when the contract runs; empty = none
    std::string role;               ///< the customer trait that says what somebody is in the account; empty = none
    std::vector<HealthPart> health; ///< empty = no health
    [[nodiscard]] bool isUsed() const { return !traits.empty(); }
    [[nodiscard]] const Property* trait(std::string_view id) const;
    bool operator==(const AccountPlan&) const = default;
};

/// Events and customer traits that the workspace expects (D5).
struct TrackingPlan {
    std::vector<PlannedEvent> events;
    std::vector<Property> traits;
    AccountPlan accounts{};
    LifetimePlan lifetime{};
    PromisePlan promises{};
    [[nodiscard]] const PlannedEvent* event(std::string_view name) const;
    [[nodiscard]] const Property* trait(std::string_view id) const;
    bool operator==(const TrackingPlan&) const = default;
};

} // namespace wayreeve::documents
