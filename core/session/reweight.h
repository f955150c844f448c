#pragma once

#include "audit/ledger.h"
#include "measurement/event_patterns.h"
#include "measurement/reweighting.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

struct ReweightRequest {
    std::string run;                 ///< empty = latest
    std::vector<std::string> losses; ///< events that new signals should precede; empty: those that goals count against
    measurement::PatternSettings patterns;
};

struct NewSignal {
    std::string first;
    std::string then; ///< empty: `first` alone
    measurement::EventPattern pattern;
};

/// What one run says about the stages' weights.
struct Reweighting {
    audit::RunInfo run;
    std::vector<measurement::StageProposal> stages; ///< those with a benchmark, in the order of stages.yaml
    std::vector<std::string> losses;
    std::vector<NewSignal> newSignals;
};

/// Weights are those that the run was made with; benchmarks are what stages.yaml says now, since no decision depends on
/// them. Moments are readings of decisions, one a customer and `benchmark-within`, as far as that time had passed when
/// the run ended. Reads and computes; any thread. Errors: the reader's, "run.none", documents::loadPublished()'s,
/// "workspace.missing", "reweight.unknown-event" (event).
[[nodiscard]] Result<Reweighting> reweighting(const std::filesystem::path& folder, const ReweightRequest& request);

/// Writes a proposal's weight into stages.yaml as a save of the editor does; comments stay. Answers whether the file
/// changed. Errors: "right.edit", "approval.unknown-person"; "reweight.nothing" (stage) without a proposed weight;
/// "reweight.changed" (stage, signal) where the file's weight is no longer the run's; saveDocument()'s.
[[nodiscard]] Result<bool> applyWeight(const std::filesystem::path& folder, const measurement::StageProposal& proposal,
                                       const std::string& person);

} // namespace wayreeve::session
