#include "documents/reader.h"

#include "base/finite.h"
#include "base/time.h"

#include <limits>

namespace wayreeve::documents {

namespace {

std::string shown(double bound) {
    const std::optional<Decimal> decimal = Decimal::fromDouble(bound);
    return decimal ? decimal->toString() : std::string();
}

const char* kindName(const YamlNode& node) {
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return "nothing";
    case YamlNode::Kind::Sequence:
        return "list";
    case YamlNode::Kind::Mapping:
        return "mapping";
    case YamlNode::Kind::Scalar:
        break;
    }
    if (node.quoted)
        return "text";
    if (node.text == "true" || node.text == "false")
        return "boolean";
    return isStrictNumber(node.text) ? "number" : "word";
}

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

} // namespace

void Reader::report(const YamlNode& at, std::string code, std::vector<std::pair<std::string, std::string>> parameters) {
    m_errors.push_back({std::move(code), std::move(parameters), m_file, at.line, at.column});
}

void Reader::wrongType(const YamlNode& at, const char* expected) {
    if (at.kind == YamlNode::Kind::Null)
        report(at, "yaml.null", {{"expected", expected}});
    else
        report(at, "yaml.wrong-type", {{"expected", expected}, {"found", kindName(at)}});
}

bool Reader::isMapping(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::Mapping)
        return true;
    wrongType(node, "mapping");
    return false;
}

std::optional<std::string> Reader::plainText(const YamlNode& node, const char* expected) {
    if (node.kind == YamlNode::Kind::Scalar)
        return node.text;
    wrongType(node, expected);
    return std::nullopt;
}

void Reader::read(const YamlNode& node, std::string& out, const Spec& spec) {
    if (node.kind != YamlNode::Kind::Scalar) {
        wrongType(node, "text");
        return;
    }
    if (!node.quoted && isAmbiguousScalar(node.text)) {
        // In an expression 0.5 and true mean themselves; everything else has to say that it is text.
        const bool expression =
            spec.isFeel && (isStrictNumber(node.text) || node.text == "true" || node.text == "false");
        if (!expression) {
            report(node, "yaml.ambiguous-scalar", {{"found", node.text}, {"expected", "text"}});
            return;
        }
    }
    if (spec.isId && !isDocumentId(node.text)) {
        report(node, "yaml.bad-id", {{"found", node.text}});
        return;
    }
    if (!spec.allowed.empty() && !word(node, spec.allowed))
        return;
    if (spec.isRequired && node.text.empty()) {
        report(node, "yaml.empty-text", {});
        return;
    }
    out = node.text;
}

void Reader::read(const YamlNode& node, bool& out, const Spec&) {
    if (node.kind == YamlNode::Kind::Scalar && !node.quoted && (node.text == "true" || node.text == "false"))
        out = node.text == "true";
    else if (node.kind == YamlNode::Kind::Scalar && !node.quoted && isAmbiguousScalar(node.text))
        report(node, "yaml.ambiguous-scalar", {{"found", node.text}, {"expected", "boolean"}});
    else
        wrongType(node, "boolean");
}

std::optional<Decimal> Reader::finite(const YamlNode& node) {
    std::optional<Decimal> decimal = Decimal::parse(node.text);
    // A document that was published when larger numbers were let in stays readable.
    if (!decimal || (!m_published && !isFiniteDouble(*decimal))) {
        report(node, "yaml.number-too-large", {{"found", node.text}});
        return std::nullopt;
    }
    return decimal;
}

std::optional<Decimal> Reader::number(const YamlNode& node, const Spec& spec) {
    if (node.kind != YamlNode::Kind::Scalar || node.quoted || !isStrictNumber(node.text)) {
        if (node.kind == YamlNode::Kind::Scalar && !node.quoted && isAmbiguousScalar(node.text))
            report(node, "yaml.ambiguous-scalar", {{"found", node.text}, {"expected", "number"}});
        else
            wrongType(node, "number");
        return std::nullopt;
    }
    const std::optional<Decimal> decimal = finite(node);
    if (!decimal)
        return std::nullopt;
    if (const double value = decimal->toDouble(); value < spec.low || value > spec.high) {
        report(node, "yaml.out-of-range", {{"found", node.text}, {"low", shown(spec.low)}, {"high", shown(spec.high)}});
        return std::nullopt;
    }
    return decimal;
}

void Reader::read(const YamlNode& node, int& out, const Spec& spec) {
    if (spec.isClock) {
        const std::optional<std::string> text = plainText(node, "clock time");
        if (!text)
            return;
        const auto digit = [&](std::size_t i) { return (*text)[i] >= '0' && (*text)[i] <= '9'; };
        if (text->size() == 5 && digit(0) && digit(1) && (*text)[2] == ':' && digit(3) && digit(4)) {
            const int hour = ((*text)[0] - '0') * 10 + ((*text)[1] - '0');
            const int minute = ((*text)[3] - '0') * 10 + ((*text)[4] - '0');
            if (minute < 60 && (hour < 24 || (hour == 24 && minute == 0))) {
                out = hour * 60 + minute;
                return;
            }
        }
        report(node, "yaml.not-a-clock-time", {{"found", *text}});
        return;
    }
    const std::optional<Decimal> decimal = number(node, spec);
    if (!decimal)
        return;
    const std::optional<std::int64_t> integer = decimal->toInteger();
    if (!integer || *integer < std::numeric_limits<int>::min() || *integer > std::numeric_limits<int>::max())
        report(node, "yaml.wrong-type", {{"expected", "whole number"}, {"found", node.text}});
    else
        out = static_cast<int>(*integer);
}

void Reader::read(const YamlNode& node, double& out, const Spec& spec) {
    if (const std::optional<Decimal> decimal = number(node, spec))
        out = decimal->toDouble();
}

void Reader::read(const YamlNode& node, Decimal& out, const Spec& spec) {
    if (const std::optional<Decimal> decimal = number(node, spec))
        out = *decimal;
}

void Reader::read(const YamlNode& node, Duration& out, const Spec& spec) {
    const std::optional<std::string> text = plainText(node, "duration");
    if (!text)
        return;
    const Result<Duration> parsed = parseDuration(*text);
    if (!parsed)
        report(node, "yaml.not-a-duration", {{"found", *text}});
    else if (static_cast<double>(parsed->ms) < spec.low)
        report(node, "yaml.out-of-range", {{"found", *text}, {"low", shown(spec.low)}, {"high", ""}});
    else
        out = *parsed;
}

void Reader::read(const YamlNode& node, Instant& out, const Spec&) {
    const std::optional<std::string> text = plainText(node, "instant");
    if (!text)
        return;
    if (const Result<Instant> parsed = parseInstant(*text))
        out = *parsed;
    else
        report(node, "yaml.not-an-instant", {{"found", *text}});
}

void Reader::read(const YamlNode& node, Value& out, const Spec& spec) {
    switch (node.kind) {
    case YamlNode::Kind::Null:
        wrongType(node, "value");
        return;
    case YamlNode::Kind::Sequence: {
        List list;
        read(node, list, spec);
        out = Value(std::move(list));
        return;
    }
    case YamlNode::Kind::Mapping: {
        Context context;
        read(node, context, spec);
        out = Value(std::move(context));
        return;
    }
    case YamlNode::Kind::Scalar:
        break;
    }
    if (node.quoted)
        out = Value(node.text);
    else if (node.text == "true" || node.text == "false")
        out = Value(node.text == "true");
    else if (isStrictNumber(node.text)) {
        if (const std::optional<Decimal> decimal = finite(node))
            out = Value(*decimal);
    } else if (isAmbiguousScalar(node.text))
        report(node, "yaml.ambiguous-scalar", {{"found", node.text}, {"expected", "value"}});
    else
        out = Value(node.text);
}

void Reader::read(const YamlNode& node, Context& out, const Spec&) {
    if (!isMapping(node))
        return;
    out.clear();
    for (const YamlMember& member : node.members) {
        std::string key;
        readKey(member.key, key);
        Value value;
        read(member.value, value, Spec{});
        out.emplace_back(std::move(key), std::move(value));
    }
}

std::optional<std::size_t> Reader::word(const YamlNode& node, std::span<const std::string_view> words) {
    const std::optional<std::string> text = plainText(node, "word");
    if (!text)
        return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == *text)
            return i;
    const std::vector<std::string> known(words.begin(), words.end());
    report(node, "yaml.unknown-value",
           {{"found", *text}, {"nearest", nearestName(*text, known)}, {"expected", joined(words)}});
    return std::nullopt;
}

std::optional<std::size_t> Reader::keyWord(const YamlNode& key, std::span<const std::string_view> words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == key.text)
            return i;
    const std::vector<std::string> known(words.begin(), words.end());
    report(key, "yaml.unknown-key",
           {{"key", key.text}, {"nearest", nearestName(key.text, known)}, {"expected", joined(words)}});
    return std::nullopt;
}

void Reader::readKey(const YamlNode& key, std::string& out) {
    if (!key.quoted && !m_published && isAmbiguousScalar(key.text))
        report(key, "yaml.ambiguous-scalar", {{"found", key.text}, {"expected", "text"}});
    else
        out = key.text;
}

void Reader::readKey(const YamlNode& key, Value& out) {
    if (key.quoted && key.text.empty())
        out = Value(); // "" stands for "none drawn"
    else
        read(key, out, Spec{});
}

void Reader::refuseOtherKeys(const YamlNode& node, const std::vector<std::string>& known) {
    for (const YamlMember& member : node.members)
        if (std::find(known.begin(), known.end(), member.key.text) == known.end())
            report(member.key, "yaml.unknown-key",
                   {{"key", member.key.text}, {"nearest", nearestName(member.key.text, known)}});
}

} // namespace wayreeve::documents
