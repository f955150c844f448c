#pragma once

#include "base/cbor.h"
#include "base/time.h"

#include <cstdint>

namespace wayreeve::planning {

/// One customer's rhythm of purchases: the logarithms of the gaps between them. Owned by the customer. Purchases within
/// 12 hours of each other are one.
struct PurchaseRhythm {
    Instant last = Instant::never(); ///< the latest purchase; never() before the first
    double gaps = 0.0;               ///< how many
    double logSum = 0.0;             ///< of ln(gap in days)

    bool operator==(const PurchaseRhythm&) const = default;
};

/// When a customer will buy again: ln(gap) ~ N(μ_c, σ²), μ_c ~ N(m, τ²). Shared are m, σ² and τ², learned online from
/// gap after gap; a customer's own mean shrinks towards m by V = 1/(1/τ² + n/σ²). Moments: m the mean of all gaps; with
/// e = ln(gap) − m and S, n the customer's sum of e and count before it, τ² = (0.3·50 + Σ S·e) / (50 + Σ n) as E[S·e] =
/// n·τ²; σ² = mean e² − τ².
///
/// Read by many threads; `observe` belongs to the merge, in the order of the records.
class Replenishment {
public:
    /// A purchase: takes the gap since the last one into the shared moments and the customer's rhythm. An earlier or
    /// too close one only moves nothing.
    void observe(PurchaseRhythm& rhythm, Instant at);

    /// Of the next gap, in days: its median, and the 5 % and 95 % quantiles of a new gap of this customer.
    struct Gap {
        double median = 0.0;
        double low = 0.0;
        double high = 0.0;
    };
    [[nodiscard]] Gap nextGap(const PurchaseRhythm& rhythm) const;
    /// The median time of the next purchase given that none has come by `now`; never() before the first purchase.
    [[nodiscard]] Instant nextPurchase(const PurchaseRhythm& rhythm, Instant now) const;
    /// P(the next purchase falls into [now, now + window) | none yet); 0 before the first purchase.
    [[nodiscard]] double dueWithin(const PurchaseRhythm& rhythm, Instant now, Duration window) const;

    [[nodiscard]] double mean() const;    ///< m
    [[nodiscard]] double between() const; ///< τ²
    [[nodiscard]] double within() const;  ///< σ²

    void encode(cbor::Writer& writer) const;
    bool decode(cbor::Reader& reader);
    bool operator==(const Replenishment&) const = default;

private:
    struct Belief {
        double mean = 0.0, deviation = 0.0; ///< of ln(next gap)
    };
    [[nodiscard]] Belief belief(const PurchaseRhythm& rhythm) const;

    double m_count = 0.0, m_sum = 0.0;
    double m_squares = 0.0;                 ///< Σ e²
    double m_products = 0.0, m_pairs = 0.0; ///< Σ S·e, Σ n
};

void encode(cbor::Writer& writer, const PurchaseRhythm& rhythm);
bool decode(cbor::Reader& reader, PurchaseRhythm& rhythm);

} // namespace wayreeve::planning
