#pragma once

#include <string>
#include <vector>

namespace wayreeve::documents {

enum class PropertyType : std::uint8_t { Text, Number, Boolean, Date, DateTime, List };

struct Property {
    std::string id;
    PropertyType type = PropertyType::Text;
    bool required = false;
    bool personal = false;           ///< sealed and never shown outside the customer's own page
    std::vector<std::string> values; ///< allowed texts; empty = any
    bool operator==(const Property&) const = default;
};

struct PlannedEvent {
    std::string name; ///< "Object Action": "Order Completed"
    std::vector<Property> properties;
    bool operator==(const PlannedEvent&) const = default;
};

/// Events and customer traits that the workspace expects (D5).
struct TrackingPlan {
    std::vector<PlannedEvent> events;
    std::vector<Property> traits;
    [[nodiscard]] const PlannedEvent* event(std::string_view name) const;
    [[nodiscard]] const Property* trait(std::string_view id) const;
    bool operator==(const TrackingPlan&) const = default;
};

} // namespace wayreeve::documents
