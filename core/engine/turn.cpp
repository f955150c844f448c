#include "engine/turn.h"

#include "audit/events.h"
#include "engine/turn_state.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr int maxTimersInEpoch = 2000; // a customer whose timers never move on must not hang the run

bool changesConsent(const perception::Event& event) {
    return event.name == "Consent Changed" || event.name == "Suppressed" || event.name == "Unsubscribed";
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
    released.clear();
    reviews.clear();
    logged.clear();
    counts = {};
}

TurnRunner::TurnRunner(const Program& program)
    : m_program(program) {
    m_facts.resize(program.schema.schema().size());
    for (const rules::Schema::Entry& entry : program.schema.schema().entries()) {
        if (entry.name.starts_with("action.") || entry.slot == program.schema.confidence ||
            entry.slot == program.schema.budgetLeft || entry.slot == program.schema.overBudget ||
            entry.slot == program.schema.frustratedAgain)
            m_scratchSlots.push_back(static_cast<std::size_t>(entry.slot));
        const bool ofEvent = entry.name.starts_with("event.");
        const bool ofCustomer = entry.name.starts_with("customer.");
        const bool isMeasure = entry.name.find('.') == std::string::npos && program.schema.measure(entry.name) >= 0;
        if (!ofEvent && !ofCustomer && !isMeasure)
            continue;
        if (ofCustomer) {
            const documents::Property* trait = program.workspace->trackingPlan->trait(entry.name.substr(9));
            if (trait && trait->personal)
                continue;
        }
        m_evidenceSlots.emplace_back(entry.slot, program.symbols.find(entry.name));
    }
}

Instant TurnRunner::nextWake(const Program& program, const CustomerState& state) {
    if (state.forgotten)
        return Instant::never();
    Instant wake = std::min(program.flow->nextWake(state.positions), program.attribution->nextClose(state.rewards));
    wake = std::min(wake, state.resultAt);
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
                  .flow = {}};
        if (timerFirst)
            ++timers;
        else
            ++next;
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
    if (event)
        m_program.perceiver->absorb(state.memory, *event);
    turn.zone = m_program.perceiver->zone(state.memory);
    m_program.perceiver->fill(state.memory, event, turn.now, m_facts);
    if (event)
        m_program.interpreter->absorb(state.signals, *event, m_facts);
    turn.reading = m_program.interpreter->read(state.signals, turn.now, m_facts);
    if (turn.context.observe)
        turn.context.observe(state, turn.now, turn.reading);

    const std::size_t firstOutcome = turn.out.outcomes.size();
    if (event)
        m_program.attribution->credit(state.rewards, *event, m_facts, state.memory.number, turn.out.outcomes);
    m_program.attribution->close(state.rewards, turn.now, state.memory.number, turn.out.outcomes, turn.out.updates);
    for (std::size_t i = firstOutcome; i < turn.out.outcomes.size(); ++i) {
        const learning::Outcome& outcome = turn.out.outcomes[i];
        const bool closed = outcome.kind == learning::OutcomeKind::WindowClosed;
        turn.add(closed ? audit::EntryKind::RewardClosed : audit::EntryKind::Outcome, audit::OutcomeRecord{outcome},
                 outcome.decision);
    }

    if (event && changesConsent(*event))
        voidUnconsented(turn);
    handleProposals(turn);

    if (state.resultAt <= turn.now) {
        turn.executed = std::move(state.executed);
        state.executed.clear();
        state.resultAt = Instant::never();
        turn.kind = audit::TriggerKind::Result;
    }
    const planning::FlowTrigger flowTrigger{event, turn.now, state.memory.arm, &turn.reading, turn.executed};
    turn.flow = m_program.flow->advance(state.positions, flowTrigger, m_facts);
    const auto& traits = m_program.workspace->trackingPlan->traits;
    for (const planning::TraitUpdate& update : turn.flow.updates)
        if (update.trait < traits.size())
            m_program.perceiver->setTrait(state.memory, traits[update.trait].id, update.value, turn.now);
    for (const planning::DrawnAction& action : turn.flow.drawn)
        drawnAction(turn, action);
    if (!turn.flow.due.empty()) {
        forceHandoff(turn, turn.flow.due);
        decide(turn, turn.flow.due);
    }
}

void TurnRunner::voidUnconsented(Turn& turn) {
    for (OpenProposal& open : turn.state.proposals) {
        const planning::Candidate& candidate = open.proposal.candidate;
        const Program::ActionInfo* info = m_program.action(candidate.action);
        if (!info || !governance::isOpen(open.proposal.state) ||
            open.proposal.state == governance::ProposalState::Dispatching)
            continue;
        const Sym purpose = m_program.symbols.find(info->action->purpose);
        if (!m_program.perceiver->mayContact(turn.state.memory, purpose, candidate.channel))
            endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void, m_program.words.consent);
    }
    std::erase_if(turn.state.proposals,
                  [](const OpenProposal& open) { return !governance::isOpen(open.proposal.state); });
}

void TurnRunner::handleProposals(Turn& turn) {
    // A safe default may add a held proposal while we walk, so this counts those that were there.
    for (std::size_t i = 0, count = turn.state.proposals.size(); i < count; ++i)
        handleProposal(turn, turn.state.proposals[i]);
    std::erase_if(turn.state.proposals,
                  [](const OpenProposal& open) { return !governance::isOpen(open.proposal.state) && !open.decided; });
}

void TurnRunner::handleProposal(Turn& turn, OpenProposal& open) {
    governance::Proposal& proposal = open.proposal;
    if (open.decided) {
        open.decided = false;
        turn.kind = audit::TriggerKind::Verdict;
        if (proposal.state == governance::ProposalState::Approved)
            carryOut(turn, open);
        else if (proposal.state == governance::ProposalState::Rejected)
            endProposal(turn, open, governance::ProposalState::Rejected, audit::EntryKind::Void, 0);
        return;
    }
    if (governance::waitsForPerson(proposal.state) && turn.now >= proposal.deadline) {
        turn.kind = audit::TriggerKind::Expiry;
        const OpenProposal expired = open;
        endProposal(turn, open, m_program.desk->expire(proposal, turn.now).state, audit::EntryKind::Expiry,
                    m_program.words.expired);
        runSafeDefault(turn, expired);
    } else if (proposal.state == governance::ProposalState::Held && turn.now >= proposal.notBefore) {
        carryOut(turn, open);
    }
}

/// Dispatch re-runs gates and ruling on current facts and documents (semantics.md, "Decisions").
void TurnRunner::carryOut(Turn& turn, OpenProposal& open) {
    governance::Proposal& proposal = open.proposal;
    const auto voided = [&](Sym reason) {
        endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void, reason);
    };
    const planning::Candidate now =
        m_program.planner->regate(proposal.candidate, request(turn), proposal.number, m_facts);
    if (now.gate != planning::Gate::Stayed)
        return voided(now.removedBy);
    governance::Ruling ruling = rule(turn, proposal.candidate, proposal.confidence, open.drawn);
    if (governance::Governor::isStricter(ruling, proposal.ruling))
        return voided(m_program.words.stricter);
    if (proposal.candidate.content != 0 && !proposal.edited) {
        const auto message = m_program.planner->compose(proposal.candidate.content, m_facts);
        if (!message || message->subject != proposal.subject || message->body != proposal.body)
            return voided(m_program.words.changedFact);
    }
    if (ruling.holdUntil > turn.now && ruling.heldBy != 0) {
        if (ruling.holdUntil - turn.now > Duration::hours(24))
            return endProposal(turn, open, governance::ProposalState::Discarded, audit::EntryKind::Discard,
                               m_program.words.heldTooLong);
        proposal.state = governance::ProposalState::Held;
        proposal.notBefore = ruling.holdUntil;
        turn.out.proposals.push_back(proposal);
        return;
    }
    proposal.state = governance::ProposalState::Dispatching;
    turn.out.proposals.push_back(proposal);
    PendingDispatch pending;
    pending.dispatch = execution::Dispatch{};
    pending.carriesOut = proposal.number;
    pending.decision = proposal.decision;
    pending.time = turn.now;
    pending.sequence = turn.state.sequence;
    pending.urgency = m_program.planner->urgency(proposal.candidate.action);
    pending.priority = proposal.candidate.score.priority;
    pending.journey = proposal.journey;
    pending.node = proposal.node;
    pending.goal = proposal.goal;
    pending.learns = open.learns && !proposal.edited;
    pending.learning = open.learning;
    pending.discount = proposal.candidate.discount.toDouble();
    const Program::ActionInfo* info = m_program.action(proposal.candidate.action);
    pending.family = info ? info->family : 0;
    execution::Dispatch& d = pending.dispatch;
    d.decision = proposal.decision;
    d.proposal = proposal.number;
    d.customer = turn.state.memory.number;
    d.agent = proposal.candidate.agent;
    d.action = proposal.candidate.action;
    d.content = proposal.candidate.content;
    d.channel = proposal.candidate.channel;
    d.slot = proposal.candidate.slot;
    d.connector = info ? info->action->connector : "sandbox";
    d.key = idempotencyKey(turn.context.chance->seed(), proposal.decision, proposal.number);
    d.subject = proposal.subject;
    d.body = proposal.body;
    d.cost = proposal.candidate.score.cost;
    turn.out.dispatches.push_back(std::move(pending));
}

void TurnRunner::endProposal(Turn& turn, OpenProposal& open, governance::ProposalState endState, audit::EntryKind kind,
                             Sym reason) {
    governance::Proposal& proposal = open.proposal;
    proposal.state = endState;
    audit::ProposalRecord record{proposal.number, proposal.decision, endState, {}};
    if (reason != 0) {
        record.reasons.push_back(reason);
        proposal.voidReasons.push_back(reason);
    }
    if (endState != governance::ProposalState::Rejected) // the verdict's own entry says it already
        turn.add(kind, record, proposal.decision);
    turn.out.proposals.push_back(proposal);
    if (!open.reserved.empty())
        turn.out.released.emplace_back(open.reserved, open.reservedDay);
    std::erase_if(turn.state.memory.contacts, [&](const perception::Contact& contact) {
        return contact.proposal == proposal.number && !contact.sent;
    });
    if (endState == governance::ProposalState::Superseded)
        return;
    for (planning::Instance& instance : turn.state.positions.instances)
        if (instance.journey == proposal.journey && instance.node == proposal.node) {
            instance.again = true;
            instance.dueAt = turn.now;
        }
}

void TurnRunner::runSafeDefault(Turn& turn, const OpenProposal& open) {
    const governance::Proposal& proposal = open.proposal;
    planning::DrawnAction action{proposal.journey, proposal.node, 0, 0};
    switch (proposal.ruling.rule.onExpiry) {
    case documents::SafeDefault::Nothing:
        return;
    case documents::SafeDefault::Handoff:
        action.action = m_program.handoffAction();
        break;
    case documents::SafeDefault::Baseline: {
        const documents::JourneyNode* node = m_program.baselineAction(proposal.journey, proposal.node);
        if (!node)
            return;
        action.action = m_program.symbols.find(node->action);
        action.content = m_program.symbols.find(node->content);
        break;
    }
    }
    if (action.action == 0)
        return;
    // A safe default that sends something must itself be low risk and execute unapproved; otherwise nothing is done.
    const planning::Candidate candidate = m_program.planner->drawn(action, request(turn), m_facts);
    if (candidate.gate != planning::Gate::Stayed || candidate.risk != documents::Risk::Low)
        return;
    const governance::Ruling ruling = rule(turn, candidate, 1.0, true);
    if (ruling.kind == governance::RulingKind::Execute || ruling.kind == governance::RulingKind::Hold)
        drawnAction(turn, action);
}

} // namespace wayreeve::engine
