#pragma once

#include "base/result.h"
#include "base/time.h"
#include "base/value.h"
#include "measurement/confusion.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::measurement {

/// A moment of a run whose stage a person is asked for.
struct AuditMoment {
    std::string id; ///< of the decision that was made then, or "RUN/event-N" of the event that came
    std::uint32_t customer = 0;
    Instant at;
    std::string stage;           ///< as the core read it: not to be shown before there is a label
    std::string label;           ///< as the person sees it; empty = not asked yet
    std::string person;          ///< who labelled it
    std::uint32_t takenBack = 0; ///< labels that it had and were taken back
    bool operator==(const AuditMoment&) const = default;
};

/// I2: random moments of one run, labelled by people before they see what the core read.
struct StageAudit {
    std::string run; ///< its tag
    std::uint64_t seed = 1;
    std::vector<std::string> stages; ///< that the run's documents know, in their order
    std::vector<AuditMoment> moments;
    bool revealed = false; ///< what the core read was shown: labels stay from then on
    bool operator==(const StageAudit&) const = default;
};

/// `count` different numbers below `among` (all of them where there are no more), every set equally likely, ascending:
/// a pure function of the seed (Floyd: Bentley, "Programming pearls", CACM 30, 1987).
[[nodiscard]] std::vector<std::uint64_t> drawMoments(std::uint64_t among, std::uint32_t count, std::uint64_t seed);

/// A label is given once, because the core's reading is shown after it. Errors "stage-audit.unknown-moment" (id),
/// "stage-audit.unknown-stage" (stage, nearest), "stage-audit.labelled" (id).
[[nodiscard]] Result<void> label(StageAudit& audit, const std::string& id, const std::string& stage,
                                 const std::string& person);

/// Takes a label back while what the core read has not been shown, and counts that. Errors "stage-audit.unknown-moment"
/// (id), "stage-audit.not-labelled" (id), "stage-audit.revealed".
[[nodiscard]] Result<void> unlabel(StageAudit& audit, const std::string& id);

struct StageAuditReport {
    std::size_t open = 0;      ///< moments without a label
    std::size_t takenBack = 0; ///< labels
    Proportion right;          ///< of the labelled ones
    Interval interval;         ///< Wilson, 95 %
    Confusion confusion;       ///< truth = label; a reading that is no stage of the documents counts as none of them
};
[[nodiscard]] StageAuditReport reportOf(const StageAudit& audit);

/// How an audit is stored. Error "stage-audit.damaged" for what toJson() cannot have written.
[[nodiscard]] Value toJson(const StageAudit& audit);
[[nodiscard]] Result<StageAudit> stageAuditOf(const Value& json);

} // namespace wayreeve::measurement
