#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace wayreeve {

/// A length of time in whole milliseconds. May be negative.
struct Duration {
    std::int64_t ms = 0;

    static constexpr Duration milliseconds(std::int64_t n) { return {n}; }
    static constexpr Duration seconds(std::int64_t n) { return {n * 1000}; }
    static constexpr Duration minutes(std::int64_t n) { return {n * 60'000}; }
    static constexpr Duration hours(std::int64_t n) { return {n * 3'600'000}; }
    static constexpr Duration days(std::int64_t n) { return {n * 86'400'000}; }

    [[nodiscard]] constexpr double inDays() const { return static_cast<double>(ms) / 86'400'000.0; }
    [[nodiscard]] constexpr double inHours() const { return static_cast<double>(ms) / 3'600'000.0; }

    constexpr auto operator<=>(const Duration&) const = default;
    constexpr Duration operator+(Duration o) const { return {ms + o.ms}; }
    constexpr Duration operator-(Duration o) const { return {ms - o.ms}; }
};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds ignored (as POSIX does).
struct Instant {
    std::int64_t ms = 0;

    static constexpr Instant never() { return {INT64_MAX}; }
    [[nodiscard]] constexpr bool isNever() const { return ms == INT64_MAX; }

    constexpr auto operator<=>(const Instant&) const = default;
    constexpr Instant operator+(Duration d) const { return {ms + d.ms}; }
    constexpr Instant operator-(Duration d) const { return {ms - d.ms}; }
    constexpr Duration operator-(Instant o) const { return {ms - o.ms}; }
};

/// RFC 3339 with a zone ("2026-11-03T14:07:00.250Z", "…+01:00"); fractions beyond milliseconds are cut.
/// Error "time.not-rfc3339" with `text`.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

/// "2026-11-03T14:07:00.250Z"; the fraction only where it is not zero.
[[nodiscard]] std::string formatInstant(Instant instant);

/// People write lengths as "90 s", "15 min", "4 h", "7 d", "2 w" (one number, one unit; blank optional).
/// Error "time.not-a-length" with `text`.
[[nodiscard]] Result<Duration> parseDuration(std::string_view text);

/// The form parseDuration reads, in the largest unit that divides the length exactly.
[[nodiscard]] std::string formatDuration(Duration duration);

} // namespace wayreeve
