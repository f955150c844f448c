#include "rules/expression.h"

#include "rules/checker.h"
#include "rules/parser.h"
#include "rules/program.h"

namespace wayreeve::rules {

Expression::Expression(std::shared_ptr<const Program> program)
    : m_program(std::move(program)) {}

Result<Expression> Expression::compile(std::string_view text, const Schema& schema, Type expected) {
    Result<NodePtr> tree = parse(text);
    if (!tree)
        return tree.error();
    CheckResult checked = check(**tree, text, schema, expected);
    if (!checked.errors.empty())
        return std::move(checked.errors.front());
    auto program = std::make_shared<Program>();
    program->text = text;
    program->tree = *tree;
    program->type = expected == Type::Boolean ? Type::Boolean : checked.type; // an open type is asked for truth
    compileInto(*program, schema);
    return Expression(std::move(program));
}

Value Expression::evaluate(const Frame& frame) const {
    return runValue(*m_program, 0, frame);
}
Truth Expression::test(const Frame& frame) const {
    return runTruth(*m_program, 0, frame);
}

std::vector<TraceStep> Expression::trace(const Frame& frame) const {
    std::vector<TraceStep> steps;
    for (const TraceLeaf& leaf : m_program->leaves) {
        TraceStep& step = steps.emplace_back();
        step.range = leaf.range;
        step.op = leaf.op;
        step.value = runValue(*m_program, leaf.block, frame);
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

} // namespace wayreeve::rules
