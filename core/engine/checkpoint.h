#pragma once

#include "audit/ledger.h"
#include "base/result.h"

#include <cstdint>
#include <vector>

namespace wayreeve::engine {

/// A live run at the end of one epoch, whole: what it is taken up from. Number 0 is the run's own part (clock,
/// counters, models, who is who, figures; numbers and hashes alone), n + 1 is all of customer n: state, ids, what was
/// observed of it, merges that can be undone. Only customers' parts hold personal data, and the store seals each as
/// that customer's.
///
/// It is kept where the run stands still, where somebody was erased, and in between, so that a kill does not cost
/// everything: once `checkpointEntries` entries have come since the last one and that is 32 times as long ago as it
/// took (3 % of the run's time at most). Each writes what has changed since the one before; after an erasure all is
/// written anew.
struct Checkpoint {
    std::vector<audit::CheckpointPart> parts; ///< by number, none missing
    std::vector<Hash256> hashes;              ///< of all stored entries; only where the head needs them
};

/// Computing so many entries again takes under a minute.
inline constexpr std::uint64_t checkpointEntries = 200'000;

/// How far a checkpoint goes.
struct CheckpointHead {
    std::uint64_t epochs = 0;   ///< this one's is the last that it holds
    std::uint64_t entries = 0;  ///< of the chain until then
    std::uint64_t receipts = 0; ///< events until then
    bool needsHashes = false;   ///< it does not say where the chain stands, or not to this build
};
/// "state.damaged".
[[nodiscard]] Result<CheckpointHead> headOf(const std::vector<audit::CheckpointPart>& parts);

} // namespace wayreeve::engine
