#pragma once

#include <span>

namespace wayreeve::storage {

/// The statements that lead from version `from` to `from` + 1 (from 0, an empty file). Released steps never change.
/// Every object's statement stands here exactly as SQLite keeps it in sqlite_schema.
[[nodiscard]] std::span<const char* const> schemaStep(int from);

} // namespace wayreeve::storage
