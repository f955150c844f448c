#pragma once

#include "engine/rejudged.h"
#include "engine/run.h"
#include "session/open_workspace.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::session {

/// The same thing counted over what the run decided and over what the changed documents would have decided.
struct BeforeAfter {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};

/// R3: a changed policy, matrix, catalogue or goal over a run's recorded decisions, before it is published. Every
/// decision is computed again in its own moment, once as it was and once by the changed documents, with the same facts,
/// learned models and random numbers (engine/rejudged.h). What customers would have done about another choice is not
/// played out: a simulation does that.
struct Backtest {
    audit::RunInfo run;
    Symbols symbols;                   ///< of the changed documents; every Sym below is one of them
    std::vector<std::string> changed;  ///< the documents that differ: "policies", "autonomy", …
    std::vector<std::string> newFacts; ///< facts that only the changed documents know: unknown in the past
    std::uint64_t choices = 0;         ///< of decisions, one a slot, and drawn actions
    std::uint64_t otherAction = 0;     ///< something else would be done, or nothing, or something instead of nothing
    std::uint64_t otherWay = 0;        ///< the same action with other content or on another channel
    std::uint64_t otherRuling = 0;     ///< the same, but ruled otherwise (queued instead of executed, two people …)
    std::map<std::string, BeforeAfter> actions;    ///< chosen, by id; "wait"
    std::map<std::string, BeforeAfter> rulings;    ///< of what is not waiting; "queue-two" where two must agree
    std::map<std::string, std::uint64_t> removers; ///< elements and words that removed what had been chosen
    BeforeAfter queued;                            ///< for people
    BeforeAfter sent;                              ///< executed or held for its hour
    double worthBefore = 0; ///< sum of the chosen ones' priorities, money; drawn actions have none
    double worthAfter = 0;
    std::vector<engine::Rejudged> examples; ///< the first of those that differ, in time order
    [[nodiscard]] std::uint64_t different() const { return otherAction + otherWay + otherRuling; }
    [[nodiscard]] double days() const; ///< that the run took
};

/// `changed` is a workspace folder, `tag` "" the newest run of `folder`. Keeps at most `examples` examples. nullopt
/// where `cancelled` ended it. Keeps nothing, takes no lock; blocks; any thread. Errors: those of replayDecision() and
/// openWorkspace(); "backtest.reads-otherwise" (document) where tracking plan, measures, signals, stages, journeys or
/// zones differ, so that customers would have been read or led otherwise; "backtest.learns-otherwise" (goal) where a
/// goal's models would have learned from other inputs: for these there is `simulate`; "backtest.logged" (run).
[[nodiscard]] Result<std::optional<Backtest>> backtest(const std::filesystem::path& folder,
                                                       const std::filesystem::path& changed, const std::string& tag,
                                                       unsigned threads, std::size_t examples,
                                                       std::function<void(const engine::Progress&)> progress = {},
                                                       std::function<bool()> cancelled = {});

} // namespace wayreeve::session
