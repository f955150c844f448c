#include "audit/key.h"

#include "base/text.h"

#include <charconv>

namespace wayreeve::audit {

namespace {

std::optional<std::uint32_t> numberOf(std::string_view text, std::uint32_t limit) {
    std::uint32_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size() || n > limit)
        return std::nullopt;
    return n;
}

} // namespace

std::string idText(std::string_view tag, Key key) {
    return std::string(tag) + "-" + std::to_string(customerOf(key)) + "-" + std::to_string(countOf(key));
}

std::optional<ParsedId> parseId(std::string_view text) {
    const std::vector<std::string> parts = split(text, '-');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    const auto customer = numberOf(parts[parts.size() - 2], UINT32_MAX - 1);
    const auto n = numberOf(parts.back(), 0xFFFFFFU);
    if (!customer || !n || *n == 0)
        return std::nullopt;
    return ParsedId{parts.size() == 3 ? parts.front() : std::string(), keyOf(*customer, *n)};
}

} // namespace wayreeve::audit
