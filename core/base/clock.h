#pragma once

#include "base/time.h"

namespace wayreeve {

/// Where the current time comes from. Everything that runs takes one; only the composition roots make a SystemClock.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// Stands where it is put; simulations, replays and tests move it.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start)
        : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant instant) { m_now = instant; }

private:
    Instant m_now;
};

} // namespace wayreeve
