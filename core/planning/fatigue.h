#pragma once

#include "base/cbor.h"
#include "base/time.h"

#include <array>
#include <span>

namespace wayreeve::planning {

/// What earlier contacts cost the next one. Contact pressure is Σ 2^(−age/halfLife) over a customer's contacts; the
/// outcome probability that was predicted is multiplied by a factor of the pressure, learned from all customers: in
/// each of six bands the rewards that came over those that were predicted, (k + Σ r) / (k + Σ p), k = 20, not rising
/// with pressure (pooled adjacent violators), at most 1.
///
/// Read by many threads; `observe` belongs to the merge.
class Fatigue {
public:
    static constexpr Duration halfLife = Duration::days(7);
    static constexpr std::size_t bands = 6;
    /// Lower ends of the bands; a band's factor holds at its middle, straight lines between.
    static constexpr std::array<double, bands> from = {0.0, 0.5, 1.0, 2.0, 3.0, 5.0};

    /// Contacts after `now` do not count.
    [[nodiscard]] static double pressure(std::span<const Instant> contacts, Instant now);
    [[nodiscard]] static double steadyPressure(Duration gap); ///< just before each contact, one every `gap`

    [[nodiscard]] double factor(double pressure) const; ///< 0 … 1
    /// A contact under this pressure, its outcome probability as predicted without fatigue, and what came of it.
    void observe(double pressure, double predicted, double reward);

    /// The frequency dimension: of `gaps` the one that earns most a day when kept up, (value · probability · factor −
    /// cost) / gap; the longest where none earns anything. `probability` without fatigue; at least one gap.
    [[nodiscard]] Duration bestGap(std::span<const Duration> gaps, double probability, double value, double cost) const;

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader);
    bool operator==(const Fatigue&) const = default;

private:
    void refit();
    std::array<double, bands> m_predicted{}, m_rewards{};
    std::array<double, bands> m_factor = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0}; ///< cache
};

} // namespace wayreeve::planning
