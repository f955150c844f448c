#pragma once

#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wayreeve::measurement {

/// What another policy would have earned, from what one policy did: estimators over a log of choices whose
/// probabilities are known. Terms and intervals as in Dudík, Langford and Li, "Doubly Robust Policy Evaluation and
/// Learning" (ICML 2011); SNIPS as in Swaminathan and Joachims (NIPS 2015); the switch as in Wang, Agarwal and Dudík,
/// "Optimal and Adaptive Off-policy Evaluation in Contextual Bandits" (ICML 2017). Pure.

/// One logged choice.
struct PolicyRow {
    double reward = 0;          ///< what followed
    double probability = 1;     ///< of the logged action under the policy that chose it, in (0, 1]
    double target = 0;          ///< of the same action under the policy to be judged, in [0, 1]
    double predictedAction = 0; ///< a model's reward of the logged action
    double predictedPolicy = 0; ///< the model's reward under the policy to be judged: Σ_a π(a)·q(a)
};

struct OffPolicySettings {
    bool hasPredictions = false; ///< without them DM, DR and Switch-DR are left out
    double tau = 10;             ///< Switch-DR drops the correction where the weight is larger; > 0
};

/// An estimate with its normal 95 % interval; equal to the estimate where there is one row.
struct PolicyValue {
    double estimate = 0;
    double low = 0;
    double high = 0;
    bool operator==(const PolicyValue&) const = default;
};

/// Why the estimates rest on little. The log's policy and the judged one overlap too little, or the probabilities are
/// not those that the log was drawn with.
enum class OverlapWarning : std::uint8_t {
    FewEffectiveRows, ///< ess below a tenth of the rows, or below 30
    HeavyWeights,     ///< weights above tau
    WeightsOff        ///< the mean weight is further from 1 than four standard errors: not this log's probabilities
};
[[nodiscard]] std::string_view nameOf(OverlapWarning warning); ///< "few-effective-rows", "heavy-weights", "weights-off"

/// With w = target / probability:
/// IPS mean(w·r); SNIPS Σw·r / Σw, interval by the delta method from w·(r − SNIPS) / mean(w); DM mean(predictedPolicy);
/// DR mean(predictedPolicy + w·(r − predictedAction)); Switch-DR the same without the correction where w > tau.
struct OffPolicyEstimates {
    std::uint64_t rows = 0;
    PolicyValue logged; ///< mean reward: what the log's own policy earned
    PolicyValue ips;
    std::optional<PolicyValue> snips; ///< nothing where every weight is 0
    std::optional<PolicyValue> dm;
    std::optional<PolicyValue> dr;
    std::optional<PolicyValue> switchDr;
    double ess = 0; ///< effective sample size (Σw)² / Σw² (Kish 1965); 0 where every weight is 0
    double meanWeight = 0;
    double largestWeight = 0;
    std::uint64_t aboveTau = 0; ///< rows
    std::vector<OverlapWarning> warnings;
};

/// At least one row, every value finite and in its range.
[[nodiscard]] OffPolicyEstimates offPolicy(std::span<const PolicyRow> rows, const OffPolicySettings& settings);

} // namespace wayreeve::measurement
