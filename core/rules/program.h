#pragma once

#include "rules/expression.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::rules {

/// What the machine does. A machine has a stack of Values, one register `t` of three truth values, numbered truth
/// accumulators (one per open and/or/in) and numbered locals (loop variables).
enum class Op : std::uint8_t {
    // values onto the stack
    Constant,  ///< a: constant
    Slot,      ///< a: slot
    Local,     ///< a: local
    FromTruth, ///< t
    // t from values
    ToTruth,     ///< pops one
    SlotToTruth, ///< a: slot
    SetTruth,    ///< x: Truth
    NotTruth,
    CompareSlotConstant, ///< x: Operator, a: slot, b: constant
    CompareSlots,        ///< x: Operator, a, b: slots
    Compare,             ///< x: Operator; pops right, left
    Between,             ///< pops high, low, value
    SlotInConstant,      ///< a: slot, b: constant; as matches()
    // the tests of `in`: the value stays on the stack below what they pop
    TestCompare, ///< x: Operator; pops one
    TestRange,   ///< x: bit 0 closed start, bit 1 closed end; pops high, low
    TestValue,   ///< pops one; as matches()
    Drop,        ///< pops one
    // control; a: target instruction, b: accumulator
    AndFirst, ///< accumulator = t; jumps where False
    AndNext,  ///< accumulator = t = conjunction; jumps where False
    OrFirst,
    OrNext,
    Jump,
    JumpUnlessTrue,
    // values from values
    Arithmetic, ///< x: Operator; pops two
    Negate,
    Call,        ///< a: index in functions(), b: count of arguments
    AskTable,    ///< a: table, b: count of arguments, one for each of its inputs
    MakeList,    ///< a: count
    MakeContext, ///< a: count, b: constant, the list of keys
    Member,      ///< a: constant, the name
    Index,       ///< pops index, list
    // loops; a: block, b: local; pops the list
    Filter,
    Quantify ///< x: 1 every, 0 some; sets t
};

struct Instruction {
    Op op;
    std::uint8_t x = 0;
    std::int32_t a = 0;
    std::int32_t b = 0;
};

/// A run of instructions that ends with a value on the stack or, where `truth`, with its answer in t.
struct Block {
    std::vector<Instruction> code;
    bool truth = false;
};

/// One leaf that Expression::trace() shows; blocks by index.
struct TraceLeaf {
    SourceRange range;
    std::string_view op;
    int block = 0;
    std::vector<std::pair<SourceRange, int>> operands;
};

struct Program {
    std::string text;
    NodePtr tree;
    Type type = Type::Any;
    std::vector<int> slots;
    std::vector<Value> constants;
    std::vector<Block> blocks; ///< 0 is the expression; loop bodies and trace leaves follow
    int stackSize = 0;         ///< the most values that any run holds, loop bodies included
    std::vector<TraceLeaf> leaves;
    std::vector<std::shared_ptr<const DecisionTable>> tables;
};

inline constexpr int maxAccumulators = 3 * maxDepth;

/// Compiles a tree that check() found fine into `program` (whose text, tree and type are set).
void compileInto(Program& program, const Schema& schema);

/// Both in one, for a tree that check() found to be of `type`; Boolean: it is asked for truth.
[[nodiscard]] std::shared_ptr<const Program> programOf(const NodePtr& tree, std::string_view text, const Schema& schema,
                                                       Type type);

class Scope;

/// Runs a block on a frame. The answer is the value, or the truth as a value. Inside another evaluation, `outer` is
/// its scope: both share one allowance and one list of firings. Otherwise the tables that were asked go to `fired`.
[[nodiscard]] Value runValue(const Program& program, int block, const Frame& frame, Scope* outer = nullptr,
                             std::vector<TableFiring>* fired = nullptr);
[[nodiscard]] Truth runTruth(const Program& program, int block, const Frame& frame, Scope* outer = nullptr,
                             std::vector<TableFiring>* fired = nullptr);
/// The value of a part that reads no name and nothing of its surroundings; nullopt for any other.
[[nodiscard]] std::optional<Value> constantOf(const Node& node);
/// As runValue; `surroundingsUsed` says whether now or the zone was read.
[[nodiscard]] Value runConstant(const Program& program, int block, bool& surroundingsUsed);

} // namespace wayreeve::rules
