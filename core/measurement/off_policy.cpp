#include "measurement/off_policy.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::measurement {

namespace {

PolicyValue around(double estimate, const Sample& terms) {
    const double error = terms.count() > 1 ? z95 * std::sqrt(terms.variance() / static_cast<double>(terms.count())) : 0;
    return {estimate, estimate - error, estimate + error};
}

PolicyValue meanOf(const Sample& terms) {
    return around(terms.mean(), terms);
}

double weightOf(const PolicyRow& row) {
    return row.target / row.probability;
}

std::vector<OverlapWarning> warningsOf(const OffPolicyEstimates& of, const Sample& weights) {
    const auto rows = static_cast<double>(of.rows);
    std::vector<OverlapWarning> warnings;
    if (of.ess < 30 || of.ess < rows / 10)
        warnings.push_back(OverlapWarning::FewEffectiveRows);
    if (of.aboveTau > 0)
        warnings.push_back(OverlapWarning::HeavyWeights);
    if (std::abs(of.meanWeight - 1) > 4 * std::sqrt(weights.variance() / rows) + 1e-9)
        warnings.push_back(OverlapWarning::WeightsOff);
    return warnings;
}

} // namespace

std::string_view nameOf(OverlapWarning warning) {
    switch (warning) {
    case OverlapWarning::FewEffectiveRows:
        return "few-effective-rows";
    case OverlapWarning::HeavyWeights:
        return "heavy-weights";
    case OverlapWarning::WeightsOff:
        break;
    }
    return "weights-off";
}

OffPolicyEstimates offPolicy(std::span<const PolicyRow> rows, const OffPolicySettings& settings) {
    OffPolicyEstimates of;
    of.rows = rows.size();
    Sample logged, weights, ips, dm, dr, switchDr;
    double sum = 0, squares = 0, rewards = 0;
    for (const PolicyRow& row : rows) {
        const double w = weightOf(row);
        const double correction = w * (row.reward - row.predictedAction);
        logged.add(row.reward);
        weights.add(w);
        ips.add(w * row.reward);
        dm.add(row.predictedPolicy);
        dr.add(row.predictedPolicy + correction);
        switchDr.add(row.predictedPolicy + (w > settings.tau ? 0 : correction));
        sum += w;
        squares += w * w;
        rewards += w * row.reward;
        of.largestWeight = std::max(of.largestWeight, w);
        of.aboveTau += w > settings.tau ? 1 : 0;
    }
    of.logged = meanOf(logged);
    of.ips = meanOf(ips);
    of.meanWeight = weights.mean();
    if (sum > 0) {
        of.ess = sum * sum / squares;
        const double snips = rewards / sum;
        Sample terms;
        for (const PolicyRow& row : rows)
            terms.add(weightOf(row) * (row.reward - snips) / weights.mean());
        of.snips = around(snips, terms);
    }
    if (settings.hasPredictions) {
        of.dm = meanOf(dm);
        of.dr = meanOf(dr);
        of.switchDr = meanOf(switchDr);
    }
    of.warnings = warningsOf(of, weights);
    return of;
}

} // namespace wayreeve::measurement
