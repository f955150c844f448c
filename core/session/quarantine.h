#pragma once

#include "base/result.h"
#include "base/time.h"
#include "perception/intake.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::session {

/// That somebody put a held back event right and sent it again, and what it met with then.
struct SentAgain {
    Instant at; ///< on the clock of the run that received it
    std::string person;
    std::string run; ///< tag; the event is `number` there
    std::uint64_t number = 0;
    perception::Fate fate = perception::Fate::Accepted;
    bool operator==(const SentAgain&) const = default;
};

/// An event that a run held back, as it came in.
struct QuarantinedEvent {
    std::uint64_t sequence = 0; ///< of its receipt
    Instant receivedAt;
    std::string name; ///< empty where it was no event
    perception::Fate fate = perception::Fate::Quarantined;
    Error reason{};     ///< without a code where it was not kept
    std::string text{}; ///< Segment-shaped JSON, or what came instead; empty where it was not kept
    std::optional<SentAgain> sentAgain{};
};

struct QuarantineReason {
    perception::Fate fate = perception::Fate::Quarantined;
    Error reason;
    std::uint64_t count = 0;
    std::uint64_t open = 0; ///< of them, not sent again
    bool operator==(const QuarantineReason&) const = default;
};

struct Quarantine {
    std::string run;                       ///< tag
    std::vector<QuarantinedEvent> events;  ///< the newest, newest first
    std::vector<QuarantineReason> reasons; ///< of all of them; most frequent first, then the oldest first
    std::uint64_t count = 0;               ///< all of the run
    std::uint64_t open = 0;                ///< of them, not sent again
};

struct QuarantineQuery {
    std::string run; ///< empty = the latest
    std::size_t limit = 50;
    bool onlyOpen = false;               ///< of `events`
    std::optional<std::string> reason{}; ///< of `events`: only those whose reasonKey() it is
};

/// The same for two reasons only where they read the same.
[[nodiscard]] std::string reasonKey(perception::Fate fate, const Error& reason);

/// Reads all that the run held back: counts and reasons are of all, whatever is asked for. Errors: "run.unknown", the
/// reader's. Not for the window's thread.
[[nodiscard]] Result<Quarantine> quarantined(const std::filesystem::path& folder, const QuarantineQuery& query);

/// Which event is sent again, and by whom.
struct Mending {
    std::string run;          ///< empty = the latest
    std::uint64_t number = 0; ///< 0 = the newest of that run with the same message id, if there is one
    std::string person{};     ///< empty = not known
};

/// Hands an event, mended by a person, to the engine that runs live; it is received like any other, now, and the store
/// remembers which one it mends (QuarantinedEvent::sentAgain). Answers whether that is known. Errors: "json.invalid";
/// those of perception::parseSegmentEvent, so that nothing is sent that would be refused again for its shape;
/// "run.unknown", "quarantine.unknown" (run, number); "live.not-running"; "live.no-answer". Not for the window's
/// thread.
[[nodiscard]] Result<bool> sendMended(const std::filesystem::path& folder, const std::string& json,
                                      const Mending& mending);

} // namespace wayreeve::session
