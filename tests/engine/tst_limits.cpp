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

/// What waits for its hour takes of the day on which it goes out. 60 of 100 a day, nothing from 20:00 to 09:00: one in
/// the morning of the 3rd, one in its evening for the 4th. Then 40 are left of the 4th: too little for who came in the
/// same epoch (it does not fit) and later (its gate is closed).
void LimitTests::budgetsCountWhereItGoesOut_data() {
    QTest::addColumn<bool>("asksFirst");
    QTest::addColumn<QStringList>("sent");
    QTest::newRow("held alone") << false << QStringList{"0 2026-03-03T09:15:00Z", "1 2026-03-04T08:15:00Z"};
    // A person agrees at the end of the next epoch, and it goes out in the one after; the night is the same.
    QTest::newRow("a person agrees") << true << QStringList{"0 2026-03-03T09:45:00Z", "1 2026-03-04T08:15:00Z"};
}

void LimitTests::budgetsCountWhereItGoesOut() {
    QFETCH(bool, asksFirst);
    QFETCH(QStringList, sent);
    documents::Action gift = world::operation("gift");
    gift.cost = 60;
    if (asksFirst) { // "medium, irreversible": one person, within an hour
        gift.baseRisk = documents::Risk::Medium;
        gift.reversibility = documents::Reversibility::Irreversible;
    }
    auto demo = world::drawnActions("Flight Cancelled", {gift});
    auto policies = std::make_shared<documents::PolicyStack>(*demo->policies);
    documents::Policy purse, night;
    purse.id = "purse";
    purse.type = documents::PolicyType::Budget;
    purse.scope.actions = {"gift"};
    purse.amount = 100;
    night.id = "gift-night";
    night.type = documents::PolicyType::QuietHours;
    night.scope.actions = {"gift"};
    night.from = 20 * 60;
    night.to = 9 * 60;
    policies->policies.push_back(purse);
    policies->policies.push_back(night);
    demo->policies = policies;
    const auto program = world::compile(demo);
    world::Script script; // from 09:30 in Berlin on 3 March
    script.days = 1;
    script.events = {{Duration::minutes(30), "Flight Cancelled", {}, "morning"},
                     {Duration::minutes(11 * 60), "Flight Cancelled", {}, "evening"},
                     {Duration::minutes(11 * 60 + 1), "Flight Cancelled", {}, "evening-too"},
                     {Duration::minutes(11 * 60 + 20), "Flight Cancelled", {}, "later"},
                     {Duration::minutes(23 * 60 + 40), "Flight Cancelled", {}, "next-morning"}};
    if (asksFirst)
        script.people = [](const governance::Proposal& proposal, Instant) {
            std::vector<governance::Command> commands;
            for (const governance::CommandKind kind :
                 {governance::CommandKind::Claim, governance::CommandKind::Approve})
                commands.push_back({kind, proposal.number, "mei", {}, {}, {}});
            return commands;
        };
    const world::Kept kept = world::play(program, script);
    QStringList out, refused, gates;
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::Dispatch))
        out << QString("%1 %2").arg(entry.customer).arg(QString::fromStdString(formatInstant(entry.time)));
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::DidNotFit))
        refused << QString::number(entry.customer);
    for (const audit::Entry& entry : kept.entries(audit::EntryKind::DrawnAction))
        if (const auto drawn = audit::decodeDrawn(entry); drawn->candidate.gate != planning::Gate::Chosen)
            gates << QString("%1 %2")
                         .arg(entry.customer)
                         .arg(QString::fromStdString(program->symbols.name(drawn->candidate.removedBy)));
    QCOMPARE(out, sent);
    QCOMPARE(refused, QStringList{"2"});
    QCOMPARE(gates, (QStringList{"3 policies/purse", "4 policies/purse"}));
}

/// Dispatches leave at the epoch's end: an opt-out that comes in before that keeps them back.
void LimitTests::optOutInTheSameEpoch_data() {
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("sent");
    QTest::newRow("nothing more") << QString() << 1;
    QTest::newRow("unsubscribed") << QStringLiteral("Unsubscribed") << 0;
    QTest::newRow("suppressed") << QStringLiteral("Suppressed") << 0;
}

void LimitTests::optOutInTheSameEpoch() {
    QFETCH(QString, event);
    QFETCH(int, sent);
    documents::Action mail = world::operation("mail");
    mail.slot = documents::Slot::Marketing;
    mail.channel = documents::Channel::Email;
    mail.purpose = "marketing";
    const auto program = world::compile(world::drawnActions("Flight Cancelled", {mail}));
    world::Script script;
    script.events = {
        {Duration::minutes(20), "identify", world::object({{"email", Value("c0@example.com")}})},
        {Duration::minutes(20), "consent",
         world::object({{"purpose", Value("marketing")}, {"channel", Value("email")}, {"granted", Value(true)}})},
        {Duration::minutes(31), "Flight Cancelled", {}}};
    if (!event.isEmpty())
        script.events.push_back({Duration::minutes(36), event.toStdString(), {}});
    const world::Kept kept = world::play(program, script);
    QCOMPARE(static_cast<int>(kept.entries(audit::EntryKind::Dispatch).size()), sent);
    QCOMPARE(kept.entries(audit::EntryKind::DrawnAction).size(), std::size_t{1});
    const auto voided = kept.entries(audit::EntryKind::Void);
    QCOMPARE(static_cast<int>(voided.size()), 1 - sent);
    if (sent == 0)
        QCOMPARE(audit::decodeProposal(voided.front())->reasons, std::vector<Sym>{program->symbols.find("consent")});
}
