#include "measurement/logged_lift.h"

#include "measurement/estimate.h"

namespace wayreeve::measurement {

LoggedLift loggedLift(std::span<const double> treated, std::span<const double> untreated) {
    const Sample with = sampleOf(treated);
    const Sample without = sampleOf(untreated);
    LoggedLift lift;
    lift.treated = with.mean();
    lift.untreated = without.mean();
    lift.treatedRows = with.count();
    lift.untreatedRows = without.count();
    lift.difference = with.mean() - without.mean();
    const Interval interval = welch(with, without).value_or(Interval{lift.difference, lift.difference});
    lift.low = interval.low;
    lift.high = interval.high;
    lift.relative = without.mean() != 0 ? lift.difference / without.mean() : 0;
    return lift;
}

} // namespace wayreeve::measurement
