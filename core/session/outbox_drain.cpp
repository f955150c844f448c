#include "session/outbox_drain.h"

#include "base/clock.h"
#include "session/run_connectors.h"
#include "session/send_leave.h"
#include "storage/call_gate.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_outbox.h"
#include "storage/stop_store.h"

#include <algorithm>

namespace wayreeve::session {

struct OutboxDrain::Impl {
    std::unique_ptr<storage::SqliteLedgerReader> reader;
    std::int64_t run = 0;
    OpenWorkspace asOf;
    std::shared_ptr<StoredCustomers> customers;
    SystemClock clock;
    RunConnectors connectors;
    std::unique_ptr<storage::SqliteOutbox> outbox;
    std::unique_ptr<storage::StopStore> stops;
    std::unique_ptr<storage::CallGate> gate;
    governance::StopSwitch stop;
    std::optional<Error> unreadable;
    std::unique_ptr<execution::Dispatcher> dispatcher;

    void readStops();
    [[nodiscard]] std::shared_ptr<void> enter();
    template <class Pass>
    [[nodiscard]] Result<int> with(Pass pass) {
        readStops();
        auto done = pass();
        if (done && unreadable)
            return *std::exchange(unreadable, std::nullopt);
        return done;
    }
};

void OutboxDrain::Impl::readStops() {
    auto scopes = stops->scopes();
    if (!scopes) {
        unreadable = scopes.error();
        stop.set({}); // not knowing is no leave to send
        return;
    }
    for (const std::string& scope : stop.scopes())
        if (!scopes->contains(scope))
            stop.lift(scope);
    for (const auto& [scope, person] : *scopes)
        stop.set(scope);
}

/// Another process may stop us, and once its `stop` has answered no call may start: so the store is asked inside the
/// gate, before every call.
std::shared_ptr<void> OutboxDrain::Impl::enter() {
    auto pass = gate->pass();
    if (!pass) {
        unreadable = pass.error();
        stop.set({});
        return nullptr;
    }
    auto kept = std::make_shared<storage::CallGate::Pass>(std::move(*pass));
    readStops();
    return kept;
}

OutboxDrain::OutboxDrain(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

OutboxDrain::~OutboxDrain() = default;

Result<std::unique_ptr<OutboxDrain>> OutboxDrain::open(const OpenWorkspace& workspace, const std::string& run,
                                                       Settled settled) {
    auto impl = std::make_unique<Impl>();
    auto reader = storage::SqliteLedgerReader::open(workspace.folder);
    if (!reader)
        return reader.error();
    impl->reader = std::move(*reader);
    const auto info = impl->reader->run(run);
    if (!info)
        return info.error();
    impl->run = info->id;
    auto asOf = openAsOf(workspace.folder, *info);
    if (!asOf)
        return asOf.error();
    impl->asOf = std::move(*asOf);
    impl->customers = std::make_shared<StoredCustomers>(impl->asOf, *impl->reader, info->id);
    auto connectors = openConnectors(workspace.workspace->settings, environmentOf(impl->asOf, impl->customers));
    if (!connectors)
        return connectors.error();
    impl->connectors = std::move(*connectors);
    auto outbox = storage::SqliteOutbox::open(workspace.folder, info->tag);
    if (!outbox)
        return outbox.error();
    impl->outbox = std::move(*outbox);
    auto stops = storage::StopStore::open(workspace.folder);
    if (!stops)
        return stops.error();
    impl->stops = std::move(*stops);
    if (auto recovered = impl->outbox->recover(); !recovered)
        return recovered.error();
    auto gate = storage::CallGate::open(workspace.folder);
    if (!gate)
        return gate.error();
    impl->gate = std::move(*gate);
    execution::Dispatcher::Settings settings;
    Impl& self = *impl;
    settings.enter = [&self] { return self.enter(); };
    settings.leave = [&self](const execution::Dispatch& item) {
        return leaveOf(self.asOf, *self.customers, item, self.clock.now());
    };
    settings.settled = std::move(settled);
    impl->dispatcher = std::make_unique<execution::Dispatcher>(
        *impl->outbox, impl->stop,
        [&self](const std::string& connector) -> execution::Connector* {
            const auto found = self.connectors.find(connector);
            return found == self.connectors.end() ? nullptr : found->second.get();
        },
        [&self](Sym symbol) { return self.asOf.program->symbols.name(symbol); }, std::move(settings));
    return std::unique_ptr<OutboxDrain>(new OutboxDrain(std::move(impl)));
}

Result<int> OutboxDrain::drainOnce() {
    return m_impl->with([this] { return m_impl->dispatcher->drainOnce(); });
}

Result<int> OutboxDrain::step(Instant now) {
    return m_impl->with([&] { return m_impl->dispatcher->step(now); });
}

Result<std::vector<execution::Dispatch>> OutboxDrain::settledItems() {
    auto all = m_impl->reader->dispatches(m_impl->run, std::nullopt, INT64_MAX);
    if (!all)
        return all.error();
    using execution::DispatchState;
    std::erase_if(*all, [](const execution::Dispatch& one) {
        return one.state != DispatchState::Succeeded && one.state != DispatchState::Failed &&
               one.state != DispatchState::Unknown;
    });
    return all;
}

} // namespace wayreeve::session
