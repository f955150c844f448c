#include "engine/erasure.h"
#include "engine/run_loop.h"

namespace wayreeve::engine {

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
            m_customers[one].memory.key = "erased-" + std::to_string(one);
            std::erase_if(m_customers[one].inFlight, [](const InFlight& flight) { return flight.failed; });
            m_inbox.erase(one);
            m_wakeEpoch[one] = UINT64_MAX;
            touch(one);
        }
        m_intake.forget(number);
        m_undo.clear(); // it may hold the person's data under another's number
        m_batch.erasures.push_back(std::move(erasure));
        m_batch.customers.push_back(rowOf(state));
        m_erased = m_everErased = true;
        m_checkpointHolds = false; // others' parts of it may, too
    }
}

} // namespace wayreeve::engine
