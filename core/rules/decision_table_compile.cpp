#include "base/text.h"
#include "rules/checker.h"
#include "rules/decision_table.h"
#include "rules/functions.h"
#include "rules/lexer.h"
#include "rules/parser.h"
#include "rules/program.h"
#include "rules/typing.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace wayreeve::rules {

namespace {

std::string place(std::string_view list, std::size_t index) {
    return std::string(list) + "/#" + std::to_string(index);
}

std::string functionNameOf(const std::string& id) {
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

bool isOrdered(Type type) {
    return type != Type::Boolean && type != Type::List && type != Type::Context;
}

std::string joinedWords(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// A test of a cell as constants; nullopt where it is not one, or of a type that the column cannot know in advance.
std::optional<std::vector<ConstantTest>> constantTests(const Node& test, Type type) {
    std::vector<Value> values;
    const bool bare = test.kind != NodeKind::Compare && test.kind != NodeKind::Range;
    std::vector<const Node*> parts;
    if (bare)
        parts = {&test};
    else
        for (const NodePtr& child : test.children)
            parts.push_back(child.get());
    for (const Node* part : parts) {
        std::optional<Value> value = constantOf(*part);
        if (!value)
            return std::nullopt;
        values.push_back(*std::move(value));
    }
    if (bare && values[0].list())
        values = List(*values[0].list());
    for (const Value& value : values)
        if (!value.isNull() && typeOf(value) != type)
            return std::nullopt;
    std::vector<ConstantTest> tests;
    if (test.kind == NodeKind::Range)
        return std::vector{ConstantTest{ConstantTest::Kind::Range, Operator::None, test.closedStart, test.closedEnd,
                                        values[0], values[1]}};
    for (const Value& value : values)
        tests.push_back({ConstantTest::Kind::Compare, bare ? Operator::Equal : test.op, true, true, value, {}});
    return tests;
}

/// The cell as constants; nullopt where only evaluation can decide it.
std::optional<ConstantCell> constantCell(const UnaryTests& cell, Type type) {
    ConstantCell result{cell.any, cell.negated, cell.takesNull, {}};
    if (cell.conditions)
        return std::nullopt;
    if (!cell.plain)
        return result;
    for (std::size_t i = 1; i < cell.plain->children.size(); ++i) {
        const Node& test = *cell.plain->children[i];
        if (test.kind == NodeKind::Literal && test.value.isNull())
            continue;
        std::optional<std::vector<ConstantTest>> tests = constantTests(test, type);
        if (!tests || type == Type::List || type == Type::Context)
            return std::nullopt;
        result.tests.insert(result.tests.end(), tests->begin(), tests->end());
    }
    return result;
}

void calls(const Node& node, std::set<std::string>& names) {
    if (node.kind == NodeKind::Call && !findFunction(node.words[0]))
        names.insert(node.words[0]);
    for (const NodePtr& child : node.children)
        calls(*child, names);
}

/// The functions that a table's texts call and FEEL does not have.
std::set<std::string> callsOf(const TableDefinition& table) {
    std::set<std::string> names;
    const auto expression = [&](const std::string& text) {
        if (const Result<NodePtr> tree = parse(text))
            calls(**tree, names);
    };
    const auto unary = [&](const std::string& text) {
        if (const Result<UnaryTests> tests = parseUnaryTests(text, "input")) {
            if (tests->plain)
                calls(*tests->plain, names);
            if (tests->conditions)
                calls(*tests->conditions, names);
        }
    };
    for (const TableInput& input : table.inputs) {
        expression(input.expression);
        unary(input.within);
    }
    for (const TableOutput& output : table.outputs)
        expression(output.otherwise);
    for (const TableRow& row : table.rows) {
        std::for_each(row.when.begin(), row.when.end(), unary);
        std::for_each(row.then.begin(), row.then.end(), expression);
    }
    return names;
}

} // namespace

class TableCompiler {
public:
    TableCompiler(const TableDefinition& definition, const Schema& tables)
        : m_definition(definition)
        , m_table(std::make_shared<DecisionTable>()) {
        m_table->m_definition = definition;
        m_table->m_function = functionNameOf(definition.id);
        m_table->m_schema.copyTables(tables);
    }

    CompiledTable run() {
        names();
        sizes();
        if (m_problems.empty())
            inputs();
        if (m_problems.empty())
            outputs();
        if (m_problems.empty())
            rows();
        if (m_table->m_depth > DecisionTable::maxDepth)
            report("id", {"table.too-deep", {{"limit", std::to_string(DecisionTable::maxDepth)}}});
        CompiledTable result;
        if (m_problems.empty())
            result.table = m_table;
        result.problems = std::move(m_problems);
        return result;
    }

private:
    void report(std::string path, Error error) { m_problems.push_back({std::move(path), std::move(error)}); }

    void names() {
        const std::string& name = m_table->m_function;
        if (!isWordShaped(name) || isKeyword(name) || findFunction(name))
            report("id", {"table.reserved-name", {{"found", name}}});
        unique("inputs", m_definition.inputs);
        unique("outputs", m_definition.outputs);
    }

    template <class T>
    void unique(const char* list, const std::vector<T>& items) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].name.empty())
                report(place(list, i), {"table.no-name", {}});
            else if (!seen.insert(items[i].name).second)
                report(place(list, i) + "/name", {"table.same-name", {{"found", items[i].name}}});
            if (items[i].type == Type::Any || items[i].type == Type::Null)
                report(place(list, i) + "/type", {"table.bad-type", {{"found", std::string(typeName(items[i].type))}}});
            if (!items[i].values.empty() && items[i].type != Type::Text)
                report(place(list, i) + "/values",
                       {"table.unfit-values", {{"type", std::string(typeName(items[i].type))}}});
        }
    }

    void sizes() {
        if (m_definition.inputs.empty())
            report("inputs", {"table.no-inputs", {}});
        if (m_definition.outputs.empty())
            report("outputs", {"table.no-outputs", {}});
        if (m_definition.rows.size() > DecisionTable::maxRows)
            report("rows", {"table.too-many", {{"limit", std::to_string(DecisionTable::maxRows)}}});
        if (m_definition.inputs.size() > DecisionTable::maxInputs)
            report("inputs", {"table.too-many", {{"limit", std::to_string(DecisionTable::maxInputs)}}});
        for (std::size_t i = 0; i < m_definition.rows.size(); ++i) {
            count(place("rows", i) + "/when", m_definition.rows[i].when, m_definition.inputs.size());
            count(place("rows", i) + "/then", m_definition.rows[i].then, m_definition.outputs.size());
        }
    }

    void count(const std::string& path, const std::vector<std::string>& cells, std::size_t expected) {
        if (cells.size() != expected)
            report(path, {"table.cell-count",
                          {{"expected", std::to_string(expected)}, {"found", std::to_string(cells.size())}}});
    }

    void inputs() {
        bool allOwn = true;
        for (std::size_t i = 0; i < m_definition.inputs.size(); ++i) {
            const TableInput& input = m_definition.inputs[i];
            Schema::Entry entry;
            entry.name = input.name;
            entry.type = input.type;
            entry.allowed = input.values;
            m_table->m_schema.add(std::move(entry));
            allOwn = allOwn && !input.expression.empty();
            if (input.expression.empty())
                continue;
            Result<NodePtr> tree = parse(input.expression);
            if (tree)
                m_table->m_arguments.push_back(*tree);
            else
                report(place("inputs", i) + "/expression", tree.error());
        }
        if (!allOwn)
            m_table->m_arguments.clear();
    }

    void outputs() {
        const std::vector<TableOutput>& outputs = m_definition.outputs;
        const HitPolicy policy = m_definition.hitPolicy;
        const bool fold = policy >= HitPolicy::Sum;
        const bool ranked = policy == HitPolicy::Priority || policy == HitPolicy::OutputOrder;
        const bool list = policy == HitPolicy::Collect || policy == HitPolicy::OutputOrder;
        if (fold && outputs.size() > 1)
            report("outputs", {"table.one-output", {}});
        if (ranked && std::all_of(outputs.begin(), outputs.end(), [](const auto& each) { return each.values.empty(); }))
            report("outputs", {"table.no-order", {}});
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const Type type = outputs[i].type;
            const std::string path = place("outputs", i);
            const bool unfit =
                (policy == HitPolicy::Sum && type != Type::Number && type != Type::Duration && type != Type::Months) ||
                ((policy == HitPolicy::Minimum || policy == HitPolicy::Maximum) && !isOrdered(type));
            if (unfit)
                report(path, {"table.unordered", {{"found", std::string(typeName(type))}}});
            if (outputs[i].otherwise.empty())
                m_table->m_otherwise.outputs.emplace_back();
            else if (fold)
                report(path + "/otherwise", {"table.unfit-otherwise", {}});
            else
                m_table->m_otherwise.outputs.push_back(output(outputs[i].otherwise, i, path + "/otherwise"));
        }
        const Type one = outputs.size() > 1 ? Type::Context : outputs[0].type;
        m_table->m_type = policy == HitPolicy::Count ? Type::Number : list ? Type::List : one;
        m_table->m_element = list ? one : Type::Any;
        if (outputs.size() == 1 && policy != HitPolicy::Count)
            m_table->m_output.allowed = outputs[0].values;
        m_table->m_output.type = m_table->m_type;
        finish(m_table->m_otherwise);
        const bool nothing =
            std::all_of(outputs.begin(), outputs.end(), [](const TableOutput& each) { return each.otherwise.empty(); });
        m_table->m_hasOtherwise = !nothing;
        if (nothing)
            m_table->m_otherwise.value = Value();
    }

    void called(const std::shared_ptr<const Program>& program) {
        for (const std::shared_ptr<const DecisionTable>& table : program->tables)
            m_table->m_depth = std::max(m_table->m_depth, table->depth() + 1);
    }

    /// Null where the tree does not check; the errors are told.
    std::shared_ptr<const Program> compiled(const NodePtr& tree, const std::string& text, Type type,
                                            const std::string& path) {
        CheckResult checked = check(*tree, text, m_table->m_schema, type);
        for (Error& error : checked.errors)
            report(path, std::move(error));
        if (!checked.errors.empty())
            return nullptr;
        auto program = programOf(tree, text, m_table->m_schema, type);
        called(program);
        return program;
    }

    DecisionTable::Output output(const std::string& text, std::size_t index, const std::string& path) {
        DecisionTable::Output made;
        const TableOutput& definition = m_definition.outputs[index];
        const Result<NodePtr> tree = parse(text);
        if (!tree) {
            report(path, tree.error());
            return made;
        }
        made.program = compiled(*tree, text, definition.type, path);
        if (!made.program)
            return made;
        const std::optional<Value> constant = constantOf(**tree);
        if (!constant)
            return made;
        const std::vector<std::string>& allowed = definition.values;
        if (const std::string* written = constant->text();
            written && !allowed.empty() && std::find(allowed.begin(), allowed.end(), *written) == allowed.end())
            report(path, errorAt("table.unknown-value", text, (*tree)->range,
                                 {{"found", *written},
                                  {"nearest", nearestName(*written, allowed)},
                                  {"expected", joinedWords(allowed)}}));
        if (typeOf(*constant) == definition.type || constant->isNull())
            made = {*constant, nullptr};
        return made;
    }

    void finish(DecisionTable::Row& row) {
        row.constant = std::none_of(row.outputs.begin(), row.outputs.end(), [](const auto& o) { return o.program; });
        if (!row.constant)
            return;
        Context context;
        for (std::size_t i = 0; i < row.outputs.size(); ++i)
            context.emplace_back(m_definition.outputs[i].name, row.outputs[i].value);
        row.value = row.outputs.size() == 1 ? row.outputs[0].value : Value(std::move(context));
    }

    void rows() {
        const std::size_t rows = m_definition.rows.size();
        m_table->m_rows.resize(rows);
        for (std::size_t column = 0; column < m_definition.inputs.size(); ++column) {
            std::vector<std::optional<ConstantCell>> cells;
            for (std::size_t row = 0; row < rows; ++row)
                cells.push_back(cell(m_definition.rows[row].when[column], column, row,
                                     place("rows", row) + "/when/#" + std::to_string(column)));
            std::vector<const ConstantCell*> pointers;
            for (const std::optional<ConstantCell>& each : cells)
                pointers.push_back(each ? &*each : nullptr);
            const TableInput& input = m_definition.inputs[column];
            const std::optional<ConstantCell> within = limits(input, column);
            m_table->m_columns.emplace_back(input.type, input.values, pointers, within ? &*within : nullptr, m_hints);
            m_hints.clear();
        }
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t i = 0; i < m_definition.outputs.size(); ++i)
                m_table->m_rows[row].outputs.push_back(
                    output(m_definition.rows[row].then[i], i, place("rows", row) + "/then/#" + std::to_string(i)));
            finish(m_table->m_rows[row]);
        }
    }

    std::optional<ConstantCell> limits(const TableInput& input, std::size_t column) {
        if (input.within.empty())
            return std::nullopt;
        const std::string path = place("inputs", column) + "/within";
        const std::size_t known = m_problems.size();
        const Result<UnaryTests> tests = parseUnaryTests(input.within, input.name);
        if (!tests) {
            report(path, tests.error());
            return std::nullopt;
        }
        if (tests->plain)
            compiled(tests->plain, input.within, Type::Boolean, path);
        std::optional<ConstantCell> cell = m_problems.size() > known ? std::nullopt : constantCell(*tests, input.type);
        if (!cell && m_problems.size() == known)
            report(path, {"table.unfit-within", {}});
        return cell;
    }

    /// nullopt: the row got an open cell, or a problem.
    std::optional<ConstantCell> cell(const std::string& text, std::size_t column, std::size_t row,
                                     const std::string& path) {
        const Result<UnaryTests> tests = parseUnaryTests(text, m_definition.inputs[column].name);
        if (!tests) {
            report(path, tests.error());
            return std::nullopt;
        }
        const std::size_t known = m_problems.size();
        DecisionTable::OpenCell open{column, tests->negated, tests->takesNull, nullptr, nullptr};
        if (tests->plain)
            open.plain = compiled(tests->plain, text, Type::Boolean, path);
        if (tests->conditions)
            open.conditions = compiled(tests->conditions, text, Type::Boolean, path);
        if (m_problems.size() > known)
            return std::nullopt;
        std::optional<ConstantCell> constant = constantCell(*tests, m_definition.inputs[column].type);
        if (!constant) {
            for (const NodePtr& tree : {tests->plain, tests->conditions})
                if (tree)
                    addHints(*tree, m_definition.inputs[column].type);
            m_table->m_rows[row].open.push_back(std::move(open));
        }
        return constant;
    }

    void addHints(const Node& node, Type type) {
        if (node.kind == NodeKind::Literal || node.kind == NodeKind::At)
            if (std::optional<Value> value = constantOf(node); value && typeOf(*value) == type && isOrdered(type))
                m_hints.push_back(*std::move(value));
        for (const NodePtr& child : node.children)
            addHints(*child, type);
    }

    const TableDefinition& m_definition;
    std::shared_ptr<DecisionTable> m_table;
    std::vector<Value> m_hints; ///< of the column at hand
    std::vector<TableProblem> m_problems;
};

CompiledTable DecisionTable::compile(const TableDefinition& definition, const Schema& tables) {
    return TableCompiler(definition, tables).run();
}

std::vector<std::vector<TableProblem>> addTables(std::span<const TableDefinition* const> definitions, Schema& schema) {
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<std::vector<TableProblem>> problems(definitions.size());
    std::vector<State> states(definitions.size(), State::New);
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < definitions.size(); ++i)
        index.emplace(functionNameOf(definitions[i]->id), i);
    std::vector<std::size_t> path;
    const std::function<void(std::size_t)> add = [&](std::size_t i) {
        states[i] = State::Open;
        path.push_back(i);
        for (const std::string& name : callsOf(*definitions[i])) {
            const auto found = index.find(name);
            if (found == index.end())
                continue;
            if (states[found->second] == State::New)
                add(found->second);
            else if (states[found->second] == State::Open)
                for (auto at = std::find(path.begin(), path.end(), found->second); at != path.end(); ++at)
                    if (problems[*at].empty())
                        problems[*at].push_back({"id", Error{"table.recursion", {{"table", definitions[*at]->id}}}});
        }
        path.pop_back();
        states[i] = State::Done;
        if (!problems[i].empty())
            return;
        CompiledTable made = DecisionTable::compile(*definitions[i], schema);
        problems[i] = std::move(made.problems);
        if (made.table)
            schema.addTable(std::move(made.table));
    };
    for (std::size_t i = 0; i < definitions.size(); ++i)
        if (states[i] == State::New)
            add(i);
    return problems;
}

} // namespace wayreeve::rules
