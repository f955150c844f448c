#include "measurement/lift.h"

#include "base/portable_math.h"

#include <cmath>

namespace wayreeve::measurement {
namespace {

constexpr double alpha = 0.05;
constexpr double narrowestAt = 1000;

struct Judgement {
    Verdict verdict;
    const char* reason;
};

Judgement judge(const LiftInput& input, const Lift& lift) {
    if (lift.ratio.alarm)
        return {Verdict::Unhealthy, "sample-ratio"};
    if (!lift.always)
        return {Verdict::KeepGoing, "too-few"};
    if (input.elapsed < input.minimum)
        return {Verdict::KeepGoing, "too-early"};
    if (!input.harmedGuardrails.empty())
        return {Verdict::RollBack, "guardrail"};
    if (lift.always->high < 0)
        return {Verdict::RollBack, "worse"};
    if (lift.always->low > 0)
        return {Verdict::Ship, "better"};
    return {Verdict::KeepGoing, "undecided"};
}

} // namespace

std::string_view nameOf(Verdict verdict) {
    constexpr std::array<std::string_view, 4> names{"ship", "roll-back", "keep-going", "unhealthy"};
    return names[static_cast<std::size_t>(verdict)];
}

SampleRatio sampleRatio(const std::array<std::uint64_t, 3>& customers, const std::array<int, 3>& percent) {
    double total = 0;
    double aimed = 0;
    bool impossible = false;
    int arms = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        impossible = impossible || (percent[i] <= 0 && customers[i] > 0);
        if (percent[i] <= 0)
            continue;
        ++arms;
        total += static_cast<double>(customers[i]);
        aimed += percent[i];
    }
    SampleRatio ratio;
    if (impossible)
        return {0, 0, true}; // customers in an arm that takes none
    if (arms < 2 || !(total > 0))
        return ratio;
    for (std::size_t i = 0; i < 3; ++i) {
        if (percent[i] <= 0)
            continue;
        const double expected = total * percent[i] / aimed;
        const double off = static_cast<double>(customers[i]) - expected;
        ratio.statistic += off * off / expected;
    }
    ratio.p = chiSquareTail(ratio.statistic, arms - 1);
    ratio.alarm = ratio.p < sampleRatioAlarm;
    return ratio;
}

std::optional<Interval> alwaysValid(const Sample& a, const Sample& b) {
    if (a.count() < leastCustomers || b.count() < leastCustomers)
        return std::nullopt;
    const double spent = -2 * portable::log(alpha);
    const double rho2 = (spent + portable::log(spent) + 1) / narrowestAt;
    const double t = static_cast<double>(a.count() + b.count()) * rho2;
    const double factor = 2 * (t + 1) / t * portable::log(std::sqrt(t + 1) / alpha);
    const double half = std::sqrt(welchVariance(a, b) * factor);
    const double difference = a.mean() - b.mean();
    return Interval{difference - half, difference + half};
}

Lift overallLift(const LiftInput& input) {
    Lift lift;
    lift.agentic = input.agentic.mean();
    lift.baseline = input.baseline.mean();
    lift.difference = lift.agentic - lift.baseline;
    lift.relative = lift.baseline != 0 ? lift.difference / lift.baseline : 0;
    lift.fixed = welch(input.agentic, input.baseline);
    lift.always = alwaysValid(input.agentic, input.baseline);
    lift.ratio = sampleRatio(input.assigned, input.percent);
    const Judgement judgement = judge(input, lift);
    lift.verdict = judgement.verdict;
    lift.reason = judgement.reason;
    return lift;
}

} // namespace wayreeve::measurement
