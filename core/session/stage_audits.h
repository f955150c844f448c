#pragma once

#include "audit/rows.h"
#include "base/result.h"
#include "measurement/stage_audit.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// Stage audits of a workspace, kept as `.wayreeve/stage-audits/RUN-SEED.json`. They hold customer numbers and stages,
/// nothing personal. Each call opens and closes what it needs; not for two writers at once.

/// The audit of this run and seed; drawn from the run's moments (session/stage_moments.h) where there is none yet.
/// `run` "" = the latest. Errors: the store's, openAsOf()'s, "stage-audit.no-decisions" (run), "stage-audit.damaged"
/// with its file, "io.write-failed".
[[nodiscard]] Result<measurement::StageAudit> drawStageAudit(const std::filesystem::path& folder,
                                                             const std::string& run, std::uint64_t seed = 1,
                                                             std::uint32_t moments = 50);

/// A month of a run, as its clock counts (UTC).
struct AuditMonth {
    int year = 1970;
    int month = 1;
    [[nodiscard]] std::uint64_t seed() const { return static_cast<std::uint64_t>(year * 100 + month); } ///< 202603
    bool operator==(const AuditMonth&) const = default;
};
/// The months that a run touches, newest first.
[[nodiscard]] std::vector<AuditMonth> auditMonths(const audit::RunInfo& run);
/// The month's audit: of moments of that month, with the month as its seed.
[[nodiscard]] Result<measurement::StageAudit> drawMonthlyAudit(const std::filesystem::path& folder,
                                                               const std::string& run, AuditMonth month,
                                                               std::uint32_t moments = 50);

/// Takes a label back, and remembers that (measurement::unlabel()'s errors; those above).
[[nodiscard]] Result<measurement::StageAudit> unlabelStage(const std::filesystem::path& folder, const std::string& run,
                                                           std::uint64_t seed, const std::string& id);
/// From now on what the core read is known, and labels stay.
[[nodiscard]] Result<measurement::StageAudit> revealStages(const std::filesystem::path& folder, const std::string& run,
                                                           std::uint64_t seed);

/// Labels one moment and keeps it (measurement::label()'s errors; those above). Answers the audit as it is then.
[[nodiscard]] Result<measurement::StageAudit> labelStage(const std::filesystem::path& folder, const std::string& run,
                                                         std::uint64_t seed, const std::string& id,
                                                         const std::string& stage, const std::string& person);

/// What a person looks at before labelling: an event of the moment's customer, received at or before it.
struct SeenEvent {
    Instant time;
    std::string name;
    Value properties;
};
/// The newest `limit` of them, oldest first. Error "stage-audit.unknown-moment" (id).
[[nodiscard]] Result<std::vector<SeenEvent>> eventsBefore(const std::filesystem::path& folder,
                                                          const measurement::StageAudit& audit, const std::string& id,
                                                          std::size_t limit = 40);

} // namespace wayreeve::session
