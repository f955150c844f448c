#include "perception/property_value.h"

#include "base/civil.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

using documents::PropertyType;

/// "2026-03-02"; four-digit years only, as RFC 3339 has them.
std::optional<Date> dateOf(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto digits = [&](std::size_t from, std::size_t count) {
        int number = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9')
                return -1;
            number = number * 10 + (text[i] - '0');
        }
        return number;
    };
    const int year = digits(0, 4);
    const int month = digits(5, 2);
    const int day = digits(8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return std::nullopt;
    return Date{static_cast<std::int32_t>(daysFromCivil(year, month, day))};
}

std::optional<Value> when(bool fits, const Value& value) {
    return fits ? std::optional(value) : std::nullopt;
}

} // namespace

Value propertyOf(const Value& properties, const std::string& id) {
    Value value = properties.member(id);
    return value.isNull() && id.find('.') != std::string::npos ? properties.path(id) : value;
}

std::optional<Value> asPlanned(const Value& value, PropertyType type) {
    switch (type) {
    case PropertyType::Text:
        return when(value.text(), value);
    case PropertyType::Number:
        return when(value.number(), value);
    case PropertyType::Boolean:
        return when(value.boolean(), value);
    case PropertyType::List:
        return when(value.list(), value);
    case PropertyType::Date:
        if (value.text())
            if (const auto date = dateOf(*value.text()))
                return Value(*date);
        return when(value.date(), value);
    case PropertyType::DateTime:
        if (value.text())
            if (const auto instant = parseInstant(*value.text()); instant.ok())
                return Value(*instant);
        return when(value.dateTime(), value);
    }
    return std::nullopt;
}

bool isAllowed(const Value& value, const documents::Property& property) {
    return property.values.empty() || !value.text() ||
           std::find(property.values.begin(), property.values.end(), *value.text()) != property.values.end();
}

std::string_view nameOf(PropertyType type) {
    switch (type) {
    case PropertyType::Text:
        return "text";
    case PropertyType::Number:
        return "number";
    case PropertyType::Boolean:
        return "boolean";
    case PropertyType::Date:
        return "date";
    case PropertyType::DateTime:
        return "date-time";
    case PropertyType::List:
        return "list";
    }
    return {};
}

} // namespace wayreeve::perception
