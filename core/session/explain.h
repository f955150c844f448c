#pragma once

#include "audit/decision_record.h"
#include "audit/events.h"
#include "audit/ledger.h"
#include "session/past.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::session {

/// What happened after a decision, in order. Exactly one of the optionals is set, by the entry's kind.
struct FollowUp {
    audit::Entry entry;
    std::optional<audit::PersonRecord> person;
    std::optional<audit::ProposalRecord> proposal;
    std::optional<audit::DispatchRecord> dispatch;
    std::optional<audit::OutcomeRecord> outcome;
    std::optional<audit::DidNotFitRecord> didNotFit;
};

/// Everything that is known of one decision (or drawn action), decoded, with the names to read it by.
struct Explanation {
    audit::RunInfo run;
    Symbols symbols;
    audit::Key key = 0;
    std::string id;        ///< "s1-482-13"
    std::string askedItem; ///< "s1-482-q3" where its queue item was asked for
    audit::Entry entry;
    std::optional<audit::DecisionRecord> decision;
    std::optional<audit::DrawnRecord> drawn;
    std::vector<FollowUp> after;
    std::optional<audit::CustomerRow> customer;
    std::vector<audit::CustomerRow> contacts;      ///< of an account: whom candidates address, by number
    std::vector<governance::Proposal> proposals;   ///< as they stand now
    std::vector<PastInteraction> past;             ///< of a decision: the three that mattered most then, see pastOf()
    std::vector<audit::ModelConfiguration> models; ///< of the goals that were due, as the run's first entry has them
    bool hashVerified = false;                     ///< the stored bytes hash to what the chain links
};

/// Reads one decision by its id ("s1-482-13", or "482-13" of the run given), or by the id of a queue item that came
/// from it ("s1-482-q3"). Errors "decision.bad-id" id, "decision.unknown" id, "approval.unknown-proposal",
/// "record.damaged", "decision.erased" id, time, customer (its data was erased). Any thread; opens its own reader.
[[nodiscard]] Result<Explanation> explain(const std::filesystem::path& folder, const std::string& id,
                                          const std::string& run = {});

/// The whole explanation as JSON: the opened record under "record", what followed under "after", the ids of its queue
/// items under "queue_items", what had happened before under "past", the configurations of its goals' models under
/// "config".
[[nodiscard]] Value explanationJson(const Explanation& explanation);

} // namespace wayreeve::session
