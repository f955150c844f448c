#pragma once

#include "engine/live_feed.h"
#include "ingest/parcel.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::storage {
class CommandInbox;
}

namespace wayreeve::session {

/// The clock of a live run: the system's, or one that starts at an instant of one's choice. It never goes back, and
/// never stands: where the system's is set back it goes on by itself until the system's has caught up. Any thread.
class LiveClock {
public:
    /// `from` is the instant to start at; without it, the system's. Never before `notBefore`.
    explicit LiveClock(std::optional<Instant> from = {}, Instant notBefore = {INT64_MIN});
    [[nodiscard]] Instant now();

private:
    [[nodiscard]] static Instant system();
    std::mutex m_mutex;
    bool m_injected;
    Instant m_base; ///< what it showed at m_ticks
    std::chrono::steady_clock::time_point m_ticks;
};

/// Gathers what reaches a live run between two epochs: parcels from the door, notes from the store's inbox, results
/// from the dispatcher. offer(), report() and stop() from any thread, the rest from the run's.
class LiveIntake final : public engine::LiveFeed {
public:
    struct Settings {
        std::filesystem::path folder;
        std::string run;                  ///< tag, for notes that name one; may be set by `ready`
        std::size_t maxQueued = 20'000;   ///< events; beyond, the door answers 503
        std::size_t eventsInEpoch = 1000; ///< a parcel is never parted
        /// Where the run's questions to systems of record go; empty = nowhere, and they stay unanswered.
        std::function<void(std::vector<engine::FactQuestion>)> ask;
        std::function<bool()> cancelled; ///< asked at least ten times a second
        /// Called once, when the run first waits for something: all that is stored has been taken up. An error ends the
        /// run.
        std::function<Result<std::string>()> ready; ///< answers the run's tag
    };
    LiveIntake(Settings settings, LiveClock& clock);
    ~LiveIntake() override;

    [[nodiscard]] bool offer(ingest::Parcel&& parcel);
    void report(engine::Order result);
    [[nodiscard]] std::size_t queued() const;
    [[nodiscard]] std::optional<Error> error() const { return m_error; } ///< why it ended the run by itself

    [[nodiscard]] Step next(Instant earliest, Instant wake) override;
    void ask(std::vector<engine::FactQuestion> questions) override;
    void answered(const governance::Command& command, const Result<governance::Proposal>& answer) override;
    void answered(const engine::Order& order, const Result<void>& answer) override;
    void committed(bool durable) override;

private:
    [[nodiscard]] bool begin();
    void readInbox();
    void gather(Step& step);
    void gatherShown(Step& step);
    void add(Step& step, Value&& event, Instant at, const Value& sentAt);

    Settings m_settings;
    LiveClock& m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable m_something;
    std::deque<ingest::Parcel> m_parcels;
    std::size_t m_events = 0; ///< in m_parcels
    std::vector<engine::Order> m_results;

    // The run's thread only.
    std::unique_ptr<storage::CommandInbox> m_inbox;
    std::chrono::steady_clock::time_point m_inboxRead{};
    std::vector<governance::Command> m_commands;
    std::vector<engine::Order> m_orders;
    std::vector<std::pair<Value, audit::MendedRow>> m_mended;
    std::vector<std::int64_t> m_asked;                        ///< whose commands, in order, are in the step
    std::vector<std::int64_t> m_askedUnmerges;                ///< the same of un-merges
    std::vector<std::uint32_t> m_show;                        ///< customers whom somebody looks at
    std::vector<std::int64_t> m_askedToShow;                  ///< whose notes
    std::vector<std::pair<std::int64_t, std::string>> m_told; ///< answers that become true with the commit
    std::vector<std::function<void(bool)>> m_replies;
    bool m_begun = false;
    std::optional<Error> m_error;
};

} // namespace wayreeve::session
