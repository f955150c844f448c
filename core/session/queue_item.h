#pragma once

#include "audit/ledger.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::session {

/// What becomes of a queue item now.
enum class NextStep : std::uint8_t {
    Person,       ///< a person decides, until `until`
    SecondPerson, ///< somebody other than the first approver decides, until `until`
    Suggestion,   ///< stays until a person takes it up or dismisses it
    Epoch,        ///< approved in a run that goes on: carried out with its next epoch
    Held,         ///< approved; goes out at `until`, or once `follows` has gone out
    Outbox,       ///< lies in the outbox for a dispatcher
    Sent,         ///< a receiver took it
    Simulated,    ///< went out within a run that reaches nobody
    Failed,       ///< the receiver refused it: `answer`
    Unclear,      ///< whether the receiver took it is not known: `answer`
    Over          ///< rejected, expired, voided …: `proposal.state`, `proposal.voidReasons`
};
[[nodiscard]] std::string_view nameOf(NextStep step); ///< "person", "second-person" … "over"

/// What was done to a queue item, at the run's clock.
struct QueueStep {
    Instant time;
    std::string what; ///< claim, release, edit, approve, reject; expiry, void, supersede, discard; dispatch
    std::string person;
    std::string reason;       ///< a person's words
    std::vector<Sym> because; ///< what voided, superseded or discarded it
};

/// One item of the approval queue as it stands, from the store alone.
struct QueueItem {
    audit::RunInfo run;
    Symbols symbols;
    governance::Proposal proposal;
    std::vector<QueueStep> history;
    NextStep next = NextStep::Over;
    std::optional<Instant> until;         ///< Person, SecondPerson, Held
    Sym follows = 0;                      ///< Held: the action that must have gone out first; 0 = it waits for its hour
    std::string answer;                   ///< Failed, Unclear: the connector's code
    std::optional<std::string> stoppedBy; ///< Outbox: the scope that keeps it there ("" = everything)
};

/// Errors: "run.unknown", "approval.unknown-proposal", the store's. Any thread; opens its own reader.
[[nodiscard]] Result<QueueItem> queueItem(const std::filesystem::path& folder, const std::string& run,
                                          audit::Key number);

/// The first instant from the run's clock on at which quiet hours let it go out, by that run's documents and where the
/// customer is. Errors as above, and openAsOf()'s. Any thread; compiles the documents.
[[nodiscard]] Result<Instant> earliestDispatch(const std::filesystem::path& folder, const std::string& run,
                                               audit::Key number);

} // namespace wayreeve::session
