#pragma once

#include "base/value.h"
#include "documents/tracking_plan.h"

#include <optional>
#include <string>
#include <string_view>

namespace wayreeve::perception {

/// The property of that id: a member of that name, else the dotted path ("shipping.city"); null where missing.
[[nodiscard]] Value propertyOf(const Value& properties, const std::string& id);

/// A JSON value as the planned type: texts become dates ("2026-03-02") and instants (RFC 3339) where the plan says so.
/// nullopt where it does not fit. Null fits nothing. Allowed texts are not looked at.
[[nodiscard]] std::optional<Value> asPlanned(const Value& value, documents::PropertyType type);

/// Whether a text is one of the property's allowed ones; true without a list, and for other types.
[[nodiscard]] bool isAllowed(const Value& value, const documents::Property& property);

[[nodiscard]] std::string_view nameOf(documents::PropertyType type); ///< "text", "date-time", as in YAML

} // namespace wayreeve::perception
