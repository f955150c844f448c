#pragma once

#include "base/result.h"
#include "base/time.h"
#include "base/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wayreeve::perception {

enum class EventType : std::uint8_t { Identify, Track, Page, Screen, Group, Alias };

/// One event in the Segment spec's shape, after clock-skew correction. `name` is the track event's name; the other
/// types have the names "Identified", "Page Viewed", "Screen Viewed", "Grouped" and "Aliased" in rules.
struct Event {
    EventType type = EventType::Track;
    std::string messageId;   ///< idempotency; never empty after parsing
    std::string name;
    std::string userId;
    std::string anonymousId;
    std::string previousId;  ///< alias
    Instant time;            ///< when it happened: timestamp + (receivedAt − sentAt), never after receivedAt
    Instant receivedAt;
    std::uint64_t sequence = 0; ///< receipt sequence within the run, from 1
    Value properties;        ///< a context; traits for identify and group
    std::string zone;        ///< context.timezone, may be empty
    bool operator==(const Event&) const = default;
};

/// One JSON object as the SDKs send it. A missing messageId is replaced by a hash of the object. `timestamp` beyond
/// receivedAt + 5 min is refused, smaller leads are cut to receivedAt. Errors "event.not-an-object", "event.type" (type),
/// "event.no-name", "event.no-id" (neither userId nor anonymousId), "event.bad-time" (field), "event.future" (by).
[[nodiscard]] Result<Event> parseSegmentEvent(const Value& json, Instant receivedAt);

/// The inverse, for export and tests: what parseSegmentEvent reads back equal.
[[nodiscard]] Value toSegmentJson(const Event& event);

} // namespace wayreeve::perception
