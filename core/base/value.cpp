#include "base/value.h"

#include "base/json.h"

#include <array>
#include <cstdio>

namespace wayreeve {

namespace {

std::string withFraction(std::int64_t seconds, std::int64_t ms) {
    std::string text = std::to_string(seconds);
    if (ms == 0)
        return text;
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(ms));
    text += buffer.data();
    while (text.back() == '0')
        text.pop_back();
    return text;
}

std::string durationText(Duration duration) {
    if (duration.ms == 0)
        return "PT0S";
    const bool negative = duration.ms < 0;
    // Unsigned: the most negative number has no positive counterpart.
    const std::uint64_t size =
        negative ? 0 - static_cast<std::uint64_t>(duration.ms) : static_cast<std::uint64_t>(duration.ms);
    const auto part = [&](std::uint64_t unit, std::uint64_t modulus) {
        return static_cast<std::int64_t>(size / unit % modulus);
    };
    const std::int64_t days = static_cast<std::int64_t>(size / 86'400'000);
    const std::int64_t hours = part(3'600'000, 24), minutes = part(60'000, 60), seconds = part(1000, 60),
                       ms = part(1, 1000);
    std::string text = negative ? "-P" : "P";
    if (days != 0)
        text += std::to_string(days) + 'D';
    if (hours != 0 || minutes != 0 || seconds != 0 || ms != 0)
        text += 'T';
    if (hours != 0)
        text += std::to_string(hours) + 'H';
    if (minutes != 0)
        text += std::to_string(minutes) + 'M';
    if (seconds != 0 || ms != 0)
        text += withFraction(seconds, ms) + 'S';
    return text;
}

std::string monthsText(Months months) {
    const std::int64_t years = months.count / 12, rest = months.count % 12;
    std::string text = months.count < 0 ? "-P" : "P";
    if (years != 0)
        text += std::to_string(years < 0 ? -years : years) + 'Y';
    if (rest != 0 || years == 0)
        text += std::to_string(rest < 0 ? -rest : rest) + 'M';
    return text;
}

std::string dateText(Date date) {
    const std::string whole = formatInstant({std::int64_t{date.dayNumber} * 86'400'000});
    return whole.substr(0, whole.find('T'));
}

std::string timeText(TimeOfDay time) {
    const std::string whole = formatInstant({time.msOfDay}); // "1970-01-01T14:07:00.250Z"
    return whole.substr(11, whole.size() - 12);
}

bool sameContext(const Context& a, const Context& b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].first == b[i].first) {
            if (!(a[i].second == b[i].second))
                return false;
            continue;
        }
        bool found = false; // the order of keys means nothing
        for (const auto& [key, value] : b)
            if (key == a[i].first) {
                found = value == a[i].second;
                break;
            }
        if (!found)
            return false;
    }
    return true;
}

} // namespace

Value Value::fromDouble(double number) {
    const auto decimal = Decimal::fromDouble(number);
    return decimal ? Value(*decimal) : Value();
}

const std::string* Value::text() const {
    const auto* held = std::get_if<std::shared_ptr<const std::string>>(&m_data);
    return held != nullptr ? held->get() : nullptr;
}

const List* Value::list() const {
    const auto* held = std::get_if<std::shared_ptr<const List>>(&m_data);
    return held != nullptr ? held->get() : nullptr;
}

const Context* Value::context() const {
    const auto* held = std::get_if<std::shared_ptr<const Context>>(&m_data);
    return held != nullptr ? held->get() : nullptr;
}

bool Value::isTrue() const {
    const bool* held = boolean();
    return held != nullptr && *held;
}

double Value::toDouble(double otherwise) const {
    const Decimal* held = number();
    return held != nullptr ? held->toDouble() : otherwise;
}

std::string Value::toText() const {
    switch (type()) {
    case Type::Null:
        return {};
    case Type::Boolean:
        return isTrue() ? "true" : "false";
    case Type::Number:
        return number()->toString();
    case Type::Text:
        return *text();
    case Type::Date:
        return dateText(*date());
    case Type::Time:
        return timeText(*time());
    case Type::DateTime:
        return formatInstant(*dateTime());
    case Type::Duration:
        return durationText(*duration());
    case Type::Months:
        return monthsText(*months());
    case Type::List:
    case Type::Context:
        break;
    }
    return writeJson(*this);
}

Value Value::member(std::string_view name) const {
    if (const Context* held = context())
        for (const auto& [key, value] : *held)
            if (key == name)
                return value;
    return {};
}

Value Value::path(std::string_view dotted) const {
    const std::size_t dot = dotted.find('.');
    const Value first = member(dotted.substr(0, dot));
    return dot == std::string_view::npos ? first : first.path(dotted.substr(dot + 1));
}

bool Value::operator==(const Value& o) const {
    if (m_data.index() != o.m_data.index())
        return false;
    switch (type()) {
    case Type::Text:
        return *text() == *o.text();
    case Type::List:
        return list() == o.list() || *list() == *o.list();
    case Type::Context:
        return context() == o.context() || sameContext(*context(), *o.context());
    default:
        return m_data == o.m_data;
    }
}

std::string_view typeName(Value::Type type) {
    constexpr std::array<std::string_view, 11> names{"null",
                                                     "boolean",
                                                     "number",
                                                     "string",
                                                     "date",
                                                     "time",
                                                     "date and time",
                                                     "days and time duration",
                                                     "years and months duration",
                                                     "list",
                                                     "context"};
    return names[static_cast<std::size_t>(type)];
}

} // namespace wayreeve
