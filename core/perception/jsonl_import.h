#pragma once

#include "base/result.h"
#include "perception/event.h"

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace wayreeve::perception {

/// What a stream of JSON lines contained.
struct ImportSummary {
    std::uint64_t lines = 0;   ///< that were not blank
    std::uint64_t events = 0;  ///< handed to `accept`
    std::uint64_t refused = 0; ///< handed to `refuse`: lines, and single events of a batch
    bool operator==(const ImportSummary&) const = default;
};

/// A line beyond this is refused without being kept in memory.
inline constexpr std::size_t longestImportLine = 1'000'000;

/// Reads one JSON object a line: an event in Segment's shape, or a request body with a `batch`. A file tells of the
/// past, so its own clock counts: received is the line's receivedAt, else its sentAt, else its timestamp (or
/// originalTimestamp), else `now`; never later than `now`. A byte order mark and CR LF are understood, blank lines
/// skipped. Nothing aborts the rest: every bad line goes to `refuse` with its number (from 1) and the error,
/// "import.line-too-long" (limit) or that of parseJson (line and column in the file) or parseSegmentEvent.
/// Both functions are called on the calling thread, in the order of the lines.
ImportSummary importJsonLines(std::istream& input, Instant now,
                              const std::function<void(Event, std::uint64_t line)>& accept,
                              const std::function<void(const Error&, std::uint64_t line)>& refuse);

} // namespace wayreeve::perception
