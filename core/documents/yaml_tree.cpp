#include "documents/yaml_node.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wayreeve::documents {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t i) {
    const std::size_t start = i;
    while (i < text.size() && isDigit(text[i]))
        ++i;
    return i - start;
}

/// "2026-03-02": YAML 1.1 reads a date here, and so does everybody else.
bool isDateText(std::string_view text) {
    if (text.size() != 10)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i == 4 || i == 7 ? text[i] != '-' : !isDigit(text[i]))
            return false;
    return true;
}

bool looksNumeric(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty())
        return false;
    const std::string lower = asciiLower(text);
    if (lower == ".inf" || lower == ".nan")
        return true;
    if (!isDigit(lower.front()) && !(lower.front() == '.' && lower.size() > 1 && isDigit(lower[1])))
        return false;
    if (lower.size() > 2 && lower[0] == '0' && (lower[1] == 'x' || lower[1] == 'o' || lower[1] == 'b'))
        return lower.find_first_not_of("0123456789abcdef_", 2) == std::string::npos;
    const std::size_t mantissa = lower.find_first_not_of("0123456789_.:");
    if (mantissa == std::string::npos)
        return true;
    if (lower[mantissa] != 'e' || mantissa + 1 == lower.size())
        return false;
    const std::size_t exponent = mantissa + (lower[mantissa + 1] == '-' || lower[mantissa + 1] == '+' ? 2 : 1);
    return exponent < lower.size() && lower.find_first_not_of("0123456789_", exponent) == std::string::npos;
}

const YamlNode* itemNamed(const YamlNode& sequence, std::string_view name) {
    for (const char* key : {"id", "name"})
        for (const YamlNode& item : sequence.items)
            if (const YamlNode* id = item.find(key); id && id->text == name)
                return &item;
    return nullptr;
}

/// A segment as it was before pathSegment().
std::string unescaped(std::string_view segment) {
    std::string text;
    for (std::size_t i = 0; i < segment.size(); ++i)
        if (segment[i] == '~' && i + 1 < segment.size())
            text += segment[++i] == '1' ? '/' : '~';
        else
            text += segment[i];
    return text;
}

const YamlNode* step(const YamlNode& node, std::string_view segment) {
    if (node.kind == YamlNode::Kind::Mapping)
        return node.find(segment);
    if (node.kind != YamlNode::Kind::Sequence)
        return nullptr;
    if (!segment.starts_with('#'))
        return itemNamed(node, segment);
    std::size_t index = 0;
    const auto parsed = std::from_chars(segment.data() + 1, segment.data() + segment.size(), index);
    return parsed.ec == std::errc() && index < node.items.size() ? &node.items[index] : nullptr;
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const YamlMember& member : members)
        if (member.key.text == key)
            return &member.value;
    return nullptr;
}

YamlNode YamlNode::word(std::string text) {
    YamlNode node;
    node.kind = Kind::Scalar;
    node.text = std::move(text);
    return node;
}

YamlNode YamlNode::string(std::string text) {
    YamlNode node = word(std::move(text));
    node.quoted = true;
    return node;
}

YamlNode YamlNode::mapping() {
    YamlNode node;
    node.kind = Kind::Mapping;
    return node;
}

YamlNode YamlNode::sequence() {
    YamlNode node;
    node.kind = Kind::Sequence;
    return node;
}

void YamlNode::add(std::string key, YamlNode value) {
    members.push_back({string(std::move(key)), std::move(value)});
}

bool isAmbiguousScalar(std::string_view text) {
    constexpr std::array<std::string_view, 10> words{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"};
    const std::string lower = asciiLower(text);
    return text.empty() || std::find(words.begin(), words.end(), lower) != words.end() ||
           (looksNumeric(text) && !isDateText(text));
}

bool isStrictNumber(std::string_view text) {
    std::size_t i = text.starts_with('-') ? 1 : 0;
    const std::size_t integer = digitsAt(text, i);
    if (integer == 0 || (integer > 1 && text[i] == '0'))
        return false;
    i += integer;
    if (i < text.size() && text[i] == '.') {
        const std::size_t fraction = digitsAt(text, i + 1);
        if (fraction == 0)
            return false;
        i += 1 + fraction;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        i += i + 1 < text.size() && (text[i + 1] == '-' || text[i + 1] == '+') ? 2 : 1;
        const std::size_t exponent = digitsAt(text, i);
        if (exponent == 0 || exponent > 5)
            return false;
        i += exponent;
    }
    return i == text.size();
}

std::string pathSegment(std::string_view key) {
    std::string text;
    for (const char c : key)
        if (c == '/')
            text += "~1";
        else if (c == '~')
            text += "~0";
        else
            text += c;
    return text;
}

YamlPlace locate(const YamlNode& root, std::string_view path) {
    YamlPlace place{root.line, root.column, &root, true};
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        std::string segment = unescaped(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
        const bool keyItself = segment.starts_with('?');
        if (keyItself)
            segment.erase(0, 1);
        const YamlNode* next = step(*place.node, segment);
        if (!next) {
            place.exact = false;
            return place;
        }
        const YamlNode* at = next;
        if (keyItself)
            for (const YamlMember& member : place.node->members)
                if (&member.value == next)
                    at = &member.key;
        place = {at->line, at->column, next, true};
        if (keyItself)
            place.node = at;
    }
    return place;
}

} // namespace wayreeve::documents
