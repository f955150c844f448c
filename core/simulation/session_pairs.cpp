#include "simulation/session_pairs.h"

#include "base/portable_math.h"
#include "simulation/session_world.h"

#include <algorithm>
#include <optional>

namespace wayreeve::simulation {
namespace {

using perception::CustomerNo;

constexpr std::array<std::string_view, pairKinds> names{"match", "household", "shared-device", "office", "stranger"};

/// Draws pairs from a world, keeping to the shares.
class PairMaker {
public:
    PairMaker(std::size_t count, std::uint64_t seed)
        : m_world(std::max<std::size_t>(60, count / 5), seed)
        , m_draw(seed, 2) {
        for (std::size_t p = 0; p < m_world.persons().size(); ++p)
            if (m_world.persons()[p].known)
                m_known.push_back(p);
    }

    SessionPairs make(std::size_t count) {
        SessionPairs made;
        live(made.observed);
        made.pairs.reserve(count);
        while (made.pairs.size() < count)
            if (auto pair = one(wanted()))
                made.pairs.push_back(std::move(*pair));
        return made;
    }

private:
    struct Visit {
        double day = 0;
        std::size_t person = 0;
    };

    /// Everybody's sessions of the past, in their order.
    void live(perception::Stitcher& observed) {
        std::vector<Visit> visits;
        for (std::size_t p = 0; p < m_world.persons().size(); ++p)
            for (std::size_t n = (m_world.persons()[p].known ? 3 : 1) + m_draw.popular(12); n > 0; --n)
                visits.push_back({m_draw.uniform() * SessionWorld::pastDays, p});
        std::stable_sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) { return a.day < b.day; });
        for (const Visit& visit : visits)
            for (const auto& event : m_world.session(visit.person, visit.day, {}, m_draw))
                observed.observe(static_cast<CustomerNo>(visit.person), m_world.persons()[visit.person].known, event);
    }

    PairKind wanted() {
        return static_cast<PairKind>(m_draw.by({0.28, 0.72 * 0.20, 0.72 * 0.15, 0.72 * 0.15, 0.72 * 0.50}));
    }

    /// Nothing where the customer that was drawn has no such neighbour.
    std::optional<SessionPair> one(PairKind kind) {
        for (int attempt = 0; attempt < 200; ++attempt) {
            const std::size_t known = m_known[m_draw.below(m_known.size())];
            SessionWorld::Wish wish;
            const auto visitor = visitorOf(kind, known, wish);
            if (!visitor)
                continue;
            const double day = SessionWorld::pastDays - 7 * portable::log(1 - m_draw.uniform());
            SessionPair pair;
            pair.kind = kind;
            pair.known = static_cast<CustomerNo>(known);
            for (const auto& event : m_world.session(*visitor, std::min(day, 95.0), wish, m_draw))
                pair.session.add(event, nullptr);
            return pair;
        }
        return std::nullopt;
    }

    /// Who has the session, and what it must be like to be of that kind.
    std::optional<std::size_t> visitorOf(PairKind kind, std::size_t known, SessionWorld::Wish& wish) {
        const WorldPerson& customer = m_world.persons()[known];
        const WorldHousehold& home = m_world.households()[customer.household];
        switch (kind) {
        case PairKind::Match:
            if (m_draw.happens(0.05)) // somebody else's device
                wish.device = m_draw.below(m_world.devices().size());
            return known;
        case PairKind::Household:
            wish.atHome = m_draw.happens(0.8);
            return avoidingTheShared(other(home.persons, known), home, wish);
        case PairKind::SharedDevice:
            return onSharedDevice(known, wish);
        case PairKind::Office:
            wish.atOffice = true;
            return customer.office == 0 ? std::nullopt : other(m_world.offices()[customer.office].persons, known);
        default:
            return stranger(known);
        }
    }

    std::optional<std::size_t> other(const std::vector<std::size_t>& persons, std::size_t known) {
        if (persons.size() < 2)
            return std::nullopt;
        const std::size_t who = persons[m_draw.below(persons.size())];
        return who == known ? std::nullopt : std::optional(who);
    }

    std::optional<std::size_t> avoidingTheShared(std::optional<std::size_t> who, const WorldHousehold& home,
                                                 SessionWorld::Wish& wish) {
        if (!who)
            return who;
        const WorldPerson& person = m_world.persons()[*who];
        wish.device = person.devices[m_draw.by(person.use)];
        return home.shared && *wish.device == *home.shared ? std::nullopt : who;
    }

    std::optional<std::size_t> onSharedDevice(std::size_t known, SessionWorld::Wish& wish) {
        const WorldPerson& customer = m_world.persons()[known];
        const WorldHousehold& home = m_world.households()[customer.household];
        const double which = m_draw.uniform();
        if (which < 0.1) { // lent: the customer's own
            wish.device = customer.devices.front();
            return other(home.persons, known);
        }
        if (which < 0.75) {
            wish.device = home.shared;
            return home.shared ? other(home.persons, known) : std::nullopt;
        }
        const WorldOffice& office = m_world.offices()[customer.office];
        wish.device = office.counter;
        wish.atOffice = true;
        const bool uses = office.counter && std::find(customer.devices.begin(), customer.devices.end(),
                                                      *office.counter) != customer.devices.end();
        return uses ? other(office.persons, known) : std::nullopt;
    }

    /// Mostly one that blocking would hold against the customer: the same town, and often the same make of device.
    std::optional<std::size_t> stranger(std::size_t known) {
        const WorldPerson& customer = m_world.persons()[known];
        const std::size_t who = m_draw.below(m_world.persons().size());
        const WorldPerson& person = m_world.persons()[who];
        const bool sameTown =
            m_world.households()[person.household].town == m_world.households()[customer.household].town;
        const bool related =
            person.household == customer.household || (person.office != 0 && person.office == customer.office);
        return related || (!sameTown && !m_draw.happens(0.05)) ? std::nullopt : std::optional(who);
    }

    SessionWorld m_world;
    DrawStream m_draw;
    std::vector<std::size_t> m_known;
};

} // namespace

std::string_view nameOf(PairKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

SessionPairs makeSessionPairs(std::size_t count, std::uint64_t seed) {
    return PairMaker(count, seed).make(count);
}

bool sameDeviceOrAddress(const perception::Sightings& session, const perception::Sightings& customer) {
    for (const auto field : {perception::SightedField::Device, perception::SightedField::Address})
        for (const perception::Sighted& seen : session.of(field))
            if (customer.count(field, seen.value) > 0)
                return true;
    return false;
}

} // namespace wayreeve::simulation
