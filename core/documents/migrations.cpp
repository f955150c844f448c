#include "documents/migrations.h"

namespace wayreeve::documents {

std::span<const MigrationStep> migrationSteps() {
    return {};
} // format 1 is the first

Result<YamlNode> migrate(Kind kind, YamlNode tree, int format, int target, std::span<const MigrationStep> steps) {
    for (int from = format; from < target; ++from)
        for (const MigrationStep& step : steps)
            if (step.kind == kind && step.from == from) {
                Result<YamlNode> next = step.apply(std::move(tree));
                if (!next)
                    return next;
                tree = std::move(next).value();
            }
    return tree;
}

} // namespace wayreeve::documents
