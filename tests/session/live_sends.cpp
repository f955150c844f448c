#include "session/live_sends.h"

#include "audit/events.h"
#include "base/json.h"
#include "session/store_access.h"

#include <QDateTime>

using namespace wayreeve;
using governance::ProposalState;

std::unique_ptr<audit::LedgerReader> readerOf(const Place& place) {
    auto reader = session::openReader(place.folder());
    return reader ? std::move(*reader) : nullptr;
}

std::vector<governance::Proposal> itemsOf(const Place& place, std::set<ProposalState> states) {
    const auto items = readerOf(place)->proposals(place.run().id, states, 100'000);
    return items ? *items : std::vector<governance::Proposal>();
}

std::vector<execution::Dispatch> resultsOf(const Place& place) {
    std::vector<execution::Dispatch> results;
    (void)readerOf(place)->forEachEntry(place.run().id, 1, [&](const audit::Entry& entry, const Hash256&) {
        if (entry.kind == audit::EntryKind::DispatchResult)
            results.push_back(audit::decodeDispatch(entry)->dispatch);
        return true;
    });
    return results;
}

std::vector<execution::Dispatch> outboxOf(const Place& place) {
    const auto items = readerOf(place)->dispatches(place.run().id, std::nullopt, INT64_MAX);
    return items ? *items : std::vector<execution::Dispatch>();
}

int approve(const Place& place, int most) {
    int approved = 0;
    for (const governance::Proposal& proposal : itemsOf(place, {ProposalState::Proposed})) {
        if (approved == most)
            break;
        bool done = true;
        for (const auto kind : {governance::CommandKind::Claim, governance::CommandKind::Approve})
            done = done && session::giveCommand(place.folder(), "l1", {kind, proposal.number, "mei", {}, {}, {}}).ok();
        approved += done ? 1 : 0;
    }
    return approved;
}

bool repeats(const Place& place) {
    const Ctl replay = Ctl::run({"replay", place.path(), "--run", "l1", "--json"});
    const auto json = parseJson(replay.out.toStdString());
    return json && json->member("identical") == Value(true);
}

int farHour() {
    return (QDateTime::currentDateTimeUtc().time().hour() + 8) % 24;
}

void neverQuiet(const Place& place, int hour) {
    const auto at = [hour](const char* minutes) {
        return '"' + QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')).toStdString() + minutes + '"';
    };
    place.edit("policies.yaml", "from: \"20:00\"", "from: " + at(":00"));
    place.edit("policies.yaml", "to: \"09:00\"", "to: " + at(":01"));
}
