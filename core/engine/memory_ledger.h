#pragma once

#include "audit/ledger.h"

#include <memory>
#include <vector>

namespace wayreeve::engine {

/// Keeps a run's batches in memory, for stories and tests. The caller keeps `batches` alive.
class MemoryLedger final : public audit::LedgerWriter {
public:
    explicit MemoryLedger(std::vector<audit::Batch>& batches)
        : m_batches(batches) {}

    [[nodiscard]] Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols&) override {
        info.id = 1;
        info.tag = "m1";
        return info;
    }
    [[nodiscard]] Result<void> commit(const audit::Batch& batch) override {
        m_batches.push_back(batch);
        return {};
    }
    [[nodiscard]] Result<std::vector<Hash256>> entryHashes(std::int64_t) override {
        std::vector<Hash256> hashes;
        for (const audit::Batch& batch : m_batches)
            for (const audit::Entry& entry : batch.entries)
                hashes.push_back(entry.hash);
        return hashes;
    }
    [[nodiscard]] Result<audit::RunInfo> runInfo(std::int64_t) override { return Error{"run.unknown", {}, {}, 0, 0}; }

private:
    std::vector<audit::Batch>& m_batches;
};

} // namespace wayreeve::engine
