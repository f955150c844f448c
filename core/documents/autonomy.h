#pragma once

#include "base/time.h"
#include "documents/vocabulary.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::documents {

enum class Approval : std::uint8_t { OnePerson, FourEyes };

/// What happens when a queued proposal runs out of time without a verdict.
enum class SafeDefault : std::uint8_t { Nothing, Baseline, Handoff };

/// One cell of the matrix: how much freedom the core has (D2).
struct AutonomyCell {
    AutonomyLevel level = AutonomyLevel::Assisted;
    Approval approval = Approval::OnePerson; ///< when it queues
    double sample = 0;                       ///< share that goes to post-hoc review, 0 … 1
    Duration sla = Duration::hours(4);
    SafeDefault onExpiry = SafeDefault::Nothing;
    bool operator==(const AutonomyCell&) const = default;
};

/// Raises the computed risk, never lowers it. `steps` 1 = one step, 2 = straight to high.
struct RiskRaise {
    std::string id;
    std::string when; ///< FEEL
    int steps = 1;
    bool operator==(const RiskRaise&) const = default;
};

/// Queues what a supervised or autonomous cell would have executed.
struct ExceptionCondition {
    std::string id;
    std::string when; ///< FEEL
    bool operator==(const ExceptionCondition&) const = default;
};

/// A row of its own: matches an action, an action tag or a condition (exactly one of the three), with a cell for each
/// risk. Of several rows that match, the strictest cell rules.
struct AutonomyRow {
    std::string id;
    std::string action;
    std::string tag;
    std::string when;                                 ///< FEEL
    std::array<std::optional<AutonomyCell>, 3> cells; ///< by Risk; a missing cell means assisted, one person
    bool operator==(const AutonomyRow&) const = default;
};

/// The autonomy matrix. Order of strictness of two cells: level (assisted first), then approval (four-eyes first), then
/// the higher sample rate, then the shorter SLA.
struct AutonomyMatrix {
    std::vector<RiskRaise> raises;
    std::vector<ExceptionCondition> exceptions;
    std::array<std::array<std::optional<AutonomyCell>, 3>, 3> grid; ///< [risk][reversibility]
    std::vector<AutonomyRow> rows;
    bool operator==(const AutonomyMatrix&) const = default;
};

} // namespace wayreeve::documents
