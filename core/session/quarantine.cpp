#include "session/quarantine.h"

#include "perception/event_codec.h"
#include "perception/intake.h"
#include "session/live_inbox.h"
#include "session/open_workspace.h"
#include "session/store_access.h"

#include <algorithm>
#include <optional>

namespace wayreeve::session {

namespace {

constexpr auto patience = std::chrono::seconds(3);

Result<QuarantinedEvent> opened(const audit::EventRow& row, const engine::Program& program) {
    QuarantinedEvent one{row.sequence, row.receivedAt, row.name, {}, {}};
    if (auto malformed = perception::decodeMalformed(row.body)) {
        one.reason = std::move(malformed->reason);
        one.text = std::move(malformed->raw);
        return one;
    }
    if (row.body.empty())
        return one; // of a run that kept only the count
    cbor::Reader reader(row.body);
    auto event = perception::decodeEvent(reader, program.symbols);
    if (!event)
        return event.error();
    if (auto violation = program.perceiver->violation(*event))
        one.reason = std::move(*violation);
    one.text = writeJson(perception::toSegmentJson(*event));
    return one;
}

} // namespace

Result<std::vector<QuarantinedEvent>> quarantined(const std::filesystem::path& folder, const std::string& run,
                                                  std::size_t limit) {
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    const auto workspace = openAsOf(folder, *info);
    if (!workspace)
        return workspace.error();
    std::vector<audit::EventRow> rows;
    for (std::uint64_t after = 0;;) {
        auto page = (*reader)->events(info->id, audit::noCustomer, after, 10'000);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        after = page->back().sequence;
        for (audit::EventRow& row : *page)
            if (row.fate == static_cast<std::uint8_t>(perception::Fate::Quarantined))
                rows.push_back(std::move(row));
        if (rows.size() > limit)
            rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(limit));
    }
    std::vector<QuarantinedEvent> events;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        auto one = opened(*row, *workspace->program);
        if (!one)
            return one.error();
        events.push_back(std::move(*one));
    }
    return events;
}

Result<void> sendMended(const std::filesystem::path& folder, const std::string& json) {
    const auto event = parseJson(json);
    if (!event)
        return event.error();
    // The time counts only for the check: the engine reads it again when it takes it in.
    constexpr Instant late{INT64_MAX / 4};
    if (const auto readable = perception::parseSegmentEvent(*event, late); !readable)
        return readable.error();
    if (!engineIsBusy(folder))
        return Error{"live.not-running", {}, {}, 0, 0};
    InboxNote note;
    note.event = *event;
    return askEngine(folder, note, patience);
}

} // namespace wayreeve::session
