#include "session/queue_item.h"

#include "audit/events.h"
#include "engine/customer_state.h"
#include "session/open_workspace.h"
#include "session/store_access.h"

#include <algorithm>
#include <array>

namespace wayreeve::session {

namespace {

using audit::EntryKind;
using governance::ProposalState;

std::optional<QueueStep> stepOf(const audit::Entry& entry, audit::Key number) {
    QueueStep step{entry.time, std::string(audit::nameOf(entry.kind)), {}, {}, {}};
    switch (entry.kind) {
    case EntryKind::Claim:
    case EntryKind::Release:
    case EntryKind::Edit:
    case EntryKind::Verdict: {
        const auto record = audit::decodePerson(entry);
        if (!record || record->proposal != number)
            return std::nullopt;
        if (!record->verdict.empty())
            step.what = record->verdict;
        step.person = record->person;
        step.reason = record->reason;
        return step;
    }
    case EntryKind::Expiry:
    case EntryKind::Void:
    case EntryKind::Supersede:
    case EntryKind::Discard: {
        const auto record = audit::decodeProposal(entry);
        if (!record || record->proposal != number)
            return std::nullopt;
        step.because = record->reasons;
        return step;
    }
    case EntryKind::Dispatch: {
        const auto record = audit::decodeDispatch(entry);
        if (!record || record->dispatch.proposal != number)
            return std::nullopt;
        return step;
    }
    default:
        return std::nullopt;
    }
}

/// The narrowest wide scope first: everything, the agent, the action.
std::optional<std::string> stopOf(const std::filesystem::path& folder, const QueueItem& item) {
    const auto scopes = stopScopes(folder);
    if (!scopes)
        return std::nullopt;
    const planning::Candidate& candidate = item.proposal.candidate;
    for (const std::string& scope : {std::string(), "agent/" + item.symbols.name(candidate.agent),
                                     "action/" + item.symbols.name(candidate.action)})
        if (scopes->contains(scope))
            return scope;
    return std::nullopt;
}

/// Where a simulation's items went is settled in the run; where it really sends, the outbox knows.
Result<void> readDispatch(audit::LedgerReader& reader, const std::filesystem::path& folder, QueueItem& item) {
    if (!item.run.sendsReally) {
        item.next = NextStep::Simulated;
        return {};
    }
    item.next = NextStep::Outbox;
    const auto all = reader.dispatches(item.run.id, item.proposal.customer, INT64_MAX);
    if (!all)
        return all.error();
    using execution::DispatchState;
    for (const execution::Dispatch& dispatch : *all)
        if (dispatch.proposal == item.proposal.number) {
            item.answer = dispatch.result;
            item.next = dispatch.state == DispatchState::Succeeded ? NextStep::Sent
                        : dispatch.state == DispatchState::Failed  ? NextStep::Failed
                        : dispatch.state == DispatchState::Unknown ? NextStep::Unclear
                                                                   : NextStep::Outbox;
        }
    if (item.next == NextStep::Outbox)
        item.stoppedBy = stopOf(folder, item);
    return {};
}

/// What a held item waits for stands in its customer's state alone.
Result<void> readHold(audit::LedgerReader& reader, QueueItem& item) {
    item.next = NextStep::Held;
    item.until = item.proposal.notBefore;
    const auto customer = reader.customer(item.run.id, item.proposal.customer);
    if (!customer)
        return customer.error();
    if (!*customer || (*customer)->state.empty())
        return {};
    const auto state = engine::decodeState((*customer)->state, item.symbols);
    if (!state)
        return state.error();
    for (const engine::OpenProposal& open : state->proposals)
        if (open.proposal.number == item.proposal.number)
            item.follows = open.after;
    return {};
}

Result<void> readNext(audit::LedgerReader& reader, const std::filesystem::path& folder, QueueItem& item) {
    switch (item.proposal.state) {
    case ProposalState::Proposed:
    case ProposalState::Claimed:
    case ProposalState::SecondNeeded:
        item.next = item.proposal.firstApprover.empty() ? NextStep::Person : NextStep::SecondPerson;
        item.until = item.proposal.deadline;
        return {};
    case ProposalState::Suggested:
        item.next = NextStep::Suggestion;
        return {};
    case ProposalState::Approved:
    case ProposalState::UndoWindow:
        item.next = NextStep::Epoch;
        return {};
    case ProposalState::Held:
        return readHold(reader, item);
    case ProposalState::Dispatching:
    case ProposalState::Dispatched:
    case ProposalState::Failed:
    case ProposalState::Unknown:
        return readDispatch(reader, folder, item);
    default:
        item.next = NextStep::Over;
        return {};
    }
}

} // namespace

std::string_view nameOf(NextStep step) {
    constexpr std::array<std::string_view, 11> names{"person", "second-person", "suggestion", "epoch",
                                                     "held",   "outbox",        "sent",       "simulated",
                                                     "failed", "unclear",       "over"};
    return names[static_cast<std::size_t>(step)];
}

Result<QueueItem> queueItem(const std::filesystem::path& folder, const std::string& run, audit::Key number) {
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    QueueItem item;
    auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    item.run = std::move(info).value();
    auto symbols = (*reader)->symbolsOf(item.run.id);
    if (!symbols)
        return symbols.error();
    item.symbols = std::move(symbols).value();
    auto proposal = (*reader)->proposal(item.run.id, number);
    if (!proposal)
        return Error{"approval.unknown-proposal", {}, {}, 0, 0};
    item.proposal = std::move(proposal).value();
    const auto about = (*reader)->entriesAbout(item.run.id, item.proposal.decision);
    if (!about)
        return about.error();
    for (const audit::Entry& entry : *about)
        if (auto step = stepOf(entry, number))
            item.history.push_back(std::move(*step));
    if (auto next = readNext(**reader, folder, item); !next)
        return next.error();
    return item;
}

Result<Instant> earliestDispatch(const std::filesystem::path& folder, const std::string& run, audit::Key number) {
    auto reader = openReader(folder);
    if (!reader)
        return reader.error();
    const auto info = (*reader)->run(run);
    if (!info)
        return info.error();
    const auto proposal = (*reader)->proposal(info->id, number);
    const auto customer = (*reader)->customer(info->id, audit::customerOf(number));
    if (!proposal || !customer || !*customer || (*customer)->state.empty())
        return Error{"approval.unknown-proposal", {}, {}, 0, 0};
    const auto workspace = openAsOf(folder, *info);
    if (!workspace)
        return workspace.error();
    const engine::Program& program = *workspace->program;
    const auto state = engine::decodeState((*customer)->state, program.symbols);
    if (!state)
        return state.error();
    Sym heldBy = 0;
    return program.planner->allowedFrom(proposal->candidate, program.perceiver->zones(state->memory),
                                        std::max({info->clock, proposal->notBefore, proposal->candidate.sendAt}),
                                        heldBy);
}

} // namespace wayreeve::session
