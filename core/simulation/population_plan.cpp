#include "simulation/synthetic_customer.h"

namespace wayreeve::simulation {
namespace {

/// An occasion of PopulationTrait that no customer's own draws use.
constexpr std::uint64_t worldOccasion = std::uint64_t{1} << 40;

std::uint64_t worldSeed(const Chance& chance) {
    return chance.bits(0, worldOccasion, Purpose::PopulationTrait);
}

template <class T>
int positionOf(const std::vector<T>& list, std::string_view id) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id)
            return static_cast<int>(i);
    return -1;
}

} // namespace

PopulationPlan::PopulationPlan(documents::Population described, std::string defaultZoneName,
                               std::uint32_t customerCount, std::uint32_t days, const Chance& source)
    : population(std::move(described))
    , defaultZone(std::move(defaultZoneName))
    , customers(customerCount)
    , end(population.start + Duration::days(days))
    , arrivalWindow(std::min(Duration{Duration::days(days).ms / 3}, Duration::days(10)))
    , chance(source) {
    if (population.states.empty()) // customers who only receive
        population.states.push_back({"customer", 1, {}, {}, {}, {}});
    double total = 0;
    for (std::size_t i = 0; i < population.states.size(); ++i) {
        const documents::HiddenState& state = population.states[i];
        State prepared{&state, {}, 0};
        for (const auto& [id, weight] : state.next)
            if (const int to = stateOf(id); to >= 0 && weight > 0)
                prepared.next.emplace_back(static_cast<std::size_t>(to), weight);
        for (const documents::Emission& emission : state.emits)
            prepared.perDay += std::max(emission.perDay, 0.0);
        states.push_back(std::move(prepared));
        startShares.emplace_back(i, std::max(state.share, 0.0));
        total += startShares.back().second;
    }
    if (!(total > 0))
        startShares.front().second = 1;
    preferredHour = numberOf("preferred-hour");
    for (const documents::Reaction& reaction : population.reactions) {
        Reaction prepared{&reaction, {}, std::vector<double>(states.size(), 0.0), stateOf(reaction.toState)};
        for (const auto& [id, value] : reaction.coefficients)
            if (const int number = numberOf(id); number >= 0)
                prepared.coefficients.push_back({static_cast<std::size_t>(number), value});
        for (const auto& [id, value] : reaction.states)
            if (const int state = stateOf(id); state >= 0)
                prepared.states[static_cast<std::size_t>(state)] += value;
        reactions.push_back(std::move(prepared));
    }
    for (const documents::Emission& emission : population.sessions.events)
        sessionShares.push_back(std::max(emission.perDay, 0.0));
    if (std::any_of(sessionShares.begin(), sessionShares.end(), [](double share) { return share > 0; }))
        world = std::make_unique<const SessionWorld>(customers, worldSeed(chance));
}

DrawStream PopulationPlan::drawOf(std::uint32_t origin, std::uint32_t occasion) const {
    return {worldSeed(chance), (std::uint64_t{origin} + 1) << 32 | occasion};
}

int PopulationPlan::stateOf(std::string_view id) const {
    return positionOf(population.states, id);
}

int PopulationPlan::numberOf(std::string_view id) const {
    if (const int hidden = positionOf(population.hidden, id); hidden >= 0)
        return hidden;
    const int trait = positionOf(population.traits, id);
    return trait < 0 ? -1 : static_cast<int>(population.hidden.size()) + trait;
}

} // namespace wayreeve::simulation
