#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wayreeve::audit {

/// Decisions, proposals and dispatches are numbered per customer, so that workers can name them without asking each
/// other: key = customer · 2^24 + n, n = 1, 2, 3 … (decisions and drawn actions share one count). As text: the run's
/// tag, the customer number and n: "s1-482-13".
using Key = std::uint64_t;

[[nodiscard]] constexpr Key keyOf(std::uint32_t customer, std::uint32_t n) {
    return (static_cast<Key>(customer) << 24) | (n & 0xFFFFFFU);
}
[[nodiscard]] constexpr std::uint32_t customerOf(Key key) {
    return static_cast<std::uint32_t>(key >> 24);
}
[[nodiscard]] constexpr std::uint32_t countOf(Key key) {
    return static_cast<std::uint32_t>(key & 0xFFFFFFU);
}

[[nodiscard]] std::string idText(std::string_view tag, Key key);

struct ParsedId {
    std::string tag; ///< empty where the text was only "482-13"
    Key key = 0;
};
[[nodiscard]] std::optional<ParsedId> parseId(std::string_view text);

} // namespace wayreeve::audit
