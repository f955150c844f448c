#include "session/recorded_run.h"

#include "engine/desk.h"
#include "perception/event_codec.h"
#include "perception/intake.h"
#include "session/live_run.h"

#include <algorithm>
#include <map>
#include <memory>

namespace wayreeve::session {

namespace {

/// The live run that this one is, or replays at whatever distance; nothing where it is none.
Result<std::optional<audit::RunInfo>> isLive(audit::LedgerReader& reader, const audit::RunInfo& run) {
    audit::RunInfo at = run;
    while (at.kind == audit::RunKind::Replay && !at.source.empty()) {
        const auto runs = reader.runs();
        if (!runs)
            return runs.error();
        const auto source = std::find_if(runs->begin(), runs->end(), [&](const auto& one) {
            return one.tag == at.source && one.id < at.id; // a replay of logged data names a file
        });
        if (source == runs->end())
            break;
        at = *source;
    }
    return takesEvents(at) ? std::optional(at) : std::nullopt; // an import ends like a simulation
}

/// What was said during a simulation belongs to one of its epochs; what came later stands beyond its last.
Result<void> partCommands(const std::vector<audit::CommandRow>& rows, const audit::RunInfo& original,
                          RecordedRun& recorded, std::map<std::uint64_t, std::vector<governance::Command>>& during,
                          std::uint64_t& ranUntil) {
    const auto lastEpoch = static_cast<std::uint64_t>(Duration::days(original.days).ms / original.epoch.ms);
    for (const audit::CommandRow& row : rows) {
        auto command = engine::commandFromJson(row.body);
        if (!command)
            return command.error();
        const bool afterEnd = row.epoch >= lastEpoch || engine::isAfterEnd(row.body);
        if (afterEnd && recorded.settings.afterEnd.empty())
            ranUntil = row.epoch;
        if (afterEnd) {
            recorded.settings.afterEnd.push_back(*command);
            recorded.afterEnd.push_back(row);
        } else {
            during[row.epoch].push_back(*command);
        }
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const engine::RecordedOrders>> recordedOrders(const std::vector<audit::CommandRow>& rows) {
    auto orders = std::make_shared<engine::RecordedOrders>();
    for (const audit::CommandRow& row : rows)
        if (auto added = engine::addRecorded((*orders)[row.epoch], row.body); !added)
            return added.error();
    return std::shared_ptr<const engine::RecordedOrders>(std::move(orders));
}

Result<std::vector<simulation::Arrival>> arrivalsOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                    const Symbols& symbols, std::uint64_t after) {
    std::vector<simulation::Arrival> arrivals;
    for (;;) {
        auto rows = reader.events(run.id, std::nullopt, after, 10'000);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return arrivals;
        for (const audit::EventRow& row : *rows) {
            simulation::Arrival arrival;
            arrival.receivedAt = row.receivedAt;
            arrival.index = static_cast<std::uint32_t>(arrivals.size());
            if (auto malformed = perception::decodeMalformed(row.body)) {
                arrival.raw = std::move(malformed->raw);
                arrival.reason = std::move(malformed->reason);
            } else if (!row.body.empty()) {
                cbor::Reader body(row.body);
                auto event = perception::decodeEvent(body, symbols);
                if (!event)
                    return event.error();
                arrival.event = std::move(event).value();
            } else if (static_cast<perception::Fate>(row.fate) == perception::Fate::FutureDated) {
                arrival.reason.code = "event.future"; // of a simulated one nothing else is kept
            }
            arrivals.push_back(std::move(arrival));
            after = row.sequence;
        }
    }
}

Result<RecordedRun> recordedRun(audit::LedgerReader& reader, const audit::RunInfo& original,
                                const OpenWorkspace& workspace) {
    const auto erased = reader.erased(original.id);
    if (!erased)
        return erased.error();
    if (!erased->empty())
        return Error{"replay.erased", {{"run", original.tag}, {"customers", std::to_string(erased->size())}}, {}, 0, 0};
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
    engine::RunSettings& settings = recorded.settings;
    const auto live = isLive(reader, original);
    if (!live)
        return live.error();
    std::uint64_t ranUntil = original.epochs; // without what came after its end
    auto commands = std::make_shared<std::map<std::uint64_t, std::vector<governance::Command>>>();
    if (*live) {
        auto orders = recordedOrders(*rows);
        if (!orders)
            return orders.error();
        settings.recorded = std::move(*orders);
        settings.stopAtEpoch = original.epochs;
        settings.awaitResults = (*live)->sendsReally;
    } else if (auto parted = partCommands(*rows, original, recorded, *commands, ranUntil); !parted) {
        return parted.error();
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
    if (*live)
        return recorded;
    settings.people = [commands](std::span<const governance::Proposal* const>, Instant, std::uint64_t epoch) {
        const auto at = commands->find(epoch);
        return at == commands->end() ? std::vector<governance::Command>() : at->second;
    };
    return recorded;
}

} // namespace wayreeve::session
