#pragma once

#include "base/result.h"
#include "base/time.h"
#include "base/value.h"
#include "perception/surroundings.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::perception {

enum class EventType : std::uint8_t { Identify, Track, Page, Screen, Group, Alias };

/// One event in the Segment spec's shape, after clock-skew correction. `name` is the track event's name; the other
/// types have the names "Identified", "Page Viewed", "Screen Viewed", "Grouped" and "Aliased" in rules.
struct Event {
    EventType type = EventType::Track;
    std::string messageId; ///< idempotency; never empty after parsing
    std::string name;
    std::string userId;
    std::string anonymousId;
    std::string previousId; ///< alias
    Instant time;           ///< when it happened: timestamp + (receivedAt − sentAt), never after receivedAt
    Instant receivedAt;
    std::uint64_t sequence = 0; ///< receipt sequence within the run, from 1
    Value properties;           ///< a context; traits for identify and group
    std::string zone;           ///< context.timezone, may be empty
    SharedSurroundings seenAt;  ///< the rest of the context that tells sessions apart
    bool operator==(const Event&) const = default;
};

/// One JSON object as the SDKs send it. A missing messageId is replaced by a hash of the object (without its sentAt,
/// which a resend changes; with receivedAt where there is no timestamp, so that two untimed events stay two).
/// `timestamp` beyond receivedAt + 5 min is refused, smaller leads are cut to receivedAt. Objects that a Segment server
/// has handled already (both timestamp and originalTimestamp) are not corrected again. Ids and names are trimmed and
/// freed of control characters, so that they fit one CSV field or log line; ids given as numbers are read as text.
/// A page's or screen's `name` and a group's `groupId` become properties where there is none of that name.
/// Errors "event.not-an-object", "event.type" (type), "event.no-name", "event.no-id" (neither userId nor anonymousId; a
/// track event with properties may be about an object, which Intake judges),
/// "event.bad-properties" (found: the type), "event.number-too-large" (property, found: what no double can hold),
/// "event.bad-time" (field), "event.future" (by, rounded down).
[[nodiscard]] Result<Event> parseSegmentEvent(const Value& json, Instant receivedAt);

/// A request body: {"batch": [events], "sentAt": …}, or one event. The batch's sentAt counts for events without their
/// own. Each event stands or falls alone.
[[nodiscard]] std::vector<Result<Event>> parseSegmentBody(const Value& json, Instant receivedAt);

/// The inverse, for export and tests: what parseSegmentEvent reads back equal, but for the sequence.
[[nodiscard]] Value toSegmentJson(const Event& event);

[[nodiscard]] std::string_view nameOf(EventType type); ///< "track", as Segment spells it

} // namespace wayreeve::perception
