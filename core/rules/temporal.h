#pragma once

#include "base/value.h"
#include "base/zone.h"

#include <optional>
#include <string_view>

namespace wayreeve::rules {

/// FEEL's textual dates, times and durations (DMN 1.3 §10.3.2.3.4 ff.; years 0001 … 9999). All answer null for a text
/// of another form or a date that does not exist.

[[nodiscard]] Value parseDate(std::string_view text); ///< "2026-11-03"
[[nodiscard]] Value
parseTime(std::string_view text); ///< "14:07", "14:07:00", "14:07:00.250"; a wall time, so no offset

/// "2026-11-03T14:07:00" with "Z", "+01:00", "@Europe/Paris" or nothing; a date alone is its midnight. `local` reads
/// what has no offset; `usedLocal` says whether it was asked.
[[nodiscard]] Value parseDateTime(std::string_view text, const Zone& local, bool& usedLocal);

/// "P1DT2H30M5.25S" or "P1Y2M", with a leading "-" if negative: a Duration or Months.
[[nodiscard]] Value parseIsoDuration(std::string_view text);

[[nodiscard]] Value dateOf(std::int64_t year, std::int64_t month, std::int64_t day);
[[nodiscard]] Value timeOf(std::int64_t hour, std::int64_t minute, const Decimal& second);

/// That wall time of that day in the zone (gaps and overlaps as Zone::at); null outside the years 0001 … 9999.
[[nodiscard]] Value dateTimeAt(std::int64_t dayNumber, std::int64_t msOfDay, const Zone& zone);

/// Day numbers and instants of the years 0001 … 9999; null beyond.
[[nodiscard]] Value checkedDate(std::int64_t dayNumber);
[[nodiscard]] Value checkedInstant(std::int64_t ms);
/// Durations up to ± 10,000 years; null beyond.
[[nodiscard]] Value checkedDuration(std::int64_t ms);
[[nodiscard]] Value checkedMonths(std::int64_t count);

/// Whether a value is inside these bounds (values of other kinds are). Data from outside may not be; arithmetic and
/// local time on it would overflow.
[[nodiscard]] bool inRange(const Value& value);

/// The same day of the month `months` later, or that month's last day.
[[nodiscard]] std::int64_t dayPlusMonths(std::int64_t dayNumber, std::int64_t months);
/// Whole months from one day to another, towards zero.
[[nodiscard]] std::int64_t monthsBetween(std::int64_t from, std::int64_t to);

/// The local day and time of an instant that is inRange().
struct LocalMoment {
    std::int64_t dayNumber = 0;
    std::int64_t msOfDay = 0;
};
[[nodiscard]] LocalMoment localMoment(Instant instant, const Zone& zone);

} // namespace wayreeve::rules
