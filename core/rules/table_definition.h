#pragma once

#include "rules/schema.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wayreeve::rules {

/// What becomes of the rows that match (DMN 1.3 §8.2.10).
enum class HitPolicy : std::uint8_t {
    Unique,      ///< at most one may match; two are an error
    Any,         ///< those that match must agree
    First,       ///< the topmost
    Priority,    ///< the one whose outputs stand first in the outputs' `values`
    Collect,     ///< a list, in the order of the rows
    OutputOrder, ///< a list, in the order of the outputs' `values`
    Sum,
    Minimum,
    Maximum,
    Count
};

struct TableInput {
    std::string name;                ///< what cells call it
    std::string expression;          ///< FEEL over facts: its value where the table is called without arguments
    Type type = Type::Text;          ///< neither Any nor Null
    std::vector<std::string> values; ///< text: the only ones it takes; empty: any
    std::string within;              ///< a unary test that every value meets; empty: any
    bool operator==(const TableInput&) const = default;
};

struct TableOutput {
    std::string name;
    Type type = Type::Text;
    std::vector<std::string> values; ///< text: the only ones it gives; for Priority and OutputOrder the best one first
    std::string otherwise;           ///< FEEL: the answer where no row matches, but for Sum … Count; empty: null
    bool operator==(const TableOutput&) const = default;
};

struct TableRow {
    std::vector<std::string> when; ///< unary tests, one an input
    std::vector<std::string> then; ///< FEEL, one an output
    std::string note;
    bool operator==(const TableRow&) const = default;
};

/// A decision table as it is written (docs/formats/tables.md).
struct TableDefinition {
    std::string id;
    std::string name;
    HitPolicy hitPolicy = HitPolicy::Unique;
    std::vector<TableInput> inputs;
    std::vector<TableOutput> outputs;
    std::vector<TableRow> rows;
    std::string note;
    bool operator==(const TableDefinition&) const = default;
};

} // namespace wayreeve::rules
