#include "storage/workspace_store.h"

#include "storage/schema.h"
#include "storage/statement.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <map>

namespace wayreeve::storage {

namespace {

constexpr int sqliteBusy = 5, sqliteLocked = 6, sqliteCorrupt = 11, sqliteFull = 13, sqliteNotADatabase = 26;

/// The name of the object that a CREATE statement makes: what stands after TABLE or INDEX.
std::string objectOf(std::string_view sql) {
    const std::size_t start = sql.find(' ', sql.find(' ') + 1) + 1;
    return std::string(sql.substr(start, sql.find_first_of(" (", start) - start));
}

} // namespace

std::filesystem::path dataFolder(const std::filesystem::path& workspace) {
    return workspace / ".wayreeve";
}

std::filesystem::path databaseFile(const std::filesystem::path& workspace) {
    return dataFolder(workspace) / "store.db";
}

Result<void> makeDataFolder(const std::filesystem::path& workspace) {
    std::error_code failed;
    std::filesystem::create_directories(dataFolder(workspace), failed);
    if (failed)
        return Error{"store.io", {{"file", dataFolder(workspace).string()}, {"detail", failed.message()}}};
    return {};
}

bool isStoreGone(const std::filesystem::path& workspace) {
    std::error_code failed;
    if (std::filesystem::file_size(databaseFile(workspace), failed) != 0 && !failed)
        return false;
    const std::filesystem::path data = dataFolder(workspace);
    for (const char* trace : {"keys/signing.key", "keys/signing.pub", "versions"})
        if (std::error_code unknown;
            std::filesystem::exists(data / trace, unknown) && !std::filesystem::is_empty(data / trace, unknown))
            return true;
    return false;
}

WorkspaceStore::WorkspaceStore(const std::filesystem::path& workspace) {
    static std::atomic<std::uint64_t> count = 0;
    m_name = QStringLiteral("wayreeve-%1").arg(++count);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    m_database.setDatabaseName(QString::fromStdString(databaseFile(workspace).string()));
}

WorkspaceStore::~WorkspaceStore() {
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<WorkspaceStore>> WorkspaceStore::open(const std::filesystem::path& workspace) {
    if (auto made = makeDataFolder(workspace); !made)
        return made.error();
    if (isStoreGone(workspace))
        return Error{"store.gone", {{"file", databaseFile(workspace).string()}}};
    std::unique_ptr<WorkspaceStore> store(new WorkspaceStore(workspace));
    if (!store->m_database.open())
        return errorOf(store->m_database.lastError());
    for (const auto step : {&WorkspaceStore::prepareFile, &WorkspaceStore::migrate, &WorkspaceStore::checkSchema})
        if (auto done = ((*store).*step)(); !done)
            return done.error();
    return store;
}

Error WorkspaceStore::errorOf(const QSqlError& error) {
    const int code = error.nativeErrorCode().toInt() & 0xFF; // without the extension
    const std::string detail = error.databaseText().toStdString();
    switch (code) {
    case sqliteBusy:
    case sqliteLocked:
        return Error{"store.busy", {}};
    case sqliteFull:
        return Error{"store.full", {}};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return Error{"store.damaged", {{"object", "store.db"}, {"detail", detail}}};
    default:
        return Error{"store.io", {{"detail", detail.empty() ? error.driverText().toStdString() : detail}}};
    }
}

Result<void> WorkspaceStore::execute(const char* sql) {
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)))
        return errorOf(query.lastError());
    return {};
}

Result<void> WorkspaceStore::prepareFile() {
    // Before anything is set: a file of a newer program stays as it is, byte for byte.
    Statement version(*this, "PRAGMA user_version");
    if (auto done = version.run(); !done)
        return done.error();
    if (const int found = version.next() ? version.as<int>(0) : 0; found > schemaVersion)
        return Error{"store.newer-schema",
                     {{"found", std::to_string(found)}, {"known", std::to_string(schemaVersion)}}};
    version.finish();
    // trusted_schema first: a planted view or trigger must find no function to call.
    // The page size counts only until the first table is made, and not in WAL mode any more.
    for (const char* pragma :
         {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA recursive_triggers = OFF",
          "PRAGMA page_size = 16384", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
          "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -32768"})
        if (auto done = execute(pragma); !done)
            return done;
    return {};
}

Result<int> WorkspaceStore::storedVersion() {
    Statement exists(*this, "SELECT count(*), sum(name = 'schema_version' AND type = 'table') FROM sqlite_schema");
    if (auto done = exists.run(); !done)
        return done.error();
    if (!exists.next())
        return exists.ended().ok() ? Error{"store.damaged", {{"object", "store.db"}}} : exists.ended().error();
    const bool empty = exists.integer(0) == 0, known = exists.integer(1) == 1;
    exists.finish();
    if (empty)
        return 0;
    if (!known)
        return Error{"store.damaged", {{"object", "schema_version"}}};
    Statement version(*this, "SELECT max(version) FROM schema_version");
    if (auto done = version.run(); !done)
        return done.error();
    const int found = version.next() ? version.as<int>(0) : 0;
    if (found < 1)
        return Error{"store.damaged", {{"object", "schema_version"}}};
    return found;
}

Result<void> WorkspaceStore::migrate() {
    auto found = storedVersion();
    if (!found)
        return found.error();
    if (*found == schemaVersion)
        return {};
    if (*found > schemaVersion)
        return Error{"store.newer-schema",
                     {{"found", std::to_string(*found)}, {"known", std::to_string(schemaVersion)}}};
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return transaction.error();
    found = storedVersion(); // another process may have been faster
    if (!found)
        return found.error();
    for (int version = *found; version < schemaVersion; ++version)
        for (const char* sql : schemaStep(version))
            if (auto done = execute(sql); !done)
                return done;
    if (*found < schemaVersion) {
        if (auto done = execute("DELETE FROM schema_version"); !done)
            return done;
        Statement insert(*this, "INSERT INTO schema_version(version) VALUES(?)");
        if (auto done = insert.run(schemaVersion); !done)
            return done;
    }
    // The same number where other programs look for it.
    if (auto done = execute(("PRAGMA user_version = " + std::to_string(schemaVersion)).c_str()); !done)
        return done;
    return transaction->commit();
}

/// Whatever is in the file beside our own objects, or instead of them, could change what a statement does.
Result<void> WorkspaceStore::checkSchema() {
    std::map<std::string, std::string> expected;
    for (int version = 0; version < schemaVersion; ++version)
        for (const char* sql : schemaStep(version))
            expected[objectOf(sql)] = sql;
    Statement objects(*this, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT IN "
                             "('sqlite_sequence', 'sqlite_stat1') ORDER BY name");
    if (auto done = objects.run(); !done)
        return done;
    while (objects.next()) {
        const auto known = expected.find(objects.text(0));
        if (known == expected.end() || known->second != objects.text(1))
            return Error{"store.damaged", {{"object", objects.text(0)}}};
        expected.erase(known);
    }
    if (auto done = objects.ended(); !done)
        return done;
    if (!expected.empty())
        return Error{"store.damaged", {{"object", expected.begin()->first}}};
    return {};
}

Result<Transaction> Transaction::begin(WorkspaceStore& store) {
    if (auto begun = store.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(store);
}

Transaction::~Transaction() {
    if (m_store != nullptr)
        (void)m_store->execute("ROLLBACK"); // SQLite may have rolled back already (a full disk)
}

Result<void> Transaction::commit() {
    if (auto done = m_store->execute("COMMIT"); !done)
        return done;
    m_store = nullptr;
    return {};
}

} // namespace wayreeve::storage
