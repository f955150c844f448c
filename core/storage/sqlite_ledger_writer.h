#pragma once

#include "audit/ledger.h"
#include "audit/pausable.h"
#include "storage/engine_lock.h"

#include <filesystem>
#include <memory>

namespace wayreeve::storage {

class WorkspaceStore;

/// The engine's writer. Holds the workspace's engine lock; made, used and destroyed on one thread.
/// commit() checks that the batch goes on exactly where the stored chain ends ("store.wrong-chain" entry), signs the
/// new head, and is durable when it answers: one transaction, WAL and FULL.
class SqliteLedgerWriter final : public audit::LedgerWriter, public audit::Pausable {
public:
    /// Errors "store.locked" pid; WorkspaceStore's; signingKey()'s. `patience` as EngineLock's.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedgerWriter>>
    open(const std::filesystem::path& workspace, std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    ~SqliteLedgerWriter() override;

    [[nodiscard]] Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols& symbols) override;
    [[nodiscard]] Result<void> commit(const audit::Batch& batch) override;
    [[nodiscard]] Result<std::vector<Hash256>> entryHashes(std::int64_t run) override;
    [[nodiscard]] Result<audit::RunInfo> runInfo(std::int64_t run) override;

    void setPause(std::function<void()> pause) override;

    [[nodiscard]] WorkspaceStore& store();

private:
    struct Impl;
    explicit SqliteLedgerWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace wayreeve::storage
