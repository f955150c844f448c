#include "engine/engine_tests.h"
#include "engine/stories.h"
#include "engine/world.h"

#include <QTest>

using namespace wayreeve;

namespace {

void shippedRows() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"demo", "hillstrom", "templates/service-triage"})
        QTest::newRow(name) << name;
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
