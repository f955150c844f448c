#pragma once

#include "base/result.h"
#include "base/value.h"
#include "rules/source_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::rules {

enum class TokenKind : std::uint8_t { End, Number, Text, At, Word, QuotedName, Symbol };

/// `text` is the symbol, the word, or the decoded content of a string, @-literal or quoted name.
struct Token {
    TokenKind kind = TokenKind::End;
    SourceRange range;
    std::string text;
    Value number;

    [[nodiscard]] bool is(std::string_view symbol) const { return kind == TokenKind::Symbol && text == symbol; }
    [[nodiscard]] bool isWord(std::string_view word) const { return kind == TokenKind::Word && text == word; }
};

/// Splits a text into tokens, the last of kind End; comments (// and /* */) and blanks are dropped.
/// Errors: those of parse() that are about characters. `?` is a symbol where `unaryTests`, otherwise an error.
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view text, bool unaryTests = false);

/// Words that cannot begin a name without backticks.
[[nodiscard]] bool isKeyword(std::string_view word);
[[nodiscard]] bool isWordShaped(std::string_view text); ///< [A-Za-z_][A-Za-z0-9_]*

} // namespace wayreeve::rules
