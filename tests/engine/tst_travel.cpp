#include "engine/travel_tests.h"
#include "engine/world.h"
#include "perception/intake.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace wayreeve;

namespace {

constexpr Duration hour = Duration::hours(1);

/// What one traveller lived through: events by when they were received, actions by when they went out.
struct Traveller {
    std::vector<Instant> cancelled;
    std::vector<Instant> confirmed;
    std::vector<std::pair<Instant, std::string>> sent;
};

using Travellers = std::map<std::uint32_t, Traveller>;

Travellers travellersOf(const engine::Program& program, const world::Kept& kept) {
    Travellers all;
    std::set<std::uint32_t> merged;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Merge)) {
        merged.insert(audit::decodeMerge(entry)->older);
        merged.insert(audit::decodeMerge(entry)->younger);
    }
    for (const audit::Batch& batch : kept.batches)
        for (const audit::EventRow& row : batch.events) {
            const auto fate = static_cast<perception::Fate>(row.fate);
            if (row.customer == audit::noCustomer || fate == perception::Fate::Duplicate ||
                fate == perception::Fate::Quarantined)
                continue;
            if (row.name == "Flight Cancelled")
                all[row.customer].cancelled.push_back(row.receivedAt);
            else if (row.name == "Rebooking Confirmed")
                all[row.customer].confirmed.push_back(row.receivedAt);
        }
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch)) {
        const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
        all[dispatch.customer].sent.emplace_back(entry.time, program.symbols.name(dispatch.action));
    }
    for (const std::uint32_t one : merged)
        all.erase(one);
    return all;
}

bool isSeat(const std::string& action) {
    return action == "rebook" || action == "rebook-first";
}

/// Whether one of `times` lies in (from, to].
bool within(const std::vector<Instant>& times, Instant from, Instant to) {
    return std::any_of(times.begin(), times.end(), [&](Instant at) { return at > from && at <= to; });
}

/// What the three agents must never do to one traveller. `epoch`: what came in during it was not known when it was
/// decided.
std::vector<std::string> contradictionsOf(const Traveller& traveller, Duration epoch) {
    std::vector<std::string> found;
    std::vector<Instant> seats, tellings;
    for (const auto& [at, action] : traveller.sent) {
        // The cancellation that it is about: the newest that was known by then.
        Instant cancelled{INT64_MIN};
        for (const Instant one : traveller.cancelled)
            if (one <= at)
                cancelled = std::max(cancelled, one);
        const auto say = [&](const char* what) { found.push_back(what + (" at " + formatInstant(at))); };
        const auto booked = [&](const std::string& as) {
            return std::any_of(traveller.sent.begin(), traveller.sent.end(), [&](const auto& other) {
                return other.second == as && other.first >= cancelled && other.first <= at;
            });
        };
        if (isSeat(action)) {
            if (within(seats, cancelled, at))
                say("two seats for one cancellation");
            if (within(traveller.confirmed, cancelled, at - epoch))
                say("a seat for somebody who has one");
            seats.push_back(at);
        } else if (action == "tell-rebooked" || action == "tell-rebooked-first") {
            const bool first = action == "tell-rebooked-first";
            if (!booked("rebook") && !booked("rebook-first"))
                say("told of a seat that was not booked");
            else if (!booked(first ? "rebook-first" : "rebook"))
                say("told of another seat than was booked");
            if (within(tellings, cancelled, at))
                say("told of two seats");
            tellings.push_back(at);
        } else if (action == "tell-searching") {
            if (within(seats, cancelled, at - Duration::milliseconds(1)))
                say("told that a seat is looked for, which is booked");
            if (within(traveller.confirmed, cancelled, at - epoch))
                say("told that a seat is looked for, which is confirmed");
        } else if (action == "voucher") {
            // Some cancellation must have had no seat within its hour.
            const bool late = std::any_of(traveller.cancelled.begin(), traveller.cancelled.end(), [&](Instant one) {
                return one + hour <= at && !within(traveller.confirmed, one, one + hour) &&
                       std::none_of(traveller.sent.begin(), traveller.sent.end(), [&](const auto& other) {
                           return isSeat(other.second) && other.first >= one && other.first <= one + hour;
                       });
            });
            if (!late)
                say("a voucher for being late, who was in time");
        }
    }
    return found;
}

struct Counted {
    std::map<std::string, int> sent;
    QStringList contradictions;
};

Counted countedOf(const std::shared_ptr<const engine::Program>& program, std::uint64_t seed) {
    const world::Kept kept = world::simulateSeed(program, seed, 400, 8, 2);
    Counted counted;
    for (const auto& [number, traveller] : travellersOf(*program, kept)) {
        for (const auto& [at, action] : traveller.sent)
            ++counted.sent[action];
        for (const std::string& one : contradictionsOf(traveller, program->workspace->settings.epoch))
            counted.contradictions << QStringLiteral("%1: %2").arg(number).arg(QString::fromStdString(one));
    }
    return counted;
}

} // namespace

void TravelTests::agentsNeverContradict_data() {
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 4})
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

/// One rebooks, one tells, one makes good: over a simulated population of the shipped template nobody ever hears or
/// gets two things of one cancellation that cannot both be true.
void TravelTests::agentsNeverContradict() {
    QFETCH(int, seed);
    const auto program = world::compile(world::load("templates/travel-disruption"));
    const Counted counted = countedOf(program, static_cast<std::uint64_t>(seed));
    QVERIFY2(counted.contradictions.isEmpty(), qPrintable(counted.contradictions.join(QStringLiteral("; "))));
    for (const char* action :
         {"rebook", "rebook-first", "tell-rebooked", "tell-rebooked-first", "tell-searching", "voucher"})
        QVERIFY2(counted.sent.contains(action) && counted.sent.at(action) >= 3, action);
}

/// A template that waits for the traveller's confirmation instead of the booking, as this one once did, is caught.
void TravelTests::contradictionsAreSeen() {
    auto workspace = world::load("templates/travel-disruption");
    for (auto& map : workspace->journeys)
        if (map->id == "make-good") {
            auto careless = std::make_shared<documents::Journey>(*map);
            std::erase_if(careless->edges, [](const auto& edge) { return isSeat(edge.on); });
            map = careless;
        }
    const Counted counted = countedOf(world::compile(workspace), 1);
    QVERIFY(!counted.contradictions.filter(QStringLiteral("a voucher for being late")).isEmpty());
}

/// The airline reports seats and cancels a flight without naming anybody: each who booked it is rebooked in the order
/// of their connections, hears of the seat, and gets no voucher; who booked another flight hears nothing.
void TravelTests::oneCancellationReachesAllTravellers() {
    const auto program = world::compile(world::load("templates/travel-disruption"));
    world::Script script;
    script.arm = documents::Arm::Agentic;
    script.days = 1;
    const auto text = [](const char* words) { return Value(std::string(words)); };
    struct Booking {
        const char* user;
        const char* phone;
        const char* flight;
        int connection;
    };
    for (const auto& [user, phone, flight, connection] : {Booking{"astri", "+4790000001", "SK 214/2026-03-03", 45},
                                                          Booking{"birger", "+4790000002", "SK 214/2026-03-03", 240},
                                                          Booking{"cecilie", "+4790000003", "SK 7/2026-03-03", 45}}) {
        script.events.push_back({Duration::minutes(0),
                                 "identify",
                                 {{"first_name", text(user)}, {"last_name", text("Dahl")}, {"phone", text(phone)}},
                                 user});
        script.events.push_back({Duration::minutes(1),
                                 "consent",
                                 {{"purpose", text("service")}, {"channel", text("sms")}, {"granted", Value(true)}},
                                 user});
        script.events.push_back({Duration::minutes(2),
                                 "Booking Made",
                                 {{"flight", text(flight)}, {"connection_minutes", Value(connection)}},
                                 user});
    }
    script.events.push_back(
        {Duration::minutes(55),
         "Seats Reported",
         {{"flight", text("SK 214/2026-03-03")}, {"seats", Value(6)}, {"fare_difference", Value(35)}},
         ""});
    script.events.push_back({Duration::hours(1), "Flight Cancelled", {{"flight", text("SK 214/2026-03-03")}}, ""});
    std::stable_sort(script.events.begin(), script.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const world::Kept kept = world::play(program, script);
    std::map<std::uint32_t, std::string> names;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            names[row.number] = row.key;
    QStringList sent;
    for (const auto& [number, traveller] : travellersOf(*program, kept))
        for (const auto& [at, action] : traveller.sent)
            sent << QString::fromStdString(names[number] + " " + action);
    QCOMPARE(sent.join(QStringLiteral(", ")),
             QStringLiteral("astri rebook-first, astri tell-rebooked-first, birger rebook, birger tell-rebooked"));
}
