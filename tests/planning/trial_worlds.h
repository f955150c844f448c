#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Simulated worlds that the value model's tests and its benchmark share: their truth is logistic, the model's is not.
namespace wayreeve::planning::trial {

/// Arms with success probability logistic(base + arm + slopes·fields + interaction·f₀f₁ [+ interaction·sin 2f₂]), in
/// which the model chooses and learns for `events` events. Arm effects and slopes are drawn by the seed.
struct World {
    std::string name;
    int arms = 4;
    int fields = 6;
    double base = -1.0; ///< logit
    double armSpread = 0.4;
    double slope = 0.25;
    double interaction = 0.0;
    int events = 10'000;
    std::uint64_t seed = 1;
    bool waits = false; ///< arm 0 waits: it earns 1 %, is all there is in half of the events, and is known at once
    int categories = 0; ///< so many of the last fields have one of four values instead of a number
};

/// A world whose every parameter is drawn: 2–20 arms, 4–20 fields, base rates 5–50 %, interactions with even seeds, a
/// third of the fields categories with every third seed. The constants of intervals were chosen on seeds 101 … 130, no
/// other constant of the model on any.
World drawnWorld(std::uint64_t seed);

/// Shares of 90 % intervals that hold the true mean, from the first 1,000 events on, among arms with at least 20 pulls.
struct Coverage {
    double all = 0.0;    ///< every such arm of every decision
    double chosen = 0.0; ///< the chosen one
};
Coverage coverageIn(const World& world);

/// A young workspace: rates of 2–15 %, many arms and fields, rewards that are known only `delay` events later.
World youngWorld(std::uint64_t seed);

/// What the chosen arms were predicted to earn and what they truly earn on average, in four stretches of a run: the
/// first eighth, the rest of the first quarter, the second quarter, the second half (waits left out). Choosing selects
/// errors upwards, so a model whose means are right for all arms still promises too much of the chosen ones unless it
/// shrinks enough.
struct Calibration {
    double predicted[4] = {};
    double truth[4] = {};
    double best = 0.0;    ///< mean truth of the best arm over the run
    double all = 0.0;     ///< mean of prediction − truth over all arms, second quarter
    double squared = 0.0; ///< mean of (prediction − truth)² over all arms from the first eighth on
};
Calibration calibrationIn(const World& world, std::uint64_t delay);

/// Customers who each like each arm more or less than others do (normal, `spread` in logits), beside 4 fields of
/// context and 5 arms. Mean reward over the run, with or without the customer layer.
struct CustomerTrial {
    double spread = 0.0;
    int customers = 300;
    int events = 40'000;
    std::uint64_t seed = 1;
    bool layer = true;
};
struct CustomerTrialResult {
    double reward = 0.0;
    double best = 0.0;     ///< of one who knows every customer's probabilities
    double variance = 0.0; ///< the learned τ² (reward scale)
    double covered = 0.0;  ///< of the chosen arms' intervals, from half time on
};
CustomerTrialResult customersIn(const CustomerTrial& trial);

} // namespace wayreeve::planning::trial
