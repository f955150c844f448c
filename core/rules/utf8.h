#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wayreeve::rules::utf8 {

/// Bytes of the character at `at` (1 … 4) and its code point; 0 for malformed UTF-8 (overlong and surrogates too).
[[nodiscard]] std::size_t decode(std::string_view text, std::size_t at, char32_t& codePoint);
void append(std::string& text, char32_t codePoint);
[[nodiscard]] std::size_t length(std::string_view text); ///< characters of well-formed text

} // namespace wayreeve::rules::utf8
