#include "session/import.h"

#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <fstream>

namespace wayreeve::session {

Result<ImportOutcome> importEvents(const OpenWorkspace& workspace, const std::filesystem::path& file, Instant now,
                                   unsigned threads, RefusedLines* refused) {
    std::ifstream in(file, std::ios::binary);
    std::error_code failed;
    if (!in || std::filesystem::is_directory(file, failed)) // a folder opens, and throws when read
        return Error{"io.read-failed", {{"file", file.string()}}, {}, 0, 0};
    ImportOutcome outcome;
    RefusedLines unasked;
    RefusedLines& notCounted = refused ? *refused : unasked;
    notCounted = {};
    std::vector<simulation::Arrival> arrivals;
    outcome.lines = perception::importJsonLines(
        in, now,
        [&](perception::Event event, std::uint64_t) {
            const Instant at = event.receivedAt;
            arrivals.push_back({at, 0, static_cast<std::uint32_t>(arrivals.size()), std::move(event)});
        },
        [&](const Error& error, std::uint64_t line) {
            ++notCounted.count;
            notCounted.future += error.code == "event.future" ? 1 : 0;
            if (notCounted.first.size() < 100)
                notCounted.first.emplace_back(line, error);
        });
    if (arrivals.empty())
        return Error{"import.no-events", {{"file", file.string()}}, {}, 0, 0};
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const auto& a, const auto& b) { return a.receivedAt < b.receivedAt; });
    for (std::size_t i = 0; i < arrivals.size(); ++i)
        arrivals[i].index = static_cast<std::uint32_t>(i);
    if (auto published = publish(workspace); !published)
        return published.error();
    engine::RunSettings settings;
    audit::RunInfo& info = settings.info;
    info.kind = audit::RunKind::Live;
    info.documentSet = documents::documentSetHash(workspace.files);
    info.files = workspace.files;
    for (documents::DocumentFile& document : info.files)
        document.canonicalJson.clear();
    info.salt = workspace.workspace->settings.id;
    info.reviewers = false;
    const std::int64_t dayMs = Duration::days(1).ms;
    info.start = {arrivals.front().receivedAt.ms - arrivals.front().receivedAt.ms % dayMs};
    info.clock = info.start;
    info.days = static_cast<std::uint32_t>((arrivals.back().receivedAt - info.start).ms / dayMs + 1);
    info.epoch = workspace.workspace->settings.epoch;
    info.source = file.filename().string();
    settings.threads = threads;
    simulation::RecordedSource source(std::move(arrivals));
    auto run = engine::executeRun(workspace.program, std::move(settings), source,
                                  [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                      auto writer = storage::SqliteLedgerWriter::open(workspace.folder);
                                      if (!writer)
                                          return writer.error();
                                      return std::unique_ptr<audit::LedgerWriter>(std::move(writer).value());
                                  });
    if (!run)
        return run.error();
    outcome.run = std::move(run).value();
    return outcome;
}

} // namespace wayreeve::session
