#include "engine/shared_state_codec.h"

#include "base/cbor.h"

namespace wayreeve::engine {

namespace {

void encode(cbor::Writer& writer, const planning::Budgets& budgets) {
    writer.reals(budgets.policies);
    writer.array(budgets.agents.size());
    for (const auto& [agent, left] : budgets.agents) {
        writer.array(2);
        writer.uint(agent);
        writer.real(left);
    }
}

bool decode(cbor::Reader& reader, planning::Budgets& budgets) {
    budgets.policies = reader.reals();
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 2)
            return false;
        const auto agent = static_cast<Sym>(reader.uint());
        budgets.agents[agent] = reader.real();
    }
    return !reader.failed();
}

} // namespace

std::vector<std::uint8_t> encodeSharedState(const planning::SharedState& shared, std::uint64_t modelUpdates) {
    cbor::Writer writer;
    writer.array(10);
    writer.uint(modelUpdates);
    writer.array(shared.goals.size());
    for (const planning::GoalModel& goal : shared.goals) {
        writer.array(goal.personal ? 4 : 3);
        goal.features.encode(writer);
        goal.outcome.encode(writer);
        goal.harm.encode(writer);
        if (goal.personal)
            goal.personal->encode(writer);
    }
    encode(writer, shared.today);
    writer.array(shared.stock.size());
    for (const auto& [product, count] : shared.stock) {
        writer.array(2);
        writer.uint(product);
        writer.integer(count);
    }
    writer.integer(shared.budgetDay);
    writer.array(shared.ahead.size());
    for (const auto& [day, budgets] : shared.ahead) {
        writer.integer(day);
        encode(writer, budgets);
    }
    shared.sendTimes.encode(writer);
    shared.fatigue.encode(writer);
    shared.replenishment.encode(writer);
    return writer.take();
}

Result<std::pair<planning::SharedState, std::uint64_t>> decodeSharedState(std::span<const std::uint8_t> bytes) {
    const Error damaged{"state.damaged", {}, {}, 0, 0};
    cbor::Reader reader(bytes);
    planning::SharedState shared;
    const std::size_t parts = reader.array();
    if (parts != 10 && parts != 7 && parts != 6) // 7: before timing was learned; 6: nor budgets kept for later days
        return damaged;
    const std::uint64_t updates = reader.uint();
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        const std::size_t models = reader.array();
        if (models != 3 && models != 4)
            return damaged;
        auto features = planning::FeatureMap::decode(reader);
        if (!features)
            return features.error();
        auto outcome = planning::ValueModel::decode(reader);
        if (!outcome)
            return outcome.error();
        auto harm = planning::ValueModel::decode(reader);
        if (!harm)
            return harm.error();
        std::optional<planning::CustomerEffects> personal;
        if (models == 4 && !personal.emplace().decode(reader))
            return damaged;
        shared.goals.push_back(
            {std::move(features).value(), std::move(outcome).value(), std::move(harm).value(), personal});
    }
    if (!decode(reader, shared.today))
        return damaged;
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 2)
            return damaged;
        const auto product = static_cast<Sym>(reader.uint());
        shared.stock[product] = reader.integer();
    }
    shared.budgetDay = reader.integer();
    for (std::size_t count = parts >= 7 ? reader.array() : 0; count > 0 && !reader.failed(); --count) {
        const std::int64_t day = reader.integer();
        if (!decode(reader, shared.ahead[day]))
            return damaged;
    }
    if (parts == 10 &&
        (!shared.sendTimes.decode(reader) || !shared.fatigue.decode(reader) || !shared.replenishment.decode(reader)))
        return damaged;
    if (reader.failed() || !reader.atEnd())
        return damaged;
    return std::pair{std::move(shared), updates};
}

} // namespace wayreeve::engine
