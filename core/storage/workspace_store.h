#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QString>

#include <filesystem>
#include <memory>
#include <string_view>

class QSqlError;

namespace wayreeve::storage {

inline constexpr int schemaVersion = 4; ///< what this program writes and reads

/// WS/.wayreeve and the files in it.
[[nodiscard]] std::filesystem::path dataFolder(const std::filesystem::path& workspace);
[[nodiscard]] std::filesystem::path databaseFile(const std::filesystem::path& workspace);
/// Makes WS/.wayreeve where it is missing. "store.io" file.
[[nodiscard]] Result<void> makeDataFolder(const std::filesystem::path& workspace);
/// No store, or an empty file, beside a signing key or published documents. The store is always made before either, so
/// this is never what a killed program leaves: somebody took it away.
[[nodiscard]] bool isStoreGone(const std::filesystem::path& workspace);

/// One connection to `WS/.wayreeve/store.db`: SQLite in WAL mode, synchronous FULL, pages of 16 KiB, busy timeout 10 s.
/// Made, used and destroyed on one thread; other threads and processes open their own. A file that is not ours is
/// never used: every table, index, trigger and view must be exactly what the schema steps make.
/// Errors: "store.newer-schema" found, known; "store.gone" file (isStoreGone(): a new one would hide it);
/// "store.damaged" object; "store.busy"; "store.full"; "store.io" detail.
class WorkspaceStore {
public:
    /// Opens the store, makes it and brings its schema up to date.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceStore>> open(const std::filesystem::path& workspace);
    ~WorkspaceStore();
    WorkspaceStore(const WorkspaceStore&) = delete;
    WorkspaceStore& operator=(const WorkspaceStore&) = delete;

    [[nodiscard]] Result<void> execute(const char* sql);
    [[nodiscard]] const QSqlDatabase& database() const { return m_database; }

    [[nodiscard]] static Error errorOf(const QSqlError& error);

private:
    explicit WorkspaceStore(const std::filesystem::path& workspace);
    [[nodiscard]] Result<void> prepareFile();
    [[nodiscard]] Result<int> storedVersion(); ///< 0 = an empty file
    [[nodiscard]] Result<void> migrate();
    [[nodiscard]] Result<void> checkSchema();

    QString m_name; ///< of the connection, unique in the process
    QSqlDatabase m_database;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back where commit() was not reached. A deferred transaction that reads and then
/// writes fails beside another writer, whatever the busy timeout.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(WorkspaceStore& store);
    Transaction(Transaction&& other) noexcept
        : m_store(std::exchange(other.m_store, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(WorkspaceStore& store)
        : m_store(&store) {}
    WorkspaceStore* m_store;
};

} // namespace wayreeve::storage
