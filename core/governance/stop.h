#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace wayreeve::governance {

/// G3: what is stopped. Scopes "", "agent/ID" and "action/ID"; "" is everything. Thread-safe. The dispatcher asks
/// again under this lock just before a call, so once set() has returned no new call can start.
class StopSwitch {
public:
    void set(const std::string& scope);
    void lift(const std::string& scope);
    [[nodiscard]] std::set<std::string> scopes() const;
    [[nodiscard]] bool stopped(std::string_view agent, std::string_view action) const;

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
    [[nodiscard]] bool isStopped(std::string_view agent, std::string_view action) const;
    mutable std::mutex m_mutex;
    std::set<std::string> m_scopes;
};

} // namespace wayreeve::governance
