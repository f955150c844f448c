#include "governance/promised_discount.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace wayreeve::governance {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a percent sign or word follows, spaces of any kind before it.
bool saysPercent(std::string_view rest) {
    constexpr std::array<std::string_view, 4> spaces{" ", "\t", "\xC2\xA0", "\xE2\x80\xAF"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : spaces)
            if (rest.starts_with(space)) {
                rest.remove_prefix(space.size());
                again = true;
            }
    }
    return rest.starts_with("%") || rest.starts_with("percent") || rest.starts_with("per cent");
}

} // namespace

std::vector<Decimal> percentagesIn(std::string_view written) {
    const std::string text = asciiLower(written);
    std::vector<Decimal> shares;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            ++at;
            continue;
        }
        std::string number;
        while (at < text.size() && isDigit(text[at]))
            number += text[at++];
        if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && isDigit(text[at + 1])) {
            number += '.';
            for (++at; at < text.size() && isDigit(text[at]); ++at)
                number += text[at];
        }
        if (!saysPercent(std::string_view(text).substr(at)))
            continue;
        const auto percent = Decimal::parse(number);
        if (const auto share = percent ? percent->dividedBy(Decimal(100)) : std::nullopt)
            shares.push_back(*share);
    }
    return shares;
}

std::optional<Decimal> newlyPromised(std::string_view before, std::string_view after) {
    const std::vector<Decimal> known = percentagesIn(before);
    std::optional<Decimal> highest;
    for (const Decimal& share : percentagesIn(after))
        if (std::find(known.begin(), known.end(), share) == known.end() && (!highest || *highest < share))
            highest = share;
    return highest;
}

} // namespace wayreeve::governance
