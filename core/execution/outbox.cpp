#include "execution/outbox.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <thread>

namespace wayreeve::execution {

namespace {

constexpr Duration longestWait = Duration::minutes(10);

/// 1 s · 2ⁿ after the attempt with that number (1, 2, …); the exponent is limited so that it cannot overflow.
Duration backOff(int attempts) {
    return Duration::seconds(std::int64_t{1} << std::clamp(attempts - 1, 0, 20));
}

Connector::Answer guarded(Connector& connector, const Dispatch& item, const std::string& customerKey,
                          const std::string& action) {
    try {
        return connector.send(item, customerKey, action);
    } catch (...) {
        return {DispatchState::Unknown, "exception", {}, {}, connector.honoursKeys()};
    }
}

} // namespace

Dispatcher::Dispatcher(OutboxPort& outbox, governance::StopSwitch& stop, Find find, ActionName name, Settings settings)
    : m_outbox(outbox)
    , m_stop(stop)
    , m_find(std::move(find))
    , m_name(std::move(name))
    , m_settings(std::move(settings)) {
    if (!m_settings.pause)
        m_settings.pause = [](Duration length) { std::this_thread::sleep_for(std::chrono::milliseconds(length.ms)); };
}

Result<std::vector<Dispatch>> Dispatcher::takeNew(int limit) {
    if (const std::uint64_t lifts = m_stop.lifts(); !m_resumedAt || *m_resumedAt != lifts) {
        if (const auto resumed = m_outbox.resume(); !resumed)
            return resumed.error();
        m_resumedAt = lifts;
    }
    return m_outbox.take(limit);
}

Result<int> Dispatcher::drainOnce(int limit) {
    int settled = 0;
    if (const auto done = settleAnswered(settled); !done)
        return done.error();
    auto taken = takeNew(limit);
    if (!taken)
        return taken.error();
    // A receiver that is down must not make every item wait by itself: all are tried, then all that remain wait once.
    std::vector<Dispatch> open = std::move(*taken);
    Duration asked; // by receivers in the last round
    for (bool first = true; !open.empty(); first = false) {
        if (!first) {
            int most = 1;
            for (Dispatch& item : open)
                most = std::max(most, item.attempts);
            m_settings.pause(std::max(backOff(most), asked));
            asked = {};
        }
        std::vector<Dispatch> again;
        for (Dispatch& item : open) {
            const auto wait = tryOne(item, first, false, settled);
            if (!wait)
                return wait.error();
            if (!*wait)
                continue;
            asked = std::max(asked, **wait);
            again.push_back(std::move(item));
        }
        open = std::move(again);
    }
    return settled;
}

Result<int> Dispatcher::step(Instant now, int limit) {
    int settled = 0;
    if (const auto done = settleAnswered(settled); !done)
        return done.error();
    auto taken = takeNew(limit);
    if (!taken)
        return taken.error();
    std::vector<Waiting> due;
    std::vector<Waiting> later;
    for (Waiting& one : m_waiting)
        (one.due <= now ? due : later).push_back(std::move(one));
    for (Dispatch& item : *taken)
        due.push_back({now, std::move(item), true});
    m_waiting = std::move(later);
    for (std::size_t i = 0; i < due.size(); ++i) {
        Dispatch& item = due[i].item;
        const auto wait = tryOne(item, due[i].first, true, settled);
        if (!wait) { // the outbox says taken, so nobody else would ever try the others
            const std::size_t rest = item.state == DispatchState::Taken ? i : i + 1;
            m_waiting.insert(m_waiting.end(), std::make_move_iterator(due.begin() + static_cast<std::ptrdiff_t>(rest)),
                             std::make_move_iterator(due.end()));
            return wait.error();
        }
        if (*wait)
            m_waiting.push_back({now + std::max(backOff(item.attempts), **wait), std::move(item)});
    }
    return settled;
}

Result<std::optional<Duration>> Dispatcher::tryOne(Dispatch& item, bool first, bool keeps, int& settled) {
    if (!first)
        ++item.attempts;
    if (waitsForAnother(item, keeps)) {
        if (keeps) // however long that takes
            --item.attempts;
        return std::optional(Duration{});
    }
    Tried tried;
    if (item.state == DispatchState::Taken) {
        auto made = attempt(item, first);
        if (!made) {
            if (!first)
                --item.attempts; // this one was not made
            return made.error();
        }
        tried = std::move(*made);
    }
    if (tried.held && keeps)
        return std::optional(tried.again);
    const Connector::Answer& answer = tried.answer;
    const bool sure = item.state != DispatchState::Unknown;
    if (!sure && answer.repeatable && item.attempts < m_settings.maxAttempts) {
        if (tried.begun) { // it was turned away: a crash from here on may call again
            Dispatch waiting = item;
            waiting.state = DispatchState::Taken;
            (void)m_outbox.settle(waiting); // where that fails, a crash leaves it to a person
        }
        return std::optional(std::min(answer.retryAfter.value_or(Duration{}), longestWait));
    }
    if (!sure && answer.repeatable)
        item.state = DispatchState::Failed; // dead letter: people see it and may replay it
    m_answered.push_back({item, sure && !tried.doubtful});
    if (const auto done = settleAnswered(settled); !done)
        return done.error();
    return std::optional<Duration>();
}

Result<void> Dispatcher::settleAnswered(int& settled) {
    while (!m_answered.empty()) {
        if (const auto done = m_outbox.settle(m_answered.front().item); !done)
            return done.error();
        const Answered one = std::move(m_answered.front());
        m_answered.erase(m_answered.begin());
        if (one.item.state == DispatchState::Stopped)
            continue;
        ++settled;
        if (m_settings.settled)
            m_settings.settled(one.item, one.sure);
    }
    return {};
}

/// True while the item that this one follows is being tried, in this pass or by who keeps what waits. Where that failed
/// or was stopped, so is this, without a call.
bool Dispatcher::waitsForAnother(Dispatch& item, bool keeps) {
    item.state = DispatchState::Taken;
    const DispatchState other = item.after == 0 ? DispatchState::Succeeded : m_outbox.stateOf(item.after);
    if (other == DispatchState::Succeeded)
        return false;
    if (other == DispatchState::Taken && (keeps || item.attempts < m_settings.maxAttempts))
        return true;
    item.state = other == DispatchState::Failed ? DispatchState::Failed : DispatchState::Stopped;
    if (other == DispatchState::Failed)
        item.result = "after-failed";
    --item.attempts; // this one was not made
    return false;
}

Result<Dispatcher::Tried> Dispatcher::attempt(Dispatch& item, bool first) {
    const std::string action = m_name(item.action);
    const std::shared_ptr<void> entered = m_settings.enter ? m_settings.enter() : nullptr;
    const auto flight = m_stop.depart(m_name(item.agent), action, item.key);
    if (!flight) {
        item.state = DispatchState::Stopped;
        --item.attempts; // this one was not made
        if (first)
            item.result.clear();
        return Tried{};
    }
    if (m_outbox.isErased(item.customer)) {
        item.state = DispatchState::Failed;
        item.result = "erased";
        --item.attempts; // this one was not made
        return Tried{};
    }
    Connector* const connector = m_find(item.connector);
    if (connector == nullptr) {
        item.state = DispatchState::Failed;
        item.result = "no-connector";
        return Tried{};
    }
    Tried tried;
    if (const Leave leave = m_settings.leave ? m_settings.leave(item) : Leave{}; leave.kind != Leave::Kind::Go) {
        --item.attempts; // this one was not made
        tried.held = leave.kind == Leave::Kind::Held;
        tried.again = leave.again;
        // A receiver with keys may have been asked before: what it did then is not known.
        tried.doubtful = !tried.held && item.attempts > 0 && connector->honoursKeys();
        item.state = tried.held ? DispatchState::Stopped : DispatchState::Failed;
        if (!tried.held || item.attempts == 0)
            item.result = leave.code;
        return tried;
    }
    if (!connector->honoursKeys()) {
        Dispatch begun = item;
        begun.result = callBegun;
        if (const auto kept = m_outbox.settle(begun); !kept)
            return kept.error();
        tried.begun = true;
    }
    tried.answer = guarded(*connector, item, m_outbox.customerKey(item.customer), action);
    const Connector::Answer& answer = tried.answer;
    const bool known = answer.state == DispatchState::Succeeded || answer.state == DispatchState::Failed;
    item.state = known ? answer.state : DispatchState::Unknown;
    item.result = answer.code;
    return tried;
}

} // namespace wayreeve::execution
