#pragma once

#include "audit/events.h"
#include "audit/ledger.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string>

/// A folder on disk and batches to put into it.
class Fixture {
public:
    Fixture();
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    /// Runs SQL on the file through a connection of its own, without any of the store's care. Answers the first value.
    std::string sql(const std::string& statement) const;

    static wayreeve::audit::RunInfo runInfo();
    static wayreeve::Symbols symbols();

private:
    QTemporaryDir m_folder;
};

/// A run that grows by batches, as an engine makes them.
class Growing {
public:
    explicit Growing(std::int64_t run)
        : m_run(run) {}
    /// `count` decisions of customers 1, 2, 3 …, each followed by an entry about it.
    wayreeve::audit::Batch batch(int count);

private:
    std::int64_t m_run;
    std::uint64_t m_epochs = 0;
    std::uint64_t m_decisions = 0;
    wayreeve::audit::Chain m_chain;
};
