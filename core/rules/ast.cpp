#include "rules/ast.h"

namespace wayreeve::rules {

std::string_view operatorText(Operator op) {
    switch (op) {
    case Operator::None:
        return "";
    case Operator::Add:
        return "+";
    case Operator::Subtract:
        return "-";
    case Operator::Multiply:
        return "*";
    case Operator::Divide:
        return "/";
    case Operator::Power:
        return "**";
    case Operator::Equal:
        return "=";
    case Operator::NotEqual:
        return "!=";
    case Operator::Less:
        return "<";
    case Operator::LessEqual:
        return "<=";
    case Operator::Greater:
        return ">";
    case Operator::GreaterEqual:
        return ">=";
    }
    return "";
}

Operator mirrored(Operator op) {
    switch (op) {
    case Operator::Less:
        return Operator::Greater;
    case Operator::LessEqual:
        return Operator::GreaterEqual;
    case Operator::Greater:
        return Operator::Less;
    case Operator::GreaterEqual:
        return Operator::LessEqual;
    default:
        return op;
    }
}

std::string dottedName(const Node& name) {
    std::string result;
    for (const std::string& word : name.words) {
        if (!result.empty())
            result += '.';
        result += word;
    }
    return result;
}

bool sameMeaning(const Node& a, const Node& b) {
    if (a.kind != b.kind || a.op != b.op || a.closedStart != b.closedStart || a.closedEnd != b.closedEnd ||
        a.every != b.every || !(a.value == b.value) || a.words != b.words || a.children.size() != b.children.size())
        return false;
    for (std::size_t i = 0; i < a.children.size(); ++i)
        if (!sameMeaning(*a.children[i], *b.children[i]))
            return false;
    return true;
}

} // namespace wayreeve::rules
