#pragma once

#include "base/time.h"
#include "measurement/estimate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// R1: whether what a model predicts is what comes, and since when it no longer is.
namespace wayreeve::measurement {

struct Predicted {
    Instant at;             ///< when the reward became known
    double probability = 0; ///< that was predicted when the choice was made, 0 … 1
    double reward = 0;      ///< that came, 0 … 1
    bool tested = true;     ///< false: the model was still warming up; shown, and no evidence
};

struct DriftSettings {
    double falseAlarms = 0.01; ///< probability of any alarm, ever, while predictions are right to within `tolerance`
    double tolerance = 0.02;   ///< of probability: being off by this much is no drift
    std::uint32_t mostPeriods = 40;
};

struct DriftAlarm {
    Instant at;               ///< the outcome at which it was raised
    Instant since;            ///< where the change most likely began
    bool more = false;        ///< more rewards than predicted; otherwise fewer
    std::uint64_t within = 0; ///< outcomes from `since` to `at`
    double predicted = 0;     ///< mean over these
    double realised = 0;
};

struct CalibrationPeriod {
    Instant from;
    Instant until;
    double predicted = 0; ///< mean
    Proportion realised;  ///< rewards above one half count
    Interval interval;    ///< Wilson, 95 %
};

struct Drift {
    std::uint64_t outcomes = 0;
    std::uint64_t tested = 0;
    double predicted = 0; ///< means of the tested
    double realised = 0;
    double evidence = 0; ///< largest wealth since the last alarm as a share of what an alarm needs, 0 … 1
    std::vector<DriftAlarm> alarms;
    std::vector<CalibrationPeriod> periods; ///< whole days, those without an outcome left out
};

/// Bets against the predictions, outcome by outcome, that they are right to within `tolerance` (testing by betting:
/// Shafer, JRSS A 184, 2021; change points: Shin, Ramdas and Rinaldo, "E-detectors", New England Journal of Statistics
/// in Data Science 2, 2024). A bet that starts at the j-th outcome multiplies its stake by r·q/p' + (1−r)·(1−q)/(1−p')
/// at each later one, where p' is the prediction moved by the tolerance towards the alternative q, whose odds
/// are 1.25, 1.5, 2 or 3 times those of p', or one of these parts of them. While the mean reward given the past lies on
/// p's side of p', that factor is at most 1 in expectation. The stakes are 1/8 a bet and T(j−1) − T(j) a
/// start with T(j) = 1/(1 + ln(1 + j)), in sum 1, so the wealth is a non-negative supermartingale and exceeds 1/α ever
/// with probability at most α (Ville 1939), however long one looks. After the k-th alarm everything starts anew with
/// α·2^−k, the first with α/2: the sum is `falseAlarms`. Outcomes in the order in which they became known; those of
/// different choices count as independent given their predictions. Pure.
[[nodiscard]] Drift driftOf(std::span<const Predicted> outcomes, const DriftSettings& settings = {});

} // namespace wayreeve::measurement
