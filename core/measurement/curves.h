#pragma once

#include "audit/rows.h"
#include "measurement/estimate.h"

#include <span>
#include <vector>

namespace wayreeve::measurement {

/// One day of a cumulative curve: customers seen so far, those of them who have converted, the share with its 95 %
/// Wilson interval, and money, cost and dispatches per customer so far.
struct CurvePoint {
    int day = 0;
    std::uint64_t customers = 0;
    std::uint64_t converted = 0;
    double share = 0;
    Interval interval;
    double money = 0; ///< a customer, so far
    double cost = 0;
};

/// One arm from the run's first day to the last day of any arm, without gaps; empty where the arm has no customers.
struct Curve {
    documents::Arm arm = documents::Arm::Agentic;
    std::vector<CurvePoint> points;
};

/// Agentic − baseline in share converted so far, with Newcombe's 95 % interval; days on which both arms have customers.
struct DifferencePoint {
    int day = 0;
    double difference = 0;
    Interval interval;
};

/// What people had to decide on one day, all arms together. `waiting` = queued so far − decided − expired, at least 0.
struct LoadPoint {
    int day = 0;
    std::uint64_t queued = 0;
    std::uint64_t queuedHigh = 0;
    std::uint64_t decided = 0;
    std::uint64_t expired = 0;
    std::uint64_t waiting = 0;
};

struct Curves {
    std::vector<Curve> arms; ///< agentic, control, baseline: always three
    std::vector<DifferencePoint> difference;
    std::vector<LoadPoint> load;
    double reviewsADay = 0; ///< mean of `queued` over the days
};

/// `rows` in any order; several rows of one day and arm add up. Days below 0 count as day 0.
[[nodiscard]] Curves curvesOf(std::span<const audit::DayRow> rows);

} // namespace wayreeve::measurement
