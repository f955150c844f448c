#include "engine/customer_state.h"
#include "engine/engine_tests.h"
#include "engine/shared_state_codec.h"
#include "engine/world.h"

#include <QTest>

#include <map>

using namespace wayreeve;

namespace {

struct Checkpoint {
    std::shared_ptr<const engine::Program> program = world::compile(world::personalDemo());
    std::map<std::uint32_t, audit::CustomerRow> customers; ///< the last row of each
    std::vector<std::uint8_t> shared;

    Checkpoint() {
        for (const audit::Batch& batch : world::simulate(program, 300, 6, 1).batches) {
            for (const audit::CustomerRow& row : batch.customers)
                customers[row.number] = row;
            if (!batch.engineState.empty())
                shared = batch.engineState;
        }
    }
};

const Checkpoint& checkpoint() {
    static const Checkpoint made;
    return made;
}

} // namespace

void CodecTests::customersComeBack() {
    const Symbols& symbols = checkpoint().program->symbols;
    std::size_t proposals = 0, rewards = 0, instances = 0, contacts = 0, known = 0, unknown = 0;
    for (const auto& [number, row] : checkpoint().customers) {
        if (row.state.empty())
            continue; // absorbed by another
        const auto state = engine::decodeState(row.state, symbols);
        QVERIFY2(state.ok(), row.key.c_str());
        QCOMPARE(state->memory.number, number);
        QCOMPARE(state->memory.key, row.key);
        QCOMPARE(state->memory.arm, row.arm);
        QCOMPARE(state->decisions, row.decisions);
        QCOMPARE(state->signals.stage, row.stage);
        proposals += state->proposals.size();
        rewards += state->rewards.size();
        instances += state->positions.instances.size();
        contacts += state->memory.contacts.size();
        (state->history.empty() ? unknown : known) += 1;
        QVERIFY2(engine::encodeState(*state, symbols) == row.state, row.key.c_str());
    }
    QVERIFY(proposals > 0 && rewards > 0 && instances > 0 && contacts > 0);
    QVERIFY(known > 0 && unknown > 0);
}

void CodecTests::sharedStateComesBack() {
    const auto state = engine::decodeSharedState(checkpoint().shared);
    QVERIFY(state.ok());
    QVERIFY(state->second > 0);
    QVERIFY(!state->first.goals.empty());
    QVERIFY(state->first.goals.front().personal && *state->first.goals.front().personal != planning::CustomerEffects());
    QVERIFY(!state->first.today.policies.empty());
    QVERIFY(engine::encodeSharedState(state->first, state->second) == checkpoint().shared);
    planning::SharedState stocked = state->first;
    stocked.stock[7] = -3;
    stocked.today.agents[9] = 0.25;
    stocked.ahead[20516] = {{1.5, 2}, {{9, 0.5}}};
    const auto bytes = engine::encodeSharedState(stocked, 41);
    const auto back = engine::decodeSharedState(bytes);
    QVERIFY(back.ok());
    QCOMPARE(back->second, std::uint64_t{41});
    QCOMPARE(back->first.stock.at(7), std::int64_t{-3});
    QCOMPARE(back->first.today.agents.at(9), 0.25);
    QVERIFY(back->first.ahead == stocked.ahead);
}

void CodecTests::damagedBytes() {
    const Symbols& symbols = checkpoint().program->symbols;
    // The smallest customer that has something of everything is not needed: bytes are bytes. A middling one will do.
    std::vector<std::uint8_t> customer;
    for (const auto& [number, row] : checkpoint().customers)
        if (row.state.size() > customer.size() && row.state.size() < 20'000)
            customer = row.state;
    QVERIFY(!customer.empty());
    std::vector<std::uint8_t> shared = checkpoint().shared;
    const auto step = [](std::size_t size) { return std::max<std::size_t>(1, size / 400); };
    for (std::size_t length = 0; length < customer.size(); length += step(customer.size()))
        QVERIFY(!engine::decodeState(std::span(customer).first(length), symbols).ok());
    for (std::size_t length = 0; length < shared.size(); length += step(shared.size()))
        QVERIFY(!engine::decodeSharedState(std::span(shared).first(length)).ok());
    std::uint64_t random = 1;
    const auto next = [&] { return (random = random * 6364136223846793005ULL + 1442695040888963407ULL) >> 33; };
    for (int i = 0; i < 3000; ++i) {
        auto& bytes = i % 10 == 0 ? shared : customer;
        const std::size_t at = next() % bytes.size();
        const std::uint8_t before = bytes[at];
        bytes[at] = static_cast<std::uint8_t>(next());
        // Refused, or something that can be written again; never a crash or endless memory.
        if (&bytes == &customer) {
            if (const auto state = engine::decodeState(bytes, symbols))
                (void)engine::encodeState(*state, symbols);
        } else if (const auto state = engine::decodeSharedState(bytes)) {
            (void)engine::encodeSharedState(state->first, state->second);
        }
        bytes[at] = before;
    }
    customer.push_back(0);
    QVERIFY(!engine::decodeState(customer, symbols).ok());
    shared.push_back(0);
    QVERIFY(!engine::decodeSharedState(shared).ok());
}
