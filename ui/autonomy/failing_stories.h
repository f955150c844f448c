#pragma once

#include "ui/shell/documents.h"

#include <QStringList>

#include <memory>

namespace wayreeve::ui {

/// Names of the workspace's stories that do not hold; empty where it does not compile. Slow; any thread but the
/// window's.
[[nodiscard]] QStringList failingStories(const std::shared_ptr<const documents::Workspace>& workspace);

} // namespace wayreeve::ui
