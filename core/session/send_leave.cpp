#include "session/send_leave.h"

#include "execution/opt_out.h"

namespace wayreeve::session {

namespace {

std::string refusal(const std::string& word) {
    for (const char* const code : {execution::customerSuppressed, execution::noPerson})
        if (word == code)
            return code;
    return execution::consentWithdrawn; // the policy that asks for it
}

} // namespace

execution::Leave leaveOf(const OpenWorkspace& asOf, StoredCustomers& customers, const execution::Dispatch& item,
                         Instant now) {
    using Kind = execution::Leave::Kind;
    const engine::Program& program = *asOf.program;
    if (execution::isOptOut(program.symbols.name(item.action)))
        return {};
    const engine::Program::ActionInfo* const info = program.action(item.action);
    if (info != nullptr && item.slot == documents::Slot::Operation && info->action->purpose.empty())
        return {};
    const engine::CustomerState* const state = info == nullptr ? nullptr : customers.now(item.customer);
    if (state == nullptr)
        return {Kind::Held, "consent-unknown", Duration::seconds(5)}; // the store may be busy for a moment
    if (const Sym why = program.planner->unwelcome(state->memory, item.action, item.channel, item.slot); why != 0)
        return {Kind::Refused, refusal(program.symbols.name(why))};
    planning::Candidate candidate;
    candidate.action = item.action;
    candidate.channel = item.channel;
    candidate.slot = item.slot;
    Sym policy = 0;
    if (program.planner->allowedFrom(candidate, program.perceiver->zones(state->memory), now, policy) > now)
        return {Kind::Held, "quiet-hours"};
    return {};
}

} // namespace wayreeve::session
