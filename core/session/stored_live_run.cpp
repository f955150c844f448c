#include "session/stored_live_run.h"

#include "engine/run.h"
#include "session/recorded_run.h"
#include "simulation/recorded_source.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

namespace wayreeve::session {

namespace {

/// One step at the run's stopped clock.
class OneStep final : public engine::LiveFeed {
public:
    explicit OneStep(std::vector<engine::Order> orders)
        : m_orders(std::move(orders)) {}
    Step next(Instant earliest, Instant) override {
        Step step;
        step.now = earliest;
        step.orders = std::move(m_orders);
        step.end = m_given;
        m_given = true;
        return step;
    }
    void answered(const governance::Command&, const Result<governance::Proposal>&) override {}
    void answered(const engine::Order&, const Result<void>& done) override {
        if (!done && !refused)
            refused = done.error();
    }
    void committed(bool) override {}

    std::optional<Error> refused; ///< the first order's that was

private:
    std::vector<engine::Order> m_orders;
    bool m_given = false;
};

} // namespace

Result<StoredLiveRun> loadLiveRun(audit::LedgerReader& reader, const audit::RunInfo& info, const Symbols& symbols) {
    StoredLiveRun stored;
    stored.info = info;
    const auto rows = reader.commands(info.id);
    if (!rows)
        return rows.error();
    auto orders = recordedOrders(*rows);
    if (!orders)
        return orders.error();
    for (const auto& [epoch, given] : **orders)
        for (const engine::Order& order : given.orders)
            if (order.kind == engine::Order::Kind::Result)
                stored.results[order.dispatch] = {order.attempts, order.code};
    auto parts = reader.checkpoint(info.id);
    if (!parts)
        return parts.error();
    engine::CheckpointHead head;
    if (const auto found = engine::headOf(*parts)) {
        head = *found;
        stored.checkpoint = std::make_shared<engine::Checkpoint>();
        stored.checkpoint->parts = std::move(*parts);
        if (head.needsHashes) {
            auto hashes = reader.entryHashes(info.id);
            if (!hashes)
                return hashes.error();
            stored.checkpoint->hashes = std::move(*hashes);
        }
    } else {
        const auto erased = reader.erased(info.id);
        if (!erased)
            return erased.error();
        if (!erased->empty())
            return Error{"live.erased", {{"run", info.tag}}, {}, 0, 0};
    }
    auto arrivals = arrivalsOf(reader, info, symbols, head.receipts);
    if (!arrivals)
        return arrivals.error();
    stored.arrivals = std::move(*arrivals);
    stored.orders =
        std::make_shared<const engine::RecordedOrders>((*orders)->lower_bound(head.epochs), (*orders)->end());
    return stored;
}

Result<void> orderStoppedLiveRun(const OpenWorkspace& workspace, const audit::RunInfo& info,
                                 std::vector<engine::Order> orders) {
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    auto stored = loadLiveRun(**reader, info, workspace.program->symbols);
    if (!stored)
        return stored.error();
    OneStep feed(std::move(orders));
    engine::RunSettings settings;
    settings.info = settings.resume.emplace(stored->info);
    settings.recorded = stored->orders;
    settings.checkpoint = stored->checkpoint;
    settings.awaitResults = info.sendsReally;
    settings.live = &feed;
    simulation::RecordedSource source(std::move(stored->arrivals));
    auto summary = engine::executeRun(workspace.program, std::move(settings), source,
                                      [&]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
                                          auto writer = storage::SqliteLedgerWriter::open(workspace.folder);
                                          if (!writer)
                                              return writer.error();
                                          return std::unique_ptr<audit::LedgerWriter>(std::move(*writer));
                                      });
    if (!summary)
        return summary.error();
    return feed.refused ? Result<void>(*feed.refused) : Result<void>();
}

} // namespace wayreeve::session
