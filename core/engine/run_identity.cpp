#include "audit/events.h"
#include "engine/entry_header.h"
#include "engine/run_loop.h"
#include "perception/long_memory.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

/// Journeys go on where they stand, with what they were about to hear of: results, and facts that were asked for.
void takeOverJourneys(CustomerState& keeps, const CustomerState& goes) {
    (void)planning::takeOver(keeps.positions, goes.positions);
    keeps.executed.insert(keeps.executed.end(), goes.executed.begin(), goes.executed.end());
    keeps.resultAt = std::min(keeps.resultAt, goes.resultAt);
    for (const auto& one : goes.awaited)
        if (std::none_of(keeps.awaited.begin(), keeps.awaited.end(),
                         [&](const auto& mine) { return mine.first == one.first; }))
            keeps.awaited.push_back(one);
    for (const planning::KnownFact& fact : goes.facts) {
        const auto at = std::lower_bound(keeps.facts.begin(), keeps.facts.end(), fact,
                                         [](const auto& a, const auto& b) { return a.name < b.name; });
        if (at == keeps.facts.end() || at->name != fact.name)
            keeps.facts.insert(at, fact);
    }
}

} // namespace

/// Two identities turn out to be one person: the older keeps its arm and proposals and takes over memory and journeys.
void RunLoop::mergeCustomers(std::uint32_t older, std::uint32_t younger, const perception::Event& link,
                             const std::optional<perception::Stitch>& stitched, std::uint64_t epoch) {
    const Instant at = link.receivedAt;
    touch(older);
    touch(younger);
    CustomerState& keeps = m_customers[older];
    CustomerState& goes = m_customers[younger];
    if (m_undo.keeps())
        rememberMerge(keeps, goes, link, stitched);
    countMerged(keeps, goes, at);
    endMerged(goes, at, epoch);
    perception::mergeInto(keeps.memory, goes.memory, m_program->perceiver->historyNeeds());
    takeOverJourneys(keeps, goes);
    keeps.memoryDue = std::min(keeps.memoryDue, goes.memoryDue); // the next turn looks again
    m_program->interpreter->merge(keeps.signals, goes.signals);
    keeps.rewards.insert(keeps.rewards.end(), goes.rewards.begin(), goes.rewards.end());
    keeps.turnedDown.insert(keeps.turnedDown.end(), goes.turnedDown.begin(), goes.turnedDown.end());
    keeps.converted = keeps.converted || goes.converted;
    keeps.compared.money += goes.compared.money;
    keeps.compared.cost += goes.compared.cost;
    keeps.history.absorb(goes.history);
    keeps.timing.absorb(goes.timing);
    if (goes.account != 0) {
        const std::uint32_t theirs = goes.account - 1;
        const Instant since = goes.accountSince;
        leaveAccount(younger);
        if (keeps.account == 0 || since > keeps.accountSince)
            linkAccount(older, theirs, since);
    }
    if (m_settings.mapping == nullptr)
        keeps.origin = std::max(keeps.origin, goes.origin);
    CustomerState gone;
    gone.memory.number = younger;
    gone.memory.key = goes.memory.key; // what receivers know of it, and what it is listed by
    gone.memory.arm = goes.memory.arm;
    gone.memory.firstSeen = goes.memory.firstSeen;
    gone.memory.lastSeen = goes.memory.lastSeen;
    gone.epoch = goes.epoch;
    gone.sequence = goes.sequence;
    gone.forgotten = true;
    gone.absorbedBy = older;
    gone.inFlight = std::move(goes.inFlight);
    gone.proposals = std::move(goes.proposals);
    goes = std::move(gone);
    m_wakeEpoch[younger] = UINT64_MAX;
    if (const auto waiting = m_inbox.find(younger); waiting != m_inbox.end()) {
        auto& mine = m_inbox[older];
        mine.insert(mine.end(), waiting->second.begin(), waiting->second.end());
        std::stable_sort(mine.begin(), mine.end(), [](const EventTrigger& a, const EventTrigger& b) {
            return a.event->sequence < b.event->sequence;
        });
        m_inbox.erase(younger);
    }
    audit::Entry entry = headerOf(keeps, audit::EntryKind::Merge, at, epoch);
    audit::MergeRecord record{older, younger, stitched.has_value(), 1, {}};
    if (stitched) {
        record.probability = stitched->probability;
        record.evidence.assign(stitched->evidence.begin(), stitched->evidence.end());
    }
    entry.body = audit::encode(entry, record);
    m_early.entries.push_back(std::move(entry));
}

/// What the absorbed identity had proposed is voided, what it held of shared budgets goes back at the merge, and the
/// agents that proposed it look again. What is on its way to a connector keeps its number and is answered there.
void RunLoop::endMerged(CustomerState& goes, Instant at, std::uint64_t epoch) {
    const auto isUnderWay = [](const OpenProposal& open) {
        return open.proposal.state == governance::ProposalState::Dispatching ||
               open.proposal.state == governance::ProposalState::Unknown;
    };
    for (OpenProposal& open : goes.proposals) {
        if (isUnderWay(open))
            continue;
        governance::Proposal& proposal = open.proposal;
        proposal.state = governance::ProposalState::Voided;
        proposal.voidReasons.push_back(m_program->words.merged);
        for (planning::Instance& instance : goes.positions.instances)
            if (instance.journey == proposal.journey && instance.node == proposal.node) {
                instance.again = true;
                instance.dueAt = at;
            }
        audit::Entry entry = headerOf(goes, audit::EntryKind::Void, at, epoch);
        entry.body = audit::encode(
            entry,
            audit::ProposalRecord{proposal.number, proposal.decision, proposal.state, {m_program->words.merged}});
        m_early.about.emplace_back(proposal.decision, m_early.entries.size());
        m_early.entries.push_back(std::move(entry));
        if (!open.reserved.empty())
            m_early.released.emplace_back(open.reserved, open.reservedDay);
        m_early.proposals.push_back(proposal);
    }
    std::erase_if(goes.proposals, [&](const OpenProposal& open) { return !isUnderWay(open); });
    std::erase_if(goes.memory.contacts,
                  [](const perception::Contact& contact) { return contact.proposal != 0 && !contact.sent; });
}

/// One person instead of two in the comparison of arms; nobody where the arms differ (semantics.md, "Arms").
void RunLoop::countMerged(const CustomerState& keeps, const CustomerState& goes, Instant at) {
    const auto leave = [&](const CustomerState& state, bool converted, const Compared& compared) {
        audit::DayRow day;
        day.day = dayOf(at);
        day.arm = state.memory.arm;
        day.customers = -1;
        day.converted = converted ? -1 : 0;
        day.money = -compared.money;
        day.cost = -compared.cost;
        m_batch.days.push_back(day);
    };
    const auto& a = keeps.memory;
    const auto& b = goes.memory;
    if (!a.mixedArms && !b.mixedArms && a.arm == b.arm)
        return leave(goes, keeps.converted && goes.converted, {});
    if (!a.mixedArms)
        leave(keeps, keeps.converted, keeps.compared);
    if (!b.mixedArms)
        leave(goes, goes.converted, goes.compared);
}

} // namespace wayreeve::engine
