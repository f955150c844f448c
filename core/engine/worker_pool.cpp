#include "engine/worker_pool.h"

#include <algorithm>

namespace wayreeve::engine {

WorkerPool::WorkerPool(unsigned threads)
    : m_threads(std::max(1U, threads))
    , m_handled(m_threads) {
    for (unsigned worker = 1; worker < m_threads; ++worker)
        m_workers.emplace_back([this, worker] { workerLoop(worker); });
}

WorkerPool::~WorkerPool() {
    drain();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread& worker : m_workers)
        worker.join();
}

void WorkerPool::parallelFor(std::size_t count, const std::function<void(std::size_t, unsigned)>& work) {
    if (count == 0)
        return;
    if (m_threads == 1) {
        for (std::size_t i = 0; i < count; ++i)
            work(i, 0);
        m_handled[0] += count;
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_count = count;
        // Small chunks keep the tail short; at least one.
        m_chunk = std::max<std::size_t>(1, count / (std::size_t{m_threads} * 16));
        m_next = 0;
        m_finished = 0;
        ++m_generation;
    }
    m_wake.notify_all();
    help(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return m_finished == m_count && m_helpers == 0; });
    m_work = nullptr;
}

void WorkerPool::help(unsigned worker) {
    std::size_t mine = 0;
    for (;;) {
        const std::size_t from = m_next.fetch_add(m_chunk);
        if (from >= m_count)
            break;
        const std::size_t to = std::min(from + m_chunk, m_count);
        for (std::size_t i = from; i < to; ++i)
            (*m_work)(i, worker);
        mine += to - from;
    }
    m_handled[worker] += mine;
    const std::lock_guard lock(m_mutex);
    m_finished += mine;
}

void WorkerPool::workerLoop(unsigned worker) {
    const bool storeLane = worker == m_threads - 1;
    std::uint64_t seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock,
                    [&] { return m_stopping || (storeLane && !m_jobs.empty()) || (m_work && m_generation != seen); });
        if (storeLane && !m_jobs.empty()) {
            std::function<void()> job = std::move(m_jobs.front());
            m_jobs.pop_front();
            ++m_running;
            lock.unlock();
            job();
            lock.lock();
            --m_running;
            m_done.notify_all();
            continue;
        }
        if (m_work && m_generation != seen) {
            seen = m_generation;
            ++m_helpers;
            lock.unlock();
            help(worker);
            lock.lock();
            --m_helpers;
            m_done.notify_all();
            continue;
        }
        if (m_stopping)
            return;
    }
}

void WorkerPool::post(std::function<void()> job, std::size_t maxAhead) {
    if (m_threads == 1) {
        job();
        return;
    }
    {
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [&] { return m_jobs.size() < maxAhead; });
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void WorkerPool::drain() {
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return m_jobs.empty() && m_running == 0; });
}

std::vector<std::uint64_t> WorkerPool::handled() const {
    std::vector<std::uint64_t> counts;
    for (const auto& count : m_handled)
        counts.push_back(count.load());
    return counts;
}

} // namespace wayreeve::engine
