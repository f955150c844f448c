#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace wayreeve::storage {

class WorkspaceStore;

/// The stop scopes in force ("", "agent/ID", "action/ID"), kept for whoever dispatches next, also in another process.
/// Needs no engine lock: stopping must always be possible. Made, used and destroyed on one thread.
class StopStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<StopStore>> open(const std::filesystem::path& workspace);
    ~StopStore();

    [[nodiscard]] Result<void> set(const std::string& scope, const std::string& person);
    [[nodiscard]] Result<bool> lift(const std::string& scope);         ///< false where it was not set
    [[nodiscard]] Result<std::map<std::string, std::string>> scopes(); ///< scope → who set it

private:
    explicit StopStore(std::unique_ptr<WorkspaceStore> store);
    std::unique_ptr<WorkspaceStore> m_store;
};

} // namespace wayreeve::storage
