#pragma once

#include "audit/ledger.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace wayreeve::session {

/// Who was who in a run. What is stored of a customer is under the number that it had then; merges and un-merges, as
/// the chain tells them, say whose it is by now.
class Identities {
public:
    /// Errors: the reader's.
    [[nodiscard]] static Result<Identities> read(audit::LedgerReader& reader, const audit::RunInfo& run);

    /// Of one merge, or of what undid one. Every turn of an epoch sees the epoch's merges.
    struct Change {
        bool undone = false;
        std::uint32_t older = 0;
        std::uint32_t younger = 0;
        Instant at; ///< of the event that linked them; of the epoch's start, where undone
    };
    /// Those that a turn at `at` knows of, in their order.
    [[nodiscard]] std::vector<Change> until(Instant at) const;
    /// Every number that ever was one person with this one, itself too; ascending.
    [[nodiscard]] std::vector<std::uint32_t> related(std::uint32_t customer) const;
    [[nodiscard]] bool isRelated(std::uint32_t customer) const { return m_related.contains(customer); }
    /// Who it is as of `at`: itself, or who took it over.
    [[nodiscard]] std::uint32_t personOf(std::uint32_t customer, Instant at = Instant::never()) const;

private:
    std::vector<Change> m_changes;
    void add(const Change& change);
    [[nodiscard]] std::uint32_t common(std::uint32_t customer) const;

    std::map<std::uint32_t, std::uint32_t> m_related; ///< who ever merged → towards a common number
    std::map<std::uint32_t, std::uint32_t> m_into;    ///< by now
    Instant m_start;
    Duration m_epoch;
};

/// A customer's stored events as of `at`, in order of receipt: of all that it was by then, and of what came while it
/// was taken for one with somebody else what its ids claim (docs/formats/identity.md). Of who was taken over itself:
/// what it had then. Fates are the caller's to look at. At most `limit` a number. Errors: the reader's.
[[nodiscard]] Result<std::vector<audit::EventRow>> eventsOf(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                            const Symbols& symbols, const Identities& identities,
                                                            std::uint32_t customer, Instant at, std::int64_t limit);

/// Whose every event of a run is by now.
class EventOwners {
public:
    /// Reads the run's events where somebody merged. Errors: the reader's.
    [[nodiscard]] static Result<EventOwners> read(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                  const Symbols& symbols, const Identities& identities);
    [[nodiscard]] std::uint32_t of(const audit::EventRow& row) const;

private:
    std::map<std::uint64_t, std::uint32_t> m_owners; ///< by sequence, where it is another than the row's
};

/// Who is software or a burst, or was taken over by one: nothing is learned of them. Errors: the reader's.
[[nodiscard]] Result<std::set<std::uint32_t>> notPeople(audit::LedgerReader& reader, const audit::RunInfo& run,
                                                        const Identities& identities);

} // namespace wayreeve::session
