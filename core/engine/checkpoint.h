#pragma once

#include "audit/ledger.h"
#include "base/result.h"

#include <cstdint>
#include <vector>

namespace wayreeve::engine {

/// A live run at the end of one epoch, whole. It is made where somebody was erased: what came before cannot be computed
/// again. Number 0 is the run's own part (clock, counters, models, who is who), n + 1 is customer n.
struct Checkpoint {
    std::vector<audit::CheckpointPart> parts; ///< by number, none missing
    std::vector<Hash256> hashes;              ///< of all stored entries
};

/// How far a checkpoint goes. "state.damaged".
struct CheckpointHead {
    std::uint64_t epochs = 0;   ///< this one's is the last that it holds
    std::uint64_t entries = 0;  ///< of the chain until then
    std::uint64_t receipts = 0; ///< events until then
};
[[nodiscard]] Result<CheckpointHead> headOf(const std::vector<audit::CheckpointPart>& parts);

} // namespace wayreeve::engine
