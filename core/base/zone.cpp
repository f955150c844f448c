#include "base/zone.h"

#include "base/civil.h"

#include <array>
#include <chrono>
#include <exception>
#include <fstream>

#include <date/tz.h>

namespace wayreeve {

namespace {

/// A span of time in which a zone's offset from UTC does not change, in seconds since 1970.
struct Period {
    const void* zone = nullptr;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t offset = 0;
};

const date::time_zone& asZone(const void* data) {
    return *static_cast<const date::time_zone*>(data);
}

Period periodAt(const void* zone, std::int64_t second) {
    const date::sys_info info = asZone(zone).get_info(date::sys_seconds(std::chrono::seconds(second)));
    return {zone, info.begin.time_since_epoch().count(), info.end.time_since_epoch().count(), info.offset.count()};
}

/// The library's lookup copies a string and searches; a conversion nearly always asks for a period it asked for
/// before, so each thread keeps the last few (two a zone: winter and summer time take turns in simulations).
const Period& cachedPeriod(const void* zone, std::int64_t second) {
    thread_local std::array<Period, 8> cache;
    thread_local std::size_t next = 0;
    for (const Period& period : cache)
        if (period.zone == zone && second >= period.begin && second < period.end)
            return period;
    Period& slot = cache[next];
    next = (next + 1) % cache.size();
    return slot = periodAt(zone, second);
}

LocalTime fromLocalSeconds(std::int64_t second) {
    LocalTime local;
    local.dayNumber = floorDivide(second, 86'400);
    local.minuteOfDay = static_cast<int>((second - local.dayNumber * 86'400) / 60);
    const CivilDate date = civilFromDays(local.dayNumber);
    local.year = static_cast<int>(date.year);
    local.month = date.month;
    local.day = date.day;
    local.weekday = static_cast<int>(local.dayNumber + 3 - floorDivide(local.dayNumber + 3, 7) * 7) + 1;
    return local;
}

std::int64_t slowInstant(const void* zone, std::int64_t localSecond) {
    const date::local_info info = asZone(zone).get_info(date::local_seconds(std::chrono::seconds(localSecond)));
    if (info.result == date::local_info::nonexistent)
        return info.first.end.time_since_epoch().count();
    return localSecond - info.first.offset.count(); // of an ambiguous time, `first` is the earlier reading
}

} // namespace

Zone::Zone()
    : m_data(nullptr) {}

Result<Zone> Zone::find(std::string_view name) {
    if (name == "UTC")
        return Zone();
    try {
        return Zone(date::locate_zone(std::string(name)));
    } catch (const std::exception&) {
        return Error{"zone.unknown", {{"name", std::string(name)}}};
    }
}

LocalTime Zone::local(Instant instant) const {
    const std::int64_t second = floorDivide(instant.ms, 1000);
    return fromLocalSeconds(m_data == nullptr ? second : second + cachedPeriod(m_data, second).offset);
}

Instant Zone::at(std::int64_t dayNumber, int minuteOfDay) const {
    const std::int64_t localSecond = dayNumber * 86'400 + std::int64_t{minuteOfDay} * 60;
    if (m_data == nullptr)
        return {localSecond * 1000};
    // Two days away from any change of offset (the largest known, Samoa's, was one day) a wall time has one reading.
    constexpr std::int64_t margin = 2 * 86'400;
    const Period& period = cachedPeriod(m_data, localSecond);
    const std::int64_t second = localSecond - period.offset;
    if (second - margin >= period.begin && second + margin < period.end)
        return {second * 1000};
    return {slowInstant(m_data, localSecond) * 1000};
}

std::string Zone::name() const {
    return m_data == nullptr ? "UTC" : asZone(m_data).name();
}

std::string zoneDataVersion() {
    // The library knows no version of the binary files that Debian installs; their source beside them names it.
    static const std::string version = [] {
        std::ifstream source("/usr/share/zoneinfo/tzdata.zi");
        constexpr std::string_view start = "# version ";
        std::string line;
        if (std::getline(source, line) && line.starts_with(start))
            return line.substr(start.size());
        try {
            return date::get_tzdb().version;
        } catch (const std::exception&) {
            return std::string("unknown");
        }
    }();
    return version;
}

} // namespace wayreeve
