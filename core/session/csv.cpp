#include "session/csv.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace wayreeve::session {

int CsvTable::column(const std::string& name) const {
    const auto at = std::find(columns.begin(), columns.end(), name);
    return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

Result<CsvTable> readCsv(const std::filesystem::path& file) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    std::ifstream in(file, std::ios::binary);
    if (failed || !in)
        return Error{"io.read-failed", {{"file", file.string()}}, {}, 0, 0};
    constexpr std::uintmax_t limit = 64'000'000;
    if (size > limit)
        return Error{"io.too-large", {{"file", file.string()}, {"limit", std::to_string(limit)}}, {}, 0, 0};
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CsvTable table;
    std::vector<std::string> row;
    std::string field;
    int line = 1;
    bool quoted = false;
    const auto endRow = [&]() -> bool {
        row.push_back(std::move(field));
        field.clear();
        if (table.columns.empty())
            table.columns = std::move(row);
        else if (row.size() == table.columns.size())
            table.rows.push_back(std::move(row));
        else if (row.size() != 1 || !row.front().empty())
            return false;
        row.clear();
        return true;
    };
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // spreadsheets write it
    for (std::size_t i = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else if (c == '"')
                quoted = false;
            else
                field += c;
        } else if (c == '"' && field.empty()) {
            quoted = true;
        } else if (c == ',') {
            row.push_back(std::move(field));
            field.clear();
        } else if (c == '\n') {
            if (!endRow())
                return Error{"csv.bad-row", {{"why", "fields"}}, file.string(), line, 0};
            ++line;
        } else if (c != '\r') {
            field += c;
        }
    }
    if (quoted)
        return Error{"csv.bad-row", {{"why", "quote"}}, file.string(), line, 0};
    if ((!field.empty() || !row.empty()) && !endRow())
        return Error{"csv.bad-row", {{"why", "fields"}}, file.string(), line, 0};
    return table;
}

} // namespace wayreeve::session
