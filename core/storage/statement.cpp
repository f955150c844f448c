#include "storage/statement.h"

#include <QSqlError>

#include <algorithm>

namespace wayreeve::storage {

namespace {

/// Qt makes the name of a positional placeholder anew at every bind, which costs more than the bind itself; so
/// placeholders get names here, once.
const QString& placeholder(std::size_t position) {
    static const std::vector<QString> names = [] {
        std::vector<QString> made;
        for (int i = 0; i < 32; ++i)
            made.push_back(QStringLiteral(":p%1").arg(i, 2, 10, QLatin1Char('0')));
        return made;
    }();
    return names.at(position);
}

/// With names for the question marks; our statements hold none inside a text.
QString named(std::string_view sql) {
    QString text;
    std::size_t next = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] != '?')
            text += QLatin1Char(sql[i]);
        else if (i + 1 < sql.size() && sql[i + 1] >= '1' && sql[i + 1] <= '9')
            text += placeholder(static_cast<std::size_t>(sql[++i] - '1'));
        else
            text += placeholder(next++);
    }
    return text;
}

} // namespace

Statement::Statement(WorkspaceStore& store, const char* sql)
    : m_query(store.database()) {
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(named(sql));
}

void Statement::set(const QVariant& value) {
    m_query.bindValue(placeholder(static_cast<std::size_t>(m_bound++)), value);
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
