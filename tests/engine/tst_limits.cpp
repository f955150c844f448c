#include "engine/engine_tests.h"
#include "engine/world.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace wayreeve;

namespace {

/// What went out to one person, oldest first.
struct Sent {
    Instant at;
    std::string action;
    documents::Slot slot = documents::Slot::Marketing;
    double cost = 0;
};

std::map<std::uint32_t, std::vector<Sent>> sentIn(const engine::Program& program, const world::Kept& kept) {
    std::map<std::uint32_t, std::vector<Sent>> sent;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        sent[dispatch.customer].push_back(
            {dispatch.at, program.symbols.name(dispatch.action), dispatch.slot, dispatch.cost});
    }
    return sent;
}

std::map<std::uint32_t, std::string> zonesIn(const engine::Program& program, const world::Kept& kept) {
    std::map<std::uint32_t, std::string> zones;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Decision))
        if (const auto decision = audit::decodeDecision(entry))
            for (const audit::Evidence& evidence : decision->evidence)
                if (program.symbols.name(evidence.name) == "customer.zone" && evidence.value.text())
                    zones[entry.customer] = *evidence.value.text();
    return zones;
}

} // namespace

void LimitTests::hardLimitsHold_data() {
    QTest::addColumn<int>("epochMinutes");
    QTest::newRow("shipped epochs") << 15;
    QTest::newRow("epochs that end in the night") << 120;
}

/// Recomputed from what really went out, with the shipped policies as literals: one marketing contact a customer-local
/// day, three in seven days, nothing of marketing or service from 20:00 to 09:00 where the customer is, cool-downs,
/// and 100 a day of the workspace for discounts.
void LimitTests::hardLimitsHold() {
    QFETCH(int, epochMinutes);
    auto demo = world::load("demo");
    demo->settings.epoch = Duration::minutes(epochMinutes);
    const auto program = world::compile(demo);
    const world::Kept kept = world::simulate(program, 800, 9, 2);
    const auto zones = zonesIn(*program, kept);
    const Zone berlin = Zone::find("Europe/Berlin").value();
    std::map<std::int64_t, double> discounts;
    std::size_t contacts = 0;
    for (const auto& [customer, all] : sentIn(*program, kept)) {
        const auto own = zones.find(customer);
        std::vector<Instant> marketing;
        std::map<std::string, Instant> last;
        for (const Sent& one : all) {
            const documents::Action* action = demo->actions->find(one.action);
            QVERIFY(action);
            const std::string where = one.action + " to " + std::to_string(customer) + " at " + formatInstant(one.at);
            if (one.action == "offer-discount")
                discounts[berlin.local(one.at).dayNumber] += one.cost;
            if (const auto before = last.find(one.action); before != last.end() && action->cooldown)
                QVERIFY2(one.at - before->second >= *action->cooldown, where.c_str());
            last[one.action] = one.at;
            if (one.slot == documents::Slot::Operation || own == zones.end())
                continue;
            ++contacts;
            const Zone zone = Zone::find(own->second).value();
            if (!action->transactional) {
                const int minute = zone.local(one.at).minuteOfDay;
                QVERIFY2(minute >= 9 * 60 && minute < 20 * 60, where.c_str());
            }
            if (one.slot != documents::Slot::Marketing)
                continue;
            for (const Instant other : marketing)
                QVERIFY2(zone.local(other).dayNumber != zone.local(one.at).dayNumber, where.c_str());
            const auto week = std::count_if(marketing.begin(), marketing.end(),
                                            [&](Instant other) { return other > one.at - Duration::days(7); });
            QVERIFY2(week < 3, where.c_str());
            marketing.push_back(one.at);
        }
    }
    QVERIFY(contacts > 500);
    QVERIFY(discounts.size() >= 7);
    for (const auto& [day, sum] : discounts)
        QVERIFY2(sum <= 100.0 + 1e-9, std::to_string(sum).c_str());
}
