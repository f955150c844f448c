#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve {

[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::string asciiLower(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// The known name closest to what was written (Damerau-Levenshtein), empty where none is close enough to be meant.
[[nodiscard]] std::string nearestName(std::string_view written, std::span<const std::string> known);

/// A document id: lower-case letters, digits, '-' and '_', starting with a letter or digit, 1 … 64 long.
[[nodiscard]] bool isDocumentId(std::string_view text);

/// Plain text for people: control characters other than newline and tab removed, bidirectional overrides and
/// isolates dropped, invalid UTF-8 shown as U+FFFD.
[[nodiscard]] std::string plainText(std::string_view text);

} // namespace wayreeve
