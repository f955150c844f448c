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
/// run there, in order, so that a database connection can live on one thread. With one thread everything runs on the
/// caller.
/// Used from the thread that made it, except lendHand().
class WorkerPool {
public:
    explicit WorkerPool(unsigned threads);
    ~WorkerPool(); ///< finishes the posted jobs
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    [[nodiscard]] unsigned threads() const { return m_threads; }

    /// Calls work(index, worker) for every index in [0, count), each once, in no order; returns when all are done.
    /// Worker w of n owns the indexes w, w + n, … Four fifths of them nobody else touches, so that each takes its share
    /// however late the system wakes it; the rest goes to whoever is done first, as does all that belongs to a store
    /// lane in the middle of a job.
    void parallelFor(std::size_t count, const std::function<void(std::size_t index, unsigned worker)>& work);

    /// Runs the job on the store lane; at most `maxAhead` jobs wait, then this blocks. Inline with one thread.
    void post(std::function<void()> job, std::size_t maxAhead = 3);
    void drain(); ///< returns when every posted job has run
    /// From inside a posted job: takes part in a parallelFor that waits for workers, if there is one.
    void lendHand();

    /// Items of parallelFor that each worker handled so far.
    [[nodiscard]] std::vector<std::uint64_t> handled() const;

private:
    /// What is left of the indexes of one worker, by position: it takes from the front, others from the back.
    struct alignas(64) Part {
        std::atomic<std::uint64_t> left{0}; ///< front in the upper half, end in the lower
        std::uint32_t owned = 0;            ///< before this one only the owner takes
    };
    void workerLoop(unsigned worker);
    void help(unsigned worker);
    bool takeSome(unsigned from, unsigned worker, std::uint32_t& begin, std::uint32_t& end);
    [[nodiscard]] bool mayHelp(std::uint64_t seen) const { return m_work && m_generation != seen; }

    unsigned m_threads;
    std::vector<std::thread> m_workers;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    bool m_stopping = false;

    std::atomic<std::uint64_t> m_generation = 0; ///< changed under m_mutex
    std::uint64_t m_laneSeen = 0;                ///< the generation that the store lane helped with, under m_mutex
    std::atomic<bool> m_laneBusy = false;        ///< with a job
    std::size_t m_count = 0;
    std::uint32_t m_chunk = 1;
    std::vector<Part> m_parts;
    std::size_t m_finished = 0; ///< indexes done, under m_mutex
    const std::function<void(std::size_t, unsigned)>* m_work = nullptr;
    unsigned m_helpers = 0; ///< workers inside help(), under m_mutex

    std::deque<std::function<void()>> m_jobs;
    std::size_t m_running = 0;
    std::vector<std::atomic<std::uint64_t>> m_handled;
};

} // namespace wayreeve::engine
