#pragma once

#include "storage/sqlite_ledger_reader.h"
#include "storage/statement.h"

/// For the reader's own .cpp files.
namespace wayreeve::storage {

template <class Each, class... Values>
Result<void> SqliteLedgerReader::query(const char* sql, Each each, const Values&... values) {
    const auto connection = store();
    if (!connection)
        return connection.error();
    if (*connection == nullptr)
        return {};
    // Preparing costs more than most of our questions, which are asked again and again; taken out while it is in use,
    // because `each` may ask the same.
    auto known = m_statements.extract(sql);
    std::unique_ptr<Statement> statement =
        known ? std::move(known.mapped()) : std::make_unique<Statement>(**connection, sql);
    if (auto done = statement->run(values...); !done)
        return done;
    while (statement->next())
        if (Result<void> taken = each(*statement); !taken)
            return taken;
    Result<void> ended = statement->ended();
    if (ended)
        m_statements.insert_or_assign(sql, std::move(statement));
    return ended;
}

/// A row that decodes to nothing that we ever wrote.
[[nodiscard]] inline Error damagedRow(const char* table, std::uint64_t number) {
    return Error{"store.damaged", {{"object", table}, {"number", std::to_string(number)}}};
}

} // namespace wayreeve::storage
