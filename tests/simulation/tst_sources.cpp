#include "simulation_tests.h"

#include "simulation/recorded_source.h"
#include "worlds.h"

#include <QTest>

using namespace worlds;

void SourceTests::replaysWhatWasRecorded() {
    std::vector<Arrival> recorded;
    const auto add = [&](std::int64_t at, std::uint32_t origin, std::uint32_t index) {
        recorded.push_back({Instant{at}, origin, index, std::nullopt});
    };
    add(10, 0, 0);
    add(20, 1, 0);
    add(20, 0, 1);
    add(30, 0, 2);
    simulation::RecordedSource source(recorded);
    QCOMPARE(source.origins(), 2U);
    QCOMPARE(source.next(0).ms, std::int64_t{10});
    QCOMPARE(source.next(1).ms, std::int64_t{20});
    std::vector<Arrival> out;
    source.advance(0, Instant{20}, out); // `until` itself is not reached
    QCOMPARE(out.size(), std::size_t{1});
    source.deliver(0, delivery(1, Instant{20}));
    source.advance(0, Instant{31}, out);
    QCOMPARE(out.size(), std::size_t{3});
    QCOMPARE(out[1].index, 1U);
    QCOMPARE(out[2].receivedAt.ms, std::int64_t{30});
    QVERIFY(source.next(0).isNever());
    QCOMPARE(source.next(1).ms, std::int64_t{20});
}

void SourceTests::nothingRecorded() {
    simulation::RecordedSource source({});
    QCOMPARE(source.origins(), 0U);
}
