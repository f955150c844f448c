#include "rules/parser.h"

#include "base/text.h"
#include "rules/functions.h"
#include "rules/lexer.h"
#include "rules/precedence.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace wayreeve::rules {

namespace {

struct BinaryOperator {
    std::string_view text;
    Operator op;
    int level;
};
constexpr BinaryOperator binaryOperators[] = {{"+", Operator::Add, additiveLevel},
                                              {"-", Operator::Subtract, additiveLevel},
                                              {"*", Operator::Multiply, multiplicativeLevel},
                                              {"/", Operator::Divide, multiplicativeLevel},
                                              {"**", Operator::Power, powerLevel},
                                              {"=", Operator::Equal, comparisonLevel},
                                              {"!=", Operator::NotEqual, comparisonLevel},
                                              {"<", Operator::Less, comparisonLevel},
                                              {"<=", Operator::LessEqual, comparisonLevel},
                                              {">", Operator::Greater, comparisonLevel},
                                              {">=", Operator::GreaterEqual, comparisonLevel}};

/// Recursive descent over the token list; operators by precedence climbing, all binary ones left-associative (DMN 1.3
/// §10.3.1.2). A null NodePtr means that m_error is set.
class Parser {
public:
    Parser(std::string_view text, std::vector<Token> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens)) {}

    Result<NodePtr> run() {
        if (here().kind == TokenKind::End)
            return errorAt("feel.empty", m_text, here().range);
        NodePtr tree = expression();
        if (tree && here().kind != TokenKind::End)
            tree = unexpected("operator");
        if (!tree)
            return *m_error;
        return tree;
    }

    Result<UnaryTests> runUnary(const std::string& input) {
        m_input = &input;
        UnaryTests tests;
        if (here().kind == TokenKind::End)
            return errorAt("feel.empty", m_text, here().range);
        if (here().is("-") && ahead(1).kind == TokenKind::End) {
            tests.any = true;
            return tests;
        }
        tests.negated = negatesAll();
        if (tests.negated) {
            take();
            take();
        }
        if (!unaryList(tests, input) || (tests.negated && !need(")")))
            return *m_error;
        if (here().kind != TokenKind::End)
            unexpected("operator");
        if (m_error)
            return *m_error;
        return tests;
    }

private:
    /// Whether the whole cell is one not( … ).
    bool negatesAll() const {
        if (!here().isWord("not") || !ahead(1).is("("))
            return false;
        int level = 0;
        for (std::size_t i = m_at + 1; i < m_tokens.size(); ++i) {
            if (m_tokens[i].is("(") || m_tokens[i].is("[") || m_tokens[i].is("{"))
                ++level;
            else if (m_tokens[i].is(")") || m_tokens[i].is("]") || m_tokens[i].is("}"))
                --level;
            if (level == 0)
                return i + 1 < m_tokens.size() && m_tokens[i + 1].kind == TokenKind::End;
        }
        return false;
    }

    bool unaryList(UnaryTests& tests, const std::string& input) {
        const std::uint32_t begin = here().range.begin;
        std::vector<NodePtr> plain = {nullptr};
        std::vector<NodePtr> conditions;
        do {
            m_inputAsked = false;
            NodePtr test = unaryTest(orLevel);
            if (!test)
                return false;
            const Node& meant =
                test->kind == NodeKind::Compare && test->op == Operator::Equal ? *test->children[0] : *test;
            tests.takesNull |= meant.kind == NodeKind::Literal && meant.value.isNull();
            const bool aside = test->kind == NodeKind::Compare || test->kind == NodeKind::Range || !m_inputAsked;
            (aside ? plain : conditions).push_back(std::move(test));
        } while (eat(","));
        if (plain.size() > 1) {
            Node name;
            name.kind = NodeKind::Name;
            name.words = {input};
            plain[0] = finish(std::move(name), begin);
            tests.plain = build(NodeKind::In, begin, std::move(plain));
        }
        if (conditions.size() == 1)
            tests.conditions = conditions[0];
        else if (!conditions.empty())
            tests.conditions = build(NodeKind::Or, begin, std::move(conditions));
        return !m_error;
    }

    const Token& here() const { return m_tokens[m_at]; }
    const Token& ahead(std::size_t n) const { return m_tokens[std::min(m_at + n, m_tokens.size() - 1)]; }
    const Token& take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }
    std::uint32_t lastEnd() const { return m_at == 0 ? 0 : m_tokens[m_at - 1].range.end; }

    NodePtr fail(Error error) {
        if (!m_error)
            m_error = std::move(error);
        return nullptr;
    }
    NodePtr unexpected(std::string_view expected) {
        const SourceRange range = here().range;
        return fail(errorAt("feel.unexpected-token", m_text, range,
                            {{"expected", expected}, {"found", textOf(m_text, range)}}));
    }
    NodePtr tooDeep(SourceRange range) {
        return fail(errorAt("feel.too-deep", m_text, range, {{"limit", std::to_string(maxDepth)}}));
    }
    bool eat(std::string_view symbol) {
        if (!here().is(symbol))
            return false;
        take();
        return true;
    }
    bool need(std::string_view symbol) {
        if (eat(symbol))
            return true;
        unexpected(symbol);
        return false;
    }
    bool needWord(std::string_view word) {
        if (!here().isWord(word)) {
            unexpected(word);
            return false;
        }
        take();
        return true;
    }

    NodePtr finish(Node node, std::uint32_t begin) {
        node.range = {begin, lastEnd()};
        int depth = 1;
        for (const NodePtr& child : node.children) {
            if (!child)
                return nullptr;
            depth = std::max(depth, child->depth + 1);
        }
        if (depth > maxDepth)
            return tooDeep(node.range);
        node.depth = static_cast<std::uint8_t>(depth);
        return std::make_shared<const Node>(std::move(node));
    }
    NodePtr build(NodeKind kind, std::uint32_t begin, std::vector<NodePtr> children, Operator op = Operator::None) {
        Node node;
        node.kind = kind;
        node.op = op;
        node.children = std::move(children);
        return finish(std::move(node), begin);
    }
    NodePtr literal(std::uint32_t begin, Value value, NodeKind kind = NodeKind::Literal) {
        Node node;
        node.kind = kind;
        node.value = std::move(value);
        return finish(std::move(node), begin);
    }

    NodePtr expression() {
        if (m_nesting >= maxDepth)
            return tooDeep(here().range);
        ++m_nesting;
        const bool inRangeEnd = std::exchange(m_inRangeEnd, false);
        NodePtr result = binary(orLevel);
        m_inRangeEnd = inRangeEnd;
        --m_nesting;
        return result;
    }

    /// Everything whose operators bind at least as tightly as `level`.
    NodePtr binary(int level) {
        const std::uint32_t begin = here().range.begin;
        NodePtr left = unary();
        while (left) {
            NodePtr next = continued(left, begin, level);
            if (next == left)
                break;
            left = std::move(next);
        }
        return left;
    }

    /// `left` joined with the operator at hand and its right side, or `left` itself where no operator fits `level`.
    NodePtr continued(const NodePtr& left, std::uint32_t begin, int level) {
        const Token& token = here();
        if (token.kind == TokenKind::Word) {
            if (token.text == "or" && level <= orLevel)
                return logical(NodeKind::Or, left, begin, "or", andLevel);
            if (token.text == "and" && level <= andLevel)
                return logical(NodeKind::And, left, begin, "and", andLevel + 1);
            if (token.text == "in" && level < additiveLevel)
                return membership(left, begin);
            if (token.text == "between" && level < additiveLevel)
                return between(left, begin);
            return left;
        }
        if (token.kind != TokenKind::Symbol)
            return left;
        for (const BinaryOperator& candidate : binaryOperators) {
            if (token.text != candidate.text || candidate.level < level)
                continue;
            take();
            NodePtr right = binary(candidate.level + 1);
            return right ? build(NodeKind::Binary, begin, {left, std::move(right)}, candidate.op) : nullptr;
        }
        return left;
    }

    NodePtr logical(NodeKind kind, const NodePtr& left, std::uint32_t begin, std::string_view word, int operandLevel) {
        std::vector<NodePtr> parts;
        const auto add = [&](const NodePtr& part) {
            if (part->kind == kind) // (a and b) and c is a and b and c
                parts.insert(parts.end(), part->children.begin(), part->children.end());
            else
                parts.push_back(part);
        };
        add(left);
        while (here().isWord(word)) {
            take();
            NodePtr right = binary(operandLevel);
            if (!right)
                return nullptr;
            add(right);
        }
        return build(kind, begin, std::move(parts));
    }

    NodePtr between(const NodePtr& value, std::uint32_t begin) {
        take();
        NodePtr low = binary(additiveLevel);
        if (!low || !needWord("and"))
            return nullptr;
        NodePtr high = binary(additiveLevel);
        return high ? build(NodeKind::Between, begin, {value, std::move(low), std::move(high)}) : nullptr;
    }

    /// Whether the bracket at hand opens a range: ".." comes before its closing bracket and any comma.
    bool opensRange() const {
        int level = 0;
        for (std::size_t i = m_at + 1; i < m_tokens.size(); ++i) {
            const Token& token = m_tokens[i];
            if (token.kind == TokenKind::End)
                return false;
            if (token.kind != TokenKind::Symbol)
                continue;
            if (token.text == "(" || token.text == "[" || token.text == "{")
                ++level;
            else if (token.text == ")" || token.text == "]" || token.text == "}")
                --level;
            if (level < 0 || (level == 0 && token.text == ","))
                return false;
            if (level == 0 && token.text == "..")
                return true;
        }
        return false;
    }

    NodePtr membership(const NodePtr& value, std::uint32_t begin) {
        take();
        std::vector<NodePtr> children = {value};
        if (here().is("(") && !opensRange()) {
            take();
            do {
                children.push_back(unaryTest(orLevel));
                if (!children.back())
                    return nullptr;
            } while (eat(","));
            if (!need(")"))
                return nullptr;
        } else {
            children.push_back(unaryTest(additiveLevel));
            if (!children.back())
                return nullptr;
        }
        return build(NodeKind::In, begin, std::move(children));
    }

    NodePtr unaryTest(int level) {
        const std::uint32_t begin = here().range.begin;
        if (here().is("]") || ((here().is("(") || here().is("[")) && opensRange()))
            return range(begin);
        for (const BinaryOperator& candidate : binaryOperators) {
            if (candidate.level != comparisonLevel || !here().is(candidate.text))
                continue;
            take();
            NodePtr operand = binary(additiveLevel);
            return operand ? build(NodeKind::Compare, begin, {std::move(operand)}, candidate.op) : nullptr;
        }
        return level == orLevel ? expression() : binary(level);
    }

    NodePtr range(std::uint32_t begin) {
        Node node;
        node.kind = NodeKind::Range;
        node.closedStart = take().text == "[";
        NodePtr low = binary(additiveLevel);
        if (!low || !need(".."))
            return nullptr;
        const bool outer = std::exchange(m_inRangeEnd, true);
        NodePtr high = binary(additiveLevel);
        m_inRangeEnd = outer;
        if (!high)
            return nullptr;
        if (!here().is("]") && !here().is(")") && !here().is("["))
            return unexpected("]");
        node.closedEnd = take().text == "]";
        node.children = {std::move(low), std::move(high)};
        return finish(std::move(node), begin);
    }

    NodePtr unary() {
        const std::uint32_t begin = here().range.begin;
        if (!here().is("-"))
            return postfix();
        if (m_nesting >= maxDepth)
            return tooDeep(here().range);
        take();
        ++m_nesting;
        NodePtr operand = unary();
        --m_nesting;
        return operand ? build(NodeKind::Negate, begin, {std::move(operand)}) : nullptr;
    }

    NodePtr postfix() {
        const std::uint32_t begin = here().range.begin;
        NodePtr left = primary();
        while (left) {
            if (here().is(".")) {
                take();
                left = member(left, begin);
            } else if (here().is("[") && !(m_inRangeEnd && closesRange())) {
                take();
                NodePtr condition = expression();
                if (!condition || !need("]"))
                    return nullptr;
                left = build(NodeKind::Filter, begin, {left, std::move(condition)});
            } else {
                break;
            }
        }
        return left;
    }

    /// In "]1..3[" the last bracket closes, in "[1..a[1]]" it opens a filter: that has an expression behind it.
    bool closesRange() const {
        const Token& next = ahead(1);
        if (next.kind == TokenKind::End)
            return true;
        if (next.kind == TokenKind::Word)
            return next.text == "and" || next.text == "or" || next.text == "then" || next.text == "else" ||
                   next.text == "satisfies" || next.text == "in" || next.text == "between";
        return next.kind == TokenKind::Symbol && !next.is("(") && !next.is("[") && !next.is("{") && !next.is("-");
    }

    NodePtr member(const NodePtr& left, std::uint32_t begin) {
        if (here().kind != TokenKind::Word && here().kind != TokenKind::QuotedName)
            return unexpected("name");
        Node node;
        if (left->kind == NodeKind::Name) { // one name of several words, however it was bracketed
            node = *left;
        } else {
            node.kind = NodeKind::Member;
            node.children = {left};
        }
        node.words.push_back(take().text);
        return finish(std::move(node), begin);
    }

    NodePtr primary() {
        const Token& token = here();
        const std::uint32_t begin = token.range.begin;
        switch (token.kind) {
        case TokenKind::Number:
            return literal(begin, take().number);
        case TokenKind::Text:
            return literal(begin, Value(take().text));
        case TokenKind::At:
            return literal(begin, Value(take().text), NodeKind::At);
        case TokenKind::QuotedName:
            return name(begin);
        case TokenKind::Word:
            return word(begin);
        case TokenKind::Symbol:
            break;
        case TokenKind::End:
            return unexpected("expression");
        }
        if (token.text == "?" && m_input) {
            take();
            m_inputAsked = true;
            Node node;
            node.kind = NodeKind::Name;
            node.words = {*m_input};
            return finish(std::move(node), begin);
        }
        if (token.text == "(")
            return parenthesised(begin);
        if (token.text == "[")
            return list(begin);
        if (token.text == "{")
            return context(begin);
        return unexpected("expression");
    }

    NodePtr parenthesised(std::uint32_t begin) {
        if (opensRange())
            return rangeOutsideIn(begin);
        take();
        NodePtr inner = expression();
        return inner && need(")") ? inner : nullptr;
    }

    NodePtr rangeOutsideIn(std::uint32_t begin) {
        NodePtr whole = range(begin);
        if (!whole)
            return nullptr;
        return fail(errorAt("feel.unsupported", m_text, whole->range, {{"found", "range"}}));
    }

    NodePtr name(std::uint32_t begin) {
        Node node;
        node.kind = NodeKind::Name;
        node.words.push_back(take().text);
        return finish(std::move(node), begin);
    }

    NodePtr word(std::uint32_t begin) {
        const std::string& text = here().text;
        if (const std::size_t count = functionWords(); count > 0)
            return call(begin, count);
        if (text == "true" || text == "false")
            return literal(begin, Value(take().text == "true"));
        if (text == "null") {
            take();
            return literal(begin, Value());
        }
        if (text == "if")
            return conditional(begin);
        if (text == "some" || text == "every") {
            const bool every = take().text == "every";
            return quantified(begin, every);
        }
        if (text == "for" || text == "function" || text == "external")
            return fail(errorAt("feel.unsupported", m_text, here().range, {{"found", text}}));
        if (isKeyword(text))
            return unexpected("expression");
        return name(begin);
    }

    /// How many of the words at hand name a function that is called here; 0 where none is.
    std::size_t functionWords() {
        std::size_t words = 0;
        while (words < 8 && ahead(words).kind == TokenKind::Word)
            ++words;
        if (words == 0 || !ahead(words).is("("))
            return 0;
        std::string joined;
        for (std::size_t i = 0; i < words; ++i)
            joined += (i ? " " : "") + ahead(i).text;
        if (findFunction(joined))
            return words;
        // "starts wit(": several words without a keyword among them can only be meant as a function.
        for (std::size_t i = 0; i < words; ++i)
            if (isKeyword(ahead(i).text))
                return 0;
        return words;
    }

    NodePtr call(std::uint32_t begin, std::size_t words) {
        Node node;
        node.kind = NodeKind::Call;
        std::string function;
        for (std::size_t i = 0; i < words; ++i)
            function += (i ? " " : "") + take().text;
        if (words > 1 && !findFunction(function))
            return fail(errorAt("feel.unknown-function", m_text, {begin, lastEnd()},
                                {{"found", function}, {"nearest", nearestName(function, functionNames())}}));
        node.words.push_back(std::move(function));
        take(); // "("
        if (!eat(")")) {
            if (!items(node.children, ")"))
                return nullptr;
        }
        return finish(std::move(node), begin);
    }

    bool items(std::vector<NodePtr>& into, std::string_view closing) {
        do {
            into.push_back(expression());
            if (!into.back())
                return false;
        } while (eat(","));
        return need(closing);
    }

    NodePtr list(std::uint32_t begin) {
        if (opensRange())
            return rangeOutsideIn(begin);
        take();
        std::vector<NodePtr> children;
        if (!eat("]") && !items(children, "]"))
            return nullptr;
        return build(NodeKind::List, begin, std::move(children));
    }

    NodePtr context(std::uint32_t begin) {
        take();
        Node node;
        node.kind = NodeKind::Context;
        if (!eat("}")) {
            do {
                const Token& key = here();
                if (key.kind != TokenKind::Word && key.kind != TokenKind::QuotedName && key.kind != TokenKind::Text)
                    return unexpected("name");
                if (std::find(node.words.begin(), node.words.end(), key.text) != node.words.end())
                    return fail(errorAt("feel.duplicate-key", m_text, key.range, {{"found", key.text}}));
                node.words.push_back(take().text);
                if (!need(":"))
                    return nullptr;
                node.children.push_back(expression());
                if (!node.children.back())
                    return nullptr;
            } while (eat(","));
            if (!need("}"))
                return nullptr;
        }
        return finish(std::move(node), begin);
    }

    NodePtr conditional(std::uint32_t begin) {
        take();
        NodePtr condition = expression();
        if (!condition || !needWord("then"))
            return nullptr;
        NodePtr then = expression();
        if (!then || !needWord("else"))
            return nullptr;
        NodePtr otherwise = expression();
        if (!otherwise)
            return nullptr;
        return build(NodeKind::If, begin, {std::move(condition), std::move(then), std::move(otherwise)});
    }

    /// "some x in a, y in b satisfies c" is "some x in a satisfies some y in b satisfies c".
    NodePtr quantified(std::uint32_t begin, bool every) {
        if (here().kind != TokenKind::QuotedName && (here().kind != TokenKind::Word || isKeyword(here().text)))
            return unexpected("name");
        Node node;
        node.kind = NodeKind::Quantified;
        node.every = every;
        node.words.push_back(take().text);
        if (!needWord("in"))
            return nullptr;
        NodePtr over = expression();
        if (!over)
            return nullptr;
        NodePtr body;
        if (here().is(",")) {
            if (m_nesting >= maxDepth)
                return tooDeep(here().range);
            take();
            ++m_nesting;
            body = quantified(here().range.begin, every);
            --m_nesting;
        } else if (needWord("satisfies")) {
            body = expression();
        }
        if (!body)
            return nullptr;
        node.children = {std::move(over), std::move(body)};
        return finish(std::move(node), begin);
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_nesting = 0;
    bool m_inRangeEnd = false;            ///< reading the upper end of a range, outside any bracket of its own
    const std::string* m_input = nullptr; ///< unary tests: what `?` names
    bool m_inputAsked = false;            ///< `?` was met
    std::optional<Error> m_error;
};

} // namespace

Result<NodePtr> parse(std::string_view text) {
    Result<std::vector<Token>> tokens = tokenize(text);
    if (!tokens)
        return tokens.error();
    return Parser(text, std::move(tokens).value()).run();
}

Result<UnaryTests> parseUnaryTests(std::string_view text, const std::string& input) {
    Result<std::vector<Token>> tokens = tokenize(text, true);
    if (!tokens)
        return tokens.error();
    return Parser(text, std::move(tokens).value()).runUnary(input);
}

} // namespace wayreeve::rules
