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
    Statement statement(**connection, sql);
    if (auto done = statement.run(values...); !done)
        return done;
    while (statement.next())
        if (Result<void> taken = each(statement); !taken)
            return taken;
    return statement.ended();
}

/// A row that decodes to nothing that we ever wrote.
[[nodiscard]] inline Error damagedRow(const char* table, std::uint64_t number) {
    return Error{"store.damaged", {{"object", table}, {"number", std::to_string(number)}}};
}

} // namespace wayreeve::storage
