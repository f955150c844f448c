#include "engine/customer_state.h"

#include "governance/proposal_codec.h"
#include "interpretation/signal_codec.h"
#include "learning/outcome_codec.h"
#include "perception/customer_codec.h"
#include "planning/codec_parts.h"
#include "planning/positions_codec.h"

namespace wayreeve::engine {

namespace {

// 7 is of whom something falls due, 6 of who has to do with accounts, the others stay 5. 4 knew no facts of systems of
// record, 3 nothing of time, 2 no dispatches in flight; all are still read.
constexpr std::uint64_t stateVersion = 5, accountVersion = 6, dueVersion = 7;

void encodeReserved(cbor::Writer& writer, const std::vector<planning::Planner::Reservation>& reserved) {
    writer.array(reserved.size());
    for (const auto& reservation : reserved) {
        writer.array(3);
        writer.uint(reservation.budget);
        writer.real(reservation.amount);
        writer.uint(reservation.agent);
    }
}

bool decodeReserved(cbor::Reader& reader, std::vector<planning::Planner::Reservation>& reserved) {
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 3)
            return false;
        planning::Planner::Reservation reservation;
        reservation.budget = reader.uint();
        reservation.amount = reader.real();
        reservation.agent = static_cast<Sym>(reader.uint());
        reserved.push_back(reservation);
    }
    return !reader.failed();
}

void encodeOpen(cbor::Writer& writer, const OpenProposal& open) {
    writer.array(8);
    governance::encode(writer, open.proposal);
    encodeReserved(writer, open.reserved);
    writer.integer(open.reservedDay);
    learning::encodeContext(writer, open.learning);
    writer.boolean(open.learns);
    writer.uint((open.decided ? 1U : 0U) | (open.drawn ? 2U : 0U));
    writer.uint(open.after);
    writer.instant(open.afterSince);
}

bool decodeOpen(cbor::Reader& reader, OpenProposal& open) {
    if (reader.array() != 8 || !governance::decode(reader, open.proposal))
        return false;
    if (!decodeReserved(reader, open.reserved))
        return false;
    open.reservedDay = reader.integer();
    if (!learning::decodeContext(reader, open.learning))
        return false;
    open.learns = reader.boolean();
    const std::uint64_t flags = reader.uint();
    open.decided = (flags & 1U) != 0;
    open.drawn = (flags & 2U) != 0;
    open.after = static_cast<Sym>(reader.uint());
    open.afterSince = reader.instant();
    return !reader.failed();
}

void encodeFlight(cbor::Writer& writer, const InFlight& one) {
    writer.array(one.proposalItem ? 16 : 15);
    writer.uint(one.dispatch);
    writer.uint(one.decision);
    writer.uint(one.proposal);
    for (const Sym name : {one.agent, one.action, one.journey, one.node, one.goal, one.family})
        writer.uint(name);
    codec::writeEnum(writer, one.channel);
    codec::writeEnum(writer, one.slot);
    writer.uint(one.addressed);
    encodeReserved(writer, one.reserved);
    writer.integer(one.reservedDay);
    writer.boolean(one.failed);
    if (one.proposalItem)
        governance::encode(writer, *one.proposalItem);
}

/// Seven fields are of before failures were kept.
bool decodeFlight(cbor::Reader& reader, InFlight& one) {
    const std::size_t fields = reader.array();
    if (fields != 7 && fields != 15 && fields != 16)
        return false;
    one.dispatch = reader.uint();
    one.decision = reader.uint();
    one.proposal = reader.uint();
    for (Sym* const name : {&one.agent, &one.action, &one.journey, &one.node})
        *name = static_cast<Sym>(reader.uint());
    if (fields == 7)
        return !reader.failed();
    for (Sym* const name : {&one.goal, &one.family})
        *name = static_cast<Sym>(reader.uint());
    one.channel = codec::readEnum(reader, documents::Channel::Ads);
    one.slot = codec::readEnum(reader, documents::Slot::Operation);
    one.addressed = static_cast<std::uint32_t>(reader.uint());
    if (!decodeReserved(reader, one.reserved))
        return false;
    one.reservedDay = reader.integer();
    one.failed = reader.boolean();
    if (fields == 16 && !governance::decode(reader, one.proposalItem.emplace()))
        return false;
    return !reader.failed();
}

bool isLinked(const CustomerState& state) {
    return state.account != 0 || !state.members.empty() || !state.rollUp.empty();
}

bool decodeLinks(cbor::Reader& reader, CustomerState& state) {
    if (reader.array() != 4)
        return false;
    state.account = static_cast<std::uint32_t>(reader.uint());
    state.accountSince = reader.instant();
    state.members = reader.uints();
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count)
        state.rollUp.push_back(reader.value());
    return !reader.failed();
}

} // namespace

std::vector<std::uint8_t> encodeState(const CustomerState& state, const Symbols& symbols) {
    cbor::Writer writer;
    const bool due = !state.memoryDue.isNever(), linked = due || isLinked(state);
    writer.array((state.history.empty() ? 24U : 25U) + (linked ? 1U : 0U) + (due ? 1U : 0U));
    writer.uint(due ? dueVersion : linked ? accountVersion : stateVersion);
    perception::encode(writer, state.memory, symbols);
    interpretation::encode(writer, state.signals, symbols);
    planning::encode(writer, state.positions);
    writer.array(state.rewards.size());
    for (const learning::OpenReward& reward : state.rewards)
        learning::encode(writer, reward);
    writer.array(state.proposals.size());
    for (const OpenProposal& open : state.proposals)
        encodeOpen(writer, open);
    writer.array(state.turnedDown.size());
    for (const planning::TurnedDown& one : state.turnedDown) {
        writer.array(3);
        writer.uint(one.action);
        writer.instant(one.until);
        writer.boolean(one.byPerson);
    }
    writer.array(state.awaited.size());
    for (const auto& [action, dispatch] : state.awaited) {
        writer.array(2);
        writer.uint(action);
        writer.uint(dispatch);
    }
    writer.uint(state.origin);
    writer.uint(state.turns);
    writer.uint(state.decisions);
    writer.uint(state.proposalCount);
    writer.uint(state.dispatchCount);
    writer.uints(state.executed);
    writer.instant(state.resultAt);
    writer.boolean(state.converted);
    writer.real(state.compared.money);
    writer.real(state.compared.cost);
    writer.uint(state.epoch);
    writer.uint(state.sequence);
    writer.boolean(state.forgotten);
    writer.array(state.inFlight.size());
    for (const InFlight& one : state.inFlight)
        encodeFlight(writer, one);
    planning::encode(writer, state.timing);
    writer.array(state.facts.size());
    for (const planning::KnownFact& fact : state.facts)
        planning::encode(writer, fact);
    if (linked) {
        writer.array(4);
        writer.uint(state.account);
        writer.instant(state.accountSince);
        writer.uints(state.members);
        writer.array(state.rollUp.size());
        for (const Value& value : state.rollUp)
            writer.value(value);
    }
    if (due)
        writer.instant(state.memoryDue);
    if (!state.history.empty())
        state.history.encode(writer);
    return writer.take();
}

Result<CustomerState> decodeState(std::span<const std::uint8_t> bytes, const Symbols& symbols) {
    const Error damaged{"state.damaged", {}, {}, 0, 0};
    cbor::Reader reader(bytes);
    CustomerState state;
    const std::size_t fields = reader.array();
    const std::uint64_t version = reader.uint();
    const std::size_t least = 19 + version; // one more where something is known of the customer alone
    if (version < 2 || version > dueVersion || (fields != least && fields != least + 1))
        return damaged;
    auto memory = perception::decodeCustomer(reader, symbols);
    if (!memory)
        return memory.error();
    state.memory = std::move(memory).value();
    auto signals = interpretation::decodeSignalMemory(reader, symbols);
    if (!signals)
        return signals.error();
    state.signals = std::move(signals).value();
    if (!planning::decode(reader, state.positions))
        return damaged;
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        learning::OpenReward reward;
        if (!learning::decode(reader, reward))
            return damaged;
        state.rewards.push_back(std::move(reward));
    }
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        OpenProposal open;
        if (!decodeOpen(reader, open))
            return damaged;
        state.proposals.push_back(std::move(open));
    }
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 3)
            return damaged;
        planning::TurnedDown one;
        one.action = static_cast<Sym>(reader.uint());
        one.until = reader.instant();
        one.byPerson = reader.boolean();
        state.turnedDown.push_back(one);
    }
    for (std::size_t count = reader.array(); count > 0 && !reader.failed(); --count) {
        if (reader.array() != 2)
            return damaged;
        const auto action = static_cast<Sym>(reader.uint());
        state.awaited.emplace_back(action, reader.uint());
    }
    state.origin = static_cast<std::uint32_t>(reader.uint());
    state.turns = reader.uint();
    state.decisions = static_cast<std::uint32_t>(reader.uint());
    state.proposalCount = static_cast<std::uint32_t>(reader.uint());
    state.dispatchCount = static_cast<std::uint32_t>(reader.uint());
    state.executed = reader.uints();
    state.resultAt = reader.instant();
    state.converted = reader.boolean();
    state.compared.money = reader.real();
    state.compared.cost = reader.real();
    state.epoch = reader.uint();
    state.sequence = static_cast<std::uint32_t>(reader.uint());
    state.forgotten = reader.boolean();
    for (std::size_t count = version == 2 ? 0 : reader.array(); count > 0 && !reader.failed(); --count)
        if (!decodeFlight(reader, state.inFlight.emplace_back()))
            return damaged;
    if (version >= 4 && !planning::decode(reader, state.timing))
        return damaged;
    for (std::size_t count = version < 5 ? 0 : reader.array(); count > 0 && !reader.failed(); --count)
        if (!planning::decode(reader, state.facts.emplace_back()))
            return damaged;
    if (reader.failed() || (version >= accountVersion && !decodeLinks(reader, state)) ||
        (version == accountVersion && !isLinked(state)))
        return damaged;
    if (version == dueVersion) {
        state.memoryDue = reader.instant();
        if (state.memoryDue.isNever())
            return damaged;
    }
    if (fields == least + 1 && (!state.history.decode(reader) || state.history.empty()))
        return damaged;
    if (reader.failed() || !reader.atEnd())
        return damaged;
    return state;
}

} // namespace wayreeve::engine
