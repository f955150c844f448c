#pragma once

#include "base/time.h"

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::governance {

/// G3: what is stopped. Scopes "", "agent/ID" and "action/ID"; "" is everything. Thread-safe. The dispatcher asks
/// again under this lock just before a call, so once set() has returned no new call can start.
///
/// A call that takes time departs: the Flight is entered under the lock and leaves when the call has ended. set()
/// waits for the flights in its scope, so that a thread caught between "allowed" and "sent" is never overtaken; after
/// `patience` it returns nevertheless, and inFlight() lists what had surely begun before.
class StopSwitch {
public:
    explicit StopSwitch(Duration patience = Duration::seconds(2))
        : m_patience(patience) {}

    /// One call on its way; ends with the object.
    class Flight {
    public:
        Flight(Flight&& other) noexcept
            : m_switch(other.m_switch)
            , m_id(other.m_id) {
            other.m_switch = nullptr;
        }
        Flight(const Flight&) = delete;
        Flight& operator=(const Flight&) = delete;
        Flight& operator=(Flight&&) = delete;
        ~Flight();

    private:
        friend class StopSwitch;
        Flight(StopSwitch* owner, std::uint64_t id)
            : m_switch(owner)
            , m_id(id) {}
        StopSwitch* m_switch;
        std::uint64_t m_id;
    };

    /// Not to be called from within a flight or a `call` of its own scope.
    void set(const std::string& scope);
    void lift(const std::string& scope);
    [[nodiscard]] std::set<std::string> scopes() const;
    [[nodiscard]] bool stopped(std::string_view agent, std::string_view action) const;
    /// How often something was lifted: what was put back may be tried again when it grows.
    [[nodiscard]] std::uint64_t lifts() const;

    /// Nothing where stopped. `label` is what inFlight() lists (the idempotency key).
    [[nodiscard]] std::optional<Flight> depart(std::string_view agent, std::string_view action, std::string_view label);
    [[nodiscard]] std::vector<std::string> inFlight() const; ///< in order of departure

    /// Runs `call` under the lock unless stopped; true where it ran. `call` must only start the work, not wait for it.
    template <class Call>
    bool startUnlessStopped(std::string_view agent, std::string_view action, Call&& call) {
        const std::lock_guard lock(m_mutex);
        if (isStopped(agent, action))
            return false;
        call();
        return true;
    }

private:
    struct Departed {
        std::string agent;
        std::string action;
        std::string label;
    };
    [[nodiscard]] static bool covers(std::string_view scope, std::string_view agent, std::string_view action);
    [[nodiscard]] bool isStopped(std::string_view agent, std::string_view action) const;

    mutable std::mutex m_mutex;
    std::condition_variable m_landed;
    Duration m_patience;
    std::set<std::string> m_scopes;
    std::map<std::uint64_t, Departed> m_flights;
    std::uint64_t m_departures = 0;
    std::uint64_t m_lifts = 0;
};

} // namespace wayreeve::governance
