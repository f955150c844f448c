#pragma once

#include "base/result.h"
#include "base/time.h"
#include "execution/dispatch.h"
#include "perception/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::simulation {

/// Something that arrives at the door of a run. `origin` says which simulated (or recorded) subject sent it; nothing
/// beyond the source may read more into it.
struct Arrival {
    Instant receivedAt;
    std::uint32_t origin = 0;
    std::uint32_t index = 0;                ///< 0, 1, 2 … per origin: breaks ties in time
    std::optional<perception::Event> event; ///< absent: malformed, only counted
    std::string raw{};                      ///< what came instead of an event, where it is to be kept
    Error reason{};                         ///< why it is none
};

/// What a subject got, as it sees it.
struct Delivered {
    execution::Dispatch dispatch;
    std::string actionId;
    std::vector<std::string> actionTags;
    std::string contentId;
    double discount = 0;
    int localHour = 12; ///< of the customer, at delivery
};

/// Where a run's arrivals come from: a synthetic population, recorded events, a story, logged data. Each subject is
/// used by one worker at a time; different subjects may be used in parallel.
class ArrivalSource {
public:
    virtual ~ArrivalSource() = default;
    [[nodiscard]] virtual std::uint32_t origins() const = 0;
    /// The next instant at which this origin wants to be asked; never() when it is done.
    [[nodiscard]] virtual Instant next(std::uint32_t origin) const = 0;
    /// Appends everything that arrives from this origin before `until`, ascending by receivedAt.
    virtual void advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) = 0;
    /// The subject receives something and may react later.
    virtual void deliver(std::uint32_t origin, const Delivered& delivered) = 0;
};

} // namespace wayreeve::simulation
