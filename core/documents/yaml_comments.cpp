#include "documents/yaml_comments.h"

#include <algorithm>

namespace wayreeve::documents {

namespace {

/// A key or list item that begins a line: how far in, and whether its text may go on over further lines.
struct Element {
    int indent = 0;
    bool goesOn = false;
};
using Elements = std::map<int, Element>;

bool goesOn(const YamlNode& value) {
    return value.kind == YamlNode::Kind::Scalar && value.style != YamlNode::Style::Plain;
}

void collect(const YamlNode& node, Elements& elements) {
    for (const YamlMember& member : node.members) {
        // Of several on one line the first begins it.
        elements.emplace(member.key.line, Element{member.key.column - 1, goesOn(member.value)});
        collect(member.value, elements);
    }
    for (const YamlNode& item : node.items) {
        elements.emplace(item.line, Element{std::max(0, item.column - 3), goesOn(item)});
        collect(item, elements);
    }
}

/// From the '#' on, where the line has a comment behind its value; "it's #1" and '# quoted' are none.
std::string_view commentBehind(std::string_view line) {
    char quote = 0;
    char before = ':'; // the last character that is no blank
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && std::string_view(":-[{,").find(before) != std::string_view::npos) {
            quote = c;
        } else if (c == '#' && i > 0 && (line[i - 1] == ' ' || line[i - 1] == '\t')) {
            return line.substr(i);
        }
        if (c != ' ')
            before = c;
    }
    return {};
}

} // namespace

YamlComments YamlComments::of(std::string_view text, const YamlNode& tree) {
    Elements elements;
    collect(tree, elements);
    YamlComments comments;
    std::vector<std::string> waiting;
    int number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line = text.substr(start, end - start);
        start = end + 1;
        ++number;
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
            line.remove_suffix(1);
        if (const auto element = elements.find(number); element != elements.end()) {
            if (!waiting.empty())
                comments.above[number] = std::move(waiting);
            waiting.clear();
            if (const std::string_view behind = commentBehind(line); !behind.empty())
                comments.beside[number] = std::string(behind);
            continue;
        }
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        const auto next = elements.upper_bound(number);
        const Element last = next == elements.begin() ? Element{} : std::prev(next)->second;
        if (line.empty())
            waiting.emplace_back();
        else if (line[indent] == '#' && !(last.goesOn && static_cast<int>(indent) > last.indent))
            waiting.emplace_back(line.substr(indent));
        else
            waiting.clear(); // the empty lines were a text's own
    }
    while (!waiting.empty() && waiting.back().empty())
        waiting.pop_back();
    comments.after = std::move(waiting);
    return comments;
}

} // namespace wayreeve::documents
