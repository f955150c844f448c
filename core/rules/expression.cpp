#include "rules/expression.h"

#include "rules/checker.h"
#include "rules/parser.h"
#include "rules/program.h"
#include "rules/table_watch.h"

namespace wayreeve::rules {

std::shared_ptr<const Program> programOf(const NodePtr& tree, std::string_view text, const Schema& schema, Type type) {
    auto program = std::make_shared<Program>();
    program->text = text;
    program->tree = tree;
    program->type = type;
    compileInto(*program, schema);
    return program;
}

Expression::Expression(std::shared_ptr<const Program> program)
    : m_program(std::move(program)) {}

Result<Expression> Expression::compile(std::string_view text, const Schema& schema, Type expected) {
    Result<NodePtr> tree = parse(text);
    if (!tree)
        return tree.error();
    CheckResult checked = check(**tree, text, schema, expected);
    if (!checked.errors.empty())
        return std::move(checked.errors.front());
    return Expression(programOf(*tree, text, schema, expected == Type::Boolean ? Type::Boolean : checked.type));
}

Value Expression::evaluate(const Frame& frame) const {
    if (!asksTables() || !TableWatch::isOn())
        return runValue(*m_program, 0, frame);
    std::vector<TableFiring> fired;
    Value value = evaluate(frame, fired);
    TableWatch::tell(fired);
    return value;
}
Truth Expression::test(const Frame& frame) const {
    if (!asksTables() || !TableWatch::isOn())
        return runTruth(*m_program, 0, frame);
    std::vector<TableFiring> fired;
    const Truth truth = test(frame, fired);
    TableWatch::tell(fired);
    return truth;
}

Value Expression::evaluate(const Frame& frame, std::vector<TableFiring>& fired) const {
    return runValue(*m_program, 0, frame, nullptr, &fired);
}
Truth Expression::test(const Frame& frame, std::vector<TableFiring>& fired) const {
    return runTruth(*m_program, 0, frame, nullptr, &fired);
}

std::vector<TraceStep> Expression::trace(const Frame& frame) const {
    std::vector<TraceStep> steps;
    for (const TraceLeaf& leaf : m_program->leaves) {
        TraceStep& step = steps.emplace_back();
        step.range = leaf.range;
        step.op = leaf.op;
        step.value = runValue(*m_program, leaf.block, frame, nullptr, &step.tables);
        for (const auto& [range, block] : leaf.operands)
            step.operands.push_back({range, runValue(*m_program, block, frame)});
    }
    return steps;
}

std::vector<int> Expression::missing(const Frame& frame) const {
    std::vector<int> result;
    for (const int slot : m_program->slots)
        if (static_cast<std::size_t>(slot) >= frame.values.size() ||
            frame.values[static_cast<std::size_t>(slot)].isNull())
            result.push_back(slot);
    return result;
}

const std::string& Expression::text() const {
    return m_program->text;
}
Type Expression::type() const {
    return m_program->type;
}
const std::vector<int>& Expression::slotsUsed() const {
    return m_program->slots;
}
const NodePtr& Expression::tree() const {
    return m_program->tree;
}

bool Expression::asksTables() const {
    return !m_program->tables.empty();
}

} // namespace wayreeve::rules
