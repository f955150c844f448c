#include "base/time.h"

#include "base/civil.h"
#include "base/text.h"

#include <array>
#include <cctype>
#include <cstdio>

namespace wayreeve {

namespace {

constexpr std::int64_t msPerDay = 86'400'000;

/// Walks over a text, taking fixed-width numbers and single characters.
struct Scan {
    std::string_view rest;
    bool good = true;

    int digits(std::size_t count) {
        if (rest.size() < count)
            return fail();
        int n = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest[i] < '0' || rest[i] > '9')
                return fail();
            n = n * 10 + (rest[i] - '0');
        }
        rest.remove_prefix(count);
        return n;
    }
    bool accept(char c) {
        if (rest.empty() || rest.front() != c)
            return false;
        rest.remove_prefix(1);
        return true;
    }
    void expect(char c) {
        if (!accept(c))
            fail();
    }
    int fail() {
        good = false;
        return 0;
    }
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int fractionMs(Scan& scan) {
    if (!scan.accept('.'))
        return 0;
    if (scan.rest.empty() || !isDigit(scan.rest.front()))
        return scan.fail();
    int ms = 0;
    for (int place = 100; !scan.rest.empty() && isDigit(scan.rest.front()); place /= 10) {
        ms += (scan.rest.front() - '0') * place;
        scan.rest.remove_prefix(1);
    }
    return ms;
}

std::int64_t offsetMinutes(Scan& scan) {
    if (scan.accept('Z') || scan.accept('z'))
        return 0;
    const int sign = scan.accept('-') ? -1 : 1;
    if (sign > 0)
        scan.expect('+');
    const int hours = scan.digits(2);
    scan.expect(':');
    const int minutes = scan.digits(2);
    if (hours > 23 || minutes > 59)
        scan.fail();
    return sign * (hours * 60 + minutes);
}

struct Unit {
    std::string_view name;
    std::int64_t ms;
};
constexpr std::array<Unit, 6> units{
    {{"w", 7 * msPerDay}, {"d", msPerDay}, {"h", 3'600'000}, {"min", 60'000}, {"s", 1000}, {"ms", 1}}};

} // namespace

Result<Instant> parseInstant(std::string_view text) {
    Scan scan{text};
    const int year = scan.digits(4);
    scan.expect('-');
    const int month = scan.digits(2);
    scan.expect('-');
    const int day = scan.digits(2);
    if (!scan.accept('T') && !scan.accept('t'))
        scan.fail();
    const int hour = scan.digits(2);
    scan.expect(':');
    const int minute = scan.digits(2);
    scan.expect(':');
    const int second = scan.digits(2);
    const int fraction = fractionMs(scan);
    const std::int64_t offset = offsetMinutes(scan);
    const bool inRange = scan.good && scan.rest.empty() && month >= 1 && month <= 12 && day >= 1 &&
                         day <= daysInMonth(year, month) && hour <= 23 && minute <= 59 && second <= 60;
    if (inRange) {
        const std::int64_t minutes = daysFromCivil(year, month, day) * 1440 + hour * 60 + minute - offset;
        const std::int64_t ms = minutes * 60'000 + second * 1000;
        // A leap second only ever ends a UTC day, and counts as the first second of the next.
        if (second < 60 || ms % msPerDay == 0)
            return Instant{ms + fraction};
    }
    return Error{"time.not-rfc3339", {{"text", std::string(text)}}};
}

std::string formatInstant(Instant instant) {
    const std::int64_t dayNumber = floorDivide(instant.ms, msPerDay);
    const int ms = static_cast<int>(instant.ms - dayNumber * msPerDay);
    const CivilDate date = civilFromDays(dayNumber);
    std::array<char, 64> buffer{};
    const bool usual = date.year >= 0 && date.year <= 9999;
    int length = std::snprintf(
        buffer.data(), buffer.size(), usual ? "%04lld-%02d-%02dT%02d:%02d:%02d" : "%+07lld-%02d-%02dT%02d:%02d:%02d",
        static_cast<long long>(date.year), date.month, date.day, ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60);
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    if (ms % 1000 != 0) {
        length = std::snprintf(buffer.data(), buffer.size(), ".%03d", ms % 1000);
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return text + 'Z';
}

Result<Duration> parseDuration(std::string_view text) {
    const Error error{"time.not-a-length", {{"text", std::string(text)}}};
    Scan scan{trimmed(text)};
    const bool negative = scan.accept('-');
    // The number as digits and a power of ten, so that "1.5 h" is exact and "0.0001 s" is refused rather than cut.
    std::int64_t number = 0;
    std::int64_t divisor = 1;
    bool afterPoint = false;
    bool anyDigit = false;
    while (!scan.rest.empty() &&
           (isDigit(scan.rest.front()) || (scan.rest.front() == '.' && anyDigit && !afterPoint))) {
        const char c = scan.rest.front();
        scan.rest.remove_prefix(1);
        if (c == '.') {
            afterPoint = true;
            anyDigit = false;
            continue;
        }
        anyDigit = true;
        if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, c - '0', &number) ||
            (afterPoint && __builtin_mul_overflow(divisor, 10, &divisor)))
            return error;
    }
    if (!anyDigit)
        return error;
    if (scan.rest.starts_with(' '))
        scan.rest.remove_prefix(1);
    for (const Unit& unit : units) {
        if (scan.rest != unit.name)
            continue;
        std::int64_t ms = 0;
        if (__builtin_mul_overflow(number, unit.ms, &ms) || ms % divisor != 0)
            return error;
        return Duration{negative ? -(ms / divisor) : ms / divisor};
    }
    return error;
}

std::string formatDuration(Duration duration) {
    if (duration.ms == 0)
        return "0 s";
    for (const Unit& unit : units)
        if (duration.ms % unit.ms == 0)
            return std::to_string(duration.ms / unit.ms) + ' ' + std::string(unit.name);
    return {};
}

} // namespace wayreeve
