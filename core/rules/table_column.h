#pragma once

#include "base/value.h"
#include "rules/ast.h"
#include "rules/schema.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::rules {

/// One constant test of a cell, over values that are not null.
struct ConstantTest {
    enum class Kind : std::uint8_t { Compare, Range };
    Kind kind = Kind::Compare;
    Operator op = Operator::Equal;
    bool closedStart = true;
    bool closedEnd = true;
    Value low; ///< Compare: the right side
    Value high;
};

/// A cell all of whose tests are constants.
struct ConstantCell {
    bool any = false; ///< every value, and null
    bool negated = false;
    bool takesNull = false;
    std::vector<ConstantTest> tests;
};

/// The values of one input, cut into pieces within which no cell of its column makes a difference: null is piece 0;
/// then, for ordered types, what lies below the lowest end point, that point, what lies between it and the next, … ;
/// or, for booleans and texts with listed values, one piece a value; or, where only expressions can tell, one piece for
/// all.
class TableColumn {
public:
    /// `cells` hold nullptr for a row whose cell only evaluation can decide: it takes every piece. `within` may be
    /// null. `hints` are values that such cells mention: they cut, too, so that examples fall on both sides of them.
    TableColumn(Type type, const std::vector<std::string>& values, const std::vector<const ConstantCell*>& cells,
                const ConstantCell* within, const std::vector<Value>& hints);

    /// −1: the value is none of those allowed, or of another type.
    [[nodiscard]] int pieceOf(const Value& value) const;
    [[nodiscard]] int pieces() const { return static_cast<int>(m_possible.size()); }
    /// Whether the piece holds a value that the input may have.
    [[nodiscard]] bool isPossible(int piece) const { return m_possible[static_cast<std::size_t>(piece)]; }
    /// A value of the piece; nullopt where it is empty.
    [[nodiscard]] std::optional<Value> example(int piece) const;
    /// The rows that take the piece, 64 to a word.
    [[nodiscard]] const std::uint64_t* rows(int piece) const {
        return m_rows.data() + static_cast<std::size_t>(piece) * m_words;
    }
    /// Whether a cell of the column names null.
    [[nodiscard]] bool namesNull() const { return m_namesNull; }
    /// Whether only evaluation can decide one of its cells.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Type type() const { return m_type; }

private:
    enum class Form : std::uint8_t { Ordered, Listed, Whole };

    void addPoints(const ConstantCell& cell);
    [[nodiscard]] bool takes(const ConstantCell& cell, int piece) const;
    [[nodiscard]] bool meets(const ConstantTest& test, int piece) const;
    [[nodiscard]] int position(const Value& point) const;

    Type m_type;
    Form m_form = Form::Ordered;
    bool m_namesNull = false;
    bool m_isOpen = false;
    std::size_t m_words;
    std::vector<Value> m_points; ///< ascending; or the listed values in their order
    std::vector<bool> m_possible;
    std::vector<std::uint64_t> m_rows;
};

} // namespace wayreeve::rules
