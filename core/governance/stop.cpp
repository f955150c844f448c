#include "governance/stop.h"

#include <algorithm>
#include <chrono>

namespace wayreeve::governance {

StopSwitch::Flight::~Flight() {
    if (m_switch == nullptr)
        return;
    const std::lock_guard lock(m_switch->m_mutex);
    m_switch->m_flights.erase(m_id);
    m_switch->m_landed.notify_all();
}

void StopSwitch::set(const std::string& scope) {
    std::unique_lock lock(m_mutex);
    m_scopes.insert(scope);
    // Later departures in this scope are refused already, so the set of flights waited for only shrinks.
    m_landed.wait_for(lock, std::chrono::milliseconds(m_patience.ms), [&] {
        return std::none_of(m_flights.begin(), m_flights.end(), [&](const auto& flight) {
            return covers(scope, flight.second.agent, flight.second.action);
        });
    });
}

void StopSwitch::lift(const std::string& scope) {
    const std::lock_guard lock(m_mutex);
    m_lifts += m_scopes.erase(scope);
}

std::set<std::string> StopSwitch::scopes() const {
    const std::lock_guard lock(m_mutex);
    return m_scopes;
}

bool StopSwitch::stopped(std::string_view agent, std::string_view action) const {
    const std::lock_guard lock(m_mutex);
    return isStopped(agent, action);
}

std::uint64_t StopSwitch::lifts() const {
    const std::lock_guard lock(m_mutex);
    return m_lifts;
}

std::optional<StopSwitch::Flight> StopSwitch::depart(std::string_view agent, std::string_view action,
                                                     std::string_view label) {
    const std::lock_guard lock(m_mutex);
    if (isStopped(agent, action))
        return std::nullopt;
    const std::uint64_t id = ++m_departures;
    m_flights.emplace(id, Departed{std::string(agent), std::string(action), std::string(label)});
    return Flight(this, id);
}

std::vector<std::string> StopSwitch::inFlight() const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> labels;
    for (const auto& [id, flight] : m_flights)
        labels.push_back(flight.label);
    return labels;
}

bool StopSwitch::covers(std::string_view scope, std::string_view agent, std::string_view action) {
    if (scope.empty())
        return true;
    constexpr std::string_view ofAgent = "agent/", ofAction = "action/";
    return (scope.starts_with(ofAgent) && scope.substr(ofAgent.size()) == agent) ||
           (scope.starts_with(ofAction) && scope.substr(ofAction.size()) == action);
}

bool StopSwitch::isStopped(std::string_view agent, std::string_view action) const {
    return std::any_of(m_scopes.begin(), m_scopes.end(),
                       [&](const std::string& scope) { return covers(scope, agent, action); });
}

} // namespace wayreeve::governance
