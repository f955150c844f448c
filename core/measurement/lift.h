#pragma once

#include "base/time.h"
#include "measurement/estimate.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::measurement {

enum class Verdict : std::uint8_t { Ship, RollBack, KeepGoing, Unhealthy };
[[nodiscard]] std::string_view nameOf(Verdict verdict); ///< "ship", "roll-back", "keep-going", "unhealthy"

/// Customers found in each arm against the shares that assignment aims at: chi-square over the arms with a share above
/// 0. The alarm means that the arms cannot be compared (Fabijan et al., KDD 2019): p < 0.001.
struct SampleRatio {
    double statistic = 0;
    double p = 1;
    bool alarm = false;
};
inline constexpr double sampleRatioAlarm = 0.001;
[[nodiscard]] SampleRatio sampleRatio(const std::array<std::uint64_t, 3>& customers, const std::array<int, 3>& percent);

/// A 95 % confidence sequence for a − b, valid at every look: Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas,
/// "Time-uniform central limit theory and asymptotic confidence sequences" (Annals of Statistics 52, 2024), theorem
/// 2.2: ±√(V · 2(tρ² + 1)/(tρ²) · log(√(tρ² + 1)/α)), t = nₐ + n_b, V = welchVariance. ρ makes it narrowest at
/// t = 1,000: ρ² = (−2 log α + log(−2 log α) + 1)/1,000. Asymptotic: nothing where a side has fewer than
/// `leastCustomers` values.
inline constexpr std::uint64_t leastCustomers = 30;
[[nodiscard]] std::optional<Interval> alwaysValid(const Sample& a, const Sample& b);

/// One value a customer (money, or 0 and 1), by arm from assignment on; customers of mixed arms are left out before.
struct LiftInput {
    Sample agentic;
    Sample baseline;
    std::array<std::uint64_t, 3> assigned{}; ///< customers by documents::Arm
    std::array<int, 3> percent{85, 5, 10};
    Duration elapsed;
    Duration minimum = Duration::days(7);      ///< before it no verdict but unhealthy
    std::vector<std::string> harmedGuardrails; ///< metrics that got worse for certain
};

/// Differences are agentic − baseline. While unhealthy the window hides the numbers; they are here for the record.
struct Lift {
    double agentic = 0;
    double baseline = 0;
    double difference = 0;
    double relative = 0;            ///< difference / baseline ("Lift" of the metrics list); 0 where baseline is 0
    std::optional<Interval> fixed;  ///< valid once, at a horizon fixed beforehand
    std::optional<Interval> always; ///< valid at every look: what the verdict rests on
    SampleRatio ratio;
    Verdict verdict = Verdict::KeepGoing;
    std::string reason; ///< "sample-ratio", "too-early", "too-few", "guardrail", "better", "worse", "undecided"
};
[[nodiscard]] Lift overallLift(const LiftInput& input);

} // namespace wayreeve::measurement
