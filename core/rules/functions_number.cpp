#include "rules/functions_number.h"

#include <algorithm>
#include <optional>

namespace wayreeve::rules::function {

namespace {

/// The scale of a rounding function's second argument, 0 without one; nullopt for none in −6111 … 6176 (as DMN bounds
/// it).
std::optional<int> scaleOf(std::span<const Value> arguments) {
    if (arguments.size() < 2)
        return 0;
    const Decimal* scale = arguments[1].number();
    const std::optional<std::int64_t> whole = scale ? scale->toInteger() : std::nullopt;
    if (!whole || *whole < -6111 || *whole > 6176)
        return std::nullopt;
    return static_cast<int>(*whole);
}

template <class Operation>
Value scaled(std::span<const Value> arguments, Operation operation) {
    const Decimal* n = arguments[0].number();
    const std::optional<int> scale = scaleOf(arguments);
    return n && scale ? Value(operation(*n, *scale)) : Value();
}

/// The elements of f(list) or f(a, b, c). A single value counts as a list of one.
std::span<const Value> elements(std::span<const Value> arguments) {
    if (arguments.size() == 1 && arguments[0].list())
        return *arguments[0].list();
    return arguments;
}

Value extreme(std::span<const Value> arguments, Operator better) {
    const std::span<const Value> items = elements(arguments);
    if (items.empty())
        return {};
    const Value* best = &items[0];
    if (compare(Operator::LessEqual, *best, *best) == Truth::Null)
        return {};
    for (const Value& item : items.subspan(1)) {
        const Truth found = compare(better, item, *best);
        if (found == Truth::Null)
            return {};
        if (found == Truth::True)
            best = &item;
    }
    return *best;
}

std::optional<Decimal> total(std::span<const Value> items) {
    std::optional<Decimal> result = Decimal(0);
    for (const Value& item : items) {
        if (!item.number() || !result)
            return std::nullopt;
        result = result->plus(*item.number());
    }
    return items.empty() ? std::nullopt : result;
}

Value orNull(const std::optional<Decimal>& n) {
    return n ? Value(*n) : Value();
}

} // namespace

Value absolute(std::span<const Value> arguments, Scope&) {
    const Value& x = arguments[0];
    const bool negative = (x.number() && x.number()->isNegative()) || (x.duration() && x.duration()->ms < 0) ||
                          (x.months() && x.months()->count < 0);
    if (!x.number() && !x.duration() && !x.months())
        return {};
    return negative ? negatedValue(x) : x;
}

Value floor(std::span<const Value> arguments, Scope&) {
    return scaled(arguments, [](const Decimal& n, int scale) { return n.floor(scale); });
}

Value ceiling(std::span<const Value> arguments, Scope&) {
    return scaled(arguments, [](const Decimal& n, int scale) { return n.ceiling(scale); });
}

Value round(std::span<const Value> arguments, Scope&) {
    return scaled(arguments, [](const Decimal& n, int scale) { return n.rounded(scale); });
}

Value decimal(std::span<const Value> arguments, Scope& scope) {
    return round(arguments, scope);
}

Value modulo(std::span<const Value> arguments, Scope&) {
    const Decimal* dividend = arguments[0].number();
    const Decimal* divisor = arguments[1].number();
    if (!dividend || !divisor)
        return {};
    const std::optional<Decimal> quotient = dividend->dividedBy(*divisor);
    const std::optional<Decimal> whole = quotient ? quotient->floor().times(*divisor) : std::nullopt;
    return whole ? orNull(dividend->minus(*whole)) : Value();
}

/// number("1,234.50", ",", "."): the grouping mark is dropped, the decimal mark becomes a point.
Value number(std::span<const Value> arguments, Scope&) {
    const Value& from = arguments[0];
    if (from.number() && arguments.size() == 1)
        return from;
    if (!from.text())
        return {};
    const auto mark = [&](std::size_t index, std::string_view allowed) -> std::optional<char> {
        if (arguments.size() <= index || arguments[index].isNull())
            return '\0';
        const std::string* text = arguments[index].text();
        if (!text || text->size() != 1 || allowed.find((*text)[0]) == std::string_view::npos)
            return std::nullopt;
        return (*text)[0];
    };
    const std::optional<char> grouping = mark(1, " ,.");
    const std::optional<char> point = mark(2, ",.");
    if (!grouping || !point || (*grouping != '\0' && *grouping == *point))
        return {};
    std::string plain;
    for (const char c : *from.text()) {
        if (*grouping != '\0' && c == *grouping)
            continue;
        if (*point == ',' && c == '.')
            return {};
        plain += *point == ',' && c == ',' ? '.' : c;
    }
    return orNull(Decimal::parse(plain));
}

Value minimum(std::span<const Value> arguments, Scope&) {
    return extreme(arguments, Operator::Less);
}
Value maximum(std::span<const Value> arguments, Scope&) {
    return extreme(arguments, Operator::Greater);
}
Value sum(std::span<const Value> arguments, Scope&) {
    return orNull(total(elements(arguments)));
}

Value mean(std::span<const Value> arguments, Scope&) {
    const std::span<const Value> items = elements(arguments);
    const std::optional<Decimal> whole = total(items);
    return whole ? orNull(whole->dividedBy(Decimal(static_cast<std::int64_t>(items.size())))) : Value();
}

Value count(std::span<const Value> arguments, Scope&) {
    const List* list = arguments[0].list();
    return list ? Value(static_cast<std::int64_t>(list->size())) : Value();
}

Value listContains(std::span<const Value> arguments, Scope&) {
    return valueOf(contains(arguments[0], arguments[1]));
}

Value negation(std::span<const Value> arguments, Scope&) {
    return valueOf(negated(truthOf(arguments[0])));
}

Value isDefined(std::span<const Value> arguments, Scope&) {
    return !arguments[0].isNull();
}

Value coalesce(std::span<const Value> arguments, Scope&) {
    for (const Value& argument : arguments)
        if (!argument.isNull())
            return argument;
    return {};
}

} // namespace wayreeve::rules::function
