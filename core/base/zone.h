#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wayreeve {

/// A civil date and time of day in some zone. `weekday` is ISO: 1 = Monday … 7 = Sunday.
struct LocalTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int weekday = 4;
    int minuteOfDay = 0;        ///< 0 … 1439
    std::int64_t dayNumber = 0; ///< days since 1970-01-01 of the civil date
};

/// An IANA time zone, cheap to copy. Conversions come from the system's time-zone data through Howard Hinnant's date
/// library; DST gaps and overlaps resolve to the first instant at or after the wall time (an ambiguous wall time is
/// its earlier instant). The library reads no rule for years after 2037: from then on a zone keeps its winter offset.
/// Thread-safe: the data is read-only once loaded.
class Zone {
public:
    Zone(); ///< UTC

    /// Error "zone.unknown" with `name`.
    [[nodiscard]] static Result<Zone> find(std::string_view name);

    [[nodiscard]] LocalTime local(Instant instant) const;

    /// The first instant of that civil day and minute (minute may exceed 1439 or be negative: it carries to other
    /// days).
    [[nodiscard]] Instant at(std::int64_t dayNumber, int minuteOfDay) const;

    [[nodiscard]] std::string name() const;

private:
    explicit Zone(const void* data)
        : m_data(data) {}
    const void* m_data; // date::time_zone, kept out of this header: it costs every reader two seconds to compile
};

/// The version of the time-zone data in use ("2026b", "unknown" where the system does not say), part of every run's
/// record.
[[nodiscard]] std::string zoneDataVersion();

} // namespace wayreeve
