#pragma once

#include "base/time.h"

#include <span>
#include <string>
#include <vector>

namespace wayreeve::perception {

/// What somebody owes a customer, as the events tell it.
struct Promise {
    std::string id;
    std::string by; ///< who owes it; empty = not told
    Instant made;
    Instant due = Instant::never();     ///< never(): without a date
    Instant settled = Instant::never(); ///< kept, or replaced by another date after it was due; never(): open
    bool kept = false;
    [[nodiscard]] bool isOpen(Instant now) const { return settled > now; }
    [[nodiscard]] bool isOverdue(Instant now) const { return isOpen(now) && due <= now; }
    /// It was not kept by its due time, and that lies in (now − 90 d, now].
    [[nodiscard]] bool wasBroken90(Instant now) const;
    bool operator==(const Promise&) const = default;
};

/// A "made" or "kept" event.
struct PromiseEvent {
    Instant at;
    bool keeps = false;
    std::string id;
    std::string by;
    Instant due = Instant::never();
};

/// Folds events, ascending by time. A promise that is made again while it is open has its new date and owner; one that
/// was overdue by then stays broken, and another begins. Kept again, or without having been made: changes nothing.
[[nodiscard]] std::vector<Promise> foldPromises(std::span<const PromiseEvent> events);

/// What open promises come to.
struct PromiseTally {
    int open = 0, overdue = 0, broken90 = 0;
    Instant nextDue = Instant::never(); ///< of those that are not due yet
    Instant oldest = Instant::never();  ///< the earliest due time of the open ones …
    Instant oldestMade = Instant::never();
    std::string by; ///< … and who owes that one; of equally old ones the one made first
    void add(std::span<const Promise> promises, Instant now);
};

} // namespace wayreeve::perception
