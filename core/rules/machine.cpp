#include "rules/decision_table.h"
#include "rules/functions.h"
#include "rules/operations.h"
#include "rules/program.h"

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace wayreeve::rules {

namespace {

/// A stack of Values of a size known before: nothing is constructed, and up to `inlineSize` nothing allocated, until
/// used.
class Stack {
public:
    explicit Stack(int size) {
        if (static_cast<std::size_t>(size) <= inlineSize) {
            m_values = reinterpret_cast<Value*>(m_inline);
        } else {
            m_values = m_allocator.allocate(static_cast<std::size_t>(size));
            m_allocated = static_cast<std::size_t>(size);
        }
    }
    ~Stack() {
        drop(m_count);
        if (m_allocated > 0)
            m_allocator.deallocate(m_values, m_allocated);
    }
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;

    void push(const Value& value) { new (m_values + m_count++) Value(value); }
    void push(Value&& value) { new (m_values + m_count++) Value(std::move(value)); }
    void pushNull() { new (m_values + m_count++) Value(); } // moving a fresh null in looks uninitialised to GCC
    Value pop() {
        Value value = std::move(top());
        drop(1);
        return value;
    }
    void drop(std::size_t count) {
        for (; count > 0; --count)
            m_values[--m_count].~Value();
    }
    /// The n-th value from the top, 0 being the top.
    Value& top(std::size_t n = 0) { return m_values[m_count - 1 - n]; }
    std::span<Value> last(std::size_t count) { return {m_values + m_count - count, count}; }

private:
    static constexpr std::size_t inlineSize = 12;
    alignas(Value) std::byte m_inline[inlineSize * sizeof(Value)];
    std::allocator<Value> m_allocator;
    Value* m_values = nullptr;
    std::size_t m_allocated = 0;
    std::size_t m_count = 0;
};

class Machine {
public:
    Machine(const Program& program, const Frame& frame, Scope* outer, std::vector<TableFiring>* fired)
        : m_program(program)
        , m_scope(frame, outer, fired)
        , m_stack(program.stackSize) {}

    /// Runs a block; its value, where it is not a truth block, is left on the stack.
    Truth run(int block);
    Value take() { return m_stack.pop(); }
    const Scope& scope() const { return m_scope; }

private:
    const Value& constant(int index) const { return m_program.constants[static_cast<std::size_t>(index)]; }
    Truth& accumulator(int index) { return m_accumulators[static_cast<std::size_t>(index)]; }
    void call(const Instruction& i);
    void askTable(const Instruction& i);
    void makeContext(const Instruction& i);
    void index();
    void filter(const Instruction& i);
    Truth quantify(const Instruction& i);
    Truth range(std::uint8_t closed, const Value& x, const Value& low, const Value& high);
    Truth test(const Instruction& i);

    const Program& m_program;
    Scope m_scope;
    Stack m_stack;
    // Both are written before they are read, by construction of the code.
    std::array<Truth, maxAccumulators> m_accumulators;
    std::array<const Value*, maxDepth> m_locals;
};

Truth Machine::run(int block) {
    const std::vector<Instruction>& code = m_program.blocks[static_cast<std::size_t>(block)].code;
    Truth t = Truth::Null;
    const Instruction* const begin = code.data();
    const Instruction* const end = begin + code.size();
    for (const Instruction* i = begin; i < end; ++i) {
        const auto op = [&] { return static_cast<Operator>(i->x); };
        const auto jump = [&] { i = begin + i->a - 1; };
        switch (i->op) {
        case Op::Constant:
            m_stack.push(constant(i->a));
            break;
        case Op::Slot:
            m_stack.push(m_scope.slot(i->a));
            break;
        case Op::Local:
            m_stack.push(*m_locals[static_cast<std::size_t>(i->a)]);
            break;
        case Op::FromTruth:
            m_stack.push(valueOf(t));
            break;
        case Op::ToTruth:
            t = truthOf(m_stack.top());
            m_stack.drop(1);
            break;
        case Op::SlotToTruth:
            t = truthOf(m_scope.slot(i->a));
            break;
        case Op::SetTruth:
            t = static_cast<Truth>(i->x);
            break;
        case Op::NotTruth:
            t = negated(t);
            break;
        case Op::CompareSlotConstant:
            t = compare(op(), m_scope.slot(i->a), constant(i->b));
            break;
        case Op::CompareSlots:
            t = compare(op(), m_scope.slot(i->a), m_scope.slot(i->b));
            break;
        case Op::Compare:
            t = compare(op(), m_stack.top(1), m_stack.top());
            m_stack.drop(2);
            break;
        case Op::Between:
            t = range(3, m_stack.top(2), m_stack.top(1), m_stack.top());
            m_stack.drop(3);
            break;
        case Op::SlotInConstant:
            t = matches(m_scope.slot(i->a), constant(i->b));
            break;
        case Op::TestCompare:
        case Op::TestRange:
        case Op::TestValue:
            t = test(*i);
            break;
        case Op::Drop:
            m_stack.drop(1);
            break;
        case Op::AndFirst:
            accumulator(i->b) = t;
            if (t == Truth::False)
                jump();
            break;
        case Op::AndNext:
            t = accumulator(i->b) = conjunction(accumulator(i->b), t);
            if (t == Truth::False)
                jump();
            break;
        case Op::OrFirst:
            accumulator(i->b) = t;
            if (t == Truth::True)
                jump();
            break;
        case Op::OrNext:
            t = accumulator(i->b) = disjunction(accumulator(i->b), t);
            if (t == Truth::True)
                jump();
            break;
        case Op::Jump:
            jump();
            break;
        case Op::JumpUnlessTrue:
            if (t != Truth::True)
                jump();
            break;
        case Op::Arithmetic: {
            Value result = arithmetic(op(), m_stack.top(1), m_stack.top(), m_scope);
            m_stack.drop(1);
            m_stack.top() = std::move(result);
            break;
        }
        case Op::Negate:
            m_stack.top() = negatedValue(m_stack.top());
            break;
        case Op::Call:
            call(*i);
            break;
        case Op::AskTable:
            askTable(*i);
            break;
        case Op::MakeList: {
            const std::span<Value> items = m_stack.last(static_cast<std::size_t>(i->a));
            Value list = List(std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
            m_stack.drop(items.size());
            m_stack.push(std::move(list));
            break;
        }
        case Op::MakeContext:
            makeContext(*i);
            break;
        case Op::Member:
            m_stack.top() = memberOf(m_stack.top(), *constant(i->a).text(), m_scope);
            break;
        case Op::Index:
            index();
            break;
        case Op::Filter:
            filter(*i);
            break;
        case Op::Quantify:
            t = quantify(*i);
            break;
        }
    }
    return t;
}

Truth Machine::range(std::uint8_t closed, const Value& x, const Value& low, const Value& high) {
    const Truth above = compare((closed & 1) ? Operator::GreaterEqual : Operator::Greater, x, low);
    return conjunction(above, compare((closed & 2) ? Operator::LessEqual : Operator::Less, x, high));
}

Truth Machine::test(const Instruction& i) {
    Truth t = Truth::Null;
    if (i.op == Op::TestRange) {
        t = range(i.x, m_stack.top(2), m_stack.top(1), m_stack.top());
        m_stack.drop(2);
        return t;
    }
    t = i.op == Op::TestCompare ? compare(static_cast<Operator>(i.x), m_stack.top(1), m_stack.top())
                                : matches(m_stack.top(1), m_stack.top());
    m_stack.drop(1);
    return t;
}

void Machine::call(const Instruction& i) {
    const std::size_t count = static_cast<std::size_t>(i.b);
    Value result = functions()[static_cast<std::size_t>(i.a)].body(m_stack.last(count), m_scope);
    m_stack.drop(count);
    m_stack.push(std::move(result));
}

void Machine::askTable(const Instruction& i) {
    const std::size_t count = static_cast<std::size_t>(i.b);
    Value result = m_program.tables[static_cast<std::size_t>(i.a)]->answer(m_stack.last(count), m_scope);
    m_stack.drop(count);
    m_stack.push(std::move(result));
}

void Machine::makeContext(const Instruction& i) {
    const List& keys = *constant(i.b).list();
    const std::span<Value> items = m_stack.last(static_cast<std::size_t>(i.a));
    Context context;
    context.reserve(items.size());
    for (std::size_t k = 0; k < items.size(); ++k)
        context.emplace_back(*keys[k].text(), std::move(items[k]));
    m_stack.drop(items.size());
    m_stack.push(Value(std::move(context)));
}

void Machine::index() {
    const Value position = m_stack.pop();
    Value& list = m_stack.top();
    if (position.boolean() && !list.isNull()) // the same answer for every item
        list = *position.boolean() ? (list.list() ? list : Value(List{list})) : Value(List{});
    else
        list = itemAt(list, position);
}

void Machine::filter(const Instruction& i) {
    Value list = m_stack.pop();
    if (list.isNull())
        return m_stack.pushNull();
    if (!list.list())
        list = List{list};
    List kept;
    for (const Value& item : *list.list()) {
        if (!m_scope.visit())
            break;
        m_locals[static_cast<std::size_t>(i.b)] = &item;
        if (run(i.a) == Truth::True)
            kept.push_back(item);
    }
    m_stack.push(Value(std::move(kept)));
}

Truth Machine::quantify(const Instruction& i) {
    const Value over = m_stack.pop();
    const bool every = i.x == 1;
    if (over.isNull())
        return Truth::Null;
    const std::span<const Value> items =
        over.list() ? std::span<const Value>(*over.list()) : std::span<const Value>(&over, 1);
    Truth result = truthOf(every);
    for (const Value& item : items) {
        if (!m_scope.visit())
            break;
        m_locals[static_cast<std::size_t>(i.b)] = &item;
        const Truth found = run(i.a);
        result = every ? conjunction(result, found) : disjunction(result, found);
        if (result == truthOf(!every))
            break;
    }
    return result;
}

} // namespace

Value runValue(const Program& program, int block, const Frame& frame, Scope* outer, std::vector<TableFiring>* fired) {
    Machine machine(program, frame, outer, fired);
    const Truth t = machine.run(block);
    Value result = program.blocks[static_cast<std::size_t>(block)].truth ? valueOf(t) : machine.take();
    return machine.scope().exhausted() ? Value() : result;
}

Truth runTruth(const Program& program, int block, const Frame& frame, Scope* outer, std::vector<TableFiring>* fired) {
    Machine machine(program, frame, outer, fired);
    const Truth t = machine.run(block);
    if (machine.scope().exhausted())
        return Truth::Null;
    return program.blocks[static_cast<std::size_t>(block)].truth ? t : truthOf(machine.take());
}

Value runConstant(const Program& program, int block, bool& surroundingsUsed) {
    const Frame nothing;
    Machine machine(program, nothing, nullptr, nullptr);
    const Truth t = machine.run(block);
    // Used up in advance is used up at every evaluation: that is constant too.
    surroundingsUsed = machine.scope().surroundingsUsed();
    if (machine.scope().exhausted())
        return {};
    return program.blocks[static_cast<std::size_t>(block)].truth ? valueOf(t) : machine.take();
}

} // namespace wayreeve::rules
