#pragma once

#include "engine/live_feed.h"
#include "session/stored_live_run.h"

#include <functional>
#include <memory>
#include <string>

namespace wayreeve::session {

/// Sends a live run's outbox on a thread of its own, as long as it lives, and reports what became of each item. What
/// its end cuts short is sent by the next one, with the same keys.
class LiveDispatcher {
public:
    /// Called from the dispatcher's thread.
    using Report = std::function<void(engine::Order)>;
    /// Returns when the connectors are open. `known` are the results that the run has: of whatever else came to an end
    /// before, a replay among it, it is told first. Errors of OutboxDrain::open.
    [[nodiscard]] static Result<std::unique_ptr<LiveDispatcher>>
    start(const OpenWorkspace& workspace, const std::string& run, KnownResults known, Report report);
    ~LiveDispatcher(); ///< waits for the call under way

private:
    class Worker;
    explicit LiveDispatcher(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

} // namespace wayreeve::session
