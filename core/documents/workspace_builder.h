#pragma once

#include "documents/document.h"
#include "documents/workspace.h"
#include "documents/workspace_io.h"

#include <filesystem>
#include <vector>

namespace wayreeve::documents {

/// Journeys, populations, stories and tables have a folder of files; every other kind is one file.
[[nodiscard]] bool isFolderKind(Kind kind);

/// Where a document lies, relative to the workspace folder: "journeys/cart.yaml", "policies.yaml".
[[nodiscard]] std::filesystem::path documentPath(Kind kind, const std::string& id);

/// Fills the canonical form and its hash.
void describeFile(DocumentFile& file, const AnyDocument& document);

/// A workspace of these documents, not yet resolved; kinds that are absent stand as empty documents, never null.
/// Journeys, populations and tables come to stand by id, stories in the order of their documents.
[[nodiscard]] Workspace buildWorkspace(std::vector<AnyDocument> documents);

} // namespace wayreeve::documents
