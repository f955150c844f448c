#include "perception/stitching.h"

#include "base/portable_math.h"
#include "perception/identity.h"

#include <algorithm>

namespace wayreeve::perception {
namespace {

using Field = SightedField;

/// Network, agent and screen together; 0 where one of them is missing.
std::vector<std::uint64_t> printsOf(const Sightings& sightings) {
    std::vector<std::uint64_t> prints;
    for (const Sighted& network : sightings.of(Field::Network))
        for (const Sighted& family : sightings.of(Field::Family))
            for (const Sighted& screen : sightings.of(Field::Screen)) {
                if (prints.size() == Sightings::mostValues)
                    return prints;
                prints.push_back(network.value ^ (family.value * 0x9e3779b97f4a7c15ULL) ^
                                 (screen.value * 0xc2b2ae3d27d4eb4fULL));
            }
    return prints;
}

void addOnce(std::vector<CustomerNo>& list, CustomerNo customer) {
    if (std::find(list.begin(), list.end(), customer) == list.end())
        list.push_back(customer);
}

} // namespace

Stitcher::Person& Stitcher::person(CustomerNo customer) {
    while (m_people.size() <= customer) {
        m_people.emplace_back();
        m_people.back().parent = static_cast<CustomerNo>(m_people.size() - 1);
    }
    return m_people[customer];
}

CustomerNo Stitcher::root(CustomerNo customer) const {
    while (customer < m_people.size() && m_people[customer].parent != customer)
        customer = m_people[customer].parent;
    return customer;
}

const Sightings& Stitcher::of(CustomerNo customer) const {
    static const Sightings nothing;
    const CustomerNo number = root(customer);
    return number < m_people.size() ? m_people[number].sightings : nothing;
}

bool Stitcher::isKnown(CustomerNo customer) const {
    const CustomerNo number = root(customer);
    return number < m_people.size() && m_people[number].known;
}

/// A device has got its first or second known customer.
void Stitcher::countMake(std::uint64_t family, std::size_t owners) {
    const auto count = [&](Makes& makes) {
        makes.devices += owners == 1 ? 1 : 0;
        makes.shared += owners == 2 ? 1 : 0;
    };
    count(m_allMakes);
    if (const auto known = m_makes.find(family); known != m_makes.end())
        count(known->second);
    else if (m_makes.size() < Crowd::largest)
        count(m_makes[family]);
}

/// Enters a known customer where its newest values are looked up.
void Stitcher::own(CustomerNo customer) {
    const Sightings& mine = m_people[customer].sightings;
    const auto enter = [&](Owners& owners, std::uint64_t value) {
        auto& list = owners[value];
        const std::size_t before = list.size();
        // One beyond the limit marks a hub; more need not be known.
        if (before <= hubLimit)
            addOnce(list, customer);
        return list.size() > before ? list.size() : 0;
    };
    for (const Sighted& device : mine.of(Field::Device))
        if (const std::size_t owners = enter(m_devices, device.value); owners == 1 || owners == 2)
            countMake(mine.latest(Field::Family), owners);
    for (const Sighted& address : mine.of(Field::Address))
        enter(m_addresses, address.value);
    for (const std::uint64_t print : printsOf(mine))
        enter(m_prints, print);
}

void Stitcher::observe(CustomerNo customer, bool known, const Event& event) {
    person(customer);
    const CustomerNo number = root(customer);
    Person& who = m_people[number];
    const bool first = known && !who.known;
    who.known = who.known || known;
    who.sightings.add(event, &m_crowd);
    if (who.known && (first || event.seenAt))
        own(number);
}

void Stitcher::merged(CustomerNo kept, CustomerNo gone) {
    person(std::max(kept, gone));
    Person& keeps = m_people[kept];
    Person& goes = m_people[gone];
    m_merges[{kept, gone}] = {goes.sightings, keeps.known, goes.known};
    keeps.sightings.add(goes.sightings);
    keeps.known = keeps.known || goes.known;
    goes.sightings = {};
    goes.parent = kept;
    if (keeps.known)
        own(kept);
}

void Stitcher::parted(CustomerNo kept, CustomerNo gone, const std::vector<Event>& keptSince,
                      const std::vector<Event>& goneSince, const std::vector<CustomerNo>& followed) {
    const auto merge = m_merges.extract({kept, gone});
    if (!merge)
        return;
    const Before& before = merge.mapped();
    Person& keeps = m_people[kept];
    Person& goes = m_people[gone];
    goes = {before.gone, gone, before.goneKnown || std::any_of(goneSince.begin(), goneSince.end(), namesSomebody)};
    for (const Event& event : goneSince)
        goes.sightings.add(event, nullptr); // the crowd has counted it
    keeps.known = before.keptKnown || std::any_of(keptSince.begin(), keptSince.end(), namesSomebody);
    for (const auto& [pair, other] : m_merges)
        if (pair.first == kept && std::find(followed.begin(), followed.end(), pair.second) == followed.end())
            keeps.known = keeps.known || other.goneKnown;
    for (const CustomerNo third : followed)
        if (auto node = m_merges.extract({kept, third})) {
            node.key().first = gone;
            goes.sightings.add(node.mapped().gone);
            goes.known = goes.known || node.mapped().goneKnown;
            m_people[third].parent = gone;
            m_merges.insert(std::move(node));
        }
    keeps.sightings.remove(goes.sightings);
    for (const CustomerNo side : {kept, gone})
        if (m_people[side].known)
            own(side);
}

bool Stitcher::isDue(CustomerNo customer) const {
    const CustomerNo number = root(customer);
    if (number >= m_people.size() || m_people[number].known)
        return false;
    const std::uint32_t events = m_people[number].sightings.events();
    return events == 3 || events == 6 || events == 12 || events == 24;
}

std::vector<CustomerNo> Stitcher::ownersOf(const Owners& owners, std::uint64_t value) const {
    const auto found = owners.find(value);
    std::vector<CustomerNo> roots;
    if (found != owners.end())
        for (const CustomerNo customer : found->second)
            addOnce(roots, root(customer));
    return roots;
}

std::vector<CustomerNo> Stitcher::candidates(const Sightings& session) const {
    std::vector<CustomerNo> found;
    const auto gather = [&](const Owners& owners, std::uint64_t value) {
        const auto known = ownersOf(owners, value);
        if (known.size() <= hubLimit)
            for (const CustomerNo customer : known)
                addOnce(found, customer);
    };
    for (const Sighted& device : session.of(Field::Device))
        gather(m_devices, device.value);
    for (const Sighted& address : session.of(Field::Address))
        gather(m_addresses, address.value);
    for (const std::uint64_t print : printsOf(session))
        gather(m_prints, print);
    std::sort(found.begin(), found.end());
    if (constexpr std::size_t most = 4 * hubLimit; found.size() > most)
        found.resize(most);
    return found;
}

Neighbours Stitcher::neighboursOf(const Sightings& session, CustomerNo known) const {
    Neighbours neighbours;
    std::vector<CustomerNo> others;
    const auto gather = [&](Field field, const Owners& owners, std::size_t& count) {
        bool hub = false;
        for (const Sighted& seen : session.of(field)) {
            const auto there = ownersOf(owners, seen.value);
            hub = hub || there.size() > hubLimit;
            count = std::max(count, there.size());
            if (there.size() <= hubLimit)
                for (const CustomerNo customer : there)
                    if (customer != known)
                        addOnce(others, customer);
        }
        return hub;
    };
    gather(Field::Device, m_devices, neighbours.onDevice);
    neighbours.addressIsHub = gather(Field::Address, m_addresses, neighbours.onAddress);
    if (neighbours.addressIsHub)
        neighbours.onAddress = 0;
    if (const auto make =
            session.of(Field::Family).empty() ? m_makes.end() : m_makes.find(session.of(Field::Family).front().value);
        make != m_makes.end()) {
        const double all = (m_allMakes.shared + 1) / (m_allMakes.devices + 10);
        neighbours.sharedMake = portable::log((make->second.shared + 10 * all) / (make->second.devices + 10) / all);
    }
    if (others.size() > 2 * hubLimit)
        others.resize(2 * hubLimit);
    for (const CustomerNo other : others) {
        const double fit = behaviour(session, m_people[other].sightings, m_crowd);
        neighbours.rival = neighbours.hasRival ? std::max(neighbours.rival, fit) : fit;
        neighbours.hasRival = true;
    }
    return neighbours;
}

EvidenceRow Stitcher::evidence(const Sightings& session, CustomerNo known) const {
    return evidenceOf(session, of(known), m_crowd, neighboursOf(session, root(known)));
}

Stitch Stitcher::compare(const Sightings& session, CustomerNo known) const {
    Stitch stitch;
    stitch.known = known;
    stitch.evidence = evidence(session, known);
    stitch.probability = m_model.probability(stitch.evidence);
    for (std::size_t i = 0; i < evidenceCount; ++i)
        stitch.evidence[i] *= m_model.weights[i] * m_model.slope;
    return stitch;
}

} // namespace wayreeve::perception
