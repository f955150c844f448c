#include "interpretation/fixture.h"
#include "interpretation/interpretation_tests.h"

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::interpretation;
using namespace wayreeve::interpretation::test;

namespace {

double sumOf(const Score& score) {
    double sum = 0;
    for (const Contribution& part : score.parts)
        sum += part.amount;
    return sum;
}

} // namespace

void ReadingTests::contributionsAddUp() {
    Listener one;
    one.hear(track("Cart Updated", start, R"({"value":300})")); // level 3
    one.hear(track("Page Viewed", start, R"({"pages":5})"));
    const Score intent = one.read(start).intents[0];
    QCOMPARE(one.name(intent.id), std::string("purchase-intent"));
    QCOMPARE(intent.value, 1.0); // 0.1 + 1.5 + 0.2 = 1.8, limited
    QCOMPARE(intent.parts.size(), std::size_t{4});
    QCOMPARE(intent.parts[0].signal, Sym{0});
    QVERIFY(near(intent.parts[0].amount, 0.1));
    QCOMPARE(one.name(intent.parts[1].signal), std::string("cart"));
    QVERIFY(near(intent.parts[1].amount, 1.5));
    QCOMPARE(one.name(intent.parts[2].signal), std::string("visit"));
    QVERIFY(near(intent.parts[2].amount, 0.2));
    QCOMPARE(intent.parts[3].signal, one.interpreter.limitSymbol());
    QVERIFY(near(intent.parts[3].amount, -0.8));
    QCOMPARE(one.name(one.interpreter.limitSymbol()), std::string("#limit"));
    const Score risk = one.read(start).intents[1];
    QCOMPARE(risk.value, 0.0); // 0.3 − 1.8, limited from below
    QVERIFY(near(risk.parts.back().amount, 1.5));
    one.hear(track("Order Completed", start));
    one.hear(track("Order Completed", start));
    const Score sentiment = one.read(start).sentiment;
    QCOMPARE(one.name(sentiment.id), std::string("sentiment"));
    QCOMPARE(sentiment.value, -1.0); // −1.8, limited to −1
    QVERIFY(near(sentiment.parts.back().amount, 0.8));
}

void ReadingTests::contributionsAddUpForAnyLevels() {
    std::mt19937 random(23);
    for (int round = 0; round < 300; ++round) {
        Listener one;
        one.set("customer.vip", Value(random() % 2 == 0));
        for (int i = 0; i < 12; ++i) {
            const Instant at = start + Duration::minutes(random() % 10'000);
            one.hear(track("Cart Updated", at,
                           "{\"value\":" + std::to_string(static_cast<int>(random() % 400) - 150) + "}"));
            one.hear(track(random() % 2 ? "Order Completed" : "Page Viewed", at, R"({"pages":4})"));
        }
        const Reading reading = one.read(start + Duration::minutes(10'000));
        const auto verify = [](const Score& score, double lowest) {
            QVERIFY(near(sumOf(score), score.value, 1e-9));
            QVERIFY(score.value >= lowest && score.value <= 1);
        };
        for (const auto* scores : {&reading.intents, &reading.needs, &reading.hesitations, &reading.stages})
            for (const Score& score : *scores)
                verify(score, 0);
        verify(reading.sentiment, -1);
    }
}

/// Random documents and customers; every contribution worked out anew from the events, so that one that is dropped,
/// doubled or decayed otherwise is seen, and each score the sum of what it shows.
void ReadingTests::contributionsAreWhatTheDocumentsSay() {
    std::mt19937 random(77);
    const auto real = [&](double low, double high) { return low + (high - low) * (random() % 100'001) / 100'000.0; };
    for (int round = 0; round < 200; ++round) {
        documents::Workspace workspace = demo();
        documents::TrackingPlan plan = *workspace.trackingPlan;
        documents::SignalBook book;
        documents::StageList stages;
        const std::size_t count = 1 + random() % 7;
        for (std::size_t i = 0; i < count; ++i) {
            plan.events.push_back({"Event " + std::to_string(i), {}});
            book.signals.push_back({"s" + std::to_string(i), "", "Event " + std::to_string(i), "", "",
                                    Duration::minutes(30 + random() % 20'000)});
        }
        const auto score = [&](std::string id) {
            documents::ScoreDefinition definition{std::move(id), "", random() % 3 == 0 ? 0 : real(-0.5, 0.7), {}, {}};
            for (std::size_t i = 0; i < count; ++i)
                if (random() % 3 != 0)
                    definition.signals.push_back({"s" + std::to_string(i), real(-1, 1)});
            return definition;
        };
        for (const char* id : {"i0", "i1", "i2"})
            book.intents.push_back(score(id));
        book.needs = {score("n0"), score("n1")};
        book.hesitations = {score("h0")};
        book.sentiment = score("");
        for (const char* id : {"t0", "t1"})
            if (const auto definition = score(id); true)
                stages.stages.push_back({id, "", "", definition.base, definition.signals});
        workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
        workspace.signals = std::make_shared<documents::SignalBook>(book);
        workspace.stages = std::make_shared<documents::StageList>(stages);

        Listener one(workspace);
        const Instant now = start + Duration::days(20);
        std::vector<double> levels(count);
        for (int i = 0; i < 25; ++i) {
            const std::size_t which = random() % count;
            const Instant at = start + Duration::minutes(random() % 28'000);
            one.hear(track(book.signals[which].event.c_str(), at));
            levels[which] +=
                std::exp2(-static_cast<double>((now - at).ms) / static_cast<double>(book.signals[which].halfLife.ms));
        }
        const Reading reading = one.read(now);
        const auto verify = [&](const Score& read, double base, const std::vector<documents::WeightedSignal>& weights,
                                double lowest) {
            QVERIFY(near(sumOf(read), read.value, 1e-9));
            double expected = base;
            for (const documents::WeightedSignal& part : weights) {
                const auto signal = static_cast<std::size_t>(part.signal[1] - '0');
                const double amount = part.weight * levels[signal];
                expected += amount;
                double shown = 0;
                for (const Contribution& contribution : read.parts)
                    if (contribution.signal == one.symbols.find(part.signal))
                        shown += contribution.amount;
                QVERIFY2(near(shown, amount, 1e-9), part.signal.c_str());
            }
            QVERIFY(near(read.value, std::min(std::max(expected, lowest), 1.0), 1e-9));
        };
        const auto verifyAll = [&](const std::vector<Score>& scores, const auto& definitions) {
            QCOMPARE(scores.size(), definitions.size());
            for (std::size_t i = 0; i < scores.size(); ++i)
                verify(scores[i], definitions[i].base, definitions[i].signals, 0);
        };
        verifyAll(reading.intents, book.intents);
        verifyAll(reading.needs, book.needs);
        verifyAll(reading.hesitations, book.hesitations);
        verifyAll(reading.stages, stages.stages);
        verify(reading.sentiment, book.sentiment.base, book.sentiment.signals, -1);
    }
}

void ReadingTests::leadingIntent() {
    Listener one;
    Reading reading = one.read(start);
    QCOMPARE(one.name(reading.leadingIntent), std::string("churn-risk")); // 0.3 against 0.1
    QVERIFY(near(reading.leadingIntentValue, 0.3));
    one.hear(track("Cart Updated", start, R"({"value":50})")); // 0.35 against 0
    reading = one.read(start);
    QCOMPARE(one.name(reading.leadingIntent), std::string("purchase-intent"));
    QVERIFY(near(reading.leadingIntentValue, 0.35));
}

void ReadingTests::stageHasHysteresis() {
    Listener one;
    Reading reading = one.read(start);
    QCOMPARE(one.name(reading.stage), std::string("discovery"));
    QVERIFY(!reading.stageChanged);
    QCOMPARE(reading.previousStage, Sym{0});
    one.hear(track("Cart Updated", start, R"({"value":99})")); // cart 0.596 leads by 0.096
    reading = one.read(start);
    QVERIFY(!reading.stageChanged);
    one.hear(track("Cart Updated", start, R"({"value":1})")); // 0.6 leads by 0.1
    reading = one.read(start);
    QVERIFY(reading.stageChanged);
    QCOMPARE(one.name(reading.stage), std::string("cart"));
    QCOMPARE(one.name(reading.previousStage), std::string("discovery"));
    QVERIFY(!one.read(start).stageChanged);
    // cart falls below discovery after 12 h or so (0.2 + 0.4 · 2^−t); back only from 0.4, when the level is 0.5.
    reading = one.read(hour(23));
    QVERIFY(!reading.stageChanged);
    QCOMPARE(one.name(reading.stage), std::string("cart"));
    reading = one.read(hour(24));
    QVERIFY(reading.stageChanged);
    QCOMPARE(one.name(reading.stage), std::string("discovery"));
    QCOMPARE(one.name(reading.previousStage), std::string("cart"));
}

void ReadingTests::startsInTheStageWithTheHighestBase() {
    Listener one;
    one.hear(track("Order Completed", start)); // bought 1.1 → 1 against 0.5, in the very first turn
    const Reading reading = one.read(start);
    QVERIFY(reading.stageChanged);
    QCOMPARE(one.name(reading.stage), std::string("bought"));
    QCOMPARE(one.name(reading.previousStage), std::string("discovery"));
}

void ReadingTests::stagesThatAreOffAreNeverEntered() {
    documents::Workspace workspace = demo();
    workspace.off = {"stages/bought"};
    Listener one(workspace);
    one.hear(track("Order Completed", start));
    Reading reading = one.read(start);
    QCOMPARE(one.name(reading.stage), std::string("discovery"));
    QCOMPARE(reading.stages[2].value, 0.0);
    documents::Workspace headless = demo();
    headless.off = {"stages/discovery"}; // the highest base, but nobody starts there now
    Listener other(headless);
    const Reading first = other.read(start);
    QCOMPARE(other.name(first.stage), std::string("cart"));
    QVERIFY(!first.stageChanged);
    // Where a customer stands in a stage that is switched off, it is left at once, hysteresis or not.
    one.memory.stage = one.symbols.find("bought");
    reading = one.read(start);
    QVERIFY(reading.stageChanged);
    QCOMPARE(one.name(reading.stage), std::string("discovery"));
}

void ReadingTests::setsFacts() {
    Listener one;
    (void)one.read(start);
    QVERIFY(one.fact("stage") == Value("discovery"));
    QVERIFY(one.fact("previous_stage").isNull());
    QVERIFY(one.fact("leading_intent") == Value("churn-risk"));
    QVERIFY(one.fact("frustrated_again") == Value(false));
    QVERIFY(one.fact("sentiment") == Value(0));
    one.hear(track("Order Completed", start));
    one.hear(track("Page Viewed", hour(48), R"({"pages":3})"));
    (void)one.read(hour(24));
    QVERIFY(one.fact("sentiment") == Value(*Decimal::parse("-0.45"))); // −0.9 · 0.5
    QVERIFY(one.fact("intent.purchase_intent") == Value(*Decimal::parse("0.3")));
    QVERIFY(one.fact("intent.churn_risk") == Value(*Decimal::parse("0.3")));
    QVERIFY(one.fact("need.urgency") == Value(*Decimal::parse("0.5")));
    QVERIFY(one.fact("hesitation.pricing") == Value(*Decimal::parse("0.5")));
    QVERIFY(one.fact("stage") == Value("bought")); // 0.6 against 0.5
    QVERIFY(one.fact("previous_stage") == Value("discovery"));
}

void ReadingTests::withoutDocuments() {
    documents::Workspace workspace = demo();
    workspace.signals = std::make_shared<documents::SignalBook>();
    workspace.stages = std::make_shared<documents::StageList>();
    Listener one(workspace);
    one.hear(track("Order Completed", start));
    const Reading reading = one.read(start);
    QVERIFY(reading.intents.empty() && reading.stages.empty());
    QVERIFY(reading.stage == 0 && reading.leadingIntent == 0 && !reading.stageChanged);
    QVERIFY(one.fact("stage").isNull() && one.fact("leading_intent").isNull());
    QVERIFY(one.fact("sentiment") == Value(0));
    // A signal whose condition does not compile says nothing instead of always.
    documents::SignalBook book = *demo().signals;
    book.signals[1].when = "event.nothing >";
    workspace = demo();
    workspace.signals = std::make_shared<documents::SignalBook>(book);
    Listener other(workspace);
    other.hear(track("Page Viewed", start, R"({"pages":9})"));
    QVERIFY(other.read(start).hesitations[0].value == 0);
}
