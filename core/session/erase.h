#pragma once

#include "audit/ledger.h"
#include "session/erase_notice.h"
#include "session/open_workspace.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

struct EraseRequest {
    std::string customer; ///< the key, or any id of theirs (e-mail, phone, anonymous id); with `run` also the number
    std::string run;      ///< tag; empty = every run that knows the key (replays go with what they replay)
    std::string person;   ///< who has it done; checked against people.yaml where it names anybody
    std::string reason;   ///< goes into the chain: it may not name the customer
    std::chrono::milliseconds patience = std::chrono::seconds(3);
};

struct ErasedIn {
    std::string run;
    std::uint32_t customer = 0;
    std::vector<std::uint64_t> underWay; ///< outbox items that a connector had in hand: they may have been done
    std::vector<ErasureNotice> told;     ///< connections of a run that really sends: what has to be seen to by hand
};

struct ErasureOutcome {
    std::vector<ErasedIn> done;
    std::vector<std::string> busy; ///< runs that hold the person still: an engine that runs another has the workspace
};

/// Erases a person (docs/adr/0013), after their connections were told (session/erase_notice.h). In a live run whose
/// engine is at work through its inbox, durable when it answers; else under the engine lock. Errors:
/// "approval.unknown-person", "right.erase" person; "erase.no-reason"; "erase.reason-names-customer";
/// "erase.unknown-customer" customer, of an account too, which is nobody; "live.no-answer"; the engine's and the
/// store's. Not for the window's thread.
[[nodiscard]] Result<ErasureOutcome> eraseCustomer(const std::filesystem::path& folder, const EraseRequest& request);

} // namespace wayreeve::session
