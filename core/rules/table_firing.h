#pragma once

#include <string>
#include <vector>

namespace wayreeve::rules {

/// One answer of a decision table.
struct TableFiring {
    std::string table;     ///< its id
    std::vector<int> rows; ///< those that made the answer, ascending, the first row is 0
    std::string error;     ///< code where it has no answer: see DecisionTable::Answer
    bool operator==(const TableFiring&) const = default;
};

} // namespace wayreeve::rules
