#include "storage/export_records.h"

#include "audit/events.h"
#include "base/json.h"

#include <ostream>

namespace wayreeve::storage {

Result<void> exportRecords(audit::LedgerReader& reader, std::int64_t run, const Symbols& symbols, std::ostream& out) {
    Result<void> written;
    auto read = reader.forEachEntry(run, 1, [&](const audit::Entry& entry, const Hash256&) {
        const auto opened = audit::openedJson(entry, symbols);
        if (!opened)
            written = opened.error();
        else if (!(out << writeCanonicalJson(*opened) << '\n'))
            written = Error{"io.write-failed", {}};
        return written.ok();
    });
    if (!read)
        return read;
    if (written && !out.flush())
        return Error{"io.write-failed", {}};
    return written;
}

} // namespace wayreeve::storage
