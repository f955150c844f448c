#pragma once

#include "base/result.h"
#include "documents/workspace.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace wayreeve::documents {

/// The document kinds, by their folder or file stem ("journeys", "policies", …).
enum class Kind : std::uint8_t {
    Workspace,
    Journey,
    Autonomy,
    Policies,
    Actions,
    Content,
    Agents,
    Goals,
    Signals,
    Stages,
    Measures,
    TrackingPlan,
    People,
    Population,
    Stories,
    Mapping,
    Tables
};
inline constexpr int kindCount = static_cast<int>(Kind::Tables) + 1;
[[nodiscard]] std::string_view nameOf(Kind kind);

/// One document file as found on disk.
struct DocumentFile {
    Kind kind = Kind::Workspace;
    std::string id;             ///< document id; for one-file kinds the kind's name
    std::filesystem::path path; ///< relative to the workspace folder
    std::string canonicalJson;  ///< RFC 8785 form of its content: what its version is the hash of
    Hash256 hash;
};

/// What a folder holds. `workspace` is null where `errors` is not empty: nothing half-read is ever used.
struct LoadOutcome {
    std::shared_ptr<const Workspace> workspace;
    std::vector<DocumentFile> files; ///< in (kind, id) order
    std::vector<Error> errors;       ///< file:line:column, what was expected, nearest known name
};

/// Reads a whole workspace folder strictly (unknown key, wrong type, duplicate key, alias, anchor, bad UTF-8, too deep,
/// too large, newer format, dangling reference: all errors). Reads files only; may be called from any thread.
[[nodiscard]] LoadOutcome loadWorkspace(const std::filesystem::path& folder);

/// The hash over (kind, id, hash) of all files that bear on decisions (stories and populations too): the document set.
[[nodiscard]] Hash256 documentSetHash(const std::vector<DocumentFile>& files);

/// Puts a document set into `WS/.wayreeve/versions/<hash>.json`, one file a document version; existing ones are never
/// rewritten. Error "io.write-failed".
[[nodiscard]] Result<void> publishVersions(const std::filesystem::path& folder, const std::vector<DocumentFile>& files);

/// The workspace as those versions say it (for replay). Errors "version.missing", "version.damaged" with `hash`.
[[nodiscard]] LoadOutcome loadPublished(const std::filesystem::path& folder, const std::vector<DocumentFile>& files);

} // namespace wayreeve::documents
