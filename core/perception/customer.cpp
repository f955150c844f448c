#include "perception/customer.h"

#include "base/json.h"
#include "perception/perceiver.h"

#include <algorithm>
#include <tuple>

namespace wayreeve::perception {

bool historyBefore(const rules::HistoryItem& a, const rules::HistoryItem& b) {
    if (a.time != b.time)
        return a.time < b.time;
    if (a.event != b.event)
        return a.event < b.event;
    return writeCanonicalJson(a.properties) < writeCanonicalJson(b.properties);
}

bool consentHolds(const std::vector<Consent>& consents, Sym purpose, documents::Channel channel) {
    const Consent* newest = nullptr;
    for (const Consent& c : consents) {
        if (c.purpose != purpose || (c.channel != channel && c.channel != documents::Channel::None))
            continue;
        if (!newest || c.since > newest->since || (c.since == newest->since && !c.granted))
            newest = &c;
    }
    return newest && newest->granted;
}

void trimHistory(std::vector<rules::HistoryItem>& history, std::span<const Sym> lasting) {
    constexpr std::size_t limit = Perceiver::historyLimit, share = limit / 2;
    if (history.size() <= limit)
        return;
    const auto lasts = [&](const rules::HistoryItem& item) {
        return std::find(lasting.begin(), lasting.end(), item.event) != lasting.end();
    };
    const std::size_t tooMany = history.size() - limit;
    const auto lastingCount = static_cast<std::size_t>(std::count_if(history.begin(), history.end(), lasts));
    std::size_t ofLasting = std::min(tooMany, lastingCount > share ? lastingCount - share : 0);
    std::size_t ofOthers = tooMany - ofLasting;
    std::erase_if(history, [&](const rules::HistoryItem& item) {
        std::size_t& left = lasts(item) ? ofLasting : ofOthers;
        return left > 0 && left-- > 0;
    });
}

void stateConsent(std::vector<Consent>& consents, const Consent& statement) {
    const auto key = [](const Consent& c) { return std::tuple(c.purpose, c.channel); };
    const auto at = std::lower_bound(consents.begin(), consents.end(), statement,
                                     [&](const Consent& a, const Consent& b) { return key(a) < key(b); });
    if (at == consents.end() || key(*at) != key(statement))
        consents.insert(at, statement);
    else if (statement.since > at->since || (statement.since == at->since && !statement.granted))
        *at = statement;
}

} // namespace wayreeve::perception
