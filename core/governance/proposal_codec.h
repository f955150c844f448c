#pragma once

#include "base/cbor.h"
#include "governance/proposal.h"

namespace wayreeve::governance {

/// Proposal = one positional array in the order of the struct's members: candidate and ruling by their own codecs,
/// times as integers (ms), `bound` as 32 bytes.
void encode(cbor::Writer& writer, const Proposal& proposal);
/// False (the reader failed) for anything that encode() never writes; `proposal` is then unspecified.
bool decode(cbor::Reader& reader, Proposal& proposal);

} // namespace wayreeve::governance
