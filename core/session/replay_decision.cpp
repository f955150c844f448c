#include "session/replay_decision.h"

#include "session/explain.h"
#include "session/recorded_run.h"
#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_reader.h"

#include <algorithm>

namespace wayreeve::session {

namespace {

/// Keeps the one entry that stands where `wanted` does; the rest is forgotten.
class OneEntryLedger final : public audit::LedgerWriter {
public:
    OneEntryLedger(const audit::Entry& wanted, std::optional<audit::Entry>& found)
        : m_wanted(wanted)
        , m_found(found) {}

    Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols&) override {
        info.id = 1;
        return info;
    }
    Result<void> commit(const audit::Batch& batch) override {
        const auto at = std::find_if(batch.entries.begin(), batch.entries.end(), [this](const audit::Entry& entry) {
            return entry.epoch == m_wanted.epoch && entry.customer == m_wanted.customer &&
                   entry.sequence == m_wanted.sequence;
        });
        if (at != batch.entries.end())
            m_found = *at;
        return {};
    }
    Result<std::vector<Hash256>> entryHashes(std::int64_t) override { return std::vector<Hash256>(); }
    Result<audit::RunInfo> runInfo(std::int64_t) override { return Error{"run.unknown", {}, {}, 0, 0}; }

private:
    const audit::Entry& m_wanted;
    std::optional<audit::Entry>& m_found;
};

} // namespace

Result<std::optional<DecisionReplay>> replayDecision(const std::filesystem::path& folder, const std::string& id,
                                                     unsigned threads,
                                                     const std::function<void(double share)>& progress,
                                                     const std::function<bool()>& cancelled) {
    auto explanation = explain(folder, id);
    if (!explanation)
        return explanation.error();
    const audit::RunInfo& original = explanation->run;
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto workspace = openAsOf(folder, original);
    if (!workspace)
        return workspace.error();
    auto recorded = recordedRun(**reader, original, *workspace);
    if (!recorded)
        return recorded.error();
    DecisionReplay replay;
    replay.stored = explanation->entry;
    engine::RunSettings& settings = recorded->settings;
    settings.threads = threads;
    settings.cancelled = cancelled;
    settings.keepState = false;
    // What came after it cannot change it.
    const std::uint64_t end = replay.stored.epoch + 1;
    if (end < settings.stopAtEpoch.value_or(original.epochs)) {
        settings.stopAtEpoch = end;
        settings.afterEnd.clear();
    }
    if (progress) {
        const double whole =
            static_cast<double>(end) / static_cast<double>(std::max<std::uint64_t>(1, original.epochs));
        settings.progress = [&progress, whole](const engine::Progress& now) {
            progress(std::min(1.0, now.share / std::max(whole, 1e-9)));
        };
    }
    simulation::RecordedSource source(std::move(recorded->arrivals));
    auto summary = engine::executeRun(workspace->program, std::move(settings), source,
                                      [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                          return std::unique_ptr<audit::LedgerWriter>(
                                              std::make_unique<OneEntryLedger>(replay.stored, replay.computed));
                                      });
    if (!summary)
        return summary.error();
    if (!replay.computed && cancelled && cancelled())
        return std::optional<DecisionReplay>();
    replay.identical = replay.computed && replay.computed->body == replay.stored.body;
    return std::optional(std::move(replay));
}

} // namespace wayreeve::session
