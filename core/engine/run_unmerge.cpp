#include "audit/events.h"
#include "engine/entry_header.h"
#include "engine/run_loop.h"

#include <algorithm>

namespace wayreeve::engine {

void RunLoop::rememberMerge(const CustomerState& keeps, const CustomerState& goes, const perception::Event& link,
                            const std::optional<perception::Stitch>& stitched) {
    UndoBook::Merge merge;
    merge.record = stitched ? perception::MergeRecord(keeps.memory, goes.memory, link.receivedAt, m_program->symbols,
                                                      stitched->probability, stitched->evidence)
                            : perception::MergeRecord(keeps.memory, goes.memory, link.receivedAt, m_program->symbols);
    merge.gone = goes;
    merge.gone.memory = {}; // the record has it
    merge.gone.proposals.clear();
    merge.gone.inFlight.clear();
    merge.gone.rewards.clear();
    merge.keptSignals = keeps.signals;
    merge.keptOrigin = keeps.origin;
    merge.keptConverted = keeps.converted;
    planning::Positions both = keeps.positions;
    merge.gaveWay = planning::takeOver(both, goes.positions);
    m_undo.add(std::move(merge), goes.memory, link);
}

/// People's un-merges come before the epoch's events: those go where their ids say.
void RunLoop::obeyUnmerges(std::uint64_t epoch) {
    m_undo.forgetBefore(epochStart(epoch));
    const EpochOrders* const given = recordedAt(epoch);
    for (const Order& order : given ? given->orders : m_step.orders) {
        if (order.kind != Order::Kind::Unmerge)
            continue;
        const Result<void> done = unmerge(order, epoch);
        if (m_settings.live && !m_behindStore)
            m_settings.live->answered(order, done);
    }
}

Result<void> RunLoop::unmerge(const Order& order, std::uint64_t epoch) {
    if (order.customer >= m_customers.size())
        return Error{"customer.unknown", {{"id", "#" + std::to_string(order.customer)}}, {}, 0, 0};
    const bool absorbed = m_customers[order.customer].forgotten;
    const std::uint32_t kept = absorbed ? m_customers[order.customer].absorbedBy : order.customer;
    const UndoBook::Merge* const merge = absorbed ? m_undo.find(kept, order.customer) : m_undo.newest(kept);
    const std::string id = m_customers[kept].memory.key;
    if (!merge)
        return Error{absorbed ? "merge.too-old" : "merge.none", {{"customer", id}}, {}, 0, 0};
    if (m_customers[kept].forgotten)
        return Error{"merge.other-customer", {}, {}, 0, 0};
    auto apart = perception::undo(merge->record, m_customers[kept].memory, *m_program->perceiver, m_program->symbols);
    if (!apart)
        return apart.error();
    if (!m_intake.part(*apart))
        return Error{"merge.other-customer", {}, {}, 0, 0};
    const std::uint32_t gone = apart->gone.number;
    const Instant at = epochStart(epoch);
    auto [taken, later] = m_undo.take(*apart);
    revive(std::move(taken), std::move(*apart), later, at);
    audit::Entry entry = headerOf(m_customers[kept], audit::EntryKind::Unmerge, at, epoch);
    entry.body = audit::encode(entry, audit::UnmergeRecord{kept, gone, order.person, order.reason});
    m_early.entries.push_back(std::move(entry));
    for (const std::uint32_t one : {kept, gone}) {
        reschedule(one, epoch);
        if (!m_behindStore)
            m_batch.customers.push_back(rowOf(m_customers[one]));
    }
    return {};
}

/// Memory and signals are folded again from before the merge. What cannot be told apart stays with the kept one:
/// journeys entered since, what was learned of the customer, conversions since.
void RunLoop::revive(UndoBook::Merge merge, perception::Unmerged apart, const std::vector<UndoBook::Merge>& later,
                     Instant at) {
    CustomerState& keeps = m_customers[apart.kept.number];
    CustomerState& slot = m_customers[apart.gone.number];
    CustomerState back = merge.gone;
    const bool wasMixed = keeps.memory.mixedArms, wasConverted = keeps.converted;
    interpretation::SignalMemory keptSignals = std::move(merge.keptSignals);
    if (auto before = merge.record.keptBefore(m_program->symbols))
        m_runners.front()->refold(std::move(*before), keptSignals, apart.keptSince);
    if (auto before = merge.record.goneBefore(m_program->symbols))
        m_runners.front()->refold(std::move(*before), back.signals, apart.goneSince);
    const auto followed = [&](std::uint32_t number) {
        return std::find(apart.goneAbsorbed.begin(), apart.goneAbsorbed.end(), number) != apart.goneAbsorbed.end();
    };
    for (const UndoBook::Merge& third : later)
        m_program->interpreter->merge(followed(third.record.gone()) ? back.signals : keptSignals, third.gone.signals);
    for (const std::uint32_t third : apart.goneAbsorbed) {
        m_customers[third].absorbedBy = apart.gone.number;
        touch(third);
    }

    std::vector<planning::Instance> gaveWayLater;
    for (const UndoBook::Merge& third : later)
        gaveWayLater.insert(gaveWayLater.end(), third.gaveWay.older.begin(), third.gaveWay.older.end());
    planning::Positions followers;
    for (auto third = later.rbegin(); third != later.rend(); ++third)
        if (followed(third->record.gone()))
            (void)planning::takeOver(followers, planning::giveBack(keeps.positions, third->gone.positions,
                                                                   third->gaveWay, third->record.at(), gaveWayLater));
    back.positions =
        planning::giveBack(keeps.positions, merge.gone.positions, merge.gaveWay, merge.record.at(), gaveWayLater);
    (void)planning::takeOver(back.positions, followers);
    back.executed.clear(); // the kept one's turns moved by it
    back.resultAt = Instant::never();
    std::erase_if(keeps.awaited, [&](const auto& one) {
        const std::uint32_t whose = audit::customerOf(one.second);
        return whose == apart.gone.number || followed(whose);
    });

    back.inFlight = std::move(slot.inFlight);
    back.proposals = std::move(slot.proposals);
    back.epoch = slot.epoch;
    back.sequence = slot.sequence;
    back.forgotten = false;
    back.turnedDown = keeps.turnedDown; // a person's no holds for both
    const auto first = std::stable_partition(keeps.rewards.begin(), keeps.rewards.end(), [&](const auto& reward) {
        const std::uint32_t whose = audit::customerOf(reward.decision);
        return whose != apart.gone.number && !followed(whose);
    });
    back.rewards.assign(std::make_move_iterator(first), std::make_move_iterator(keeps.rewards.end()));
    keeps.rewards.erase(first, keeps.rewards.end());
    keeps.converted = back.converted ? merge.keptConverted : keeps.converted;
    keeps.compared.money -= back.compared.money;
    keeps.compared.cost -= back.compared.cost;
    keeps.origin = merge.keptOrigin;
    keeps.signals = std::move(keptSignals);
    keeps.memory = std::move(apart.kept);
    back.memory = std::move(apart.gone);
    back.account = 0;
    slot = std::move(back);
    for (const std::uint32_t one : {keeps.memory.number, slot.memory.number}) {
        relinkAccount(one), relinkObjects(one);
        m_customers[one].memoryDue = m_program->perceiver->nextDue(m_customers[one].memory, at);
    }
    countUnmerged(keeps, slot, wasConverted, wasMixed, at);
}

/// The reverse of countMerged: two persons in the comparison again, each that is of one arm.
void RunLoop::countUnmerged(const CustomerState& keeps, const CustomerState& back, bool wasConverted, bool wasMixed,
                            Instant at) {
    const auto enter = [&](const CustomerState& state, std::int64_t converted, const Compared& compared) {
        audit::DayRow day;
        day.day = dayOf(at);
        day.arm = state.memory.arm;
        day.customers = 1;
        day.converted = converted;
        day.money = compared.money;
        day.cost = compared.cost;
        m_batch.days.push_back(day);
    };
    const auto one = [](bool converted) { return converted ? std::int64_t{1} : std::int64_t{0}; };
    if (!wasMixed)
        return enter(back, one(keeps.converted) + one(back.converted) - one(wasConverted), {});
    for (const CustomerState* side : {&keeps, &back})
        if (!side->memory.mixedArms)
            enter(*side, one(side->converted), side->compared);
}

} // namespace wayreeve::engine
