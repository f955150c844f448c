#include "engine/run.h"

#include "audit/events.h"
#include "audit/names.h"
#include "engine/desk.h"
#include "engine/run_loop.h"
#include "perception/event_codec.h"

#include <algorithm>
#include <utility>

namespace wayreeve::engine {

documents::Arm armOf(const documents::Settings& settings, const std::string& salt, const std::string& key) {
    const auto place = static_cast<int>(stableHash64(salt + "/" + key) % 100);
    if (place < settings.agentic)
        return documents::Arm::Agentic;
    return place < settings.agentic + settings.control ? documents::Arm::Control : documents::Arm::Baseline;
}

Result<RunSummary> executeRun(std::shared_ptr<const Program> program, RunSettings settings,
                              simulation::ArrivalSource& source, const OpenLedger& openLedger) {
    RunLoop loop(std::move(program), std::move(settings), source, openLedger);
    return loop.run();
}

RunLoop::RunLoop(std::shared_ptr<const Program> program, RunSettings settings, simulation::ArrivalSource& source,
                 const OpenLedger& openLedger)
    : m_program(std::move(program))
    , m_settings(std::move(settings))
    , m_source(source)
    , m_chance(m_settings.info.seed)
    , m_shared(m_program->planner->initialState())
    // Logged data names the customer of every row: nothing is to be guessed there.
    , m_intake(*m_program->perceiver,
               {.stitching = m_program->workspace->settings.stitching && m_settings.mapping == nullptr})
    , m_pool(m_settings.threads)
    , m_merge(*m_program, m_shared, m_customers, m_settings.info.sendsReally, m_settings.awaitResults)
    , m_undo(m_settings.live || m_settings.recorded ? m_program->workspace->settings.undoMerges : Duration{},
             m_program->symbols)
    , m_lane(m_pool, openLedger, m_settings.ticks) {
    m_handedOver = m_lastEpochEnd = m_checkpointDone = m_settings.ticks();
    m_merge.setStart(m_settings.info.start);
    m_context.program = m_program.get();
    m_context.shared = &m_shared;
    m_context.customers = &m_customers;
    m_context.chance = &m_chance;
    m_context.explore = m_settings.explore;
    m_context.epochLength = m_settings.info.epoch;
    m_context.mapping = m_settings.mapping;
    m_context.observe = m_settings.observe;
    m_context.passOptOuts = m_settings.awaitResults; // where a replay does, too
    m_context.asksFacts =
        (m_settings.live || m_settings.recorded) && m_program->workspace->settings.facts.asksAnybody();
    for (unsigned worker = 0; worker < m_pool.threads(); ++worker)
        m_runners.push_back(std::make_unique<TurnRunner>(*m_program));
    if (m_settings.backtest) {
        for (const auto& runner : m_runners)
            runner->setSecond(*m_settings.backtest->changed);
        m_second = m_settings.backtest->changed->planner->initialState();
        m_context.second = &m_second;
    }
    m_turnsByWorker.resize(m_pool.threads());
}

std::uint64_t RunLoop::epochOf(Instant instant) const {
    const Duration since = instant - m_settings.info.start;
    return since.ms < 0 ? 0 : static_cast<std::uint64_t>(since.ms / m_settings.info.epoch.ms);
}

Result<RunSummary> RunLoop::run() {
    auto info = m_lane.begin(m_settings.info, m_program->symbols, m_settings.resume.has_value());
    if (!info)
        return info.error();
    m_summary.info = m_settings.resume ? *m_settings.resume : *info;
    m_batch.run = m_summary.info.id;
    m_behindStore = m_settings.resume && m_settings.resume->entries > 0;
    if (!m_settings.checkpoint)
        start();
    else if (auto restored = restore(*m_settings.checkpoint); !restored)
        return restored.error();
    if (!m_settings.budgetsLeft.empty())
        m_merge.refillBudgets(m_settings.info.start);
    for (const auto& [policy, left] : m_settings.budgetsLeft)
        if (double* const budget = m_program->planner->left(m_shared.today, policy))
            *budget = left;
    if (auto checked = checkAgainstStored(); !checked)
        return checked.error();
    for (std::uint32_t origin = 0; origin < m_source.origins(); ++origin)
        schedule(m_origins, origin, m_source.next(origin), 0);
    const bool live = m_settings.live != nullptr || m_settings.recorded != nullptr; // ends when people say so
    const Instant endOfRun = live ? Instant::never() : m_settings.info.start + Duration::days(m_settings.info.days);
    if (auto ran = runUntilEnd(endOfRun); !ran)
        return ran.error();
    if (m_settings.live && !m_summary.cancelled && !m_lane.failed())
        if (auto ran = runLive(); !ran)
            return ran.error();
    return finish(endOfRun);
}

/// Arrivals, timers and recorded orders until the run's end; of a live run, its stored part.
Result<void> RunLoop::runUntilEnd(Instant endOfRun) {
    while (!m_settings.live || m_behindStore) {
        if (applyWhileStopped()) {
            if (auto checked = checkAgainstStored(); !checked)
                return checked;
            continue;
        }
        const std::uint64_t epoch = nextEpoch();
        if (m_settings.live && epoch >= m_settings.resume->epochs && m_batch.epochs < m_settings.resume->epochs) {
            // The last ones stored were empty: wakes that nobody wanted any more, which a checkpoint does not list.
            m_batch.epochs = m_settings.resume->epochs;
            m_batch.clock = m_settings.resume->clock;
            if (auto checked = checkAgainstStored(); !checked)
                return checked;
            continue;
        }
        const bool ended = epoch == UINT64_MAX || epochStart(epoch) >= endOfRun;
        if ((ended && !m_settings.stopAtEpoch) || m_lane.failed())
            break;
        if ((m_settings.cancelled && m_settings.cancelled()) ||
            (m_settings.stopAtEpoch && (ended || epoch >= *m_settings.stopAtEpoch))) {
            m_summary.cancelled = true;
            break;
        }
        runEpoch(epoch);
        if (auto checked = checkAgainstStored(); !checked)
            return checked;
        report(false);
    }
    return {};
}

std::uint64_t RunLoop::nextEpoch() const {
    std::uint64_t epoch = UINT64_MAX;
    if (!m_origins.empty())
        epoch = std::min(epoch, m_origins.begin()->first);
    if (!m_wakes.empty())
        epoch = std::min(epoch, m_wakes.begin()->first);
    // People look at every epoch's end while something waits for them, whoever else is active.
    if (m_settings.people && m_settings.info.reviewers && !m_merge.waiting().empty())
        epoch = std::min(epoch, m_batch.epochs);
    if (!m_settings.recorded)
        return epoch;
    if (const auto given = m_settings.recorded->lower_bound(m_batch.epochs); given != m_settings.recorded->end())
        epoch = std::min(epoch, given->first);
    // Timers that came late then are late again.
    if (const auto late = m_settings.recorded->lower_bound(epoch);
        late != m_settings.recorded->end() && late->second.lateFrom && *late->second.lateFrom <= epoch)
        epoch = late->first;
    return epoch;
}

const EpochOrders* RunLoop::recordedAt(std::uint64_t epoch) const {
    if (!m_settings.recorded)
        return nullptr;
    const auto at = m_settings.recorded->find(epoch);
    return at == m_settings.recorded->end() ? nullptr : &at->second;
}

/// What people said while a live run stood still comes back where it was said. True where there was something.
bool RunLoop::applyWhileStopped() {
    const EpochOrders* const given = recordedAt(m_batch.epochs);
    if (!given || given->whileStopped.empty())
        return false;
    for (const governance::Command& command : given->whileStopped) {
        keepRow(m_batch.epochs, m_batch.clock, commandJson(command, true));
        takeStopped(command);
    }
    return true;
}

/// A live run's own part: one epoch for every step of the feed, durable before anybody is told.
Result<void> RunLoop::runLive() {
    m_batch.status = audit::RunStatus::Running;
    commit(true); // clients look there before they ask
    if (auto durable = m_lane.finish(); !durable)
        return durable;
    m_commandCount = std::max(m_commandCount, m_chain.count());
    report(true);
    askAgain();
    while (!m_lane.failed()) {
        const std::uint64_t wake = m_wakes.empty() ? UINT64_MAX : m_wakes.begin()->first;
        m_step =
            m_settings.live->next(epochStart(m_batch.epochs), wake == UINT64_MAX ? Instant::never() : epochStart(wake));
        if (m_step.end)
            break;
        const auto begun = m_settings.ticks();
        const std::vector<std::uint32_t> show = std::move(m_step.show);
        if (show.empty() || !m_step.arrivals.empty() || !m_step.commands.empty() || !m_step.orders.empty()) {
            const std::uint64_t epoch = std::max(m_batch.epochs, epochOf(m_step.now));
            if (wake < epoch)
                keepRow(epoch, epochStart(epoch + 1), lateJson(m_batch.epochs));
            runEpoch(epoch);
        }
        for (const std::uint32_t customer : show)
            if (customer < m_customers.size())
                m_batch.customers.push_back(rowOf(m_customers[customer]));
        commit(true);
        const auto durable = m_lane.finish();
        if (std::exchange(m_checkpointKept, false)) {
            m_checkpointDone = m_settings.ticks();
            m_checkpointTook = m_checkpointDone - begun;
        }
        m_settings.live->committed(durable.operator bool());
        m_step = {};
        if (!durable)
            return durable;
        if (!m_questions.empty())
            m_settings.live->ask(std::exchange(m_questions, {}));
        report(true); // nothing may follow for hours
    }
    m_summary.cancelled = true; // it stands still, and may go on
    return {};
}

/// What was asked and not answered when the run stood still.
void RunLoop::askAgain() {
    for (const CustomerState& state : m_customers)
        for (const planning::KnownFact& fact : state.facts)
            if (fact.waiting && !state.forgotten)
                m_questions.push_back({state.memory.number, fact.name});
    if (!m_questions.empty())
        m_settings.live->ask(std::exchange(m_questions, {}));
}

audit::Entry RunLoop::startEntry() const {
    audit::RunStartedRecord record;
    record.documentSet = m_settings.info.documentSet;
    record.names = audit::hashOfNames(m_program->symbols);
    record.seed = std::to_string(m_settings.info.seed);
    record.salt = m_settings.info.salt;
    record.zoneData = zoneDataVersion();
    record.customers = m_settings.info.customers;
    record.days = m_settings.info.days;
    record.epoch = m_settings.info.epoch;
    record.reviewers = m_settings.info.reviewers ? "seeded" : "none";
    record.population = m_settings.info.population;
    for (auto& [goal, hash] : m_program->planner->configurations())
        record.models.push_back({std::move(goal), hash});
    audit::Entry entry;
    entry.kind = audit::EntryKind::RunStarted;
    entry.time = m_settings.info.start;
    entry.body = audit::encode(entry, record);
    return entry;
}

/// The first entry says what the run is; it is durable before anything happens.
void RunLoop::start() {
    audit::Entry entry = startEntry();
    m_chain.append(entry);
    m_batch.entries.push_back(std::move(entry));
    if (!m_behindStore)
        commit(true);
}

void RunLoop::schedule(Calendar& calendar, std::uint32_t who, Instant when, std::uint64_t earliest) {
    if (!when.isNever())
        calendar[std::max(earliest, epochOf(when))].push_back(who);
}

void RunLoop::runEpoch(std::uint64_t epoch) {
    const Instant end = epochStart(epoch + 1);
    obeyUnmerges(epoch);
    gatherArrivals(epoch, end);
    eraseAt(epoch);
    m_undo.note(m_inbox);
    m_active.clear();
    // Earlier ones than this epoch's are there only where a live run was late.
    while (!m_wakes.empty() && m_wakes.begin()->first <= epoch) {
        for (const std::uint32_t customer : m_wakes.begin()->second)
            // A customer may have been rescheduled since: only its latest wake counts.
            if (m_wakeEpoch[customer] == m_wakes.begin()->first)
                m_active.push_back(customer);
        m_wakes.erase(m_wakes.begin());
    }
    for (const auto& [customer, events] : m_inbox)
        m_active.push_back(customer);
    std::sort(m_active.begin(), m_active.end());
    m_active.erase(std::unique(m_active.begin(), m_active.end()), m_active.end());
    if (m_parts.size() < m_active.size())
        m_parts.resize(m_active.size());

    m_merge.refillBudgets(epochStart(epoch));
    if (m_settings.backtest)
        prepareSecond();
    runTurns(epoch, end, false);
    if (m_program->perceiver->knowsAccounts())
        runTurns(epoch, end, true); // they read their members, whose turns of the epoch are over

    std::vector<CustomerEpoch*> parts;
    parts.reserve(m_active.size());
    for (std::size_t i = 0; i < m_active.size(); ++i) {
        parts.push_back(&m_parts[i]);
        m_summary.turns += m_parts[i].counts.turns;
        count(m_parts[i]);
        if (m_settings.backtest && !m_parts[i].rejudged.empty())
            m_settings.backtest->told(m_parts[i].rejudged);
        if (m_settings.live && !m_behindStore)
            for (planning::FactName& name : m_parts[i].questions)
                m_questions.push_back({m_parts[i].customer, std::move(name)});
    }
    if (m_settings.plant == RunSettings::Plant::MergeUnordered && m_pool.threads() > 1)
        std::reverse(parts.begin(), parts.end());
    mergeEpoch(parts, epoch, end);
    for (const std::uint32_t customer : m_active)
        reschedule(customer, epoch + 1);
    m_inbox.clear();
    m_events.clear();
    m_batch.epochs = epoch + 1;
    m_batch.clock = end;
    if (m_erased || checkpointIsDue())
        keepCheckpoint();
    commit(false);
}

/// The changed documents decide with what has been learned until this epoch.
void RunLoop::prepareSecond() {
    const planning::Planner& changed = *m_settings.backtest->changed->planner;
    changed.adoptRest(m_shared, *m_program->planner, m_second);
    if (m_secondUpdates != m_merge.modelUpdates())
        changed.adoptModels(m_shared, m_second);
    m_secondUpdates = m_merge.modelUpdates();
}

void RunLoop::runTurns(std::uint64_t epoch, Instant end, bool ofAccounts) {
    static const std::vector<EventTrigger> none;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < m_active.size(); ++i)
        if (m_customers[m_active[i]].memory.isAccount == ofAccounts)
            places.push_back(i);
    m_pool.parallelFor(places.size(), [&](std::size_t at, unsigned worker) {
        const std::size_t i = places[at];
        const std::uint32_t customer = m_active[i];
        const auto events = m_inbox.find(customer);
        CustomerEpoch& part = m_parts[i];
        part.clear();
        m_runners[worker]->runEpoch(m_context, m_customers[customer], events == m_inbox.end() ? none : events->second,
                                    end, epoch, part);
        m_turnsByWorker[worker] += part.counts.turns;
    });
}

void RunLoop::reschedule(std::uint32_t customer, std::uint64_t earliest) {
    touch(customer); // it had a turn, or something else happened to it
    if (!m_settings.timers)
        return;
    const Instant wake = TurnRunner::nextWake(*m_program, m_customers[customer]);
    m_wakeEpoch[customer] = wake.isNever() ? UINT64_MAX : std::max(earliest, epochOf(wake));
    if (!wake.isNever())
        m_wakes[m_wakeEpoch[customer]].push_back(customer);
}

void RunLoop::gatherArrivals(std::uint64_t epoch, Instant end) {
    for (LiveFeed::Mended& one : m_step.mended) {
        one.row.at = m_step.now;
        one.row.receipt = m_receipts + 1 + one.arrival;
        m_batch.mended.push_back(std::move(one.row));
    }
    for (simulation::Arrival& arrival : m_step.arrivals)
        receive(arrival, epoch);
    const auto due = m_origins.find(epoch);
    if (due == m_origins.end())
        return;
    std::vector<std::uint32_t> origins = std::move(due->second);
    m_origins.erase(due);
    std::sort(origins.begin(), origins.end());
    origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
    if (m_buckets.size() < origins.size())
        m_buckets.resize(origins.size());
    m_pool.parallelFor(origins.size(), [&](std::size_t i, unsigned) {
        m_buckets[i].clear();
        m_source.advance(origins[i], end, m_buckets[i]);
    });
    std::vector<simulation::Arrival*> arrivals;
    for (std::size_t i = 0; i < origins.size(); ++i) {
        for (simulation::Arrival& arrival : m_buckets[i])
            arrivals.push_back(&arrival);
        schedule(m_origins, origins[i], m_source.next(origins[i]), epoch + 1);
    }
    std::sort(arrivals.begin(), arrivals.end(), [](const simulation::Arrival* a, const simulation::Arrival* b) {
        if (a->receivedAt != b->receivedAt)
            return a->receivedAt < b->receivedAt;
        return a->origin != b->origin ? a->origin < b->origin : a->index < b->index;
    });
    for (simulation::Arrival* arrival : arrivals)
        receive(*arrival, epoch);
}

void RunLoop::receive(simulation::Arrival& arrival, std::uint64_t epoch) {
    audit::EventRow row;
    row.sequence = ++m_receipts;
    row.receivedAt = arrival.receivedAt;
    row.time = arrival.receivedAt;
    row.customer = audit::noCustomer;
    if (!arrival.event) {
        const perception::Fate fate = perception::fateOf(arrival.reason);
        m_intake.countUnread(fate);
        row.fate = static_cast<std::uint8_t>(fate);
        if (!arrival.raw.empty())
            row.body = perception::encodeMalformed({arrival.raw, arrival.reason});
        m_batch.events.push_back(std::move(row));
        return;
    }
    perception::Event& event = *arrival.event;
    event.sequence = row.sequence;
    const perception::Received received = m_intake.receive(event);
    row.time = event.time;
    row.messageId = event.messageId;
    row.name = event.name;
    row.fate = static_cast<std::uint8_t>(received.fate);
    cbor::Writer writer;
    perception::encode(writer, event, m_program->symbols);
    row.body = writer.take();
    // What is sent once more may be an erased person's; nothing needs it, for the run is not computed again.
    if (m_everErased && received.fate == perception::Fate::Duplicate) {
        row.body.clear();
        row.messageId.clear();
    }
    if (!received.about.empty()) {
        m_events.push_back(std::make_unique<perception::Event>(event));
        triggerLinked(received.about, {m_events.back().get(), nullptr});
    } else if (perception::isRead(received.fate)) {
        const std::uint32_t customer = received.resolution.customer;
        row.customer = customer;
        if (received.resolution.isNew)
            addCustomer(event, customer, arrival.origin);
        if (received.resolution.absorbed)
            mergeCustomers(customer, *received.resolution.absorbed, event, received.stitched, epoch);
        m_events.push_back(std::make_unique<perception::Event>(event));
        const audit::Logged* logged = m_settings.logged ? m_settings.logged(arrival.origin) : nullptr;
        m_inbox[customer].push_back({m_events.back().get(), logged});
        linkObjects(customer, *m_events.back());
        if (m_program->perceiver->knowsAccounts())
            triggerAccounts(customer, received, {m_events.back().get(), nullptr, customer});
    }
    m_batch.events.push_back(std::move(row));
}

void RunLoop::addCustomer(const perception::Event& event, std::uint32_t number, std::uint32_t origin) {
    CustomerState state;
    state.memory.number = number;
    state.memory.key = event.userId.empty() ? event.anonymousId : event.userId;
    state.memory.firstSeen = event.receivedAt;
    state.memory.lastSeen = event.receivedAt;
    state.memory.arm = m_settings.arm ? *m_settings.arm
                                      : armOf(m_program->workspace->settings, m_settings.info.salt, state.memory.key);
    state.origin = origin;
    audit::CustomerRow row;
    row.number = number;
    row.key = state.memory.key;
    row.name = state.memory.key;
    row.arm = state.memory.arm;
    row.firstSeen = row.lastSeen = event.receivedAt;
    m_batch.customers.push_back(std::move(row));
    audit::DayRow day;
    day.day = dayOf(event.receivedAt);
    day.arm = state.memory.arm;
    day.customers = 1;
    m_batch.days.push_back(day);
    m_customers.push_back(std::move(state));
    m_wakeEpoch.push_back(UINT64_MAX);
    m_changed.push_back(changedSinceRow | changedSinceCheckpoint);
}

} // namespace wayreeve::engine
