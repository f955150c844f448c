#include "session/open_workspace.h"

#include "storage/workspace_store.h"

namespace wayreeve::session {

namespace {

Result<OpenWorkspace> compiled(const std::filesystem::path& folder, documents::LoadOutcome loaded) {
    if (!loaded.workspace)
        return loaded.errors.empty() ? Error{"workspace.unreadable", {{"folder", folder.string()}}, {}, 0, 0}
                                     : loaded.errors.front();
    auto program = engine::Program::compile(loaded.workspace);
    if (!program)
        return program.error();
    return OpenWorkspace{folder, std::move(loaded.workspace), std::move(loaded.files), std::move(program).value()};
}

} // namespace

Result<OpenWorkspace> openWorkspace(const std::filesystem::path& folder) {
    std::error_code failed;
    if (!std::filesystem::exists(folder / "workspace.yaml", failed))
        return Error{"workspace.missing", {{"folder", folder.string()}}, {}, 0, 0};
    return compiled(folder, documents::loadWorkspace(folder));
}

std::vector<Error> openErrors(const std::filesystem::path& folder) {
    std::error_code failed;
    if (!std::filesystem::exists(folder / "workspace.yaml", failed))
        return {Error{"workspace.missing", {{"folder", folder.string()}}, {}, 0, 0}};
    return documents::loadWorkspace(folder).errors;
}

Result<void> publish(const OpenWorkspace& workspace) {
    if (auto store = storage::WorkspaceStore::open(workspace.folder); !store)
        return store.error();
    return documents::publishVersions(workspace.folder, workspace.files);
}

Result<OpenWorkspace> openAsOf(const std::filesystem::path& folder, const audit::RunInfo& run) {
    return compiled(folder, documents::loadPublished(folder, run.files));
}

} // namespace wayreeve::session
