#include "measurement/reweighting.h"

#include "base/portable_math.h"
#include "measurement/logistic.h"

#include <algorithm>
#include <cmath>

namespace wayreeve::measurement {
namespace {

bool isHeldOut(const StageCase& one) {
    return one.customer % 2 == 1;
}

bool isIn(const StageWeights& weights, const StageCase& one) {
    return stageScore(weights, one) > one.rival;
}

Proportion conversion(const StageWeights& weights, std::span<const StageCase> cases, bool heldOutAlone) {
    Proportion converted;
    for (const StageCase& one : cases)
        if ((!heldOutAlone || isHeldOut(one)) && isIn(weights, one)) {
            ++converted.count;
            converted.hits += one.movedOn ? 1 : 0;
        }
    return converted;
}

double shrunkLogOdds(const Proportion& with, const Proportion& without) {
    const double a = static_cast<double>(with.hits) + 0.5, b = static_cast<double>(with.count - with.hits) + 0.5;
    const double c = static_cast<double>(without.hits) + 0.5;
    const double d = static_cast<double>(without.count - without.hits) + 0.5;
    return portable::log(a * d / (b * c)) / (1 + 1 / a + 1 / b + 1 / c + 1 / d);
}

std::vector<SignalEvidence> evidenceOf(const StageWeights& weights, std::span<const StageCase> cases) {
    std::vector<SignalEvidence> all;
    std::vector<std::vector<double>> rows;
    std::vector<bool> moved;
    for (const StageCase& one : cases)
        if (!isHeldOut(one)) {
            rows.push_back(one.levels);
            moved.push_back(one.movedOn);
        }
    const auto fit = fitLogistic(rows, moved);
    for (std::size_t i = 0; i < weights.signals.size(); ++i) {
        SignalEvidence evidence;
        evidence.signal = weights.signals[i].first;
        evidence.weight = weights.signals[i].second;
        for (std::size_t e = 0; e < rows.size(); ++e) {
            Proportion& side = std::fabs(rows[e][i]) > presentFrom ? evidence.with : evidence.without;
            ++side.count;
            side.hits += moved[e] ? 1 : 0;
        }
        evidence.logOdds = shrunkLogOdds(evidence.with, evidence.without);
        if (fit) {
            evidence.coefficient = fit->coefficients[i];
            evidence.error = fit->errors[i];
        }
        all.push_back(std::move(evidence));
    }
    return all;
}

std::optional<double> scaleOf(const std::vector<SignalEvidence>& signals) {
    std::vector<double> ratios;
    for (const SignalEvidence& one : signals)
        if (one.coefficient * one.weight > 0)
            ratios.push_back(one.weight / one.coefficient);
    const auto telling = std::count_if(signals.begin(), signals.end(), [](const auto& s) { return s.error > 0; });
    if (telling < 3 || ratios.size() < 2)
        return std::nullopt;
    std::sort(ratios.begin(), ratios.end());
    const std::size_t half = ratios.size() / 2;
    return ratios.size() % 2 == 1 ? ratios[half] : (ratios[half - 1] + ratios[half]) / 2;
}

/// DeLong's placements: for each of `these` the share of `others` that it lies above (below, for the other side).
std::vector<double> placements(const std::vector<double>& these, std::vector<double> others, bool above) {
    std::sort(others.begin(), others.end());
    const auto count = static_cast<double>(others.size());
    std::vector<double> shares;
    for (const double score : these) {
        const auto low = std::lower_bound(others.begin(), others.end(), score);
        const auto high = std::upper_bound(low, others.end(), score);
        const double below = static_cast<double>(low - others.begin()), equal = static_cast<double>(high - low);
        shares.push_back(((above ? below : count - below - equal) + equal / 2) / count);
    }
    return shares;
}

std::optional<Accuracy> accuracyOf(const StageWeights& before, const StageWeights& after,
                                   std::span<const StageCase> cases) {
    struct Scores {
        std::vector<double> moved, stayed;
    } today, proposed;
    for (const StageCase& one : cases) {
        if (!isHeldOut(one))
            continue;
        (one.movedOn ? today.moved : today.stayed).push_back(stageScore(before, one));
        (one.movedOn ? proposed.moved : proposed.stayed).push_back(stageScore(after, one));
    }
    if (today.moved.empty() || today.stayed.empty())
        return std::nullopt;
    Accuracy accuracy;
    accuracy.before = sampleOf(placements(today.moved, today.stayed, true)).mean();
    accuracy.after = sampleOf(placements(proposed.moved, proposed.stayed, true)).mean();
    double variance = 0;
    for (const bool above : {true, false}) {
        const auto was =
            above ? placements(today.moved, today.stayed, true) : placements(today.stayed, today.moved, false);
        const auto is = above ? placements(proposed.moved, proposed.stayed, true)
                              : placements(proposed.stayed, proposed.moved, false);
        Sample differences;
        for (std::size_t i = 0; i < was.size(); ++i)
            differences.add(is[i] - was[i]);
        variance += differences.variance() / static_cast<double>(was.size());
    }
    const double difference = accuracy.after - accuracy.before, width = z95 * std::sqrt(variance);
    accuracy.difference = {difference - width, difference + width};
    accuracy.convertedBefore = conversion(before, cases, true);
    accuracy.convertedAfter = conversion(after, cases, true);
    return accuracy;
}

/// Fills what the scale makes of the coefficients and answers the signal that is furthest from its weight.
std::optional<std::size_t> furthest(std::vector<SignalEvidence>& signals, double scale) {
    std::optional<std::size_t> worst;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        SignalEvidence& one = signals[i];
        if (one.error <= 0)
            continue;
        const double fitting = scale * one.coefficient, width = z95 * scale * one.error;
        one.fitting = fitting;
        one.interval = Interval{fitting - width, fitting + width};
        one.disagreement = std::fabs(one.weight - fitting) / (scale * one.error);
        if (one.disagreement > z95 && (!worst || one.disagreement > signals[*worst].disagreement))
            worst = i;
    }
    return worst;
}

} // namespace

double stageScore(const StageWeights& weights, const StageCase& one) {
    double sum = weights.base;
    for (std::size_t i = 0; i < weights.signals.size(); ++i)
        sum += weights.signals[i].second * one.levels[i];
    return std::clamp(sum, 0.0, 1.0);
}

StageProposal judgeStage(const StageWeights& weights, std::span<const StageCase> cases) {
    StageProposal proposal;
    proposal.stage = weights.stage;
    proposal.benchmark = weights.benchmark;
    proposal.converted = conversion(weights, cases, false);
    proposal.interval = wilson(proposal.converted);
    proposal.far = weights.benchmark < proposal.interval.low || weights.benchmark > proposal.interval.high;
    proposal.signals = evidenceOf(weights, cases);
    proposal.scale = scaleOf(proposal.signals);
    if (!proposal.scale)
        return proposal;
    const auto worst = furthest(proposal.signals, *proposal.scale);
    if (!worst || !proposal.far)
        return proposal;
    const double weight = std::round(*proposal.signals[*worst].fitting * 100) / 100;
    if (weight == proposal.signals[*worst].weight)
        return proposal;
    proposal.worst = worst;
    proposal.weight = weight;
    StageWeights after = weights;
    after.signals[*worst].second = weight;
    proposal.accuracy = accuracyOf(weights, after, cases);
    return proposal;
}

} // namespace wayreeve::measurement
