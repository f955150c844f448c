#include "simulation/synthetic_population.h"

#include "simulation/synthetic_customer.h"

namespace wayreeve::simulation {

struct SyntheticPopulation::Impl {
    PopulationPlan plan;
    std::vector<SyntheticCustomer> customers;
};

namespace {

std::string firstZone(const documents::Workspace& workspace) {
    return workspace.settings.zones.empty() ? std::string() : workspace.settings.zones.front();
}

} // namespace

SyntheticPopulation::SyntheticPopulation(const documents::Workspace& workspace, const documents::Population& population,
                                         std::uint32_t customers, std::uint32_t days, const Chance& chance)
    : m_impl(new Impl{{population, firstZone(workspace), customers, days, chance}, {}}) {
    m_impl->customers.reserve(customers);
    for (std::uint32_t origin = 0; origin < customers; ++origin)
        m_impl->customers.emplace_back(m_impl->plan, origin);
}

SyntheticPopulation::~SyntheticPopulation() = default;

std::uint32_t SyntheticPopulation::origins() const {
    return static_cast<std::uint32_t>(m_impl->customers.size());
}

Instant SyntheticPopulation::next(std::uint32_t origin) const {
    return m_impl->customers[origin].next(m_impl->plan);
}

void SyntheticPopulation::advance(std::uint32_t origin, Instant until, std::vector<Arrival>& out) {
    m_impl->customers[origin].advance(m_impl->plan, until, out);
}

void SyntheticPopulation::deliver(std::uint32_t origin, const Delivered& delivered) {
    m_impl->customers[origin].deliver(m_impl->plan, delivered);
}

} // namespace wayreeve::simulation
