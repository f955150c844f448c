#pragma once

#include "audit/rows.h"
#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace wayreeve::session {

/// Whether what the store holds of customers' states is what they are.
struct StatesNow {
    Instant asOf;                 ///< of the run's clock; without meaning where they are unknown
    bool asked = false;           ///< the engine at work stored them for this question
    std::optional<Error> unknown; ///< why not: what is stored of states is old, or nothing is
};

/// A run that has come to a stand keeps them all. The engine of one that takes events is asked to store these
/// customers' rows; read them afterwards. Unknown: "customer.run-at-work" or "customer.run-cut-off" run, or
/// showCustomers' errors. Without `patience` nobody is asked: "customer.not-asked". Not for the window's thread.
[[nodiscard]] StatesNow statesNow(const std::filesystem::path& folder, const audit::RunInfo& run,
                                  std::vector<std::uint32_t> customers,
                                  std::chrono::milliseconds patience = std::chrono::seconds(3));

} // namespace wayreeve::session
