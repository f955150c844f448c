#include "engine/seed_tests.h"
#include "engine/world.h"

#include "perception/event_codec.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace wayreeve;

namespace {

using documents::Channel;

struct Statement {
    Instant received;
    Instant time;
    std::string purpose;
    std::string channel; ///< empty = every channel
    bool granted = false;
};

/// What one person said, as it came in, and what was sent.
struct Person {
    std::vector<Statement> consents;
    std::vector<std::pair<Instant, std::pair<Instant, bool>>> suppressions; ///< received → event time, suppressed
    std::vector<execution::Dispatch> sent;
    Instant oneSince{INT64_MIN}; ///< when the last of its identities was found to be the same person
    std::string zone;
};

void state(Person& person, const perception::Event& event) {
    if (event.name == "Suppressed" || event.name == "Unsuppressed") {
        person.suppressions.push_back({event.receivedAt, {event.time, event.name == "Suppressed"}});
    } else if (event.name == "Unsubscribed") {
        person.consents.push_back(
            {event.receivedAt, event.time, "marketing", event.properties.member("channel").toText(), false});
    } else if (event.name == "Consent Changed") {
        person.consents.push_back({event.receivedAt, event.time, event.properties.member("purpose").toText(),
                                   event.properties.member("channel").toText(),
                                   event.properties.member("granted") == Value(true)});
    }
}

/// By the newest statement that covers the contact and had come in by then; of two equally new ones the refusal.
bool mayBeSent(const Person& person, const std::string& purpose, const std::string& channel, Instant at) {
    const Statement* newest = nullptr;
    for (const Statement& one : person.consents)
        if (one.received < at && one.purpose == purpose && (one.channel.empty() || one.channel == channel) &&
            (!newest || one.time > newest->time || (one.time == newest->time && !one.granted)))
            newest = &one;
    std::pair<Instant, bool> suppressed{{INT64_MIN}, false};
    for (const auto& [received, said] : person.suppressions)
        if (received < at && (said.first > suppressed.first || (said.first == suppressed.first && said.second)))
            suppressed = said;
    return newest && newest->granted && !suppressed.second;
}

struct World {
    std::map<std::uint32_t, Person> people;
    std::map<std::uint32_t, std::pair<std::uint32_t, Instant>> merged; ///< younger → older, when
    std::size_t events = 0;

    /// One for all identities that ever were one: what was sent to any of them was sent to this person.
    [[nodiscard]] std::map<std::set<std::uint32_t>, Person> persons() const {
        std::map<std::uint32_t, std::set<std::uint32_t>> groups;
        for (const auto& [number, person] : people) {
            std::uint32_t root = number;
            for (auto at = merged.find(root); at != merged.end(); at = merged.find(root))
                root = at->second.first;
            groups[root].insert(number);
        }
        std::map<std::set<std::uint32_t>, Person> all;
        for (const auto& [root, numbers] : groups) {
            Person& one = all[numbers];
            for (const std::uint32_t number : numbers) {
                const Person& part = people.at(number);
                if (const auto at = merged.find(number); at != merged.end())
                    one.oneSince = std::max(one.oneSince, at->second.second);
                one.consents.insert(one.consents.end(), part.consents.begin(), part.consents.end());
                one.suppressions.insert(one.suppressions.end(), part.suppressions.begin(), part.suppressions.end());
                one.sent.insert(one.sent.end(), part.sent.begin(), part.sent.end());
                if (one.zone.empty())
                    one.zone = part.zone;
            }
            std::stable_sort(one.sent.begin(), one.sent.end(),
                             [](const auto& a, const auto& b) { return a.at < b.at; });
        }
        return all;
    }
};

World worldOf(const engine::Program& program, const world::Kept& kept) {
    World world;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::EventRow& row : batch.events) {
            ++world.events;
            if (row.customer == audit::noCustomer)
                continue;
            cbor::Reader reader(row.body);
            state(world.people[row.customer], *perception::decodeEvent(reader, program.symbols));
        }
    for (const audit::Entry& entry : kept.entries()) {
        if (entry.kind == audit::EntryKind::Merge) {
            const auto merge = audit::decodeMerge(entry);
            world.merged[merge->younger] = {merge->older, entry.time};
        } else if (entry.kind == audit::EntryKind::Dispatch) {
            const execution::Dispatch dispatch = audit::decodeDispatch(entry)->dispatch;
            world.people[dispatch.customer].sent.push_back(dispatch);
        } else if (entry.kind == audit::EntryKind::Decision) {
            const auto record = audit::decodeDecision(entry);
            for (const audit::Evidence& evidence : record->evidence)
                if (program.symbols.name(evidence.name) == "customer.zone" && evidence.value.text())
                    world.people[entry.customer].zone = *evidence.value.text();
        }
    }
    return world;
}

/// The first rule that one person's contacts break; empty where none. What several identities were sent before they
/// were known to be one breaks none, but counts for what came after. `own`: all of it was said by one identity; what
/// several said is joined as T/perception has it.
std::string brokenBy(const engine::Program& program, const Person& person, bool own) {
    std::vector<Instant> marketing;
    std::map<std::string, Instant> last;
    for (const execution::Dispatch& one : person.sent) {
        const std::string id = program.symbols.name(one.action);
        const documents::Action* const action = program.workspace->actions->find(id);
        const bool known = one.at > person.oneSince;
        const std::string where = id + " to " + std::to_string(one.customer) + " at " + formatInstant(one.at);
        if (own && !action->purpose.empty() &&
            !mayBeSent(person, action->purpose, std::string(nameOf(one.channel)), one.at))
            return "consent: " + where;
        if (const auto before = last.find(id);
            before != last.end() && known && action->cooldown && one.at - before->second < *action->cooldown)
            return "cool-down: " + where;
        last[id] = one.at;
        if (one.slot == documents::Slot::Operation || person.zone.empty())
            continue;
        const Zone zone = Zone::find(person.zone).value();
        const int minute = zone.local(one.at).minuteOfDay;
        if (own && !action->transactional && (minute < 9 * 60 || minute >= 20 * 60))
            return "quiet hours: " + where;
        if (one.slot != documents::Slot::Marketing)
            continue;
        if (known && std::any_of(marketing.begin(), marketing.end(), [&](Instant other) {
                return zone.local(other).dayNumber == zone.local(one.at).dayNumber;
            }))
            return "one a day: " + where;
        if (known && std::count_if(marketing.begin(), marketing.end(),
                                   [&](Instant other) { return other > one.at - Duration::days(7); }) >= 3)
            return "three in seven days: " + where;
        marketing.push_back(one.at);
    }
    return {};
}

/// Whether a budget is for an action: the demo's name tags.
bool isFor(const documents::Policy& budget, const documents::Action& action) {
    return std::any_of(budget.scope.tags.begin(), budget.scope.tags.end(), [&](const std::string& tag) {
        return std::find(action.tags.begin(), action.tags.end(), tag) != action.tags.end();
    });
}

/// Money a day of the workspace's own zone, of every budget and every agent's own, by what went out.
std::string brokenBudget(const engine::Program& program, const World& world, std::set<std::string>& tried) {
    const Zone berlin = Zone::find("Europe/Berlin").value();
    std::map<std::pair<std::string, std::int64_t>, double> spent;
    std::map<std::string, double> limits;
    for (const documents::Policy& policy : program.workspace->policies->policies)
        if (policy.type == documents::PolicyType::Budget && policy.amount)
            limits[policy.id] = policy.amount->toDouble();
    for (const documents::Agent& agent : program.workspace->agents->agents)
        if (agent.dailyBudget)
            limits["agent " + agent.id] = agent.dailyBudget->toDouble();
    for (const auto& [number, person] : world.people)
        for (const execution::Dispatch& one : person.sent) {
            const std::int64_t day = berlin.local(one.at).dayNumber;
            const documents::Action* const action = program.workspace->actions->find(program.symbols.name(one.action));
            for (const documents::Policy& policy : program.workspace->policies->policies)
                if (limits.contains(policy.id) && isFor(policy, *action))
                    spent[{policy.id, day}] += one.cost;
            if (const std::string agent = "agent " + program.symbols.name(one.agent); limits.contains(agent))
                spent[{agent, day}] += one.cost;
        }
    for (const auto& [what, sum] : spent) {
        if (sum > limits[what.first] + 1e-9)
            return "budget " + what.first + ": " + std::to_string(sum);
        if (sum > limits[what.first] / 2)
            tried.insert(what.first);
    }
    return {};
}

/// Hashes and links computed anew from the stored bytes.
std::string brokenChain(const world::Kept& kept) {
    Hash256 link;
    std::uint64_t number = 0;
    for (const audit::Entry& entry : kept.entries()) {
        if (entry.number != ++number || entry.hash != hashOf(entry.body))
            return "chain: entry " + std::to_string(number);
        link = audit::linkAfter(link, entry.hash);
    }
    return link == kept.batches.back().head ? std::string() : "chain: head";
}

std::string movedArm(const engine::Program& program, const world::Kept& kept) {
    std::map<std::uint32_t, documents::Arm> arms;
    for (const audit::Batch& batch : kept.batches)
        for (const audit::DecisionRow& row : batch.decisions)
            if (const auto [at, first] = arms.emplace(row.customer, row.arm); !first && at->second != row.arm)
                return "arm of " + std::to_string(row.customer);
    for (const audit::Batch& batch : kept.batches)
        for (const audit::CustomerRow& row : batch.customers)
            if (!row.key.empty() &&
                row.arm != engine::armOf(program.workspace->settings, kept.summary.info.salt, row.key))
                return "arm of " + row.key;
    return {};
}

std::uint64_t wanted(const char* name, std::uint64_t otherwise) {
    bool ok = false;
    const std::uint64_t number = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? number : otherwise;
}

} // namespace

void SeedTests::everySeedKeepsTheRules() {
    auto demo = world::busyDemo();
    for (auto& population : demo->populations) {
        auto bad = std::make_shared<documents::Population>(*population);
        bad->quality.duplicate = bad->quality.late = bad->quality.future = 0.1;
        bad->quality.malformed = 0.02;
        population = bad;
    }
    auto stack = std::make_shared<documents::PolicyStack>(*demo->policies); // discounts are scarce there already
    for (documents::Policy& policy : stack->policies)
        if (policy.id == "goodwill-budget")
            policy.amount = Decimal(30);
    demo->policies = stack;
    auto roster = std::make_shared<documents::AgentRoster>(*demo->agents);
    for (documents::Agent& agent : roster->agents)
        if (agent.dailyBudget)
            agent.dailyBudget = Decimal(30);
    demo->agents = roster;
    const auto program = world::compile(demo);
    const std::uint64_t seeds = wanted("WAYREEVE_SEEDS", 40), first = wanted("WAYREEVE_FIRST_SEED", 1);
    std::size_t contacts = 0, least = SIZE_MAX, persons = 0;
    std::set<std::string> budgets;
    std::map<std::string, std::uint64_t> fates;
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        const world::Kept kept = world::simulateSeed(program, seed, 200, 7, 1, true);
        for (const auto& [fate, count] : kept.summary.fates)
            fates[fate] += count;
        const World world = worldOf(*program, kept);
        least = std::min(least, world.events);
        std::string broken = brokenBudget(*program, world, budgets);
        if (broken.empty())
            broken = brokenChain(kept);
        if (broken.empty())
            broken = movedArm(*program, kept);
        for (const auto& [numbers, person] : world.persons()) {
            if (broken.empty())
                broken = brokenBy(*program, person, numbers.size() == 1);
            contacts += person.sent.size();
            persons += numbers.size() > 1 ? 1 : 0;
        }
        if (broken.empty() && world::again(program, kept, 2).summary.info.recordsHash != kept.summary.info.recordsHash)
            broken = "replay differs";
        QVERIFY2(broken.empty(), ("seed " + std::to_string(seed) + ": " + broken).c_str());
    }
    qInfo("%llu seeds, at least %zu events each, %zu contacts, %zu people of several identities",
          static_cast<unsigned long long>(seeds), least, contacts, persons);
    for (const char* fate : {"accepted", "duplicate", "late", "malformed", "future-dated"}) // nothing of it stayed away
        QVERIFY2(fates[fate] > seeds * 10, fate);
    if (seeds >= 10)
        QCOMPARE(budgets.size(), std::size_t{3}); // each was nearly used up on some day
    QVERIFY(least >= 1000);
    QVERIFY(contacts > seeds * 20);
}
