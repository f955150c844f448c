#include "base/cbor.h"
#include "engine/undo_book.h"
#include "interpretation/signal_codec.h"
#include "planning/positions_codec.h"

#include <algorithm>
#include <set>

namespace wayreeve::engine {

void UndoBook::encodeOrder(cbor::Writer& writer) const {
    writer.array(3 * m_order.size());
    for (const Place& place : m_order) {
        writer.instant(place.at);
        writer.uint(place.kept);
        writer.uint(place.gone);
    }
}

void UndoBook::encodeOf(cbor::Writer& writer, std::uint32_t kept) const {
    const auto at = m_merges.find(kept);
    writer.array(at == m_merges.end() ? 0 : at->second.size());
    if (at == m_merges.end())
        return;
    for (const Merge& merge : at->second) {
        writer.array(8);
        perception::encode(writer, merge.record, m_symbols);
        writer.bytes(encodeState(merge.gone, m_symbols));
        interpretation::encode(writer, merge.keptSignals, m_symbols);
        writer.uint(merge.keptOrigin);
        writer.boolean(merge.keptConverted);
        writer.uint(merge.bytes);
        planning::encode(writer, merge.gaveWay.older);
        planning::encode(writer, merge.gaveWay.younger);
    }
}

void UndoBook::decodeOrder(cbor::Reader& reader) {
    clear();
    const std::size_t count = reader.array();
    for (std::size_t i = 0; i < count / 3 && !reader.failed(); ++i) {
        Place place;
        place.at = reader.instant();
        place.kept = static_cast<std::uint32_t>(reader.uint());
        place.gone = static_cast<std::uint32_t>(reader.uint());
        m_order.push_back(place);
    }
}

void UndoBook::decodeOf(cbor::Reader& reader, std::uint32_t kept) {
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        const std::size_t parts = reader.array();
        if (parts != 6 && parts != 8)
            return reader.fail();
        Merge merge;
        auto record = perception::decodeMergeRecord(reader, m_symbols);
        if (!record || record->kept() != kept)
            return reader.fail();
        merge.record = std::move(*record);
        auto gone = decodeState(reader.bytes(), m_symbols);
        if (!gone)
            return reader.fail();
        merge.gone = std::move(*gone);
        auto signals = interpretation::decodeSignalMemory(reader, m_symbols);
        if (!signals)
            return reader.fail();
        merge.keptSignals = std::move(*signals);
        merge.keptOrigin = static_cast<std::uint32_t>(reader.uint());
        merge.keptConverted = reader.boolean();
        merge.bytes = reader.uint();
        if (parts == 6) // journeys ended with the merge then: each comes back as it stood
            merge.gaveWay.younger = merge.gone.positions.instances;
        else if (!planning::decode(reader, merge.gaveWay.older) || !planning::decode(reader, merge.gaveWay.younger))
            return;
        m_merges[kept].push_back(std::move(merge));
    }
}

bool UndoBook::decoded() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> open;
    for (const Place& place : m_order)
        open.emplace(place.kept, place.gone);
    std::size_t found = 0;
    for (auto at = m_merges.begin(); at != m_merges.end();) {
        std::erase_if(at->second, [&](const Merge& one) { return !open.contains({at->first, one.record.gone()}); });
        for (const Merge& merge : at->second)
            m_bytes += merge.bytes;
        found += at->second.size();
        at = at->second.empty() ? m_merges.erase(at) : std::next(at);
    }
    return found == m_order.size();
}

} // namespace wayreeve::engine
