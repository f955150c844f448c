#include "session/stage_accuracy.h"

#include "documents/document.h"
#include "documents/file_io.h"
#include "session/open_workspace.h"

namespace wayreeve::session {

namespace {

constexpr std::size_t largestWorld = std::size_t{16} << 20;

Result<documents::Population> readWorld(const std::filesystem::path& file) {
    const auto text = documents::readFile(file, largestWorld);
    if (!text)
        return text.error();
    const auto tree = documents::parseDocumentTree(documents::Kind::Population, *text, file.string());
    if (!tree)
        return tree.error();
    std::vector<Error> errors;
    documents::AnyDocument document = documents::readTree(documents::Kind::Population, *tree, file.string(), errors);
    if (!errors.empty())
        return errors.front();
    return std::get<documents::Population>(std::move(document));
}

} // namespace

Result<simulation::StageMeasurement> stageAccuracy(const std::filesystem::path& folder,
                                                   const std::filesystem::path& world,
                                                   const simulation::StageWorldSettings& settings) {
    const auto workspace = openWorkspace(folder);
    if (!workspace)
        return workspace.error();
    const auto population = readWorld(world);
    if (!population)
        return population.error();
    return simulation::measureStages(*workspace->workspace, *population, settings);
}

} // namespace wayreeve::session
