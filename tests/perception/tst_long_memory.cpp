#include "perception/fixture.h"
#include "perception/long_memory.h"
#include "perception/long_memory_tests.h"
#include "perception/merge_record.h"

#include <algorithm>

using namespace wayreeve;
using namespace wayreeve::perception;
using namespace wayreeve::perception::test;
using documents::PropertyType;

namespace {

documents::Workspace store() {
    documents::Workspace workspace = shop();
    documents::TrackingPlan plan = *workspace.trackingPlan;
    plan.events.push_back({"Promise Made",
                           {property("promise", PropertyType::Text), property("by", PropertyType::Text),
                            property("due", PropertyType::DateTime), property("day", PropertyType::Date)}});
    plan.events.push_back({"Promise Kept", {property("promise", PropertyType::Text)}});
    plan.events.push_back({"Product Viewed", {property("category", PropertyType::Text)}});
    plan.events.push_back({"Signed", {}});
    plan.events.push_back({"Step Done", {}});
    plan.events.push_back({"Set Up", {}});
    plan.promises = {"Promise Made", "Promise Kept", "promise", "by", "due"};
    plan.lifetime.event = "Order Completed";
    plan.lifetime.amount = "value";
    plan.lifetime.horizon = Duration::days(273);
    plan.lifetime.purchases = {0.243, 30.898, 0.793, 2.426};
    plan.lifetime.spend = {6.25, 3.74, 15.44};
    workspace.trackingPlan = std::make_shared<documents::TrackingPlan>(plan);
    documents::MeasureBook measures = *workspace.measures;
    measures.affinities.push_back({"likes",
                                   "Product Viewed",
                                   "category",
                                   Duration(),
                                   4,
                                   {{"Shoes", 0.5}, {"Bags & Belts", 0.25}, {"Hats", 0.25}}});
    measures.affinities.push_back(
        {"recent", "Product Viewed", "category", Duration::days(10), 2, {{"Shoes"}, {"Hats"}}});
    workspace.measures = std::make_shared<documents::MeasureBook>(measures);
    documents::GoalList goals = *workspace.goals;
    goals.goals.emplace_back().id = "second-order";
    documents::Goal& goal = goals.goals.emplace_back();
    goal.id = "set-up";
    goal.progress = {
        "Signed",
        {{"Step Done", 1, Duration::days(3)}, {"Step Done", 3, Duration::days(7)}, {"Set Up", 1, Duration::days(14)}}};
    workspace.goals = std::make_shared<documents::GoalList>(goals);
    return workspace;
}

struct Store : Shop {
    Store()
        : Shop(store()) {}
    [[nodiscard]] QString at(const Customer& customer, std::string_view name, Instant now) const {
        return QString::fromStdString(fact(facts(customer, nullptr, now), name).toText());
    }
};

Instant hour(int n) {
    return start + Duration::hours(n);
}

/// "made 10 a us 24" at hour 10: promise a, owed by us, due at hour 24; "kept 20 a".
std::vector<Event> eventsOf(const QString& text) {
    std::vector<Event> events;
    for (const QString& line : text.split(QStringLiteral("; "))) {
        const QStringList words = line.split(' ');
        const std::string id = words[2].toStdString();
        if (words[0] == QLatin1String("kept")) {
            events.push_back(track("Promise Kept", hour(words[1].toInt()), R"({"promise":")" + id + "\"}"));
            continue;
        }
        std::string properties = R"({"promise":")" + id + R"(","by":")" + words[3].toStdString() + '"';
        if (words.size() > 4)
            properties += R"(,"due":")" + formatInstant(hour(words[4].toInt())) + '"';
        events.push_back(track("Promise Made", hour(words[1].toInt()), properties + "}"));
    }
    return events;
}

QString promiseFacts(const Store& store, const Customer& customer, Instant now) {
    QStringList facts;
    for (const char* name : {"open", "overdue", "broken_90d", "next_due_hours", "by"}) {
        const QString text = store.at(customer, std::string("promises.") + name, now);
        facts << (text.isEmpty() ? QStringLiteral("-") : text);
    }
    return facts.join(' ');
}

} // namespace

void LongMemoryTests::promises_data() {
    QTest::addColumn<QString>("events");
    QTest::addColumn<int>("now");
    QTest::addColumn<QString>("expected"); ///< open, overdue, broken in 90 days, hours to the next, who owes the oldest
    QTest::newRow("nothing") << "kept 1 a" << 2 << "0 0 0 - -";
    QTest::newRow("open") << "made 1 a us 24" << 2 << "1 0 0 22 us";
    QTest::newRow("due now") << "made 1 a us 24" << 24 << "1 1 1 - us";
    QTest::newRow("kept in time") << "made 1 a us 24; kept 20 a" << 30 << "0 0 0 - -";
    QTest::newRow("kept at its due time") << "made 1 a us 24; kept 24 a" << 30 << "0 0 0 - -";
    QTest::newRow("kept late") << "made 1 a us 24; kept 25 a" << 30 << "0 0 1 - -";
    QTest::newRow("broken long ago") << "made 1 a us 24; kept 25 a" << 24 + 90 * 24 << "0 0 0 - -";
    QTest::newRow("broken 90 days ago less an hour") << "made 1 a us 24; kept 25 a" << 23 + 90 * 24 << "0 0 1 - -";
    QTest::newRow("kept twice") << "made 1 a us 24; kept 20 a; kept 40 a" << 50 << "0 0 0 - -";
    QTest::newRow("told twice") << "made 1 a us 24; made 1 a us 24" << 2 << "1 0 0 22 us";
    QTest::newRow("another date in time") << "made 1 a us 24; made 10 a them 48" << 30 << "1 0 0 18 them";
    QTest::newRow("another date too late") << "made 1 a us 24; made 26 a us 48" << 30 << "1 0 1 18 us";
    QTest::newRow("that one broken too") << "made 1 a us 24; made 26 a us 48" << 50 << "1 1 2 - us";
    QTest::newRow("the same again later") << "made 1 a us 24; kept 20 a; made 30 a us 60" << 40 << "1 0 0 20 us";
    QTest::newRow("the oldest of two") << "made 1 a us 24; made 2 b you 12" << 3 << "2 0 0 9 you";
    QTest::newRow("one overdue, one open") << "made 1 a us 24; made 2 b you 12" << 14 << "2 1 1 10 you";
    QTest::newRow("without a date") << "made 1 a us; made 2 b you 12" << 3 << "2 0 0 9 you";
    QTest::newRow("only without a date") << "made 1 a us; made 2 b you" << 3000 << "2 0 0 - us";
}

void LongMemoryTests::promises() {
    QFETCH(QString, events);
    QFETCH(int, now);
    QFETCH(QString, expected);
    const Store store;
    Customer customer;
    for (const Event& event : eventsOf(events))
        store.perceiver.absorb(customer, event);
    QCOMPARE(promiseFacts(store, customer, hour(now)), expected);
}

void LongMemoryTests::anyOrderGivesTheSamePromises() {
    const Store store;
    std::vector<Event> events = eventsOf("made 1 a us 24; made 2 b you 12; kept 11 b; made 26 a us 48; made 5 c us 30");
    std::mt19937_64 random(3);
    for (int i = 0; i < 50; ++i) {
        std::shuffle(events.begin(), events.end(), random);
        Customer customer;
        for (const Event& event : events)
            store.perceiver.absorb(customer, event);
        // b was kept; a broken at 24 and due again at 48; c broken at 30.
        QCOMPARE(promiseFacts(store, customer, hour(40)), QStringLiteral("2 1 2 8 us"));
    }
}

/// A date without a time is over at midnight in Berlin, 23:00 UTC, and not before.
void LongMemoryTests::datesEndWithTheLocalDay() {
    documents::Workspace workspace = store();
    auto plan = std::make_shared<documents::TrackingPlan>(*workspace.trackingPlan);
    plan->promises.due = "day";
    workspace.trackingPlan = plan;
    const Shop world(workspace);
    Customer customer;
    world.perceiver.absorb(customer, track("Promise Made", hour(0), R"({"promise":"a","day":"2026-03-03"})"));
    const Instant end = *parseInstant("2026-03-03T23:00:00Z");
    QCOMPARE(world.perceiver.nextDue(customer, hour(1)), end);
    QVERIFY(world.fact(world.facts(customer, nullptr, end - Duration{1}), "promises.overdue") == Value(0));
    QVERIFY(world.fact(world.facts(customer, nullptr, end), "promises.overdue") == Value(1));
}

void LongMemoryTests::promisesOutliveAFullHistory() {
    const Store store;
    Customer customer;
    for (const Event& event : eventsOf("made 1 a us 24; made 2 b us 5000"))
        store.perceiver.absorb(customer, event);
    for (int i = 0; i < 1000; ++i)
        store.perceiver.absorb(customer, track("Product Viewed", hour(3 + 2 * i), R"({"category":"Hats"})"));
    QVERIFY(customer.history.size() > Perceiver::historyLimit);
    QCOMPARE(promiseFacts(store, customer, hour(2100)), QStringLiteral("2 1 1 2900 us"));
    // Of promises alone, no more are kept than of anything.
    for (int i = 0; i < 1000; ++i)
        store.perceiver.absorb(customer, track("Promise Kept", hour(4000 + 2 * i), R"({"promise":"z"})"));
    const auto kept = std::count_if(customer.history.begin(), customer.history.end(),
                                    [&](const auto& item) { return item.event == store.symbols.find("Promise Kept"); });
    QCOMPARE(kept, 400);
}

void LongMemoryTests::promisesSurviveMergeAndUnmerge() {
    const Store store;
    Customer ana, session;
    ana.number = 1;
    session.number = 2;
    store.perceiver.absorb(ana, track("Promise Made", hour(1), R"({"promise":"a","by":"sales"})", "ana"));
    Event made = track("Promise Made", hour(2), R"({"promise":"b","by":"us","due":"2026-03-02T20:00:00Z"})", "");
    made.anonymousId = "s2";
    store.perceiver.absorb(session, made);
    MergeRecord record(ana, session, hour(3), store.symbols);
    Customer merged = ana;
    mergeInto(merged, session, store.perceiver.historyNeeds());
    QCOMPARE(promiseFacts(store, merged, hour(4)), QStringLiteral("2 0 0 8 us"));
    Event kept = track("Promise Kept", hour(5), R"({"promise":"b"})", "");
    kept.anonymousId = "s2";
    record.note(kept);
    store.perceiver.absorb(merged, kept);
    QCOMPARE(promiseFacts(store, merged, hour(6)), QStringLiteral("1 0 0 - sales"));
    const auto apart = undo(record, merged, store.perceiver, store.symbols);
    QVERIFY(apart.ok());
    QCOMPARE(promiseFacts(store, apart->kept, hour(6)), QStringLiteral("1 0 0 - sales"));
    QCOMPARE(promiseFacts(store, apart->gone, hour(6)), QStringLiteral("0 0 0 - -"));
}

void LongMemoryTests::accountsAddUpPromises() {
    documents::Workspace workspace = store();
    auto plan = std::make_shared<documents::TrackingPlan>(*workspace.trackingPlan);
    plan->accounts.traits.push_back(test::property("name", PropertyType::Text));
    workspace.trackingPlan = plan;
    const Shop world(workspace);
    Customer account, ana, bo;
    account.isAccount = true;
    for (const Event& event : eventsOf("made 1 a sales 24"))
        world.perceiver.absorb(ana, event);
    for (const Event& event : eventsOf("made 2 b success 12; made 2 c success 200"))
        world.perceiver.absorb(bo, event);
    Facts facts;
    const std::vector<const Customer*> members{&ana, &bo};
    (void)world.perceiver.fillAccount(account, members, 0, nullptr, hour(13), facts);
    QVERIFY(world.fact(facts, "promises.open") == Value(3));
    QVERIFY(world.fact(facts, "promises.overdue") == Value(1));
    QVERIFY(world.fact(facts, "promises.by") == Value("success"));
    QVERIFY(world.fact(facts, "promises.next_due_hours") == Value(11));
    QVERIFY(world.fact(facts, "affinity.likes").isNull());
    QVERIFY(world.fact(facts, "customer.lifetime_value").isNull());
}

/// Two of three views in shoes: (0.5 · 4 + 2) / (4 + 3); Beta(4, 3) has its 5 % at 0.2713 and its 95 % at 0.8468
/// (tables of the binomial: Σ C(6, k) y^k (1 − y)^(6 − k), k ≥ 4).
void LongMemoryTests::affinities() {
    const Store store;
    Customer customer;
    QCOMPARE(store.at(customer, "affinity.likes", hour(1)), QString());
    QCOMPARE(store.at(customer, "affinity.likes_shoes", hour(1)), QStringLiteral("0.5")); // the customers' share
    for (const char* category : {"Shoes", "Bags & Belts", "Shoes"})
        store.perceiver.absorb(customer,
                               track("Product Viewed", hour(1), std::string(R"({"category":")") + category + "\"}"));
    store.perceiver.absorb(customer, track("Product Viewed", hour(1), "{}")); // says nothing
    QCOMPARE(store.at(customer, "affinity.likes", hour(2)), QStringLiteral("Shoes"));
    QCOMPARE(store.at(customer, "affinity.likes_shoes", hour(2)), QStringLiteral("0.5714"));
    QCOMPARE(store.at(customer, "affinity.likes_shoes_low", hour(2)), QStringLiteral("0.2713"));
    QCOMPARE(store.at(customer, "affinity.likes_shoes_high", hour(2)), QStringLiteral("0.8468"));
    QCOMPARE(store.at(customer, "affinity.likes_bags___belts", hour(2)), QStringLiteral("0.2857"));
    // Ten days later the second one counts half of its three; a category it does not know is in the whole alone.
    const Instant later = hour(1) + Duration::days(10);
    QCOMPARE(store.at(customer, "affinity.recent_shoes", later), QStringLiteral("0.5714")); // (1 + 1) / (2 + 1.5)
    QCOMPARE(store.at(customer, "affinity.recent_hats", later), QStringLiteral("0.2857"));
}

void LongMemoryTests::affinityIntervalsCover_data() {
    QTest::addColumn<double>("halfLife"); ///< days; 0 = none
    QTest::addColumn<double>("redrawn");  ///< a taste lasts so many days in the mean; 0 = for ever
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("tastes that stay, nothing forgotten") << 0.0 << 0.0 << 88.0 << 92.0;
    // Tastes that are redrawn, at random, after five half-lives in the mean: older events mislead, newer ones outweigh
    // them.
    QTest::newRow("tastes that change") << 30.0 << 150.0 << 85.0 << 95.0;
    QTest::newRow("tastes that change fast") << 10.0 << 50.0 << 85.0 << 95.0;
    QTest::newRow("tastes that stay, half forgotten in 30 days") << 30.0 << 0.0 << 85.0 << 95.0;
}

void LongMemoryTests::affinityIntervalsCover() {
    QFETCH(double, halfLife);
    QFETCH(double, redrawn);
    QFETCH(double, least);
    QFETCH(double, most);
    const std::array<double, 3> prior{0.5, 0.3, 0.2};
    const double weight = 4;
    std::mt19937_64 random(5);
    const auto uniform = [&] { return std::uniform_real_distribution(0.0, 1.0)(random); };
    const auto taste = [&] {
        std::array<double, 3> made{};
        double sum = 0;
        for (std::size_t i = 0; i < 3; ++i)
            sum += made[i] = std::gamma_distribution(prior[i] * weight, 1.0)(random);
        for (double& part : made)
            part /= sum;
        return made;
    };
    int held = 0, asked = 0;
    for (int customer = 0; customer < 3000; ++customer) {
        std::array<double, 3> now = taste(), counts{};
        double all = 0, left = redrawn > 0 ? std::exponential_distribution(1 / redrawn)(random) : 1e9;
        const double days = 90, rate = 0.05 + 0.4 * uniform();
        // Back from today: the taste of today holds for the newest events, older ones came of another.
        std::array<double, 3> then = now;
        for (double age = 0; (age += std::exponential_distribution(rate)(random)) < days;) {
            while (age > left) {
                then = taste();
                left += std::exponential_distribution(1 / redrawn)(random);
            }
            const double u = uniform();
            const std::size_t category = u < then[0] ? 0 : u < then[0] + then[1] ? 1 : 2;
            const double counted = halfLife > 0 ? std::exp2(-age / halfLife) : 1;
            counts[category] += counted;
            all += counted;
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const LongMemory::Share share = LongMemory::shareOf(counts[i], all, prior[i], weight);
            held += now[i] >= share.low && now[i] <= share.high ? 1 : 0;
            ++asked;
        }
    }
    const double coverage = 100.0 * held / asked;
    qInfo("held %.1f %%", coverage);
    QVERIFY2(coverage >= least && coverage <= most, qPrintable(QString::number(coverage)));
}

void LongMemoryTests::progress_data() {
    QTest::addColumn<QString>("steps"); ///< days of events after the signature: s = step, u = set up
    QTest::addColumn<int>("now");
    QTest::addColumn<QString>("expected");
    QTest::newRow("just begun") << "" << 1 << "on-plan 0";
    QTest::newRow("a step early") << "s1" << 2 << "ahead 0.3333";
    QTest::newRow("a step in time") << "s1" << 3 << "on-plan 0.3333";
    QTest::newRow("no step by its day") << "" << 3 << "stuck 0";
    QTest::newRow("the first late, not missing any more") << "s5" << 6 << "on-plan 0.3333";
    QTest::newRow("two of three steps") << "s1 s2" << 7 << "stuck 0.3333";
    QTest::newRow("three steps early") << "s1 s2 s3" << 4 << "ahead 0.6667";
    QTest::newRow("all of it early") << "s1 s2 s3 u5" << 6 << "ahead 1";
    QTest::newRow("all of it, later") << "s1 s2 s3 u5" << 20 << "on-plan 1";
}

void LongMemoryTests::progress() {
    QFETCH(QString, steps);
    QFETCH(int, now);
    QFETCH(QString, expected);
    const Store store;
    Customer customer;
    const Instant signedAt = hour(100);
    const auto day = [&](int n) { return signedAt + Duration::days(n); };
    store.perceiver.absorb(customer, track("Step Done", hour(1))); // before the way began
    QCOMPARE(store.at(customer, "progress.set_up", hour(2)), QString());
    store.perceiver.absorb(customer, track("Signed", signedAt));
    for (const QString& step : steps.split(' ', Qt::SkipEmptyParts))
        store.perceiver.absorb(customer, track(step[0] == 's' ? "Step Done" : "Set Up", day(step.mid(1).toInt())));
    QCOMPARE(store.at(customer, "progress.set_up", day(now)) + ' ' +
                 store.at(customer, "progress.set_up_share", day(now)),
             expected);
}

/// The paper's customer 1 in days: 1.226 purchases expected in 39 weeks, of 6.25 · (15.44 + 90) / (6.25 · 3 + 2.74).
void LongMemoryTests::worthIsAFact() {
    const Store store;
    Customer customer;
    QCOMPARE(store.at(customer, "customer.alive", hour(1)), QString());
    const auto after = [](double weeks) { return start + Duration::hours(static_cast<std::int64_t>(weeks * 168)); };
    for (const double weeks : {0.0, 20.0, 30.43})
        store.perceiver.absorb(customer, track("Order Completed", after(weeks), R"({"value":30})"));
    const Instant now = after(38.86);
    const double value = store.at(customer, "customer.lifetime_value", now).toDouble();
    QVERIFY2(std::abs(value - 1.226 * 30.665) < 0.1, qPrintable(QString::number(value)));
    QVERIFY(std::abs(store.at(customer, "customer.alive", now).toDouble() - 0.7266) < 0.0005);
    QCOMPARE(store.at(customer, "customer.lifetime_value_low", now), QStringLiteral("0"));
    const double high = store.at(customer, "customer.lifetime_value_high", now).toDouble();
    QVERIFY(high > 2 * value && high < 5 * value);
    // The purchase before this instant only, and no traits of anybody else.
    QCOMPARE(store.at(customer, "customer.lifetime_value", start - Duration::days(1)), QString());
    Facts facts = store.facts(customer, nullptr, now);
    store.perceiver.fillContact(nullptr, now, facts);
    QVERIFY(store.fact(facts, "customer.lifetime_value").isNull());
}

void LongMemoryTests::nextDue() {
    const Store store;
    Customer customer;
    QVERIFY(store.perceiver.nextDue(customer, hour(0)).isNever());
    for (const Event& event : eventsOf("made 1 a us 24; made 2 b you 12; made 3 c us"))
        store.perceiver.absorb(customer, event);
    QCOMPARE(store.perceiver.nextDue(customer, hour(3)), hour(12));
    QCOMPARE(store.perceiver.nextDue(customer, hour(12)), hour(24)); // what is due has had its turn
    QVERIFY(store.perceiver.nextDue(customer, hour(24)).isNever());
    store.perceiver.absorb(customer, track("Signed", hour(30)));
    QCOMPARE(store.perceiver.nextDue(customer, hour(30)), hour(30 + 72)); // the first milestone
    store.perceiver.absorb(customer, track("Step Done", hour(31)));
    QCOMPARE(store.perceiver.nextDue(customer, hour(32)), hour(30 + 168));
}
