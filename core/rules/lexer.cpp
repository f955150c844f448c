#include "rules/lexer.h"

#include "base/finite.h"
#include "rules/ast.h"
#include "rules/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace wayreeve::rules {

namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
public:
    Lexer(std::string_view text, bool unaryTests)
        : m_text(text)
        , m_unaryTests(unaryTests) {}

    Result<std::vector<Token>> run() {
        while (!m_error) {
            skipBlanks();
            if (m_error || m_at >= m_text.size())
                break;
            next();
        }
        if (m_error)
            return *m_error;
        push(TokenKind::End, m_at, {});
        return std::move(m_tokens);
    }

private:
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void fail(std::string_view code, std::size_t begin, std::size_t end,
              std::initializer_list<std::pair<std::string_view, std::string_view>> parameters = {}) {
        m_error =
            errorAt(code, m_text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, parameters);
    }

    Token& push(TokenKind kind, std::size_t begin, std::string text) {
        Token& token = m_tokens.emplace_back();
        token.kind = kind;
        token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(m_at)};
        token.text = std::move(text);
        return token;
    }

    void skipBlanks() {
        while (m_at < m_text.size()) {
            if (isBlank(m_text[m_at])) {
                ++m_at;
            } else if (peek() == '/' && peek(1) == '/') {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else if (peek() == '/' && peek(1) == '*') {
                const std::size_t end = m_text.find("*/", m_at + 2);
                if (end == std::string_view::npos)
                    return fail("feel.unterminated", m_at, m_text.size(), {{"expected", "*/"}});
                m_at = end + 2;
            } else {
                return;
            }
        }
    }

    void next() {
        const char c = peek();
        const std::size_t begin = m_at;
        if (isLetter(c)) {
            while (isLetter(peek()) || isDigit(peek()))
                ++m_at;
            push(TokenKind::Word, begin, std::string(m_text.substr(begin, m_at - begin)));
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"') {
            if (std::optional<std::string> content = quoted())
                push(TokenKind::Text, begin, std::move(*content));
        } else if (c == '@' && peek(1) == '"') {
            ++m_at;
            if (std::optional<std::string> content = quoted())
                push(TokenKind::At, begin, std::move(*content));
        } else if (c == '`') {
            quotedName();
        } else {
            symbol();
        }
    }

    void number() {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        if (peek() == '.' && isDigit(peek(1))) { // "1..5" is a range, not a fraction
            ++m_at;
            while (isDigit(peek()))
                ++m_at;
        }
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                m_at += 1 + sign;
                while (isDigit(peek()))
                    ++m_at;
            }
        }
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        const std::optional<Decimal> number = Decimal::parse(digits);
        if (!number || !isFiniteDouble(*number))
            return fail("feel.bad-number", begin, m_at, {{"found", digits}});
        push(TokenKind::Number, begin, std::string(digits)).number = Value(*number);
    }

    /// At the opening quote; leaves m_at behind the closing one.
    std::optional<std::string> quoted() {
        const std::size_t begin = m_at++;
        std::string content;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] != '\\')
                content += m_text[m_at++];
            else if (!escape(content))
                return std::nullopt;
        }
        if (m_at >= m_text.size()) {
            fail("feel.unterminated", begin, m_text.size(), {{"expected", "\""}});
            return std::nullopt;
        }
        ++m_at;
        return content;
    }

    std::optional<char32_t> hex(std::size_t from, std::size_t digits) const {
        char32_t point = 0;
        for (std::size_t i = from; i < from + digits; ++i) {
            const char c = i < m_text.size() ? m_text[i] : '\0';
            const int digit = isDigit(c)             ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return std::nullopt;
            point = point * 16 + static_cast<char32_t>(digit);
        }
        return point;
    }

    bool escape(std::string& content) {
        const std::size_t begin = m_at;
        const char kind = peek(1);
        constexpr std::string_view plain = "\"\\'nrt";
        constexpr std::string_view meaning = "\"\\'\n\r\t";
        if (const std::size_t known = plain.find(kind); kind != '\0' && known != std::string_view::npos) {
            content += meaning[known];
            m_at += 2;
            return true;
        }
        std::size_t length = 2 + (kind == 'u' ? 4 : 6);
        std::optional<char32_t> point;
        if (kind == 'u' || kind == 'U')
            point = hex(begin + 2, length - 2);
        if (point && kind == 'u' && *point >= 0xD800 && *point <= 0xDBFF && peek(6) == '\\' && peek(7) == 'u') {
            const std::optional<char32_t> low = hex(begin + 8, 4);
            if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
                point = 0x10000 + ((*point - 0xD800) << 10) + (*low - 0xDC00);
                length = 12;
            }
        }
        if (!point || (*point >= 0xD800 && *point <= 0xDFFF) || *point > 0x10FFFF) {
            std::size_t end = std::min(begin + 2, m_text.size());
            while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0) == 0x80)
                ++end;
            fail("feel.bad-escape", begin, end, {{"found", m_text.substr(begin, end - begin)}});
            return false;
        }
        utf8::append(content, *point);
        m_at += length;
        return true;
    }

    void quotedName() {
        const std::size_t begin = m_at;
        const std::size_t end = m_text.find('`', begin + 1);
        if (end == std::string_view::npos)
            return fail("feel.unterminated", begin, m_text.size(), {{"expected", "`"}});
        m_at = end + 1;
        if (end == begin + 1)
            return fail("feel.unexpected-token", begin, m_at, {{"expected", "name"}, {"found", "``"}});
        push(TokenKind::QuotedName, begin, std::string(m_text.substr(begin + 1, end - begin - 1)));
    }

    void symbol() {
        const std::size_t begin = m_at;
        constexpr std::array<std::string_view, 5> pairs = {"**", "!=", "<=", ">=", ".."};
        const std::string_view two = m_text.substr(m_at, 2);
        if (std::find(pairs.begin(), pairs.end(), two) != pairs.end()) {
            m_at += 2;
            push(TokenKind::Symbol, begin, std::string(two));
            return;
        }
        constexpr std::string_view single = "+-*/=<>()[]{},:.";
        if (peek() != '\0' && (single.find(peek()) != std::string_view::npos || (m_unaryTests && peek() == '?'))) {
            ++m_at;
            push(TokenKind::Symbol, begin, std::string(m_text.substr(begin, 1)));
            return;
        }
        char32_t point = 0;
        const std::size_t length = std::max<std::size_t>(1, utf8::decode(m_text, m_at, point));
        fail("feel.unexpected-character", begin, begin + length, {{"found", m_text.substr(begin, length)}});
    }

    std::string_view m_text;
    bool m_unaryTests;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<Token>> tokenize(std::string_view text, bool unaryTests) {
    if (text.size() > maxTextBytes)
        return errorAt("feel.too-long", text,
                       {maxTextBytes, static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX))},
                       {{"limit", std::to_string(maxTextBytes)}});
    for (std::size_t at = 0; at < text.size();) {
        char32_t point = 0;
        const std::size_t length = utf8::decode(text, at, point);
        if (length == 0)
            return errorAt("feel.invalid-utf8", text,
                           {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
        at += length;
    }
    return Lexer(text, unaryTests).run();
}

bool isKeyword(std::string_view word) {
    constexpr std::array<std::string_view, 17> words = {"and",    "between",   "else", "every", "external", "false",
                                                        "for",    "function",  "if",   "in",    "null",     "or",
                                                        "return", "satisfies", "some", "then",  "true"};
    return std::binary_search(words.begin(), words.end(), word);
}

bool isWordShaped(std::string_view text) {
    if (text.empty() || !isLetter(text[0]))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isLetter(c) || isDigit(c); });
}

} // namespace wayreeve::rules
