#include "rules/printer.h"

#include "rules/functions.h"
#include "rules/lexer.h"
#include "rules/precedence.h"

namespace wayreeve::rules {

namespace {

// How tightly a form binds; a part that binds less than its place asks for is bracketed.
constexpr int loose = 0;

int levelOf(const Node& node) {
    switch (node.kind) {
    case NodeKind::If:
    case NodeKind::Quantified:
        return loose;
    case NodeKind::Or:
        return orLevel;
    case NodeKind::And:
        return andLevel;
    case NodeKind::Between:
    case NodeKind::In:
        return comparisonLevel;
    case NodeKind::Binary:
        if (isComparison(node.op))
            return comparisonLevel;
        if (node.op == Operator::Add || node.op == Operator::Subtract)
            return additiveLevel;
        return node.op == Operator::Power ? powerLevel : multiplicativeLevel;
    case NodeKind::Negate:
        return unaryLevel;
    case NodeKind::Literal:
        return node.value.number() && node.value.number()->isNegative() ? unaryLevel : postfixLevel + 1;
    default:
        return postfixLevel + 1;
    }
}

std::string quotedText(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const unsigned char byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else if (c == '\r') {
            result += "\\r";
        } else if (byte < 0x20) {
            result += "\\u00";
            result += digits[byte / 16];
            result += digits[byte % 16];
        } else {
            result += c;
        }
    }
    return result + '"';
}

/// "date and time (…)" is one function, so a name `date` before `and` must not look like its beginning.
bool beginsFunction(const std::string& word) {
    for (const Function& f : functions())
        if (f.name.size() > word.size() && f.name.starts_with(word) && f.name[word.size()] == ' ')
            return true;
    return false;
}

std::string firstWord(const std::string& word) {
    return isWordShaped(word) && !isKeyword(word) && !beginsFunction(word) ? word : '`' + word + '`';
}

std::string laterWord(const std::string& word) {
    return isWordShaped(word) ? word : '`' + word + '`';
}

std::string keyText(const std::string& word) {
    if (isWordShaped(word))
        return word;
    return quotedText(word);
}

class Printer {
public:
    std::string part(const Node& node, int least) {
        std::string text = form(node);
        return levelOf(node) < least ? '(' + text + ')' : text;
    }

private:
    std::string joined(const std::vector<NodePtr>& parts, std::size_t from, std::string_view separator, int least) {
        std::string text;
        for (std::size_t i = from; i < parts.size(); ++i) {
            if (i > from)
                text += separator;
            text += part(*parts[i], least);
        }
        return text;
    }

    std::string literal(const Node& node) {
        const Value& value = node.value;
        if (value.isNull())
            return "null";
        if (value.boolean())
            return *value.boolean() ? "true" : "false";
        if (value.number())
            return value.number()->toString();
        if (value.text())
            return quotedText(*value.text());
        return '@' + quotedText(value.toText());
    }

    std::string name(const Node& node) {
        std::string text;
        for (std::size_t i = 0; i < node.words.size(); ++i)
            text += i == 0 ? firstWord(node.words[i]) : '.' + laterWord(node.words[i]);
        return text;
    }

    std::string context(const Node& node) {
        std::string text = "{";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            text += i == 0 ? "" : ", ";
            text += keyText(node.words[i]) + ": " + part(*node.children[i], loose);
        }
        return text + '}';
    }

    std::string membership(const Node& node) {
        std::string text = part(*node.children[0], additiveLevel) + " in ";
        const bool bare = node.children.size() == 2 &&
                          (node.children[1]->kind == NodeKind::Compare || node.children[1]->kind == NodeKind::Range ||
                           node.children[1]->kind == NodeKind::List);
        return text + (bare ? part(*node.children[1], loose) : '(' + joined(node.children, 1, ", ", loose) + ')');
    }

    std::string range(const Node& node) {
        return (node.closedStart ? "[" : "(") + part(*node.children[0], additiveLevel) + ".." +
               part(*node.children[1], additiveLevel) + (node.closedEnd ? "]" : ")");
    }

    std::string binary(const Node& node) {
        // Comparison is left-associative too, but "a = b = c" reads badly: both sides are bracketed there.
        const int level = levelOf(node);
        const int left = level == comparisonLevel ? level + 1 : level;
        return part(*node.children[0], left) + ' ' + std::string(operatorText(node.op)) + ' ' +
               part(*node.children[1], level + 1);
    }

    std::string form(const Node& node) {
        const std::vector<NodePtr>& c = node.children;
        switch (node.kind) {
        case NodeKind::Literal:
            return literal(node);
        case NodeKind::At:
            return '@' + quotedText(node.value.toText());
        case NodeKind::Name:
            return name(node);
        case NodeKind::Member:
            return part(*c[0], postfixLevel) + '.' + laterWord(node.words[0]);
        case NodeKind::List:
            return '[' + joined(c, 0, ", ", loose) + ']';
        case NodeKind::Context:
            return context(node);
        case NodeKind::Negate:
            return '-' + part(*c[0], unaryLevel);
        case NodeKind::Binary:
            return binary(node);
        case NodeKind::And:
            return joined(c, 0, " and ", andLevel + 1);
        case NodeKind::Or:
            return joined(c, 0, " or ", orLevel + 1);
        case NodeKind::If:
            return "if " + part(*c[0], loose) + " then " + part(*c[1], loose) + " else " + part(*c[2], loose);
        case NodeKind::Between:
            return part(*c[0], additiveLevel) + " between " + part(*c[1], additiveLevel) + " and " +
                   part(*c[2], additiveLevel);
        case NodeKind::In:
            return membership(node);
        case NodeKind::Compare:
            return std::string(operatorText(node.op)) + ' ' + part(*c[0], additiveLevel);
        case NodeKind::Range:
            return range(node);
        case NodeKind::Call:
            return node.words[0] + '(' + joined(c, 0, ", ", loose) + ')';
        case NodeKind::Filter:
            return part(*c[0], postfixLevel) + '[' + part(*c[1], loose) + ']';
        case NodeKind::Quantified:
            return std::string(node.every ? "every " : "some ") + firstWord(node.words[0]) + " in " +
                   part(*c[0], loose) + " satisfies " + part(*c[1], loose);
        }
        return {};
    }
};

} // namespace

std::string print(const Node& tree) {
    return Printer().part(tree, loose);
}

} // namespace wayreeve::rules
