#include "audit/body.h"
#include "audit/events.h"
#include "planning/codec_parts.h"

#include <cstring>
#include <string>
#include <type_traits>

namespace wayreeve::audit {

std::string_view nameOf(EntryKind kind) {
    switch (kind) {
    case EntryKind::RunStarted:
        return "run-started";
    case EntryKind::Decision:
        return "decision";
    case EntryKind::DrawnAction:
        return "drawn-action";
    case EntryKind::DidNotFit:
        return "did-not-fit";
    case EntryKind::Claim:
        return "claim";
    case EntryKind::Release:
        return "release";
    case EntryKind::Edit:
        return "edit";
    case EntryKind::Verdict:
        return "verdict";
    case EntryKind::Expiry:
        return "expiry";
    case EntryKind::Void:
        return "void";
    case EntryKind::Supersede:
        return "supersede";
    case EntryKind::Discard:
        return "discard";
    case EntryKind::Dispatch:
        return "dispatch";
    case EntryKind::DispatchResult:
        return "dispatch-result";
    case EntryKind::Outcome:
        return "outcome";
    case EntryKind::RewardClosed:
        return "reward-closed";
    case EntryKind::ModelUpdate:
        return "model-update";
    case EntryKind::Review:
        return "review";
    case EntryKind::Stop:
        return "stop";
    case EntryKind::Lift:
        return "lift";
    case EntryKind::Merge:
        return "merge";
    case EntryKind::Consent:
        return "consent";
    case EntryKind::Unmerge:
        return "unmerge";
    case EntryKind::Erasure:
        return "erasure";
    case EntryKind::RunEnded:
        return "run-ended";
    case EntryKind::Erased:
        return "erased";
    }
    return {};
}

Hash256 linkAfter(const Hash256& previous, const Hash256& entry) {
    Hasher hasher;
    hasher.add(previous);
    hasher.add(entry);
    return hasher.finish();
}

void Chain::append(Entry& entry) {
    entry.number = ++m_count;
    entry.hash = hashOf(entry.body);
    m_head = linkAfter(m_head, entry.hash);
    m_records.add(entry.hash);
}

void Chain::resume(const std::vector<Hash256>& hashes) {
    *this = Chain();
    for (const Hash256& hash : hashes) {
        ++m_count;
        m_head = linkAfter(m_head, hash);
        m_records.add(hash);
    }
}

namespace {

static_assert(std::is_trivially_copyable_v<Hasher>);
constexpr std::size_t digest = sizeof(Hash256::bytes), stateSize = sizeof(std::uint64_t) + 2 * digest + sizeof(Hasher);
/// Where libsodium's BLAKE2b state says how much of its buffer of two blocks is filled.
constexpr std::size_t filledAt = 352, bufferSize = 256;

} // namespace

/// Number of entries, head, hash of the records so far, the hasher.
std::vector<std::uint8_t> Chain::state() const {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(stateSize);
    for (std::size_t i = 0; i < sizeof m_count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(m_count >> (8 * i)));
    bytes.insert(bytes.end(), m_head.bytes.begin(), m_head.bytes.end());
    const Hash256 records = recordsHash();
    bytes.insert(bytes.end(), records.bytes.begin(), records.bytes.end());
    bytes.resize(stateSize);
    std::memcpy(bytes.data() + stateSize - sizeof(Hasher), &m_records, sizeof(Hasher));
    return bytes;
}

bool Chain::restore(std::span<const std::uint8_t> state) {
    if (state.size() != stateSize)
        return false;
    Chain restored;
    for (std::size_t i = 0; i < sizeof m_count; ++i)
        restored.m_count |= static_cast<std::uint64_t>(state[i]) << (8 * i);
    Hash256 records;
    std::memcpy(restored.m_head.bytes.data(), state.data() + sizeof m_count, digest);
    std::memcpy(records.bytes.data(), state.data() + sizeof m_count + digest, digest);
    const std::span<const std::uint8_t> hasher = state.last(sizeof(Hasher));
    std::uint64_t filled = 0;
    std::memcpy(&filled, hasher.data() + filledAt, sizeof filled);
    if (filled > bufferSize)
        return false;
    std::memcpy(static_cast<void*>(&restored.m_records), hasher.data(), sizeof(Hasher));
    // Another library's state, or another machine's, gives another hash than the one it gave there.
    if (restored.recordsHash() != records)
        return false;
    *this = restored;
    return true;
}

namespace body {

void begin(cbor::Writer& writer, const Entry& header, std::size_t payload) {
    writer.array(headerFields + payload);
    codec::writeEnum(writer, header.kind);
    writer.uint(header.epoch);
    writer.instant(header.time);
    writer.uint(header.customer);
    writer.uint(header.sequence);
}

std::size_t readHeader(cbor::Reader& reader, Entry& header) {
    const std::size_t count = reader.array();
    const std::uint64_t kind = reader.uint();
    if (count < headerFields || kind > UINT8_MAX || nameOf(static_cast<EntryKind>(kind)).empty())
        return reader.fail(), 0;
    header.kind = static_cast<EntryKind>(kind);
    header.epoch = reader.uint();
    header.time = reader.instant();
    header.customer = codec::readWord(reader);
    header.sequence = codec::readWord(reader);
    return count - headerFields;
}

Error damaged(std::uint64_t number) {
    return Error{"record.damaged", {{"number", std::to_string(number)}}};
}

} // namespace body

std::vector<std::uint8_t> headerOf(const Entry& entry) {
    cbor::Writer writer;
    body::begin(writer, entry, 0);
    return writer.take();
}

Result<Entry> erasedEntry(std::uint64_t number, std::vector<std::uint8_t> header) {
    auto entry = decodeHeader(number, std::move(header));
    if (entry) {
        entry->kind = EntryKind::Erased;
        entry->hash = {};
    }
    return entry;
}

EntryKind kindBefore(const Entry& erased) {
    cbor::Reader reader(erased.body);
    Entry header;
    (void)body::readHeader(reader, header);
    return header.kind;
}

Result<Entry> decodeHeader(std::uint64_t number, std::vector<std::uint8_t> bytes) {
    Entry entry;
    entry.number = number;
    cbor::Reader reader(bytes);
    (void)body::readHeader(reader, entry);
    if (reader.failed())
        return body::damaged(number);
    entry.hash = hashOf(bytes);
    entry.body = std::move(bytes);
    return entry;
}

} // namespace wayreeve::audit
