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
/// the run; nothing after it is written.
class StoreLane {
public:
    StoreLane(WorkerPool& pool, const OpenLedger& open);
    ~StoreLane();

    /// Opens the ledger and registers the run (or finds it again), waiting for the answer.
    [[nodiscard]] Result<audit::RunInfo> begin(const audit::RunInfo& info, const Symbols& symbols, bool resume);
    void commit(audit::Batch batch);
    [[nodiscard]] Result<void> finish(); ///< waits until everything is durable
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool keeps() const { return static_cast<bool>(m_open); }

private:
    WorkerPool& m_pool;
    OpenLedger m_open;
    std::unique_ptr<audit::LedgerWriter> m_ledger; ///< touched on the store lane only
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

} // namespace wayreeve::engine
