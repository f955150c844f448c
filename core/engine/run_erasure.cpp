#include "base/cbor.h"
#include "engine/erasure.h"
#include "engine/run_loop.h"
#include "engine/shared_state_codec.h"

#include <algorithm>

namespace wayreeve::engine {

namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t headFields = 10;

CheckpointHead readHead(cbor::Reader& reader, Instant& clock) {
    CheckpointHead head;
    if (reader.array() != headFields || reader.uint() != version)
        reader.fail();
    head.epochs = reader.uint();
    clock = reader.instant();
    head.entries = reader.uint();
    head.receipts = reader.uint();
    return head;
}

const Error damaged{"state.damaged", {}, {}, 0, 0};

} // namespace

Result<CheckpointHead> headOf(const std::vector<audit::CheckpointPart>& parts) {
    if (parts.empty() || parts.front().first != 0)
        return damaged;
    cbor::Reader reader(parts.front().second);
    Instant clock;
    const CheckpointHead head = readHead(reader, clock);
    return reader.failed() ? Result<CheckpointHead>(damaged) : head;
}

/// Erasures are the first thing in their epoch: none of its turns sees the person any more.
void RunLoop::eraseAt(std::uint64_t epoch) {
    const EpochOrders* const given = recordedAt(epoch);
    for (const Order& order : given ? given->orders : m_step.orders) {
        if (order.kind != Order::Kind::Erase || order.customer >= m_customers.size())
            continue;
        std::uint32_t number = order.customer;
        while (m_customers[number].forgotten && m_customers[number].absorbedBy != number)
            number = m_customers[number].absorbedBy;
        CustomerState& state = m_customers[number];
        if (state.forgotten || state.memory.isAccount)
            continue; // erased before, or nobody
        forgetInAccount(number);
        const std::vector<std::uint32_t> numbers = numbersOf(m_customers, number);
        for (CustomerState& holder : m_customers)
            if (holder.memory.isAccount && !holder.forgotten) {
                if (eraseAddressed(*m_program, holder, numbers, epochStart(epoch), epoch, m_early))
                    reschedule(holder.memory.number, epoch);
                m_batch.customers.push_back(rowOf(holder)); // the stored state may hold what has ended since
            }
        audit::Erasure erasure = erase(*m_program, state, numbers, order, epochStart(epoch), epoch, m_early);
        for (const std::uint32_t one : erasure.customers) {
            m_inbox.erase(one);
            m_wakeEpoch[one] = UINT64_MAX;
        }
        m_intake.forget(number);
        m_undo.clear(); // it may hold the person's data, and a checkpoint does not hold it
        m_batch.erasures.push_back(std::move(erasure));
        m_batch.customers.push_back(rowOf(state));
        m_erased = m_everErased = true;
    }
}

/// At an epoch's end, where somebody was erased in it.
void RunLoop::keepCheckpoint() {
    m_erased = false;
    if (!m_settings.live || m_behindStore)
        return;
    cbor::Writer writer;
    writer.array(headFields);
    writer.uint(version);
    writer.uint(m_batch.epochs);
    writer.instant(m_batch.clock);
    writer.uint(m_chain.count());
    writer.uint(m_receipts);
    writer.uint(m_commandCount);
    writer.uint(m_decisions);
    writer.bytes(encodeSharedState(m_shared, m_merge.modelUpdates()));
    writer.array(m_customers.size());
    for (const CustomerState& state : m_customers)
        writer.uint(state.absorbedBy);
    cbor::Writer intake;
    m_intake.encode(intake);
    writer.bytes(intake.data());
    m_batch.checkpoint.clear();
    m_batch.checkpoint.emplace_back(0, writer.take());
    for (std::uint32_t number = 0; number < m_customers.size(); ++number)
        m_batch.checkpoint.emplace_back(number + 1, encodeState(m_customers[number], m_program->symbols));
}

/// Instead of the run's first entry: everything as it was at the checkpoint.
Result<void> RunLoop::restore(const Checkpoint& from) {
    if (from.parts.empty() || from.parts.front().first != 0)
        return damaged;
    cbor::Reader reader(from.parts.front().second);
    const CheckpointHead head = readHead(reader, m_batch.clock);
    m_batch.epochs = head.epochs;
    m_receipts = head.receipts;
    m_commandCount = reader.uint();
    m_decisions = reader.uint();
    const std::vector<std::uint8_t> sharedBytes = reader.bytes();
    auto shared = decodeSharedState(sharedBytes);
    std::vector<std::uint32_t> absorbedBy(reader.array());
    for (std::uint32_t& one : absorbedBy)
        one = static_cast<std::uint32_t>(reader.uint());
    const std::vector<std::uint8_t> intakeBytes = reader.bytes();
    if (reader.failed() || !reader.atEnd() || !shared || absorbedBy.size() + 1 != from.parts.size() ||
        from.hashes.size() < head.entries)
        return damaged;
    cbor::Reader intake(intakeBytes);
    m_intake.decode(intake);
    if (intake.failed() || !intake.atEnd())
        return damaged;
    m_everErased = true;
    m_shared = std::move(shared->first);
    m_merge.setModelUpdates(shared->second);
    m_context.modelUpdates = shared->second;
    m_chain.resume({from.hashes.begin(), from.hashes.begin() + static_cast<std::ptrdiff_t>(head.entries)});
    for (std::uint32_t number = 0; number < absorbedBy.size(); ++number) {
        auto state = decodeState(from.parts[number + 1].second, m_program->symbols);
        if (!state || from.parts[number + 1].first != number + 1)
            return damaged;
        state->absorbedBy = absorbedBy[number];
        for (const OpenProposal& open : state->proposals)
            m_merge.noteWaiting(open.proposal);
        m_customers.push_back(std::move(*state));
        m_wakeEpoch.push_back(UINT64_MAX);
    }
    for (std::uint32_t number = 0; number < absorbedBy.size(); ++number)
        reschedule(number, m_batch.epochs), relinkObjects(number);
    return {};
}

} // namespace wayreeve::engine
