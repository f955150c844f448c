#include "documents/yaml_text.h"

#include "base/decimal.h"
#include "base/time.h"

#include <algorithm>
#include <string_view>

namespace wayreeve::documents {

namespace {

constexpr std::size_t lineLimit = 110;

bool isAlnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Characters that a reader may fold, drop or take for a line break: C1 controls, U+2028, U+2029, U+FEFF.
bool hasOddCharacters(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == 0x7F)
            return true;
        if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            return true;
        const std::string_view three = text.substr(i, 3);
        if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xEF\xBB\xBF")
            return true;
    }
    return false;
}

bool isPlainSafe(std::string_view text, bool inFlow) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' || hasOddCharacters(text))
        return false;
    const char first = text.front();
    const bool goodStart = isAlnum(first) || first == '_' || first == '(' || first == '/' ||
                           (static_cast<unsigned char>(first) & 0x80) != 0;
    if (!goodStart || text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    return !inFlow || text.find_first_of(",[]{}:\"'#&*!|>%@`?") == std::string_view::npos;
}

std::string doubleQuoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        const std::string_view three = text.substr(i, 3);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[i];
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c < 0x20 || c == 0x7F) {
            out += {'\\', 'x', hex[c >> 4], hex[c & 15]};
        } else if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            const unsigned char next = static_cast<unsigned char>(text[++i]);
            out += {'\\', 'x', hex[next >> 4], hex[next & 15]};
        } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
            out += three.back() == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (three == "\xEF\xBB\xBF") {
            out += "\\uFEFF";
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out + '"';
}

std::string singleQuoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string scalarText(const YamlNode& node, bool inFlow) {
    if (node.kind == YamlNode::Kind::Null)
        return "null";
    const bool sayingItself = isStrictNumber(node.text) || node.text == "true" || node.text == "false";
    if (!node.quoted || node.plain || (node.expression && sayingItself && node.style == YamlNode::Style::Plain))
        return node.text;
    const bool odd = hasOddCharacters(node.text);
    if (node.style == YamlNode::Style::Double || odd)
        return doubleQuoted(node.text);
    if (node.style == YamlNode::Style::Single)
        return singleQuoted(node.text);
    if (isPlainSafe(node.text, inFlow) && !isAmbiguousScalar(node.text))
        return node.text;
    const bool escapes = node.text.find_first_of("\"\\") != std::string::npos;
    return escapes ? singleQuoted(node.text) : doubleQuoted(node.text);
}

/// May it stand as a literal block? Leading blanks would need an indentation indicator, so such texts are quoted.
bool fitsBlock(const YamlNode& node) {
    const std::string& text = node.text;
    if (node.kind != YamlNode::Kind::Scalar || !node.quoted || text.find('\n') == std::string::npos)
        return false;
    if (text.front() == '\n' || text.front() == ' ' || text.ends_with("\n\n") || text.back() == ' ')
        return false;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = std::string_view(text).substr(start, end - start);
        if (hasOddCharacters(line) || (!line.empty() && line.back() == ' '))
            return false;
        start = end + 1;
    }
    return true;
}

std::string flowText(const YamlNode& node) {
    std::string out;
    if (node.kind == YamlNode::Kind::Sequence) {
        for (const YamlNode& item : node.items)
            out += (out.empty() ? "" : ", ") + flowText(item);
        return "[" + out + "]";
    }
    if (node.kind == YamlNode::Kind::Mapping) {
        for (const YamlMember& member : node.members)
            out += (out.empty() ? "" : ", ") + scalarText(member.key, true) + ": " + flowText(member.value);
        return "{" + out + "}";
    }
    return scalarText(node, true);
}

class Emitter {
public:
    explicit Emitter(const YamlComments& comments)
        : m_comments(comments) {}
    std::string out;

    void document(const YamlNode& tree) {
        if (tree.kind == YamlNode::Kind::Mapping && !tree.members.empty())
            mapping(tree, 0);
        else
            out += flowText(tree) + "\n";
        lines(m_comments.after, 0);
    }

private:
    void lines(const std::vector<std::string>& comments, std::size_t indent) {
        for (const std::string& line : comments)
            out += line.empty() ? "\n" : std::string(indent, ' ') + line + "\n";
    }
    void above(int line, std::size_t indent) {
        if (const auto found = m_comments.above.find(line); line > 0 && found != m_comments.above.end())
            lines(found->second, indent);
    }
    /// Behind the line that was begun at `start`.
    void beside(int line, std::size_t start) {
        if (const auto found = m_comments.beside.find(line); line > 0 && found != m_comments.beside.end())
            out.insert(out.find('\n', start), "  " + found->second);
    }

    /// The one-line form, empty where it does not fit behind `used` characters.
    static std::string oneLine(const YamlNode& node, std::size_t used) {
        const bool empty = node.items.empty() && node.members.empty();
        if (!node.flow && !empty)
            return {};
        std::string text = flowText(node);
        return empty || node.plain || used + text.size() <= lineLimit ? text : std::string{};
    }

    void mapping(const YamlNode& node, std::size_t indent, bool firstInline = false) {
        for (const YamlMember& member : node.members) {
            const std::size_t start = out.size();
            if (!firstInline) {
                above(member.key.line, indent);
                out.append(indent, ' ');
            }
            const std::size_t begun = firstInline ? start : out.size();
            const std::string key = scalarText(member.key, false);
            out += key + ":";
            value(member.value, indent, indent + key.size() + 2);
            if (!firstInline)
                beside(member.key.line, begun);
            firstInline = false;
        }
    }

    void value(const YamlNode& node, std::size_t indent, std::size_t used) {
        if (node.kind == YamlNode::Kind::Scalar || node.kind == YamlNode::Kind::Null) {
            scalar(node, indent);
            return;
        }
        if (const std::string text = oneLine(node, used); !text.empty()) {
            out += " " + text + "\n";
            return;
        }
        out += "\n";
        if (node.kind == YamlNode::Kind::Mapping)
            mapping(node, indent + 2);
        else
            sequence(node, indent + 2);
    }

    void scalar(const YamlNode& node, std::size_t indent) {
        if (!fitsBlock(node)) {
            out += " " + scalarText(node, false) + "\n";
            return;
        }
        const bool endsWithBreak = node.text.back() == '\n';
        out += endsWithBreak ? " |\n" : " |-\n";
        std::size_t start = 0;
        while (start < node.text.size()) {
            const std::size_t end = std::min(node.text.find('\n', start), node.text.size());
            if (end > start)
                out.append(indent + 2, ' ').append(node.text, start, end - start);
            out += '\n';
            start = end + 1;
        }
    }

    void sequence(const YamlNode& node, std::size_t indent) {
        for (const YamlNode& item : node.items) {
            above(item.line, indent);
            const std::size_t begun = out.size();
            out.append(indent, ' ') += "-";
            if (item.kind == YamlNode::Kind::Scalar || item.kind == YamlNode::Kind::Null) {
                scalar(item, indent);
            } else if (const std::string text = oneLine(item, indent + 2); !text.empty()) {
                out += " " + text + "\n";
            } else if (item.kind == YamlNode::Kind::Mapping) {
                out += " ";
                mapping(item, indent + 2, true);
            } else {
                out += "\n";
                sequence(item, indent + 2);
            }
            beside(item.line, begun);
        }
    }

    const YamlComments& m_comments;
};

std::string nameOfItem(const YamlNode& item) {
    for (const char* key : {"id", "name"})
        if (const YamlNode* id = item.find(key))
            return id->text;
    return {};
}

const YamlNode* matching(const YamlNode& previous, const YamlNode& item, std::size_t index) {
    const std::string name = nameOfItem(item);
    if (name.empty())
        return index < previous.items.size() ? &previous.items[index] : nullptr;
    for (const YamlNode& other : previous.items)
        if (nameOfItem(other) == name)
            return &other;
    return nullptr;
}

/// Keys that `previous` has come in its order; each new one goes behind the member it follows now.
void adoptOrder(std::vector<YamlMember>& members, const YamlNode& previous) {
    std::vector<YamlMember> ordered;
    for (const YamlMember& old : previous.members)
        for (YamlMember& member : members)
            if (member.key.text == old.key.text)
                ordered.push_back(member);
    std::string before;
    for (const YamlMember& member : members) {
        if (!previous.find(member.key.text)) {
            const auto after =
                std::find_if(ordered.begin(), ordered.end(), [&](const YamlMember& m) { return m.key.text == before; });
            ordered.insert(after == ordered.end() ? ordered.begin() : after + 1, member);
        }
        before = member.key.text;
    }
    members = std::move(ordered);
}

/// The same number or length in other words: 0.10 and 0.1, 7 d and 1 w.
bool saysTheSame(const YamlNode& tree, const YamlNode& previous) {
    if (tree.length) {
        const Result<Duration> now = parseDuration(tree.text);
        const Result<Duration> before = parseDuration(previous.text);
        return now && before && *now == *before;
    }
    return !tree.quoted && !previous.quoted && isStrictNumber(tree.text) && isStrictNumber(previous.text) &&
           Decimal::parse(tree.text) == Decimal::parse(previous.text);
}

} // namespace

std::string yamlText(const YamlNode& tree, const YamlComments& comments) {
    Emitter emitter(comments);
    emitter.document(tree);
    return std::move(emitter.out);
}

void adoptHabits(YamlNode& tree, const YamlNode& previous) {
    if (tree.kind != previous.kind)
        return;
    switch (tree.kind) {
    case YamlNode::Kind::Scalar:
        if (saysTheSame(tree, previous))
            tree.text = previous.text;
        tree.plain = tree.text == previous.text && tree.quoted && !previous.quoted;
        if (tree.text == previous.text && tree.quoted && previous.style != YamlNode::Style::Block)
            tree.style = previous.style;
        return;
    case YamlNode::Kind::Sequence:
        tree.flow = tree.plain = previous.flow;
        for (std::size_t i = 0; i < tree.items.size(); ++i)
            if (const YamlNode* old = matching(previous, tree.items[i], i)) {
                adoptHabits(tree.items[i], *old);
                tree.items[i].line = old->line;
            }
        return;
    case YamlNode::Kind::Mapping:
        tree.flow = tree.plain = previous.flow;
        if (!tree.pairs) // a pair list's own order is its meaning
            adoptOrder(tree.members, previous);
        for (YamlMember& member : tree.members)
            for (const YamlMember& old : previous.members)
                if (old.key.text == member.key.text) {
                    member.key.line = old.key.line;
                    adoptHabits(member.value, old.value);
                }
        return;
    case YamlNode::Kind::Null:
        return;
    }
}

namespace {

void putBack(YamlNode& tree, const YamlNode& previous, const std::function<bool(int)>& wanted, int& count) {
    if (tree.kind != previous.kind || tree.pairs)
        return;
    for (std::size_t i = 0; i < tree.items.size(); ++i)
        if (const YamlNode* old = matching(previous, tree.items[i], i))
            putBack(tree.items[i], *old, wanted, count);
    std::vector<YamlMember> missing;
    for (const YamlMember& old : previous.members) {
        const auto member = std::find_if(tree.members.begin(), tree.members.end(),
                                         [&](const YamlMember& m) { return m.key.text == old.key.text; });
        if (member != tree.members.end())
            putBack(member->value, old.value, wanted, count);
        else if (wanted(count++))
            missing.push_back(old);
    }
    if (missing.empty())
        return;
    tree.members.insert(tree.members.end(), missing.begin(), missing.end());
    adoptOrder(tree.members, previous);
}

} // namespace

int putBack(YamlNode& tree, const YamlNode& previous, const std::function<bool(int)>& wanted) {
    int count = 0;
    putBack(tree, previous, wanted, count);
    return count;
}

} // namespace wayreeve::documents
