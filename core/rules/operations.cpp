#include "rules/operations.h"

#include "base/civil.h"
#include "rules/temporal.h"

#include <optional>

namespace wayreeve::rules {

namespace {

constexpr std::int64_t dayMs = 86'400'000;

Truth holds(Operator op, std::strong_ordering order) {
    switch (op) {
    case Operator::Equal:
        return truthOf(order == 0);
    case Operator::NotEqual:
        return truthOf(order != 0);
    case Operator::Less:
        return truthOf(order < 0);
    case Operator::LessEqual:
        return truthOf(order <= 0);
    case Operator::Greater:
        return truthOf(order > 0);
    case Operator::GreaterEqual:
        return truthOf(order >= 0);
    default:
        return Truth::Null;
    }
}

/// Most prices and counts share their number of decimals: then the coefficients say it.
std::strong_ordering order(const Decimal& a, const Decimal& b) {
    return a.exponent() == b.exponent() ? a.coefficient() <=> b.coefficient() : a <=> b;
}

Truth equality(Operator op, bool equal) {
    return truthOf(equal == (op == Operator::Equal));
}

Value number(const std::optional<Decimal>& result) {
    return result ? Value(*result) : Value();
}

Value wholeNumber(const std::optional<Decimal>& result, Value (*make)(std::int64_t)) {
    const std::optional<std::int64_t> whole = result ? result->rounded(0).toInteger() : std::nullopt;
    return whole ? make(*whole) : Value();
}

Value numbers(Operator op, const Decimal& a, const Decimal& b) {
    switch (op) {
    case Operator::Add:
        return number(a.plus(b));
    case Operator::Subtract:
        return number(a.minus(b));
    case Operator::Multiply:
        return number(a.times(b));
    case Operator::Divide:
        return number(a.dividedBy(b));
    case Operator::Power:
        return number(a.power(b));
    default:
        return {};
    }
}

Value scaled(Operator op, std::int64_t length, const Decimal& by, Value (*make)(std::int64_t)) {
    if (op == Operator::Multiply)
        return wholeNumber(Decimal(length).times(by), make);
    return op == Operator::Divide ? wholeNumber(Decimal(length).dividedBy(by), make) : Value();
}

/// Both durations or both months: sums, differences and ratios.
Value lengths(Operator op, std::int64_t a, std::int64_t b, Value (*make)(std::int64_t)) {
    if (op == Operator::Add)
        return make(a + b);
    if (op == Operator::Subtract)
        return make(a - b);
    return op == Operator::Divide ? number(Decimal(a).dividedBy(Decimal(b))) : Value();
}

Value shiftedDate(Date date, const Value& by, std::int64_t sign) {
    if (const Months* months = by.months())
        return checkedDate(dayPlusMonths(date.dayNumber, sign * months->count));
    if (const Duration* duration = by.duration())
        return checkedDate(floorDivide(date.dayNumber * dayMs + sign * duration->ms, dayMs));
    return {};
}

Value shiftedInstant(Instant instant, const Value& by, std::int64_t sign, Scope& scope) {
    if (const Duration* duration = by.duration())
        return checkedInstant(instant.ms + sign * duration->ms);
    if (const Months* months = by.months()) {
        const LocalMoment local = localMoment(instant, scope.zone());
        return dateTimeAt(dayPlusMonths(local.dayNumber, sign * months->count), local.msOfDay, scope.zone());
    }
    return {};
}

Value shiftedTime(TimeOfDay time, const Value& by, std::int64_t sign) {
    const Duration* duration = by.duration();
    if (!duration)
        return {};
    const std::int64_t ms = time.msOfDay + sign * duration->ms;
    return TimeOfDay{static_cast<std::int32_t>(ms - floorDivide(ms, dayMs) * dayMs)};
}

Value shifted(const Value& a, const Value& by, std::int64_t sign, Scope& scope) {
    if (const Instant* instant = a.dateTime())
        return shiftedInstant(*instant, by, sign, scope);
    if (const Date* date = a.date())
        return shiftedDate(*date, by, sign);
    if (const TimeOfDay* time = a.time())
        return shiftedTime(*time, by, sign);
    return {};
}

Value difference(const Value& a, const Value& b) {
    if (a.dateTime() && b.dateTime())
        return checkedDuration(a.dateTime()->ms - b.dateTime()->ms);
    if (a.date() && b.date())
        return checkedDuration((std::int64_t{a.date()->dayNumber} - b.date()->dayNumber) * dayMs);
    if (a.time() && b.time())
        return checkedDuration(std::int64_t{a.time()->msOfDay} - b.time()->msOfDay);
    return {};
}

Value partOfDay(std::int64_t dayNumber, const std::string& name) {
    const CivilDate date = civilFromDays(dayNumber);
    if (name == "year")
        return date.year;
    if (name == "month")
        return date.month;
    if (name == "day")
        return date.day;
    if (name == "weekday") // ISO: Monday is 1; 1970-01-01 was a Thursday
        return dayNumber + 3 - floorDivide(dayNumber + 3, 7) * 7 + 1;
    return {};
}

Value partOfTime(std::int64_t msOfDay, const std::string& name) {
    if (name == "hour")
        return msOfDay / 3'600'000;
    if (name == "minute")
        return msOfDay / 60'000 % 60;
    if (name == "second")
        return Decimal::fromParts(msOfDay % 60'000, -3);
    return {};
}

Value partOfDuration(std::int64_t ms, const std::string& name) {
    if (name == "days")
        return ms / dayMs;
    if (name == "hours")
        return ms / 3'600'000 % 24;
    if (name == "minutes")
        return ms / 60'000 % 60;
    if (name == "seconds")
        return Decimal::fromParts(ms % 60'000, -3);
    return {};
}

} // namespace

Truth truthOf(const Value& value) {
    const bool* b = value.boolean();
    return b ? truthOf(*b) : Truth::Null;
}

Value valueOf(Truth truth) {
    return truth == Truth::Null ? Value() : Value(truth == Truth::True);
}

Truth compare(Operator op, const Value& a, const Value& b) {
    const bool equalityAsked = op == Operator::Equal || op == Operator::NotEqual;
    if (a.type() != b.type()) {
        const bool nullSide = a.isNull() || b.isNull();
        return equalityAsked && nullSide ? equality(op, false) : Truth::Null;
    }
    switch (a.type()) {
    case Value::Type::Number:
        return holds(op, order(*a.number(), *b.number()));
    case Value::Type::Text:
        return holds(op, a.text()->compare(*b.text()) <=> 0);
    case Value::Type::Date:
        return holds(op, *a.date() <=> *b.date());
    case Value::Type::Time:
        return holds(op, *a.time() <=> *b.time());
    case Value::Type::DateTime:
        return holds(op, *a.dateTime() <=> *b.dateTime());
    case Value::Type::Duration:
        return holds(op, *a.duration() <=> *b.duration());
    case Value::Type::Months:
        return holds(op, *a.months() <=> *b.months());
    default:
        return equalityAsked ? equality(op, a == b) : Truth::Null;
    }
}

Value arithmetic(Operator op, const Value& a, const Value& b, Scope& scope) {
    const Decimal* left = a.number();
    const Decimal* right = b.number();
    if (left && right)
        return numbers(op, *left, *right);
    if (a.isNull() || b.isNull() || !inRange(a) || !inRange(b))
        return {};
    if (right && a.duration())
        return scaled(op, a.duration()->ms, *right, checkedDuration);
    if (right && a.months())
        return scaled(op, a.months()->count, *right, checkedMonths);
    if (left && op == Operator::Multiply && b.duration())
        return scaled(op, b.duration()->ms, *left, checkedDuration);
    if (left && op == Operator::Multiply && b.months())
        return scaled(op, b.months()->count, *left, checkedMonths);
    if (a.duration() && b.duration())
        return lengths(op, a.duration()->ms, b.duration()->ms, checkedDuration);
    if (a.months() && b.months())
        return lengths(op, a.months()->count, b.months()->count, checkedMonths);
    if (op == Operator::Subtract)
        return a.type() == b.type() ? difference(a, b) : shifted(a, b, -1, scope);
    if (op != Operator::Add)
        return {};
    if (a.text() && b.text())
        return *a.text() + *b.text();
    return a.duration() || a.months() ? shifted(b, a, 1, scope) : shifted(a, b, 1, scope);
}

Value negatedValue(const Value& value) {
    if (const Decimal* n = value.number())
        return n->negated();
    if (!inRange(value))
        return {};
    if (const Duration* duration = value.duration())
        return checkedDuration(-duration->ms);
    if (const Months* months = value.months())
        return checkedMonths(-months->count);
    return {};
}

Value memberOf(const Value& value, const std::string& name, Scope& scope) {
    if (!inRange(value))
        return {};
    switch (value.type()) {
    case Value::Type::Context:
        return value.member(name);
    case Value::Type::List: {
        List members;
        for (const Value& item : *value.list())
            members.push_back(scope.visit() ? memberOf(item, name, scope) : Value());
        return members;
    }
    case Value::Type::Date:
        return partOfDay(value.date()->dayNumber, name);
    case Value::Type::Time:
        return partOfTime(value.time()->msOfDay, name);
    case Value::Type::DateTime: {
        const LocalMoment local = localMoment(*value.dateTime(), scope.zone());
        Value part = partOfDay(local.dayNumber, name);
        return part.isNull() ? partOfTime(local.msOfDay, name) : part;
    }
    case Value::Type::Duration:
        return partOfDuration(value.duration()->ms, name);
    case Value::Type::Months:
        return name == "years"    ? Value(value.months()->count / 12)
               : name == "months" ? Value(value.months()->count % 12)
                                  : Value();
    default:
        return {};
    }
}

Value itemAt(const Value& list, const Value& index) {
    const std::optional<std::int64_t> asked = index.number() ? index.number()->toInteger() : std::nullopt;
    if (!asked || list.isNull())
        return {};
    const std::int64_t size = list.list() ? static_cast<std::int64_t>(list.list()->size()) : 1;
    if (*asked == 0 || *asked > size || *asked < -size)
        return {};
    const std::int64_t position = *asked > 0 ? *asked - 1 : size + *asked;
    return list.list() ? (*list.list())[static_cast<std::size_t>(position)] : list;
}

Truth contains(const Value& list, const Value& element) {
    const List* items = list.list();
    if (!items)
        return Truth::Null;
    for (const Value& item : *items)
        if (item == element)
            return Truth::True;
    return Truth::False;
}

Truth matches(const Value& x, const Value& test) {
    return test.list() && !x.list() ? contains(test, x) : compare(Operator::Equal, x, test);
}

} // namespace wayreeve::rules
