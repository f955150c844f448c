#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/symbols.h"
#include "perception/event.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wayreeve::perception {

/// An event as a run stores it: a CBOR array [version, fields …]. A name that `symbols` knows is written as its index,
/// any other as text. Deterministic: equal events give equal bytes.
void encode(cbor::Writer& writer, const Event& event, const Symbols& symbols);

/// What encode wrote, equal. Safe on hostile bytes. Error "state.invalid" with `part` = "event".
[[nodiscard]] Result<Event> decodeEvent(cbor::Reader& reader, const Symbols& symbols);

/// Something that came instead of an event, and why it is none.
struct Malformed {
    std::string raw;
    Error reason;
    bool operator==(const Malformed&) const = default;
};
[[nodiscard]] std::vector<std::uint8_t> encodeMalformed(const Malformed& malformed);
/// Nothing where the bytes are not what encodeMalformed wrote (an event's, for one).
[[nodiscard]] std::optional<Malformed> decodeMalformed(std::span<const std::uint8_t> bytes);

} // namespace wayreeve::perception
