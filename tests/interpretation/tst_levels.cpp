#include "interpretation/fixture.h"
#include "interpretation/interpretation_tests.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::interpretation;
using namespace wayreeve::interpretation::test;

void LevelTests::halvesEveryHalfLife() {
    Listener one;
    one.hear(track("Cart Updated", start, R"({"value":80})"));              // level 0.8, half-life 24 h
    QVERIFY(near(one.read(start).intents[0].value, 0.5));                   // 0.1 + 0.5 · 0.8
    QVERIFY(near(one.read(hour(24)).intents[0].value, 0.3));                // 0.1 + 0.5 · 0.4
    QVERIFY(near(one.read(hour(12)).intents[0].value, 0.3828427124746190)); // 0.1 + 0.4 / √2
    QVERIFY(near(one.read(hour(72)).intents[0].value, 0.15));               // 0.1 + 0.5 · 0.1
    one.hear(track("Cart Updated", hour(24), R"({"value":20})"));
    QVERIFY(near(one.memory.levels[0].value, 0.6)); // 0.4 + 0.2
    QCOMPARE(one.memory.levels[0].at, hour(24));
    QVERIFY(near(one.read(hour(48)).intents[0].value, 0.25));
    QVERIFY(near(one.read(hour(24 * 60)).intents[0].value, 0.1)); // sixty half-lives: nothing is left
    QCOMPARE(one.read(hour(24 * 60)).intents[0].parts.size(), std::size_t{1});
}

void LevelTests::lateEventsCountLess() {
    Listener one;
    one.hear(track("Cart Updated", hour(48), R"({"value":100})"));
    one.hear(track("Cart Updated", hour(24), R"({"value":100})")); // received later, happened a half-life earlier
    QVERIFY(near(one.memory.levels[0].value, 1.5));
    QCOMPARE(one.memory.levels[0].at, hour(48));
    one.hear(track("Cart Updated", start, R"({"value":100})"));
    QVERIFY(near(one.memory.levels[0].value, 1.75));
}

void LevelTests::filtersAndStrengths() {
    Listener one;
    one.hear(track("Page Viewed", start, R"({"pages":2})"));
    one.hear(track("Page Viewed", start));
    one.hear(track("Some Other Thing", start, R"({"pages":9})"));
    one.hear(track("Cart Updated", start)); // a strength that is null says nothing
    QVERIFY(one.read(start).hesitations[0].value == 0);
    one.hear(track("Page Viewed", start, R"({"pages":3})"));
    QVERIFY(near(one.read(start).hesitations[0].value, 0.5)); // strength 1 where none is written
}

void LevelTests::statesFollowTheFacts() {
    Listener one;
    QVERIFY(one.read(start).sentiment.value == 0);
    one.set("customer.vip", Value(true));
    QVERIFY(near(one.read(hour(1)).sentiment.value, 0.2));   // 0.4 · 0.5
    QVERIFY(near(one.read(hour(500)).sentiment.value, 0.2)); // states do not decay
    one.set("customer.vip", Value(false));
    QVERIFY(one.read(hour(501)).sentiment.value == 0);
}

void LevelTests::anyOrderGivesTheSameLevels() {
    std::mt19937 random(11);
    std::vector<perception::Event> events;
    for (int i = 0; i < 200; ++i) {
        const Instant at = start + Duration::minutes(random() % 20'000);
        switch (random() % 3) {
        case 0:
            events.push_back(track("Cart Updated", at, "{\"value\":" + std::to_string(random() % 200) + "}"));
            break;
        case 1:
            events.push_back(track("Page Viewed", at, "{\"pages\":" + std::to_string(random() % 6) + "}"));
            break;
        default:
            events.push_back(track("Order Completed", at));
        }
    }
    const auto byTime = [](const auto& a, const auto& b) { return a.time < b.time; };
    std::stable_sort(events.begin(), events.end(), byTime);
    Listener reference;
    for (const auto& event : events)
        reference.hear(event);
    const Instant now = start + Duration::days(15);
    const Reading expected = reference.read(now);
    QVERIFY(expected.needs[0].value > 0.1);
    for (int round = 0; round < 50; ++round) {
        std::shuffle(events.begin(), events.end(), random);
        Listener one;
        for (const auto& event : events)
            one.hear(event);
        QCOMPARE(one.memory.levels.size(), reference.memory.levels.size());
        for (std::size_t i = 0; i < one.memory.levels.size(); ++i) {
            QCOMPARE(one.memory.levels[i].at, reference.memory.levels[i].at);
            QVERIFY(near(one.memory.levels[i].value, reference.memory.levels[i].value));
        }
        const Reading reading = one.read(now);
        QVERIFY(near(reading.intents[0].value, expected.intents[0].value));
        QCOMPARE(reading.stage, expected.stage);
        for (const char* name : {"sentiment", "intent.purchase_intent", "intent.churn_risk", "need.urgency",
                                 "hesitation.pricing", "stage", "leading_intent"})
            QVERIFY2(one.fact(name) == reference.fact(name), name); // rounding takes the last bits away
    }
}

void LevelTests::signalsThatAreOffSayNothing() {
    documents::Workspace workspace = demo();
    workspace.off = {"signals/cart", "signals/vip", "signals/pricing"};
    Listener one(workspace);
    one.set("customer.vip", Value(true));
    one.hear(track("Cart Updated", start, R"({"value":80})"));
    one.hear(track("Page Viewed", start, R"({"pages":3})"));
    const Reading reading = one.read(start);
    QVERIFY(near(reading.intents[0].value, 0.3)); // 0.1 + 0.2 · 1
    QVERIFY(near(reading.intents[1].value, 0.3));
    QVERIFY(reading.sentiment.value == 0);
    QVERIFY(reading.hesitations[0].value == 0 && reading.hesitations[0].parts.empty());
    QVERIFY(one.fact("hesitation.pricing").isNull());
}
