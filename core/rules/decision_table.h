#pragma once

#include "base/error.h"
#include "base/value.h"
#include "rules/ast.h"
#include "rules/frame.h"
#include "rules/schema.h"
#include "rules/table_column.h"
#include "rules/table_definition.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wayreeve::rules {

class Scope;
struct Program;

/// A problem of a table with its place in the document: "rows/#2/when/#0". Line and column of an error about an
/// expression are relative to its text.
struct TableProblem {
    std::string path;
    Error error;
};

struct CompiledTable;

/// A decision table, checked and compiled (docs/formats/tables.md). Immutable; evaluation is const, re-entrant and
/// thread-safe. Cells that are constants cost one binary search an input for all rows together: the input's values are
/// cut at the end points of its cells, and each piece knows the rows that take it.
class DecisionTable {
public:
    static constexpr std::size_t maxRows = 1000;
    static constexpr std::size_t maxInputs = 32;
    static constexpr int maxDepth = 16; ///< of tables that ask tables

    /// Cells see the inputs by name, and the tables of `tables`. All problems: those of parse() and check(), and
    /// "table.no-inputs", "table.no-outputs", "table.cell-count" (expected, found), "table.too-many" (limit),
    /// "table.bad-type" (found), "table.no-name", "table.same-name" (found), "table.reserved-name" (found),
    /// "table.unfit-values" (type), "table.unfit-otherwise", "table.one-output", "table.unordered" (found),
    /// "table.no-order", "table.unknown-value" (found, nearest, expected), "table.too-deep" (limit).
    [[nodiscard]] static CompiledTable compile(const TableDefinition& definition, const Schema& tables);

    struct Answer {
        Value value;
        std::vector<int> rows; ///< that made the value, ascending; with an error, those that caused it
        /// Why there is no value (it is null then): "table.not-unique" (several rows match), "table.not-agreed" (Any:
        /// their outputs differ), "table.not-allowed" (an input outside `values` or `within`), "table.wrong-type",
        /// "table.exhausted" (the allowance of the evaluation is used up). Empty: none.
        std::string_view error;
    };
    /// One value for each input. No row matches: no rows, and `otherwise` (in a list where the policy makes
    /// one), without it null, an empty list or the count 0.
    [[nodiscard]] Answer evaluate(std::span<const Value> inputs, Instant now = {}, const Zone* zone = nullptr) const;
    /// The same inside another evaluation; what fired is told to its scope.
    [[nodiscard]] Value answer(std::span<const Value> inputs, Scope& scope) const;

    /// All rows that match, whatever the hit policy; none where an input is not allowed.
    [[nodiscard]] std::vector<int> matching(std::span<const Value> inputs) const;

    [[nodiscard]] const TableDefinition& definition() const { return m_definition; }
    /// What expressions call it: the id with '_' for '-'.
    [[nodiscard]] const std::string& function() const { return m_function; }
    [[nodiscard]] Type type() const { return m_type; }           ///< of the value; several outputs: Context
    [[nodiscard]] Type elementType() const { return m_element; } ///< of a list's items
    /// The inputs' own expressions; empty where one of them has none.
    [[nodiscard]] const std::vector<NodePtr>& arguments() const { return m_arguments; }
    [[nodiscard]] const Schema::Entry& inputEntry(std::size_t i) const { return m_schema.entries()[i]; }
    /// What a single output's text may be; null where there is nothing to say.
    [[nodiscard]] const Schema::Entry* outputEntry() const { return m_output.allowed.empty() ? nullptr : &m_output; }
    [[nodiscard]] int depth() const { return m_depth; }

    // For analysis: the pieces of each input, and the rows that have a cell which only evaluation can decide.
    [[nodiscard]] const std::vector<TableColumn>& columns() const { return m_columns; }
    [[nodiscard]] bool isOpen(std::size_t row) const { return !m_rows[row].open.empty(); }

private:
    friend class TableCompiler;

    /// A cell that constants cannot say: `plain` and `conditions` as of UnaryTests.
    struct OpenCell {
        std::size_t input = 0;
        bool negated = false;
        bool takesNull = false;
        std::shared_ptr<const Program> plain;
        std::shared_ptr<const Program> conditions;
    };
    struct Output {
        Value value;
        std::shared_ptr<const Program> program; ///< null: the value
    };
    struct Row {
        std::vector<OpenCell> open;
        std::vector<Output> outputs;
        Value value; ///< of all outputs together, where `constant`
        bool constant = false;
    };
    struct Evaluation;

    [[nodiscard]] bool meets(const OpenCell& cell, const Frame& frame, Scope& scope) const;
    [[nodiscard]] Value valueOf(const Row& row, const Frame& frame, Scope& scope) const;
    [[nodiscard]] Value decided(std::span<const Value> inputs, Scope& scope, std::vector<int>* rows,
                                std::string_view& error) const;
    [[nodiscard]] std::string_view narrow(std::span<const Value> inputs, std::span<std::uint64_t> live) const;
    [[nodiscard]] bool fits(const Row& row, const Frame& frame, Scope& scope) const;
    [[nodiscard]] bool take(int row, Evaluation& evaluation) const;
    [[nodiscard]] Value collected(Evaluation evaluation) const;
    [[nodiscard]] Value best(const Evaluation& evaluation) const;
    [[nodiscard]] std::vector<std::size_t> rankOf(const Value& value) const;

    TableDefinition m_definition;
    std::string m_function;
    Schema m_schema; ///< the inputs, in their order, and the tables
    Schema::Entry m_output;
    Type m_type = Type::Any;
    Type m_element = Type::Any;
    std::vector<NodePtr> m_arguments;
    std::vector<TableColumn> m_columns;
    std::vector<Row> m_rows;
    Row m_otherwise;
    bool m_hasOtherwise = false;
    int m_depth = 1;
};

struct CompiledTable {
    std::shared_ptr<const DecisionTable> table; ///< null where there are problems
    std::vector<TableProblem> problems;
};

/// Compiles tables that may ask each other, whatever their order, and adds the sound ones to `schema`. Answers the
/// problems of each, in the order of `definitions`. Also: "table.recursion" (table): it asks itself, over whatever
/// detour.
std::vector<std::vector<TableProblem>> addTables(std::span<const TableDefinition* const> definitions, Schema& schema);

} // namespace wayreeve::rules
