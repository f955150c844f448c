#pragma once

#include "base/symbols.h"
#include "rules/measure.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wayreeve::perception {

/// Why a customer counts as software that acts by itself, the surest first. Numbers are stored.
enum class MachineSign : std::uint8_t {
    None,
    Declared,  ///< it says so itself: `context.agent` of type software
    UserAgent, ///< its user agent is a crawler's, a script's, or that of an agent that browses for people
    Regular    ///< it opens pages by the clock
};
[[nodiscard]] std::string_view nameOf(MachineSign sign); ///< "", "declared", "user-agent", "regular"

/// Whether a User-Agent header names software that acts by itself: one of the tokens in machine_signs.cpp as a whole
/// word, or a word that ends in "bot", "crawler" or "spider" (as crawlers name themselves), but for phones of that
/// name. ASCII case does not count.
[[nodiscard]] bool isSoftwareAgent(std::string_view userAgent);

/// Whether the last `regularGaps` gaps between page views are as even as no person's: their mean lies between 0.2 s and
/// 60 s, and their coefficient of variation is at most 0.1 (arrivals by chance have about 1, people's more).
/// `pages`: the events that count as one. Ascending history.
inline constexpr std::size_t regularGaps = 20;
[[nodiscard]] bool isByTheClock(std::span<const rules::HistoryItem> history, const std::array<Sym, 2>& pages);

/// The squared coefficient of variation of those gaps, in thousandths (rounded up); nullopt where there are fewer, or
/// their mean lies elsewhere.
[[nodiscard]] std::optional<std::int64_t> gapVariation(std::span<const rules::HistoryItem> history,
                                                       const std::array<Sym, 2>& pages);

} // namespace wayreeve::perception
