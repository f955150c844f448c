#pragma once

#include "documents/document.h"
#include "rules/schema.h"

#include <functional>

namespace wayreeve::documents {

using ReportProblem = std::function<void(std::string path, Error error)>;

/// What a binding cannot say about one document: fields that need each other or exclude each other, names that depend
/// on a neighbour. `schema` is null where the facts themselves are in doubt. Part of resolve().
void checkRules(const AnyDocument& document, const Workspace& workspace, const rules::Schema* schema,
                const ReportProblem& report);

} // namespace wayreeve::documents
