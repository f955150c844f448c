#include "engine/engine_tests.h"
#include "engine/stories.h"
#include "engine/world.h"

#include <QTest>

#include <array>
#include <set>

using namespace wayreeve;

namespace {

constexpr std::array shipped{"demo",
                             "hillstrom",
                             "templates/service-triage",
                             "templates/saas-renewal",
                             "templates/bank-churn",
                             "templates/travel-disruption"};

void shippedRows() {
    QTest::addColumn<QString>("name");
    for (const char* name : shipped)
        QTest::newRow(name) << name;
}

/// The facts of a story as one list: what its customer is and what happens when.
std::vector<std::string> factsOf(const documents::Story& story) {
    std::vector<std::string> facts{
        "arm " + std::string(documents::nameOf(story.arm)), "start " + formatInstant(story.start),
        "length " + std::to_string(story.length.ms),        "zone " + story.zone,
        "traits " + std::to_string(story.traits.size()),    "events " + std::to_string(story.events.size())};
    std::string consent = "consent";
    for (const std::string& one : story.consent)
        consent += ' ' + one;
    facts.push_back(consent);
    for (const auto& [name, value] : story.traits)
        facts.push_back(name + ' ' + value.toText());
    for (const documents::StoryEvent& event : story.events) {
        // Another event, or the same one at another time or with another property, is one fact.
        facts.push_back(std::to_string(event.at.ms) + ' ' + event.event + ' ' + Value(event.properties).toText());
    }
    for (const documents::StoryCustomer& other : story.others) {
        documents::Story theirs;
        theirs.zone = other.zone;
        theirs.traits = other.traits;
        theirs.consent = other.consent;
        theirs.events = other.events;
        facts.push_back("other " + other.id);
        for (const std::string& fact : factsOf(theirs))
            facts.push_back(other.id + ": " + fact);
    }
    for (const auto& [policy, left] : story.budgets)
        facts.push_back("left of " + policy + ' ' + Value::fromDouble(left).toText());
    return facts;
}

/// A twin's id begins with its story's number and says "but"; it stands behind the story.
bool isTwin(const documents::Story& story) {
    return story.id.size() > 7 && story.id.compare(2, 5, "-but-") == 0;
}

QString describe(const engine::StoryResult& result) {
    QString text = QString::fromStdString(result.id);
    if (result.failure) {
        text += QStringLiteral(": ") + QString::fromStdString(result.failure->code);
        for (const auto& [name, value] : result.failure->parameters)
            text += QStringLiteral(" %1=%2").arg(QString::fromStdString(name), QString::fromStdString(value));
    }
    return text;
}

/// The demo with one story only: a shipped one, changed.
std::shared_ptr<documents::Workspace> withStory(const std::string& id,
                                                const std::function<void(documents::Story&)>& change) {
    auto demo = world::load("demo");
    auto list = std::make_shared<documents::StoryList>();
    for (documents::Story story : demo->stories->stories)
        if (story.id == id) {
            change(story);
            list->stories.push_back(story);
        }
    demo->stories = list;
    return demo;
}

} // namespace

void StoryTests::shippedStoriesPass_data() {
    shippedRows();
}

void StoryTests::shippedStoriesPass() {
    QFETCH(QString, name);
    const auto results = engine::runStories(world::compile(world::load(name.toStdString())));
    QVERIFY(results.size() >= (name == QLatin1String("hillstrom") ? std::size_t{1} : std::size_t{5}));
    for (const engine::StoryResult& result : results) {
        QVERIFY2(result.passed, qPrintable(describe(result)));
        QVERIFY(!result.guards.empty());
    }
}

void StoryTests::mutantsFail_data() {
    shippedRows();
}

void StoryTests::mutantsFail() {
    QFETCH(QString, name);
    for (const engine::StoryResult& result : engine::mutateStories(world::load(name.toStdString())))
        QVERIFY2(result.passed, qPrintable(describe(result)));
}

void StoryTests::twinsEndDifferently_data() {
    shippedRows();
}

/// A twin differs from the story before it in exactly one fact, and neither meets what the other expects.
void StoryTests::twinsEndDifferently() {
    QFETCH(QString, name);
    const auto workspace = world::load(name.toStdString());
    const auto program = world::compile(workspace);
    const std::vector<documents::Story>& stories = workspace->stories->stories;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        if (!isTwin(stories[i]))
            continue;
        const std::string& id = stories[i].id;
        QVERIFY2(i > 0 && stories[i - 1].id.compare(0, 3, id, 0, 3) == 0, id.c_str());
        const std::vector<std::string> one = factsOf(stories[i - 1]), other = factsOf(stories[i]);
        QVERIFY2(one.size() == other.size(), id.c_str());
        int different = 0;
        for (std::size_t k = 0; k < one.size(); ++k)
            different += one[k] == other[k] ? 0 : 1;
        QVERIFY2(different == 1, qPrintable(QString::fromStdString(id + ": %1 facts differ").arg(different)));
        for (const auto& [from, to] : {std::pair{i - 1, i}, std::pair{i, i - 1}}) {
            documents::Story swapped = stories[from];
            swapped.expect = stories[to].expect;
            const engine::StoryResult result = engine::runStory(program, swapped);
            QVERIFY2(!result.passed, qPrintable(QString::fromStdString(swapped.id + " ends like its twin")));
            QVERIFY2(result.asserted, swapped.id.c_str());
        }
    }
}

/// Each of the twenty is shipped somewhere, with a twin. Where somewhere else bears a number of theirs too, it is
/// named.
void StoryTests::twentyStoriesOfTheTexts() {
    constexpr std::array homes{"templates/saas-renewal",
                               "templates/saas-renewal",
                               "templates/service-triage",
                               "templates/travel-disruption",
                               "templates/saas-renewal",
                               "demo",
                               "demo",
                               "templates/bank-churn",
                               "templates/travel-disruption",
                               "demo",
                               "templates/travel-disruption",
                               "templates/saas-renewal",
                               "templates/bank-churn",
                               "templates/saas-renewal",
                               "templates/bank-churn",
                               "templates/bank-churn",
                               "templates/travel-disruption",
                               "templates/saas-renewal",
                               "templates/saas-renewal",
                               "templates/travel-disruption"};
    std::set<int> told, twins;
    for (const char* name : shipped) {
        const auto workspace = world::load(name);
        for (const documents::Story& story : workspace->stories->stories) {
            if (story.id.size() <= 3 || story.id[2] != '-' || story.id[0] < '0' || story.id[0] > '9')
                continue;
            const int number = 10 * (story.id[0] - '0') + (story.id[1] - '0');
            QVERIFY2(number >= 1 && number <= 20, story.id.c_str());
            if (std::string(homes[static_cast<std::size_t>(number) - 1]) == name)
                (isTwin(story) ? twins : told).insert(number);
        }
    }
    QCOMPARE(told.size(), std::size_t{20});
    QCOMPARE(*told.begin(), 1);
    QCOMPARE(*told.rbegin(), 20);
    QVERIFY(twins == told);
}

/// The first story of each number says at which stage, by which ruling (or what must not come), on which channel (where
/// what it tells of has one) and when.
void StoryTests::storiesSayStageRulingChannelAndTime() {
    for (const char* name : shipped) {
        const auto workspace = world::load(name);
        std::set<std::string> seen;
        for (const documents::Story& story : workspace->stories->stories) {
            if (story.id[0] < '0' || story.id[0] > '9' || !seen.insert(story.id.substr(0, 3)).second)
                continue;
            bool stage = false, ruling = false, channel = false, time = false, hasChannel = false;
            for (const documents::Expectation& e : story.expect) {
                const documents::Action* const action = workspace->actions->find(e.action);
                stage = stage || !e.stage.empty();
                ruling = ruling || !e.ruling.empty() || (e.absent && (action || e.dispatched));
                channel = channel || e.channel != documents::Channel::None;
                hasChannel = hasChannel || (!e.absent && action && action->channel != documents::Channel::None);
                time = time || e.after || e.within;
            }
            QVERIFY2(stage, (story.id + ": no stage").c_str());
            QVERIFY2(ruling, (story.id + ": no ruling").c_str());
            QVERIFY2(channel || !hasChannel, (story.id + ": no channel").c_str());
            QVERIFY2(time, (story.id + ": no time").c_str());
        }
    }
}

void StoryTests::withoutAssertion() {
    const auto demo = withStory("thin-margin", [](documents::Story& story) { story.expect.clear(); });
    for (const auto& results : {engine::runStories(world::compile(demo)), engine::mutateStories(demo)}) {
        QCOMPARE(results.size(), std::size_t{1});
        QVERIFY(!results[0].passed);
        QVERIFY(results[0].failure.has_value());
    }
    const auto plain = engine::runStories(world::compile(demo));
    QVERIFY(!plain[0].asserted);
    QCOMPARE(plain[0].failure->code, std::string("story.no-assertion"));
}

void StoryTests::unknownElement() {
    const auto demo =
        withStory("thin-margin", [](documents::Story& story) { story.guards = "policies/no-such-policy"; });
    const auto results = engine::mutateStories(demo);
    QCOMPARE(results.size(), std::size_t{1});
    QVERIFY(!results[0].passed);
    QCOMPARE(results[0].failure->code, std::string("story.unknown-element"));
    QCOMPARE(results[0].failure->parameter("guards"), std::string("policies/no-such-policy"));
}

void StoryTests::guardsNothing() {
    // The margin floor drops the discount, whatever the goodwill budget says.
    const auto demo =
        withStory("thin-margin", [](documents::Story& story) { story.guards = "policies/goodwill-budget"; });
    const auto results = engine::mutateStories(demo);
    QCOMPARE(results.size(), std::size_t{1});
    QVERIFY(!results[0].passed);
    QCOMPARE(results[0].failure->code, std::string("story.guards-nothing"));
}

void StoryTests::failsUnmutated() {
    const auto demo = withStory("thin-margin", [](documents::Story& story) {
        documents::Expectation wrong;
        wrong.action = "stylist-call";
        wrong.dispatched = true;
        story.expect.push_back(wrong);
    });
    const auto plain = engine::runStories(world::compile(demo));
    QVERIFY(!plain[0].passed);
    QVERIFY(plain[0].asserted);
    QCOMPARE(plain[0].failure->code, std::string("story.not-met"));
    QCOMPARE(plain[0].failure->parameter("expectation"), std::string("3"));
    const auto mutated = engine::mutateStories(demo);
    QVERIFY(!mutated[0].passed);
    QCOMPARE(mutated[0].failure->code, std::string("story.fails-unmutated"));
}

void StoryTests::tooLate() {
    const auto late = withStory("thin-margin", [](documents::Story& story) { story.length = Duration::minutes(20); });
    for (const engine::StoryResult& result : engine::runStories(world::compile(late))) {
        QVERIFY(!result.passed);
        QVERIFY(!result.asserted);
        QCOMPARE(result.failure->code, std::string("story.event-too-late"));
        QCOMPARE(result.failure->parameter("at"), std::string("20 min"));
    }
    QCOMPARE(engine::mutateStories(late).at(0).failure->code, std::string("story.fails-unmutated"));
    // What can never be seen is never there either: such an expectation would always hold.
    const auto vain = withStory("thin-margin", [](documents::Story& story) {
        documents::Expectation never;
        never.absent = true;
        never.after = Duration::days(1);
        never.action = "offer-discount";
        story.expect = {never};
    });
    const auto results = engine::runStories(world::compile(vain));
    QCOMPARE(results.size(), std::size_t{1});
    QVERIFY(!results[0].passed);
    QCOMPARE(results[0].failure->code, std::string("story.expectation-too-late"));
}
