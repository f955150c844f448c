#include "session/quarantine.h"

#include "perception/event_codec.h"
#include "session/live_inbox.h"
#include "session/open_workspace.h"
#include "session/store_access.h"

#include <algorithm>
#include <deque>
#include <map>

namespace wayreeve::session {

namespace {

constexpr auto patience = std::chrono::seconds(3);
constexpr std::int64_t rowsAtOnce = 10'000;

Result<QuarantinedEvent> opened(const audit::EventRow& row, const engine::Program& program, bool withText) {
    QuarantinedEvent one{row.sequence, row.receivedAt, row.name, static_cast<perception::Fate>(row.fate), {}, {}, {}};
    if (auto malformed = perception::decodeMalformed(row.body)) {
        one.reason = std::move(malformed->reason);
        one.text = std::move(malformed->raw);
        // Older runs kept one fate for all.
        if (one.fate == perception::Fate::Quarantined)
            one.fate = perception::fateOf(one.reason);
        return one;
    }
    if (row.body.empty())
        return one; // of a run that kept only the count, or of somebody who was erased
    cbor::Reader reader(row.body);
    auto event = perception::decodeEvent(reader, program.symbols);
    if (!event)
        return event.error();
    if (auto violation = program.perceiver->violation(*event))
        one.reason = std::move(*violation);
    else if (event->userId.empty() && event->anonymousId.empty())
        one.reason = Error{"event.no-id", {}, {}, 0, 0};
    if (withText)
        one.text = writeJson(perception::toSegmentJson(*event));
    return one;
}

std::map<std::uint64_t, SentAgain> sentAgainOf(const std::vector<audit::MendedRow>& rows) {
    std::map<std::uint64_t, SentAgain> sent;
    for (const audit::MendedRow& row : rows)
        sent[row.number] = {row.at, row.person, row.into, row.receipt, static_cast<perception::Fate>(row.fate)};
    return sent;
}

/// The number of the event that is mended; 0 where none is found by its message id.
Result<std::uint64_t> findMended(audit::LedgerReader& reader, const audit::RunInfo& run, std::uint64_t number,
                                 const std::string& messageId) {
    if (number > 0) {
        const auto found = reader.heldBack(run.id, number - 1, 1);
        if (!found)
            return found.error();
        if (found->empty() || found->front().sequence != number)
            return Error{"quarantine.unknown", {{"run", run.tag}, {"number", std::to_string(number)}}, {}, 0, 0};
        return number;
    }
    std::uint64_t newest = 0;
    for (std::uint64_t after = 0;;) {
        const auto rows = reader.heldBack(run.id, after, rowsAtOnce);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return newest;
        after = rows->back().sequence;
        for (const audit::EventRow& row : *rows)
            if (!messageId.empty() && row.messageId == messageId)
                newest = row.sequence;
    }
}

} // namespace

std::string reasonKey(perception::Fate fate, const Error& reason) {
    return std::string(perception::nameOf(fate)) + " " + debugText(reason);
}

Result<Quarantine> quarantined(const std::filesystem::path& folder, const QuarantineQuery& query) {
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(query.run);
    if (!info)
        return info.error();
    const auto workspace = openAsOf(folder, *info);
    if (!workspace)
        return workspace.error();
    const auto mended = (*reader)->mended(info->id);
    if (!mended)
        return mended.error();
    const auto sent = sentAgainOf(*mended);
    Quarantine found;
    found.run = info->tag;
    std::map<std::string, std::size_t> places; // of reasons, by their keys
    std::deque<audit::EventRow> newest;
    for (std::uint64_t after = 0;;) {
        auto rows = (*reader)->heldBack(info->id, after, rowsAtOnce);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        after = rows->back().sequence;
        for (audit::EventRow& row : *rows) {
            const auto one = opened(row, *workspace->program, false);
            if (!one)
                return one.error();
            const bool open = !sent.contains(row.sequence);
            std::string key = reasonKey(one->fate, one->reason);
            const bool wanted = (open || !query.onlyOpen) && (!query.reason || *query.reason == key);
            const auto [place, isNew] = places.emplace(std::move(key), found.reasons.size());
            if (isNew)
                found.reasons.push_back({one->fate, one->reason, 0, 0});
            ++found.count;
            ++found.reasons[place->second].count;
            found.open += open ? 1 : 0;
            found.reasons[place->second].open += open ? 1 : 0;
            if (!wanted)
                continue;
            newest.push_back(std::move(row));
            if (newest.size() > query.limit)
                newest.pop_front();
        }
    }
    std::stable_sort(found.reasons.begin(), found.reasons.end(),
                     [](const QuarantineReason& a, const QuarantineReason& b) { return a.count > b.count; });
    for (auto row = newest.rbegin(); row != newest.rend(); ++row) {
        auto one = opened(*row, *workspace->program, true);
        if (!one)
            return one.error();
        if (const auto again = sent.find(row->sequence); again != sent.end())
            one->sentAgain = again->second;
        found.events.push_back(std::move(*one));
    }
    return found;
}

Result<bool> sendMended(const std::filesystem::path& folder, const std::string& json, const Mending& mending) {
    const auto event = parseJson(json);
    if (!event)
        return event.error();
    // The time counts only for the check: the engine reads it again when it takes it in.
    constexpr Instant late{INT64_MAX / 4};
    const auto readable = perception::parseSegmentEvent(*event, late);
    if (!readable)
        return readable.error();
    if (!engineIsBusy(folder))
        return Error{"live.not-running", {}, {}, 0, 0};
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto run = (*reader)->run(mending.run);
    if (!run)
        return run.error();
    const auto number = findMended(**reader, *run, mending.number, readable->messageId);
    if (!number)
        return number.error();
    InboxNote note;
    note.event = *event;
    if (*number > 0) {
        note.mended.run = run->tag;
        note.mended.number = *number;
        note.mended.person = mending.person;
    }
    if (auto taken = askEngine(folder, note, patience); !taken)
        return taken.error();
    return *number > 0;
}

} // namespace wayreeve::session
