#include "storage/shred.h"

#include "audit/events.h"
#include "base/cbor.h"
#include "base/json.h"
#include "base/text.h"
#include "execution/dispatch_codec.h"
#include "governance/proposal_codec.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace wayreeve::storage {

namespace {

/// One erasure in one run.
class Shredder {
public:
    Shredder(WorkspaceStore& store, const audit::SigningKey& key, std::int64_t run, std::string tag,
             const audit::Erasure& erasure)
        : m_store(store)
        , m_key(key)
        , m_run(run)
        , m_tag(std::move(tag))
        , m_erasure(erasure) {
        for (const std::string& id : erasure.ids)
            if (!id.empty())
                m_ids.push_back(asciiLower(id));
    }

    [[nodiscard]] Result<void> run() {
        for (const std::uint32_t customer : m_erasure.customers)
            for (const auto part :
                 {&Shredder::records, &Shredder::customer, &Shredder::proposals, &Shredder::dispatches})
                if (auto done = (this->*part)(customer); !done)
                    return done;
        for (const auto part : {&Shredder::addressedByAccounts, &Shredder::strangers, &Shredder::commands})
            if (auto done = (this->*part)(); !done)
                return done;
        return {};
    }

private:
    template <class... Values>
    [[nodiscard]] Result<void> change(const char* sql, const Values&... values) {
        Statement statement(m_store, sql);
        return statement.run(values...);
    }

    /// Whether one of the person's ids stands in it as a word; in any case of ASCII letters, as addresses are written.
    template <class Bytes>
    [[nodiscard]] bool names(const Bytes& bytes) const {
        const std::string text = asciiLower(std::string(bytes.begin(), bytes.end()));
        return std::any_of(m_ids.begin(), m_ids.end(), [&](const std::string& id) {
            for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + 1)) {
                // In CBOR the byte before a short text is its length, and may look like a letter.
                const bool begins = at == 0 || !isWord(text[at - 1]) ||
                                    (id.size() < 24 && text[at - 1] == static_cast<char>(0x60 + id.size()));
                if (begins && (at + id.size() == text.size() || !isWord(text[at + id.size()])))
                    return true;
            }
            return false;
        });
    }
    [[nodiscard]] static bool isWord(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }
    [[nodiscard]] bool isErased(std::uint32_t customer) const {
        return std::binary_search(m_erasure.customers.begin(), m_erasure.customers.end(), customer);
    }

    [[nodiscard]] Result<void> records(std::uint32_t customer) {
        audit::ErasedRecords erased{m_tag, customer, {}, {}};
        std::vector<std::pair<std::int64_t, std::vector<std::uint8_t>>> open;
        Statement rows(m_store, "SELECT id, body FROM record WHERE id IN (SELECT id FROM about WHERE id BETWEEN ?1 "
                                "AND ?2 AND customer = ?3 UNION ALL SELECT id FROM decision WHERE id BETWEEN ?1 AND ?2 "
                                "AND key BETWEEN ?4 AND ?5) ORDER BY id");
        if (auto done = rows.run(rowId(m_run, 0), rowId(m_run, numberMask), customer, audit::keyOf(customer, 0),
                                 audit::keyOf(customer, 0xFFFFFFU));
            !done)
            return done;
        while (rows.next()) {
            const std::int64_t id = rows.integer(0);
            std::vector<std::uint8_t> body = rows.blob(1);
            if (!PersonKeys::isSealed(body)) {
                const auto entry = audit::decodeHeader(numberOf(id), body);
                if (!entry)
                    return entry.error();
                if (entry->kind == audit::EntryKind::Erasure)
                    continue;
                open.emplace_back(id, PersonKeys::stub(customer, audit::headerOf(*entry)));
            }
            erased.numbers.push_back(numberOf(id));
        }
        if (auto done = rows.ended(); !done)
            return done;
        Statement update(m_store, "UPDATE record SET body = ? WHERE id = ?");
        for (const auto& [id, stub] : open)
            if (auto done = update.run(stub, id); !done)
                return done;
        m_key.sign(erased);
        cbor::Writer numbers;
        numbers.array(erased.numbers.size());
        for (const std::uint64_t number : erased.numbers)
            numbers.uint(number);
        return change("INSERT OR REPLACE INTO erased(id, records, signature) VALUES(?, ?, ?)", rowId(m_run, customer),
                      numbers.data(), erased.signature);
    }

    [[nodiscard]] Result<void> customer(std::uint32_t customer) {
        const std::int64_t id = rowId(m_run, customer);
        const std::string name = "erased-" + std::to_string(customer);
        if (auto done = change("DELETE FROM person_key WHERE id = ?", id); !done)
            return done;
        if (auto done = change("DELETE FROM customer_state WHERE id = ?", id); !done)
            return done;
        if (auto done = change("UPDATE customer SET key = ?1, name = ?1 WHERE id = ?2", name, id); !done)
            return done;
        return change("UPDATE event SET body = x'', message_id = '' WHERE id BETWEEN ? AND ? AND customer = ?",
                      rowId(m_run, 0), rowId(m_run, numberMask), customer);
    }

    /// The rest of the rows of `SELECT body FROM proposal`, as far as they are `theirs`.
    template <class Theirs>
    [[nodiscard]] static Result<std::vector<governance::Proposal>> proposalsIn(Statement& rows, const Theirs& theirs) {
        std::vector<governance::Proposal> found;
        while (rows.next()) {
            const std::vector<std::uint8_t> bytes = rows.blob(0);
            cbor::Reader reader(bytes);
            governance::Proposal one;
            if (!governance::decode(reader, one))
                return Error{"store.damaged", {{"object", "proposal"}}};
            if (theirs(one))
                found.push_back(std::move(one));
        }
        if (auto done = rows.ended(); !done)
            return done.error();
        return found;
    }

    [[nodiscard]] Result<void> blank(std::vector<governance::Proposal> found) {
        Statement update(m_store, "UPDATE proposal SET state = ?, body = ? WHERE run = ? AND number = ?");
        for (governance::Proposal& one : found) {
            one.subject.clear();
            one.body.clear();
            one.reason.clear(); // a person's words about this one
            if (governance::isOpen(one.state) && one.state != governance::ProposalState::Dispatching)
                one.state = governance::ProposalState::Voided;
            cbor::Writer writer;
            governance::encode(writer, one);
            if (auto done = update.run(one.state, writer.data(), m_run, one.number); !done)
                return done;
        }
        return {};
    }

    [[nodiscard]] Result<void> proposals(std::uint32_t customer) {
        Statement rows(m_store, "SELECT body FROM proposal WHERE run = ? AND number BETWEEN ? AND ?");
        if (auto done = rows.run(m_run, audit::keyOf(customer, 0), audit::keyOf(customer, 0xFFFFFFU)); !done)
            return done;
        auto found = proposalsIn(rows, [](const governance::Proposal&) { return true; });
        return found ? blank(std::move(found).value()) : Result<void>(found.error());
    }

    /// What an account proposed to send to the person stands under the account's number.
    [[nodiscard]] Result<void> addressedByAccounts() {
        Statement rows(m_store, "SELECT body FROM proposal WHERE run = ?1 AND number >> 24 IN (SELECT id & ?4 FROM "
                                "customer WHERE id BETWEEN ?2 AND ?3 AND substr(key, 1, 8) = 'account:')");
        if (auto done = rows.run(m_run, rowId(m_run, 0), rowId(m_run, numberMask), numberMask); !done)
            return done;
        auto found = proposalsIn(rows, [&](const governance::Proposal& one) {
            const std::uint32_t contact = one.candidate.contact;
            return contact != 0 && isErased(contact - 1);
        });
        if (!found)
            return found.error();
        for (const governance::Proposal& one : *found)
            m_addressed.insert(one.number);
        return blank(std::move(found).value());
    }

    [[nodiscard]] Result<void> dispatches(std::uint32_t customer) {
        using execution::DispatchState;
        Statement rows(m_store, "SELECT id, body FROM dispatch WHERE +run = ?1 AND (number BETWEEN ?2 AND ?3 OR "
                                "customer = ?4)"); // an account's to them has the account's number
        if (auto done = rows.run(m_run, audit::keyOf(customer, 0), audit::keyOf(customer, 0xFFFFFFU), customer); !done)
            return done;
        std::vector<std::pair<std::int64_t, execution::Dispatch>> found;
        while (rows.next()) {
            const std::vector<std::uint8_t> bytes = rows.blob(1);
            cbor::Reader reader(bytes);
            if (!execution::decode(reader, found.emplace_back(rows.integer(0), execution::Dispatch{}).second))
                return Error{"store.damaged", {{"object", "dispatch"}}};
        }
        if (auto done = rows.ended(); !done)
            return done;
        Statement update(m_store, "UPDATE dispatch SET state = ?, body = ? WHERE id = ?");
        for (auto& [id, one] : found) {
            one.subject.clear();
            one.body.clear();
            if (one.state == DispatchState::Pending || one.state == DispatchState::Stopped ||
                one.state == DispatchState::Taken) {
                one.state = one.state == DispatchState::Taken ? DispatchState::Unknown : DispatchState::Failed;
                one.result = "erased";
            }
            cbor::Writer writer;
            execution::encode(writer, one);
            if (auto done = update.run(one.state, writer.data(), id); !done)
                return done;
        }
        return {};
    }

    /// Events of which nobody knows whose they were: sent again, or refused.
    [[nodiscard]] Result<void> strangers() {
        std::vector<std::int64_t> naming;
        Statement rows(m_store, "SELECT id, body FROM event WHERE id BETWEEN ? AND ? AND customer = ?");
        if (auto done = rows.run(rowId(m_run, 0), rowId(m_run, numberMask), audit::noCustomer); !done)
            return done;
        while (rows.next())
            if (names(rows.blob(1)))
                naming.push_back(rows.integer(0));
        if (auto done = rows.ended(); !done)
            return done;
        Statement empty(m_store, "UPDATE event SET body = x'', message_id = '' WHERE id = ?");
        for (const std::int64_t id : naming)
            if (auto done = empty.run(id); !done)
                return done;
        return {};
    }

    /// The command without its texts where it is about the person; nothing where it is not.
    [[nodiscard]] std::optional<std::string> without(const std::string& body) const {
        const auto json = parseJson(body);
        if (!json || !json->context())
            return std::nullopt;
        const auto numberIn = [&](const char* name) -> std::optional<std::uint64_t> {
            const std::string text = json->member(name).toText();
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            return error == std::errc{} ? std::optional<std::uint64_t>(std::in_place, number) : std::nullopt;
        };
        const auto proposal = numberIn("proposal");
        // What a system of record said of the person.
        const auto asked = json->member("fact").isNull() ? std::nullopt : numberIn("customer");
        if (!(proposal && (isErased(audit::customerOf(*proposal)) || m_addressed.contains(*proposal))) &&
            !(asked && isErased(static_cast<std::uint32_t>(*asked))))
            return std::nullopt;
        Context left;
        for (const auto& [name, value] : *json->context()) {
            const bool text = name == "subject" || name == "body" || name == "reason" || (asked && name == "id");
            left.emplace_back(name, text ? Value(std::string()) : asked && name == "value" ? Value() : value);
        }
        return writeJson(Value(std::move(left)));
    }

    [[nodiscard]] Result<void> commands() {
        std::vector<std::pair<std::int64_t, std::string>> changed;
        Statement rows(m_store, "SELECT id, body FROM command WHERE id BETWEEN ? AND ?");
        if (auto done = rows.run(rowId(m_run, 0), rowId(m_run, numberMask)); !done)
            return done;
        while (rows.next())
            if (auto left = without(rows.text(1)))
                changed.emplace_back(rows.integer(0), std::move(*left));
        if (auto done = rows.ended(); !done)
            return done;
        for (const auto& [id, body] : changed)
            if (auto done = change("UPDATE command SET body = ? WHERE id = ?", body, id); !done)
                return done;
        std::vector<std::int64_t> notes;
        Statement inbox(m_store, "SELECT id, body FROM inbox");
        if (auto done = inbox.run(); !done)
            return done;
        while (inbox.next()) {
            const std::string body = inbox.text(1);
            const auto json = parseJson(body);
            if (names(body) || (json && without(json->member("give").toText())))
                notes.push_back(inbox.integer(0));
        }
        if (auto done = inbox.ended(); !done)
            return done;
        for (const std::int64_t id : notes)
            if (auto done = change("UPDATE inbox SET body = '' WHERE id = ?", id); !done)
                return done;
        return {};
    }

    WorkspaceStore& m_store;
    const audit::SigningKey& m_key;
    std::int64_t m_run;
    std::string m_tag;
    const audit::Erasure& m_erasure;
    std::vector<std::string> m_ids;      ///< in lower case
    std::set<std::uint64_t> m_addressed; ///< proposals of accounts to the person
};

} // namespace

Result<void> shred(WorkspaceStore& store, const audit::SigningKey& key, std::int64_t run,
                   const audit::Erasure& erasure) {
    // Runs name their source by tag, and are numbered later than it: one pass finds all that replay this one.
    std::vector<std::pair<std::int64_t, std::string>> runs;
    Statement rows(store, "SELECT id, tag, kind, source FROM run WHERE id >= ? ORDER BY id");
    if (auto done = rows.run(run); !done)
        return done;
    while (rows.next()) {
        const std::string source = rows.text(3);
        const bool replays =
            rows.as<audit::RunKind>(2) == audit::RunKind::Replay &&
            std::any_of(runs.begin(), runs.end(), [&](const auto& one) { return one.second == source; });
        if (rows.integer(0) == run || replays)
            runs.emplace_back(rows.integer(0), rows.text(1));
    }
    if (auto done = rows.ended(); !done)
        return done;
    for (const auto& [id, tag] : runs)
        if (auto done = Shredder(store, key, id, tag, erasure).run(); !done)
            return done;
    return store.execute("INSERT OR REPLACE INTO sweep(id) VALUES(1)");
}

Result<void> sweep(WorkspaceStore& store, bool rewrite) {
    Statement marked(store, "SELECT 1 FROM sweep");
    if (auto done = marked.run(); !done)
        return done;
    if (!marked.next())
        return {};
    marked.finish();
    if (rewrite)
        if (auto done = store.execute("VACUUM"); !done)
            return done;
    Statement emptied(store, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (auto done = emptied.run(); !done)
        return done;
    const bool whole = emptied.next() && emptied.integer(0) == 0; // else another connection uses the log
    emptied.finish();
    return rewrite && whole ? store.execute("DELETE FROM sweep") : Result<void>();
}

} // namespace wayreeve::storage
