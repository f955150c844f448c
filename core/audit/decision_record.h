#pragma once

#include "audit/entry.h"
#include "base/cbor.h"
#include "base/symbols.h"
#include "base/value.h"
#include "documents/vocabulary.h"
#include "governance/ruling.h"
#include "interpretation/reading.h"
#include "planning/plan.h"
#include "rules/table_firing.h"

#include <optional>
#include <string>
#include <vector>

namespace wayreeve::audit {

enum class TriggerKind : std::uint8_t {
    Event = 0,
    Timer = 1,
    Verdict = 2,
    Result = 3,
    DidNotFit = 4,
    Expiry = 5,
    Logged = 6
};
[[nodiscard]] std::string_view nameOf(TriggerKind kind);

/// One fact as it was at the decision; a null value is a missing input.
struct Evidence {
    Sym name = 0;
    Value value;
    bool operator==(const Evidence&) const = default;
};

/// Which agent decision of which journey was due.
struct DueAgent {
    Sym journey = 0;
    Sym node = 0;
    Sym agent = 0;
    Sym goal = 0;
    bool operator==(const DueAgent&) const = default;
};

/// What logged data said about the same moment (rejection replay); action 0 = wait.
struct Logged {
    Sym action = 0;
    bool observed = false;        ///< the choice equals the logged arm: the outcomes are real, counted and learned
    std::vector<double> outcomes; ///< by position in the mapping; empty where unobserved
    bool operator==(const Logged&) const = default;
};

/// Everything known of one decision up to its ruling; what happened later are entries of their own that name it.
/// Nothing about a decision is known that is not in here or in one of them.
struct DecisionRecord {
    TriggerKind trigger = TriggerKind::Event;
    std::string triggerName; ///< event name, or what kind of timer
    std::string messageId;   ///< of the event; empty otherwise
    documents::Arm arm = documents::Arm::Agentic;
    std::vector<DueAgent> due;
    std::vector<Evidence> evidence;
    interpretation::Reading reading;
    planning::Plan plan;
    std::vector<governance::Ruling> rulings; ///< one for each of plan.choices
    std::uint64_t key = 0;                   ///< audit/key.h
    std::vector<std::uint64_t> proposals;    ///< one key for each of plan.choices; 0 = none
    std::uint64_t modelUpdates = 0;          ///< updates that the frozen model had seen
    std::vector<double> budgetLeft;          ///< the epoch's snapshot: of the day of the decision
    /// The same of later days of which something was reserved (workspace-local day number): what goes out then is
    /// looked at against these. Days that are missing had all of it left.
    std::vector<std::pair<std::int64_t, std::vector<double>>> budgetsAhead;
    std::optional<Logged> logged;
    /// What decision tables answered on the way, from the reading to the rulings; each different answer once, in the
    /// order of first answers. Empty where none was asked.
    std::vector<rules::TableFiring> tables;
    bool operator==(const DecisionRecord&) const = default;
};

/// Encodes header and record as an entry's body; decode refuses anything that encode could not have written.
/// Error "record.damaged" with `number`.
[[nodiscard]] std::vector<std::uint8_t> encodeDecision(const Entry& header, const DecisionRecord& record);
[[nodiscard]] Result<DecisionRecord> decodeDecision(const Entry& entry);

} // namespace wayreeve::audit
