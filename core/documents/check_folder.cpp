#include "base/text.h"
#include "documents/check_parts.h"
#include "documents/workspace_builder.h"

#include <algorithm>

namespace wayreeve::documents {

namespace fs = std::filesystem;

namespace {

bool isYaml(const fs::path& name) {
    const std::string extension = asciiLower(name.extension().string());
    return (extension == ".yaml" || extension == ".yml") && !name.string().starts_with('.');
}

/// What stands directly in a folder, sorted; nothing where it cannot be read.
std::vector<fs::path> namesIn(const fs::path& folder, bool folders) {
    std::vector<fs::path> names;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code unknown;
        if (it->is_directory(unknown) == folders)
            names.push_back(it->path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void addUnknown(const fs::path& path, const std::string& nearest, Findings& findings) {
    findings.addFile("check.unknown-file", Severity::Warning, path.string(),
                     {{"file", path.string()}, {"nearest", nearest}});
}

void checkRootFiles(const fs::path& folder, Findings& findings) {
    std::vector<std::string> known, missing;
    for (int k = 0; k < kindCount; ++k)
        if (!isFolderKind(static_cast<Kind>(k))) {
            known.push_back(std::string(nameOf(static_cast<Kind>(k))) + ".yaml");
            std::error_code unknown;
            if (!fs::exists(folder / known.back(), unknown))
                missing.push_back(known.back());
        }
    for (const fs::path& name : namesIn(folder, false)) {
        if (!isYaml(name) || std::find(known.begin(), known.end(), name.string()) != known.end())
            continue;
        const std::string meant = asciiLower(name.stem().string()) + ".yaml";
        // A file that is not there yet is more likely meant than one that stands beside this one.
        std::string nearest = nearestName(meant, missing);
        if (std::find(known.begin(), known.end(), meant) != known.end())
            nearest = meant;
        addUnknown(name, nearest.empty() ? nearestName(meant, known) : nearest, findings);
    }
}

void checkFolders(const fs::path& folder, Findings& findings) {
    std::vector<std::string> known;
    for (int k = 0; k < kindCount; ++k)
        if (isFolderKind(static_cast<Kind>(k)))
            known.emplace_back(nameOf(static_cast<Kind>(k)));
    for (const fs::path& sub : namesIn(folder, true)) {
        const bool documents = std::find(known.begin(), known.end(), sub.string()) != known.end();
        const std::string meant = documents ? sub.string() : nearestName(sub.string(), known);
        if (meant.empty())
            continue; // somebody's own folder
        for (const fs::path& name : namesIn(folder / sub, false))
            if (isYaml(name) && !(documents && name.extension() == ".yaml"))
                addUnknown(sub / name, meant + "/" + name.stem().string() + ".yaml", findings);
    }
}

} // namespace

std::vector<Finding> checkFolder(const fs::path& folder) {
    Findings findings;
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown))
        return {};
    const std::string policies = documentPath(Kind::Policies, "policies").string();
    // A link that leads nowhere is there, and its reader says what is wrong with it.
    if (fs::symlink_status(folder / policies, unknown).type() == fs::file_type::not_found)
        findings.addFile("check.no-policies", Severity::Problem, policies, {});
    checkRootFiles(folder, findings);
    checkFolders(folder, findings);
    return findings.take();
}

} // namespace wayreeve::documents
