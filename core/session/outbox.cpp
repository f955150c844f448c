#include "governance/rights.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/outbox_drain.h"
#include "session/runs.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_outbox.h"

namespace wayreeve::session {

bool isConnected(const documents::Settings& settings) {
    return !settings.connectorUrl.empty() || !settings.connectors.empty();
}

namespace {

Result<bool> sendsByItself(const std::filesystem::path& folder, const std::string& run) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    return takesEvents(*info) && info->status == audit::RunStatus::Running && engineIsBusy(folder);
}

} // namespace

Result<int> drainOutbox(const OpenWorkspace& workspace, const std::string& run,
                        const std::function<bool()>& cancelled) {
    if (!isConnected(workspace.workspace->settings))
        return Error{"connector.not-connected", {}, {}, 0, 0};
    // The engine of a live run sends by itself: what it has in hand must not be taken for left behind.
    if (auto busy = sendsByItself(workspace.folder, run); !busy)
        return busy.error();
    else if (*busy)
        return 0;
    auto drain = OutboxDrain::open(workspace, run);
    if (!drain)
        return drain.error();
    int settled = 0;
    for (;;) {
        const auto done = (*drain)->drainOnce();
        if (!done)
            return done.error();
        settled += *done;
        if (*done == 0 || (cancelled && cancelled()))
            return settled;
    }
}

Result<std::vector<std::pair<std::string, int>>> drainAllOutboxes(const OpenWorkspace& workspace,
                                                                  const std::function<bool()>& cancelled) {
    if (!isConnected(workspace.workspace->settings))
        return Error{"connector.not-connected", {}, {}, 0, 0};
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    const auto runs = (*reader)->runs();
    if (!runs)
        return runs.error();
    if (runs->empty())
        return Error{"run.none", {}, {}, 0, 0};
    std::vector<std::pair<std::string, int>> settled;
    for (const audit::RunInfo& run : *runs) {
        if (!run.sendsReally || (cancelled && cancelled()))
            continue;
        const auto count = drainOutbox(workspace, run.tag, cancelled);
        if (!count)
            return count.error();
        if (*count > 0)
            settled.emplace_back(run.tag, *count);
    }
    return settled;
}

Result<void> replayOutboxItem(const OpenWorkspace& workspace, const std::string& run, std::uint64_t number,
                              const std::string& person) {
    if (auto may = governance::checkRight(workspace.workspace->people.get(), person, governance::Right::Replay); !may)
        return may;
    auto outbox = storage::SqliteOutbox::open(workspace.folder, run);
    if (!outbox)
        return outbox.error();
    return (*outbox)->replay(number);
}

} // namespace wayreeve::session
