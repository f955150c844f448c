#pragma once

#include "base/result.h"
#include "planning/planner.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace wayreeve::engine {

/// Models, budgets and stock as one checkpoint, with how many updates the models have seen. Error "state.damaged".
[[nodiscard]] std::vector<std::uint8_t> encodeSharedState(const planning::SharedState& shared,
                                                          std::uint64_t modelUpdates);
[[nodiscard]] Result<std::pair<planning::SharedState, std::uint64_t>>
decodeSharedState(std::span<const std::uint8_t> bytes);

} // namespace wayreeve::engine
