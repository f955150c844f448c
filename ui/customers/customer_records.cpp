#include "ui/customers/customer_story.h"

#include "ui/shell/documents.h"
#include "ui/shell/shown_run.h"

#include "perception/customer.h"
#include "perception/event_codec.h"
#include "perception/identity.h"
#include "session/identities.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace wayreeve::ui {

namespace {

template <class T>
T failed(const Error& error) {
    T page;
    page.error = error;
    return page;
}

} // namespace

CustomerListPage loadCustomers(const std::string& folder, const std::string& tag, const std::string& search,
                               std::int64_t limit) {
    auto reader = session::openReader(folder);
    if (!reader)
        return failed<CustomerListPage>(reader.error());
    const auto run = shownRun(**reader, tag);
    if (!run)
        return failed<CustomerListPage>(run.error());
    const auto symbols = (*reader)->symbolsOf(run->id);
    auto rows = (*reader)->customers(run->id, search, limit);
    if (!symbols || !rows)
        return failed<CustomerListPage>(symbols ? rows.error() : symbols.error());
    CustomerListPage page;
    page.atWork = run->status == audit::RunStatus::Running;
    page.rows = std::move(rows).value();
    for (const audit::CustomerRow& row : page.rows)
        page.stages.push_back(symbols->name(row.stage));
    return page;
}

namespace {

/// By key, or as "#12" by number: what records know of a customer.
Result<audit::CustomerRow> find(audit::LedgerReader& ledger, std::int64_t run, const std::string& argument) {
    std::optional<std::uint32_t> number;
    if (std::uint32_t given = 0; argument.starts_with('#')) {
        const auto [end, failed] = std::from_chars(argument.data() + 1, argument.data() + argument.size(), given);
        if (failed == std::errc() && end == argument.data() + argument.size())
            number = given;
    } else {
        const auto found = ledger.customers(run, argument, std::numeric_limits<std::int64_t>::max());
        if (!found)
            return found.error();
        bool person = false; // whose id reads like an account's key is a person still
        for (const audit::CustomerRow& row : *found)
            if (row.key == argument && !(row.isAccount && person)) {
                number = row.number;
                person = !row.isAccount;
            }
    }
    if (number) {
        auto row = ledger.customer(run, *number);
        if (!row)
            return row.error();
        if (*row)
            return std::move(**row);
    }
    return Error{"customer.unknown", {{"id", argument}}, {}, 0, 0};
}

/// Others whom the records name, each once.
Result<void> addOther(audit::LedgerReader& ledger, std::int64_t run, std::uint32_t number, CustomerRecords& records) {
    if (number == records.customer.number || number == audit::noCustomer || records.others.contains(number))
        return {};
    auto row = ledger.customer(run, number);
    if (!row)
        return row.error();
    if (*row)
        records.others.emplace(number, std::move(**row));
    return {};
}

/// The account of a person of whom the run keeps no state yet: that of the newest group event.
std::optional<std::string> accountKeyOf(const std::vector<perception::Event>& events) {
    const perception::Event* newest = nullptr;
    for (const perception::Event& event : events)
        if (!perception::groupOf(event).empty() && (!newest || event.time >= newest->time))
            newest = &event;
    return newest ? std::optional(perception::accountKey(perception::groupOf(*newest))) : std::nullopt;
}

Result<void> addAccount(audit::LedgerReader& ledger, std::int64_t run, std::optional<std::uint32_t> number,
                        CustomerRecords& records) {
    if (const auto key = number || records.memory ? std::nullopt : accountKeyOf(records.events)) {
        const auto rows = ledger.customers(run, *key, std::numeric_limits<std::int64_t>::max());
        if (!rows)
            return rows.error();
        for (const audit::CustomerRow& row : *rows)
            if (row.isAccount && row.key == *key)
                number = row.number;
    }
    if (!number)
        return {};
    auto row = ledger.customer(run, *number);
    if (!row)
        return row.error();
    if (*row && (*row)->isAccount)
        records.account = std::move(*row);
    return {};
}

/// The customer's row as it is now, and the state in it. Nothing of a state that may be old.
Result<void> addState(audit::LedgerReader& ledger, const std::string& folder, const audit::RunInfo& run,
                      std::chrono::milliseconds patience, CustomerRecords& records, std::vector<std::uint32_t>& members,
                      std::optional<std::uint32_t>& account) {
    const auto readNow = [&]() -> Result<void> {
        records.states = session::statesNow(folder, run, {records.customer.number}, patience);
        if (!records.states.asked)
            return {};
        auto row = ledger.customer(run.id, records.customer.number);
        if (!row)
            return row.error();
        if (*row)
            records.customer = std::move(**row);
        return {};
    };
    if (auto done = readNow(); !done)
        return done;
    records.clock = records.states.unknown ? run.clock : records.states.asOf;
    if (records.states.unknown)
        records.customer.state.clear();
    if (records.customer.state.empty())
        return {};
    auto state = engine::decodeState(records.customer.state, records.symbols);
    if (!state)
        return {};
    records.memory = std::move(state->memory);
    records.rollUp = std::move(state->rollUp);
    members = std::move(state->members);
    if (state->account != 0)
        account = state->account - 1;
    // Members are shown with what they are now, too.
    std::vector<std::uint32_t> shown(
        members.begin(), members.begin() + static_cast<std::ptrdiff_t>(std::min(members.size(), membersShown)));
    if (records.states.asked && !shown.empty())
        if (const auto asked = session::statesNow(folder, run, std::move(shown), patience); asked.unknown)
            records.states.unknown = asked.unknown;
    return {};
}

/// Members with their states, the contacts of decisions, and what went out.
Result<void> addMembers(audit::LedgerReader& ledger, std::int64_t run, const std::vector<std::uint32_t>& members,
                        CustomerRecords& records) {
    records.memberCount = members.size();
    for (const std::uint32_t member : members) {
        if (records.members.size() == membersShown)
            break;
        auto row = ledger.customer(run, member);
        if (!row)
            return row.error();
        if (*row)
            records.members.push_back(std::move(**row));
    }
    auto dispatches = ledger.dispatches(run, records.customer.number, std::numeric_limits<std::int64_t>::max());
    if (!dispatches)
        return dispatches.error();
    records.dispatches = std::move(dispatches).value();
    std::erase_if(records.dispatches, [&](const auto& one) { return one.customer == records.customer.number; });
    std::reverse(records.dispatches.begin(), records.dispatches.end());
    for (const execution::Dispatch& one : records.dispatches)
        if (auto done = addOther(ledger, run, one.customer, records); !done)
            return done;
    for (const audit::Entry& entry : records.entries)
        if (const auto record = audit::decodeDecision(entry))
            for (const planning::Candidate& candidate : record->plan.candidates)
                if (candidate.contact != 0)
                    if (auto done = addOther(ledger, run, candidate.contact - 1, records); !done)
                        return done;
    return {};
}

} // namespace

CustomerStory loadStory(const std::string& folder, const std::string& tag, const std::string& argument,
                        const RecordWords& words, std::chrono::milliseconds patience) {
    auto reader = session::openReader(folder);
    if (!reader)
        return failed<CustomerStory>(reader.error());
    audit::LedgerReader& ledger = **reader;
    const auto run = shownRun(ledger, tag);
    if (!run)
        return failed<CustomerStory>(run.error());
    auto symbols = ledger.symbolsOf(run->id);
    if (!symbols)
        return failed<CustomerStory>(symbols.error());
    auto found = find(ledger, run->id, argument);
    if (!found)
        return failed<CustomerStory>(found.error());
    CustomerRecords records{run->tag, std::move(symbols).value(), std::move(found).value(), {}, {}, {}, {}};
    std::vector<std::uint32_t> members;
    std::optional<std::uint32_t> account;
    if (auto done = addState(ledger, folder, *run, patience, records, members, account); !done)
        return failed<CustomerStory>(done.error());
    const audit::CustomerRow* const customer = &records.customer;
    auto entries = ledger.entriesOf(run->id, customer->number);
    const auto identities = session::Identities::read(ledger, *run);
    if (!identities)
        return failed<CustomerStory>(identities.error());
    const auto events =
        session::eventsOf(ledger, *run, records.symbols, *identities, customer->number, Instant::never(), 5000);
    if (!entries || !events)
        return failed<CustomerStory>(entries ? events.error() : entries.error());
    records.entries = std::move(entries).value();
    if (std::any_of(records.entries.begin(), records.entries.end(),
                    [](const audit::Entry& entry) { return entry.kind == audit::EntryKind::Merge; })) {
        const auto loaded = documents::loadWorkspace(folder);
        const documents::Settings settings = loaded.workspace ? loaded.workspace->settings : documents::Settings();
        audit::RunInfo then = *run;
        then.clock = records.clock;
        auto merges = session::mergesOf(ledger, then, customer->number, settings.undoMerges);
        if (!merges)
            return failed<CustomerStory>(merges.error());
        records.merges = std::move(merges).value();
    }
    for (const audit::EventRow& row : *events) {
        cbor::Reader body(row.body);
        if (auto event = perception::decodeEvent(body, records.symbols))
            records.events.push_back(std::move(event).value());
    }
    for (const audit::Entry& entry : records.entries)
        if (auto done = addOther(ledger, run->id, entry.customer, records); !done)
            return failed<CustomerStory>(done.error());
    if (auto done = customer->isAccount ? addMembers(ledger, run->id, members, records)
                                        : addAccount(ledger, run->id, account, records);
        !done)
        return failed<CustomerStory>(done.error());
    CustomerStory story = storyOf(records, words);
    if (!customer->isAccount)
        story.known = loadKnown(folder, *run, *customer, records.clock, words);
    return story;
}

} // namespace wayreeve::ui
