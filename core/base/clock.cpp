#include "base/clock.h"

#include <chrono>

namespace wayreeve {

Instant SystemClock::now() const {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace wayreeve
