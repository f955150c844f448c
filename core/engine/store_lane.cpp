#include "engine/store_lane.h"

namespace wayreeve::engine {

StoreLane::StoreLane(WorkerPool& pool, const OpenLedger& open)
    : m_pool(pool)
    , m_open(open) {}

StoreLane::~StoreLane() {
    // The connection must close on the thread that opened it.
    m_pool.post([this] { m_ledger.reset(); });
    m_pool.drain();
}

Result<audit::RunInfo> StoreLane::begin(const audit::RunInfo& info, const Symbols& symbols, bool resume) {
    if (!m_open)
        return info;
    Result<audit::RunInfo> answer = info;
    m_pool.post([&] {
        auto ledger = m_open();
        if (!ledger) {
            answer = ledger.error();
            return;
        }
        m_ledger = std::move(ledger).value();
        if (!resume)
            answer = m_ledger->beginRun(info, symbols);
    });
    m_pool.drain();
    return answer;
}

void StoreLane::commit(audit::Batch batch) {
    if (!m_open || m_failed)
        return;
    auto shared = std::make_shared<audit::Batch>(std::move(batch));
    m_pool.post([this, shared] {
        if (m_failed)
            return;
        if (auto done = m_ledger->commit(*shared); !done) {
            const std::lock_guard lock(m_mutex);
            m_error = done.error();
            m_failed = true;
        }
    });
}

Result<void> StoreLane::finish() {
    m_pool.drain();
    const std::lock_guard lock(m_mutex);
    if (m_error)
        return *m_error;
    return {};
}

} // namespace wayreeve::engine
