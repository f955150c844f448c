#include "base/hash.h"
#include "perception/intake.h"

#include <algorithm>
#include <map>

namespace wayreeve::perception {
namespace {

constexpr std::uint64_t version = 4, oldVersion = 1;
constexpr int fatesIn(std::uint64_t found) {
    return found < 3 ? 5 : found < 4 ? 6 : fateCount;
}

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
        std::vector<std::uint64_t> sorted(generation->begin(), generation->end());
        std::sort(sorted.begin(), sorted.end());
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
    writer.array(m_parent.size());
    for (const CustomerNo parent : m_parent)
        writer.uint(parent);
    std::map<std::uint64_t, std::size_t> joins;
    for (const auto& [key, count] : m_joins)
        joins[stableHash64(key)] = count;
    writer.array(2 * joins.size());
    for (const auto& [hash, count] : joins) {
        writer.uint(hash);
        writer.uint(count);
    }
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
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        m_parent.push_back(static_cast<CustomerNo>(reader.uint()));
    readPairs(reader, [&] {
        const std::uint64_t hash = reader.uint();
        m_joinsOf[hash] = reader.uint();
    });
    decodeRest(reader);
}

void IdentityMap::decodeOld(cbor::Reader& reader) {
    *this = IdentityMap();
    readPairs(reader, [&] {
        std::string key = reader.text();
        m_owner.emplace(std::move(key), static_cast<CustomerNo>(reader.uint()));
    });
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        m_parent.push_back(static_cast<CustomerNo>(reader.uint()));
    readPairs(reader, [&] {
        std::string key = reader.text();
        m_joins.emplace(std::move(key), reader.uint());
    });
    decodeRest(reader);
    if (!std::all_of(m_owner.begin(), m_owner.end(), [&](const auto& one) { return one.second < m_parent.size(); }))
        reader.fail();
}

void IdentityMap::decodeRest(cbor::Reader& reader) {
    const auto number = [&] { return static_cast<CustomerNo>(reader.uint()); };
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
    if (!std::all_of(m_parent.begin(), m_parent.end(), [&](CustomerNo one) { return one < m_parent.size(); }))
        reader.fail();
}

std::vector<std::vector<const std::string*>> IdentityMap::idsOf(std::span<const CustomerNo> owners) const {
    std::vector<std::vector<const std::string*>> ids(owners.size());
    std::vector<std::uint32_t> place(m_parent.size(), 0); // and one
    for (std::size_t i = 0; i < owners.size(); ++i)
        if (owners[i] < place.size())
            place[owners[i]] = static_cast<std::uint32_t>(i + 1);
    for (const auto& [key, owner] : m_owner)
        if (place[owner] != 0)
            ids[place[owner] - 1].push_back(&key);
    for (auto& theirs : ids)
        std::sort(theirs.begin(), theirs.end(), [](const auto* a, const auto* b) { return *a < *b; });
    return ids;
}

bool IdentityMap::own(CustomerNo number, std::string id) {
    if (number >= m_parent.size())
        return false;
    if (!m_joinsOf.empty())
        if (const auto joins = m_joinsOf.find(stableHash64(id)); joins != m_joinsOf.end())
            m_joins[id] = joins->second;
    return m_owner.emplace(std::move(id), number).second;
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
    writer.boolean(m_stitcher != nullptr);
    if (m_stitcher)
        m_stitcher->encode(writer);
}

void Intake::decode(cbor::Reader& reader) {
    const std::uint64_t found = reader.uint();
    if (found < oldVersion || found > version)
        reader.fail();
    m_seen.decode(reader);
    m_newest = reader.instant();
    for (int fate = 0; fate < fatesIn(found); ++fate)
        m_counts[static_cast<std::size_t>(fate)] = reader.uint();
    if (m_stitcher)
        m_stitcher = std::make_unique<Stitcher>();
    if (found == oldVersion)
        return m_identities.decodeOld(reader);
    m_identities.decode(reader);
    if (reader.boolean() != (m_stitcher != nullptr)) // a document's setting, and the documents are the same
        reader.fail();
    if (m_stitcher)
        m_stitcher->decode(reader);
}

void Intake::encodeOf(cbor::Writer& writer, CustomerNo number, std::span<const std::string* const> ids) const {
    writer.array(ids.size());
    for (const std::string* const id : ids)
        writer.text(*id);
    if (m_stitcher)
        m_stitcher->encodeOf(writer, number);
}

void Intake::decodeOf(cbor::Reader& reader, CustomerNo number) {
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        if (!m_identities.own(number, reader.text()))
            reader.fail();
    if (m_stitcher)
        m_stitcher->decodeOf(reader, number);
}

} // namespace wayreeve::perception
