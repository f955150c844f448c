#pragma once

#include "audit/rows.h"
#include "base/json.h"
#include "engine/live_feed.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::session {

/// What clients leave in the store's inbox for the engine of a live run, one JSON text each, and what it answers.
struct InboxNote {
    std::string run;                            ///< tag; commands, un-merges and `show` only
    std::optional<governance::Command> command; ///< a person's
    std::optional<engine::Order> order;         ///< stop, lift or un-merge
    Value event;                                ///< a quarantined event, mended: Segment-shaped; null = none
    audit::MendedRow mended;                    ///< of `event`: which it is and by whom; its run empty = not known
    /// Customers of the run, by number, whose rows are to be stored as they are now; no order, and never recorded.
    std::vector<std::uint32_t> show;
    [[nodiscard]] bool undoesMerge() const { return order && order->kind == engine::Order::Kind::Unmerge; }
};
[[nodiscard]] std::string noteText(const InboxNote& note);
/// Error "command.damaged" (text).
[[nodiscard]] Result<InboxNote> noteFrom(const std::string& text);

/// "" or an error as the client gets it.
[[nodiscard]] std::string answerText(const std::optional<Error>& error);
/// To `show`: stored, as of this instant of the run's clock.
[[nodiscard]] std::string shownText(Instant asOf);
/// Success, or the error that the text holds.
[[nodiscard]] Result<void> answerFrom(const std::string& text);

/// Leaves a note and waits for the engine's answer. What nobody took until then is withdrawn: "live.no-answer". Not for
/// the window's thread.
[[nodiscard]] Result<void> askEngine(const std::filesystem::path& folder, const InboxNote& note,
                                     std::chrono::milliseconds patience);

/// The engine of a live run stores these customers' rows with their states, as they are at the answered instant of its
/// clock. Errors as above, and "live.other-run". Not for the window's thread.
[[nodiscard]] Result<Instant> showCustomers(const std::filesystem::path& folder, const std::string& run,
                                            std::vector<std::uint32_t> customers, std::chrono::milliseconds patience);

/// True while another process, or another thread, holds the workspace's engine.
[[nodiscard]] bool engineIsBusy(const std::filesystem::path& folder);

} // namespace wayreeve::session
