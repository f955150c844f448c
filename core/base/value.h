#pragma once

#include "base/decimal.h"
#include "base/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wayreeve {

class Value;
using List = std::vector<Value>;
/// A FEEL context or JSON object: keys in the order they were written.
using Context = std::vector<std::pair<std::string, Value>>;

struct Date {
    std::int32_t dayNumber = 0; ///< days since 1970-01-01
    auto operator<=>(const Date&) const = default;
};
struct TimeOfDay {
    std::int32_t msOfDay = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};
/// A FEEL years-and-months duration.
struct Months {
    std::int64_t count = 0;
    auto operator<=>(const Months&) const = default;
};

/// One value as rules, events and records know it: FEEL's types (DMN 1.3 §10.3.2), which hold JSON's too.
/// Copying is cheap: text, lists and contexts are shared and immutable. Equality is structural;
/// the order of a context's keys does not count.
class Value {
public:
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow" // GCC takes a scoped enumerator for a shadow of the namespace's name
    enum class Type : std::uint8_t {
        Null,
        Boolean,
        Number,
        Text,
        Date,
        Time,
        DateTime,
        Duration,
        Months,
        List,
        Context
    };
#pragma GCC diagnostic pop

    Value() = default; ///< null
    Value(bool b)
        : m_data(b) {}
    Value(Decimal d)
        : m_data(d) {}
    Value(int i)
        : m_data(Decimal(i)) {}
    Value(std::int64_t i)
        : m_data(Decimal(i)) {}
    Value(std::string text)
        : m_data(std::make_shared<const std::string>(std::move(text))) {}
    Value(const char* text)
        : Value(std::string(text)) {}
    Value(Date d)
        : m_data(d) {}
    Value(TimeOfDay t)
        : m_data(t) {}
    Value(Instant t)
        : m_data(t) {}
    Value(Duration d)
        : m_data(d) {}
    Value(Months m)
        : m_data(m) {}
    Value(List list)
        : m_data(std::make_shared<const List>(std::move(list))) {}
    Value(Context context)
        : m_data(std::make_shared<const Context>(std::move(context))) {}
    static Value fromDouble(double number); ///< null for NaN and infinities

    [[nodiscard]] Type type() const {
        return static_cast<Type>(m_data.index());
    }
    [[nodiscard]] bool isNull() const {
        return m_data.index() == 0;
    }

    // Each answers nullptr where the value is of another type.
    [[nodiscard]] const bool* boolean() const {
        return std::get_if<bool>(&m_data);
    }
    [[nodiscard]] const Decimal* number() const {
        return std::get_if<Decimal>(&m_data);
    }
    [[nodiscard]] const std::string* text() const;
    [[nodiscard]] const Date* date() const {
        return std::get_if<Date>(&m_data);
    }
    [[nodiscard]] const TimeOfDay* time() const {
        return std::get_if<TimeOfDay>(&m_data);
    }
    [[nodiscard]] const Instant* dateTime() const {
        return std::get_if<Instant>(&m_data);
    }
    [[nodiscard]] const Duration* duration() const {
        return std::get_if<Duration>(&m_data);
    }
    [[nodiscard]] const Months* months() const {
        return std::get_if<Months>(&m_data);
    }
    [[nodiscard]] const List* list() const;
    [[nodiscard]] const Context* context() const;

    [[nodiscard]] bool isTrue() const; ///< boolean and true
    [[nodiscard]] double toDouble(double otherwise = 0.0) const;
    [[nodiscard]] std::string toText()
        const; ///< text as it is, other scalars as FEEL's string() writes them, "" for null, lists and contexts as JSON
    /// The member of a context, or null.
    [[nodiscard]] Value member(std::string_view name) const;
    /// "shipping.city" walks contexts; null where anything is missing.
    [[nodiscard]] Value path(std::string_view dotted) const;

    bool operator==(const Value& o) const;

private:
    std::variant<std::monostate, bool, Decimal, std::shared_ptr<const std::string>, Date, TimeOfDay, Instant, Duration,
                 Months, std::shared_ptr<const List>, std::shared_ptr<const Context>>
        m_data;
};

[[nodiscard]] std::string_view typeName(Value::Type type); ///< FEEL's names: "number", "string", "date and time", …

} // namespace wayreeve
