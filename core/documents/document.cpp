#include "documents/document.h"

#include "base/json.h"
#include "documents/design_bindings.h"
#include "documents/migrations.h"
#include "documents/reader.h"
#include "documents/world_bindings.h"
#include "documents/writer.h"

#include <charconv>

namespace wayreeve::documents {

namespace {

template <std::size_t I = 0>
AnyDocument emptyAt(std::size_t index) {
    if constexpr (I + 1 < std::variant_size_v<AnyDocument>)
        if (index != I)
            return emptyAt<I + 1>(index);
    return AnyDocument(std::in_place_index<I>);
}

Value toJson(const YamlNode& node) {
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return {};
    case YamlNode::Kind::Sequence: {
        List list;
        for (const YamlNode& item : node.items)
            list.push_back(toJson(item));
        return Value(std::move(list));
    }
    case YamlNode::Kind::Mapping: {
        // Canonical JSON sorts keys, so a mapping whose order means something becomes a list of pairs.
        if (node.pairs) {
            List list;
            for (const YamlMember& member : node.members)
                list.push_back(Value(List{toJson(member.key), toJson(member.value)}));
            return Value(std::move(list));
        }
        Context context;
        for (const YamlMember& member : node.members)
            context.emplace_back(member.key.text, toJson(member.value));
        return Value(std::move(context));
    }
    case YamlNode::Kind::Scalar:
        break;
    }
    if (node.quoted)
        return Value(node.text);
    if (node.text == "true" || node.text == "false")
        return Value(node.text == "true");
    if (isStrictNumber(node.text))
        if (const std::optional<Decimal> decimal = Decimal::parse(node.text))
            return Value(*decimal);
    return Value(node.text);
}

} // namespace

Kind kindOf(const AnyDocument& document) {
    return static_cast<Kind>(document.index());
}

AnyDocument emptyDocument(Kind kind) {
    return emptyAt(static_cast<std::size_t>(kind));
}

AnyDocument readTree(Kind kind, const YamlNode& root, const std::string& file, std::vector<Error>& errors,
                     bool published) {
    YamlNode body = root;
    std::erase_if(body.members, [](const YamlMember& member) { return member.key.text == "format"; });
    AnyDocument document = emptyDocument(kind);
    Reader reader(errors, file, published);
    std::visit([&](auto& value) { reader.read(body, value, Spec{}); }, document);
    return document;
}

YamlNode writeTree(const AnyDocument& document) {
    YamlNode tree = std::visit([](const auto& value) { return Writer::write(value, Spec{}); }, document);
    tree.flow = false;
    tree.members.insert(tree.members.begin(),
                        {YamlNode::string("format"), YamlNode::word(std::to_string(currentFormat))});
    return tree;
}

std::string canonicalJson(const YamlNode& tree) {
    return writeCanonicalJson(toJson(tree));
}

YamlNode treeOfJson(const Value& json) {
    switch (json.type()) {
    case Value::Type::Null:
        return {};
    case Value::Type::Boolean:
        return YamlNode::word(*json.boolean() ? "true" : "false");
    case Value::Type::Number:
        return YamlNode::word(json.number()->toString());
    case Value::Type::List: {
        YamlNode node = YamlNode::sequence();
        for (const Value& item : *json.list())
            node.items.push_back(treeOfJson(item));
        return node;
    }
    case Value::Type::Context: {
        YamlNode node = YamlNode::mapping();
        for (const auto& [key, value] : *json.context())
            node.add(key, treeOfJson(value));
        return node;
    }
    default:
        return YamlNode::string(json.toText());
    }
}

Result<YamlNode> parseDocumentTree(Kind kind, std::string_view text, const std::string& file) {
    Result<YamlNode> parsed = parseYaml(text, file);
    if (!parsed)
        return parsed;
    YamlNode root = std::move(parsed).value();
    if (root.kind != YamlNode::Kind::Mapping || root.members.empty() || root.members.front().key.text != "format")
        return Error{"document.missing-format", {}, file, root.line, root.column};
    const YamlNode& written = root.members.front().value;
    int format = 0;
    const char* end = written.text.data() + written.text.size();
    const auto number = std::from_chars(written.text.data(), end, format);
    if (written.quoted || written.kind != YamlNode::Kind::Scalar || !isStrictNumber(written.text) ||
        number.ec != std::errc() || number.ptr != end || format < 1)
        return Error{"document.bad-format", {{"found", written.text}}, file, written.line, written.column};
    if (format > currentFormat)
        return Error{"document.newer-format",
                     {{"format", written.text}, {"supported", std::to_string(currentFormat)}},
                     file,
                     written.line,
                     written.column};
    root.members.erase(root.members.begin());
    return migrate(kind, std::move(root), format, currentFormat, migrationSteps());
}

} // namespace wayreeve::documents
