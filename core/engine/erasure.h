#pragma once

#include "audit/ledger.h"
#include "engine/live_feed.h"
#include "engine/turn.h"

#include <span>

namespace wayreeve::engine {

/// Takes a person out of a run (docs/adr/0013): open proposals are voided with an entry each and give back what they
/// had reserved, what no connector has answered keeps its number and nothing else, and of the state a stub is left that
/// wants no turn. `numbers`: every customer that is this person, ascending; `state` is theirs. `out` gets the entries,
/// an Erasure entry last; the answer is what the store has to make unreadable. Aggregates and models stay.
[[nodiscard]] audit::Erasure erase(const Program& program, CustomerState& state, std::vector<std::uint32_t> numbers,
                                   const Order& order, Instant at, std::uint64_t epoch, CustomerEpoch& out);

/// What an account (`holder`) holds open that is addressed to one of `numbers` (ascending), treated like the person's
/// own: without texts, voided with the same reason, its reservation given back, what waits for it voided too, and the
/// decision taken again. Answers whether there was anything.
bool eraseAddressed(const Program& program, CustomerState& holder, std::span<const std::uint32_t> numbers, Instant at,
                    std::uint64_t epoch, CustomerEpoch& out);

/// Who is who after merges: the numbers that lead to `number`, itself included, ascending.
[[nodiscard]] std::vector<std::uint32_t> numbersOf(const std::vector<CustomerState>& customers, std::uint32_t number);

/// The same on a stored run that has ended and is not taken up again (a simulation, an import): entry, voids and
/// command row are committed with the erasure. Errors: "run.still-running", "erase.unknown-customer" (customer), the
/// store's.
[[nodiscard]] Result<void> eraseOnStoredRun(const std::shared_ptr<const Program>& program, const audit::RunInfo& info,
                                            const Order& order, audit::LedgerReader& reader,
                                            audit::LedgerWriter& writer);

} // namespace wayreeve::engine
