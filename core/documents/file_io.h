#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace wayreeve::documents {

/// The bytes of a file of at most `limit` bytes. Errors "io.read-failed", "io.too-large" (limit), with `file`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

/// Writes beside the file, flushes to disk, renames over it and flushes the folder: after a crash the old or the new
/// text is there, never a mixture. Folders are made. Error "io.write-failed" (reason) with `file`.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& path, std::string_view text);

} // namespace wayreeve::documents
