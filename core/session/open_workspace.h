#pragma once

#include "audit/ledger.h"
#include "documents/workspace_io.h"
#include "engine/program.h"

#include <filesystem>
#include <memory>
#include <string>

namespace wayreeve::session {

/// A workspace folder that was read and compiled: what every operation starts from. Immutable; cheap to copy.
struct OpenWorkspace {
    std::filesystem::path folder;
    std::shared_ptr<const documents::Workspace> workspace;
    std::vector<documents::DocumentFile> files;
    std::shared_ptr<const engine::Program> program;
};

/// Reads and compiles. Where the folder has several errors, the first; openErrors() has all of them. Error
/// "workspace.missing" (folder) where there is no workspace.yaml.
[[nodiscard]] Result<OpenWorkspace> openWorkspace(const std::filesystem::path& folder);
[[nodiscard]] std::vector<Error> openErrors(const std::filesystem::path& folder);

/// Before a run: makes the store where there is none, then puts the documents among the published versions. In this
/// order, because versions beside no store tell of one that was taken away. Errors: WorkspaceStore's,
/// "io.write-failed".
[[nodiscard]] Result<void> publish(const OpenWorkspace& workspace);

/// The documents as a stored run used them, from the published versions.
[[nodiscard]] Result<OpenWorkspace> openAsOf(const std::filesystem::path& folder, const audit::RunInfo& run);

} // namespace wayreeve::session
