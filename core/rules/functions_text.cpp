#include "rules/functions_text.h"

#include "rules/letter_case.h"
#include "rules/utf8.h"

#include <algorithm>
#include <optional>

namespace wayreeve::rules::function {

namespace {

template <class Test>
Value twoTexts(std::span<const Value> arguments, Test test) {
    const std::string* a = arguments[0].text();
    const std::string* b = arguments[1].text();
    return a && b ? Value(test(*a, *b)) : Value();
}

std::optional<std::int64_t> whole(const Value& value) {
    return value.number() ? value.number()->toInteger() : std::nullopt;
}

/// The byte where character `index` (from 0) begins; the end where there are fewer.
std::size_t byteOf(std::string_view text, std::int64_t index) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            continue;
        if (index-- == 0)
            break;
    }
    return at;
}

} // namespace

Value contains(std::span<const Value> arguments, Scope&) {
    return twoTexts(arguments,
                    [](const std::string& a, const std::string& b) { return a.find(b) != std::string::npos; });
}

Value startsWith(std::span<const Value> arguments, Scope&) {
    return twoTexts(arguments, [](const std::string& a, const std::string& b) { return a.starts_with(b); });
}

Value endsWith(std::span<const Value> arguments, Scope&) {
    return twoTexts(arguments, [](const std::string& a, const std::string& b) { return a.ends_with(b); });
}

Value toUpper(std::span<const Value> arguments, Scope&) {
    const std::string* text = arguments[0].text();
    return text ? Value(upperCase(*text)) : Value();
}

Value toLower(std::span<const Value> arguments, Scope&) {
    const std::string* text = arguments[0].text();
    return text ? Value(lowerCase(*text)) : Value();
}

Value stringLength(std::span<const Value> arguments, Scope&) {
    const std::string* text = arguments[0].text();
    return text ? Value(static_cast<std::int64_t>(utf8::length(*text))) : Value();
}

Value substring(std::span<const Value> arguments, Scope&) {
    const std::string* text = arguments[0].text();
    const std::optional<std::int64_t> start = whole(arguments[1]);
    if (!text || !start || *start == 0)
        return {};
    const std::int64_t size = static_cast<std::int64_t>(utf8::length(*text));
    if (*start > size || *start < -size)
        return {};
    const std::int64_t from = *start > 0 ? *start - 1 : size + *start;
    std::int64_t length = size - from;
    if (arguments.size() > 2) {
        const std::optional<std::int64_t> asked = whole(arguments[2]);
        if (!asked || *asked < 1)
            return {};
        length = std::min(length, *asked);
    }
    const std::size_t begin = byteOf(*text, from);
    const std::size_t end = byteOf(*text, from + length);
    return text->substr(begin, end - begin);
}

Value string(std::span<const Value> arguments, Scope&) {
    return arguments[0].isNull() ? Value() : Value(arguments[0].toText());
}

} // namespace wayreeve::rules::function
