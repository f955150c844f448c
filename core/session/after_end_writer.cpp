#include "session/after_end_writer.h"

#include "audit/pausable.h"

#include <memory>
#include <utility>

namespace wayreeve::session {

namespace {

class AfterEndWriter final : public audit::LedgerWriter, public audit::Pausable {
public:
    AfterEndWriter(std::unique_ptr<audit::LedgerWriter> writer, std::vector<audit::CommandRow> rows)
        : m_writer(std::move(writer))
        , m_rows(std::move(rows)) {}

    Result<audit::RunInfo> beginRun(audit::RunInfo info, const Symbols& symbols) override {
        return m_writer->beginRun(std::move(info), symbols);
    }
    Result<void> commit(const audit::Batch& batch) override {
        if (!batch.status || m_rows.empty())
            return m_writer->commit(batch);
        audit::Batch whole = batch;
        whole.commands.insert(whole.commands.end(), m_rows.begin(), m_rows.end());
        return m_writer->commit(whole);
    }
    Result<std::vector<Hash256>> entryHashes(std::int64_t run) override { return m_writer->entryHashes(run); }
    Result<audit::RunInfo> runInfo(std::int64_t run) override { return m_writer->runInfo(run); }
    void setPause(std::function<void()> pause) override {
        if (auto* pausable = dynamic_cast<audit::Pausable*>(m_writer.get()))
            pausable->setPause(std::move(pause));
    }

private:
    std::unique_ptr<audit::LedgerWriter> m_writer;
    std::vector<audit::CommandRow> m_rows;
};

} // namespace

engine::OpenLedger withAfterEnd(engine::OpenLedger open, std::vector<audit::CommandRow> rows) {
    return [open = std::move(open), rows = std::move(rows)]() -> Result<std::unique_ptr<audit::LedgerWriter>> {
        auto writer = open();
        if (!writer)
            return writer.error();
        return std::unique_ptr<audit::LedgerWriter>(std::make_unique<AfterEndWriter>(std::move(*writer), rows));
    };
}

} // namespace wayreeve::session
