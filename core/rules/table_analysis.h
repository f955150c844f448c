#pragma once

#include "rules/decision_table.h"

#include <cstdint>
#include <vector>

namespace wayreeve::rules {

/// What is wrong with a table's rows, each with inputs that show it; examples are confirmed by evaluating the table.
/// Exact for tables whose cells are constants: the inputs' pieces (table_column.h) make boxes, and boxes are compared.
/// A row with a cell that only evaluation can decide may match or not; what hangs on it is told as undecided unless an
/// example among the pieces settles it.
struct TableAnalysis {
    struct Overlap {
        int first = 0;
        int second = 0;
        std::vector<Value> example; ///< one value an input: both rows match
        bool operator==(const Overlap&) const = default;
    };
    struct Unreachable {
        int row = 0;
        int by = -1;                ///< the row that takes the example; −1: there is none
        std::vector<Value> example; ///< matches the row; empty where nothing does, or none was found for an open cell
        bool operator==(const Unreachable&) const = default;
    };
    enum class Question : std::uint8_t { Overlap, Gap, Unreachable };
    struct Undecided {
        Question question = Question::Overlap;
        int row = -1; ///< Gap: −1
        int other = -1;
        bool operator==(const Undecided&) const = default;
    };

    /// Pairs of rows that can both match, in row order. An error of Unique; for First a hint.
    std::vector<Overlap> overlaps;
    /// Inputs that no row matches. Null counts only for an input whose column names null: elsewhere it is missing data.
    std::vector<std::vector<Value>> gaps;
    /// Rows that never answer: all that they match is taken by rows above (First), or nothing can match them.
    std::vector<Unreachable> unreachable;
    std::vector<Undecided> undecided;
    bool isCut = false; ///< there are more findings than `maxFindings` of a kind
};

inline constexpr std::size_t maxFindings = 20;
/// Boxes looked at for one question (and 40 times as many for all); beyond it is undecided.
inline constexpr int maxAnalysisSteps = 50'000;

/// Pure; any thread. Cost: rows² · inputs, and for gaps and unreachable rows at most maxAnalysisSteps a question.
[[nodiscard]] TableAnalysis analyse(const DecisionTable& table);

} // namespace wayreeve::rules
