#pragma once

#include "base/result.h"
#include "documents/workspace_io.h"
#include "documents/yaml_node.h"

#include <span>

namespace wayreeve::documents {

/// One pure step over the tree of one kind, from format `from` to `from` + 1. A step sees the tree without its `format`
/// key. A kind that did not change between two formats needs no step.
struct MigrationStep {
    Kind kind;
    int from;
    Result<YamlNode> (*apply)(YamlNode tree);
};

/// The steps of this program, in order. Released formats stay readable for good.
[[nodiscard]] std::span<const MigrationStep> migrationSteps();

/// Carries a tree from `format` to `target` through every step of its kind. Errors are those of the steps.
[[nodiscard]] Result<YamlNode> migrate(Kind kind, YamlNode tree, int format, int target,
                                       std::span<const MigrationStep> steps);

} // namespace wayreeve::documents
