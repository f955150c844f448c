#include "audit/events.h"
#include "engine/handoff_packet.h"
#include "engine/turn.h"
#include "engine/turn_state.h"
#include "governance/working_hours.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

using documents::Slot;

bool isOfMemory(std::string_view fact) {
    return fact.starts_with("promises.") || fact.starts_with("affinity.") || fact.starts_with("progress.") ||
           fact.starts_with("contacts.") || fact.starts_with("responses.") ||
           fact.starts_with("customer.lifetime_value") || fact == "customer.alive" || fact == "customer.quality" ||
           fact.starts_with("customer.open_case");
}

/// What holds for nearly everybody, and so would be said of each: a person, without open cases, never written to.
bool saysNothing(const documents::FactSchema& schema, int slot, const Value& value) {
    if (slot == schema.machine)
        return value != Value(true);
    if (slot == schema.quality)
        return value == Value(1);
    const bool isCount =
        slot == schema.openCases || std::any_of(schema.channels.begin(), schema.channels.end(), [&](const auto& one) {
            return slot == one.contacts || slot == one.recent || slot == one.responses;
        });
    return isCount && value == Value(0);
}

bool isContact(Slot slot) {
    return slot != Slot::Operation;
}

/// What candidates compete with for what is short: their priority; those for a person's hours the money at stake, where
/// their action names it.
double worthOf(const Program& program, const planning::Candidate& candidate) {
    const Program::ActionInfo* const info = program.action(candidate.action);
    return info && info->action->handoff && candidate.amount.toDouble() > 0 ? candidate.amount.toDouble()
                                                                            : candidate.score.priority;
}

/// A person has the open case: until it is closed, the core advises (X3, agent assist).
bool handedOver(const Program& program, const CustomerState& state) {
    const interpretation::SignalMemory& signals = state.signals;
    return signals.caseOpened.ms != INT64_MIN && signals.caseOpened > signals.caseClosed &&
           std::any_of(state.memory.contacts.begin(), state.memory.contacts.end(), [&](const auto& contact) {
               const Program::ActionInfo* const info = program.action(contact.action);
               return contact.sent && contact.at >= signals.caseOpened && info && info->action->handoff;
           });
}

} // namespace

std::vector<planning::DueDecision> adviceOn(const Program& program, const CustomerState& state) {
    std::vector<planning::DueDecision> due;
    if (!handedOver(program, state))
        return due;
    for (std::size_t i = 0; i < state.positions.instances.size(); ++i) {
        const planning::Instance& instance = state.positions.instances[i];
        const documents::Journey* const map = program.workspace->journey(program.symbols.name(instance.journey));
        for (const documents::JourneyEdge& edge : map ? map->edges : std::vector<documents::JourneyEdge>()) {
            const documents::Action* const action = program.workspace->actions->find(edge.on);
            const documents::JourneyNode* const node = map->node(edge.from);
            if (!action || !action->handoff || edge.to != program.symbols.name(instance.node) || !node ||
                node->type != documents::NodeType::AgentDecision)
                continue;
            due.push_back({instance.journey, program.symbols.find(node->id), program.symbols.find(node->agent),
                           program.symbols.find(node->goal), i});
            break;
        }
    }
    return due;
}

planning::PlanRequest TurnRunner::request(const Turn& turn, bool replaces) {
    m_incumbents.clear();
    for (const OpenProposal& open : turn.state.proposals) {
        const planning::Candidate& candidate = open.proposal.candidate;
        const Program::ActionInfo* info = m_program.action(candidate.action);
        if (governance::isOpen(open.proposal.state))
            m_incumbents.push_back({candidate.slot, candidate.agent, candidate.action, info ? info->family : 0,
                                    open.proposal.number,
                                    replaces && open.proposal.state != governance::ProposalState::Dispatching,
                                    m_knowsReservations ? std::span<const planning::Reservation>(open.reserved)
                                                        : std::span<const planning::Reservation>(),
                                    open.reservedDay});
    }
    planning::PlanRequest request;
    request.customer = &turn.state.memory;
    request.history = &turn.state.history;
    request.timing = &turn.state.timing;
    request.reading = &turn.reading;
    request.due = turn.flow.due;
    request.incumbents = m_incumbents;
    request.turnedDown = turn.state.turnedDown;
    request.shared = m_isSecond ? turn.context.second : turn.context.shared;
    request.arm = turn.state.memory.arm;
    request.now = turn.now;
    request.goesOut = turn.until;
    request.occasion = turn.state.turns;
    request.chance = turn.context.chance;
    request.explore = turn.context.explore;
    request.members = m_memberships;
    if (const CustomerState* const account = turn.account())
        request.account = &account->memory;
    request.facts = turn.state.facts;
    request.frustratedAgain = turn.state.signals.frustratedInCase >= 2;
    return request;
}

/// Whose address, consent and zone count: of an account the contact's.
const perception::Customer& TurnRunner::addressee(const Turn& turn, const planning::Candidate& candidate) const {
    for (const perception::Customer* member : m_memberships)
        if (member->number + 1 == candidate.contact)
            return *member;
    return turn.state.memory;
}

governance::Ruling TurnRunner::rule(Turn& turn, const planning::Candidate& candidate, double confidence, bool drawn,
                                    std::uint64_t ownProposal) {
    planning::PlanRequest when = request(turn, ownProposal == 0 && !drawn);
    when.ownProposal = ownProposal;
    governance::RulingRequest request;
    request.candidate = &candidate;
    request.confidence = confidence;
    request.drawn = drawn;
    const documents::Agent* agent = m_program.workspace->agents->find(m_program.symbols.name(candidate.agent));
    request.suggestOnly = agent && agent->onlySuggests();
    if (!drawn && ownProposal == 0 && candidate.action != 0 &&
        (turn.advice || (candidate.slot == Slot::Service && !m_program.action(candidate.action)->action->handoff &&
                         handedOver(m_program, turn.state))))
        request.advice = true;
    request.now = turn.now;
    request.subject = turn.state.memory.number;
    request.occasion = turn.state.turns;
    request.allowedFrom = turn.now;
    if (candidate.action != 0) {
        m_program.planner->fillAction(candidate, when, m_facts);
        const std::vector<Zone> zones = m_program.perceiver->zones(addressee(turn, candidate));
        // A dispatch's time is the end of its epoch: there it must not be quiet.
        const Instant opens =
            m_program.planner->allowedFrom(candidate, zones, std::max(turn.until, candidate.sendAt), request.heldBy);
        if (request.heldBy != 0 || candidate.sendAt > turn.until)
            request.allowedFrom = opens;
    }
    const rules::Frame frame{m_facts, turn.now, &turn.zone};
    return m_program.governor->rule(request, m_facts, frame, *turn.context.chance);
}

void TurnRunner::gatherEvidence(const Turn& turn, std::vector<audit::Evidence>& evidence) const {
    for (const auto& [slot, name] : m_evidenceSlots) {
        const Value& value = m_facts[static_cast<std::size_t>(slot)];
        if (saysNothing(m_program.schema, slot, value))
            continue;
        if (value.isNull() && isOfMemory(m_program.symbols.name(name)))
            continue; // nothing was promised, bought or begun
        const bool ofEvent = m_program.symbols.name(name).starts_with("event.");
        if (value.isNull() && m_program.symbols.name(name).starts_with("account."))
            continue; // most people are in none
        if (ofEvent && turn.isMembers())
            continue; // what a member's event says is sealed with the member's data, not with the account's
        if (!ofEvent || (turn.event() && !value.isNull()))
            evidence.push_back({name, value});
    }
}

void TurnRunner::addRow(Turn& turn, const planning::Candidate& candidate, const governance::Ruling& ruling,
                        audit::Key key, Sym journey, Sym goal, const planning::SlotChoice* choice, bool drawn) {
    audit::DecisionRow row;
    row.key = key;
    row.time = turn.now;
    row.customer = turn.state.memory.number;
    row.arm = turn.state.memory.arm;
    row.journey = journey;
    row.agent = candidate.agent;
    row.action = candidate.action;
    row.content = candidate.content;
    row.channel = candidate.channel;
    row.slot = candidate.slot;
    row.risk = candidate.risk;
    row.ruling = ruling.kind;
    row.stage = turn.reading.stage;
    row.goal = goal;
    row.drawn = drawn;
    row.priority = candidate.score.priority;
    if (choice) {
        row.explored = choice->explored;
        row.probability = choice->probability;
        row.confidence = choice->confidence;
    }
    row.triggerTime = turn.event() ? turn.event()->time : turn.now;
    turn.out.rows.push_back(row);
    if (ruling.reviewSampled) {
        audit::ReviewRow review;
        review.number = key;
        review.decision = key;
        review.opened = turn.now;
        turn.out.reviews.push_back(review);
        turn.add(audit::EntryKind::Review, audit::ReviewRecord{key, key, 0, {}, {}}, key);
    }
}

void TurnRunner::drawnAction(Turn& turn, const planning::DrawnAction& action) {
    const audit::Entry header = turn.header(audit::EntryKind::DrawnAction);
    const audit::Key key = audit::keyOf(turn.state.memory.number, ++turn.state.decisions);
    audit::DrawnRecord record;
    record.key = key;
    record.journey = action.journey;
    record.node = action.node;
    record.arm = turn.state.memory.arm;
    const Program::ActionInfo* const info = m_program.action(action.action);
    planning::Plan instead;
    if (info && info->action->handoff && !turn.flow.due.empty() && turn.state.memory.arm != documents::Arm::Baseline) {
        instead = m_program.planner->plan(request(turn, false), m_facts);
        turn.plan = &instead;
    }
    record.candidate = m_program.planner->drawn(action, request(turn, false), m_facts);
    if (record.candidate.gate == planning::Gate::Stayed) {
        record.ruling = rule(turn, record.candidate, 1.0, true);
        holdForAfter(turn, record.candidate, action.journey, record.ruling);
        record.candidate.gate = planning::Gate::Chosen;
    }
    if (m_second)
        m_second->rejudgeDrawn(*this, turn, action, record);
    const Sym goal = m_program.learningGoal(action.journey);
    const planning::DueDecision at{action.journey, action.node, 0, goal, 0};
    switch (record.ruling.kind) {
    case governance::RulingKind::Execute:
        dispatch(turn, record.candidate, key, &at, 0);
        break;
    case governance::RulingKind::Queue:
    case governance::RulingKind::Hold:
    case governance::RulingKind::Suggest:
        record.proposal = propose(turn, record.candidate, record.ruling, key, &at, 1.0, 0);
        break;
    case governance::RulingKind::Refuse:
        break;
    }
    turn.plan = nullptr;
    addRow(turn, record.candidate, record.ruling, key, action.journey, goal, nullptr, true);
    turn.add(header, record, key);
}

/// Semantics, "Second frustrated explanation": forces the handoff action, in every arm, before the choice.
void TurnRunner::forceHandoff(Turn& turn, std::vector<planning::DueDecision>& due) {
    if (turn.state.signals.frustratedInCase < 2 || m_program.handoffAction() == 0 || due.empty())
        return;
    for (const perception::Contact& contact : turn.state.memory.contacts)
        if (contact.action == m_program.handoffAction() && turn.now - contact.at < Duration::days(1))
            return; // a person has the case already
    for (const OpenProposal& open : turn.state.proposals)
        if (open.proposal.candidate.action == m_program.handoffAction())
            return;
    drawnAction(turn, {due.front().journey, due.front().node, m_program.handoffAction(), 0});
}

void TurnRunner::decide(Turn& turn, const std::vector<planning::DueDecision>& due) {
    const audit::Entry header = turn.header(audit::EntryKind::Decision);
    const audit::Key key = audit::keyOf(turn.state.memory.number, ++turn.state.decisions);
    ++turn.out.counts.decisions;

    audit::DecisionRecord record;
    record.key = key;
    record.trigger = turn.trigger && turn.trigger->logged ? audit::TriggerKind::Logged : turn.kind;
    if (const perception::Event* event = turn.event()) {
        record.triggerName = event->name;
        record.messageId = turn.isMembers() ? std::string() : event->messageId; // ids are often made of whose it is
    }
    record.arm = turn.state.memory.arm;
    for (const planning::DueDecision& d : due)
        record.due.push_back({d.journey, d.node, d.agent, d.goal});
    gatherEvidence(turn, record.evidence);
    record.plan = m_program.planner->plan(request(turn, true), m_facts);
    record.reading = turn.reading;
    turn.plan = &record.plan;
    record.modelUpdates = turn.context.modelUpdates;
    record.budgetLeft = turn.context.shared->today.policies;
    for (const auto& [day, budgets] : turn.context.shared->ahead)
        record.budgetsAhead.emplace_back(day, budgets.policies);
    for (const planning::DueDecision& d : due)
        if (!turn.advice) // who stands elsewhere by now waits for nothing here
            m_program.flow->decided(turn.state.positions.instances[d.instance], turn.now, record.plan.waitUntil,
                                    turn.reading);

    // Before anything is done about it.
    std::vector<governance::Ruling> otherRulings;
    const planning::Plan otherwise = m_second ? m_second->planAgain(*this, turn, otherRulings) : planning::Plan();

    record.proposals.assign(record.plan.choices.size(), 0);
    record.rulings.resize(record.plan.choices.size());
    if (turn.trigger && turn.trigger->logged) {
        recordLogged(turn, record);
    } else {
        // What waits for another action comes first, so that it learns what becomes of that one.
        for (const bool waiting : {true, false})
            for (std::size_t i = 0; i < record.plan.choices.size(); ++i) {
                const planning::Candidate& chosen = record.plan.candidates[record.plan.choices[i].chosen];
                const Program::ActionInfo* info = m_program.action(chosen.action);
                if ((info && info->after != 0) != waiting)
                    continue;
                const auto at =
                    std::find_if(due.begin(), due.end(), [&](const auto& d) { return d.agent == chosen.agent; });
                actOn(turn, record, i, at == due.end() ? &due.front() : &*at);
            }
    }

    turn.plan = nullptr;
    // The row shows the contact that was chosen; where every contact waits, the first choice.
    std::size_t shown = 0;
    for (std::size_t i = record.plan.choices.size(); i-- > 0;)
        if (record.plan.candidates[record.plan.choices[i].chosen].action != 0)
            shown = i;
    if (!record.plan.choices.empty()) {
        const planning::SlotChoice& choice = record.plan.choices[shown];
        addRow(turn, record.plan.candidates[choice.chosen], record.rulings[shown], key, due.front().journey,
               due.front().goal, &choice, false);
    }
    record.tables = turn.tables;
    if (m_second)
        m_second->rejudge(turn, record, otherwise, otherRulings);
    turn.add(header, record, key);
}

void TurnRunner::actOn(Turn& turn, audit::DecisionRecord& record, std::size_t index, const planning::DueDecision* due) {
    const planning::SlotChoice& choice = record.plan.choices[index];
    const planning::Candidate& candidate = record.plan.candidates[choice.chosen];
    governance::Ruling& ruling = record.rulings[index];
    ruling = rule(turn, candidate, choice.confidence, false);
    holdForAfter(turn, candidate, due->journey, ruling);
    if (turn.advice && candidate.action == 0)
        return;
    if (candidate.action == 0) {
        learning::OpenReward wait;
        wait.decision = record.key;
        wait.goal = due->goal;
        wait.from = turn.now;
        wait.until = turn.now + m_program.attribution->window(due->goal);
        wait.learns = teaches(turn.state.memory);
        wait.context = m_program.planner->learningContext(candidate, due->goal, m_facts);
        if (isContact(choice.slot))
            m_program.attribution->waited(turn.state.rewards, std::move(wait));
        return;
    }
    if (!turn.advice && leaveIncumbent(turn, candidate, choice))
        return;
    const auto place = static_cast<std::uint32_t>(index);
    switch (ruling.kind) {
    case governance::RulingKind::Execute:
        dispatch(turn, candidate, record.key, due, place);
        break;
    case governance::RulingKind::Queue:
    case governance::RulingKind::Hold:
    case governance::RulingKind::Suggest:
        record.proposals[index] = propose(turn, candidate, ruling, record.key, due, choice.confidence, place);
        break;
    case governance::RulingKind::Refuse:
        for (planning::Instance& instance : turn.state.positions.instances)
            if (instance.journey == due->journey && instance.node == due->node)
                instance.again = true;
        voidDependents(turn, candidate.action);
        break;
    }
}

/// True where an open proposal of the same slot stays: it is for the same action, claimed, or already going out.
/// Otherwise it is superseded.
bool TurnRunner::leaveIncumbent(Turn& turn, const planning::Candidate& candidate, const planning::SlotChoice& choice) {
    bool stays = false;
    for (OpenProposal& open : turn.state.proposals) {
        const planning::Candidate& held = open.proposal.candidate;
        if (!governance::isOpen(open.proposal.state))
            continue;
        const bool sameSlot = isContact(choice.slot) ? held.slot == choice.slot
                                                     : held.slot == Slot::Operation && held.agent == candidate.agent &&
                                                           held.action == candidate.action;
        if (!sameSlot)
            continue;
        const bool claimed = !open.proposal.firstApprover.empty() || // approved, and held for its hour
                             open.proposal.state == governance::ProposalState::Claimed ||
                             open.proposal.state == governance::ProposalState::SecondNeeded ||
                             open.proposal.state == governance::ProposalState::Approved;
        if (held.action == candidate.action || claimed || open.proposal.state == governance::ProposalState::Dispatching)
            stays = true;
        else
            endProposal(turn, open, governance::ProposalState::Superseded, audit::EntryKind::Supersede,
                        m_program.words.superseded);
    }
    std::erase_if(turn.state.proposals,
                  [](const OpenProposal& open) { return !governance::isOpen(open.proposal.state); });
    return stays;
}

/// Rejection replay: where the choice equals the logged arm, the outcome is real and learned at once; elsewhere the
/// decision is only recorded.
void TurnRunner::recordLogged(Turn& turn, audit::DecisionRecord& record) {
    const planning::SlotChoice& choice = record.plan.choices.front();
    const planning::Candidate& candidate = record.plan.candidates[choice.chosen];
    record.rulings.front() = rule(turn, candidate, choice.confidence, false);
    record.logged = *turn.trigger->logged;
    record.logged->observed = candidate.action == record.logged->action;
    turn.out.logged.emplace_back(candidate.action, *record.logged);
    if (!record.logged->observed) {
        record.logged->outcomes.clear();
        return;
    }
    const Sym goal = record.due.front().goal;
    learning::Outcome outcome;
    outcome.kind = learning::OutcomeKind::WindowClosed;
    outcome.decision = record.key;
    outcome.customer = turn.state.memory.number;
    outcome.goal = goal;
    outcome.at = turn.now;
    outcome.reward = record.logged->outcomes.empty() ? 0.0 : record.logged->outcomes.front();
    outcome.learned = true;
    turn.out.outcomes.push_back(outcome);
    turn.add(audit::EntryKind::RewardClosed, audit::OutcomeRecord{outcome}, record.key);
    turn.out.updates.push_back({m_program.planner->learningContext(candidate, goal, m_facts), outcome.reward, 0.0});
}

std::uint64_t TurnRunner::propose(Turn& turn, const planning::Candidate& candidate, const governance::Ruling& ruling,
                                  audit::Key decision, const planning::DueDecision* due, double confidence,
                                  std::uint32_t choice) {
    CustomerState& state = turn.state;
    OpenProposal open;
    open.drawn = due->agent == 0;
    governance::Proposal& p = open.proposal;
    p.number = audit::keyOf(state.memory.number, ++state.proposalCount);
    p.decision = decision;
    p.customer = state.memory.number;
    p.journey = due->journey;
    p.node = due->node;
    p.goal = due->goal;
    p.candidate = candidate;
    p.ruling = ruling;
    p.confidence = confidence;
    if (candidate.content != 0)
        if (auto message = m_program.planner->compose(candidate.content, m_facts)) {
            p.subject = message->subject;
            p.body = message->body;
        }
    if (const Program::ActionInfo* const info = m_program.action(candidate.action); info && info->action->handoff)
        p.body = withPacket(p.body, handoffPacket(m_program, state, turn.reading, turn.now, turn.plan));
    p.created = turn.now;
    p.notBefore = std::max(turn.now, ruling.holdUntil);
    p.deadline =
        std::max(governance::afterWorkingTime(turn.now, ruling.rule.sla, *m_program.workspace->people, m_program.zone),
                 p.notBefore);
    p.state = ruling.kind == governance::RulingKind::Queue  ? governance::ProposalState::Proposed
              : ruling.kind == governance::RulingKind::Hold ? governance::ProposalState::Held
                                                            : governance::ProposalState::Suggested;
    turn.out.proposals.push_back(p);
    if (p.state == governance::ProposalState::Suggested)
        return p.number; // nothing is reserved or awaited for advice
    // What was drawn nobody chose: it is credited, and teaches nothing.
    open.learns = due->agent != 0 && due->goal != 0 && teaches(state.memory);
    if (due->agent != 0 && due->goal != 0)
        open.learning = m_program.planner->learningContext(candidate, due->goal, m_facts);
    const Program::ActionInfo* info = m_program.action(candidate.action);
    if (info && info->after != 0) {
        open.afterSince = enteredAt(turn, due->journey);
        if (!dispatchedSince(state, info->after, open.afterSince))
            open.after = info->after;
    }
    if (isContact(candidate.slot))
        state.memory.contacts.push_back({open.after != 0 ? turn.now : p.notBefore, candidate.action, candidate.channel,
                                         candidate.slot, info ? info->family : 0, p.number, false, candidate.contact});
    PendingDispatch pending;
    pending.reservations = m_program.planner->reservations(candidate);
    if (!pending.reservations.empty()) {
        pending.reserveFor = p.number;
        pending.decision = decision;
        pending.choice = choice;
        pending.urgency = m_program.planner->urgency(candidate.action);
        pending.order = m_program.planner->batchOrder(candidate, request(turn, false), m_facts);
        pending.priority = worthOf(m_program, candidate);
        pending.time = turn.now;
        pending.sequence = state.sequence;
        pending.journey = due->journey;
        pending.node = due->node;
        turn.out.dispatches.push_back(std::move(pending));
    }
    state.proposals.push_back(std::move(open));
    return p.number;
}

void TurnRunner::dispatch(Turn& turn, const planning::Candidate& candidate, audit::Key decision,
                          const planning::DueDecision* due, std::uint32_t choice) {
    const Program::ActionInfo* info = m_program.action(candidate.action);
    PendingDispatch pending;
    pending.reservations = m_program.planner->reservations(candidate);
    pending.urgency = m_program.planner->urgency(candidate.action);
    pending.order = m_program.planner->batchOrder(candidate, request(turn, false), m_facts);
    pending.priority = worthOf(m_program, candidate);
    pending.time = turn.now;
    pending.sequence = turn.state.sequence;
    pending.decision = decision;
    pending.choice = choice;
    pending.journey = due->journey;
    pending.node = due->node;
    pending.goal = due->goal;
    pending.family = info ? info->family : 0;
    pending.discount = candidate.discount.toDouble();
    pending.predicted = candidate.scored ? candidate.score.outcome : -1.0;
    pending.learns = due->agent != 0 && due->goal != 0 && teaches(turn.state.memory);
    if (due->agent != 0 && due->goal != 0)
        pending.learning = m_program.planner->learningContext(candidate, due->goal, m_facts);
    execution::Dispatch& d = pending.dispatch;
    d.decision = decision;
    d.customer = addressee(turn, candidate).number;
    d.agent = candidate.agent;
    d.action = candidate.action;
    d.content = candidate.content;
    d.channel = candidate.channel;
    d.slot = candidate.slot;
    d.connector = info ? info->action->connector : "sandbox";
    d.after = info && info->after != 0 ? dispatchOf(turn.state, info->after) : 0;
    d.key = idempotencyKey(turn.context.chance->seed(), decision, choice);
    if (candidate.content != 0)
        if (auto message = m_program.planner->compose(candidate.content, m_facts)) {
            d.subject = message->subject;
            d.body = message->body;
        }
    if (info && info->action->handoff)
        d.body = withPacket(d.body, handoffPacket(m_program, turn.state, turn.reading, turn.now, turn.plan));
    d.cost = candidate.score.cost;
    // Until the merge has sent it, it counts as reserved: the epoch's later turns must not contact this person again.
    turn.state.memory.contacts.push_back(
        {turn.until, candidate.action, candidate.channel, candidate.slot, pending.family, 0, false, candidate.contact});
    turn.out.dispatches.push_back(std::move(pending));
}

} // namespace wayreeve::engine
