#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/symbols.h"
#include "perception/customer.h"

namespace wayreeve::perception {

/// A customer in a state checkpoint: a CBOR array [version, fields …]. Symbols are written as their indexes; the
/// checkpoint names the document set they belong to. Deterministic: equal customers give equal bytes.
void encode(cbor::Writer& writer, const Customer& customer, const Symbols& symbols);

/// What encode wrote, equal. Safe on hostile bytes. Error "state.invalid" with `part` = "customer" for anything else,
/// an unknown symbol, channel, slot or arm included.
[[nodiscard]] Result<Customer> decodeCustomer(cbor::Reader& reader, const Symbols& symbols);

} // namespace wayreeve::perception
