#include "base/cbor.h"
#include "base/text.h"
#include "execution/dispatch_codec.h"
#include "governance/proposal_codec.h"
#include "learning/outcome_codec.h"
#include "storage/reader_query.h"
#include "storage/rows.h"

#include <algorithm>

namespace wayreeve::storage {

namespace {

/// Decodes the blob in `column` and appends it.
template <class Item>
[[nodiscard]] Result<void> append(std::vector<Item>& items, const Statement& row, int column, const char* table) {
    const std::vector<std::uint8_t> bytes = row.blob(column);
    cbor::Reader reader(bytes);
    Item item;
    if (!decode(reader, item) || !reader.atEnd())
        return damagedRow(table, items.size() + 1);
    items.push_back(std::move(item));
    return {};
}

audit::CustomerRow customerFrom(const Statement& row) {
    audit::CustomerRow customer;
    customer.number = static_cast<std::uint32_t>(numberOf(row.integer(0)));
    customer.key = row.text(1);
    customer.name = row.text(2);
    customer.arm = row.as<documents::Arm>(3);
    customer.mixedArms = (row.integer(4) & 1) != 0;
    customer.isAccount = (row.integer(4) & 2) != 0;
    customer.noPerson = (row.integer(4) & 4) != 0;
    customer.firstSeen = row.instant(5);
    customer.lastSeen = row.instant(6);
    customer.stage = row.as<Sym>(7);
    customer.decisions = row.as<std::uint32_t>(8);
    return customer;
}

/// The states that the partial index proposal_open covers; the query must repeat its condition word by word.
bool areAllOpen(const std::set<governance::ProposalState>& states) {
    return std::all_of(states.begin(), states.end(), [](governance::ProposalState state) {
        return governance::isOpen(state) || state == governance::ProposalState::Suggested;
    });
}

std::string listed(const std::set<governance::ProposalState>& states) {
    std::string list;
    for (const governance::ProposalState state : states)
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(state));
    return list;
}

std::string fromProposals(const std::set<governance::ProposalState>& states) {
    std::string sql = " FROM proposal WHERE run = ?";
    if (areAllOpen(states))
        sql += " AND state IN (0, 1, 2, 3, 4, 5, 6, 12, 18)";
    return sql + " AND +state IN (" + listed(states) + ")";
}

} // namespace

Result<std::vector<governance::Proposal>>
SqliteLedgerReader::proposals(std::int64_t run, const std::set<governance::ProposalState>& states, std::int64_t limit) {
    std::vector<governance::Proposal> found;
    const std::string sql = "SELECT body" + fromProposals(states) + " ORDER BY rank, number LIMIT ?";
    const auto read = [&](const Statement& row) { return append(found, row, 0, "proposal"); };
    if (auto done = query(sql.c_str(), read, run, limit); !done)
        return done.error();
    return found;
}

Result<std::vector<governance::Proposal>>
SqliteLedgerReader::lastProposals(std::int64_t run, const std::set<governance::ProposalState>& states,
                                  std::int64_t limit) {
    std::vector<governance::Proposal> found;
    // Sorted without the bodies, of which most are not wanted.
    const std::string sql = "SELECT body FROM proposal WHERE rowid IN (SELECT rowid" + fromProposals(states) +
                            " ORDER BY rank DESC, number DESC LIMIT ?) ORDER BY rank DESC, number DESC";
    const auto read = [&](const Statement& row) { return append(found, row, 0, "proposal"); };
    if (auto done = query(sql.c_str(), read, run, limit); !done)
        return done.error();
    return found;
}

Result<std::uint64_t> SqliteLedgerReader::countProposals(std::int64_t run,
                                                         const std::set<governance::ProposalState>& states) {
    std::uint64_t count = 0;
    const std::string sql = "SELECT count(*)" + fromProposals(states);
    const auto read = [&](const Statement& row) -> Result<void> {
        count = row.as<std::uint64_t>(0);
        return {};
    };
    if (auto done = query(sql.c_str(), read, run); !done)
        return done.error();
    return count;
}

Result<governance::Proposal> SqliteLedgerReader::proposal(std::int64_t run, std::uint64_t number) {
    std::vector<governance::Proposal> found;
    const auto read = [&](const Statement& row) { return append(found, row, 0, "proposal"); };
    if (auto done = query("SELECT body FROM proposal WHERE run = ? AND number = ?", read, run, number); !done)
        return done.error();
    if (found.empty())
        return Error{"proposal.unknown", {{"number", std::to_string(number)}}};
    return found.front();
}

Result<std::vector<execution::Dispatch>>
SqliteLedgerReader::dispatches(std::int64_t run, std::optional<std::uint32_t> customer, std::int64_t limit) {
    std::vector<execution::Dispatch> found;
    const auto read = [&](const Statement& row) { return append(found, row, 0, "dispatch"); };
    const auto done =
        customer ? query("SELECT body FROM dispatch WHERE run = ? AND number BETWEEN ? AND ? ORDER BY id DESC LIMIT ?",
                         read, run, audit::keyOf(*customer, 0), audit::keyOf(*customer, 0xFFFFFFU), limit)
                 : query("SELECT body FROM dispatch WHERE +run = ? ORDER BY id DESC LIMIT ?", read, run, limit);
    if (!done)
        return done.error();
    return found;
}

Result<std::vector<learning::Outcome>> SqliteLedgerReader::outcomes(std::int64_t run,
                                                                    std::optional<std::uint32_t> customer) {
    std::vector<learning::Outcome> found;
    const auto read = [&](const Statement& row) { return append(found, row, 0, "outcome"); };
    const auto done =
        customer ? query("SELECT body FROM outcome WHERE run = ? AND customer = ? ORDER BY id", read, run, *customer)
                 : query("SELECT body FROM outcome WHERE run = ? ORDER BY id", read, run);
    if (!done)
        return done.error();
    return found;
}

Result<std::vector<audit::CustomerRow>> SqliteLedgerReader::customers(std::int64_t run, const std::string& search,
                                                                      std::int64_t limit) {
    std::vector<audit::CustomerRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back(customerFrom(row));
        return {};
    };
    const auto done =
        search.empty()
            ? query(
                  "SELECT id, key, name, arm, mixed_arms, first_seen, last_seen, stage, decisions FROM customer WHERE "
                  "id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                  read, rowId(run, 0), rowId(run, numberMask), limit)
            : query(
                  "SELECT id, key, name, arm, mixed_arms, first_seen, last_seen, stage, decisions FROM customer WHERE "
                  "id BETWEEN ? AND ? AND (instr(lower(key), ?) > 0 OR instr(lower(name), ?) > 0) ORDER BY id LIMIT ?",
                  read, rowId(run, 0), rowId(run, numberMask), asciiLower(search), asciiLower(search), limit);
    if (!done)
        return done.error();
    return found;
}

Result<std::optional<audit::CustomerRow>> SqliteLedgerReader::customer(std::int64_t run, std::uint32_t number) {
    std::optional<audit::CustomerRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found = customerFrom(row);
        auto state = unsealed(row.integer(0), row.blob(9));
        if (!state)
            return state.error();
        found->state = std::move(*state);
        return {};
    };
    if (auto done =
            query("SELECT c.id, c.key, c.name, c.arm, c.mixed_arms, c.first_seen, c.last_seen, c.stage, "
                  "c.decisions, s.state FROM customer c LEFT JOIN customer_state s ON s.id = c.id WHERE c.id = ?",
                  read, rowId(run, number));
        !done)
        return done.error();
    return found;
}

Result<void> SqliteLedgerReader::eventInto(const Statement& row, std::vector<audit::EventRow>& found) {
    auto body = unsealed(row.integer(0), row.blob(7));
    if (!body)
        return body.error();
    found.push_back({numberOf(row.integer(0)), row.as<std::uint32_t>(1), row.instant(2), row.instant(3), row.text(4),
                     row.text(5), row.as<std::uint8_t>(6), std::move(*body)});
    return {};
}

Result<std::vector<audit::EventRow>> SqliteLedgerReader::events(std::int64_t run, std::optional<std::uint32_t> customer,
                                                                std::uint64_t afterSequence, std::int64_t limit) {
    std::vector<audit::EventRow> found;
    const auto read = [&](const Statement& row) { return eventInto(row, found); };
    const std::int64_t from = rowId(run, afterSequence), to = rowId(run, numberMask);
    const auto done =
        customer
            ? query("SELECT id, customer, time, received, message_id, name, fate, body FROM event WHERE id > ? AND "
                    "id <= ? AND customer = ? ORDER BY id LIMIT ?",
                    read, from, to, *customer, limit)
            : query("SELECT id, customer, time, received, message_id, name, fate, body FROM event WHERE id > ? AND "
                    "id <= ? ORDER BY id LIMIT ?",
                    read, from, to, limit);
    if (!done)
        return done.error();
    return found;
}

Result<std::vector<audit::EventRow>> SqliteLedgerReader::heldBack(std::int64_t run, std::uint64_t afterSequence,
                                                                  std::int64_t limit) {
    std::vector<audit::EventRow> found;
    const auto read = [&](const Statement& row) { return eventInto(row, found); };
    // The condition word by word as the index has it: only then it is used.
    if (auto done = query("SELECT id, customer, time, received, message_id, name, fate, body FROM event WHERE fate IN "
                          "(4, 6, 7) AND id > ? AND id <= ? ORDER BY id LIMIT ?",
                          read, rowId(run, afterSequence), rowId(run, numberMask), limit);
        !done)
        return done.error();
    return found;
}

Result<std::vector<audit::MendedRow>> SqliteLedgerReader::mended(std::int64_t run) {
    static_assert(rowId(1, 0) == 1LL << 40);
    std::vector<audit::MendedRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back({row.text(0), numberOf(row.integer(1)), row.instant(2), row.text(3), row.text(4),
                         row.as<std::uint64_t>(5), row.as<std::uint8_t>(6)});
        return {};
    };
    if (auto done = query("SELECT held.tag, m.id, m.at, m.person, r.tag, m.receipt, e.fate FROM mended m JOIN run held "
                          "ON held.id = ?1 JOIN run r ON r.id = m.run JOIN event e ON e.id = (m.run << 40) + m.receipt "
                          "WHERE m.id BETWEEN ?2 AND ?3 ORDER BY m.id",
                          read, run, rowId(run, 0), rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<audit::CommandRow>> SqliteLedgerReader::commands(std::int64_t run) {
    std::vector<audit::CommandRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back({numberOf(row.integer(0)), row.as<std::uint64_t>(1), row.instant(2), row.text(3)});
        return {};
    };
    if (auto done = query("SELECT id, epoch, time, body FROM command WHERE id BETWEEN ? AND ? ORDER BY id", read,
                          rowId(run, 0), rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<audit::DayRow>> SqliteLedgerReader::days(std::int64_t run) {
    std::vector<audit::DayRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        audit::DayRow day;
        day.day = row.as<std::int32_t>(0);
        day.arm = row.as<documents::Arm>(1);
        day.money = row.real(7);
        day.cost = row.real(8);
        day.customers = row.integer(2);
        day.decisions = row.as<std::uint64_t>(3);
        day.dispatches = row.as<std::uint64_t>(4);
        day.converted = row.integer(5);
        day.goals = row.as<std::uint64_t>(6);
        int column = 9;
        for (std::uint64_t* count :
             {&day.complaints, &day.unsubscribes, &day.queued, &day.queuedHigh, &day.decidedByPeople, &day.expired})
            *count = row.as<std::uint64_t>(column++);
        found.push_back(day);
        return {};
    };
    if (auto done =
            query("SELECT day, arm, customers, decisions, dispatches, converted, goals, money, cost, complaints, "
                  "unsubscribes, queued, queued_high, decided_by_people, expired FROM day WHERE run = ? ORDER BY "
                  "day, arm",
                  read, run);
        !done)
        return done.error();
    return found;
}

Result<std::vector<audit::ReviewRow>> SqliteLedgerReader::reviews(std::int64_t run) {
    std::vector<audit::ReviewRow> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back({numberOf(row.integer(0)), row.as<audit::Key>(1), row.instant(2), row.as<int>(3), row.text(4)});
        return {};
    };
    if (auto done = query("SELECT id, decision, opened, state, person FROM review WHERE id BETWEEN ? AND ? ORDER BY id",
                          read, rowId(run, 0), rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<std::uint8_t>> SqliteLedgerReader::engineState(std::int64_t run) {
    std::vector<std::uint8_t> state;
    const auto read = [&](const Statement& row) -> Result<void> {
        state = row.blob(0);
        return {};
    };
    if (auto done = query("SELECT state FROM engine_state WHERE run = ?", read, run); !done)
        return done.error();
    return state;
}

Result<std::vector<audit::CheckpointPart>> SqliteLedgerReader::checkpoint(std::int64_t run) {
    std::vector<audit::CheckpointPart> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        auto part = unsealed(row.integer(0), row.blob(1));
        if (!part)
            return part.error();
        found.emplace_back(numberOf(row.integer(0)), std::move(*part));
        return {};
    };
    if (auto done = query("SELECT id, state FROM checkpoint WHERE id BETWEEN ? AND ? ORDER BY id", read, rowId(run, 0),
                          rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<Hash256>> SqliteLedgerReader::entryHashes(std::int64_t run) {
    std::vector<Hash256> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back(row.hash(0));
        return {};
    };
    if (auto done = query("SELECT hash FROM record WHERE id BETWEEN ? AND ? ORDER BY id", read, rowId(run, 0),
                          rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<std::uint32_t>> SqliteLedgerReader::erased(std::int64_t run) {
    std::vector<std::uint32_t> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.push_back(static_cast<std::uint32_t>(numberOf(row.integer(0))));
        return {};
    };
    if (auto done = query("SELECT id FROM erased WHERE id BETWEEN ? AND ? ORDER BY id", read, rowId(run, 0),
                          rowId(run, numberMask));
        !done)
        return done.error();
    return found;
}

Result<std::vector<std::pair<int, std::uint64_t>>> SqliteLedgerReader::fates(std::int64_t run) {
    std::vector<std::pair<int, std::uint64_t>> found;
    const auto read = [&](const Statement& row) -> Result<void> {
        found.emplace_back(row.as<int>(0), row.as<std::uint64_t>(1));
        return {};
    };
    if (auto done = query("SELECT fate, count FROM fate WHERE run = ? ORDER BY fate", read, run); !done)
        return done.error();
    return found;
}

} // namespace wayreeve::storage
