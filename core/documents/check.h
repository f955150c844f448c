#pragma once

#include "documents/workspace.h"
#include "documents/workspace_io.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace wayreeve::documents {

enum class Severity : std::uint8_t { Note, Warning, Problem };

/// Where a finding belongs: a document and an element path inside it ("nodes/pay", "blocks/reminder/body"; see
/// locate()). `file` and `line` are filled by placeFindings().
struct FindingPlace {
    Kind kind = Kind::Workspace;
    std::string id; ///< document id; for one-file kinds the kind's name
    std::string path;
    std::string file;
    int line = 0;
    bool operator==(const FindingPlace&) const = default;
};

/// Something that a sound workspace would not have (D7). It may be used all the same.
struct Finding {
    std::string code; ///< "check.dead-end"; the list is in docs/formats/checks.md
    Severity severity = Severity::Warning;
    FindingPlace place;
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string fix; ///< code of a repair that an editor can offer, empty = none

    bool operator==(const Finding&) const = default;
};

/// All findings of a resolved workspace, in document order: journeys, autonomy, policies, content, readings, tables.
/// Pure; any thread. Cost grows with the sizes of the journeys (their paths are followed at most 10,000 steps each).
[[nodiscard]] std::vector<Finding> check(const Workspace& workspace);

/// What check() cannot see, because no document says it: YAML files in the folder and its document folders (or a folder
/// named nearly like one) that no document is read from, each with the name that may be meant; and no policies.yaml at
/// all (an empty list in one is said on purpose). `file` is filled. Reads names alone; any thread.
[[nodiscard]] std::vector<Finding> checkFolder(const std::filesystem::path& folder);

/// Fills file and line from the files as they are on disk; a finding with a file keeps it.
void placeFindings(std::vector<Finding>& findings, const std::filesystem::path& folder);

} // namespace wayreeve::documents
