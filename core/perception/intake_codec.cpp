#include "perception/intake.h"

#include <algorithm>
#include <map>
#include <set>

namespace wayreeve::perception {
namespace {

constexpr std::uint64_t version = 1;

template <class Map, class Write>
void writeSorted(cbor::Writer& writer, const Map& unordered, Write write) {
    const std::map<typename Map::key_type, typename Map::mapped_type> sorted(unordered.begin(), unordered.end());
    writer.array(2 * sorted.size());
    for (const auto& [key, value] : sorted)
        write(key, value);
}

template <class Read>
void readPairs(cbor::Reader& reader, Read read) {
    const std::size_t count = reader.array();
    if (count % 2 != 0)
        reader.fail();
    for (std::size_t i = 0; i < count / 2 && !reader.failed(); ++i)
        read();
}

} // namespace

void SeenIds::encode(cbor::Writer& writer) const {
    writer.instant(m_since);
    for (const auto* generation : {&m_now, &m_before}) {
        const std::set<std::uint64_t> sorted(generation->begin(), generation->end());
        writer.array(sorted.size());
        for (const std::uint64_t hash : sorted)
            writer.uint(hash);
    }
}

void SeenIds::decode(cbor::Reader& reader) {
    m_since = reader.instant();
    for (auto* generation : {&m_now, &m_before}) {
        generation->clear();
        for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
            generation->insert(reader.uint());
    }
}

void IdentityMap::forget(CustomerNo number) {
    std::erase_if(m_owner, [&](const auto& one) {
        const bool theirs = root(one.second) == number;
        if (theirs)
            m_joins.erase(one.first);
        return theirs;
    });
    m_pending.erase(number);
    for (auto& [known, others] : m_pending)
        std::erase_if(others, [&](CustomerNo other) { return root(other) == number; });
    std::erase_if(m_pending, [](const auto& one) { return one.second.empty(); });
}

void IdentityMap::encode(cbor::Writer& writer) const {
    writeSorted(writer, m_owner, [&](const std::string& key, CustomerNo owner) {
        writer.text(key);
        writer.uint(owner);
    });
    writer.array(m_parent.size());
    for (const CustomerNo parent : m_parent)
        writer.uint(parent);
    writeSorted(writer, m_joins, [&](const std::string& key, std::size_t joins) {
        writer.text(key);
        writer.uint(joins);
    });
    writeSorted(writer, m_pending, [&](CustomerNo number, const std::vector<CustomerNo>& others) {
        writer.uint(number);
        writer.array(others.size());
        for (const CustomerNo other : others)
            writer.uint(other);
    });
    writer.array(2 * m_parted.size());
    for (const auto& [a, b] : m_parted) {
        writer.uint(a);
        writer.uint(b);
    }
    writer.uint(m_count);
}

void IdentityMap::decode(cbor::Reader& reader) {
    *this = IdentityMap();
    const auto number = [&] { return static_cast<CustomerNo>(reader.uint()); };
    readPairs(reader, [&] {
        std::string key = reader.text();
        m_owner.emplace(std::move(key), number());
    });
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        m_parent.push_back(number());
    readPairs(reader, [&] {
        std::string key = reader.text();
        m_joins.emplace(std::move(key), reader.uint());
    });
    readPairs(reader, [&] {
        auto& others = m_pending[number()];
        for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
            others.push_back(number());
    });
    readPairs(reader, [&] {
        const CustomerNo a = number();
        m_parted.emplace_back(a, number());
    });
    m_count = reader.uint();
    const auto isKnown = [&](CustomerNo one) { return one < m_parent.size(); };
    if (!std::all_of(m_parent.begin(), m_parent.end(), isKnown) ||
        !std::all_of(m_owner.begin(), m_owner.end(), [&](const auto& one) { return isKnown(one.second); }))
        reader.fail();
}

void Intake::forget(CustomerNo number) {
    m_identities.forget(number);
    if (m_stitcher)
        m_stitcher = std::make_unique<Stitcher>();
}

void Intake::encode(cbor::Writer& writer) const {
    writer.uint(version);
    m_seen.encode(writer);
    writer.instant(m_newest);
    for (const std::uint64_t count : m_counts)
        writer.uint(count);
    m_identities.encode(writer);
}

void Intake::decode(cbor::Reader& reader) {
    if (reader.uint() != version)
        reader.fail();
    m_seen.decode(reader);
    m_newest = reader.instant();
    for (std::uint64_t& count : m_counts)
        count = reader.uint();
    m_identities.decode(reader);
    if (m_stitcher)
        m_stitcher = std::make_unique<Stitcher>();
}

} // namespace wayreeve::perception
