#include "audit/verify.h"

#include "audit/events.h"
#include "base/cbor.h"

#include <algorithm>

namespace wayreeve::audit {

namespace {

/// Where a damaged chain is looked at closely; beyond this many findings in a run the rest adds nothing.
constexpr std::size_t mostDamage = 16;

struct Row {
    std::uint64_t number = 0;
    Hash256 stored; ///< the hash column
    Hash256 body;   ///< the hash of the stored bytes
    Hash256 link;
};

/// Also of a body that is its header alone.
bool isDecision(const std::vector<std::uint8_t>& body) {
    cbor::Reader reader(body);
    (void)reader.array();
    return reader.uint() == static_cast<std::uint64_t>(EntryKind::Decision) && !reader.failed();
}

bool follows(const Hash256& previous, const Row& row) {
    return row.link == linkAfter(previous, row.stored) ||
           (row.body != row.stored && row.link == linkAfter(previous, row.body));
}

/// Names what happened to a chain from the first row that does not fit. Links tell a row's true place: the link of a
/// genuine row follows from its true predecessor's, wherever either stands now.
class Classifier {
public:
    Classifier(std::vector<Row> rest, const Hash256& link, std::uint64_t intact, std::uint64_t signedEntries,
               std::string tag, VerifyReport& report)
        : m_rows(std::move(rest))
        , m_link(link)
        , m_expected(intact + 1)
        , m_total(intact + m_rows.size())
        , m_signed(signedEntries)
        , m_tag(std::move(tag))
        , m_report(report) {}

    /// `head`: the link that the signature vouches for; null where there is no trustworthy one.
    void run(const Hash256* head) {
        for (const Row& row : m_rows)
            if (row.body != row.stored)
                add(DamageKind::Edited, row.number);
        order();
        for (std::size_t i = 0; i < m_rows.size() && m_found < mostDamage; ++i)
            step(i);
        if (head == nullptr || m_found >= mostDamage)
            return;
        const std::uint64_t last = m_expected - 1 + m_removed - m_inserted;
        if (last < m_signed)
            add(DamageKind::Truncated, last + 1);
        else if (last > m_signed)
            add(DamageKind::Inserted, m_signed + 1);
        else if (m_found == 0 && m_link != *head)
            add(DamageKind::Edited, m_expected - 1); // everything from some row on was linked anew
    }

private:
    void add(DamageKind kind, std::uint64_t number) {
        if (m_found >= mostDamage)
            return;
        ++m_found;
        m_report.ok = false;
        m_report.damage.push_back({kind, m_tag, number});
    }

    /// The numbers as they stand in the file.
    void order() {
        for (std::size_t i = 1; i < m_rows.size(); ++i)
            if (m_rows[i].number < m_rows[i - 1].number) {
                add(DamageKind::Reordered, m_rows[i].number);
                break;
            }
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.number < b.number; });
    }

    void step(std::size_t i) {
        const Row& row = m_rows[i];
        const Row* const next = i + 1 < m_rows.size() ? &m_rows[i + 1] : nullptr;
        if (row.number < m_expected)
            return add(DamageKind::Inserted, row.number); // a second one of that number
        if (row.number > m_expected) {
            add(DamageKind::Removed, m_expected); // what follows a gap cannot be tested against it
            return accept(row, row.link);
        }
        if (follows(m_link, row))
            return accept(row, row.link);
        if (m_signed != 0 && row.number > m_signed + m_inserted)
            return accept(row, row.link); // beyond the signed end: run() says so
        if (next != nullptr && follows(m_link, *next) && !follows(next->link, row)) {
            add(DamageKind::Inserted, row.number); // and those after it were numbered anew
            ++m_inserted;
            ++m_expected;
            return;
        }
        if (const auto place = linkOfPlace(i)) {
            add(DamageKind::Reordered, row.number);
            return accept(row, *place);
        }
        if (m_total < m_signed && (next == nullptr || follows(row.link, *next))) {
            add(DamageKind::Removed, row.number); // and those after it were numbered anew
            m_removed = m_signed - m_total;
            return accept(row, row.link);
        }
        if (row.body == row.stored)
            add(DamageKind::Edited, row.number);
        const Hash256 own = linkAfter(m_link, row.stored);
        accept(row, next != nullptr && !follows(row.link, *next) && follows(own, *next) ? own : row.link);
    }

    void accept(const Row& row, const Hash256& link) {
        m_expected = row.number + 1;
        m_link = link;
    }

    /// The link that this place had, where the row that belongs here stands elsewhere: alone (links stayed in their
    /// places) or with its link.
    [[nodiscard]] std::optional<Hash256> linkOfPlace(std::size_t i) const {
        for (std::size_t k = 0; k < m_rows.size(); ++k)
            if (const Hash256 here = linkAfter(m_link, m_rows[k].stored);
                k != i && (here == m_rows[k].link || here == m_rows[i].link))
                return here;
        return std::nullopt;
    }

    std::vector<Row> m_rows;
    Hash256 m_link; ///< of the row before the one looked at
    std::uint64_t m_expected;
    std::uint64_t m_total;
    std::uint64_t m_signed;
    std::string m_tag;
    VerifyReport& m_report;
    std::size_t m_found = 0;
    std::uint64_t m_removed = 0, m_inserted = 0; ///< where the rest was numbered anew
};

} // namespace

std::string_view nameOf(DamageKind kind) {
    switch (kind) {
    case DamageKind::Edited:
        return "edited";
    case DamageKind::Removed:
        return "removed";
    case DamageKind::Inserted:
        return "inserted";
    case DamageKind::Reordered:
        return "reordered";
    case DamageKind::Truncated:
        return "truncated";
    case DamageKind::HeadForged:
        return "head-forged";
    case DamageKind::NoHead:
        return "no-head";
    case DamageKind::NamesEdited:
        return "names-edited";
    case DamageKind::RunEdited:
        return "run-edited";
    case DamageKind::StoreMissing:
        return "store-missing";
    }
    return {};
}

void verifyFrame(const StoredLink& first, const RunFrame& frame, const std::string& tag, VerifyReport& report) {
    const auto entry = decodeHeader(first.number, first.body);
    if (!entry || entry->kind != EntryKind::RunStarted)
        return;
    const auto add = [&](DamageKind kind) {
        report.ok = false;
        report.damage.push_back({kind, tag, first.number});
    };
    const auto started = decodeRunStarted(*entry);
    if (!started || started->names != frame.names)
        add(DamageKind::NamesEdited);
    if (!started || started->documentSet != frame.documentSet || started->seed != frame.seed ||
        started->salt != frame.salt || started->population != frame.population ||
        started->customers != frame.customers || started->days != frame.days || started->epoch != frame.epoch ||
        (started->reviewers != "none") != frame.reviewers || entry->time != frame.start)
        add(DamageKind::RunEdited);
}

void verifyRun(const SignedHead* head, std::span<const std::uint8_t> publicKey,
               const std::function<std::optional<StoredLink>()>& next, const std::string& tag, VerifyReport& report) {
    const bool trusted = head != nullptr && isSignedBy(*head, publicKey);
    if (!trusted) {
        report.ok = false;
        report.damage.push_back({head == nullptr ? DamageKind::NoHead : DamageKind::HeadForged, tag, 0});
    }
    std::uint64_t intact = 0;
    Hash256 link;
    Hasher records;
    std::vector<Row> rest; // everything from the first row that does not fit
    while (const auto stored = next()) {
        ++report.records;
        report.decisions += isDecision(stored->body) ? 1 : 0;
        report.erased += stored->erased ? 1 : 0;
        const Row row{stored->number, stored->hash, stored->erased ? stored->hash : hashOf(stored->body), stored->link};
        if (!rest.empty() || row.number != intact + 1 || row.body != row.stored ||
            row.link != linkAfter(link, row.stored)) {
            rest.push_back(row);
            continue;
        }
        ++intact;
        link = row.link;
        records.add(row.stored);
    }
    const bool whole = rest.empty();
    const std::size_t before = report.damage.size();
    Classifier(std::move(rest), link, intact, trusted ? head->entries : 0, tag, report)
        .run(trusted ? &head->link : nullptr);
    if (trusted && whole && report.damage.size() == before && records.finish() != head->recordsHash) {
        report.ok = false;
        report.damage.push_back({DamageKind::HeadForged, tag, 0});
    }
}

} // namespace wayreeve::audit
