#include "perception/stitching_sightings.h"

#include "base/hash.h"
#include "base/text.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

constexpr std::int64_t hourMs = 3'600'000, dayMs = 24 * hourMs;

constexpr std::size_t at(SightedField field) {
    return static_cast<std::size_t>(field);
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

unsigned hourOf(Instant time) {
    return static_cast<unsigned>(floorDiv(time.ms, hourMs) - floorDiv(time.ms, dayMs) * 24);
}

/// 1970-01-01 was a Thursday.
unsigned weekdayOf(Instant time) {
    const std::int64_t day = floorDiv(time.ms, dayMs) + 3;
    return static_cast<unsigned>(day - floorDiv(day, 7) * 7);
}

std::string textOf(const Event& event, std::string_view property) {
    const Value value = event.properties.member(property);
    if (value.text())
        return asciiLower(trimmed(*value.text()));
    return value.number() ? value.number()->toString() : std::string();
}

} // namespace

std::uint64_t sightedValue(SightedField field, std::string_view text) {
    return text.empty() ? 0 : stableHash64(text, 0x5753'0000U + at(field));
}

std::string networkOf(std::string_view address) {
    if (std::count(address.begin(), address.end(), '.') == 3 && address.find(':') == std::string_view::npos)
        return std::string(address.substr(0, address.rfind('.') + 1));
    std::size_t end = 0;
    for (int groups = 0; groups < 3; ++groups) {
        end = address.find(':', end);
        if (end == std::string_view::npos)
            return {};
        ++end;
    }
    return std::string(address.substr(0, end));
}

std::string familyOf(std::string_view agent) {
    std::string family;
    for (const char c : agent)
        if (c < '0' || c > '9')
            if (c != '.' || family.empty() || family.back() != '.')
                family += c;
    return family;
}

void Crowd::count(SightedField field, std::uint64_t value) {
    auto& counts = m_counts[at(field)];
    ++m_totals[at(field)];
    if (const auto known = counts.find(value); known != counts.end())
        ++known->second;
    else if (counts.size() < largest)
        counts.emplace(value, 1U);
}

void Crowd::countTime(unsigned hour, unsigned weekday) {
    ++m_hours[hour];
    ++m_weekdays[weekday];
}

double Crowd::share(SightedField field, std::uint64_t value) const {
    const auto& counts = m_counts[at(field)];
    const auto known = counts.find(value);
    const double seen = known == counts.end() ? 0 : known->second;
    return (seen + 1) / (static_cast<double>(m_totals[at(field)]) + 64);
}

double Crowd::hourShare(unsigned hour) const {
    double near = 0, total = 0;
    for (unsigned h = 0; h < 24; ++h) {
        const unsigned away = std::min((h + 24 - hour) % 24, (hour + 24 - h) % 24);
        near += away <= 2 ? (3.0 - away) / 9 * m_hours[h] : 0;
        total += m_hours[h];
    }
    return (near + 1) / (total + 24);
}

double Crowd::weekdayShare(unsigned weekday) const {
    double total = 0;
    for (const std::uint32_t n : m_weekdays)
        total += n;
    return (m_weekdays[weekday] + 1.0) / (total + 7);
}

std::uint32_t Sightings::count(SightedField field, std::uint64_t value) const {
    for (const Sighted& sighted : of(field))
        if (sighted.value == value)
            return sighted.count;
    return 0;
}

void Sightings::note(SightedField field, std::string_view text, bool once, Crowd* crowd) {
    const std::uint64_t value = sightedValue(field, text);
    if (value == 0 || (once && m_latest[at(field)] == value))
        return;
    m_latest[at(field)] = value;
    ++m_totals[at(field)];
    if (crowd)
        crowd->count(field, value);
    auto& values = m_values[at(field)];
    for (Sighted& sighted : values)
        if (sighted.value == value) {
            ++sighted.count;
            return;
        }
    if (values.size() == mostValues)
        values.erase(std::min_element(values.begin(), values.end(),
                                      [](const Sighted& a, const Sighted& b) { return a.count < b.count; }));
    values.push_back({value, 1});
}

void Sightings::add(const Event& event, Crowd* crowd) {
    if (m_events == 0 || event.time > m_last + sessionGap) {
        m_latest = {};
        ++m_sessions;
        ++m_hours[hourOf(event.time)];
        ++m_weekdays[weekdayOf(event.time)];
        if (crowd)
            crowd->countTime(hourOf(event.time), weekdayOf(event.time));
    }
    m_first = m_events == 0 ? event.time : std::min(m_first, event.time);
    m_last = m_events == 0 ? event.time : std::max(m_last, event.time);
    ++m_events;
    note(SightedField::Zone, event.zone, true, crowd);
    if (event.seenAt) {
        const Surroundings& s = *event.seenAt;
        note(SightedField::Device, s.device, true, crowd);
        note(SightedField::Agent, s.agent, true, crowd);
        note(SightedField::Family, familyOf(s.agent), true, crowd);
        note(SightedField::Screen, s.screen, true, crowd);
        note(SightedField::Address, s.address, true, crowd);
        note(SightedField::Network, networkOf(s.address), true, crowd);
        note(SightedField::Locale, s.locale, true, crowd);
        note(SightedField::Place, s.place, true, crowd);
        note(SightedField::Referrer, s.referrer, true, crowd);
        note(SightedField::Campaign, s.campaign, true, crowd);
    }
    if (event.type == EventType::Identify || event.type == EventType::Group)
        return; // traits of the profile, nothing that was looked at
    note(SightedField::Mail, textOf(event, "email_domain"), true, crowd);
    note(SightedField::Category, textOf(event, "category"), false, crowd);
    for (const char* property : {"product_id", "sku", "path", "name"})
        if (const std::string item = textOf(event, property); !item.empty()) {
            note(SightedField::Item, item, false, crowd);
            break;
        }
}

void Sightings::add(const Sightings& other) {
    if (other.m_events == 0)
        return;
    for (std::size_t field = 0; field < sightedFields; ++field) {
        auto& values = m_values[field];
        for (const Sighted& theirs : other.m_values[field]) {
            const auto mine = std::find_if(values.begin(), values.end(),
                                           [&](const Sighted& sighted) { return sighted.value == theirs.value; });
            if (mine == values.end())
                values.push_back(theirs);
            else
                mine->count += theirs.count;
        }
        while (values.size() > mostValues)
            values.erase(std::min_element(values.begin(), values.end(),
                                          [](const Sighted& a, const Sighted& b) { return a.count < b.count; }));
        m_totals[field] += other.m_totals[field];
    }
    for (std::size_t i = 0; i < m_hours.size(); ++i)
        m_hours[i] += other.m_hours[i];
    for (std::size_t i = 0; i < m_weekdays.size(); ++i)
        m_weekdays[i] += other.m_weekdays[i];
    m_first = m_events == 0 ? other.m_first : std::min(m_first, other.m_first);
    m_last = m_events == 0 ? other.m_last : std::max(m_last, other.m_last);
    m_sessions += other.m_sessions;
    m_events += other.m_events;
}

void Sightings::remove(const Sightings& other) {
    const auto take = [](std::uint32_t& from, std::uint32_t n) { from -= std::min(from, n); };
    for (std::size_t field = 0; field < sightedFields; ++field) {
        for (const Sighted& theirs : other.m_values[field])
            for (Sighted& mine : m_values[field])
                if (mine.value == theirs.value)
                    take(mine.count, theirs.count);
        std::erase_if(m_values[field], [](const Sighted& sighted) { return sighted.count == 0; });
        take(m_totals[field], other.m_totals[field]);
    }
    for (std::size_t i = 0; i < m_hours.size(); ++i)
        take(m_hours[i], other.m_hours[i]);
    for (std::size_t i = 0; i < m_weekdays.size(); ++i)
        take(m_weekdays[i], other.m_weekdays[i]);
    take(m_sessions, other.m_sessions);
    take(m_events, other.m_events);
}

} // namespace wayreeve::perception
