#include "rules/checker.h"

#include "base/text.h"
#include "rules/decision_table.h"
#include "rules/functions.h"
#include "rules/parser.h"
#include "rules/temporal.h"
#include "rules/typing.h"

#include <algorithm>
#include <string>

namespace wayreeve::rules {

namespace {

std::string typeNames(TypeSet set) {
    std::string names;
    for (int i = static_cast<int>(Type::Boolean); i <= static_cast<int>(Type::Context); ++i) {
        if (!(set & only(static_cast<Type>(i))))
            continue;
        names += names.empty() ? "" : ", ";
        names += typeName(static_cast<Type>(i));
    }
    return names;
}

std::string joinedNames(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names)
        result += (result.empty() ? "" : ", ") + name;
    return result;
}

class Checker {
public:
    Checker(std::string_view text, const Schema& schema)
        : m_text(text)
        , m_schema(schema) {}

    CheckResult run(const Node& tree, Type expected) {
        CheckResult result;
        result.type = typed(tree).type;
        // A condition that is the null literal can never be met: that is a mistake, not an open type.
        const bool fits = expected == Type::Any || result.type == expected || result.type == Type::Any ||
                          (result.type == Type::Null && expected != Type::Boolean);
        if (!fits && m_errors.empty())
            add("feel.wrong-type", tree.range, {{"expected", typeName(expected)}, {"found", typeName(result.type)}});
        std::stable_sort(m_errors.begin(), m_errors.end(), [](const Error& a, const Error& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        result.errors = std::move(m_errors);
        return result;
    }

private:
    struct Local {
        std::string name;
        Type type = Type::Any;
    };

    void add(std::string_view code, SourceRange range,
             std::initializer_list<std::pair<std::string_view, std::string_view>> parameters) {
        m_errors.push_back(errorAt(code, m_text, range, parameters));
    }

    void need(const Node& node, Type found, TypeSet allowed, std::string_view function = {}) {
        if (!isOpen(found) && !(allowed & only(found)))
            add("feel.wrong-type", node.range,
                {{"expected", typeNames(allowed)}, {"found", typeName(found)}, {"function", function}});
    }

    Typed boolean(const Node& node) {
        const Typed found = typed(node);
        need(node, found.type, only(Type::Boolean));
        return found;
    }

    Typed typed(const Node& node) {
        switch (node.kind) {
        case NodeKind::Literal:
            return {typeOf(node.value)};
        case NodeKind::At:
            return at(node);
        case NodeKind::Name:
            return name(node);
        case NodeKind::Member:
            return member(node, typed(*node.children[0]).type, node.words[0]);
        case NodeKind::List:
            return list(node);
        case NodeKind::Context:
            for (const NodePtr& child : node.children)
                typed(*child);
            return {Type::Context};
        case NodeKind::Negate: {
            const Typed operand = typed(*node.children[0]);
            need(*node.children[0], operand.type, only(Type::Number) | only(Type::Duration) | only(Type::Months));
            return {operand.type};
        }
        case NodeKind::Binary:
            return binary(node);
        case NodeKind::And:
        case NodeKind::Or:
            for (const NodePtr& child : node.children)
                boolean(*child);
            return {Type::Boolean};
        case NodeKind::If:
            return conditional(node);
        case NodeKind::Between:
            return between(node);
        case NodeKind::In:
            return membership(node);
        case NodeKind::Compare:
        case NodeKind::Range:
            return {Type::Boolean}; // read by membership()
        case NodeKind::Call:
            return call(node);
        case NodeKind::Filter:
            return filter(node);
        case NodeKind::Quantified:
            return quantified(node);
        }
        return {};
    }

    Typed at(const Node& node) {
        const std::optional<Type> type = atType(*node.value.text());
        if (!type)
            add("feel.bad-literal", node.range,
                {{"found", node.value.text()->substr(0, 60)}, {"expected", "date, time, date and time, duration"}});
        return {type.value_or(Type::Any)};
    }

    Typed name(const Node& node) {
        for (auto local = m_locals.rbegin(); local != m_locals.rend(); ++local)
            if (local->name == node.words[0])
                return members(node, {local->type}, 1);
        const Binding binding = bindName(node.words, m_schema);
        if (!binding.entry) {
            std::vector<std::string> known = m_schema.names();
            for (const Local& local : m_locals)
                known.push_back(local.name);
            const std::string written = dottedName(node);
            add("feel.unknown-name", node.range, {{"found", written}, {"nearest", nearestName(written, known)}});
            return {};
        }
        return members(node, {binding.entry->type, binding.entry->element, binding.entry}, binding.used);
    }

    /// The words of a name behind the first `used`.
    Typed members(const Node& node, Typed from, std::size_t used) {
        // An unknown word behind a plain value is a slip in the whole name: "customer.tier.x", "event.amout".
        for (std::size_t i = used; i < node.words.size(); ++i)
            from = member(node, from.type, node.words[i]);
        return from;
    }

    Typed member(const Node& node, Type from, const std::string& word) {
        if (const std::optional<Type> type = memberType(from, word))
            return {*type};
        const std::vector<std::string> known = memberNames(from);
        add("feel.unknown-member", node.range,
            {{"found", word},
             {"nearest", nearestName(word, known)},
             {"expected", joinedNames(known)},
             {"type", typeName(from)}});
        return {};
    }

    Typed list(const Node& node) {
        Typed result{Type::List, Type::Null};
        for (const NodePtr& child : node.children)
            result.element = join(result.element, typed(*child).type);
        if (result.element == Type::Null)
            result.element = Type::Any;
        return result;
    }

    Typed binary(const Node& node) {
        const Typed left = typed(*node.children[0]);
        const Typed right = typed(*node.children[1]);
        if (isComparison(node.op)) {
            compared(node, node.op, left, right);
            allowedTexts(left, *node.children[1]);
            allowedTexts(right, *node.children[0]);
            return {Type::Boolean};
        }
        const std::optional<Type> type = arithmeticType(node.op, left.type, right.type);
        if (!type)
            operandTypes(node, operatorText(node.op), left.type, right.type);
        return {type.value_or(Type::Any)};
    }

    void operandTypes(const Node& node, std::string_view op, Type left, Type right) {
        add("feel.operand-types", node.range, {{"operator", op}, {"left", typeName(left)}, {"right", typeName(right)}});
    }

    void compared(const Node& node, Operator op, const Typed& left, const Typed& right) {
        if (!comparable(op, left.type, right.type))
            operandTypes(node, operatorText(op), left.type, right.type);
    }

    /// A text literal beside a name that takes only certain texts must be one of them.
    void allowedTexts(const Typed& of, const Node& literal) {
        if (!of.entry || of.entry->allowed.empty())
            return;
        if (literal.kind == NodeKind::List) {
            for (const NodePtr& child : literal.children)
                allowedTexts(of, *child);
            return;
        }
        if (literal.kind != NodeKind::Literal || !literal.value.text())
            return;
        const std::string& written = *literal.value.text();
        const std::vector<std::string>& allowed = of.entry->allowed;
        if (std::find(allowed.begin(), allowed.end(), written) == allowed.end())
            add("feel.unknown-value", literal.range,
                {{"found", written}, {"nearest", nearestName(written, allowed)}, {"expected", joinedNames(allowed)}});
    }

    Typed conditional(const Node& node) {
        boolean(*node.children[0]);
        const Typed then = typed(*node.children[1]);
        const Typed otherwise = typed(*node.children[2]);
        return {join(then.type, otherwise.type), join(then.element, otherwise.element)};
    }

    Typed between(const Node& node) {
        const Typed value = typed(*node.children[0]);
        for (std::size_t i = 1; i <= 2; ++i)
            compared(*node.children[i], Operator::LessEqual, value, typed(*node.children[i]));
        return {Type::Boolean};
    }

    Typed membership(const Node& node) {
        const Typed value = typed(*node.children[0]);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const Node& test = *node.children[i];
            if (test.kind == NodeKind::Compare) {
                compared(test, test.op, value, typed(*test.children[0]));
                allowedTexts(value, *test.children[0]);
            } else if (test.kind == NodeKind::Range) {
                for (const NodePtr& bound : test.children)
                    compared(*bound, Operator::LessEqual, value, typed(*bound));
            } else {
                plainTest(value, test);
            }
        }
        return {Type::Boolean};
    }

    void plainTest(const Typed& value, const Node& test) {
        const Typed found = typed(test);
        const bool fits = comparable(Operator::Equal, value.type, found.type) ||
                          (found.type == Type::List && comparable(Operator::Equal, value.type, found.element));
        if (!fits)
            operandTypes(test, "in", value.type, found.type == Type::List ? found.element : found.type);
        allowedTexts(value, test);
    }

    Typed filter(const Node& node) {
        const Typed list = typed(*node.children[0]);
        need(*node.children[0], list.type, only(Type::List));
        m_locals.push_back({"item", list.element});
        const Typed condition = typed(*node.children[1]);
        m_locals.pop_back();
        need(*node.children[1], condition.type, only(Type::Boolean) | only(Type::Number));
        if (condition.type == Type::Number)
            return {list.element};
        return {condition.type == Type::Boolean ? Type::List : Type::Any, list.element};
    }

    Typed quantified(const Node& node) {
        const Typed list = typed(*node.children[0]);
        need(*node.children[0], list.type, only(Type::List));
        m_locals.push_back({node.words[0], list.element});
        boolean(*node.children[1]);
        m_locals.pop_back();
        return {Type::Boolean};
    }

    Typed call(const Node& node) {
        std::vector<Typed> arguments;
        for (const NodePtr& child : node.children)
            arguments.push_back(typed(*child));
        const Function* function = findFunction(node.words[0]);
        if (!function) {
            if (const std::shared_ptr<const DecisionTable> table = m_schema.table(node.words[0]))
                return asked(node, *table, arguments);
            std::vector<std::string> known = m_schema.tableNames();
            known.insert(known.end(), functionNames().begin(), functionNames().end());
            add("feel.unknown-function", node.range,
                {{"found", node.words[0]}, {"nearest", nearestName(node.words[0], known)}});
            return {};
        }
        const int count = static_cast<int>(arguments.size());
        const bool between = function->fromNumbers && count > function->fewest && count < function->most;
        if (count < function->fewest || (function->most >= 0 && count > function->most) || between) {
            add("feel.argument-count", node.range,
                {{"function", function->name}, {"expected", countText(*function)}, {"found", std::to_string(count)}});
            return {};
        }
        for (std::size_t i = 0; i < arguments.size(); ++i)
            need(*node.children[i], arguments[i].type, allowedFor(*function, i, count), function->name);
        if (function->name == "list contains")
            allowedElement(node, arguments);
        return callResult(node, *function, arguments);
    }

    /// A table: an argument for each input, or none at all where every input has an expression of its own.
    Typed asked(const Node& node, const DecisionTable& table, const std::vector<Typed>& arguments) {
        const std::vector<TableInput>& inputs = table.definition().inputs;
        const std::string count = std::to_string(inputs.size());
        if (arguments.empty() && !inputs.empty() && table.arguments().empty()) {
            add("feel.argument-count", node.range, {{"function", node.words[0]}, {"expected", count}, {"found", "0"}});
        } else if (arguments.empty()) {
            for (std::size_t i = 0; i < inputs.size(); ++i)
                for (const Error& error :
                     check(*table.arguments()[i], inputs[i].expression, m_schema, inputs[i].type).errors)
                    add("table.unfit-input", node.range,
                        {{"table", table.definition().id},
                         {"input", inputs[i].name},
                         {"reason", error.code},
                         {"found", error.parameter("found")}});
        } else if (arguments.size() != inputs.size()) {
            add("feel.argument-count", node.range,
                {{"function", node.words[0]}, {"expected", count}, {"found", std::to_string(arguments.size())}});
        } else {
            for (std::size_t i = 0; i < inputs.size(); ++i) {
                need(*node.children[i], arguments[i].type, only(inputs[i].type), node.words[0]);
                allowedTexts({inputs[i].type, Type::Any, &table.inputEntry(i)}, *node.children[i]);
            }
        }
        return {table.type(), table.elementType(), table.outputEntry()};
    }

    static std::string countText(const Function& function) {
        std::string text = std::to_string(function.fewest);
        if (function.most < 0)
            return text + "…";
        if (function.most != function.fewest)
            text += (function.fromNumbers ? ", " : "…") + std::to_string(function.most);
        return text;
    }

    static TypeSet allowedFor(const Function& function, std::size_t index, int count) {
        const TypeSet set = function.parameters[std::min(index, function.parameters.size() - 1)];
        if (!function.fromNumbers)
            return set;
        const TypeSet number = only(Type::Number);
        return count == function.most ? number : static_cast<TypeSet>(set & ~number);
    }

    void allowedElement(const Node& node, const std::vector<Typed>& arguments) {
        allowedTexts(arguments[0], *node.children[1]);
        if (!comparable(Operator::Equal, arguments[0].element, arguments[1].type))
            operandTypes(node, "list contains", arguments[0].element, arguments[1].type);
    }

    Typed callResult(const Node& node, const Function& function, const std::vector<Typed>& arguments) {
        constantText(node, function);
        switch (function.rule) {
        case ResultRule::Fixed:
            return {function.result};
        case ResultRule::SameAsFirst:
            return {arguments[0].type};
        case ResultRule::ItemOfFirst:
            return {arguments[0].type == Type::List ? arguments[0].element : arguments[0].type};
        case ResultRule::JoinOfAll: {
            Typed result{Type::Null, Type::Null};
            for (const Typed& argument : arguments)
                result = {join(result.type, argument.type), join(result.element, argument.element)};
            return result;
        }
        case ResultRule::DurationLiteral: {
            const std::string* text = node.children[0]->value.text();
            const Value value = text && node.children[0]->kind == NodeKind::Literal ? parseIsoDuration(*text) : Value();
            return {value.isNull() ? Type::Any : typeOf(value)};
        }
        }
        return {};
    }

    /// date("2026-02-30") can only be a slip.
    void constantText(const Node& node, const Function& function) {
        if (node.children.size() != 1 || node.children[0]->kind != NodeKind::Literal || !node.children[0]->value.text())
            return;
        const std::string& text = *node.children[0]->value.text();
        bool local = false;
        const bool wrong = (function.name == "date" && parseDate(text).isNull()) ||
                           (function.name == "time" && parseTime(text).isNull()) ||
                           (function.name == "date and time" && parseDateTime(text, Zone(), local).isNull()) ||
                           (function.name == "duration" && parseIsoDuration(text).isNull());
        if (wrong)
            add("feel.bad-literal", node.children[0]->range, {{"found", text}, {"expected", function.name}});
    }

    std::string_view m_text;
    const Schema& m_schema;
    std::vector<Local> m_locals;
    std::vector<Error> m_errors;
};

} // namespace

CheckResult check(const Node& tree, std::string_view text, const Schema& schema, Type expected) {
    return Checker(text, schema).run(tree, expected);
}

std::vector<Error> checkText(std::string_view text, const Schema& schema, Type expected) {
    const Result<NodePtr> tree = parse(text);
    if (!tree)
        return {tree.error()};
    return check(**tree, text, schema, expected).errors;
}

} // namespace wayreeve::rules
