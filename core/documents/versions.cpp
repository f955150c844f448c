#include "base/json.h"
#include "documents/document.h"
#include "documents/file_io.h"
#include "documents/migrations.h"
#include "documents/resolve.h"
#include "documents/workspace_builder.h"
#include "documents/workspace_io.h"

#include <algorithm>

namespace wayreeve::documents {

namespace fs = std::filesystem;

namespace {

/// Canonical JSON may be longer than the YAML it came from: escapes, and digits of numbers.
constexpr std::size_t maxVersionBytes = 8 * maxYamlBytes;

fs::path versionPath(const fs::path& folder, const Hash256& hash) {
    return folder / ".wayreeve" / "versions" / (hash.hex() + ".json");
}

Error versionError(const char* code, const DocumentFile& file) {
    return {code, {{"hash", file.hash.hex()}, {"kind", std::string(nameOf(file.kind))}, {"id", file.id}}, {}, 0, 0};
}

/// A version published by an older program is carried to the current format like a file.
std::optional<YamlNode> currentTree(Kind kind, const Value& json) {
    const Value written = json.member("format");
    const std::optional<std::int64_t> format = written.number() ? written.number()->toInteger() : std::nullopt;
    if (!format || *format < 1 || *format > currentFormat)
        return std::nullopt;
    const Result<YamlNode> tree =
        migrate(kind, treeOfJson(json), static_cast<int>(*format), currentFormat, migrationSteps());
    return tree ? std::optional<YamlNode>(*tree) : std::nullopt;
}

} // namespace

Result<void> publishVersions(const fs::path& folder, const std::vector<DocumentFile>& files) {
    for (const DocumentFile& file : files) {
        const fs::path path = versionPath(folder, file.hash);
        std::error_code ignored;
        if (fs::exists(path, ignored))
            continue;
        if (Result<void> written = replaceFile(path, file.canonicalJson); !written)
            return written;
    }
    return {};
}

LoadOutcome loadPublished(const fs::path& folder, const std::vector<DocumentFile>& files) {
    LoadOutcome outcome;
    outcome.files = files;
    const auto byKindAndId = [](const DocumentFile& a, const DocumentFile& b) {
        return std::tie(a.kind, a.id, a.path) < std::tie(b.kind, b.id, b.path);
    };
    std::sort(outcome.files.begin(), outcome.files.end(), byKindAndId);
    std::vector<AnyDocument> documents;
    for (DocumentFile& file : outcome.files) {
        const Result<std::string> text = readFile(versionPath(folder, file.hash), maxVersionBytes);
        if (!text) {
            outcome.errors.push_back(versionError("version.missing", file));
            continue;
        }
        const Result<Value> json = parseJson(*text);
        if (hashOf(*text) != file.hash || !json) {
            outcome.errors.push_back(versionError("version.damaged", file));
            continue;
        }
        std::vector<Error> errors;
        const std::optional<YamlNode> tree = currentTree(file.kind, *json);
        if (tree)
            documents.push_back(readTree(file.kind, *tree, file.path.string(), errors, true));
        if (!tree || !errors.empty())
            outcome.errors.push_back(versionError("version.damaged", file));
        file.canonicalJson = *text;
    }
    if (!outcome.errors.empty())
        return outcome;
    auto workspace = std::make_shared<const Workspace>(buildWorkspace(std::move(documents)));
    for (Problem& problem : resolve(*workspace)) {
        problem.error.file = documentPath(problem.kind, problem.id).string();
        outcome.errors.push_back(std::move(problem.error));
    }
    if (outcome.errors.empty())
        outcome.workspace = std::move(workspace);
    return outcome;
}

} // namespace wayreeve::documents
