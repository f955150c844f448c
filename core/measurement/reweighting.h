#pragma once

#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Whether a stage's signals say what they are weighed for: a proposal of one new weight, with its evidence.
namespace wayreeve::measurement {

/// One customer at one moment, whatever stage it was in then.
struct StageCase {
    std::uint32_t customer = 0; ///< even numbers are learned from, odd ones are held out
    bool movedOn = false;       ///< within the benchmark's time after the moment
    std::vector<double> levels; ///< of the stage's signals then, in their order; 0 = absent
    double rival = 0; ///< the highest score of the other stages: the stage is the customer's where its own is higher
};

struct StageWeights {
    std::string stage;
    double base = 0;
    double benchmark = 0; ///< share, 0 … 1
    std::vector<std::pair<std::string, double>> signals;
};

/// What the learning half says of one signal.
struct SignalEvidence {
    std::string signal;
    double weight = 0;
    Proportion with;    ///< moved on, of the moments with the signal (level above `presentFrom` in size)
    Proportion without; ///< of the others
    /// ln of the odds ratio of presence among those who moved on against those who did not, a half added to every count
    /// (Haldane 1956, Anscombe 1956), then shrunk: × 1/(1 + its variance), a normal prior of variance 1 around no
    /// effect.
    double logOdds = 0;
    double coefficient = 0; ///< log odds a unit of level with the stage's other signals held, shrunk (logistic.h)
    double error = 0;       ///< its standard error
    std::optional<double> fitting;    ///< the weight that fits: coefficient × the scale of the stage's weights
    std::optional<Interval> interval; ///< 95 %, of the coefficient alone; the scale is taken as known
    double disagreement = 0;          ///< |weight − fitting| in standard errors; 0 without a scale
};
inline constexpr double presentFrom = 0.05;

/// How often the stage's score puts one who moved on above one who did not, ties half (the area under the ROC curve),
/// on the held-out half, by today's weights and by the proposed one; difference after − before of the same moments with
/// DeLong's interval (DeLong, DeLong, Clarke-Pearson, Biometrics 44, 1988).
struct Accuracy {
    double before = 0;
    double after = 0;
    Interval difference;
    Proportion convertedBefore; ///< held-out moments in the stage by score, and of them moved on
    Proportion convertedAfter;  ///< by the proposed weights
};

struct StageProposal {
    std::string stage;
    double benchmark = 0;
    Proportion converted; ///< all moments in the stage
    Interval interval;    ///< Wilson
    bool far = false;     ///< the interval excludes the benchmark
    std::vector<SignalEvidence> signals;
    std::optional<double> scale;      ///< weight for each unit of log odds; nothing where fewer than three signals tell
    std::optional<std::size_t> worst; ///< of `signals`: its interval excludes its weight, more than any other's
    double weight = 0;                ///< proposed for it, in hundredths
    std::optional<Accuracy> accuracy; ///< with `worst`; nothing where nobody, or everybody, held out moved on
};

/// Judges one stage. Nothing is proposed where it converts as expected (not `far`) or its weights fit the evidence. The
/// scale is the median of weight / coefficient over the signals where both have one sign: one wrong weight does not
/// move it much. Moments of one customer should be apart by the benchmark's time; they count as independent.
[[nodiscard]] StageProposal judgeStage(const StageWeights& weights, std::span<const StageCase> cases);

/// The score of a stage, 0 … 1.
[[nodiscard]] double stageScore(const StageWeights& weights, const StageCase& one);

} // namespace wayreeve::measurement
