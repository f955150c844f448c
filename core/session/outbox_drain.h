#pragma once

#include "execution/outbox.h"
#include "session/open_workspace.h"

#include <functional>
#include <memory>
#include <string>

namespace wayreeve::session {

/// One run's outbox, the workspace's connectors and the stops that hold, ready to send. Items and customers speak by
/// the documents of their run, receivers are today's. Made, used and destroyed on one thread.
class OutboxDrain {
public:
    /// Told of every item that was settled; `sure` as execution::Dispatcher::Settings::settled.
    using Settled = std::function<void(const execution::Dispatch&, bool sure)>;
    /// All connectors are opened before anything is taken. Errors: openConnector()'s, the store's, "run.unknown".
    [[nodiscard]] static Result<std::unique_ptr<OutboxDrain>> open(const OpenWorkspace& workspace,
                                                                   const std::string& run, Settled settled = {});
    ~OutboxDrain();

    [[nodiscard]] Result<int> drainOnce();       ///< execution::Dispatcher::drainOnce, with the stops of now
    [[nodiscard]] Result<int> step(Instant now); ///< execution::Dispatcher::step, with the stops of now
    /// What has come to an end in the outbox: for a live run, which may have missed hearing of it.
    [[nodiscard]] Result<std::vector<execution::Dispatch>> settledItems();

private:
    struct Impl;
    explicit OutboxDrain(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace wayreeve::session
