#include "planning/positions_merge.h"

#include <algorithm>
#include <iterator>

namespace wayreeve::planning {

namespace {

template <class List>
auto visitOf(List& instances, Sym journey) {
    return std::find_if(instances.begin(), instances.end(),
                        [&](const Instance& instance) { return instance.journey == journey; });
}

/// One customer is in a journey once: what moves as it goes on is known by the journey and when it was entered.
template <class List>
auto sameVisit(List& instances, const Instance& visit) {
    return std::find_if(instances.begin(), instances.end(), [&](const Instance& instance) {
        return instance.journey == visit.journey && instance.entered == visit.entered;
    });
}

bool leftBefore(const PastVisit& a, const PastVisit& b) {
    return a.left < b.left;
}

} // namespace

GaveWay takeOver(Positions& older, const Positions& younger) {
    GaveWay gaveWay;
    for (const Instance& instance : younger.instances) {
        const auto mine = visitOf(older.instances, instance.journey);
        if (mine == older.instances.end()) {
            older.instances.push_back(instance);
        } else if (instance.entered < mine->entered) {
            gaveWay.older.push_back(*mine);
            *mine = instance;
        } else {
            gaveWay.younger.push_back(instance);
        }
    }
    std::vector<PastVisit> past;
    past.reserve(older.past.size() + younger.past.size());
    std::merge(older.past.begin(), older.past.end(), younger.past.begin(), younger.past.end(), std::back_inserter(past),
               leftBefore);
    older.past = std::move(past);
    return gaveWay;
}

Positions giveBack(Positions& kept, const Positions& younger, const GaveWay& gaveWay, Instant at,
                   const std::vector<Instance>& later) {
    Positions back;
    back.past = younger.past;
    for (const PastVisit& visit : younger.past)
        if (const auto mine = std::find(kept.past.begin(), kept.past.end(), visit); mine != kept.past.end())
            kept.past.erase(mine);
    std::vector<Instance> restored = gaveWay.older;
    for (const Instance& instance : younger.instances) {
        if (visitOf(gaveWay.younger, instance.journey) != gaveWay.younger.end()) {
            back.instances.push_back(instance);
            continue;
        }
        const auto mine = visitOf(restored, instance.journey);
        if (const auto now = sameVisit(kept.instances, instance); now != kept.instances.end()) {
            back.instances.push_back(*now);
            if (mine == restored.end()) {
                kept.instances.erase(now);
            } else {
                *now = *mine; // where it stood
                restored.erase(mine);
            }
        } else if (const auto gone = sameVisit(later, instance); gone != later.end()) {
            back.instances.push_back(*gone);
        } else if (const auto left = std::find_if(
                       kept.past.begin(), kept.past.end(),
                       [&](const PastVisit& visit) { return visit.journey == instance.journey && visit.left >= at; });
                   left != kept.past.end()) {
            back.past.push_back(*left);
            kept.past.erase(left);
        }
    }
    std::stable_sort(back.past.begin(), back.past.end(), leftBefore);
    for (const Instance& instance : restored)
        if (visitOf(kept.instances, instance.journey) == kept.instances.end())
            kept.instances.push_back(instance);
    return back;
}

} // namespace wayreeve::planning
