#include "session/live_dispatcher.h"

#include "execution/opt_out.h"
#include "session/outbox_drain.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace wayreeve::session {

namespace {

using execution::DispatchState;
using std::chrono::steady_clock;

constexpr auto lookEvery = std::chrono::milliseconds(50);
constexpr auto afterError = std::chrono::seconds(1);

engine::Order orderOf(const execution::Dispatch& item, bool sure) {
    engine::Order order;
    order.dispatch = item.number;
    order.state = sure || item.state == DispatchState::Succeeded ? item.state : DispatchState::Unknown;
    order.attempts = item.attempts;
    order.code = item.result;
    return order;
}

/// What the outbox keeps of a dead letter does not say whether it may have been done: only refusals are sure, and not
/// those that ask to come again.
bool isSure(const execution::Dispatch& item) {
    const std::string& result = item.result;
    if (item.state != DispatchState::Failed)
        return item.state == DispatchState::Succeeded;
    if (execution::isUnwelcome(result))
        return item.attempts == 0;
    if (result == "http-408" || result == "http-409" || result == "http-425" || result == "http-429")
        return false;
    constexpr std::array<std::string_view, 5> surely{"http-4", "smtp-5", "no-", "bad-", "tls"};
    return result == "after-failed" || result == "erased" || result == "gone" ||
           std::any_of(surely.begin(), surely.end(), [&](auto start) { return result.starts_with(start); });
}

} // namespace

class LiveDispatcher::Worker {
public:
    Worker(OpenWorkspace workspace, std::string run, KnownResults known, Report report)
        : m_workspace(std::move(workspace))
        , m_run(std::move(run))
        , m_known(std::move(known))
        , m_report(std::move(report)) {}
    ~Worker() {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] Result<void> start() {
        std::promise<Result<void>> opened;
        auto answer = opened.get_future();
        m_thread = std::thread([this, &opened] { work(opened); });
        return answer.get();
    }

private:
    void work(std::promise<Result<void>>& opened) {
        auto drain = OutboxDrain::open(
            m_workspace, m_run, [this](const execution::Dispatch& item, bool sure) { m_report(orderOf(item, sure)); });
        if (!drain)
            return opened.set_value(drain.error());
        const auto ended = (*drain)->settledItems();
        if (!ended)
            return opened.set_value(ended.error());
        for (const execution::Dispatch& item : *ended)
            if (const auto at = m_known.find(item.number);
                at == m_known.end() || at->second != std::pair(item.attempts, item.result))
                m_report(orderOf(item, isSure(item)));
        opened.set_value({});
        while (!waitsInVain(lookEvery)) {
            const Instant now{
                std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count()};
            // The store may be busy or full: nothing is lost, what was not settled is sent again with its key.
            if (!(*drain)->step(now) && waitsInVain(afterError))
                return;
        }
    }

    /// True where the end came.
    bool waitsInVain(std::chrono::milliseconds length) {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, length, [this] { return m_ending; });
    }

    OpenWorkspace m_workspace;
    std::string m_run;
    KnownResults m_known;
    Report m_report;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

LiveDispatcher::LiveDispatcher(std::unique_ptr<Worker> worker)
    : m_worker(std::move(worker)) {}

LiveDispatcher::~LiveDispatcher() = default;

Result<std::unique_ptr<LiveDispatcher>> LiveDispatcher::start(const OpenWorkspace& workspace, const std::string& run,
                                                              KnownResults known, Report report) {
    auto worker = std::make_unique<Worker>(workspace, run, std::move(known), std::move(report));
    if (auto started = worker->start(); !started)
        return started.error();
    return std::unique_ptr<LiveDispatcher>(new LiveDispatcher(std::move(worker)));
}

} // namespace wayreeve::session
