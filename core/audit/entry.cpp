#include "audit/body.h"
#include "audit/events.h"
#include "planning/codec_parts.h"

#include <string>

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
