#pragma once

#include "planning/planner_impl.h"

#include <cstdint>
#include <memory>

namespace wayreeve::planning {

/// What describes an arm to the value model's additive level: discount, then one place for each kind of channel.
inline constexpr std::uint32_t actionFeatureCount = 6;
/// Probability of harm that a new arm starts from.
inline constexpr double harmPrior = 0.01;
using documents::maxVariants;

/// The designer's prior of an arm: of the goal, times what its content says of it.
[[nodiscard]] double priorOf(const CompiledGoal& goal, const Variant& variant);

/// Compiles the catalogue, agents, content and policies of a workspace, all of which must outlive the planner.
[[nodiscard]] std::unique_ptr<const Planner::Impl> compilePlanner(const documents::Workspace& workspace,
                                                                  const documents::FactSchema& schema,
                                                                  const perception::Perceiver& perceiver,
                                                                  Symbols& symbols);

} // namespace wayreeve::planning
