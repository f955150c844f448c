#pragma once

#include "engine/run.h"
#include "session/open_workspace.h"

#include <chrono>
#include <functional>
#include <string>

namespace wayreeve::session {

struct SimulateRequest {
    std::uint32_t customers = 500;
    std::uint32_t days = 10;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    bool reviewers = true;    ///< the population's seeded reviewers
    std::string population;   ///< id; empty = the first
    bool resume = false;      ///< go on with the latest simulation that was broken off; begins where there is none
    bool sendsReally = false; ///< leaves outbox items for a dispatcher, also those of later verdicts
    std::function<void(const engine::Progress&)> progress;
    std::function<bool()> cancelled;
};

/// Runs a simulation to its end and stores it. Takes the workspace's engine lock ("store.locked"). Errors beyond the
/// engine's: "simulate.no-population", "simulate.unknown-population" (id, nearest), "resume.other-request" where the
/// broken run was started with other numbers.
[[nodiscard]] Result<engine::RunSummary> simulate(const OpenWorkspace& workspace, const SimulateRequest& request);

struct ReplayOutcome {
    engine::RunSummary summary;
    audit::RunInfo original;
    bool identical = false;
};

/// Recomputes a stored run from its events, commands and published documents, as a run of its own, with the commands
/// that followed its end: it can be recomputed in its turn. Errors: "replay.logged" (run, file), before anything is
/// stored, where the run replays a log; "run.still-running"; the engine's and the store's.
[[nodiscard]] Result<ReplayOutcome> replayRun(const std::filesystem::path& folder, const std::string& tag,
                                              unsigned threads);

/// One person's command on a stored run, under the engine lock; committed when it answers. Where the run really sends,
/// what it lets go out waits in the outbox for drainOutbox. While another holds the lock it waits as long as
/// `patience`, so that commands given at once take turns; then "store.locked". A live run's engine is asked through the
/// store's inbox instead and carries it out with its next epochs; errors "live.no-answer", "live.answer-lost",
/// "live.not-stored".
[[nodiscard]] Result<governance::Proposal>
giveCommand(const std::filesystem::path& folder, const std::string& run, const governance::Command& command,
            std::chrono::milliseconds patience = std::chrono::milliseconds(0));

/// Whether the workspace names any receiver.
[[nodiscard]] bool isConnected(const documents::Settings& settings);

/// Sends what the outbox of a run still holds to the workspace's connectors, until nothing is left or `cancelled`.
/// Answers how many were settled. Error "connector.not-connected" where the workspace names no receiver.
[[nodiscard]] Result<int> drainOutbox(const OpenWorkspace& workspace, const std::string& run,
                                      const std::function<bool()>& cancelled = {});

/// The same for every run that really sends, oldest first: the tags of those of which something was settled, and how
/// much. "run.none" without a run.
[[nodiscard]] Result<std::vector<std::pair<std::string, int>>>
drainAllOutboxes(const OpenWorkspace& workspace, const std::function<bool()>& cancelled = {});

/// Puts an item of the outbox that failed or is unclear back to be sent with the next drainOutbox, with the same key,
/// by a person who may (governance::Right::Replay). "approval.unknown-person", "right.replay" (person), "run.unknown"
/// (run), "outbox.unknown" (number), "outbox.not-failed" (number, state).
[[nodiscard]] Result<void> replayOutboxItem(const OpenWorkspace& workspace, const std::string& run,
                                            std::uint64_t number, const std::string& person);

} // namespace wayreeve::session
