#include "rules/functions_time.h"

#include "base/civil.h"
#include "rules/temporal.h"

#include <array>
#include <optional>

namespace wayreeve::rules::function {

namespace {

/// The civil day of a date, or of a date and time in the zone.
std::optional<std::int64_t> dayIn(const Value& value, Scope& scope) {
    if (!inRange(value))
        return std::nullopt;
    if (const Date* d = value.date())
        return d->dayNumber;
    if (const Instant* instant = value.dateTime())
        return localMoment(*instant, scope.zone()).dayNumber;
    return std::nullopt;
}

std::optional<std::int64_t> whole(const Value& value) {
    return value.number() ? value.number()->toInteger() : std::nullopt;
}

} // namespace

Value now(std::span<const Value>, Scope& scope) {
    return scope.now();
}

Value today(std::span<const Value>, Scope& scope) {
    const Value instant = scope.now();
    const std::optional<std::int64_t> day = dayIn(instant, scope);
    return day ? checkedDate(*day) : Value();
}

Value date(std::span<const Value> arguments, Scope& scope) {
    if (arguments.size() == 3) {
        const std::optional<std::int64_t> year = whole(arguments[0]);
        const std::optional<std::int64_t> month = whole(arguments[1]);
        const std::optional<std::int64_t> day = whole(arguments[2]);
        return year && month && day ? dateOf(*year, *month, *day) : Value();
    }
    if (arguments.size() != 1)
        return {};
    if (const std::string* text = arguments[0].text())
        return parseDate(*text);
    const std::optional<std::int64_t> day = dayIn(arguments[0], scope);
    return day ? checkedDate(*day) : Value();
}

Value time(std::span<const Value> arguments, Scope& scope) {
    if (arguments.size() == 3) {
        const std::optional<std::int64_t> hour = whole(arguments[0]);
        const std::optional<std::int64_t> minute = whole(arguments[1]);
        const Decimal* second = arguments[2].number();
        return hour && minute && second ? timeOf(*hour, *minute, *second) : Value();
    }
    if (arguments.size() != 1)
        return {};
    const Value& from = arguments[0];
    if (const std::string* text = from.text())
        return parseTime(*text);
    if (from.time())
        return from;
    if (from.dateTime() && inRange(from))
        return TimeOfDay{static_cast<std::int32_t>(localMoment(*from.dateTime(), scope.zone()).msOfDay)};
    return {};
}

Value dateAndTime(std::span<const Value> arguments, Scope& scope) {
    if (arguments.size() == 2) {
        const std::optional<std::int64_t> day = dayIn(arguments[0], scope);
        const TimeOfDay* of = arguments[1].time();
        return day && of && of->msOfDay >= 0 && of->msOfDay < 86'400'000 ? dateTimeAt(*day, of->msOfDay, scope.zone())
                                                                         : Value();
    }
    const Value& from = arguments[0];
    if (from.dateTime())
        return from;
    if (!from.text())
        return {};
    bool local = false;
    Value absolute = parseDateTime(*from.text(), Zone(), local);
    return local ? parseDateTime(*from.text(), scope.zone(), local) : absolute;
}

Value duration(std::span<const Value> arguments, Scope&) {
    const std::string* text = arguments[0].text();
    return text ? parseIsoDuration(*text) : Value();
}

Value yearsAndMonthsDuration(std::span<const Value> arguments, Scope& scope) {
    const std::optional<std::int64_t> from = dayIn(arguments[0], scope);
    const std::optional<std::int64_t> to = dayIn(arguments[1], scope);
    return from && to ? checkedMonths(monthsBetween(*from, *to)) : Value();
}

Value dayOfWeek(std::span<const Value> arguments, Scope& scope) {
    constexpr std::array<const char*, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
    const std::optional<std::int64_t> day = dayIn(arguments[0], scope);
    if (!day)
        return {};
    const std::int64_t fromMonday = *day + 3 - floorDivide(*day + 3, 7) * 7; // 1970-01-01 was a Thursday
    return names[static_cast<std::size_t>(fromMonday)];
}

} // namespace wayreeve::rules::function
