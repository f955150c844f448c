#pragma once

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads classification sets: CSV or ARFF, told apart by content. Cells may be quoted by " or ' with commas inside
/// (a doubled quote or a backslash keeps one); lines may end by CRLF; an empty cell, `?`, NA and nan are missing.
namespace wayreeve::bench {

struct Table {
    std::vector<std::string> columns;
    std::vector<bool> nominal; ///< ARFF says so; of a CSV it is seen from the values
    std::vector<std::vector<std::string>> rows;
    std::string problem; ///< why it cannot be used, with its line; empty = sound

    [[nodiscard]] std::optional<std::size_t> column(const std::string& nameOrNumber) const;
};

inline bool isMissing(const std::string& cell) {
    return cell.empty() || cell == "?" || asciiLower(cell) == "na" || asciiLower(cell) == "nan";
}

inline std::optional<double> numberOf(const std::string& cell) {
    double number = 0;
    const char* begin = cell.data() + (cell.starts_with('+') ? 1 : 0);
    const auto [end, failed] = std::from_chars(begin, cell.data() + cell.size(), number);
    return failed == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

/// By its name, otherwise by its number from 1.
inline std::optional<std::size_t> Table::column(const std::string& nameOrNumber) const {
    const auto named = std::find(columns.begin(), columns.end(), nameOrNumber);
    if (named != columns.end())
        return static_cast<std::size_t>(named - columns.begin());
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(nameOrNumber.data(), nameOrNumber.data() + nameOrNumber.size(), number);
    if (failed != std::errc() || end != nameOrNumber.data() + nameOrNumber.size() || number < 1 ||
        number > columns.size())
        return std::nullopt;
    return number - 1;
}

/// The cells of a line; nothing where a quote stays open.
inline std::optional<std::vector<std::string>> cellsOf(std::string_view line) {
    std::vector<std::string> cells(1);
    char quote = 0;
    bool wasQuoted = false;
    const auto finish = [&] {
        if (!wasQuoted)
            cells.back() = std::string(trimmed(cells.back()));
        wasQuoted = false;
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0 && c == '\\' && i + 1 < line.size()) {
            cells.back() += line[++i];
        } else if (quote != 0 && c == quote && i + 1 < line.size() && line[i + 1] == quote) {
            cells.back() += line[++i];
        } else if (quote != 0 && c == quote) {
            quote = 0;
        } else if (quote == 0 && !wasQuoted && (c == '"' || c == '\'') && trimmed(cells.back()).empty()) {
            cells.back().clear();
            quote = c;
            wasQuoted = true;
        } else if (quote == 0 && c == ',') {
            finish();
            cells.emplace_back();
        } else if (quote != 0 || !wasQuoted) {
            cells.back() += c; // blanks after a closing quote are dropped
        }
    }
    finish();
    return quote != 0 ? std::nullopt : std::optional(cells);
}

/// "@attribute 'a name' {x, y}": the name, and whether it is nominal.
inline void readAttribute(const std::string& line, Table& table) {
    const std::string rest(trimmed(std::string_view(line).substr(std::string_view("@attribute").size())));
    const bool quoted = !rest.empty() && (rest[0] == '\'' || rest[0] == '"');
    const std::size_t skip = quoted ? 1 : 0;
    const std::size_t end = std::min(rest.size(), quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t{"));
    table.columns.push_back(rest.substr(skip, end - skip));
    const std::string type = asciiLower(trimmed(std::string_view(rest).substr(std::min(rest.size(), end + skip))));
    table.nominal.push_back(!(type.starts_with("numeric") || type.starts_with("real") || type.starts_with("integer")));
}

inline Table readTable(std::istream& file) {
    Table table;
    std::string line;
    bool arff = false, data = false;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        const std::string where = "line " + std::to_string(number) + ": ";
        std::string_view text = trimmed(line);
        if (number == 1 && text.starts_with("\xEF\xBB\xBF"))
            text.remove_prefix(3);
        if (text.empty() || (text[0] == '%' && (arff || table.columns.empty())))
            continue;
        if (!data && text[0] == '@') {
            arff = true;
            const std::string lower = asciiLower(text);
            if (lower.starts_with("@attribute"))
                readAttribute(std::string(text), table);
            data = lower.starts_with("@data");
            continue;
        }
        if (arff && !data)
            return table.problem = where + "neither a declaration nor data", table;
        if (arff && text[0] == '{')
            return table.problem = where + "sparse rows are not read", table;
        auto cells = cellsOf(text);
        if (!cells)
            return table.problem = where + "a quote is not closed", table;
        if (!arff && table.columns.empty()) {
            data = true;
            // A first line of numbers is data: such columns are named by their numbers.
            const bool headless = std::all_of(cells->begin(), cells->end(),
                                              [](const std::string& cell) { return numberOf(cell).has_value(); });
            if (!headless) {
                table.columns = std::move(*cells);
                continue;
            }
            for (std::size_t c = 1; c <= cells->size(); ++c)
                table.columns.push_back(std::to_string(c));
        }
        if (cells->size() != table.columns.size())
            return table.problem = where + std::to_string(cells->size()) + " cells where " +
                                   std::to_string(table.columns.size()) + " columns are declared",
                   table;
        table.rows.push_back(std::move(*cells));
    }
    if (!arff)
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            table.nominal.push_back(!std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
                return isMissing(row[c]) || numberOf(row[c]);
            }));
    if (table.rows.empty())
        table.problem = "there are no rows";
    return table;
}

} // namespace wayreeve::bench
