#include "base/json.h"
#include "documents/check_parts.h"
#include "rules/table_analysis.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

/// "spent = 5, stage = \"cart\"".
std::string exampleText(const DecisionTable& table, const std::vector<Value>& example) {
    std::string text;
    for (std::size_t i = 0; i < example.size(); ++i) {
        const std::string value = example[i].isNull() ? "null"
                                  : example[i].text() ? writeJson(example[i])
                                                      : example[i].toText();
        text += (i ? ", " : "") + table.inputs[i].name + " = " + value;
    }
    return text;
}

std::string number(int row) {
    return std::to_string(row + 1);
}

std::string rowPath(int row) {
    return "rows/#" + std::to_string(row);
}

/// Whether the policy answers with one row and nothing is said for the case that there is none.
bool needsEveryInput(const DecisionTable& table) {
    return table.hitPolicy <= rules::HitPolicy::Priority &&
           std::all_of(table.outputs.begin(), table.outputs.end(),
                       [](const rules::TableOutput& output) { return output.otherwise.empty(); });
}

void checkTable(const DecisionTable& table, const rules::DecisionTable& compiled, Findings& findings) {
    const rules::TableAnalysis analysis = rules::analyse(compiled);
    const auto add = [&](std::string_view code, Severity severity, std::string path,
                         std::vector<std::pair<std::string, std::string>> parameters) {
        parameters.emplace_back("table", table.id);
        findings.add(code, severity, Kind::Tables, table.id, std::move(path), std::move(parameters));
    };
    const bool unique = table.hitPolicy == rules::HitPolicy::Unique;
    for (const auto& overlap : analysis.overlaps)
        if (unique)
            add("check.table-overlap", Severity::Problem, rowPath(overlap.second),
                {{"first", number(overlap.first)},
                 {"second", number(overlap.second)},
                 {"example", exampleText(table, overlap.example)}});
    for (const auto& gap : analysis.gaps)
        if (needsEveryInput(table))
            add("check.table-gap", Severity::Warning, "rows", {{"example", exampleText(table, gap)}});
    for (const auto& row : analysis.unreachable)
        add("check.table-unreachable", Severity::Warning, rowPath(row.row),
            {{"row", number(row.row)},
             {"by", row.by < 0 ? std::string() : number(row.by)},
             {"example", exampleText(table, row.example)}});
    const auto counts = [&](const rules::TableAnalysis::Undecided& open) {
        using Question = rules::TableAnalysis::Question;
        return (open.question != Question::Overlap || unique) &&
               (open.question != Question::Gap || needsEveryInput(table));
    };
    if (const auto open = std::count_if(analysis.undecided.begin(), analysis.undecided.end(), counts); open > 0)
        add("check.table-undecided", Severity::Note, "rows", {{"count", std::to_string(open)}});
}

} // namespace

void checkTables(const Workspace& w, Findings& findings) {
    std::vector<const DecisionTable*> tables;
    for (const auto& table : w.tables)
        tables.push_back(table.get());
    rules::Schema schema;
    rules::addTables(tables, schema);
    for (const std::string& name : schema.tableNames()) {
        const auto compiled = schema.table(name);
        checkTable(compiled->definition(), *compiled, findings);
    }
}

} // namespace wayreeve::documents
