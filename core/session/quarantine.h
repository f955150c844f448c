#pragma once

#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// An event that a run refused, as it came in.
struct QuarantinedEvent {
    std::uint64_t sequence = 0; ///< of its receipt
    Instant receivedAt;
    std::string name; ///< empty where it was no event
    Error reason;
    std::string text; ///< Segment-shaped JSON, or what came instead
};

/// The newest `limit`, newest first. Errors: "run.unknown", the reader's. Any thread.
[[nodiscard]] Result<std::vector<QuarantinedEvent>> quarantined(const std::filesystem::path& folder,
                                                                const std::string& run, std::size_t limit);

/// Hands an event, mended by a person, to the engine that runs live; it is received like any other, now. Errors:
/// "json.invalid"; those of perception::parseSegmentEvent, so that nothing is sent that would be refused again for its
/// shape; "live.not-running"; "live.no-answer". Not for the window's thread.
[[nodiscard]] Result<void> sendMended(const std::filesystem::path& folder, const std::string& json);

} // namespace wayreeve::session
