#include "engine/stories.h"

#include "documents/story_proof.h"
#include "engine/run.h"
#include "engine/story_trace.h"
#include "simulation/recorded_source.h"

#include <algorithm>
#include <set>

namespace wayreeve::engine {

namespace {

using documents::Story;

constexpr std::int64_t dayMs = 86'400'000;

/// Everybody of a story, its own customer first: their numbers in the run are their places here.
std::vector<documents::StoryCustomer> peopleOf(const Story& story) {
    std::vector<documents::StoryCustomer> people{{{}, story.zone, story.traits, story.consent, story.events}};
    people.insert(people.end(), story.others.begin(), story.others.end());
    return people;
}

simulation::Arrival arrivalOf(const Story& story, const documents::StoryCustomer& who, Instant at, std::uint32_t index,
                              std::string name, Value properties) {
    perception::Event event;
    event.type = name == "identify" ? perception::EventType::Identify
                 : name == "group"  ? perception::EventType::Group
                                    : perception::EventType::Track;
    event.name = name == "identify"  ? "Identified"
                 : name == "consent" ? "Consent Changed"
                 : name == "group"   ? "Grouped"
                                     : std::move(name);
    event.messageId = story.id + "-" + std::to_string(index);
    event.userId = (who.id.empty() ? "customer" : who.id) + "-of-" + story.id;
    event.time = at;
    event.receivedAt = at;
    event.zone = who.zone;
    event.properties = std::move(properties);
    return {at, 0, index, std::move(event)};
}

/// "marketing.email" → one consent event; "all" → one for every purpose of the catalogue and every channel.
void addConsents(const Program& program, const Story& story, const documents::StoryCustomer& who,
                 std::vector<simulation::Arrival>& arrivals) {
    std::set<std::string> purposes;
    for (const documents::Action& action : program.workspace->actions->actions)
        if (!action.purpose.empty())
            purposes.insert(action.purpose);
    std::vector<std::pair<std::string, std::string>> grants;
    for (const std::string& consent : who.consent) {
        const std::size_t dot = consent.find('.');
        if (consent == "all")
            for (const std::string& purpose : purposes)
                for (const auto channel : {documents::Channel::Email, documents::Channel::InApp,
                                           documents::Channel::Web, documents::Channel::Sms, documents::Channel::Call,
                                           documents::Channel::Support, documents::Channel::Ads})
                    grants.emplace_back(purpose, std::string(documents::nameOf(channel)));
        else if (dot != std::string::npos)
            grants.emplace_back(consent.substr(0, dot), consent.substr(dot + 1));
    }
    for (const auto& [purpose, channel] : grants) {
        Context properties;
        properties.emplace_back("purpose", Value(purpose));
        properties.emplace_back("channel", Value(channel));
        properties.emplace_back("granted", Value(true));
        arrivals.push_back(arrivalOf(story, who, story.start, static_cast<std::uint32_t>(arrivals.size()), "consent",
                                     Value(std::move(properties))));
    }
}

std::vector<simulation::Arrival> arrivalsOf(const Program& program, const Story& story) {
    const std::vector<documents::StoryCustomer> people = peopleOf(story);
    std::vector<simulation::Arrival> arrivals;
    const auto next = [&] { return static_cast<std::uint32_t>(arrivals.size()); };
    for (const documents::StoryCustomer& who : people)
        arrivals.push_back(arrivalOf(story, who, story.start, next(), "identify", Value(who.traits)));
    for (const documents::StoryCustomer& who : people)
        addConsents(program, story, who, arrivals);
    std::vector<std::pair<const documents::StoryEvent*, const documents::StoryCustomer*>> events;
    for (const documents::StoryCustomer& who : people)
        for (const documents::StoryEvent& event : who.events)
            events.emplace_back(&event, &who);
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.first->at < b.first->at; });
    for (const auto& [event, who] : events)
        arrivals.push_back(
            arrivalOf(story, *who, story.start + event->at, next(), event->event, Value(event->properties)));
    return arrivals;
}

} // namespace

StoryResult runStory(const std::shared_ptr<const Program>& program, const Story& story) {
    StoryResult result{story.id, story.name.empty() ? story.id : story.name, story.guards, false, false, std::nullopt};
    if (const auto vain = documents::provesNothing(story); !vain.empty()) {
        result.failure = vain.front().second;
        return result;
    }
    StoryTrace trace(*program, story);
    RunSettings settings;
    settings.info.start = story.start;
    settings.info.days = static_cast<std::uint32_t>((story.length.ms + dayMs - 1) / dayMs);
    settings.info.epoch = Duration::milliseconds(1); // an epoch after every turn
    settings.info.salt = story.id;
    settings.info.customers = static_cast<std::uint32_t>(1 + story.others.size());
    for (const auto& [policy, left] : story.budgets)
        settings.budgetsLeft.emplace_back("policies/" + policy, left);
    settings.explore = false;
    settings.arm = story.arm;
    settings.keepState = false;
    settings.observe = [&](const CustomerState& state, Instant at, const interpretation::Reading& reading) {
        if (!state.memory.isAccount)
            trace.see(state.memory.number, at, reading);
    };
    simulation::RecordedSource source(arrivalsOf(*program, story));
    auto run = executeRun(program, std::move(settings), source, trace.ledger());
    if (!run) {
        result.failure = run.error();
        return result;
    }
    result.asserted = true;
    result.failure = trace.firstFailure();
    result.passed = !result.failure;
    return result;
}

std::vector<StoryResult> runStories(const std::shared_ptr<const Program>& program) {
    std::vector<StoryResult> results;
    for (const Story& story : program->workspace->stories->stories)
        results.push_back(runStory(program, story));
    return results;
}

std::vector<StoryResult> mutateStories(const std::shared_ptr<const documents::Workspace>& workspace) {
    std::vector<StoryResult> results;
    const auto whole = Program::compile(workspace);
    for (const Story& story : workspace->stories->stories) {
        StoryResult result{story.id,    story.name.empty() ? story.id : story.name, story.guards, false, false,
                           std::nullopt};
        const auto fail = [&](std::string code, Error because = {}) {
            result.failure = Error{std::move(code), {{"story", story.id}, {"guards", story.guards}}, {}, 0, 0};
            for (auto& parameter : because.parameters)
                result.failure->parameters.push_back(std::move(parameter));
        };
        auto mutant = std::make_shared<documents::Workspace>(*workspace);
        mutant->off.insert(story.guards);
        const auto program = Program::compile(mutant);
        if (!whole) {
            result.failure = whole.error();
        } else if (!workspace->hasElement(story.guards)) {
            fail("story.unknown-element");
        } else if (!program) {
            result.failure = program.error();
        } else if (const StoryResult plain = runStory(*whole, story); !plain.passed) {
            fail("story.fails-unmutated", plain.failure.value_or(Error{}));
        } else if (const StoryResult mutated = runStory(*program, story); mutated.passed) {
            fail("story.guards-nothing");
        } else if (!mutated.asserted) {
            result.failure = mutated.failure;
        } else {
            result.passed = true;
            result.asserted = true;
        }
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace wayreeve::engine
