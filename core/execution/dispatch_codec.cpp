#include "execution/dispatch_codec.h"

#include "planning/codec_parts.h"

namespace wayreeve::execution {

void encode(cbor::Writer& writer, const Dispatch& dispatch) {
    writer.array(19);
    writer.uint(dispatch.number);
    writer.uint(dispatch.decision);
    writer.uint(dispatch.proposal);
    writer.uint(dispatch.customer);
    writer.uint(dispatch.agent);
    writer.uint(dispatch.action);
    writer.uint(dispatch.content);
    codec::writeEnum(writer, dispatch.channel);
    codec::writeEnum(writer, dispatch.slot);
    writer.text(dispatch.connector);
    writer.text(dispatch.key);
    writer.text(dispatch.subject);
    writer.text(dispatch.body);
    writer.real(dispatch.cost);
    writer.instant(dispatch.at);
    codec::writeEnum(writer, dispatch.state);
    writer.integer(dispatch.attempts);
    writer.text(dispatch.result);
    writer.uint(dispatch.after);
}

bool decode(cbor::Reader& reader, Dispatch& dispatch) {
    dispatch = Dispatch();
    codec::expectArray(reader, 19);
    dispatch.number = reader.uint();
    dispatch.decision = reader.uint();
    dispatch.proposal = reader.uint();
    dispatch.customer = codec::readWord(reader);
    dispatch.agent = codec::readWord(reader);
    dispatch.action = codec::readWord(reader);
    dispatch.content = codec::readWord(reader);
    dispatch.channel = codec::readEnum(reader, documents::Channel::Ads);
    dispatch.slot = codec::readEnum(reader, documents::Slot::Operation);
    dispatch.connector = reader.text();
    dispatch.key = reader.text();
    dispatch.subject = reader.text();
    dispatch.body = reader.text();
    dispatch.cost = reader.real();
    dispatch.at = reader.instant();
    dispatch.state = codec::readEnum(reader, DispatchState::Stopped);
    const std::int64_t attempts = reader.integer();
    if (attempts < 0 || attempts > INT32_MAX)
        return reader.fail(), false;
    dispatch.attempts = static_cast<int>(attempts);
    dispatch.result = reader.text();
    dispatch.after = reader.uint();
    return !reader.failed();
}

} // namespace wayreeve::execution
