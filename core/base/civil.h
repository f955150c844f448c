#pragma once

#include <cstdint>

namespace wayreeve {

/// A date of the proleptic Gregorian calendar. Years may be negative or above 9999.
struct CivilDate {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

/// Floor division: the quotient goes toward −∞, so days before 1970 count like those after it. Divisor > 0.
constexpr std::int64_t floorDivide(std::int64_t n, std::int64_t divisor) {
    return n / divisor - (n % divisor < 0 ? 1 : 0);
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, eras have 400 years.

/// Days since 1970-01-01. |year| up to 10^15.
constexpr std::int64_t daysFromCivil(std::int64_t year, int month, int day) {
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = floorDivide(y, 400);
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

constexpr CivilDate civilFromDays(std::int64_t dayNumber) {
    const std::int64_t z = dayNumber + 719'468;
    const std::int64_t era = floorDivide(z, 146'097);
    const std::int64_t dayOfEra = z - era * 146'097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = static_cast<int>((5 * dayOfYear + 2) / 153);
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1)};
}

constexpr bool isLeapYear(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysInMonth(std::int64_t year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : lengths[month - 1];
}

} // namespace wayreeve
