#include "governance/ruling_codec.h"

#include "planning/codec_parts.h"

namespace wayreeve::governance {

using documents::Reversibility;
using documents::Risk;

void encode(cbor::Writer& writer, const Ruling& ruling) {
    writer.array(12);
    codec::writeEnum(writer, ruling.kind);
    writer.uint(static_cast<std::uint64_t>(ruling.baseRisk) | static_cast<std::uint64_t>(ruling.risk) << 2 |
                static_cast<std::uint64_t>(ruling.reversibility) << 4 | (ruling.suggestOnly ? 1U << 6 : 0U) |
                (ruling.reviewSampled ? 1U << 7 : 0U));
    codec::writeSymbols(writer, ruling.raisedBy);
    writer.uint(ruling.cell);
    codec::writeEnum(writer, ruling.rule.level);
    codec::writeEnum(writer, ruling.rule.approval);
    writer.real(ruling.rule.sample);
    writer.integer(ruling.rule.sla.ms);
    codec::writeEnum(writer, ruling.rule.onExpiry);
    codec::writeSymbols(writer, ruling.exceptions);
    writer.instant(ruling.holdUntil);
    writer.uint(ruling.heldBy);
}

bool decode(cbor::Reader& reader, Ruling& ruling) {
    ruling = Ruling();
    codec::expectArray(reader, 12);
    ruling.kind = codec::readEnum(reader, RulingKind::Execute);
    const std::uint64_t bits = reader.uint();
    const std::uint64_t base = bits & 3U, risk = bits >> 2 & 3U, reversibility = bits >> 4 & 3U;
    if (bits >> 8 != 0 || base > 2 || risk > 2 || reversibility > 2)
        reader.fail();
    ruling.baseRisk = static_cast<Risk>(base);
    ruling.risk = static_cast<Risk>(risk);
    ruling.reversibility = static_cast<Reversibility>(reversibility);
    ruling.suggestOnly = (bits >> 6 & 1U) != 0;
    ruling.reviewSampled = (bits >> 7 & 1U) != 0;
    ruling.raisedBy = codec::readSymbols(reader);
    ruling.cell = codec::readWord(reader);
    ruling.rule.level = codec::readEnum(reader, documents::AutonomyLevel::Autonomous);
    ruling.rule.approval = codec::readEnum(reader, documents::Approval::FourEyes);
    ruling.rule.sample = reader.real();
    ruling.rule.sla = {reader.integer()};
    ruling.rule.onExpiry = codec::readEnum(reader, documents::SafeDefault::Handoff);
    ruling.exceptions = codec::readSymbols(reader);
    ruling.holdUntil = reader.instant();
    ruling.heldBy = codec::readWord(reader);
    return !reader.failed();
}

} // namespace wayreeve::governance
