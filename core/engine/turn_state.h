#pragma once

#include "audit/events.h"
#include "base/hash.h"
#include "engine/turn.h"

#include <type_traits>

namespace wayreeve::engine {

/// One key per (seed, decision, choice or proposal): the same however often the run is computed.
[[nodiscard]] inline std::string idempotencyKey(std::uint64_t seed, audit::Key decision, std::uint64_t what) {
    return hashOf(std::to_string(seed) + "/" + std::to_string(decision) + "/" + std::to_string(what))
        .hex()
        .substr(0, 32);
}

/// What a person or a system says of consent and suppression lists.
[[nodiscard]] inline bool changesConsent(const perception::Event& event) {
    return event.name == "Consent Changed" || event.name == "Suppressed" || event.name == "Unsuppressed" ||
           event.name == "Unsubscribed";
}

/// Whether what becomes of decisions about them is learned from: software and people on a suppression list are no
/// examples.
[[nodiscard]] inline bool teaches(const perception::Customer& customer) {
    return customer.isPerson() && !customer.suppressed && customer.arm != documents::Arm::Baseline;
}

/// The turn being run: what it may read, the customer it changes, and where it writes.
struct TurnRunner::Turn {
    const RunContext& context;
    CustomerState& state;
    const EventTrigger* trigger = nullptr; ///< null for timers
    Instant now;
    Instant until; ///< end of the epoch: when dispatches happen
    std::uint64_t epoch = 0;
    CustomerEpoch& out;
    Zone zone;
    interpretation::Reading reading;
    audit::TriggerKind kind = audit::TriggerKind::Timer;
    std::vector<Sym> executed;
    planning::FlowOutcome flow;
    std::vector<rules::TableFiring> tables{}; ///< what decision tables answered for this turn's decisions
    std::vector<std::pair<Sym, Instant>>
        entered; ///< journeys it stood in before this turn's moves, where `after` is used

    bool advice = false;                  ///< a person has the case: whatever is chosen is suggested
    const planning::Plan* plan = nullptr; ///< whose runners-up a person who takes over is told

    [[nodiscard]] const perception::Event* event() const { return trigger ? trigger->event : nullptr; }
    /// An account's turn by an event of one of its members.
    [[nodiscard]] bool isMembers() const {
        return state.memory.isAccount && event() && !(event()->userId.empty() && event()->anonymousId.empty());
    }
    /// The account's turn would hear of somebody who is on a suppression list: nobody is to be thought about by way of
    /// the account either. That they are put on it, or taken off, the account has to know.
    [[nodiscard]] bool isOfSuppressed() const {
        if (!context.customers || !trigger || !trigger->member || changesConsent(*trigger->event))
            return false;
        const CustomerState* member = &(*context.customers)[*trigger->member];
        while (member->forgotten && member->absorbedBy != member->memory.number)
            member = &(*context.customers)[member->absorbedBy];
        return member->memory.suppressed;
    }
    /// The account of the person whose turn it is, as it was at the epoch's start; null for none.
    [[nodiscard]] const CustomerState* account() const {
        return context.customers && state.account != 0 ? &(*context.customers)[state.account - 1] : nullptr;
    }

    /// The header of a new entry of this customer: takes the next place in its sequence.
    [[nodiscard]] audit::Entry header(audit::EntryKind entryKind) {
        audit::Entry entry;
        entry.kind = entryKind;
        entry.epoch = epoch;
        entry.time = now;
        entry.customer = state.memory.number;
        entry.sequence = state.sequence++;
        return entry;
    }

    /// Encodes and keeps an entry; `decision` is the decision it is about, 0 for none.
    template <class Record>
    void add(audit::Entry entry, const Record& record, audit::Key decision) {
        entry.body = encodeRecord(entry, record);
        if (decision != 0)
            out.about.emplace_back(decision, out.entries.size());
        out.entries.push_back(std::move(entry));
    }

    template <class Record>
    void add(audit::EntryKind entryKind, const Record& record, audit::Key decision) {
        add(header(entryKind), record, decision);
    }

private:
    template <class Record>
    static std::vector<std::uint8_t> encodeRecord(const audit::Entry& entry, const Record& record) {
        if constexpr (std::is_same_v<Record, audit::DecisionRecord>)
            return audit::encodeDecision(entry, record);
        else
            return audit::encode(entry, record);
    }
};

/// Agent assist (X3): the agent decisions whose agents advise the person who has this customer's open case, because
/// their journey went on with the handoff. Empty where nobody has one.
[[nodiscard]] std::vector<planning::DueDecision> adviceOn(const Program& program, const CustomerState& state);

} // namespace wayreeve::engine
