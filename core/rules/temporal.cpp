#include "rules/temporal.h"

#include "base/civil.h"

namespace wayreeve::rules {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t firstDay = daysFromCivil(1, 1, 1);
constexpr std::int64_t lastDay = daysFromCivil(9999, 12, 31);
constexpr std::int64_t longestMs = 3'652'500 * dayMs; // 10,000 years
constexpr std::int64_t longestMonths = 120'000;

/// Reads a text from the left.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text) {}

    bool atEnd() const { return m_text.empty(); }
    std::string_view rest() const { return m_text; }
    bool eat(char c) {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool startsWithDigit() const { return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; }
    /// Between `fewest` and `most` digits, all that follow.
    std::optional<std::int64_t> digits(std::size_t fewest, std::size_t most) {
        std::int64_t number = 0;
        std::size_t count = 0;
        for (; startsWithDigit() && count < most; ++count) {
            number = number * 10 + (m_text.front() - '0');
            m_text.remove_prefix(1);
        }
        if (count < fewest || startsWithDigit())
            return std::nullopt;
        return number;
    }
    /// The fraction behind a point as milliseconds; what is finer is cut.
    std::optional<std::int64_t> fraction() {
        std::int64_t ms = 0;
        std::size_t count = 0;
        for (; startsWithDigit(); ++count) {
            if (count < 3)
                ms = ms * 10 + (m_text.front() - '0');
            m_text.remove_prefix(1);
        }
        for (std::size_t i = count; i < 3; ++i)
            ms *= 10;
        return count == 0 ? std::nullopt : std::optional(ms);
    }

private:
    std::string_view m_text;
};

std::optional<std::int64_t> readDay(Reader& reader) {
    const std::optional<std::int64_t> year = reader.digits(4, 4);
    if (!year || !reader.eat('-'))
        return std::nullopt;
    const std::optional<std::int64_t> month = reader.digits(2, 2);
    if (!month || !reader.eat('-'))
        return std::nullopt;
    const std::optional<std::int64_t> day = reader.digits(2, 2);
    if (!day)
        return std::nullopt;
    const Value value = dateOf(*year, *month, *day);
    return value.isNull() ? std::nullopt : std::optional<std::int64_t>(value.date()->dayNumber);
}

/// hh:mm[:ss[.fff]] as milliseconds of the day.
std::optional<std::int64_t> readTime(Reader& reader) {
    const std::optional<std::int64_t> hour = reader.digits(2, 2);
    if (!hour || *hour > 23 || !reader.eat(':'))
        return std::nullopt;
    const std::optional<std::int64_t> minute = reader.digits(2, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    std::int64_t ms = (*hour * 60 + *minute) * 60'000;
    if (!reader.eat(':'))
        return ms;
    const std::optional<std::int64_t> second = reader.digits(2, 2);
    if (!second || *second > 59)
        return std::nullopt;
    ms += *second * 1000;
    if (reader.eat('.')) {
        const std::optional<std::int64_t> fraction = reader.fraction();
        if (!fraction)
            return std::nullopt;
        ms += *fraction;
    }
    return ms;
}

/// "+01:00" as milliseconds.
std::optional<std::int64_t> readOffset(Reader& reader) {
    const bool west = reader.eat('-');
    if (!west && !reader.eat('+'))
        return std::nullopt;
    const std::optional<std::int64_t> hour = reader.digits(2, 2);
    if (!hour || *hour > 14 || !reader.eat(':'))
        return std::nullopt;
    const std::optional<std::int64_t> minute = reader.digits(2, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (*hour * 60 + *minute) * 60'000;
}

} // namespace

Value checkedDate(std::int64_t dayNumber) {
    if (dayNumber < firstDay || dayNumber > lastDay)
        return {};
    return Date{static_cast<std::int32_t>(dayNumber)};
}

Value checkedInstant(std::int64_t ms) {
    // One day more on each side, so that every local day of the years can be said in every zone.
    if (ms < (firstDay - 1) * dayMs || ms >= (lastDay + 2) * dayMs)
        return {};
    return Instant{ms};
}

Value checkedDuration(std::int64_t ms) {
    if (ms < -longestMs || ms > longestMs)
        return {};
    return Duration{ms};
}

Value checkedMonths(std::int64_t count) {
    if (count < -longestMonths || count > longestMonths)
        return {};
    return Months{count};
}

bool inRange(const Value& value) {
    if (const Date* date = value.date())
        return !checkedDate(date->dayNumber).isNull();
    if (const Instant* instant = value.dateTime())
        return !checkedInstant(instant->ms).isNull();
    if (const Duration* duration = value.duration())
        return !checkedDuration(duration->ms).isNull();
    if (const Months* months = value.months())
        return !checkedMonths(months->count).isNull();
    return true;
}

Value dateOf(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > daysInMonth(year, static_cast<int>(month)))
        return {};
    return checkedDate(daysFromCivil(year, static_cast<int>(month), static_cast<int>(day)));
}

Value timeOf(std::int64_t hour, std::int64_t minute, const Decimal& second) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second.isNegative() || second >= Decimal(60))
        return {};
    const std::optional<Decimal> ms = second.times(Decimal(1000));
    const std::optional<std::int64_t> whole = ms ? ms->floor().toInteger() : std::nullopt;
    if (!whole)
        return {};
    return TimeOfDay{static_cast<std::int32_t>((hour * 60 + minute) * 60'000 + *whole)};
}

Value dateTimeAt(std::int64_t dayNumber, std::int64_t msOfDay, const Zone& zone) {
    if (dayNumber < firstDay || dayNumber > lastDay)
        return {};
    const Instant minute = zone.at(dayNumber, static_cast<int>(msOfDay / 60'000));
    return checkedInstant(minute.ms + msOfDay % 60'000);
}

Value parseDate(std::string_view text) {
    Reader reader(text);
    const std::optional<std::int64_t> day = readDay(reader);
    return day && reader.atEnd() ? checkedDate(*day) : Value();
}

Value parseTime(std::string_view text) {
    Reader reader(text);
    const std::optional<std::int64_t> ms = readTime(reader);
    return ms && reader.atEnd() ? Value(TimeOfDay{static_cast<std::int32_t>(*ms)}) : Value();
}

Value parseDateTime(std::string_view text, const Zone& local, bool& usedLocal) {
    usedLocal = false;
    Reader reader(text);
    const std::optional<std::int64_t> day = readDay(reader);
    if (!day)
        return {};
    std::int64_t ms = 0;
    if (reader.eat('T')) {
        const std::optional<std::int64_t> time = readTime(reader);
        if (!time)
            return {};
        ms = *time;
        if (reader.eat('Z'))
            return reader.atEnd() ? checkedInstant(*day * dayMs + ms) : Value();
        if (reader.eat('@')) {
            const Result<Zone> zone = Zone::find(reader.rest());
            return zone ? dateTimeAt(*day, ms, *zone) : Value();
        }
        if (!reader.atEnd()) {
            const std::optional<std::int64_t> offset = readOffset(reader);
            return offset && reader.atEnd() ? checkedInstant(*day * dayMs + ms - *offset) : Value();
        }
    }
    if (!reader.atEnd())
        return {};
    usedLocal = true;
    return dateTimeAt(*day, ms, local);
}

Value parseIsoDuration(std::string_view text) {
    Reader reader(text);
    const std::int64_t sign = reader.eat('-') ? -1 : 1;
    if (!reader.eat('P'))
        return {};
    std::int64_t months = 0;
    std::int64_t ms = 0;
    bool anyMonths = false;
    bool anyTime = false;
    bool inTime = false;
    int last = 0; // units must come in order, each at most once
    while (!reader.atEnd()) {
        if (reader.eat('T')) {
            if (inTime || reader.atEnd())
                return {};
            inTime = true;
            last = 3;
            continue;
        }
        const std::optional<std::int64_t> count = reader.digits(1, 12);
        if (!count)
            return {};
        std::int64_t fraction = 0;
        bool hasFraction = false;
        if (reader.eat('.')) {
            const std::optional<std::int64_t> read = reader.fraction();
            if (!read)
                return {};
            fraction = *read;
            hasFraction = true;
        }
        int unit = 0;
        if (!inTime && reader.eat('Y'))
            unit = 1, months += *count * 12;
        else if (!inTime && reader.eat('M'))
            unit = 2, months += *count;
        else if (!inTime && reader.eat('D'))
            unit = 3, ms += *count * dayMs;
        else if (inTime && reader.eat('H'))
            unit = 4, ms += *count * 3'600'000;
        else if (inTime && reader.eat('M'))
            unit = 5, ms += *count * 60'000;
        else if (inTime && reader.eat('S'))
            unit = 6, ms += *count * 1000 + fraction;
        if (unit == 0 || unit <= last || (hasFraction && unit != 6))
            return {};
        if (ms > longestMs || months > longestMonths)
            return {};
        last = unit;
        (unit <= 2 ? anyMonths : anyTime) = true;
    }
    if (anyMonths == anyTime) // neither, or both kinds mixed
        return {};
    return anyMonths ? checkedMonths(sign * months) : checkedDuration(sign * ms);
}

std::int64_t dayPlusMonths(std::int64_t dayNumber, std::int64_t months) {
    const CivilDate date = civilFromDays(dayNumber);
    const std::int64_t total = date.year * 12 + (date.month - 1) + months;
    const std::int64_t year = floorDivide(total, 12);
    const int month = static_cast<int>(total - year * 12) + 1;
    const int last = daysInMonth(year, month);
    return daysFromCivil(year, month, date.day < last ? date.day : last);
}

std::int64_t monthsBetween(std::int64_t from, std::int64_t to) {
    if (to < from)
        return -monthsBetween(to, from);
    const CivilDate a = civilFromDays(from);
    const CivilDate b = civilFromDays(to);
    const std::int64_t months = (b.year - a.year) * 12 + (b.month - a.month);
    return b.day < a.day ? months - 1 : months;
}

LocalMoment localMoment(Instant instant, const Zone& zone) {
    const LocalTime local = zone.local(instant);
    const std::int64_t inMinute = instant.ms - floorDivide(instant.ms, 60'000) * 60'000;
    return {local.dayNumber, local.minuteOfDay * 60'000LL + inMinute};
}

} // namespace wayreeve::rules
