#include "documents/check.h"

#include "documents/check_parts.h"
#include "documents/document.h"
#include "documents/file_io.h"
#include "documents/workspace_builder.h"

#include <map>

namespace wayreeve::documents {

std::vector<Finding> check(const Workspace& workspace) {
    Findings findings;
    checkFlow(workspace, findings);
    checkMap(workspace, findings);
    checkAutonomy(workspace, findings);
    checkPolicies(workspace, findings);
    checkContent(workspace, findings);
    checkReadings(workspace, findings);
    checkTables(workspace, findings);
    checkAccounts(workspace, findings);
    checkMemory(workspace, findings);
    return findings.take();
}

void placeFindings(std::vector<Finding>& findings, const std::filesystem::path& folder) {
    std::map<std::filesystem::path, std::optional<YamlNode>> trees;
    for (Finding& finding : findings) {
        if (!finding.place.file.empty())
            continue;
        const std::filesystem::path path = documentPath(finding.place.kind, finding.place.id);
        auto [found, added] = trees.try_emplace(path);
        if (added)
            if (const Result<std::string> text = readFile(folder / path, maxYamlBytes))
                if (const Result<YamlNode> tree = parseDocumentTree(finding.place.kind, *text, path.string()))
                    found->second = *tree;
        finding.place.file = path.string();
        if (found->second)
            finding.place.line = locate(*found->second, finding.place.path).line;
    }
}

} // namespace wayreeve::documents
