#include "engine/turn.h"

#include "audit/events.h"
#include "engine/turn_state.h"
#include "execution/opt_out.h"
#include "rules/table_watch.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr int maxTimersInEpoch = 2000; // a customer whose timers never move on must not hang the run

bool isPersonal(const documents::TrackingPlan& plan, std::string_view event, std::string_view property) {
    const documents::PlannedEvent* const planned = plan.event(event);
    return planned && std::any_of(planned->properties.begin(), planned->properties.end(),
                                  [&](const auto& one) { return one.id == property && one.personal; });
}

/// Who owes, or what somebody is drawn to, where the events' property is sealed.
bool isPersonalMemory(const Program& program, int slot) {
    const documents::TrackingPlan& plan = *program.workspace->trackingPlan;
    if (slot == program.schema.promises.by)
        return isPersonal(plan, plan.promises.made, plan.promises.by);
    for (std::size_t i = 0; i < program.schema.affinities.size(); ++i) {
        const auto& slots = program.schema.affinities[i];
        const documents::Affinity& affinity = program.workspace->measures->affinities[i];
        bool own = slot == slots.leading;
        for (const auto* list : {&slots.shares, &slots.lows, &slots.highs})
            own = own || std::find(list->begin(), list->end(), slot) != list->end();
        if (own)
            return isPersonal(plan, affinity.event, affinity.property);
    }
    return false;
}

} // namespace

void CustomerEpoch::clear() {
    entries.clear();
    about.clear();
    rows.clear();
    proposals.clear();
    outcomes.clear();
    updates.clear();
    dispatches.clear();
    optOuts.clear();
    questions.clear();
    rejudged.clear();
    released.clear();
    reviews.clear();
    logged.clear();
    counts = {};
}

TurnRunner::TurnRunner(const Program& program)
    : m_program(program) {
    m_facts.resize(program.schema.schema().size());
    for (const rules::Schema::Entry& entry : program.schema.schema().entries()) {
        if (entry.name.starts_with("action.") || entry.name.starts_with("fact.") ||
            entry.slot == program.schema.confidence || entry.slot == program.schema.budgetLeft ||
            entry.slot == program.schema.overBudget || entry.slot == program.schema.frustratedAgain)
            m_scratchSlots.push_back(static_cast<std::size_t>(entry.slot));
        const bool ofEvent = entry.name.starts_with("event.");
        const bool ofCustomer = entry.name.starts_with("customer.") || entry.name.starts_with("account.");
        const bool ofMemory = entry.name.starts_with("promises.") || entry.name.starts_with("affinity.") ||
                              entry.name.starts_with("progress.") || entry.name.starts_with("contacts.") ||
                              entry.name.starts_with("responses.");
        const bool isMeasure = entry.name.find('.') == std::string::npos && program.schema.measure(entry.name) >= 0;
        if (!ofEvent && !ofCustomer && !isMeasure && !ofMemory)
            continue;
        if (ofCustomer) {
            const bool ofAccount = entry.name.starts_with("account.");
            const std::string id = entry.name.substr(ofAccount ? 8 : 9);
            const documents::TrackingPlan& plan = *program.workspace->trackingPlan;
            const documents::Property* trait = ofAccount ? plan.accounts.trait(id) : plan.trait(id);
            if (trait && trait->personal)
                continue;
        }
        if (ofMemory && isPersonalMemory(program, entry.slot))
            continue;
        m_evidenceSlots.emplace_back(entry.slot, program.symbols.find(entry.name));
    }
}

Instant TurnRunner::nextWake(const Program& program, const CustomerState& state) {
    if (state.forgotten)
        return Instant::never();
    Instant wake = std::min(program.flow->nextWake(state.positions), program.attribution->nextClose(state.rewards));
    wake = std::min({wake, state.resultAt, state.memoryDue});
    for (const OpenProposal& open : state.proposals) {
        if (open.decided)
            return std::min(wake, state.memory.lastSeen);
        if (governance::waitsForPerson(open.proposal.state))
            wake = std::min(wake, open.proposal.deadline);
        else if (open.proposal.state == governance::ProposalState::Held)
            wake = std::min(wake, open.proposal.notBefore);
    }
    return wake;
}

void TurnRunner::runEpoch(const RunContext& context, CustomerState& state, std::span<const EventTrigger> events,
                          Instant until, std::uint64_t epoch, CustomerEpoch& out) {
    out.customer = state.memory.number;
    if (state.epoch != epoch) {
        state.epoch = epoch;
        state.sequence = 0;
    }
    const Instant epochStart = until - context.epochLength;
    std::size_t next = 0;
    Instant last = {INT64_MIN};
    for (int timers = 0; timers < maxTimersInEpoch;) {
        const Instant wake = nextWake(m_program, state);
        const EventTrigger* trigger = next < events.size() ? &events[next] : nullptr;
        const bool timerFirst = wake < until && (!trigger || wake < trigger->event->receivedAt);
        if (!timerFirst && !trigger)
            return;
        // A timer that fell due before this epoch (a verdict at its boundary) runs at the epoch's first instant, and
        // no turn of a customer is earlier than the one before it.
        const Instant wanted = timerFirst ? wake : trigger->event->receivedAt;
        const Instant now = std::max({wanted, last, timerFirst ? std::min(epochStart, until) : wanted});
        Turn turn{.context = context,
                  .state = state,
                  .trigger = timerFirst ? nullptr : trigger,
                  .now = now,
                  .until = until,
                  .epoch = epoch,
                  .out = out,
                  .zone = {},
                  .reading = {},
                  .kind = timerFirst ? audit::TriggerKind::Timer : audit::TriggerKind::Event,
                  .executed = {},
                  .flow = {},
                  .tables = {},
                  .entered = {}};
        if (timerFirst)
            ++timers;
        else
            ++next;
        if (turn.isOfSuppressed())
            continue;
        run(turn);
        last = now;
    }
}

void TurnRunner::run(Turn& turn) {
    CustomerState& state = turn.state;
    ++state.turns;
    ++turn.out.counts.turns;
    // What another customer's turn left behind must not be seen in this one.
    for (const std::size_t slot : m_scratchSlots)
        m_facts[slot] = Value();
    const perception::Event* event = turn.event();
    m_members.clear();
    m_memberships.clear();
    const bool fellDue = state.memoryDue <= turn.now;
    if (state.memory.isAccount)
        perceiveAccount(turn);
    else
        perceive(turn);
    m_program.planner->fillTiming(*turn.context.shared, state.timing, turn.now, m_facts);
    const rules::TableWatch watch(turn.tables);
    if (state.memory.isAccount)
        readAccount(turn);
    else
        turn.reading = m_program.interpreter->read(state.signals, turn.now, m_facts);
    if (turn.context.observe)
        turn.context.observe(state, turn.now, turn.reading);

    const std::size_t firstOutcome = turn.out.outcomes.size();
    if (event)
        m_program.attribution->credit(state.rewards, *event, m_facts, state.memory.number, turn.out.outcomes);
    for (std::size_t i = firstOutcome; i < turn.out.outcomes.size(); ++i)
        noteAnswered(turn, turn.out.outcomes[i]);
    m_program.attribution->close(state.rewards, turn.now, state.memory.number, turn.out.outcomes, turn.out.updates);
    for (std::size_t i = firstOutcome; i < turn.out.outcomes.size(); ++i) {
        const learning::Outcome& outcome = turn.out.outcomes[i];
        const bool closed = outcome.kind == learning::OutcomeKind::WindowClosed;
        turn.add(closed ? audit::EntryKind::RewardClosed : audit::EntryKind::Outcome, audit::OutcomeRecord{outcome},
                 outcome.decision);
    }

    if (event && changesConsent(*event)) {
        if (!state.memory.isAccount)
            recordConsent(turn); // of an account it is a member's, whose own turn states it
        voidUnconsented(turn);
    }
    if (m_program.planner->usesFacts()) {
        takeStatedFact(turn);
        endWaits(turn);
    }
    {
        std::vector<rules::TableFiring> ofProposals; // their decisions are made already
        const rules::TableWatch aside(ofProposals);
        handleProposals(turn);
    }

    if (state.resultAt <= turn.now) {
        turn.executed = std::move(state.executed);
        state.executed.clear();
        state.resultAt = Instant::never();
        turn.kind = audit::TriggerKind::Result;
    }
    if (m_program.usesAfter())
        for (const planning::Instance& instance : state.positions.instances)
            turn.entered.emplace_back(instance.journey, instance.entered);
    const planning::FlowTrigger flowTrigger{
        event, turn.now, state.memory.arm, &turn.reading, turn.executed, state.memory.isAccount, fellDue};
    turn.flow = m_program.flow->advance(state.positions, flowTrigger, m_facts);
    const auto& traits = m_program.workspace->trackingPlan->traits;
    for (const planning::TraitUpdate& update : turn.flow.updates)
        if (update.trait < traits.size() && !state.memory.isAccount)
            m_program.perceiver->setTrait(state.memory, traits[update.trait].id, update.value, turn.now);
    for (const planning::DrawnAction& action : turn.flow.drawn)
        drawnAction(turn, action);
    if (!turn.flow.due.empty()) {
        forceHandoff(turn, turn.flow.due);
        keepInContext(turn);
        if (!turn.flow.due.empty() && !waitForFacts(turn, turn.flow.due))
            decide(turn, turn.flow.due);
    } else if (event && event->name == "Message Received") {
        turn.flow.due = state.memory.suppressed ? std::vector<planning::DueDecision>() : adviceOn(m_program, state);
        turn.advice = !turn.flow.due.empty();
        if (turn.advice)
            decide(turn, turn.flow.due);
    }
}

/// What an outcome is credited to was answered.
void TurnRunner::noteAnswered(Turn& turn, const learning::Outcome& outcome) {
    if (outcome.kind != learning::OutcomeKind::Goal || outcome.decision == 0)
        return;
    for (const learning::OpenReward& reward : turn.state.rewards)
        if (reward.decision == outcome.decision && reward.goal == outcome.goal && reward.action != 0)
            for (perception::Contact& contact : turn.state.memory.contacts)
                if (contact.sent && contact.action == reward.action && contact.at == reward.from)
                    contact.reached = std::min(contact.reached, outcome.at);
}

/// P3: who is on a suppression list is not only not sent to: no agent thinks about them, but those that have something
/// to do which needs nobody's consent. The others look again in the turn in which they are taken off the list.
void TurnRunner::keepInContext(Turn& turn) const {
    if (!turn.state.memory.suppressed)
        return;
    std::erase_if(turn.flow.due, [&](const planning::DueDecision& due) {
        if (m_program.servesSuppressed(due.agent))
            return false;
        planning::Instance& instance = turn.state.positions.instances[due.instance];
        instance.again = true;
        instance.dueAt = Instant::never();
        return true;
    });
}

void TurnRunner::perceive(Turn& turn) {
    CustomerState& state = turn.state;
    const perception::Event* const event = turn.event();
    const bool remembers = event && !m_program.perceiver->isAboutAccount(*event);
    if (remembers)
        m_program.perceiver->absorb(state.memory, *event);
    turn.zone = m_program.perceiver->zone(state.memory);
    m_program.perceiver->fill(state.memory, event, turn.now, m_facts);
    state.memoryDue = m_program.perceiver->nextDue(state.memory, turn.now);
    if (m_program.perceiver->knowsAccounts()) {
        const CustomerState* const account = turn.account();
        m_program.perceiver->fillAccountOf(account ? &account->memory : nullptr,
                                           account ? account->rollUp : std::vector<Value>(), turn.now, m_facts);
    }
    if (remembers)
        m_program.interpreter->absorb(state.signals, *event, m_facts);
}

/// Members have had their turns of this epoch: what they are now is the same whichever worker asks.
void TurnRunner::perceiveAccount(Turn& turn) {
    CustomerState& state = turn.state;
    const perception::Event* const event = turn.event();
    int openCases = 0;
    std::vector<const perception::Customer*> known;
    state.memoryDue = Instant::never();
    for (const std::uint32_t number : turn.context.customers ? state.members : std::vector<std::uint32_t>()) {
        const CustomerState& member = (*turn.context.customers)[number];
        m_memberships.push_back(&member.memory); // whose consent counts, and whose address
        if (member.memory.suppressed)
            continue; // what is known of the account is read as if they were not there
        m_members.push_back(&member);
        known.push_back(&member.memory);
        state.memoryDue = std::min(state.memoryDue, m_program.perceiver->nextDue(member.memory, turn.now));
        openCases +=
            member.signals.caseOpened.ms != INT64_MIN && member.signals.caseOpened > member.signals.caseClosed ? 1 : 0;
    }
    if (event)
        m_program.perceiver->absorb(state.memory, *event);
    state.memoryDue = std::min(state.memoryDue, m_program.perceiver->nextDue(state.memory, turn.now));
    turn.zone = m_program.zone;
    state.rollUp = m_program.perceiver->fillAccount(state.memory, known, openCases, event, turn.now, m_facts);
    if (event && m_program.perceiver->isAboutAccount(*event))
        m_program.interpreter->absorb(state.signals, *event, m_facts);
}

/// The levels of an account are its members' and its own, added in the members' order; its stage is its own.
void TurnRunner::readAccount(Turn& turn) {
    interpretation::SignalMemory& own = turn.state.signals;
    interpretation::SignalMemory sum = own;
    for (const CustomerState* member : m_members) {
        interpretation::SignalMemory levels;
        levels.levels = member->signals.levels;
        m_program.interpreter->merge(sum, levels);
    }
    turn.reading = m_program.interpreter->read(sum, turn.now, m_facts);
    own.stage = sum.stage;
    own.previousStage = sum.previousStage;
}

void TurnRunner::refold(perception::Customer memory, interpretation::SignalMemory& signals,
                        std::span<const perception::Event> events) {
    for (const std::size_t slot : m_scratchSlots)
        m_facts[slot] = Value();
    for (const perception::Event& event : events) {
        m_program.perceiver->absorb(memory, event);
        m_program.perceiver->fill(memory, &event, event.receivedAt, m_facts);
        m_program.interpreter->absorb(signals, event, m_facts);
        (void)m_program.interpreter->read(signals, event.receivedAt, m_facts);
    }
}

/// The statement as it came in; whether it changes anything is perception's to judge (an older one does not).
void TurnRunner::recordConsent(Turn& turn) const {
    const perception::Event& event = *turn.event();
    audit::ConsentRecord record;
    record.event = event.name;
    record.messageId = event.messageId;
    const Value granted = event.properties.member("granted");
    record.granted = event.name == "Unsuppressed" || (granted.boolean() && *granted.boolean());
    for (const auto& [name, text] : {std::pair("purpose", &record.purpose), std::pair("channel", &record.channel)})
        if (const Value value = event.properties.member(name); value.text())
            *text = *value.text();
    turn.add(audit::EntryKind::Consent, record, 0);
    if (turn.context.passOptOuts && !record.granted)
        passOn(turn, record);
}

/// Whoever else may write to this customer hears of it: one item for every connection that can take it.
void TurnRunner::passOn(Turn& turn, const audit::ConsentRecord& record) const {
    const execution::OptOut optOut{record.event, record.purpose, record.channel};
    const auto add = [&](const std::string& connector) {
        execution::Dispatch item;
        item.customer = turn.state.memory.number;
        item.action = m_program.symbols.find(record.event);
        item.slot = documents::Slot::Operation;
        item.connector = connector;
        item.key = hashOf(std::to_string(turn.context.chance->seed()) + "/" + record.messageId + "/" + connector)
                       .hex()
                       .substr(0, 32);
        item.body = execution::optOutBody(optOut);
        turn.out.optOuts.push_back(std::move(item));
    };
    const documents::Settings& settings = m_program.workspace->settings;
    if (!settings.connectorUrl.empty())
        add("http");
    for (const documents::ConnectorSettings& one : settings.connectors)
        if (execution::takesOptOut(one.kind, optOut))
            add(one.id);
    for (const documents::Action& action : m_program.workspace->actions->actions)
        if (action.connector == "sandbox")
            return add("sandbox"); // it keeps what would have been sent
}

} // namespace wayreeve::engine
