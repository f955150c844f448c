#pragma once

#include "audit/events.h"
#include "engine/merge.h"

namespace wayreeve::engine {

/// What one epoch's merge works on; shared by the files that implement EpochMerge.
struct EpochMerge::Work {
    Instant end;
    std::uint64_t epoch = 0;
    audit::Batch& batch;
    WorkerPool& pool;
    std::vector<Delivery> deliveries;
    std::vector<learning::ModelUpdate> updates;
    std::vector<planning::CustomerHistory*> histories; ///< of the updates' customers
    std::vector<planning::CustomerTiming*> timings;    ///< the same
    std::map<int, audit::DayRow> days;                 ///< by arm
};

/// Adds an entry with its record, and what it is about (0: nothing).
template <class Record>
void append(audit::Batch& batch, audit::Entry entry, const Record& record, audit::Key about) {
    entry.body = audit::encode(entry, record);
    if (about != 0)
        batch.about.emplace_back(about, batch.entries.size());
    batch.entries.push_back(std::move(entry));
}

} // namespace wayreeve::engine
