// What one turn of an account costs with 10, 100, 1,000 and 10,000 members: roll-ups and health over all of them, the
// signals' sum, and, where it decides, the contact. Members of the renewal template have 30 days of one event a day.
//   bench_accounts
#include "documents/workspace_io.h"
#include "engine/turn.h"
#include "perception/event.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

using namespace wayreeve;

namespace {

const Instant clock0{1'772'438'400'000}; // 2026-03-02T08:00Z

/// The template with the account's agent asked at once: as shipped it waits a week first.
std::shared_ptr<const engine::Program> programOfAccounts() {
    const auto loaded = documents::loadWorkspace(WAYREEVE_SOURCE_DIR "/resources/templates/saas-renewal");
    if (!loaded.workspace)
        std::exit(1);
    auto workspace = std::make_shared<documents::Workspace>(*loaded.workspace);
    for (auto& journey : workspace->journeys)
        if (journey->id == "stalled-account") {
            auto changed = std::make_shared<documents::Journey>(*journey);
            for (documents::JourneyEdge& edge : changed->edges)
                if (edge.from == "start")
                    edge.to = "decide";
            journey = changed;
        }
    auto program = engine::Program::compile(workspace);
    if (!program) {
        std::fprintf(stderr, "%s\n", program.error().code.c_str());
        std::exit(1);
    }
    return *program;
}

perception::Event eventOf(const std::string& user, const char* name, Instant at) {
    perception::Event event;
    event.name = name;
    event.userId = user;
    event.messageId = user + name + std::to_string(at.ms);
    event.time = event.receivedAt = at;
    event.properties = Value(Context{});
    return event;
}

/// The account is number 0; members follow.
std::vector<engine::CustomerState> customersOf(const engine::Program& program, std::uint32_t members) {
    std::vector<engine::CustomerState> customers(members + 1);
    customers[0].memory.isAccount = true;
    customers[0].memory.key = perception::accountKey("acme");
    customers[0].memory.arm = documents::Arm::Agentic;
    for (std::uint32_t number = 1; number <= members; ++number) {
        engine::CustomerState& member = customers[number];
        const std::string user = "m" + std::to_string(number);
        member.memory.number = number;
        member.memory.key = user;
        member.account = 1;
        customers[0].members.push_back(number);
        perception::Event profile = eventOf(user, "identify", clock0 - Duration::days(31));
        profile.type = perception::EventType::Identify;
        profile.properties = Value(Context{{"first_name", Value(user)},
                                           {"email", Value(user + "@example.com")},
                                           {"role", Value(number % 10 == 0 ? "admin" : "user")}});
        program.perceiver->absorb(member.memory, profile);
        perception::Event consent = eventOf(user, "Consent Changed", profile.time);
        consent.properties =
            Value(Context{{"purpose", Value("service")}, {"channel", Value("email")}, {"granted", Value(true)}});
        program.perceiver->absorb(member.memory, consent);
        for (int day = 30; day > 0; --day)
            program.perceiver->absorb(member.memory, eventOf(user, day % 3 == 0 ? "Page Viewed" : "Feature Used",
                                                             clock0 - Duration::days(day) + Duration::seconds(number)));
    }
    return customers;
}

void turnOf(benchmark::State& state, const char* event) {
    static const auto program = programOfAccounts();
    const auto members = static_cast<std::uint32_t>(state.range(0));
    std::vector<engine::CustomerState> customers = customersOf(*program, members);
    const engine::CustomerState before = customers[0];
    const perception::Event trigger = eventOf("m1", event, clock0);
    const engine::EventTrigger triggers[] = {{&trigger, nullptr}};
    const Chance chance(1);
    const planning::SharedState shared = program->planner->initialState();
    engine::RunContext context;
    context.program = program.get();
    context.shared = &shared;
    context.customers = &customers;
    context.chance = &chance;
    context.epochLength = Duration::minutes(15);
    engine::TurnRunner runner(*program);
    engine::CustomerEpoch out;
    std::uint64_t decisions = 0;
    for (auto _ : state) {
        customers[0] = before;
        out.clear();
        runner.runEpoch(context, customers[0], triggers, clock0 + Duration::minutes(15), 1, out);
        decisions += out.counts.decisions;
    }
    state.counters["decisions/turn"] = static_cast<double>(decisions) / static_cast<double>(state.iterations());
    state.SetItemsProcessed(state.iterations() * members);
}

void members(benchmark::internal::Benchmark* of) {
    of->ArgName("members")->Arg(10)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);
}

} // namespace

BENCHMARK_CAPTURE(turnOf, looking, "Feature Used")->Apply(members);
BENCHMARK_CAPTURE(turnOf, deciding, "Contract Signed")->Apply(members);
BENCHMARK_MAIN();
