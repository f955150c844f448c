#include "rules/decision_table.h"
#include "rules/functions.h"
#include "rules/operations.h"
#include "rules/program.h"
#include "rules/temporal.h"
#include "rules/typing.h"

#include <algorithm>
#include <optional>

namespace wayreeve::rules {

namespace {

Value atValue(const std::string& text, bool& local, const Zone& zone) {
    local = false;
    for (const Value& value : {parseDate(text), parseTime(text), parseIsoDuration(text)})
        if (!value.isNull())
            return value;
    return parseDateTime(text, zone, local);
}

bool usesNames(const Node& node) {
    if (node.kind == NodeKind::Name || (node.kind == NodeKind::Call && !findFunction(node.words[0])))
        return true; // a table tells which row answered: that is not known before
    return std::any_of(node.children.begin(), node.children.end(), [](const NodePtr& c) { return usesNames(*c); });
}

/// Whether the value of that loop variable reaches the node; inner loops over the same name hide it.
bool mentions(const Node& node, const std::string& local) {
    if (node.kind == NodeKind::Name)
        return node.words[0] == local;
    const bool hidden = (node.kind == NodeKind::Filter && local == "item") ||
                        (node.kind == NodeKind::Quantified && node.words[0] == local);
    if (hidden)
        return mentions(*node.children[0], local);
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const NodePtr& c) { return mentions(*c, local); });
}

bool isTruth(const Node& node) {
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Between:
    case NodeKind::In:
    case NodeKind::Quantified:
        return true;
    case NodeKind::Binary:
        return isComparison(node.op);
    case NodeKind::Call:
        return node.words[0] == "not";
    default:
        return false;
    }
}

/// An operand that an instruction can name: a plain slot or a constant.
struct Simple {
    int slot = -1;
    int constant = -1;
};

class Compiler {
public:
    Compiler(Program& program, const Schema& schema)
        : m_program(program)
        , m_schema(schema) {}

    void run() {
        m_program.blocks.resize(1);
        const Node& tree = *m_program.tree;
        m_program.blocks[0] = block(tree, isTruth(tree) || m_program.type == Type::Boolean);
        leaves(tree, m_program.type == Type::Boolean);
        std::sort(m_program.slots.begin(), m_program.slots.end());
        m_program.slots.erase(std::unique(m_program.slots.begin(), m_program.slots.end()), m_program.slots.end());
    }

private:
    // --- emitting ---

    std::size_t emit(Op op, int a = 0, int b = 0, std::uint8_t x = 0) {
        m_code->push_back({op, x, a, b});
        return m_code->size() - 1;
    }
    void pushes(int count) {
        m_height += count;
        m_program.stackSize = std::max(m_program.stackSize, m_height);
    }
    void pops(int count) { m_height -= count; }
    void target(std::size_t jump) { (*m_code)[jump].a = static_cast<int>(m_code->size()); }

    int constant(Value value) {
        m_program.constants.push_back(std::move(value));
        return static_cast<int>(m_program.constants.size()) - 1;
    }
    int useSlot(int slot) {
        m_program.slots.push_back(slot);
        return slot;
    }

    /// A block of its own, run while the values that are on the stack now stay there.
    Block block(const Node& node, bool truth) {
        Block result;
        result.truth = truth;
        std::vector<Instruction>* outer = std::exchange(m_code, &result.code);
        const int height = m_height;
        if (truth)
            compileTruth(node);
        else
            compileValue(node);
        m_height = height;
        m_code = outer;
        return result;
    }
    int addBlock(const Node& node, bool truth) {
        Block made = block(node, truth);
        m_program.blocks.push_back(std::move(made));
        return static_cast<int>(m_program.blocks.size()) - 1;
    }

public:
    // --- what is known before evaluation ---

    std::optional<Value> folded(const Node& node) {
        if (node.kind == NodeKind::Literal)
            return node.value;
        if (usesNames(node))
            return std::nullopt;
        if (node.kind == NodeKind::At) {
            bool local = false;
            Value value = atValue(*node.value.text(), local, Zone());
            return local ? std::nullopt : std::optional(std::move(value));
        }
        Program part;
        part.blocks.resize(1);
        Compiler inner(part, m_schema);
        inner.m_folding = true;
        part.blocks[0] = inner.block(node, isTruth(node));
        bool surroundings = false;
        Value value = runConstant(part, 0, surroundings);
        return surroundings ? std::nullopt : std::optional(std::move(value));
    }

private:
    /// Folding a part of what could not be folded is worth it once, not at every level of a part that is being folded.
    std::optional<Value> constantOf(const Node& node) {
        if (m_folding && node.kind != NodeKind::Literal && node.kind != NodeKind::At)
            return std::nullopt;
        return folded(node);
    }

    int localIndex(const Node& name) const {
        for (std::size_t i = m_locals.size(); i-- > m_hidden;)
            if (m_locals[i] == name.words[0])
                return static_cast<int>(i);
        return -1;
    }

    Simple simple(const Node& node) {
        if (node.kind == NodeKind::Name && localIndex(node) < 0) {
            const Binding binding = bindName(node.words, m_schema);
            return binding.entry && binding.used == node.words.size() ? Simple{useSlot(binding.entry->slot), -1}
                                                                      : Simple{};
        }
        if (std::optional<Value> value = constantOf(node))
            return {-1, constant(std::move(*value))};
        return {};
    }

    // --- values ---

    void compileValue(const Node& node) {
        if (std::optional<Value> value = constantOf(node)) {
            emit(Op::Constant, constant(std::move(*value)));
            return pushes(1);
        }
        if (isTruth(node)) {
            compileTruth(node);
            emit(Op::FromTruth);
            return pushes(1);
        }
        switch (node.kind) {
        case NodeKind::At: // a local date and time: what date and time("…") means
            emit(Op::Constant, constant(node.value));
            pushes(1);
            emit(Op::Call, functionIndex("date and time"), 1);
            return;
        case NodeKind::Name:
            return name(node);
        case NodeKind::Member:
            compileValue(*node.children[0]);
            emit(Op::Member, constant(node.words[0]));
            return;
        case NodeKind::List:
            return all(node, Op::MakeList, 0);
        case NodeKind::Context: {
            List keys;
            for (const std::string& word : node.words)
                keys.emplace_back(word);
            return all(node, Op::MakeContext, constant(std::move(keys)));
        }
        case NodeKind::Negate:
            compileValue(*node.children[0]);
            emit(Op::Negate);
            return;
        case NodeKind::Binary:
            compileValue(*node.children[0]);
            compileValue(*node.children[1]);
            emit(Op::Arithmetic, 0, 0, static_cast<std::uint8_t>(node.op));
            return pops(1);
        case NodeKind::If:
            return conditional(node, false);
        case NodeKind::Call:
            if (const std::shared_ptr<const DecisionTable> table = m_schema.table(node.words[0]);
                table && !findFunction(node.words[0]))
                return ask(node, table);
            for (const NodePtr& child : node.children)
                compileValue(*child);
            emit(Op::Call, functionIndex(node.words[0]), static_cast<int>(node.children.size()));
            pops(static_cast<int>(node.children.size()));
            return pushes(1);
        case NodeKind::Filter:
            return filter(node);
        default:
            return;
        }
    }

    /// Without arguments, the table's own expressions take their place; loop variables are not theirs to read.
    void ask(const Node& node, const std::shared_ptr<const DecisionTable>& table) {
        const bool own = node.children.empty();
        const std::size_t hidden = m_hidden;
        if (own)
            m_hidden = m_locals.size();
        for (const NodePtr& argument : own ? table->arguments() : node.children)
            compileValue(*argument);
        m_hidden = hidden;
        const int count = static_cast<int>(table->definition().inputs.size());
        m_program.tables.push_back(table);
        emit(Op::AskTable, static_cast<int>(m_program.tables.size()) - 1, count);
        pops(count);
        pushes(1);
    }

    static int functionIndex(std::string_view name) {
        return static_cast<int>(findFunction(name) - functions().data());
    }

    void all(const Node& node, Op op, int keys) {
        for (const NodePtr& child : node.children)
            compileValue(*child);
        emit(op, static_cast<int>(node.children.size()), keys);
        pops(static_cast<int>(node.children.size()));
        pushes(1);
    }

    void name(const Node& node) {
        std::size_t used = 1;
        if (const int local = localIndex(node); local >= 0) {
            emit(Op::Local, local);
        } else {
            const Binding binding = bindName(node.words, m_schema);
            emit(Op::Slot, useSlot(binding.entry->slot));
            used = binding.used;
        }
        pushes(1);
        for (; used < node.words.size(); ++used)
            emit(Op::Member, constant(node.words[used]));
    }

    void conditional(const Node& node, bool truth) {
        compileTruth(*node.children[0]);
        const std::size_t toElse = emit(Op::JumpUnlessTrue);
        const int height = m_height;
        branch(*node.children[1], truth);
        const std::size_t toEnd = emit(Op::Jump);
        m_height = height;
        target(toElse);
        branch(*node.children[2], truth);
        target(toEnd);
    }
    void branch(const Node& node, bool truth) {
        if (truth)
            compileTruth(node);
        else
            compileValue(node);
    }

    void filter(const Node& node) {
        compileValue(*node.children[0]);
        const Node& condition = *node.children[1];
        const bool whole = !mentions(condition, "item") && !isTruth(condition);
        if (whole) { // a position, or one answer for all items
            compileValue(condition);
            emit(Op::Index);
            return pops(1);
        }
        m_locals.push_back("item");
        const int body = addBlock(condition, true);
        m_locals.pop_back();
        emit(Op::Filter, body, static_cast<int>(m_locals.size()));
    }

    // --- conditions ---

    void compileTruth(const Node& node) {
        if (node.kind == NodeKind::Literal) {
            emit(Op::SetTruth, 0, 0, static_cast<std::uint8_t>(truthOf(node.value)));
            return;
        }
        switch (node.kind) {
        case NodeKind::And:
            return chain(node, Op::AndFirst, Op::AndNext);
        case NodeKind::Or:
            return chain(node, Op::OrFirst, Op::OrNext);
        case NodeKind::Between:
            return between(node);
        case NodeKind::In:
            return membership(node);
        case NodeKind::If:
            return conditional(node, true);
        case NodeKind::Quantified:
            return quantified(node);
        case NodeKind::Binary:
            if (isComparison(node.op))
                return comparison(*node.children[0], *node.children[1], node.op);
            break;
        case NodeKind::Call:
            if (node.words[0] == "not") {
                compileTruth(*node.children[0]);
                emit(Op::NotTruth);
                return;
            }
            break;
        case NodeKind::Name:
            if (const Simple operand = simple(node); operand.slot >= 0) {
                emit(Op::SlotToTruth, operand.slot);
                return;
            }
            break;
        default:
            break;
        }
        compileValue(node);
        emit(Op::ToTruth);
        pops(1);
    }

    /// Joins what `parts` leave in t, one after another, stopping where the answer is certain.
    template <class Part>
    void joined(std::size_t count, Op first, Op next, Part part) {
        const int accumulator = m_accumulators++;
        std::vector<std::size_t> jumps;
        for (std::size_t i = 0; i < count; ++i) {
            part(i);
            if (count > 1)
                jumps.push_back(emit(i == 0 ? first : next, 0, accumulator));
        }
        for (const std::size_t jump : jumps)
            target(jump);
        --m_accumulators;
    }

    void chain(const Node& node, Op first, Op next) {
        joined(node.children.size(), first, next, [&](std::size_t i) { compileTruth(*node.children[i]); });
    }

    void comparison(const Node& left, const Node& right, Operator op) {
        const Simple a = simple(left);
        const Simple b = simple(right);
        if (a.slot >= 0 && b.constant >= 0) {
            emit(Op::CompareSlotConstant, a.slot, b.constant, static_cast<std::uint8_t>(op));
        } else if (a.constant >= 0 && b.slot >= 0) {
            emit(Op::CompareSlotConstant, b.slot, a.constant, static_cast<std::uint8_t>(mirrored(op)));
        } else if (a.slot >= 0 && b.slot >= 0) {
            emit(Op::CompareSlots, a.slot, b.slot, static_cast<std::uint8_t>(op));
        } else {
            compileValue(left);
            compileValue(right);
            emit(Op::Compare, 0, 0, static_cast<std::uint8_t>(op));
            pops(2);
        }
    }

    void compareSlot(int slot, int constantIndex, Operator op) {
        emit(Op::CompareSlotConstant, slot, constantIndex, static_cast<std::uint8_t>(op));
    }

    void between(const Node& node) {
        const Simple value = simple(*node.children[0]);
        const Simple low = simple(*node.children[1]);
        const Simple high = simple(*node.children[2]);
        if (value.slot >= 0 && low.constant >= 0 && high.constant >= 0) {
            joined(2, Op::AndFirst, Op::AndNext, [&](std::size_t i) {
                compareSlot(value.slot, i == 0 ? low.constant : high.constant,
                            i == 0 ? Operator::GreaterEqual : Operator::LessEqual);
            });
            return;
        }
        for (const NodePtr& child : node.children)
            compileValue(*child);
        emit(Op::Between);
        pops(3);
    }

    void membership(const Node& node) {
        const std::size_t tests = node.children.size() - 1;
        const Simple value = simple(*node.children[0]);
        bool constants = value.slot >= 0;
        for (std::size_t i = 1; constants && i <= tests; ++i)
            constants = constantTest(*node.children[i]);
        if (constants) {
            joined(tests, Op::OrFirst, Op::OrNext, [&](std::size_t i) { slotTest(value.slot, *node.children[i + 1]); });
            return;
        }
        compileValue(*node.children[0]);
        joined(tests, Op::OrFirst, Op::OrNext, [&](std::size_t i) { stackTest(*node.children[i + 1]); });
        emit(Op::Drop);
        pops(1);
    }

    bool constantTest(const Node& test) {
        if (test.kind == NodeKind::Compare || test.kind == NodeKind::Range)
            return std::all_of(test.children.begin(), test.children.end(),
                               [&](const NodePtr& c) { return constantOf(*c).has_value(); });
        return constantOf(test).has_value();
    }

    void slotTest(int slot, const Node& test) {
        if (test.kind == NodeKind::Compare)
            return compareSlot(slot, constant(*constantOf(*test.children[0])), test.op);
        if (test.kind == NodeKind::Range) {
            joined(2, Op::AndFirst, Op::AndNext, [&](std::size_t i) {
                const Operator low = test.closedStart ? Operator::GreaterEqual : Operator::Greater;
                const Operator high = test.closedEnd ? Operator::LessEqual : Operator::Less;
                compareSlot(slot, constant(*constantOf(*test.children[i])), i == 0 ? low : high);
            });
            return;
        }
        emit(Op::SlotInConstant, slot, constant(*constantOf(test)));
    }

    void stackTest(const Node& test) {
        if (test.kind == NodeKind::Compare) {
            compileValue(*test.children[0]);
            emit(Op::TestCompare, 0, 0, static_cast<std::uint8_t>(test.op));
            return pops(1);
        }
        if (test.kind == NodeKind::Range) {
            compileValue(*test.children[0]);
            compileValue(*test.children[1]);
            emit(Op::TestRange, 0, 0, static_cast<std::uint8_t>((test.closedStart ? 1 : 0) | (test.closedEnd ? 2 : 0)));
            return pops(2);
        }
        compileValue(test);
        emit(Op::TestValue);
        pops(1);
    }

    void quantified(const Node& node) {
        compileValue(*node.children[0]);
        m_locals.push_back(node.words[0]);
        const int body = addBlock(*node.children[1], true);
        m_locals.pop_back();
        emit(Op::Quantify, body, static_cast<int>(m_locals.size()), node.every ? 1 : 0);
        pops(1);
    }

    // --- explanation ---

    void leaf(const Node& node, std::string_view op, const std::vector<const Node*>& operands) {
        TraceLeaf made;
        made.range = node.range;
        made.op = op;
        made.block = addBlock(node, true);
        for (const Node* operand : operands)
            made.operands.emplace_back(operand->range, addBlock(*operand, false));
        m_program.leaves.push_back(std::move(made));
    }

    void leaves(const Node& node, bool condition) {
        const std::vector<NodePtr>& c = node.children;
        switch (node.kind) {
        case NodeKind::And:
        case NodeKind::Or:
            for (const NodePtr& child : c)
                leaves(*child, true);
            return;
        case NodeKind::If:
            leaves(*c[0], true);
            leaves(*c[1], condition);
            leaves(*c[2], condition);
            return;
        case NodeKind::Binary:
            if (isComparison(node.op))
                return leaf(node, operatorText(node.op), {c[0].get(), c[1].get()});
            break;
        case NodeKind::Between:
            return leaf(node, "between", {c[0].get(), c[1].get(), c[2].get()});
        case NodeKind::In:
            return leaf(node, "in", membershipOperands(node));
        case NodeKind::Quantified:
            return leaf(node, node.every ? "every" : "some", {c[0].get()});
        case NodeKind::Call:
            if (node.words[0] == "not")
                return leaves(*c[0], true);
            break;
        case NodeKind::Literal:
            return;
        default:
            break;
        }
        if (condition)
            return leaf(node, "", {});
        for (std::size_t i = 0; i < c.size() && !(i == 1 && node.kind == NodeKind::Filter); ++i)
            leaves(*c[i], false);
    }

    static std::vector<const Node*> membershipOperands(const Node& node) {
        std::vector<const Node*> operands = {node.children[0].get()};
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const Node& test = *node.children[i];
            if (test.kind == NodeKind::Compare || test.kind == NodeKind::Range)
                for (const NodePtr& bound : test.children)
                    operands.push_back(bound.get());
            else
                operands.push_back(&test);
        }
        return operands;
    }

    Program& m_program;
    const Schema& m_schema;
    std::vector<Instruction>* m_code = nullptr;
    std::vector<std::string> m_locals;
    std::size_t m_hidden = 0; ///< the locals before it cannot be named here
    int m_height = 0;
    int m_accumulators = 0;
    bool m_folding = false;
};

} // namespace

void compileInto(Program& program, const Schema& schema) {
    Compiler(program, schema).run();
}

std::optional<Value> constantOf(const Node& node) {
    Program none;
    const Schema nothing;
    return Compiler(none, nothing).folded(node);
}

} // namespace wayreeve::rules
