#include "simulation_tests.h"

#include "worlds.h"

#include <QTest>

using namespace worlds;

namespace {

/// Everybody is in the state "idle" with the hidden value "mood" = 2, prefers 10 o'clock and has the trait "points"
/// = 3.
Population listeners(documents::Reaction reaction) {
    Population p = quiet();
    p.hidden = {shares("mood", {{2, 1}}), shares("preferred-hour", {{10, 1}})};
    p.traits = {shares("points", {{3, 1}}), shares("vip", {{true, 1}})};
    reaction.event = "Answered";
    p.reactions = {std::move(reaction)};
    return p;
}

/// Share of 4000 customers who answer one delivery after `contacts` earlier ones.
double shareAnswering(const Population& population, double discount, int contacts, int hour) {
    const Chance chance(11);
    SyntheticPopulation source(workspace(), population, 4000, 30, chance);
    std::vector<Arrival> arrivals;
    std::size_t before = 0;
    for (std::uint32_t origin = 0; origin < source.origins(); ++origin) {
        source.advance(origin, population.start + Duration::days(12), arrivals);
        for (int i = 0; i < contacts; ++i)
            source.deliver(
                origin, delivery(1000 + static_cast<std::uint64_t>(i), population.start + Duration::days(12), "greet"));
        auto last = delivery(origin, population.start + Duration::days(13), "remind", hour);
        last.discount = discount;
        source.deliver(origin, last);
    }
    before = count(arrivals, "Answered");
    for (std::uint32_t origin = 0; origin < source.origins(); ++origin)
        source.advance(origin, population.start + Duration::days(30), arrivals);
    return static_cast<double>(count(arrivals, "Answered") - before) / 4000;
}

documents::Reaction answer(std::string action, std::string event, double base = 50) {
    documents::Reaction r;
    r.action = std::move(action);
    r.event = std::move(event);
    r.base = base;
    return r;
}

/// Names of what one customer does within 8 days of one delivery.
std::string answersTo(const Population& population, const simulation::Delivered& delivered) {
    const Chance chance(5);
    SyntheticPopulation source(workspace(), population, 1, 10, chance);
    std::vector<Arrival> arrivals;
    source.advance(0, population.start + Duration::days(4), arrivals);
    arrivals.clear();
    source.deliver(0, delivered);
    source.advance(0, population.start + Duration::days(10), arrivals);
    std::vector<std::string> names;
    for (const Arrival& arrival : arrivals)
        if (arrival.event && arrival.event->type == perception::EventType::Track)
            names.push_back(arrival.event->name);
    std::sort(names.begin(), names.end());
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ",") + name;
    return joined;
}

} // namespace

void ReactionTests::reactsWithItsProbability_data() {
    QTest::addColumn<double>("base");
    QTest::addColumn<double>("mood");   // coefficient of the hidden value, which is 2
    QTest::addColumn<double>("points"); // coefficient of the trait, which is 3
    QTest::addColumn<double>("state");
    QTest::addColumn<double>("perDiscount");
    QTest::addColumn<double>("discount");
    QTest::addColumn<double>("fatigue");
    QTest::addColumn<int>("contacts");
    QTest::addColumn<double>("hourly");
    QTest::addColumn<int>("hour");
    QTest::addColumn<double>("expected");
    // 1 / (1 + e^−x): x = 0 → 0.5; ±1 → 0.7311, 0.2689; −2 → 0.1192; 1.5 → 0.8176; −0.5 → 0.3775.
    QTest::newRow("base") << -2.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 0.0 << 10 << 0.1192;
    QTest::newRow("hidden") << 0.0 << 0.5 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 0.0 << 10 << 0.7311;
    QTest::newRow("trait") << 0.0 << 0.0 << 0.5 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 0.0 << 10 << 0.8176;
    QTest::newRow("state") << -1.0 << 0.0 << 0.0 << 2.0 << 0.0 << 0.0 << 0.0 << 0 << 0.0 << 10 << 0.7311;
    QTest::newRow("discount") << -1.0 << 0.0 << 0.0 << 0.0 << 10.0 << 0.1 << 0.0 << 0 << 0.0 << 10 << 0.5;
    QTest::newRow("fatigue") << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.5 << 2 << 0.0 << 10 << 0.2689;
    QTest::newRow("hour") << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 2.0 << 16 << 0.2689;
    QTest::newRow("hour around midnight") << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 1.0 << 4 << 0.3775;
    QTest::newRow("hour at midnight's other side") // 10 and 23: eleven hours, not thirteen
        << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0.0 << 0 << 12.0 / 11 << 23 << 0.2689;
}

void ReactionTests::reactsWithItsProbability() {
    QFETCH(double, base);
    QFETCH(double, mood);
    QFETCH(double, points);
    QFETCH(double, state);
    QFETCH(double, perDiscount);
    QFETCH(double, discount);
    QFETCH(double, fatigue);
    QFETCH(int, contacts);
    QFETCH(double, hourly);
    QFETCH(int, hour);
    QFETCH(double, expected);
    documents::Reaction reaction = answer("remind", "Answered", base);
    reaction.coefficients = {{"mood", mood}, {"points", points}};
    reaction.states = {{"idle", state}};
    reaction.discount = perDiscount;
    reaction.fatigue = fatigue;
    reaction.hour = hourly;
    const double share = shareAnswering(listeners(reaction), discount, contacts, hour);
    // 4000 draws: a standard deviation of at most 0.0079; four are allowed.
    QVERIFY2(std::abs(share - expected) < 0.032, qPrintable(QString::number(share)));
}

void ReactionTests::firstMatchOfEachEvent_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by action") << "remind"
                               << ""
                               << "plain"
                               << "Bought,Opened";
    QTest::newRow("another content meets its own first") << "remind"
                                                         << ""
                                                         << "loud"
                                                         << "Opened";
    QTest::newRow("by tag") << "offer"
                            << "promo"
                            << ""
                            << "Complained";
    QTest::newRow("no reaction, no answer") << "wave"
                                            << ""
                                            << ""
                                            << "";
    QTest::newRow("no action, no answer") << ""
                                          << ""
                                          << ""
                                          << "";
}

void ReactionTests::firstMatchOfEachEvent() {
    Population population = quiet();
    documents::Reaction deaf = answer("remind", "Bought", -50);
    deaf.content = "loud";
    documents::Reaction tagged = answer("", "Complained");
    tagged.tag = "promo";
    population.reactions = {deaf, answer("remind", "Bought"), answer("remind", "Opened"), tagged};
    for (documents::Reaction& reaction : population.reactions)
        reaction.delay = Duration::hours(1);
    QFETCH(QString, action);
    QFETCH(QString, tag);
    QFETCH(QString, content);
    QFETCH(QString, expected);
    auto delivered = delivery(1, population.start + Duration::days(4), action.toStdString());
    delivered.contentId = content.toStdString();
    if (!tag.isEmpty())
        delivered.actionTags = {"other", tag.toStdString()};
    QCOMPARE(QString::fromStdString(answersTo(population, delivered)), expected);
}

void ReactionTests::reactsLaterAndMovesOn() {
    Population population = quiet();
    population.states.push_back({"done", 0, {}, {}, {{"Rested", 1, {}}}, {}});
    documents::Reaction buys = answer("remind", "Bought");
    buys.delay = Duration::hours(4);
    buys.toState = "done";
    buys.properties = {range("value", 20, 90)};
    population.reactions = {buys};
    const Chance chance(5);
    SyntheticPopulation source(workspace(), population, 2000, 40, chance);
    const Instant sent = population.start + Duration::days(20);
    double hours = 0;
    std::size_t bought = 0;
    for (std::uint32_t origin = 0; origin < 2000; ++origin) {
        std::vector<Arrival> arrivals;
        source.advance(origin, sent, arrivals);
        arrivals.clear();
        source.deliver(origin, delivery(origin + 1, sent));
        QVERIFY(source.next(origin) >= sent);
        source.advance(origin, population.start + Duration::days(40), arrivals);
        QCOMPARE(arrivals.size(), std::size_t{2});
        QCOMPARE(arrivals[0].event->name, std::string("Bought"));
        QCOMPARE(arrivals[1].event->name, std::string("Rested"));
        QVERIFY(arrivals[0].receivedAt >= sent && arrivals[0].receivedAt == arrivals[1].receivedAt);
        QVERIFY(arrivals[0].event->properties.member("value").toDouble() >= 20);
        hours += (arrivals[0].receivedAt - sent).inHours();
        ++bought;
    }
    QVERIFY2(std::abs(hours / static_cast<double>(bought) - 4) < 0.36, qPrintable(QString::number(hours))); // 4 sd
}

void ReactionTests::unsubscribesFromTheChannel() {
    Population population = quiet();
    population.reactions = {answer("remind", "Unsubscribed")};
    const Chance chance(5);
    SyntheticPopulation source(workspace(), population, 1, 10, chance);
    std::vector<Arrival> arrivals;
    source.advance(0, population.start + Duration::days(4), arrivals);
    arrivals.clear();
    source.deliver(0, delivery(1, population.start + Duration::days(4)));
    source.advance(0, population.start + Duration::days(10), arrivals);
    QCOMPARE(count(arrivals, "Unsubscribed"), std::size_t{1});
    QCOMPARE(arrivals.back().event->properties.member("channel").toText(), std::string("email"));
}

void ReactionTests::failedDispatchesReachNobody() {
    Population population = quiet();
    population.reactions = {answer("remind", "Bought")};
    auto delivered = delivery(1, population.start + Duration::days(4));
    QCOMPARE(answersTo(population, delivered), std::string("Bought"));
    delivered.dispatch.state = execution::DispatchState::Failed;
    QCOMPARE(answersTo(population, delivered), std::string());
}
