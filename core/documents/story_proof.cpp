#include "documents/story_proof.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

bool namesSomething(const Expectation& e) {
    return !e.action.empty() || !e.ruling.empty() || !e.level.empty() || e.dispatched || e.voided ||
           e.channel != Channel::None || !e.content.empty() || !e.stage.empty() || !e.intent.empty() ||
           !e.removed.empty() || !e.approval.empty() || !e.packet.empty();
}

} // namespace

std::vector<std::pair<std::string, Error>> provesNothing(const Story& story) {
    std::vector<std::pair<std::string, Error>> found;
    const std::string length = formatDuration(story.length);
    const auto add = [&](std::string path, Error error) { found.emplace_back(std::move(path), std::move(error)); };
    // A run ends before its last moment: what happens at `length` is not seen any more.
    const auto reached = [&](const std::vector<StoryEvent>& events, const std::string& path) {
        for (std::size_t i = 0; i < events.size(); ++i)
            if (const Duration at = events[i].at; at.ms >= story.length.ms)
                add(path + "events/#" + std::to_string(i) + "/at",
                    {"story.event-too-late", {{"at", formatDuration(at)}, {"length", length}}});
    };
    reached(story.events, {});
    for (std::size_t i = 0; i < story.others.size(); ++i)
        reached(story.others[i].events, "others/#" + std::to_string(i) + "/");
    if (story.expect.empty())
        add({}, {"story.no-assertion", {{"story", story.id}}});
    for (std::size_t i = 0; i < story.expect.size(); ++i) {
        const Expectation& e = story.expect[i];
        const std::string path = "expect/#" + std::to_string(i);
        const Duration after = e.after.value_or(Duration{});
        if (!namesSomething(e))
            add(path, {"story.no-expectation", {{"story", story.id}}});
        if (!e.customer.empty() && std::none_of(story.others.begin(), story.others.end(),
                                                [&](const StoryCustomer& other) { return other.id == e.customer; }))
            add(path + "/customer", {"story.unknown-customer", {{"customer", e.customer}}});
        if (after.ms >= story.length.ms)
            add(path + "/after", {"story.expectation-too-late", {{"time", formatDuration(after)}, {"length", length}}});
        else if (e.within && e.within->ms > story.length.ms)
            add(path + "/within",
                {"story.expectation-too-late", {{"time", formatDuration(*e.within)}, {"length", length}}});
        else if (e.within && e.within->ms < after.ms)
            add(path + "/within",
                {"story.empty-window", {{"after", formatDuration(after)}, {"within", formatDuration(*e.within)}}});
    }
    return found;
}

} // namespace wayreeve::documents
