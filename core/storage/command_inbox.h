#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wayreeve::storage {

class WorkspaceStore;

enum class InboxState : std::uint8_t { Waiting, Taken, Answered };

/// A client's command to the engine that holds the workspace, and the engine's answer. Both bodies are JSON texts that
/// the store does not read.
struct InboxItem {
    std::int64_t id = 0;
    std::string body;
    InboxState state = InboxState::Waiting;
    std::string answer;
};

/// How commands reach an engine in another process. Every call is durable. Made, used and destroyed on one thread.
class CommandInbox {
public:
    [[nodiscard]] static Result<std::unique_ptr<CommandInbox>> open(const std::filesystem::path& workspace);
    ~CommandInbox();

    [[nodiscard]] Result<std::int64_t> put(const std::string& body);               ///< the item's id
    [[nodiscard]] Result<std::vector<InboxItem>> take(int limit);                  ///< oldest waiting first; each once
    [[nodiscard]] Result<void> answer(std::int64_t id, const std::string& answer); ///< "inbox.unknown" id
    [[nodiscard]] Result<std::optional<InboxItem>> find(std::int64_t id);
    /// Takes back what nobody has taken yet; false where an engine has it in hand.
    [[nodiscard]] Result<bool> withdraw(std::int64_t id);
    [[nodiscard]] Result<int> recover(); ///< what a dead engine took and never answered waits again

private:
    explicit CommandInbox(std::unique_ptr<WorkspaceStore> store);
    std::unique_ptr<WorkspaceStore> m_store;
};

} // namespace wayreeve::storage
