#pragma once

#include "base/hash.h"
#include "simulation/arrivals.h"

#include <algorithm>
#include <array>
#include <string>

namespace world {

/// Another source, as it comes in where clocks jump: every eighth subject's device is set wrong for a day or so, by
/// minutes, hours or days either way, and from the third day on the receiving machine sleeps for five hours each night,
/// so that what was sent meanwhile comes in all at once, at the later hour that its clock then has.
class JumpingClocks final : public wayreeve::simulation::ArrivalSource {
public:
    JumpingClocks(ArrivalSource& inner, std::uint64_t seed, wayreeve::Instant start)
        : m_inner(inner)
        , m_seed(seed)
        , m_start(start) {}

    [[nodiscard]] std::uint32_t origins() const override { return m_inner.origins(); }
    [[nodiscard]] wayreeve::Instant next(std::uint32_t origin) const override { return comesIn(m_inner.next(origin)); }
    void advance(std::uint32_t origin, wayreeve::Instant until,
                 std::vector<wayreeve::simulation::Arrival>& out) override {
        const std::size_t first = out.size();
        m_inner.advance(origin, std::min(until, asleepSince(until)), out);
        for (std::size_t i = first; i < out.size(); ++i) {
            if (out[i].event)
                out[i].event->time = out[i].event->time + wrongBy(origin, out[i].receivedAt);
            out[i].receivedAt = comesIn(out[i].receivedAt);
            if (out[i].event)
                out[i].event->receivedAt = out[i].receivedAt;
        }
    }
    void deliver(std::uint32_t origin, const wayreeve::simulation::Delivered& delivered) override {
        m_inner.deliver(origin, delivered);
    }

private:
    using Duration = wayreeve::Duration;
    using Instant = wayreeve::Instant;
    static constexpr Duration day = Duration::days(1), asleep = Duration::hours(5);

    /// Since the start of the simulation's day, where the machine sleeps first in it; negative before the third day.
    [[nodiscard]] Duration inDay(Instant at) const {
        return at.ms == INT64_MAX || at < m_start + day + day ? Duration{-1} : Duration{(at - m_start).ms % day.ms};
    }
    [[nodiscard]] Instant comesIn(Instant at) const {
        const Duration since = inDay(at);
        return since.ms >= 0 && since < asleep ? at + (asleep - since) : at;
    }
    /// When it fell asleep, where it sleeps up to the very end of what is before `until`.
    [[nodiscard]] Instant asleepSince(Instant until) const {
        const Duration since = inDay(until - Duration{1});
        return since.ms >= 0 && since < asleep - Duration{1} ? until - Duration{1} - since : until;
    }
    /// Receipt is by the machine's own clock; this is what the device's says beside it.
    [[nodiscard]] Duration wrongBy(std::uint32_t origin, Instant at) const {
        constexpr std::array amounts = {Duration::minutes(-20), Duration::minutes(20), Duration::hours(-3),
                                        Duration::hours(26),    Duration::days(-2),    Duration::days(400)};
        const std::int64_t which = (at - m_start).ms / day.ms;
        const auto draw =
            wayreeve::hashOf(std::to_string(m_seed) + " " + std::to_string(origin) + " " + std::to_string(which)).bytes;
        return draw[0] % 8 == 0 ? amounts[draw[1] % amounts.size()] : Duration{};
    }

    ArrivalSource& m_inner;
    std::uint64_t m_seed;
    Instant m_start;
};

} // namespace world
