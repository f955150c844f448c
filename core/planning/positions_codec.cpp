#include "planning/positions_codec.h"

#include "planning/codec_parts.h"

namespace wayreeve::planning {

namespace {

void encode(cbor::Writer& writer, const Instance& instance) {
    writer.array(10);
    writer.uint(instance.journey);
    writer.uint(instance.node);
    writer.instant(instance.entered);
    writer.instant(instance.nodeEntered);
    writer.instant(instance.wakeAt);
    writer.instant(instance.lastDecision);
    writer.instant(instance.dueAt);
    writer.uint(instance.leadingIntent);
    writer.real(instance.leadingIntentValue);
    writer.uint((instance.again ? 1U : 0U) | (instance.inBaseline ? 2U : 0U));
}

Instance readInstance(cbor::Reader& reader) {
    Instance instance;
    codec::expectArray(reader, 10);
    instance.journey = codec::readWord(reader);
    instance.node = codec::readWord(reader);
    instance.entered = reader.instant();
    instance.nodeEntered = reader.instant();
    instance.wakeAt = reader.instant();
    instance.lastDecision = reader.instant();
    instance.dueAt = reader.instant();
    instance.leadingIntent = codec::readWord(reader);
    instance.leadingIntentValue = reader.real();
    const std::uint64_t flags = reader.uint();
    if (flags > 3)
        reader.fail();
    instance.again = (flags & 1U) != 0;
    instance.inBaseline = (flags & 2U) != 0;
    return instance;
}

} // namespace

void encode(cbor::Writer& writer, const Positions& positions) {
    writer.array(2);
    encode(writer, positions.instances);
    writer.array(positions.past.size());
    for (const PastVisit& visit : positions.past) {
        writer.array(2);
        writer.uint(visit.journey);
        writer.instant(visit.left);
    }
}

bool decode(cbor::Reader& reader, Positions& positions) {
    positions = Positions();
    codec::expectArray(reader, 2);
    decode(reader, positions.instances);
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n) {
        codec::expectArray(reader, 2);
        PastVisit visit;
        visit.journey = codec::readWord(reader);
        visit.left = reader.instant();
        positions.past.push_back(visit);
    }
    return !reader.failed();
}

void encode(cbor::Writer& writer, const std::vector<Instance>& instances) {
    writer.array(instances.size());
    for (const Instance& instance : instances)
        encode(writer, instance);
}

bool decode(cbor::Reader& reader, std::vector<Instance>& instances) {
    instances.clear();
    for (std::size_t n = reader.array(); n > 0 && !reader.failed(); --n)
        instances.push_back(readInstance(reader));
    return !reader.failed();
}

} // namespace wayreeve::planning
