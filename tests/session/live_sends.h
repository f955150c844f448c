#pragma once

#include "session/live_server.h"

#include "audit/ledger.h"

#include <memory>
#include <set>
#include <vector>

/// What a live run that really sends has left in its store, and what people do meanwhile.
[[nodiscard]] std::unique_ptr<wayreeve::audit::LedgerReader> readerOf(const Place& place);
/// Items of the queue in these states.
[[nodiscard]] std::vector<wayreeve::governance::Proposal> itemsOf(const Place& place,
                                                                  std::set<wayreeve::governance::ProposalState> states);
/// The connectors' answers in the chain, in its order.
[[nodiscard]] std::vector<wayreeve::execution::Dispatch> resultsOf(const Place& place);
[[nodiscard]] std::vector<wayreeve::execution::Dispatch> outboxOf(const Place& place); ///< newest first
/// Claims and approves what waits in run l1; how many.
int approve(const Place& place, int most);
/// A replay of run l1 is identical.
[[nodiscard]] bool repeats(const Place& place);
/// An hour of UTC that is far from now in any zone of the demo.
[[nodiscard]] int farHour();
/// By night the demo holds what is approved: the run is to send whenever this test is run. One minute of `hour` stays
/// quiet.
void neverQuiet(const Place& place, int hour = farHour());
