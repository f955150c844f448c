#include "session/erase.h"

#include "base/text.h"
#include "engine/erasure.h"
#include "governance/rights.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/stored_live_run.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <charconv>

namespace wayreeve::session {

namespace {

struct Found {
    audit::RunInfo run;
    std::uint32_t customer = 0;
};

/// By key, else by number where the run was named.
Result<std::vector<Found>> find(audit::LedgerReader& reader, const EraseRequest& request) {
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    std::vector<Found> found;
    for (const audit::RunInfo& run : *runs) {
        if (run.kind == audit::RunKind::Replay || (!request.run.empty() && run.tag != request.run))
            continue;
        const auto rows = reader.customers(run.id, asciiLower(request.customer), INT32_MAX);
        if (!rows)
            return rows.error();
        const std::size_t before = found.size();
        for (const audit::CustomerRow& row : *rows)
            if (row.key == request.customer)
                found.push_back({run, row.number});
        std::uint32_t number = 0;
        const char* const end = request.customer.data() + request.customer.size();
        if (found.size() > before || request.run.empty() ||
            std::from_chars(request.customer.data(), end, number).ptr != end)
            continue;
        const auto row = reader.customer(run.id, number);
        if (!row)
            return row.error();
        if (*row)
            found.push_back({run, number});
    }
    return found;
}

Result<void> eraseIn(const std::filesystem::path& folder, const Found& where, const engine::Order& order,
                     std::chrono::milliseconds patience) {
    auto workspace = openAsOf(folder, where.run);
    if (!workspace)
        return workspace.error();
    if (takesEvents(where.run))
        return orderStoppedLiveRun(*workspace, where.run, {order});
    auto writer = storage::SqliteLedgerWriter::open(folder, patience);
    if (!writer)
        return writer.error();
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(where.run.tag); // as it is now that nobody else can write
    if (!info)
        return info.error();
    return engine::eraseOnStoredRun(workspace->program, *info, order, **reader, **writer);
}

/// Nothing may be left in the file's free space: the next writer sees to what was erased.
void sweepNow(const std::filesystem::path& folder, std::chrono::milliseconds patience) {
    (void)storage::SqliteLedgerWriter::open(folder, patience);
}

Result<ErasedIn> erasedIn(const std::filesystem::path& folder, const Found& where) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    const auto items = (*reader)->dispatches(where.run.id, where.customer, INT32_MAX);
    if (!items)
        return items.error();
    ErasedIn erased{where.run.tag, where.customer, {}};
    for (const execution::Dispatch& item : *items)
        if (item.state == execution::DispatchState::Unknown && item.result == "erased")
            erased.underWay.push_back(item.number);
    return erased;
}

} // namespace

Result<ErasureOutcome> eraseCustomer(const std::filesystem::path& folder, const EraseRequest& request) {
    if (trimmed(request.reason).empty())
        return Error{"erase.no-reason", {}, {}, 0, 0};
    if (asciiLower(request.reason).find(asciiLower(request.customer)) != std::string::npos)
        return Error{"erase.reason-names-customer", {}, {}, 0, 0};
    const auto current = openWorkspace(folder);
    if (!current)
        return current.error();
    if (auto may = governance::checkRight(current->workspace->people.get(), request.person, governance::Right::Erase);
        !may)
        return may.error();
    std::vector<Found> found;
    {
        auto reader = storage::SqliteLedgerReader::open(folder);
        if (!reader)
            return reader.error();
        auto known = find(**reader, request);
        if (!known)
            return known.error();
        found = std::move(*known);
    } // closed: a reader would keep the write-ahead log as it is
    if (found.empty())
        return Error{"erase.unknown-customer", {{"customer", request.customer}}, {}, 0, 0};
    ErasureOutcome outcome;
    const bool busy = engineIsBusy(folder);
    for (const Found& where : found) {
        engine::Order order;
        order.kind = engine::Order::Kind::Erase;
        order.customer = where.customer;
        order.person = request.person;
        order.reason = request.reason;
        const bool live = takesEvents(where.run) && where.run.status == audit::RunStatus::Running;
        if (busy && !live) {
            outcome.busy.push_back(where.run.tag);
            continue;
        }
        InboxNote note;
        note.order = order;
        if (auto done =
                busy ? askEngine(folder, note, request.patience) : eraseIn(folder, where, order, request.patience);
            !done)
            return done.error();
        auto erased = erasedIn(folder, where);
        if (!erased)
            return erased.error();
        outcome.done.push_back(std::move(*erased));
    }
    if (!busy)
        sweepNow(folder, request.patience);
    return outcome;
}

} // namespace wayreeve::session
