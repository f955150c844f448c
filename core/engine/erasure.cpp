#include "engine/erasure.h"

#include "audit/events.h"
#include "base/json.h"
#include "engine/desk.h"
#include "engine/entry_header.h"
#include "engine/merge.h"
#include "engine/shared_state_codec.h"

#include <algorithm>
#include <set>

namespace wayreeve::engine {

namespace {

bool isUnderWay(const OpenProposal& open) {
    return open.proposal.state == governance::ProposalState::Dispatching ||
           open.proposal.state == governance::ProposalState::Unknown;
}

template <class Record>
void add(CustomerState& state, CustomerEpoch& out, audit::EntryKind kind, const Record& record, audit::Key about,
         Instant at, std::uint64_t epoch) {
    audit::Entry entry = headerOf(state, kind, at, epoch);
    entry.body = audit::encode(entry, record);
    if (about != 0)
        out.about.emplace_back(about, out.entries.size());
    out.entries.push_back(std::move(entry));
}

// A word that every document set has: a new one would change the records of all runs.
Sym reasonOf(const Program& program) {
    return program.symbols.find("suppressed");
}

void blank(governance::Proposal& proposal) {
    proposal.subject.clear();
    proposal.body.clear();
    proposal.reason.clear();
}

void voidWith(CustomerState& state, OpenProposal& open, Sym reason, Instant at, std::uint64_t epoch,
              CustomerEpoch& out) {
    governance::Proposal& proposal = open.proposal;
    proposal.state = governance::ProposalState::Voided;
    proposal.voidReasons.push_back(reason);
    add(state, out, audit::EntryKind::Void,
        audit::ProposalRecord{proposal.number, proposal.decision, proposal.state, {reason}}, proposal.decision, at,
        epoch);
    if (!open.reserved.empty())
        out.released.emplace_back(open.reserved, open.reservedDay);
    out.proposals.push_back(proposal);
}

/// Loads those accounts of a stored run that know the person, and takes the person out of them.
Result<void> forgetInAccounts(const Program& program, const audit::RunInfo& info, const CustomerState& person,
                              std::span<const std::uint32_t> numbers, audit::LedgerReader& reader,
                              std::vector<CustomerState>& customers, CustomerEpoch& out, audit::Batch& batch) {
    using governance::ProposalState;
    std::set<std::uint32_t> accounts;
    if (person.account != 0)
        accounts.insert(person.account - 1);
    const auto open = reader.proposals(info.id,
                                       {ProposalState::Proposed, ProposalState::Claimed, ProposalState::Approved,
                                        ProposalState::SecondNeeded, ProposalState::UndoWindow, ProposalState::Held,
                                        ProposalState::Dispatching, ProposalState::Unknown, ProposalState::Suggested},
                                       INT32_MAX);
    if (!open)
        return open.error();
    for (const governance::Proposal& proposal : *open)
        if (const std::uint32_t contact = proposal.candidate.contact;
            contact != 0 && std::binary_search(numbers.begin(), numbers.end(), contact - 1))
            accounts.insert(audit::customerOf(proposal.number));
    for (const std::uint32_t number : accounts) {
        auto row = reader.customer(info.id, number);
        if (!row)
            return row.error();
        if (!*row || (*row)->state.empty())
            continue;
        auto state = decodeState((*row)->state, program.symbols);
        if (!state)
            return state.error();
        for (const std::uint32_t one : numbers)
            std::erase(state->members, one);
        (void)eraseAddressed(program, *state, numbers, info.clock, info.epochs, out);
        (*row)->state = encodeState(*state, program.symbols);
        if (customers.size() <= number)
            customers.resize(number + 1);
        customers[number] = std::move(state).value();
        batch.customers.push_back(std::move(**row));
    }
    return {};
}

} // namespace

bool eraseAddressed(const Program& program, CustomerState& holder, std::span<const std::uint32_t> numbers, Instant at,
                    std::uint64_t epoch, CustomerEpoch& out) {
    bool any = false;
    std::vector<Sym> failed; ///< actions that came to nothing
    for (OpenProposal& open : holder.proposals) {
        const std::uint32_t contact = open.proposal.candidate.contact;
        if (contact == 0 || !std::binary_search(numbers.begin(), numbers.end(), contact - 1))
            continue;
        any = true;
        blank(open.proposal);
        if (isUnderWay(open)) {
            out.proposals.push_back(open.proposal);
            continue;
        }
        voidWith(holder, open, reasonOf(program), at, epoch, out);
        failed.push_back(open.proposal.candidate.action);
    }
    const auto ofThem = [&](const InFlight& flight) { // what failed is kept with its text; nobody replays it now
        return flight.failed && flight.addressed != 0 &&
               std::binary_search(numbers.begin(), numbers.end(), flight.addressed - 1);
    };
    any = std::erase_if(holder.inFlight, ofThem) > 0 || any;
    for (std::size_t i = 0; i < failed.size(); ++i)
        for (OpenProposal& open : holder.proposals)
            if (open.after == failed[i] && governance::isOpen(open.proposal.state) && !isUnderWay(open)) {
                voidWith(holder, open, program.words.afterFailed, at, epoch, out);
                failed.push_back(open.proposal.candidate.action);
            }
    for (const OpenProposal& open : holder.proposals) {
        if (open.proposal.state != governance::ProposalState::Voided)
            continue;
        std::erase_if(holder.memory.contacts, [&](const perception::Contact& one) {
            return one.proposal == open.proposal.number && !one.sent;
        });
        for (planning::Instance& instance : holder.positions.instances)
            if (instance.journey == open.proposal.journey && instance.node == open.proposal.node) {
                instance.again = true;
                instance.dueAt = at;
            }
    }
    std::erase_if(holder.proposals,
                  [](const OpenProposal& open) { return open.proposal.state == governance::ProposalState::Voided; });
    return any;
}

std::vector<std::uint32_t> numbersOf(const std::vector<CustomerState>& customers, std::uint32_t number) {
    std::vector<std::uint32_t> same;
    for (std::uint32_t one = 0; one < customers.size(); ++one) {
        std::uint32_t at = one;
        while (customers[at].forgotten && customers[at].absorbedBy != at)
            at = customers[at].absorbedBy;
        if (at == number)
            same.push_back(one);
    }
    return same;
}

audit::Erasure erase(const Program& program, CustomerState& state, std::vector<std::uint32_t> numbers,
                     const Order& order, Instant at, std::uint64_t epoch, CustomerEpoch& out) {
    audit::Erasure erasure{numbers, state.memory.ids};
    if (std::find(erasure.ids.begin(), erasure.ids.end(), state.memory.key) == erasure.ids.end())
        erasure.ids.push_back(state.memory.key);
    std::vector<OpenProposal> left;
    for (OpenProposal& open : state.proposals) {
        blank(open.proposal);
        if (isUnderWay(open)) {
            out.proposals.push_back(open.proposal);
            left.push_back(std::move(open));
        } else {
            voidWith(state, open, reasonOf(program), at, epoch, out);
        }
    }
    add(state, out, audit::EntryKind::Erasure, audit::ErasureRecord{std::move(numbers), order.person, order.reason}, 0,
        at, epoch);
    CustomerState gone;
    gone.memory.number = state.memory.number;
    gone.memory.key = "erased-" + std::to_string(state.memory.number);
    gone.memory.arm = state.memory.arm;
    gone.memory.mixedArms = state.memory.mixedArms;
    gone.memory.firstSeen = state.memory.firstSeen;
    gone.memory.lastSeen = state.memory.lastSeen;
    gone.origin = state.origin;
    gone.decisions = state.decisions;
    gone.proposalCount = state.proposalCount;
    gone.dispatchCount = state.dispatchCount;
    gone.epoch = state.epoch;
    gone.sequence = state.sequence;
    gone.inFlight = std::move(state.inFlight);
    std::erase_if(gone.inFlight, [](const InFlight& flight) { return flight.failed; }); // nobody replays them now
    gone.proposals = std::move(left);
    gone.forgotten = true;
    gone.absorbedBy = gone.memory.number;
    state = std::move(gone);
    return erasure;
}

Result<void> eraseOnStoredRun(const std::shared_ptr<const Program>& program, const audit::RunInfo& info,
                              const Order& order, audit::LedgerReader& reader, audit::LedgerWriter& writer) {
    if (info.status == audit::RunStatus::Running)
        return Error{"run.still-running", {{"run", info.tag}}, {}, 0, 0};
    const Error unknown{"erase.unknown-customer", {{"customer", std::to_string(order.customer)}}, {}, 0, 0};
    auto row = reader.customer(info.id, order.customer);
    if (!row)
        return row.error();
    if (!*row || (*row)->state.empty())
        return unknown;
    auto state = decodeState((*row)->state, program->symbols);
    if (!state)
        return state.error();
    if (state->memory.isAccount)
        return unknown;
    const auto stored = reader.engineState(info.id);
    if (!stored)
        return stored.error();
    auto shared = decodeSharedState(*stored);
    if (!shared)
        return shared.error();
    const auto hashes = reader.entryHashes(info.id);
    if (!hashes)
        return hashes.error();
    // Which customers it absorbed, its own entries say.
    std::vector<std::uint32_t> numbers{order.customer};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto entries = reader.entriesOf(info.id, numbers[i]);
        if (!entries)
            return entries.error();
        for (const audit::Entry& entry : *entries)
            if (const auto merge = audit::decodeMerge(entry); merge && merge->older == numbers[i])
                numbers.push_back(merge->younger);
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<CustomerState> customers(order.customer + 1);
    customers[order.customer] = std::move(state).value();
    CustomerEpoch part;
    part.customer = order.customer;
    audit::Batch batch;
    batch.run = info.id;
    if (auto done =
            forgetInAccounts(*program, info, customers[order.customer], numbers, reader, customers, part, batch);
        !done)
        return done;
    batch.erasures.push_back(
        erase(*program, customers[order.customer], std::move(numbers), order, info.clock, info.epochs, part));
    WorkerPool pool(1);
    EpochMerge merge(*program, shared->first, customers, info.sendsReally);
    merge.setStart(info.start);
    merge.setModelUpdates(shared->second);
    batch.decisionCount = info.decisions;
    CustomerEpoch* const parts[] = {&part};
    (void)merge.run(parts, info.clock, info.epochs, {}, pool, batch);
    audit::Chain chain;
    chain.resume(*hashes);
    for (audit::Entry& entry : batch.entries)
        chain.append(entry);
    batch.epochs = info.epochs + 1;
    batch.clock = info.clock;
    batch.head = chain.head();
    batch.recordsHash = chain.recordsHash();
    const auto earlier = reader.commands(info.id);
    if (!earlier)
        return earlier.error();
    audit::CommandRow command;
    command.sequence = info.entries;
    if (!earlier->empty())
        command.sequence = std::max(command.sequence, earlier->back().sequence + 1);
    command.epoch = info.epochs;
    command.time = info.clock;
    command.body = orderJson(order);
    batch.commands.push_back(std::move(command));
    batch.engineState = encodeSharedState(shared->first, merge.modelUpdates());
    return writer.commit(batch);
}

} // namespace wayreeve::engine
