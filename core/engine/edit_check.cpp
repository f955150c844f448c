#include "engine/edit_check.h"

#include "governance/promised_discount.h"

namespace wayreeve::engine {

std::string editProblem(const Program& program, const planning::SharedState& shared, const CustomerState& state,
                        const governance::Proposal& before, const governance::Proposal& edited, Instant now) {
    perception::Facts facts(program.schema.schema().size());
    program.perceiver->fill(state.memory, nullptr, now, facts);
    program.planner->fillTiming(shared, state.timing, now, facts);
    interpretation::SignalMemory signals = state.signals; // reading moves the stage: that is the customer's turn to do
    const interpretation::Reading reading = program.interpreter->read(signals, now, facts);
    planning::PlanRequest request;
    request.customer = &state.memory;
    request.reading = &reading;
    request.shared = &shared;
    request.arm = state.memory.arm;
    request.now = now;
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
