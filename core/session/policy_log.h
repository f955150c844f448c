#pragma once

#include "base/result.h"
#include "measurement/off_policy.h"

#include <filesystem>
#include <vector>

namespace wayreeve::session {

/// A log for off-policy estimates: a CSV file (session/csv.h) with the columns `reward`, `pscore` (probability of the
/// logged action under the policy that chose it, in (0, 1]), `pi_e_a` (under the policy to be judged, in [0, 1]) and,
/// both or neither, `qhat_a` and `qhat_pi`; others, like `action`, are left alone.
struct PolicyLog {
    std::vector<measurement::PolicyRow> rows;
    bool hasPredictions = false;
};

/// Errors: readCsv()'s; "policy-log.no-column" (file, column); "policy-log.no-rows" (file); "policy-log.bad-value"
/// (file, row counted from 1 below the heads, column, value, why: "not-a-number", "outside-0-1").
[[nodiscard]] Result<PolicyLog> readPolicyLog(const std::filesystem::path& file);

} // namespace wayreeve::session
