#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace wayreeve {

/// What a subject may be at most, and a text, in characters; brand rules may say less.
inline constexpr std::size_t longestSubject = 200;
inline constexpr std::size_t longestBody = 20'000;

/// Characters (code points) of valid UTF-8.
[[nodiscard]] inline std::size_t characterCount(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Is there a control character (U+0000 … U+001F with CR, LF and tab, U+007F … U+009F) or a line or paragraph separator
/// (U+2028, U+2029)? What goes into a header of a message must be one line, or a receiver takes the rest for another.
[[nodiscard]] inline bool hasLineBreakOrControl(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byteAt = [&](std::size_t k) {
            return k < text.size() ? static_cast<unsigned char>(text[k]) : static_cast<unsigned char>(' ');
        };
        const unsigned char byte = byteAt(i);
        const unsigned char next = byteAt(i + 1);
        if (byte < 0x20U || byte == 0x7FU || (byte == 0xC2U && next >= 0x80U && next <= 0x9FU) ||
            (byte == 0xE2U && next == 0x80U && (byteAt(i + 2) == 0xA8U || byteAt(i + 2) == 0xA9U)))
            return true;
    }
    return false;
}

} // namespace wayreeve
