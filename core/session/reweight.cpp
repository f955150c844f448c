#include "session/reweight.h"

#include "audit/decision_record.h"
#include "documents/document.h"
#include "documents/save.h"
#include "documents/workspace.h"
#include "governance/rights.h"
#include "measurement/signal_levels.h"
#include "perception/intake.h"
#include "session/identities.h"
#include "storage/sqlite_ledger_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace wayreeve::session {
namespace {

using documents::Stage;
using measurement::StageCase;

/// Of whom something can be learned: who is who by now, less software and bursts.
struct Population {
    Identities identities;
    EventOwners owners;
    std::set<std::uint32_t> software;
};

Result<Population> populationOf(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols) {
    auto identities = Identities::read(reader, run);
    if (!identities)
        return identities.error();
    auto owners = EventOwners::read(reader, run, symbols, *identities);
    if (!owners)
        return owners.error();
    auto software = notPeople(reader, run, *identities);
    if (!software)
        return software.error();
    return Population{std::move(*identities), std::move(*owners), std::move(*software)};
}

/// Every event of people in a run, with numbers for its names.
struct EventLog {
    std::vector<measurement::SeenEvent> events;
    std::vector<std::string> names;

    std::uint32_t numberOf(const std::string& name) {
        const auto [at, isNew] = m_numbers.emplace(name, static_cast<std::uint32_t>(names.size()));
        if (isNew)
            names.push_back(name);
        return at->second;
    }

private:
    std::map<std::string, std::uint32_t> m_numbers;
};

Result<EventLog> eventsOf(audit::LedgerReader& reader, const audit::RunInfo& run, const Population& people) {
    EventLog log;
    for (std::uint64_t after = 0;;) {
        auto rows = reader.events(run.id, std::nullopt, after, 20'000);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return log;
        for (const audit::EventRow& row : *rows) {
            after = row.sequence;
            const auto fate = static_cast<perception::Fate>(row.fate);
            if (row.customer == audit::noCustomer || !perception::isRead(fate))
                continue;
            if (const std::uint32_t customer = people.owners.of(row); !people.software.contains(customer))
                log.events.push_back({customer, row.time, log.numberOf(row.name)});
        }
    }
}

/// Gathers the moments of one stage with a benchmark.
struct Watch {
    const Stage* stage = nullptr; ///< weights of the run, benchmark of today
    std::set<Sym> later;          ///< stages further down the list
    std::vector<StageCase> cases;
    std::vector<Instant> at; ///< beside `cases`
    /// Of the customer's newest moment: where it stands in `cases`.
    std::map<std::uint32_t, std::size_t> newest;

    void take(const measurement::SignalLevels& levels, std::uint32_t customer, const interpretation::Reading& reading,
              Instant end) {
        const auto known = newest.find(customer);
        if (known != newest.end() && reading.at < at[known->second] + stage->benchmarkWithin) {
            StageCase& running = cases[known->second];
            if (stage->benchmarkEvent.empty() && later.contains(reading.stage) && reading.at > at[known->second])
                running.movedOn = true;
            return;
        }
        if (reading.at + stage->benchmarkWithin > end)
            return;
        StageCase moment = levels.caseOf(*stage, reading);
        moment.customer = customer;
        newest[customer] = cases.size();
        cases.push_back(std::move(moment));
        at.push_back(reading.at);
    }

    /// For stages that are left by an event.
    void credit(const std::map<std::uint32_t, std::vector<Instant>>& moves) {
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (const auto times = moves.find(cases[i].customer); times != moves.end()) {
                const auto next = std::upper_bound(times->second.begin(), times->second.end(), at[i]);
                cases[i].movedOn = next != times->second.end() && *next <= at[i] + stage->benchmarkWithin;
            }
    }
};

/// The run's stages with today's benchmarks; those without one are left out of the second.
struct Stages {
    std::vector<Stage> all;
    std::vector<std::size_t> watched;
};

Stages stagesOf(const documents::Workspace& ofRun, const documents::Workspace* now) {
    Stages stages{ofRun.stages->stages, {}};
    for (std::size_t i = 0; i < stages.all.size(); ++i) {
        Stage& stage = stages.all[i];
        if (const Stage* today = now == nullptr ? nullptr : now->stages->find(stage.id)) {
            stage.benchmark = today->benchmark;
            stage.benchmarkEvent = today->benchmarkEvent;
            stage.benchmarkWithin = today->benchmarkWithin;
        }
        if (stage.benchmark > 0)
            stages.watched.push_back(i);
    }
    return stages;
}

Result<std::vector<Watch>> watchesOf(audit::LedgerReader& reader, const audit::RunInfo& run, const Symbols& symbols,
                                     const documents::Workspace& workspace, const Stages& stages,
                                     const Population& people) {
    const measurement::SignalLevels levels(workspace, symbols);
    std::vector<Watch> watches;
    for (const std::size_t i : stages.watched) {
        Watch watch;
        watch.stage = &stages.all[i];
        for (std::size_t j = i + 1; j < stages.all.size(); ++j)
            watch.later.insert(symbols.find(stages.all[j].id));
        watches.push_back(std::move(watch));
    }
    std::optional<Error> wrong;
    const auto done = reader.forEachEntry(run.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind != audit::EntryKind::Decision)
            return true;
        const std::uint32_t customer = people.identities.personOf(entry.customer);
        if (people.software.contains(customer))
            return true;
        auto record = audit::decodeDecision(entry);
        if (!record) {
            wrong = record.error();
            return false;
        }
        for (Watch& watch : watches)
            watch.take(levels, customer, record->reading, run.clock);
        return true;
    });
    if (!done)
        return done.error();
    if (wrong)
        return *wrong;
    return watches;
}

std::vector<std::string> lossesOf(const documents::Workspace& workspace) {
    std::vector<std::string> losses;
    for (const documents::Goal& goal : workspace.goals->goals)
        for (const documents::NegativeReward& negative : goal.negative)
            if (std::find(losses.begin(), losses.end(), negative.event) == losses.end())
                losses.push_back(negative.event);
    return losses;
}

Result<void> findNewSignals(Reweighting& found, EventLog& log, const documents::Workspace& workspace,
                            const measurement::PatternSettings& settings) {
    std::vector<std::uint32_t> losses;
    for (const std::string& name : found.losses) {
        const auto& planned = workspace.trackingPlan->events;
        if (std::none_of(planned.begin(), planned.end(), [&](const auto& event) { return event.name == name; }))
            return Error{"reweight.unknown-event", {{"event", name}}, {}, 0, 0};
        losses.push_back(log.numberOf(name));
    }
    for (const measurement::EventPattern& pattern :
         measurement::precursors(log.events, losses, found.run.start, found.run.clock, settings))
        found.newSignals.push_back(
            {log.names[pattern.first], pattern.second ? log.names[*pattern.second] : std::string(), pattern});
    return {};
}

} // namespace

Result<Reweighting> reweighting(const std::filesystem::path& folder, const ReweightRequest& request) {
    auto opened = storage::SqliteLedgerReader::open(folder);
    if (!opened)
        return opened.error();
    audit::LedgerReader& reader = **opened;
    auto run = reader.run(request.run);
    if (!run)
        return run.error();
    const auto symbols = reader.symbolsOf(run->id);
    if (!symbols)
        return symbols.error();
    const documents::LoadOutcome published = documents::loadPublished(folder, run->files);
    if (!published.workspace)
        return published.errors.empty() ? Error{"workspace.unreadable", {{"folder", folder.string()}}, {}, 0, 0}
                                        : published.errors.front();
    const documents::LoadOutcome today = documents::loadWorkspace(folder);
    const Stages stages = stagesOf(*published.workspace, today.workspace.get());
    const auto people = populationOf(reader, *run, *symbols);
    if (!people)
        return people.error();
    auto watches = watchesOf(reader, *run, *symbols, *published.workspace, stages, *people);
    if (!watches)
        return watches.error();
    auto log = eventsOf(reader, *run, *people);
    if (!log)
        return log.error();
    Reweighting found;
    found.run = *run;
    for (Watch& watch : *watches) {
        if (!watch.stage->benchmarkEvent.empty()) {
            const std::uint32_t number = log->numberOf(watch.stage->benchmarkEvent);
            std::map<std::uint32_t, std::vector<Instant>> moves;
            for (const measurement::SeenEvent& event : log->events)
                if (event.event == number)
                    moves[event.customer].push_back(event.time);
            for (auto& [customer, times] : moves)
                std::sort(times.begin(), times.end());
            watch.credit(moves);
        }
        found.stages.push_back(measurement::judgeStage(measurement::weightsOf(*watch.stage), watch.cases));
    }
    found.losses = request.losses.empty() ? lossesOf(*published.workspace) : request.losses;
    if (auto done = findNewSignals(found, *log, *published.workspace, request.patterns); !done)
        return done.error();
    return found;
}

Result<bool> applyWeight(const std::filesystem::path& folder, const measurement::StageProposal& proposal,
                         const std::string& person) {
    // Read before the workspace is: a save refuses a file that was written in between.
    const auto original = documents::readOriginal(folder, documents::Kind::Stages, "stages");
    if (!original)
        return original.error();
    const documents::LoadOutcome loaded = documents::loadWorkspace(folder);
    if (!loaded.workspace)
        return loaded.errors.empty() ? Error{"workspace.unreadable", {{"folder", folder.string()}}, {}, 0, 0}
                                     : loaded.errors.front();
    if (auto may = governance::checkRight(loaded.workspace->people.get(), person, governance::Right::EditDocuments);
        !may)
        return may.error();
    if (!proposal.worst)
        return Error{"reweight.nothing", {{"stage", proposal.stage}}, {}, 0, 0};
    const measurement::SignalEvidence& evidence = proposal.signals[*proposal.worst];
    documents::StageList stages = *loaded.workspace->stages;
    for (Stage& stage : stages.stages)
        for (documents::WeightedSignal& part : stage.signals)
            if (stage.id == proposal.stage && part.signal == evidence.signal && part.weight == evidence.weight) {
                part.weight = proposal.weight;
                const auto saved = documents::saveDocument(folder, "stages", stages, *original);
                if (!saved)
                    return saved.error();
                return saved->written;
            }
    return Error{"reweight.changed", {{"stage", proposal.stage}, {"signal", evidence.signal}}, {}, 0, 0};
}

} // namespace wayreeve::session
