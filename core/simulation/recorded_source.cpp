#include "simulation/recorded_source.h"

#include <algorithm>

namespace wayreeve::simulation {

RecordedSource::RecordedSource(std::vector<Arrival> arrivals) {
    std::uint32_t count = 0;
    for (const Arrival& arrival : arrivals)
        count = std::max(count, arrival.origin + 1);
    m_byOrigin.resize(count);
    m_position.assign(count, 0);
    for (Arrival& arrival : arrivals)
        m_byOrigin[arrival.origin].push_back(std::move(arrival));
}

std::uint32_t RecordedSource::origins() const {
    return static_cast<std::uint32_t>(m_byOrigin.size());
}

Instant RecordedSource::next(std::uint32_t origin) const {
    const auto& own = m_byOrigin[origin];
    const std::size_t position = m_position[origin];
    return position < own.size() ? own[position].receivedAt : Instant::never();
}

void RecordedSource::advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) {
    auto& own = m_byOrigin[origin];
    std::size_t& position = m_position[origin];
    while (position < own.size() && own[position].receivedAt < until)
        out.push_back(std::move(own[position++])); // never read again
}

} // namespace wayreeve::simulation
