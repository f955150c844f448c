#pragma once

#include "documents/document.h"
#include "documents/fact_schema.h"
#include "documents/workspace.h"

#include <string>
#include <vector>

namespace wayreeve::documents {

/// A problem that keeps a workspace from being used, with the element it stands at (locate() finds its place in a
/// file). `error` has no file, line or column yet; for expressions `expressionLine` and `expressionColumn` (1-based)
/// say where inside the text.
struct Problem {
    Kind kind = Kind::Workspace;
    std::string id;   ///< document id
    std::string path; ///< element path inside the document
    Error error;
    int expressionLine = 0;
    int expressionColumn = 0;
};

/// Names that lead nowhere, ids used twice, expressions that do not compile, fields that contradict each other.
/// Works on any workspace, read or edited; pure. Codes: "reference.unknown" (kind, found, nearest),
/// "document.duplicate-id" (id), "document.reserved-id" (id), "document.missing-id", "document.unfit-key" (key, type),
/// "document.missing-key" (key, type), "document.arms-not-100" (sum), "document.one-match" (found), "facts.two-types",
/// "facts.name-taken", "content.unknown-placeholder" (found, nearest),
/// "content.line-break", "content.too-long" (length, limit), those of provesNothing(), "distribution.form",
/// "journey.too-many-…" and every "feel.…" of rules.
[[nodiscard]] std::vector<Problem> resolve(const Workspace& workspace);

/// The documents of a workspace as they are walked and hashed. Stories are one document here.
[[nodiscard]] std::vector<AnyDocument> documentsOf(const Workspace& workspace);

/// Which keys a node of this type may carry beside id, type, name, stage, x and y.
[[nodiscard]] bool nodeMayHave(NodeType type, std::string_view key);

/// "{{customer.first_name}}" → "customer.first_name", in order, each as written.
[[nodiscard]] std::vector<std::string> placeholdersIn(std::string_view text);

} // namespace wayreeve::documents
