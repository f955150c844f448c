#include "session/customer_memory.h"

#include "audit/rows.h"
#include "engine/customer_state.h"
#include "engine/program.h"

namespace wayreeve::session {

CustomerMemory memoryOf(const engine::Program& program, const perception::Customer& customer, Instant now) {
    perception::Facts facts;
    program.perceiver->fill(customer, nullptr, now, facts);
    const auto valueAt = [&](int slot) { return slot < 0 ? Value() : facts[static_cast<std::size_t>(slot)]; };
    const auto number = [&](int slot) {
        const Value value = valueAt(slot);
        return value.number() ? value.number()->toDouble() : 0.0;
    };
    CustomerMemory memory;
    const documents::FactSchema& schema = program.schema;
    if (!valueAt(schema.lifetime.value).isNull())
        memory.worth = CustomerMemory::Worth{number(schema.lifetime.value), number(schema.lifetime.low),
                                             number(schema.lifetime.high), number(schema.lifetime.alive)};
    memory.horizon = program.workspace->trackingPlan->lifetime.horizon;
    memory.promises = program.perceiver->promises(customer);
    for (std::size_t i = 0; i < schema.affinities.size(); ++i) {
        const documents::Affinity& plan = program.workspace->measures->affinities[i];
        const auto& slots = schema.affinities[i];
        CustomerMemory::Affinity affinity{plan.id, valueAt(slots.leading).toText(), {}};
        for (std::size_t c = 0; c < plan.categories.size(); ++c)
            affinity.categories.push_back(
                {plan.categories[c].value, number(slots.shares[c]), number(slots.lows[c]), number(slots.highs[c])});
        memory.affinities.push_back(std::move(affinity));
    }
    for (std::size_t i = 0; i < schema.progress.size(); ++i)
        if (const Value state = valueAt(schema.progress[i].state); !state.isNull())
            memory.ways.push_back(
                {program.workspace->goals->goals[i].id, state.toText(), number(schema.progress[i].share)});
    for (const perception::ChannelRecord& record : program.perceiver->contactMemory().of(customer, now))
        memory.channels.push_back(
            {record, record.contacts > 0 ? program.symbols.name(record.lastAction) : std::string()});
    memory.cases = program.perceiver->openCases(customer, now);
    memory.quality = program.perceiver->quality(customer);
    return memory;
}

std::optional<CustomerMemory> memoryOf(const engine::Program& program, const audit::CustomerRow& row, Instant now) {
    if (row.state.empty())
        return std::nullopt;
    const auto state = engine::decodeState(row.state, program.symbols);
    if (!state || state->memory.isAccount)
        return std::nullopt;
    return memoryOf(program, state->memory, now);
}

} // namespace wayreeve::session
