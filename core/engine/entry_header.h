#pragma once

#include "audit/entry.h"
#include "engine/customer_state.h"

namespace wayreeve::engine {

/// The header of a customer's next entry in that epoch, outside its turns: the sequence goes on where they left it.
[[nodiscard]] inline audit::Entry headerOf(CustomerState& state, audit::EntryKind kind, Instant at,
                                           std::uint64_t epoch) {
    if (state.epoch != epoch) {
        state.epoch = epoch;
        state.sequence = 0;
    }
    audit::Entry entry;
    entry.kind = kind;
    entry.epoch = epoch;
    entry.time = at;
    entry.customer = state.memory.number;
    entry.sequence = state.sequence++;
    return entry;
}

} // namespace wayreeve::engine
