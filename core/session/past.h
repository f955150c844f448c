#pragma once

#include "audit/decision_record.h"
#include "audit/ledger.h"
#include "base/value.h"
#include "perception/retrieval.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// Something that had happened with a decision's customer, and why it matters for that decision.
struct PastInteraction {
    Instant time;
    std::string what;  ///< an event's name or, where `ours`, an action's id
    bool ours = false; ///< went out to the customer
    double score = 0;
    std::vector<perception::Retrieval::Match> terms;
};

/// The `k` interactions that fit a decision's situation best (perception/retrieval.h): its trigger with its properties,
/// the leading intent, the needs and hesitations of at least 0.3, the agents' goals and what the chosen actions are
/// for, against what was known when it was made: the customer's events received by then, but the trigger, and
/// what had gone out. Computed from the stored events, not part of the record. A customer that came from several
/// identities has here what each of them did (session/identities.h). The documents of the run tell what events speak
/// for; where they are gone, words alone count. Errors: the reader's.
[[nodiscard]] Result<std::vector<PastInteraction>>
pastOf(audit::LedgerReader& reader, const std::filesystem::path& folder, const audit::RunInfo& run,
       const Symbols& symbols, const audit::Entry& entry, const audit::DecisionRecord& decision, std::size_t k = 3);

/// List of {time, event, ours, score, terms: list of {term, share}}.
[[nodiscard]] Value pastJson(const std::vector<PastInteraction>& past);

} // namespace wayreeve::session
