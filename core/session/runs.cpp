#include "session/runs.h"

#include "base/text.h"
#include "engine/desk.h"
#include "governance/approval_tally.h"
#include "perception/intake.h"
#include "session/after_end_writer.h"
#include "session/live_inbox.h"
#include "session/logged.h"
#include "session/recorded_run.h"
#include "simulation/recorded_source.h"
#include "simulation/reviewers.h"
#include "simulation/synthetic_population.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <map>
#include <set>

namespace wayreeve::session {

namespace {

using documents::Population;

constexpr auto livePatience = std::chrono::seconds(3);

Result<std::shared_ptr<const Population>> populationOf(const documents::Workspace& workspace, const std::string& id) {
    if (workspace.populations.empty())
        return Error{"simulate.no-population", {}, {}, 0, 0};
    if (id.empty())
        return workspace.populations.front();
    std::vector<std::string> known;
    for (const auto& population : workspace.populations) {
        if (population->id == id)
            return population;
        known.push_back(population->id);
    }
    return Error{"simulate.unknown-population", {{"id", id}, {"nearest", nearestName(id, known)}}, {}, 0, 0};
}

engine::OpenLedger ledgerOf(const std::filesystem::path& folder) {
    return [folder]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
        auto writer = storage::SqliteLedgerWriter::open(folder);
        if (!writer)
            return writer.error();
        return std::unique_ptr<audit::LedgerWriter>(std::move(writer).value());
    };
}

/// The simulation that a resume goes on with; nullopt where nothing was committed.
Result<std::optional<audit::RunInfo>> brokenRun(const std::filesystem::path& folder, const audit::RunInfo& wanted) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    const auto same = [&](const audit::RunInfo& run) {
        return run.kind == audit::RunKind::Simulation && run.seed == wanted.seed && run.customers == wanted.customers &&
               run.days == wanted.days && run.reviewers == wanted.reviewers && run.population == wanted.population &&
               run.documentSet == wanted.documentSet && run.sendsReally == wanted.sendsReally;
    };
    for (auto run = runs->rbegin(); run != runs->rend(); ++run)
        if (run->kind == audit::RunKind::Simulation) {
            if (same(*run))
                return std::optional(*run);
            if (run->status == audit::RunStatus::Running)
                return Error{"resume.other-request", {{"run", run->tag}}, {}, 0, 0};
            break;
        }
    return std::optional<audit::RunInfo>();
}

engine::RunSummary summaryOf(const audit::RunInfo& info) {
    engine::RunSummary summary;
    summary.info = info;
    return summary;
}

/// Counts of a run that needed no work any more, from its stored rows.
Result<engine::RunSummary> storedSummary(const std::filesystem::path& folder, const audit::RunInfo& info) {
    engine::RunSummary summary = summaryOf(info);
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    audit::DecisionFilter all;
    all.limit = INT64_MAX;
    auto rows = (*reader)->decisions(info.id, all);
    if (!rows)
        return rows.error();
    for (const audit::DecisionRow& row : *rows)
        ++summary.rulings[std::string(governance::nameOf(row.ruling))];
    std::set<governance::ProposalState> states;
    for (int state = 0; state <= static_cast<int>(governance::ProposalState::Dismissed); ++state)
        states.insert(static_cast<governance::ProposalState>(state));
    auto proposals = (*reader)->proposals(info.id, states, INT64_MAX);
    if (!proposals)
        return proposals.error();
    governance::ApprovalTally tally;
    for (const governance::Proposal& proposal : *proposals)
        tally.note(proposal);
    summary.approvals = tally.counts();
    const auto fates = (*reader)->fates(info.id);
    if (!fates)
        return fates.error();
    std::map<int, std::uint64_t> counts(fates->begin(), fates->end()); // of those that came to pass
    for (int fate = 0; fate < perception::fateCount; ++fate)
        summary.fates.emplace_back(perception::nameOf(static_cast<perception::Fate>(fate)), counts[fate]);
    const auto counted = (*reader)->forEachEntry(info.id, 1, [&](const audit::Entry& entry, const Hash256&) {
        summary.didNotFit += entry.kind == audit::EntryKind::DidNotFit ? 1 : 0;
        return true;
    });
    if (!counted)
        return counted.error();
    return summary;
}

/// The engine that runs live takes the command into its next epoch, and answers once that is stored.
Result<governance::Proposal> askLive(audit::LedgerReader& reader, const std::filesystem::path& folder,
                                     const audit::RunInfo& run, const governance::Command& command,
                                     std::chrono::milliseconds patience) {
    InboxNote note;
    note.run = run.tag;
    note.command = command;
    const auto answer = askEngine(folder, note, std::max<std::chrono::milliseconds>(patience, livePatience));
    auto proposal = reader.proposal(run.id, command.proposal);
    if (answer)
        return proposal;
    if (answer.error().code != "approval.unknown-proposal" || !proposal)
        return answer.error();
    // What is over has left the engine's memory; why it is over is still to be said.
    const auto workspace = openAsOf(folder, run);
    if (!workspace)
        return workspace.error();
    const auto whyNot = workspace->program->desk->apply(*proposal, command, run.clock);
    return whyNot ? answer.error() : whyNot.error();
}

} // namespace

Result<engine::RunSummary> simulate(const OpenWorkspace& workspace, const SimulateRequest& request) {
    auto population = populationOf(*workspace.workspace, request.population);
    if (!population)
        return population.error();
    if (auto published = publish(workspace); !published)
        return published.error();

    engine::RunSettings settings;
    audit::RunInfo& info = settings.info;
    info.kind = audit::RunKind::Simulation;
    info.documentSet = documents::documentSetHash(workspace.files);
    info.files = workspace.files;
    for (documents::DocumentFile& file : info.files)
        file.canonicalJson.clear();
    info.seed = request.seed;
    info.salt = "seed-" + std::to_string(request.seed);
    info.customers = request.customers;
    info.days = request.days;
    info.reviewers = request.reviewers;
    info.population = (*population)->id;
    info.start = (*population)->start;
    info.clock = info.start;
    info.sendsReally = request.sendsReally;
    info.epoch = workspace.workspace->settings.epoch;
    settings.threads = request.threads;
    settings.progress = request.progress;
    settings.cancelled = request.cancelled;

    if (request.resume) {
        auto broken = brokenRun(workspace.folder, info);
        if (!broken)
            return broken.error();
        if (*broken && (*broken)->status == audit::RunStatus::Finished)
            return storedSummary(workspace.folder, **broken);
        settings.resume = *broken;
    }
    const Chance chance(request.seed);
    simulation::SyntheticPopulation source(*workspace.workspace, **population, request.customers, request.days, chance);
    const engine::Program& program = *workspace.program;
    simulation::SeededReviewers reviewers((*population)->reviewers, program.zone, chance,
                                          [&](const std::string& person, const governance::Proposal& proposal) {
                                              const documents::Person* who = program.workspace->people->find(person);
                                              return who && program.desk->mayDecide(*who, proposal);
                                          });
    if (request.reviewers)
        settings.people = [&](std::span<const governance::Proposal* const> waiting, Instant end, std::uint64_t) {
            return reviewers.act(waiting, end);
        };
    return engine::executeRun(workspace.program, std::move(settings), source, ledgerOf(workspace.folder));
}

Result<ReplayOutcome> replayRun(const std::filesystem::path& folder, const std::string& tag, unsigned threads) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto original = (*reader)->run(tag);
    if (!original)
        return original.error();
    if (isLogged(**reader, *original))
        return Error{"replay.logged", {{"run", original->tag}, {"file", original->source}}, {}, 0, 0};
    auto workspace = openAsOf(folder, *original);
    if (!workspace)
        return workspace.error();
    auto recorded = recordedRun(**reader, *original, *workspace);
    if (!recorded)
        return recorded.error();
    recorded->settings.threads = threads;
    simulation::RecordedSource source(std::move(recorded->arrivals));
    const engine::OpenLedger ledger = withAfterEnd(ledgerOf(folder), std::move(recorded->afterEnd));
    auto summary = engine::executeRun(workspace->program, std::move(recorded->settings), source, ledger);
    if (!summary)
        return summary.error();
    ReplayOutcome outcome{std::move(summary).value(), *original, false};
    outcome.identical = outcome.summary.info.recordsHash == original->recordsHash;
    return outcome;
}

Result<governance::Proposal> giveCommand(const std::filesystem::path& folder, const std::string& run,
                                         const governance::Command& command, std::chrono::milliseconds patience) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    if (info->kind == audit::RunKind::Live && info->status == audit::RunStatus::Running && engineIsBusy(folder))
        return askLive(**reader, folder, *info, command, patience);
    // The writer holds the engine lock, so nothing that is read below can change before it is written.
    auto writer = storage::SqliteLedgerWriter::open(folder, patience);
    if (!writer)
        return writer.error();
    info = (*reader)->run(info->tag);
    if (!info)
        return info.error();
    // People and their roles are those of today; everything else is as the run had it.
    auto workspace = openAsOf(folder, *info);
    if (!workspace)
        return workspace.error();
    return engine::commandOnStoredRun(workspace->program, *info, command, **reader, **writer);
}

} // namespace wayreeve::session
