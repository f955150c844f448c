#pragma once

#include "simulation/arrivals.h"

#include <vector>

namespace wayreeve::simulation {

/// Recorded arrivals again, in receipt order (replay of a run, a story, an imported file). One origin per subject key
/// in order of appearance, or as given. Deliveries are ignored: what followed is in the recording.
class RecordedSource final : public ArrivalSource {
public:
    /// `arrivals` ascending by receivedAt; origins numbered from 0 without gaps.
    explicit RecordedSource(std::vector<Arrival> arrivals);

    [[nodiscard]] std::uint32_t origins() const override;
    [[nodiscard]] Instant next(std::uint32_t origin) const override;
    void advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) override;
    void deliver(std::uint32_t, const Delivered&) override {}

private:
    std::vector<std::vector<Arrival>> m_byOrigin;
    std::vector<std::size_t> m_position;
};

} // namespace wayreeve::simulation
