#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wayreeve::session {

/// A CSV file (RFC 4180: quotes, doubled quotes, CR LF or LF) with a header row; at most 64 MB. Errors
/// "io.read-failed" (file), "io.too-large" (file, limit), "csv.bad-row" (file, line, why).
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] int column(const std::string& name) const; ///< −1 where there is none
};
[[nodiscard]] Result<CsvTable> readCsv(const std::filesystem::path& file);

} // namespace wayreeve::session
