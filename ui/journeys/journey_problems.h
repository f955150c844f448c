#pragma once

#include "ui/journeys/map_item.h"

#include "ui/shell/documents.h"

#include <QString>

#include <memory>
#include <vector>

namespace wayreeve::ui {

/// Something about the shown journey that wants attention, with the item it stands at (None: the journey as a whole).
struct MapProblem {
    MapItem item;
    QString title;       ///< one short sentence
    bool blocks = false; ///< the document cannot be used while it stands; otherwise a warning
    bool operator==(const MapProblem&) const = default;
};

/// The workspace with `journey` in place of the one with its id (added where there is none).
[[nodiscard]] std::shared_ptr<const documents::Workspace>
withJourney(const documents::Workspace& workspace, std::shared_ptr<const documents::Journey> journey);

/// Everything that resolve() and check() find in `journey`, worst first, then in document order. Any thread.
[[nodiscard]] std::vector<MapProblem> problemsOf(const documents::Workspace& workspace,
                                                 const std::shared_ptr<const documents::Journey>& journey);

/// The error of a FEEL text against the workspace's facts, as a sentence; empty when it is right or empty.
[[nodiscard]] QString feelProblem(const documents::Workspace& workspace, const std::string& text, bool condition);

} // namespace wayreeve::ui
