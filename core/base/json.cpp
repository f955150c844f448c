#include "base/json.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <unordered_set>

// Our own reader: nlohmann's writes a number's decimal point in the process's locale before handing the text over,
// and refuses numbers that a double cannot hold; ours keep every digit wherever it runs.

namespace wayreeve {

namespace {

constexpr int deepest = 64;

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text) {}

    Result<Value> run() {
        if (!isValidUtf8(m_text))
            return fail("not-utf8"), m_error;
        Value value;
        if (!parseValue(value, 0))
            return m_error;
        skipBlanks();
        if (m_at != m_text.size())
            return fail("text-after-value"), m_error;
        return value;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }

    void skipBlanks() {
        while (!atEnd() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r'))
            ++m_at;
    }
    bool accept(char c) {
        if (atEnd() || here() != c)
            return false;
        ++m_at;
        return true;
    }

    bool fail(const char* reason) { return failWith("json.invalid", "reason", reason, m_at); }
    bool failWith(const char* code, const char* parameter, std::string text, std::size_t at) {
        const std::string_view before = m_text.substr(0, at);
        m_error.code = code;
        m_error.parameters = {{parameter, std::move(text)}};
        m_error.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
        const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        m_error.column = static_cast<int>(at - lineStart) + 1;
        return false;
    }

    bool parseValue(Value& value, int depth) {
        skipBlanks();
        if (atEnd())
            return fail("unexpected-end");
        switch (here()) {
        case '{':
        case '[':
            if (depth == deepest)
                return failWith("json.too-deep", "limit", std::to_string(deepest), m_at);
            return here() == '{' ? parseObject(value, depth + 1) : parseArray(value, depth + 1);
        case '"': {
            std::string text;
            if (!parseString(text))
                return false;
            value = Value(std::move(text));
            return true;
        }
        case 't':
            return parseWord("true", Value(true), value);
        case 'f':
            return parseWord("false", Value(false), value);
        case 'n':
            return parseWord("null", Value(), value);
        default:
            return parseNumber(value);
        }
    }

    bool parseWord(std::string_view word, Value meaning, Value& value) {
        if (!m_text.substr(m_at).starts_with(word))
            return fail("unexpected-character");
        m_at += word.size();
        value = std::move(meaning);
        return true;
    }

    bool parseObject(Value& value, int depth) {
        Context context;
        std::unordered_set<std::string> seen;
        ++m_at;
        skipBlanks();
        for (bool first = true; !accept('}'); first = false) {
            if (!first && !accept(','))
                return fail(atEnd() ? "unexpected-end" : "comma-expected");
            skipBlanks();
            const std::size_t keyAt = m_at;
            std::string key;
            if (here() != '"')
                return fail(atEnd() ? "unexpected-end" : "key-expected");
            if (!parseString(key))
                return false;
            if (!seen.insert(key).second)
                return failWith("json.duplicate-key", "key", key, keyAt);
            skipBlanks();
            if (!accept(':'))
                return fail(atEnd() ? "unexpected-end" : "colon-expected");
            if (!parseValue(context.emplace_back(std::move(key), Value()).second, depth))
                return false;
            skipBlanks();
        }
        value = Value(std::move(context));
        return true;
    }

    bool parseArray(Value& value, int depth) {
        List list;
        ++m_at;
        skipBlanks();
        for (bool first = true; !accept(']'); first = false) {
            if (!first && !accept(','))
                return fail(atEnd() ? "unexpected-end" : "comma-expected");
            if (!parseValue(list.emplace_back(), depth))
                return false;
            skipBlanks();
        }
        value = Value(std::move(list));
        return true;
    }

    bool parseNumber(Value& value) {
        const std::size_t start = m_at;
        const auto digits = [&] {
            const std::size_t before = m_at;
            while (!atEnd() && here() >= '0' && here() <= '9')
                ++m_at;
            return m_at != before;
        };
        accept('-');
        if (!accept('0') && !digits())
            return fail(atEnd() ? "unexpected-end" : "unexpected-character");
        if (accept('.') && !digits())
            return fail("digit-expected");
        if (accept('e') || accept('E')) {
            if (!accept('+'))
                accept('-');
            if (!digits())
                return fail("digit-expected");
        }
        const auto number = Decimal::parse(m_text.substr(start, m_at - start));
        if (!number) {
            m_at = start;
            return fail("number-too-large");
        }
        value = Value(*number);
        return true;
    }

    bool parseString(std::string& text) {
        ++m_at;
        for (;;) {
            const std::size_t start = m_at;
            while (!atEnd() && here() != '"' && here() != '\\' && static_cast<unsigned char>(here()) >= 0x20)
                ++m_at;
            text.append(m_text, start, m_at - start);
            if (atEnd())
                return fail("unexpected-end");
            if (accept('"'))
                return true;
            if (!accept('\\'))
                return fail("control-character");
            if (!parseEscape(text))
                return false;
        }
    }

    bool parseEscape(std::string& text) {
        constexpr std::string_view written = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (accept('u'))
            return parseUnicode(text);
        const std::size_t which = atEnd() ? std::string_view::npos : written.find(here());
        if (which == std::string_view::npos)
            return fail("unknown-escape");
        ++m_at;
        text += meant[which];
        return true;
    }

    bool fourDigits(std::uint32_t& unit) {
        unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = here();
            const bool number = c >= '0' && c <= '9';
            const char lower = static_cast<char>(c | 0x20);
            if (!number && (lower < 'a' || lower > 'f'))
                return fail("unknown-escape");
            unit = unit * 16 + static_cast<std::uint32_t>(number ? c - '0' : lower - 'a' + 10);
        }
        return true;
    }

    bool parseUnicode(std::string& text) {
        std::uint32_t point = 0;
        if (!fourDigits(point))
            return false;
        if (point >= 0xD800 && point <= 0xDBFF) {
            std::uint32_t second = 0;
            if (!accept('\\') || !accept('u'))
                return fail("half-surrogate");
            if (!fourDigits(second))
                return false;
            if (second < 0xDC00 || second > 0xDFFF)
                return fail("half-surrogate");
            point = 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00);
        } else if (point >= 0xDC00 && point <= 0xDFFF) {
            return fail("half-surrogate");
        }
        appendUtf8(text, point);
        return true;
    }

    static void appendUtf8(std::string& text, std::uint32_t point) {
        if (point < 0x80) {
            text += static_cast<char>(point);
            return;
        }
        const int extra = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        constexpr std::array<std::uint32_t, 4> leads{0, 0xC0, 0xE0, 0xF0};
        text += static_cast<char>(leads[static_cast<std::size_t>(extra)] | (point >> (6 * extra)));
        for (int i = extra; i-- > 0;)
            text += static_cast<char>(0x80 | ((point >> (6 * i)) & 0x3F));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Error m_error;
};

void writeString(std::string& out, std::string_view text) {
    constexpr std::string_view plainEscapes = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    out += '"';
    for (const char c : text) {
        if (const std::size_t which = plainEscapes.find(c); which != std::string_view::npos) {
            out += '\\';
            out += letters[which];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(c));
            out += buffer.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

/// ECMAScript's layout (Number::toString) of the decimal's own digits.
void writeEcmaNumber(std::string& out, const Decimal& number) {
    if (number.isZero()) {
        out += '0';
        return;
    }
    std::string digits =
        Decimal::fromParts(number.isNegative() ? -number.coefficient() : number.coefficient(), 0).toString();
    const int count = static_cast<int>(digits.size());
    const int point = count + number.exponent(); // where the decimal point stands, counted from the first digit
    if (number.isNegative())
        out += '-';
    if (point > 0 && point <= 21) {
        if (count <= point)
            out += digits + std::string(static_cast<std::size_t>(point - count), '0');
        else
            out += digits.insert(static_cast<std::size_t>(point), 1, '.');
    } else if (point <= 0 && point > -6) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        if (count > 1)
            digits.insert(1, 1, '.');
        out += digits + (point > 0 ? "e+" : "e") + std::to_string(point - 1);
    }
}

/// UTF-16's order of two UTF-8 texts: that of the bytes, except that characters beyond U+FFFF (lead byte F0…F4) come
/// before U+E000 … U+FFFF (EE, EF), because UTF-16 writes them with surrogates.
bool utf16Less(std::string_view a, std::string_view b) {
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end())
        return x == a.end() && y != b.end();
    const auto rank = [](char c) {
        const int byte = static_cast<unsigned char>(c);
        return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte >= 0xF0 ? byte - 2 : byte;
    };
    return rank(*x) < rank(*y);
}

class JsonWriter {
public:
    JsonWriter(bool canonical, bool pretty)
        : m_canonical(canonical)
        , m_pretty(pretty) {}

    void write(const Value& value, std::size_t depth) {
        switch (value.type()) {
        case Value::Type::Null:
            m_out += "null";
            return;
        case Value::Type::Boolean:
            m_out += value.isTrue() ? "true" : "false";
            return;
        case Value::Type::Number:
            if (m_canonical)
                writeEcmaNumber(m_out, *value.number());
            else
                m_out += value.number()->toString();
            return;
        case Value::Type::Text:
            writeString(m_out, *value.text());
            return;
        case Value::Type::List:
            writeList(*value.list(), depth + 1);
            return;
        case Value::Type::Context:
            writeContext(*value.context(), depth + 1);
            return;
        default:
            writeString(m_out, value.toText());
        }
    }
    std::string take() { return std::move(m_out); }

private:
    void breakLine(std::size_t depth) {
        if (m_pretty)
            m_out += '\n' + std::string(2 * depth, ' ');
    }
    void writeList(const List& list, std::size_t depth) {
        m_out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            m_out += i == 0 ? "" : ",";
            breakLine(depth);
            write(list[i], depth);
        }
        if (!list.empty())
            breakLine(depth - 1);
        m_out += ']';
    }
    void writeContext(const Context& context, std::size_t depth) {
        std::vector<const Context::value_type*> members;
        members.reserve(context.size());
        for (const auto& member : context)
            members.push_back(&member);
        if (m_canonical)
            std::stable_sort(members.begin(), members.end(),
                             [](const auto* a, const auto* b) { return utf16Less(a->first, b->first); });
        m_out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            m_out += i == 0 ? "" : ",";
            breakLine(depth);
            writeString(m_out, members[i]->first);
            m_out += m_pretty ? ": " : ":";
            write(members[i]->second, depth);
        }
        if (!members.empty())
            breakLine(depth - 1);
        m_out += '}';
    }

    std::string m_out;
    bool m_canonical;
    bool m_pretty;
};

std::string written(const Value& value, bool canonical, bool pretty) {
    JsonWriter writer(canonical, pretty);
    writer.write(value, 0);
    return writer.take();
}

} // namespace

Result<Value> parseJson(std::string_view text) {
    return Parser(text).run();
}

std::string writeJson(const Value& value) {
    return written(value, false, false);
}

std::string writePrettyJson(const Value& value) {
    return written(value, false, true);
}

std::string writeCanonicalJson(const Value& value) {
    return written(value, true, false);
}

} // namespace wayreeve
