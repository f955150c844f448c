#pragma once

#include "base/chance.h"
#include "documents/workspace.h"
#include "simulation/arrivals.h"

#include <memory>

namespace wayreeve::simulation {

/// S1: customers with hidden state that react to what the core does. Everything is a pure function of (seed, origin,
/// occasion), so the order in which workers ask does not matter. Customers arrive spread evenly over the first third of
/// the run (at most 10 days), each with an identify event (traits, consent as "Consent Changed" events); one in twenty
/// is anonymous first and identifies itself later, so identities really merge.
class SyntheticPopulation final : public ArrivalSource {
public:
    /// `days` is the run's length; nothing arrives after start + days.
    SyntheticPopulation(const documents::Workspace& workspace, const documents::Population& population,
                        std::uint32_t customers, std::uint32_t days, const Chance& chance);
    ~SyntheticPopulation() override;

    [[nodiscard]] std::uint32_t origins() const override;
    [[nodiscard]] Instant next(std::uint32_t origin) const override;
    void advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) override;
    void deliver(std::uint32_t origin, const Delivered& delivered) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wayreeve::simulation
