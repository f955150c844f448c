#pragma once

#include "audit/entry.h"
#include "base/cbor.h"
#include "base/result.h"

#include <initializer_list>
#include <string>

/// Inside audit: the frame that every entry's body shares.
namespace wayreeve::audit::body {

inline constexpr std::size_t headerFields = 5;

/// Opens the array and writes [kind, epoch, time, customer, sequence]; `payload` elements follow.
void begin(cbor::Writer& writer, const Entry& header, std::size_t payload);

/// Reads the same into `header`; answers the number of payload elements. Fails the reader on an unknown kind.
std::size_t readHeader(cbor::Reader& reader, Entry& header);

[[nodiscard]] Error damaged(std::uint64_t number); ///< "record.damaged" number

/// Reads the payload of an entry of one of `kinds`: `fill(reader, record)` reads exactly `payload` elements.
template <class Record, class Fill>
[[nodiscard]] Result<Record> decode(const Entry& entry, std::initializer_list<EntryKind> kinds, std::size_t payload,
                                    Fill fill) {
    if (entry.kind == EntryKind::Erased)
        return Error{"record.erased", {{"number", std::to_string(entry.number)}}};
    cbor::Reader reader(entry.body);
    Entry header;
    bool fits = readHeader(reader, header) == payload && header.kind == entry.kind;
    bool known = false;
    for (const EntryKind kind : kinds)
        known = known || kind == header.kind;
    Record record;
    if (fits && known && !reader.failed())
        fill(reader, record);
    if (!fits || !known || reader.failed() || !reader.atEnd())
        return damaged(entry.number);
    return record;
}

} // namespace wayreeve::audit::body
