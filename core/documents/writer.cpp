#include "documents/writer.h"

#include "base/time.h"

namespace wayreeve::documents {

YamlNode Writer::write(const std::string& value, const Spec& spec) {
    YamlNode node = YamlNode::string(value);
    node.expression = spec.isFeel;
    return node;
}

YamlNode Writer::write(bool value, const Spec&) {
    return YamlNode::word(value ? "true" : "false");
}

YamlNode Writer::write(int value, const Spec& spec) {
    if (!spec.isClock)
        return YamlNode::word(std::to_string(value));
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return YamlNode::string(two(value / 60) + ":" + two(value % 60));
}

YamlNode Writer::write(double value, const Spec& spec) {
    const std::optional<Decimal> decimal = Decimal::fromDouble(value);
    return decimal ? write(*decimal, spec) : YamlNode::word("not-a-number"); // refused when it is read again
}

YamlNode Writer::write(const Decimal& value, const Spec&) {
    return YamlNode::word(value.toString());
}
YamlNode Writer::write(Duration value, const Spec&) {
    YamlNode node = YamlNode::string(formatDuration(value));
    node.length = true;
    return node;
}

YamlNode Writer::write(Instant value, const Spec&) {
    return YamlNode::string(formatInstant(value));
}

YamlNode Writer::write(const Value& value, const Spec& spec) {
    switch (value.type()) {
    case Value::Type::Null:
        return YamlNode{};
    case Value::Type::Boolean:
        return write(*value.boolean(), spec);
    case Value::Type::Number:
        return write(*value.number(), spec);
    case Value::Type::List:
        return write(*value.list(), spec);
    case Value::Type::Context:
        return write(*value.context(), spec);
    default:
        return YamlNode::string(value.type() == Value::Type::Text ? *value.text() : value.toText());
    }
}

YamlNode Writer::write(const Context& value, const Spec& spec) {
    YamlNode node = YamlNode::mapping();
    node.flow = true;
    for (const auto& [key, member] : value)
        node.add(key, write(member, spec));
    return node;
}

YamlNode Writer::keyNode(const Value& key) {
    return key.isNull() ? YamlNode::string("") : write(key, Spec{});
}

} // namespace wayreeve::documents
