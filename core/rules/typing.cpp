#include "rules/typing.h"

#include "rules/temporal.h"

#include <algorithm>

namespace wayreeve::rules {

namespace {

bool isLength(Type type) {
    return type == Type::Duration || type == Type::Months;
}
bool isMoment(Type type) {
    return type == Type::Date || type == Type::DateTime || type == Type::Time;
}

std::optional<Type> sum(Type a, Type b) {
    if (isLength(a) && isMoment(b))
        std::swap(a, b);
    if (isMoment(a) && isLength(b))
        return a == Type::Time && b == Type::Months ? std::nullopt : std::optional(a);
    if (a == b && (a == Type::Number || a == Type::Text || isLength(a)))
        return a;
    return std::nullopt;
}

std::optional<Type> difference(Type a, Type b) {
    if (isMoment(a) && a == b)
        return Type::Duration;
    if (isMoment(a) && isLength(b))
        return sum(a, b);
    if (a == b && (a == Type::Number || isLength(a)))
        return a;
    return std::nullopt;
}

/// What an open operand leaves possible: `known` is the other one's type.
Type besideOpen(Operator op, Type known) {
    if (op == Operator::Power)
        return Type::Number;
    if (known == Type::Text && op == Operator::Add)
        return Type::Text;
    return Type::Any;
}

bool canTakePart(Operator op, Type type) {
    if (isOpen(type) || type == Type::Number)
        return true;
    if (type == Type::Text)
        return op == Operator::Add;
    if (isLength(type))
        return op != Operator::Power;
    return isMoment(type) && (op == Operator::Add || op == Operator::Subtract);
}

} // namespace

Binding bindName(std::span<const std::string> words, const Schema& schema) {
    std::string joined;
    Binding best;
    for (std::size_t i = 0; i < words.size(); ++i) {
        joined += (i ? "." : "") + words[i];
        if (const Schema::Entry* entry = schema.find(joined))
            best = {entry, i + 1};
    }
    return best;
}

bool isOpen(Type type) {
    return type == Type::Any || type == Type::Null;
}

Type join(Type a, Type b) {
    if (a == b || b == Type::Null)
        return a;
    return a == Type::Null ? b : Type::Any;
}

std::optional<Type> arithmeticType(Operator op, Type a, Type b) {
    if (!canTakePart(op, a) || !canTakePart(op, b))
        return std::nullopt;
    if (isOpen(a) || isOpen(b))
        return besideOpen(op, isOpen(a) ? b : a);
    switch (op) {
    case Operator::Add:
        return sum(a, b);
    case Operator::Subtract:
        return difference(a, b);
    case Operator::Multiply:
        if (a == Type::Number && b == Type::Number)
            return a;
        if (a == Type::Number && isLength(b))
            return b;
        return isLength(a) && b == Type::Number ? std::optional(a) : std::nullopt;
    case Operator::Divide:
        if (b == Type::Number && (a == Type::Number || isLength(a)))
            return a;
        return a == b && isLength(a) ? std::optional(Type::Number) : std::nullopt;
    case Operator::Power:
        return Type::Number; // both are numbers: canTakePart
    default:
        return std::nullopt;
    }
}

bool comparable(Operator op, Type a, Type b) {
    const bool equality = op == Operator::Equal || op == Operator::NotEqual;
    const auto ordered = [](Type type) {
        return isOpen(type) || (type != Type::Boolean && type != Type::List && type != Type::Context);
    };
    if (!equality && (!ordered(a) || !ordered(b)))
        return false;
    return a == b || isOpen(a) || isOpen(b);
}

std::vector<std::string> memberNames(Type type) {
    switch (type) {
    case Type::Date:
        return {"year", "month", "day", "weekday"};
    case Type::DateTime:
        return {"year", "month", "day", "weekday", "hour", "minute", "second"};
    case Type::Time:
        return {"hour", "minute", "second"};
    case Type::Duration:
        return {"days", "hours", "minutes", "seconds"};
    case Type::Months:
        return {"years", "months"};
    default:
        return {};
    }
}

std::optional<Type> memberType(Type type, const std::string& name) {
    if (isOpen(type) || type == Type::Context)
        return type == Type::Null ? Type::Null : Type::Any;
    if (type == Type::List)
        return Type::List;
    const std::vector<std::string> names = memberNames(type);
    if (std::find(names.begin(), names.end(), name) == names.end())
        return std::nullopt;
    return Type::Number;
}

std::optional<Type> atType(const std::string& text) {
    bool local = false;
    for (const Value& value :
         {parseDate(text), parseTime(text), parseDateTime(text, Zone(), local), parseIsoDuration(text)})
        if (!value.isNull())
            return typeOf(value);
    return std::nullopt;
}

} // namespace wayreeve::rules
