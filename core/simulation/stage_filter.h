#pragma once

#include "documents/population.h"
#include "perception/event.h"
#include "simulation/synthetic_customer.h"

#include <span>
#include <vector>

namespace wayreeve::simulation {

/// The forward algorithm (Rabiner, Proc. IEEE 77, 1989) for a population that is known in full, in continuous time:
/// what nobody who sees the events alone can do better than. Between events the belief flows along silent changes of
/// state and away from states that should have spoken; an event is either an emission of the state that holds or, with
/// those of the same instant, what a change emits. Properties count by the density of their distributions; identify and
/// consent events are not heard.
/// One customer at a time; the plan must outlive it.
class StageFilter {
public:
    explicit StageFilter(const PopulationPlan& plan);

    /// The customer arrives, and says this at once.
    void begin(Instant at, std::span<const perception::Event* const> said);
    /// Time passes without a word. Earlier instants change nothing.
    void wait(Instant until);
    /// All events of one instant (wait() for it first), in their order.
    void hear(std::span<const perception::Event* const> said);
    [[nodiscard]] const std::vector<double>& belief() const { return m_belief; } ///< per hidden state; sums to 1

private:
    [[nodiscard]] double saidOnEntry(std::size_t state, std::span<const perception::Event* const> said) const;
    void normalise();

    const PopulationPlan& m_plan;
    std::vector<std::vector<std::pair<std::size_t, double>>> m_moves; ///< into each state: from, rate per day
    std::vector<double> m_silence;                                    ///< probability that an entry says nothing
    std::vector<double> m_leaving;                                    ///< per day, of changes and emissions together
    double m_fastest = 0;
    Instant m_at;
    std::vector<double> m_belief;
};

} // namespace wayreeve::simulation
