#include "session/merges.h"

#include "audit/events.h"
#include "documents/workspace_io.h"
#include "governance/rights.h"
#include "perception/stitching_model.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/open_workspace.h"
#include "session/store_access.h"
#include "session/stored_live_run.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace wayreeve::session {

namespace {

MergeShown shown(const audit::Entry& entry, const audit::MergeRecord& record) {
    MergeShown one;
    one.kept = record.older;
    one.gone = record.younger;
    one.at = entry.time;
    one.probable = record.probable;
    one.probability = record.probability;
    for (std::size_t i = 0; i < record.evidence.size() && i < perception::evidenceCount; ++i)
        if (record.evidence[i] != 0)
            one.evidence.emplace_back(perception::nameOf(static_cast<perception::Evidence>(i)), record.evidence[i]);
    std::stable_sort(one.evidence.begin(), one.evidence.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
    return one;
}

} // namespace

Result<std::vector<MergeShown>> mergesOf(audit::LedgerReader& reader, const audit::RunInfo& run, std::uint32_t customer,
                                         Duration undoWithin) {
    const auto entries = reader.entriesOf(run.id, customer);
    if (!entries)
        return entries.error();
    std::vector<MergeShown> merges;
    for (const audit::Entry& entry : *entries) {
        if (entry.kind == audit::EntryKind::Merge) {
            const auto record = audit::decodeMerge(entry);
            if (!record)
                return record.error();
            merges.push_back(shown(entry, *record));
        } else if (entry.kind == audit::EntryKind::Unmerge) {
            const auto record = audit::decodeUnmerge(entry);
            if (!record)
                return record.error();
            bool later = false;
            for (MergeShown& merge : merges) {
                if (merge.gone == record->younger && !merge.undone) {
                    merge.undone = true;
                    merge.undoneBy = record->person;
                    merge.undoneWhy = record->reason;
                    later = true;
                } else if (later) {
                    merge.undoable = false; // it began from both
                }
            }
            for (MergeShown& merge : merges)
                merge.undoable = merge.undoable && !merge.undone;
        }
        if (entry.kind == audit::EntryKind::Merge)
            merges.back().undoable = takesEvents(run) && merges.back().at + undoWithin > run.clock;
    }
    for (MergeShown& merge : merges) {
        const auto row = reader.customer(run.id, merge.gone);
        if (!row)
            return row.error();
        if (*row)
            merge.goneKey = (*row)->key;
    }
    return merges;
}

Result<audit::CustomerRow> customerNamed(audit::LedgerReader& reader, std::int64_t run, const std::string& name) {
    std::optional<std::uint32_t> number;
    if (std::uint32_t given = 0; name.starts_with('#')) {
        const auto [end, failed] = std::from_chars(name.data() + 1, name.data() + name.size(), given);
        if (failed == std::errc() && end == name.data() + name.size())
            number = given;
    } else {
        const auto found = reader.customers(run, name, std::numeric_limits<std::int64_t>::max());
        if (!found)
            return found.error();
        bool person = false; // whose id reads like an account's key is a person still
        for (const audit::CustomerRow& row : *found)
            if (row.key == name && !(row.isAccount && person)) {
                number = row.number;
                person = !row.isAccount;
            }
    }
    if (number) {
        auto row = reader.customer(run, *number);
        if (!row)
            return row.error();
        if (*row)
            return std::move(**row);
    }
    return Error{"customer.unknown", {{"id", name}}, {}, 0, 0};
}

Result<void> undoMerge(const std::filesystem::path& folder, const UndoMerge& request,
                       std::chrono::milliseconds patience) {
    const auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto run = (*reader)->run(request.run);
    if (!run)
        return run.error();
    const auto customer = customerNamed(**reader, run->id, request.customer);
    if (!customer)
        return customer.error();
    // People and their rights are those of today.
    const auto loaded = documents::loadWorkspace(folder);
    if (!loaded.workspace)
        return loaded.errors.empty() ? Error{"workspace.missing", {{"folder", folder.string()}}, {}, 0, 0}
                                     : loaded.errors.front();
    if (const auto may =
            governance::checkRight(loaded.workspace->people.get(), request.person, governance::Right::UndoMerge);
        !may)
        return may.error();
    if (request.reason.find_first_not_of(" \t\n") == std::string::npos)
        return Error{"merge.needs-reason", {}, {}, 0, 0};
    if (!takesEvents(*run))
        return Error{"merge.not-live", {{"run", run->tag}}, {}, 0, 0};
    InboxNote note;
    note.run = run->tag;
    note.order.emplace();
    note.order->kind = engine::Order::Kind::Unmerge;
    note.order->customer = customer->number;
    note.order->person = request.person;
    note.order->reason = request.reason;
    if (engineIsBusy(folder))
        return askEngine(folder, note, patience);
    // It stands still: its past is computed again, and with it what undoing takes.
    const auto asOf = openAsOf(folder, *run);
    if (!asOf)
        return asOf.error();
    return orderStoppedLiveRun(*asOf, *run, {*note.order});
}

} // namespace wayreeve::session
