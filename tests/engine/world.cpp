#include "engine/world.h"

#include "engine/jumping_clocks.h"

#include "engine/desk.h"
#include "perception/event_codec.h"

#include <QtGlobal>

namespace world {

std::shared_ptr<documents::Workspace> load(const std::string& name) {
    const auto outcome = documents::loadWorkspace(std::string(WAYREEVE_SOURCE_DIR "/resources/") + name);
    if (!outcome.workspace)
        qFatal("%s does not load: %s", name.c_str(), outcome.errors.front().code.c_str());
    return std::make_shared<documents::Workspace>(*outcome.workspace);
}

std::shared_ptr<const engine::Program> compile(std::shared_ptr<const documents::Workspace> workspace) {
    auto program = engine::Program::compile(std::move(workspace));
    if (!program)
        qFatal("the workspace does not compile: %s", program.error().code.c_str());
    return *program;
}

std::shared_ptr<documents::Workspace> busyDemo() {
    auto demo = load("demo");
    auto policies = std::make_shared<documents::PolicyStack>(*demo->policies);
    for (documents::Policy& policy : policies->policies)
        if (policy.id == "discount-budget")
            policy.amount = *Decimal::parse("20");
    demo->policies = policies;
    auto population = std::make_shared<documents::Population>(*demo->populations.front());
    population->quality = {0.05, 0.05, Duration::hours(5), 0.001, 0.001};
    population->reviewers.capacityPerDay = 400;
    population->reviewers.approve = 0.5;
    population->reviewers.edit = 0.25;
    demo->populations = {population};
    return demo;
}

std::shared_ptr<documents::Workspace> personalDemo() {
    auto demo = busyDemo();
    auto goals = std::make_shared<documents::GoalList>(*demo->goals);
    for (documents::Goal& goal : goals->goals) {
        goal.customerEffects = true;
        goal.halfLife = 500;
        goal.window = Duration::days(1);
    }
    demo->goals = goals;
    return demo;
}

std::vector<audit::Entry> Kept::entries() const {
    std::vector<audit::Entry> all;
    for (const audit::Batch& batch : batches)
        all.insert(all.end(), batch.entries.begin(), batch.entries.end());
    return all;
}

std::vector<audit::Entry> Kept::entries(audit::EntryKind kind) const {
    std::vector<audit::Entry> some;
    for (const audit::Batch& batch : batches)
        for (const audit::Entry& entry : batch.entries)
            if (entry.kind == kind)
                some.push_back(entry);
    return some;
}

governance::Proposal Kept::proposal(audit::Key number) const {
    governance::Proposal last;
    for (const audit::Batch& batch : batches)
        for (const governance::Proposal& one : batch.proposals)
            if (one.number == number)
                last = one;
    return last;
}

documents::Action operation(const std::string& id) {
    documents::Action action;
    action.id = action.name = id;
    action.slot = documents::Slot::Operation;
    return action;
}

std::shared_ptr<documents::Workspace> drawnActions(const std::string& event,
                                                   const std::vector<documents::Action>& actions) {
    auto demo = load("demo");
    auto catalogue = std::make_shared<documents::ActionCatalogue>(*demo->actions);
    auto journey = std::make_shared<documents::Journey>();
    journey->id = "drawn";
    journey->experiment = false;
    journey->reEntry = documents::ReEntry::Always;
    const auto node = [&](const std::string& id, documents::NodeType type) -> documents::JourneyNode& {
        if (!journey->nodes.empty())
            journey->edges.push_back({journey->nodes.back().id, id, {}, {}, {}});
        documents::JourneyNode& made = journey->nodes.emplace_back();
        made.id = id;
        made.type = type;
        return made;
    };
    node("in", documents::NodeType::Entry).event = event;
    for (const documents::Action& action : actions) {
        catalogue->actions.push_back(action);
        node("do-" + action.id, documents::NodeType::Action).action = action.id;
    }
    node("out", documents::NodeType::Exit);
    demo->actions = catalogue;
    demo->journeys = {journey};
    return demo;
}

namespace {

/// Tells when it was written to.
class Watched final : public audit::LedgerWriter {
public:
    Watched(std::vector<audit::Batch>& batches, std::function<void()> committed)
        : m_kept(batches)
        , m_committed(std::move(committed)) {}
    Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols& symbols) override {
        return m_kept.beginRun(std::move(info), symbols);
    }
    Result<void> commit(const audit::Batch& batch) override {
        if (m_committed)
            m_committed();
        return m_kept.commit(batch);
    }
    Result<std::vector<Hash256>> entryHashes(std::int64_t run) override { return m_kept.entryHashes(run); }
    Result<audit::RunInfo> runInfo(std::int64_t run) override { return m_kept.runInfo(run); }

private:
    engine::MemoryLedger m_kept;
    std::function<void()> m_committed;
};

Kept execute(const std::shared_ptr<const engine::Program>& program, engine::RunSettings settings,
             simulation::ArrivalSource& source, std::function<void()> committed = {}) {
    Kept kept;
    auto summary =
        engine::executeRun(program, std::move(settings), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
            return std::unique_ptr<audit::LedgerWriter>(std::make_unique<Watched>(kept.batches, committed));
        });
    if (!summary)
        qFatal("the run failed: %s", summary.error().code.c_str());
    kept.summary = std::move(summary).value();
    return kept;
}

} // namespace

namespace {

Kept simulated(const std::shared_ptr<const engine::Program>& program, std::uint64_t seed, std::uint32_t customers,
               std::uint32_t days, unsigned threads, engine::RunSettings::Plant plant, bool clocksJump) {
    const documents::Population& population = *program->workspace->populations.front();
    engine::RunSettings settings;
    settings.info.seed = seed;
    settings.info.salt = "seed-" + std::to_string(seed);
    settings.info.customers = customers;
    settings.info.days = days;
    settings.info.population = population.id;
    settings.info.start = population.start;
    settings.info.clock = population.start;
    settings.info.epoch = program->workspace->settings.epoch;
    settings.threads = threads;
    settings.plant = plant;
    const Chance chance(seed);
    simulation::SyntheticPopulation source(*program->workspace, population, customers, days, chance);
    simulation::SeededReviewers reviewers(population.reviewers, Zone(), chance);
    settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
        return reviewers.act(waiting, end);
    };
    JumpingClocks jumping(source, seed, population.start);
    return execute(program, std::move(settings),
                   clocksJump ? jumping : static_cast<simulation::ArrivalSource&>(source));
}

} // namespace

Kept simulate(const std::shared_ptr<const engine::Program>& program, std::uint32_t customers, std::uint32_t days,
              unsigned threads, engine::RunSettings::Plant plant) {
    return simulated(program, 7, customers, days, threads, plant, false);
}

Kept simulateSeed(const std::shared_ptr<const engine::Program>& program, std::uint64_t seed, std::uint32_t customers,
                  std::uint32_t days, unsigned threads, bool clocksJump) {
    return simulated(program, seed, customers, days, threads, engine::RunSettings::Plant::Nothing, clocksJump);
}

Kept again(const std::shared_ptr<const engine::Program>& program, const Kept& kept, unsigned threads,
           std::optional<engine::RunSettings::Backtest> backtest) {
    std::vector<simulation::Arrival> arrivals;
    std::map<std::uint64_t, std::vector<governance::Command>> commands;
    for (const audit::Batch& batch : kept.batches) {
        for (const audit::EventRow& row : batch.events) {
            simulation::Arrival arrival;
            arrival.receivedAt = row.receivedAt;
            arrival.index = static_cast<std::uint32_t>(arrivals.size());
            if (!row.body.empty()) {
                cbor::Reader reader(row.body);
                arrival.event = perception::decodeEvent(reader, program->symbols).value();
            }
            arrivals.push_back(std::move(arrival));
        }
        for (const audit::CommandRow& row : batch.commands)
            commands[row.epoch].push_back(engine::commandFromJson(row.body).value());
    }
    engine::RunSettings settings;
    settings.info = kept.summary.info;
    settings.info.status = audit::RunStatus::Running;
    settings.info.entries = settings.info.decisions = settings.info.epochs = 0;
    settings.backtest = std::move(backtest);
    settings.threads = threads;
    settings.people = [&](std::span<const governance::Proposal* const>, Instant, std::uint64_t epoch) {
        const auto at = commands.find(epoch);
        return at == commands.end() ? std::vector<governance::Command>() : at->second;
    };
    simulation::RecordedSource source(std::move(arrivals));
    return execute(program, std::move(settings), source);
}

Kept play(const std::shared_ptr<const engine::Program>& program, const Script& script) {
    std::vector<simulation::Arrival> arrivals;
    for (const Script::Happening& one : script.events) {
        perception::Event event;
        event.type = one.event == "identify" ? perception::EventType::Identify : perception::EventType::Track;
        event.name = one.event == "identify" ? "Identified" : one.event == "consent" ? "Consent Changed" : one.event;
        event.messageId = "m" + std::to_string(arrivals.size());
        event.userId = one.user;
        event.anonymousId = one.anonymous;
        event.time = event.receivedAt = script.start + one.at;
        event.zone = "Europe/Berlin";
        event.properties = Value(Context(one.properties));
        arrivals.push_back({event.receivedAt, 0, static_cast<std::uint32_t>(arrivals.size()), std::move(event)});
    }
    for (const perception::Event& event : script.more)
        arrivals.push_back({event.receivedAt, 0, static_cast<std::uint32_t>(arrivals.size()), event});
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const auto& a, const auto& b) { return a.receivedAt < b.receivedAt; });
    engine::RunSettings settings;
    if (!script.orders.empty()) {
        settings.recorded = std::make_shared<engine::RecordedOrders>(script.orders);
        settings.stopAtEpoch = script.days * 96ULL;
    }
    settings.info.start = settings.info.clock = script.start;
    settings.info.days = script.days;
    settings.info.epoch = Duration::minutes(15);
    settings.info.salt = "script";
    settings.info.customers = 1;
    settings.explore = false;
    settings.arm = script.arm;
    settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
        std::vector<governance::Command> commands;
        if (script.epochEnds)
            script.epochEnds();
        if (script.people)
            for (const governance::Proposal* proposal : waiting)
                for (governance::Command& command : script.people(*proposal, end))
                    commands.push_back(std::move(command));
        return commands;
    };
    settings.afterEnd = script.afterEnd;
    if (script.ticks)
        settings.ticks = script.ticks;
    simulation::RecordedSource source(std::move(arrivals));
    return execute(program, std::move(settings), source, script.committed);
}

Context object(std::vector<std::pair<std::string, Value>> members) {
    Context context;
    for (auto& [name, value] : members)
        context.emplace_back(std::move(name), std::move(value));
    return context;
}

} // namespace world
