#pragma once

#include "execution/outbox.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace wayreeve::storage {

class WorkspaceStore;

/// The dispatch rows of one run as the dispatcher's port. Every call is one durable transaction. Items are answered
/// with keys that carry the workspace and the run ("<workspace>-s1-<key>"), because two runs with one seed have equal
/// keys, in one workspace or in two, and one receiver may serve both; what is stored keeps the run's own. <workspace>
/// is the first 16 hex digits of BLAKE2b-256 of its public signing key, so a copied folder keeps it. Made, used and
/// destroyed on one thread.
class SqliteOutbox final : public execution::OutboxPort {
public:
    /// "run.unknown" run; "store.key-missing" file; WorkspaceStore's errors.
    [[nodiscard]] static Result<std::unique_ptr<SqliteOutbox>> open(const std::filesystem::path& workspace,
                                                                    const std::string& runTag);
    ~SqliteOutbox() override;

    [[nodiscard]] Result<std::vector<execution::Dispatch>> take(int limit) override;
    /// State, attempts and result of the item with that number. "outbox.unknown" number.
    [[nodiscard]] Result<void> settle(const execution::Dispatch& dispatch) override;
    [[nodiscard]] Result<int> recover() override;
    [[nodiscard]] Result<int> resume() override;
    /// Makes a failed or unclear item pending again, its attempts counted anew. "outbox.unknown" number;
    /// "outbox.not-failed" number, state.
    [[nodiscard]] Result<void> replay(std::uint64_t number);
    [[nodiscard]] execution::DispatchState stateOf(std::uint64_t number) override;
    [[nodiscard]] std::string customerKey(std::uint32_t customer) override; ///< empty where unknown
    [[nodiscard]] bool isErased(std::uint32_t customer) override;

private:
    SqliteOutbox(std::unique_ptr<WorkspaceStore> store, std::int64_t run, std::string prefix);
    /// Reads one item, changes it, writes it: one transaction.
    [[nodiscard]] Result<void> change(std::uint64_t number,
                                      const std::function<Result<void>(execution::Dispatch&)>& how);
    /// All items in `from` go back to pending, but those whose call had begun; how many.
    [[nodiscard]] Result<int> turn(execution::DispatchState from);

    std::unique_ptr<WorkspaceStore> m_store;
    std::int64_t m_run;
    std::string m_prefix; ///< of the keys that receivers see
};

} // namespace wayreeve::storage
