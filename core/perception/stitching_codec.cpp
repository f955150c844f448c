#include "perception/stitching.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

constexpr std::size_t sightingParts = 7;

/// Of a map that is only ever looked up: its keys in one order.
template <class Map>
std::vector<const typename Map::value_type*> sorted(const Map& map) {
    std::vector<const typename Map::value_type*> all;
    all.reserve(map.size());
    for (const auto& one : map)
        all.push_back(&one);
    std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    return all;
}

void expect(cbor::Reader& reader, std::size_t count) {
    if (reader.array() != count)
        reader.fail();
}

template <class Counts>
void writeCounts(cbor::Writer& writer, const Counts& counts) {
    writer.array(counts.size());
    for (const auto n : counts)
        writer.uint(n);
}

template <class Counts>
void readCounts(cbor::Reader& reader, Counts& counts) {
    expect(reader, counts.size());
    for (auto& n : counts)
        n = static_cast<typename Counts::value_type>(reader.uint());
}

template <class Read>
void readPairs(cbor::Reader& reader, Read read) {
    const std::size_t count = reader.array();
    if (count % 2 != 0)
        reader.fail();
    for (std::size_t i = 0; i < count / 2 && !reader.failed(); ++i)
        read();
}

template <class Owners>
void writeOwners(cbor::Writer& writer, const Owners& owners) {
    writer.array(2 * owners.size());
    for (const auto* one : sorted(owners)) {
        writer.uint(one->first);
        writeCounts(writer, one->second);
    }
}

template <class Owners>
void readOwners(cbor::Reader& reader, Owners& owners) {
    owners.clear();
    readPairs(reader, [&] {
        auto& list = owners[reader.uint()];
        const std::size_t count = reader.array();
        if (count > Stitcher::hubLimit + 1)
            reader.fail();
        for (std::size_t i = 0; i < count && !reader.failed(); ++i)
            list.push_back(static_cast<CustomerNo>(reader.uint()));
    });
}

} // namespace

void Crowd::encode(cbor::Writer& writer) const {
    for (const auto& counts : m_counts) {
        writer.array(2 * counts.size());
        for (const auto* one : sorted(counts)) {
            writer.uint(one->first);
            writer.uint(one->second);
        }
    }
    writeCounts(writer, m_totals);
    writeCounts(writer, m_hours);
    writeCounts(writer, m_weekdays);
}

void Crowd::decode(cbor::Reader& reader) {
    for (auto& counts : m_counts) {
        counts.clear();
        readPairs(reader, [&] {
            const std::uint64_t value = reader.uint();
            counts[value] = static_cast<std::uint32_t>(reader.uint());
        });
    }
    readCounts(reader, m_totals);
    readCounts(reader, m_hours);
    readCounts(reader, m_weekdays);
}

/// Fields of which nothing was seen are left out.
void Sightings::encode(cbor::Writer& writer) const {
    writer.array(sightingParts);
    const auto isSeen = [&](std::size_t field) {
        return !m_values[field].empty() || m_totals[field] != 0 || m_latest[field] != 0;
    };
    std::size_t seen = 0;
    for (std::size_t field = 0; field < sightedFields; ++field)
        seen += isSeen(field) ? 1 : 0;
    writer.array(seen);
    for (std::size_t field = 0; field < sightedFields; ++field) {
        if (!isSeen(field))
            continue;
        writer.array(4);
        writer.uint(field);
        writer.array(2 * m_values[field].size());
        for (const Sighted& one : m_values[field]) {
            writer.uint(one.value);
            writer.uint(one.count);
        }
        writer.uint(m_totals[field]);
        writer.uint(m_latest[field]);
    }
    writeCounts(writer, m_hours);
    writeCounts(writer, m_weekdays);
    writer.uint(m_sessions);
    writer.uint(m_events);
    writer.instant(m_first);
    writer.instant(m_last);
}

void Sightings::decode(cbor::Reader& reader) {
    *this = {};
    expect(reader, sightingParts);
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        expect(reader, 4);
        const std::uint64_t field = reader.uint();
        if (field >= sightedFields)
            return reader.fail();
        readPairs(reader, [&] {
            Sighted one;
            one.value = reader.uint();
            one.count = static_cast<std::uint32_t>(reader.uint());
            m_values[field].push_back(one);
        });
        m_totals[field] = static_cast<std::uint32_t>(reader.uint());
        m_latest[field] = reader.uint();
    }
    readCounts(reader, m_hours);
    readCounts(reader, m_weekdays);
    m_sessions = static_cast<std::uint32_t>(reader.uint());
    m_events = static_cast<std::uint32_t>(reader.uint());
    m_first = reader.instant();
    m_last = reader.instant();
}

void Stitcher::encode(cbor::Writer& writer) const {
    m_crowd.encode(writer);
    writer.array(3 * m_makes.size());
    for (const auto* one : sorted(m_makes)) {
        writer.uint(one->first);
        writer.real(one->second.devices);
        writer.real(one->second.shared);
    }
    writer.real(m_allMakes.devices);
    writer.real(m_allMakes.shared);
    for (const Owners* owners : {&m_devices, &m_addresses, &m_prints})
        writeOwners(writer, *owners);
}

void Stitcher::decode(cbor::Reader& reader) {
    *this = Stitcher(m_model);
    m_crowd.decode(reader);
    const std::size_t makes = reader.array();
    for (std::size_t i = 0; i < makes / 3 && !reader.failed(); ++i) {
        Makes& make = m_makes[reader.uint()];
        make.devices = reader.real();
        make.shared = reader.real();
    }
    m_allMakes.devices = reader.real();
    m_allMakes.shared = reader.real();
    for (Owners* owners : {&m_devices, &m_addresses, &m_prints})
        readOwners(reader, *owners);
}

void Stitcher::encodeOf(cbor::Writer& writer, CustomerNo customer) const {
    if (customer >= m_people.size())
        return writer.null();
    const Person& who = m_people[customer];
    const auto from = m_merges.lower_bound({customer, 0});
    auto to = from;
    while (to != m_merges.end() && to->first.first == customer)
        ++to;
    if (who.parent == customer && !who.known && who.sightings == Sightings() && from == to)
        return writer.null();
    writer.array(4);
    writer.uint(who.parent);
    writer.boolean(who.known);
    who.sightings.encode(writer);
    writer.array(static_cast<std::size_t>(std::distance(from, to)));
    for (auto merge = from; merge != to; ++merge) {
        writer.array(4);
        writer.uint(merge->first.second);
        merge->second.gone.encode(writer);
        writer.boolean(merge->second.keptKnown);
        writer.boolean(merge->second.goneKnown);
    }
}

void Stitcher::decodeOf(cbor::Reader& reader, CustomerNo customer) {
    if (reader.nextIsNull())
        return;
    expect(reader, 4);
    Person& who = person(customer);
    who.parent = static_cast<CustomerNo>(reader.uint());
    who.known = reader.boolean();
    who.sightings.decode(reader);
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        expect(reader, 4);
        Before& before = m_merges[{customer, static_cast<CustomerNo>(reader.uint())}];
        before.gone.decode(reader);
        before.keptKnown = reader.boolean();
        before.goneKnown = reader.boolean();
    }
}

} // namespace wayreeve::perception
