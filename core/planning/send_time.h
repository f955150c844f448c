#pragma once

#include "base/cbor.h"

#include <array>
#include <cstdint>
#include <vector>

namespace wayreeve::planning {

/// One customer's contacts by customer-local hour and how many of them were answered. Owned by the customer. When an
/// hour's count is full, all counts are halved: old habits fade.
class ContactHours {
public:
    static constexpr int hours = 24;
    struct Count {
        std::uint8_t sent = 0;
        std::uint8_t answered = 0; ///< ≤ sent
        bool operator==(const Count&) const = default;
    };

    void add(int hour, bool answered);
    void absorb(const ContactHours& other); ///< two identities turned out to be one customer
    [[nodiscard]] const Count& at(int hour) const { return m_counts[static_cast<std::size_t>(hour)]; }
    [[nodiscard]] int sent() const;
    [[nodiscard]] bool empty() const;

    void encode(cbor::Writer& writer) const; ///< only the hours that have counts
    bool decode(cbor::Reader& reader);
    bool operator==(const ContactHours&) const = default;

private:
    void halve();
    std::array<Count, hours> m_counts{};
};

/// Bit h: hour h is open (quiet hours and the agent's own hours taken off).
using HourMask = std::uint32_t;
inline constexpr HourMask allHours = (1U << ContactHours::hours) - 1;

/// When a customer answers best. A customer has a hidden preferred time θ on a ring of 48 half hours; a contact at
/// distance d from it is answered with probability f(d), which does not rise with d. The curve f and the distribution
/// of θ are shared and learned from all customers by on-line expectation-maximisation (Cappé & Moulines 2009: each
/// visit replaces a share γ of the statistics by those of the visited customer's whole history), made monotone by
/// pooling adjacent violators (Ayer et al. 1955). What one customer adds is the posterior of θ given its counts.
///
/// The hour is drawn by information-directed sampling (after Russo & Van Roy 2018): each open hour scores its mutual
/// information with θ over its regret^κ, where the regret is what it earns less than one who knew θ and could choose
/// among the open hours (so a preferred hour that is quiet yields its nearest neighbour), and κ = n/(2n + 16) after n
/// contacts: first learn, then earn. The shares go with the 32nd power of the scores and are computed as a vector, so
/// what is logged is exact.
///
/// Read by many threads; `observe` and `endEpoch` belong to the merge. All arithmetic is portable.
class SendTimeModel {
public:
    static constexpr int positions = 48; ///< of θ: half hours from midnight
    static constexpr int distances = 25; ///< 0, ½ … 12 hours
    using Posterior = std::array<double, positions>;
    using Hourly = std::array<double, ContactHours::hours>;

    SendTimeModel();
    /// A model whose curve (by distance in half hours) and distribution of θ are given and stay: to compare with.
    SendTimeModel(const std::array<double, distances>& curve, const Posterior& prior);

    [[nodiscard]] double curve(int halfHours) const { return m_curve[static_cast<std::size_t>(halfHours)]; }
    [[nodiscard]] Posterior posterior(const ContactHours& customer) const; ///< sums to 1
    /// P(answered) at each hour.
    [[nodiscard]] Hourly expected(const ContactHours& customer) const;
    /// Shares of the open hours; the sum is 1. All 0 where none is open.
    [[nodiscard]] Hourly probabilities(const ContactHours& customer, HourMask open) const;
    /// The posterior's circular mean, in hours [0, 24).
    [[nodiscard]] double estimate(const ContactHours& customer) const;

    struct Choice {
        int hour = -1; ///< −1: no hour is open
        double probability = 0.0;
    };
    [[nodiscard]] Choice choose(const ContactHours& customer, HourMask open, double u) const; ///< u in [0, 1)
    /// The open hour with the highest expected answer, the earliest among equals; for explanations and stories.
    [[nodiscard]] Choice best(const ContactHours& customer, HourMask open) const;

    /// After one more contact of this customer was answered or not: its history as it is now.
    void observe(const ContactHours& customer);
    void endEpoch(); ///< the curve and the prior follow the statistics

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader);
    bool operator==(const SendTimeModel&) const = default;

private:
    void prepare();
    [[nodiscard]] double knownAnswer(const Posterior& where, HourMask open) const;

    std::array<double, distances> m_curve{};
    std::array<double, positions> m_prior{};
    std::array<double, distances> m_sent{}; ///< averages over visits: expected contacts and answers by distance
    std::array<double, distances> m_answered{};
    std::array<double, positions> m_where{}; ///< averages of posteriors
    double m_visits = 0.0;
    bool m_fixed = false;
    std::array<double, distances> m_logYes{}, m_logNo{}, m_entropy{}; ///< caches of the curve
};

} // namespace wayreeve::planning
