#pragma once

#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// M5: what works for whom. What a tag of what was sent did to the reward, from choices whose probabilities are known.
namespace wayreeve::measurement {

/// One tag that could have been sent at a moment.
struct EffectOption {
    std::uint32_t tag = 0;
    double propensity = 0; ///< exact probability that what was sent had the tag, given that something was sent
    bool chosen = false;
};

/// One moment at which something was sent. Tags that nothing that could be sent had are left out.
struct EffectRow {
    std::uint32_t customer = 0;
    std::uint32_t segment = 0;
    std::optional<double> reward; ///< nothing while it is unknown: counted, and no failure
    std::vector<EffectOption> options;
};

struct EffectSettings {
    /// Propensities outside [trim, 1 − trim] are left out: there the other side was hardly ever seen (Crump, Hotz,
    /// Imbens and Mitnik, Biometrika 96, 2009).
    double trim = 0.02;
    std::uint64_t least = 10; ///< moments a side, below which nothing is said
};

/// Mean reward with the tag less that of whatever else was sent at moments where both could have been.
struct Effect {
    std::uint64_t with = 0;    ///< moments with a known reward, after trimming
    std::uint64_t without = 0; ///< the others
    std::uint64_t unknown = 0; ///< with the tag, and no reward known yet
    std::uint64_t trimmed = 0; ///< with a known reward, left out for want of overlap
    double effective = 0;      ///< moments of the smaller side by Kish's effective sample size
    std::string_view why;      ///< empty = told; "too-few", "no-overlap" (nothing but trimmed moments)
    double rateWith = 0;       ///< weighted mean rewards
    double rateWithout = 0;
    double raw = 0; ///< their difference before shrinkage
    double error = 0;
    double estimate = 0; ///< shrunk
    Interval interval;   ///< of `estimate`, 95 %

    [[nodiscard]] bool isTold() const { return why.empty(); }
};

/// `cells` by tag · segments + segment.
struct EffectTable {
    std::vector<Effect> overall; ///< by tag, over all segments
    std::vector<Effect> cells;
    double betweenTags = 0;     ///< standard deviation of the tags' true effects, as estimated
    double betweenSegments = 0; ///< of a tag's true effects around its own overall one
};

/// Weighted by inverse propensity and normalised (Hájek 1971; Lunceford and Davidian, Statistics in Medicine 23, 2004):
/// Σ T·r/e / Σ T/e − Σ (1−T)·r/(1−e) / Σ (1−T)/(1−e). The error is the sandwich of the influence terms, summed a
/// customer before they are squared, so that several moments of one customer do not count as independent; at least that
/// of shares with one success and one failure added a side (Agresti and Caffo, The American Statistician 54, 2000), so
/// that a side without a success is not certain.
///
/// Shrinkage (Morris, JASA 78, 1983): overall effects towards 0, a tag's cells towards its shrunk overall effect, by
/// τ²/(τ² + error²). τ² is the moment estimate max(0, Q − d + √(2d)) / c with
/// Q = Σ (distance/error)², whose mean is d without differences and grows by c·τ² (DerSimonian and Laird, Controlled
/// Clinical Trials 7, 1986; the root, one standard deviation of Q, errs to the side of less shrinkage). Distances are
/// from 0 for tags, from their weighted mean for a tag's cells. The intervals hold
/// the uncertainty of τ² too. Tags below `tags`, segments below `segments`. Pure.
[[nodiscard]] EffectTable effectsOf(std::span<const EffectRow> rows, std::uint32_t tags, std::uint32_t segments,
                                    const EffectSettings& settings = {});

} // namespace wayreeve::measurement
