#pragma once

#include "audit/ledger.h"
#include "audit/verify.h"
#include "storage/person_keys.h"

namespace wayreeve::storage {

/// Erases a person from a run and from every run that replays it, inside the caller's transaction: destroys the key;
/// signs which records were about the customer, so that `verify` takes only those unread; takes away what lies open
/// (records of older stores, key and name, message ids, texts of proposals, outbox items and commands, those by which
/// an account addresses them too, notes in the inbox, checkpoint states); and takes away the events about nobody in
/// particular (duplicates, quarantine) that hold one of the person's ids. What had not gone out is failed ("erased");
/// what was under way is unclear ("erased"). Marks the file to be swept.
[[nodiscard]] Result<void> shred(WorkspaceStore& store, const audit::SigningKey& key, std::int64_t run,
                                 const audit::Erasure& erasure);

/// After an erasure's commit: empties the write-ahead log, and with `rewrite` the whole file is written anew, so that
/// no stale copy of an erased value stays in its free space. Where another connection keeps the log in use, or a
/// rewrite is not asked for, the mark stays and the next writer sees to it. Does nothing without the mark.
[[nodiscard]] Result<void> sweep(WorkspaceStore& store, bool rewrite);

} // namespace wayreeve::storage
