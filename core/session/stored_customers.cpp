#include "session/stored_customers.h"

#include "audit/events.h"

namespace wayreeve::session {

StoredCustomers::StoredCustomers(const OpenWorkspace& asOf, audit::LedgerReader& reader, std::int64_t run)
    : m_asOf(asOf)
    , m_reader(reader)
    , m_run(run) {}

const engine::CustomerState* StoredCustomers::lately(std::uint32_t customer) {
    return m_customer == customer && m_state ? &*m_state : now(customer);
}

const engine::CustomerState* StoredCustomers::now(std::uint32_t customer) {
    m_customer = customer;
    m_state.reset();
    std::uint32_t living = customer;
    for (int merges = 0; merges < 1000; ++merges) {
        const auto row = m_reader.customer(m_run, living);
        if (!row || !*row)
            return nullptr;
        if (!(*row)->state.empty()) {
            auto state = engine::decodeState((*row)->state, m_asOf.program->symbols);
            if (!state)
                return nullptr;
            m_state = std::move(*state);
            return &*m_state;
        }
        const auto next = absorber(living);
        if (!next)
            return nullptr;
        living = *next;
    }
    return nullptr;
}

/// Merges are rare and found by who absorbed, so the chain is read where somebody has no state of their own.
std::optional<std::uint32_t> StoredCustomers::absorber(std::uint32_t customer) {
    const auto done = m_reader.forEachEntry(m_run, m_nextEntry, [&](const audit::Entry& entry, const Hash256&) {
        m_nextEntry = entry.number + 1;
        if (entry.kind == audit::EntryKind::Merge) {
            if (const auto merge = audit::decodeMerge(entry))
                m_absorbed[merge->younger] = merge->older;
        } else if (entry.kind == audit::EntryKind::Unmerge) {
            if (const auto apart = audit::decodeUnmerge(entry))
                m_absorbed.erase(apart->younger);
        }
        return true;
    });
    const auto at = m_absorbed.find(customer);
    return done && at != m_absorbed.end() ? std::optional(at->second) : std::nullopt;
}

} // namespace wayreeve::session
