#pragma once

#include "audit/rows.h"
#include "storage/statement.h"

#include <vector>

/// Between rows of the store and the values of audit/rows.h.
namespace wayreeve::storage {

/// The columns in the order that runOf() reads.
inline constexpr const char* runColumns =
    "id, tag, kind, status, document_set, seed, salt, customers, days, reviewers, population, start, clock, epoch, "
    "epochs, entries, decisions, records_hash, source, EXISTS (SELECT 1 FROM run_sends WHERE run_sends.run = run.id)";

/// All runs that `where` leaves, with their documents. `where` is one of ours, never a user's text.
[[nodiscard]] Result<std::vector<audit::RunInfo>> readRuns(WorkspaceStore& store, const char* sql, std::int64_t value);

/// decision.flags (schema.cpp) and the mask of each part.
struct DecisionFlags {
    static constexpr std::uint32_t arm = 3U, channel = 15U << 2, slot = 3U << 6, risk = 3U << 8, ruling = 7U << 10,
                                   explored = 1U << 13, drawn = 1U << 14;
    [[nodiscard]] static std::uint32_t of(const audit::DecisionRow& row);
    static void into(std::uint32_t flags, audit::DecisionRow& row);
};

inline constexpr const char* decisionColumns =
    "id, key, time, flags, journey, agent, action, content, stage, goal, probability, confidence, priority, lag";
[[nodiscard]] audit::DecisionRow decisionOf(const Statement& row);

} // namespace wayreeve::storage
