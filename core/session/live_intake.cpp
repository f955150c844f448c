#include "session/live_intake.h"

#include "base/json.h"
#include "perception/event.h"
#include "session/live_inbox.h"
#include "storage/command_inbox.h"

#include <algorithm>

namespace wayreeve::session {

namespace {

using std::chrono::steady_clock;

constexpr auto inboxEvery = std::chrono::milliseconds(50);
constexpr Duration jump = Duration::seconds(1); // the system's clock was set forward, or the machine slept

Duration since(steady_clock::time_point then) {
    return Duration::milliseconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - then).count());
}

} // namespace

LiveClock::LiveClock(std::optional<Instant> from, Instant notBefore)
    : m_injected(from.has_value())
    , m_base(std::max(from.value_or(system()), notBefore))
    , m_ticks(steady_clock::now()) {}

Instant LiveClock::system() {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

Instant LiveClock::now() {
    const std::lock_guard lock(m_mutex);
    const Instant steady = m_base + since(m_ticks);
    if (m_injected || system() < steady + jump)
        return steady;
    m_base = system();
    m_ticks = steady_clock::now();
    return m_base;
}

LiveIntake::LiveIntake(Settings settings, LiveClock& clock)
    : m_settings(std::move(settings))
    , m_clock(clock) {}

LiveIntake::~LiveIntake() {
    for (ingest::Parcel& parcel : m_parcels)
        if (parcel.reply)
            parcel.reply(false);
}

bool LiveIntake::offer(ingest::Parcel&& parcel) {
    const std::lock_guard lock(m_mutex);
    if (m_events > 0 && m_events + parcel.events.size() > m_settings.maxQueued)
        return false;
    m_events += parcel.events.size();
    m_parcels.push_back(std::move(parcel));
    m_something.notify_one();
    return true;
}

void LiveIntake::report(engine::Order result) {
    const std::lock_guard lock(m_mutex);
    m_results.push_back(std::move(result));
    m_something.notify_one();
}

std::size_t LiveIntake::queued() const {
    const std::lock_guard lock(m_mutex);
    return m_events;
}

bool LiveIntake::begin() {
    m_begun = true;
    auto inbox = storage::CommandInbox::open(m_settings.folder);
    if (!inbox) {
        m_error = inbox.error();
        return false;
    }
    m_inbox = std::move(*inbox);
    // Whoever asked an engine that is gone has been told so, or was cut off: nothing may happen behind their back.
    const auto again = m_inbox->recover();
    auto left = again ? m_inbox->take(1000) : Result<std::vector<storage::InboxItem>>(again.error());
    for (; left && !left->empty(); left = m_inbox->take(1000))
        for (const storage::InboxItem& item : *left) {
            auto note = noteFrom(item.body);
            if (note && note->order && !note->undoesMerge())
                m_orders.push_back(std::move(*note->order)); // a stop that was set meanwhile is a fact
            if (const auto told = m_inbox->answer(item.id, answerText(Error{"live.restarted", {}, {}, 0, 0})); !told)
                m_error = told.error();
        }
    if (!left)
        m_error = left.error();
    if (m_error)
        return false;
    if (m_settings.ready) {
        auto run = m_settings.ready();
        if (!run) {
            m_error = run.error();
            return false;
        }
        m_settings.run = std::move(*run);
    }
    return true;
}

void LiveIntake::readInbox() {
    if (steady_clock::now() - m_inboxRead < inboxEvery)
        return;
    m_inboxRead = steady_clock::now();
    auto items = m_inbox->take(100);
    if (!items) {
        if (items.error().code != "store.busy") // the next look will do
            m_error = items.error();
        return;
    }
    for (const storage::InboxItem& item : *items) {
        auto note = noteFrom(item.body);
        std::optional<Error> refused;
        if (!note)
            refused = note.error();
        else if ((note->command || note->undoesMerge() || !note->show.empty()) && note->run != m_settings.run)
            refused = Error{"live.other-run", {{"run", note->run}, {"live", m_settings.run}}, {}, 0, 0};
        if (refused) {
            (void)m_inbox->answer(item.id, answerText(refused));
            continue;
        }
        if (note->command) {
            m_commands.push_back(std::move(*note->command));
            m_asked.push_back(item.id);
        } else if (note->undoesMerge()) {
            m_orders.push_back(std::move(*note->order));
            m_askedUnmerges.push_back(item.id);
        } else if (!note->show.empty()) {
            m_show.insert(m_show.end(), note->show.begin(), note->show.end());
            m_askedToShow.push_back(item.id);
        } else {
            if (note->order)
                m_orders.push_back(std::move(*note->order));
            else
                m_mended.emplace_back(std::move(note->event), std::move(note->mended));
            m_told.emplace_back(item.id, answerText(std::nullopt));
        }
    }
}

engine::LiveFeed::Step LiveIntake::next(Instant earliest, Instant wake) {
    Step step;
    if (!m_begun && !begin()) {
        step.end = true;
        return step;
    }
    for (;;) {
        readInbox();
        if (m_error || (m_settings.cancelled && m_settings.cancelled())) {
            step.end = true;
            return step;
        }
        std::unique_lock lock(m_mutex);
        step.now = m_clock.now();
        const bool something = !m_parcels.empty() || !m_results.empty() || !m_commands.empty() || !m_orders.empty() ||
                               !m_mended.empty() || wake <= step.now;
        if (something && step.now >= earliest) {
            gather(step);
            return step;
        }
        if (!m_show.empty()) {
            gatherShown(step);
            return step;
        }
        std::int64_t pause = std::min<std::int64_t>(50, std::max<std::int64_t>(1, (wake - step.now).ms));
        if (something)
            pause = std::clamp<std::int64_t>((earliest - step.now).ms, 1, 50);
        m_something.wait_for(lock, std::chrono::milliseconds(pause));
    }
}

/// What somebody looks at is as the epochs until now left it.
void LiveIntake::gatherShown(Step& step) {
    step.show = std::move(m_show);
    m_show.clear();
    for (const std::int64_t id : m_askedToShow)
        m_told.emplace_back(id, shownText(step.now));
    m_askedToShow.clear();
}

/// Under the lock.
void LiveIntake::gather(Step& step) {
    gatherShown(step);
    std::size_t taken = 0;
    while (!m_parcels.empty() && (taken == 0 || taken + m_parcels.front().events.size() <= m_settings.eventsInEpoch)) {
        ingest::Parcel parcel = std::move(m_parcels.front());
        m_parcels.pop_front();
        taken += parcel.events.size();
        m_events -= parcel.events.size();
        for (Value& event : parcel.events)
            add(step, std::move(event), step.now, parcel.sentAt);
        if (parcel.reply)
            m_replies.push_back(std::move(parcel.reply));
    }
    for (auto& [event, mended] : m_mended) {
        if (!mended.run.empty())
            step.mended.push_back({step.arrivals.size(), std::move(mended)});
        add(step, std::move(event), step.now, {});
    }
    m_mended.clear();
    step.orders = std::move(m_results);
    m_results.clear();
    step.orders.insert(step.orders.end(), m_orders.begin(), m_orders.end());
    m_orders.clear();
    step.commands = std::move(m_commands);
    m_commands.clear();
}

void LiveIntake::add(Step& step, Value&& event, Instant at, const Value& sentAt) {
    Context body{{"batch", Value(List{event})}};
    if (!sentAt.isNull())
        body.emplace_back("sentAt", sentAt);
    auto parsed = perception::parseSegmentBody(Value(std::move(body)), at);
    simulation::Arrival arrival;
    arrival.receivedAt = at;
    arrival.index = static_cast<std::uint32_t>(step.arrivals.size());
    if (parsed.size() == 1 && parsed.front()) {
        arrival.event = std::move(parsed.front()).value();
    } else {
        arrival.raw = event.text() ? *event.text() : writeJson(event);
        arrival.reason = parsed.empty() ? Error{"event.not-an-object", {}, {}, 0, 0} : parsed.front().error();
    }
    step.arrivals.push_back(std::move(arrival));
}

void LiveIntake::ask(std::vector<engine::FactQuestion> questions) {
    if (m_settings.ask)
        m_settings.ask(std::move(questions));
}

void LiveIntake::answered(const governance::Command&, const Result<governance::Proposal>& answer) {
    if (m_asked.empty())
        return;
    m_told.emplace_back(m_asked.front(), answerText(answer ? std::nullopt : std::optional(answer.error())));
    m_asked.erase(m_asked.begin());
}

void LiveIntake::answered(const engine::Order&, const Result<void>& answer) {
    if (m_askedUnmerges.empty())
        return;
    m_told.emplace_back(m_askedUnmerges.front(), answerText(answer ? std::nullopt : std::optional(answer.error())));
    m_askedUnmerges.erase(m_askedUnmerges.begin());
}

void LiveIntake::committed(bool durable) {
    for (const auto& reply : m_replies)
        reply(durable);
    m_replies.clear();
    for (const auto& [id, answer] : m_told)
        (void)m_inbox->answer(id, durable ? answer : answerText(Error{"live.not-stored", {}, {}, 0, 0}));
    m_told.clear();
}

} // namespace wayreeve::session
