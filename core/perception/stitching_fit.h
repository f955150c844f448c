#pragma once

#include "perception/stitching_model.h"

#include <span>
#include <vector>

namespace wayreeve::perception {

struct LabelledEvidence {
    EvidenceRow row{};
    bool same = false;
};

/// Logistic regression with a ridge of `ridge` on all weights but the base, by Newton's method (at most 40 steps, until
/// no weight moves by 1e-10). Deterministic; the order of the examples counts for the last bits only.
[[nodiscard]] EvidenceRow fitWeights(std::span<const LabelledEvidence> examples, double ridge = 1);

/// Fits Platt's slope and offset to examples that the weights have not seen.
void calibrate(StitchingModel& model, std::span<const LabelledEvidence> examples);

/// How good probabilities are, judged on labelled pairs.
struct StitchingQuality {
    double threshold = 0.90;
    std::size_t pairs = 0, matches = 0, taken = 0, right = 0;
    double precision = 0; ///< of those at or above the threshold; 0 where there are none
    double recall = 0;
    double ece = 0; ///< expected calibration error over ten bins of equal width (Naeini et al., AAAI 2015)
};
[[nodiscard]] StitchingQuality judge(std::span<const double> probabilities, const std::vector<bool>& same,
                                     double threshold);

} // namespace wayreeve::perception
