#include "engine/store_lane.h"

#include "audit/pausable.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

/// What a commit is thought to take before one was seen that stored more than a run's first entry.
constexpr auto firstGuess = std::chrono::milliseconds(120);
/// A commit that takes longer than this since the last one gets the lane for itself.
constexpr auto lendsUntil = std::chrono::milliseconds(120);

} // namespace

StoreLane::StoreLane(WorkerPool& pool, const OpenLedger& open, Ticks ticks)
    : m_pool(pool)
    , m_open(open)
    , m_ticks(std::move(ticks)) {
    m_pace.durable = m_ticks();
    m_pace.taken = firstGuess;
}

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
        if (auto* pausable = dynamic_cast<audit::Pausable*>(m_ledger.get()))
            pausable->setPause([this] { lendHand(); });
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
    {
        const std::lock_guard lock(m_mutex);
        ++m_pace.waiting;
    }
    m_pool.post([this, shared] { store(*shared); });
}

void StoreLane::store(const audit::Batch& batch) {
    if (m_failed)
        return;
    const auto begun = m_ticks();
    const auto done = m_ledger->commit(batch);
    const auto ended = m_ticks();
    const std::lock_guard lock(m_mutex);
    --m_pace.waiting;
    m_pace.durable = ended;
    m_pace.taken = std::max(ended - begun, m_pace.taken * 3 / 4);
    if (!done) {
        m_error = done.error();
        m_failed = true;
    }
}

void StoreLane::lendHand() {
    if (m_ticks() - pace().durable < lendsUntil)
        m_pool.lendHand();
}

StoreLane::Pace StoreLane::pace() const {
    const std::lock_guard lock(m_mutex);
    return m_pace;
}

Result<void> StoreLane::finish() {
    m_pool.drain();
    const std::lock_guard lock(m_mutex);
    if (m_error)
        return *m_error;
    return {};
}

} // namespace wayreeve::engine
