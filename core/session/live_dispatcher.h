#pragma once

#include "engine/live_feed.h"
#include "session/open_workspace.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace wayreeve::session {

/// Sends a live run's outbox on a thread of its own, as long as it lives, and reports what became of each item. What
/// its end cuts short is sent by the next one, with the same keys.
class LiveDispatcher {
public:
    /// Called from the dispatcher's thread.
    using Report = std::function<void(engine::Order)>;
    /// Returns when the connectors are open. `known` are the items whose results the run has: of all others that came
    /// to an end before, it is told first. Errors of OutboxDrain::open.
    [[nodiscard]] static Result<std::unique_ptr<LiveDispatcher>>
    start(const OpenWorkspace& workspace, const std::string& run, std::set<std::uint64_t> known, Report report);
    ~LiveDispatcher(); ///< waits for the call under way

private:
    class Worker;
    explicit LiveDispatcher(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

} // namespace wayreeve::session
