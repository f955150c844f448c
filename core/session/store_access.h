#pragma once

#include "audit/ledger.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace wayreeve::session {

/// The store of a workspace for readers; used and destroyed on the calling thread. A workspace without a store reads as
/// one without runs.
[[nodiscard]] Result<std::unique_ptr<audit::LedgerReader>> openReader(const std::filesystem::path& folder);

/// What is stopped ("", "agent/ID", "action/ID") and who stopped it; empty where there is no store yet.
[[nodiscard]] Result<std::map<std::string, std::string>> stopScopes(const std::filesystem::path& folder);
/// Once it has answered, no connector call in this scope starts, in no process; those under way have ended. Up to 10 s
/// while a receiver does not answer: not for the window's thread.
[[nodiscard]] Result<void> setStop(const std::filesystem::path& folder, const std::string& scope,
                                   const std::string& person);
/// False where it was not set. Both leave an entry in the chain of the workspace's live run, where it has one.
[[nodiscard]] Result<bool> liftStop(const std::filesystem::path& folder, const std::string& scope,
                                    const std::string& person);

} // namespace wayreeve::session
