#include "storage/schema.h"

#include "storage/workspace_store.h"

#include <array>

namespace wayreeve::storage {

namespace {

// Rows of the chain and all that is numbered within a run have id = run · 2^40 + number: in the file they stand in
// order, and no further index is needed to find one (each index more costs a third of the write rate).
//   decision.flags: arm | channel << 2 | slot << 6 | risk << 8 | ruling << 10 | explored << 13 | drawn << 14
//   customer.mixed_arms: 1 left out of the comparison | 2 an account | 4 software or a burst
//   proposal.rank: deadline less head start, in ms
constexpr std::array firstStep{
    "CREATE TABLE schema_version(version INTEGER NOT NULL)",
    "CREATE TABLE run(id INTEGER PRIMARY KEY AUTOINCREMENT, tag TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, status "
    "INTEGER NOT NULL, document_set BLOB NOT NULL, symbols INTEGER NOT NULL, seed INTEGER NOT NULL, salt TEXT NOT "
    "NULL, customers INTEGER NOT NULL, days INTEGER NOT NULL, reviewers INTEGER NOT NULL, population TEXT NOT NULL, "
    "start INTEGER NOT NULL, clock INTEGER NOT NULL, epoch INTEGER NOT NULL, epochs INTEGER NOT NULL, entries INTEGER "
    "NOT NULL, decisions INTEGER NOT NULL, records_hash BLOB NOT NULL, source TEXT NOT NULL)",
    "CREATE TABLE run_document(run INTEGER NOT NULL, kind INTEGER NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL, hash "
    "BLOB NOT NULL)",
    "CREATE TABLE symbols(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, names BLOB NOT NULL)",
    "CREATE TABLE record(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, link BLOB NOT NULL, body BLOB NOT NULL)",
    "CREATE TABLE head(run INTEGER PRIMARY KEY, entries INTEGER NOT NULL, link BLOB NOT NULL, records_hash BLOB NOT "
    "NULL, signature BLOB NOT NULL)",
    "CREATE TABLE about(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, decision INTEGER NOT NULL)",
    "CREATE TABLE decision(id INTEGER PRIMARY KEY, key INTEGER NOT NULL, time INTEGER NOT NULL, flags INTEGER NOT "
    "NULL, journey INTEGER NOT NULL, agent INTEGER NOT NULL, action INTEGER NOT NULL, content INTEGER NOT NULL, stage "
    "INTEGER NOT NULL, goal INTEGER NOT NULL, probability REAL NOT NULL, confidence REAL NOT NULL, priority REAL NOT "
    "NULL, lag INTEGER NOT NULL)",
    "CREATE TABLE proposal(run INTEGER NOT NULL, number INTEGER NOT NULL, state INTEGER NOT NULL, rank INTEGER NOT "
    "NULL, body BLOB NOT NULL, UNIQUE(run, number))",
    "CREATE INDEX proposal_open ON proposal(run, rank, number) WHERE state IN (0, 1, 2, 3, 4, 5, 6, 12, 18)",
    "CREATE TABLE dispatch(id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL, number INTEGER NOT NULL, "
    "customer INTEGER NOT NULL, state INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE(run, number))",
    "CREATE INDEX dispatch_open ON dispatch(run, state, id) WHERE state IN (0, 1, 5)",
    "CREATE TABLE outcome(id INTEGER PRIMARY KEY, run INTEGER NOT NULL, customer INTEGER NOT NULL, body BLOB NOT NULL)",
    "CREATE TABLE event(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, time INTEGER NOT NULL, received INTEGER NOT "
    "NULL, message_id TEXT NOT NULL, name TEXT NOT NULL, fate INTEGER NOT NULL, body BLOB NOT NULL)",
    "CREATE TABLE fate(run INTEGER NOT NULL, fate INTEGER NOT NULL, count INTEGER NOT NULL, UNIQUE(run, fate))",
    "CREATE TABLE command(id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, time INTEGER NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE customer(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, arm INTEGER NOT NULL, "
    "mixed_arms INTEGER NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, stage INTEGER NOT NULL, "
    "decisions INTEGER NOT NULL)",
    "CREATE TABLE customer_state(id INTEGER PRIMARY KEY, state BLOB NOT NULL)",
    "CREATE TABLE engine_state(run INTEGER PRIMARY KEY, state BLOB NOT NULL)",
    "CREATE TABLE day(run INTEGER NOT NULL, day INTEGER NOT NULL, arm INTEGER NOT NULL, customers INTEGER NOT NULL, "
    "decisions INTEGER NOT NULL, dispatches INTEGER NOT NULL, converted INTEGER NOT NULL, goals INTEGER NOT NULL, "
    "money REAL NOT NULL, cost REAL NOT NULL, complaints INTEGER NOT NULL, unsubscribes INTEGER NOT NULL, queued "
    "INTEGER NOT NULL, queued_high INTEGER NOT NULL, decided_by_people INTEGER NOT NULL, expired INTEGER NOT NULL, "
    "UNIQUE(run, day, arm))",
    "CREATE TABLE review(id INTEGER PRIMARY KEY, decision INTEGER NOT NULL, opened INTEGER NOT NULL, state INTEGER NOT "
    "NULL, person TEXT NOT NULL)",
    "CREATE TABLE stop_scope(scope TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE inbox(id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, state INTEGER NOT NULL, answer TEXT "
    "NOT NULL)",
};

// Tables are only ever added: SQLite rewrites the text of an altered one, and the schema is compared word by word.
constexpr std::array secondStep{
    "CREATE TABLE run_sends(run INTEGER PRIMARY KEY)", // the runs whose outbox is for real connectors
};

constexpr std::array thirdStep{
    "CREATE TABLE person_key(id INTEGER PRIMARY KEY, key BLOB NOT NULL)", // what a customer's records are sealed with
    "CREATE TABLE erased(id INTEGER PRIMARY KEY, records BLOB NOT NULL, signature BLOB NOT NULL)", // by customer
    "CREATE TABLE checkpoint(id INTEGER PRIMARY KEY, state BLOB NOT NULL)", // engine/checkpoint.h
    "CREATE TABLE sweep(id INTEGER PRIMARY KEY)", // something was erased since the file was last written anew
};

constexpr std::array fourthStep{
    // A quarantined event that was put right and sent again: its id, and the run and number of what it became.
    "CREATE TABLE mended(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, run INTEGER NOT NULL, "
    "receipt INTEGER NOT NULL)",
    // perception::isHeldBack: few among many, so it costs nothing to keep.
    "CREATE INDEX event_held ON event(id) WHERE fate IN (4, 6, 7)",
};

} // namespace

std::span<const char* const> schemaStep(int from) {
    static_assert(schemaVersion == 4);
    if (from == 0)
        return firstStep;
    if (from == 1)
        return secondStep;
    if (from == 2)
        return thirdStep;
    if (from == 3)
        return fourthStep;
    return {};
}

} // namespace wayreeve::storage
