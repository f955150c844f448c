#include "engine/edit_check.h"
#include "engine/merge.h"
#include "engine/merge_work.h"

#include <algorithm>

namespace wayreeve::engine {

/// Edges that name the action move with the customer's next turn, and what waits for it may go.
void EpochMerge::succeeded(CustomerState& state, Sym action, std::uint64_t dispatch, Instant at) {
    state.executed.push_back(action);
    state.resultAt = at;
    const Program::ActionInfo* const info = m_program.action(action);
    if (!info || !info->awaited)
        return;
    std::erase_if(state.awaited, [&](const auto& one) { return one.first == action; });
    state.awaited.emplace_back(action, dispatch);
}

void EpochMerge::obey(Work& work, const Order& order) {
    if (order.kind == Order::Kind::Result)
        return settle(work, order);
    if (order.kind == Order::Kind::Unmerge)
        return; // done before the turns: RunLoop::obeyUnmerges
    if (order.kind == Order::Kind::Erase)
        return; // done before the turns
    if (order.kind == Order::Kind::Fact)
        return learnFact(work, order);
    append(work.batch,
           header(work, order.kind == Order::Kind::Stop ? audit::EntryKind::Stop : audit::EntryKind::Lift, nullptr),
           audit::StopRecord{order.scope, order.person}, 0);
}

void EpochMerge::noteAnswered(std::uint32_t customer) {
    if (const auto place = std::lower_bound(m_answered.begin(), m_answered.end(), customer);
        place == m_answered.end() || *place != customer)
        m_answered.insert(place, customer);
}

/// A system of record's answer: what waited for it is due once nothing else is waited for.
void EpochMerge::learnFact(Work& work, const Order& order) {
    std::uint32_t number = order.customer;
    if (number >= m_customers.size())
        return;
    while (m_customers[number].forgotten && m_customers[number].absorbedBy != number)
        number = m_customers[number].absorbedBy;
    CustomerState& state = m_customers[number];
    const auto at = std::find_if(state.facts.begin(), state.facts.end(),
                                 [&](const auto& fact) { return fact.name == order.fact.name; });
    if (at == state.facts.end())
        return; // nobody asks any more
    *at = order.fact;
    at->waiting = false;
    noteAnswered(number);
    if (std::any_of(state.facts.begin(), state.facts.end(), [](const auto& fact) { return fact.waiting; }))
        return;
    for (planning::Instance& instance : state.positions.instances)
        if (instance.again)
            instance.dueAt = std::min(instance.dueAt, work.end);
    for (OpenProposal& open : state.proposals)
        if (open.proposal.state == governance::ProposalState::Held && open.after == 0 &&
            m_program.planner->needsFacts(open.proposal.candidate.action))
            open.proposal.notBefore = std::min(open.proposal.notBefore, work.end);
}

/// A connector's answer: only now does the dispatch stand, or fall.
void EpochMerge::settle(Work& work, const Order& order) {
    const std::uint32_t number = audit::customerOf(order.dispatch);
    if (number >= m_customers.size())
        return;
    CustomerState& state = m_customers[number];
    const auto at = std::find_if(state.inFlight.begin(), state.inFlight.end(),
                                 [&](const InFlight& one) { return one.dispatch == order.dispatch; });
    if (at == state.inFlight.end())
        return; // answered before
    // What an absorbed identity had sent is answered under its number; its memory is another's by now.
    std::uint32_t living = number;
    while (m_customers[living].forgotten && m_customers[living].absorbedBy != living)
        living = m_customers[living].absorbedBy;
    CustomerState& person = m_customers[living];
    const InFlight flight = *at;
    const bool stands = order.state == execution::DispatchState::Succeeded;
    const bool unknown = order.state == execution::DispatchState::Unknown;
    if (!unknown) // what may have been done stays in flight, until somebody finds out
        state.inFlight.erase(at);
    execution::Dispatch dispatch;
    dispatch.number = flight.dispatch;
    dispatch.decision = flight.decision;
    dispatch.proposal = flight.proposal;
    dispatch.customer = number;
    dispatch.agent = flight.agent;
    dispatch.action = flight.action;
    dispatch.at = work.end;
    dispatch.state = order.state;
    dispatch.attempts = order.attempts;
    dispatch.result = order.code;
    append(work.batch, header(work, audit::EntryKind::DispatchResult, &state), audit::DispatchRecord{dispatch},
           flight.decision);
    if (flight.decision == 0)
        return; // an opt-out that was passed on
    if (OpenProposal* const open = flight.proposal != 0 ? find(flight.proposal) : nullptr) {
        open->proposal.state = stands    ? governance::ProposalState::Dispatched
                               : unknown ? governance::ProposalState::Unknown
                                         : governance::ProposalState::Failed;
        noteWaiting(open->proposal);
        work.batch.proposals.push_back(open->proposal);
        if (!unknown)
            std::erase_if(state.proposals,
                          [&](const OpenProposal& other) { return other.proposal.number == flight.proposal; });
    }
    noteAnswered(living);
    if (stands)
        return succeeded(person, flight.action, flight.dispatch, work.end);
    // Not knowing teaches nothing, and what reached nobody can earn nothing and fills no cap.
    for (learning::OpenReward& reward : person.rewards)
        if (reward.decision == flight.decision && reward.action == flight.action)
            reward.learns = false;
    if (unknown)
        return;
    std::erase_if(person.rewards, [&](const learning::OpenReward& reward) {
        return reward.decision == flight.decision && reward.action == flight.action;
    });
    std::vector<perception::Contact>& contacts = person.memory.contacts;
    const auto contact = std::find_if(contacts.rbegin(), contacts.rend(), [&](const perception::Contact& one) {
        return one.sent && one.action == flight.action && one.proposal == flight.proposal;
    });
    if (contact != contacts.rend())
        contacts.erase(std::next(contact).base());
    std::vector<std::uint64_t> dependents;
    for (const OpenProposal& open : person.proposals)
        if (open.after == flight.action && open.proposal.state != governance::ProposalState::Dispatching)
            dependents.push_back(open.proposal.number);
    for (const std::uint64_t dependent : dependents)
        voidProposal(work, person, dependent, m_program.words.afterFailed);
    for (planning::Instance& instance : person.positions.instances)
        if (instance.journey == flight.journey && instance.node == flight.node) {
            instance.again = true;
            instance.dueAt = work.end;
        }
}

void EpochMerge::take(Work& work, TakenCommand& taken) {
    OpenProposal* open = find(taken.command.proposal);
    if (!open) {
        taken.answer = Error{"approval.unknown-proposal", {}, {}, 0, 0};
        return;
    }
    CustomerState& state = m_customers[audit::customerOf(taken.command.proposal)];
    taken.answer = m_program.desk->apply(open->proposal, taken.command, work.end,
                                         [&](const governance::Proposal& proposal, const governance::Proposal& edited) {
                                             return editProblem(m_program, m_shared, state, proposal, edited, work.end,
                                                                &m_customers);
                                         });
    if (!taken.answer)
        return;
    const governance::Proposal before = open->proposal;
    open->proposal = *taken.answer;
    audit::PersonRecord record;
    record.proposal = open->proposal.number;
    record.decision = open->proposal.decision;
    record.person = taken.command.person;
    record.reason = taken.command.reason;
    record.state = open->proposal.state;
    record.bound = open->proposal.bound;
    audit::EntryKind kind = audit::EntryKind::Claim;
    switch (taken.command.kind) {
    case governance::CommandKind::Claim:
        break;
    case governance::CommandKind::Release:
        kind = audit::EntryKind::Release;
        break;
    case governance::CommandKind::Edit:
        kind = audit::EntryKind::Edit;
        record.before = before.subject + "\n" + before.body;
        record.after = open->proposal.subject + "\n" + open->proposal.body;
        break;
    case governance::CommandKind::Approve:
        kind = audit::EntryKind::Verdict;
        record.verdict = "approve";
        break;
    case governance::CommandKind::Reject:
        kind = audit::EntryKind::Verdict;
        record.verdict = "reject";
        break;
    }
    if (kind == audit::EntryKind::Verdict)
        ++day(work, state.memory.arm).decidedByPeople;
    open->decided = open->proposal.state == governance::ProposalState::Approved ||
                    open->proposal.state == governance::ProposalState::Rejected;
    audit::Entry entry = header(work, kind, &state);
    if (const std::uint32_t contact = open->proposal.candidate.contact; contact != 0)
        entry.addressed = contact - 1;
    append(work.batch, std::move(entry), record, open->proposal.decision);
    noteWaiting(open->proposal);
    work.batch.proposals.push_back(open->proposal);
}

} // namespace wayreeve::engine
