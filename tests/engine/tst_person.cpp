#include "engine/account_world.h"
#include "engine/person_tests.h"
#include "perception/contact_memory.h"

#include <QTest>

#include <algorithm>

using namespace wayreeve;
using namespace account_world;
using audit::EntryKind;

namespace {

world::Script::Happening of(const std::string& user, int at, const char* event, Context properties = {}) {
    return {Duration::minutes(at), event, std::move(properties), user};
}

std::map<std::string, Value> evidenceOf(const engine::Program& program, const audit::Entry& entry) {
    std::map<std::string, Value> evidence;
    const audit::DecisionRecord record = audit::decodeDecision(entry).value();
    for (const audit::Evidence& fact : record.evidence)
        evidence[program.symbols.name(fact.name)] = fact.value;
    return evidence;
}

/// The supplier whose person's agent writes again only where the last note was answered.
std::shared_ptr<documents::Workspace> patientSupplier() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    for (documents::Action& action : catalogue->actions)
        if (action.id == "note")
            action.when = "contacts.email = 0 or responses.email_rate = 1";
    workspace->actions = catalogue;
    return workspace;
}

} // namespace

/// In conditions, as evidence, in the state, and the same again.
void PersonTests::contactsAndResponses() {
    const auto program = world::compile(patientSupplier());
    world::Script script = agentic();
    for (const char* who : {"ana", "bo"})
        join(script, who, "buyer", true, 1);
    for (const char* who : {"ana", "bo"})
        script.events.push_back(of(who, 20, "Size Chart Viewed"));
    script.events.push_back(of("ana", 50, "Email Clicked"));
    script.events.push_back(of("ana", 60, "Case Opened", {{"topic", Value("other")}}));
    for (const char* who : {"ana", "bo"})
        script.events.push_back(of(who, 100, "Size Chart Viewed"));
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept), (QStringList{"ana note ana", "bo note bo", "ana note ana"}));
    QCOMPARE(stopped(*program, kept, "note"), QStringList{"not-applicable"});

    auto keys = keysOf(kept);
    std::map<std::string, std::vector<std::map<std::string, Value>>> evidence;
    for (const audit::Entry& entry : kept.entries(EntryKind::Decision))
        evidence[keys[entry.customer]].push_back(evidenceOf(*program, entry));
    QCOMPARE(evidence["ana"].size(), std::size_t{2});
    // Nothing is said of somebody who was never written to, and is a person.
    for (const auto& [name, value] : evidence["ana"].front())
        QVERIFY2(!name.starts_with("contacts.") && !name.starts_with("responses.") &&
                     !name.starts_with("customer.open_case") && name != "customer.quality",
                 name.c_str());
    auto& later = evidence["ana"].back();
    QVERIFY(later["contacts.email"] == Value(1) && later["contacts.email_90d"] == Value(1));
    QVERIFY(later["responses.email_rate"] == Value(1));
    QVERIFY(later["responses.last"] == Value(script.start + Duration::minutes(50)));
    QVERIFY(later["customer.open_cases"] == Value(1));
    QVERIFY(later["customer.open_case_since"] == Value(script.start + Duration::minutes(60)));
    QVERIFY(evidence["bo"].back()["responses.email_rate"] == Value(0));

    const auto states = statesOf(*program, kept);
    const Instant end = script.start + Duration::days(1);
    const auto ana = program->perceiver->contactMemory().of(states.at("ana").memory, end);
    QCOMPARE(ana.size(), std::size_t{1});
    QVERIFY(ana[0].contacts == 2 && ana[0].answered == 1 && ana[0].lastKind == documents::Response::Clicked);
    QCOMPARE(program->symbols.name(ana[0].lastAction), std::string("note"));
    QVERIFY(world::play(program, script).summary.info.recordsHash == kept.summary.info.recordsHash);
}

/// What a decision's goal is credited to was answered, without an event of its own on the channel.
void PersonTests::goalsAnswerContacts() {
    const auto program = world::compile(supplier());
    world::Script script = agentic();
    for (const char* who : {"ana", "bo"}) {
        join(script, who, "buyer", true, 1);
        script.events.push_back(of(who, 20, "Size Chart Viewed"));
    }
    script.events.push_back(of("ana", 200, "Case Closed")); // the agent's goal
    const world::Kept kept = world::play(program, script);
    const auto states = statesOf(*program, kept);
    const Instant end = script.start + Duration::days(1);
    for (const char* who : {"ana", "bo"}) {
        const perception::Customer& memory = states.at(who).memory;
        const bool answered = who == std::string("ana");
        QCOMPARE(memory.contacts.size(), std::size_t{1});
        QCOMPARE(memory.contacts[0].reached, answered ? script.start + Duration::minutes(200) : Instant::never());
        const auto channels = program->perceiver->contactMemory().of(memory, end);
        QCOMPARE(channels.at(0).answered, answered ? std::size_t{1} : std::size_t{0});
        QCOMPARE(channels.at(0).lastKind, documents::Response::None);
    }
}

/// In an account's turn they are those of the person whom a candidate addresses.
void PersonTests::accountsReadTheContacts() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    for (documents::Action& action : catalogue->actions)
        if (action.id == "check-in")
            action.when = "contacts.email < 2 and customer.quality = 1 and customer.open_cases = 0";
    workspace->actions = catalogue;
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    join(script, "ana", "admin", true, 1);
    for (const int at : {20, 100, 200})
        script.events.push_back(of("ana", at, "Guide Viewed"));
    const world::Kept kept = world::play(program, script);
    QCOMPARE(sent(*program, kept), (QStringList{"account:acme check-in ana", "account:acme check-in ana"}));
    QCOMPARE(stopped(*program, kept, "check-in"), QStringList{"not-applicable"});
}

/// A crawler and a burst: no audience, nothing learned, not in the comparison of arms, counted.
void PersonTests::softwareIsLeftOut() {
    auto workspace = supplier();
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*workspace->actions);
    auto roster = std::make_shared<documents::AgentRoster>(*workspace->agents);
    documents::Action audience = catalogue->actions.back();
    audience.id = "audience";
    audience.channel = documents::Channel::Ads;
    audience.slot = documents::Slot::Operation;
    catalogue->actions.push_back(audience);
    roster->agents.back().actions.push_back("audience");
    workspace->actions = catalogue;
    workspace->agents = roster;
    const auto program = world::compile(workspace);
    world::Script script = agentic();
    script.days = 4; // the goal's window closes
    const std::vector<std::string> all{"ana", "bot", "burst"};
    for (const std::string& who : all) {
        join(script, who, "buyer", true, 1);
        script.events.push_back({Duration::minutes(1),
                                 "consent",
                                 {{"purpose", Value("service")}, {"channel", Value("ads")}, {"granted", Value(true)}},
                                 who});
    }
    const auto event = [&](const std::string& who, const std::string& id, const char* name, Instant at) {
        perception::Event made;
        made.messageId = who + id;
        made.name = name;
        made.userId = who;
        made.time = made.receivedAt = at;
        made.properties = Value(Context{});
        return made;
    };
    perception::Event crawls = event("bot", "c", "Page Viewed", script.start + Duration::minutes(2));
    perception::Surroundings seen;
    seen.agent = "Mozilla/5.0 (compatible; Googlebot/2.1)";
    crawls.seenAt = perception::SharedSurroundings(seen);
    script.more.push_back(crawls);
    for (int i = 0; i < 100; ++i)
        script.more.push_back(event("burst", "b" + std::to_string(i), "Coupon Searched",
                                    script.start + Duration::minutes(2) + Duration{i * 311}));
    for (const std::string& who : all) {
        script.events.push_back(of(who, 20, "Size Chart Viewed"));
        script.events.push_back(of(who, 60, "Case Closed"));
        script.events.push_back(of(who, 90, "Order Completed", {{"value", Value(40)}, {"margin", Value(1)}}));
    }
    const world::Kept kept = world::play(program, script);
    auto keys = keysOf(kept);
    const auto states = statesOf(*program, kept);
    QVERIFY(states.at("ana").memory.isPerson() && !states.at("bot").memory.isPerson() &&
            !states.at("burst").memory.isPerson());

    // Audiences are of people; what else software is sent is its own policy's business.
    std::map<std::string, QStringList> keptBack;
    for (const audit::Entry& entry : kept.entries(EntryKind::Decision)) {
        const audit::DecisionRecord record = audit::decodeDecision(entry).value();
        for (const planning::Candidate& one : record.plan.candidates)
            if (program->symbols.name(one.action) == "audience" && one.gate < planning::Gate::Stayed)
                keptBack[keys[entry.customer]] << QString::fromStdString(program->symbols.name(one.removedBy));
    }
    QVERIFY2(keptBack["ana"].isEmpty(), qPrintable(keptBack["ana"].join(' ')));
    for (const char* who : {"bot", "burst"})
        QVERIFY2(!keptBack[who].isEmpty() && keptBack[who].count("no-person") == keptBack[who].size(),
                 qPrintable(keptBack[who].join(' ')));

    // Learning: windows close for all of them, and teach by one.
    std::map<std::string, int> closed, learned;
    for (const audit::Entry& entry : kept.entries(EntryKind::RewardClosed)) {
        const learning::Outcome outcome = audit::decodeOutcome(entry)->outcome;
        ++closed[keys[entry.customer]];
        learned[keys[entry.customer]] += outcome.learned ? 1 : 0;
    }
    for (const std::string& who : all)
        QVERIFY2(closed[who] > 0, who.c_str());
    QVERIFY(learned["ana"] > 0);
    QVERIFY(learned["bot"] == 0 && learned["burst"] == 0);

    // Lift: one customer, one conversion, one order's money.
    audit::DayRow sum;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DayRow& day : batch.days) {
            sum.customers += day.customers;
            sum.converted += day.converted;
            sum.money += day.money;
        }
    QCOMPARE(sum.customers, std::int64_t{1});
    QCOMPARE(sum.converted, std::int64_t{1});
    QCOMPARE(sum.money, 40.0);

    // And they are counted, by why.
    QStringList counted;
    for (const auto& [sign, number] : kept.summary.machines)
        counted << QString::fromStdString(sign) + " " + QString::number(number);
    QCOMPARE(counted, (QStringList{"burst 1", "user-agent 1"}));
    const auto score = [&](const char* who) {
        return program->perceiver->quality(states.at(who).memory).score.toDouble();
    };
    QCOMPARE(score("ana"), 1.0);
    QVERIFY(score("bot") < perception::personFrom && score("burst") < perception::personFrom);
}
