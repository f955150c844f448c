#pragma once

#include "base/result.h"
#include "storage/sqlite_ledger_reader.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace wayreeve::headless {

/// "workspace.missing" (folder) where there is no workspace.yaml.
[[nodiscard]] std::optional<Error> missingWorkspace(const std::filesystem::path& folder);

/// The records of a workspace; "workspace.missing" rather than no run where there is none.
[[nodiscard]] Result<std::unique_ptr<storage::SqliteLedgerReader>> readerOf(const std::filesystem::path& folder);

} // namespace wayreeve::headless
