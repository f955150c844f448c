#include "measurement/tallies.h"

#include <algorithm>
#include <map>

namespace wayreeve::measurement {
namespace {

constexpr Duration repeatWithin = Duration::days(7);

struct Case {
    std::uint32_t customer = 0;
    Instant opened;
    std::optional<Instant> resolved;
    int contacts = 0; ///< after the opening one
    bool escalated = false;
};

/// Cases in the order in which they were opened.
std::vector<Case> casesOf(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    std::vector<const CaseEvent*> events;
    for (const CaseEvent& event : input.cases)
        if (index.side(event.customer) >= 0)
            events.push_back(&event);
    std::stable_sort(events.begin(), events.end(), [](const auto* a, const auto* b) { return a->time < b->time; });
    std::vector<Case> cases;
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> open; // the last one of that name
    for (const CaseEvent* event : events) {
        if (event->step == CaseStep::Rated) {
            // Ratings given / number of ratings [0].
            tallies["satisfaction"][static_cast<std::size_t>(index.side(event->customer))].numbers.add(event->rating);
            continue;
        }
        const std::pair key{event->customer, event->caseId};
        if (event->step == CaseStep::Opened) {
            open[key] = cases.size();
            cases.push_back({event->customer, event->time, {}, 0, false});
            continue;
        }
        const auto found = open.find(key);
        if (found == open.end())
            continue; // opened before the period
        Case& one = cases[found->second];
        if (event->step == CaseStep::Resolved && !one.resolved)
            one.resolved = event->time;
        one.escalated = one.escalated || (event->step == CaseStep::Escalated && !one.resolved);
        one.contacts += event->step == CaseStep::Contacted ? 1 : 0;
    }
    return cases;
}

/// What went out with a person's help (approved, or a handoff): customer and time, ascending.
using Helped = std::vector<std::pair<std::uint32_t, Instant>>;

Helped helpedBy(const MeasurementInput& input, const MeasurementIndex& index) {
    Helped helped;
    for (const execution::Dispatch& dispatch : input.dispatches) {
        const governance::Proposal* proposal = index.proposal(dispatch.proposal);
        const bool approved = proposal != nullptr && !proposal->firstApprover.empty();
        const bool handed = std::find(input.handoffActions.begin(), input.handoffActions.end(), dispatch.action) !=
                            input.handoffActions.end();
        if (approved || handed)
            helped.emplace_back(dispatch.customer, dispatch.at);
    }
    std::sort(helped.begin(), helped.end());
    return helped;
}

/// Whether a person took part while the case was open.
bool hadPerson(const Helped& helped, const Case& one, Instant end) {
    const auto first = std::lower_bound(helped.begin(), helped.end(), std::pair(one.customer, one.opened));
    return first != helped.end() && first->first == one.customer && first->second <= end;
}

} // namespace

void tallyCases(const MeasurementInput& input, const MeasurementIndex& index, Tallies& tallies) {
    const std::vector<Case> cases = casesOf(input, index, tallies);
    const Helped helped = helpedBy(input, index);
    std::map<std::uint32_t, std::vector<Instant>> openings;
    for (const Case& one : cases)
        openings[one.customer].push_back(one.opened);
    for (const Case& one : cases) {
        const auto side = static_cast<std::size_t>(index.side(one.customer));
        // Customers' cases after which they came back within 7 days of the resolution (or, unresolved, of the opening)
        // / cases [0].
        const Instant from = one.resolved.value_or(one.opened);
        const auto& own = openings[one.customer];
        const bool again = std::any_of(own.begin(), own.end(), [&](const Instant& opened) {
            return opened > one.opened && opened >= from && opened <= from + repeatWithin;
        });
        tallies["repeat-contact"][side].count(again || one.contacts > 0);
        // Cases resolved without a person / eligible cases, here all that were opened [3].
        const bool alone = one.resolved && !one.escalated && !hadPerson(helped, one, *one.resolved);
        tallies["autonomous-resolution"][side].count(alone);
        if (!one.resolved)
            continue;
        // Total resolution time / resolved cases, in hours [3].
        tallies["time-to-resolution"][side].numbers.add((*one.resolved - one.opened).inHours());
        // Resolved cases without a further contact, escalation or return within 7 days / resolved cases [0].
        tallies["first-contact-resolution"][side].count(one.contacts == 0 && !one.escalated && !again);
    }
}

} // namespace wayreeve::measurement
