#pragma once

#include "audit/ledger.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wayreeve::session {

/// One merge of two customers, as the chain tells it.
struct MergeShown {
    std::uint32_t kept = 0;
    std::uint32_t gone = 0;
    std::string goneKey; ///< what the absorbed one was first known by
    Instant at;
    bool probable = false;                                     ///< false: an id that both had used
    double probability = 1;                                    ///< where probable
    std::vector<std::pair<std::string_view, double>> evidence; ///< where probable: name and part of the log-odds, the
                                                               ///< weightiest first, zeros left out
    bool undone = false;
    std::string undoneBy, undoneWhy;
    bool undoable = false; ///< not undone, of a live run that takes events, and not longer ago than the documents say
};

/// The merges into a customer, oldest first. The store's errors.
[[nodiscard]] Result<std::vector<MergeShown>> mergesOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                       std::uint32_t customer, Duration undoWithin);
/// By its key, or as "#12" by its number. Error "customer.unknown" id.
[[nodiscard]] Result<audit::CustomerRow> customerNamed(audit::LedgerReader& reader, std::int64_t run,
                                                       const std::string& name);

struct UndoMerge {
    std::string run;      ///< tag; "" = the newest
    std::string customer; ///< key or "#12": who was absorbed; or who absorbed, for its newest merge
    std::string person;   ///< id in people.yaml
    std::string reason;
};
/// Undoes a merge in a live run: where its engine is at work, that answers within an epoch; where it stands still, it
/// is taken up for this one order, which takes as long as computing it again. Then it is stored. Errors:
/// "customer.unknown" id · "approval.unknown-person", "right.undo-merge" person · "merge.needs-reason" ·
/// "merge.not-live" run (a simulation, an import, a replay) · "merge.none", "merge.too-old" customer ·
/// "merge.other-customer" · askEngine's. Not for the window's thread.
[[nodiscard]] Result<void> undoMerge(const std::filesystem::path& folder, const UndoMerge& request,
                                     std::chrono::milliseconds patience = std::chrono::seconds(5));

} // namespace wayreeve::session
