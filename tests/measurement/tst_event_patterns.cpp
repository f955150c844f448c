#include "base/chance.h"
#include "measurement/event_patterns.h"

#include "measurement/reweighting_tests.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace wayreeve;
using namespace wayreeve::measurement;

namespace {

constexpr Instant start{1772438400000};
constexpr std::uint32_t loss = 0, page = 1, late = 2, message = 3, cart = 4;

Instant day(double days) {
    return start + Duration{static_cast<std::int64_t>(days * 86'400'000)};
}

/// Thirty days of customers who do this and that; `plant` adds what really leads to a loss.
template <class Plant>
std::vector<SeenEvent> people(std::uint64_t seed, std::uint32_t customers, Plant plant) {
    const Chance chance(seed);
    std::vector<SeenEvent> events;
    for (std::uint32_t customer = 0; customer < customers; ++customer)
        for (std::uint32_t d = 0; d < 30; ++d) {
            for (const std::uint32_t event : {page, late, message, cart})
                if (chance.uniform(customer, d, Purpose::PopulationEvent, event) < 0.08)
                    events.push_back(
                        {customer, day(d + chance.uniform(customer, d, Purpose::PopulationDelay, event)), event});
            if (chance.uniform(customer, d, Purpose::PopulationEvent) < 0.003)
                events.push_back({customer, day(d + 0.5), loss});
            plant(chance, customer, d, events);
        }
    return events;
}

} // namespace

/// One moment, at day 3: six customers, three a half; the settings let so few count.
void PatternTests::countsByHand() {
    PatternSettings settings;
    settings.least = 1;
    settings.falseDiscoveries = 1;
    std::vector<SeenEvent> events;
    const auto happens = [&](std::uint32_t customer, double d, std::uint32_t event) {
        events.push_back({customer, day(d), event});
    };
    for (std::uint32_t half = 0; half < 2; ++half)
        for (std::uint32_t i = 0; i < 60; ++i) {
            const std::uint32_t customer = 2 * i + half;
            happens(customer, 1, page);
            if (i < 20)
                happens(customer, 2, late);
            if (i < 10)
                happens(customer, 4, loss); // after the moment
            if (i == 30)
                happens(customer, 6.5, loss); // after what is looked at
            if (i == 40)
                happens(customer, 2.5, loss); // before: no longer at risk
        }
    happens(201, 4, page); // did nothing before the moment
    const std::vector<std::uint32_t> losses{loss};
    const auto found = precursors(events, losses, start, day(6), settings);
    // late alone; page is with everybody, so it has nobody to compare with, and page → late is no better than late.
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].first, late);
    QVERIFY(!found[0].second.has_value());
    QCOMPARE(found[0].with.hits, std::uint64_t(10));
    QCOMPARE(found[0].with.count, std::uint64_t(20));
    QCOMPARE(found[0].without.hits, std::uint64_t(0));
    QCOMPARE(found[0].without.count, std::uint64_t(39));
    QCOMPARE(found[0].lift, 0.0);
    // Pooled 10/59; z = 0.5/√(0.169492·0.830508·(1/20 + 1/39)) = 4.84645, p = 6.28e-7 (tables).
    QVERIFY2(std::fabs(found[0].p / 6.28e-7 - 1) < 0.01, qPrintable(QString::number(found[0].p)));
    QCOMPARE(found[0].adjusted, found[0].p);
}

/// After a late parcel and then a message one in three is lost; neither alone does harm.
void PatternTests::findsWhatIsPlanted() {
    const auto events = people(7, 3000, [](const Chance& chance, std::uint32_t customer, std::uint32_t d, auto& all) {
        if (chance.uniform(customer, d, Purpose::PopulationReaction) >= 0.02)
            return;
        all.push_back({customer, day(d + 0.1), late});
        all.push_back({customer, day(d + 0.6), message});
        if (chance.uniform(customer, d, Purpose::PopulationReaction, 1) < 0.33)
            all.push_back({customer, day(d + 2.5), loss});
    });
    const std::vector<std::uint32_t> losses{loss};
    const auto found = precursors(events, losses, start, day(30));
    QVERIFY(!found.empty());
    const auto pair =
        std::ranges::find_if(found, [](const EventPattern& one) { return one.first == late && one.second == message; });
    QVERIFY(pair == found.begin()); // the clearest of all
    qInfo("late → message: %.3f of %d, otherwise %.3f; lift %.1f, p %.2g", pair->with.share(), int(pair->with.count),
          pair->without.share(), pair->lift, pair->adjusted);
    QVERIFY(pair->lift > 2);
    QVERIFY(pair->difference.low > 0.03);
    for (const EventPattern& one : found) {
        QVERIFY(one.adjusted <= 0.05);
        // Carts and pages have nothing to do with it. Beside one of the two events they only tell when that one was.
        const auto isPart = [](std::uint32_t event) { return event == late || event == message; };
        QVERIFY(isPart(one.first) || isPart(one.second.value_or(cart)));
    }
    // Any order of the events tells the same.
    std::vector<SeenEvent> turned(events.rbegin(), events.rend());
    const auto again = precursors(turned, losses, start, day(30));
    QCOMPARE(again.size(), found.size());
    QCOMPARE(again[0].p, found[0].p);
}

/// Forty worlds without any connection. At 5 % at most a few may show a pattern: 40 · 0.05 = 2 expected at worst, and
/// 8 or more would happen less than once in 1,500 times.
void PatternTests::findsNothingInNoise() {
    int worlds = 0;
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        const auto events = people(seed, 300, [](auto&&...) {});
        worlds += precursors(events, std::vector<std::uint32_t>{loss}, start, day(30)).empty() ? 0 : 1;
    }
    qInfo("%d of 40 worlds without a connection show a pattern", worlds);
    QVERIFY(worlds < 8);
}
