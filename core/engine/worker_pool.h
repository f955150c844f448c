#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wayreeve::engine {

/// `threads` working threads in all, the calling one among them. The last one is the *store lane*: jobs given to post()
/// run there, in order, before it helps with anything else, so that a database connection can live on one thread. With
/// one thread everything runs on the caller.
/// Used from the thread that made it.
class WorkerPool {
public:
    explicit WorkerPool(unsigned threads);
    ~WorkerPool(); ///< finishes the posted jobs
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    [[nodiscard]] unsigned threads() const { return m_threads; }

    /// Calls work(index, worker) for every index in [0, count), each once, in no order; returns when all are done.
    void parallelFor(std::size_t count, const std::function<void(std::size_t index, unsigned worker)>& work);

    /// Runs the job on the store lane; at most `maxAhead` jobs wait, then this blocks. Inline with one thread.
    void post(std::function<void()> job, std::size_t maxAhead = 3);
    void drain(); ///< returns when every posted job has run

    /// Items of parallelFor that each worker handled so far.
    [[nodiscard]] std::vector<std::uint64_t> handled() const;

private:
    void workerLoop(unsigned worker);
    void help(unsigned worker);

    unsigned m_threads;
    std::vector<std::thread> m_workers;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    bool m_stopping = false;

    std::uint64_t m_generation = 0;
    std::size_t m_count = 0;
    std::size_t m_chunk = 1;
    std::atomic<std::size_t> m_next{0};
    std::size_t m_finished = 0; ///< indexes done, under m_mutex
    const std::function<void(std::size_t, unsigned)>* m_work = nullptr;
    unsigned m_helpers = 0; ///< workers inside help(), under m_mutex

    std::deque<std::function<void()>> m_jobs;
    std::size_t m_running = 0;
    std::vector<std::atomic<std::uint64_t>> m_handled;
};

} // namespace wayreeve::engine
