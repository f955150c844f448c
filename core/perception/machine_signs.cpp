#include "perception/machine_signs.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace wayreeve::perception {
namespace {

/// As their makers document them; lower case. What ends in "bot", "crawler" or "spider" needs no line here.
constexpr std::array<std::string_view, 33> tokens{"chatgpt-user",
                                                  "claude-user",
                                                  "perplexity-user",
                                                  "mistralai-user",
                                                  "google-extended",
                                                  "mediapartners",
                                                  "feedfetcher",
                                                  "apis-google",
                                                  "facebookexternalhit",
                                                  "meta-externalagent",
                                                  "meta-externalfetcher",
                                                  "headlesschrome",
                                                  "phantomjs",
                                                  "puppeteer",
                                                  "playwright",
                                                  "selenium",
                                                  "webdriver",
                                                  "python-requests",
                                                  "python-urllib",
                                                  "python-httpx",
                                                  "aiohttp",
                                                  "scrapy",
                                                  "curl",
                                                  "wget",
                                                  "go-http-client",
                                                  "libwww-perl",
                                                  "node-fetch",
                                                  "axios",
                                                  "postmanruntime",
                                                  "lighthouse",
                                                  "bingpreview",
                                                  "slurp",
                                                  "ia_archiver"};

constexpr std::array<std::string_view, 3> endings{"bot", "crawler", "spider"};

bool isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool namesSoftware(std::string_view word) {
    if (std::find(tokens.begin(), tokens.end(), word) != tokens.end())
        return true;
    return word != "cubot" && // a maker of phones
           std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return word.ends_with(end); });
}

} // namespace

std::string_view nameOf(MachineSign sign) {
    constexpr std::array<std::string_view, 4> names{"", "declared", "user-agent", "regular"};
    return names[static_cast<std::size_t>(sign)];
}

bool isSoftwareAgent(std::string_view userAgent) {
    const std::string text = asciiLower(userAgent);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWord(text[end]))
            ++end;
        if (end > at && namesSoftware(std::string_view(text).substr(at, end - at)))
            return true;
        at = end + 1;
    }
    return false;
}

std::optional<std::int64_t> gapVariation(std::span<const rules::HistoryItem> history, const std::array<Sym, 2>& pages) {
    std::int64_t sum = 0, squares = 0;
    std::size_t gaps = 0;
    const rules::HistoryItem* later = nullptr;
    for (auto item = history.rbegin(); item != history.rend() && gaps < regularGaps; ++item) {
        if (item->event == 0 || std::find(pages.begin(), pages.end(), item->event) == pages.end())
            continue;
        if (later != nullptr) {
            const std::int64_t gap = (later->time - item->time).ms;
            if (gap > 600'000) // another visit
                return std::nullopt;
            sum += gap;
            squares += gap * gap;
            ++gaps;
        }
        later = &*item;
    }
    constexpr auto n = static_cast<std::int64_t>(regularGaps);
    if (gaps != regularGaps || sum < 200 * n || sum > 60'000 * n)
        return std::nullopt;
    // variance / mean² = (n · Σg² − (Σg)²) / (Σg)², in whole numbers
    return (1000 * (n * squares - sum * sum) + sum * sum - 1) / (sum * sum);
}

bool isByTheClock(std::span<const rules::HistoryItem> history, const std::array<Sym, 2>& pages) {
    constexpr std::int64_t even = 10; // the square of a tenth
    const auto variation = gapVariation(history, pages);
    return variation && *variation <= even;
}

} // namespace wayreeve::perception
