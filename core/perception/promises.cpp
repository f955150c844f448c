#include "perception/promises.h"

#include <algorithm>
#include <tuple>

namespace wayreeve::perception {

bool Promise::wasBroken90(Instant now) const {
    return due <= now && due > now - Duration::days(90) && (settled > due || !kept);
}

std::vector<Promise> foldPromises(std::span<const PromiseEvent> events) {
    std::vector<Promise> promises;
    for (const PromiseEvent& event : events) {
        const auto open = std::find_if(promises.begin(), promises.end(), [&](const Promise& promise) {
            return promise.id == event.id && promise.settled.isNever();
        });
        if (event.keeps) {
            if (open != promises.end()) {
                open->settled = event.at;
                open->kept = true;
            }
            continue;
        }
        if (open != promises.end() && open->due > event.at) {
            open->due = event.due;
            open->by = event.by;
            continue;
        }
        if (open != promises.end())
            open->settled = event.at;
        promises.push_back({event.id, event.by, event.at, event.due, Instant::never(), false});
    }
    return promises;
}

void PromiseTally::add(std::span<const Promise> promises, Instant now) {
    for (const Promise& promise : promises) {
        broken90 += promise.wasBroken90(now) ? 1 : 0;
        if (!promise.isOpen(now))
            continue;
        ++open;
        overdue += promise.isOverdue(now) ? 1 : 0;
        if (promise.due > now)
            nextDue = std::min(nextDue, promise.due);
        if (open == 1 || std::tie(promise.due, promise.made) < std::tie(oldest, oldestMade)) {
            oldest = promise.due;
            oldestMade = promise.made;
            by = promise.by;
        }
    }
}

} // namespace wayreeve::perception
