#pragma once

#include "base/cbor.h"
#include "governance/ruling.h"

namespace wayreeve::governance {

/// Ruling = [kind, baseRisk | risk << 2 | reversibility << 4 | suggestOnly << 6 | reviewSampled << 7, raisedBy, cell,
/// level, approval, sample, sla ms, onExpiry, exceptions, holdUntil, heldBy].
void encode(cbor::Writer& writer, const Ruling& ruling);
/// False (the reader failed) for anything that encode() never writes; `ruling` is then unspecified.
bool decode(cbor::Reader& reader, Ruling& ruling);

} // namespace wayreeve::governance
