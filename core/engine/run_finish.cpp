#include "audit/events.h"
#include "engine/desk.h"
#include "engine/run_loop.h"
#include "engine/shared_state_codec.h"

#include <algorithm>
#include <set>

namespace wayreeve::engine {

namespace {

// 250 ms are promised; the rest is for what no estimate sees coming.
constexpr auto commitEvery = std::chrono::milliseconds(150);
constexpr auto commitAtMostEvery = std::chrono::milliseconds(40);
constexpr std::size_t commitEntries = 8000;
constexpr std::size_t customersABatch = 1000;

void addDay(audit::DayRow& sum, const audit::DayRow& row) {
    sum.day = row.day;
    sum.arm = row.arm;
    sum.customers += row.customers;
    sum.decisions += row.decisions;
    sum.dispatches += row.dispatches;
    sum.converted += row.converted;
    sum.goals += row.goals;
    sum.money += row.money;
    sum.cost += row.cost;
    sum.complaints += row.complaints;
    sum.unsubscribes += row.unsubscribes;
    sum.queued += row.queued;
    sum.queuedHigh += row.queuedHigh;
    sum.decidedByPeople += row.decidedByPeople;
    sum.expired += row.expired;
}

} // namespace

std::vector<TakenCommand> RunLoop::commandsAt(std::uint64_t epoch, Instant end) {
    std::vector<TakenCommand> taken;
    for (governance::Command& command : givenAt(epoch, end)) {
        keepRow(epoch, end, commandJson(command));
        taken.push_back({std::move(command), Error{"approval.not-taken", {}, {}, 0, 0}});
    }
    return taken;
}

std::vector<governance::Command> RunLoop::givenAt(std::uint64_t epoch, Instant end) {
    if (const EpochOrders* const given = recordedAt(epoch))
        return given->commands;
    if (!m_settings.people)
        return std::move(m_step.commands);
    std::vector<const governance::Proposal*> waiting;
    for (const auto& [key, customer] : m_merge.waiting())
        for (const OpenProposal& open : m_customers[customer].proposals)
            if (open.proposal.number == key)
                waiting.push_back(&open.proposal);
    return m_settings.people(waiting, end, epoch);
}

std::vector<Order> RunLoop::ordersAt(std::uint64_t epoch, Instant end) {
    std::vector<Order> orders = std::move(m_step.orders);
    if (const EpochOrders* const given = recordedAt(epoch)) {
        orders = given->orders;
        if (given->lateFrom)
            keepRow(epoch, end, lateJson(*given->lateFrom));
    }
    for (const Order& order : orders)
        keepRow(epoch, end, orderJson(order));
    return orders;
}

void RunLoop::keepRow(std::uint64_t epoch, Instant at, std::string body) {
    audit::CommandRow row;
    row.sequence = ++m_commandCount;
    row.epoch = epoch;
    row.time = at;
    row.body = std::move(body);
    m_batch.commands.push_back(std::move(row));
}

void RunLoop::mergeEpoch(std::span<CustomerEpoch* const> parts, std::uint64_t epoch, Instant end) {
    const std::size_t firstEntry = m_batch.entries.size();
    const std::size_t firstRow = m_batch.decisions.size();
    const std::size_t firstAbout = m_batch.about.size();
    const std::size_t firstProposal = m_batch.proposals.size();
    const std::vector<Order> orders = ordersAt(epoch, end);
    std::vector<TakenCommand> commands = commandsAt(epoch, end);
    std::vector<CustomerEpoch*> all(parts.begin(), parts.end());
    if (!m_early.entries.empty()) {
        m_early.customer = m_early.entries.back().customer;
        all.push_back(&m_early); // the merge sorts its entries in
    }
    m_batch.decisionCount = m_decisions;
    const auto deliveries = m_merge.run(all, end, epoch, commands, m_pool, m_batch, orders);
    touchOrdered(orders);
    if (m_settings.live && !m_behindStore)
        for (const TakenCommand& taken : commands)
            m_settings.live->answered(taken.command, taken.answer);
    if (m_settings.awaitResults && m_settings.live && !m_behindStore)
        keepConsents(firstEntry);
    tellOfSoftware(parts);
    m_early.clear();
    m_decisions = m_batch.decisionCount;
    m_context.modelUpdates = m_merge.modelUpdates();
    for (const EpochMerge::Delivery& delivery : deliveries) {
        touch(delivery.customer); // whom an account addresses has no turn of it
        if (m_settings.awaitResults && m_settings.live && !m_behindStore)
            m_batch.customers.push_back(rowOf(m_customers[delivery.customer])); // connectors ask for addresses
        if (m_source.origins() == 0)
            continue; // a live run's customers are people
        const std::uint32_t origin = m_customers[delivery.customer].origin;
        m_source.deliver(origin, delivery.delivered);
        schedule(m_origins, origin, m_source.next(origin), epoch + 1);
    }
    // A verdict or a refusal changes when customers beyond the epoch's own want their next turn.
    for (std::size_t i = firstProposal; i < m_batch.proposals.size(); ++i) {
        const std::uint32_t customer = m_batch.proposals[i].customer;
        if (!std::binary_search(m_active.begin(), m_active.end(), customer))
            reschedule(customer, epoch + 1);
    }
    for (const std::uint32_t customer : m_merge.answeredCustomers())
        touch(customer); // also one who absorbed whom the answer is about
    for (const std::uint32_t customer : m_merge.answeredCustomers())
        if (!std::binary_search(m_active.begin(), m_active.end(), customer))
            reschedule(customer, epoch + 1);
    for (std::size_t i = firstProposal; i < m_batch.proposals.size(); ++i) {
        m_approvals.note(m_batch.proposals[i]);
        touch(audit::customerOf(m_batch.proposals[i].number));
    }
    number(firstEntry, firstRow, firstAbout);
}

/// Who is asked just before each call what may still go to whom reads it in the store: as of the epoch that said so.
void RunLoop::keepConsents(std::size_t firstEntry) {
    std::set<std::uint32_t> changed;
    for (std::size_t i = firstEntry; i < m_batch.entries.size(); ++i) {
        const audit::Entry& entry = m_batch.entries[i];
        if (entry.kind != audit::EntryKind::Consent && entry.kind != audit::EntryKind::Merge)
            continue;
        changed.insert(entry.customer);
        if (entry.kind == audit::EntryKind::Merge)
            if (const auto merge = audit::decodeMerge(entry))
                changed.insert(merge->younger);
    }
    for (const std::uint32_t customer : changed)
        m_batch.customers.push_back(rowOf(m_customers[customer]));
}

/// Who turns out to be no person is known to readers while a live run goes on: nothing may be learned of it.
void RunLoop::tellOfSoftware(std::span<CustomerEpoch* const> parts) {
    if (!m_settings.live || m_behindStore)
        return;
    for (const CustomerEpoch* part : parts) {
        if (m_customers[part->customer].memory.isPerson() || (m_changed[part->customer] & toldOfSoftware) != 0)
            continue;
        m_changed[part->customer] |= toldOfSoftware;
        m_batch.customers.push_back(rowOf(m_customers[part->customer]));
    }
}

void RunLoop::number(std::size_t firstEntry, std::size_t firstRow, std::size_t firstAbout) {
    for (std::size_t i = firstEntry; i < m_batch.entries.size(); ++i)
        m_chain.append(m_batch.entries[i]);
    std::unordered_map<audit::Key, std::uint64_t> entryOf;
    for (std::size_t i = firstAbout; i < m_batch.about.size(); ++i) {
        const audit::Entry& entry = m_batch.entries[m_batch.about[i].second];
        if (entry.kind == audit::EntryKind::Decision || entry.kind == audit::EntryKind::DrawnAction)
            entryOf[m_batch.about[i].first] = entry.number;
    }
    for (std::size_t i = firstRow; i < m_batch.decisions.size(); ++i)
        m_batch.decisions[i].entry = entryOf[m_batch.decisions[i].key];
}

void RunLoop::count(const CustomerEpoch& part) {
    for (const audit::DecisionRow& row : part.rows)
        if (!row.drawn)
            ++m_summary.rulings[std::string(governance::nameOf(row.ruling))];
    for (const auto& [action, logged] : part.logged)
        m_summary.logged.push_back(
            {action, logged.observed, logged.observed && !logged.outcomes.empty() ? logged.outcomes.front() : 0.0});
}

void RunLoop::commit(bool now) {
    // Another epoch, and the commit after it, must still end within the time, counted from the commit before.
    const auto clock = m_settings.ticks();
    m_longEpoch = std::max(clock - m_lastEpochEnd, m_longEpoch * 15 / 16);
    m_lastEpochEnd = clock;
    const StoreLane::Pace pace = m_lane.pace();
    const auto before = pace.waiting > 0 ? m_handedOver + pace.taken : pace.durable;
    const bool due =
        clock + m_longEpoch + pace.taken - before >= commitEvery && clock - m_handedOver >= commitAtMostEvery;
    if (!now && !due && m_batch.entries.size() < commitEntries)
        return;
    m_handedOver = clock;
    keepDays();
    m_batch.head = m_chain.head();
    m_batch.recordsHash = m_chain.recordsHash();
    m_batch.decisionCount = m_decisions;
    audit::Batch next;
    next.run = m_batch.run;
    next.epochs = m_batch.epochs;
    next.clock = m_batch.clock;
    if (!m_behindStore)
        m_lane.commit(std::move(m_batch));
    m_batch = std::move(next);
    m_lastEpochEnd = m_settings.ticks(); // with one thread the store's time has passed here
}

void RunLoop::keepDays() {
    std::map<std::pair<std::int32_t, int>, audit::DayRow> merged;
    for (const audit::DayRow& row : m_batch.days) {
        const std::pair key{row.day, static_cast<int>(row.arm)};
        addDay(merged[key], row);
        addDay(m_days[key], row);
    }
    m_batch.days.clear();
    for (auto& [key, row] : merged)
        m_batch.days.push_back(row);
}

/// Resuming: while the store is ahead nothing is written; where it ends both must agree. Epochs tell how far the store
/// is, not entries: an epoch can leave events alone.
Result<void> RunLoop::checkAgainstStored() {
    if (!m_behindStore)
        return {};
    const audit::RunInfo& stored = *m_settings.resume;
    const Error differs{"resume.differs", {{"entry", std::to_string(stored.entries)}}, {}, 0, 0};
    if (m_batch.epochs > stored.epochs)
        return differs;
    if (m_batch.epochs == stored.epochs) {
        if (m_chain.count() != stored.entries || m_chain.recordsHash() != stored.recordsHash)
            return differs;
        m_behindStore = false;
    }
    forgetStored();
    return {};
}

/// What was gathered so far is stored already.
void RunLoop::forgetStored() {
    keepDays();
    audit::Batch next;
    next.run = m_batch.run;
    next.epochs = m_batch.epochs;
    next.clock = m_batch.clock;
    m_batch = std::move(next);
}

std::map<std::pair<std::int32_t, int>, audit::DayRow> RunLoop::daysSoFar() const {
    auto days = m_days;
    for (const audit::DayRow& row : m_batch.days)
        addDay(days[{row.day, static_cast<int>(row.arm)}], row);
    return days;
}

void RunLoop::report(bool now) {
    const auto clock = std::chrono::steady_clock::now();
    if (!m_settings.progress || (!now && clock - m_lastReport < std::chrono::milliseconds(100)))
        return;
    m_lastReport = clock;
    Progress progress;
    progress.clock = m_batch.clock;
    const double length = static_cast<double>(Duration::days(m_settings.info.days).ms);
    progress.share = length > 0 ? static_cast<double>((m_batch.clock - m_settings.info.start).ms) / length : 1.0;
    progress.decisions = m_decisions;
    progress.waiting = m_merge.waiting().size();
    progress.customers = m_customers.size();
    if (!m_machinesCounted || clock - *m_machinesCounted >= std::chrono::seconds(2)) {
        m_machinesCounted = clock;
        m_machines = static_cast<std::uint64_t>(std::count_if(m_customers.begin(), m_customers.end(),
                                                              [](const auto& one) { return !one.memory.isPerson(); }));
    }
    progress.machines = m_machines;
    for (const auto& [key, row] : daysSoFar())
        progress.days.push_back(row);
    m_settings.progress(progress);
}

audit::CustomerRow RunLoop::rowOf(const CustomerState& state) const {
    audit::CustomerRow row;
    row.number = state.memory.number;
    row.key = state.memory.key;
    row.name = state.memory.key;
    const auto& traits = m_program->workspace->trackingPlan->traits;
    std::string first, last;
    for (std::size_t i = 0; i < traits.size() && i < state.memory.traits.size(); ++i) {
        if (traits[i].id == "first_name")
            first = state.memory.traits[i].toText();
        else if (traits[i].id == "last_name")
            last = state.memory.traits[i].toText();
    }
    if (state.memory.isAccount) {
        const Value name = m_program->perceiver->accountTrait(state.memory, "name");
        first = name.isNull() ? state.memory.key.substr(perception::accountKey({}).size()) : name.toText();
        last.clear();
    }
    if (!first.empty())
        row.name = last.empty() ? first : first + " " + last.substr(0, 1) + ".";
    row.arm = state.memory.arm;
    row.mixedArms = state.memory.mixedArms;
    row.isAccount = state.memory.isAccount;
    row.noPerson = !state.memory.isPerson();
    row.firstSeen = state.memory.firstSeen;
    row.lastSeen = state.memory.lastSeen;
    row.stage = state.signals.stage;
    row.decisions = state.decisions;
    if (m_settings.keepState && !state.forgotten)
        row.state = encodeState(state, m_program->symbols);
    return row;
}

/// People went on deciding after the run had ended: the same steps at the same stopped clock.
void RunLoop::applyAfterEnd() {
    for (governance::Command& command : m_settings.afterEnd)
        takeStopped(std::move(command));
}

void RunLoop::takeStopped(governance::Command command) {
    const std::size_t firstEntry = m_batch.entries.size();
    const std::size_t firstRow = m_batch.decisions.size();
    const std::size_t firstAbout = m_batch.about.size();
    const std::size_t firstProposal = m_batch.proposals.size();
    const std::uint32_t customer = audit::customerOf(command.proposal);
    m_batch.decisionCount = m_decisions;
    (void)takeAtStoppedClock({m_context, m_customers, m_merge, *m_runners.front(), m_pool}, std::move(command),
                             m_batch.clock, m_batch.epochs, m_batch);
    ++m_batch.epochs;
    m_decisions = m_batch.decisionCount;
    m_context.modelUpdates = m_merge.modelUpdates();
    for (std::size_t i = firstProposal; i < m_batch.proposals.size(); ++i) {
        m_approvals.note(m_batch.proposals[i]);
        touch(audit::customerOf(m_batch.proposals[i].number));
    }
    for (const execution::Dispatch& sent : m_batch.dispatches)
        touch(sent.customer); // whom an account addresses
    number(firstEntry, firstRow, firstAbout);
    if (customer < m_customers.size())
        reschedule(customer, m_batch.epochs);
}

/// Everything a later verdict, continuation or reader needs of the run where it stopped.
void RunLoop::checkpoint() {
    if (m_settings.keepState)
        m_batch.engineState = encodeSharedState(m_shared, m_merge.modelUpdates());
    for (std::uint32_t number = 0; number < m_customers.size(); ++number) {
        if ((m_changed[number] & changedSinceRow) == 0)
            continue;
        m_changed[number] = static_cast<std::uint8_t>((m_changed[number] & toldOfSoftware) | changedSinceCheckpoint);
        // whose part says whether its row is behind
        m_batch.customers.push_back(rowOf(m_customers[number]));
        if (m_batch.customers.size() >= customersABatch)
            commit(true);
    }
    if (m_summary.cancelled)
        keepCheckpoint();
}

Result<RunSummary> RunLoop::finish(Instant endOfRun) {
    if (!m_summary.cancelled && !m_lane.failed()) {
        audit::Entry entry;
        entry.kind = audit::EntryKind::RunEnded;
        entry.epoch = std::max(m_batch.epochs, epochOf(endOfRun));
        entry.time = std::max(endOfRun, m_batch.clock);
        entry.body = audit::encode(entry, audit::RunEndedRecord{m_decisions, entry.time});
        m_batch.epochs = entry.epoch + 1;
        m_batch.clock = entry.time;
        m_chain.append(entry);
        m_batch.entries.push_back(std::move(entry));
    }
    if (auto checked = checkAgainstStored(); !checked)
        return checked.error();
    if (m_behindStore && !m_summary.cancelled)
        return Error{"resume.differs", {{"entry", std::to_string(m_chain.count())}}, {}, 0, 0};
    applyAfterEnd();
    if (m_lane.keeps() && !m_behindStore)
        checkpoint();
    m_summary.info.status = !m_summary.cancelled ? audit::RunStatus::Finished
                            : m_settings.live    ? audit::RunStatus::Paused
                                                 : audit::RunStatus::Cancelled;
    m_batch.status = m_summary.info.status;
    commit(true);
    report(true);
    if (auto done = m_lane.finish(); !done)
        return done.error();
    m_summary.info.clock = m_batch.clock;
    m_summary.info.epochs = m_batch.epochs;
    m_summary.info.entries = m_chain.count();
    m_summary.info.decisions = m_decisions;
    m_summary.info.recordsHash = m_chain.recordsHash();
    m_summary.turnsByWorker = m_turnsByWorker;
    m_summary.didNotFit = m_merge.didNotFit();
    m_summary.approvals = m_approvals.counts();
    for (int fate = 0; fate < perception::fateCount; ++fate)
        m_summary.fates.emplace_back(std::string(perception::nameOf(static_cast<perception::Fate>(fate))),
                                     m_intake.count(static_cast<perception::Fate>(fate)));
    std::map<std::string, std::uint64_t> machines;
    for (const CustomerState& state : m_customers)
        if (!state.memory.isPerson())
            ++machines[state.memory.machine == perception::MachineSign::None
                           ? "burst"
                           : std::string(perception::nameOf(state.memory.machine))];
    m_summary.machines.assign(machines.begin(), machines.end());
    return m_summary;
}

} // namespace wayreeve::engine
