#pragma once

#include "engine/run.h"
#include "measurement/logged_lift.h"
#include "session/open_workspace.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace wayreeve::session {

/// What replaying logged decisions showed (semantics.md, "Logged data"). Shares and rates are over all orders.
struct LoggedReport {
    struct Lift {
        std::string outcome;
        double difference = 0;
        double low = 0;
        double high = 0;
        double relative = 0;
    };
    /// What the log itself holds of one arm.
    struct Logged {
        std::uint64_t rows = 0;
        std::map<std::string, double> rates; ///< mean of each outcome
    };
    std::map<std::string, Logged> log;   ///< by arm
    Logged logAll;                       ///< of all rows: what the log's own (random) choices came to
    std::string bestArm;                 ///< always choosing it would have had the highest reward; "" without rewards
    std::vector<Lift> lift;              ///< any action against wait, from the log alone
    std::string reward;                  ///< the outcome that the policy was trained on
    double rateMean = 0;                 ///< of the reward over matched rows, mean over orders
    double rateSd = 0;                   ///< sample standard deviation over orders
    double rateSecondHalf = 0;           ///< as rateMean, of the second half of each order's rows
    std::map<std::string, double> share; ///< of decisions, by arm
    std::map<std::string, double> shareSecondHalf;
    std::map<std::string, double> shareLastQuarter;
    std::uint64_t matched = 0;
    std::uint64_t decisions = 0;
    std::vector<audit::RunInfo> runs; ///< one an order
};

/// A mapping from a file of its own. Errors: the reader's (file:line:column), "io.read-failed" (file).
[[nodiscard]] Result<documents::Mapping> readMapping(const std::filesystem::path& file);

/// Whether a run replays a log of decisions rather than a run of this workspace, or repeats such a run. The store keeps
/// no log's outcomes, so that it cannot be recomputed, and says nothing of what the log's customers did otherwise. A
/// repetition names the run that it repeats, and has its seed and salt; the replay of a log names its file.
[[nodiscard]] bool isLogged(audit::LedgerReader& reader, const audit::RunInfo& run);

/// Replays the rows of a CSV file `orders` times, each in a random order of its own (order 1 first), as runs of the
/// workspace. `permuteAtHalf` tries what the workspace does where the world changes: in the second half of each order
/// every arm's rows are told as the next arm's, by the mapping's order, which ends with the first again. Errors:
/// "io.read-failed" file, "csv.no-column" (file, column, nearest), "csv.bad-row" (line, why, value), "csv.no-rows",
/// "csv.unknown-arm" (line, value, nearest), "mapping.missing", the engine's and the store's.
[[nodiscard]] Result<LoggedReport> replayLogged(const OpenWorkspace& workspace, const documents::Mapping& mapping,
                                                const std::filesystem::path& events, unsigned orders, unsigned threads,
                                                const std::function<void(unsigned order, double share)>& progress = {},
                                                bool permuteAtHalf = false);

} // namespace wayreeve::session
