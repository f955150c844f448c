#include "measurement/event_patterns.h"

#include "base/portable_math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace wayreeve::measurement {
namespace {

using Key = std::pair<std::uint32_t, std::optional<std::uint32_t>>;

/// Moments with a pattern, and all moments, of one half.
struct Half {
    std::map<Key, Proportion> with;
    Proportion all;

    [[nodiscard]] Proportion without(const Proportion& p) const { return {all.hits - p.hits, all.count - p.count}; }
};

/// Every pattern that the events of one window show, in time order; events of one instant follow each other in no way.
std::set<Key> patternsIn(std::span<const SeenEvent> window, const std::set<std::uint32_t>& losses) {
    std::set<Key> found;
    std::map<std::uint32_t, Instant> earliest;
    for (const SeenEvent& event : window) {
        if (losses.contains(event.event))
            continue;
        found.insert({event.event, std::nullopt});
        for (const auto& [before, time] : earliest)
            if (time < event.time && before != event.event)
                found.insert({before, event.event});
        earliest.emplace(event.event, event.time);
    }
    return found;
}

void countCustomer(std::span<const SeenEvent> events, const std::set<std::uint32_t>& losses, Instant from,
                   Instant until, const PatternSettings& settings, Half& half) {
    const auto lost = std::find_if(events.begin(), events.end(),
                                   [&](const SeenEvent& event) { return losses.contains(event.event); });
    for (Instant moment = from + settings.within; moment + settings.ahead <= until; moment = moment + settings.ahead) {
        if (lost != events.end() && lost->time <= moment)
            return;
        const auto after = [](Instant time, const SeenEvent& event) { return time < event.time; };
        const auto first = std::upper_bound(events.begin(), events.end(), moment - settings.within, after);
        const auto last = std::upper_bound(first, events.end(), moment, after);
        if (first == last)
            continue;
        const std::uint64_t hit = lost != events.end() && lost->time <= moment + settings.ahead ? 1 : 0;
        ++half.all.count;
        half.all.hits += hit;
        for (const Key& key : patternsIn({first, last}, losses)) {
            Proportion& with = half.with[key];
            ++with.count;
            with.hits += hit;
        }
    }
}

/// One-sided: more losses with the pattern than without.
double zTest(const Proportion& a, const Proportion& b) {
    const auto n = static_cast<double>(a.count), m = static_cast<double>(b.count);
    const double pooled = static_cast<double>(a.hits + b.hits) / (n + m);
    const double variance = pooled * (1 - pooled) * (1 / n + 1 / m);
    return variance > 0 ? portable::normalCdf(-(a.share() - b.share()) / std::sqrt(variance)) : 1;
}

/// What the learning half would bet on, the clearest first.
std::vector<Key> candidates(const Half& half, const PatternSettings& settings) {
    std::vector<std::pair<double, Key>> found;
    for (const auto& [key, with] : half.with) {
        const Proportion without = half.without(with);
        if (with.count < settings.least || without.count < settings.least)
            continue;
        const Interval difference = newcombe(with, without);
        if (difference.low <= 0)
            continue;
        if (key.second) {
            const double alone = std::max(half.with.at({key.first, std::nullopt}).share(),
                                          half.with.at({*key.second, std::nullopt}).share());
            if (wilson(with).low <= alone)
                continue;
        }
        found.emplace_back(-difference.low, key);
    }
    std::sort(found.begin(), found.end());
    found.resize(std::min(found.size(), settings.mostTested));
    std::vector<Key> keys;
    for (const auto& one : found)
        keys.push_back(one.second);
    return keys;
}

/// Benjamini and Hochberg's adjusted values.
void adjust(std::vector<EventPattern>& tested) {
    std::stable_sort(tested.begin(), tested.end(), [](const auto& a, const auto& b) { return a.p < b.p; });
    double least = 1;
    for (std::size_t i = tested.size(); i-- > 0;) {
        least = std::min(least, tested[i].p * static_cast<double>(tested.size()) / static_cast<double>(i + 1));
        tested[i].adjusted = least;
    }
}

} // namespace

std::vector<EventPattern> precursors(std::span<const SeenEvent> events, std::span<const std::uint32_t> losses,
                                     Instant from, Instant until, const PatternSettings& settings) {
    const std::set<std::uint32_t> lost(losses.begin(), losses.end());
    std::vector<SeenEvent> sorted(events.begin(), events.end());
    std::sort(sorted.begin(), sorted.end(), [](const SeenEvent& a, const SeenEvent& b) {
        return std::tie(a.customer, a.time, a.event) < std::tie(b.customer, b.time, b.event);
    });
    std::array<Half, 2> halves;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto last =
            std::find_if(first, sorted.end(), [&](const SeenEvent& e) { return e.customer != first->customer; });
        countCustomer({first, last}, lost, from, until, settings, halves[first->customer % 2]);
        first = last;
    }
    std::vector<EventPattern> tested;
    for (const Key& key : candidates(halves[0], settings)) {
        const auto held = halves[1].with.find(key);
        if (held == halves[1].with.end() || held->second.count < settings.least)
            continue;
        EventPattern pattern;
        pattern.first = key.first;
        pattern.second = key.second;
        pattern.with = held->second;
        pattern.without = halves[1].without(held->second);
        if (pattern.without.count == 0)
            continue;
        pattern.lift = pattern.without.hits > 0 ? pattern.with.share() / pattern.without.share() : 0;
        pattern.difference = newcombe(pattern.with, pattern.without);
        pattern.p = zTest(pattern.with, pattern.without);
        tested.push_back(pattern);
    }
    adjust(tested);
    std::erase_if(tested, [&](const EventPattern& one) { return one.adjusted > settings.falseDiscoveries; });
    std::stable_sort(tested.begin(), tested.end(), [](const EventPattern& a, const EventPattern& b) {
        return std::tuple(a.adjusted, -a.lift, a.first, a.second) < std::tuple(b.adjusted, -b.lift, b.first, b.second);
    });
    return tested;
}

} // namespace wayreeve::measurement
