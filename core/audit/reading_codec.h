#pragma once

#include "base/cbor.h"
#include "interpretation/reading.h"

namespace wayreeve::audit {

/// Reading = [at, counts of intents, needs, hesitations and stages (array of 4), ids, values, ends, part ids, part
/// amounts, stage, previous stage, stage changed, leading intent, its value]. The scores stand in columns (uint32 and
/// float64 typed arrays) in the order intents, sentiment, needs, hesitations, stages; `ends` cuts the parts.
void encode(cbor::Writer& writer, const interpretation::Reading& reading);
/// False (the reader failed) for anything that encode() never writes; `reading` is then unspecified.
bool decode(cbor::Reader& reader, interpretation::Reading& reading);

} // namespace wayreeve::audit
