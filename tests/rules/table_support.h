#pragma once

#include "rules/decision_table.h"

#include <string>
#include <vector>

/// Short ways to write tables down.
namespace tables {

using namespace wayreeve::rules;

inline TableInput in(std::string name, Type type, std::vector<std::string> values = {}, std::string within = {}) {
    return {std::move(name), {}, type, std::move(values), std::move(within)};
}
inline TableOutput out(std::string name, Type type, std::vector<std::string> values = {}, std::string otherwise = {}) {
    return {std::move(name), type, std::move(values), std::move(otherwise)};
}
inline TableDefinition table(std::string id, HitPolicy policy, std::vector<TableInput> inputs,
                             std::vector<TableOutput> outputs, std::vector<TableRow> rows) {
    return {std::move(id), {}, policy, std::move(inputs), std::move(outputs), std::move(rows), {}};
}
/// "unknown" where it is none: then the problems are told.
inline std::string told(const std::vector<TableProblem>& problems) {
    std::string text;
    for (const TableProblem& problem : problems) {
        text += (text.empty() ? "" : "; ") + problem.path + " " + problem.error.code;
        if (problem.error.column > 0)
            text += "@" + std::to_string(problem.error.line) + ":" + std::to_string(problem.error.column);
    }
    return text;
}

} // namespace tables
