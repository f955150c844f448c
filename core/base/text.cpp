#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wayreeve {

namespace {

/// The length of the valid UTF-8 sequence at the start of `text` (not empty), 0 where there is none; sets `point`.
std::size_t decode(std::string_view text, std::uint32_t& point) {
    const auto byteAt = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byteAt(0);
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0) != 0x80)
            return 0;
        point = (point << 6) | (byteAt(i) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point < smallest[length] || point > 0x10FFFF || surrogate ? 0 : length;
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Optimal string alignment: Levenshtein's edits and the exchange of two neighbours, each costing one.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
        before.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

bool isUnwanted(std::uint32_t point) {
    const bool control = (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point <= 0x9F);
    const bool direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return control || direction;
}

} // namespace

bool isValidUtf8(std::string_view text) {
    std::uint32_t point = 0;
    while (!text.empty()) {
        const std::size_t length = decode(text, point);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string asciiLower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string nearestName(std::string_view written, std::span<const std::string> known) {
    // One edit in three letters is a slip; more is another word. The bound also keeps hostile lengths cheap.
    constexpr std::size_t longestName = 200;
    if (written.empty() || written.size() > longestName)
        return {};
    const std::string lower = asciiLower(written);
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(1, written.size() / 3) + 1;
    for (const std::string& name : known) {
        if (name.empty() || name.size() > longestName)
            continue;
        const std::size_t d = distance(lower, asciiLower(name));
        if (d < bestDistance && d < std::max(lower.size(), name.size())) {
            best = name;
            bestDistance = d;
        }
    }
    return best;
}

bool isDocumentId(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 64 && plain(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-' || c == '_'; });
}

std::string plainText(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        std::uint32_t point = 0;
        const std::size_t length = decode(text, point);
        if (length == 0)
            plain += "\xEF\xBF\xBD"; // U+FFFD
        else if (!isUnwanted(point))
            plain += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return plain;
}

} // namespace wayreeve
