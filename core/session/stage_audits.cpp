#include "session/stage_audits.h"

#include "base/civil.h"
#include "base/json.h"
#include "documents/file_io.h"
#include "perception/event_codec.h"
#include "session/identities.h"
#include "session/open_workspace.h"
#include "session/stage_moments.h"
#include "session/store_access.h"
#include "storage/workspace_store.h"

#include <algorithm>
#include <optional>

namespace wayreeve::session {

namespace {

using measurement::AuditMoment;
using measurement::StageAudit;

constexpr std::size_t largestAudit = std::size_t{64} << 20;

AuditMonth next(AuditMonth month) {
    return month.month == 12 ? AuditMonth{month.year + 1, 1} : AuditMonth{month.year, month.month + 1};
}

Instant startOf(AuditMonth month) {
    return Instant{daysFromCivil(month.year, month.month, 1) * Duration::days(1).ms};
}

std::filesystem::path fileOf(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed) {
    return storage::dataFolder(folder) / "stage-audits" / (run + "-" + std::to_string(seed) + ".json");
}

Result<StageAudit> readAudit(const std::filesystem::path& file) {
    const auto text = documents::readFile(file, largestAudit);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    auto audit = json ? measurement::stageAuditOf(*json) : json.error();
    if (!audit)
        return Error{"stage-audit.damaged", {}, file.string(), 0, 0};
    return audit;
}

Result<void> keep(const std::filesystem::path& folder, const StageAudit& audit) {
    return documents::replaceFile(fileOf(folder, audit.run, audit.seed),
                                  writePrettyJson(measurement::toJson(audit)) + "\n");
}

Result<StageAudit> draw(const std::filesystem::path& folder, audit::LedgerReader& reader, const audit::RunInfo& run,
                        std::uint64_t seed, std::uint32_t moments, const std::optional<AuditMonth>& month) {
    const auto workspace = openAsOf(folder, run);
    if (!workspace)
        return workspace.error();
    StageAudit audit{run.tag, seed, {}, {}};
    if (workspace->workspace->stages)
        for (const documents::Stage& stage : workspace->workspace->stages->stages)
            audit.stages.push_back(stage.id);
    MomentsAsked asked{seed, moments};
    if (month) {
        asked.since = startOf(*month);
        asked.until = startOf(next(*month));
    }
    auto drawn = drawMoments(reader, run, *workspace, asked);
    if (!drawn)
        return drawn.error();
    if (drawn->empty() || audit.stages.empty())
        return Error{"stage-audit.no-decisions", {{"run", run.tag}}, {}, 0, 0};
    audit.moments = std::move(*drawn);
    return audit;
}

Result<StageAudit> drawOrRead(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed,
                              std::uint32_t moments, const std::optional<AuditMonth>& month) {
    const auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    const std::filesystem::path file = fileOf(folder, info->tag, seed);
    std::error_code failed;
    if (std::filesystem::exists(file, failed))
        return readAudit(file);
    auto audit = draw(folder, **reader, *info, seed, moments, month);
    if (!audit)
        return audit.error();
    if (auto kept = keep(folder, *audit); !kept)
        return kept.error();
    return audit;
}

/// Changes a stored audit and keeps it.
template <class Change>
Result<StageAudit> changed(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed,
                           const Change& change) {
    auto audit = drawStageAudit(folder, run, seed);
    if (!audit)
        return audit.error();
    if (const Result<void> done = change(*audit); !done)
        return done.error();
    if (auto kept = keep(folder, *audit); !kept)
        return kept.error();
    return audit;
}

} // namespace

std::vector<AuditMonth> auditMonths(const audit::RunInfo& run) {
    const auto monthOf = [](Instant at) {
        const CivilDate date = civilFromDays(floorDivide(at.ms, Duration::days(1).ms));
        return AuditMonth{static_cast<int>(date.year), date.month};
    };
    std::vector<AuditMonth> months;
    for (AuditMonth month = monthOf(run.start); startOf(month) <= run.clock; month = next(month))
        months.insert(months.begin(), month);
    return months;
}

Result<StageAudit> drawStageAudit(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed,
                                  std::uint32_t moments) {
    return drawOrRead(folder, run, seed, moments, std::nullopt);
}

Result<StageAudit> drawMonthlyAudit(const std::filesystem::path& folder, const std::string& run, AuditMonth month,
                                    std::uint32_t moments) {
    return drawOrRead(folder, run, month.seed(), moments, month);
}

Result<StageAudit> unlabelStage(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed,
                                const std::string& id) {
    return changed(folder, run, seed, [&](StageAudit& audit) { return measurement::unlabel(audit, id); });
}

Result<StageAudit> revealStages(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed) {
    return changed(folder, run, seed, [](StageAudit& audit) -> Result<void> {
        audit.revealed = true;
        return {};
    });
}

Result<StageAudit> labelStage(const std::filesystem::path& folder, const std::string& run, std::uint64_t seed,
                              const std::string& id, const std::string& stage, const std::string& person) {
    return changed(folder, run, seed, [&](StageAudit& audit) { return measurement::label(audit, id, stage, person); });
}

Result<std::vector<SeenEvent>> eventsBefore(const std::filesystem::path& folder, const StageAudit& audit,
                                            const std::string& id, std::size_t limit) {
    const auto moment = std::find_if(audit.moments.begin(), audit.moments.end(),
                                     [&](const AuditMoment& candidate) { return candidate.id == id; });
    if (moment == audit.moments.end())
        return Error{"stage-audit.unknown-moment", {{"id", id}}, {}, 0, 0};
    const auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto run = (*reader)->run(audit.run);
    if (!run)
        return run.error();
    const auto symbols = (*reader)->symbolsOf(run->id);
    if (!symbols)
        return symbols.error();
    const auto identities = Identities::read(**reader, *run);
    if (!identities)
        return identities.error();
    const auto rows = eventsOf(**reader, *run, *symbols, *identities, moment->customer, moment->at, INT64_MAX);
    if (!rows)
        return rows.error();
    std::vector<SeenEvent> seen;
    for (const audit::EventRow& row : *rows) {
        if (row.body.empty())
            continue;
        cbor::Reader body(row.body);
        auto event = perception::decodeEvent(body, *symbols);
        if (!event)
            return event.error();
        seen.push_back({row.time, row.name, std::move(event->properties)});
    }
    std::stable_sort(seen.begin(), seen.end(), [](const SeenEvent& a, const SeenEvent& b) { return a.time < b.time; });
    if (seen.size() > limit)
        seen.erase(seen.begin(), seen.end() - static_cast<std::ptrdiff_t>(limit));
    return seen;
}

} // namespace wayreeve::session
