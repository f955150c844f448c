#include "engine/edit_check.h"
#include "engine/merge.h"
#include "engine/merge_work.h"
#include "execution/opt_out.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr std::ptrdiff_t keptFailures = 20; // of a customer; older ones can be replayed, but nothing is told of it

void keepLastFailures(std::vector<InFlight>& flights) {
    const auto failed = [](const InFlight& one) { return one.failed; };
    if (std::count_if(flights.begin(), flights.end(), failed) > keptFailures)
        flights.erase(std::find_if(flights.begin(), flights.end(), failed));
}

} // namespace

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
    if (order.customer >= m_customers.size())
        return;
    const std::uint32_t number = livingOf(order.customer);
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

/// What an absorbed identity had sent is answered under its number; its memory is another's by now.
std::uint32_t EpochMerge::livingOf(std::uint32_t customer) const {
    while (m_customers[customer].forgotten && m_customers[customer].absorbedBy != customer)
        customer = m_customers[customer].absorbedBy;
    return customer;
}

/// A connector's answer: only now does the dispatch stand, or fall. What failed may have been replayed since.
void EpochMerge::settle(Work& work, const Order& order) {
    const std::uint32_t number = audit::customerOf(order.dispatch);
    if (number >= m_customers.size())
        return;
    CustomerState& state = m_customers[number];
    const auto at = std::find_if(state.inFlight.begin(), state.inFlight.end(),
                                 [&](const InFlight& one) { return one.dispatch == order.dispatch; });
    if (at == state.inFlight.end())
        return; // answered before
    const std::uint32_t living = livingOf(number);
    CustomerState& person = m_customers[living];
    InFlight flight = std::move(*at);
    state.inFlight.erase(at);
    const bool stands = order.state == execution::DispatchState::Succeeded;
    const bool unknown = order.state == execution::DispatchState::Unknown;
    const bool failsAgain = flight.failed && !stands && !unknown;
    if (flight.failed && !failsAgain)
        takeUpAgain(state, person, flight, work.end);
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
    if (flight.decision != 0 && !failsAgain) { // an opt-out that was passed on has nothing else
        tellProposal(work, state, flight, order);
        noteAnswered(living);
        if (flight.addressed != 0)
            noteAnswered(livingOf(flight.addressed - 1));
        if (stands)
            succeeded(person, flight.action, flight.dispatch, work.end);
        else
            // Not knowing teaches nothing.
            for (learning::OpenReward& reward : person.rewards)
                if (reward.decision == flight.decision && reward.action == flight.action)
                    reward.learns = false;
        if (!stands && !unknown)
            cameToNothing(work, person, flight);
    }
    if (stands)
        return;
    flight.failed = !unknown; // what may have been done stays in flight, until somebody finds out
    state.inFlight.push_back(std::move(flight));
    keepLastFailures(state.inFlight);
}

/// A person replayed what had failed: it counts from when it came to something.
void EpochMerge::takeUpAgain(CustomerState& state, CustomerState& person, InFlight& flight, Instant at) {
    flight.failed = false;
    if (flight.decision == 0)
        return;
    addContacts(person, flight, at);
    flight.reservedDay = m_shared.budgetDay;
    for (const auto& reservation : flight.reserved) // a person decided: nobody asks whether it fits
        planning::Planner::left(m_shared.today, reservation) -= reservation.amount;
    if (flight.goal != 0) {
        learning::OpenReward reward; // what comes of it is its own, and teaches nothing: nobody chose this hour
        reward.decision = flight.decision;
        reward.goal = flight.goal;
        reward.action = flight.action;
        reward.from = at;
        reward.until = at + m_program.attribution->window(flight.goal);
        reward.learns = false;
        m_program.attribution->opened(person.rewards, std::move(reward));
    }
    if (!flight.proposalItem)
        return;
    OpenProposal open;
    open.proposal = std::move(*flight.proposalItem);
    flight.proposalItem.reset();
    open.proposal.voidReasons.clear();
    state.proposals.push_back(std::move(open));
}

void EpochMerge::tellProposal(Work& work, CustomerState& state, InFlight& flight, const Order& order) {
    OpenProposal* const open = flight.proposal != 0 ? find(flight.proposal) : nullptr;
    if (open == nullptr)
        return;
    governance::Proposal& proposal = open->proposal;
    if (order.state == execution::DispatchState::Succeeded) {
        proposal.state = governance::ProposalState::Dispatched;
    } else if (order.state == execution::DispatchState::Unknown) {
        proposal.state = governance::ProposalState::Unknown;
    } else if (execution::isUnwelcome(order.code)) { // like any other that a customer's no ends
        proposal.state = governance::ProposalState::Voided;
        proposal.voidReasons.push_back(m_program.words.consent);
        append(work.batch, header(work, audit::EntryKind::Void, &state),
               audit::ProposalRecord{flight.proposal, flight.decision, proposal.state, {m_program.words.consent}},
               flight.decision);
    } else {
        proposal.state = governance::ProposalState::Failed;
    }
    noteWaiting(proposal);
    work.batch.proposals.push_back(proposal);
    if (proposal.state == governance::ProposalState::Unknown)
        return;
    if (proposal.state != governance::ProposalState::Dispatched)
        flight.proposalItem = std::move(proposal);
    std::erase_if(state.proposals, [&](const OpenProposal& other) { return other.proposal.number == flight.proposal; });
}

/// What reached nobody earns nothing, costs nothing and fills no cap.
void EpochMerge::cameToNothing(Work& work, CustomerState& person, InFlight& flight) {
    std::erase_if(person.rewards, [&](const learning::OpenReward& reward) {
        return reward.decision == flight.decision && reward.action == flight.action;
    });
    removeContacts(person, flight);
    giveBack(flight.reserved, flight.reservedDay);
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

/// An account's contact is one of the account and one of whom it addresses.
void EpochMerge::addContacts(CustomerState& person, const InFlight& flight, Instant at) {
    perception::Contact contact{at, flight.action, flight.channel, flight.slot, flight.family, flight.proposal, true};
    if (flight.addressed != 0) {
        contact.with = audit::customerOf(flight.dispatch) + 1;
        m_customers[livingOf(flight.addressed - 1)].memory.contacts.push_back(contact);
        contact.with = flight.addressed;
    }
    person.memory.contacts.push_back(contact);
}

void EpochMerge::removeContacts(CustomerState& person, const InFlight& flight) {
    const auto remove = [&](CustomerState& of, bool byAccount) {
        std::vector<perception::Contact>& contacts = of.memory.contacts;
        const auto contact = std::find_if(contacts.rbegin(), contacts.rend(), [&](const perception::Contact& one) {
            return one.sent && one.action == flight.action && one.proposal == flight.proposal &&
                   (!byAccount || one.with == audit::customerOf(flight.dispatch) + 1);
        });
        if (contact != contacts.rend())
            contacts.erase(std::next(contact).base());
    };
    remove(person, false);
    if (flight.addressed != 0)
        remove(m_customers[livingOf(flight.addressed - 1)], true);
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
