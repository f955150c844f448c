#pragma once

#include "base/json.h"
#include "simulation/synthetic_population.h"

#include <algorithm>
#include <string>
#include <vector>

/// Hand-made populations and what a run would do with them.
namespace worlds {

using namespace wayreeve;
using documents::Distribution;
using documents::Population;
using simulation::Arrival;
using simulation::SyntheticPopulation;

inline Distribution shares(std::string id, std::vector<std::pair<Value, double>> weights) {
    Distribution d;
    d.id = std::move(id);
    d.shares = std::move(weights);
    return d;
}

inline Distribution range(std::string id, double low, double high, int digits = 2) {
    Distribution d;
    d.id = std::move(id);
    d.low = low;
    d.high = high;
    d.digits = digits;
    return d;
}

/// One state, "idle", that emits nothing.
inline Population quiet() {
    Population p;
    p.id = "quiet";
    p.start = Instant{1'772'438'400'000};
    p.states.push_back({"idle", 1, Duration::days(3), {}, {}, {}});
    return p;
}

/// Everything at once: two states, emissions, reactions, bad quality, consent, an edge case, zones.
inline Population busy() {
    Population p = quiet();
    p.traits = {shares("tier", {{"gold", 1}, {"silver", 3}}), range("age", 18, 80, 0)};
    p.hidden = {range("thrift", 0, 1, 3)};
    p.zones = {{"Europe/Berlin", 0.7}, {"America/New_York", 0.2}, {"", 0.1}};
    p.consent = {{"marketing", documents::Channel::Email, 0.8}};
    p.states = {
        {"browsing", 0.8, Duration::days(2), {{"deciding", 1}}, {}, {{"Page Seen", 2, {range("depth", 1, 9, 0)}}}},
        {"deciding",
         0.2,
         Duration::days(1),
         {{"browsing", 0.5}, {"deciding", 0.5}},
         {{"Cart Filled", 0.6, {range("value", 20, 90)}}},
         {{"Cart Viewed", 3, {}}}}};
    documents::Reaction buys;
    buys.action = "remind";
    buys.event = "Order Completed";
    buys.base = -0.5;
    buys.coefficients = {{"thrift", -1}};
    buys.states = {{"deciding", 1}};
    buys.fatigue = 0.2;
    buys.hour = 1;
    buys.toState = "browsing";
    p.reactions = {buys};
    p.edgeCases = {{"odd", 0.1, "deciding", {{"tier", "platinum"}}}};
    p.quality = {0.1, 0.1, Duration::hours(6), 0.02, 0.03};
    return p;
}

/// The same whose people come without signing in as well.
inline Population browsing() {
    Population p = busy();
    p.sessions.perDay = 0.4;
    p.sessions.beforeSignIn = 0.5;
    p.sessions.length = 5;
    p.sessions.events = {{"Page Seen", 3, {range("depth", 1, 9, 0)}}, {"Price Seen", 1, {}}, {"Never", 0, {}}};
    return p;
}

inline documents::Workspace workspace() {
    documents::Workspace w;
    w.settings.zones = {"Europe/Berlin"};
    return w;
}

/// A dispatch of `action` to one origin.
inline simulation::Delivered delivery(std::uint64_t number, Instant at, std::string action = "remind", int hour = 12) {
    simulation::Delivered d;
    d.dispatch.number = number;
    d.dispatch.at = at;
    d.dispatch.channel = documents::Channel::Email;
    d.dispatch.state = execution::DispatchState::Succeeded;
    d.actionId = std::move(action);
    d.localHour = hour;
    return d;
}

inline std::string text(const Arrival& arrival) {
    std::string line = std::to_string(arrival.receivedAt.ms) + " " + std::to_string(arrival.origin) + " " +
                       std::to_string(arrival.index);
    return arrival.event ? line + " " + writeCanonicalJson(perception::toSegmentJson(*arrival.event)) : line;
}

/// All arrivals of `source` in steps of `step`, which divides a day; every origin gets "remind" at each day's end.
inline std::vector<Arrival> runThrough(SyntheticPopulation& source, Instant start, int days, Duration step,
                                       bool deliver = true, bool backwards = false) {
    std::vector<Arrival> all;
    for (Instant end = start + step; end <= start + Duration::days(days); end = end + step) {
        for (std::uint32_t i = 0; i < source.origins(); ++i) {
            const std::uint32_t origin = backwards ? source.origins() - 1 - i : i;
            source.advance(origin, end, all);
            if (deliver && (end - start).ms % Duration::days(1).ms == 0)
                source.deliver(origin, delivery((std::uint64_t{origin} << 24) +
                                                    static_cast<std::uint64_t>((end - start).ms / 86'400'000),
                                                end));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Arrival& a, const Arrival& b) {
        return a.origin != b.origin ? a.origin < b.origin : a.index < b.index;
    });
    return all;
}

inline std::string text(const std::vector<Arrival>& arrivals) {
    std::string lines;
    for (const Arrival& arrival : arrivals)
        lines += text(arrival) + "\n";
    return lines;
}

inline std::size_t count(const std::vector<Arrival>& arrivals, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(arrivals.begin(), arrivals.end(),
                                                  [&](const Arrival& a) { return a.event && a.event->name == name; }));
}

} // namespace worlds
