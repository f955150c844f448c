#include "engine/worker_pool.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr std::uint64_t packed(std::uint64_t front, std::uint64_t end) {
    return front << 32 | end;
}

} // namespace

WorkerPool::WorkerPool(unsigned threads)
    : m_threads(std::max(1U, threads))
    , m_parts(m_threads)
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
    if (m_threads == 1 || count == 1) {
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
        m_chunk = static_cast<std::uint32_t>(std::max<std::size_t>(1, count / (std::size_t{m_threads} * 16)));
        for (unsigned worker = 0; worker < m_threads; ++worker) {
            const std::size_t length = (count + m_threads - 1 - worker) / m_threads;
            m_parts[worker].left = packed(0, length);
            m_parts[worker].owned = static_cast<std::uint32_t>((length * 4 + 4) / 5);
        }
        m_finished = 0;
        ++m_generation;
    }
    m_wake.notify_all();
    help(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [&] { return m_finished == m_count && m_helpers == 0; });
    m_work = nullptr;
}

bool WorkerPool::takeSome(unsigned from, unsigned worker, std::uint32_t& begin, std::uint32_t& end) {
    Part& part = m_parts[from];
    std::uint64_t left = part.left;
    for (;;) {
        const auto front = static_cast<std::uint32_t>(left >> 32), back = static_cast<std::uint32_t>(left);
        if (from == worker) {
            begin = front;
            end = std::min(front + m_chunk, back);
        } else {
            const std::uint32_t first = from == m_threads - 1 && m_laneBusy ? front : std::max(front, part.owned);
            begin = first < back ? std::max(first, back - std::min(back, m_chunk)) : back;
            end = back;
        }
        if (begin >= end)
            return false;
        const std::uint64_t rest = from == worker ? packed(end, back) : packed(front, begin);
        if (part.left.compare_exchange_weak(left, rest))
            return true;
    }
}

void WorkerPool::help(unsigned worker) {
    std::size_t mine = 0;
    for (unsigned other = 0; other < m_threads; ++other) {
        const unsigned from = (worker + other) % m_threads;
        for (std::uint32_t begin = 0, end = 0; takeSome(from, worker, begin, end);) {
            for (std::size_t i = begin; i < end; ++i)
                (*m_work)(from + i * m_threads, worker);
            mine += end - begin;
        }
    }
    m_handled[worker] += mine;
    const std::lock_guard lock(m_mutex);
    m_finished += mine;
}

void WorkerPool::workerLoop(unsigned worker) {
    const bool storeLane = worker == m_threads - 1;
    std::uint64_t own = 0;
    std::uint64_t& seen = storeLane ? m_laneSeen : own;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [&] { return m_stopping || (storeLane && !m_jobs.empty()) || mayHelp(seen); });
        // Work first: it is short, and everybody waits for the part of it that is this worker's.
        if (mayHelp(seen)) {
            seen = m_generation;
            ++m_helpers;
            lock.unlock();
            help(worker);
            lock.lock();
            --m_helpers;
            m_done.notify_all();
            continue;
        }
        if (storeLane && !m_jobs.empty()) {
            std::function<void()> job = std::move(m_jobs.front());
            m_jobs.pop_front();
            ++m_running;
            m_laneBusy = true;
            lock.unlock();
            job();
            lock.lock();
            m_laneBusy = false;
            --m_running;
            m_done.notify_all();
            continue;
        }
        if (m_stopping)
            return;
    }
}

void WorkerPool::lendHand() {
    if (m_threads == 1)
        return;
    std::unique_lock lock(m_mutex);
    if (!mayHelp(m_laneSeen))
        return;
    m_laneSeen = m_generation;
    ++m_helpers;
    m_laneBusy = false;
    lock.unlock();
    help(m_threads - 1);
    lock.lock();
    m_laneBusy = true;
    --m_helpers;
    m_done.notify_all();
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
