#include "storage/statement.h"

#include <QSqlError>

#include <algorithm>

namespace wayreeve::storage {

Statement::Statement(WorkspaceStore& store, const char* sql)
    : m_query(store.database()) {
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(QString::fromLatin1(sql));
}

void Statement::bind(std::string_view text) {
    set(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void Statement::bind(std::span<const std::uint8_t> bytes) {
    // A null array would bind NULL.
    if (bytes.empty())
        return set(QByteArray(""));
    set(QByteArray::fromRawData(static_cast<const char*>(static_cast<const void*>(bytes.data())),
                                static_cast<qsizetype>(bytes.size())));
}

Result<void> Statement::execute() {
    if (!m_prepared || !m_query.exec())
        return WorkspaceStore::errorOf(m_query.lastError());
    return {};
}

Result<void> Statement::ended() {
    const QSqlError error = m_query.lastError();
    m_query.finish();
    if (error.isValid())
        return WorkspaceStore::errorOf(error);
    return {};
}

std::vector<std::uint8_t> Statement::blob(int column) const {
    const QByteArray bytes = m_query.value(column).toByteArray();
    return {bytes.begin(), bytes.end()};
}

Hash256 Statement::hash(int column) const {
    const QByteArray bytes = m_query.value(column).toByteArray();
    Hash256 hash;
    if (bytes.size() == static_cast<qsizetype>(hash.bytes.size()))
        std::copy(bytes.begin(), bytes.end(), hash.bytes.begin());
    return hash;
}

} // namespace wayreeve::storage
