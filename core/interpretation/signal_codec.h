#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/symbols.h"
#include "interpretation/interpreter.h"

namespace wayreeve::interpretation {

/// One customer's signal memory in a state checkpoint: a CBOR array [version, level values, level times, stage,
/// previous stage, case opened, case closed, frustrations, frustrated in case]. Symbols are written as their indexes.
/// Deterministic: equal memories give equal bytes.
void encode(cbor::Writer& writer, const SignalMemory& memory, const Symbols& symbols);

/// What encode wrote, equal. Safe on hostile bytes. Error "state.invalid" with `part` = "signals".
[[nodiscard]] Result<SignalMemory> decodeSignalMemory(cbor::Reader& reader, const Symbols& symbols);

} // namespace wayreeve::interpretation
