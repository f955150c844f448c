#pragma once

#include "base/value.h"
#include "rules/source_range.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace wayreeve::rules {

enum class NodeKind : std::uint8_t {
    Literal,   ///< value: null, boolean, number (never negative) or text
    At,        ///< value: the text of @"…"
    Name,      ///< words: the dotted segments, at least one
    Member,    ///< children[0] . words[0], where children[0] is not a Name
    List,      ///< children
    Context,   ///< words[i] : children[i], keys distinct
    Negate,    ///< − children[0]
    Binary,    ///< children[0] op children[1]: arithmetic or comparison
    And,       ///< two or more children, none of them And
    Or,        ///< two or more children, none of them Or
    If,        ///< if children[0] then children[1] else children[2]
    Between,   ///< children[0] between children[1] and children[2]
    In,        ///< children[0] in tests children[1…]
    Compare,   ///< only as a test of In: op children[0]
    Range,     ///< only as a test of In: children[0] .. children[1], closedStart, closedEnd
    Call,      ///< words[0] ( children… )
    Filter,    ///< children[0] [ children[1] ]: index or condition over `item`
    Quantified ///< some/every words[0] in children[0] satisfies children[1]
};

enum class Operator : std::uint8_t {
    None,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// One node of a parsed expression. Trees are immutable and at most `maxDepth` deep.
struct Node {
    NodeKind kind = NodeKind::Literal;
    Operator op = Operator::None;
    bool closedStart = true; ///< Range
    bool closedEnd = true;   ///< Range
    bool every = false;      ///< Quantified: every, otherwise some
    std::uint8_t depth = 1;  ///< 1 + the deepest child's
    SourceRange range;
    Value value;
    std::vector<std::string> words;
    std::vector<NodePtr> children;
};

inline constexpr int maxDepth = 64;
inline constexpr std::size_t maxTextBytes = 10'000;

[[nodiscard]] std::string_view operatorText(Operator op); ///< "+", "<=", …
[[nodiscard]] Operator mirrored(Operator op);             ///< a < b says what b > a says; others are their own mirror
[[nodiscard]] constexpr bool isComparison(Operator op) {
    return op >= Operator::Equal;
}
[[nodiscard]] std::string dottedName(const Node& name); ///< a Name's words joined by dots

/// Equal but for ranges.
[[nodiscard]] bool sameMeaning(const Node& a, const Node& b);

} // namespace wayreeve::rules
