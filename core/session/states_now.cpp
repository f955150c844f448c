#include "session/states_now.h"

#include "session/live_inbox.h"
#include "session/live_run.h"

namespace wayreeve::session {

StatesNow statesNow(const std::filesystem::path& folder, const audit::RunInfo& run,
                    std::vector<std::uint32_t> customers, std::chrono::milliseconds patience) {
    StatesNow states;
    states.asOf = run.clock;
    if (run.status != audit::RunStatus::Running)
        return states;
    const auto because = [&](const char* code) { return Error{code, {{"run", run.tag}}, {}, 0, 0}; };
    if (!engineIsBusy(folder)) {
        states.unknown = because("customer.run-cut-off");
    } else if (!takesEvents(run)) {
        states.unknown = because("customer.run-at-work");
    } else if (patience <= std::chrono::milliseconds(0)) {
        states.unknown = because("customer.not-asked");
    } else if (const auto shown = showCustomers(folder, run.tag, std::move(customers), patience); !shown) {
        // Another run is at work: this one was cut off before.
        states.unknown = shown.error().code == "live.other-run" ? because("customer.run-cut-off") : shown.error();
    } else {
        states.asOf = *shown;
        states.asked = true;
    }
    return states;
}

} // namespace wayreeve::session
