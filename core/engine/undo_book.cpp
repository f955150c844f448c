#include "engine/undo_book.h"

#include "perception/customer_codec.h"
#include "perception/event_codec.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr std::size_t frame = 1024; ///< about what a merge takes besides its bytes
constexpr std::size_t eventFrame = sizeof(perception::Event);

std::size_t sizeOf(const perception::Event& event, const Symbols& symbols) {
    cbor::Writer writer;
    perception::encode(writer, event, symbols);
    return writer.take().size() + eventFrame;
}

std::size_t sizeOf(const perception::Customer& customer, const Symbols& symbols) {
    cbor::Writer writer;
    perception::encode(writer, customer, symbols);
    return writer.take().size();
}

} // namespace

void UndoBook::clear() {
    m_merges.clear();
    m_order.clear();
    m_bytes = 0;
}

void UndoBook::add(Merge merge, const perception::Customer& gone, const perception::Event& link) {
    const std::uint32_t kept = merge.record.kept();
    std::vector<Merge>& merges = m_merges[kept];
    if (!merges.empty()) {
        const std::size_t more = sizeOf(gone, m_symbols) + sizeOf(link, m_symbols);
        for (Merge& earlier : merges) {
            earlier.record.noteAbsorbed(gone, link, m_symbols);
            earlier.bytes += more;
            m_bytes += more;
        }
    }
    merge.bytes = merge.record.byteCount() + frame;
    m_bytes += merge.bytes;
    m_order.push_back({merge.record.at(), kept, merge.record.gone()});
    merges.push_back(std::move(merge));
    if (merges.size() > mergeLimit)
        erase(kept, merges.front().record.gone());
    keepWithinBytes();
}

void UndoBook::note(std::vector<Merge>& merges, const perception::Event& event) {
    const std::size_t more = sizeOf(event, m_symbols);
    for (Merge& merge : merges) {
        merge.record.note(event);
        merge.bytes += more;
        m_bytes += more;
    }
}

void UndoBook::note(const std::map<std::uint32_t, std::vector<EventTrigger>>& events) {
    if (m_merges.empty())
        return;
    for (const auto& [customer, triggers] : events) {
        const auto at = m_merges.find(customer);
        if (at == m_merges.end())
            continue;
        for (const EventTrigger& trigger : triggers)
            note(at->second, *trigger.event);
        while (m_merges.contains(customer) && at->second.front().record.steps() > stepLimit)
            erase(customer, at->second.front().record.gone());
    }
    keepWithinBytes();
}

void UndoBook::keepWithinBytes() {
    while (m_bytes > byteLimit && !m_order.empty())
        erase(m_order.front().kept, m_order.front().gone);
}

void UndoBook::forgetBefore(Instant now) {
    while (!m_order.empty() && m_order.front().at + m_period <= now)
        erase(m_order.front().kept, m_order.front().gone);
}

void UndoBook::erase(std::uint32_t kept, std::uint32_t gone) {
    const auto at = m_merges.find(kept);
    if (at == m_merges.end())
        return;
    const auto merge =
        std::find_if(at->second.begin(), at->second.end(), [&](const Merge& one) { return one.record.gone() == gone; });
    if (merge == at->second.end())
        return;
    const Instant when = merge->record.at();
    m_bytes -= merge->bytes;
    at->second.erase(merge);
    const auto from = std::lower_bound(m_order.begin(), m_order.end(), when,
                                       [](const Place& place, Instant instant) { return place.at < instant; });
    const auto place =
        std::find_if(from, m_order.end(), [&](const Place& one) { return one.kept == kept && one.gone == gone; });
    if (place != m_order.end())
        m_order.erase(place);
    if (at->second.empty())
        m_merges.erase(at);
}

const UndoBook::Merge* UndoBook::find(std::uint32_t kept, std::uint32_t gone) const {
    const auto at = m_merges.find(kept);
    if (at == m_merges.end())
        return nullptr;
    for (const Merge& merge : at->second)
        if (merge.record.gone() == gone)
            return &merge;
    return nullptr;
}

const UndoBook::Merge* UndoBook::newest(std::uint32_t kept) const {
    const auto at = m_merges.find(kept);
    return at == m_merges.end() ? nullptr : &at->second.back();
}

std::pair<UndoBook::Merge, std::vector<UndoBook::Merge>> UndoBook::take(const perception::Unmerged& apart) {
    const std::uint32_t kept = apart.kept.number, gone = apart.gone.number;
    std::pair<Merge, std::vector<Merge>> taken;
    std::vector<Merge> merges = m_merges.at(kept);
    bool later = false;
    for (const Merge& merge : merges) {
        if (merge.record.gone() == gone) {
            taken.first = merge;
            later = true;
        } else if (later) {
            taken.second.push_back(merge);
        } else {
            // It began before: to it the revived one was a third, who is not there any more.
            Merge earlier = merge;
            erase(kept, merge.record.gone());
            if (!earlier.record.withdraw(gone, apart.keptSince, m_symbols))
                continue;
            m_bytes += earlier.bytes; // no less than it holds
            m_order.insert(std::upper_bound(m_order.begin(), m_order.end(), earlier.record.at(),
                                            [](Instant a, const Place& b) { return a < b.at; }),
                           {earlier.record.at(), kept, earlier.record.gone()});
            m_merges[kept].push_back(std::move(earlier));
            continue;
        }
        erase(kept, merge.record.gone());
    }
    // The revived one's own merges slept meanwhile.
    if (const auto own = m_merges.find(gone); own != m_merges.end()) {
        if (apart.goneAbsorbed.empty())
            for (const perception::Event& event : apart.goneSince)
                note(own->second, event);
        else
            while (m_merges.contains(gone))
                erase(gone, m_merges.at(gone).front().record.gone());
    }
    keepWithinBytes();
    return taken;
}

} // namespace wayreeve::engine
