#include "engine/world.h"

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

namespace {

Kept execute(const std::shared_ptr<const engine::Program>& program, engine::RunSettings settings,
             simulation::ArrivalSource& source) {
    Kept kept;
    auto summary =
        engine::executeRun(program, std::move(settings), source, [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
            return std::unique_ptr<audit::LedgerWriter>(std::make_unique<engine::MemoryLedger>(kept.batches));
        });
    if (!summary)
        qFatal("the run failed: %s", summary.error().code.c_str());
    kept.summary = std::move(summary).value();
    return kept;
}

} // namespace

Kept simulate(const std::shared_ptr<const engine::Program>& program, std::uint32_t customers, std::uint32_t days,
              unsigned threads) {
    const documents::Population& population = *program->workspace->populations.front();
    engine::RunSettings settings;
    settings.info.seed = 7;
    settings.info.salt = "seed-7";
    settings.info.customers = customers;
    settings.info.days = days;
    settings.info.population = population.id;
    settings.info.start = population.start;
    settings.info.clock = population.start;
    settings.info.epoch = program->workspace->settings.epoch;
    settings.threads = threads;
    const Chance chance(7);
    simulation::SyntheticPopulation source(*program->workspace, population, customers, days, chance);
    simulation::SeededReviewers reviewers(population.reviewers, Zone(), chance);
    settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
        return reviewers.act(waiting, end);
    };
    return execute(program, std::move(settings), source);
}

Kept play(const std::shared_ptr<const engine::Program>& program, const Script& script) {
    std::vector<simulation::Arrival> arrivals;
    for (const Script::Happening& one : script.events) {
        perception::Event event;
        event.type = one.event == "identify" ? perception::EventType::Identify : perception::EventType::Track;
        event.name = one.event == "identify" ? "Identified" : one.event == "consent" ? "Consent Changed" : one.event;
        event.messageId = "m" + std::to_string(arrivals.size());
        event.userId = "c0";
        event.time = event.receivedAt = script.start + one.at;
        event.zone = "Europe/Berlin";
        event.properties = Value(Context(one.properties));
        arrivals.push_back({event.receivedAt, 0, static_cast<std::uint32_t>(arrivals.size()), std::move(event)});
    }
    engine::RunSettings settings;
    settings.info.start = settings.info.clock = script.start;
    settings.info.days = script.days;
    settings.info.epoch = Duration::minutes(15);
    settings.info.salt = "script";
    settings.info.customers = 1;
    settings.explore = false;
    settings.arm = script.arm;
    settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
        std::vector<governance::Command> commands;
        if (script.people)
            for (const governance::Proposal* proposal : waiting)
                for (governance::Command& command : script.people(*proposal, end))
                    commands.push_back(std::move(command));
        return commands;
    };
    simulation::RecordedSource source(std::move(arrivals));
    return execute(program, std::move(settings), source);
}

Context object(std::vector<std::pair<std::string, Value>> members) {
    Context context;
    for (auto& [name, value] : members)
        context.emplace_back(std::move(name), std::move(value));
    return context;
}

} // namespace world
