#include "governance/working_hours.h"

#include <algorithm>

namespace wayreeve::governance {

Instant afterWorkingTime(Instant from, Duration length, const documents::PeopleList& people, const Zone& zone) {
    const bool always = people.fromHour == 0 && people.toHour == 24 && people.weekdays.empty();
    if (always || people.toHour <= people.fromHour)
        return from + length;
    Duration left = length;
    LocalTime today = zone.local(from);
    for (int day = 0; day < 366; ++day) {
        const std::int64_t number = today.dayNumber + day;
        const int weekday = (today.weekday - 1 + day) % 7 + 1;
        const bool works = people.weekdays.empty() ||
                           std::find(people.weekdays.begin(), people.weekdays.end(), weekday) != people.weekdays.end();
        if (!works)
            continue;
        const Instant opens = std::max(from, zone.at(number, people.fromHour * 60));
        const Instant closes = zone.at(number, people.toHour * 60);
        if (opens >= closes)
            continue;
        if (opens + left <= closes)
            return opens + left;
        left = left - (closes - opens);
    }
    return from + Duration::days(365);
}

} // namespace wayreeve::governance
