#include "documents/yaml_node.h"

#include "rules/utf8.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <sstream>

namespace wayreeve::documents {

namespace {

/// Leaves yaml-cpp's recursion as soon as something is refused.
struct Refused {};

/// Where yaml-cpp says bytes, people count characters.
class Places {
public:
    explicit Places(std::string_view text) {
        m_starts.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
                m_starts.push_back(i + 1);
        m_text = text;
    }

    [[nodiscard]] std::pair<int, int> at(const YAML::Mark& mark) const {
        if (mark.line < 0)
            return {0, 0};
        const std::size_t line = static_cast<std::size_t>(mark.line);
        if (line >= m_starts.size())
            return {mark.line + 1, 1};
        const std::string_view rest = m_text.substr(std::min(m_starts[line], m_text.size()));
        const std::string_view before = rest.substr(0, static_cast<std::size_t>(std::max(mark.column, 0)));
        const auto characters = std::count_if(before.begin(), before.end(),
                                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        return {mark.line + 1, static_cast<int>(characters) + 1};
    }

    /// Line and column of a tab that indents the line of `mark` or the one before, which yaml-cpp takes for a value's
    /// end and reports as something else; {0, 0} where there is none.
    [[nodiscard]] std::pair<int, int> indentingTab(const YAML::Mark& mark) const {
        for (int line = mark.line; line >= 0 && line >= mark.line - 1; --line) {
            if (static_cast<std::size_t>(line) >= m_starts.size())
                continue;
            const std::size_t start = m_starts[static_cast<std::size_t>(line)];
            const std::size_t tab = m_text.find_first_not_of(' ', start);
            if (tab != std::string_view::npos && m_text[tab] == '\t')
                return {line + 1, static_cast<int>(tab - start) + 1};
        }
        return {0, 0};
    }

    [[nodiscard]] char byteAt(const YAML::Mark& mark) const {
        const std::string_view rest = from(mark);
        return rest.empty() ? '\0' : rest.front();
    }

    /// yaml-cpp takes the end of the file for a closing quote.
    [[nodiscard]] bool isClosed(const YAML::Mark& mark) const {
        const std::string_view rest = from(mark);
        const char quote = rest.empty() ? '\0' : rest.front();
        for (std::size_t i = 1; i < rest.size(); ++i) {
            if (quote == '"' && rest[i] == '\\')
                ++i;
            else if (rest[i] == quote && quote == '\'' && i + 1 < rest.size() && rest[i + 1] == quote)
                ++i;
            else if (rest[i] == quote)
                return true;
        }
        return quote != '"' && quote != '\'';
    }

private:
    [[nodiscard]] std::string_view from(const YAML::Mark& mark) const {
        const std::size_t line = static_cast<std::size_t>(std::max(mark.line, 0));
        if (line >= m_starts.size())
            return {};
        const std::size_t i = m_starts[line] + static_cast<std::size_t>(std::max(mark.column, 0));
        return i < m_text.size() ? m_text.substr(i) : std::string_view{};
    }

    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

class Builder final : public YAML::EventHandler {
public:
    Builder(const Places& places, std::string file)
        : m_places(places)
        , m_file(std::move(file)) {}

    std::optional<YamlNode> root;
    std::optional<Error> error;

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (root)
            refuse("yaml.multiple-documents", mark);
    }
    void OnDocumentEnd() override {}
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse("yaml.alias", mark); }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse("yaml.anchor", mark); }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        checkProperties(mark, "?", anchor);
        YamlNode node = made(YamlNode::Kind::Null, mark);
        const char first = m_places.byteAt(mark);
        const bool written = first == '~' || first == 'n' || first == 'N';
        if (const Level* level = m_levels.empty() ? nullptr : &m_levels.back(); !written && level && level->key) {
            // Nothing stands there; yaml-cpp reports whatever comes next. The place is behind the key's colon.
            node.line = level->key->line;
            node.column = level->key->column + static_cast<int>(level->key->text.size()) + 1;
        }
        add(std::move(node), mark);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        checkProperties(mark, tag, anchor);
        YamlNode node = made(YamlNode::Kind::Scalar, mark);
        node.quoted = tag == "!";
        node.text = value;
        const char first = m_places.byteAt(mark);
        if (node.quoted && !m_places.isClosed(mark))
            refuse("yaml.syntax", mark, {{"reason", "unclosed quote"}});
        if (node.quoted)
            node.style = first == '\''  ? YamlNode::Style::Single
                         : first == '"' ? YamlNode::Style::Double
                                        : YamlNode::Style::Block;
        else if (value == "<<" && expectsKey())
            refuse("yaml.merge-key", mark);
        add(std::move(node), mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(YamlNode::Kind::Sequence, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(YamlNode::Kind::Mapping, mark, tag, anchor, style);
    }
    void OnMapEnd() override { close(); }

    [[noreturn]] void refuse(const std::string& code, const YAML::Mark& mark,
                             std::vector<std::pair<std::string, std::string>> parameters = {}) {
        const auto [line, column] = m_places.at(mark);
        error = Error{code, std::move(parameters), m_file, line, column};
        throw Refused{};
    }

private:
    struct Level {
        YamlNode node;
        YAML::Mark mark;
        std::optional<YamlNode> key;
        std::set<std::string> keys;
    };

    [[nodiscard]] bool expectsKey() const {
        return !m_levels.empty() && m_levels.back().node.kind == YamlNode::Kind::Mapping && !m_levels.back().key;
    }

    YamlNode made(YamlNode::Kind kind, const YAML::Mark& mark) const {
        YamlNode node;
        node.kind = kind;
        std::tie(node.line, node.column) = m_places.at(mark);
        return node;
    }

    void checkProperties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0)
            refuse("yaml.anchor", mark);
        // yaml-cpp reports "?" for plain and "!" for quoted scalars; an explicit "! x" differs only in the source.
        if ((tag != "?" && tag != "!" && !tag.empty()) || m_places.byteAt(mark) == '!')
            refuse("yaml.tag", mark, {{"tag", tag}});
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style) {
        checkProperties(mark, tag, anchor);
        if (expectsKey())
            refuse("yaml.key-not-scalar", mark);
        if (m_levels.size() >= static_cast<std::size_t>(maxYamlDepth))
            refuse("yaml.too-deep", mark, {{"limit", std::to_string(maxYamlDepth)}});
        Level level{made(kind, mark), mark, {}, {}};
        level.node.flow = style == YAML::EmitterStyle::Flow;
        m_levels.push_back(std::move(level));
    }

    void close() {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        add(std::move(level.node), level.mark);
    }

    void add(YamlNode node, const YAML::Mark& mark) {
        if (m_levels.empty()) {
            root = std::move(node);
            return;
        }
        Level& level = m_levels.back();
        if (level.node.kind == YamlNode::Kind::Sequence) {
            level.node.items.push_back(std::move(node));
            return;
        }
        if (level.key) {
            level.node.members.push_back({std::move(*level.key), std::move(node)});
            level.key.reset();
            return;
        }
        if (node.kind != YamlNode::Kind::Scalar)
            refuse("yaml.key-not-scalar", mark);
        if (!level.keys.insert(node.text).second)
            refuse("yaml.duplicate-key", mark, {{"key", node.text}, {"first", firstLineOf(level.node, node.text)}});
        level.key = std::move(node);
    }

    static std::string firstLineOf(const YamlNode& mapping, const std::string& key) {
        for (const YamlMember& member : mapping.members)
            if (member.key.text == key)
                return std::to_string(member.key.line);
        return {};
    }

    const Places& m_places;
    std::string m_file;
    std::vector<Level> m_levels;
};

Error errorOnLine(std::string code, const std::string& file, std::string_view text, std::size_t offset) {
    int line = 1, column = 1; // lines end as in Places; what stands before is valid UTF-8
    for (std::size_t i = 0; i < offset; ++i) {
        const bool ends = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
        line += ends ? 1 : 0;
        column = ends ? 1 : column + ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 ? 1 : 0);
    }
    return {std::move(code), {}, file, line, column};
}

/// Where the first sequence begins that is not UTF-8; the text's size where all of it is.
std::size_t firstInvalid(std::string_view text) {
    char32_t point = 0;
    std::size_t at = 0;
    while (const std::size_t length = rules::utf8::decode(text, at, point))
        at += length;
    return at;
}

/// What must be known before yaml-cpp sees the bytes: it passes bad UTF-8, takes 0x04 for the end and NUL for UTF-16.
std::optional<Error> refusedText(std::string_view text, const std::string& file) {
    if (text.size() > maxYamlBytes)
        return Error{"yaml.too-large", {{"limit", std::to_string(maxYamlBytes)}}, file, 1, 1};
    if (const std::size_t bad = firstInvalid(text); bad < text.size())
        return errorOnLine("yaml.invalid-utf8", file, text, bad);
    bool content = false;
    for (std::size_t i = 0, lineStart = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F)
            return errorOnLine("yaml.control-character", file, text, i);
        if (i == lineStart && c == '%' && !content)
            return errorOnLine("yaml.directive", file, text, i);
        if (i == lineStart && c != '#' && c != '\n' && c != '\r' && c != ' ')
            content = true;
        if (c == '\n')
            lineStart = i + 1;
    }
    return std::nullopt;
}

} // namespace

Result<YamlNode> parseYaml(std::string_view text, const std::string& file) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (std::optional<Error> refused = refusedText(text, file))
        return *std::move(refused);
    const Places places(text);
    Builder builder(places, file);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder) && builder.root)
            (void)parser.HandleNextDocument(builder); // a second document is refused at its start
    } catch (const Refused&) {
    } catch (const YAML::Exception& exception) {
        const auto [line, column] = places.at(exception.mark);
        if (const auto [tabLine, tabColumn] = places.indentingTab(exception.mark); tabLine > 0)
            builder.error = Error{"yaml.tab", {}, file, tabLine, tabColumn};
        else if (exception.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR)
            builder.error = Error{"yaml.alias", {}, file, line, column};
        else
            builder.error = Error{"yaml.syntax", {{"reason", exception.msg}}, file, line, column};
    } catch (const std::exception& exception) {
        builder.error = Error{"yaml.syntax", {{"reason", exception.what()}}, file, 0, 0};
    }
    if (builder.error)
        return *std::move(builder.error);
    if (!builder.root || builder.root->kind == YamlNode::Kind::Null)
        return Error{"yaml.empty", {}, file, 1, 1};
    return *std::move(builder.root);
}

} // namespace wayreeve::documents
