#include "session/recorded_run.h"

#include "engine/desk.h"
#include "perception/event_codec.h"

#include <map>
#include <memory>

namespace wayreeve::session {

namespace {

Result<std::vector<simulation::Arrival>> arrivalsOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                    const Symbols& symbols) {
    std::vector<simulation::Arrival> arrivals;
    for (std::uint64_t after = 0;;) {
        auto rows = reader.events(run.id, std::nullopt, after, 10'000);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return arrivals;
        for (const audit::EventRow& row : *rows) {
            simulation::Arrival arrival{row.receivedAt, 0, static_cast<std::uint32_t>(arrivals.size()), std::nullopt};
            if (!row.body.empty()) {
                cbor::Reader body(row.body);
                auto event = perception::decodeEvent(body, symbols);
                if (!event)
                    return event.error();
                arrival.event = std::move(event).value();
            }
            arrivals.push_back(std::move(arrival));
            after = row.sequence;
        }
    }
}

} // namespace

Result<RecordedRun> recordedRun(audit::LedgerReader& reader, const audit::RunInfo& original,
                                const OpenWorkspace& workspace) {
    if (original.status == audit::RunStatus::Running)
        return Error{"run.still-running", {{"run", original.tag}}, {}, 0, 0};
    RecordedRun recorded;
    auto arrivals = arrivalsOf(reader, original, workspace.program->symbols);
    if (!arrivals)
        return arrivals.error();
    recorded.arrivals = std::move(arrivals).value();
    auto rows = reader.commands(original.id);
    if (!rows)
        return rows.error();
    auto commands = std::make_shared<std::map<std::uint64_t, std::vector<governance::Command>>>();
    engine::RunSettings& settings = recorded.settings;
    std::uint64_t ranUntil = original.epochs; // without what came after its end
    const auto lastEpoch = static_cast<std::uint64_t>(Duration::days(original.days).ms / original.epoch.ms);
    for (const audit::CommandRow& row : *rows) {
        auto command = engine::commandFromJson(row.body);
        if (!command)
            return command.error();
        // What was said during the run belongs to one of its epochs; what came later stands beyond its last.
        const bool afterEnd = row.epoch >= lastEpoch || engine::isAfterEnd(row.body);
        if (afterEnd && settings.afterEnd.empty())
            ranUntil = row.epoch;
        if (afterEnd) {
            settings.afterEnd.push_back(*command);
            recorded.afterEnd.push_back(row);
        } else {
            (*commands)[row.epoch].push_back(*command);
        }
    }
    settings.info = original;
    settings.info.id = 0;
    settings.info.tag.clear();
    settings.info.kind = audit::RunKind::Replay;
    settings.info.status = audit::RunStatus::Running;
    settings.info.source = original.tag;
    settings.info.sendsReally = false;
    if (original.status == audit::RunStatus::Cancelled)
        settings.stopAtEpoch = ranUntil;
    settings.info.entries = settings.info.decisions = settings.info.epochs = 0;
    settings.people = [commands](std::span<const governance::Proposal* const>, Instant, std::uint64_t epoch) {
        const auto at = commands->find(epoch);
        return at == commands->end() ? std::vector<governance::Command>() : at->second;
    };
    return recorded;
}

} // namespace wayreeve::session
