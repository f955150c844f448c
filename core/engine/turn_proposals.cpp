#include "audit/events.h"
#include "engine/handoff_packet.h"
#include "engine/turn.h"
#include "engine/turn_state.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr Duration longestHold = Duration::hours(24);
constexpr Duration restWithoutGoal = Duration::days(7);

} // namespace

void TurnRunner::voidUnconsented(Turn& turn) {
    for (OpenProposal& open : turn.state.proposals) {
        const planning::Candidate& candidate = open.proposal.candidate;
        const Program::ActionInfo* info = m_program.action(candidate.action);
        if (!info || !governance::isOpen(open.proposal.state) ||
            open.proposal.state == governance::ProposalState::Dispatching)
            continue;
        const Sym purpose = m_program.symbols.find(info->action->purpose);
        if (!m_program.perceiver->mayContact(addressee(turn, candidate), purpose, candidate.channel))
            endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void, m_program.words.consent);
    }
    keepBack(turn);
    std::erase_if(turn.state.proposals,
                  [](const OpenProposal& open) { return !governance::isOpen(open.proposal.state); });
}

/// What was to leave at this epoch's end, and may not any more.
void TurnRunner::keepBack(Turn& turn) {
    std::erase_if(turn.out.dispatches, [&](const PendingDispatch& pending) {
        const execution::Dispatch& dispatch = pending.dispatch;
        planning::Candidate whom;
        whom.contact = dispatch.customer + 1;
        const Program::ActionInfo* info = m_program.action(dispatch.action);
        if (pending.reserveFor != 0 || !info ||
            m_program.perceiver->mayContact(addressee(turn, whom), m_program.symbols.find(info->action->purpose),
                                            dispatch.channel))
            return false;
        if (pending.carriesOut != 0) {
            for (OpenProposal& open : turn.state.proposals)
                if (open.proposal.number == pending.carriesOut)
                    endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void,
                                m_program.words.consent);
            return true;
        }
        turn.add(
            audit::EntryKind::Void,
            audit::ProposalRecord{0, pending.decision, governance::ProposalState::Voided, {m_program.words.consent}},
            pending.decision);
        std::vector<perception::Contact>& contacts = turn.state.memory.contacts;
        const auto reserved = std::find_if(contacts.begin(), contacts.end(), [&](const perception::Contact& contact) {
            return contact.proposal == 0 && !contact.sent && contact.action == dispatch.action;
        });
        if (reserved != contacts.end())
            contacts.erase(reserved);
        return true;
    });
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
    const bool held = proposal.state == governance::ProposalState::Held;
    if (held && open.after != 0 && !dispatchedSince(turn.state, open.after, open.afterSince)) {
        if (turn.now >= proposal.notBefore)
            endProposal(turn, open, governance::ProposalState::Discarded, audit::EntryKind::Discard,
                        m_program.words.heldTooLong);
    } else if (held && open.after != 0) {
        open.after = 0; // what it waited for stands
        carryOut(turn, open);
    } else if (governance::waitsForPerson(proposal.state) && turn.now >= proposal.deadline) {
        turn.kind = audit::TriggerKind::Expiry;
        const OpenProposal expired = open;
        endProposal(turn, open, m_program.desk->expire(proposal, turn.now).state, audit::EntryKind::Expiry,
                    m_program.words.expired);
        runSafeDefault(turn, expired);
    } else if (held && turn.now >= proposal.notBefore) {
        carryOut(turn, open);
    }
}

/// Dispatch re-runs gates and ruling on current facts and documents (semantics.md, "Decisions").
void TurnRunner::carryOut(Turn& turn, OpenProposal& open) {
    governance::Proposal& proposal = open.proposal;
    if (waitForFacts(turn, open))
        return;
    const auto voided = [&](Sym reason) {
        endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void, reason);
    };
    const planning::Candidate now =
        m_program.planner->regate(proposal.candidate, request(turn, false), proposal.number, m_facts);
    if (now.gate != planning::Gate::Stayed)
        return voided(now.removedBy);
    governance::Ruling ruling = rule(turn, proposal.candidate, proposal.confidence, open.drawn, proposal.number);
    if (governance::Governor::isStricter(ruling, proposal.ruling))
        return voided(m_program.words.stricter);
    if (proposal.candidate.content != 0 && !proposal.edited) {
        const auto message = m_program.planner->compose(proposal.candidate.content, m_facts);
        if (!message || message->subject != proposal.subject || message->body != textBeforePacket(proposal.body))
            return voided(m_program.words.changedFact);
    }
    if (open.after != 0 && !dispatchedSince(turn.state, open.after, open.afterSince)) {
        proposal.state = governance::ProposalState::Held;
        proposal.notBefore = turn.now + longestHold;
        turn.out.proposals.push_back(proposal);
        return;
    }
    open.after = 0;
    const bool early = proposal.candidate.sendAt > turn.until; // approved before the hour that was chosen
    if (ruling.holdUntil > turn.now && (ruling.heldBy != 0 || early)) {
        if (ruling.holdUntil - turn.now > longestHold)
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
    pending.order = m_program.planner->batchOrder(proposal.candidate, request(turn, false), m_facts);
    pending.priority = proposal.candidate.score.priority;
    pending.journey = proposal.journey;
    pending.node = proposal.node;
    pending.goal = proposal.goal;
    pending.learns = open.learns && !proposal.edited;
    pending.learning = open.learning;
    pending.discount = proposal.candidate.discount.toDouble();
    pending.predicted = proposal.candidate.scored ? proposal.candidate.score.outcome : -1.0;
    const Program::ActionInfo* info = m_program.action(proposal.candidate.action);
    pending.family = info ? info->family : 0;
    execution::Dispatch& d = pending.dispatch;
    d.decision = proposal.decision;
    d.proposal = proposal.number;
    d.customer = addressee(turn, proposal.candidate).number;
    d.agent = proposal.candidate.agent;
    d.action = proposal.candidate.action;
    d.content = proposal.candidate.content;
    d.channel = proposal.candidate.channel;
    d.slot = proposal.candidate.slot;
    d.connector = info ? info->action->connector : "sandbox";
    d.after = info && info->after != 0 ? dispatchOf(turn.state, info->after) : 0;
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
    if (endState == governance::ProposalState::Rejected || endState == governance::ProposalState::Expired)
        turnDown(turn, proposal, endState == governance::ProposalState::Rejected);
    voidDependents(turn, proposal.candidate.action);
    if (endState == governance::ProposalState::Superseded)
        return;
    for (planning::Instance& instance : turn.state.positions.instances)
        if (instance.journey == proposal.journey && instance.node == proposal.node) {
            instance.again = true;
            instance.dueAt = turn.now;
        }
}

/// docs/adr/0007: a rejected action rests for its goal's window, one that nobody answered for its agent's interval.
void TurnRunner::turnDown(Turn& turn, const governance::Proposal& proposal, bool byPerson) const {
    std::vector<planning::TurnedDown>& list = turn.state.turnedDown;
    const Sym action = proposal.candidate.action;
    std::erase_if(list, [&](const auto& one) { return one.action == action || one.until <= turn.now; });
    const documents::Agent* agent = m_program.workspace->agents->find(m_program.symbols.name(proposal.candidate.agent));
    const documents::Goal* goal = m_program.goal(proposal.goal);
    const Duration rest = byPerson ? (goal ? goal->window : restWithoutGoal)
                          : agent  ? agent->interval
                                   : documents::Agent{}.interval;
    list.push_back({action, turn.now + rest, byPerson});
}

/// What waits for an action that came to nothing is voided with it.
void TurnRunner::voidDependents(Turn& turn, Sym action) {
    if (!m_program.usesAfter())
        return;
    for (OpenProposal& open : turn.state.proposals)
        if (open.after == action && governance::isOpen(open.proposal.state) &&
            open.proposal.state != governance::ProposalState::Dispatching)
            endProposal(turn, open, governance::ProposalState::Voided, audit::EntryKind::Void,
                        m_program.words.afterFailed);
}

bool TurnRunner::dispatchedSince(const CustomerState& state, Sym action, Instant since) {
    for (const InFlight& flight : state.inFlight)
        if (flight.action == action && !flight.failed)
            return false; // its connector has not answered
    return std::any_of(state.memory.contacts.begin(), state.memory.contacts.end(),
                       [&](const perception::Contact& contact) {
                           return contact.action == action && contact.sent && contact.at >= since;
                       });
}

std::uint64_t TurnRunner::dispatchOf(const CustomerState& state, Sym action) {
    for (const auto& [awaited, dispatch] : state.awaited)
        if (awaited == action)
            return dispatch;
    return 0;
}

/// When the customer entered the journey, also where an action node was its last step.
Instant TurnRunner::enteredAt(const Turn& turn, Sym journey) {
    for (const planning::Instance& instance : turn.state.positions.instances)
        if (instance.journey == journey)
            return instance.entered;
    for (const auto& [id, entered] : turn.entered)
        if (id == journey)
            return entered;
    return turn.now;
}

/// semantics.md, "Things": a candidate with `after` is held until that action's dispatch succeeded. The ruling names
/// the action it waits for and the latest instant.
void TurnRunner::holdForAfter(const Turn& turn, const planning::Candidate& candidate, Sym journey,
                              governance::Ruling& ruling) const {
    const Program::ActionInfo* info = m_program.action(candidate.action);
    if (!info || info->after == 0 || dispatchedSince(turn.state, info->after, enteredAt(turn, journey)) ||
        (ruling.kind != governance::RulingKind::Execute && ruling.kind != governance::RulingKind::Hold))
        return;
    ruling.kind = governance::RulingKind::Hold;
    ruling.holdUntil = std::max(ruling.holdUntil, turn.now + longestHold);
    ruling.heldBy = info->after;
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
    const planning::Candidate candidate = m_program.planner->drawn(action, request(turn, false), m_facts);
    if (candidate.gate != planning::Gate::Stayed || candidate.risk != documents::Risk::Low)
        return;
    const governance::Ruling ruling = rule(turn, candidate, 1.0, true);
    if (ruling.kind == governance::RulingKind::Execute || ruling.kind == governance::RulingKind::Hold)
        drawnAction(turn, action);
}

} // namespace wayreeve::engine
