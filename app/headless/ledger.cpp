#include "app/headless/ledger.h"

namespace wayreeve::headless {

std::optional<Error> missingWorkspace(const std::filesystem::path& folder) {
    std::error_code failed;
    if (std::filesystem::exists(folder / "workspace.yaml", failed))
        return std::nullopt;
    return Error{"workspace.missing", {{"folder", folder.string()}}, {}, 0, 0};
}

Result<std::unique_ptr<storage::SqliteLedgerReader>> readerOf(const std::filesystem::path& folder) {
    if (const auto missing = missingWorkspace(folder))
        return *missing;
    return storage::SqliteLedgerReader::open(folder);
}

} // namespace wayreeve::headless
