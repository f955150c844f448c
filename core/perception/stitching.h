#pragma once

#include "perception/customer.h"
#include "perception/stitching_model.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace wayreeve::perception {

/// An anonymous session that is, in all probability, a known customer's.
struct Stitch {
    CustomerNo known = 0;
    CustomerNo anonymous = 0;
    double probability = 0;
    EvidenceRow evidence{}; ///< each one's part of the log-odds; they and the calibration's offset add up to them
};

/// Probabilistic identity (P2). Keeps what was observed of every customer and finds, for an anonymous one, the known
/// customer it belongs to. Candidates come from blocking: the customers known at the session's device, its address, or
/// its network with the same agent and screen, five each at most; a device, address or network with more is a hub and
/// gives none. A match needs `threshold` against exactly one candidate. Sees nothing but events. One thread, in receipt
/// order; work per event is bounded.
class Stitcher {
public:
    static constexpr double threshold = 0.90;
    static constexpr std::size_t hubLimit = 5;

    explicit Stitcher(const StitchingModel& model = StitchingModel::shipped())
        : m_model(model) {}

    /// Folds an event in. `known`: it names a person (user id, address or number); once known, a customer stays so.
    void observe(CustomerNo customer, bool known, const Event& event);
    /// Two numbers are one person from here on, `kept`'s.
    void merged(CustomerNo kept, CustomerNo gone);
    /// Undoes `merged`: what `gone` had shown, what it was sent since and the customers in `followed`, absorbed since
    /// then, are taken off `kept` again (up to values that were given up in between). Does nothing for a merge it does
    /// not know.
    void parted(CustomerNo kept, CustomerNo gone, const std::vector<Event>& keptSince,
                const std::vector<Event>& goneSince, const std::vector<CustomerNo>& followed = {});

    /// Whether it is time to look: an anonymous customer after 3, 6, 12 and 24 events. Looking after each would turn
    /// chance into matches.
    [[nodiscard]] bool isDue(CustomerNo customer) const;
    /// The one known customer that the anonymous one belongs to. `barred` says which pairs never join.
    template <class Barred>
    [[nodiscard]] std::optional<Stitch> match(CustomerNo anonymous, Barred barred) const {
        const Sightings& session = of(anonymous);
        std::optional<Stitch> found;
        for (const CustomerNo known : candidates(session)) {
            if (known == root(anonymous) || barred(known, anonymous))
                continue;
            Stitch stitch = compare(session, known);
            if (stitch.probability < threshold)
                continue;
            if (found)
                return std::nullopt; // two fit: neither is certain
            stitch.anonymous = anonymous;
            found = stitch;
        }
        return found;
    }
    [[nodiscard]] std::vector<CustomerNo> candidates(const Sightings& session) const; ///< known, ascending
    [[nodiscard]] EvidenceRow evidence(const Sightings& session, CustomerNo known) const;
    [[nodiscard]] Stitch compare(const Sightings& session, CustomerNo known) const;
    [[nodiscard]] const Sightings& of(CustomerNo customer) const; ///< empty for one never observed
    [[nodiscard]] bool isKnown(CustomerNo customer) const;

    /// All of it but the model: what is of one customer (null where nothing is) apart from what is of all.
    void encode(cbor::Writer& writer) const;
    void decode(cbor::Reader& reader); ///< fails the reader; then each one's part
    void encodeOf(cbor::Writer& writer, CustomerNo customer) const;
    void decodeOf(cbor::Reader& reader, CustomerNo customer);

private:
    struct Person {
        Sightings sightings;
        CustomerNo parent = 0;
        bool known = false;
    };
    struct Before {
        Sightings gone;
        bool keptKnown = false, goneKnown = false;
    };
    struct Makes { ///< devices by agent family
        double devices = 0, shared = 0;
    };
    using Owners = std::unordered_map<std::uint64_t, std::vector<CustomerNo>>; ///< looked up, never walked

    Person& person(CustomerNo customer);
    [[nodiscard]] CustomerNo root(CustomerNo customer) const;
    void own(CustomerNo customer);
    void countMake(std::uint64_t family, std::size_t owners);
    [[nodiscard]] std::vector<CustomerNo> ownersOf(const Owners& owners, std::uint64_t value) const;
    [[nodiscard]] Neighbours neighboursOf(const Sightings& session, CustomerNo known) const;

    StitchingModel m_model;
    Crowd m_crowd;
    std::vector<Person> m_people;
    std::unordered_map<std::uint64_t, Makes> m_makes;
    Makes m_allMakes;
    Owners m_devices, m_addresses, m_prints; ///< → known customers, hubLimit + 1 at most
    std::map<std::pair<CustomerNo, CustomerNo>, Before> m_merges;
};

} // namespace wayreeve::perception
