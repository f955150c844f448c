#pragma once

#include "base/hash.h"
#include "base/result.h"
#include "documents/document.h"
#include "documents/workspace_io.h"

#include <filesystem>
#include <optional>
#include <string>

namespace wayreeve::documents {

/// A document file as its author left it: what a save compares with and learns its habits from.
struct OriginalText {
    std::string text;
    Hash256 hash; ///< of `text`

    static OriginalText of(std::string text);
};

/// The file of a document as it is now; nullopt where there is none. Errors of readFile().
[[nodiscard]] Result<std::optional<OriginalText>> readOriginal(const std::filesystem::path& folder, Kind kind,
                                                               const std::string& id);

/// The document as YAML, with the habits of `previous` (key order, forms, quotes, comments, defaults that are
/// written out). The text is
/// parsed again and compared: "document.not-representable" (reason) where it would not read as the same document.
[[nodiscard]] Result<std::string> writeYaml(const AnyDocument& document, const std::optional<OriginalText>& previous);

struct SaveOutcome {
    bool written = false;  ///< false: the file says the same already and was not touched
    OriginalText original; ///< of the file as it is now: what the next save is given
};

/// Saves one document. `original` is the text it was read from, nullopt for a new document. The file changes wholly or
/// not at all; the text before it goes to .wayreeve/backup/. Errors: "document.changed-outside" where the file on disk
/// is no longer `original` (also where it appeared or vanished), "document.wrong-name" where the document's id is not
/// `id`, "document.not-representable", "io.…". Blocks on the disk; any thread, one save of a file at a time.
[[nodiscard]] Result<SaveOutcome> saveDocument(const std::filesystem::path& folder, const std::string& id,
                                               const AnyDocument& document,
                                               const std::optional<OriginalText>& original);

/// Takes a document's file away (a backup stays). Errors as for saveDocument().
[[nodiscard]] Result<void> removeDocument(const std::filesystem::path& folder, Kind kind, const std::string& id,
                                          const OriginalText& original);

} // namespace wayreeve::documents
