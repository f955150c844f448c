#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/symbols.h"
#include "perception/event.h"

namespace wayreeve::perception {

/// An event as a run stores it: a CBOR array [version, fields …]. A name that `symbols` knows is written as its index,
/// any other as text. Deterministic: equal events give equal bytes.
void encode(cbor::Writer& writer, const Event& event, const Symbols& symbols);

/// What encode wrote, equal. Safe on hostile bytes. Error "state.invalid" with `part` = "event".
[[nodiscard]] Result<Event> decodeEvent(cbor::Reader& reader, const Symbols& symbols);

} // namespace wayreeve::perception
