#include "engine/merge.h"

#include "engine/merge_work.h"

#include <algorithm>

namespace wayreeve::engine {

EpochMerge::EpochMerge(const Program& program, planning::SharedState& shared, std::vector<CustomerState>& customers,
                       bool sendsReally, bool awaitResults)
    : m_program(program)
    , m_shared(shared)
    , m_customers(customers)
    , m_sendsReally(sendsReally)
    , m_awaitResults(awaitResults)
    , m_learnsFromMoments(program.planner->learnsFromMoments()) {}

audit::Entry EpochMerge::header(const Work& work, audit::EntryKind kind, CustomerState* state) {
    audit::Entry entry;
    entry.kind = kind;
    entry.epoch = work.epoch;
    entry.time = work.end;
    if (state) {
        if (state->epoch != work.epoch) {
            state->epoch = work.epoch;
            state->sequence = 0;
        }
        entry.customer = state->memory.number;
        entry.sequence = state->sequence++;
    }
    return entry;
}

namespace {

/// The contact that the turn reserved for what it executed at once: sent now, or refused.
void endReservation(CustomerState& state, Sym action) {
    std::vector<perception::Contact>& contacts = state.memory.contacts;
    const auto at = std::find_if(contacts.begin(), contacts.end(), [&](const perception::Contact& contact) {
        return contact.proposal == 0 && !contact.sent && contact.action == action;
    });
    if (at != contacts.end())
        contacts.erase(at);
}

/// The first number in which they differ decides; who has none comes after who has one, whatever it is.
bool comesFirst(const std::vector<double>& a, const std::vector<double>& b) {
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return differs.second == b.end() ? differs.first != a.end()
                                     : differs.first != a.end() && *differs.first < *differs.second;
}

/// Of the contacts that really went out.
double pressureOn(const CustomerState& state, Instant at) {
    std::vector<Instant> sent;
    for (const perception::Contact& contact : state.memory.contacts)
        if (contact.sent && contact.slot != documents::Slot::Operation)
            sent.push_back(contact.at);
    return planning::Fatigue::pressure(sent, at);
}

} // namespace

std::vector<EpochMerge::Delivery> EpochMerge::run(std::span<CustomerEpoch* const> parts, Instant end,
                                                  std::uint64_t epoch, std::span<TakenCommand> commands,
                                                  WorkerPool& pool, audit::Batch& batch,
                                                  std::span<const Order> orders) {
    Work work{end, epoch, batch, pool, {}, {}, {}, {}, {}};
    refillBudgets(end);
    const std::size_t first = batch.entries.size();
    const std::size_t firstAbout = batch.about.size();
    std::vector<PendingDispatch*> pending;
    for (CustomerEpoch* part : parts) {
        const std::size_t offset = batch.entries.size();
        for (audit::Entry& entry : part->entries)
            batch.entries.push_back(std::move(entry));
        for (const auto& [key, index] : part->about)
            batch.about.emplace_back(key, offset + index);
        for (audit::DecisionRow& row : part->rows)
            batch.decisions.push_back(row);
        for (const auto& [reservations, reservedDay] : part->released)
            giveBack(reservations, reservedDay);
        for (const governance::Proposal& proposal : part->proposals)
            noteWaiting(proposal);
        batch.proposals.insert(batch.proposals.end(), part->proposals.begin(), part->proposals.end());
        batch.reviews.insert(batch.reviews.end(), part->reviews.begin(), part->reviews.end());
        countDays(work, *part);
        for (PendingDispatch& one : part->dispatches)
            pending.push_back(&one);
        batch.decisionCount += part->counts.decisions;
    }
    // The parts come ascending by customer, each with its updates in time order: one fixed order for the model.
    for (CustomerEpoch* part : parts) {
        work.updates.insert(work.updates.end(), part->updates.begin(), part->updates.end());
        work.histories.resize(work.updates.size(), &m_customers[part->customer].history);
        work.timings.resize(work.updates.size(), &m_customers[part->customer].timing);
        learnPurchases(*part);
    }

    std::sort(pending.begin(), pending.end(), [](const PendingDispatch* a, const PendingDispatch* b) {
        if (a->urgency != b->urgency)
            return a->urgency < b->urgency;
        if (a->order != b->order)
            return comesFirst(a->order, b->order);
        if (a->priority != b->priority)
            return a->priority > b->priority;
        if (a->time != b->time)
            return a->time < b->time;
        const auto customerA = audit::customerOf(a->decision), customerB = audit::customerOf(b->decision);
        return customerA != customerB ? customerA < customerB : a->sequence < b->sequence;
    });
    for (CustomerEpoch* part : parts)
        for (execution::Dispatch& optOut : part->optOuts)
            passOn(work, optOut);
    for (PendingDispatch* one : pending)
        sendOrReserve(work, *one);
    m_answered.clear();
    for (const Order& order : orders)
        obey(work, order);
    for (TakenCommand& taken : commands)
        take(work, taken);
    learn(work);
    for (auto& [arm, row] : work.days)
        batch.days.push_back(row);

    // Into (time, customer, sequence) order, and the index of what an entry is about with it.
    std::vector<std::size_t> order(batch.entries.size() - first);
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = first + i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const audit::Entry &x = batch.entries[a], &y = batch.entries[b];
        if (x.time != y.time)
            return x.time < y.time;
        return x.customer != y.customer ? x.customer < y.customer : x.sequence < y.sequence;
    });
    std::vector<audit::Entry> sorted;
    sorted.reserve(order.size());
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i] - first] = first + i;
        sorted.push_back(std::move(batch.entries[order[i]]));
    }
    std::move(sorted.begin(), sorted.end(), batch.entries.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t i = firstAbout; i < batch.about.size(); ++i)
        batch.about[i].second = place[batch.about[i].second - first];
    return std::move(work.deliveries);
}

void EpochMerge::refillBudgets(Instant at) {
    const std::int64_t today = m_program.zone.local(at).dayNumber;
    if (today == m_shared.budgetDay)
        return;
    m_shared.budgetDay = today;
    const auto ahead = m_shared.ahead.find(today);
    m_shared.today = ahead != m_shared.ahead.end() ? std::move(ahead->second) : m_program.planner->fullBudgets();
    m_shared.ahead.erase(m_shared.ahead.begin(), m_shared.ahead.upper_bound(today));
}

planning::Budgets* EpochMerge::budgetsOf(std::int64_t day) {
    if (day <= m_shared.budgetDay)
        return day == m_shared.budgetDay ? &m_shared.today : nullptr;
    return &m_shared.ahead.try_emplace(day, m_program.planner->fullBudgets()).first->second;
}

void EpochMerge::giveBack(const std::vector<planning::Planner::Reservation>& reservations, std::int64_t day) {
    if (reservations.empty())
        return;
    if (planning::Budgets* const budgets = budgetsOf(day))
        for (const auto& reservation : reservations)
            planning::Planner::left(*budgets, reservation) += reservation.amount;
}

void EpochMerge::noteWaiting(const governance::Proposal& proposal) {
    if (governance::waitsForPerson(proposal.state))
        m_waiting[proposal.number] = proposal.customer;
    else
        m_waiting.erase(proposal.number);
}

OpenProposal* EpochMerge::find(audit::Key key) {
    const std::uint32_t customer = audit::customerOf(key);
    if (customer >= m_customers.size())
        return nullptr;
    for (OpenProposal& open : m_customers[customer].proposals)
        if (open.proposal.number == key)
            return &open;
    return nullptr;
}

void EpochMerge::sendOrReserve(Work& work, PendingDispatch& pending) {
    CustomerState& state = m_customers[audit::customerOf(pending.decision)];
    OpenProposal* const open = find(pending.reserveFor != 0 ? pending.reserveFor : pending.carriesOut);
    if (pending.reserveFor != 0 && open == nullptr)
        return; // voided meanwhile, with the action that it waits for
    std::int64_t goesOut = m_shared.budgetDay;
    // What a person is asked for at night, too, goes out in the morning at the earliest.
    if (pending.reserveFor != 0 && open->after == 0)
        goesOut = std::max(goesOut, m_program.zone.local(open->proposal.notBefore).dayNumber);
    // What goes out on another day than it was reserved for (a person took longer, a hold moved it) counts on this one.
    if (pending.carriesOut != 0 && open && open->reservedDay != goesOut) {
        giveBack(open->reserved, open->reservedDay);
        pending.reservations = std::move(open->reserved);
        open->reserved.clear();
    }
    planning::Budgets& budgets = *budgetsOf(goesOut);
    for (const auto& reservation : pending.reservations)
        if (planning::Planner::left(budgets, reservation) < reservation.amount)
            return refuse(work, pending, state, m_program.planner->budgetSymbol(reservation));
    for (const auto& reservation : pending.reservations)
        planning::Planner::left(budgets, reservation) -= reservation.amount;
    if (pending.reserveFor == 0)
        return send(work, pending, state);
    open->reserved = pending.reservations;
    open->reservedDay = goesOut;
}

/// Who does not fit gets an entry after its decision and is due at the start of the next epoch.
void EpochMerge::refuse(Work& work, PendingDispatch& pending, CustomerState& state, Sym budget) {
    ++m_didNotFit;
    append(work.batch, header(work, audit::EntryKind::DidNotFit, &state),
           audit::DidNotFitRecord{pending.decision, pending.choice, budget}, pending.decision);
    if (const std::uint64_t proposal = pending.reserveFor != 0 ? pending.reserveFor : pending.carriesOut; proposal != 0)
        voidProposal(work, state, proposal, m_program.words.didNotFit);
    else
        endReservation(state, pending.dispatch.action);
    for (planning::Instance& instance : state.positions.instances)
        if (instance.journey == pending.journey && instance.node == pending.node) {
            instance.again = true;
            instance.dueAt = work.end;
        }
}

/// Ends a proposal at the merge, and with it what waits for its action.
void EpochMerge::voidProposal(Work& work, CustomerState& state, std::uint64_t number, Sym reason) {
    const auto at = std::find_if(state.proposals.begin(), state.proposals.end(),
                                 [&](const OpenProposal& open) { return open.proposal.number == number; });
    if (at == state.proposals.end())
        return;
    OpenProposal ended = std::move(*at);
    state.proposals.erase(at);
    governance::Proposal& proposal = ended.proposal;
    proposal.state = governance::ProposalState::Voided;
    proposal.voidReasons.push_back(reason);
    append(work.batch, header(work, audit::EntryKind::Void, &state),
           audit::ProposalRecord{proposal.number, proposal.decision, proposal.state, {reason}}, proposal.decision);
    noteWaiting(proposal);
    work.batch.proposals.push_back(proposal);
    giveBack(ended.reserved, ended.reservedDay);
    std::erase_if(state.memory.contacts, [&](const perception::Contact& contact) {
        return contact.proposal == proposal.number && !contact.sent;
    });
    std::vector<std::uint64_t> dependents;
    for (const OpenProposal& open : state.proposals)
        if (open.after == proposal.candidate.action && open.proposal.state != governance::ProposalState::Dispatching)
            dependents.push_back(open.proposal.number);
    for (const std::uint64_t dependent : dependents)
        voidProposal(work, state, dependent, m_program.words.afterFailed);
}

/// No contact, no reward, no budget: an item of the outbox, whose result stands in the chain like any other.
void EpochMerge::passOn(Work& work, execution::Dispatch& optOut) {
    CustomerState& state = m_customers[optOut.customer];
    optOut.number = audit::keyOf(optOut.customer, ++state.dispatchCount);
    optOut.at = work.end;
    append(work.batch, header(work, audit::EntryKind::Dispatch, &state), audit::DispatchRecord{optOut}, 0);
    work.batch.dispatches.push_back(optOut);
    InFlight flight;
    flight.dispatch = optOut.number;
    flight.action = optOut.action;
    state.inFlight.push_back(std::move(flight));
}

/// What the connector's answer will be about.
InFlight EpochMerge::flightOf(const PendingDispatch& pending, const CustomerState& state) {
    const execution::Dispatch& dispatch = pending.dispatch;
    InFlight flight;
    flight.dispatch = dispatch.number;
    flight.decision = pending.decision;
    flight.proposal = pending.carriesOut;
    flight.agent = dispatch.agent;
    flight.action = dispatch.action;
    flight.journey = pending.journey;
    flight.node = pending.node;
    flight.goal = pending.goal;
    flight.family = pending.family;
    flight.channel = dispatch.channel;
    flight.slot = dispatch.slot;
    flight.addressed = dispatch.customer != state.memory.number ? dispatch.customer + 1 : 0;
    flight.reserved = pending.reservations;
    flight.reservedDay = m_shared.budgetDay;
    if (const OpenProposal* const open = pending.carriesOut != 0 ? find(pending.carriesOut) : nullptr;
        open && flight.reserved.empty())
        flight.reserved = open->reserved; // of this day, else they would have moved
    return flight;
}

void EpochMerge::send(Work& work, PendingDispatch& pending, CustomerState& state) {
    execution::Dispatch& dispatch = pending.dispatch;
    dispatch.number = audit::keyOf(state.memory.number, ++state.dispatchCount);
    dispatch.at = work.end;
    if (!m_awaitResults) {
        dispatch.attempts = 1;
        dispatch.state = execution::DispatchState::Succeeded; // a simulated connector always answers, and at once
        dispatch.result = "sandbox";
    }
    audit::Entry entry = header(work, audit::EntryKind::Dispatch, &state);
    if (dispatch.customer != state.memory.number)
        entry.addressed = dispatch.customer;
    append(work.batch, std::move(entry), audit::DispatchRecord{dispatch}, pending.decision);

    // An account's contact is one of the account and one of whom it addresses: it counts for the caps of both.
    CustomerState* const addressed =
        dispatch.customer != state.memory.number ? &m_customers[dispatch.customer] : nullptr;
    const int localHour =
        m_program.perceiver->zone(addressed ? addressed->memory : state.memory).local(work.end).minuteOfDay / 60;
    planning::ContactMoment moment;
    if (m_learnsFromMoments && dispatch.slot != documents::Slot::Operation)
        moment = {localHour, pressureOn(state, work.end), pending.predicted};
    perception::Contact contact{
        work.end, dispatch.action, dispatch.channel, dispatch.slot, pending.family, pending.carriesOut, true};
    if (pending.carriesOut == 0)
        endReservation(state, dispatch.action);
    std::erase_if(state.memory.contacts, [&](const perception::Contact& other) {
        return pending.carriesOut != 0 && other.proposal == pending.carriesOut && !other.sent;
    });
    if (addressed) {
        contact.with = state.memory.number + 1;
        addressed->memory.contacts.push_back(contact);
        contact.with = dispatch.customer + 1;
    }
    state.memory.contacts.push_back(contact);
    if (OpenProposal* open = pending.carriesOut != 0 && !m_awaitResults ? find(pending.carriesOut) : nullptr) {
        open->proposal.state = governance::ProposalState::Dispatched;
        noteWaiting(open->proposal);
        work.batch.proposals.push_back(open->proposal);
        std::erase_if(state.proposals,
                      [&](const OpenProposal& other) { return other.proposal.number == pending.carriesOut; });
    }
    if (pending.goal != 0) {
        learning::OpenReward reward;
        reward.decision = pending.decision;
        reward.goal = pending.goal;
        reward.action = dispatch.action;
        reward.from = work.end;
        reward.until = work.end + m_program.attribution->window(pending.goal);
        reward.learns = pending.learns;
        reward.context = pending.learning;
        reward.moment = moment;
        m_program.attribution->opened(state.rewards, std::move(reward));
    }
    if (m_awaitResults)
        state.inFlight.push_back(flightOf(pending, state));
    else
        succeeded(state, dispatch.action, dispatch.number, work.end);

    Delivery delivery;
    delivery.customer = dispatch.customer;
    delivery.delivered.dispatch = dispatch;
    if (const Program::ActionInfo* info = m_program.action(dispatch.action)) {
        delivery.delivered.actionId = info->action->id;
        delivery.delivered.actionTags = info->action->tags;
    }
    delivery.delivered.contentId = m_program.symbols.name(dispatch.content);
    delivery.delivered.discount = pending.discount;
    delivery.delivered.localHour = localHour;
    work.deliveries.push_back(std::move(delivery));

    audit::DayRow& row = day(work, state.memory.arm);
    ++row.dispatches;
    if (!state.memory.mixedArms) {
        row.cost += dispatch.cost;
        state.compared.cost += dispatch.cost;
    }
    if (m_sendsReally) {
        dispatch.state = execution::DispatchState::Pending; // the outbox's own copy really goes out after the commit
        dispatch.attempts = 0;
        dispatch.result.clear();
    }
    work.batch.dispatches.push_back(dispatch);
}

/// In the order of the records; a purchase that is late among them moves nothing. Software buys by no rhythm of people.
void EpochMerge::learnPurchases(const CustomerEpoch& part) {
    const perception::Customer& customer = m_customers[part.customer].memory;
    if (!customer.isPerson() || customer.suppressed)
        return;
    for (const learning::Outcome& outcome : part.outcomes)
        if (outcome.kind == learning::OutcomeKind::Goal && m_program.planner->isReplenished(outcome.goal))
            m_shared.replenishment.observe(m_customers[part.customer].timing.rhythm, outcome.at);
}

void EpochMerge::learn(Work& work) {
    if (work.updates.empty())
        return;
    const Hash256 hash = learning::applyUpdates(m_shared, work.updates, work.histories, work.timings);
    m_modelUpdates += work.updates.size();
    append(work.batch, header(work, audit::EntryKind::ModelUpdate, nullptr),
           audit::ModelRecord{work.updates.size(), m_modelUpdates, hash}, 0);
}

audit::DayRow& EpochMerge::day(Work& work, documents::Arm arm) {
    audit::DayRow& row = work.days[static_cast<int>(arm)];
    row.arm = arm;
    row.day = static_cast<std::int32_t>((work.end - m_start).ms / Duration::days(1).ms);
    return row;
}

void EpochMerge::countDays(Work& work, const CustomerEpoch& part) {
    CustomerState& state = m_customers[part.customer];
    audit::DayRow& row = day(work, state.memory.arm);
    if (!state.memory.isPerson() && !state.memory.mixedArms) {
        // The comparison of arms is one of people: out of it, with what was counted so far.
        state.memory.mixedArms = true;
        --row.customers;
        row.converted -= state.converted ? 1 : 0;
        row.money -= state.compared.money;
        row.cost -= state.compared.cost;
        state.compared = {};
    }
    row.decisions += part.counts.decisions;
    for (const learning::Outcome& outcome : part.outcomes) {
        work.batch.outcomes.push_back(outcome);
        if (outcome.kind == learning::OutcomeKind::WindowClosed)
            continue;
        if (outcome.kind == learning::OutcomeKind::Goal) {
            ++row.goals;
            if (outcome.goal != m_program.firstGoal() || state.memory.mixedArms)
                continue;
            row.money += outcome.money;
            state.compared.money += outcome.money;
            row.converted += state.converted ? 0 : 1;
            state.converted = true;
        } else if (m_program.symbols.name(outcome.event) == "Unsubscribed") {
            ++row.unsubscribes;
        } else {
            ++row.complaints;
        }
    }
    for (const governance::Proposal& proposal : part.proposals) {
        if (proposal.state == governance::ProposalState::Proposed) {
            ++row.queued;
            if (proposal.candidate.risk == documents::Risk::High)
                ++row.queuedHigh;
        } else if (proposal.state == governance::ProposalState::Expired) {
            ++row.expired;
        }
    }
}

} // namespace wayreeve::engine
