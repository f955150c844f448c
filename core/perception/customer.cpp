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

void HistoryNeeds::add(Sym event, Duration reach) {
    if (event == 0) {
        every = std::max(every, reach);
        return;
    }
    const auto at = std::lower_bound(events.begin(), events.end(), event,
                                     [](const auto& one, Sym symbol) { return one.first < symbol; });
    if (at != events.end() && at->first == event)
        at->second = std::max(at->second, reach);
    else
        events.insert(at, {event, reach});
}

Duration HistoryNeeds::reach(Sym event) const {
    const auto at = std::lower_bound(events.begin(), events.end(), event,
                                     [](const auto& one, Sym symbol) { return one.first < symbol; });
    return at != events.end() && at->first == event ? std::max(at->second, every) : every;
}

namespace {

/// How many of each event, from the newest on.
class Tally {
public:
    std::size_t& of(Sym event) {
        for (auto& [symbol, count] : m_counts)
            if (symbol == event)
                return count;
        return m_counts.emplace_back(event, 0).second;
    }

private:
    std::vector<std::pair<Sym, std::size_t>> m_counts; // few
};

void noteCut(std::vector<rules::HistoryCut>& cut, Sym event, Instant until) {
    const auto at = std::lower_bound(cut.begin(), cut.end(), event,
                                     [](const rules::HistoryCut& one, Sym symbol) { return one.event < symbol; });
    if (at == cut.end() || at->event != event)
        cut.insert(at, {event, until});
    else
        at->until = std::max(at->until, until);
}

} // namespace

void trimHistory(Customer& customer, const HistoryNeeds& needs) {
    std::vector<rules::HistoryItem>& history = customer.history;
    if (history.size() <= Perceiver::historyLimit)
        return;
    const Instant newest = history.back().time;
    const auto isReached = [&](Sym event, Instant at) { return newest - at < needs.reach(event); };
    Tally seen;
    std::size_t lasting = 0, kept = history.size();
    for (std::size_t i = history.size(), newer = 0; i-- > 0; ++newer) {
        const rules::HistoryItem& item = history[i];
        const bool lasts = std::find(needs.lasting.begin(), needs.lasting.end(), item.event) != needs.lasting.end();
        const bool early = lasts && lasting++ < Perceiver::historyLimit / 2;
        const std::size_t rank = seen.of(item.event)++;
        const bool reached = newer >= Perceiver::historyLimit && isReached(item.event, item.time);
        if (reached && rank >= Perceiver::eventLimit && !early)
            noteCut(customer.cut, item.event, item.time);
        if (newer < Perceiver::historyLimit || early || (reached && rank < Perceiver::eventLimit)) {
            --kept;
            if (kept != i)
                history[kept] = std::move(history[i]);
        }
    }
    history.erase(history.begin(), history.begin() + static_cast<std::ptrdiff_t>(kept));
    std::erase_if(customer.cut, [&](const rules::HistoryCut& one) { return !isReached(one.event, one.until); });
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
