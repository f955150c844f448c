#include "planning/known_fact.h"

#include "planning/codec_parts.h"

namespace wayreeve::planning {

void encode(cbor::Writer& writer, const KnownFact& fact) {
    writer.array(7);
    codec::writeEnum(writer, fact.name.kind);
    writer.text(fact.name.id);
    writer.value(fact.value);
    writer.instant(fact.asOf);
    writer.instant(fact.asked);
    writer.text(fact.problem);
    writer.boolean(fact.waiting);
}

bool decode(cbor::Reader& reader, KnownFact& fact) {
    codec::expectArray(reader, 7);
    fact.name.kind = codec::readEnum(reader, documents::FactKind::Identity);
    fact.name.id = reader.text();
    fact.value = reader.value();
    fact.asOf = reader.instant();
    fact.asked = reader.instant();
    fact.problem = reader.text();
    fact.waiting = reader.boolean();
    return !reader.failed();
}

} // namespace wayreeve::planning
