#include "rules/rules_tests.h"
#include "rules/sample_facts.h"

#include "rules/checker.h"
#include "rules/functions.h"
#include "rules/parser.h"
#include "rules/printer.h"

#include <QTest>

#include <string>

using namespace wayreeve;
using rules::Node;
using rules::NodeKind;
using rules::NodePtr;
using rules::Operator;

namespace {

/// A small generator of our own: the same trees and texts on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed) {}
    int below(int n) {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<int>((m_state >> 11) % static_cast<std::uint64_t>(n));
    }

private:
    std::uint64_t m_state;
};

NodePtr make(Node node) {
    return std::make_shared<const Node>(std::move(node));
}

NodePtr leaf(NodeKind kind, Value value) {
    Node node;
    node.kind = kind;
    node.value = std::move(value);
    return make(std::move(node));
}

NodePtr branch(NodeKind kind, std::vector<NodePtr> children, Operator op = Operator::None,
               std::vector<std::string> words = {}) {
    Node node;
    node.kind = kind;
    node.op = op;
    node.children = std::move(children);
    node.words = std::move(words);
    return make(std::move(node));
}

class Trees {
public:
    explicit Trees(std::uint64_t seed)
        : m_dice(seed) {}

    NodePtr tree(int depth) {
        if (depth <= 0)
            return atom();
        switch (m_dice.below(16)) {
        case 0:
            return branch(NodeKind::Negate, {tree(depth - 1)});
        case 1:
            return nary(NodeKind::And, depth);
        case 2:
            return nary(NodeKind::Or, depth);
        case 3:
            return branch(NodeKind::If, {tree(depth - 1), tree(depth - 1), tree(depth - 1)});
        case 4:
            return branch(NodeKind::Between, {tree(depth - 1), tree(depth - 1), tree(depth - 1)});
        case 5:
            return membership(depth);
        case 6:
            return call(depth);
        case 7:
            return branch(NodeKind::Filter, {tree(depth - 1), tree(depth - 1)});
        case 8:
            return quantified(depth);
        case 9:
            return branch(NodeKind::List, several(depth, m_dice.below(4)));
        case 10: {
            std::vector<NodePtr> values = several(depth, m_dice.below(3));
            std::vector<std::string> keys = {word(), "second key", "if"};
            keys.resize(values.size());
            return branch(NodeKind::Context, std::move(values), Operator::None, std::move(keys));
        }
        case 11: {
            NodePtr base = tree(depth - 1);
            if (base->kind == NodeKind::Name)
                base = branch(NodeKind::Filter, {base, atom()});
            return branch(NodeKind::Member, {base}, Operator::None, {word()});
        }
        default:
            return branch(NodeKind::Binary, {tree(depth - 1), tree(depth - 1)},
                          static_cast<Operator>(1 + m_dice.below(11)));
        }
    }

private:
    std::string word() {
        static const char* const words[] = {"a",    "event", "date",   "day",     "years", "string", "list",   "if",
                                            "and",  "in",    "x y",    "a.b",     "not",   "true",   "starts", "größe",
                                            "null", "count", "_under", "between", "item",  "time"};
        return words[m_dice.below(static_cast<int>(std::size(words)))];
    }

    NodePtr atom() {
        switch (m_dice.below(7)) {
        case 0:
            return leaf(NodeKind::Literal, Value(Decimal::fromParts(m_dice.below(100'000), m_dice.below(9) - 5)));
        case 1:
            return leaf(
                NodeKind::Literal,
                Value(std::string("q\"\\\n\t\r\x01 ü🐎").substr(0, 7 + static_cast<std::size_t>(m_dice.below(2)))));
        case 2:
            return leaf(NodeKind::Literal, m_dice.below(2) ? Value() : Value(m_dice.below(2) == 0));
        case 3:
            return leaf(NodeKind::At, Value("2026-11-03"));
        default: {
            std::vector<std::string> words = {word()};
            while (m_dice.below(3) == 0)
                words.push_back(word());
            return branch(NodeKind::Name, {}, Operator::None, std::move(words));
        }
        }
    }

    std::vector<NodePtr> several(int depth, int count) {
        std::vector<NodePtr> children;
        for (int i = 0; i < count; ++i)
            children.push_back(tree(depth - 1));
        return children;
    }

    NodePtr nary(NodeKind kind, int depth) {
        std::vector<NodePtr> children;
        while (children.size() < 2 || m_dice.below(3) == 0) {
            NodePtr child = tree(depth - 1);
            children.push_back(child->kind == kind ? branch(NodeKind::Negate, {child}) : child);
        }
        return branch(kind, std::move(children));
    }

    NodePtr membership(int depth) {
        std::vector<NodePtr> children = {tree(depth - 1)};
        do {
            const int kind = m_dice.below(3);
            if (kind == 0) {
                Node range;
                range.kind = NodeKind::Range;
                range.closedStart = m_dice.below(2) == 0;
                range.closedEnd = m_dice.below(2) == 0;
                range.children = {tree(depth - 1), tree(depth - 1)};
                children.push_back(make(std::move(range)));
            } else if (kind == 1) {
                children.push_back(
                    branch(NodeKind::Compare, {tree(depth - 1)}, static_cast<Operator>(6 + m_dice.below(6))));
            } else {
                children.push_back(tree(depth - 1));
            }
        } while (m_dice.below(2) == 0);
        return branch(NodeKind::In, std::move(children));
    }

    NodePtr call(int depth) {
        const std::vector<std::string>& names = rules::functionNames();
        return branch(NodeKind::Call, several(depth, m_dice.below(4)), Operator::None,
                      {names[static_cast<std::size_t>(m_dice.below(static_cast<int>(names.size())))]});
    }

    NodePtr quantified(int depth) {
        Node node;
        node.kind = NodeKind::Quantified;
        node.every = m_dice.below(2) == 0;
        node.words = {word()};
        node.children = {tree(depth - 1), tree(depth - 1)};
        return make(std::move(node));
    }

    Dice m_dice;
};

const std::vector<std::string>& corpus() {
    static const std::vector<std::string> texts = {
        "event.amount > 100 and customer.tier in (\"gold\", \"silver\") and not(customer.vulnerable)",
        "if event.items between 1 and 5 then event.amount * 2 else -1",
        "count(orders[item.status = \"paid\"]) >= 2 or some n in numbers satisfies n in [1..3)",
        "now() - customer.since < duration(\"P7D\") and date and time(\"2026-01-01T10:00:00\") < now()",
        "{a: [1, 2, {b: \"\\u00e9\"}], `odd key`: @\"2026-01-01\"}.a[1] = 1 // comment",
        "`odd-name` ** 2 / 3 - -1.5e3 in (> 2, ]1..2[, numbers)",
        "substring(upper case(event.note), 1, 3) + string(event.amount) /* x */ != \"\"",
    };
    return texts;
}

} // namespace

void TextTests::prints_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    static const char* const rows[][2] = {
        {"1+2*3", "1 + 2 * 3"},
        {"(1+2)*3", "(1 + 2) * 3"},
        {"1-(2-3)", "1 - (2 - 3)"},
        {"(1-2)-3", "1 - 2 - 3"},
        {"(a and b) and c", "a and b and c"},
        {"a or (b and c)", "a or b and c"},
        {"(a or b) and c", "(a or b) and c"},
        {"a = b = c", "(a = b) = c"},
        {"not( x )", "not(x)"},
        {"x in 3", "x in (3)"},
        {"x in > 3", "x in > 3"},
        {"x in (1,[2..3],>4)", "x in (1, [2..3], > 4)"},
        {"x in ]1..2[", "x in (1..2)"},
        {"x in [1,2]", "x in [1, 2]"},
        {"x between 1+1 and (2)", "x between 1 + 1 and 2"},
        {"-(-x)", "--x"},
        {"(-2)**2", "-2 ** 2"},
        {"-(2**2)", "-(2 ** 2)"},
        {"`a-b`.c", "`a-b`.c"},
        {"`plain`", "plain"},
        {"`if`", "`if`"},
        {"a.`if`", "a.if"},
        {"date and (time)", "`date` and time"},
        {"(date) and time(\"10:00\")", "`date` and time(\"10:00\")"},
        {"(a).b", "a.b"},
        {"{ \"a b\" : 1 , c:2}", "{\"a b\": 1, c: 2}"},
        {"\"tab\\tquote\\\"\"", "\"tab\\tquote\\\"\""},
        {"(if a then b else c)+1", "(if a then b else c) + 1"},
        {"if a then b else (c+1)", "if a then b else c + 1"},
        {"some x in a, y in b satisfies x=y", "some x in a satisfies some y in b satisfies x = y"},
        {"a[1].b", "a[1].b"},
        {"(a+b)[1]", "(a + b)[1]"},
        {"@\"P1D\"", "@\"P1D\""},
        {"1.50", "1.5"},
        {"starts   with(a,b)", "starts with(a, b)"},
    };
    for (const auto& row : rows)
        QTest::newRow(row[0]) << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
}

void TextTests::prints() {
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto tree = rules::parse(text.toStdString());
    QVERIFY2(tree.ok(), tree.ok() ? "" : debugText(tree.error()).c_str());
    QCOMPARE(QString::fromStdString(rules::print(**tree)), printed);
    const auto again = rules::parse(printed.toStdString());
    QVERIFY(again.ok());
    QVERIFY(rules::sameMeaning(**tree, **again));
}

void TextTests::printedTreesReadBack() {
    Trees trees(20261103);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        const NodePtr tree = trees.tree(1 + i % 4);
        const std::string text = rules::print(*tree);
        if (text.size() > rules::maxTextBytes)
            continue;
        const auto again = rules::parse(text);
        QVERIFY2(again.ok(), again.ok() ? "" : (text + "\n" + debugText(again.error())).c_str());
        QVERIFY2(rules::sameMeaning(*tree, **again), (text + "\n" + rules::print(**again)).c_str());
        ++read;
    }
    QVERIFY(read > 19'000);
}

void TextTests::mutatedTextsNeverCrash() {
    const SampleFacts facts;
    Dice dice(7);
    static const char* const pieces[] = {"(",    ")",          "[",           "]",         "{",
                                         "}",    "..",         ",",           " and ",     " or ",
                                         " in ", "not(",       "\"",          "`",         "@\"",
                                         "if ",  " then ",     " else ",      "-",         "**",
                                         "\\u",  "1e9",        "null",        "numbers",   "date and time(",
                                         ".",    ":",          "//",          "/*",        "\xc3",
                                         "é",    "some x in ", " satisfies ", " between ", "=",
                                         "<"};
    int compiled = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text = corpus()[static_cast<std::size_t>(i) % corpus().size()];
        for (int change = 1 + dice.below(3); change > 0; --change) {
            const std::size_t at = static_cast<std::size_t>(dice.below(static_cast<int>(text.size()) + 1));
            switch (dice.below(4)) {
            case 0:
                text.erase(at, 1 + static_cast<std::size_t>(dice.below(6)));
                break;
            case 1:
                text.insert(at, pieces[dice.below(static_cast<int>(std::size(pieces)))]);
                break;
            case 2:
                if (at < text.size())
                    text[at] = static_cast<char>(dice.below(256));
                break;
            default: {
                const std::size_t from = static_cast<std::size_t>(dice.below(static_cast<int>(text.size()) + 1));
                text.insert(at, text.substr(from, static_cast<std::size_t>(dice.below(12))));
            }
            }
        }
        for (const Error& error : rules::checkText(text, facts.schema, rules::Type::Any)) {
            const int begin = std::stoi(error.parameter("begin"));
            const int end = std::stoi(error.parameter("end"));
            QVERIFY2(begin >= 0 && begin <= end && end <= static_cast<int>(text.size()), text.c_str());
            QVERIFY2(error.line >= 1 && error.column >= 1, text.c_str());
        }
        const auto made = rules::Expression::compile(text, facts.schema, rules::Type::Any);
        if (!made)
            continue;
        ++compiled;
        const Value value = made->evaluate(facts.frame());
        const rules::Truth truth = made->test(facts.frame());
        QVERIFY2(value.boolean() ? truth == (value.isTrue() ? rules::Truth::True : rules::Truth::False)
                                 : truth == rules::Truth::Null,
                 text.c_str());
        for (const rules::TraceStep& step : made->trace(facts.frame()))
            QVERIFY(step.range.end <= text.size());
    }
    QVERIFY2(compiled > 2'000, std::to_string(compiled).c_str());
}

void TextTests::randomTreesEvaluateAlike() {
    // A condition answers the same compiled as a whole (jumps, fused comparisons, folded constants) and with every
    // operand hidden in a list, where none of these shortcuts applies.
    const SampleFacts facts;
    Dice dice(99);
    static const char* const atoms[] = {"event.amount", "event.items", "missing.number", "3", "120.5", "five", "-1"};
    static const char* const flags[] = {"yes", "no", "missing.flag", "flag", "true", "null"};
    static const char* const comparisons[] = {"=", "!=", "<", "<=", ">", ">="};
    const auto hidden = [](const std::string& text) { return "[" + text + ", 0][1]"; };
    for (int i = 0; i < 5'000; ++i) {
        std::string plain;
        std::string slow;
        const int parts = 1 + dice.below(5);
        for (int p = 0; p < parts; ++p) {
            const std::string join = p == 0 ? "" : dice.below(2) ? " and " : " or ";
            std::string part;
            std::string slowPart;
            if (dice.below(3) == 0) {
                part = flags[dice.below(6)];
                slowPart = hidden(part);
            } else {
                const std::string a = atoms[dice.below(7)];
                const std::string b = atoms[dice.below(7)];
                const std::string op = std::string(" ") + comparisons[dice.below(6)] + " ";
                part = a + op + b;
                slowPart = hidden(a) + op + hidden(b);
                if (dice.below(4) == 0) {
                    part = a + " in [" + b + "..5]";
                    slowPart = hidden(a) + " in [" + hidden(b) + ".." + hidden("5") + "]";
                }
            }
            if (dice.below(4) == 0) {
                part = "not(" + part + ")";
                slowPart = "not(" + slowPart + ")";
            }
            plain += join + part;
            slow += join + slowPart;
        }
        const auto fast = rules::Expression::compile(plain, facts.schema, rules::Type::Boolean);
        const auto other = rules::Expression::compile(slow, facts.schema, rules::Type::Boolean);
        if (!fast || !other) // null alone is no condition
            continue;
        QVERIFY2(fast->test(facts.frame()) == other->test(facts.frame()), plain.c_str());
    }
}
