#include "session/erase.h"

#include "base/text.h"
#include "engine/customer_state.h"
#include "engine/erasure.h"
#include "governance/rights.h"
#include "perception/event_codec.h"
#include "perception/identity.h"
#include "session/identities.h"
#include "session/live_inbox.h"
#include "session/live_run.h"
#include "session/stored_live_run.h"
#include "storage/sqlite_ledger_reader.h"
#include "storage/sqlite_ledger_writer.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

namespace wayreeve::session {

namespace {

struct Found {
    audit::RunInfo run;
    std::uint32_t customer = 0;
    std::vector<std::string> names; ///< key and ids: a reason may hold none of them
};

/// Looks through one run for whom the request means. Whoever was merged into another is that other.
class Search {
public:
    Search(const std::filesystem::path& folder, audit::LedgerReader& reader, const EraseRequest& request)
        : m_folder(folder)
        , m_reader(reader)
        , m_request(request)
        , m_ids{request.customer} {
        for (auto& id : {perception::normalisedEmail(request.customer), perception::normalisedPhone(request.customer)})
            if (id)
                m_ids.push_back(*id);
    }

    /// By key; by number where the run was named; else by any id that the run knows of them, which takes reading
    /// everybody.
    [[nodiscard]] Result<std::vector<Found>> in(const audit::RunInfo& run) {
        m_found.clear();
        m_asOf.reset();
        const auto rows = m_reader.customers(run.id, asciiLower(m_request.customer), INT32_MAX);
        if (!rows)
            return rows.error();
        for (const audit::CustomerRow& row : *rows)
            if (row.key == m_request.customer && !row.isAccount)
                if (auto done = add(run, row.number, false); !done)
                    return done.error();
        std::uint32_t number = 0;
        const char* const end = m_request.customer.data() + m_request.customer.size();
        if (m_found.empty() && !m_request.run.empty() &&
            std::from_chars(m_request.customer.data(), end, number).ptr == end)
            if (auto done = add(run, number, false); !done)
                return done.error();
        if (!m_found.empty())
            return m_found;
        const auto everybody = m_reader.customers(run.id, "", INT32_MAX);
        if (!everybody)
            return everybody.error();
        for (const audit::CustomerRow& row : *everybody)
            if (auto done = add(run, row.number, true); !done)
                return done.error();
        if (m_found.empty() && takesEvents(run))
            if (auto done = addByEvents(run); !done)
                return done.error();
        return m_found;
    }

private:
    [[nodiscard]] Result<void> add(const audit::RunInfo& run, std::uint32_t number, bool ifNamed) {
        const auto row = m_reader.customer(run.id, number);
        if (!row)
            return row.error();
        if (!*row || (*row)->isAccount || (*row)->key == "erased-" + std::to_string(number))
            return {};
        if ((*row)->state.empty()) { // of a run at work, whose engine knows better who this is, or of who was absorbed
            if (ifNamed)
                return {};
            const auto identities = Identities::read(m_reader, run);
            if (!identities)
                return identities.error();
            if (const std::uint32_t person = identities->personOf(number, Instant::never()); person != number)
                return add(run, person, false);
            note(run, number, {(*row)->key});
            return {};
        }
        if (auto opened = open(run); !opened)
            return opened;
        const auto state = engine::decodeState((*row)->state, m_asOf->program->symbols);
        if (!state)
            return state.error();
        if (state->forgotten)
            return ifNamed || state->absorbedBy == number ? Result<void>() : add(run, state->absorbedBy, false);
        std::vector<std::string> names = state->memory.ids;
        if (ifNamed && !isNamed(names))
            return {};
        names.push_back(state->memory.key);
        note(run, number, std::move(names));
        return {};
    }

    /// A run at work stores few customers' states: what its events say stands in for them.
    [[nodiscard]] Result<void> addByEvents(const audit::RunInfo& run) {
        constexpr std::int64_t page = 5000;
        if (auto opened = open(run); !opened)
            return opened;
        for (std::uint64_t after = 0;;) {
            const auto rows = m_reader.events(run.id, std::nullopt, after, page);
            if (!rows)
                return rows.error();
            for (const audit::EventRow& row : *rows) {
                cbor::Reader body(row.body);
                if (row.customer == audit::noCustomer || row.body.empty())
                    continue;
                const auto event = perception::decodeEvent(body, m_asOf->program->symbols);
                if (event && isNamed(perception::idsOf(*event)))
                    if (auto done = add(run, row.customer, false); !done)
                        return done;
            }
            if (rows->size() < static_cast<std::size_t>(page))
                return {};
            after = rows->back().sequence;
        }
    }

    [[nodiscard]] Result<void> open(const audit::RunInfo& run) {
        if (m_asOf)
            return {};
        auto asOf = openAsOf(m_folder, run);
        if (!asOf)
            return asOf.error();
        m_asOf = std::move(*asOf);
        return {};
    }
    [[nodiscard]] bool isNamed(const std::vector<std::string>& ids) const {
        return std::any_of(m_ids.begin(), m_ids.end(),
                           [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
    }
    void note(const audit::RunInfo& run, std::uint32_t number, std::vector<std::string> names) {
        if (std::none_of(m_found.begin(), m_found.end(), [&](const Found& one) { return one.customer == number; }))
            m_found.push_back({run, number, std::move(names)});
    }

    const std::filesystem::path& m_folder;
    audit::LedgerReader& m_reader;
    const EraseRequest& m_request;
    std::vector<std::string> m_ids; ///< as it was asked for, and as ids are kept
    std::optional<OpenWorkspace> m_asOf;
    std::vector<Found> m_found;
};

Result<std::vector<Found>> find(const std::filesystem::path& folder, audit::LedgerReader& reader,
                                const EraseRequest& request) {
    const auto runs = reader.runs();
    if (!runs)
        return runs.error();
    std::vector<Found> all;
    Search search(folder, reader, request);
    for (const audit::RunInfo& run : *runs) {
        if (run.kind == audit::RunKind::Replay || (!request.run.empty() && run.tag != request.run))
            continue;
        auto found = search.in(run);
        if (!found)
            return found.error();
        std::move(found->begin(), found->end(), std::back_inserter(all));
    }
    return all;
}

/// One of the names stands in the text; shorter ones would be found in any.
bool namesOne(const std::string& text, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name.size() >= 4 && asciiLower(text).find(asciiLower(name)) != std::string::npos;
    });
}

Result<void> eraseIn(const std::filesystem::path& folder, const Found& where, const engine::Order& order,
                     std::chrono::milliseconds patience) {
    auto workspace = openAsOf(folder, where.run);
    if (!workspace)
        return workspace.error();
    if (takesEvents(where.run))
        return orderStoppedLiveRun(*workspace, where.run, {order});
    auto writer = storage::SqliteLedgerWriter::open(folder, patience);
    if (!writer)
        return writer.error();
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    auto info = (*reader)->run(where.run.tag); // as it is now that nobody else can write
    if (!info)
        return info.error();
    return engine::eraseOnStoredRun(workspace->program, *info, order, **reader, **writer);
}

/// Nothing may be left in the file's free space: the next writer sees to what was erased.
void sweepNow(const std::filesystem::path& folder, std::chrono::milliseconds patience) {
    (void)storage::SqliteLedgerWriter::open(folder, patience);
}

Result<ErasedIn> erasedIn(const std::filesystem::path& folder, const Found& where) {
    auto reader = storage::SqliteLedgerReader::open(folder);
    if (!reader)
        return reader.error();
    const auto items = (*reader)->dispatches(where.run.id, where.customer, INT32_MAX);
    if (!items)
        return items.error();
    ErasedIn erased{where.run.tag, where.customer, {}, {}};
    for (const execution::Dispatch& item : *items)
        if (item.state == execution::DispatchState::Unknown && item.result == "erased")
            erased.underWay.push_back(item.number);
    return erased;
}

} // namespace

Result<ErasureOutcome> eraseCustomer(const std::filesystem::path& folder, const EraseRequest& request) {
    if (trimmed(request.reason).empty())
        return Error{"erase.no-reason", {}, {}, 0, 0};
    if (asciiLower(request.reason).find(asciiLower(request.customer)) != std::string::npos)
        return Error{"erase.reason-names-customer", {}, {}, 0, 0};
    const auto current = openWorkspace(folder);
    if (!current)
        return current.error();
    if (auto may = governance::checkRight(current->workspace->people.get(), request.person, governance::Right::Erase);
        !may)
        return may.error();
    std::vector<Found> found;
    {
        auto reader = storage::SqliteLedgerReader::open(folder);
        if (!reader)
            return reader.error();
        auto known = find(folder, **reader, request);
        if (!known)
            return known.error();
        found = std::move(*known);
    } // closed: a reader would keep the write-ahead log as it is
    if (found.empty())
        return Error{"erase.unknown-customer", {{"customer", request.customer}}, {}, 0, 0};
    for (const Found& where : found)
        if (namesOne(request.reason, where.names))
            return Error{"erase.reason-names-customer", {}, {}, 0, 0};
    ErasureOutcome outcome;
    const bool busy = engineIsBusy(folder);
    for (const Found& where : found) {
        engine::Order order;
        order.kind = engine::Order::Kind::Erase;
        order.customer = where.customer;
        order.person = request.person;
        order.reason = request.reason;
        const bool live = takesEvents(where.run) && where.run.status == audit::RunStatus::Running;
        if (busy && !live) {
            outcome.busy.push_back(where.run.tag);
            continue;
        }
        auto told = tellOfErasure(*current, where.run, where.customer, where.names.back());
        if (!told)
            return told.error();
        InboxNote note;
        note.order = order;
        if (auto done =
                busy ? askEngine(folder, note, request.patience) : eraseIn(folder, where, order, request.patience);
            !done)
            return done.error();
        auto erased = erasedIn(folder, where);
        if (!erased)
            return erased.error();
        erased->told = std::move(*told);
        outcome.done.push_back(std::move(*erased));
    }
    if (!busy)
        sweepNow(folder, request.patience);
    return outcome;
}

} // namespace wayreeve::session
