#pragma once

#include "base/cbor.h"
#include "execution/dispatch.h"

namespace wayreeve::execution {

/// Dispatch = one positional array in the order of the struct's members.
void encode(cbor::Writer& writer, const Dispatch& dispatch);
/// False (the reader failed) for anything that encode() never writes; `dispatch` is then unspecified.
bool decode(cbor::Reader& reader, Dispatch& dispatch);

} // namespace wayreeve::execution
