#include "planning/customer_timing.h"

#include "planning/codec_parts.h"

#include <algorithm>

namespace wayreeve::planning {

void CustomerTiming::absorb(const CustomerTiming& other) {
    hours.absorb(other.hours);
    if (other.rhythm.last.isNever())
        return;
    rhythm.last = rhythm.last.isNever() ? other.rhythm.last : std::max(rhythm.last, other.rhythm.last);
    rhythm.gaps += other.rhythm.gaps;
    rhythm.logSum += other.rhythm.logSum;
}

void encode(cbor::Writer& writer, const CustomerTiming& timing) {
    writer.array(2);
    timing.hours.encode(writer);
    encode(writer, timing.rhythm);
}

bool decode(cbor::Reader& reader, CustomerTiming& timing) {
    return codec::expectArray(reader, 2) && timing.hours.decode(reader) && decode(reader, timing.rhythm);
}

void encode(cbor::Writer& writer, const ContactMoment& moment) {
    writer.array(3);
    writer.uint(static_cast<std::uint64_t>(moment.hour));
    writer.real(moment.pressure);
    writer.real(moment.predicted);
}

bool decode(cbor::Reader& reader, ContactMoment& moment) {
    if (!codec::expectArray(reader, 3))
        return false;
    const std::uint64_t hour = reader.uint();
    moment.pressure = reader.real();
    moment.predicted = reader.real();
    if (hour >= ContactHours::hours || !(moment.pressure >= 0.0) || !(moment.predicted <= 1.0))
        reader.fail();
    moment.hour = reader.failed() ? -1 : static_cast<int>(hour);
    return !reader.failed();
}

} // namespace wayreeve::planning
