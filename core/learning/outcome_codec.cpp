#include "learning/outcome_codec.h"

#include "planning/codec_parts.h"

namespace wayreeve::learning {

using planning::FieldValue;
using planning::LearningContext;

void encode(cbor::Writer& writer, const Outcome& outcome) {
    writer.array(10);
    codec::writeEnum(writer, outcome.kind);
    writer.uint(outcome.decision);
    writer.uint(outcome.customer);
    writer.uint(outcome.goal);
    writer.uint(outcome.event);
    writer.instant(outcome.at);
    writer.real(outcome.money);
    writer.real(outcome.reward);
    writer.real(outcome.harmed);
    writer.boolean(outcome.learned);
}

bool decode(cbor::Reader& reader, Outcome& outcome) {
    outcome = Outcome();
    codec::expectArray(reader, 10);
    outcome.kind = codec::readEnum(reader, OutcomeKind::WindowClosed);
    outcome.decision = reader.uint();
    outcome.customer = codec::readWord(reader);
    outcome.goal = codec::readWord(reader);
    outcome.event = codec::readWord(reader);
    outcome.at = reader.instant();
    outcome.money = reader.real();
    outcome.reward = reader.real();
    outcome.harmed = reader.real();
    outcome.learned = reader.boolean();
    return !reader.failed();
}

void encodeContext(cbor::Writer& writer, const LearningContext& context) {
    thread_local std::vector<std::uint8_t> kinds;
    thread_local std::vector<std::uint32_t> categories;
    thread_local std::vector<double> numbers;
    kinds.clear();
    categories.clear();
    numbers.clear();
    for (const FieldValue& field : context.row) {
        kinds.push_back(static_cast<std::uint8_t>(field.kind));
        if (field.kind == FieldValue::Kind::Category)
            categories.push_back(field.category);
        else if (field.kind == FieldValue::Kind::Number)
            numbers.push_back(field.number);
    }
    writer.array(5);
    writer.uint(context.goal);
    writer.uint(context.arm);
    writer.bytes(kinds);
    writer.uints(categories);
    writer.reals(numbers);
}

bool decodeContext(cbor::Reader& reader, LearningContext& context) {
    context = LearningContext();
    codec::expectArray(reader, 5);
    const std::uint64_t goal = reader.uint();
    context.arm = codec::readWord(reader);
    const auto kinds = reader.bytes();
    const auto categories = reader.uints();
    const auto numbers = reader.reals();
    if (reader.failed() || goal > UINT16_MAX)
        return reader.fail(), false;
    context.goal = static_cast<std::uint16_t>(goal);
    std::size_t category = 0, number = 0;
    for (const std::uint8_t kind : kinds) {
        if (kind == static_cast<std::uint8_t>(FieldValue::Kind::Missing))
            context.row.push_back(FieldValue::missing());
        else if (kind == static_cast<std::uint8_t>(FieldValue::Kind::Number) && number < numbers.size())
            context.row.push_back(FieldValue::ofNumber(numbers[number++]));
        else if (kind == static_cast<std::uint8_t>(FieldValue::Kind::Category) && category < categories.size())
            context.row.push_back(FieldValue::ofCategory(categories[category++]));
        else
            return reader.fail(), false;
    }
    if (category != categories.size() || number != numbers.size())
        reader.fail();
    return !reader.failed();
}

void encode(cbor::Writer& writer, const OpenReward& reward) {
    writer.array(reward.moment.isKnown() ? 8 : 7);
    writer.uint(reward.decision);
    writer.uint(reward.goal);
    writer.uint(reward.action);
    writer.instant(reward.from);
    writer.instant(reward.until);
    writer.uint((reward.credited ? 1U : 0U) | (reward.harmed ? 2U : 0U) | (reward.learns ? 4U : 0U));
    encodeContext(writer, reward.context);
    if (reward.moment.isKnown())
        planning::encode(writer, reward.moment);
}

bool decode(cbor::Reader& reader, OpenReward& reward) {
    reward = OpenReward();
    const std::size_t parts = reader.array(); // one more where the contact's moment is known
    if (parts != 7 && parts != 8)
        return reader.fail(), false;
    reward.decision = reader.uint();
    reward.goal = codec::readWord(reader);
    reward.action = codec::readWord(reader);
    reward.from = reader.instant();
    reward.until = reader.instant();
    const std::uint64_t flags = reader.uint();
    if (flags > 7)
        return reader.fail(), false;
    reward.credited = (flags & 1U) != 0;
    reward.harmed = (flags & 2U) != 0;
    reward.learns = (flags & 4U) != 0;
    return decodeContext(reader, reward.context) && (parts == 7 || planning::decode(reader, reward.moment));
}

void encode(cbor::Writer& writer, const ModelUpdate& update) {
    writer.array(update.moment.isKnown() ? 4 : 3);
    encodeContext(writer, update.context);
    writer.real(update.reward);
    writer.real(update.harm);
    if (update.moment.isKnown())
        planning::encode(writer, update.moment);
}

bool decode(cbor::Reader& reader, ModelUpdate& update) {
    update = ModelUpdate();
    const std::size_t parts = reader.array();
    if (parts != 3 && parts != 4)
        return reader.fail(), false;
    decodeContext(reader, update.context);
    update.reward = reader.real();
    update.harm = reader.real();
    if (parts == 4)
        planning::decode(reader, update.moment);
    return !reader.failed();
}

} // namespace wayreeve::learning
