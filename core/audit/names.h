#pragma once

#include "base/hash.h"
#include "base/result.h"
#include "base/symbols.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wayreeve::audit {

/// A run's string table as stored: one CBOR array of texts, the empty name first. Its hash is in the run's first entry,
/// so that a name changed in the file does not make the chain tell another story.
[[nodiscard]] std::vector<std::uint8_t> encodeNames(const Symbols& symbols);
[[nodiscard]] Hash256 hashOfNames(const Symbols& symbols);
/// Error "store.damaged" (object symbols).
[[nodiscard]] Result<Symbols> decodeNames(std::span<const std::uint8_t> bytes);

} // namespace wayreeve::audit
