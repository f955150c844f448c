#pragma once

#include "documents/vocabulary.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wayreeve::planning {

using documents::Risk;

/// How much probability may leave the leader (semantics.md, "Choice"). nullopt is `none`: unbounded; 0 is never.
struct RiskCaps {
    std::optional<double> low = 0.10;    ///< low and medium candidates together
    std::optional<double> medium = 0.05; ///< medium candidates together
};

struct ChoiceSettings {
    bool explore = true; ///< false (stories): the leader is certain
    double floor = 0.0;  ///< ε
    RiskCaps caps;
};

/// One candidate as the choice sees it: its priority's mean and standard deviation, in money.
struct ChoiceCandidate {
    double mean = 0.0;
    double scale = 0.0;
    Risk risk = Risk::Low;
    std::uint32_t action = 0; ///< variants of one action share it; read by confidence()
};

struct Choice {
    std::vector<double> probabilities; ///< one per candidate, sum 1
    std::size_t leader = 0;            ///< highest mean, ties to the lowest index
    std::size_t chosen = 0;
    bool explored = false;    ///< chosen is not the leader
    double probability = 1.0; ///< of the chosen: the exact propensity
};

/// The exact choice policy of value-model.md: probabilities are computed first, then one uniform number draws, so the
/// logged propensity is exact by construction.
///
/// 1. p_a = P(candidate a has the highest priority), independent normals, integrated over 16 nodes across the range
///    where the maximum lies and 16 across the leader's own ±4 s. Scales of 0 count as 1e-6 of the greatest; where all
///    are 0, the leader is certain. A candidate whose mean is not finite gets 0.
/// 2. Floor: with K' candidates that are the leader or not of high risk, p ← (1 − K'ε)·p for all, + ε for those K'
///    (ε is cut to 1/K').
/// 3. Caps, over the candidates other than the leader: high-risk ones become 0; where the medium ones' sum exceeds the
///    medium cap they are scaled to it; where medium and low together then exceed the low cap both are scaled by the
///    same factor to it.
/// 4. The leader receives 1 − Σ others: all that steps 2 and 3 freed.
/// 5. The first index whose cumulative probability exceeds u is chosen.
///
/// Keeps scratch memory: one object a thread.
class ChoicePolicy {
public:
    /// At least one candidate; u in [0, 1). `out` keeps its memory.
    void choose(std::span<const ChoiceCandidate> candidates, const ChoiceSettings& settings, double u, Choice& out);

    /// Step 1 alone: P(best), with `nodes` + `nodes` nodes (16 to choose, ≥ 64 to display). The sum is 1.
    void probabilities(std::span<const ChoiceCandidate> candidates, int nodes, std::vector<double>& out);

    /// Probability that the leading action's value is at least the best action's − tolerance (5 % of the goal's value).
    /// An action stands by its best variant. 64 + 64 nodes.
    /// `action`: of that one instead of the leading one, where the two are as good as equal.
    [[nodiscard]] double confidence(std::span<const ChoiceCandidate> candidates, double tolerance,
                                    std::optional<std::uint32_t> action = std::nullopt);

private:
    void placeNodes(std::span<const ChoiceCandidate> candidates, std::size_t leader, int nodes);
    void integrate(std::vector<double>& out);

    struct Contender {
        std::size_t index;
        double mean;
        double scale;
    };
    std::vector<Contender> m_contenders;
    std::vector<double> m_nodes;
    std::vector<double> m_logs;  ///< contender × node: lnΦ((t−μ)/s)
    std::vector<double> m_total; ///< Σ over contenders, per node
    std::vector<ChoiceCandidate> m_actions;
    std::vector<double> m_shares;
};

} // namespace wayreeve::planning
