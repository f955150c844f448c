#pragma once

#include "audit/ledger.h"
#include "engine/run.h"
#include "engine/worker_pool.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace wayreeve::engine {

/// Hands batches to the ledger on the pool's store lane, up to three ahead of what is durable. The first failure stops
/// the run; nothing after it is written. While what is durable is young the lane takes part in the turns between rows;
/// later it only stores.
class StoreLane {
public:
    using Ticks = std::function<std::chrono::steady_clock::time_point()>;
    struct Pace {
        std::chrono::steady_clock::time_point durable; ///< when the last batch was, the lane's making before the first
        std::chrono::steady_clock::duration taken{};   ///< by a commit: the longest lately
        unsigned waiting = 0;                          ///< batches handed over and not durable yet
    };

    StoreLane(WorkerPool& pool, const OpenLedger& open, Ticks ticks);
    ~StoreLane();

    /// Opens the ledger and registers the run (or finds it again), waiting for the answer.
    [[nodiscard]] Result<audit::RunInfo> begin(const audit::RunInfo& info, const Symbols& symbols, bool resume);
    void commit(audit::Batch batch);
    [[nodiscard]] Result<void> finish(); ///< waits until everything is durable
    [[nodiscard]] Pace pace() const;     ///< any thread
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool keeps() const { return static_cast<bool>(m_open); }

private:
    void store(const audit::Batch& batch);
    void lendHand();

    WorkerPool& m_pool;
    OpenLedger m_open;
    Ticks m_ticks;                                 ///< called on the store lane
    std::unique_ptr<audit::LedgerWriter> m_ledger; ///< touched on the store lane only
    std::atomic<bool> m_failed = false;
    mutable std::mutex m_mutex;
    Pace m_pace;
    std::optional<Error> m_error;
};

} // namespace wayreeve::engine
