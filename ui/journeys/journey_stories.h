#pragma once

#include "ui/journeys/journey_dock.h"

#include "ui/shell/documents.h"

#include <memory>

namespace wayreeve::ui {

/// Compiles the workspace and runs its stories. Slow; any thread but the window's.
[[nodiscard]] QList<StoryLine> storyLines(const std::shared_ptr<const documents::Workspace>& workspace);

} // namespace wayreeve::ui
