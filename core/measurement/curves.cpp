#include "measurement/curves.h"

#include <algorithm>
#include <array>

namespace wayreeve::measurement {
namespace {

using Days = std::vector<std::array<audit::DayRow, 3>>;

Days byDay(std::span<const audit::DayRow> rows) {
    Days days;
    for (const audit::DayRow& row : rows) {
        const auto day = static_cast<std::size_t>(std::max(row.day, 0));
        if (days.size() <= day)
            days.resize(day + 1);
        audit::DayRow& sum = days[day][static_cast<std::size_t>(row.arm)];
        sum.customers += row.customers;
        sum.converted += row.converted;
        sum.money += row.money;
        sum.cost += row.cost;
        sum.queued += row.queued;
        sum.queuedHigh += row.queuedHigh;
        sum.decidedByPeople += row.decidedByPeople;
        sum.expired += row.expired;
    }
    return days;
}

Curve curveOf(const Days& days, std::size_t arm) {
    Curve curve{static_cast<documents::Arm>(arm), {}};
    std::int64_t seen = 0, reached = 0;
    double money = 0, cost = 0;
    for (std::size_t day = 0; day < days.size(); ++day) {
        seen += days[day][arm].customers;
        reached += days[day][arm].converted;
        money += days[day][arm].money;
        cost += days[day][arm].cost;
        const auto customers = static_cast<std::uint64_t>(std::max<std::int64_t>(seen, 0));
        const Proportion share{
            static_cast<std::uint64_t>(std::clamp<std::int64_t>(reached, 0, std::max<std::int64_t>(seen, 0))),
            customers};
        const double each = customers > 0 ? static_cast<double>(customers) : 1;
        curve.points.push_back(
            {static_cast<int>(day), customers, share.hits, share.share(), wilson(share), money / each, cost / each});
    }
    if (seen <= 0)
        curve.points.clear();
    return curve;
}

} // namespace

Curves curvesOf(std::span<const audit::DayRow> rows) {
    const Days days = byDay(rows);
    Curves curves;
    for (std::size_t arm = 0; arm < 3; ++arm)
        curves.arms.push_back(curveOf(days, arm));
    const auto& agentic = curves.arms[static_cast<std::size_t>(documents::Arm::Agentic)].points;
    const auto& baseline = curves.arms[static_cast<std::size_t>(documents::Arm::Baseline)].points;
    for (std::size_t i = 0; i < std::min(agentic.size(), baseline.size()); ++i) {
        const Proportion a{agentic[i].converted, agentic[i].customers};
        const Proportion b{baseline[i].converted, baseline[i].customers};
        if (a.count > 0 && b.count > 0)
            curves.difference.push_back({agentic[i].day, a.share() - b.share(), newcombe(a, b)});
    }
    std::uint64_t queued = 0, done = 0;
    for (std::size_t day = 0; day < days.size(); ++day) {
        LoadPoint point;
        point.day = static_cast<int>(day);
        for (const audit::DayRow& row : days[day]) {
            point.queued += row.queued;
            point.queuedHigh += row.queuedHigh;
            point.decided += row.decidedByPeople;
            point.expired += row.expired;
        }
        queued += point.queued;
        done += point.decided + point.expired;
        point.waiting = queued > done ? queued - done : 0;
        curves.load.push_back(point);
    }
    if (!days.empty())
        curves.reviewsADay = static_cast<double>(queued) / static_cast<double>(days.size());
    return curves;
}

} // namespace wayreeve::measurement
