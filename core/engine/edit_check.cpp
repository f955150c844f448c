#include "engine/edit_check.h"

#include "governance/promised_discount.h"

namespace wayreeve::engine {

std::string editProblem(const Program& program, const planning::SharedState& shared, const CustomerState& state,
                        const governance::Proposal& before, const governance::Proposal& edited, Instant now,
                        const std::vector<CustomerState>* customers) {
    perception::Facts facts(program.schema.schema().size());
    std::vector<const perception::Customer*> members;
    interpretation::SignalMemory signals = state.signals; // reading moves the stage: that is the customer's turn to do
    if (state.memory.isAccount) {
        int openCases = 0;
        for (const std::uint32_t number : customers ? state.members : std::vector<std::uint32_t>()) {
            const CustomerState& member = (*customers)[number];
            members.push_back(&member.memory);
            openCases +=
                member.signals.caseOpened.ms != INT64_MIN && member.signals.caseOpened > member.signals.caseClosed ? 1
                                                                                                                   : 0;
            interpretation::SignalMemory levels;
            levels.levels = member.signals.levels;
            program.interpreter->merge(signals, levels);
        }
        (void)program.perceiver->fillAccount(state.memory, members, openCases, nullptr, now, facts);
    } else {
        program.perceiver->fill(state.memory, nullptr, now, facts);
    }
    program.planner->fillTiming(shared, state.timing, now, facts);
    const interpretation::Reading reading = program.interpreter->read(signals, now, facts);
    planning::PlanRequest request;
    request.customer = &state.memory;
    request.reading = &reading;
    request.shared = &shared;
    request.arm = state.memory.arm;
    request.now = now;
    request.members = members;
    if (customers && state.account != 0) {
        const CustomerState& account = (*customers)[state.account - 1];
        request.account = &account.memory;
        program.perceiver->fillAccountOf(&account.memory, account.rollUp, now, facts);
    }
    const auto refusal = [&](const planning::Candidate& candidate) {
        const planning::Candidate again = program.planner->regate(candidate, request, edited.number, facts);
        return again.gate == planning::Gate::Stayed ? std::string() : program.symbols.name(again.removedBy);
    };
    const auto promised =
        governance::newlyPromised(before.subject + "\n" + before.body, edited.subject + "\n" + edited.body);
    if (!promised || *promised <= edited.candidate.discount)
        return refusal(edited.candidate);
    planning::Candidate asPromised = edited.candidate;
    asPromised.discount = *promised;
    std::string by = refusal(asPromised);
    return by.empty() ? "content/promised-discount" : by;
}

} // namespace wayreeve::engine
