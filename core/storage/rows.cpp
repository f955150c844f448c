#include "storage/rows.h"

namespace wayreeve::storage {

namespace {

audit::RunInfo runFrom(const Statement& row) {
    audit::RunInfo info;
    info.id = row.integer(0);
    info.tag = row.text(1);
    info.kind = row.as<audit::RunKind>(2);
    info.status = row.as<audit::RunStatus>(3);
    info.documentSet = row.hash(4);
    info.seed = row.as<std::uint64_t>(5);
    info.salt = row.text(6);
    info.customers = row.as<std::uint64_t>(7);
    info.days = row.as<std::uint32_t>(8);
    info.reviewers = row.integer(9) != 0;
    info.population = row.text(10);
    info.start = row.instant(11);
    info.clock = row.instant(12);
    info.epoch = {row.integer(13)};
    info.epochs = row.as<std::uint64_t>(14);
    info.entries = row.as<std::uint64_t>(15);
    info.decisions = row.as<std::uint64_t>(16);
    info.recordsHash = row.hash(17);
    info.source = row.text(18);
    info.sendsReally = row.integer(19) != 0;
    return info;
}

} // namespace

Result<std::vector<audit::RunInfo>> readRuns(WorkspaceStore& store, const char* sql, std::int64_t value) {
    Statement rows(store, sql);
    if (auto done = rows.run(value); !done)
        return done.error();
    std::vector<audit::RunInfo> runs;
    while (rows.next())
        runs.push_back(runFrom(rows));
    if (auto done = rows.ended(); !done)
        return done.error();
    Statement documents(store, "SELECT kind, id, path, hash FROM run_document WHERE run = ? ORDER BY rowid");
    for (audit::RunInfo& info : runs) {
        if (auto done = documents.run(info.id); !done)
            return done.error();
        while (documents.next())
            info.files.push_back(
                {documents.as<documents::Kind>(0), documents.text(1), documents.text(2), {}, documents.hash(3)});
        if (auto done = documents.ended(); !done)
            return done.error();
    }
    return runs;
}

std::uint32_t DecisionFlags::of(const audit::DecisionRow& row) {
    return static_cast<std::uint32_t>(row.arm) | static_cast<std::uint32_t>(row.channel) << 2 |
           static_cast<std::uint32_t>(row.slot) << 6 | static_cast<std::uint32_t>(row.risk) << 8 |
           static_cast<std::uint32_t>(row.ruling) << 10 | (row.explored ? explored : 0U) | (row.drawn ? drawn : 0U);
}

void DecisionFlags::into(std::uint32_t flags, audit::DecisionRow& row) {
    row.arm = static_cast<documents::Arm>(flags & 3U);
    row.channel = static_cast<documents::Channel>(flags >> 2 & 15U);
    row.slot = static_cast<documents::Slot>(flags >> 6 & 3U);
    row.risk = static_cast<documents::Risk>(flags >> 8 & 3U);
    row.ruling = static_cast<governance::RulingKind>(flags >> 10 & 7U);
    row.explored = (flags & explored) != 0;
    row.drawn = (flags & drawn) != 0;
}

audit::DecisionRow decisionOf(const Statement& row) {
    audit::DecisionRow decision;
    decision.entry = numberOf(row.integer(0));
    decision.key = row.as<audit::Key>(1);
    decision.customer = audit::customerOf(decision.key);
    decision.time = row.instant(2);
    DecisionFlags::into(row.as<std::uint32_t>(3), decision);
    decision.journey = row.as<Sym>(4);
    decision.agent = row.as<Sym>(5);
    decision.action = row.as<Sym>(6);
    decision.content = row.as<Sym>(7);
    decision.stage = row.as<Sym>(8);
    decision.goal = row.as<Sym>(9);
    decision.probability = row.real(10);
    decision.confidence = row.real(11);
    decision.priority = row.real(12);
    decision.triggerTime = {decision.time.ms - row.integer(13)};
    return decision;
}

} // namespace wayreeve::storage
