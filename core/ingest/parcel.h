#pragma once

#include "base/value.h"

#include <functional>
#include <string>
#include <vector>

namespace wayreeve::ingest {

/// What one request brought. `events` are objects in Segment's shape (CloudEvents already translated, write keys taken
/// out); what was no JSON at all is one text Value, which its taker quarantines. Each stands or falls alone, by whoever
/// takes it.
struct Parcel {
    std::string source; ///< id of the source whose write key came with it
    std::vector<Value> events;
    Value sentAt;                         ///< the batch's own, null where it has none
    std::function<void(bool kept)> reply; ///< called once, from any thread: kept → 200, else 503 with Retry-After
};

/// Where parcels go. Called from the door's thread; must not block. False = full: the client gets 503 with Retry-After
/// at once and `parcel.reply` is not called.
using Sink = std::function<bool(Parcel&&)>;

} // namespace wayreeve::ingest
