#include "session/identities.h"

#include "audit/events.h"
#include "perception/event_codec.h"
#include "perception/identity.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace wayreeve::session {

namespace {

constexpr std::int64_t page = 20'000;

struct Seen {
    std::uint64_t sequence = 0;
    Instant receivedAt;
    std::vector<std::string> ids; ///< by their weight
};
using Events = std::map<std::uint64_t, const Seen*>; ///< by sequence

bool hasAny(const std::set<std::string>& ids, const std::vector<std::string>& some) {
    return std::any_of(some.begin(), some.end(), [&](const std::string& id) { return ids.contains(id); });
}

std::set<std::string> idsIn(const Events& events) {
    std::set<std::string> ids;
    for (const auto& [sequence, event] : events)
        ids.insert(event->ids.begin(), event->ids.end());
    return ids;
}

/// Merges and un-merges folded over the events of those whom they concern, as perception::MergeRecord folds them.
class Fold {
public:
    explicit Fold(std::vector<Identities::Change> changes)
        : m_changes(std::move(changes)) {}

    void take(const audit::EventRow& row, const Symbols& symbols) {
        changeUntil(row.receivedAt);
        Seen& seen = m_seen[row.sequence];
        seen.sequence = row.sequence;
        seen.receivedAt = row.receivedAt;
        cbor::Reader body(row.body);
        if (!row.body.empty()) // erased otherwise
            if (const auto event = perception::decodeEvent(body, symbols))
                seen.ids = perception::idsByWeight(*event);
        m_of[personOf(row.customer)].emplace(row.sequence, &seen);
    }

    void finish() { changeUntil(Instant::never()); }

    [[nodiscard]] const std::map<std::uint32_t, Events>& all() const { return m_of; }

    /// Who was taken over has what it had then.
    [[nodiscard]] Events of(std::uint32_t customer) const {
        if (m_into.contains(customer))
            for (auto open = m_open.rbegin(); open != m_open.rend(); ++open)
                if (open->younger == customer)
                    return open->gone;
        const auto at = m_of.find(customer);
        return at == m_of.end() ? Events() : at->second;
    }

private:
    struct Open {
        std::uint32_t older = 0, younger = 0;
        Instant at;
        Events kept, gone; ///< of both, before
    };

    [[nodiscard]] std::uint32_t personOf(std::uint32_t customer) const {
        for (auto at = m_into.find(customer); at != m_into.end(); at = m_into.find(customer))
            customer = at->second;
        return customer;
    }

    void changeUntil(Instant at) {
        for (; m_next < m_changes.size() && m_changes[m_next].at <= at; ++m_next)
            m_changes[m_next].undone ? part(m_changes[m_next]) : merge(m_changes[m_next]);
    }

    void merge(const Identities::Change& change) {
        const std::uint32_t older = personOf(change.older);
        if (older == change.younger || m_into.contains(change.younger))
            return;
        m_open.push_back({older, change.younger, change.at, m_of[older], m_of[change.younger]});
        m_of[older].insert(m_open.back().gone.begin(), m_open.back().gone.end());
        m_of.erase(change.younger);
        m_into[change.younger] = older;
    }

    void part(const Identities::Change& change) {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [&](const Open& open) {
            return open.younger == change.younger && open.older == change.older;
        });
        if (found == m_open.rend())
            return;
        const auto at = std::prev(found.base());
        std::vector<Open> later;
        for (auto open = std::next(at); open != m_open.end(); ++open)
            if (open->older == at->older)
                later.push_back(*open);
        Sides sides{at->kept, at->gone, idsIn(at->kept), idsIn(at->gone)};
        m_into.erase(at->younger);
        for (const std::uint32_t follows : divide(sides, m_of[at->older], later))
            m_into[follows] = at->younger;
        m_of[at->older] = std::move(sides.kept);
        m_of[at->younger] = std::move(sides.gone);
        const std::uint32_t older = at->older;
        const auto from = static_cast<std::size_t>(at - m_open.begin());
        std::size_t place = 0;
        std::erase_if(m_open, [&](const Open& open) { return place++ >= from && open.older == older; });
    }

    struct Sides {
        Events kept, gone;
        std::set<std::string> keptIds, goneIds;
        [[nodiscard]] bool isGones(const Seen& event) const {
            for (const std::string& id : event.ids) {
                if (keptIds.contains(id))
                    return false;
                if (goneIds.contains(id))
                    return true;
            }
            return false;
        }
        void add(const Seen& event, bool toGone) {
            (toGone ? gone : kept).emplace(event.sequence, &event);
            const std::set<std::string>& others = toGone ? keptIds : goneIds;
            for (const std::string& id : event.ids)
                if (!others.contains(id))
                    (toGone ? goneIds : keptIds).insert(id);
        }
    };

    /// What came since goes where its ids say, a third with the event that linked it. Answers who goes along.
    static std::vector<std::uint32_t> divide(Sides& sides, const Events& all, std::vector<Open>& later) {
        std::vector<std::uint32_t> followers;
        std::set<std::uint64_t> ofThirds;
        for (const Open& third : later)
            for (const auto& [sequence, event] : third.gone)
                ofThirds.insert(sequence);
        const auto addThird = [&](const Open& third, bool toGone) {
            for (const auto& [sequence, event] : third.gone)
                sides.add(*event, toGone);
            if (toGone)
                followers.push_back(third.younger);
        };
        for (const auto& [sequence, event] : all) {
            if (sides.kept.contains(sequence) || sides.gone.contains(sequence) || ofThirds.contains(sequence))
                continue;
            const bool toGone = sides.isGones(*event);
            for (auto third = later.begin(); third != later.end();) {
                if (event->receivedAt < third->at || !hasAny(idsIn(third->gone), event->ids)) {
                    ++third;
                    continue;
                }
                addThird(*third, toGone);
                third = later.erase(third);
            }
            sides.add(*event, toGone);
        }
        for (const Open& third : later)
            addThird(third, false);
        return followers;
    }

    std::vector<Identities::Change> m_changes;
    std::size_t m_next = 0;
    std::map<std::uint64_t, Seen> m_seen; ///< by sequence; addresses stay
    std::map<std::uint32_t, Events> m_of;
    std::vector<Open> m_open;
    std::map<std::uint32_t, std::uint32_t> m_into;
};

} // namespace

Result<Identities> Identities::read(audit::LedgerReader& reader, const audit::RunInfo& run) {
    const auto entries = reader.identityEntries(run.id);
    if (!entries)
        return entries.error();
    Identities made;
    made.m_start = run.start;
    made.m_epoch = run.epoch;
    for (const audit::Entry& entry : *entries) {
        if (entry.kind == audit::EntryKind::Merge) {
            const auto record = audit::decodeMerge(entry);
            if (!record)
                return record.error();
            made.add({false, record->older, record->younger, entry.time});
        } else if (entry.kind == audit::EntryKind::Unmerge) {
            const auto record = audit::decodeUnmerge(entry);
            if (!record)
                return record.error();
            made.add({true, record->older, record->younger, entry.time});
        } else { // the merges of the erased cannot be read any more; who they were as one still can
            const auto record = audit::decodeErasure(entry);
            if (!record)
                return record.error();
            for (const std::uint32_t number : record->customers)
                if (made.personOf(number) != made.personOf(record->customers.front()))
                    made.add({false, record->customers.front(), number, entry.time});
        }
    }
    return made;
}

void Identities::add(const Change& change) {
    m_changes.push_back(change);
    m_related.try_emplace(change.older, change.older);
    m_related.try_emplace(change.younger, change.younger);
    m_related[common(change.younger)] = common(change.older);
    if (change.undone)
        m_into.erase(change.younger);
    else
        m_into[change.younger] = change.older;
}

std::uint32_t Identities::common(std::uint32_t customer) const {
    for (auto next = m_related.find(customer); next->second != customer; next = m_related.find(customer))
        customer = next->second;
    return customer;
}

std::vector<Identities::Change> Identities::until(Instant at) const {
    if (at.isNever() || m_epoch.ms <= 0)
        return m_changes;
    const std::int64_t epochs = std::max<std::int64_t>(0, (at - m_start).ms) / m_epoch.ms;
    const Instant end = m_start + Duration{(epochs + 1) * m_epoch.ms};
    std::vector<Change> known;
    for (const Change& change : m_changes)
        if (change.at < end)
            known.push_back(change);
    return known;
}

std::vector<std::uint32_t> Identities::related(std::uint32_t customer) const {
    if (!isRelated(customer))
        return {customer};
    const std::uint32_t own = common(customer);
    std::vector<std::uint32_t> numbers;
    for (const auto& [number, towards] : m_related)
        if (common(number) == own)
            numbers.push_back(number);
    return numbers;
}

std::uint32_t Identities::personOf(std::uint32_t customer, Instant at) const {
    if (!isRelated(customer))
        return customer;
    std::map<std::uint32_t, std::uint32_t> then;
    for (const Change& change : at.isNever() ? std::vector<Change>() : until(at)) {
        if (change.undone)
            then.erase(change.younger);
        else
            then[change.younger] = change.older;
    }
    const auto& into = at.isNever() ? m_into : then;
    for (auto next = into.find(customer); next != into.end(); next = into.find(customer))
        customer = next->second;
    return customer;
}

Result<std::vector<audit::EventRow>> eventsOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                              const Symbols& symbols, const Identities& identities,
                                              std::uint32_t customer, Instant at, std::int64_t limit) {
    std::vector<audit::EventRow> rows;
    for (const std::uint32_t number : identities.related(customer)) {
        std::int64_t left = limit;
        for (std::uint64_t after = 0; left > 0;) {
            const std::int64_t want = std::min(left, page);
            auto some = reader.events(run.id, number, after, want);
            if (!some)
                return some.error();
            for (audit::EventRow& row : *some) {
                after = row.sequence;
                if (row.receivedAt <= at)
                    rows.push_back(std::move(row));
            }
            left -= want;
            if (static_cast<std::int64_t>(some->size()) < want)
                break;
        }
    }
    if (!identities.isRelated(customer))
        return rows;
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
    Fold fold(identities.until(at));
    for (const audit::EventRow& row : rows)
        fold.take(row, symbols);
    fold.finish();
    const Events own = fold.of(customer);
    std::erase_if(rows, [&](const audit::EventRow& row) { return !own.contains(row.sequence); });
    return rows;
}

Result<EventOwners> EventOwners::read(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols,
                                      const Identities& identities) {
    EventOwners owners;
    std::vector<Identities::Change> changes = identities.until(Instant::never());
    if (changes.empty())
        return owners;
    Fold fold(std::move(changes));
    std::map<std::uint64_t, std::uint32_t> stored;
    for (std::uint64_t after = 0;;) {
        const auto rows = reader.events(run.id, std::nullopt, after, page);
        if (!rows)
            return rows.error();
        for (const audit::EventRow& row : *rows) {
            after = row.sequence;
            if (!identities.isRelated(row.customer))
                continue;
            fold.take(row, symbols);
            stored.emplace(row.sequence, row.customer);
        }
        if (static_cast<std::int64_t>(rows->size()) < page)
            break;
    }
    fold.finish();
    for (const auto& [customer, events] : fold.all())
        for (const auto& [sequence, event] : events)
            if (stored.at(sequence) != customer)
                owners.m_owners.emplace(sequence, customer);
    return owners;
}

std::uint32_t EventOwners::of(const audit::EventRow& row) const {
    const auto at = m_owners.find(row.sequence);
    return at == m_owners.end() ? row.customer : at->second;
}

Result<std::set<std::uint32_t>> notPeople(audit::LedgerReader& reader, const audit::RunInfo& run,
                                          const Identities& identities) {
    const auto rows = reader.customers(run.id, {}, std::numeric_limits<std::int64_t>::max());
    if (!rows)
        return rows.error();
    std::set<std::uint32_t> found;
    for (const audit::CustomerRow& row : *rows)
        if (row.noPerson)
            found.insert(row.number);
    const std::set<std::uint32_t> own = found;
    for (const audit::CustomerRow& row : *rows)
        if (identities.isRelated(row.number) && own.contains(identities.personOf(row.number)))
            found.insert(row.number);
    return found;
}

} // namespace wayreeve::session
